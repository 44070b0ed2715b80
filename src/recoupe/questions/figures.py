"""What figures are told of one thing, by whom, of what action, for which time.

They stand beside each other and are never added up: what was promised, delivered and destroyed
are three counts, and two origins may well count the same pieces.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from recoupe.compare.dates import days, disjoint
from recoupe.compare.names import normalise
from recoupe.ledger import published
from recoupe.model import Case, Document, Event, Quantity, Reason, Statement
from recoupe.questions.counted import counted_thing, with_counted
from recoupe.questions.series import Series, Standing, ToldFigure, Verdict
from recoupe.questions.speaking import Speaking

_Given = tuple[Document, Statement, Quantity]
_Found = tuple[Verdict, Reason]
_Key = tuple[str, float | None, float | None, str | None]
"""Claim, bounds and unit."""
_RULES: dict[str, Verdict] = {
    "other-figures": "contradictory",
    "other-action": "incomparable",
    "other-period": "incomparable",
    "other-unit": "incomparable",
    "counted-anew": "older",
}
"""How the other claim's figure stands where linking bound two claims by a rule."""
_INVERSE: dict[Verdict, Verdict] = {"older": "newer"}
"""How one's own stands to the other's, where it differs."""
_MOST = 300
"""Figures of one series beyond which only what linking found is told of each two of them."""
_ROUNDING = 0.05
"""Share by which a figure that the text calls approximate may be off."""


def figures(case: Case, thing: str = "") -> tuple[Series, ...]:
    """Return the things of which at least two claims give figures, most origins first.

    Args:
        case: The case.
        thing: Only series of things that hold these words, whatever their case and accents.
    """
    told = _Told(case)
    found = (_series(one, told) for one in told.things())
    wanted = normalise(thing)
    kept = (
        one
        for one in found
        if wanted in normalise(one.thing) or any(wanted in normalise(f.words) for f in one.figures)
    )
    return tuple(sorted(kept, key=lambda s: (-len(s.origins), -len(s.figures), s.thing)))


class _Told:
    """The figures of a case with what linking says of their claims."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._claim_of = {s: claim for claim in case.links.claims for s in claim.statements}
        self._speaking = Speaking(case)

    def things(self) -> Iterator[tuple[str, list[ToldFigure]]]:
        """Yield what at least two claims count, with their figures in the order of the case."""
        words: dict[str, Counter[str]] = defaultdict(Counter)
        # By thing, then by claim and bounds: whatever repeats a claim's figure gives it again.
        held: dict[str, dict[_Key, list[_Given]]] = defaultdict(dict)
        for document in self._case.documents:
            reading = self._case.readings.get(document.id)
            for statement, quantity in _innermost(reading.statements if reading else ()):
                counted = counted_thing(quantity, document)
                if counted is None or (quantity.low is None and quantity.high is None):
                    continue
                term, word = counted
                words[term][word] += 1
                key = (self._claim(statement), quantity.low, quantity.high, quantity.unit)
                held[term].setdefault(key, []).append((document, statement, quantity))
        for term, by_claim in held.items():
            if len({claim for claim, *_ in by_claim}) > 1:
                figures = [self._figure(given) for given in by_claim.values()]
                yield words[term].most_common(1)[0][0], figures

    def _claim(self, statement: Statement) -> str:
        claim = self._claim_of.get(statement.id)
        return claim.id if claim else statement.id

    def _figure(self, given: Sequence[_Given]) -> ToldFigure:
        document, statement, quantity = given[0]
        claim = self._claim_of.get(statement.id)
        event = _event_of(statement, quantity)
        others = dict.fromkeys(s.id for _, s, _ in given if s.id != statement.id)
        return ToldFigure(
            statement=statement.id,
            claim=claim.id if claim else None,
            document=document.id,
            file=document.file,
            published=published(document, self._case.readings[document.id])[0],
            quantity=quantity,
            words=with_counted(quantity, document.text),
            who=self._speaking.chain(statement),
            factuality=statement.factuality,
            action=event.type if event else None,
            status=event.status if event else None,
            times=tuple(t.value for t in statement.times if t.role == "event" and t.value),
            origins=tuple(origin.id for origin in claim.origins) if claim else (),
            again=tuple(others),
        )

    def related(self, told: Sequence[ToldFigure]) -> dict[tuple[int, int], _Found]:
        """Return what linking found between the claims of figures, where it is about figures.

        Args:
            told: The figures of one thing.

        Returns:
            By the places of two of them, how the second stands to the first.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for place, figure in enumerate(told):
            places[figure.claim or ""].append(place)
        own: dict[tuple[int, int], _Found] = {}
        back: dict[tuple[int, int], _Found] = {}
        for here, figure in enumerate(told):
            claim = self._claim_of.get(figure.statement)
            for relation in claim.relations if claim else ():
                reason = next((r for r in relation.reasons if r.rule in _RULES), None)
                if reason is None:
                    continue
                verdict = _RULES[reason.rule]
                for there in places.get(relation.claim, ()):
                    own.setdefault((here, there), (verdict, reason))
                    back.setdefault((there, here), (_INVERSE.get(verdict, verdict), reason))
        return back | own


def standing_of(one: ToldFigure, other: ToldFigure) -> _Found | None:
    """Tell how two figures of one thing stand to each other, by what is told of each alone.

    Returns:
        None where they differ and nothing says why.
    """
    if one.quantity.unit != other.quantity.unit:
        units = " ≠ ".join(f.quantity.unit or "1" for f in (one, other))
        return "incomparable", Reason(rule="other-unit", words=units)
    here, there = _action(one), _action(other)
    if here and there and here != there:
        return "incomparable", Reason(rule="other-action", words=f"{here} ≠ {there}")
    if one.times and other.times and _apart(one.times, other.times):
        periods = " ≠ ".join(", ".join(f.times) for f in (one, other))
        return "incomparable", Reason(rule="other-period", words=periods)
    if here == there and _meet(one.quantity, other.quantity):
        return "compatible", Reason(rule="bounds-meet")
    return None


def _action(figure: ToldFigure) -> str:
    known = figure.action and figure.status and figure.status != "unknown"
    return f"{figure.action} {figure.status}" if known else ""


def _series(told: tuple[str, Sequence[ToldFigure]], case: _Told) -> Series:
    thing, figures = told
    standing: dict[int, list[Standing]] = defaultdict(list)
    related = case.related(figures)
    # All pairs of many would take too long.
    few = len(figures) <= _MOST
    for here, there in permutations(range(len(figures)), 2) if few else sorted(related):
        one, other = figures[here], figures[there]
        if verdict := related.get((here, there)) or standing_of(one, other):
            kind, reason = verdict
            standing[here].append(
                Standing(statement=other.statement, verdict=kind, reasons=(reason,))
            )
    placed = [f.model_copy(update={"standing": tuple(standing[n])}) for n, f in enumerate(figures)]
    # Stable: within one action the order of the case stays.
    placed.sort(key=lambda f: (f.action is None, f.action or "", f.status or ""))
    origins = dict.fromkeys(key for figure in placed for key in figure.origins)
    return Series(thing=thing, figures=tuple(placed), origins=tuple(origins))


def _innermost(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Quantity]]:
    """Yield each figure of a report once, with the shortest statement that gives it."""
    held: dict[object, tuple[Statement, Quantity]] = {}
    for statement in sorted(statements, key=lambda s: (s.content.end - s.content.start, s.id)):
        for quantity in statement.quantities:
            held.setdefault(quantity.span, (statement, quantity))
    return iter(sorted(held.values(), key=lambda pair: pair[1].span))


def _event_of(statement: Statement, quantity: Quantity) -> Event | None:
    """Return the event that the counted thing takes part in; of several, the first told."""
    counted = [span for span in (quantity.span, quantity.of) if span]
    for event in sorted(statement.events, key=lambda e: e.trigger):
        spans = [filler.span for fillers in event.roles.values() for filler in fillers]
        if any(span.overlaps(part) for span in spans for part in counted):
            return event
    return None


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether no two of the times of two figures have a day in common."""
    return all(disjoint(days(a), days(b)) for a in one for b in other)


def _meet(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures have a value in common, each as exact as its text makes it."""
    (low, high), (least, most) = _reach(one), _reach(other)
    return low <= most and least <= high


def _reach(quantity: Quantity) -> tuple[float, float]:
    slack = _ROUNDING if quantity.approximate else 0.0
    low = float("-inf") if quantity.low is None else quantity.low * (1 - slack)
    high = float("inf") if quantity.high is None else quantity.high * (1 + slack)
    return low, high
