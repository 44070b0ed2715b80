"""The words of a sentence that may tell of an event: one look-up a word."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.lexicon import Lexicon, Trigger
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

# Words that may stand between those of a phrase: "mettre aussitôt la main sur".
_GAP = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with what it may tell of.

    Attributes:
        word: The verb or noun.
        verbal: Whether it is a verb.
        triggers: What it may tell of, phrases first.
    """

    word: Token
    verbal: bool
    triggers: tuple[Trigger, ...]


def candidates_in(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the words that a list knows, in order.

    Args:
        sentence: The sentence.
        lexicon: The words that tell of events.
    """
    for word in sentence.words:
        pos = word.pos_
        if pos in {"VERB", "AUX"}:
            lemma = word.lemma_.lower()
            known = lexicon.verbs.get(lemma)
            if known is None:
                known = lexicon.verbs.get(lexicon.forms.get(word.lower_, ""))
            verbal = True
        elif pos == "NOUN" or (pos == "PROPN" and word.i == word.first and not word.ent_type_):
            lemma, lower = word.lemma_.lower(), word.lower_
            known = lexicon.nouns.get(lower, ())
            if lemma != lower:
                known += lexicon.nouns.get(lemma, ())
            verbal = False
        elif pos == "ADJ" and word.dep_ in {"acl", "amod", "ROOT", "advcl", "xcomp", "conj"}:
            # A participle that the tagger took for an adjective: "des drones livrés".
            lemma = lexicon.forms.get(word.lower_, "")
            if not lemma or not _is_participle(word):
                continue
            known, verbal = lexicon.verbs.get(lemma), True
        else:
            continue
        if not known or (verbal and grammar.is_carrier(word) and word.dep_ == "aux:caus"):
            continue
        triggers = tuple(t for t in known if not t.behind or _is_phrase(word, t.behind))
        if triggers:
            phrases = tuple(t for t in triggers if t.behind)
            yield Candidate(word, verbal, phrases or triggers)


def _is_participle(word: Token) -> bool:
    governed = any(
        c.dep_ in {"obl:agent", "aux:pass", "aux:tense"} or c.dep_.startswith("obl")
        for c in word.children
    )
    return governed or word.lower_.rstrip("s").endswith(("é", "ée", "i", "ie", "u", "ue", "it"))


def _is_phrase(word: Token, behind: tuple[str, ...]) -> bool:
    """Tell whether a phrase's further words stand behind its first, in order."""
    place, gap = word.i + 1, 0
    end = min(word.past, word.i + len(behind) + 1 + 2 * _GAP)
    for wanted in behind:
        while place < end and not _is_word(word.doc[place], wanted):
            place, gap = place + 1, gap + 1
        if place >= end or gap > _GAP:
            return False
        place += 1
    return True


def _is_word(token: Token, wanted: str) -> bool:
    low = token.lower_.replace("’", "'")
    if low == wanted or token.lemma_.lower() == wanted:
        return True
    if wanted in {"de", "à"}:
        return low in {"de": {"du", "des", "d'"}, "à": {"au", "aux"}}[wanted]
    return False
