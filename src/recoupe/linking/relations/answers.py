"""The accused answers: what somebody denies of what the report holds against them.

"X a touché 14 millions, selon l'accusation. X nie avoir reçu de l'argent" has hardly a word in
common. What binds them is that the charge names who denies it, and stands just before. A sweeping
denial ("conteste les faits", "toute responsabilité") answers the charge wherever it stands before.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.compare.names import normalise
from recoupe.compare.texts import words
from recoupe.linking.claims.contrasts import figures_differ, times_differ
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.pointing import Denial
from recoupe.linking.relations.turned import was_said
from recoupe.linking.relations.verdicts import disputes
from recoupe.linking.terms.word_lists import singular
from recoupe.model import Reason

_JUST, _NEAR = 3, 350
"""Statements, and characters, before a denial of its own words that the charge stands in."""
_BACK, _FAR = 16, 2500
"""The same for a sweeping denial."""
_LONGEST = 12
"""Most words of a denial that answers a charge: a longer one says what it is about."""
_BEGINS = 2
"""Words with which the denial of a deed begins: "s'être rendu", "avoir vendu"."""


def answering(found: Sequence[Proposition], bound: frozenset[str]) -> Iterator[Denial]:
    """Bind outright denials to the charge against who denies, in the same report.

    Args:
        found: Propositions in the order of the case.
        bound: Ids of the denials that are bound already.
    """
    for place, p in enumerate(found):
        if not p.statement.denies or p.speaker is None or p.id in bound or p.open:
            continue
        if len(p.folded) > _LONGEST or disputes(p):
            continue
        called = _called(p)
        if not called:
            continue
        sweeping = _is_sweeping(p)
        back, far = (_BACK, _FAR) if sweeping else (_JUST, _NEAR)
        for q in reversed(found[max(0, place - back) : place]):
            if q.report.id != p.report.id:
                break
            gap = p.statement.content.start - q.statement.content.end
            if 0 <= gap <= far and _is_charge(q, p, called, sweeping):
                reasons = (
                    Reason(rule="denies", words=p.words),
                    Reason(rule="answers-charge", words=q.words),
                )
                yield Denial(p, q, reasons)
                break


def _called(p: Proposition) -> str:
    """Return the word that a report calls a named source by: a surname; empty without one."""
    source = p.statement.sources[0]
    if source.kind not in {"person", "organisation"} or not any(c.isupper() for c in source.name):
        return ""
    own = [w for w in normalise(source.name, p.report.vocabulary.leading).split() if len(w) > 2]
    return (own[-1] if source.kind == "person" else own[0]) if own else ""


def _is_sweeping(p: Proposition) -> bool:
    """Tell whether a denial says nothing of what is denied but that it is held against one."""
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    return bool(p.terms) and all(
        term in vocabulary.sweeping or singular(word) in empty for term, word in p.terms.items()
    )


def _is_charge(q: Proposition, p: Proposition, called: str, sweeping: bool) -> bool:
    if (
        q.negative
        or q.negated
        or q.asks
        or q.of_oneself
        or q.speaker == p.speaker
        or figures_differ(p, q)
        or times_differ(p, q)
    ):
        return False
    sentence = words(q.report.document.text, [q.statement.sentence]).folded
    # Who is charged is named beside the charge; a source named there charges another.
    if called not in sentence or any(called in normalise(s.name) for s in q.statement.sources):
        return False
    # "Odile Carran, qui rejette toute implication" charges nobody: it is denied there too.
    told = p.report.vocabulary.told
    but = {term for term, word in p.terms.items() if singular(word) not in told}
    if q.report.vocabulary.charges(sentence, but):
        return True
    # What another says that a person did, who denies having done it: not "X avait nié" of what is
    # told anew.
    new = was_said(p) and not was_said(q)
    deed = not sweeping and _of_a_deed(p) and not new
    return deed and q.speaker is not None and called in q.folded


def _of_a_deed(p: Proposition) -> bool:
    """Tell whether a person denies to have done something: "avoir assisté au dîner"."""
    person = p.statement.sources[0].kind == "person"
    vocabulary = p.report.vocabulary
    # "S'être rendu", not "être un homme de rupture".
    done = (
        after not in vocabulary.leading
        for begun, after in pairwise(p.folded[: _BEGINS + 1])
        if begun in vocabulary.having
    )
    return person and next(done, False)
