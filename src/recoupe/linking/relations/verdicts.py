"""What a denial says by its own words alone, before anything that it may be of is looked for.

It may say nothing of its own ("ces accusations"), only call something untrue ("faux"), point back
by a determiner ("une telle lettre"), contest an act, weigh a thing, or say that something is so no
more.
"""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.compare.texts import plain
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.terms.vocabulary import Vocabulary

_DISPUTED = 3
"""Most terms of an act that is contested: more say that it was, or was not, done."""
FEW = 4
"""Most terms of a denial that points back by a word or two."""
_FEW_POINTING = 3
"""Most terms of one that does by "une telle"."""
_QUOTES = frozenset("«\"“„‘'»”")


def only_points(p: Proposition) -> bool:
    """Tell whether a statement says nothing of its own: "ces accusations", "faux"."""
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    return bool(p.terms) and all(singular(word) in empty for word in p.terms.values())


def calls_untrue(folded: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether some words do nothing but call what was said untrue: "c'est un mensonge"."""
    empty = vocabulary.told | vocabulary.verdicts
    said = {singular(word) for word in vocabulary.terms(folded).values()}
    return said <= empty and not said.isdisjoint(vocabulary.verdicts)


def is_verdict(p: Proposition) -> bool:
    """Tell whether a statement only calls something untrue."""
    verdicts = p.report.vocabulary.verdicts
    return only_points(p) and any(singular(word) in verdicts for word in p.terms.values())


def calls_paper_untrue(p: Proposition) -> bool:
    """Tell whether a thing is called a fake, which denies what it tells and nobody's words."""
    vocabulary = p.report.vocabulary
    return not vocabulary.untrue.isdisjoint(p.terms) and any(
        singular(word) in vocabulary.papers for word in p.terms.values()
    )


def points_by_determiner(p: Proposition) -> bool:
    """Tell whether a short statement points back by a determiner: "une telle lettre".

    It stands before what it points at: "te comporter comme tel" points at nothing.
    """
    pointing = p.report.vocabulary.pointing
    if pointing.isdisjoint(p.folded) or len(p.terms) > _FEW_POINTING:
        return False
    telling = frozenset(p.terms.values())
    return any(one in pointing and after in telling for one, after in pairwise(p.folded))


def names_what_was_said(p: Proposition) -> bool:
    """Tell whether a denial calls what was just said by a name of its own: "ces « calculs »"."""
    written = p.words.split(maxsplit=1)
    quoted = len(written) > 1 and written[1][0] in _QUOTES
    return (
        p.statement.denies
        and quoted
        and plain(written[0]) in p.report.vocabulary.demonstrative
        and len(p.terms) <= FEW
    )


def disputes(p: Proposition) -> bool:
    """Tell whether what is contested is an act, which is not untrue: "conteste la décision"."""
    vocabulary = p.report.vocabulary
    # "Aucune telle décision" denies that there is one.
    if not p.statement.denies or not (vocabulary.pointing | vocabulary.privative).isdisjoint(
        p.folded
    ):
        return False
    first = next(iter(p.terms.values()), "")
    return len(p.terms) <= _DISPUTED and singular(first) in vocabulary.disputed


def weighs(p: Proposition) -> bool:
    """Tell whether "une telle X" is said to be, or not to be, worth something."""
    return not p.report.vocabulary.weighing.isdisjoint(p.terms)


def ceases(p: Proposition) -> bool:
    """Tell whether a negation says that something is so no more, which denies no past of it."""
    vocabulary = p.report.vocabulary
    negations = vocabulary.negations.intersection(p.folded)
    return bool(negations) and negations <= vocabulary.no_more


def singular(word: str) -> str:
    """Return a folded word without the ending of its plural."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word
