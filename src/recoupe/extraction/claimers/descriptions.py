"""What a noun phrase says of whom it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon, Pronoun
from recoupe.extraction.claimers.offices import complement_words, office
from recoupe.extraction.claimers.words import fold, is_plural, told_apart_by
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import SourceKind

Determiner = Literal["definite", "demonstrative", "possessive", "indefinite"]


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that stands for somebody.

    Attributes:
        words: As written.
        noun: Its noun, as the lexicon lists it, or the office it makes.
        kind: What kind of source the noun names.
        determiner: How it points.
        same: Whether it says "the same as before".
        near: Whether it chooses like "celui-ci".
        feminine: Its gender, None where nothing tells.
        plural: Whether it stands for several.
        complements: Words that tell it apart.
        names: Those of them that are names.
        person: Whether the noun is said of people.
        told_apart: Whether a noun or a name behind it tells it apart from others.
        of_known: Whether it is told of what is known: "le fournisseur du câble".
        people: Whether it is somebody told by a nationality: "l'Espagnole".
        former: Whether it says that an office is no longer held.
        seat: Places by which alone a body is told apart: "la firme d'Izmir".
        places: Words of the places that the report names.
        count: How many they are, where the words tell: "les deux hommes".
        ordinal: Which of several of its kind: "le premier responsable".
        restricted: Whether a relative clause tells whom it means: "l'homme qui a vendu le pont".
    """

    words: str
    noun: str
    kind: SourceKind
    determiner: Determiner
    same: bool
    near: bool
    feminine: bool | None
    plural: bool
    complements: frozenset[str]
    names: frozenset[str]
    person: bool
    told_apart: bool
    former: bool
    of_known: bool = False
    people: bool = False
    seat: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    count: int | None = None
    ordinal: int | None = None
    restricted: bool = False

    @property
    def pointing(self) -> bool:
        """Whether it points at whoever was named last rather than by its noun alone."""
        return self.same or self.determiner == "demonstrative"

    def as_pronoun(self) -> Pronoun:
        """Return what it agrees with."""
        return Pronoun(feminine=self.feminine, plural=self.plural, near=self.near)


def describe(
    token: Token, sentence: Sentence, lexicon: Lexicon, text: str, limit: int | None = None
) -> Description:
    """Return what the noun phrase of a noun says.

    Args:
        token: The noun.
        sentence: Its sentence.
        lexicon: Words for who can be meant.
        text: The document's stored text.
        limit: Offset in the document where the phrase is known to end.
    """
    phrase = _alone(_naming(grammar.noun_phrase(token), token), token, lexicon)
    if limit is not None:
        phrase = [t for t in phrase if sentence.offset + t.idx < limit] or [token]
    inner = [t for t in phrase if t.i > token.i]
    before = _right_before(phrase, token, lexicon)
    if not before:
        before = _left_of(token)
    noun = office(token, inner, lexicon)
    complements = complement_words(inner)
    if noun in lexicon.compounds.values():
        # "L'Etat" of "le chef de l'Etat" tells nothing apart.
        complements -= {
            told_apart_by(second) for (_, second), made in lexicon.compounds.items() if made == noun
        }
    determiner, told = _determiner(before or _contracted(token, lexicon), lexicon)
    speaks = limit is not None
    known = lexicon.is_known(noun)
    if speaks and determiner == "indefinite" and not before and noun in lexicon.functions:
        # "a prévenu directeur adjoint de l'agence": the article was dropped.
        determiner = "definite"
    people = token.text[0].isupper() and not known and fold(token.text) in lexicon.nationalities
    counted = any(t.pos_ == "NUM" and t.lower_ not in lexicon.one_of for t in before)
    plural = is_plural(token) or (determiner == "indefinite" and counted)
    return Description(
        words=cleaned(sentence.span_of([*before, *phrase]).of(text)),
        noun=noun,
        kind=kind_of_noun(noun, lexicon),
        determiner=determiner,
        same=any(t.lemma_.lower() in lexicon.same or t.lower_ in lexicon.same for t in before),
        near=token.lower_.rstrip("s") in lexicon.near_nouns,
        feminine=told if told is not None else lexicon.gender_of_noun(token),
        plural=plural,
        complements=complements,
        names=frozenset(
            told_apart_by(t.text)
            for t in inner
            if t.pos_ == "PROPN" and told_apart_by(t.lemma_) in complements
        ),
        # "Le chef de l'État" is one office, not a chief told apart.
        told_apart=any(
            t.pos_ in {"NOUN", "PROPN"} and told_apart_by(t.lemma_) in complements for t in inner
        ),
        former=token.lower_.split("-")[0] in lexicon.former
        or any(t.lemma_.lower() in lexicon.former for t in before),
        of_known=_is_of_known(inner, lexicon),
        people=people,
        count=_told_by(before, lexicon.counts),
        # "Le Premier ministre" is one office.
        ordinal=(
            _told_by(before, lexicon.ordinals) if noun not in lexicon.compounds.values() else None
        ),
        restricted=(
            token.i + 1 < token.past and token.doc[token.i + 1].lower_ in lexicon.relatives
        ),
        person=people
        or lexicon.is_person(noun)
        # "a indiqué cet habitué": who speaks and is pointed at is somebody.
        or (
            speaks
            and not known
            and determiner == "demonstrative"
            and not noun.endswith(lexicon.thing_endings)
        )
        or (not known and token.pos_ == "NOUN" and lexicon.looks_like_person(noun)),
    )


def _right_before(phrase: Sequence[Token], head: Token, lexicon: Lexicon) -> list[Token]:
    """Return what stands between a noun and what it hangs under: "Le Soir de (source sûre)"."""
    before = [t for t in phrase if t.i < head.i]
    for position in range(len(before) - 1, -1, -1):
        if before[position].pos_ == "ADP" and before[position].lower_ in lexicon.of:
            return before[position + 1 :]
    return before


def _is_of_known(inner: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell "du câble", "de la ligne" from "de pompes" and "de Valmer"."""
    definite = lexicon.determiners["contracted"] | lexicon.determiners["apart"]
    return any(
        token.pos_ == "NOUN" and not token.ent_type_ and before.lower_ in definite
        for before, token in pairwise(inner)
    )


def describe_one(
    one: Token, group: Token, sentence: Sentence, lexicon: Lexicon, text: str, limit: int | None
) -> Description:
    """Return what is said of one of several: "l'un des responsables du port".

    Args:
        one: The word for one.
        group: The noun for the several.
        sentence: Their sentence.
        lexicon: Words for who can be meant.
        text: The document's stored text.
        limit: Offset in the document where the phrase is known to end.
    """
    several = describe(group, sentence, lexicon, text, limit)
    return replace(
        several,
        words=describe(one, sentence, lexicon, text, limit).words,
        determiner="indefinite",
        feminine=lexicon.gender_of_determiner(one.lower_) or several.feminine,
        plural=False,
    )


def _naming(phrase: list[Token], head: Token) -> list[Token]:
    """Return a noun phrase up to a verb: "la ministre d'avoir caché P" names the minister."""
    for position, token in enumerate(phrase):
        if token.i > head.i and (
            grammar.is_verb(token) and not grammar.has(token, "VerbForm", "Part")
        ):
            phrase = phrase[:position]
            break
        if token.i > head.i and _is_of_another_number(token, head):
            # "deux cadres du ministère suspendus": not the ministry
            phrase = phrase[:position]
            break
    while (
        len(phrase) > 1 and phrase[-1] is not head and phrase[-1].pos_ in {"ADP", "PRON", "PUNCT"}
    ):
        phrase = phrase[:-1]
    return phrase


def _is_of_another_number(participle: Token, head: Token) -> bool:
    number, own = grammar.feature(participle, "Number"), grammar.feature(head, "Number")
    return (
        grammar.has(participle, "VerbForm", "Part")
        and not grammar.is_present_participle(participle)
        and participle.i == head.i + 1
        and bool(number and own)
        and number != own
    )


def _alone(phrase: list[Token], head: Token, lexicon: Lexicon) -> list[Token]:
    """Return a noun phrase up to whoever is set beside it: "un employé et un élu"."""
    for position, token in enumerate(phrase):
        if token.i <= head.i or token.lower_ not in lexicon.joining:
            continue
        joined = token.head
        opens = token.i + 1
        if opens < token.past and token.doc[opens].lower_ in lexicon.opening:
            # "(il s'appuie) sur des lettres internes et sur des courriels"
            return phrase[:position]
        determined = any(c.pos_ == "DET" and c.i == opens for c in joined.children)
        if joined.dep_ == "conj" and joined.head is head and (determined or joined.pos_ == "PROPN"):
            return phrase[:position]
    return phrase


def _told_by(before: list[Token], numbers: Mapping[str, int]) -> int | None:
    return next((numbers[t.lower_] for t in before if t.lower_ in numbers), None)


def describe_amount(
    amount: Token, group: Token, sentence: Sentence, lexicon: Lexicon, text: str, limit: int | None
) -> Description:
    """Return what is said of some of many: "une dizaine de pêcheurs"; else as `describe_one`."""
    several = describe(group, sentence, lexicon, text, limit)
    words = describe(amount, sentence, lexicon, text, limit).words
    return replace(several, words=words, determiner="indefinite", plural=True)


def _left_of(token: Token) -> list[Token]:
    """Return the determiner and adjectives before a noun where the parse lost them."""
    found: list[Token] = []
    for i in range(token.i - 1, max(grammar.sentence_start(token), token.i - 4) - 1, -1):
        before = token.doc[i]
        if before.pos_ not in {"DET", "ADJ", "NUM"}:
            break
        found.insert(0, before)
    return found


def _contracted(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return the preposition that holds a noun's article: "du fabricant", "aux autorités"."""
    if token.i == grammar.sentence_start(token):
        return []
    before = token.nbor(-1)
    if before.pos_ == "ADJ" and before.i > grammar.sentence_start(token):
        before = before.nbor(-1)
    article = before.pos_ != "ADP" and before.lower_ in lexicon.determiners["indefinite_alone"]
    holds = before.lower_ in lexicon.determiners["contracted"] and not article
    return [before] if holds else []


def _determiner(before: list[Token], lexicon: Lexicon) -> tuple[Determiner, bool | None]:
    told: bool | None = None
    for token in before:
        form = fold(token.text)
        told = lexicon.gender_of_determiner(form) if told is None else told
        for kind in ("definite", "demonstrative", "possessive"):
            # "Des responsables" brings them in; "(l'avocat) des victimes" does not.
            several = form in lexicon.determiners["indefinite_alone"] and token.pos_ == "DET"
            if form in lexicon.determiners[kind] and not several:
                chosen: Determiner = kind
                return chosen, told
    return "indefinite", told


def kind_of_noun(noun: str, lexicon: Lexicon) -> SourceKind:
    """Return what kind of source a common noun names."""
    if lexicon.is_person(noun):
        return "unnamed"
    if lexicon.is_body(noun):
        return "organisation"
    return "document" if noun in lexicon.documents else "unnamed"


def cleaned(words: str) -> str:
    """Return words in one line, without stops and hyphens at their edges."""
    return " ".join(words.split()).strip("-–—,;: ").removeprefix("t-")
