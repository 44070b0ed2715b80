"""Who says what: attributions of one report, by all finders, reconciled.

Each finder sees one family of patterns; here their findings are set against
each other. Words of a direct quotation are read as one whole, the same content
found twice is kept once, words that only hand on what another says become a
link in the chain, and a quotation that its own sentence leaves unsigned is
given to the speaker of the quotation or statement that it continues.
"""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.according import find_according
from recoupe.extraction.attribution.cited import with_cited
from recoupe.extraction.attribution.colons import find_colons
from recoupe.extraction.attribution.direct import find_direct
from recoupe.extraction.attribution.echoes import find_clefts, find_comme
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.incise import find_incises
from recoupe.extraction.attribution.indirect import UNSIGNED_PARTICIPLE, find_indirect
from recoupe.extraction.attribution.lexicon import Saying, load_saying
from recoupe.extraction.attribution.nouns import find_nouns
from recoupe.extraction.attribution.passage import Passage
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.language import Pack
from recoupe.model import Reason, Span

__all__ = ["Attribution", "SourceWords", "find_attributions"]

# Two contents that share more than this are the same content found twice.
_SAME_CONTENT = 0.8
_SHORTEST_HEARSAY = 5
# An outer content of which the inner one and its words of saying fill more than
# this says nothing but that somebody said it.
_HANDED_ON = 0.65


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
    passage = Passage(text, sentences, quotations)
    direct = [a for quoted in quotations for a in find_direct(quoted, passage, saying)]
    spoken = [a.content for a in direct]
    signing = {a.cue for a in direct if a.cue is not None}
    others: list[Attribution] = []
    for sentence in sentences:
        set_in = [
            *find_clefts(sentence, passage.before(sentence), saying),
            *find_comme(sentence, saying),
        ]
        set_in = set_in or list(find_incises(sentence, saying))
        used = {a.cue for a in set_in}
        found = [
            *set_in,
            *find_indirect(sentence, saying, used),
            *find_nouns(sentence, saying),
            *find_according(sentence, saying),
            *find_colons(sentence, saying),
        ]
        others.extend(
            a
            for a in found
            if a.cue not in signing and not any(s.overlaps(a.cue or a.content) for s in spoken)
        )
    others = [
        _by_speaker_of_sentence(_with_whole_quotations(a, quotations), direct, others)
        for a in others
    ]
    direct = [a for a in direct if not _is_part_of_signed(a, others)]
    merged = _handed_on(_distinct(direct, others), saying)
    signed = _with_hearsay(_signed_in_order(merged), sentences)
    return [_with_form(with_cited(a, saying), quotations) for a in signed]


def _is_part_of_signed(quoted: Attribution, others: list[Attribution]) -> bool:
    """Tell whether unsigned quoted words are a part of a clause that somebody signs."""
    return quoted.cue is None and any(
        a.sentence is quoted.sentence
        and a.content.covers(quoted.content)
        and any(r.rule in {"incise", "according-to"} for r in a.reasons)
        for a in others
    )


def _by_speaker_of_sentence(
    attribution: Attribution, direct: list[Attribution], others: list[Attribution]
) -> Attribution:
    """Give "..., a dit X, estimant que P" and "avant de demander P" to X."""
    verb = attribution.cue_token
    if verb is None or attribution.cue is None or attribution.further:
        return attribution
    before = verb.doc[max(grammar.sentence_start(verb), verb.i - 3) : verb.i]
    after = any(t.lower_ in {"avant", "sans"} for t in before)
    if not (grammar.is_present_participle(verb) or after):
        return attribution
    speakers = [
        a
        for a in (*direct, *others)
        if a.cue is not None
        and a.source is not None
        and a.source.sentence is attribution.sentence
        and a.cue.end < attribution.cue.start
        and any(r.rule in {"incise", "quotation-cue"} for r in a.reasons)
    ]
    if not speakers:
        return attribution
    speaker = max(speakers, key=lambda a: a.cue.end if a.cue else 0).source
    if speaker is None or speaker.span.start > attribution.cue.start:
        return attribution
    return replace(attribution, source=speaker)


def _distinct(direct: list[Attribution], others: list[Attribution]) -> list[Attribution]:
    kept = list(direct)
    # What a verb has for an object yields to a whole clause that holds it.
    for candidate in sorted(others, key=_is_object):
        rivals = [
            k
            for k in kept
            if _share(k.content, candidate.content) > _SAME_CONTENT
            # "dit ignorer si P" holds the words of saying of P: two contents, one in the other.
            and not (candidate.cue is not None and k.content.covers(candidate.cue))
        ]
        if any(k.quotation == "direct" for k in rivals):
            continue
        if _is_object(candidate) and any(k.content.covers(candidate.content) for k in kept):
            # "affirme avoir signalé la panne": the act told, not words of its own.
            continue
        if rivals:
            _join(kept, rivals[0], candidate)
        elif not _crossed(kept, candidate):
            kept.append(candidate)
    return sorted(kept, key=lambda a: (a.content.start, -a.content.end))


def _is_object(attribution: Attribution) -> bool:
    return any(reason.rule == "verb-with-object" for reason in attribution.reasons)


def _crossed(kept: list[Attribution], candidate: Attribution) -> bool:
    """Tell whether the candidate re-reads words that an attribution found before it explains."""
    for held in kept:
        if held.quotation == "direct":
            if held.content.overlaps(candidate.content) and not candidate.content.covers(
                held.content
            ):
                return True
            continue
        same_cue = held.cue is not None and held.cue == candidate.cue
        if same_cue and held.content.overlaps(candidate.content):
            return True
        # "on apprend de source judiciaire que P": the same source for wider words.
        if (
            held.source is not None
            and candidate.source is not None
            and held.source.span.overlaps(candidate.source.span)
            and candidate.content.covers(held.content)
            and held.cue is not None
            and candidate.content.covers(held.cue)
        ):
            return True
    return False


def _join(kept: list[Attribution], held: Attribution, candidate: Attribution) -> None:
    """Keep one of two attributions of the same content; the other's source stands behind it."""
    if held.source is None:
        if candidate.source is not None:
            kept[kept.index(held)] = candidate
        return
    if candidate.source is None or held.source.span.overlaps(candidate.source.span):
        return
    kept[kept.index(held)] = replace(held, further=(*held.further, candidate.source))


def _share(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(a.end - a.start, b.end - b.start) if common > 0 else 0.0


def _handed_on(found: list[Attribution], saying: Saying) -> list[Attribution]:
    """Drop contents that only hand on another's words; their source joins the chain."""
    dropped: set[int] = set()
    chains: dict[int, tuple[SourceWords, ...]] = {}
    for outer in found:
        if outer.quotation == "direct":
            continue
        for inner in found:
            if inner is outer or inner.cue is None or not outer.content.covers(inner.content):
                continue
            if not outer.content.covers(inner.cue):
                continue
            if inner.cue_token is not None and saying.lemma(inner.cue_token) in saying.mental:
                # "la direction savait que P", said by another: the knowing is what is said.
                dropped.add(id(inner))
                continue
            told = [inner.content, inner.cue] + ([inner.source.span] if inner.source else [])
            inside = [s for s in told if outer.content.covers(s)]
            filled = sum(s.end - s.start for s in inside)
            if filled > _HANDED_ON * (outer.content.end - outer.content.start):
                dropped.add(id(outer))
                behind = tuple(s for s in (outer.source, *outer.further) if s is not None)
                chains[id(inner)] = (*chains.get(id(inner), ()), *behind)
    return [
        replace(a, further=(*a.further, *chains.get(id(a), ())))
        for a in found
        if id(a) not in dropped
    ]


def _signed_in_order(found: list[Attribution]) -> list[Attribution]:
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


def _with_hearsay(found: list[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
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


def _is_hearsay(sentence: Sentence) -> bool:
    """Tell whether the main verb tells of the past in the conditional: "aurait été vu"."""
    root = sentence.tokens.root
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


def _with_whole_quotations(attribution: Attribution, quotations: Sequence[Quoted]) -> Attribution:
    """Widen a content that ends inside a quotation by no more than its closing mark."""
    content = attribution.content
    for quoted in quotations:
        if content.covers(Span(quoted.outer.start, quoted.outer.start + 1)) and (
            quoted.inner.end - 2 <= content.end < quoted.outer.end
        ):
            return replace(attribution, content=Span(content.start, quoted.outer.end))
    return attribution


def _with_form(attribution: Attribution, quotations: Sequence[Quoted]) -> Attribution:
    if attribution.quotation == "direct":
        return attribution
    if any(attribution.content.overlaps(q.inner) for q in quotations):
        return replace(attribution, quotation="mixed")
    return attribution
