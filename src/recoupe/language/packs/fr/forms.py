"""What words look like, read in bulk: spaCy makes a token anew each time one is asked for."""

from collections.abc import Iterable

from spacy.attrs import ORTH, SPACY  # type: ignore[import-not-found]  # Cython
from spacy.strings import StringStore
from spacy.tokens import Doc

# An archive of millions has more words than this; then they are decoded anew.
_MOST = 200_000
# A form's key is a hash of its letters, the same in every vocabulary.
_KNOWN: dict[int, str] = {}


def texts(doc: Doc) -> list[str]:
    """Return the words of a document as written, in order."""
    return decoded(doc.to_array(ORTH).tolist(), doc.vocab.strings)


def texts_and_gaps(doc: Doc) -> tuple[list[str], list[bool]]:
    """Return the words of a document as written, and whether a blank follows each."""
    both = doc.to_array([ORTH, SPACY])
    gaps: list[bool] = both[:, 1].astype(bool).tolist()
    return decoded(both[:, 0].tolist(), doc.vocab.strings), gaps


def decoded(keys: Iterable[int], strings: StringStore) -> list[str]:
    """Return the strings of keys, each decoded once."""
    held = list(keys)
    try:
        return [_KNOWN[key] for key in held]
    except KeyError:
        if len(_KNOWN) > _MOST:
            _KNOWN.clear()
        _KNOWN.update((key, strings[key]) for key in set(held) if key not in _KNOWN)
        return [_KNOWN[key] for key in held]
