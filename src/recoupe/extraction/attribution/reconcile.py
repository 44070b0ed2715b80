"""Findings of several finders set against each other: the same content is kept once."""

from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.looking_back import LOOKS_BACK
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Span

# Two contents that share more than this are the same content found twice.
_SAME_CONTENT = 0.8
# Of these is a subject without a finite verb: "la mairie", "Le Havre".
_NAMING = {"DET", "NOUN", "PROPN", "ADJ", "ADP"}
# ", " between a content and the participle behind it, in characters.
_JOINT = 2


def is_part_of_signed(quoted: Attribution, others: list[Attribution]) -> bool:
    """Tell whether unsigned quoted words are a part of a clause that somebody signs."""
    return quoted.cue is None and any(
        a.sentence is quoted.sentence
        and a.content.covers(quoted.content)
        and any(r.rule in {"incise", "according-to"} for r in a.reasons)
        for a in others
    )


def by_speaker_of_sentence(
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
    own = _own_subject(verb, attribution)
    if own is not None:
        return replace(attribution, source=own)
    nearest = _just_before(attribution, others)
    if nearest is not None:
        return replace(attribution, source=nearest)
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


def _own_subject(verb: Token, attribution: Attribution) -> SourceWords | None:
    """Return who stands between the comma and a participle: "P, a dit X, Y affirmant que Q"."""
    if not grammar.is_present_participle(verb):
        return None
    before: list[Token] = []
    for token in reversed(verb.doc[grammar.sentence_start(verb) : verb.i]):
        if token.text == ",":
            break
        if token.pos_ not in _NAMING:
            return None
        before.insert(0, token)
    else:
        return None
    if not before or not (before[0].pos_ == "DET" or all(t.pos_ == "PROPN" for t in before)):
        return None
    head = next((t for t in before if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None:
        return None
    sentence = attribution.sentence
    return SourceWords(sentence.span_of(before), head, sentence)


def _just_before(participle: Attribution, others: list[Attribution]) -> SourceWords | None:
    """Return who says what ends where a participle begins: "X, qui a dit que P, ajoutant que Q"."""
    cue = participle.cue
    for other in others:
        if other is participle or other.cue is None or other.source is None or cue is None:
            continue
        near = 0 < cue.start - other.content.end <= _JOINT
        verb = other.cue_token
        relative = verb is not None and verb.dep_ in {"acl:relcl", "acl"}
        if other.sentence is participle.sentence and near and relative:
            return other.source
    return None


def distinct(direct: list[Attribution], others: list[Attribution]) -> list[Attribution]:
    """Return attributions with distinct contents, in order; direct speech goes before the rest."""
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
        if _signs_quoted(candidate, kept):
            continue
        if any(k.quotation == "direct" for k in rivals):
            continue
        if _is_object(candidate) and any(
            k.content.covers(candidate.content)
            and not _right_behind(candidate, k)
            and not _denies_in(k, candidate)
            for k in kept
        ):
            # "affirme avoir signalé la panne": the act told, not words of its own.
            continue
        if rivals:
            _join(kept, rivals[0], candidate)
        elif not _crossed(kept, candidate):
            kept.append(candidate)
    return sorted(kept, key=lambda a: (a.content.start, -a.content.end))


def _signs_quoted(candidate: Attribution, kept: list[Attribution]) -> bool:
    """Sign quoted words by the sentence behind them: « P. » C'est la remarque de X."""
    if candidate.source is None or not any(r.rule == LOOKS_BACK for r in candidate.reasons):
        return False
    unsigned = [
        k
        for k in kept
        if k.quotation == "direct" and k.source is None and k.content.overlaps(candidate.content)
    ]
    for quoted in unsigned:
        kept[kept.index(quoted)] = replace(
            quoted.with_source(candidate.source, candidate.reasons[0]), cue=candidate.cue
        )
    return bool(unsigned)


def _right_behind(candidate: Attribution, held: Attribution) -> bool:
    """Tell "dit espérer un accord": both words of saying stand side by side and are one."""
    return (
        candidate.cue is not None
        and held.cue is not None
        and 0 <= candidate.cue.start - held.cue.end <= 1
        and candidate.value is not Factuality.CERTAIN
    )


def _denies_in(held: Attribution, candidate: Attribution) -> bool:
    """Tell "X a dit que Y avait nié les faits": a denial is told for itself."""
    return (
        candidate.denies
        and candidate.source is not None
        and held.source is not None
        and held.cue is not None
        and held.cue.end <= candidate.source.span.start
        and held.content.covers(candidate.source.span)
    )


def _is_object(attribution: Attribution) -> bool:
    return any(reason.rule == "verb-with-object" for reason in attribution.reasons)


def _crossed(kept: list[Attribution], candidate: Attribution) -> bool:
    """Tell whether the candidate re-reads words that an attribution found before it explains."""
    for held in kept:
        if held.quotation == "direct":
            if candidate.cue is not None and held.content.covers(candidate.cue):
                # « Le bureau nous a affirmé que P »: told within what is quoted.
                continue
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
    if _between_verb_and_clause(candidate, held):
        # "X affirmait, sur la foi de Y, que P": Y is the nearer source.
        further = (held.source, *held.further)
        kept[kept.index(held)] = replace(held, source=candidate.source, further=further)
        return
    kept[kept.index(held)] = replace(held, further=(*held.further, candidate.source))


def _between_verb_and_clause(phrase: Attribution, held: Attribution) -> bool:
    """Tell whether "selon Y" stands between a verb of saying and the clause that it governs."""
    return (
        any(r.rule == "according-to" for r in phrase.reasons)
        and phrase.cue is not None
        and held.cue is not None
        and held.source is not None
        and held.source.span.end <= held.cue.start
        and held.cue.end <= phrase.cue.start < held.content.start
    )


def _share(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(a.end - a.start, b.end - b.start) if common > 0 else 0.0
