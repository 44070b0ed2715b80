"""The words of a parsed paragraph, as plain objects under spaCy's names.

spaCy makes a token anew each time it is asked for one, and a new string each time
its word class is read; rules ask many thousand times a report. Here each word is
made once, with what rules read of it. The names are those of ``spacy.tokens.Token``
and mean the same.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

_READ: list[int | str] = [
    "ORTH", "SPACY", "DEP", "POS", "LEMMA", "MORPH", "ENT_TYPE", "ENT_IOB", "SENT_START",
]  # fmt: skip
_QUOTES = frozenset("\"'«»‘’‚‛“”„‟‹›`")
_IOB = ("", "I", "O", "B")


class Token:
    """One word of a paragraph, with its place in the parse.

    Attributes:
        doc: The paragraph it stands in.
        i: Its place in the paragraph, from 0.
        idx: Offset of its first character in the paragraph.
        text: As written.
        lower_: In lower case.
        lemma_: Dictionary form.
        pos_: Universal part of speech.
        dep_: Universal Dependencies relation to ``head``; ``ROOT`` at the top.
        morph: Universal features, each with its values.
        ent_type_: Label of the name it belongs to, "" outside names.
        ent_iob_: "B" where a name begins, "I" inside one, "O" outside.
        is_space: It is white space.
        is_punct: It is a punctuation mark.
        like_num: It is written as a number.
        whitespace_: The blank behind it, "" where the next word follows at once.
        head: The word it depends on; itself at the top.
        children: What depends on it, in order.
        first: Place of the first word of its sentence.
        past: Place just past the last word of its sentence.
    """

    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "first", "head", "i", "idx",
        "is_punct", "is_space", "lemma_", "like_num", "lower_", "morph", "past", "pos_", "text",
        "whitespace_",
    )  # fmt: skip

    doc: "Paragraph"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    dep_: str
    morph: dict[str, list[str]]
    ent_type_: str
    ent_iob_: str
    is_space: bool
    is_punct: bool
    like_num: bool
    whitespace_: str
    head: "Token"
    children: "list[Token]"
    first: int
    past: int

    def __len__(self) -> int:
        """Return its length in characters."""
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    def nbor(self, distance: int = 1) -> "Token":
        """Return the word ``distance`` places on, before it where negative.

        Raises:
            IndexError: The paragraph ends before that.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]

    @property
    def text_with_ws(self) -> str:
        """Its text with the blank behind it."""
        return self.text + self.whitespace_

    @property
    def is_title(self) -> bool:
        """It is written with a capital and small letters."""
        return self.text.istitle()

    @property
    def is_quote(self) -> bool:
        """It is a quotation mark."""
        return self.text in _QUOTES

    def is_ancestor(self, other: "Token") -> bool:
        """Tell whether another hangs on it, at once or through others."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    @property
    def lefts(self) -> "list[Token]":
        """What depends on it and stands before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> "list[Token]":
        """What depends on it and stands behind it."""
        return [c for c in self.children if c.i > self.i]

    @property
    def subtree(self) -> "Iterator[Token]":
        """It and all that hangs on it, each side's branches in order."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first word of its subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> "Token":
        """The last word of its subtree."""
        return max(self.subtree, key=_place)


def _place(word: Token) -> int:
    return word.i


class Paragraph(tuple[Token, ...]):
    """The words of one parsed paragraph, in order; a slice of it is a plain tuple.

    A tuple, because rules ask for the words beside a word more than for anything else.

    Attributes:
        text: Its text.
        user_data: What finders remember of it, under keys of their own.
    """

    text: str
    user_data: dict[str, Any]

    def __new__(cls, text: str, words: Iterable[Token]) -> "Paragraph":
        """Return a paragraph of the words, which know nothing of it yet."""
        made = super().__new__(cls, words)
        made.text, made.user_data = text, {}
        return made

    @classmethod
    def of(cls, doc: Doc) -> "Paragraph":
        """Take over what spaCy found.

        Args:
            doc: A parsed paragraph with its sentences set.
        """
        words = [Token() for _ in range(len(doc))]
        paragraph = cls(doc.text, words)
        strings = _Strings.of(doc.vocab.strings).__getitem__
        forms = _Forms.of(doc.vocab).__getitem__
        # In bulk, one attribute of all words after the other: word by word it would cost as much
        # as their tagging.
        orths, gaps, deps, tags, lemmas, morphs, types, places, starts = doc.to_array(
            _READ
        ).T.tolist()
        # Places relative to a word come as unsigned 64-bit numbers.
        heads = doc.to_array("HEAD").astype("int64") + np.arange(len(words))
        nothing: list[Token] = []  # what hangs on most words: one list serves them all
        idx = 0
        for i, (word, form, gap, head, dep, tag, lemma, morph, ent_type, place) in enumerate(
            zip(
                words,
                map(forms, orths),
                gaps,
                heads.tolist(),
                map(strings, deps),
                map(strings, tags),
                map(strings, lemmas),
                map(strings, morphs),
                map(strings, types),
                places,
                strict=True,
            )
        ):
            word.text, word.lower_, word.is_space, word.is_punct, word.like_num = form
            # A word's place in the text is that of its first character, in code points.
            word.doc, word.i, word.idx = paragraph, i, idx
            idx += len(word.text) + gap
            word.lemma_, word.pos_, word.dep_, word.morph = lemma, tag, dep, _parsed(morph)
            word.ent_type_, word.ent_iob_ = ent_type, _IOB[place]
            if ent_type and tag == "X":
                # "selon The Harbour Post": foreign words that name are a name to all who ask.
                word.pos_ = "PROPN"
            word.whitespace_ = " " if gap else ""
            word.children = nothing
            word.head = words[head]
        for word in words:
            above = word.head
            if above is word:
                continue
            if above.children is nothing:
                above.children = [word]
            else:
                above.children.append(word)
        # Not by ``doc.sents``, which makes each of its words anew.
        firsts = [i for i, start in enumerate(starts) if start == 1 or i == 0]
        for first, past in zip(firsts, (*firsts[1:], len(words)), strict=True):
            for word in words[first:past]:
                word.first, word.past = first, past
        return paragraph

    def part(self) -> None:
        """Let its words go, for good: nothing can be asked of them afterwards.

        They know it and it knows them, so that else only the collector of garbage would let go of
        them, which looks through all that is held.
        """
        self.user_data.clear()
        for word in self:
            del word.doc, word.head, word.children


class _Strings(dict[int, str]):
    """Strings by their key, each decoded once: spaCy decodes them at each look-up."""

    MOST = 500_000

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        if len(self) >= self.MOST:  # an archive of millions has more words than this
            self.clear()
        found = self[key] = self._store[key]
        return found

    @classmethod
    @cache
    def of(cls, store: StringStore) -> "_Strings":
        """Return the strings of a store, the same object for the same store."""
        return cls(store)


class _Forms(dict[int, tuple[str, str, bool, bool, bool]]):
    """What a word's form alone decides, by the key of the form, worked out once.

    Its text, the same in lower case, whether it is white space, a mark, a number.
    """

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> tuple[str, str, bool, bool, bool]:
        if len(self) >= _Strings.MOST:
            self.clear()
        form = self._vocab[key]
        found = (form.text, form.lower_, form.is_space, form.is_punct, form.like_num)
        self[key] = found
        return found

    @classmethod
    @cache
    def of(cls, vocab: Vocab) -> "_Forms":
        """Return the forms of a vocabulary, the same object for the same one."""
        return cls(vocab)


@cache
def _parsed(features: str) -> dict[str, list[str]]:
    pairs = (pair.split("=", 1) for pair in features.split("|") if "=" in pair)
    return {name: values.split(",") for name, values in pairs}


def forget() -> None:
    """Let go of the words of all pipelines, which would keep these in memory."""
    for kept in (_Strings.of, _Forms.of):
        kept.cache_clear()
