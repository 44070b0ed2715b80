"""What a denial says by its own words alone, before anything that it may be of is looked for.

It may say nothing of its own ("ces accusations"), only call something untrue ("faux"), point back
by a determiner ("une telle lettre"), contest an act, weigh a thing, or say that something is so no
more.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from recoupe.compare.texts import plain, words
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.linking.terms.word_lists import singular

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


def points_at_figure(p: Proposition) -> bool:
    """Tell whether a statement points at a figure told before, and gives none: "ce chiffre"."""
    vocabulary, first = p.report.vocabulary, next(iter(p.terms), "")
    begins = not vocabulary.demonstrative.isdisjoint(p.folded[:1])
    return begins and first in vocabulary.counting and not p.figures


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
    if p.folded in vocabulary.nothing_denied:
        return True
    first = next(iter(p.terms.values()), "")
    if _contests(p) and _is_thing(p):
        return True
    # Who contests an act may say much of it; who denies it, in so many words, says that it was not.
    few = len(p.terms) <= _DISPUTED or _contests(p)
    return few and singular(first) in vocabulary.disputed


def _is_thing(p: Proposition) -> bool:
    """Tell whether what stands behind a word for contesting is a thing or an act: "le testament".

    Not what was said, or is said to be so ("les accusations", "l'existence du fonds", "tout lien"),
    nor a clause.
    """
    vocabulary, cue = p.report.vocabulary, p.statement.cue
    between = p.report.document.text[cue.end : p.statement.content.start] if cue else ""
    if cue is None or between.strip() or vocabulary.definite.isdisjoint(p.folded[:1]):
        return False
    head = singular(next(iter(p.terms.values()), ""))
    empty = vocabulary.told | vocabulary.verdicts | vocabulary.held_to_be
    return not (head in empty or next(iter(p.terms), "") in vocabulary.sweeping)


def _contests(p: Proposition) -> bool:
    """Tell whether a denial is told by a word for contesting: "conteste", "très contesté"."""
    if p.statement.cue is None:
        return False
    cue = words(p.report.document.text, [p.statement.cue]).folded
    return not p.report.vocabulary.contesting.isdisjoint(cue)


def weighs(p: Proposition) -> bool:
    """Tell whether "une telle X" is said to be, or not to be, worth something."""
    return not p.report.vocabulary.weighing.isdisjoint(p.terms)


def ceases(p: Proposition) -> bool:
    """Tell whether a negation says that something is so no more, which denies no past of it."""
    vocabulary = p.report.vocabulary
    negations = vocabulary.negations.intersection(p.folded)
    return bool(negations) and negations <= vocabulary.no_more


def charges(q: Proposition, but: Collection[str] = ()) -> bool:
    """Tell whether the sentence of a statement charges somebody, by other terms than some."""
    sentence = words(q.report.document.text, [q.statement.sentence]).folded
    return q.report.vocabulary.charges(sentence, but)
