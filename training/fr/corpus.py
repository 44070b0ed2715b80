"""From trees and names to the examples that spaCy learns from, varied as newspapers vary."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from recoupe.evaluation.conllu import Tree, Word

# What rules on French read; the treebanks differ on the rest, or mark it now and then.
FEATURES = frozenset(
    [
        "Definite",
        "Gender",
        "Mood",
        "NumType",
        "Number",
        "Person",
        "Polarity",
        "Poss",
        "PronType",
        "Reflex",
        "Tense",
        "VerbForm",
        "Voice",
    ]
)
# Relations that one treebank alone cuts finer.
RELATIONS = {
    "nsubj:caus": "nsubj",
    "acl:adv": "acl",
    "flat:titre": "flat:name",
    "goeswith": "fixed",
}


def feats(word: Word) -> str:
    """Return the features kept of a word's, in the treebanks' notation."""
    kept = [part for part in word.feats.split("|") if part.partition("=")[0] in FEATURES]
    return "|".join(sorted(kept))


def parsed(vocab: Vocab, trees: Sequence[Tree], names: Sequence[list[str] | None]) -> Example:
    """Return one example of consecutive sentences.

    Args:
        vocab: The pipeline's vocabulary.
        trees: The sentences.
        names: For each, one IOB tag a word, or None where names were not annotated.
    """
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    tags: list[str] = []
    for tree, tagged in zip(trees, names, strict=True):
        first = len(words)
        words += tree.words
        heads += [first + word.head for word in tree.words]
        starts += [place == 0 for place in range(len(tree.words))]
        tags += tagged if tagged is not None else [""] * len(tree.words)
    forms = [word.form for word in words]
    spaces = [word.space for word in words]
    known = any(names)
    reference = Doc(
        vocab,
        words=forms,
        spaces=spaces,
        pos=[word.upos for word in words],
        morphs=[feats(word) for word in words],
        heads=heads,
        deps=[
            "ROOT" if head == at else word.deprel
            for at, (word, head) in enumerate(zip(words, heads, strict=True))
        ],
        ents=tags if known else None,
    )
    predicted = Doc(vocab, words=forms, spaces=spaces, sent_starts=starts)
    return Example(predicted, reference)


def named(
    vocab: Vocab,
    words: Sequence[str],
    spaces: Sequence[bool],
    tags: Sequence[str],
    starts: Sequence[bool],
) -> Example:
    """Return one example annotated for names alone.

    Args:
        vocab: The pipeline's vocabulary.
        words: Its words.
        spaces: Whether each has a space behind it.
        tags: One IOB tag a word.
        starts: Whether a sentence begins with each.
    """
    reference = Doc(vocab, words=list(words), spaces=list(spaces), ents=list(tags))
    predicted = Doc(vocab, words=list(words), spaces=list(spaces), sent_starts=list(starts))
    return Example(predicted, reference)


def bare(word: str) -> str:
    """Return a word without its accents."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def vary(forms: Sequence[str], chance: random.Random, spoken: bool = False) -> list[str]:
    """Return the words as another keyboard or another desk might have written them.

    Apostrophes and quotation marks change shape; now and then a sentence stands in
    capitals or without accents.

    Args:
        forms: The words of one or more sentences.
        chance: Source of chance.
        spoken: Transcribed speech, whose sentences begin with small letters.
    """
    varied = list(forms)
    if chance.random() < 0.5:
        varied = [form.replace("'", "’") for form in varied]
    if chance.random() < 0.6:
        opening, closing = chance.choice([("«", "»"), ("“", "”"), ('"', '"')])
        opened = False
        for at, form in enumerate(varied):
            if form in {'"', "«", "»", "“", "”"}:
                opens = form in {"«", "“"} or (form == '"' and not opened)
                varied[at] = opening if opens else closing
                opened = opens
    if spoken and chance.random() < 0.8 and varied:
        varied[0] = varied[0][:1].upper() + varied[0][1:]
    draw = chance.random()
    if draw < 0.025:
        varied = [form.upper() for form in varied]
    elif draw < 0.04:
        varied = [bare(form).upper() for form in varied]
    elif draw < 0.07:
        varied = [bare(form) for form in varied]
    return varied


def revised(tree: Tree, forms: Sequence[str]) -> Tree:
    """Return the tree with other forms."""
    words = [replace(word, form=form) for word, form in zip(tree.words, forms, strict=True)]
    return Tree(tree.id, words)


def groups(trees: Sequence[Tree], chance: random.Random) -> Iterator[list[Tree]]:
    """Yield consecutive sentences by ones, twos and threes, as paragraphs hold them."""
    at = 0
    while at < len(trees):
        size = chance.choice((1, 1, 2, 3))
        yield list(trees[at : at + size])
        at += size
