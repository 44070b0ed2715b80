"""Who has denied what, and who has said otherwise later."""

from collections.abc import Iterator

from recoupe.compare.names import normalise
from recoupe.ledger import published
from recoupe.model import Case, Claim, Factuality, Reason, Record, Statement
from recoupe.questions.finding import find_speaker
from recoupe.questions.speaking import Speaking


class Aimed(Record):
    """A claim that a denial is aimed at.

    Attributes:
        claim: Its id.
        text: Its words.
        who: Names of those who say it, each once.
        reasons: Why the denial was bound to it.
    """

    claim: str
    text: str
    who: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Denial(Record):
    """A denial, however many reports carry it, and what it is aimed at.

    Attributes:
        statement: Id of the first statement that makes it.
        claim: Id of its claim; None where linking made none of it.
        document: Id of the report.
        file: Its file.
        published: Its day in EDTF, when known.
        who: Names of the chain of sources, nearest first; empty for the report itself.
        text: Its words.
        cue: The word of denying, when there is one.
        factuality: How sure the nearest source is.
        explicit: Whether it denies by its words ("dément", "sans fondement"); if not, it is
            a negative statement that is attributed or that refutes a claim.
        again: Ids of the statements that repeat it.
        aimed: The claims it is aimed at; may be empty where none could be bound to it.
    """

    statement: str
    claim: str | None
    document: str
    file: str
    published: str | None
    who: tuple[str, ...]
    text: str
    cue: str | None
    factuality: Factuality
    explicit: bool
    again: tuple[str, ...]
    aimed: tuple[Aimed, ...]


class Change(Record):
    """A claim by which a source leaves an earlier position.

    Attributes:
        now: Id of the later claim.
        text: Its words.
        before: Id of the earlier one.
        before_text: Its words.
        who: Names of those who say the later one.
        reasons: Why it is a change.
    """

    now: str
    text: str
    before: str
    before_text: str
    who: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Denials(Record):
    """The denials of a case, in its order, and the changes of position."""

    denials: tuple[Denial, ...]
    changes: tuple[Change, ...]


def denials(case: Case, by: str | None = None) -> Denials:
    """Tell who has denied what.

    What a report denies in its own voice of no one's claim is plain negation, and no denial.

    Args:
        case: The case.
        by: Only those of the source that goes by this name.

    Raises:
        UsageError: Nobody of that name is a source of the case, or several are.
    """
    told = _Told(case)
    found = tuple(told.denials())
    changed = tuple(told.changes())
    if by is not None:
        wanted = normalise(find_speaker(case, by))
        found = tuple(one for one in found if wanted in map(normalise, one.who))
        changed = tuple(one for one in changed if wanted in map(normalise, one.who))
    return Denials(denials=found, changes=changed)


class _Told:
    def __init__(self, case: Case) -> None:
        self._case = case
        self._claims = {claim.id: claim for claim in case.links.claims}
        self._claim_of = {s: claim for claim in case.links.claims for s in claim.statements}
        documents = {document.id for document in case.documents}
        self._statements = {
            s.id: s
            for reading in case.readings.values()
            for s in reading.statements
            if s.document in documents
        }
        self._speaking = Speaking(case)

    def denials(self) -> Iterator[Denial]:
        found: dict[tuple[str, bool], list[Statement]] = {}
        for document in self._case.documents:
            reading = self._case.readings.get(document.id)
            for s in sorted(reading.statements, key=_outer_first) if reading else ():
                if s.denies or s.factuality.denied:
                    claim = self._claim_of.get(s.id)
                    found.setdefault((claim.id if claim else s.id, s.denies), []).append(s)
        by_id = {document.id: document for document in self._case.documents}
        for (key, explicit), stated in found.items():
            aimed = tuple(self._aimed(self._claims[key])) if key in self._claims else ()
            first = next((s for s in stated if aimed or explicit or s.sources), None)
            if first is None:
                continue
            document = by_id[first.document]
            yield Denial(
                statement=first.id,
                claim=key if key in self._claims else None,
                document=document.id,
                file=document.file,
                published=published(document, self._case.readings[document.id])[0],
                who=self._speaking.chain(first),
                text=first.content.of(document.text),
                cue=first.cue.of(document.text) if first.cue else None,
                factuality=first.factuality,
                explicit=explicit,
                again=tuple(s.id for s in stated[stated.index(first) + 1 :]),
                aimed=aimed,
            )

    def changes(self) -> Iterator[Change]:
        rank = {document.id: place for place, document in enumerate(self._case.documents)}

        def first_told(claim: Claim) -> tuple[int, str]:
            return min((rank[d] for d in claim.documents if d in rank), default=0), claim.id

        for claim in sorted(self._claims.values(), key=first_told):
            for relation in claim.relations:
                before = self._claims.get(relation.claim)
                if relation.relation == "changes" and before:
                    yield Change(
                        now=claim.id,
                        text=claim.text,
                        before=before.id,
                        before_text=before.text,
                        who=self._who(claim),
                        reasons=relation.reasons,
                    )

    def _aimed(self, claim: Claim) -> Iterator[Aimed]:
        # A denial may be bound by a relation, or stand in the claim that others affirm.
        stated = [self._statements[s] for s in claim.statements if s in self._statements]
        if any(not (s.denies or s.factuality.denied) for s in stated):
            yield self._bound(claim, claim.reasons)
        for relation in claim.relations:
            if relation.relation == "refutes" and relation.claim in self._claims:
                yield self._bound(self._claims[relation.claim], relation.reasons)

    def _bound(self, claim: Claim, reasons: tuple[Reason, ...]) -> Aimed:
        return Aimed(claim=claim.id, text=claim.text, who=self._who(claim), reasons=reasons)

    def _who(self, claim: Claim) -> tuple[str, ...]:
        """Return who says a claim; where a report does so itself, its outlet or file."""
        names: dict[str, None] = {}
        for key in claim.statements:
            if key in self._statements:
                names |= dict.fromkeys(self._speaking.chain(self._statements[key])[:1])
        return tuple(names) or tuple(origin.name for origin in claim.origins)


def _outer_first(statement: Statement) -> tuple[int, int, str]:
    """Order statements by place, one that holds another before it."""
    return statement.content.start, -statement.content.end, statement.id
