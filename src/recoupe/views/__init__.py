"""What a case looks like from outside: the dossier and the exports."""

import os
from collections.abc import Iterable
from pathlib import Path

from recoupe.errors import UsageError


def write_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file so that a reader, or a crash, meets the old one or the new one, never a half.

    Args:
        path: Where; the folders above it are made.
        content: All of it, or its parts in order, which are never held at once.

    Raises:
        UsageError: It can't be written there.
    """
    # In the same folder, because only there a rename is one step.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as stream:
                stream.writelines((content,) if isinstance(content, bytes) else content)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        problem = f"{path} can't be written ({error.strerror})"
        raise UsageError(problem, "choose another place with -o or --case") from error
