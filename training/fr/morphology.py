"""Make the pack's lexicon of forms: ``python -m training.fr.morphology FOLDER``.

FOLDER holds ``fr.dic`` and ``fr.aff`` of Dicollecte's dictionary "toutes variantes" 7.0, whose
entries and suffixes name parts of speech and inflection: in Debian the package
hunspell-fr-comprehensive, unpacked (``dpkg -x``), at grammalecte.net the download for Hunspell.
"""

import argparse
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from recoupe.language.packs.fr.morphology import END, LAST, MAGIC, TARGET_SHIFT
from recoupe.language.packs.fr.pack import FORMS
from recoupe.language.packs.fr.tokenizer import norm
from training.fr import hunspell

_TENSES = ("ipre", "iimp", "ipsi", "ifut", "cond", "spre", "simp", "impe")
_PERSONS = {
    "1sg": "1s", "2sg": "2s", "3sg": "3s", "1pl": "1p", "2pl": "2p", "3pl": "3p", "3pl!": "3p",
}  # fmt: skip
_GENDERS = {"mas": "m", "fem": "f", "epi": "mf"}
_NUMBERS = {"sg": "s", "pl": "p", "inv": "sp"}
_NOUNS = {"nom": "nom", "adj": "adj", "titr": "nom"}
_PLAIN = {"adv": "adv", "interj": "interj"}
# The avoir and être of the dictionary's own group 0.
_AUXILIARIES = "v0"

Cells = tuple[str, ...]
Reading = tuple[Cells, int, str]


def cells(entry: Iterable[str], ending: Iterable[str]) -> frozenset[str]:
    """Return the places in the paradigm that the dictionary gives a form.

    Args:
        entry: Fields of the entry (``po:nom``, ``is:mas``).
        ending: Fields of the suffix.

    Returns:
        Such as ``nom.m.s``, ``ver.ppas.f.p``; ``gram`` for words of grammar and numerals, ``other``
        for what has no part of speech here. Nothing for names and prefixes.
    """
    own = [field[3:] for field in entry if field.startswith("po:")]
    made = [field[3:] for field in ending if field.startswith("po:")]
    shape = [field[3:] for field in (*entry, *ending) if field.startswith("is:")]
    genders = "".join(_GENDERS.get(part, "") for part in shape) or "mf"
    numbers = "".join(_NUMBERS.get(part, "") for part in shape) or "sp"
    shapes = [f"{gender}.{number}" for gender in genders for number in numbers]
    if own[0][0] == "v" and own[0][1:2].isdigit():
        return frozenset(
            _of_verb("aux" if own[0].startswith(_AUXILIARIES) else "ver", own, made, shapes)
        )
    if {"mg", "nb", "nbro", "det", "prep"} & set(own):
        return frozenset({"gram"})
    if {"npr", "prn", "patr", "pfx", "sfx", "err", "sign", "ponc"} & set(own):
        return frozenset()
    found = {f"{_NOUNS[part]}.{shape}" for part in own if part in _NOUNS for shape in shapes}
    found |= {_PLAIN[part] for part in own if part in _PLAIN}
    return frozenset(found or {"other"})


def _of_verb(kind: str, own: list[str], made: list[str], shapes: list[str]) -> Iterator[str]:
    if "infi" in (*own, *made):
        yield f"{kind}.infi"
    if "ppre" in made:
        yield f"{kind}.ppre"
    if "ppas" in made:
        yield from (f"{kind}.ppas.{shape}" for shape in shapes)
    # "aimé-je", "dussé-je": a form before its pronoun alone, left out.
    persons = [_PERSONS[part] for part in made if part in _PERSONS]
    yield from (f"{kind}.{part}.{who}" for part in made if part in _TENSES for who in persons)


def readings(forms: Iterable[hunspell.Form]) -> dict[str, set[Reading]]:
    """Return for each folded form what it can be: cells and the way to the lemma."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in forms:
        # What is a word with a capital alone is a name or a symbol.
        if form.text == form.text.lower():
            found[norm(form.text), norm(form.lemma)] |= cells(form.entry, form.ending)
    by_form: dict[str, set[Reading]] = defaultdict(set)
    for (text, lemma), places in found.items():
        # "connaitre", the spelling of 1990, beside "connaître", as papers and treebanks write it.
        older = any(found.get((text, other)) == places for other in _older(lemma))
        if not places or older:
            continue
        same = 0
        while same < min(len(text), len(lemma)) and text[same] == lemma[same]:
            same += 1
        by_form[text].add((tuple(sorted(places)), len(text) - same, lemma[same:]))
    return by_form


def _older(lemma: str) -> Iterator[str]:
    """Yield a word with a circumflex more, on an "i" or "u"."""
    for at, letter in enumerate(lemma):
        if letter in "iu":
            yield lemma[:at] + {"i": "î", "u": "û"}[letter] + lemma[at + 1 :]


class Automaton:
    """A minimal acyclic automaton, built from words in order (Daciuk et al., 2000, algorithm 1)."""

    def __init__(self) -> None:
        # A state is the tuple of its edges; letters in order, so that END comes first.
        self.states: dict[tuple[tuple[int, int], ...], int] = {}
        self._open: list[list[tuple[int, int]]] = [[]]
        self._word: tuple[int, ...] = ()

    def add(self, word: tuple[int, ...], entry: int) -> None:
        """Add a word that comes after all before it.

        Args:
            word: Numbers of its letters, from 1.
            entry: What the word leads to.
        """
        same = 0
        while same < min(len(word), len(self._word)) and word[same] == self._word[same]:
            same += 1
        self._close(same)
        self._open += [[] for _ in word[same:]]
        self._open[-1].append((END, entry))
        self._word = word

    def _close(self, depth: int) -> None:
        while len(self._open) > depth + 1:
            edges = tuple(self._open.pop())
            number = self.states.setdefault(edges, len(self.states))
            self._open[-1].append((self._word[len(self._open) - 1], number))

    def packed(self) -> tuple[bytes, int]:
        """Return the edges as they are read, and where those of the first state begin."""
        self._close(0)
        root = self.states.setdefault(tuple(self._open[0]), len(self.states))
        # A state's number is the order it was closed in: what it leads to comes before it.
        starts, edges = [0] * len(self.states), []
        for state, number in self.states.items():
            starts[number] = len(edges)
            for at, (letter, target) in enumerate(state):
                leads = target if letter == END else starts[target]
                last = LAST if at + 1 == len(state) else 0
                edges.append(leads << TARGET_SHIFT | last | letter)
        return struct.pack(f"<{len(edges)}I", *edges), starts[root]


def write(by_form: dict[str, set[Reading]], path: Path) -> None:
    """Write the lexicon's file."""
    letters = sorted({letter for form in by_form for letter in form})
    number_of = {letter: at + 1 for at, letter in enumerate(letters)}
    names = sorted(
        {cell for found in by_form.values() for places, _, _ in found for cell in places}
    )
    place_of = {cell: at for at, cell in enumerate(names)}
    entries: dict[tuple[Reading, ...], int] = {}
    automaton = Automaton()
    for word, form in sorted((tuple(number_of[c] for c in form), form) for form in by_form):
        entry = tuple(sorted(by_form[form]))
        automaton.add(word, entries.setdefault(entry, len(entries)))
    edges, root = automaton.packed()
    header = orjson.dumps(
        {
            "letters": letters,
            "cells": names,
            "entries": [
                [[[place_of[cell] for cell in places], cut, put] for places, cut, put in entry]
                for entry in entries
            ],
            "root": root,
            "edges": len(edges) // 4,
        }
    )
    # Edges are read as 32-bit numbers, so they begin at a multiple of four bytes.
    header += b" " * (-(len(MAGIC) + len(header) + 1) % 4) + b"\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(MAGIC + header + edges)


def main() -> None:
    """Read the command line and write the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where fr.dic and fr.aff are")
    parser.add_argument("--output", type=Path, default=FORMS)
    options = parser.parse_args()
    found = readings(hunspell.read(options.folder))
    write(found, options.output)
    print(f"{len(found)} forms, {options.output.stat().st_size / 1e6:.1f} MB: {options.output}")


if __name__ == "__main__":
    main()
