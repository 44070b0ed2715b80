"""Events scored on reports annotated by hand: triggers with their types, roles, status.

A trigger counts as found where one of the same type overlaps it, as in ACE 2005; a filler
where its event's trigger was found with its type, the role is the same, and its words are
the annotated ones by their head, or its name is theirs (after the scoring of arguments in
Li, Ji and Huang 2013, with heads for extents). What is optional counts neither way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.evaluation.events_fillers import fillers
from recoupe.evaluation.events_gold import (
    GoldEvent,
    GoldEvents,
    load_events,
)
from recoupe.evaluation.events_identity import Identity, judged
from recoupe.evaluation.frame import Benchmark, evaluation_folder
from recoupe.evaluation.gold import HELD_OUT
from recoupe.evaluation.matching import Reader, read_gold
from recoupe.model import Event, Span


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found in one report.

    Attributes:
        gold: Its annotation.
        pairs: Annotated events with those found for them.
        missed: Annotated events that were not found, without the optional ones.
        spurious: Found events that are not annotated.
    """

    gold: GoldEvents
    pairs: tuple[tuple[GoldEvent, Event], ...]
    missed: tuple[GoldEvent, ...]
    spurious: tuple[Event, ...]


def answered(gold: Iterable[GoldEvents], read: Reader | None = None) -> Iterator[Answered]:
    """Yield what was found in each annotated report.

    Args:
        gold: The annotated events.
        read: What reads the documents; by default, Recoupe's extraction.
    """
    annotated = {one.report.document.id: one for one in gold}
    reports = (one.report for one in annotated.values())
    for report, statements in read_gold(reports, read):
        found = {(e.trigger, e.type): e for s in statements for e in s.events}
        yield _paired(annotated[report.document.id], sorted(found.values(), key=_place))


def _place(event: Event) -> Span:
    return event.trigger


def _paired(gold: GoldEvents, found: Sequence[Event]) -> Answered:
    left = list(found)
    pairs: list[tuple[GoldEvent, Event]] = []
    missed: list[GoldEvent] = []
    # What is asked for is answered first.
    for expected in sorted(gold.events, key=lambda e: (e.optional, e.triggers[0])):
        answer = next((e for e in left if _answers(expected, e)), None)
        if answer is not None:
            left.remove(answer)
            pairs.append((expected, answer))
        elif not expected.optional:
            missed.append(expected)
    return Answered(gold, tuple(pairs), tuple(missed), tuple(left))


def _answers(expected: GoldEvent, found: Event) -> bool:
    return found.type in expected.types and any(
        trigger.overlaps(found.trigger) for trigger in expected.triggers
    )


class _Tally:
    """Counts of one part."""

    def __init__(self) -> None:
        self.reports = self.events = 0
        self.hits: defaultdict[str, int] = defaultdict(int)
        self.missed: defaultdict[str, int] = defaultdict(int)
        self.spurious: defaultdict[str, int] = defaultdict(int)
        self.status: defaultdict[str, list[bool]] = defaultdict(list)
        self.identity = Identity()

    def add(self, answer: Answered) -> None:
        """Count one report."""
        text = answer.gold.report.document.text
        self.reports += 1
        self.identity.add(answer.gold, list(answer.pairs))
        for expected, found in answer.pairs:
            if expected.optional:
                continue
            self._count("trigger", found.type, "hits")
            right = found.status in expected.statuses
            self.status["status"].append(right)
            value = found.status if right else expected.statuses[0]
            self.status[f"status_{value}"].append(right)
            for _, wanted, got in fillers(expected, found, text):
                which = "hits" if wanted and got else "missed" if wanted else "spurious"
                self._count("role", found.type, which)
        for event in answer.missed:
            self._count("trigger", event.types[0], "missed")
            for _ in range(sum(map(len, event.roles.values()))):
                self._count("role", event.types[0], "missed")
        for found in answer.spurious:
            self._count("trigger", found.type, "spurious")
            for _ in range(sum(map(len, found.roles.values()))):
                self._count("role", found.type, "spurious")

    def _count(self, what: str, name: str, which: str) -> None:
        table: defaultdict[str, int] = getattr(self, which)
        table[what] += 1
        if what == "trigger":
            table[name] += 1

    def figures(self) -> dict[str, float]:
        """Return the figures, and the counts that they rest on."""
        figures: dict[str, float] = {"n_reports": self.reports}
        for what in ("trigger", "role"):
            figures |= _prf(what, self.hits[what], self.missed[what], self.spurious[what])
            figures[f"n_{what}_f1"] = self.hits[what] + self.missed[what]
        for key, values in sorted(self.status.items()):
            figures[key] = sum(values) / len(values)
            figures[f"n_{key}"] = len(values)
        figures |= self.identity.figures()
        types = {*self.hits, *self.missed, *self.spurious} - {"trigger", "role"}
        for name in sorted(types):
            told = _prf(name, self.hits[name], self.missed[name], self.spurious[name])
            figures[f"f1_{name}"] = told[f"{name}_f1"]
            figures[f"n_f1_{name}"] = self.hits[name] + self.missed[name]
        return figures


def _prf(name: str, hits: int, missed: int, spurious: int) -> dict[str, float]:
    precision = hits / (hits + spurious) if hits + spurious else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def score(gold: Iterable[GoldEvents], read: Reader | None = None) -> dict[str, float]:
    """Score the events found in annotated reports.

    Args:
        gold: The annotated events.
        read: What reads the documents; by default, Recoupe's extraction.

    Returns:
        ``trigger_precision``, ``trigger_recall``, ``trigger_f1``: the event with its type;
        ``f1_TYPE``, the same by type; ``role_precision`` and so on: fillers; ``status`` and
        ``status_VALUE``: the share of found events with a right status, by gold value;
        ``same_event_precision`` and ``same_event_recall``: pairs of mentions that tell one event,
        ``told_again_recall``: those whose mentions were not found as missed too. Counts
        begin with ``n_``, figures of the part kept apart with ``held_out_``.
    """
    tallies = {"development": _Tally(), HELD_OUT: _Tally()}
    for answer in answered(gold, read):
        tallies[answer.gold.report.part].add(answer)
    figures = tallies["development"].figures()
    if tallies[HELD_OUT].reports:
        for name, value in tallies[HELD_OUT].figures().items():
            counted = name.startswith("n_")
            figures[f"n_{HELD_OUT}_{name[2:]}" if counted else f"{HELD_OUT}_{name}"] = value
    return figures


def mistakes(gold: Iterable[GoldEvents], read: Reader | None = None) -> Iterator[str]:
    """Yield one line for each mistake; never of the part kept apart."""
    developed = (one for one in gold if one.report.part != HELD_OUT)
    for answer in answered(developed, read):
        document = answer.gold.report.document
        text, name = document.text, document.file.removesuffix(".yml.txt")
        for event in answer.missed:
            shown = _shown(event.triggers[0], text)
            yield f"{name}: missed: {event.types[0]} {event.statuses[0]}: {shown}"
        for found in answer.spurious:
            yield f"{name}: spurious: {found.type} {found.status}: {_shown(found.trigger, text)}"
        for expected, found in answer.pairs:
            if expected.optional:
                continue
            shown = _shown(found.trigger, text)
            if found.status not in expected.statuses:
                value = f"{expected.statuses[0]} read {found.status}"
                yield f"{name}: status: {found.type} {value}: {shown}"
            for role, wanted, got in fillers(expected, found, text):
                if not (wanted and got):
                    told = f"{wanted!r} missed" if wanted else f"{got!r} spurious"
                    yield f"{name}: role: {found.type} {role} {told}: {shown}"
        if answer.gold.identity:
            for one, other, same, read_same in judged(list(answer.pairs)):
                if same != read_same:
                    which = "missed" if same else "spurious"
                    places = " ~ ".join(_shown(e.triggers[0], text) for e in (one, other))
                    yield f"{name}: same event {which}: {one.types[0]}: {places}"


def _shown(trigger: Span, text: str) -> str:
    """Return a trigger within its line, so that it can be told what went wrong."""
    before, after = text[max(0, trigger.start - 60) : trigger.start], text[trigger.end :][:60]
    before, after = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
    return f"{before}[{trigger.of(text)}]{after}"


def evaluate(folder: Path) -> dict[str, float]:
    """Score Recoupe on the annotated events in a folder.

    Raises:
        DataError: They are missing or malformed.
    """
    return score(load_events(folder, evaluation_folder() / "gold"))


BENCHMARKS = (
    Benchmark(
        name="events",
        description="What happened, who took part and where it stands, in invented reports.",
        place="evaluation",
        path="gold_events",
        score=evaluate,
    ),
)
