"""What changed in a case from one build to another, in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from recoupe.model import (
    ClaimRelationKind,
    LineageRelation,
    PastClaim,
    PastDocument,
    PastEdge,
    PastOrigin,
    PastRelation,
    Snapshot,
)
from recoupe.questions.changed import (
    Changes,
    ClaimChange,
    DocumentChange,
    EdgeChange,
    OriginChange,
    RelationChange,
)

SAME = 0.5
"""Least share of the statements of the smaller of two claims that the other holds, for them to be
one claim at two times."""
Kind = Literal["new", "gone"]
_Relation = tuple[str, ClaimRelationKind, str]
_Edge = tuple[str, LineageRelation, str]


def changes(before: Snapshot, after: Snapshot) -> Changes:
    """Tell what changed from one state of a case to another.

    A claim is the same at two times if it holds mostly the same statements; where its reports
    were replaced or read anew, if it has the same words. Its id may have changed.

    Args:
        before: What the case held.
        after: What it holds.
    """
    same = same_claims(before.claims, after.claims)
    return Changes(
        since=before.build,
        since_time=before.finished,
        until=after.build,
        until_time=after.finished,
        documents=tuple(_documents(before.documents, after.documents)),
        claims=tuple(_claims(before, after, same)),
        origins=tuple(_origins(before.origins, after.origins)),
        relations=tuple(_relations(before, after, same)),
        lineage=tuple(_lineage(before, after)),
    )


def same_claims(before: Mapping[str, PastClaim], after: Mapping[str, PastClaim]) -> dict[str, str]:
    """Return the former id of each claim that was there before, by its present id.

    Each former claim is the former self of one at most: of that with which it shares most.
    """
    holder = {s: key for key, claim in before.items() for s in claim.statements}
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for key, claim in after.items():
        for statement in claim.statements:
            if statement in holder:
                shared[holder[statement], key] += 1

    def close(pair: tuple[str, str]) -> tuple[object, ...]:
        was, now = pair
        return -shared[pair], was != now, before[was].text != after[now].text, was, now

    found: dict[str, str] = {}
    taken: set[str] = set()
    for was, now in sorted(shared, key=close):
        fewest = min(len(before[was].statements), len(after[now].statements))
        if was not in taken and now not in found and shared[was, now] >= SAME * fewest:
            found[now] = was
            taken.add(was)
    # Replaced reports and a newer reading change every id of a statement, not the words.
    by_words: dict[str, list[str]] = defaultdict(list)
    for was in sorted(before.keys() - taken):
        by_words[before[was].text].append(was)
    held = {statement for claim in after.values() for statement in claim.statements}
    for now in sorted(after.keys() - found.keys()):
        fits = by_words.get(after[now].text, [])
        # The statements of one that is still there are elsewhere now: it was parted or joined.
        if fits and held.isdisjoint(before[fits[0]].statements):
            found[now] = fits.pop(0)
    return found


def _documents(
    before: Mapping[str, PastDocument], after: Mapping[str, PastDocument]
) -> Iterable[DocumentChange]:
    gone = {one.file: key for key, one in before.items() if key not in after}
    found = []
    for key, one in after.items():
        if key not in before:
            replaced = gone.pop(one.file, None) is not None
            kind: Literal["new", "replaced"] = "replaced" if replaced else "new"
            found.append(DocumentChange(kind=kind, document=key, file=one.file, title=one.title))
    found += [
        DocumentChange(kind="gone", document=key, file=file, title=before[key].title)
        for file, key in gone.items()
    ]
    return sorted(found, key=lambda one: (one.kind, one.file, one.document))


def _claims(before: Snapshot, after: Snapshot, same: Mapping[str, str]) -> Iterable[ClaimChange]:
    files = {key: one.file for key, one in (before.documents | after.documents).items()}
    names = {key: one.name for key, one in (before.origins | after.origins).items()}
    holder = {s: key for key, claim in before.claims.items() for s in claim.statements}
    holds = {s: key for key, claim in after.claims.items() for s in claim.statements}
    gone = before.claims.keys() - set(same.values())
    found: list[ClaimChange] = []
    for key, claim in after.claims.items():
        if key not in same:
            came = {holder[s] for s in claim.statements if s in holder}
            found.append(
                ClaimChange(
                    kind="parted" if came else "new",
                    claim=key,
                    text=claim.text,
                    was=min(came, default=None),
                    documents=_named(claim.documents, files),
                    origins=len(claim.origins),
                )
            )
            continue
        was = before.claims[same[key]]
        more, fewer = _apart(was.origins, claim.origins, names)
        added, lost = _apart(was.documents, claim.documents, files)
        if more or fewer or added or lost:
            found.append(
                ClaimChange(
                    kind="changed",
                    claim=key,
                    text=claim.text,
                    was=same[key] if same[key] != key else None,
                    documents=_named(claim.documents, files),
                    more_documents=added,
                    fewer_documents=lost,
                    more_origins=more,
                    fewer_origins=fewer,
                    origins=len(claim.origins),
                )
            )
    for key in gone:
        claim = before.claims[key]
        went = {holds[s] for s in claim.statements if s in holds}
        found.append(
            ClaimChange(
                kind="joined" if went else "gone",
                claim=key,
                text=claim.text,
                was=min(went, default=None),
                documents=_named(claim.documents, files),
                origins=len(claim.origins),
            )
        )
    return sorted(found, key=lambda one: (one.kind, -one.origins, one.text, one.claim))


def _apart(
    before: Iterable[str], after: Iterable[str], names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of what came and of what went; a replaced report did neither."""
    was, now = _named(before, names), _named(after, names)
    return tuple(n for n in now if n not in was), tuple(n for n in was if n not in now)


def _named(keys: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({names.get(key, key) for key in keys}))


def _origins(
    before: Mapping[str, PastOrigin], after: Mapping[str, PastOrigin]
) -> Iterable[OriginChange]:
    found = [
        OriginChange(kind="new", origin=key, name=one.name)
        for key, one in after.items()
        if key not in before
    ]
    found += [
        OriginChange(kind="gone", origin=key, name=one.name)
        for key, one in before.items()
        if key not in after
    ]
    return sorted(found, key=lambda one: (one.kind, one.name, one.origin))


def _relations(
    before: Snapshot, after: Snapshot, same: Mapping[str, str]
) -> Iterable[RelationChange]:
    then = {was: now for now, was in same.items()}

    def renamed(one: PastRelation) -> _Relation:
        """Return a former relation under the present ids of its claims."""
        return then.get(one.claim, one.claim), one.relation, then.get(one.other, one.other)

    was = {renamed(one): one for one in before.relations.values()}
    now = {(one.claim, one.relation, one.other): one for one in after.relations.values()}

    def told(kind: Kind, one: PastRelation, claims: Mapping[str, PastClaim]) -> RelationChange:
        return RelationChange(
            kind=kind,
            relation=one.relation,
            claim=one.claim,
            text=claims[one.claim].text,
            other=one.other,
            other_text=claims[one.other].text,
        )

    new = [told("new", now[key], after.claims) for key in now.keys() - was.keys()]
    gone = [told("gone", was[key], before.claims) for key in was.keys() - now.keys()]
    # Between the same words it is the same, though their claims were parted or joined.
    same_words = {_in_words(one) for one in new} & {_in_words(one) for one in gone}
    return sorted(
        (one for one in (*new, *gone) if _in_words(one) not in same_words),
        key=lambda one: (one.kind, *_in_words(one), one.claim, one.other),
    )


def _in_words(one: RelationChange) -> tuple[str, str, str]:
    return one.relation, one.text, one.other_text


def _lineage(before: Snapshot, after: Snapshot) -> Iterable[EdgeChange]:
    was = {_by_files(one, before.documents) for one in before.lineage.values()}
    now = {_by_files(one, after.documents) for one in after.lineage.values()}

    def told(kind: Kind, edge: _Edge) -> EdgeChange:
        return EdgeChange(kind=kind, document=edge[0], relation=edge[1], on=edge[2])

    found = [told("new", edge) for edge in now - was] + [told("gone", edge) for edge in was - now]
    return sorted(found, key=lambda one: (one.kind, one.document, one.relation, one.on))


def _by_files(one: PastEdge, documents: Mapping[str, PastDocument]) -> _Edge:
    """Return an edge by files, which stay where a report is replaced."""
    on = documents[one.on].file if one.on in documents else one.on.removeprefix("origin:")
    return documents[one.document].file, one.relation, on
