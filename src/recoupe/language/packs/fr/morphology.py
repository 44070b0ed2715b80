"""What French words can be: parts of speech, inflection and lemmas of half a million forms.

The forms are those of Dicollecte's dictionary (MPL 2.0), put by ``training/fr/morphology.py``
into a minimal acyclic automaton (Daciuk et al., 2000), which is looked up where it lies on disk.
"""

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from recoupe.errors import DataError
from recoupe.language.packs.fr.pack import FORMS

# With a byte that no text has, so that no tool takes it for one and mends its line ends.
MAGIC = b"recoupe-lexicon-1\0\n"
# An edge of the automaton, low bits first: letter, last of its state, what it leads to.
LETTER_BITS = 8
LAST = 1 << LETTER_BITS
_LETTER = LAST - 1
TARGET_SHIFT = LETTER_BITS + 1
# The letter of the edge that ends a word; it leads to the word's entry.
END = 0
# How many letters deep states are kept as mappings.
_NEAR = 3
# An archive of millions has more words than this; then they are looked up anew.
_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """One thing that a form can be.

    Attributes:
        cells: Its places in the paradigm, such as ``nom.m.s``, ``ver.ipre.3s``, ``aux.infi``.
        cut: How many letters of the form to take off for the lemma.
        put: What to put in their place.
    """

    cells: tuple[str, ...]
    cut: int
    put: str


Entry = tuple[Analysis, ...]


class Lexicon:
    """Looks up forms.

    Args:
        path: The file that ``training/fr/morphology.py`` wrote.

    Raises:
        DataError: The file is not there or not whole.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                if file.readline() != MAGIC:
                    raise ValueError("it is no lexicon")
                header = orjson.loads(file.readline())
                start = file.tell()
                held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._letters: dict[str, int] = {c: at + 1 for at, c in enumerate(header["letters"])}
            self.cells: list[str] = header["cells"]
            # As read: decoding them all takes longer than a report asks for.
            self._packed: list[Any] = header["entries"]
            self._entries: dict[int, Entry] = {}
            self._numbers: dict[str, int] = {}
            self._near: dict[int, dict[int, int]] = {}
            self._edges = memoryview(held)[start:].cast("I")
            self._root: int = header["root"]
            if len(self._edges) != header["edges"]:
                raise ValueError("it is not whole")
        except (OSError, KeyError, ValueError, TypeError) as error:
            raise DataError(
                f"the French lexicon {path} can't be read ({error})",
                "install Recoupe again, or make it anew with 'python -m training.fr.morphology'",
            ) from error

    def number(self, form: str) -> int:
        """Return the number of a form's entry; -1 where the form is unknown.

        Args:
            form: The form as ``tokenizer.norm`` folds it.
        """
        number = self._numbers.get(form)
        if number is None:
            if len(self._numbers) > _MOST:
                self._numbers.clear()
            number = self._numbers[form] = self._walk(form)
        return number

    def _walk(self, form: str) -> int:
        edges, letters, at, of_edge = self._edges, self._letters, self._root, _LETTER
        for depth, letter in enumerate(form):
            wanted = letters.get(letter)
            if wanted is None:
                return -1
            if depth < _NEAR:
                # Many letters go on from here, and every word comes by.
                found = self._leads(at).get(wanted)
                if found is None:
                    return -1
                at = found
                continue
            while (edge := edges[at]) & of_edge != wanted:
                if edge & LAST:
                    return -1
                at += 1
            at = edge >> TARGET_SHIFT
        # The edge that ends a word is the first of its state.
        edge = edges[at]
        return edge >> TARGET_SHIFT if edge & of_edge == END else -1

    def _leads(self, at: int) -> dict[int, int]:
        """Return where each letter leads to from a state near the root, read once."""
        found = self._near.get(at)
        if found is None:
            found = self._near[at] = {}
            place = at
            while True:
                edge = self._edges[place]
                found[edge & _LETTER] = edge >> TARGET_SHIFT
                if edge & LAST:
                    break
                place += 1
        return found

    def analyses(self, form: str) -> Entry:
        """Return what a form can be; nothing where it is unknown.

        Args:
            form: The form as ``tokenizer.norm`` folds it.
        """
        number = self.number(form)
        return self.entry(number) if number >= 0 else ()

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """Yield all forms, in no particular order, each with the number of its entry."""
        names = dict(zip(self._letters.values(), self._letters, strict=True))
        waiting = [("", self._root)]
        while waiting:
            form, at = waiting.pop()
            while True:
                edge = self._edges[at]
                letter, target = edge & _LETTER, edge >> TARGET_SHIFT
                if letter == END:
                    yield form, target
                else:
                    waiting.append((form + names[letter], target))
                if edge & LAST:
                    break
                at += 1

    def entry(self, number: int) -> Entry:
        """Return what the forms of an entry can be.

        Args:
            number: As :meth:`number` returns it, not -1.
        """
        held = self._entries.get(number)
        if held is None:
            cells = self.cells
            held = self._entries[number] = tuple(
                Analysis(tuple(cells[cell] for cell in places), cut, put)
                for places, cut, put in self._packed[number]
            )
        return held


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with the pack."""
    return Lexicon(FORMS)
