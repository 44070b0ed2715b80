"""Statements that say what they say of "cela": "il n'était pas au courant de cela".

With a word or none beside it such a statement is of what stood before it, which another report
need not speak of: the word in common ties it to nothing there.
"""

from recoupe.linking.claims.propositions import Proposition

_MOST = 1
"""Most terms beside figures of a statement that leans on what stood before it."""


def leans_elsewhere(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two statements of two reports is of something told only in its own.

    What has been given the content that it answers leans on nothing any more, and what two
    reports say word for word they say of one thing.
    """
    if one.report.id == other.report.id or one.folded == other.folded:
        return False
    return _leans(one) or _leans(other)


def _leans(p: Proposition) -> bool:
    own = sum(not term.startswith("#") for term in p.terms)
    return (
        p.takes_up is None
        and own <= _MOST
        and not p.report.vocabulary.this_matter.isdisjoint(p.folded)
    )
