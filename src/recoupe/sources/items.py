"""One candidate to be read, before anything of it has been decoded."""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from recoupe.errors import UnreadableError
from recoupe.sources.metadata import MetadataRow

MAX_BYTES = 20 * 1024 * 1024
"""The largest input that is read. The longest news report is some 100 kB; a page with
pictures packed into it can reach a few megabytes; anything above this is something else."""

STDIN_NAME = "stdin"


def too_large(size: int | None) -> UnreadableError:
    """Return the error for an input over :data:`MAX_BYTES`.

    Args:
        size: Its size in bytes, or None where only the limit is known to be passed.
    """
    limit = f"{MAX_BYTES // 1024**2} MB"
    found = f"too large to be a report ({size / 1024**2:.0f} MB)" if size else "too large"
    return UnreadableError(f"{found}, the limit is {limit}", "split it into one file a report")


def shown(path: Path | str) -> str:
    r"""Return a path as text that can be stored, even where its bytes are not UTF-8.

    Such bytes are shown as ``\xNN``, which keeps different names different.
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True)
class Item:
    """One readable candidate.

    Attributes:
        file: The name a person would use: relative to the input folder (with
            ``/``), the base name of a single file, ``stdin``.
        location: The resolved absolute path; empty for standard input.
        size: Bytes.
        metadata: What ``metadata.csv`` says of it, if it does.
        path: Where to read it; None for standard input.
        data: The bytes, where they can be had only once (standard input).
    """

    file: str
    location: str
    size: int
    metadata: MetadataRow | None = None
    path: Path | None = None
    data: bytes | None = field(default=None, repr=False)

    def content(self) -> bytes:
        """Return the bytes, never more than :data:`MAX_BYTES`.

        Raises:
            UnreadableError: It is gone, closed to us, or too large.
        """
        if self.path is None:
            return self.data or b""
        try:
            with self.path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except PermissionError as error:
            raise UnreadableError("no permission to read it", "change its permissions") from error
        except OSError as error:
            reason = error.strerror or str(error)
            remedy = "check that it is still there"
            raise UnreadableError(f"could not be opened ({reason})", remedy) from error
        if len(data) > MAX_BYTES:
            raise too_large(None)
        return data

    def fingerprint(self) -> str:
        """Return a hash of the bytes and of the metadata given for them, in hexadecimal.

        An item whose fingerprint is known has been read before, and reading
        it again would give the same document.

        Raises:
            UnreadableError: As :meth:`content`.
        """
        return fingerprint(self.content(), self.metadata)


def fingerprint(data: bytes, metadata: MetadataRow | None) -> str:
    """Return the SHA-256 over bytes and metadata, in hexadecimal."""
    digest = hashlib.sha256(data)
    if metadata is not None:
        digest.update(b"\0metadata\0" + metadata.model_dump_json().encode())
    return digest.hexdigest()
