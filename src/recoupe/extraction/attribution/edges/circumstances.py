"""Where, to whom and by what means something was said, between a verb and what it governs.

"Accuse dans un communiqué le groupe d'avoir menti", "qualifie à la radio publique de « farce »
l'enquête": the phrase belongs to the verb of saying, and what is said begins behind it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token

if TYPE_CHECKING:  # the words of saying ask for circumstances themselves
    from recoupe.extraction.attribution.saying import Saying

_NAMING = {"NOUN", "PROPN"}


def circumstance_length(tokens: Sequence[Token], saying: "Saying") -> int:
    """Return how many of the first tokens tell where or to whom it was said, 0 for none.

    Args:
        tokens: What stands behind a verb of saying, in its sentence.
        saying: The words of saying of the language.
    """
    if len(tokens) < 2 or not saying.is_one(tokens[0], "telling_where"):
        return 0
    place = 1
    if saying.is_one(tokens[1], "of"):
        # "auprès de l'agence"
        place = 2
    length, head = _noun_phrase(tokens, place, saying)
    if head is None or not _is_occasion(tokens[0], head, saying):
        return 0
    if length + 1 < len(tokens) and tokens[length].lower_ in grammar.DE_DU:
        owned, owner = _noun_phrase(tokens, length + 1, saying)
        named = tokens[length + 1].pos_ == "PROPN"
        if owner is not None and (named or saying.is_one_lemma_of(head, "by_voice")):
            # "par la voix de son avocat", and not "a fait part à la presse de ses craintes"
            length = owned
    return length


def _noun_phrase(tokens: Sequence[Token], start: int, saying: "Saying") -> tuple[int, Token | None]:
    """Return the place behind a noun phrase without its complements, and its head."""
    head: Token | None = None
    place = start
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.pos_ in _NAMING and (head is None or head.pos_ == token.pos_ == "PROPN"):
            head = token
        elif not _goes_on(token, head, place == start, saying):
            return place, head
    return place, None  # nothing stands behind it


def _goes_on(token: Token, head: Token | None, first: bool, saying: "Saying") -> bool:
    """Tell whether a word other than a noun is still of the noun phrase."""
    if token.pos_ == "ADJ":
        return head is None or not _is_of_subject(token, head, saying)
    return token.pos_ in {"DET", "NUM"} and head is None and (first or token.pos_ == "NUM")


def _is_of_subject(adjective: Token, noun: Token, saying: "Saying") -> bool:
    """Tell "se dit dans un communiqué prêt à négocier", "juge en un mot illégale la mesure"."""
    if saying.is_one(adjective, "ready") or saying.is_one_lemma_of(adjective, "qualities"):
        return True
    if adjective.head is noun:
        return False
    return any(
        (a := grammar.feature(noun, name)) and (b := grammar.feature(adjective, name)) and a != b
        for name in ("Gender", "Number")
    )


def _is_occasion(preposition: Token, head: Token, saying: "Saying") -> bool:
    """Tell "dans un communiqué", "à la radio", "auprès de l'agence" from what is said."""
    if saying.is_one(preposition, "through"):
        # "par courriel", and not "révélé par l'émission", who did it
        return saying.is_one_lemma_of(head, "means") or saying.is_one_lemma_of(head, "by_voice")
    if saying.is_one_lemma_of(head, "occasions") or head.lemma_.lower() in saying.media:
        return True
    lemma = head.lemma_.lower()
    told = lemma in saying.people or lemma in saying.bodies
    return saying.is_one(preposition, "to_hearers") and (told or head.pos_ == "PROPN")
