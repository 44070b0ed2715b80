"""Which words of a report can stand for somebody, and how."""

import re
from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.named import PLACE
from recoupe.extraction.claimers.speech import Speech
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.tokens import Token
from recoupe.model import Mention

_OBJECTS = frozenset({"obj", "iobj", "obl:agent", "obl:arg"})
_SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "ccomp"})
_HANGING = _SUBORDINATE | {"xcomp", "csubj", "obj", "obl:mod", "obl:arg", "nmod"}
_INSIDE = frozenset({"nmod", "flat", "flat:name", "compound"})
_APPOSITION_REACH = 24
# What parts a name from the noun before it: "une porte-parole de l'Union (UPF), Ana Rey".
_COMMA = re.compile(r"(?:\s\([^()]{1,40}\))?,\s")
# Words in which "l'un des" names its people.
_GROUP_REACH = 5
_COPULA_REACH = 4
_TOPIC_REACH = 12
# Words of a time or a place with which a sentence opens.
_OPENING = 6
# How many clauses may hang in one another.
_DEEP = 6


class Standing:
    """Tells what a word can stand for by its form, its place and its neighbours.

    Args:
        text: The document's stored text.
        speech: Who speaks where in it.
        lexicon: Words for who can be meant.
        states: The table of states.
        saying: Lemmas of verbs of saying.
    """

    def __init__(
        self,
        text: str,
        speech: Speech,
        lexicon: Lexicon,
        states: States,
        saying: frozenset[str],
    ) -> None:
        self._text = text
        self._speech = speech
        self._lexicon = lexicon
        self._states = states
        self._saying = saying
        # "Le parti qu'il a fondé, le Front civique,"
        relative = "|".join(sorted(re.escape(form) for form in lexicon.beyond_name))
        self._relative = re.compile(rf"\s(?:{relative})\b[^,.;:«»\n]{{2,60}}(?=,\s)")

    def is_pronoun(self, token: Token, place: int) -> bool:
        """Tell whether a word takes somebody up as a pronoun."""
        if token.lower_ in self._lexicon.only_as_source:
            return place in self._speech
        if token.pos_ == "PRON" or token.text.startswith("-"):
            return not (place in self._speech and self._lexicon.pronoun(token.text) is None)
        return place in self._speech and self._lexicon.pronoun(token.text) is not None

    def can_be_meant(self, token: Token, place: int) -> bool:
        """Tell whether a noun can stand for somebody."""
        if place in self._speech:
            return True
        if token.pos_ not in {"NOUN", "ADJ", "VERB", "PROPN"}:
            return False
        if token.pos_ == "PROPN":
            return self._is_people(token)
        noun = self._lexicon.noun(token)
        if noun in self._lexicon.carriers:
            return False
        known = self._lexicon.is_known(noun)
        if not (known or token.dep_.startswith("nsubj")):
            return False
        if not grammar.stands_as_noun(token):
            # "deux anciens douaniers": a subject whatever the tagger took it for.
            return known and token.dep_.startswith("nsubj")
        if known or self._is_people(token):
            return True
        # Who says, threatens or tells is somebody, whatever the noun.
        determined = any(c.pos_ == "DET" for c in token.children)
        never = noun in self._lexicon.never_sources
        says = token.head.lemma_.lower() in self._saying
        return token.dep_ == "nsubj" and determined and not never and says

    def _is_people(self, token: Token) -> bool:
        """Tell "les Américains": the people of a state, who act for it."""
        return (
            token.text[:1].isupper()
            and token.dep_.startswith("nsubj")
            and token.i > grammar.sentence_start(token)
            and fold(token.nbor(-1).text) in self._lexicon.determiners["definite_plural"]
            and bool(self._states.of_adjective(token.text))
        )

    def group_of(self, token: Token) -> Token | None:
        """Return those of whom one or some are meant: "l'un des élus", "une dizaine d'élus"."""
        # "Une vingtaine d'associations"
        bodies = token.lower_ in self._lexicon.amounts
        if not bodies and token.lower_ not in self._lexicon.one_of:
            return None
        following = token.doc[token.i + 1 : min(token.past, token.i + 1 + _GROUP_REACH)]
        if not following or following[0].lower_ not in self._lexicon.of:
            return None
        for word in following[1:]:
            if word.pos_ == "NOUN" or grammar.stands_as_noun(word):
                noun = self._lexicon.noun(word)
                fits = self._lexicon.is_person(noun) or (bodies and self._lexicon.is_body(noun))
                return word if fits else None
            if word.pos_ not in {"DET", "ADJ", "NUM"}:
                return None
        return None

    def copula(self, token: Token) -> Token | None:
        """Return the verb that makes a noun a predicate: "Aubry fut présentateur"."""
        for k in range(token.i - 1, max(token.first, token.i - _COPULA_REACH) - 1, -1):
            before = token.doc[k]
            if before.lemma_ in self._lexicon.copulas and before.pos_ in {"AUX", "VERB"}:
                shown = k > token.first and self._lexicon.is_nobody(before.nbor(-1).text)
                return None if shown else before
            if before.pos_ not in {"DET", "ADJ", "ADV", "NUM"}:
                return None
        return None

    def is_inside(self, token: Token) -> bool:
        """Tell "la Défense" in "le ministre de la Défense": a part of an office's name."""
        head = token.head
        return (
            token.dep_.startswith("nmod")
            and head.pos_ in {"NOUN", "PROPN"}
            and self._lexicon.noun(token) in self._lexicon.inside_only
        )

    def apposed_name(self, place: int, mentions: Sequence[Mention]) -> Mention | None:
        """Return the name that closes a source's words: "une de ses porte-parole, Ana Rey,"."""
        words = self._speech.words_at(place)
        if words is None:
            return None
        clause = self._relative.match(self._text, words.span.end)
        comma = _COMMA.match(self._text, clause.end() if clause else words.span.end)
        if comma is None:
            return None
        for mention in mentions:
            if not comma.end() <= mention.span.start <= comma.end() + _APPOSITION_REACH:
                continue
            between = self._text[comma.end() : mention.span.start].split()
            closing = self._text[mention.span.end : mention.span.end + 2].strip()[:1]
            civil = all(
                w in self._lexicon.civilities
                or w in self._lexicon.determiners["apart"]
                # "un certain Paul Rey"
                or w in self._lexicon.so_called
                or w in self._lexicon.one_of
                or self._states.of_adjective(w.split("'")[-1].split("’")[-1])
                for w in between
            )
            closed = not closing or closing in ",.;:()»”d"
            if civil and closed and mention.schema_name != PLACE:
                return mention
            return None
        return None


def is_measure(head: Token, lexicon: Lexicon) -> bool:
    """Tell a quantity or a date, which speaks for nobody: "selon 12 %", "le 2 juillet".

    Args:
        head: The word that heads the words of a source.
        lexicon: Words for who can be meant.
    """
    if any(c.isdigit() or c == "%" for c in head.text):
        return True
    if head.lower_ in lexicon.ordinals:
        # "La seconde assure"
        return False
    noun = lexicon.noun(head)
    if noun in lexicon.measures:
        # "Une centaine de riverains"
        return not any(lexicon.is_person(lexicon.noun(c)) for c in head.children)
    # "Dans ce cadre" is nobody, "un cadre du réseau" is.
    return noun in lexicon.never_sources and not lexicon.is_person(noun)


def part_of(token: Token, lexicon: Lexicon) -> str:
    """Return which part a word plays in its sentence.

    Args:
        token: The word.
        lexicon: Words for who can be meant.

    Returns:
        ``subject``, ``subordinate``, ``object``, ``inside`` or ``other``.
    """
    part = _part_parsed(token)
    return "subject" if part in {"inside", "other"} and _is_topic(token, lexicon) else part


def subject_above(pronoun: Token, *, speaks: bool) -> Token | None:
    """Return the subject of the nearest clause that the clause of a pronoun hangs under.

    "Le maire est parti pour protester contre ce qu'il appelle": the mayor. None where the pronoun
    is the subject of a main clause.

    Args:
        pronoun: The pronoun, the subject of its clause.
        speaks: Whether it is a source; else None too where it may be whoever is spoken to: "exige
            de la ville qu'elle paie".
    """
    if not pronoun.dep_.startswith("nsubj") or pronoun.text.startswith("-"):
        return None
    clause = pronoun.head
    for _ in range(_DEEP):
        # "que la ville attend et qu'elle jugera": the second hangs where the first does.
        beside = clause.dep_ == "conj"
        if not beside and clause.dep_ not in _HANGING:
            return None
        clause = clause.head
        if beside or not grammar.is_verb(clause):
            continue
        above = grammar.subject(clause)
        if above is not None and above.i < pronoun.i:
            return above if speaks or not _speaks_to(clause, pronoun) else None
    return None


def _speaks_to(clause: Token, pronoun: Token) -> bool:
    """Tell whether an object, or a noun behind a preposition, parts a verb from what it governs."""
    return any(
        clause.i < child.i < pronoun.i
        and child.pos_ in {"NOUN", "PROPN"}
        and (child.dep_ in _OBJECTS or any(c.dep_ == "case" for c in child.children))
        for child in clause.children
    )


def _is_topic(token: Token, lexicon: Lexicon) -> bool:
    """Tell whom a sentence opens with: "Quant à Ana Rey, elle", "Mardi, Ana Rey, élue, a dit"."""
    marker = next(
        (
            t
            for t in token.doc[max(token.first, token.i - _TOPIC_REACH) : token.i]
            if t.lower_ in lexicon.topic_markers
        ),
        None,
    )
    if marker is not None:
        between = token.doc[marker.i + 1 : token.i]
        return not any(t.text == "," or grammar.is_verb(t) for t in between)
    if token.pos_ != "PROPN" or token.i - token.first > _OPENING:
        return False
    opening = token.doc[token.first : token.i]
    if opening and (opening[-1].text != "," or any(grammar.is_verb(t) for t in opening)):
        return False
    return any(grammar.is_verb(t) and grammar.is_finite(t) for t in token.doc[token.i : token.past])


def _part_parsed(token: Token) -> str:
    head = grammar.name_head(token)
    for _ in range(3):
        if head.dep_ not in {"appos", "conj"} or head.head is head:
            break
        head = grammar.name_head(head.head)
    if head.dep_.startswith("nsubj") or head.dep_ == "ROOT" or token.text.startswith("-"):
        return "subordinate" if head.head.dep_ in _SUBORDINATE else "subject"
    if head.dep_ in _OBJECTS:
        return "object"
    return "inside" if head.dep_ in _INSIDE else "other"
