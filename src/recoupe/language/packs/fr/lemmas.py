"""Lemmas from a lexicon of the treebanks, and from endings where the lexicon is silent."""

import gzip
from pathlib import Path
from typing import Any

import orjson
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

_FILE = "lemmas.json.gz"
_AS_WRITTEN = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE", ""})
LONGEST_ENDING = 6


class Lemmatizer:
    """Gives each word its lemma by its form and part of speech.

    Args:
        vocab: The vocabulary shared by the pipeline.

    Attributes:
        lexicon: Lemma by UPOS and folded form.
        endings: By UPOS and ending, how many letters to cut and what to put instead;
            the longest ending that fits is taken, as in the treebanks' own words.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.lexicon: dict[str, dict[str, str]] = {}
        self.endings: dict[str, dict[str, list[Any]]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set ``lemma_`` of each token."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.norm_, token.pos_)
        return doc

    def lemma(self, form: str, folded: str, upos: str) -> str:
        """Return the lemma of a word.

        Args:
            form: The word as written.
            folded: The same as ``tokenizer.norm`` folds it.
            upos: Its part of speech in Universal Dependencies.
        """
        known = self.lexicon.get(upos, {}).get(folded)
        if known is not None:
            return known
        if upos in _AS_WRITTEN:
            return form
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
            {"lexicon": self.lexicon, "endings": self.endings}, option=orjson.OPT_SORT_KEYS
        )
        (folder / _FILE).write_bytes(gzip.compress(data, mtime=0))

    def from_disk(self, path: str | Path, **_: Any) -> "Lemmatizer":
        """Read lexicon and endings from the folder ``path``."""
        data = orjson.loads(gzip.decompress((Path(path) / _FILE).read_bytes()))
        self.lexicon, self.endings = data["lexicon"], data["endings"]
        return self


@Language.factory("recoupe_fr_lemmas", assigns=["token.lemma"])
def _create(nlp: Language, name: str) -> Lemmatizer:
    """Return the lemmatizer, empty until it is read from disk."""
    return Lemmatizer(nlp.vocab)
