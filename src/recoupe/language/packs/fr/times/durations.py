"""Lengths of time: "trois jours", "30,4 secondes", "une heure et demie", "quinquennat"."""

import re
from collections.abc import Iterator
from typing import get_args

from recoupe.language.expressions import Duration, TimeExpression, Unit
from recoupe.language.packs.fr.grammar import AP, either, literal, normal
from recoupe.language.packs.fr.times.vocabulary import (
    AFTER,
    BEFORE,
    LAST,
    LEFT,
    NAMED_DURATIONS,
    NEXT,
    NUMERAL,
    UNIT,
    UNITS,
    VAGUE,
    WORDS,
    number_of,
    unit_of,
    words_of,
)

TRIGGERS = words_of(UNITS) | words_of(NAMED_DURATIONS) | {"h", "min"}

_ABOUT = (
    r"(?P<about>(?:environ|à\s+peu\s+près|près\s+de|plus\s+de|moins\s+de|presque|quelque"
    r"|au\s+moins)\s+)?"
)
_LENGTH = re.compile(
    rf"{LEFT}{_ABOUT}(?:(?P<number>{NUMERAL})|(?P<vague>{VAGUE}))[\s-]+(?:(?:longue?s|bonne?s|petite?s)\s+)?"
    rf"(?P<unit>{UNIT})(?P<half>\s+et\s+demie?(?!\w))?"
    rf"(?P<more>(?:(?:\s*,\s*|\s+(?:et\s+)?)(?:{NUMERAL})\s*(?:{UNIT}))*)",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?P<number>{NUMERAL})\s*(?P<unit>{UNIT})", re.IGNORECASE)
# "Toute la journée", "une année entière"; with its own time behind it the whole is that time.
_WHOLE = re.compile(
    rf"{LEFT}(?:toute?\s+(?:l[ea]\s+|l{AP})(?P<all>{UNIT})"
    rf"|(?:une?\s+|l[ea]\s+|l{AP})(?P<entire>{UNIT})\s+enti(?:er|ère)(?!\w))(?![\w-])"
    rf"(?!\s+(?:\d|de(?!\w)|du(?!\w)|d{AP}|{LAST}|{NEXT}|{BEFORE}|{AFTER}))",
    re.IGNORECASE,
)
_NAME = re.compile(rf"{LEFT}(?:une?\s+)?(?P<name>{either(NAMED_DURATIONS)})(?!\w)", re.IGNORECASE)
# "2h30 de route" lasts; "à 2h30" is a time of day, which `clocks` finds.
_FIGURES = re.compile(
    rf"(?:\b(?:en|pendant|pour|durant|dure|duré|après)\s+)(?P<one>(?P<h>\d{{1,2}})\s?h\s?(?P<m>\d{{2}})?(?!\w))"
    rf"|{LEFT}(?P<two>(?P<h2>\d{{1,2}})\s?h\s?(?P<m2>\d{{2}})?)(?=\s+(?:de\s|par\s|d{AP}))",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    rf"(?:^|\W)(?:{'|'.join(literal(words) for words in WORDS['age_before'])})\s*$", re.IGNORECASE
)
_FIRST_AGE = re.compile(r"\d+\s+(?:à|et|ou)\s+$")  # "âgés de 12 à 17 ans"
_OF_ONE = re.compile(rf"d{AP}$")
_OF = re.compile(r"(?P<noun>[\w-]+)(?:\s+[\w-]+)?\s+(?:de|d['’])\s*$", re.IGNORECASE)
_NAME_AND_COMMA = re.compile(r"(?:[A-ZÉÈÀÂÎÔÇ][\w'’.-]*|\))\s*[,(]\s*$")
_SIZES: tuple[str, ...] = get_args(Unit)
_FIGURE_NOUN = frozenset(WORDS["duration_nouns"])
# "de la deuxième année", "au premier trimestre" are dates or ranks; "un jour" alone is neither.
_NOT_LENGTH = re.compile(
    r"(?:une?|des)\s+(?:jours?|années?|fins?\s+de\s+semaine|week-?ends?|semaines?|nuits?|journées?|mois|soirées?)",
    re.IGNORECASE,
)
_SECOND_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»\"]|$)|\s+(?:plus\s+t|après|avant|et\s+demie|de|à)(?!\w)"
)
_AFTER_ONE = re.compile(
    r"\s*(?:et\s+demie?|après|avant|plus\s+(?:tôt|tard)|auparavant|entière?)\b", re.IGNORECASE
)
_LENGTH_BEFORE = re.compile(
    rf"(?:\b(?:dur(?:e|ent|er|era|eront|é|ait|aient|a)|pendant|durant|depuis|en|pour|sous|après|avant|sur|toutes?|dans|d{AP}ici(?:\s+à)?)\s+|\bd{AP})$",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield lengths of time; ages are none."""
    for match in _LENGTH.finditer(text, lo, hi):
        if _is_length(match, text):
            yield _length(match)
    for match in _WHOLE.finditer(text, lo, hi):
        unit = unit_of(match["all"] or match["entire"])
        yield TimeExpression(match.start(), match.end(), Duration(((1.0, unit),)))
    for match in _NAME.finditer(text, lo, hi):
        if _AGE_BEFORE.search(_OF_ONE.sub("de ", text[max(0, match.start() - 40) : match.start()])):
            continue  # "âgé d'une vingtaine d'années"
        count, unit = NAMED_DURATIONS[normal(match["name"])]
        start = (
            match.start() if match["name"].lower()[:2] not in ("qu", "se") else match.start("name")
        )
        if match["name"].lower().startswith("quart"):
            start = match.start()
        loose = match["name"].lower().endswith(("jours", "années", "minutes", "mois"))
        yield TimeExpression(start, match.end(), Duration(((count, unit),)), loose)
    for match in _FIGURES.finditer(text, lo, hi):
        group = "one" if match["one"] else "two"
        hours = float(match["h"] or match["h2"])
        minutes = match["m"] or match["m2"]
        clock: tuple[tuple[float | None, Unit], ...] = ((hours, "hour"),)
        if minutes:
            clock = (*clock, (float(minutes), "minute"))
        yield TimeExpression(*match.span(group), Duration(clock))


def _is_length(match: re.Match[str], text: str) -> bool:
    """Tell a length from an age, a name or a day that is not told ("un jour, il viendra")."""
    if unit_of(match["unit"]) == "year" and _is_age(match, text):
        return False
    if match["unit"][0].isupper() and not match["unit"].isupper():
        return False  # "les 24 Heures du Mans"
    if (_NOT_LENGTH.fullmatch(match[0]) or match["vague"] == "des") and not (
        _LENGTH_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        or _AFTER_ONE.match(text, match.end())
    ):
        return False
    # "une seconde vague"
    return match[0].lower() != "une seconde" or bool(_SECOND_ENDS.match(text, match.end()))


def _length(match: re.Match[str]) -> TimeExpression:
    """Return one length, which may be told in several units, each smaller than the last."""
    amount = number_of(match["number"]) if match["number"] else None
    if amount is not None and match["half"]:
        amount += 0.5
    lengths: tuple[tuple[float | None, Unit], ...] = ((amount, unit_of(match["unit"])),)
    end = match.start("more")
    for more in _MORE.finditer(match["more"]):
        smaller = unit_of(more["unit"])
        if _SIZES.index(smaller) >= _SIZES.index(lengths[-1][1]):
            break  # "entre 17 heures et 18 heures"
        lengths = (*lengths, (number_of(more["number"]), smaller))
        end = match.start("more") + more.end()
    return TimeExpression(match.start(), end, Duration(lengths), bool(match["about"]))


def _is_age(match: re.Match[str], text: str) -> bool:
    """Tell an age from a duration by the words around: "Marie, 38 ans,", "âgé de 38 ans"."""
    if not match["number"] or match["unit"].lower() not in ("ans", "an"):
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    before = _FIRST_AGE.sub("", before)
    if _AGE_BEFORE.search(before) or _AGE_BEFORE.search(before + (match["about"] or "")):
        return True
    after = text[match.end() : match.end() + 12].lstrip()
    if _NAME_AND_COMMA.search(before) and after[:1] in ",)":
        return True
    noun = _OF.search(before)
    if after.lower().startswith(("ferme", "avec sursis", "dont ")):
        return False  # "une peine, dont la dernière de 12 ans ferme"
    if noun and not after.lower().startswith(("d'", "d’", "de ")):
        nouns = set(re.findall(r"[\w-]+", before.lower())[-3:])
        return not nouns & _FIGURE_NOUN
    return False
