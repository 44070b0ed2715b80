"""Composed sentences as nodes, and how they become words in a row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.evaluation.conllu import Tree, Word
from recoupe.language.packs.fr.tokenizer import split
from training.fr.inflection import opens_with_vowel

_MERGED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ELISION = {"le": "l'", "la": "l'", "que": "qu'", "ne": "n'", "de": "d'"}


@dataclass(slots=True)
class Node:
    """A word and what hangs on it, before and behind; ``tag`` says which name it is part of."""

    form: str
    lemma: str
    upos: str
    feats: str
    deprel: str
    before: list["Node"] = field(default_factory=list)
    behind: list["Node"] = field(default_factory=list)
    tag: str = "O"


def punct(form: str) -> Node:
    """Return a mark."""
    return Node(form, form, "PUNCT", "", "punct")


def name(text: str, label: str, deprel: str) -> Node | None:
    """Return a name: its first word, on which the others hang.

    Args:
        text: The name.
        label: What it names.
        deprel: What it is in the sentence.

    Returns:
        Its node, or None where its words don't stand apart by blanks alone, or a stop
        may be cut off or not.
    """
    words = [text[start:end] for start, end in split(text)]
    if " ".join(words) != text or "." in text:
        return None
    head = Node(words[0], words[0], "PROPN", "", deprel, tag=f"B-{label}")
    head.behind = [
        Node(word, word, "PROPN", "", "flat:name", tag=f"I-{label}") for word in words[1:]
    ]
    return head


def linearised(root: Node, ident: str) -> tuple[Tree, list[str]]:
    """Return the words in order, elided and contracted, with heads, and their tags as names.

    Args:
        root: The sentence.
        ident: What the tree is called.
    """
    words: list[Word] = []
    tags: list[str] = []

    def lay(node: Node) -> int:
        left = [lay(child) for child in node.before]
        at = len(words)
        words.append(Word(node.form, node.lemma, node.upos, node.feats, at, node.deprel, True))
        tags.append(node.tag)
        for place in left + [lay(child) for child in node.behind]:
            words[place].head = at
        return at

    lay(root)
    kept, words = _contracted(words)
    for at, word in enumerate(words):
        behind = words[at + 1].form if at + 1 < len(words) else ""
        if word.form in _ELISION and opens_with_vowel(behind) and word.upos != "PRON":
            word.form, word.space = _ELISION[word.form], False
        elif word.form == "ce" and word.upos == "DET" and opens_with_vowel(behind):
            word.form = "cet"
        elif word.form == "sa" and opens_with_vowel(behind):
            word.form = "son"
        if behind in {",", "."} or behind.startswith("-"):
            word.space = False
    quote = next((word for word in words if word.form == "«"), None)
    opening = words[words.index(quote) + 1] if quote is not None else words[0]
    for word in (words[0], opening):
        word.form = word.form[:1].upper() + word.form[1:]
    return Tree(ident, words), [tags[at] for at in kept]


def _contracted(words: Sequence[Word]) -> tuple[list[int], list[Word]]:
    kept: list[int] = []
    place: dict[int, int] = {}
    for at, word in enumerate(words):
        last = words[kept[-1]] if kept else None
        vowel = at + 1 < len(words) and opens_with_vowel(words[at + 1].form)
        whole = last is not None and last.upos == "ADP" and word.upos == "DET"
        merged = _MERGED.get((last.form, word.form)) if whole and last else None
        if merged and not (word.form == "le" and vowel) and last is not None:
            last.form = merged
            place[at] = len(kept) - 1
        elif whole and last and last.form == "de" and word.form == "des":
            place[at] = len(kept) - 1
        else:
            place[at] = len(kept)
            kept.append(at)
    result = [words[at] for at in kept]
    for word in result:
        word.head = place[word.head]
    return kept, result
