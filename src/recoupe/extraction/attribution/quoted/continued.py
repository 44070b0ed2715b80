"""Who speaks where the words themselves don't say: the flow of the report decides."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.attribution.governed.indirect import UNSIGNED_PARTICIPLE
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality, Reason, Span

_SHORTEST_HEARSAY = 5


def signed_in_order(found: list[Attribution]) -> list[Attribution]:
    """Give unsigned quotations to the speaker whose words they continue, or open."""
    signed = list(found)
    for number, current in enumerate(signed):
        if any(r.rule == UNSIGNED_PARTICIPLE for r in current.reasons) and current.source is None:
            spoken = [
                a
                for a in signed[:number]
                if a.source is not None and a.sentence.paragraph == current.sentence.paragraph
            ]
            if spoken and spoken[-1].source is not None:
                signed[number] = current.with_source(
                    spoken[-1].source, Reason(rule="speaker-continues")
                )
            continue
        if current.source is not None or current.quotation != "direct":
            continue
        before = signed[number - 1] if number else None
        after = signed[number + 1] if number + 1 < len(signed) else None
        neighbour = before if _near(current, before) else None
        if neighbour is None and _near(current, after):
            neighbour = after
        if neighbour is not None and neighbour.source is not None:
            signed[number] = replace(
                current.with_source(neighbour.source, Reason(rule="speaker-continues")),
                cue=current.cue or neighbour.cue,
                further=neighbour.further,
            )
    return [
        a
        for a in signed
        if a.source is not None or not any(r.rule == UNSIGNED_PARTICIPLE for r in a.reasons)
    ]


def with_hearsay(found: list[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """Add sentences in the conditional of hearsay that go on with what somebody says.

    "Le contremaître raconte que P. Deux caisses auraient été ouvertes."
    """
    by_sentence: dict[Span, Attribution] = {}
    for attribution in found:
        by_sentence[attribution.sentence.span] = attribution
    added = list(found)
    before: Attribution | None = None
    for sentence in sentences:
        own = by_sentence.get(sentence.span)
        if own is not None or not sentence.words:
            before = own
            continue
        content = grammar.stripped([t for t in sentence.words if not t.is_space])
        if (
            before is None
            or before.source is None
            or not _tells(before)
            or before.sentence.paragraph != sentence.paragraph
            or len(content) < _SHORTEST_HEARSAY
            or not _is_hearsay(sentence)
            or any(a.content.overlaps(sentence.span) for a in found)
        ):
            before = None
            continue
        added.append(
            Attribution(
                content=sentence.span_of(content),
                sentence=sentence,
                root=grammar.root_of(content),
                cue=before.cue,
                source=before.source,
                further=before.further,
                reasons=(Reason(rule="hearsay-continues"),),
            )
        )
    return sorted(added, key=lambda a: (a.content.start, -a.content.end))


def _tells(attribution: Attribution) -> bool:
    """Tell whether somebody tells a story whose next sentence may be theirs as well.

    Who denies, doubts, asks or announces does not go on in the conditional of hearsay,
    and a participle of saying belongs to another verb.
    """
    verb = attribution.cue_token
    if any(r.rule == "according-to" for r in attribution.reasons):
        return attribution.quotation != "direct"
    return (
        attribution.value is Factuality.CERTAIN
        and not attribution.denies
        and verb is not None
        and grammar.mood_and_tense(verb)[0] == "Ind"
        and attribution.quotation != "direct"
        and any(r.rule in {"verb-of-saying", "incise"} for r in attribution.reasons)
    )


def _is_hearsay(sentence: Sentence) -> bool:
    """Tell whether the main verb tells of the past in the conditional: "aurait été vu"."""
    root = sentence.root
    if not grammar.is_verb(root) or sentence.words[-1].text == "?":
        return False
    if any(t.lower_ in {"si", "s'il", "sans"} for t in sentence.words):
        return False
    return any(grammar.has(a, "Mood", "Cnd") for a in grammar.auxiliaries(root)) and grammar.has(
        root, "VerbForm", "Part"
    )


def _near(current: Attribution, neighbour: Attribution | None) -> bool:
    if neighbour is None or neighbour.source is None:
        return False
    if neighbour.content.start > current.content.start and neighbour.quotation != "direct":
        return False
    distance = abs(current.sentence.paragraph - neighbour.sentence.paragraph)
    return distance <= 1
