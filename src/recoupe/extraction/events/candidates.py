"""The words of a sentence that may tell of an event: one look-up a word."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.lexicon import SHOWN, Lexicon, Trigger
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

# Words that may stand between those of a phrase: "mettre aussitôt la main sur".
_GAP = 2
# How far behind a verb the rest of its phrase may stand, beyond its object.
_OBJECT = 16
_ENDS = frozenset((";", ":", ".", "(", "«", "»"))
# Where a parsed paragraph keeps the forms of its words.
_FORMS = "recoupe_event_forms"
_PARTICIPLES = frozenset(
    ("acl", "amod", "ROOT", "advcl", "xcomp", "conj", "ccomp", "acl:relcl", "parataxis")
)


_HUNG = frozenset(("nmod", "obl", "obl:arg", "obl:mod"))


@dataclass(frozen=True, slots=True)
class Met:
    """A trigger met in a sentence.

    Attributes:
        trigger: The trigger.
        held: Places of the words of a phrase, which play no part in its event.
        shown: The word that evokes the event most plainly.
    """

    trigger: Trigger
    held: frozenset[int]
    shown: Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with what it may tell of.

    Attributes:
        word: The verb or noun.
        verbal: Whether it is a verb.
        met: What it may tell of; phrases alone where there is one.
    """

    word: Token
    verbal: bool
    met: tuple[Met, ...]


def candidates_in(sentence: Sentence, lexicon: Lexicon, joining: Joining) -> Iterator[Candidate]:
    """Yield the words that a list knows, in order.

    Args:
        sentence: The sentence.
        lexicon: The words that tell of events.
        joining: The language's words that join.
    """
    for word in sentence.words:
        pos = word.pos_
        if pos in {"VERB", "AUX"}:
            known = lexicon.verbs.get(word.lemma_.lower()) or lexicon.verbs.get(
                lexicon.forms.get(word.lower_, ""), ()
            )
        elif _is_noun(word, lexicon):
            lemma, lower = word.lemma_.lower(), word.lower_
            known = lexicon.nouns.get(lower, ())
            if lemma != lower:
                known += lexicon.nouns.get(lemma, ())
            if not known and lower in lexicon.forms and _is_bare(word):
                known = lexicon.verbs[lexicon.forms[lower]]
        elif pos == "ADJ" and word.dep_ in _PARTICIPLES:
            # A participle that the tagger took for an adjective: "des drones livrés".
            known = lexicon.verbs.get(lexicon.forms.get(word.lower_, ""), ())
            if known and not _is_participle(word, known[0].word):
                known = ()
        else:
            continue
        if known:
            phrased = any(trigger.behind for trigger in known)
            near = _forms_behind(word, joining) if phrased else frozenset()
            met = tuple(
                m
                for trigger in known
                if (not trigger.behind or trigger.behind[0].lstrip(SHOWN) in near)
                and (m := _met(word, trigger, joining)) is not None
            )
            phrases = tuple(m for m in met if m.trigger.behind)
            if met:
                yield Candidate(word, known[0].verbal, phrases or met)


def _is_noun(word: Token, lexicon: Lexicon) -> bool:
    """Tell a noun, also one that the tagger took for something else: it has an article."""
    if word.pos_ == "NOUN":
        # Within a sentence a capital makes a name of it: "l'Assemblée".
        return word.text[:1].islower() or word.i == word.first or word.text.isupper()
    if word.pos_ == "PROPN":
        return word.i == word.first and not word.ent_type_
    return word.lower_ in lexicon.nouns and any(c.pos_ == "DET" for c in word.children)


def _is_bare(word: Token) -> bool:
    """Tell "un ferry parti de Malte", a participle that the tagger took for a noun."""
    if word.i == word.first or word.nbor(-1).pos_ not in {"NOUN", "PROPN"}:
        return False
    return not any(c.pos_ in {"DET", "NUM"} or c.dep_ == "case" for c in word.children)


def _is_participle(word: Token, lemma: str) -> bool:
    """Tell "saisis" from an adjective that it looks like."""
    if lemma.endswith("er") and not word.lower_.rstrip("es").endswith("é"):
        return False
    if word.dep_ != "amod" or word.i > word.head.i:
        # "les flacons saisis": as in any clause, what it describes undergoes it.
        return True
    return any(c.dep_.startswith(("obl", "aux", "advmod")) for c in word.children)


def _met(word: Token, trigger: Trigger, joining: Joining) -> Met | None:
    """Return a trigger with its phrase's further words, which stand behind it in order.

    Either right behind, or beyond an object: "a placé trois sociétés et leur patron *sur la
    liste noire*".
    """
    if not trigger.behind:
        return Met(trigger, frozenset(), word)
    met = _phrase_from(word, word.i + 1, trigger, joining)
    if met is not None:
        return met
    opener = trigger.behind[0].lstrip(SHOWN)
    for token in word.doc[word.i + 1 : min(word.past, word.i + _OBJECT)]:
        if token.text in _ENDS or token.pos_ == "VERB":
            break
        if token.pos_ == "ADP" and opener in _forms_of(token, joining):
            return _phrase_from(word, token.i, trigger, joining)
    return None


def _phrase_from(word: Token, place: int, trigger: Trigger, joining: Joining) -> Met | None:
    """Return a phrase whose further words stand from a place on, with little in between."""
    gap = 0
    end = min(word.past, place + len(trigger.behind) + 2 * _GAP)
    held: list[int] = []
    shown = word
    for wanted in trigger.behind:
        plain = wanted.lstrip(SHOWN)
        while place < end and gap <= _GAP and plain not in _forms_of(word.doc[place], joining):
            place, gap = place + 1, gap + 1
        if place >= end or gap > _GAP:
            return None
        held.append(place)
        if wanted.startswith(SHOWN):
            shown = word.doc[place]
        place += 1
    return Met(trigger, frozenset(held), shown)


def joined_within(met: Met, word: Token, joining: Joining) -> list[tuple[str, Token]]:
    """Return what hangs on the words of a phrase: "a pris le contrôle *de la banque*".

    Args:
        met: A phrase met in a sentence.
        word: Its first word.
        joining: The language's words that join.
    """
    found = []
    for place in sorted(met.held):
        for child in word.doc[place].children:
            if child.i > place and child.i not in met.held and child.dep_ in _HUNG:
                preposition = joining.preposition(child)
                if preposition is not None:
                    found.append((preposition, child))
    return found


def _forms_behind(word: Token, joining: Joining) -> Set[str | None]:
    """Return what the words may be listed as of which one opens a phrase's further words."""
    behind = word.doc[word.i + 1 : min(word.past, word.i + _OBJECT)]
    forms = {token.lower_.replace("’", "'") for token in behind}
    found: set[str | None] = {joining.contracted.get(form) for form in forms}
    return found.union(forms, [token.lemma_.lower() for token in behind])


def _forms_of(token: Token, joining: Joining) -> frozenset[str | None]:
    """Return what a word of a phrase may be listed as; many phrases ask the same words."""
    known: dict[int, frozenset[str | None]] = token.doc.user_data.setdefault(_FORMS, {})
    forms = known.get(token.i)
    if forms is None:
        low = token.lower_.replace("’", "'")
        forms = frozenset((low, token.lemma_.lower(), joining.contracted.get(low)))
        known[token.i] = forms
    return forms
