"""Move the places of standoff annotations along when the reading of their texts has changed.

Only the version that wrote an annotation still reads the text that its places
count in, so it takes two steps::

    python -m recoupe.evaluation.reanchor keep FOLDER    # in a checkout of that version
    python -m recoupe.evaluation.reanchor move FOLDER    # in this one

``keep`` writes each annotated text to FOLDER, ``move`` aligns it with the text
as it is read now. FOLDER then holds the words of others: keep it out of the
repository. A place whose words have changed is not guessed at; the file that
holds one stays as it is, and must be annotated again there.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from rapidfuzz.distance import Indel

from recoupe.errors import DataError, RecoupeError, UsageError
from recoupe.evaluation.frame import evaluation_folder, shared_folder
from recoupe.evaluation.standoff import REAL, read_annotated
from recoupe.model import Span

_PLACE = re.compile(r"\[(\d+), (\d+)\]")


class Alignment:
    """Two readings of a text, aligned by the fewest insertions and deletions.

    Args:
        old: The one.
        new: The other.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.equal = [block for block in Indel.opcodes(old, new) if block.tag == "equal"]

    def moved(self, span: Span) -> Span | None:
        """Return where the words of a place in the old text stand; None if they have changed."""
        start, last = self._offset(span.start), self._offset(span.end - 1)
        if start is None or last is None:
            return None
        place = Span(start, last + 1)
        return place if place.of(self.new) == span.of(self.old) else None

    def _offset(self, offset: int) -> int | None:
        for block in self.equal:
            if block.src_start <= offset < block.src_end:
                return block.dest_start + offset - block.src_start
        return None


def rewritten(annotation: str, old: str, new: str) -> str:
    """Return the YAML of an annotation with its places and its text's digest brought up to date.

    Args:
        annotation: The YAML as it stands.
        old: The text that its places count in.
        new: The text that they shall count in.

    Raises:
        DataError: The old text is not the one annotated, or the words at a place have changed.
    """
    if _digest(old) != yaml.safe_load(annotation)["text_sha256"]:
        raise DataError("the text kept is not the one annotated", "keep it with the older version")
    alignment = Alignment(old, new)

    def replaced(match: re.Match[str]) -> str:
        span = Span(int(match[1]), int(match[2]))
        place = alignment.moved(span)
        if place is None:
            raise DataError(
                f"the words at [{span.start}, {span.end}] have changed", "annotate anew"
            )
        return f"[{place.start}, {place.end}]"

    # A plain text file has the same digest as its text: only that of the text changes.
    dated = annotation.replace(f"text_sha256: {_digest(old)}", f"text_sha256: {_digest(new)}")
    return _PLACE.sub(replaced, dated)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _texts(annotations: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield each annotation's file, the name its text is kept under, and the text read now."""
    for file in sorted(annotations.rglob("*.yml")):
        named = yaml.safe_load(file.read_text(encoding="utf-8"))["file"]
        text = read_annotated(named, shared_folder()).text
        yield file, named.replace("/", "_") + ".txt", text


def main(arguments: list[str]) -> None:
    """Keep or move, as the module's description says.

    Raises:
        UsageError: The arguments are others than those.
    """
    if len(arguments) != 2 or arguments[0] not in {"keep", "move"}:
        raise UsageError("reanchor takes 'keep' or 'move' and a folder", __doc__ or "")
    folder = Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file, name, text in _texts(evaluation_folder() / REAL):
        if arguments[0] == "keep":
            (folder / name).write_bytes(text.encode())
            continue
        try:
            old = (folder / name).read_bytes().decode()
            new = rewritten(file.read_text(encoding="utf-8"), old, text)
        except (OSError, RecoupeError) as error:
            print(f"{file.name} stays as it is: {error}")
        else:
            file.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
