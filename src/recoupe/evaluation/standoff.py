"""Real reports annotated by hand, kept apart from their texts.

The texts belong to others, so an annotation holds none of their words: it
names a file of the shared data and gives places in its text as ``[start,
end]``, in code points (standoff annotation). Two digests stand guard, one of
the file's bytes and one of the text that Recoupe reads from them, so that a
place can never point at other words than those that were annotated.

One YAML file a report, in any folders; what lies under ``held_out/`` is
scored but never developed on::

    file: data/wikinews_fr/1.html     # from the folder of shared data
    file_sha256: ...
    text_sha256: ...
    statements:
    - content: [120, 168]
      cue: [102, 107]                 # left out where there is none
      sources: [[90, 101]]            # nearest first
      claimers: [[20, 31], [40, 52]]  # where right names of the nearest source stand
      quotation: indirect
      factuality: [CT+]
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError, RecoupeError
from recoupe.evaluation.gold import HELD_OUT, GoldReport, GoldStatement
from recoupe.model import Document, Factuality, Span
from recoupe.sources import Item, read

REAL = "gold_real"
"""Folder of ``evaluation/`` that holds the annotations of real reports."""


def load_standoff(folder: Path, shared: Path) -> Iterator[GoldReport]:
    """Load the annotations in a folder with the texts they are of.

    Args:
        folder: Holds the annotations.
        shared: Holds the annotated files; see :func:`recoupe.evaluation.frame.shared_folder`.

    Raises:
        DataError: There are no annotations, one is malformed, or the file or the text that it is
            of is missing or has changed.
    """
    files = sorted(folder.rglob("*.yml"))
    if not files:
        raise DataError(f"no annotation in {folder}", "give the folder of the annotations")
    for file in files:
        path = file.relative_to(folder)
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            document = _document(path.as_posix(), data, shared)
            statements = tuple(_statement(document.text, entry) for entry in data["statements"])
        except (KeyError, TypeError, ValueError, OSError, yaml.YAMLError) as error:
            raise DataError(f"{path.as_posix()} is no annotation ({error})", "mend it") from error
        part = HELD_OUT if HELD_OUT in path.parts else "development"
        yield GoldReport(document, part, statements)


def _document(name: str, data: Mapping[str, Any], shared: Path) -> Document:
    try:
        document = read_annotated(data["file"], shared)
    except RecoupeError as error:
        raise DataError(f"{name} can't be used: {error.problem}", error.remedy) from error
    if hashlib.sha256((shared / data["file"]).read_bytes()).hexdigest() != data["file_sha256"]:
        raise DataError(
            f"{name} annotates another edition of {data['file']}", "get the one that was annotated"
        )
    if document.sha256 != data["text_sha256"]:
        raise DataError(
            f"{data['file']} is read otherwise than when {name} was written, here or in a library",
            "move the places along with python -m recoupe.evaluation.reanchor",
        )
    return document


def read_annotated(file: str, shared: Path) -> Document:
    """Return an annotated document as it is read now.

    Args:
        file: Its path in the folder of shared data.
        shared: That folder.

    Raises:
        DataError: It is not there.
        UnreadableError: It can't be read.
    """
    path = shared / file
    if not path.is_file():
        remedy = "set RECOUPE_SHARED to the folder that holds it"
        raise DataError(f"{file} is not in {shared}", remedy)
    return read(Item(file=file, location=str(path), size=path.stat().st_size, path=path))


def _statement(text: str, entry: Mapping[str, Any]) -> GoldStatement:
    cue = entry.get("cue")
    return GoldStatement(
        content=_span(text, entry["content"]),
        own=entry.get("voice") == "own",
        optional=bool(entry.get("optional")),
        cue=_span(text, cue) if cue else None,
        sources=tuple(_span(text, place) for place in entry.get("sources", ())),
        claimers=tuple(
            " ".join(_span(text, place).of(text).split()) for place in entry.get("claimers", ())
        ),
        quotation=entry.get("quotation"),
        factuality=tuple(Factuality(value) for value in entry["factuality"]),
    )


def _span(text: str, place: Iterable[int]) -> Span:
    start, end = place
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}] is no place in a text of {len(text)} characters")
    return Span(start, end)
