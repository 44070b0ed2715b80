"""Dates all in figures, years, decades and centuries: "12/03/2024", "en 2019", "les années 90"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import CalendarDate, Clock, Moment, TimeExpression, YearSpan
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.times.vocabulary import (
    LEFT,
    WEEKDAY_BEFORE_DAY,
    WEEKDAYS_BEFORE_DAYS,
    WORDS,
    full_year,
)

TRIGGERS = frozenset({"années", "siècle"})
"""Besides these, figures that look like a year or a date."""

# ISO 8601, as machines write it ("2022-11-09T07:44:10+01:00").
_DATE_TIME = re.compile(
    r"(?<![\w/.,-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)[T ]"
    r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d)?(?![\w:])"
)
_FIGURES = re.compile(
    r"(?<![\w/.,-])(?:le\s+)?(?:"
    r"(?P<y1>[12]\d{3})-(?P<m1>\d{2})-(?P<d1>\d{2})"
    r"|(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>[12]\d{3}|\d{2})"
    r"|(?P<d4>0[1-9]|[12]\d|3[01])\s(?P<m4>0[1-9]|1[0-2])\s(?P<y4>(?:19|20)\d\d)"
    r"|(?P<m3>0[1-9]|1[0-2])/(?P<y3>(?:19|20)\d{2})"
    r")(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
_DAY_SLASH = re.compile(
    rf"(?<![\w/.,-])(?P<before>(?:le\s+|du\s+|au\s+)?(?:(?P<weekday>{WEEKDAY_BEFORE_DAY})\s+(?:le\s+)?)|(?:le|du|au)\s+)?"
    r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/]|[.,-]\d)",
    re.IGNORECASE,
)
# A strong word before makes any four figures a year; else what follows must not be counted.
_BARE_YEAR = re.compile(
    rf"(?:(?<![\w.,/€$£°-])|(?<=\bmi-))(?:(?P<strong>l{AP}an(?:née)?\s+|cette\s+année\s+|années?\s+)|(?<=\()|(?<=en\s))?"
    rf"(?P<year>(?:1[0-9]|20)\d{{2}})(?![\w/%€$£°]|[.,]\d|-\w|{AP}\d)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:en|depuis|fin|début|courant|avant|après|dès|jusqu['’]en|mi|vers)|\(|\bmi-)\s*$",
    re.IGNORECASE,
)
# After a weak year: the end, a stop, a capital, or a word that is no counted noun.
_YEAR_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?)»\]\"…/–—-]|\s(?:et|ou|à|au|aux|par|pour|dans|en|a|ont|avait|est|était|qui|que|où"
    r"|mais|comme|sur|avec|il|elle|ils|elles|on|le|la|les|l|un|une|de|du|des|d|sont|se|s|n|ne|lors"
    r"|[^\W\d_]{3,}(?<![sx])|afin|après|avant|pendant|puis|car|dont|sous|selon|contre|sans|entre)\b|\s[A-ZÉÈÀÂÎÔÇ«\"(])"
)
_WEAK_BEFORE = re.compile(
    r"(?:[^\W\d_]|[(«,;:]|\b(?:19|20)\d\d\s*(?:[-–/,]|et|à|ou))\s*$", re.IGNORECASE
)
_CODE_BEFORE = re.compile(r"(?<![^\W\d_])[A-Z]{1,3}\s*$")
# "La guerre de 1870", "en 1870 et 1871".
_YEAR_OF = re.compile(
    rf"(?<!\w){either(WORDS['year_nouns'])}s?\s+(?:de|en)\s+$|\ben\s+1[5-9]\d\d\s+(?:et|ou|puis)\s+$",
    re.IGNORECASE,
)
# A chronology: "2017 - Mort du fondateur".
_HEADING = re.compile(r"(?<![^\n.])\d{4}\s?[-–—:]\s+[A-ZÀ-Ý]")
_DECADE = re.compile(
    rf"{LEFT}(?:les\s+)?années\s+(?P<years>(?:1[0-9]|20)?\d0(?!\d)|vingt|trente|quarante|cinquante"
    rf"|soixante-dix|soixante|quatre-vingt-dix|quatre-vingts?|septante|nonante)(?!\w)",
    re.IGNORECASE,
)
_DECADES = {
    "vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960,
    "soixante-dix": 1970, "septante": 1970, "quatre-vingt": 1980, "quatre-vingts": 1980,
    "quatre-vingt-dix": 1990, "nonante": 1990,
}  # fmt: skip
_CENTURY = re.compile(
    rf"{LEFT}(?:le\s+|ce\s+)?(?P<number>[IVX]+|\d{{1,2}})\s?(?:e|è|ème|er)s?\s+siècle",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield dates all in figures, years and what counts years."""
    yield from _dates(text, lo, hi)
    yield from _years(text, lo, hi)


def _dates(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    for match in _DATE_TIME.finditer(text, lo, hi):
        yield TimeExpression(match.start(), match.end(), _date_time(match))
    for match in _FIGURES.finditer(text, lo, hi):
        year, month, day = (_first(match, field) for field in "ymd")
        number = int(year) if len(year) == 4 else full_year(year)
        if not day and int(month) > 12:
            continue
        if match["sep"] in (".", "-") and len(year) == 2 and not _article(match, text):
            continue  # a version or a telephone number rather than a date
        meaning = CalendarDate(number, int(month), int(day) if day else None)
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _DAY_SLASH.finditer(text, lo, hi):
        # Without an article "3/4" is a part, and "10/10" a mark.
        if 1 <= int(match["month"]) <= 12 and (match["before"] or match["month"][0] == "0"):
            named = match["weekday"]
            meaning = CalendarDate(
                month=int(match["month"]),
                day=int(match["day"]),
                weekday=WEEKDAYS_BEFORE_DAYS[normal(named)] if named else None,
            )
            start = match.start("day" if normal(match["before"] or "")[:2] in ("du", "au") else 0)
            yield TimeExpression(start, match.end(), meaning)


def _years(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    for match in _DECADE.finditer(text, lo, hi):
        word = match["years"].lower()
        if word[0].isdigit():
            first = int(word) if len(word) == 4 else 1900 + int(word)
        else:
            first = _DECADES[word]
        yield TimeExpression(match.start(), match.end(), YearSpan(first, 10))
    for match in _BARE_YEAR.finditer(text, lo, hi):
        if _is_year(match, text):
            yield TimeExpression(match.start(), match.end(), CalendarDate(int(match["year"])))
    for match in _CENTURY.finditer(text, lo, hi):
        number = _number(match["number"].upper())
        if 1 <= number <= 21:
            yield TimeExpression(match.start(), match.end(), YearSpan((number - 1) * 100, 100))


def _date_time(match: re.Match[str]) -> Moment:
    year, month, day, hour, minute = (
        int(match[field]) for field in ("year", "month", "day", "hour", "minute")
    )
    zone = None
    if match["zone"]:
        sign, figures = match["zone"][0], match["zone"][1:].replace(":", "")
        zone = 0 if sign == "Z" else int(figures[:2]) * 60 + int(figures[2:])
        zone = -zone if sign == "-" else zone
    clock = Clock(hour, minute, int(match["second"]) if match["second"] else None, zone)
    return Moment(CalendarDate(year, month, day), clock=clock)


def _first(match: re.Match[str], field: str) -> str:
    """Return a field from whichever of the forms in figures matched, "" where it has none."""
    return next((v for k, v in match.groupdict().items() if k[0] == field and v), "")


def _article(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 4) : match.start()].lower()
    return match[0][:2].lower() == "le" or before.endswith(("le ", "du ", "au "))


def _is_year(match: re.Match[str], text: str) -> bool:
    if match["strong"] or _HEADING.match(text, match.start()):
        return True
    before = text[max(0, match.start("year") - 30) : match.start("year")]
    if _YEAR_OF.search(before):
        return bool(_YEAR_FOLLOWS.match(text, match.end()))
    before = before[-14:]
    if _YEAR_BEFORE.search(before):
        follows = text[match.end() : match.end() + 1]
        return follows != "\u00a0" or bool(_YEAR_FOLLOWS.match(text, match.end()))
    return (
        1900 <= int(match["year"]) <= 2049
        and bool(_YEAR_FOLLOWS.match(text, match.end()))
        and bool(_WEAK_BEFORE.search(before))
        and not _CODE_BEFORE.search(before)
    )


def _number(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < f else v for v, f in zip(values, following, strict=True))
