"""What follows from one report alone, kept from one build of a case to the next.

Most reports of a case are what they were when it was linked last. What is kept of one is found
only under a digest of all that it follows from: the report's text, its reading, the code that
links and the words of its language, and whatever else it was made with. So links that were made
with it are the links that are made without.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np
import orjson
from numpy.typing import NDArray

from recoupe.language.pack import codes, get_pack
from recoupe.linking.code_version import version
from recoupe.model import Document, Reading

#: Compressing more takes longer than it saves.
_QUICK = 1
#: Hashes can't be compressed; what checks that they are whole is kept with them all the same.
_STORED = 0
_HASHES = np.dtype("<u8")


class Memory(Protocol):
    """Where things are kept: what :class:`recoupe.ledger.Derived` does on disk."""

    def recall(self, document: str, part: str, key: str) -> bytes | None:
        """Return what was kept of a document under a key; None where there is nothing."""
        ...

    def keep(self, document: str, part: str, key: str, value: bytes) -> None:
        """Keep something of a document, in the place of what stood for the same part of it."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one report.

    Attributes:
        memory: Where.
        document: The document's id.
        digest: Of all that decides what follows from the report alone.
    """

    memory: Memory
    document: str
    digest: str

    @classmethod
    def of(cls, memory: Memory, document: Document, reading: Reading) -> "Kept":
        """Return what is kept of a report.

        Args:
            memory: Where it is kept.
            document: The report.
            reading: What was read in it.
        """
        language = document.language
        pack = get_pack(language).version if language in codes() else ""
        told = (version(), language, pack, document.text, reading.model_dump_json())
        return cls(memory, document.id, _digest(*told))

    def recall(self, part: str, *besides: str) -> Any:
        """Return what was kept, as JSON gives it back; None where there is nothing.

        Args:
            part: What it is.
            besides: What it follows from beside the report.
        """
        told = self._recall(part, besides)
        try:
            return None if told is None else orjson.loads(told)
        except orjson.JSONDecodeError:
            return None  # A broken file: it is made anew.

    def recall_hashes(self, part: str) -> NDArray[np.uint64] | None:
        """Return the hashes that were kept; None where there are none."""
        told = self._recall(part, ())
        return None if told is None or len(told) % 8 else np.frombuffer(told, _HASHES)

    def _recall(self, part: str, besides: Sequence[str]) -> bytes | None:
        stored = self.memory.recall(self.document, part, self._key(besides))
        try:
            return None if stored is None else zlib.decompress(stored)
        except zlib.error:
            return None

    def keep(self, part: str, value: Any, *besides: str) -> None:
        """Keep something that follows from the report.

        Args:
            part: What it is.
            value: The thing itself, of what JSON holds; sets and tuples come back as lists.
            besides: What it follows from beside the report.
        """
        told = zlib.compress(orjson.dumps(value, default=list), _QUICK)
        self.memory.keep(self.document, part, self._key(besides), told)

    def keep_hashes(self, part: str, hashes: NDArray[np.uint64]) -> None:
        """Keep hashes that follow from the report."""
        told = zlib.compress(hashes.astype(_HASHES).tobytes(), _STORED)
        self.memory.keep(self.document, part, self._key(()), told)

    def _key(self, besides: Sequence[str]) -> str:
        return _digest(self.digest, *besides) if besides else self.digest


def _digest(*told: str) -> str:
    found = blake2b(digest_size=16)
    for words in told:
        found.update(f"{len(words)}:".encode())
        found.update(words.encode())
    return found.hexdigest()
