"""Who and where from, and what is bought, told behind other parts that the parse hangs them on.

"a reçu des drones de l'Iran", "achemine le charbon de Rostov vers Azov", "achète pour 2
millions d'euros de matériel": by grammar alone the words are the goods', or the price's.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits
from recoupe.extraction.events.roles.arguments import Arguments
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

_WHEREABOUTS = frozenset(("place", "state", "work"))
_GOODS = frozenset(("thing",))
_ACTORS = frozenset(("person", "body"))
_CLAUSES_BEGIN = frozenset(("SCONJ", "PRON"))
# Kinds of what is a state's or a town's own: "l'ambassade de la France", "le maire de Lyon".
_OWNED = frozenset(("work", "body", "person", "place", "state"))


class Strays:
    """Finds parts of an event behind other parts of it.

    Args:
        sentence: The sentence.
        things: Tells what words name.
        joining: The language's words that join.
    """

    def __init__(self, sentence: Sentence, things: Things, joining: Joining) -> None:
        self._sentence = sentence
        self._things = things
        self._joining = joining

    def goods_within(self, arguments: Arguments) -> list[Token]:
        """Return "chars" of "l'achat par la Pologne de 200 chars"."""
        for _, token in arguments.joined:
            for child in token.children:
                if child.i < token.i or child.pos_ != "NOUN" or child.dep_ != "nmod":
                    continue
                if self._joining.preposition(child) != "de":
                    continue
                several = any(c.dep_ == "nummod" for c in child.children) or (
                    child.i > child.first and child.nbor(-1).lower_ in grammar.DE
                )
                if several and admits(_GOODS, self._things.kinds(child, self._sentence)):
                    return [child]
        return []

    def sources_within(self, thing: Token, *, capitals: bool = False) -> list[Token]:
        """Return the state that "a reçu des drones de l'Iran" names behind the thing.

        Args:
            thing: The thing.
            capitals: Whether a capital may be meant: "livraisons d'armes de Téhéran à Moscou".
        """
        if capitals:
            # "livraisons de pièces de la société Korvan à l'Iran"
            for child in thing.children:
                if child.i > thing.i and child.dep_ == "nmod" and self._is_somebody(child):
                    return [child]
        for word in thing.doc[thing.i + 1 : thing.past]:
            if word.is_punct or word.pos_ in _CLAUSES_BEGIN or grammar.is_finite(word):
                return []
            if word.pos_ != "PROPN" or self._joining.preposition(word) != "de":
                continue
            article = _is_definite(word, self._joining) or (
                capitals and self._things.is_capital(word)
            )
            held = self._things.kinds(word.head, self._sentence)
            state = "state" in self._things.kinds(word, self._sentence)
            if article and held.isdisjoint(_OWNED) and (state or capitals):
                return [word]
        return []

    def _is_somebody(self, word: Token) -> bool:
        """Tell "de la société Korvan", with its article."""
        if self._joining.preposition(word) != "de" or not _is_definite(word, self._joining):
            return False
        return not _ACTORS.isdisjoint(self._things.kinds(word, self._sentence))

    def origin_behind(self, verb: Token, ends: Sequence[Token]) -> list[Token]:
        """Return "Rostov" of "achemine le charbon de Rostov vers Azov", "part en août de Rostov".

        What "de" joins to goods or to a day is where they come from, if it names a place: right
        before where they go, or behind the day.
        """
        for word in verb.doc[verb.i + 1 : verb.past]:
            if word.pos_ in _CLAUSES_BEGIN or grammar.is_finite(word) or word.text == ";":
                return []
            if word.pos_ != "PROPN" or self._joining.preposition(word) != "de":
                continue
            owner = self._things.kinds(word.head, self._sentence)
            behind_time = "time" in owner and word.dep_ == "nmod"
            if not behind_time and not (owner.isdisjoint(_OWNED) and self._goes_on(word, ends)):
                continue
            if not _WHEREABOUTS.isdisjoint(self._things.kinds(word, self._sentence)):
                return [word]
        return []

    def _goes_on(self, name: Token, ends: Sequence[Token]) -> bool:
        """Tell whether right behind a name stands where something goes."""
        mention = self._things.mention(name, self._sentence)
        end = mention.span.end - self._sentence.offset if mention is not None else 0
        for word in name.doc[name.i + 1 : name.past]:
            if word.idx >= end:
                plain = self._joining.contracted.get(word.lower_, word.lower_)
                return "to" in self._joining.groups.get(plain, ()) and word.head in ends
        return False

    def priced(self, arguments: Arguments) -> list[Token]:
        """Return "matériel" of "achète pour 2 millions d'euros de matériel"."""
        for preposition, token in arguments.joined:
            if preposition != "pour" or token.i < arguments.word.i:
                continue
            if self._things.sum_of_money(token, self._sentence) is None:
                continue
            last = token
            while (inner := _of_behind(last, self._joining)) is not None:
                last = inner
            if self._things.sum_of_money(last, self._sentence) is None:
                return [last]
        return []


def _is_definite(noun: Token, joining: Joining) -> bool:
    """Tell "de la société", "du groupe" from "de société"."""
    return any(c.pos_ == "DET" or c.lower_ in joining.with_article for c in noun.children)


def _of_behind(noun: Token, joining: Joining) -> Token | None:
    """Return what "de" joins right behind a noun without an article."""
    for child in noun.children:
        if child.i == noun.i + 2 and child.pos_ == "NOUN" and joining.preposition(child) == "de":
            return child
    return None
