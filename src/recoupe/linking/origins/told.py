"""Origins of one claim with what tells whether two of them are one source."""

from dataclasses import dataclass, replace

from recoupe.compare.names import normalise
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.reports import Report
from recoupe.linking.sides.sides import Side
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.model import Origin

_FOR_STATE = frozenset({"capital-for-state", "seat-for-state", "state-by-adjective"})
"""Rules by which a source was found to speak for a state."""


@dataclass(frozen=True)
class Told:
    """An origin with where it was found.

    Attributes:
        origin: The origin.
        report: The report that it was found in.
        states: States that its source speaks for.
        quoted: Its words, folded, where they are quoted.
        described: What a person who is named is called beside the name, in any report.
        said: The statements that have it, each with which of its sources it is.
        sides: For whom it speaks, as each of these tells; found where it is one of several.
    """

    origin: Origin
    report: Report
    states: frozenset[str]
    quoted: tuple[tuple[str, ...], ...] = ()
    described: frozenset[str] = frozenset()
    said: tuple[tuple[Proposition, int], ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of its report's language."""
        return self.report.vocabulary

    @property
    def head(self) -> str:
        """The stem of the first word of its name that tells, no numeral: "trois responsables"."""
        counts = self.vocabulary.numerals
        words = (word for word in normalise(self.origin.name).split() if word not in counts)
        return next(iter(self.vocabulary.content(words)), "")

    @property
    def of_one_known(self) -> bool:
        """Whether its name is a description of one who is known: "son avocate", "le moine"."""
        first = next(iter(normalise(self.origin.name).split()), "")
        return first in self.vocabulary.known

    @property
    def words(self) -> frozenset[str]:
        """Stems of the words that name or describe it."""
        return frozenset(self.vocabulary.content(normalise(self.origin.name).split()))


def states_of(p: Proposition) -> frozenset[str]:
    """Return the states that the nearest source of a statement speaks for."""
    reasons = p.statement.sources[0].reasons if p.statement.sources else ()
    return frozenset(r.words for r in reasons if r.rule in _FOR_STATE and r.words)


def quoted_in(p: Proposition) -> tuple[tuple[str, ...], ...]:
    """Return the words of a statement, folded, if they are quoted; else nothing."""
    return (p.folded,) if p.statement.quotation in {"direct", "mixed"} else ()


def joined(one: Told, other: Told) -> Told:
    """Return one with what was found with another that is the same source."""
    reasons = tuple(dict.fromkeys((*one.origin.reasons, *other.origin.reasons)))
    origin = one.origin
    if reasons != origin.reasons:
        origin = origin.model_copy(update={"reasons": reasons})
    return replace(
        one,
        origin=origin,
        states=one.states | other.states,
        quoted=one.quoted + other.quoted,
        described=one.described | other.described,
        said=one.said + other.said,
        sides=tuple(dict.fromkeys(one.sides + other.sides)),
    )


def are_others(one: Told, other: Told) -> bool:
    """Tell whether one of two is told of as another: "un autre responsable"."""
    words = {*normalise(one.origin.name).split()} ^ {*normalise(other.origin.name).split()}
    return not words.isdisjoint(one.vocabulary.further)
