"""Log-linear mappings: what speaks for each type, learnt from annotated reports.

Multinomial logistic regression for one type of many, binary ones for relations, both by
stochastic gradients with a rate for each weight (Duchi, Hazan and Singer 2011, "Adaptive
Subgradient Methods", JMLR 12). Weights are kept as text, one line a clue.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]
_STEP = 0.3
_SEED = 1


@dataclass(frozen=True, slots=True)
class Case:
    """Something whose type is known: the clues that it shows, and the types that are right."""

    clues: tuple[str, ...]
    right: frozenset[str]
    among: frozenset[str] = frozenset()


class Weights:
    """Weights of clues for types.

    Args:
        types: The types, in the order of the columns.
        rows: A row of weights for each clue.
    """

    def __init__(self, types: Sequence[str], rows: dict[str, Floats]) -> None:
        self.types = tuple(types)
        self._rows = rows
        self._none = np.zeros(len(types), dtype=np.float32)

    def scores(self, clues: Iterable[str]) -> Floats:
        """Return the score of each type, not yet a probability."""
        total = self._none.copy()
        for clue in clues:
            row = self._rows.get(clue)
            if row is not None:
                total += row
        return total

    def leaning(
        self, shares: Mapping[str, float], power: float, always: Sequence[str]
    ) -> "Weights":
        """Return weights that lean towards rare types: macro-F1 counts each type as much.

        Args:
            shares: How often each type was right, of those to lean towards.
            power: Power of a type's share that its chance is divided by.
            always: The clues of which each case shows one.
        """
        lean = np.array(
            [-power * np.log(shares[t]) if shares.get(t) else 0 for t in self.types],
            dtype=np.float32,
        )
        rows = {**self._rows, **{c: self._rows[c] + lean for c in always if c in self._rows}}
        return Weights(self.types, rows)

    def save(self, path: Path, least: float = 0.1) -> None:
        """Write the weights that matter: a line a clue, its types with hundredths."""
        lines = [" ".join(self.types)]
        for clue, row in sorted(self._rows.items()):
            kept = [
                f"{at}:{round(100 * float(value))}"
                for at, value in enumerate(row)
                if abs(value) >= least
            ]
            if kept:
                lines.append("\t".join([clue, " ".join(kept)]))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Weights":
        """Load what :meth:`save` wrote."""
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        types = head.split()
        rows: dict[str, Floats] = {}
        for line in lines:
            clue, _, told = line.partition("\t")
            row = np.zeros(len(types), dtype=np.float32)
            for pair in told.split():
                at, _, value = pair.partition(":")
                row[int(at)] = int(value) / 100
            rows[clue] = row
        return cls(types, rows)


def softmax(scores: Floats) -> Floats:
    """Return scores as probabilities that sum to 1."""
    raised: Floats = np.exp(scores - scores.max())
    chances: Floats = raised / raised.sum()
    return chances


def sigmoid(scores: Floats) -> Floats:
    """Return each score as a probability of its own."""
    chances: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return chances


def learn(
    cases: Sequence[Case],
    types: Sequence[str],
    *,
    many: bool,
    epochs: int,
    least: int = 2,
    shrink: float = 1e-5,
) -> Weights:
    """Learn weights.

    Args:
        cases: What to learn from.
        types: All types there are.
        many: Whether several types may be right at once; else just one is.
        epochs: How often to go through the cases.
        least: In how many cases a clue must occur to count.
        shrink: Pull of each weight towards 0.
    """
    seen = Counter(clue for case in cases for clue in case.clues)
    names = {clue: at for at, clue in enumerate(c for c, n in seen.items() if n >= least)}
    column = {name: at for at, name in enumerate(types)}
    table = np.zeros((len(names), len(types)), dtype=np.float32)
    squares = np.full_like(table, 1e-2)
    ready = []
    for case in cases:
        rows = np.array([names[c] for c in case.clues if c in names], dtype=np.int64)
        right = np.zeros(len(types), dtype=np.float32)
        right[[column[name] for name in case.right]] = 1
        open_ = np.ones(len(types), dtype=np.float32)
        if case.among:
            open_ = np.zeros(len(types), dtype=np.float32)
            open_[[column[name] for name in case.among]] = 1
        ready.append((rows, right, open_))
    chance = random.Random(_SEED)
    for _ in range(epochs):
        chance.shuffle(ready)
        for rows, right, open_ in ready:
            total = table[rows].sum(axis=0)
            off = (sigmoid(total) if many else softmax(total)) - right
            slope = off * open_ + shrink * table[rows]
            squares[rows] += slope * slope
            table[rows] -= _STEP * slope / np.sqrt(squares[rows])
    return Weights(types, {clue: table[at] for clue, at in names.items()})
