"""What a statement says, in a form that can be compared, and what sets two apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.dates import disjoint
from recoupe.compare.names import normalise
from recoupe.compare.texts import fold, words
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.model import Factuality, Reason, Span, Statement

_Figure = tuple[str, float | None, float | None]
_Days = tuple[str, str]


@dataclass(frozen=True)
class Proposition:
    """One statement as linking compares it.

    Attributes:
        place: Rank of its report, offset, and id: its place in the case.
        statement: The statement.
        report: Where it stands.
        folded: Its words, folded.
        stems: Its content words as stems, without repeats, in order.
        names: Entities named in it, in the order of their first mention.
        figures: Unit and bounds of each figure in it that is no date.
        times: Days that its event times allow.
        negative: Whether it is denied.
        open: Whether its source leaves open whether it holds.
        statuses: Event type and status, where both are known.
        roles: Event type and role with who or what fills it.
    """

    place: tuple[int, int, str]
    statement: Statement
    report: Report
    folded: tuple[str, ...]
    stems: tuple[str, ...]
    names: tuple[str, ...]
    figures: frozenset[_Figure]
    times: frozenset[_Days]
    negative: bool
    open: bool
    statuses: frozenset[tuple[str, str]]
    roles: frozenset[tuple[str, str, str]]

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def words(self) -> str:
        """The words of the proposition, verbatim."""
        return self.statement.content.of(self.report.document.text)

    @property
    def signature(self) -> tuple[object, ...]:
        """What :func:`conflict` looks at: two propositions with one signature never differ."""
        return (
            self.names,
            self.figures,
            self.times,
            self.negative,
            self.open,
            self.statuses,
            self.roles,
        )


def propositions(reports: Sequence[Report], entities: Entities) -> tuple[Proposition, ...]:
    """Return the statements of a case as propositions, in the order of the case."""
    found = (_of(r, s, entities) for r in reports for s in r.reading.statements)
    return tuple(sorted(found, key=lambda p: p.place))


def conflict(one: Proposition, other: Proposition, *, same_matter: bool = False) -> Reason | None:
    """Tell what keeps two propositions from being one claim, if anything does.

    Args:
        one: A proposition.
        other: Another.
        same_matter: They stand in one passage that two reports share, so that
            names read differently are no sign of different things.

    Returns:
        The rule that sets them apart with the words on both sides, or None.
    """
    if one.negative != other.negative:
        return Reason(rule="other-polarity")
    if figures_differ(one, other):
        return Reason(rule="other-figures", words=_versus(_figures(one), _figures(other)))
    if times_differ(one, other):
        return Reason(rule="other-time", words=_versus(_times(one), _times(other)))
    if {t for t, _ in one.statuses} & {t for t, _ in other.statuses} and not (
        one.statuses <= other.statuses or other.statuses <= one.statuses
    ):
        return Reason(rule="other-status", words=_versus(one.statuses, other.statuses))
    if same_matter:
        return None
    if one.open != other.open:
        return Reason(rule="other-certainty")
    if set(one.names) - set(other.names) and set(other.names) - set(one.names):
        return Reason(rule="other-names")
    # "A sold it to B" has the words of "B sold it to A"; a passive may turn them
    # round too, but then nothing is lost by leaving it open.
    if [n for n in one.names if n in other.names] != [n for n in other.names if n in one.names]:
        return Reason(rule="other-order")
    for kind, role in sorted({(t, r) for t, r, _ in one.roles}):
        here = {name for t, r, name in one.roles if (t, r) == (kind, role)}
        there = {name for t, r, name in other.roles if (t, r) == (kind, role)}
        if there and not here & there:
            return Reason(rule="other-roles", words=_versus(here, there))
    return None


def figures_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both give figures and neither gives all of the other's."""
    return not (one.figures <= other.figures or other.figures <= one.figures)


def times_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both state times and no two of them have a day in common."""
    return (
        bool(one.times)
        and bool(other.times)
        and all(disjoint(a, b) for a in one.times for b in other.times)
    )


def adds(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two gives figures or times where the other gives none."""
    return one.figures != other.figures or bool(one.times) != bool(other.times)


def _of(report: Report, statement: Statement, entities: Entities) -> Proposition:
    text = report.document.text
    found = words(text, [statement.content])
    stems = tuple(dict.fromkeys(report.vocabulary.content(found.folded)))
    known = [e for e in statement.events if e.status != "unknown"]
    return Proposition(
        place=(report.place, statement.content.start, statement.id),
        statement=statement,
        report=report,
        folded=found.folded,
        stems=stems,
        names=entities.within(report.id, statement.content),
        figures=frozenset(_read_figures(text, statement)),
        times=frozenset(
            (t.earliest or "0001-01-01", t.latest or "9999-12-31")
            for t in statement.times
            if t.role == "event" and (t.earliest or t.latest)
        ),
        negative=statement.denies or statement.factuality.denied,
        open=statement.factuality is Factuality.UNDERSPECIFIED,
        statuses=frozenset((e.type, e.status) for e in known),
        roles=frozenset(
            (event.type, role, _filler(report, filler.span, filler.name, entities))
            for event in statement.events
            for role, fillers in event.roles.items()
            for filler in fillers
        ),
    )


def _filler(report: Report, span: Span, name: str, entities: Entities) -> str:
    named = entities.within(report.id, span)
    return named[0] if named else normalise(name, report.vocabulary.leading)


def _read_figures(text: str, statement: Statement) -> Iterator[_Figure]:
    for quantity in statement.quantities:
        if statement.content.overlaps(quantity.span):
            yield quantity.unit or "", quantity.low, quantity.high
    told = [q.span for q in statement.quantities] + [t.span for t in statement.times]
    found = words(text, [statement.content])
    for word, start, end in zip(found.folded, found.starts, found.ends, strict=True):
        if word[0].isdigit() and not any(span.overlaps(Span(start, end)) for span in told):
            value = float(fold(word))
            yield "", value, value


def _figures(proposition: Proposition) -> list[str]:
    return sorted(
        "–".join(dict.fromkeys("?" if v is None else f"{v:g}" for v in (low, high))) + f" {unit}"
        for unit, low, high in proposition.figures
    )


def _times(proposition: Proposition) -> list[str]:
    return sorted("/".join(dict.fromkeys(days)) for days in proposition.times)


def _versus(one: object, other: object) -> str:
    sides = []
    for side in (one, other):
        assert isinstance(side, list | set | frozenset)
        words_of = (" ".join(x) if isinstance(x, tuple) else str(x) for x in side)
        sides.append(", ".join(sorted(w.strip() for w in words_of)))
    return " ≠ ".join(sides)
