"""The noun beside a name that says what it is: "le ministre, Paul Vidal,", "le groupe Médorane"."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.offices import complement_words, office
from recoupe.extraction.claimers.words import fold, is_plural
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Mention

# How far before a name its title stands: "le ministre de l'Économie et des Finances, Paul Vidal".
_REACH = 14
# "le groupe français Médorane": nearer than a person's, and no preposition between.
_BODY_REACH = 6
_BEHIND = 9
# The words of an abbreviation or a party in brackets.
_BRACKET = 6
_BREAKS = {":", ";", "»", "«", "(", ")", "“", "”", '"', "."}
_CLOSES = {",", ".", "(", ")", "»", "”", '"', ";", ":", "–", "—", "-", "…", "!", "?"}
_OPENS = {",", "(", "–", "—"}
# Families of bodies whose name stands right behind the noun: "la banque Valmer".
_NAMED = frozenset({"firm", "bank", "fund", "association", "club", "media", "school", "hospital"})
_NO_FAMILY: frozenset[str] = frozenset()
_MARKS = {"«", "“", '"'}


@dataclass(frozen=True, slots=True)
class Title:
    """A noun that says what a named thing is.

    Attributes:
        token: The noun.
        noun: As the lexicon lists it.
        complements: Words that tell it apart, folded.
        before: Whether it stands before the name.
        apposed: Whether a comma parts the two.
    """

    token: Token
    noun: str
    complements: frozenset[str]
    before: bool
    apposed: bool


def titles_beside(
    mention: Mention, sentence: Sentence, lexicon: Lexicon, *, person: bool
) -> list[Title]:
    """Return the nouns that a sentence sets beside a name.

    Args:
        mention: The name.
        sentence: The sentence it stands in.
        lexicon: Words for who can be meant.
        person: Whether to look for a person's nouns, else for a body's.
    """
    low = mention.span.start - sentence.offset
    high = mention.span.end - sentence.offset
    words = sentence.words
    first = bisect_right(words, low, key=lambda t: t.idx + len(t.text))
    last = bisect_left(words, high, key=lambda t: t.idx)
    found = []
    title = _before(words, first, last, lexicon, person=person)
    if title is not None:
        found.append(title)
        # "L'armateur, la société Valmer, a démenti": two nouns in a row for one name.
        place = title.token.i - words[0].i
        while place > 0 and words[place - 1].pos_ in {"DET", "ADJ", "NUM"}:
            place -= 1
        if place > 0 and words[place - 1].text == ",":
            further = _before(words, place, last, lexicon, person=person)
            further = further or _before(words, place, last, lexicon, person=not person)
            if further is not None:
                found.append(further)
    behind = _behind(words, last, lexicon, person=person)
    return [*found, behind] if behind is not None else found


def _before(
    words: Sequence[Token], first: int, last: int, lexicon: Lexicon, *, person: bool
) -> Title | None:
    # "le journal « The Harbour Post »"
    marked = first > 1 and words[first - 1].text in _MARKS
    place = _behind_civility(words, first - 1 - marked, lexicon)
    if place < 0 or words[place].pos_ in {"ADP", "CCONJ", "DET", "SCONJ"}:
        return None
    apposed = words[place].text == ","
    if apposed:
        # "Selon le ministre, Paul Vidal a menti" is no apposition.
        closes = last >= len(words) or words[last].text in _CLOSES
        opened = words[0].lower_ in lexicon.opening
        if not closes and (opened or words[min(first, len(words) - 1)].dep_ != "appos"):
            return None
        place = _before_bracket(words, place - 1)
    else:
        place = _before_bracket(words, place)
    farthest = max(-1, first - (_REACH if person else _BODY_REACH) - 1)
    chosen: int | None = None
    for k in range(place, farthest, -1):
        if _ends_title(words, k, lexicon, person=person, apposed=apposed):
            break
        noun = lexicon.noun(words[k]) if grammar.stands_as_noun(words[k]) else ""
        if noun and _fits(words[k], noun, lexicon, person=person):
            if person and is_plural(words[k]) and _has_governed(words, k, first, lexicon):
                # "les responsables de l'administration Rey" are several.
                break
            chosen = k
            # "la porte-parole du ministre, X": the noun that governs, not the governed one;
            # but "le conseiller du ministre X".
            near = k == place or all(
                # "du groupe danois Tivoldsen"
                t.pos_ == "ADJ" or fold(t.text) in lexicon.nationalities
                for t in words[k + 1 : place + 1]
            )
            if not _is_governed(words, k, lexicon) or (near and not apposed):
                break
        elif (person and k == place and not apposed and _bears_name(words, k, lexicon)) or (
            person
            and noun
            and _names_body(words, k, first, lexicon, beside=k == place and not apposed)
        ):
            break
    if chosen is None:
        return None
    inner = [t for t in words[chosen + 1 : first] if t.text != ","]
    return Title(
        words[chosen],
        office(words[chosen], inner, lexicon),
        complement_words(inner),
        before=True,
        apposed=apposed,
    )


def _behind_civility(words: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Return the place before a name's civility, or its bearer's people: ", la Finlandaise"."""
    while place >= 0 and words[place].text in lexicon.civilities:
        place -= 1
    apart = lexicon.determiners["apart"]
    people = place > 1 and words[place].text[:1].isupper() and words[place - 2].text == ","
    if people and words[place - 1].lower_ in apart:
        place -= 1
    if place > 0 and words[place].lower_ in apart and words[place - 1].text == ",":
        place -= 1
    return place


def _before_bracket(words: Sequence[Token], place: int) -> int:
    """Return the place before a bracket that closes there: "le président de l'Union (UPF), Rey"."""
    if place < 0 or words[place].text != ")":
        return place
    for k in range(place - 1, max(-1, place - _BRACKET) - 1, -1):
        if words[k].text == "(":
            return k - 1
    return place


def _ends_title(
    words: Sequence[Token], k: int, lexicon: Lexicon, *, person: bool, apposed: bool
) -> bool:
    """Tell whether no title of the name is to be found at a word, nor before it."""
    token = words[k]
    if token.text in _BREAKS or token.text == ",":
        return True
    if grammar.is_verb(token) and grammar.is_finite(token):
        return True
    if token.ent_type_ == "PER" and not _in_complement(words, k, lexicon):
        return True
    # "le fonds d'investissement Valmer" but "le groupe de Valmer".
    loose = not person and not apposed
    return loose and token.pos_ == "ADP" and words[k + 1].pos_ != "NOUN"


def _fits(token: Token, noun: str, lexicon: Lexicon, *, person: bool) -> bool:
    if not person:
        return lexicon.is_body(noun) or noun in lexicon.callings_of_firms
    if noun in lexicon.carriers:
        # "par la voix de son avocat, Ana Rey"
        return False
    before = token.nbor(-1).lower_ if token.i > token.first else ""
    if before in lexicon.phrasal:
        # "a mis en garde Ana Rey"
        return False
    if lexicon.is_person(noun):
        return True
    # "homme d'affaires": the ending alone tells little.
    bare = before in lexicon.of
    return token.pos_ == "NOUN" and not bare and lexicon.looks_like_person(noun)


def _is_governed(words: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    for token in reversed(words[max(0, k - 3) : k]):
        if token.lower_ in lexicon.of:
            return True
        if token.pos_ not in {"DET", "ADJ"}:
            return False
    return False


def _bears_name(words: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Tell a body called after somebody: "le proviseur du lycée Rey" is not Rey.

    "Le directeur de cabinet Rey", "le ministre de la Défense Rey" are.
    """
    noun = words[k].lower_
    if noun in lexicon.portfolios or not (noun in lexicon.named_after or noun in lexicon.namesakes):
        return False
    if k == 0:
        return False
    before = words[k - 1]
    return before.pos_ == "DET" or before.lower_ in lexicon.determiners["contracted"]


def _names_body(
    words: Sequence[Token], k: int, first: int, lexicon: Lexicon, *, beside: bool
) -> bool:
    """Tell whether a noun makes a name a body's: "sa société, Valmer", "la régie Valmer".

    "Le directeur de la régie Valmer" is not Valmer.
    """
    noun = lexicon.noun(words[k])
    if not lexicon.is_body(noun):
        return False
    if not _is_governed(words, k, lexicon):
        return True
    opened = words[min(first, len(words) - 1)].text
    families = lexicon.families.get(noun, _NO_FAMILY)
    return beside and not (families.isdisjoint(_NAMED) or lexicon.is_first_name(opened))


def _has_governed(words: Sequence[Token], k: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a preposition stands between a noun and a name."""
    return any(t.pos_ == "ADP" or t.lower_ in lexicon.of for t in words[k + 1 : end])


def _in_complement(words: Sequence[Token], k: int, lexicon: Lexicon) -> bool:
    """Tell whether a name is the complement of what stands before it: "le patron de Valmer"."""
    while k > 0 and words[k].ent_iob_ == "I":
        k -= 1
    if k > 1 and words[k - 1].lower_ in lexicon.determiners["apart"]:
        # "le ministre de l'Intérieur (Rey)", of which the pipeline made one name
        k -= 1
    return k > 0 and words[k - 1].lower_ in lexicon.of


def _behind(words: Sequence[Token], last: int, lexicon: Lexicon, *, person: bool) -> Title | None:
    if last >= len(words) or words[last].text not in _OPENS:
        return None
    if words[last].text == "," and _closes_fronted(words[:last]):
        # "Interrogé par Le Matin, le fabricant, Hartwig, affirme"
        return None
    for k in range(last + 1, min(last + _BEHIND, len(words))):
        token = words[k]
        noun = lexicon.noun(token) if token.pos_ in {"NOUN", "ADJ", "PROPN"} else ""
        if noun and _fits(token, noun, lexicon, person=person):
            if _is_subject_of_its_own(token):
                # "Jointe par Radio Lac, une infirmière raconte": a subject of its own.
                return None
            inner = []
            for following in words[k + 1 : k + 10]:
                if following.text in _CLOSES or grammar.is_verb(following):
                    break
                inner.append(following)
            return Title(
                token,
                office(token, inner, lexicon),
                complement_words(inner),
                before=False,
                apposed=True,
            )
        # "Nora Vidal, 52 ans, agricultrice"
        aged = token.pos_ == "NUM" or token.text == "," or token.lower_ in lexicon.ages
        if not aged and token.pos_ not in {"DET", "ADJ", "ADV"}:
            return None
    return None


def _closes_fronted(before: Sequence[Token]) -> bool:
    """Tell whether a participle opens a sentence, and its clause goes up to here."""
    first = next((t for t in before if t.pos_ != "CCONJ"), None)
    return (
        first is not None
        and first.i == before[0].first
        and grammar.has(first, "VerbForm", "Part")
        and not any(t.text == "," or grammar.has(t, "VerbForm", "Fin") for t in before)
    )


def _is_subject_of_its_own(token: Token) -> bool:
    """Tell "..., une infirmière raconte" from "..., le président du club, raconte"."""
    if not token.dep_.startswith("nsubj") or token.head.i < token.i:
        return False
    return not any(t.text == "," for t in token.doc[token.i : token.head.i])
