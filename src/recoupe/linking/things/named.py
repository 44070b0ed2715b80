"""Things that go by a name, across the reports of a case."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from recoupe.compare.names import normalise
from recoupe.linking.reports import Report
from recoupe.model import Span, Thing

# A name that was also read as somebody's or some place's is not taken for a thing's elsewhere.
_OTHERS = frozenset(("Person", "Address", "Country"))


@dataclass
class _Named:
    spellings: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    makers: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    mentions: dict[tuple[int, Span], str] = field(default_factory=dict)


def named_things(reports: Sequence[Report]) -> tuple[tuple[Thing, ...], dict[str, str]]:
    """Return the things that go by a name, by id, and the id of each normalised name.

    Args:
        reports: In the order of the case.
    """
    found: dict[str, _Named] = defaultdict(_Named)
    for report in reports:
        for thing in report.reading.things.named:
            if thing.model is None:
                continue
            held = found[normalise(thing.model.name, report.vocabulary.leading)]
            held.spellings[thing.model.name] += 1
            held.types[thing.type] += 1
            held.kinds[thing.kind] += 1
            held.makers.update([thing.maker.name] if thing.maker else [])
            held.codes.update(code.value for code in thing.codes)
            held.mentions[report.place, thing.model.span] = report.id
    for report in reports:
        for mention in report.reading.mentions:
            if mention.schema_name in _OTHERS:
                continue
            held_by = found.get(normalise(mention.name, report.vocabulary.leading))
            if held_by is not None:
                held_by.mentions.setdefault((report.place, mention.span), report.id)
    ids = {name: "g" + sha256(name.encode()).hexdigest()[:12] for name in found}
    things = [_thing(ids[name], held) for name, held in found.items()]
    return tuple(sorted(things, key=lambda thing: thing.id)), ids


def _thing(identity: str, held: _Named) -> Thing:
    name = _most(held.spellings)
    mentions = sorted(held.mentions)
    # One name at one place, read once as "Perféa" and once as "Perféa 3", is one mention.
    kept = [
        (place, span)
        for place, span in mentions
        if not any(p == place and s != span and s.covers(span) for p, s in mentions)
    ]
    return Thing(
        id=identity,
        name=name,
        aliases=tuple(sorted(set(held.spellings) - {name})),
        type=_most(held.types),
        kind=_most(held.kinds),
        makers=tuple(sorted(held.makers)),
        codes=tuple(sorted(held.codes)),
        mentions=tuple((held.mentions[key], key[1]) for key in kept),
    )


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda word: (-counted[word], word))
