"""What one word of saying does to its content."""

from dataclasses import dataclass

from recoupe.model import Factuality


@dataclass(frozen=True, slots=True)
class Cue:
    """What one word of saying does to its content.

    Attributes:
        value: What it commits its subject to.
        negated: The same when it is itself negated.
        takes: Forms that its content may have: clause, infinitive, object, quote.
        denies: Whether it denies its content.
        infinitive: The value where the content is an infinitive, if it is another.
        blames: Whether its content is somebody else's deed ("accuse X d'avoir P").
    """

    value: Factuality
    negated: Factuality = Factuality.UNDERSPECIFIED
    takes: frozenset[str] = frozenset()
    denies: bool = False
    blames: bool = False
    infinitive: Factuality | None = None


PLAIN = Cue(value=Factuality.CERTAIN)
"""What a verb does that is one of saying only with quoted words for its object."""
