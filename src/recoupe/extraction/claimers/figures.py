"""Whom a report speaks of, and each place where it does."""

from dataclasses import dataclass, field

from recoupe.model import SourceKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a figure is spoken of.

    Attributes:
        place: Offset in the document.
        sentence: Number of the sentence.
        paragraph: Number of the paragraph.
        weight: How much its part in the sentence brings it to the fore.
        speaks: Whether it is a source there.
        quoted: Whether it is spoken of inside somebody's quotation.
    """

    place: int
    sentence: int
    paragraph: int
    weight: float
    speaks: bool = False
    quoted: bool = False


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that the report has named or described.

    Attributes:
        name: As the report names it in full, or first describes it.
        kind: Person, organisation, unnamed source or document.
        proper: Whether it has a name.
        definite: Whether it was brought in as somebody known ("le ministre").
        thing: Whether nothing says that it is somebody: "un accord", "son franc-parler".
        feminine: Its gender, None where nothing tells.
        called_feminine: The gender of the pronoun by which it went on speaking, None where nothing
            tells: told against other descriptions, not for them.
        gendered: Whether a body's own article tells its gender: "la Banque".
        thing_name: Whether its name is one of a thing: a ship, a product, or a firm taken for one.
        plural: Whether they are several.
        nouns: Nouns that it was introduced with, as the lexicon lists them.
        complements: Words that these nouns were told apart by ("ministre de la Santé").
        families: Families of bodies that it belongs to.
        publishes: Whether it is the outlet that publishes the report.
        place_name: Whether it is a place that acts, as a state does.
        states: The states for which it speaks, by an adjective or as their people.
        uses: How often the whole report names it.
        share: Its share of the people that the whole report names, 0 for bodies.
        count: How many they are, where the words tell.
        members: Who they are, where several named or described make one figure.
        appearances: Where it has been spoken of so far, in order.
        named_later: The figure that it turned out to be, once that was named.
    """

    name: str
    kind: SourceKind
    proper: bool = False
    definite: bool = False
    thing: bool = False
    feminine: bool | None = None
    called_feminine: bool | None = None
    gendered: bool = False
    thing_name: bool = False
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    complements: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    publishes: bool = False
    place_name: bool = False
    states: tuple[str, ...] = ()
    uses: int = 0
    share: float = 0.0
    count: int | None = None
    members: "tuple[Figure, ...]" = ()
    appearances: list[Appearance] = field(default_factory=list)
    named_later: "Figure | None" = None

    @property
    def same(self) -> "Figure":
        """The figure that this one is, itself unless it was named later."""
        return self.named_later.same if self.named_later is not None else self

    @property
    def is_person(self) -> bool:
        """Whether it is one or several people, named or not."""
        return self.kind in {"person", "unnamed"}


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom words stand for.

    Attributes:
        figure: Who is meant, or the words' own figure where that is open.
        rule: What decided it, "" where the words themselves name or introduce it.
        candidates: Others that they may stand for, the likeliest first.
        open: Whether it could not be decided.
        possessor: Whose the figure is: "son avocat".
    """

    figure: Figure
    rule: str = ""
    candidates: tuple[Figure, ...] = ()
    open: bool = False
    possessor: Figure | None = None
