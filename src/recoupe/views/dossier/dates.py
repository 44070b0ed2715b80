"""EDTF in words: ``2022-08/..`` to "depuis août 2022".

Only the forms that readings hold are put into words; any other value is shown
as it is, which is always true and never guessed.
"""

from functools import lru_cache

from recoupe.views.dossier.edtf import Parsed, parse
from recoupe.views.labels import Labels, get_labels


def in_words(value: str | None, lang: str) -> str:
    """Return an EDTF value in words: ``2022-08/..`` to "depuis août 2022".

    Args:
        value: EDTF, or None.
        lang: ISO 639-1 code of the interface.

    Returns:
        The date in words, the value itself where it has a form not known
        here, or an empty string for None.
    """
    return _in_words(value, lang) if value else ""


@lru_cache(maxsize=4096)
def _in_words(value: str, lang: str) -> str:
    labels = get_labels(lang)
    if value[:1] == "[" and value[-1:] == "]":
        dates = [part.strip() for part in value[1:-1].split(",")]
        return _edtf(
            labels, "one_of", dates=", ".join(_in_words(d, lang) if d else d for d in dates)
        )
    if "/" in value:
        return _interval(value, labels)
    parsed = parse(value)
    return _date(parsed, labels) if parsed else value


def _edtf(labels: Labels, key: str, **values: str) -> str:
    form: str = labels.family("edtf")[key]
    return form.format(**values)


def _date(parsed: Parsed, labels: Labels, year: bool = True) -> str:
    """Return one date in words, without its year if ``year`` is False."""
    if parsed.month is None:
        words = _year(parsed.year, labels)
    else:
        if parsed.season:
            words = labels.of("seasons", parsed.season)
        else:
            words = labels.listed("months")[parsed.month - 1]
        if parsed.day is not None:
            key = "first_day" if parsed.day == 1 else "day"
            words = _edtf(labels, key, day=str(parsed.day), month=words)
        if year:
            words = _edtf(labels, "with_year", rest=words, year=_year(parsed.year, labels))
    if parsed.time:
        words = _edtf(labels, "at", date=words, time=parsed.time)
    if parsed.mark:
        key = {"~": "around", "?": "uncertain", "%": "both"}[parsed.mark]
        words = _edtf(labels, key, date=words)
    return words


def _year(year: str, labels: Labels) -> str:
    if year.endswith("XX"):
        return _edtf(labels, "century", ordinal=_ordinal(int(year[:2]) + 1, labels.lang))
    if year.endswith("X"):
        return _edtf(labels, "decade", year=year[:3] + "0")
    return year


def _ordinal(number: int, lang: str) -> str:
    if lang == "fr":
        numerals = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
        roman, rest = "", number
        for step, letters in numerals:
            roman += letters * (rest // step)
            rest %= step
        return roman + ("er" if number == 1 else "e")
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _interval(value: str, labels: Labels) -> str:
    left, right = value.split("/", 1)
    start, end = parse(left), parse(right)
    open_left, open_right = left in ("", ".."), right in ("", "..")
    if start and open_right:
        return _edtf(labels, f"since_{_form(start)}", start=_date(start, labels))
    if end and open_left:
        form = "year" if end.month is None and end.year.isdigit() else _form(end)
        return _edtf(labels, f"until_{form}", end=_date(end, labels))
    if not start or not end:
        return value
    # "du 3 au 9 novembre 2022": what both ends share is said once, at the end.
    same_year = start.year == end.year and start.month is not None and end.month is not None
    bare = start.mark is None and start.time is None
    if same_year and bare and start.month == end.month and start.day and end.day:
        first = labels.lang == "fr" and start.day == 1
        begin = _edtf(labels, "first_day", month="").strip() if first else str(start.day)
    else:
        begin = _date(start, labels, year=not (same_year and bare))
    form = _form(start)
    if form == "other" and begin[:1].lower() in "aeiouyé":
        form = "vowel"
    opening = _edtf(labels, f"from_{form}", start=begin)
    return f"{opening} {_edtf(labels, f'to_{_form(end)}', end=_date(end, labels))}"


def _form(parsed: Parsed) -> str:
    return "day" if parsed.day is not None and parsed.mark is None else "other"
