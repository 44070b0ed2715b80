"""Finding what a person names: by id, by name as written, as folded, in part; never by guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from recoupe.compare.names import normalise
from recoupe.errors import UsageError
from recoupe.linking.terms.vocabulary import vocabulary
from recoupe.model import Case, Claim, Document, SubjectKind

NEAREST = 5
"""How many names are told where none fits, or several do."""
_WIDTH = 60
"""Signs of a claim's words that an error shows."""


def choose(
    words: str,
    names: Mapping[str, Iterable[str]],
    what: str,
    case: Case,
    kinds: Mapping[str, str] | None = None,
) -> str:
    """Return the id of the thing that a person means.

    Args:
        words: What the person wrote: an id, or a name.
        names: The names of each thing, by its id; the first is shown in errors.
        what: What sort of thing it is, for errors.
        case: Its languages say which words are no part of a name.
        kinds: What tells things of one name apart, for errors, by their ids.

    Raises:
        UsageError: None goes by that name, or several do; the nearest are listed.
    """
    if words in names:
        return words
    leading = frozenset(word for code in _languages(case) for word in vocabulary(code).leading)
    known = {key: tuple(own) for key, own in names.items()}
    folded = normalise(words, leading)
    exact = [key for key, own in known.items() if words in own]
    keys = {key: {normalise(name, leading) for name in own} for key, own in known.items()}
    fits = exact or [key for key, own in keys.items() if folded in own]
    # A surname, or the first words of a file: whole words of one name only.
    fits = fits or [
        key for key, own in keys.items() if folded and any(f" {folded} " in f" {n} " for n in own)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        told = {key: f"{known[key][0]}, {kinds[key]}" if kinds else known[key][0] for key in fits}
        options = "; ".join(f"{told[key]} ({key})" for key in sorted(fits)[:NEAREST])
        more = f" and {len(fits) - NEAREST} more" if len(fits) > NEAREST else ""
        raise UsageError(
            f"'{words}' may be several of the case: {options}{more}",
            "say which by the id in brackets",
        )
    near = _nearest(folded, known, leading)
    raise UsageError(
        f"there is no {what} '{words}' in the case",
        f"the nearest are: {'; '.join(near)}" if near else f"the case has no {what}",
    )


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

    An origin goes by its name and the other names of its entity. A report goes by its
    file or title; it comes first where an outlet without a name goes by its file.

    Raises:
        UsageError: There is none, or several.
    """
    reports = report_names(case.documents)
    if _is_whole(words, reports):
        return choose(words, reports, "report", case)
    aliases = {entity.id: entity.aliases for entity in case.links.entities}
    names: dict[str, tuple[str, ...]] = {
        origin.id: (origin.name, *aliases.get(origin.id, ()))
        for claim in case.links.claims
        for origin in claim.origins
    }
    kinds = {o.id: str(o.kind) for claim in case.links.claims for o in claim.origins}
    # Folded, the name of an origin outranks a report's: so says the order of the two tries.
    try:
        return choose(words, names, "source", case, kinds)
    except UsageError as none:
        try:
            return choose(words, reports, "report", case)
        except UsageError:
            raise none from None


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
    return tuple(
        sorted(found, key=lambda c: (-len(c.origins), -len(c.documents), -len(c.statements), c.id))
    )


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
    near = _nearest(folded, {key: (_short(one.text),) for key, one in by_id.items()}, ())
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


def _languages(case: Case) -> list[str]:
    return sorted({document.language for document in case.documents})


def _nearest(
    folded: str, names: Mapping[str, tuple[str, ...]], leading: Iterable[str]
) -> list[str]:
    skipped = frozenset(leading)
    shown = {own[0]: normalise(own[0], skipped) for own in names.values() if own}
    found = process.extract(folded, shown, scorer=fuzz.WRatio, limit=NEAREST)
    return [name for _, _, name in found]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
