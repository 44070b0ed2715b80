"""The types of words and names: a log-linear mapping from what our reading shows of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from recoupe.evaluation.popcorn.reading import Read
from recoupe.evaluation.popcorn.units import NOTHING, Unit, label
from recoupe.evaluation.popcorn.weights import Case, Floats, Weights, learn, softmax
from recoupe.model import Span

_EPOCHS = 12
_FORM = ("right",)
_ALWAYS = ("*", "*name", "*time", "*measure")


@dataclass(frozen=True, slots=True)
class Typed:
    """A unit with what it may be.

    Attributes:
        unit: The unit.
        chances: A probability for each type, in the order of the weights' types.
    """

    unit: Unit
    chances: Floats


@dataclass(frozen=True, slots=True)
class Typing:
    """Weights for the types of one layer, and for where their phrases end."""

    types: Weights
    forms: Weights

    def typed(self, units: Iterable[Unit]) -> Iterator[Typed]:
        """Yield each unit with its chances."""
        for unit in units:
            yield Typed(unit, softmax(self.types.scores(unit.clues)))

    def leaning(self, shares: Mapping[str, float], power: float) -> "Typing":
        """Return the mapping leaning towards rare types: see :meth:`Weights.leaning`."""
        return Typing(self.types.leaning(shares, power, _ALWAYS), self.forms)

    def span(self, unit: Unit, kind: str, text: str) -> Span:
        """Return the likeliest span of a unit of one type."""
        if len(unit.spans) == 1:
            return unit.core
        best = max(
            unit.spans, key=lambda f: float(self.forms.scores(_form(unit, f, kind, text))[0])
        )
        return unit.spans[best]

    def save(self, folder: Path, name: str) -> None:
        """Write both tables."""
        self.types.save(folder / f"{name}.tsv", least=0.2)
        self.forms.save(folder / f"{name}_spans.tsv", least=0.2)

    @classmethod
    def load(cls, folder: Path, name: str) -> "Typing":
        """Load what :meth:`save` wrote."""
        return cls(Weights.load(folder / f"{name}.tsv"), Weights.load(folder / f"{name}_spans.tsv"))


def _form(unit: Unit, form: str, kind: str, text: str) -> tuple[str, ...]:
    words = unit.spans[form].of(text).lower()
    last, head = words.split()[-1] if words.split() else "", unit.head.token.lemma_.lower()
    named = "name " if unit.name is not None else ""
    return (
        f"{named}{form}",
        f"{named}{form} {kind}",
        f"{form} head={head}",
        f"{form} last={last}",
        f"words={words}",
        f"{form} {unit.head.token.pos_} {kind}",
    )


Marked = Sequence[tuple[Span, str]]


def learn_typing(
    reports: Iterable[tuple[Read, Sequence[Unit], Marked]], types: Sequence[str]
) -> Typing:
    """Learn the mapping of one layer.

    Args:
        reports: Each with its units and its annotated spans with their types.
        types: The types of the layer.
    """
    kinds: list[Case] = []
    forms: list[Case] = []
    for held, units, marked in reports:
        for unit in units:
            kind, right = label(unit, marked)
            kinds.append(Case(unit.clues, frozenset((kind,))))
            if kind == NOTHING or len(unit.spans) == 1:
                continue
            for form in unit.spans:
                told = frozenset(_FORM) if form == right else frozenset[str]()
                forms.append(Case(_form(unit, form, kind, held.text), told))
    return Typing(
        learn(kinds, (NOTHING, *types), many=False, epochs=_EPOCHS),
        learn(forms, _FORM, many=True, epochs=_EPOCHS),
    )


def likeliest(chances: Floats, types: Sequence[str], weight: float) -> str:
    """Return the likeliest type, ``weight`` times what speaks for none taken off."""
    held = chances.copy()
    held[types.index(NOTHING)] *= weight
    return types[int(np.argmax(held))]
