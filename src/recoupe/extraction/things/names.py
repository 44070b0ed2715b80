"""The name behind a noun for a thing: its model's or its own, or who made it."""

from recoupe.extraction import grammar
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, Role, Span

_FIRMS = frozenset(("Organization", "Company", "PublicBody"))
_QUOTES = frozenset('«“"')
_CLOSING = frozenset('»”"')
# What has a name of its own, whatever the pipeline takes it for.
_NAMED = frozenset(("vessel", "work"))
_SKIPPED = 5
"""Words that may stand between a noun and its model's name: "pompe à perfusion Perféa 3"."""
_LONGEST = 5
_FARTHEST = 4
_ACRONYM = 4
"""Letters up to which a word in capitals is taken for an acronym."""


class Names:
    """Reads the names of the things of one report.

    Args:
        text: The document's stored text.
        things: Tells what names name.
        words: The language's words about things.
    """

    def __init__(self, text: str, things: Things, words: EvidenceWords) -> None:
        self._text = text
        self._things = things
        self._words = words

    def of(self, noun: Token, sentence: Sentence) -> tuple[Role, bool] | None:
        """Return the name behind a noun and whether it is a firm's."""
        words = self._words
        if words.noun(noun, words.unnamed | words.containers | words.serial - words.parts):
            return None
        place, end = noun.i + 1, min(noun.past, noun.i + 1 + _SKIPPED + _LONGEST)
        told = False  # "de type", "baptisé": a name follows for certain
        skipped = 0
        while place < end and skipped < _SKIPPED:
            word = noun.doc[place]
            if _opens(word) or _is_name(word):
                break
            lower = word.lower_
            told = told or not self._words.model.isdisjoint((lower, lower.rstrip("es")))
            told = told or lower in self._words.maker
            if self._words.verb(word) and not told:
                # "des voitures estampillées Ford"
                return None
            bare = word.pos_ in {"ADJ", "NOUN", "ADP", "VERB"} and not grammar.is_finite(word)
            if not bare or (word.pos_ == "VERB" and not told) or lower in self._words.with_article:
                return None
            place, skipped = place + 1, skipped + 1
        else:
            return None
        behind = noun.doc[place - 1]
        quoted = _opens(noun.doc[place])
        if behind.pos_ == "ADP" or (quoted and not told and place > noun.i + 1):
            return None
        held = self._held(noun, place + quoted, quoted)
        if not held or any(self._things.is_time(w, sentence) for w in held):
            return None
        span = sentence.span_of(held)
        name = " ".join(span.of(self._text).split())
        if not (quoted or told) and name.isupper() and name.isalpha() and len(name) <= _ACRONYM:
            # "test PCR", "véhicule SUV": what sort it is, not which.
            return None
        mention = self._things.mention(held[0], sentence)
        digits = any(c.isdigit() for c in name)
        # "le système Debian": what is so general is named by what tells a model from others.
        vague = self._words.noun(noun, self._words.general) and not (digits or quoted or told)
        if vague or (not (told or quoted) and self._is_other(name, mention, noun)):
            return None
        maker = behind.lower_ in self._words.maker and behind is not noun
        firm = maker or (
            mention is not None
            and mention.schema_name in _FIRMS
            and not digits
            and not quoted
            and not told
            and self._words.kind(noun) not in _NAMED
        )
        return Role(span=span, name=name), firm

    def of_plant(self, noun: Token, sentence: Sentence) -> tuple[Role, bool] | None:
        """Return the name of a plant that goes by its place: "l'usine d'Orlansk"."""
        if not self._words.noun(noun, self._words.plants):
            return None
        for child in noun.children:
            opener = next((c for c in child.children if c.dep_ == "case"), None)
            if child.pos_ != "PROPN" or opener is None or opener.lower_ not in grammar.DE_DU:
                continue
            mention = self._things.mention(child, sentence)
            near = child.i - noun.i <= _FARTHEST
            if near and mention is not None and mention.schema_name == "Address":
                if self._things.states.is_state(mention.name):
                    return None
                start = sentence.offset + noun.idx
                span = Span(start, mention.span.end)
                return Role(span=span, name=" ".join(span.of(self._text).split())), False
        return None

    def _held(self, noun: Token, place: int, quoted: bool) -> list[Token]:
        held: list[Token] = []
        for word in noun.doc[place : min(noun.past, place + _LONGEST)]:
            if quoted and word.text in _CLOSING:
                return held
            if not quoted and not (_is_name(word) or (held and _goes_on(word, held[-1]))):
                break
            if not quoted and held and word.i != held[-1].i + 1:
                break
            held.append(word)
        return [] if quoted else held

    def _is_other(self, name: str, mention: Mention | None, noun: Token) -> bool:
        """Tell a name that is not the thing's: a state, a person, a place beside it."""
        states = self._things.states
        first = name.split(maxsplit=1)[0]
        if states.is_state(name) or states.is_state(first) or states.of_adjective(first):
            return True
        if len(name) < 2 or mention is None:
            return len(name) < 2
        vessel = self._words.kind(noun) == "vessel"
        digits = any(c.isdigit() for c in name)
        return mention.schema_name in {"Person", "Address"} and not (vessel or digits)


def closed(text: str, end: int) -> int:
    """Return the end of words with the mark that closes what they quote, where one follows."""
    behind = text[end : end + 2].lstrip()
    return (
        end + text[end : end + 2].index(behind[0]) + 1 if behind and behind[0] in _CLOSING else end
    )


def _is_name(word: Token) -> bool:
    return word.text[:1].isupper()


def _opens(word: Token) -> bool:
    """Tell a mark that opens what it quotes, with a capital or figure right behind it."""
    if word.text not in _QUOTES or word.i + 1 >= word.past:
        return False
    if word.text == '"' and (word.whitespace_ or not word.nbor(-1).whitespace_):
        return False
    behind = word.nbor(1).text[:1]
    return behind.isupper() or behind.isdigit()


def _goes_on(word: Token, last: Token) -> bool:
    """Tell "3" of "Perféa 3" and the hyphens of a name."""
    tied = not last.whitespace_
    return (word.text == "-" and tied) or (word.like_num and word.text.isdigit() and len(word) < 4)
