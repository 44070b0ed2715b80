"""How far a denial reaches: what it leaves standing of what another says in its words.

A negation may be of other words than those that both say, of a part, or of today only; and what
is asked or looked into is not said to be so.
"""

from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.sameness import longest_run
from recoupe.linking.relations.verdicts import ceases, charges
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Span

_ONE_TEXT = 0.6
"""Share of the shorter that a run of the same words is, where both repeat one text."""
_SAME_WORDS = 0.8
"""Share of the shorter that a run of the same words is, where nothing is left to deny it."""
_ONE_PASSAGE = 12
"""Words of such a run that are a passage of both, whatever is negated beside it."""
_NEXT = 12
"""Characters behind a statement in which a word of negation takes up its words."""
_QUESTION = "?"
_NEGATION = "negation"
"""Why a statement is read as denied that has, or is near, a word of negation."""
_SUBJECT = 8
"""Words from "tous" to the "ne" of its verb."""


def leaves_standing(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether a denial denies nothing of a statement that has its words.

    Args:
        denial: What is denied.
        denied: What is affirmed.
    """
    return (
        _says_again(denial, denied)
        or only_in_part(denial, denied)
        or _only_so_many(denial, denied)
        or _was_the_first(denial, denied)
        or _says_nothing_against(denial, denied)
        or _only_inquires(denied, denial)
        or _denies_too(denied, denial)
        or _has_no_part(denial, denied)
    )


def only_in_part(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether a negation says "not all" or "not wholly" of what is not told of all.

    "Toutes les vannes ne sont pas ouvertes" leaves some that may well be.
    """
    universal = denial.report.vocabulary.universal
    if denial.statement.denies or universal.isdisjoint(denial.folded):
        return False
    return universal.isdisjoint(denied.folded) and _negates_all(denial)


def is_cleft(p: Proposition, q: Proposition) -> bool:
    """Tell whether one says "ce n'est pas X qui P", of which the other has X and not all of P."""
    vocabulary = p.report.vocabulary
    at = len(vocabulary.cleft)
    if not at or p.folded[:at] != vocabulary.cleft:
        return False
    if (vocabulary.only | vocabulary.relative).isdisjoint(p.folded[at:]):
        return False
    return not p.terms.keys() <= q.terms.keys()


def repeat(one: Proposition, other: Proposition) -> bool:
    """Tell whether two repeat one text, of which one has more: "pas retrouvée" in what is more."""
    shorter = min(len(one.folded), len(other.folded))
    return longest_run(one.folded, other.folded) >= _ONE_TEXT * shorter


def _says_again(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether what both say stands in a denial where it denies nothing.

    It may be in another sentence of it, or be the other's very words, to which a negation
    beside them does not belong.
    """
    if denial.statement.denies:
        return False
    privative = denial.report.vocabulary.privative
    if not denial.negated and not privative.isdisjoint(denial.folded):
        marked = denial.signs.marked
        if marked and marked.isdisjoint(denied.terms):
            return True
    if not denial.negated:
        # A negation near, but not among, the very words that both say belongs to others.
        near = any(r.rule == _NEGATION for r in denial.statement.factuality_reasons)
        return near and repeat(denial, denied)
    shared = denial.terms.keys() & denied.terms.keys()
    # What the negation stands before is told by both: not by "les feux, sans compter celui-ci".
    marked = denial.signs.marked
    if shared <= denial.affirmed or (marked and marked.isdisjoint(shared)):
        return True
    shorter = min(len(denial.folded), len(denied.folded))
    return longest_run(denial.folded, denied.folded) >= min(_SAME_WORDS * shorter, _ONE_PASSAGE)


def _says_nothing_against(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether what would be denied is asked, or denied there too; or was so and is no more.

    "La maire pas informée" has no "ne"; "n'est plus adjoint" says what "a démissionné" does.
    """
    bare = denied.report.vocabulary.bare
    if _QUESTION in denied.words or not bare.isdisjoint(denied.folded):
        return True
    if not denied.report.vocabulary.hearsay.isdisjoint(denied.folded):
        return True
    if _goes_on_negated(denied):
        return True
    return not denial.statement.denies and ceases(denial)


def _goes_on_negated(p: Proposition) -> bool:
    """Tell whether a statement is cut off before its verb: "P n'est « pas avéré »"."""
    start = p.statement.content.end
    text = p.report.document.text
    after = Span(start, max(start, min(start + _NEXT, p.statement.sentence.end)))
    if "," in after.of(text):
        return False
    return not p.report.vocabulary.verbal.isdisjoint(words(text, [after]).folded[:1])


def _only_so_many(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether a figure is denied of what is told without one.

    Who denies having sold forty machines may have sold some.
    """
    return bool(denial.counted) and not denied.figures


def _was_the_first(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether one says "le premier depuis 2011" and the other "il n'y en avait pas eu depuis".

    That is one thing said twice.
    """
    if denial.statement.denies or denied.report.vocabulary.firsts.isdisjoint(denied.folded):
        return False
    vocabulary, told = denial.report.vocabulary, denial.folded
    return any(
        word in vocabulary.verbal and not vocabulary.till_then.isdisjoint(told[at + 1 : at + 3])
        for at, word in enumerate(told)
    )


def _negates_all(p: Proposition) -> bool:
    vocabulary = p.report.vocabulary
    for at, word in enumerate(p.folded):
        if word in vocabulary.universal:
            if at and p.folded[at - 1] in vocabulary.negations:
                return True
            if not vocabulary.verbal.isdisjoint(p.folded[at + 1 : at + 1 + _SUBJECT]):
                return True
    return False


def _denies_too(denied: Proposition, denial: Proposition) -> bool:
    """Tell whether what is denied is a denial itself: "a qualifié de bobard la rumeur que P"."""
    told = denied.report.vocabulary.denying
    return bool(phrase_in(denied.folded, told)) and not phrase_in(denial.folded, told)


def _has_no_part(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether one denies to have a part in what another tells, and charges nobody with.

    "Nie toute implication dans l'incendie" denies no fire.
    """
    first = next(iter(denial.terms), "")
    if not denial.statement.denies or first in denied.terms:
        return False
    return first in denial.report.vocabulary.sweeping and not charges(denied)


def _only_inquires(denied: Proposition, denial: Proposition) -> bool:
    """Tell whether what is denied in words of its own is only looked into elsewhere.

    Who denies having struck somebody does not deny that the police asks whether he did.
    """
    inquiring = denied.report.vocabulary.inquiring & denied.terms.keys()
    return bool(inquiring) and denial.statement.denies and inquiring.isdisjoint(denial.terms)
