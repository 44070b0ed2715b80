"""The words of a statement, clause by clause: what it says, and what it negates."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.compare.texts import Words, sentences, words
from recoupe.linking.reports import Report
from recoupe.linking.terms.polarity import denies_nothing
from recoupe.model import Span, Statement

_APOSTROPHES = frozenset("'’")
_BREAKS = (";", "(...)", "[...]", "(…)", "[…]")
"""Marks, between two words, with which a clause ends; what is left out of a quotation is one."""


def set_in(statement: Statement) -> tuple[Span, ...]:
    """Return the attribution that is set into a statement: "il n'a, dit-il, rien vendu"."""
    spans = (statement.cue, *(source.span for source in statement.sources))
    return tuple(span for span in spans if span and statement.content.covers(span))


def sentences_of(report: Report, statement: Statement) -> tuple[Words, ...]:
    """Return the words of each sentence of a statement, without attribution set into it."""
    text, holes = report.document.text, set_in(statement)
    found = (words(text, [part]) for part in sentences(text, statement.content))
    return tuple(_outside(sentence, holes) for sentence in found) if holes else tuple(found)


def clauses_of(report: Report, statement: Statement) -> tuple[Words, ...]:
    """Return the words of each clause of a statement, as far as a negation reaches.

    That is a sentence, or what stands on either side of a semicolon, of what is left out, or of
    "mais" or "même si" in it: "aucun incident n'a eu lieu, mais huit passants ont été interpellés".

    Args:
        report: The report.
        statement: A statement of it.
    """
    found = sentences_of(report, statement)
    return tuple(clause for sentence in found for clause in _clauses(report, sentence))


def _clauses(report: Report, sentence: Words) -> Iterator[Words]:
    cuts = [0, *_cuts(report, sentence), len(sentence.folded)]
    for start, end in pairwise(cuts):
        if end - start == len(sentence.folded):
            yield sentence
        else:
            here = slice(start, end)
            yield Words(sentence.folded[here], sentence.starts[here], sentence.ends[here])


def _cuts(report: Report, sentence: Words) -> Iterator[int]:
    """Yield the places of the words with which the second and further clauses begin."""
    vocabulary, text = report.vocabulary, report.document.text
    for place, word in enumerate(sentence.folded):
        if not place:
            continue
        between = text[sentence.ends[place - 1] : sentence.starts[place]]
        after = sentence.folded[place + 1 : place + 2]
        if (
            any(mark in between for mark in _BREAKS)
            # "Il n'a pas seulement vendu, mais aussi donné" goes on with what it negates.
            or (word in vocabulary.contrasting and vocabulary.further_too.isdisjoint(after))
            or (word, *after) in vocabulary.conceding
        ):
            yield place


def outside_figures(report: Report, statement: Statement, clause: Words) -> tuple[str, ...]:
    """Return the words of a clause outside its figures, without the letter of "n° 2".

    Args:
        report: The report.
        statement: A statement of it.
        clause: The words of one of its clauses.
    """
    text, verbal = report.document.text, report.vocabulary.verbal
    told = _outside(clause, [q.span for q in statement.quantities])
    return tuple(
        word
        for word, end in zip(told.folded, told.ends, strict=True)
        if not (len(word) == 1 and word in verbal and text[end : end + 1] not in _APOSTROPHES)
    )


def negation(report: Report, told: Sequence[Words]) -> tuple[bool, frozenset[str]]:
    """Tell whether clauses hold a negation, and which terms stand in those without one.

    Args:
        report: The report.
        told: The words of each clause of a statement.
    """
    vocabulary = report.vocabulary
    clear = [found for found in told if not is_negated(report, found)]
    if len(clear) == len(told):
        return False, frozenset()
    return True, frozenset(t for found in clear for t in vocabulary.terms(found.folded))


def is_negated(report: Report, found: Words) -> bool:
    """Tell whether some words hold a negation; an elided one has its apostrophe ("n° 2").

    One in a clause about a thing ("un engagement qui n'apparaît nulle part") says nothing of
    the whole, and "ne ... que" says "only"; nor is "avant qu'il ne coule" one.

    Args:
        report: The report.
        found: The words of a clause or sentence of it.
    """
    text, vocabulary = report.document.text, report.vocabulary
    for place, (word, end) in enumerate(zip(found.folded, found.ends, strict=True)):
        if word in vocabulary.relative:
            return False
        if (
            word in vocabulary.negating
            and (len(word) > 1 or text[end : end + 1] in _APOSTROPHES)
            and not denies_nothing(found.folded, place, vocabulary)
        ):
            return True
    return False


def _outside(found: Words, holes: Sequence[Span]) -> Words:
    """Return the words that stand in none of some spans."""
    kept = [
        (word, start, end)
        for word, start, end in zip(found.folded, found.starts, found.ends, strict=True)
        if not any(hole.start < end and start < hole.end for hole in holes)
    ]
    if len(kept) == len(found):
        return found
    return Words(*zip(*kept, strict=True)) if kept else Words((), (), ())
