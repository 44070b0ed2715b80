"""Hedges around a figure, ranges of two, and shares of a whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import AP, either, index, lexicon, normal
from recoupe.language.packs.fr.quantities.cardinals import Figure
from recoupe.language.packs.fr.quantities.numerals import FIGURES, loose_pattern, value_of
from recoupe.language.packs.fr.quantities.units import unit_after

WORDS = lexicon("numbers")
NUMERAL = rf"(?:{FIGURES}|{loose_pattern()}(?!\w))"
_HEDGES: dict[str, str] = index(WORDS["hedges"])
_BEFORE = re.compile(
    rf"(?<!\w)(?P<hedges>(?:(?:{either(_HEDGES)})(?:\s+|(?<=['’]))(?:les\s+|(?:de\s+)?(?:ces\s+|ses\s+))?)+)$",
    re.IGNORECASE,
)
_HEDGE = re.compile(rf"(?<!\w){either(_HEDGES)}", re.IGNORECASE)
_AFTER_HEDGES: dict[str, str] = index(WORDS["hedges_after"])
_AFTER = re.compile(
    rf"(?P<noun>(?:\s+(?!et\b|ou\b)[^\W\d]+)?)\s*,?\s+(?P<hedge>{either(_AFTER_HEDGES)})(?!\w)(?!\s+(?:\d|{AP}|un|une|deux|trois))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)entre\s+$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)(?:de\s+|d{AP})$", re.IGNORECASE)
_AND = re.compile(r"\s+et\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+à\s+$", re.IGNORECASE)
_OR = re.compile(r"\s+(?:ou|voire)\s+$", re.IGNORECASE)
_CHANGE = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS['change_stems'])})\w*\s[^.;:]*$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–]\s?$")
_MOST = re.compile(
    r"(?<!\w)(?:la\s+plupart|la\s+majorité)\s+(?:de\s+(?:ces|ses|leurs)|des)\s+$", re.IGNORECASE
)
_WINDOW = 40
_LAST_WORD = re.compile(r"([^\W\d_]+['’]?)\s*$")
_HEDGE_ENDS = frozenset(re.findall(r"[^\W\d_]+'?", " ".join(_HEDGES))) | {
    "les",
    "ces",
    "ses",
    "des",
}
_AFTER_WORDS = frozenset(re.findall(r"[^\W\d_]+", " ".join(_AFTER_HEDGES)))
_TWO_WORDS = re.compile(r"[\s,]+([^\W\d_]+)(?:[\s,]+([^\W\d_]+))?")


def _hedge_before(text: str, start: int) -> re.Match[str] | None:
    before = text[max(0, start - _WINDOW) : start]
    word = _LAST_WORD.search(before[-14:])
    if word is None or normal(word[1]) not in _HEDGE_ENDS:
        return None
    return _BEFORE.search(before)


def _hedge_after(text: str, end: int) -> re.Match[str] | None:
    words = _TWO_WORDS.match(text, end)
    if words is None or _AFTER_WORDS.isdisjoint((words[1].lower(), (words[2] or "").lower())):
        return None
    return _AFTER.match(text, end)


def hedged(text: str, figure: Figure) -> QuantityExpression:
    """Return a figure with the hedges around it."""
    rules = list(figure.rules)
    start, end = figure.start, figure.end
    low: float | None = figure.value
    high: float | None = figure.value
    approximate = False
    before = text[max(0, start - _WINDOW) : start]
    most = _MOST.search(before) if before.endswith("s ") else None
    if most:
        rules.append(("most-of", most[0].strip()))
        return _made(text, figure, start - len(most[0]), end, figure.value / 2, high, True, rules)
    match = _hedge_before(text, start)
    if match:
        start -= len(match[0])
        for hedge in _HEDGE.findall(match["hedges"]):
            low, high, loose = _apply(_HEDGES[normal(hedge)], low, high)
            approximate = approximate or loose
            rules.append((_RULES[_HEDGES[normal(hedge)]], hedge))
    after = _hedge_after(text, end)
    if after:
        kind = _AFTER_HEDGES[normal(after["hedge"])]
        low, high, loose = _apply(kind, low, high)
        approximate = approximate or loose
        rules.append((_RULES[kind], after["hedge"]))
        if not after["noun"]:
            end = after.end()
    return _made(text, figure, start, end, low, high, approximate, rules)


_RULES = {"at_least": "bounded-below", "at_most": "bounded-above", "about": "hedged-figure"}


def _apply(
    kind: str, low: float | None, high: float | None
) -> tuple[float | None, float | None, bool]:
    if kind == "at_least":
        return low, None, False
    if kind == "at_most":
        return None, high, False
    return low, high, True


def _made(
    text: str,
    figure: Figure,
    start: int,
    end: int,
    low: float | None,
    high: float | None,
    approximate: bool,
    rules: Sequence[tuple[str, str]],
) -> QuantityExpression:
    unit = figure.unit.symbol if figure.unit else None
    return QuantityExpression(start, end, low, high, unit, approximate, tuple(rules))


def ranges(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int, QuantityExpression]]:
    """Yield ranges: index of the first figure, of the last, and what they make."""
    for index_of, (first, last) in enumerate(pairwise(figures)):
        gap = text[first.end : last.start]
        before = text[max(0, first.start - 8) : first.start]
        if len(gap) > 8:
            continue
        opening = None
        if _AND.fullmatch(gap):
            opening = _BETWEEN.search(before)
        elif _TO.fullmatch(gap):
            opening = _FROM.search(before)
            if opening and _CHANGE.search(text[max(0, first.start - 60) : first.start]):
                continue  # "passé de 412 à 538": two figures, then and now
        if opening is None and not (
            _DASH.fullmatch(gap) or _OR.fullmatch(gap) or _TO.fullmatch(gap)
        ):
            continue
        factor = _shared_scale(text, first, last)
        low, high = first.value * factor, last.value
        unit = last.unit or first.unit
        if first.unit and last.unit and first.unit.symbol != last.unit.symbol:
            continue
        if not low < high or (low < 0 and opening is None):
            continue
        if opening is None and not _TO.fullmatch(gap) and unit is None and not _counts(text, last):
            continue  # a score or a code
        if opening is None and high > 100 * max(low, 1):
            continue
        start = first.start - (len(opening[0]) if opening else 0)
        rules = (*first.rules, *last.rules, ("range", text[start : last.end]))
        symbol = unit.symbol if unit else None
        yield (
            index_of,
            index_of + 1,
            QuantityExpression(start, last.end, low, high, symbol, False, rules),
        )


def joined(
    text: str, first: QuantityExpression, last: QuantityExpression
) -> QuantityExpression | None:
    """Return the range that two bounds make ("plus de 10 et moins de 40"), None if they don't."""
    if not _AND.fullmatch(text[first.end : last.start]) or first.unit not in (None, last.unit):
        return None
    ends = (first.low, first.high, last.low, last.high)
    low = first.low if first.high is None else last.low
    high = last.high if first.high is None else first.high
    if ends.count(None) != 2 or low is None or high is None or not low < high:
        return None
    rules = (*first.rules, *last.rules, ("range", text[first.start : last.end]))
    return QuantityExpression(first.start, last.end, low, high, last.unit, False, rules)


def is_score(text: str, first: Figure, last: Figure) -> bool:
    """Tell a score or a code ("3-1") from a range: two bare figures around a dash."""
    return bool(_DASH.fullmatch(text[first.end : last.start])) and not _counts(text, last)


def _counts(text: str, figure: Figure) -> bool:
    return figure.unit is not None or bool(re.match(r"\s+[a-zà-ÿ]{3,}", text[figure.words :]))


def _shared_scale(text: str, first: Figure, last: Figure) -> float:
    """Return the scale that "de 2 à 3 millions" leaves out of its first figure."""
    if first.value >= 1000 or not last.numeral or last.value < 1e6 or first.value >= last.value:
        return 1
    factor = last.value / value_of(last.numeral, measured=True)
    return factor if factor >= 1000 else 1


# Collective numbers ("une centaine"), shares ("la moitié", "un sur trois").
_COLLECTIVES: dict[str, int] = WORDS["collectives"]
_COLLECTIVE = re.compile(
    rf"(?<![\w-])(?:(?P<vague>des|plusieurs|quelques|de\s+nombreu(?:ses|x)|les|(?P<bare>de))\s+(?P<plural>(?:{either(_COLLECTIVES)}|million|milliard)s)"
    rf"|(?P<number>une?(?:\s+(?:bonne|petite|bon|petit|grosse))?|{NUMERAL}|la|cette|le)\s+(?P<noun>{either(_COLLECTIVES)})s?)(?!\w)"
    rf"(?P<nested>\s+de\s+(?P<inner>milliers|millions|milliards))?",
    re.IGNORECASE,
)
_INNER = {"milliers": 1_000, "millions": 1_000_000, "milliards": 1_000_000_000}
_FRACTIONS: dict[str, float] = WORDS["fractions"]
_FEW = either((*WORDS["units"], *WORDS["teens"]))
_PARTS = either(word.removesuffix("s") for word in _FRACTIONS if word != "moitié")
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<half>(?:la|une)\s+(?:bonne\s+)?moitié)|(?P<count>une?|les\s+deux|les\s+trois|le|{_FEW})\s+(?P<part>{_PARTS})s?(?!\w))"
    rf"(?=\s+(?:de\s|des\s|du\s|d{AP})|\s*[,.;)»]|\s*$)(?!\s+(?:de\s+finale|d{AP}heure|de\s+siècle|temps|de\s+tour))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?<![\w-])(?P<part>une?|{NUMERAL})(?P<noun>\s+[^\W\d]+){{0,2}}?\s+sur\s+(?P<whole>{NUMERAL})(?![\w%-]|\s*%|\s+(?:km|kilomètres?|mètres?|ans|mois|jours|semaines|heures))",
    re.IGNORECASE,
)
_COUNTS = {"un": 1, "une": 1, "le": 1, "les deux": 2, "les trois": 3}


def collectives(text: str, lo: int, hi: int) -> Iterator[QuantityExpression]:
    """Yield "une centaine" (about 100) and "des centaines" (at least 100, open above)."""
    for match in _COLLECTIVE.finditer(text, lo, hi):
        inner = _INNER[match["inner"].lower()] if match["inner"] else 1
        rules: list[tuple[str, str]] = []
        start, end = match.span()
        scaled = bool(match["inner"]) or (match["plural"] or "").lower().startswith("mill")
        unit = unit_after(text, end, scaled=True)
        if match["plural"]:
            if match["vague"].lower() == "les" or (match["bare"] and not _has_noun(text, end)):
                continue
            start = match.start("plural") if match["bare"] else match.start()
            noun = match["plural"].lower().removesuffix("s")
            base = {**_COLLECTIVES, "million": 1_000_000, "milliard": 1_000_000_000}[noun]
            low, high = float(base * inner), None
            rules.append(("open-plural", match[0]))
        else:
            number = normal(match["number"])
            count = 1.0
            if number.split()[0] not in ("un", "une", "la", "le", "cette"):
                count = value_of(match["number"], measured=True)
            low = high = count * _COLLECTIVES[match["noun"].lower()] * inner
            quarantine = match["noun"].lower() == "quarantaine" and count == 1
            if (number in ("la", "le") or quarantine) and not _has_noun(text, end):
                continue  # "la quarantaine", "la quinzaine"
            rules.append(("collective-number", match[0]))
        if unit and unit[1].inferred:
            rules.append(("currency-assumed", text[end : unit[0]].strip()))
        symbol = unit[1].symbol if unit and (scaled or unit) else None
        before = _hedge_before(text, start)
        if before:
            for hedge in _HEDGE.findall(before["hedges"]):
                kind = _HEDGES[normal(hedge)]
                low_, high, _ = _apply(kind, low, high)
                low = low_  # type: ignore[assignment]
                rules.append((_RULES[kind], hedge))
            start -= len(before[0])
        yield QuantityExpression(
            start, unit[0] if unit else end, low, high, symbol, True, tuple(rules)
        )


def _has_noun(text: str, end: int) -> bool:
    return bool(re.match(rf"\s+(?:de\s|d{AP})", text[end:]))


def shares(text: str, lo: int, hi: int) -> Iterator[QuantityExpression]:
    """Yield parts of a whole, in percent."""
    for match in _SHARE.finditer(text, lo, hi):
        if match["half"]:
            value = 50.0
        else:
            part = match["part"].lower()
            part = "tiers" if part == "tier" else part
            words = normal(match["count"])
            if words == "le" and part != "tiers":
                continue
            count = _COUNTS[words] if words in _COUNTS else value_of(words)
            value = round(count * _FRACTIONS[part], 4)
            if value > 100:
                continue  # "cent cinquièmes"
        yield _share(text, match, value)
    for match in _RATIO.finditer(text, lo, hi):
        part_word, whole_word = match["part"], match["whole"]
        part_value = 1.0 if normal(part_word) in ("un", "une") else value_of(part_word)
        whole = value_of(whole_word)
        if part_value >= whole or whole < 2:
            continue
        yield _share(text, match, round(100 * part_value / whole, 4), "ratio")


def _share(
    text: str, match: re.Match[str], value: float, rule: str = "share"
) -> QuantityExpression:
    start = match.start()
    low: float | None = value
    high: float | None = value
    approximate = False
    rules = [(rule, match[0])]
    before = _hedge_before(text, start)
    if before:
        for hedge in _HEDGE.findall(before["hedges"]):
            kind = _HEDGES[normal(hedge)]
            low, high, loose = _apply(kind, low, high)
            approximate = approximate or loose
            rules.append((_RULES[kind], hedge))
        start -= len(before[0])
    return QuantityExpression(start, match.end(), low, high, "%", approximate, tuple(rules))
