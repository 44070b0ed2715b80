"""What extraction found in one document."""

from recoupe.model.base import Reason, Record, Span
from recoupe.model.document import PublishedBasis
from recoupe.model.place import PlacesRead
from recoupe.model.statement import Mention, Statement
from recoupe.model.thing import ThingsRead


class Dating(Record):
    """The day a report was published, as far as it can be told.

    Attributes:
        value: EDTF, or None: a wrong date is worse than none.
        basis: Where it comes from.
        span: The words in the report that give it (a dateline), if any do.
        doubts: What speaks against the value, or why there is none.
    """

    value: str | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None
    doubts: tuple[Reason, ...] = ()


class Citation(Record):
    """Words by which a report names an outlet or agency that it draws on.

    Attributes:
        span: The words that name the outlet.
        name: The outlet's name as written, without its article.
        reason: The form of the citation (credit line, "selon le ...").
    """

    span: Span
    name: str
    reason: Reason


class Reading(Record):
    """What one version of the extraction found in one document.

    A pure function of the document and the version: it can be cached, run in
    parallel, and run again elsewhere with the same outcome.

    Attributes:
        document: Id of the document.
        version: Version of extraction, language pack and weights.
        body: Spans of the paragraphs taken as the report itself; the rest of
            the text (menus, captions, credits) is kept but not read.
        headline: Span of the headline inside the text, if it stands there.
        dating: When the report was published.
        mentions: Named things, in order of their place in the text.
        statements: Statements, likewise.
        citations: Outlets and agencies that the report says it draws on.
        places: What it says of places, not yet set on a map.
        things: Things that it names, what stands on them, and what was found.
    """

    document: str
    version: str
    body: tuple[Span, ...] = ()
    headline: Span | None = None
    dating: Dating = Dating()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    places: PlacesRead = PlacesRead()
    things: ThingsRead = ThingsRead()
