"""Figures that a statement gives only to say that another has replaced them, or that it is not so.

"75 000 doses, contre une estimation précédente de 60 000" counts 75 000, and "75 000 doses, et non
60 000" does too.
"""

from bisect import bisect_left
from collections.abc import Sequence

from recoupe.compare.texts import words
from recoupe.linking.reports import Report
from recoupe.linking.terms.vocabulary import Vocabulary, phrase_in
from recoupe.model import Quantity, Statement

_BESIDE = 6
"""Words before a figure among which it is called replaced."""
_BEHIND = 4
"""Words behind a figure among which it is told as given before: "34 millions d'euros annoncés"."""
_RIGHT_BEFORE = 2
"""Most words between a figure and those that say that it is not so: "et non quelque 60 000"."""


def replaced(report: Report, statement: Statement) -> tuple[tuple[Quantity, str], ...]:
    """Return the figures that a statement calls replaced, each with the words that do.

    Args:
        report: The report.
        statement: A statement of it.
    """
    inside = [q for q in statement.quantities if statement.content.covers(q.span)]
    if len(inside) < 2:
        return ()
    text, vocabulary = report.document.text, report.vocabulary
    told = words(text, [statement.content])
    found, past = [], 0
    for quantity in inside:
        at = bisect_left(told.starts, quantity.span.start)
        before = told.folded[max(0, at - _BESIDE, past) : at]
        # "De 207 morts à 290": the next figure is what has replaced it.
        past = bisect_left(told.starts, quantity.span.end)
        if mark := _given_before(before, told.folded[past : past + _BEHIND], vocabulary):
            return ((quantity, mark),)
        if mark := phrase_in(before, vocabulary.replaced):
            found.append((quantity, mark))
    # What replaces it stands there too; and what is replaced is a count, not a thing that changed.
    if not found or len(found) == len(inside):
        found = found[:1] if len(inside) > 1 else []
    around = words(text, [statement.sentence]).folded
    if not found or vocabulary.counting.isdisjoint(vocabulary.terms(around)):
        return ()
    return tuple(found)


def _given_before(before: Sequence[str], behind: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the words that tell a figure as one given before: "contre 34 annoncés en mars"."""
    against = phrase_in(before, vocabulary.held_against)
    given = next((word for word in behind if word in vocabulary.given_before), "")
    return f"{against} … {given}" if against and given else ""


def corrected(report: Report, statement: Statement) -> tuple[tuple[Quantity, str], ...]:
    """Return the figures that a statement says are not the ones, each with the words that do.

    Another figure stands in the statement for each: "41 machines, et non 37", "non pas
    37, mais 41".

    Args:
        report: The report.
        statement: A statement of it.
    """
    inside = [q for q in statement.quantities if statement.content.covers(q.span)]
    marks = report.vocabulary.corrected
    if len(inside) < 2 or not marks:
        return ()
    told = words(report.document.text, [statement.content])
    found = []
    for quantity in inside:
        at = bisect_left(told.starts, quantity.span.start)
        if mark := _mark_before(told.folded[:at], marks):
            found.append((quantity, mark))
    return tuple(found) if len(found) < len(inside) else ()


def set_apart(report: Report, statement: Statement) -> tuple[tuple[Quantity, str], ...]:
    """Return the figures that a statement holds its own against: "trois fois, loin des dix".

    Args:
        report: The report.
        statement: A statement of it.
    """
    inside = [q for q in statement.quantities if statement.content.covers(q.span)]
    marks = report.vocabulary.far
    if len(inside) < 2 or not marks:
        return ()
    told = words(report.document.text, [statement.content])
    found = []
    for quantity in inside[1:]:
        at = bisect_left(told.starts, quantity.span.start)
        if mark := _mark_before(told.folded[:at], marks, between=0):
            found.append((quantity, mark))
    return tuple(found)


def _mark_before(
    folded: Sequence[str], marks: Sequence[tuple[str, ...]], between: int = _RIGHT_BEFORE
) -> str:
    """Return the phrase that some words end with, but for a few words."""
    for left in range(between + 1):
        end = len(folded) - left
        for mark in marks:
            if end >= len(mark) and tuple(folded[end - len(mark) : end]) == mark:
                return " ".join(mark)
    return ""
