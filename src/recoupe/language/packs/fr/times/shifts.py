"""Periods counted from another time: "le mois dernier", "il y a trois jours"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import (
    Base,
    Duration,
    PhaseOf,
    Shift,
    Stretch,
    TimeExpression,
    Unit,
)
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.times.vocabulary import (
    AFTER,
    BEFORE,
    LAST,
    LEFT,
    MONTH,
    NAMED_DURATIONS,
    NEXT,
    NUMERAL,
    PHASES,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    number_of,
    unit_of,
    words_of,
)

TRIGGERS = words_of(UNITS) | words_of(NAMED_DURATIONS)

_CALENDAR_UNITS = frozenset(
    ("week", "weekend", "month", "quarter", "half-year", "year", "decade", "century", "day")
)
_NAMED = re.compile(
    rf"{LEFT}(?:l[ea]\s+|l{AP}|en\s+)(?P<unit>{UNIT})\s+"
    rf"(?:(?P<last>{LAST})|(?P<next>{NEXT}|à\s+venir|qui\s+vient(?!\w))|(?P<before>{BEFORE})|(?P<after>{AFTER}))",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    rf"{LEFT}(?:l[ea]\s+|au\s+cours\s+(?:du|de\s+la)\s+|du\s+|au\s+)"
    rf"(?P<turn>derni(?:er|[èe]re)|prochaine?)\s+(?P<unit>{UNIT})(?!\s+(?:de|du|des|avant)(?!\w)|\s+d{AP})",
    re.IGNORECASE,
)
_THIS = re.compile(
    rf"{LEFT}(?:ce|cette|cet)\s+(?:même\s+)?(?P<unit>{UNIT})(?:-ci|(?P<there>-là))?(?![\w-])",
    re.IGNORECASE,
)
_EDGE = re.compile(
    rf"{LEFT}(?:l[ea]\s+)?(?P<phase>début|fin|milieu|mi)(?:\s+(?:de\s+l{AP}|de\s+la\s+|du\s+|de\s+ce(?:tte|t)?\s+|d{AP})|-)(?P<unit>année|mois|semaine|siècle|décennie|trimestre|semestre)(?!\w)(?!\s+(?:{LAST}|{NEXT}|{BEFORE}|{AFTER}|dernier|prochain|\d))",
    re.IGNORECASE,
)
_COUNT = rf"(?:(?P<number>{NUMERAL})|(?P<vague>{VAGUE}))"
_LENGTH = rf"{_COUNT}\s+(?P<unit>{UNIT})(?P<half>\s+et\s+demie?)?"
_AGO = re.compile(
    rf"{LEFT}(?P<cue>il\s+y\s*a|voi(?:ci|là)|dans|d{AP}ici(?:\s+à)?)\s+(?:\w+\s+)?"
    rf"(?:(?:déjà|environ|près\s+de|à\s+peine|moins\s+de|plus\s+de|seulement)\s+)?"
    rf"(?P<length>{_LENGTH})(?!\s+(?:ferme|de\s+prison|qu[e'’]|d{AP}(?:emprisonnement|affilée)))",
    re.IGNORECASE,
)
_AGO_NAMED = re.compile(
    rf"{LEFT}(?P<cue>il\s+y\s*a|voi(?:ci|là)|dans|d{AP}ici(?:\s+à)?)\s+(?:(?:environ|plus|moins|près)\s+(?:d{AP})?)?"
    rf"(?P<length>(?:une?\s+)?(?P<name>{either(NAMED_DURATIONS)}))(?!\w)",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"{LEFT}(?P<length>(?:(?:environ|près\s+de|quelque)\s+)?{_LENGTH})\s+"
    rf"(?P<cue>plus\s+tôt|auparavant|avant|plus\s+tard|après)(?!\w)(?P<anchored>\s+(?:l[ea]s?|l{AP}|son|sa|leur|avoir|que|qu{AP}|cett?e?|ces|un|une|des|d{AP}|de))?",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(rf"\s+(?:[A-ZÀ-Ý\d]|{MONTH}|{WEEKDAY})")
_STRETCH = re.compile(
    rf"{LEFT}(?:ces|les|des|aux)\s+(?:(?P<n1>{NUMERAL})\s+)?(?:tout(?:e?s)?\s+)?"
    rf"(?P<turn>derni(?:er|ère)s|prochaine?s)\s+(?:(?P<n2>{NUMERAL})\s+)?(?P<unit>{UNIT})"
    rf"|{LEFT}(?:les|ces)\s+(?:(?P<n3>{NUMERAL})\s+)?(?P<unit2>{UNIT})\s+"
    rf"(?P<turn2>à\s+venir|qui\s+viennent|prochaine?s|passée?s|derni(?:er|ère)s|écoulée?s)(?!\w)",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield shifted periods and the stretches up to or from now."""
    for match in _NAMED.finditer(text, lo, hi):
        unit = unit_of(match["unit"])
        if unit not in _CALENDAR_UNITS:
            continue
        base: Base = "text" if match["before"] or match["after"] else "speech"
        shift = 1 if match["next"] or match["after"] else -1
        yield TimeExpression(match.start(), match.end(), Shift(unit, shift, base))
    for match in _FRONTED.finditer(text, lo, hi):
        unit = unit_of(match["unit"])
        sign = -1 if match["turn"].lower().startswith("d") else 1
        article = re.search(r"(?<!\w)l[ea]\s+$", text[: match.start("turn")], re.IGNORECASE)
        start = article.start() if article else match.start("turn")
        if unit in _CALENDAR_UNITS and unit != "day":
            yield TimeExpression(start, match.end(), Stretch(unit, 1, sign))
    for match in _THIS.finditer(text, lo, hi):
        unit = unit_of(match["unit"])
        if unit in _CALENDAR_UNITS:
            base = "text" if match["there"] else "speech"
            yield TimeExpression(match.start(), match.end(), Shift(unit, 0, base))
    for match in _EDGE.finditer(text, lo, hi):
        meaning = PhaseOf(Shift(unit_of(match["unit"]), 0), PHASES[match["phase"].lower()])
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _STRETCH.finditer(text, lo, hi):
        word = match["n1"] or match["n2"] or match["n3"]
        turn = (match["turn"] or match["turn2"]).lower()
        unit = unit_of(match["unit"] or match["unit2"])
        start = match.start()
        if match[0][:3].lower() in ("des", "aux"):
            start += 4
        sign = 1 if turn.startswith(("p", "à", "qui")) and not turn.startswith("pass") else -1
        amount = number_of(word) if word else None
        yield TimeExpression(start, match.end(), Stretch(unit, amount, sign))
    yield from _ago(text, lo, hi)


def _ago(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield times at a length from another: "il y a trois jours", "deux ans plus tard"."""
    for match in _AGO.finditer(text, lo, hi):
        yield _counted(match, -1 if match["cue"].lower().startswith(("il", "voi")) else 1, "speech")
    for match in _AGO_NAMED.finditer(text, lo, hi):
        amount, unit = NAMED_DURATIONS[normal(match["name"])]
        sign = -1 if match["cue"].lower().startswith(("il", "voi")) else 1
        length = TimeExpression(*match.span("length"), Duration(((amount, unit),)), True)
        meaning = Shift(unit, sign * amount, counted=True, sign=sign)
        yield TimeExpression(match.start(), match.end(), meaning, True, parts=(length,))
    for match in _LATER.finditer(text, lo, hi):
        cue = match["cue"].lower()
        if cue in ("avant", "après") and (
            match["anchored"] or _NAMED_AFTER.match(text, match.end("cue"))
        ):
            continue  # "trois jours après le vote": the event, not the text's last time
        yield _counted(match, 1 if cue in ("plus tard", "après") else -1, "text")


def _counted(match: re.Match[str], sign: int, base: Base) -> TimeExpression:
    unit: Unit = unit_of(match["unit"])
    amount = number_of(match["number"]) if match["number"] else None
    if amount is not None and match["half"]:
        amount += 0.5
    length = TimeExpression(*match.span("length"), Duration(((amount, unit),)))
    meaning = Shift(unit, None if amount is None else sign * amount, base, counted=True, sign=sign)
    end = match.end("cue") if base == "text" else match.end()
    return TimeExpression(match.start(), end, meaning, parts=(length,))
