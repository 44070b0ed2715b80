"""The statements of a case as propositions: kept from an earlier build, or read.

What a proposition is follows from its report and from whom the report's names name; both decide
under what it is kept.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from sys import intern
from typing import Any

import orjson

from recoupe.linking.claims.composing import Named, names_of, of_report
from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.linking.terms.polarity import Signs
from recoupe.model import Statement


def propositions(reports: Iterable[Report], entities: Entities) -> tuple[Proposition, ...]:
    """Return the statements of a case as propositions, in the order of the case.

    Args:
        reports: In any order.
        entities: The named things of the case.
    """
    reports = tuple(reports)
    spoken = {r.document.language: r.vocabulary for r in reports}
    known = names_of(entities, [spoken[language] for language in sorted(spoken)])
    found = (p for report in reports for p in _of_report(report, entities, known))
    return tuple(sorted(found, key=lambda p: p.place))


def _of_report(
    report: Report, entities: Entities, known: Mapping[str, Named]
) -> Iterable[Proposition]:
    if report.kept is None:
        return of_report(report, entities, known)
    seen = _seen(report, entities, known)
    told = report.kept.recall("propositions", seen)
    if told is not None:
        statements = report.reading.statements
        return (_recalled(report, s, held, known) for s, held in zip(statements, told, strict=True))
    made = list(of_report(report, entities, known))
    report.kept.keep("propositions", [_values(p) for p in made], seen)
    return made


def _seen(report: Report, entities: Entities, known: Mapping[str, Named]) -> str:
    """Return what the propositions of a report follow from beside it: whom its names name."""
    named = entities.named.get(report.id, ())
    sources = [entities.sources[statement.id][:1] for statement in report.reading.statements]
    meant = {*(entity for _, entity in named), *(e for source in sources for e in source if e)}
    about = {e: (known[e].kind, sorted(known[e].words), known[e].id) for e in meant}
    told = (named, about, sources)
    return orjson.dumps(told, default=list, option=orjson.OPT_SORT_KEYS).decode()


def _values(p: Proposition) -> list[Any]:
    """Return what is kept of a proposition: what does not follow from the case's entities."""
    return [_SHOWN.get(name, _same)(getattr(p, name)) for name in _FIELDS]


def _recalled(
    report: Report, statement: Statement, held: Sequence[Any], known: Mapping[str, Named]
) -> Proposition:
    """Return the proposition of a statement that was kept so."""
    place = (report.place, statement.content.start, statement.id)
    read = list(held)
    for at, of in _TURNED:
        read[at] = of(read[at])
    called = [known[name] for name in read[_NAMES]]
    # What its names are follows from the case: it stands behind them.
    read[_NAMES + 1 : _NAMES + 1] = tuple(n.kind for n in called), tuple(n.words for n in called)
    return Proposition(place, statement, report, *read)


def _same(value: Any) -> Any:
    return value


def _words(told: Iterable[str]) -> tuple[str, ...]:
    # Words of a pile repeat, and what is read from a file has each anew.
    return tuple(map(intern, told))


def _set(told: Iterable[str]) -> frozenset[str]:
    return frozenset(map(intern, told))


def _tuples(told: Iterable[Sequence[str]]) -> frozenset[Any]:
    return frozenset(_words(one) for one in told)


def _show_figure(figure: Figure) -> tuple[str | None, ...]:
    """Return a figure in words: JSON has none for what is beyond all bounds."""
    return figure[0], *(None if value is None else repr(value) for value in figure[1:])


def _figure(told: Sequence[str | None]) -> Figure:
    low, high = (None if value is None else float(value) for value in told[1:])
    return intern(told[0] or ""), low, high


_SHOWN: Mapping[str, Callable[[Any], Any]] = {
    "figures": lambda figures: [_show_figure(figure) for figure in figures],
    "counted": lambda counted: [(_show_figure(f), terms) for f, terms in counted.items()],
    "signs": lambda signs: (signs.denied, signs.marked),
}
"""How the fields of a proposition are kept that JSON can't hold as they are."""
_READ: Mapping[str, Callable[[Any], Any]] = {
    "folded": _words,
    "terms": lambda told: dict(zip(_words(told), _words(told.values()), strict=True)),
    "names": _words,
    "figures": lambda told: frozenset(map(_figure, told)),
    "replaced": lambda told: tuple((at, intern(mark)) for at, mark in told),
    "corrected": lambda told: tuple((at, intern(mark)) for at, mark in told),
    "counted": lambda told: {_figure(figure): _set(terms) for figure, terms in told},
    "times": _tuples,
    "affirmed": _set,
    "signs": lambda told: Signs(_set(told[0]), _set(told[1])),
    "statuses": _tuples,
    "roles": lambda told: frozenset(
        (intern(kind), intern(role), intern(who) if isinstance(who, str) else _set(who))
        for kind, role, who in told
    ),
}
"""How those are read again that JSON gives back otherwise than they were."""
_FIELDS = [f.name for f in fields(Proposition)[3:] if f.name not in {"kinds", "called"}]
"""What is kept: all but its place, statement and report, and what its names are."""
_NAMES = _FIELDS.index("names")
_TURNED = [(at, _READ[name]) for at, name in enumerate(_FIELDS) if name in _READ]
