"""The trained layers as they are run to read: each word is embedded once.

A word's embedding depends on the word alone, and a report repeats its words. The convolutions are
the trained ones (spaCy's MaxoutWindowEncoder), worked out so many words at a time that what is
in hand stays in the processor's nearest cache.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH  # type: ignore[import-not-found]  # Cython
from spacy.tokens import Doc
from thinc.api import Model

_Floats = NDArray[np.float32]

_WORDS = 40_000
"""Words whose embeddings are kept, at most: 15 MB for a layer of 96."""
_AT_ONCE = 512
"""Rows multiplied at once."""
_TINY = np.float32(1e-8)
"""Added to a variance, as thinc's layer norm does."""


class Embedding:
    """The embedding of words, remembered by word.

    Args:
        layer: The trained layer, from documents to one array each.
    """

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._layer = layer
        self._width = layer.get_dim("nO")
        # The first row is that of no word: what stands before and behind a text.
        self._row: dict[int, int] = {}
        self._known: _Floats = np.zeros((4096, self._width), dtype="float32")

    def rows(self, docs: Sequence[Doc], pad: int) -> tuple[_Floats, list[int]]:
        """Return the embedded words of texts under each other.

        Args:
            docs: The texts, none without a word.
            pad: Rows of zeros before, between and behind texts.

        Returns:
            One row a word or place between, and the row of each text's first word.
        """
        ids: NDArray[np.uint64] = np.concatenate([doc.to_array(ORTH) for doc in docs])
        words, which = np.unique(ids, return_inverse=True)
        rows = self._rows(words.tolist(), docs[0])
        size = len(ids) + pad * (len(docs) + 1)
        at = np.zeros(size, dtype=np.intp)
        firsts = []
        here, taken = pad, 0
        for doc in docs:
            firsts.append(here)
            at[here : here + len(doc)] = rows[which[taken : taken + len(doc)]]
            here += len(doc) + pad
            taken += len(doc)
        return self._known[at], firsts

    def _rows(self, words: list[int], among: Doc) -> NDArray[np.intp]:
        """Return the row of each word, after embedding those that are new."""
        if len(self._row) + len(words) > _WORDS:
            self._row.clear()
        new = [word for word in words if word not in self._row]
        if new:
            strings = among.vocab.strings
            text = Doc(among.vocab, words=[strings[word] for word in new])
            first = len(self._row) + 1
            while first + len(new) > len(self._known):
                self._known = np.concatenate([self._known, np.zeros_like(self._known)])
            self._known[first : first + len(new)] = self._layer.predict([text])[0]
            self._row.update(zip(new, range(first, first + len(new)), strict=True))
        return np.array([self._row[word] for word in words], dtype=np.intp)


class _Convolution:
    """One trained layer: a word and its neighbours, maxout, layer norm, added to what came in."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        maxout = next(node for node in layer.walk() if node.name == "maxout")
        norm = next(node for node in layer.walk() if node.name == "layernorm")
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.width, self.pieces, self.seen = weights.shape
        # Piece by piece, so that the best of the pieces is that of whole blocks.
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(self.seen, -1))
        self.bias = np.ascontiguousarray(bias.T).reshape(-1)
        self.scale, self.shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, before: _Floats, after: _Floats) -> None:
        """Fill ``after`` from ``before``; both have a row of zeros above and below."""
        size = len(before) - 2
        columns = np.empty((_AT_ONCE, self.seen), dtype="float32")
        product = np.empty((_AT_ONCE, len(self.bias)), dtype="float32")
        for start in range(0, size, _AT_ONCE):
            end = min(start + _AT_ONCE, size)
            beside, found = columns[: end - start], product[: end - start]
            for place in range(3):
                step = place * self.width
                beside[:, step : step + self.width] = before[start + place : end + place]
            np.matmul(beside, self.weights, out=found)
            found += self.bias
            best = found[:, : self.width]
            for piece in range(1, self.pieces):
                step = piece * self.width
                np.maximum(best, found[:, step : step + self.width], out=best)
            best -= best.mean(axis=1, keepdims=True)
            spread = np.einsum("ij,ij->i", best, best) / np.float32(self.width)
            best *= ((spread + _TINY) ** np.float32(-0.5))[:, None]
            best *= self.scale
            best += self.shift
            np.add(best, before[start + 1 : end + 1], out=after[start + 1 : end + 1])


def _is_residual(node: Model[Any, Any]) -> bool:
    # A chain of such layers bears the names of all.
    return node.name.startswith("residual(") and len(node.layers) == 1


def read_only(layer: Model[Any, Any]) -> Model[Any, Any]:
    """Return a ``Tok2Vec`` that gives what the trained one gives, and cannot be trained.

    Args:
        layer: spaCy's ``Tok2Vec`` of a ``MultiHashEmbed`` and a ``MaxoutWindowEncoder`` that sees
            one word to either side.
    """
    embedding = Embedding(layer.get_ref("embed"))
    encoder = layer.get_ref("encode")
    residuals = [node for node in encoder.walk() if _is_residual(node)]
    convolutions = [_Convolution(node) for node in residuals]
    pad = int(encoder.attrs["pad"])

    def forward(_: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:
        if is_train:
            raise NotImplementedError("the layers that reading uses are not trained")
        written = [doc for doc in docs if len(doc)]
        if not written:
            return [np.zeros((0, encoder.get_dim("nO")), dtype="float32") for _ in docs], None
        words, firsts = embedding.rows(written, pad)
        # The rows at either end are padding, at which the trained layer sees zeros.
        before = np.zeros((len(words) + 2, words.shape[1]), dtype="float32")
        before[1:-1] = words
        after = np.zeros_like(before)
        for convolve in convolutions:
            convolve(before, after)
            before, after = after, before
        starts = dict(zip(map(id, written), firsts, strict=True))
        nothing = before[:0]
        found = []
        for doc in docs:
            start = starts.get(id(doc), 0) + 1
            found.append(before[start : start + len(doc)] if len(doc) else nothing)
        return found, None

    return Model("recoupe_tok2vec", forward, dims={"nO": encoder.get_dim("nO")}, ops=encoder.ops)
