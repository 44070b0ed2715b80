"""Pairs of invented reports whose lineage is known, sorted into piles.

A folder holds affairs as YAML: a ``base`` report and what was written by hand around it
(``own`` tells the same story independently, ``official`` quotes the same official, ``summary``
and ``back``, translated back from another language, say the base again, ``cites`` takes one
fact from it). Its folder ``translations`` holds further bases, each with a translation ``back``
and a ``near`` miss: written independently, with the same names in much the same order. From
each base of the first kind a program makes edited copies, cuts and mixtures. A pile holds one
kind of pair from every affair, so that each pair has the others for company; the affairs are
linked whole besides.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError
from recoupe.evaluation.gold import HELD_OUT
from recoupe.evaluation.lineage_edits import Editor, bare
from recoupe.model import Document

EDITS = "edits.yml"
BY_HAND = ("own", "official", "summary", "back", "cites")
TRANSLATIONS = "translations"
PAIRED = {"translated": "back", "near": "near"}
"""Kinds of pairs of that folder, and which of its texts stands beside the base."""
BY_PROGRAM = ("copy", "heavy", "reprint", "cut", "brief", "mix", "roundup")
TWICE = ("copy", "heavy", "cut", "mix")
"""Kinds of which each affair has a second pair, made otherwise."""
RELATIONS: Mapping[str, frozenset[str]] = {
    "own": frozenset(),
    "official": frozenset(),
    "summary": frozenset({"summary"}),
    "back": frozenset({"translation", "summary"}),
    "cites": frozenset({"citation"}),
    "translated": frozenset({"translation", "summary"}),
    "near": frozenset(),
    "copy": frozenset({"copy"}),
    "heavy": frozenset({"copy", "excerpt"}),
    "reprint": frozenset({"copy", "excerpt"}),
    "cut": frozenset({"excerpt", "copy"}),
    "brief": frozenset({"excerpt", "copy"}),
    "mix": frozenset({"excerpt"}),
    "roundup": frozenset({"excerpt"}),
    "chain": frozenset({"copy", "excerpt"}),
}
"""What each kind of report is to its base; nothing for those that do not draw on it."""


@dataclass(frozen=True)
class Pile:
    """Reports to be linked as one case, and what holds between them.

    Attributes:
        kind: The kind of pair that it is made of, or ``together`` for a whole affair.
        documents: The reports.
        draws: Pairs of ids, who draws on whom, with the kind.
        credits: Document id to the outlet outside the pile that it says it draws on.
        either: Pairs of ids, of which one may be said to draw on the other or not: a copy of a
            copy that has kept the credit.
        pairs: How many pairs of reports it is about.
    """

    kind: str
    documents: tuple[Document, ...]
    draws: Mapping[tuple[str, str], str]
    credits: Mapping[str, str]
    either: frozenset[tuple[str, str]]
    pairs: int


@dataclass(frozen=True)
class _Affair:
    name: str
    day: datetime.date
    texts: Mapping[str, list[str]]
    publishers: Mapping[str, str]
    after: Mapping[str, int]

    def document(self, role: str) -> Document:
        return _document(
            f"{self.name}-{role}",
            self.texts[role],
            self.publishers[role],
            self.day + datetime.timedelta(self.after.get(role, 0)),
        )


def load_piles(folder: Path) -> Iterator[tuple[str, Pile]]:
    """Make the piles of a folder.

    Args:
        folder: Affairs and ``edits.yml``; more affairs, kept apart, in its ``held_out``.

    Yields:
        The part (``development`` or ``held_out``) and a pile.

    Raises:
        DataError: The texts are missing or malformed.
    """
    try:
        lists = yaml.safe_load((folder / EDITS).read_text(encoding="utf-8"))
        for part, place in (("development", folder), (HELD_OUT, folder / HELD_OUT)):
            files = [f for f in sorted(place.glob("*.yml")) if f.name != EDITS]
            affairs = [_affair(file, BY_HAND) for file in files]
            for pile in _piles(affairs, lists) if affairs else ():
                yield part, pile
            files = sorted((place / TRANSLATIONS).glob("*.yml"))
            told_again = [_affair(file, tuple(PAIRED.values())) for file in files]
            for kind, role in PAIRED.items() if told_again else ():
                pairs = [(a.document("base"), a.document(role)) for a in told_again]
                yield part, _pile(kind, pairs)
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise DataError(f"the reports in {folder} can't be read ({error!r})") from error


def _affair(file: Path, beside: Sequence[str]) -> _Affair:
    entry = yaml.safe_load(file.read_text(encoding="utf-8"))
    roles = {role: entry[role] for role in ("base", *beside)}
    return _Affair(
        name=file.stem,
        day=entry["day"],
        texts={role: text["text"].strip().split("\n\n") for role, text in roles.items()},
        publishers={role: text["publisher"] for role, text in roles.items()},
        after={role: text.get("after", 0) for role, text in roles.items()},
    )


def _piles(affairs: list[_Affair], lists: Mapping[str, Any]) -> Iterator[Pile]:
    def made(kind: str, again: int, at: int) -> Document:
        return _made(affairs[at], kind, again, lists, affairs[(at + 1) % len(affairs)])

    for kind in BY_HAND:
        yield _pile(kind, [(a.document("base"), a.document(kind)) for a in affairs])
    for again, kinds in enumerate((BY_PROGRAM, TWICE)):
        for kind in kinds:
            pairs = [(a.document("base"), made(kind, again, k)) for k, a in enumerate(affairs)]
            yield _pile(kind, pairs)
    yield _chains(affairs, lists)
    yield _outside(affairs, partial(made, "copy", 2))
    for at, affair in enumerate(affairs):
        yield _together(affair, [made(kind, 3, at) for kind in ("copy", "cut", "mix")])


def _pile(kind: str, pairs: list[tuple[Document, Document]]) -> Pile:
    draws = {(d.id, base.id): kind for base, d in pairs if RELATIONS[kind]}
    documents = tuple(d for pair in pairs for d in pair)
    return Pile(kind, documents, draws, {}, frozenset(), len(pairs))


def _chains(affairs: list[_Affair], lists: Mapping[str, Any]) -> Pile:
    """Copies of edited copies: each draws on what it has the edits of."""
    documents: list[Document] = []
    draws: dict[tuple[str, str], str] = {}
    either: set[tuple[str, str]] = set()
    for affair in affairs:
        base = affair.document("base")
        first = _made(affair, "reprint", 4, lists, affair)
        editor = Editor(lists, f"{affair.name} chain")
        day = datetime.date.fromisoformat(first.published or "") + datetime.timedelta(1)
        text = editor.copy(first.text.split("\n\n"))
        second = _document(f"{affair.name}-chain", text, "La Revue des trois ports", day)
        documents += [base, first, second]
        draws[first.id, base.id] = "reprint"
        draws[second.id, first.id] = "chain"
        if _short(affair.publishers["base"]) in second.text:
            either.add((second.id, base.id))
    return Pile("chain", tuple(documents), draws, {}, frozenset(either), 2 * len(affairs))


def _outside(affairs: list[_Affair], made: Any) -> Pile:
    """Return reports that credit or cite an outlet without that outlet's own report."""
    documents = [made(at) for at in range(len(affairs))]
    credits = {d.id: affairs[at].publishers["base"] for at, d in enumerate(documents)}
    for affair in affairs:
        cites = affair.document("cites")
        documents.append(cites)
        credits[cites.id] = affair.publishers["base"]
    return Pile("outside", tuple(documents), {}, credits, frozenset(), 0)


def _together(affair: _Affair, made: list[Document]) -> Pile:
    """Return one affair with all its reports."""
    base = affair.document("base")
    hand = [affair.document(role) for role in BY_HAND]
    draws = {
        (d.id, base.id): kind
        for kind, d in (
            *zip(BY_HAND, hand, strict=True),
            *zip(("copy", "cut", "mix"), made, strict=True),
        )
        if RELATIONS[kind]
    }
    draws[made[2].id, hand[0].id] = "mix"  # it was set into the independent report
    return Pile("together", (base, *hand, *made), draws, {}, frozenset(), 0)


def _made(
    affair: _Affair, kind: str, again: int, lists: Mapping[str, Any], neighbour: _Affair
) -> Document:
    """Make a report from an affair's base, with a day and at times a credit.

    What is decided by chance always leaves something that tells the direction: a later day, a
    credit, the base's dateline of an agency, or that it has only a part of the base.
    """
    editor = Editor(lists, f"{affair.name} {kind} {again}")
    base = affair.texts["base"]
    hosts = {
        "mix": affair.texts["own"],
        "roundup": neighbour.texts["own"],
        "reprint": affair.texts["official"],
    }
    if kind in hosts:
        text = getattr(editor, kind)(base, bare(hosts[kind]))
    else:
        text = getattr(editor, kind)(base)
    after = editor.chance.choice((0, 0, 1, 1, 2, None)) if kind != "reprint" else 1
    least = affair.after["own"] if kind == "mix" else 0
    if after is not None:
        after = max(after, least)
    by_agency = "(" in base[0][:80] or "(" in base[min(1, len(base) - 1)][:60]
    told = bool(after) or (after == 0 and (by_agency or kind in {"cut", "brief"}))
    if again == 2 or not told or editor.chance.random() < 0.3:
        text = [*text, editor.pick("credits").format(outlet=_short(affair.publishers["base"]))]
    day = None if after is None else affair.day + datetime.timedelta(after)
    name = f"{affair.name}-{kind}{again or ''}"
    return _document(name, text, editor.pick("publishers"), day)


def _short(publisher: str) -> str:
    return publisher.split(" (", maxsplit=1)[0]


def _document(name: str, text: list[str], publisher: str, day: datetime.date | None) -> Document:
    whole = "\n\n".join(text)
    return Document(
        id=name,
        file=f"{name}.txt",
        text=whole,
        sha256=sha256(whole.encode()).hexdigest(),
        publisher=publisher,
        published=day.isoformat() if day else None,
        published_basis="metadata" if day else "unknown",
        language="fr",
    )
