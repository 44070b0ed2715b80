"""Figures that a statement gives only to say that another has replaced them.

"75 000 doses, contre une estimation précédente de 60 000" counts 75 000.
"""

from bisect import bisect_left

from recoupe.compare.texts import words
from recoupe.linking.reports import Report
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Quantity, Statement

_BESIDE = 6
"""Words before a figure among which it is called replaced."""


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
    found = []
    for quantity in inside:
        at = bisect_left(told.starts, quantity.span.start)
        mark = phrase_in(told.folded[max(0, at - _BESIDE) : at], vocabulary.replaced)
        if mark:
            found.append((quantity, mark))
    # What replaces it stands there too; and what is replaced is a count, not a thing that changed.
    if not found or len(found) == len(inside):
        found = found[:1] if len(inside) > 1 else []
    around = words(text, [statement.sentence]).folded
    if not found or vocabulary.counting.isdisjoint(vocabulary.terms(around)):
        return ()
    return tuple(found)
