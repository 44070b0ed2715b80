"""Collective numbers and parts of a whole: "une centaine", "la moitié", "un sur trois"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.quantities.bounds import (
    HEDGE,
    HEDGES,
    NUMERAL,
    RULES,
    WORDS,
    applied,
    hedge_before,
)
from recoupe.language.packs.fr.quantities.numerals import value_of
from recoupe.language.packs.fr.quantities.units import unit_after

_COLLECTIVES: dict[str, int] = WORDS["collectives"]
_COLLECTIVE = re.compile(
    rf"(?<![\w-])(?:(?P<vague>des|plusieurs|quelques|de\s+nombreu(?:ses|x)|les|(?P<bare>de))\s+(?P<plural>(?:{either(_COLLECTIVES)}|million|milliard)s)"
    rf"|(?P<number>une?(?:\s+(?:bonne|petite|bon|petit|grosse))?|(?!cents\s){NUMERAL}|la|cette|le)\s+(?P<noun>{either(_COLLECTIVES)})s?)(?!\w)"
    rf"(?P<nested>\s+de\s+(?P<inner>milliers|millions|milliards))?",
    re.IGNORECASE,
)
_INNER = {"milliers": 1_000, "millions": 1_000_000, "milliards": 1_000_000_000}
_FRACTIONS: dict[str, float] = WORDS["fractions"]
_FEW = either((*WORDS["units"], *WORDS["teens"]))
_PARTS = either(word.removesuffix("s") for word in _FRACTIONS if word != "moitié")
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<half>(?:la|une)\s+(?:bonne\s+)?moitié)|(?P<count>une?|les\s+deux|les\s+trois|le|{_FEW})\s+(?P<part>{_PARTS})s?(?!\w))"
    rf"(?=\s+(?:de\s|des\s|du\s|d{AP})|\s*[,.;)»]|\s*$)(?!\s+(?:de\s+finale|de\s+mi(?:lliard|llion)|d{AP}heure|de\s+siècle|temps|de\s+tour))",
    re.IGNORECASE,
)
# "1/4 des voix"; a day in figures has its article and is a time.
_SLASHED = re.compile(
    rf"(?<![\w/.,-])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=\s+(?:de\s|des\s|du\s|d{AP}))"
    r"(?!\s+de\s+(?:finale|tour|mi(?:lliard|llion)))"
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
        before = hedge_before(text, start)
        if before:
            for hedge in HEDGE.findall(before["hedges"]):
                kind = HEDGES[normal(hedge)]
                low_, high, _ = applied(kind, low, high)
                low = low_  # type: ignore[assignment]
                rules.append((RULES[kind], hedge))
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


def slashed(text: str) -> Iterator[QuantityExpression]:
    """Yield parts in figures: "1/4 des voix"."""
    for match in _SLASHED.finditer(text):
        part, whole = int(match["part"]), int(match["whole"])
        if part < whole:
            yield _share(text, match, round(100 * part / whole, 4), "ratio")


def _share(
    text: str, match: re.Match[str], value: float, rule: str = "share"
) -> QuantityExpression:
    start = match.start()
    low: float | None = value
    high: float | None = value
    approximate = False
    rules = [(rule, match[0])]
    before = hedge_before(text, start)
    if before:
        for hedge in HEDGE.findall(before["hedges"]):
            kind = HEDGES[normal(hedge)]
            low, high, loose = applied(kind, low, high)
            approximate = approximate or loose
            rules.append((RULES[kind], hedge))
        start -= len(before[0])
    return QuantityExpression(start, match.end(), low, high, "%", approximate, tuple(rules))
