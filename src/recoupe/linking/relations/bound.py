"""Whether a report itself binds two claims, or only a comparison of their words does.

"P, ce que X dément" sets the denial beside what it denies, and who denies a thing in the words in
which it is told denies that. That a source later says otherwise, that two figures are of one
thing, or which accusation "ces accusations" are, is found by comparing: on published news that is
wrong more often than right, and a person should look before relying on it.
"""

from collections.abc import Iterable

from recoupe.model import TO_CHECK, Reason

_TOLD = frozenset({"said-just-before", "aimed-at", "calls-source-untrue", "told-as-earlier"})
"""Rules by which a report says itself what is denied, or left."""
_IN_ITS_WORDS = frozenset({"denies", "shared-words"})
_SIDE_BY_SIDE = (
    frozenset({"denies", "other-figures"}),
    frozenset({"counted-anew", "counts-as-before"}),
)
"""Rules that together tell it where both sides stand in one report: it denies a figure that it
gives, or counts anew what it counted."""
_SIDES = ("this-side", "other-side")


def checked(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons for a refutation or a change, with one more where it is to be checked.

    Args:
        reasons: Why one claim refutes or changes another, with the places of both sides.
    """
    why = tuple(reasons)
    rules = {reason.rule for reason in why}
    files = {reason.words for reason in why if reason.rule in _SIDES}
    beside = len(files) == 1 and any(rules >= both for both in _SIDE_BY_SIDE)
    told = rules & _TOLD or rules >= _IN_ITS_WORDS
    return why if told or beside else (*why, Reason(rule=TO_CHECK))
