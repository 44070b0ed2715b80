"""Lemmas: as the treebanks have it, else as the lexicon of forms has it, else by endings."""

import gzip
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from spacy.attrs import LEMMA, ORTH, POS  # type: ignore[import-not-found]  # Cython
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from recoupe.language.packs.fr import morphology

_FILE = "lemmas.json.gz"
_AS_WRITTEN = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE", ""})
LONGEST_ENDING = 6
# The parts of the lexicon's cells that a part of speech is found under.
_PARTS = {
    "NOUN": ("nom",),
    "ADJ": ("adj",),
    "ADV": ("adv",),
    "VERB": ("ver", "aux"),
    "AUX": ("aux", "ver"),
}
# An archive of millions has more words than this; then they are looked up anew.
_MOST = 200_000


class Lemmatizer:
    """Gives each word its lemma by its form and part of speech.

    Args:
        vocab: The vocabulary shared by the pipeline.

    Attributes:
        exceptions: Lemma by UPOS and folded form, where the treebanks have another than follows
            from what comes next.
        endings: By UPOS and ending, how many letters to cut and what to put instead;
            the longest ending that fits is taken, as in the treebanks' own words.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.exceptions: dict[str, dict[str, str]] = {}
        self.endings: dict[str, dict[str, list[Any]]] = {}
        self._known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``lemma_`` of each token."""
        if not len(doc):
            return doc
        # In bulk, and each form in each part of speech once.
        pairs = list(map(tuple, doc.to_array([ORTH, POS]).tolist()))
        known, strings = self._known, self.vocab.strings
        if len(known) > _MOST:
            known.clear()
        for pair in set(pairs).difference(known):
            form, upos = strings[pair[0]], strings[pair[1]]
            known[pair] = strings.add(self.lemma(form, self.vocab[form].norm_, upos))
        found = np.array([known[pair] for pair in pairs], dtype="uint64").reshape(-1, 1)
        doc.from_array([LEMMA], found)  # type: ignore[arg-type]  # plain array
        return doc

    def lemma(self, form: str, folded: str, upos: str) -> str:
        """Return the lemma of a word.

        Args:
            form: The word as written.
            folded: The same as ``tokenizer.norm`` folds it.
            upos: Its part of speech in Universal Dependencies.
        """
        known = self.exceptions.get(upos, {}).get(folded)
        if known is not None:
            return known
        if upos in _AS_WRITTEN:
            return form
        found = _in_lexicon(folded, upos)
        if len(found) == 1:
            return found[0]
        by_ending = self._by_ending(folded, upos)
        return by_ending if by_ending in found or not found else found[0]

    def _by_ending(self, folded: str, upos: str) -> str:
        endings = self.endings.get(upos, {})
        for length in range(min(LONGEST_ENDING, len(folded) - 1), 0, -1):
            rule = endings.get(folded[-length:])
            if rule is not None:
                cut, put = rule
                return folded[: len(folded) - cut] + str(put)
        return folded

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write lexicon and endings into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        data = orjson.dumps(
            {"lexicon": self.exceptions, "endings": self.endings}, option=orjson.OPT_SORT_KEYS
        )
        (folder / _FILE).write_bytes(gzip.compress(data, mtime=0))

    def from_disk(self, path: str | Path, **_: Any) -> "Lemmatizer":
        """Read lexicon and endings from the folder ``path``."""
        data = orjson.loads(gzip.decompress((Path(path) / _FILE).read_bytes()))
        self.exceptions, self.endings = data["lexicon"], data["endings"]
        self._known.clear()
        return self


def _in_lexicon(folded: str, upos: str) -> list[str]:
    """Return the lemmas that the lexicon of forms has for a word, the likelier part first."""
    parts = _PARTS.get(upos)
    if parts is None:
        return []
    readings = morphology.shipped().analyses(folded)
    return list(
        dict.fromkeys(
            folded[: len(folded) - reading.cut] + reading.put
            for part in parts
            for reading in readings
            if any(cell.startswith(part) for cell in reading.cells)
        )
    )


@Language.factory("recoupe_fr_lemmas", assigns=["token.lemma"])
def _create(nlp: Language, name: str) -> Lemmatizer:
    """Return the lemmatizer, empty until it is read from disk."""
    return Lemmatizer(nlp.vocab)
