"""Finding what a person names in a case: a report, a source, a claim, what may be judged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from recoupe.compare.names import normalise
from recoupe.errors import UsageError
from recoupe.model import Case, Claim, Document, SubjectKind
from recoupe.questions.naming import NEAREST, choose, nearest
from recoupe.questions.speaking import Speaking

DESCRIBED = ("unnamed", "document")
"""Kinds of sources that have a description for a name."""
_WIDTH = 60
"""Signs of a claim's words that an error shows."""


def find_report(case: Case, words: str) -> Document:
    """Return the report of a case that goes by a file name, title, id, or place on disk.

    Raises:
        UsageError: There is none, or several.
    """
    by_id = {document.id: document for document in case.documents}
    return by_id[choose(words, report_names(case.documents), "report", case)]


def report_names(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Return what each of some reports may be called, by its id."""
    return {
        one.id: tuple(
            name
            for name in (one.file, one.file.rsplit("/", 1)[-1], one.title, one.location)
            if name
        )
        for one in documents
    }


def find_edge(case: Case, words: str, on: str) -> tuple[str, str] | None:
    """Return the ends of an edge: a report, and another report or an outlet that it cites.

    Args:
        case: The case.
        words: The report that draws, by its whole name.
        on: What it draws on, likewise.

    Returns:
        Their ids; ``origin:NAME`` for an outlet without a report in the pile. None where the
        first is no report.

    Raises:
        UsageError: Several reports have the name, or the other is neither.
    """
    reports = report_names(case.documents)
    if not _is_whole(words, reports):
        return None
    drawing = choose(words, reports, "report", case)
    if _is_whole(on, reports):
        return drawing, choose(on, reports, "report", case)
    outlets = {
        edge.on: (edge.on.partition(":")[2],)
        for edge in case.links.lineage
        if edge.document == drawing and edge.on not in reports
    }
    return drawing, choose(on, outlets, f"report, or outlet cited by '{words}',", case)


def is_report(case: Case, words: str) -> bool:
    """Tell whether some words are the whole name, title or id of a report."""
    return _is_whole(words, report_names(case.documents))


def _is_whole(words: str, names: Mapping[str, Iterable[str]]) -> bool:
    return any(words in (key, *own) for key, own in names.items())


def find_source(case: Case, words: str) -> str:
    """Return the id of the origin, or else of the report, that a person means.

    An origin goes by its name, the other names of its entity, and what reports call it as a
    source ("Téhéran"). A report goes by its
    file or title; it comes first where an outlet without a name goes by its file.

    Raises:
        UsageError: There is none, or several.
    """
    reports = report_names(case.documents)
    if _is_whole(words, reports):
        return choose(words, reports, "report", case)
    others = Speaking(case).other_names
    names: dict[str, tuple[str, ...]] = {
        origin.id: (origin.name, *others.get(origin.id, ()))
        for claim in case.links.claims
        for origin in claim.origins
    }
    kinds = {o.id: str(o.kind) for claim in case.links.claims for o in claim.origins}
    described = {key for key, kind in kinds.items() if kind in DESCRIBED}
    # Folded, the name of an origin outranks a report's: so says the order of the two tries.
    try:
        return choose(words, names, "source", case, kinds, described)
    except UsageError as none:
        try:
            return choose(words, reports, "report", case)
        except UsageError:
            raise none from None


def find_speaker(case: Case, words: str) -> str:
    """Return the name, as :meth:`Speaking.chain` has it, of the source that a person means.

    Sources that go by one name are one: nothing tells them apart where they are named.

    Raises:
        UsageError: Nobody of that name is a source of the case, or several are.
    """
    names, kinds = Speaking(case).speakers()
    described = {key for key, kind in kinds.items() if kind in DESCRIBED}
    return names[choose(words, names, "source", case, kinds, described)][0]


def find_claims(case: Case, words: str = "") -> tuple[Claim, ...]:
    """Return the claims of which a statement holds some words, most origins first; all by default.

    Args:
        case: The case.
        words: Whatever their case and accents.
    """
    folded = normalise(words)
    texts = {document.id: document.text for document in case.documents}
    said = {
        statement.id: statement.content.of(texts[statement.document])
        for reading in case.readings.values()
        for statement in reading.statements
        if statement.document in texts
    }
    found = (
        claim
        for claim in case.links.claims
        if claim.id == words
        or any(folded in normalise(said[s]) for s in claim.statements if s in said)
    )
    return tuple(sorted(found, key=_weight))


def _weight(claim: Claim) -> tuple[int, int, int, int, str]:
    """Order claims: most origins that are surely two first, then most that may be."""
    sizes = (claim.least_origins, len(claim.origins), len(claim.documents), len(claim.statements))
    most, maybe, reports, statements = (-size for size in sizes)
    return most, maybe, reports, statements, claim.id


def find_claim(case: Case, words: str) -> Claim:
    """Return the claim of an id, or of words that no other claim holds.

    Raises:
        UsageError: There is none, or several hold the words.
    """
    by_id = {claim.id: claim for claim in case.links.claims}
    if words in by_id:
        return by_id[words]
    folded = normalise(words)
    holding = [one for one in by_id.values() if folded and folded in normalise(one.text)]
    same = [one for one in holding if normalise(one.text) == folded]
    if len(same or holding) == 1:
        return (same or holding)[0]
    if holding:
        options = "; ".join(f"{_short(one.text)} ({one.id})" for one in holding[:NEAREST])
        raise UsageError(
            f"{len(holding)} claims hold the words '{words}': {options}",
            "say which by the id in brackets",
        )
    near = nearest(folded, {key: (_short(one.text),) for key, one in by_id.items()})
    raise UsageError(
        f"no claim of the case has the id or the words '{words}'",
        f"the nearest are: {'; '.join(near)}" if near else "the case has no claim",
    )


def find_thing(case: Case, words: str) -> tuple[SubjectKind, str]:
    """Return what may be judged and is meant by some words.

    Returns:
        The kind (``claim``, ``statement``, ``entity``, or ``origin`` for a source without a
        name) and the id.

    Raises:
        UsageError: Nothing goes by the words, or several things do.
    """
    if any(words == one.id for reading in case.readings.values() for one in reading.statements):
        return "statement", words
    names = defaultdict[str, tuple[str, ...]](tuple)
    for entity in case.links.entities:
        names[entity.id] = (entity.name, *entity.aliases)
    if words in names or any(words in own for own in names.values()):
        schemas = {entity.id: entity.schema_name for entity in case.links.entities}
        return "entity", choose(words, names, "name", case, schemas)
    origins = {
        origin.id: (origin.name,)
        for claim in case.links.claims
        for origin in claim.origins
        if origin.id not in names
    }
    if _is_whole(words, origins):
        return "origin", choose(words, origins, "source", case)
    return "claim", find_claim(case, words).id


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
