"""Two figures in one statement: one source's at two times, or those of two sources.

"23 morts le premier jour, de 31 trois jours plus tard", "300 selon la police, 2 000 selon les
organisateurs", "300 manifestants, les organisateurs de 2 000".
"""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

FIGURE = "figure-told"
"""Rule of a figure that stands for all that is said of what was counted before."""
STOPS = frozenset(',;:.!?()–—»”"«“')
ALONE = 9
"""Tokens of a figure that stands alone with its time: "31 trois jours plus tard"."""
REACH = 4
"""Tokens between words of saying and their figure: "n'en reconnaît, lui, que neuf"."""
NAME = 8
"""Tokens of whoever gives the second of two figures: ", les organisateurs de 2 000"."""
_TOLD_AS_OBJECT = {"verb-with-object", FIGURE}


def run(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens up to where something else is told."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        if not place and token.lower_ in grammar.QUE:
            kept.append(token)
            continue
        if token.text in STOPS or grammar.is_verb(token) or grammar.has(token, "PronType", "Rel"):
            break
        if token.pos_ in {"CCONJ", "SCONJ"}:
            break
        kept.append(token)
    return grammar.stripped(kept)


def parted(attribution: Attribution, saying: Saying) -> list[Attribution]:
    """Part what holds two figures: one source's at two times, or those of two sources."""
    rules = {r.rule for r in attribution.reasons}
    if rules.isdisjoint(_TOLD_AS_OBJECT):
        return [attribution]
    sentence = attribution.sentence
    start, end = (place - sentence.offset for place in attribution.content)
    words = [t for t in sentence.words if start <= t.idx and t.idx + len(t.text) <= end]
    comma = next((i for i, t in enumerate(words) if t.text == ","), None)
    if comma is None and FIGURE in rules and words and words[-1].i + 1 < words[-1].past:
        # What stands alone ends at its comma.
        behind = words[-1].doc[words[-1].i + 1 : grammar.sentence_end(words[-1])]
        if behind[0].text == ",":
            comma, words = len(words), [*words, *_to_stop(behind)]
    if not comma or not any(t.pos_ == "NUM" for t in words[:comma]):
        return [attribution]
    first, rest = words[:comma], [t for t in words[comma + 1 :] if not t.is_space]
    led = first[0] if first[0].pos_ == "ADP" else first[0].nbor(-1) if first[0].i else None
    lead = led.lower_ if led is not None and led.pos_ == "ADP" else ""
    second = _second(rest, lead, sentence, saying)
    if second is None:
        return [attribution]
    figure, source = second
    kept = grammar.stripped(first)
    return [
        replace(attribution, content=sentence.span_of(kept), root=grammar.root_of(kept)),
        replace(
            attribution,
            content=sentence.span_of(figure),
            root=grammar.root_of(figure),
            source=source or attribution.source,
            further=() if source else attribution.further,
            cue_token=None,
            reasons=(Reason(rule=FIGURE, words=figure[0].text),),
        ),
    ]


def _to_stop(tokens: Sequence[Token]) -> list[Token]:
    """Return a comma and what follows it up to the next stop that is none."""
    end = next((i for i, t in enumerate(tokens) if t.text in STOPS and t.text != ","), len(tokens))
    return list(tokens[:end])


def _second(
    rest: list[Token], lead: str, sentence: Sentence, saying: Saying
) -> tuple[list[Token], SourceWords | None] | None:
    """Return the second figure with whoever gives it, None for who gave the first.

    Args:
        rest: What stands behind the comma.
        lead: The preposition before the first figure; the second has the same, if any.
        sentence: Their sentence.
        saying: The words of saying of the language.
    """
    number = next((i for i, t in enumerate(rest[: NAME + 2]) if t.pos_ == "NUM"), None)
    if number is None or any(grammar.is_verb(t) and t.pos_ != "NUM" for t in rest):
        return None
    before = [t for t in rest[:number] if t.text != ","]
    later = bool(before) and saying.is_one(before[0], "afterwards")
    figure = run(rest[number:])
    if not figure or len(figure) > ALONE or _is_age(figure, saying):
        return None
    while before and (
        before[-1].pos_ == "ADV"
        or saying.is_one(before[-1], "third_person")
        # "12 blessés, puis 15"
        or saying.is_one(before[-1], "afterwards")
    ):
        before.pop()
    if lead:
        if not before or before[-1].lower_[0] != lead[0] or before[-1].pos_ != "ADP":
            return None
        before.pop()
    if not before:
        return (figure, None) if lead or later else None
    while before and saying.is_one(before[-1], "third_person"):
        before.pop()
    head = next((t for t in before if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None or (before[0].pos_ not in {"DET", "PROPN"}):
        return None
    lemma = head.lemma_.lower()
    speaks = head.pos_ == "PROPN" or saying.can_be_source(lemma)
    if not (speaks or lemma.endswith(saying.of_people)) or saying.is_one_lemma_of(head, "losses"):
        return None
    if any(t.pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "ADP"} for t in before):
        return None
    return figure, SourceWords(sentence.span_of(before), head, sentence)


def _is_age(figure: list[Token], saying: Saying) -> bool:
    """Tell "le capitaine de 54 ans" from whoever counts 54."""
    return any(saying.is_one_lemma_of(t, "years") for t in figure[1:2])


def by_source(found: Sequence[Attribution]) -> list[Attribution]:
    """Part "300 selon la police, 2 000 selon les organisateurs", whose figure each is."""
    by_sentence: dict[int, list[Attribution]] = {}
    for a in found:
        if any(r.rule == "according-to" for r in a.reasons):
            by_sentence.setdefault(id(a.sentence), []).append(a)
    changed: dict[int, list[Attribution]] = {}
    for held in by_sentence.values():
        for a in held:
            second = _figure_before_phrase(a)
            if second is None:
                continue
            comma, figure, sentence = second
            changed[id(a)] = [
                replace(
                    a,
                    content=sentence.span_of(figure),
                    root=grammar.root_of(figure),
                    further=(),
                    reasons=(Reason(rule=FIGURE, words=figure[0].text),),
                )
            ]
            others = [b for b in held if b is not a and b.content.overlaps(a.content)]
            for b in others:
                words = [
                    t
                    for t in sentence.words
                    if t.i < comma.i and b.content.covers(sentence.span_of([t]))
                ]
                kept = grammar.stripped(words)
                if kept:
                    changed[id(b)] = [
                        replace(b, content=sentence.span_of(kept), root=grammar.root_of(kept))
                    ]
            if not others and a.further:
                changed[id(a)] += _of_first(a, comma)
    return [one for a in found for one in changed.get(id(a), [a])]


def _figure_before_phrase(
    attribution: Attribution,
) -> tuple[Token, list[Token], Sentence] | None:
    """Return the comma, and the figure between it and the phrase that names a second source."""
    sentence, cue = attribution.sentence, attribution.cue
    if cue is None:
        return None
    before = [t for t in sentence.words if sentence.offset + t.idx < cue.start and not t.is_space]
    comma = next((i for i in range(len(before) - 1, 0, -1) if before[i].text in {",", ";"}), None)
    if comma is None:
        return None
    figure = run(before[comma + 1 :])
    if (
        not figure
        or figure[-1] is not before[-1]
        or len(figure) > REACH
        or not any(t.pos_ == "NUM" for t in figure[:2])
        or not any(t.pos_ == "NUM" for t in before[:comma])
        or attribution.content.start >= sentence.span_of(figure).start
    ):
        return None
    return before[comma], figure, sentence


def _of_first(attribution: Attribution, comma: Token) -> list[Attribution]:
    """Return what the first of two sources says, who stood behind the second in one chain."""
    sentence, nearest = attribution.sentence, attribution.further[0]
    words = [
        t
        for t in sentence.words
        if t.i < comma.i and attribution.content.covers(sentence.span_of([t]))
    ]
    named = next((t for t in words if sentence.offset + t.idx >= nearest.span.start), None)
    if named is None:
        return []
    opened = next((t for t in reversed(words) if t.i < named.i and t.pos_ == "ADP"), None)
    kept = grammar.stripped([t for t in words if opened is not None and t.i < opened.i])
    if not kept or opened is None:
        return []
    return [
        replace(
            attribution,
            content=sentence.span_of(kept),
            root=grammar.root_of(kept),
            cue=sentence.span_of([opened]),
            source=nearest,
            further=attribution.further[1:],
        )
    ]
