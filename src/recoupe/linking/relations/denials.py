"""What a denial denies: the claim in its words, or the one that it only points back to.

"X denies having sold it" says what is denied. "X denies these accusations", "Faux, répond X",
"une telle lettre n'existe pas" do not, or hardly: they answer what another said shortly before
in the same report, and are bound to that (:mod:`recoupe.linking.relations.pointing`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.texts import words
from recoupe.linking.claims import short_answers
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.answers import answering
from recoupe.linking.relations.corrected import correcting
from recoupe.linking.relations.opposed import denied_in_words
from recoupe.linking.relations.parties import denied_by_a_party
from recoupe.linking.relations.pointing import ABOUT, Denial, pointing_back
from recoupe.linking.relations.verdicts import charges, disputes, only_points
from recoupe.linking.terms.word_lists import singular
from recoupe.model import Reason, Span

_PARTIES = frozenset({"supplier", "recipient", "actor", "target"})
"""Parts by which what is held against one is not what is told of another."""
_OWN = 2
"""Least terms of what is denied in words that stand in another's: "son patron" says nothing."""
_ENDS = re.compile(r"[.!?…]+(?=[\s\"»”])")


def bind(found: Sequence[Proposition], pairs: Sequence[Likeness]) -> list[Denial]:
    """Bind denials to what they deny.

    Args:
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
    """
    pointing = list(pointing_back(found))
    meant = {b.denial.id: b.denied for b in pointing if only_points(b.denial)}
    bound = [
        b for b in denied_in_words(found, pairs) if _reaches(b, meant) and not disputes(b.denial)
    ]
    told = {b.denial.id for b in bound if b.denial.report.id == b.denied.report.id}
    bound += [b for b in pointing if b.denial.id not in told]
    bound += _of_what_it_rests_on(found)
    bound += _of_its_own_words(found)
    bound += correcting(found)
    bound += denied_by_a_party(found)
    pairs_told = {(b.denial.id, b.denied.id) for b in bound}
    answered = short_answers.denials(found)
    bound += [b for b in answered if (b.denial.id, b.denied.id) not in pairs_told]
    bound += answering(found, frozenset(b.denial.id for b in bound))
    return bound


def _reaches(bound: Denial, meant: Mapping[str, Proposition]) -> bool:
    """Tell whether a denial that only points back reaches what it is bound to in another report.

    "Ces accusations" are those made in its own report: what another tells is the same only where
    both name somebody, or something, in common, and no other takes part.
    """
    p, q = bound.denial, bound.denied
    accusation = meant.get(p.id)
    if accusation is None or p.report.id == q.report.id:
        return True
    named = {*accusation.names, *((p.speaker,) if p.speaker else ())}
    return not named.isdisjoint(q.names) and not _other_parties(accusation, q)


def _other_parties(one: Proposition, other: Proposition) -> bool:
    """Tell whether a part in an event that both tell of is played by others in each.

    Who is only described may be anybody: not the one whom the other names.
    """
    for kind, role in {(t, r) for t, r, _ in one.roles if r in _PARTIES}:
        here, there = (
            {filler for t, r, filler in p.roles if (t, r) == (kind, role)} for p in (one, other)
        )
        if there and here.isdisjoint(there):
            return True
    return False


def _of_its_own_words(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind denials to what another says in the very words that are denied.

    "X affirme que P, ce que Y dément", "Y dément les informations de X selon lesquelles P" and
    "Y dément que P, comme l'affirme X".
    """
    for place, p in enumerate(found):
        cue = p.statement.cue
        if not p.statement.denies or p.speaker is None or cue is None:
            continue
        answers = p.statement.content.end <= cue.start
        named = answers or _is_named_as_told(p)
        beside = answers and not _is_apart(p, cue)
        for q in _around(found, place):
            # "Y nie P, comme l'affirme X": both are told to say the very same words.
            if not named and (q.speaker is None or q.statement.content != p.statement.content):
                continue
            if (
                # "P. X dément": what a report tells by itself is not what X answers there.
                (q.speaker is not None or beside or (answers and charges(q)))
                and q.speaker != p.speaker
                and not q.negative
                and not q.asks
                and (len(p.terms) >= _OWN or q.statement.content == p.statement.content)
            ):
                reasons = (
                    Reason(rule="denies", words=p.words),
                    Reason(rule="said-just-before", words=q.words),
                )
                yield Denial(p, q, reasons, within=True)


def _is_apart(p: Proposition, cue: Span) -> bool:
    """Tell whether a denial stands in a later sentence than its words: "P. X dément"."""
    between = p.report.document.text[p.statement.content.end : cue.start]
    return any(sentence.strip() for sentence in _ENDS.split(between)[1:])


def _is_named_as_told(p: Proposition) -> bool:
    """Tell whether a denial names what it denies as told by another: "les informations de X"."""
    first = next(iter(p.terms.values()), "")
    return singular(first) in p.report.vocabulary.told


def _around(found: Sequence[Proposition], place: int) -> Iterator[Proposition]:
    """Yield the statements whose words are those of another, hold them, or stand in them."""
    p = found[place]
    content = p.statement.content
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(found) and found[at].report.id == p.report.id:
            near = found[at].statement.content
            if not near.overlaps(content):
                break
            if near.covers(content) or content.covers(near):
                yield found[at]
            at += step


def _of_what_it_rests_on(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind those that call a document untrue to what that document says.

    "Les messages sont des faux" denies what "selon des messages" tells.
    """
    resting: dict[str, list[Proposition]] = {}
    for q in found:
        if q.statement.sources and q.statement.sources[0].kind in {"document", "unnamed"}:
            name = q.report.vocabulary.terms(words(q.statement.sources[0].name).folded)
            # "Des messages vus par le site" are messages; "un banquier au fait du dossier" is not.
            head = next(iter(name.items()), None)
            if head and singular(head[1]) in q.report.vocabulary.told | q.report.vocabulary.papers:
                resting.setdefault(head[0], []).append(q)
    for p in found:
        untrue = p.report.vocabulary.untrue & p.terms.keys() & p.signs.denied
        if not untrue or p.speaker is None or len(p.terms) > ABOUT:
            continue
        # "Cela nourrit les soupçons de fraude" calls nothing a fraud.
        empty = p.report.vocabulary.told | p.report.vocabulary.papers | p.report.vocabulary.verdicts
        if any(t not in untrue and singular(w) not in empty for t, w in p.terms.items()):
            continue
        told = p.report.vocabulary.told | p.report.vocabulary.papers
        for term in sorted(
            t for t, w in p.terms.items() if t not in untrue and singular(w) in told
        ):
            why = Reason(rule="calls-source-untrue", words=p.terms[term])
            for q in resting.get(term, ()):
                if q.speaker != p.speaker and not q.negative and not q.open:
                    yield Denial(p, q, (Reason(rule="denies", words=p.words), why))
