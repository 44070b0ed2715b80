"""Passages that two reports share, side by side, with the words that differ."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from recoupe.compare.texts import words
from recoupe.model import Lineage, Passage
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.walk import Report

# Past this many words a side, differences are not looked for: the passage is shown plain.
LONGEST_COMPARED = 3000


@dataclass(frozen=True)
class Word:
    """Words of a passage, and whether the other side has them too."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Pair:
    """One shared passage, both sides."""

    document: list[Word]
    on: list[Word]


def pairs(record: Lineage, index: Index) -> list[Pair]:
    """Return a lineage's passages side by side; none where the other side is outside the case."""
    drawing, on = index.by_document[record.document], index.by_document.get(record.on)
    return [_pair(passage, drawing, on) for passage in record.passages] if on else []


def _pair(passage: Passage, drawing: Report, on: Report) -> Pair:
    left, right = drawing.words(passage.document), on.words(passage.on)
    ours, theirs = left.split(), right.split()
    if max(len(ours), len(theirs)) > LONGEST_COMPARED:
        return Pair([Word(left, False)], [Word(right, False)])
    here: list[Word] = []
    there: list[Word] = []
    bare, other = [_folded(word) for word in ours], [_folded(word) for word in theirs]
    for step in Indel.opcodes(bare, other):
        same = step.tag == "equal"
        if step.src_start < step.src_end:
            place = slice(step.src_start, step.src_end)
            here.append(Word(" ".join(ours[place]), not same and any(bare[place])))
        if step.dest_start < step.dest_end:
            place = slice(step.dest_start, step.dest_end)
            there.append(Word(" ".join(theirs[place]), not same and any(other[place])))
    return Pair(here, there)


def _folded(word: str) -> str:
    """Return a word without its marks, which each paper sets in its own way."""
    return " ".join(words(word).folded)
