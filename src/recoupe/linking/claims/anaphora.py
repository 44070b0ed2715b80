"""Denials that only point back ("Faux", "ces accusations") with the content of what they deny.

So that "un mensonge" and "nous n'avons rien vendu" can be one claim: what is said of a
proposition by its name alone is compared by that proposition.
"""

from collections.abc import Sequence

from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.short_answers import answers
from recoupe.linking.relations.pointing import pointing_back
from recoupe.linking.relations.verdicts import only_points


def resolve(found: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Give denials that say nothing of their own the content of what they deny.

    Args:
        found: Propositions in the order of the case.

    Returns:
        The same, in the same order; those that deny what another said before in their report
        without saying it are the denial of that. Their own words remain those of the statement.
    """
    denied = {
        b.denial.id: b.denied
        for b in pointing_back(found)
        # The denial of a denial says it in words that are not at hand.
        if only_points(b.denial) and not _is_of_document(b.denial) and not b.denied.negative
    }
    answered = {a.answer.id: a.resolved for a in answers(found)}
    return tuple(
        p.taking_up(denied[p.id], negative=True) if p.id in denied else answered.get(p.id, p)
        for p in found
    )


def _is_of_document(p: Proposition) -> bool:
    """Tell whether a thing is called a fake, not words untrue: "ces images sont un montage"."""
    return len(p.terms) > 1 and not p.report.vocabulary.untrue.isdisjoint(p.terms)
