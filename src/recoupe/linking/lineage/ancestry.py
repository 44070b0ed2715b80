"""Of all that a report might draw on, what it needs.

A reprint shares its text with the wire and with every other reprint of it. What explains most
of a report is its parent; another is one only for what the first leaves unexplained.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recoupe.linking.citations import Cited
from recoupe.linking.judgements.lineage import DRAWS
from recoupe.linking.lineage.direction import UNDECIDED
from recoupe.linking.lineage.passages import Overlap
from recoupe.linking.lineage.retold import Retold
from recoupe.linking.reports import Report
from recoupe.model import Reason

_NEW = 20
"""Words that a further parent must explain beyond those before it."""
_MORE = 6
"""A copy is the parent instead of what it copies only for so many words more."""
_HALF = 0.5
_PUT_TOGETHER = "put-together"
_GUESSED, _GUESS = frozenset({UNDECIDED, _PUT_TOGETHER}), 12
"""A parent whose direction is a guess counts for so many words less."""


@dataclass(frozen=True)
class Draft:
    """An edge under consideration.

    Attributes:
        report: The one that draws.
        on: What it draws on.
        overlap: Passages in common, those of ``report`` first.
        direction: Why this way round.
        cited: The citation of ``on`` in ``report``, if there is one.
        retold: That it tells ``on`` again in other words, if it does.
    """

    report: Report
    on: Report
    overlap: Overlap
    direction: Reason
    cited: Cited | None
    retold: Retold | None = None

    @property
    def told(self) -> bool:
        """Whether somebody says so: the report itself, or who checked it."""
        return self.cited is not None or self.direction.rule == DRAWS

    @property
    def share(self) -> float:
        """Share of the report's words that stand in what it draws on."""
        # Who says that one draws on another may say so of a page without a body.
        return self.overlap.matched / max(len(self.report.body), 1)

    @property
    def explains(self) -> int:
        """Roughly how many words of the report its parent explains; fewer where it is a guess."""
        told = int(self.retold.share * len(self.report.body)) if self.retold else 0
        return max(self.overlap.own, told) - (_GUESS if self.direction.rule in _GUESSED else 0)


def compilers_turned(drafts: Iterable[Draft]) -> list[Draft]:
    """Turn undecided edges by what one report has more than the other.

    Where the longer report holds most of the shorter one and what it has more comes from a
    third, somebody put the two together: the longer draws on the shorter, and not the other
    way round.
    """
    drafts = list(drafts)
    drawn: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.direction.rule != UNDECIDED:
            drawn[draft.report.id].append(draft)
    return [_turned(d, drawn[d.on.id]) if d.direction.rule == UNDECIDED else d for d in drafts]


def _turned(draft: Draft, others: Sequence[Draft]) -> Draft:
    if draft.share < _HALF:
        return draft
    back = draft.overlap.turned()
    covered = _mask(len(draft.on.body), back)
    for other in others:
        more = int((_mask(len(draft.on.body), other.overlap) & ~covered).sum())
        if other.on is not draft.report and more >= _NEW:
            why = Reason(rule=_PUT_TOGETHER, words=f"{more} · {other.on.document.file}")
            return replace(draft, report=draft.on, on=draft.report, overlap=back, direction=why)
    return draft


def _mask(length: int, overlap: Overlap) -> NDArray[np.bool_]:
    mask = np.zeros(length, np.bool_)
    for p in overlap.passages:
        mask[slice(*p.one)] = True
    return mask


def explained(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep the parents that explain a report's matter, without those they make needless."""
    by_report: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_report[draft.report.id].append(draft)
    parents = {name: {d.on.id for d in options} for name, options in by_report.items()}
    kept: list[Draft] = []
    for options in by_report.values():
        kept += _needed(_ranked(options, parents))
    return kept


def _ranked(options: Sequence[Draft], parents: dict[str, set[str]]) -> list[Draft]:
    """Put what explains most first, an original before its copy."""
    if any(d.share >= _HALF and not d.retold for d in options):
        # What stands there word for word need not be told again.
        options = [d for d in options if d.told or not d.retold]
    ranked = sorted(options, key=lambda d: (-d.explains, d.cited is None, d.on.place))
    near = [d for d in ranked if ranked[0].explains - d.explains < _MORE]
    roots = [d for d in near if not any(o.on.id in parents.get(d.on.id, ()) for o in near)]
    if roots:
        ranked.remove(roots[0])
        ranked.insert(0, roots[0])
    return ranked


def _needed(ranked: Sequence[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    covered = np.zeros(len(ranked[0].report.body), np.bool_)
    for draft in ranked:
        new = 0
        for p in draft.overlap.passages:
            fresh = int((~covered[slice(*p.one)]).sum())
            new += p.own * fresh // (p.one[1] - p.one[0])
        # What is told again cannot be laid beside other passages word by word: one such
        # parent is enough.
        needed = new >= _NEW if not draft.retold else not any(d.retold for d in kept)
        if not kept or draft.told or needed:
            kept.append(draft)
            covered |= _mask(len(covered), draft.overlap)
    return kept
