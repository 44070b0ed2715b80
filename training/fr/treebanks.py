"""Universal Dependencies treebanks, their words merged as the pipeline cuts them."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Word:
    """One word of a treebank sentence: surface form and annotation.

    ``head`` is the place of its governor in the sentence; the root's is its own.
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
    """One sentence of a treebank."""

    id: str
    words: list[Word] = field(default_factory=list)


def read(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file packed with xz.

    A multiword token (``du`` = ``de`` + ``le``) becomes one word: it takes the
    annotation of its first part, and what hung on the others hangs on it.

    Args:
        path: A ``.conllu.xz`` file.
    """
    rows: list[list[str]] = []
    name = ""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id ="):
                name = line.partition("=")[2].strip()
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                yield _tree(name, rows)
                rows = []
    if rows:
        yield _tree(name, rows)


def _tree(name: str, rows: list[list[str]]) -> Tree:
    tree = Tree(name)
    place: dict[str, int] = {"0": -1}
    heads: list[str] = []
    last = 0
    for row in rows:
        number = row[0]
        space = "SpaceAfter=No" not in row[9]
        if "." in number:
            continue
        if "-" in number:
            last = int(number.partition("-")[2])
            tree.words.append(Word(row[1], "", "", "", 0, "", space))
            heads.append("")
            continue
        inside = int(number) <= last
        if inside:
            place[number] = len(tree.words) - 1
            word = tree.words[-1]
            if word.upos:
                continue
        else:
            place[number] = len(tree.words)
            word = Word(row[1], "", "", "", 0, "", space)
            tree.words.append(word)
            heads.append("")
        word.lemma = row[2] if row[2] != "_" else word.form
        word.upos, word.feats = row[3], "" if row[5] == "_" else row[5]
        word.deprel = row[7]
        heads[-1] = row[6]
    for at, (word, head) in enumerate(zip(tree.words, heads, strict=True)):
        governor = place[head]
        word.head = at if governor < 0 else governor
    return tree
