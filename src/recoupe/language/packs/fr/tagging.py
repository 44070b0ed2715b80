"""Parts of speech and features: the likeliest that the lexicon and the treebanks allow a form.

A tagger guesses a word that it was never shown by its letters and its neighbours, and takes
« chypriote » for a verb or « affréterait » for an imperfect. What a form can be is known, so the
network only chooses among that (tagging with a lexicon's constraints: Hajič 2000; for French,
Denis and Sagot 2012).
"""

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH  # type: ignore[import-not-found]  # Cython
from spacy.language import Language
from spacy.pipeline.morphologizer import (  # type: ignore[import-not-found]  # Cython
    DEFAULT_MORPH_MODEL,
    Morphologizer,
)
from spacy.strings import StringStore
from spacy.tokens import Doc

from recoupe.language.packs.fr import morphology
from recoupe.language.packs.fr.tokenizer import norm

_FILE = "allowed.json.gz"
# An archive of millions has more words than this; then they are looked up anew.
_MOST = 200_000
# What a capital may also make of a word: a name, or a word of another language in one.
_IN_CAPITALS = ("POS=PROPN", "POS=X")


class NewsTagger(Morphologizer):  # type: ignore[misc]  # Cython class without types
    """spaCy's morphologizer, kept to what a form can be.

    Attributes:
        by_cell: Numbers of the labels that each cell of the lexicon's paradigms allows; a cell that
            is not there allows all.
        by_form: Numbers of the labels that a form bore in the treebanks beside those of its cells.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_cell: dict[str, list[int]] = {}
        self.by_form: dict[str, list[int]] = {}
        self._forget()

    def allow(self, by_cell: dict[str, list[int]], by_form: dict[str, list[int]]) -> None:
        """Take over what cells and forms allow.

        Args:
            by_cell: As the attribute.
            by_form: As the attribute.
        """
        self.by_cell, self.by_form = by_cell, by_form
        self._forget()

    def _forget(self) -> None:
        # The first row allows all; there is room for more.
        self._allowed: NDArray[np.bool_] = np.ones((256, len(self.labels)), dtype=bool)
        self._row_of_mask: dict[bytes, int] = {self._allowed[0].tobytes(): 0}
        # By entry of the lexicon, a capital, and the form where the treebanks add to it.
        self._row_of: dict[tuple[int, bool, str], int] = {}
        self._row: dict[int, int] = {}
        self._of_names = [at for at, label in enumerate(self.labels) if _is_name(label)]

    def predict(self, docs: Iterable[Doc]) -> Any:
        """Return the numbers of the labels, an array for each document."""
        held = list(docs)
        if not self.by_cell or not any(map(len, held)):
            return super().predict(held)
        scores: Sequence[Any] = self.model.predict(held)
        words = np.concatenate([doc.to_array([ORTH, NORM]) for doc in held])
        rows = self._rows(words, held[0].vocab.strings)
        together = np.concatenate(scores)
        found = together.argmax(axis=1)
        for at in np.flatnonzero(~self._allowed[rows, found]).tolist():
            found[at] = np.where(self._allowed[rows[at]], together[at], -np.inf).argmax()
        return np.split(found, np.cumsum([len(doc) for doc in held])[:-1])

    def _rows(self, words: NDArray[np.uint64], strings: StringStore) -> NDArray[np.intp]:
        known = self._row
        if len(known) > _MOST:
            known.clear()
        ids, first, which = np.unique(words[:, 0], return_index=True, return_inverse=True)
        held = ids.tolist()
        new = [at for at, word in enumerate(held) if word not in known]
        for at, folded in zip(new, words[first[new], 1].tolist(), strict=True):
            known[held[at]] = self._look_up(strings[held[at]], strings[folded])
        found: NDArray[np.intp] = np.array([known[word] for word in held], dtype=np.intp)
        return found[which]

    def _look_up(self, form: str, folded: str) -> int:
        # Capitals without accents are other words: « COMPTE » may be « compté ».
        if len(form) > 1 and form.isupper():
            return 0
        number = morphology.shipped().number(folded)
        if number < 0:
            return 0
        key = (number, form[0].isupper(), folded if folded in self.by_form else "")
        row = self._row_of.get(key)
        if row is None:
            row = self._row_of[key] = self._added(self._labels_of(*key))
        return row

    def _added(self, allowed: set[int] | None) -> int:
        """Return the row of a mask, a new one but where all is allowed."""
        if allowed is None:
            return 0
        mask = np.zeros(len(self.labels), dtype=bool)
        mask[list(allowed)] = True
        row = self._row_of_mask.setdefault(mask.tobytes(), len(self._row_of_mask))
        if row == len(self._allowed):
            self._allowed = np.concatenate([self._allowed, np.ones_like(self._allowed)])
        self._allowed[row] = mask
        return row

    def _labels_of(self, number: int, capital: bool, known: str) -> set[int] | None:
        cells = {cell for reading in morphology.shipped().entry(number) for cell in reading.cells}
        if not cells <= self.by_cell.keys():
            return None
        found = {label for cell in cells for label in self.by_cell[cell]}
        found.update(self.by_form.get(known, ()))
        if capital:
            found.update(self._of_names)
        return found

    def allowed(self, form: str) -> set[int] | None:
        """Return the numbers of the labels that a form can bear, or None where that is open.

        Args:
            form: The form as written.
        """
        row = self._look_up(form, norm(form))
        return set(np.flatnonzero(self._allowed[row]).tolist()) if row else None

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write network and labels, as spaCy does, and what is allowed."""
        super().to_disk(path, **kwargs)
        data = orjson.dumps(
            {"by_cell": self.by_cell, "by_form": self.by_form}, option=orjson.OPT_SORT_KEYS
        )
        (Path(path) / _FILE).write_bytes(gzip.compress(data, mtime=0))

    def from_disk(self, path: str | Path, **kwargs: Any) -> "NewsTagger":
        """Read what :meth:`to_disk` wrote."""
        super().from_disk(path, **kwargs)
        data = orjson.loads(gzip.decompress((Path(path) / _FILE).read_bytes()))
        self.allow(data["by_cell"], data["by_form"])
        return self


def _is_name(label: str) -> bool:
    return any(part in _IN_CAPITALS for part in label.split("|"))


@Language.factory(
    "recoupe_fr_tagger",
    assigns=["token.morph", "token.pos"],
    default_config={"model": DEFAULT_MORPH_MODEL},
    default_score_weights={"pos_acc": 0.5, "morph_acc": 0.5},
)
def _create(nlp: Language, name: str, model: Any) -> NewsTagger:
    """Return the tagger, untrained until it is read from disk."""
    return NewsTagger(nlp.vocab, model, name, overwrite=True)
