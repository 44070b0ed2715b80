"""Chains of sources: whose words somebody hands on, and what is told within a quotation."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.model import Factuality, Span

# An outer content of which the inner one and its words of saying fill more than
# this says nothing but that somebody said it.
_HANDED_ON = 0.65


def reported_on(others: list[Attribution]) -> list[Attribution]:
    """Join "Selon X, P, rapporte Y": P is X's, and Y hands it on.

    Args:
        others: The attributions of a report that are not direct speech.
    """
    phrases = [a for a in others if any(r.rule == "according-to" for r in a.reasons)]
    if not phrases:
        return others
    joined: dict[int, Attribution] = {}
    dropped: set[int] = set()
    for incise in others:
        if not _is_incise(incise) or incise.cue is None:
            continue
        for phrase in phrases:
            if (
                phrase.cue is not None
                and phrase.sentence is incise.sentence
                and incise.content.covers(phrase.cue)
                and phrase.content.covers(incise.cue)
                and phrase.cue.end <= phrase.content.start < incise.content.end
            ):
                behind = tuple(s for s in (incise.source, *incise.further) if s is not None)
                joined[id(phrase)] = replace(
                    phrase,
                    content=Span(phrase.content.start, incise.content.end),
                    further=(*phrase.further, *behind),
                )
                dropped.add(id(incise))
    return [joined.get(id(a), a) for a in others if id(a) not in dropped]


def ended_before(told: Attribution, incises: Sequence[Attribution]) -> Attribution:
    """End "X estime que P" before the words of saying that close its sentence: ", a ajouté Y".

    Args:
        told: What somebody says.
        incises: What is said by words of saying set behind or into what they report.
    """
    for outer in incises:
        if (
            outer.cue is not None
            and told.cue is not None
            and told.content.covers(outer.cue)
            and outer.content.covers(told.cue)
            and told.content.start < outer.content.end <= outer.cue.start
        ):
            span = Span(told.content.start, outer.content.end)
            words = [t for t in told.sentence.words if span.covers(told.sentence.span_of([t]))]
            return replace(told, content=span, root=grammar.root_of(words))
    return told


def handed_on(found: list[Attribution], saying: Saying) -> list[Attribution]:
    """Drop contents that only hand on another's words; their source joins the chain."""
    dropped: set[int] = set()
    chains: dict[int, tuple[SourceWords, ...]] = {}
    denied: dict[int, Attribution] = {}
    also: dict[int, Attribution] = {}
    for outer in found:
        if outer.quotation == "direct":
            continue
        for inner in found:
            if inner is outer or inner.cue is None or not outer.content.covers(inner.content):
                continue
            if not outer.content.covers(inner.cue):
                continue
            thought = inner.value is Factuality.PROBABLE and _is_incise(outer)
            if (
                inner.cue_token is not None
                and not thought
                and saying.lemma(inner.cue_token) in saying.mental
            ):
                # "la direction savait que P", said by another: the knowing is what is said.
                dropped.add(id(inner))
                continue
            # "Y nie que P et que Q": two contents of one verb.
            told = [a.content for a in found if a.cue == inner.cue]
            told += [inner.cue] + ([inner.source.span] if inner.source else [])
            inside = [s for s in told if outer.content.covers(s)]
            if _says_more(outer, inner):
                continue
            opposed = inner.value.denied is not outer.value.denied
            if opposed and _is_comparison(outer, saying) and _ends_before(inner, outer):
                also[id(outer)] = inner
                continue
            if outer.denies and _is_noun(inner) and outer.root is inner.cue_token:
                # "dément les informations de X selon lesquelles P": P is X's, and is denied.
                denied[id(outer)] = inner
                continue
            filled = sum(s.end - s.start for s in inside)
            if filled > _HANDED_ON * (outer.content.end - outer.content.start):
                behind = tuple(s for s in (outer.source, *outer.further) if s is not None)
                chains[id(inner)] = (*chains.get(id(inner), ()), *behind)
                dropped.add(id(outer))
    joined = (
        replace(a, content=also[id(a)].content, root=also[id(a)].root)
        if id(a) in also
        else replace(
            a,
            content=denied[id(a)].content,
            root=denied[id(a)].root,
            reasons=(*a.reasons, *denied[id(a)].reasons),
        )
        if id(a) in denied
        else replace(a, further=(*a.further, *chains.get(id(a), ())))
        for a in found
        if id(a) not in dropped
    )
    return sorted(joined, key=lambda a: (a.content.start, -a.content.end))


def _is_incise(attribution: Attribution) -> bool:
    return any(reason.rule == "incise" for reason in attribution.reasons)


def _is_comparison(attribution: Attribution, saying: Saying) -> bool:
    """Tell ", comme l'affirme Y" behind "X dément que P": Y says P, and not that X denies it.

    And ", comme le nie Y" behind "X affirme que P", the other way about.
    """
    verb = attribution.cue_token
    if verb is None or not _is_incise(attribution) or saying.lemma(verb) in saying.citing:
        return False
    first = grammar.verb_group(verb)[0]
    return any(t.lower_ == "comme" for t in first.doc[max(first.first, first.i - 2) : first.i])


def _ends_before(told: Attribution, outer: Attribution) -> bool:
    """Tell whether a verb of saying and all that it governs stand before other words of saying."""
    if told.cue is None or outer.cue is None or told.cue_token is None:
        return False
    return told.cue.end <= told.content.start and told.content.end <= outer.cue.start


def _is_noun(attribution: Attribution) -> bool:
    return any(reason.rule == "noun-of-saying" for reason in attribution.reasons)


def _says_more(outer: Attribution, inner: Attribution) -> bool:
    """Tell "A dispose d'informations indiquant que P" from "A indique que P"."""
    verb, main = inner.cue_token, outer.root
    return (
        verb is not None
        and main is not None
        and main is not verb
        and grammar.is_present_participle(verb)
        and main.pos_ == "VERB"
        and grammar.is_finite(main)
    )


def told_within(found: list[Attribution]) -> list[Attribution]:
    """Close what is told within a quotation with it, and put who is quoted behind its source."""
    quoted = [a for a in found if a.quotation == "direct"]
    told: list[Attribution] = []
    for inner in found:
        outer = next(
            (
                d
                for d in quoted
                if inner.quotation != "direct"
                and inner.cue is not None
                and d.content.covers(inner.cue)
            ),
            None,
        )
        if outer is not None:
            end = min(inner.content.end, outer.content.end)
            behind = tuple(s for s in (outer.source, *outer.further) if s is not None)
            inner = replace(  # noqa: PLW2901 (the same attribution, closed)
                inner,
                content=Span(inner.content.start, end),
                further=inner.further or behind,
            )
        told.append(inner)
    return told
