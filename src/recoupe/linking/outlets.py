"""Outlets and agencies of a case: those that publish in it and those that it names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.names import outlet_keys, pieces
from recoupe.compare.texts import fold, plain
from recoupe.linking.reports import Report
from recoupe.model import Citation, Reason, Span

NAMES_OUTLET = "names-outlet"


@dataclass(frozen=True)
class Outlet:
    """One outlet or agency under all the names it goes by in the case.

    Attributes:
        key: Identity within the case.
        name: As shown: the name under which it publishes, else as most cited.
        reports: What it published in the case, in the order of the case.
    """

    key: str
    name: str
    reports: tuple[Report, ...]


class Outlets:
    """Every outlet of a case, found by any of its names.

    Args:
        reports: In the order of the case.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        published = Counter(r.outlet for r in reports if r.outlet)
        cited = Counter(c.name for r in reports for c in r.reading.citations)
        articles = frozenset(word for r in reports for word in r.vocabulary.outlets)
        grammar = frozenset(word for r in reports for word in r.vocabulary.stop)
        self._small = (articles, grammar)
        groups = _connected({name: outlet_keys(name, *self._small) for name in published | cited})
        self._by_key: dict[str, Outlet] = {}
        self._written: list[tuple[str, re.Pattern[str]]] = []
        for names, keys in groups:
            name = min(names, key=lambda n: (-published[n], -cited[n], -len(n), n))
            by_it = tuple(r for r in reports if r.outlet in names)
            outlet = Outlet(min(keys, key=lambda k: (len(k), k)), name, by_it)
            self._by_key |= dict.fromkeys(keys, outlet)
            if by_it:
                self._written += [(max(pieces(n), key=len), _pattern(n, articles)) for n in names]
        self._written.sort(key=lambda w: w[1].pattern)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet that goes by a name, if the case knows one."""
        keys = sorted(outlet_keys(name, *self._small) & self._by_key.keys())
        return self._by_key[keys[0]] if keys else None

    def of(self, report: Report) -> Outlet | None:
        """Return who published a report, if that is known."""
        return self.find(report.outlet) if report.outlet else None

    def cited_by(self, report: Report) -> list[tuple[Outlet, Citation]]:
        """Return the outlets that a report names, each with the first words that do.

        Beside the citations that extraction found, any words that name an
        outlet which publishes in the case are returned, with the rule
        ``names-outlet``. A report does not cite its own outlet.
        """
        own = self.of(report)
        found: dict[str, tuple[Outlet, Citation]] = {}
        named = sorted(report.reading.citations, key=lambda c: (c.span, c.name))
        for citation in (*named, *self._named(report)):
            outlet = self.find(citation.name)
            if outlet and outlet is not own:
                found.setdefault(outlet.key, (outlet, citation))
        return [found[key] for key in sorted(found)]

    def _named(self, report: Report) -> Iterator[Citation]:
        text = report.document.text
        folded = plain(text) if self._written else ""
        for probe, pattern in self._written:
            # The probe spares most searches.
            if probe in folded and (match := pattern.search(text)):
                span = Span(match.start(), match.end())
                reason = Reason(rule=NAMES_OUTLET, words=match.group(), span=span)
                yield Citation(span=span, name=match.group(), reason=reason)


def is_credit(report: Report, citation: Citation) -> bool:
    """Tell whether a citation is a credit for the whole report, rather than for one sentence.

    A credit stands outside the report's paragraphs, or extraction found it by
    a rule for credits ("avec AFP", "(Reuters)").
    """
    return "credit" in citation.reason.rule or not any(
        span.covers(citation.span) for span in report.reading.body
    )


def _pattern(name: str, articles: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a name in a text as it is written, whatever its apostrophe.

    A name of several words is found without its article ("au Washington
    Post"); one of a single word needs it, or "Le Point" were found at each "point".
    """
    written = re.findall(r"\w+", name)
    if len(written) > 2 and fold(written[0]) in articles:
        written = written[1:]
    first = f"(?i:{re.escape(written[0][0])}){re.escape(written[0][1:])}"
    rest = "".join(rf"[\s’'.-]+{re.escape(word)}" for word in written[1:])
    return re.compile(rf"\b{first}{rest}\b")


def _connected(keys_of: dict[str, frozenset[str]]) -> list[tuple[set[str], set[str]]]:
    """Group names that share a key, directly or through others."""
    groups: list[tuple[set[str], set[str]]] = []
    for name in sorted(keys_of):
        if not keys_of[name]:
            continue
        merged: tuple[set[str], set[str]] = ({name}, set(keys_of[name]))
        apart = []
        for group in groups:
            if group[1] & merged[1]:
                merged = (merged[0] | group[0], merged[1] | group[1])
            else:
                apart.append(group)
        groups = [*apart, merged]
    return groups
