"""Universal Dependencies treebanks as files, their words merged as the pipeline cuts them."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recoupe.errors import DataError


@dataclass(slots=True)
class Word:
    """One word of a treebank sentence: surface form and annotation.

    Attributes:
        form: The word as it stands in the text.
        lemma: Its dictionary form.
        upos: Universal part of speech.
        feats: Features in CoNLL-U's notation; empty if none.
        head: Place of its governor in the sentence, from 0; the root's is its own.
        deprel: Relation to the governor, with its subtype.
        space: Whether a blank follows.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(slots=True)
class Tree:
    """One sentence of a treebank.

    Attributes:
        id: Its ``sent_id``.
        words: Its words.
        paragraph: Whether a paragraph or document begins with it, where the treebank says so.
    """

    id: str
    words: list[Word] = field(default_factory=list)
    paragraph: bool = False

    @property
    def text(self) -> str:
        """The sentence as written, without the blank behind it."""
        return "".join(w.form + (" " if w.space else "") for w in self.words).rstrip(" ")


def read(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file packed with xz.

    A multiword token (``du`` = ``de`` + ``le``) becomes one word: it takes the
    annotation of its first part, and what hung on the others hangs on it.

    Args:
        path: A ``.conllu.xz`` file (format of Universal Dependencies, version 2).

    Raises:
        DataError: The file is missing or no such file.
    """
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from _sentences(lines)
    except (OSError, lzma.LZMAError, ValueError, IndexError, KeyError) as error:
        raise DataError(
            f"the treebank {path} can't be read ({error})", "it must be CoNLL-U packed with xz"
        ) from error


def _sentences(lines: Iterator[str] | lzma.LZMAFile) -> Iterator[Tree]:
    rows: list[list[str]] = []
    name, paragraph = "", False
    for raw in lines:
        line = str(raw).rstrip("\n")
        if line.startswith("# sent_id ="):
            name = line.partition("=")[2].strip()
        elif line.startswith(("# newpar", "# newdoc")):
            paragraph = True
        elif line and line[0] != "#":
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Tree(name, _merged(rows), paragraph)
            rows, paragraph = [], False
    if rows:
        yield Tree(name, _merged(rows), paragraph)


def _merged(rows: list[list[str]]) -> list[Word]:
    words: list[Word] = []
    heads: list[str] = []
    place = {"0": -1}
    last = 0
    for row in rows:
        number = row[0]
        if "." in number:  # an empty node of the enhanced graph
            continue
        first, _, end = number.partition("-")
        if end:
            last = int(end)
        inside = not end and int(first) <= last
        if not inside:
            words.append(Word(row[1], "", "", "", 0, "", "SpaceAfter=No" not in row[9]))
            heads.append("")
        if end:
            continue
        place[number] = len(words) - 1
        word = words[-1]
        if not word.upos:
            word.lemma = row[2] if row[2] != "_" else word.form
            word.upos, word.feats = row[3], "" if row[5] == "_" else row[5]
            word.deprel = row[7]
            heads[-1] = row[6]
    for at, (word, head) in enumerate(zip(words, heads, strict=True)):
        word.head = at if place[head] < 0 else place[head]
    return words
