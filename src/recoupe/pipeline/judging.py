"""From what a person names to a judgement that is still understood when ids have changed."""

from collections.abc import Collection, Mapping, Sequence

from recoupe.errors import UsageError
from recoupe.model import Case, Decision, Judgement, Located, Statement, SubjectKind
from recoupe.questions.finding import find_edge, find_thing, is_report

_THINGS: Mapping[Decision, tuple[int, ...]] = {
    "same": (2,),
    "different": (2,),
    "wrong": (1,),
    "confirmed": (1,),
    "undecided": (1, 2),
}
"""How many things each decision is about."""
_COMPARABLE: Sequence[tuple[frozenset[SubjectKind], SubjectKind]] = (
    (frozenset({"claim"}), "claim"),
    (frozenset({"claim", "statement"}), "statement"),
    (frozenset({"entity"}), "entity"),
    # A source with a name, and one without.
    (frozenset({"entity", "origin"}), "origin"),
)
"""Sorts of things of which two can be compared, with what they are compared as."""
_OF_REPORTS: Sequence[Decision] = ("confirmed", "wrong", "undecided")
"""What may be decided of two reports."""


def make_judgement(
    decision: Decision, things: Sequence[str], case: Case, earlier: Sequence[Judgement]
) -> Judgement:
    """Return a judgement on things of a case, without its author and time.

    Args:
        decision: What was decided.
        things: Claims by id or words, statements by id, entities by id or name, sources without
            a name by their description or id; two reports by file, title or id, of which the
            first draws on the second (or on an outlet that it cites); or the number of an earlier
            judgement, alone.
        case: The case as it stood before the person.
        earlier: Its judgements so far, oldest first; the first is number 1.

    Raises:
        UsageError: A thing can't be found, or the decision is not about that many.
    """
    if len(things) == 1 and things[0].isdecimal():
        return _again(decision, int(things[0]), earlier)
    if any(is_report(case, words) for words in things):
        return _of_reports(decision, things, case)
    wanted = _THINGS[decision]
    if len(things) not in wanted:
        raise UsageError(
            f"'{decision}' is about {' or '.join(map(str, wanted))} thing(s), not {len(things)}",
            "name each by its id, or by words that nothing else holds",
        )
    found = [find_thing(case, words) for words in things]
    kinds = {kind for kind, _ in found}
    kind = _one_kind(kinds)
    if kind == "origin" and wanted == (1,):
        raise UsageError(
            f"'{decision}' is not said of a source",
            "say 'same' or 'different' of two sources, or judge a statement that was misread",
        )
    stands = [_stands_for(case, thing, words) for thing, words in zip(found, things, strict=True)]
    if wanted == (1,):
        stands = _all_of(case, found[0], stands[0])
    # Two things may have one name; one statement is not two.
    one = stands[0] == stands[-1] and (kind not in {"entity", "origin"} or found[0] == found[-1])
    if len(found) == 2 and one:
        raise UsageError(
            f"'{things[0]}' and '{things[1]}' are one {kind} already",
            "to part a claim, name two of its statements, or the judgement that joined it",
        )
    places = tuple(place for _, place in stands if place)
    return Judgement(
        decision=decision,
        kind=kind,
        subject=found[0][1],
        other=found[1][1] if len(found) > 1 else None,
        author="",
        words=tuple(words for words, _ in stands),
        places=places,
    )


def _one_kind(kinds: Collection[SubjectKind]) -> SubjectKind:
    """Return what sort of thing a judgement is about, given what each of its things is."""
    for both, kind in _COMPARABLE:
        if both.issuperset(kinds):
            return kind
    raise UsageError(
        f"{' and '.join(sorted(kinds))} can't be compared", "name two things of one sort"
    )


def _of_reports(decision: Decision, things: Sequence[str], case: Case) -> Judgement:
    """Return a decision on whether the first of two reports draws on the second."""
    if len(things) != 2 or decision not in _OF_REPORTS:
        raise UsageError(
            f"'{decision}' is not said of {'a report' if len(things) == 1 else 'reports'}",
            "of two reports say 'confirmed', the first draws on the second, or 'wrong', neither "
            "draws on the other; recoupe withdraw takes one out of the case",
        )
    edge = find_edge(case, *things)
    if edge is None:
        raise UsageError(f"'{things[0]}' is no report of the case", "name what draws first")
    drawing, on = edge
    if drawing == on:
        raise UsageError(f"'{things[0]}' and '{things[1]}' are one report", "name two")
    files = {one.id: one.file for one in case.documents}
    return Judgement(
        decision=decision,
        kind="lineage",
        subject=drawing,
        other=on,
        author="",
        words=(files[drawing], files.get(on, on.partition(":")[2])),
    )


def _again(decision: Decision, number: int, earlier: Sequence[Judgement]) -> Judgement:
    """Return a decision on what an earlier judgement was about."""
    if not 1 <= number <= len(earlier):
        raise UsageError(
            f"there is no judgement {number} in the case",
            "recoupe judgements lists them" if earlier else "none was entered yet",
        )
    before = earlier[number - 1]
    things = 1 if before.other is None else 2
    fits = decision in _OF_REPORTS if before.kind == "lineage" else things in _THINGS[decision]
    if not fits:
        raise UsageError(
            f"judgement {number} is about {things} thing(s) of kind {before.kind}",
            "choose a decision that is said of those",
        )
    return before.model_copy(update={"decision": decision})


def _stands_for(
    case: Case, thing: tuple[SubjectKind, str], named: str
) -> tuple[str, Located | None]:
    """Return the words that stand for a thing, and where they stand."""
    kind, key = thing
    if kind == "entity":
        entity = next(one for one in case.links.entities if one.id == key)
        return (named if named in entity.aliases else entity.name), None
    if kind == "origin":
        named_by = (o.name for c in case.links.claims for o in c.origins if o.id == key)
        return next(named_by), None
    texts, statements = _texts(case), _statements(case)
    if kind == "claim":
        claim = next(one for one in case.links.claims if one.id == key)
        stated = [statements[s] for s in claim.statements]
        statement = next(
            (s for s in stated if s.content.of(texts[s.document]) == claim.text), stated[0]
        )
    else:
        statement = statements[key]
    return _standing(statement, texts)


def _all_of(
    case: Case, thing: tuple[SubjectKind, str], named: tuple[str, Located | None]
) -> list[tuple[str, Located | None]]:
    """Return all that a verdict on one thing is on: each statement of a claim, each name.

    Args:
        case: The case.
        thing: Kind and id.
        named: What the person named; another name than the chief one is meant alone.
    """
    kind, key = thing
    if kind == "claim":
        texts, statements = _texts(case), _statements(case)
        claim = next(one for one in case.links.claims if one.id == key)
        return [_standing(statements[held], texts) for held in claim.statements]
    if kind == "entity":
        entity = next(one for one in case.links.entities if one.id == key)
        if named[0] == entity.name:
            return [(name, None) for name in (entity.name, *entity.aliases)]
    return [named]


def _standing(statement: Statement, texts: Mapping[str, str]) -> tuple[str, Located]:
    place = Located(document=statement.document, span=statement.content)
    return statement.content.of(texts[statement.document]), place


def _texts(case: Case) -> dict[str, str]:
    return {one.id: one.text for one in case.documents}


def _statements(case: Case) -> dict[str, Statement]:
    return {s.id: s for reading in case.readings.values() for s in reading.statements}
