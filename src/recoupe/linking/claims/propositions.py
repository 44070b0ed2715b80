"""What a statement says, in a form that can be compared."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from recoupe.linking.reports import Report
from recoupe.linking.terms.polarity import Signs
from recoupe.model import Statement

Figure = tuple[str, float | None, float | None]
"""Unit and bounds."""
Filler = str | frozenset[str]
"""An entity's id, or the terms of a description."""
ToldOff = tuple[tuple[int, str], ...]
"""Places among the quantities of a statement, with the words that tell of them."""
_Days = tuple[str, str]
_CURRENCY = 3
_NOTHING: frozenset[Any] = frozenset()
_NONE: Mapping[Any, Any] = {}


def is_currency(unit: str) -> bool:
    """Tell whether a unit is one of money: three capitals of ISO 4217."""
    return len(unit) == _CURRENCY and unit.isalpha() and unit.isupper()


def figure_terms(figures: Iterable[Figure]) -> dict[str, str]:
    """Return figures as terms, however they are written, each with what is shown of it.

    A sum may be told without its currency, and is one term with it.

    Args:
        figures: Unit and bounds of each.
    """
    values = {(v, unit) for unit, low, high in figures for v in (low, high) if v is not None}
    return {
        f"#{v:.10g} {'' if is_currency(unit) else unit}": f"{v:.10g} {unit}".strip()
        for v, unit in sorted(values)
    }


@dataclass(frozen=True)
class Proposition:
    """One statement as linking compares it.

    Attributes:
        place: Rank of its report, offset, and id: its place in the case.
        statement: The statement.
        report: Where it stands.
        folded: Its words, folded.
        terms: What its words and figures say, each with the word that says it.
        parts: Terms that are one word of a longer name, with the words of that name: a name
            of three words counts once.
        names: Entities named in it, in the order of their first mention.
        kinds: What each of them is: a person is no place.
        called: The words of each of their names.
        figures: Unit and bounds of each figure in it that is no date.
        replaced: Figures that it tells as replaced by others: the place of each among the
            quantities of the statement, with the words that tell it.
        corrected: Likewise figures that it says are not the ones.
        counted: What each of these counts, as terms, where the text says so.
        times: Days that its event times allow.
        anchored: Whether all of them are counted from another day, such as the report's own.
        negative: Whether it is denied.
        negated: Whether its words hold a negation, but for clauses about a thing that it names.
        affirmed: Its terms in clauses without one, where it has several clauses.
        signs: Which of its terms are denied.
        open: Whether its source leaves open whether it holds.
        asks: Whether it is a question.
        of_oneself: Whether its source speaks of itself ("je").
        statuses: Event type and status, where both are known.
        roles: Event type and role with who or what fills it: an entity, or terms.
        speaker: Who says it: the nearest source's entity, or its name; an unnamed one is
            known within its report only. None for the report's own voice.
        takes_up: Id of the statement that it denies in other words ("Faux"), whose content it
            was given.
        recounts: Id and words of the statement that counts what its figures do, where they
            stand alone ("le syndicat en compte trois"), and whose words it was given.
    """

    place: tuple[int, int, str]
    statement: Statement
    report: Report
    folded: tuple[str, ...]
    terms: Mapping[str, str]
    parts: Mapping[str, int]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    called: tuple[frozenset[str], ...]
    figures: frozenset[Figure]
    replaced: ToldOff
    corrected: ToldOff
    counted: Mapping[Figure, frozenset[str]]
    times: frozenset[_Days]
    anchored: bool
    negative: bool
    negated: bool
    affirmed: frozenset[str]
    signs: Signs
    open: bool
    asks: bool
    of_oneself: bool
    statuses: frozenset[tuple[str, str]]
    roles: frozenset[tuple[str, str, Filler]]
    speaker: str | None
    takes_up: str | None = None
    recounts: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        # An empty set takes 200 bytes, and most statements have several.
        for name, empty in _MAY_BE_EMPTY:
            if not getattr(self, name):
                object.__setattr__(self, name, empty)
        if self.signs == _UNSIGNED:
            object.__setattr__(self, "signs", _UNSIGNED)
        # Most name things of one kind, and tell of events of one type and day, as others do.
        if len(_ALIKE) >= _MOST_ALIKE:
            _ALIKE.clear()
        for name in _MAY_BE_ALIKE:
            value = getattr(self, name)
            object.__setattr__(self, name, _ALIKE.setdefault(value, value))

    def unsign(self) -> None:
        """Let go of the signature, which takes as much room as all else; it is made on demand."""
        self.__dict__.pop("signature", None)

    def forget(self, *, terms: bool) -> None:
        """Let go of what only claims and their relations need; whoever asks for it gets an error.

        Args:
            terms: Its terms too.
        """
        self.unsign()
        for name in (*_COMPARED, *(("terms",) if terms else ())):
            object.__delattr__(self, name)

    def taking_up(self, other: "Proposition", *, negative: bool) -> "Proposition":
        """Return it with the content of another, that it denies or affirms in a word or two.

        Its own words, place and source remain.

        Args:
            other: What it takes up.
            negative: Whether it denies that.
        """
        signs = other.signs
        if negative:
            signs = Signs(frozenset(other.terms) - signs.denied, signs.marked)
        return replace(
            self,
            folded=other.folded,
            terms=other.terms,
            parts=other.parts,
            names=other.names,
            kinds=other.kinds,
            called=other.called,
            figures=other.figures,
            counted=other.counted,
            times=other.times,
            anchored=other.anchored,
            negative=negative,
            negated=False,
            signs=signs,
            # How far an event has come is no part of whether it came about.
            statuses=frozenset(),
            roles=other.roles,
            takes_up=other.id,
        )

    @property
    def stems(self) -> Collection[str]:
        """Its terms, without repeats, in order."""
        return self.terms.keys()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def words(self) -> str:
        """The words of the proposition, verbatim."""
        return self.statement.content.of(self.report.document.text)

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """What sets propositions apart (``contrasts.conflict``): two with one never differ."""
        return (
            self.names,
            self.figures,
            frozenset(self.counted.items()),
            self.times,
            self.anchored,
            # Days named alike in the same words are one, whatever each report counts them from.
            self.anchored and self.times and self.folded,
            self.negative,
            self.negated,
            self.affirmed,
            self.signs,
            self.asks,
            self.statement.factuality,
            self.of_oneself and (self.speaker, self.folded),
            self.statuses,
            self.roles,
            # What is denied by its name alone may be a figure, and nothing beside it.
            self.takes_up,
            # Whether one denies what another says depends on the words in common.
            frozenset(self.terms),
        )


_MAY_BE_EMPTY: tuple[tuple[str, Any], ...] = (
    *((name, _NOTHING) for name in ("figures", "times", "affirmed", "statuses", "roles")),
    *((name, _NONE) for name in ("parts", "counted")),
)
_UNSIGNED = Signs()
_MAY_BE_ALIKE = ("kinds", "times", "statuses")
_ALIKE: dict[Any, Any] = {}
_MOST_ALIKE = 100_000
_COMPARED = (
    "parts",
    "kinds",
    "called",
    "counted",
    "times",
    "affirmed",
    "signs",
    "statuses",
    "roles",
)
"""What nobody asks of a statement once claims are made and related."""
