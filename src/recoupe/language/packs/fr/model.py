"""The French pipeline put together: what the words are seen as, components, weights on disk."""

from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX  # type: ignore[import-not-found]  # Cython
from spacy.lang.lex_attrs import word_shape
from spacy.language import BaseDefaults, Language
from spacy.util import load_config
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # Cython
from thinc.api import Model, NumpyOps

from recoupe.errors import DataError
from recoupe.language.packs.fr import (
    blanks,
    civilities,
    lemmas,
    names,
    networks,
    sentences,
    stepping,
    tagging,
    tokenizer,
)

_VECTORS = "vectors.npz"
# The modules of components are imported for what they register with spaCy.
__all__ = [
    "FrenchNews",
    "NewsVectors",
    "blanks",
    "civilities",
    "lemmas",
    "load",
    "names",
    "save",
    "sentences",
    "stepping",
    "tagging",
]


class _Defaults(BaseDefaults):
    # Typography folded away, case kept in the shape alone.
    lex_attr_getters = {
        NORM: tokenizer.norm,
        PREFIX: lambda word: tokenizer.norm(word)[:3],
        SUFFIX: lambda word: tokenizer.norm(word)[-3:],
        SHAPE: lambda word: word_shape(tokenizer.fold(word)),
    }
    tokenizer_exceptions: dict[str, list[dict[Any, Any]]] = {}


class FrenchNews(Language):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """spaCy's ``Language`` for French news, with our tokenizer and view of words."""

    lang = "fr"
    Defaults = _Defaults


class NewsVectors(Vectors):  # type: ignore[misc]  # Cython class without types
    """Floret vectors that remember the words they have worked out.

    Floret sums hashed letter groups, which costs more than the rest of the
    embedding; a report repeats its words, so each is worked out once.
    """

    _LIMIT = 60_000

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._row: dict[int, int] = {}
        self._known = np.zeros((4096, self.data.shape[1]), dtype="float32")

    def get_batch(self, keys: Any) -> Any:
        """Return the vectors of words given by the ids of their folded forms."""
        ids = [int(key) for key in keys]
        if len(self._row) > self._LIMIT:
            self._row.clear()
        new = sorted({key for key in ids if key not in self._row})
        if new:
            vectors = super().get_batch(new)
            first = len(self._row)
            while first + len(new) > len(self._known):
                self._known = np.concatenate([self._known, np.zeros_like(self._known)])
            self._known[first : first + len(new)] = vectors
            self._row.update(zip(new, range(first, first + len(new)), strict=True))
        return self._known[[self._row[key] for key in ids]]


def floret_vectors(nlp: Language, table: Any, settings: dict[str, Any]) -> NewsVectors:
    """Return floret vectors that look words up by their folded form.

    Args:
        nlp: The pipeline whose strings they read.
        table: Hash table, one row a bucket, one column a dimension.
        settings: ``minn``, ``maxn``, ``hash_count``, ``hash_seed``, ``bow``, ``eow``.
    """
    return NewsVectors(
        strings=nlp.vocab.strings,
        data=np.ascontiguousarray(table, dtype="float32"),
        mode="floret",
        attr="NORM",
        **settings,
    )


def save(nlp: Language, folder: Path) -> None:
    """Write a trained pipeline; vectors in half precision, which changes no score we measure.

    Args:
        nlp: The pipeline.
        folder: Where to; made if it is not there.
    """
    nlp.to_disk(folder, exclude=["vocab", "tokenizer"])
    vectors = nlp.vocab.vectors
    if isinstance(vectors, NewsVectors):
        np.savez(
            folder / _VECTORS,
            table=vectors.data.astype("float16"),
            minn=vectors.minn,
            maxn=vectors.maxn,
            hash_count=vectors.hash_count,
            hash_seed=vectors.hash_seed,
            bow=vectors.bow,
            eow=vectors.eow,
        )


def _multiply_by_numpy(nlp: Language) -> None:
    """Let NumPy multiply matrices: thinc's default, blis, takes three times as long."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            for node in network.walk():
                node.ops = ops


def _embed_words_once(nlp: Language) -> None:
    """Let the shared layers, and those of the names, be ones that remember words."""
    shared: Any = nlp.get_pipe("tok2vec")
    shared.model = networks.read_only(shared.model)
    recognizer: Any = nlp.get_pipe("ner")
    held = recognizer.model.get_ref("tok2vec")
    held.replace_node(held.layers[0], networks.read_only(held.layers[0]))


def load(folder: Path, *, plain: bool = False) -> Language:
    """Read the pipeline.

    Args:
        folder: What :func:`save` wrote.
        plain: Whether to leave it to spaCy's own layers and loops, which take longer for the same
            annotations; otherwise it can't be trained on or saved.

    Raises:
        DataError: The folder is not there or not whole.
    """
    try:
        config = load_config(folder / "config.cfg")
        if plain:
            for name in ("parser", "ner"):
                config["components"][name]["factory"] = name
        nlp = FrenchNews.from_config(config)
        if (folder / _VECTORS).exists():
            with np.load(folder / _VECTORS) as held:
                settings = {key: held[key].item() for key in held.files if key != "table"}
                nlp.vocab.vectors = floret_vectors(nlp, held["table"], settings)
        nlp.from_disk(folder, exclude=["vocab", "tokenizer"])
        nlp.add_pipe("recoupe_fr_civilities", after="ner")
        nlp.add_pipe("recoupe_fr_names", after="recoupe_fr_civilities")
        _multiply_by_numpy(nlp)
        if not plain:
            _embed_words_once(nlp)
    except (OSError, KeyError, ValueError) as error:
        raise DataError(
            f"the French pipeline in {folder} can't be read ({error})",
            "install Recoupe again, or make it anew with 'make train'",
        ) from error
    return nlp
