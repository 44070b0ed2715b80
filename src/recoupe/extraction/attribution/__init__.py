"""Who says what: attributions of one report, by all finders, reconciled.

Each finder sees one family of patterns; here their findings are set against
each other. Words of a direct quotation are read as one whole, the same content
found twice is kept once, and a quotation that its own sentence leaves unsigned
is given to the speaker of the quotation or statement that it continues.
"""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution.according import find_according
from recoupe.extraction.attribution.cited import find_clefts, with_cited
from recoupe.extraction.attribution.direct import Passage, find_direct
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.indirect import find_indirect
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.attribution.nouns import find_nouns
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.language import Pack
from recoupe.model import Reason, Span

__all__ = ["Attribution", "SourceWords", "find_attributions"]

# Two contents that share more than this are the same content found twice.
_SAME_CONTENT = 0.8


def find_attributions(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quoted], pack: Pack
) -> list[Attribution]:
    """Return the attributions of one report, in order of their content.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences, in order.
        quotations: Its quotations, in order.
        pack: The pack of its language.

    Returns:
        Attributions whose contents are distinct; a content may hold another
        (nested speech), never cross it.
    """
    saying = load_saying(pack)
    passage = Passage(text, sentences)
    direct = [a for quoted in quotations for a in find_direct(quoted, passage, saying)]
    spoken = [a.content for a in direct]
    others: list[Attribution] = []
    for sentence in sentences:
        others.extend(find_clefts(sentence, passage.before(sentence), saying))
        for finder in (find_according, find_nouns, find_indirect):
            others.extend(
                a
                for a in finder(sentence, saying)
                if not any(span.overlaps(a.cue or a.content) for span in spoken)
            )
    merged = _signed_in_order(_distinct(direct, others))
    return [_with_form(with_cited(a, saying), quotations) for a in merged]


def _distinct(direct: list[Attribution], others: list[Attribution]) -> list[Attribution]:
    kept = list(direct)
    for candidate in others:
        rivals = [k for k in kept if _share(k.content, candidate.content) > _SAME_CONTENT]
        if any(k.quotation == "direct" for k in rivals):
            continue
        same_cue = [k for k in kept if k.cue == candidate.cue and k.quotation != "direct"]
        if rivals:
            _join(kept, rivals[0], candidate)
        elif not same_cue:
            kept.append(candidate)
    return sorted(kept, key=lambda a: (a.content.start, -a.content.end))


def _join(kept: list[Attribution], held: Attribution, candidate: Attribution) -> None:
    """Keep one of two attributions of the same content; the other's source stands behind it."""
    if candidate.source is None or held.source is None:
        if held.source is None and candidate.source is not None:
            kept[kept.index(held)] = candidate
        return
    if held.source.span == candidate.source.span:
        return
    kept[kept.index(held)] = replace(held, further=(*held.further, candidate.source))


def _share(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(a.end - a.start, b.end - b.start) if common > 0 else 0.0


def _signed_in_order(found: list[Attribution]) -> list[Attribution]:
    """Give unsigned quotations to the speaker whose words they continue."""
    signed: list[Attribution] = []
    last: Attribution | None = None
    for attribution in found:
        current = attribution
        if current.source is None and current.quotation == "direct":
            before = _speaker_before(current, last)
            if before is not None:
                current = current.with_source(before, Reason(rule="speaker-continues"))
        signed.append(current)
        if current.source is not None:
            last = current
    return signed


def _speaker_before(current: Attribution, last: Attribution | None) -> SourceWords | None:
    if last is None or last.source is None:
        return None
    distance = current.sentence.paragraph - last.sentence.paragraph
    return last.source if distance <= 1 else None


def _with_form(attribution: Attribution, quotations: Sequence[Quoted]) -> Attribution:
    if attribution.quotation == "direct":
        return attribution
    content = attribution.content
    if any(content.overlaps(q.inner) for q in quotations):
        return replace(attribution, quotation="mixed")
    return attribution
