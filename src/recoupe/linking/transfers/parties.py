"""Who gives and who receives: from the words that fill a role to a party of the case.

Precision first. A list that holds something that can't be a party was misread from there on; a
place beside somebody is where they are; a pronoun counts only where nobody else is named nearer.
What stays without a name is a party only if its words tell who ("négociant estonien", not "pays").
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.compare.names import normalise
from recoupe.compare.texts import plain, words
from recoupe.language.pack import codes, get_pack
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.model import Entity, Role, Span
from recoupe.model.transfer import Party

_ACTORS = frozenset(("Person", "Organization", "PublicBody", "Company", "LegalEntity"))
_PLACES = frozenset(("Address", "Country"))
_FEWEST_WORDS = 2
"""Words that a description must have to tell who is meant."""
_ENDINGS = ("", "s", "e", "es", "ne", "nes")
"""Of adjectives of nationality."""
_NEAR = 24
"""Characters before a noun that its figure stands in."""


@dataclass(frozen=True)
class _States:
    """Names of states, capitals and seats of power, normalised, to the state's name."""

    speaking: Mapping[str, str]
    pronouns: frozenset[str]
    several: frozenset[str]
    somebody: frozenset[str]
    apart: frozenset[str]
    speaking_for: frozenset[str]
    adjectives: Mapping[str, str]


@cache
def _states(language: str) -> _States:
    if language not in codes():
        nothing = frozenset[str]()
        return _States({}, nothing, nothing, nothing, nothing, nothing, {})
    pack = get_pack(language)
    leading = frozenset(pack.words("stopwords")["articles"])
    found: dict[str, set[str]] = {}
    adjectives: dict[str, set[str]] = {}
    for entry in pack.words("states")["states"].values():
        named = (entry["name"], *entry.get("with", ()), *entry.get("seats", ()))
        for name in (*named, entry.get("capital", "")):
            found.setdefault(normalise(name, leading), set()).add(entry["name"])
        forms = (entry["adjective"] + ending for ending in _ENDINGS)
        for form in (*forms, *entry.get("forms", ())):
            adjectives.setdefault(plain(form), set()).add(entry["name"])
    numbers = [
        n for part in ("units", "teens", "tens") for n in pack.words("numbers")[part].items()
    ]
    sources = pack.words("sources")
    nouns = (*sources["people"], *sources["bodies"], *sources["firms"])
    return _States(
        {name: min(told) for name, told in found.items() if name and len(told) == 1},
        frozenset(pack.words("event_grammar")["third_person"]),
        frozenset(plain(word) for word, value in numbers if value > 1),
        frozenset(normalise(noun, frozenset()) for noun in nouns),
        frozenset(plain(word) for word in pack.words("event_grammar")["apart"]),
        frozenset(normalise(n, frozenset()) for n in pack.words("event_grammar")["of_states"]),
        {form: min(told) for form, told in adjectives.items() if len(told) == 1},
    )


class Parties:
    """Finds the parties of transfers.

    Args:
        entities: The named things of the case.
        reports: Its reports.
    """

    def __init__(self, entities: Entities, reports: Sequence[Report]) -> None:
        self._entities = entities
        self._records = {record.id: record for record in entities.records}
        leading = frozenset[str]().union(*(report.vocabulary.leading for report in reports))
        self._by_name: dict[str, set[str]] = {}
        for record in entities.records:
            for name in (record.name, *record.aliases):
                self._by_name.setdefault(normalise(name, leading), set()).add(record.id)

    def of(self, report: Report, fillers: Sequence[Role]) -> Iterator[tuple[Party, Span]]:
        """Yield the parties among the fillers of a role, each with its words.

        Args:
            report: Where they stand.
            fillers: In the order of the text.
        """
        met: list[tuple[Party, Span, bool]] = []
        for filler in fillers:
            found = self._one(report, filler)
            if found is None:
                break
            met.append((found[0], filler.span, found[1]))
        # "vendues à Médorane par Nordkaup, installée à Tallinn": the place is no second party.
        placed = {place for _, _, place in met}
        for party, span, place in met:
            if not (place and placed == {True, False}):
                yield party, span

    def others(self, report: Report, between: Span) -> set[str]:
        """Return the keys of the states and actors named between two places of a report.

        What stands behind a preposition that names nobody who acts ("contre l'Ukraine") is none.
        """
        known = _states(report.document.language)
        found = set()
        for span, record in self._within(report, between):
            if self._is_apart(report, span, known):
                continue
            name = normalise(record.name, report.vocabulary.leading)
            if name in known.speaking:
                found.add(self._state(known.speaking[name], report).key)
            elif record.schema_name in _ACTORS:
                found.add(record.id)
        return found

    def _is_apart(self, report: Report, span: Span, known: _States) -> bool:
        text = report.document.text
        before = words(text, [Span(max(0, span.start - _NEAR), span.start)]).folded
        leading = report.vocabulary.leading
        nearest = next((word for word in reversed(before) if word not in leading), None)
        return nearest in known.apart

    def is_pronoun(self, report: Report, span: Span) -> bool:
        """Tell a word that takes somebody or something up."""
        shown = span.of(report.document.text).casefold()
        return shown in _states(report.document.language).pronouns

    def is_party(self, report: Report, span: Span) -> bool:
        """Tell whether words name somebody outright: no weapon, no goods."""
        return any(
            named == span and record.schema_name in _ACTORS
            for named, record in self._within(report, span)
        )

    def _within(self, report: Report, span: Span) -> Iterator[tuple[Span, Entity]]:
        """Yield what is named inside a span, without walking over the whole report."""
        named = self._entities.named.get(report.id, ())
        for place in range(bisect_left(named, (span, "")), len(named)):
            inner, key = named[place]
            if inner.start >= span.end:
                return
            if span.covers(inner):
                yield inner, self._records[key]
        # A name that begins where the span does and ends before it sorts in front of it.
        for place in range(bisect_left(named, (span, "")) - 1, -1, -1):
            inner, key = named[place]
            if inner.start < span.start:
                return
            yield inner, self._records[key]

    def _one(self, report: Report, filler: Role) -> tuple[Party, bool] | None:
        """Return the party that a filler is, and whether its words name a place."""
        known = _states(report.document.language)
        text = report.document.text
        shown = filler.span.of(text)
        if shown.casefold() in known.pronouns and not self._only_one(report, filler):
            return None
        name = normalise(filler.name, report.vocabulary.leading)
        # "les deux pays" is no single state, whichever of them they were taken for.
        before = words(text, [Span(max(0, filler.span.start - _NEAR), filler.span.start)]).folded
        if shown.islower() and before and _is_several(before[-1], known):
            return None
        if name in known.speaking:
            state = known.speaking[name]
            return self._state(state, report), name != normalise(state, report.vocabulary.leading)
        record = self._record(report, filler, name)
        if record is not None:
            spoken = known.speaking.get(normalise(record.name, report.vocabulary.leading))
            if spoken:
                return self._state(spoken, report), False
            # A name that no map knows and that gives or receives is hardly a town's.
            acting = record.schema_name in _ACTORS or record.latitude is None
            if acting and not record.name.islower():
                return Party(key=record.id, name=record.name, entity=record.id), False
            if not record.name.islower():
                # A town takes nothing; neither does a thing.
                return None
        folded = words(filler.name, [Span(0, len(filler.name))]).folded
        content = report.vocabulary.content(folded)
        if len(content) < _FEWEST_WORDS or not folded or not _tells_who(folded, known):
            return None
        acts_for = _spoken_for(folded, known)
        if acts_for is not None:
            return self._state(acts_for, report), False
        return Party(key="described:" + " ".join(content), name=filler.name), False

    def _record(self, report: Report, filler: Role, name: str) -> Entity | None:
        inside = [record for _, record in self._within(report, filler.span)]
        exact = [r for r in inside if normalise(r.name, report.vocabulary.leading) == name]
        # A title before a person's name belongs to it: "président ukrainien Volodymyr Zelensky".
        titled = [r for r in inside if r.schema_name == "Person"]
        named = [self._records[key] for key in sorted(self._by_name.get(name, ()))]
        # One name read as a body here and a place there is the body where it acts.
        acting = [r for r in named if r.schema_name in _ACTORS]
        acting = sorted(acting, key=lambda r: -len(r.mentions))[:1]
        order = (exact, acting if len(named) > 1 else named, titled)
        return next((found[0] for found in order if len(found) == 1), None)

    def _state(self, name: str, report: Report) -> Party:
        key = normalise(name, report.vocabulary.leading)
        held = [
            one
            for one in sorted(self._by_name.get(key, ()))
            if self._records[one].schema_name in _PLACES
        ]
        return Party(key=f"state:{key}", name=name, entity=held[0] if held else None)

    def _only_one(self, report: Report, filler: Role) -> bool:
        """Tell whether nobody else was named between a pronoun and whom it was taken for."""
        name = normalise(filler.name, report.vocabulary.leading)
        named = self._entities.named.get(report.id, ())
        for place in range(bisect_left(named, (filler.span, "")) - 1, -1, -1):
            span, key = named[place]
            if span.end > filler.span.start:
                continue
            record = self._records[key]
            names = {
                normalise(n, report.vocabulary.leading) for n in (record.name, *record.aliases)
            }
            return name in names
        return False


def _is_several(word: str, known: _States) -> bool:
    return word in known.several or (word.isdigit() and int(word) > 1)


def _spoken_for(folded: Sequence[str], known: _States) -> str | None:
    """Return the state of "le porte-parole iranien", who denies what his state did."""
    heads = {folded[0], folded[0].rstrip("sx"), " ".join(folded[:2])}
    if heads.isdisjoint(known.speaking_for):
        return None
    return next((known.adjectives[word] for word in folded if word in known.adjectives), None)


def _tells_who(folded: Sequence[str], known: _States) -> bool:
    """Tell whether a description begins with a noun for somebody, hyphened ones included."""
    return any(
        noun in known.somebody or noun.rstrip("sx") in known.somebody
        for noun in (folded[0], " ".join(folded[:2]), "-".join(folded[:2]))
    )
