"""Annotated events of the gold reports: ``evaluation/gold_events``, beside the reports' own files.

The conventions stand in ``docs/annotation.md``, section "Events".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from recoupe.errors import DataError
from recoupe.evaluation.gold import GoldReport, load_gold, locate, locate_near
from recoupe.model import Span
from recoupe.model.statement import EventStatus
from recoupe.ontology import event_types


@dataclass(frozen=True, slots=True)
class GoldFiller:
    """What fills a role: the words that are right for it, the best first."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated event.

    Attributes:
        types: Types that are right, the most fitting first.
        triggers: Where a right trigger stands, the best first.
        statuses: Statuses that are right, the most fitting first.
        roles: Role to its fillers.
        optional: Finding it is neither asked for nor held against a system.
        event: What mentions of one event share; None for one that is told once.
    """

    types: tuple[str, ...]
    triggers: tuple[Span, ...]
    statuses: tuple[EventStatus, ...]
    roles: Mapping[str, tuple[GoldFiller, ...]]
    optional: bool
    event: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvents:
    """The annotated events of one report.

    Attributes:
        report: The report.
        events: Its mentions of events, in their order.
        identity: Whether it is annotated which of them tell one event.
    """

    report: GoldReport
    events: tuple[GoldEvent, ...]
    identity: bool = False


def load_events(folder: Path, reports: Path) -> Iterator[GoldEvents]:
    """Load the annotated events in a folder, in the order of their paths.

    Args:
        folder: Holds ``AFFAIR/NN.yml`` and ``held_out/AFFAIR/NN.yml``.
        reports: The gold reports, under the same names.

    Raises:
        DataError: There are none, or one is malformed, or tells of words that its report has not.
    """
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.yml"))}
    if not files:
        raise DataError(f"no annotated events in {folder}", "give the folder of the gold")
    names = [path.relative_to(reports).as_posix() for path in sorted(reports.rglob("*.yml"))]
    for name, report in zip(names, load_gold(reports), strict=True):
        file = files.pop(name, None)
        if file is None:
            continue
        try:
            told = yaml.safe_load(file.read_text(encoding="utf-8"))
            entries = told["events"] or ()
            events = tuple(_event(report.document.text, entry) for entry in entries)
        except (KeyError, TypeError, ValueError, OSError, yaml.YAMLError) as error:
            raise DataError(f"{name} holds no annotated events ({error})", "mend it") from error
        yield GoldEvents(report, events, told.get("identity") == "annotated")
    if files:
        raise DataError(f"no report for the events of {', '.join(files)}", "put them right")


def _event(text: str, entry: Mapping[str, Any]) -> GoldEvent:
    # Of several places the first is meant, where none is told.
    trigger = locate(text, entry["trigger"], entry.get("occurrence", 1))
    others = tuple(locate_near(text, words, trigger, trigger) for words in entry.get("or", ()))
    types = _listed(entry["type"])
    statuses = _listed(entry["status"])
    if unknown := set(types) - set(event_types()):
        raise ValueError(f"'{entry['trigger']}': no such type: {', '.join(unknown)}")
    if unknown := set(statuses) - set(get_args(EventStatus)):
        raise ValueError(f"'{entry['trigger']}': no such status: {', '.join(unknown)}")
    roles = {}
    for role, fillers in (entry.get("roles") or {}).items():
        if not any(role in event_types()[name].roles for name in types):
            raise ValueError(f"'{entry['trigger']}': no such role: {role}")
        roles[role] = tuple(_filler(text, filler) for filler in fillers)
    return GoldEvent(
        types=types,
        triggers=(trigger, *others),
        statuses=statuses,
        roles=roles,
        optional=bool(entry.get("optional")),
        event=entry.get("event"),
    )


def _filler(text: str, told: str | Mapping[str, Any]) -> GoldFiller:
    words = (told,) if isinstance(told, str) else (told["words"], *told.get("or", ()))
    for each in words:
        if not places(text, str(each)):
            raise ValueError(f"'{each}' does not stand in the text")
    return GoldFiller(tuple(map(str, words)))


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def places(text: str, words: str) -> list[Span]:
    """Return where words stand in a text; any white space matches any other."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
