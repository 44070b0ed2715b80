"""Hedges around a figure, and ranges of two."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import AP, either, index, lexicon, normal
from recoupe.language.packs.fr.quantities.cardinals import Figure
from recoupe.language.packs.fr.quantities.numerals import FIGURES, loose_pattern, value_of

WORDS = lexicon("numbers")
NUMERAL = rf"(?:{FIGURES}|{loose_pattern()}(?!\w))"
HEDGES: dict[str, str] = index(WORDS["hedges"])
_BEFORE = re.compile(
    rf"(?<!\w)(?P<hedges>(?:(?:{either(HEDGES)})(?:\s+|(?<=['’]))(?:les\s+|(?:de\s+)?(?:ces\s+|ses\s+))?)+)$",
    re.IGNORECASE,
)
HEDGE = re.compile(rf"(?<!\w){either(HEDGES)}", re.IGNORECASE)
_AFTER_HEDGES: dict[str, str] = index(WORDS["hedges_after"])
_AFTER = re.compile(
    rf"(?P<noun>(?:\s+(?!et\b|ou\b)[^\W\d]+)?)\s*,?\s+(?P<hedge>{either(_AFTER_HEDGES)})(?!\w)(?!\s+(?:\d|{AP}|un|une|deux|trois))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)entre\s+$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)(?:de\s+|d{AP})$", re.IGNORECASE)
_AND = re.compile(r"\s+et\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+à\s+$", re.IGNORECASE)
# "Huit, peut-être neuf millions", "douze, voire quinze personnes"
_PERHAPS = re.compile(
    r",?\s+(?:ou\s+)?(?:peut-être|voire|sinon|si\s+ce\s+n['’]est|ou\s+même)\s+", re.IGNORECASE
)
_LONGEST_GAP = 20
_OR = re.compile(r"\s+(?:ou|voire)\s+$", re.IGNORECASE)
_CHANGE = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS['change_stems'])})\w*\s[^.;:]*$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–]\s?$")
_MOST = re.compile(
    r"(?<!\w)(?:la\s+plupart|la\s+majorité)\s+(?:de\s+(?:ces|ses|leurs)|des)\s+$", re.IGNORECASE
)
_WINDOW = 40
_LAST_WORD = re.compile(r"([^\W\d_]+['’]?)\s*$")
_HEDGE_ENDS = frozenset(re.findall(r"[^\W\d_]+'?", " ".join(HEDGES))) | {
    "les",
    "ces",
    "ses",
    "des",
}
_AFTER_WORDS = frozenset(re.findall(r"[^\W\d_]+", " ".join(_AFTER_HEDGES)))
_TWO_WORDS = re.compile(r"[\s,]+([^\W\d_]+)(?:[\s,]+([^\W\d_]+))?")


def hedge_before(text: str, start: int) -> re.Match[str] | None:
    """Return the hedges that stand right before a figure, or None."""
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
    match = hedge_before(text, start)
    if match:
        start -= len(match[0])
        for hedge in HEDGE.findall(match["hedges"]):
            low, high, loose = applied(HEDGES[normal(hedge)], low, high)
            approximate = approximate or loose
            rules.append((RULES[HEDGES[normal(hedge)]], hedge))
    after = _hedge_after(text, end)
    if after:
        kind = _AFTER_HEDGES[normal(after["hedge"])]
        low, high, loose = applied(kind, low, high)
        approximate = approximate or loose
        rules.append((RULES[kind], after["hedge"]))
        if not after["noun"]:
            end = after.end()
    return _made(text, figure, start, end, low, high, approximate, rules)


RULES = {"at_least": "bounded-below", "at_most": "bounded-above", "about": "hedged-figure"}


def applied(
    kind: str, low: float | None, high: float | None
) -> tuple[float | None, float | None, bool]:
    """Return the bounds that a hedge leaves, and whether it makes them approximate."""
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
        if len(gap) > _LONGEST_GAP:
            continue
        opening = None
        perhaps = _PERHAPS.fullmatch(gap) is not None
        if _AND.fullmatch(gap):
            opening = _BETWEEN.search(before)
        elif _TO.fullmatch(gap):
            opening = _FROM.search(before)
            if opening and _CHANGE.search(text[max(0, first.start - 60) : first.start]):
                continue  # "passé de 412 à 538": two figures, then and now
        if opening is None and not (
            perhaps or _DASH.fullmatch(gap) or _OR.fullmatch(gap) or _TO.fullmatch(gap)
        ):
            continue
        factor = _shared_scale(text, first, last)
        low, high = first.value * factor, last.value
        unit = last.unit or first.unit
        if first.unit and last.unit and first.unit.symbol != last.unit.symbol:
            continue
        if not low < high or (low < 0 and opening is None):
            continue
        bare = unit is None and not _counts(text, last)
        if opening is None and bare and not (perhaps or _TO.fullmatch(gap)):
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
