"""The things that a case names, across its reports.

A capital or a seat of power that speaks is its state: what the extraction's reason
says it stands for. Where it does not speak it is the place, or the body, that it is.

Which names are one is the matter of :mod:`recoupe.linking.names`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recoupe.compare.names import normalise
from recoupe.linking.judgements.names import Key, entity_id, judged_names, judged_none
from recoupe.linking.names import join
from recoupe.linking.reports import Report
from recoupe.model import Entity, Judgement, Located, Source, Span

# Schemas of FollowTheMoney by what they can be confused with.
_FAMILIES = {
    "Person": "person",
    "Organization": "organisation",
    "PublicBody": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "Address": "place",
    "Country": "place",
    "Thing": "thing",
}
_SCHEMA_OF_KIND = {"person": "Person", "organisation": "Organization"}
_FOR_STATE = frozenset({"capital-for-state", "seat-for-state"})
_STATE = "Country"


@dataclass
class _Name:
    schemas: Counter[str] = field(default_factory=Counter)
    spellings: Counter[str] = field(default_factory=Counter)
    places: list[Located] = field(default_factory=list)


@dataclass(frozen=True)
class Entities:
    """What :func:`build` found.

    Attributes:
        records: Sorted by id.
        sources: Statement id to the entity ids of its sources, nearest first.
        named: Document id to its mentions with the entity of each, by place.
        none: Document id to the words that a person judged to name nothing.
    """

    records: tuple[Entity, ...]
    sources: dict[str, tuple[str | None, ...]]
    named: dict[str, tuple[tuple[Span, str], ...]]
    none: dict[str, frozenset[Span]] = field(default_factory=dict)

    def within(self, document: str, span: Span) -> tuple[str, ...]:
        """Return the entities named inside a span of a document, each once, as they come."""
        found = (e for s, e in self.named.get(document, ()) if span.covers(s))
        return tuple(dict.fromkeys(found))


def _is_compound(key: Key, name: _Name) -> bool:
    """Tell whether a name is one word with a hyphen: "Mme Peeters-Roy"."""
    return " " in key[1] and any(normalise(s.split()[-1]) == key[1] for s in name.spellings)


def build(reports: Sequence[Report], judgements: Sequence[Judgement] = ()) -> Entities:
    """Find the entities of a case.

    Args:
        reports: In the order of the case.
        judgements: What people decided, oldest first; here, on names.
    """
    names: dict[Key, _Name] = defaultdict(_Name)
    uses: dict[str, list[tuple[Span, Key]]] = defaultdict(list)
    told: dict[str, list[Key | None]] = {}
    for report in reports:
        for span, schema, name in _named(report):
            key = (_FAMILIES.get(schema, schema), normalise(name, report.vocabulary.leading))
            if key[1]:
                _add(names[key], schema, name, report, span)
                uses[report.id].append((span, key))
        for statement in report.reading.statements:
            told[statement.id] = [
                _source_key(report, s, uses[report.id]) for s in statement.sources
            ]
            for source, source_key in zip(statement.sources, told[statement.id], strict=True):
                state = _state(source)
                if state is not None and source.span and source_key:
                    uses[report.id] = [u for u in uses[report.id] if not u[0].overlaps(source.span)]
                    _add(names[source_key], _STATE, state, report, source.span)
                    uses[report.id].append((source.span, source_key))
                    continue
                known = source.span and any(s.overlaps(source.span) for s, _ in uses[report.id])
                if source_key and source.span and not known:
                    schema = _SCHEMA_OF_KIND.get(source.kind, "Thing")
                    _add(names[source_key], schema, _own_name(source), report, source.span)
                    uses[report.id].append((source.span, source_key))
                elif source_key and source_key not in names:
                    names[source_key].schemas[_SCHEMA_OF_KIND.get(source.kind, "Thing")] += 1
                    names[source_key].spellings[_own_name(source)] += 1
    schemas = {key: name.schemas for key, name in names.items()}
    leading = frozenset(word for report in reports for word in report.vocabulary.leading)
    for key in judged_none(judgements, schemas, leading):
        del names[key], schemas[key]
    compounds = {key for key, name in names.items() if _is_compound(key, name)}
    joined = join(names, judged_names(judgements, schemas, leading), compounds)
    records, ids = _records(names, joined, {r.id: r.place for r in reports})
    return Entities(
        records,
        {
            statement: tuple(ids.get(key) if key else None for key in keys)
            for statement, keys in told.items()
        },
        {
            doc: tuple(sorted((s, ids[key]) for s, key in found if key in ids))
            for doc, found in uses.items()
        },
        {
            doc: none
            for doc, found in uses.items()
            if (none := frozenset(s for s, key in found if key not in ids))
        },
    )


def _named(report: Report) -> Iterator[tuple[Span, str, str]]:
    for mention in report.reading.mentions:
        yield mention.span, mention.schema_name, mention.name


def _source_key(report: Report, source: Source, uses: list[tuple[Span, Key]]) -> Key | None:
    """Return the entity that a source is: by name among the mentions, else by its kind."""
    state = _state(source)
    if state is not None:
        return _FAMILIES[_STATE], normalise(state, report.vocabulary.leading)
    if source.kind == "unnamed":
        return None
    name = normalise(_own_name(source), report.vocabulary.leading)
    same = sorted({key for _, key in uses if key[1] == name})
    if same:
        family = _FAMILIES.get(_SCHEMA_OF_KIND.get(source.kind, ""), "")
        return next((key for key in same if key[0] == family), same[0])
    if source.kind == "document" or not name:
        return None
    return _FAMILIES[_SCHEMA_OF_KIND[source.kind]], name


def _own_name(source: Source) -> str:
    """Return a source's name; of several in one ("Ana Rey et Paul Vidal") the first's."""
    return next((r.words for r in source.reasons if r.rule == "together-with"), source.name)


def _state(source: Source) -> str | None:
    """Return the state that a source speaks for, None where it is none or one of several."""
    states = dict.fromkeys(r.words for r in source.reasons if r.rule in _FOR_STATE)
    # "Madrid et Lisbonne" are two: the source is kept under the first, as its name is.
    joint = any(r.rule == "together-with" for r in source.reasons)
    return next(iter(states)) if len(states) == 1 or (states and joint) else None


def _add(name: _Name, schema: str, spelling: str, report: Report, span: Span) -> None:
    name.schemas[schema] += 1
    name.spellings[spelling] += 1
    name.places.append(Located(document=report.id, span=span))


def _records(
    names: dict[Key, _Name], joined: dict[Key, Key], ranks: dict[str, int]
) -> tuple[tuple[Entity, ...], dict[Key, str]]:
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(names):
        groups[joined[key]].append(key)
    ids: dict[Key, str] = {}
    records = []
    for members in groups.values():
        schemas = sum((names[m].schemas for m in members), Counter[str]())
        # What speaks under a name may be of another kind than what the name was read as; its
        # entity is of a family in which no other has its names, so no two have one identity.
        families = {family for family, _ in members} - {"thing"}
        free = {f for f in _FAMILIES.values() if not any((f, name) in names for _, name in members)}
        known = {s: n for s, n in schemas.items() if _FAMILIES.get(s, s) in (families or free)}
        schema = min(known, key=lambda s: (-known[s], s), default="Thing")
        own = [m for m in members if m[0] == _FAMILIES.get(schema, schema)] or members
        uses = {m: sum(names[m].spellings.values()) for m in own}
        fullest = min(own, key=lambda m: (-len(m[1].split()), -uses[m], -len(m[1]), m))
        spellings = names[fullest].spellings
        name = min(spellings, key=lambda n: (-spellings[n], n))
        identity = entity_id(schema, fullest[1])
        ids |= dict.fromkeys(members, identity)
        records.append(
            Entity(
                id=identity,
                schema_name=schema,
                name=name,
                aliases=tuple(sorted({n for m in members for n in names[m].spellings} - {name})),
                mentions=tuple(
                    sorted(
                        (p for m in members for p in names[m].places),
                        key=lambda p: (ranks[p.document], p.span),
                    )
                ),
            )
        )
    return tuple(sorted(records, key=lambda e: e.id)), ids
