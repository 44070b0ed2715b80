"""Reports annotated by hand: who says what and how sure they are.

One YAML file a report, in one folder an affair; the conventions stand in
``docs/annotation.md``. Annotations quote their words, and this module finds
where those stand, so that an annotation cannot drift from its text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError, RecoupeError
from recoupe.model import Document, Factuality, Quotation, Span
from recoupe.sources import Item, read
from recoupe.sources.metadata import MetadataRow

HELD_OUT = "held_out"
"""Folder of the affairs that are scored but never developed on."""
_INSIDE = 100
"""Characters: how much farther a place inside the content counts than one outside it."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One annotated statement.

    Attributes:
        content: The proposition.
        own: It is the report's own voice.
        optional: Finding it is neither asked for nor held against a system.
        cue: The words of saying, None where there are none.
        sources: Chain of sources, nearest first.
        claimers: Names that are right for the nearest source; empty where the text names none.
        quotation: How it is quoted, None in the report's own voice.
        factuality: Values that are right, the most fitting first.
        claim: What is claimed: the same name for those that say the same in an affair.
    """

    content: Span
    own: bool
    optional: bool
    cue: Span | None
    sources: tuple[Span, ...]
    claimers: tuple[str, ...]
    quotation: Quotation | None
    factuality: tuple[Factuality, ...]
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class DrawsOn:
    """An edge of lineage: to a report of the affair by its file, or to an outlet without one.

    Attributes:
        report: Name of the file without its ending; empty for an outlet outside the pile.
        relation: ``copy``, ``excerpt``, ``summary``, ``translation`` or ``citation``.
        outlet: Name of the outlet, where it is one.
    """

    report: str
    relation: str
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report.

    Attributes:
        document: The report, with the metadata that its annotation gives.
        part: ``development`` or ``held_out``.
        statements: What it states.
        affair: The folder it stands in.
        draws_on: What it draws on.
    """

    document: Document
    part: str
    statements: tuple[GoldStatement, ...]
    affair: str = ""
    draws_on: tuple[DrawsOn, ...] = ()


def load_gold(folder: Path) -> Iterator[GoldReport]:
    """Load the annotated reports in a folder, in the order of their paths.

    Args:
        folder: Holds ``AFFAIR/NN.yml`` and ``held_out/AFFAIR/NN.yml``.

    Raises:
        DataError: There are none, or one is malformed or quotes words that its text has not.
    """
    files = sorted(folder.rglob("*.yml"))
    if not files:
        raise DataError(f"no annotated report in {folder}", "give the folder of the gold")
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            document = _document(file, name, data)
            statements = tuple(_statement(document.text, entry) for entry in data["statements"])
        except (KeyError, TypeError, ValueError, OSError, yaml.YAMLError, RecoupeError) as error:
            raise DataError(f"{name} is no annotated report ({error})", "mend it") from error
        part = HELD_OUT if HELD_OUT in file.relative_to(folder).parts else "development"
        draws_on = tuple(
            DrawsOn(str(edge.get("report", "")), edge["relation"], str(edge.get("outlet", "")))
            for edge in data.get("draws_on") or ()
        )
        yield GoldReport(document, part, statements, file.parent.name, draws_on)


def _document(file: Path, name: str, data: Mapping[str, Any]) -> Document:
    if "text" in data:
        content = data["text"].encode()
        row = MetadataRow(
            title=data.get("title"),
            publisher=data.get("publisher"),
            published=str(data["published"]) if data.get("published") else None,
        )
        name = f"{name}.txt"
        return read(Item(file=name, location="", size=len(content), data=content, metadata=row))
    path = (file.parent / data["file"]).resolve()
    return read(Item(file=path.name, location=str(path), size=path.stat().st_size, path=path))


def _statement(text: str, entry: Mapping[str, Any]) -> GoldStatement:
    content = locate(text, entry["content"], entry.get("occurrence"))
    own = entry.get("voice") == "own"
    cue = locate_near(text, entry["cue"], content, content) if entry.get("cue") else None
    words = entry.get("chain") or ([entry["source"]] if entry.get("source") else [])
    return GoldStatement(
        content=content,
        own=own,
        optional=bool(entry.get("optional")),
        cue=cue,
        sources=tuple(locate_near(text, source, cue or content, content) for source in words),
        claimers=tuple(_listed(entry.get("claimer"))),
        quotation=entry.get("quotation"),
        factuality=tuple(Factuality(value) for value in _listed(entry["factuality"])),
        claim=entry.get("claim"),
    )


def _listed(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def locate(text: str, words: str, occurrence: int | None = None) -> Span:
    """Return where words stand in a text; any white space matches any other.

    Args:
        text: The text.
        words: The words, else verbatim; a match begins and ends at the edge of a word.
        occurrence: Of several places, take this one, from 1.

    Raises:
        ValueError: They do not stand there, or several times with nothing to choose by.
    """
    found = _places(text, words)
    if occurrence is None and len(found) > 1:
        raise ValueError(f"'{words}' stands {len(found)} times in the text; give 'occurrence'")
    if occurrence is not None and not 1 <= occurrence <= len(found):
        raise ValueError(f"'{words}' stands {len(found)} times in the text, not {occurrence}")
    return found[(occurrence or 1) - 1]


def locate_near(text: str, words: str, anchor: Span, content: Span) -> Span:
    """Return the place of words that is nearest to an anchor, outside the content by preference.

    Args:
        text: The text.
        words: As in :func:`locate`: those of a cue or a source.
        anchor: What they go with: the content for a cue, the cue for a source.
        content: The statement's content, which may itself hold such words ("il" in « Il n'a
            rien vu », dit-il).

    Raises:
        ValueError: They do not stand in the text.
    """

    def away(place: Span) -> tuple[int, Span]:
        gap = max(0, place.start - anchor.end, anchor.start - place.end)
        return gap + (_INSIDE if content.covers(place) else 0), place

    return min(_places(text, words), key=away)


def _places(text: str, words: str) -> list[Span]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    pattern = rf"(?<!\w){pattern}" if words[0].isalnum() else pattern
    pattern = rf"{pattern}(?!\w)" if words[-1].isalnum() else pattern
    found = [Span(*match.span()) for match in re.finditer(pattern, text)]
    if not found:
        raise ValueError(f"'{words}' does not stand in the text")
    return found
