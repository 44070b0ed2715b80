"""Places: words that name one, how a text sets them out, and where they lie."""

from typing import Literal

from recoupe.model.base import Reason, Record, Span

PlaceForm = Literal["bare", "of", "article", "within", "en", "free"]
"""What stands before a name: "à Vienne", "de Vienne", "la Vienne", "dans la Vienne", "en Vienne",
nothing that tells."""


class PlaceName(Record):
    """A name to look up, and how the words before it govern it."""

    text: str
    form: PlaceForm


class PlaceMention(Record):
    """Words that name a place, with what the sentence tells of it.

    Attributes:
        span: The words.
        names: What they may name: "au Caire" is "Le Caire", or "Caire" with an article.
        kinds: Kinds of place that a noun beside it asks for ("le port de"), none if free.
        countries: Countries whose adjective or people stands beside that noun ("la ville
            libyenne de"), ISO 3166-1.
        inside: Mentions of places that this one is said to lie in ("Vienne, en Isère").
        sentence: Number of the sentence in the document.
    """

    span: Span
    names: tuple[PlaceName, ...]
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    inside: tuple[Span, ...] = ()
    sentence: int = 0


class PlaceRelation(Record):
    """A place set out by another: "à 900 kilomètres à l'est de Moscou".

    Attributes:
        span: The words.
        anchor: The place it is counted from.
        subject: The named place that it sets out; None where that has no name.
        low: Least distance in kilometres; None where none is given.
        high: Greatest distance, likewise.
        approximate: Whether the words hedge it.
        bearing: Degrees clockwise from north, as seen from the anchor; None where none is given.
        border: The anchor's edge is meant, not its middle.
        countries: Countries whose border it is, where adjectives tell ("la frontière
            russe"), ISO 3166-1; the anchor is then the words of the border.
    """

    span: Span
    anchor: Span
    subject: Span | None = None
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    bearing: float | None = None
    border: bool = False
    countries: tuple[str, ...] = ()


class PlacesRead(Record):
    """What one document says of places.

    Attributes:
        mentions: In order.
        relations: In order.
        peoples: Country codes of the adjectives and peoples in each sentence, by its number.
    """

    mentions: tuple[PlaceMention, ...] = ()
    relations: tuple[PlaceRelation, ...] = ()
    peoples: tuple[tuple[int, str], ...] = ()


class Spot(Record):
    """A place on the map.

    Attributes:
        id: In the source of the data: ``geonames:524901``, ``iso:RU``.
        name: In the language of the reports, where it has a name there.
        kind: ``city``, ``country``, ``river`` ...
        latitude: Decimal degrees (WGS 84); of an area, its middle.
        longitude: Likewise.
        country: ISO 3166-1 alpha-2, or None.
        radius: Of an area, in kilometres, roughly; 0 for a point.
    """

    id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None
    radius: int = 0


class PlaceCandidate(Record):
    """A place that a mention may mean: how likely, and why."""

    place: Spot
    score: float
    reasons: tuple[Reason, ...]


class ResolvedPlace(Record):
    """What a mention was taken to mean.

    Attributes:
        document: Id of the document.
        span: The words.
        name: What they name, with its article where that is part of it.
        place: None where no place is known, or several remain likely.
        score: How likely, among the places known, 0 to 1.
        reasons: Why, or why it is left open.
        candidates: All that were weighed, likeliest first, ``place`` among them.
    """

    document: str
    span: Span
    name: str
    place: Spot | None
    score: float
    reasons: tuple[Reason, ...]
    candidates: tuple[PlaceCandidate, ...] = ()


class CheckedRelation(Record):
    """A relation of places, held against the map.

    Attributes:
        document: Id of the document.
        relation: As read.
        subject: Where the place set out lies, if it is named and known.
        anchor: Where the place it is counted from lies, if known.
        latitude: Of the point that the words give, where the place set out is not named.
        longitude: Likewise.
        agrees: Whether the words fit the map; None where it can't be told.
        reasons: What was compared.
    """

    document: str
    relation: PlaceRelation
    subject: Spot | None = None
    anchor: Spot | None = None
    latitude: float | None = None
    longitude: float | None = None
    agrees: bool | None = None
    reasons: tuple[Reason, ...] = ()
