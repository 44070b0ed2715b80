"""One figure: digits or words, its scale and its unit; and what is no quantity at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.language.packs.fr.grammar import either, lexicon, normal
from recoupe.language.packs.fr.quantities.numerals import (
    FIGURES,
    figures,
    in_words,
    value_of,
    words_pattern,
)
from recoupe.language.packs.fr.quantities.units import UnitWord, money_before, unit_after

WORDS = lexicon("numbers")
_SCALES = {form: value for word, value in WORDS["scales"].items() for form in (word, word + "s")}
_SHORT_SCALES: dict[str, int] = WORDS["short_scales"]
_SCALE = rf"{either(_SCALES)}(?!\w)"
_SHORT = either(_SHORT_SCALES)
_MILLE = r"(?:mille|milliers?)(?!\w)"

_FIGURE = re.compile(
    rf"(?<![\w/#@&=%])(?<![\w)][.,:'’+])(?<![A-Za-zÀ-ÿ][-–−])(?P<minus>[-−](?=\d))?(?P<figures>{FIGURES})(?![\d])"
    rf"(?:\s?(?P<short>{_SHORT})(?=\s?[€$£])|\s*(?P<scale>{_SCALE}|{_MILLE})(?:\s+(?P<double>{_SCALE}))?)?"
    rf"(?P<half>\s+et\s+demie?(?!\w))?"
)
_DIGITS = re.compile(r"[0-9]+")
_MINUS = re.compile(r"(?:^|[\s(])[-−]$")
_WORDED = re.compile(
    rf"(?<![\w-])(?:(?P<one>une?)\s+(?:demi-)?(?P<onescale>million|milliard|billion)(?!\w)|(?P<demi>demi-(?:million|milliard))(?!\w)"
    rf"|(?:un\s+)?quart\s+de\s+(?P<quarter>million|milliard)(?!\w)"
    rf"|(?P<whole>zéro|{words_pattern()})\s+virgule\s+(?P<zeros>(?:zéro\s+)*)(?P<decimals>{words_pattern()})(?![\w’'])"
    rf"(?:\s+(?:de\s+)?(?P<worded_scale>{_SCALE}))?"
    rf"|(?P<words>{words_pattern()})(?![\w’']|-[^\W\d])(?:\s+(?:de\s+)?(?P<scale>{_SCALE}))?(?:\s+(?P<double>de\s+milliards)(?!\w))?)"
    rf"(?P<half>\s+et\s+demie?(?!\w))?",
    re.IGNORECASE,
)
# Anything that clings to figures makes a code, an hour or an ordinal of them.
_CLINGS = re.compile(
    r"\s?(?:h|H)(?:\s?\d\d)?(?![\w])|(?:e|ᵉ|è|er|ers|ère|ères|re|nd|nde|d|ème|emes|èmes|ième|es|º)(?!\w)|[^\W\d]|-[^\W\d]|[/@_&=]\w|\.\w|:\d"
)
# Years before our era, and what dates them: "de 931 à 586 avant J.-C.".
_ERA = re.compile(
    r"(?:\s?(?:à|/|-|–)\s?\d+)*\s+(?:avant|après|av\.|ap\.)\s+(?:J\.|J-|Jésus|notre\s+ère)"
)
_REFERENCE = re.compile(
    rf"(?:^|[^\w-])(?:{either(WORDS['reference_before'])})\s*(?:[:°]\s*)?(?:\d[\w.-]*\s*(?:,|et|à)\s*)?$",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:\+\d{1,3}[\s.]?)?(?<!\d)\d{2}(?:[ .]\d{2}){3,4}(?!\d)"
    r"|\+\d{1,3}(?:[ .-]\d{2,4}){2,}|\+\d{6,}"
)
_NAME_BEFORE = re.compile(r"(?P<word>[A-ZÉÈÀÂÎÔÇ][\w'’-]*)\s$")
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z]{2,}\b|[A-Z]\d|Heures(?!\w)|(?:[A-Z][\w'’-]+\s){0,2}(?:Avenue|Street|Road|Square|Boulevard)(?!\w))"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;«»\"“(–—-]\s*)$")
# "neuf" is an adjective too, "six" and "dix" never are.
_NEW = re.compile(
    r"\s+(?:autres\s+|[^\W\d]+[sx](?!\w)|ans|mois|heures|fois)|\s+(?:pour\s+cent|%|sur\s|à\s+\w+)",
    re.IGNORECASE,
)
# "n'en reconnaît que neuf"
_NOTHING_BUT = re.compile(r"\b(?:que|seulement)\s$", re.IGNORECASE)
_NEAR = 12
"""Characters before a figure among which that stands."""
_CLOSED = re.compile(r"\s*(?:[.,;:!?)»]|$)")
# "15 euros 50", "treize euros et quarante-cinq centimes".
_CENTS = re.compile(
    rf"\s+(?:et\s+)?(?:(?P<figures>[0-9]{{2}})(?![\w.,]\d|\s?%)(?:\s+(?:cents|centimes)(?!\w)|(?=\s*(?:[.,;:!?)»]|$)))"
    rf"|(?P<words>{words_pattern()})\s+(?:cents|centimes)(?!\w))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s+et\s+demie?(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"\bpour[\s-]$", re.IGNORECASE)
_ALONE = frozenset(("un", "une"))


def _is_nine(text: str, start: int, end: int) -> bool:
    """Tell "neuf" that counts from the one that is new."""
    if _NEW.match(text, end):
        return True
    return bool(
        _NOTHING_BUT.search(text, max(0, start - _NEAR), start) and _CLOSED.match(text, end)
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit.

    Attributes:
        start: Offset of the first character.
        end: Offset just past the last one, unit included.
        value: Its value, scale applied.
        unit: Its unit, None for a count.
        words: Offset where the figure itself ends, before the unit.
        rules: Pairs of a rule's name and the words it rests on.
        numeral: The figure as written, without scale.
    """

    start: int
    end: int
    value: float
    unit: UnitWord | None
    words: int
    rules: tuple[tuple[str, str], ...] = ()
    numeral: str = ""


def find(text: str, worded: Sequence[int]) -> Iterator[Figure]:
    """Yield figures in order; ordinals, references, names and codes are left out.

    Args:
        text: The sentence.
        worded: Offsets of the words that may begin a number in words.
    """
    starts = [(match.start(), True) for match in _DIGITS.finditer(text)]
    starts.extend((start, False) for start in worded)
    starts.sort()
    phones = [match.span() for match in _PHONE.finditer(text)] if len(starts) > 3 else []
    position = refused = 0
    for start, is_digit in starts:
        if start < position:
            continue
        if refused and start == refused + 1 and text[refused] in "-–/.":
            refused = _DIGITS.match(text, start).end() if is_digit else 0  # type: ignore[union-attr]
            continue
        if is_digit:
            match = _FIGURE.match(text, start)
            if (
                match
                and text[start - 1 : start] in "-−"
                and start
                and _MINUS.match(text[:start][-2:])
            ):
                match = _FIGURE.match(text, start - 1) or match
        else:
            match = _WORDED.match(text, start)
        if match is None:
            refused = _DIGITS.match(text, start).end() if is_digit else 0  # type: ignore[union-attr]
            continue
        figure = None
        if not any(low < match.end() and match.start() < high for low, high in phones):
            figure = _in_figures(match, text) if is_digit else _in_words(match, text)
        if figure is not None:
            yield figure
        refused = match.end("figures") if figure is None and is_digit else 0
        position = max(match.end(), figure.end if figure else 0)


def _in_figures(match: re.Match[str], text: str) -> Figure | None:
    start, end = match.span()
    numeral = match["figures"]
    scaled = bool(match["scale"] or match["short"])
    if _ERA.match(text, match.end("figures")):
        return None
    if _CLINGS.match(text, match.end("figures")) and not scaled and not _has_symbol(text, end):
        return None
    unit = unit_after(text, end, scaled=scaled)
    before = money_before(text, start)
    if unit is None and before is not None:
        unit = (end, before[1])
    if not scaled and unit is None and _is_reference(text, start, end, numeral):
        return None
    rules: list[tuple[str, str]] = []
    value = figures(numeral, measured=scaled or unit is not None)
    if "," in numeral and value >= 1000 and "," not in f"{value}" and re.fullmatch(
        r"\d{1,3}(?:,\d{3})+", numeral
    ):  # fmt: skip
        rules.append(("comma-parts-thousands", numeral))
    value = _scaled(value, match)
    if match["minus"]:
        value = -value
    return _figure(
        before[0] if before and unit and unit[0] == end else start, end, value, unit, rules, text,
        numeral,
    )  # fmt: skip


def _has_symbol(text: str, end: int) -> bool:
    return unit_after(text, end, scaled=False) is not None and not re.match(r"[A-Z]?\d", text[end:])


def _in_words(match: re.Match[str], text: str) -> Figure | None:
    start, end = match.span()
    words = match["words"]
    if words is None:
        value = _in_scales(match)
    else:
        if words.lower() in _ALONE and not match["scale"]:
            return None
        if words.lower() == "cents":
            return None  # the coins
        if words.lower() == "cent" and _PERCENT.search(text, max(0, start - 6), start):
            return None  # "pour cent" without a figure
        if words.lower() == "neuf" and not match["scale"] and not _is_nine(text, start, end):
            return None
        if words[0].isupper() and not words.isupper() and not _starts(text, start):
            return None  # "le Onze", "Trois Vallées"
        value = _scaled(in_words(words), match)
    scaled = bool(not words or match["scale"] or words.lower().endswith("mille"))
    unit = unit_after(text, end, scaled=scaled)
    if unit is None and not scaled and _refers(text[max(0, start - 30) : start]):
        return None
    return _figure(start, end, value, unit, [], text, words or "")


def _in_scales(match: re.Match[str]) -> float:
    """Return the value of "un million", "un demi-million", "un quart de million"."""
    if match["whole"]:
        return _decimal(match)
    scales = WORDS["scales"]
    if match["quarter"]:
        return float(scales[match["quarter"].lower()] / 4)
    value = float(scales[(match["onescale"] or match["demi"]).lower().removeprefix("demi-")])
    if match["demi"] or "demi-" in match[0].lower():
        value /= 2
    return value * 1.5 if match["half"] else value


def _decimal(match: re.Match[str]) -> float:
    """Return the value of "deux virgule cinq", "zéro virgule zéro cinq million"."""
    whole = "0" if match["whole"].lower() == "zéro" else f"{in_words(match['whole']):.0f}"
    zeros = "0" * len(match["zeros"].split())
    value = float(f"{whole}.{zeros}{in_words(match['decimals']):.0f}")
    scale = match["worded_scale"]
    return round(value * _SCALES[normal(scale)], 6) if scale else value


def _scaled(value: float, match: re.Match[str]) -> float:
    groups = match.groupdict()
    scale = groups.get("scale")
    factor = 1.0
    if scale:
        word = normal(scale)
        factor = _SCALES.get(word, 1000)
    if groups.get("short"):
        factor = _SHORT_SCALES[groups["short"]]
    if groups.get("double"):
        factor *= _SCALES[normal(groups["double"]).removeprefix("de ")]
    if groups.get("half"):
        value += 0.5
    return round(value * factor, 6)


def _figure(
    start: int,
    end: int,
    value: float,
    unit: tuple[int, UnitWord] | None,
    rules: list[tuple[str, str]],
    text: str,
    numeral: str,
) -> Figure:
    if unit is None:
        return Figure(start, end, value, None, end, tuple(rules), numeral)
    if half := _HALF.match(text, unit[0]):
        value += 0.5  # "trois tonnes et demie"
        unit = half.end(), unit[1]
    if unit[1].money and (cents := _CENTS.match(text, unit[0])):
        value = round(value + value_of(cents["figures"] or cents["words"]) / 100, 2)
        unit = cents.end(), unit[1]
    if unit[1].inferred:
        rules.append(
            (
                "currency-assumed",
                text[end : unit[0]].strip()
                or text[start:end].split(numeral, maxsplit=1)[0].strip(),
            )
        )
    return Figure(start, unit[0], value, unit[1], end, tuple(rules), numeral)


def _is_reference(text: str, start: int, end: int, numeral: str) -> bool:
    """Tell a number of order, an address or a name ("article 49", "Boeing 737")."""
    before = text[max(0, start - 30) : start]
    if _refers(before):
        return True
    if numeral[0] == "0" and numeral.isdigit() and len(numeral) > 1:
        return True
    if _NAME_AFTER.match(text, end):
        return True
    name = _NAME_BEFORE.search(before)
    if name is None or (text[start - 1 : start] == "\u00a0" and len(name["word"]) < 2):
        return False
    if _starts(text, start - len(name[0])) and name["word"].lower() in _OPENERS:
        return False
    counted = re.match(r"\s+(?P<noun>[a-zà-ÿ][\w-]*[sx])(?!\w)", text[end:])
    return counted is None or counted["noun"].endswith(("és", "ées"))


def _refers(before: str) -> bool:
    words = _LAST_WORDS.findall(before)
    return any(word.lower() in _REFERENCE_ENDS for word in words[-3:]) and bool(
        _REFERENCE.search(before)
    )


_LAST_WORDS = re.compile(r"[^\W\d_]+|[°º]")
_REFERENCE_ENDS = frozenset(_LAST_WORDS.findall(" ".join(WORDS["reference_before"])))
_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """les des ces ses nos leurs ils elles environ près plus moins au aux en sur dans avec pour
        par de entre après avant depuis quelque quelques jusqu et ou mais soit ainsi selon vers
        autour presque seuls seules seulement chez contre sous sans outre parmi dont quand comme
        pas il elle on la le un une cette ce avoir où""",
    )
)


def _starts(text: str, position: int) -> bool:
    return bool(_SENTENCE_START.search(text[max(0, position - 3) : position]))
