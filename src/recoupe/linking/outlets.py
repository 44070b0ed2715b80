"""Outlets and agencies of a case: those that publish in it and those that it names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.names import outlet_keys, pieces
from recoupe.compare.texts import fold, plain
from recoupe.linking.headed import by_head
from recoupe.linking.reports import Report
from recoupe.model import Citation, Reason, Span

NAMES_OUTLET = "names-outlet"
_LAST_INITIAL = re.compile(r"(\w)\w* $")
_FIRST_WORD = re.compile(r"^([a-zà-ÿ]+)(?: |['’])(?=\w)")
_OPENING = re.compile(r"^([A-ZÀ-Ý][a-zà-ÿ]*)(?: |['’])(?=[a-zà-ÿ])")


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
        articles = frozenset(word for r in reports for word in r.vocabulary.outlets)
        self._kinds = articles | frozenset(word for r in reports for word in r.vocabulary.press)
        grammar = frozenset(word for r in reports for word in r.vocabulary.stop)
        self._small = (articles, grammar)
        bare = articles & frozenset(word for r in reports for word in r.vocabulary.leading)
        self._nouns = articles - bare
        self._of = frozenset(word for r in reports for word in r.vocabulary.of_whom)
        cited = Counter(self._proper(c.name) for r in reports for c in r.reading.citations)
        groups = _connected({name: outlet_keys(name, *self._small) for name in published | cited})
        headed = by_head(reports)
        self._by_head: dict[str, Outlet] = {}
        self._by_key: dict[str, Outlet] = {}
        # The sources of a case have the same names again and again.
        self._found: dict[str, Outlet | None] = {}
        self._written: list[tuple[str, re.Pattern[str], Outlet]] = []
        for names, keys in _with_short_forms(groups, published):
            name = min(names, key=lambda n: (-published[n], -cited[n], -len(n), n))
            named = {r.id for key in keys for r in headed.get(key, ())}
            by_it = tuple(r for r in reports if r.outlet in names or r.id in named)
            outlet = Outlet(min(keys, key=lambda k: (len(k), k)), name, by_it)
            self._by_key |= dict.fromkeys(keys, outlet)
            self._by_head |= {r.id: outlet for r in by_it if r.outlet is None}
            if by_it:
                self._written += [
                    (max(pieces(n), key=len), _pattern(n, bare), outlet) for n in names if pieces(n)
                ]
        self._written.sort(key=lambda w: w[1].pattern)

    def find(self, name: str) -> Outlet | None:
        """Return the outlet that goes by a name, if the case knows one."""
        if name not in self._found:
            keys = outlet_keys(self._proper(name), *self._small) & self._by_key.keys()
            self._found[name] = self._by_key[min(keys)] if keys else None
        return self._found[name]

    def of(self, report: Report) -> Outlet | None:
        """Return who published a report, if that is known."""
        return self.find(report.outlet) if report.outlet else self._by_head.get(report.id)

    def _proper(self, name: str) -> str:
        """Return a name without the kind of outlet before it: "agence de presse X" is X."""
        bare, (articles, grammar) = name, self._small
        # "L'agence X": the article has the capital that begins a sentence.
        if (opening := _OPENING.match(name)) and fold(opening.group(1)) in articles & grammar:
            bare = name[opening.end() :]
        before = ""
        while (first := _FIRST_WORD.match(bare)) and (word := fold(first.group(1))) in self._kinds:
            if word in self._of and before in self._nouns and bare[first.end()].isupper():
                return name  # "un quotidien de Riga"
            bare, before = bare[first.end() :], word
        return bare if bare[:1].isupper() else name

    def cited_by(self, report: Report) -> list[tuple[Outlet, tuple[Citation, ...]]]:
        """Return the outlets that a report names, each with the words that do.

        Beside the citations that extraction found, which come first, any words
        that name an outlet which publishes in the case are returned, with the rule
        ``names-outlet``. A report does not cite its own outlet.
        """
        own = self.of(report)
        found: dict[str, tuple[Outlet, list[Citation]]] = {}
        cited = sorted(report.reading.citations, key=lambda c: (c.span, c.name))
        named = list(self._named(report))
        citations = [(self._meant(_whole(c, named), report), c) for c in cited]
        every = [*citations, *named]
        citations = [(self._in_full(outlet, every), c) for outlet, c in citations]
        for outlet, citation in (*citations, *named):
            if outlet and outlet is not own:
                found.setdefault(outlet.key, (outlet, []))[1].append(citation)
        return [(found[key][0], tuple(found[key][1])) for key in sorted(found)]

    def _meant(self, citation: Citation, report: Report) -> Outlet | None:
        """Return the outlet that a citation names, None where it names none or its own."""
        called = pieces(citation.name)
        if all(word in self._small[0] for word in called):
            return None  # "le journal"
        own = pieces(report.outlet or "")
        if len(called) == 1 and called[0] == "".join(word[0] for word in own):
            return None  # "(FD)" in a report by Francophonie Dépêches
        if _named_shortly(called, own, self._small[0]):
            return None  # "au Courrier" in a report by Le Courrier de la Vallée
        before = report.document.text[: citation.span.start][-20:].split()
        persons = (m.span for m in report.reading.mentions if m.schema_name == "Person")
        byline = before and fold(before[-1]) in report.vocabulary.bylines
        if byline and any(span.covers(citation.span) for span in persons):
            return None  # "Par" and who wrote it
        return self.find(citation.name)

    def _in_full(
        self, short: Outlet | None, cited: Sequence[tuple[Outlet | None, Citation]]
    ) -> Outlet | None:
        """Return the outlet whose name a report also gives in full: "La Voix", "La Voix du Cap"."""
        # "RMC" is not cut short: "RMC Découverte" is another.
        if short is None or short.reports or short.name.isupper():
            return short
        fuller = {
            outlet.key: outlet
            for outlet, _ in cited
            if outlet and _named_shortly(pieces(short.name), pieces(outlet.name), self._small[0])
        }
        return next(iter(fuller.values())) if len(fuller) == 1 else short

    def _named(self, report: Report) -> Iterator[tuple[Outlet, Citation]]:
        text = report.document.text
        folded = plain(text) if self._written else ""
        for probe, pattern, outlet in self._written:
            # The probe spares most searches.
            if probe in folded:
                for match in pattern.finditer(text):
                    # The name of something else ends so: "la Coupe du Monde".
                    before = _LAST_INITIAL.search(text, max(0, match.start() - 40), match.start())
                    if match["drawn"] and before and before[1].isupper():
                        continue
                    span = Span(match.start("name"), match.end())
                    reason = Reason(rule=NAMES_OUTLET, words=match.group("name"), span=span)
                    yield outlet, Citation(span=span, name=match.group("name"), reason=reason)


def _whole(citation: Citation, named: Sequence[tuple[Outlet, Citation]]) -> Citation:
    """Return a citation with the whole name that stands there, where an outlet has it.

    Of "L'Essor économique" reading may have taken the first word.
    """
    return next(
        (n for _, n in named if n.span.covers(citation.span) and n.span != citation.span), citation
    )


def is_credit(report: Report, citation: Citation) -> bool:
    """Tell whether a citation is a credit for the whole report, rather than for one sentence.

    A credit stands outside the report's paragraphs, or extraction found it by
    a rule for credits ("avec AFP", "(Reuters)").
    """
    return "credit" in citation.reason.rule or not any(
        span.covers(citation.span) for span in report.reading.body
    )


def _named_shortly(called: tuple[str, ...], own: tuple[str, ...], articles: frozenset[str]) -> bool:
    """Tell whether words are those with which an outlet's name begins, articles apart."""
    bare, full = (
        [word for at, word in enumerate(name) if at or word not in articles]
        for name in (called, own)
    )
    return bool(bare) and len(bare) < len(full) and full[: len(bare)] == bare


def _pattern(name: str, articles: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a name in a text as it is written, whatever its apostrophe.

    A name of several words is found without its article ("au Washington
    Post"); one of a single word needs it, or the article drawn into a preposition
    ("les informations du Point"), or "Le Point" were found at each "point". A name that has
    no article is found within a sentence only, where its capital tells. The noun of a kind is
    none: "Journal" is a part of "Journal des exportateurs".

    Args:
        name: The name.
        articles: Folded.
    """
    written = re.findall(r"\w+", name)
    short = len(written) == 2 and fold(written[0]) in articles
    if len(written) > 2 and fold(written[0]) in articles:
        written = written[1:]
    rest = "".join(rf"[\s’'.-]+{re.escape(word)}" for word in written[1:])
    if len(written) == 1:
        return re.compile(rf"(?<=[\w,;:’'(«] )(?P<name>{re.escape(written[0])})\b(?P<drawn>)?")
    first = f"(?i:{re.escape(written[0][0])}){re.escape(written[0][1:])}"
    drawn = (
        rf"(?<=\w )(?P<drawn>(?:du|au)\s{re.escape(written[1])})\b" if short else "(?P<drawn>$^)"
    )
    return re.compile(rf"(?P<name>\b{first}{rest}\b|{drawn})")


def _with_short_forms(
    groups: list[tuple[set[str], set[str]]], published: Counter[str]
) -> list[tuple[set[str], set[str]]]:
    """Join a name that nobody publishes under to the one that it begins, if there is one only.

    "Radio X" is short for "Radio X International" where the case holds reports of the
    latter; a name of one word is short for nothing.
    """
    begins: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, (names, _) in enumerate(groups):
        for long in names & published.keys():
            for length in range(2, len(pieces(long))):
                begins[pieces(long)[:length]].add(place)
    kept = []
    for names, keys in groups:
        fuller = {place for name in names for place in begins.get(pieces(name), ())}
        if len(fuller) == 1 and not names & published.keys():
            full = groups[fuller.pop()]
            full[0].update(names)
            full[1].update(keys)
        else:
            kept.append((names, keys))
    return kept


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
