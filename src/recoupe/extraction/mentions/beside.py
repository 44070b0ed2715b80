"""What the words beside a name say that it names: "la société X", "X, un fabricant de pompes"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.mentions.seen import ORGANISATION, PERSON, PLACE, THING
from recoupe.model import Span

TOLD = 3
"""Votes of what the words of a name, or beside it, tell: more than one guess of the pipeline."""
# A noun that may be told of something else than the name.
_HINTED = 2
_LEFT, _RIGHT = 60, 50
_WORD = re.compile(r"\w+(?:-\w+)*['’]?|[^\w\s]")
# "les sociétés (Valmer)", "les sociétés Valmer, Orka et (Brunvik)"
_LISTED = re.compile(r"\b(\w+)s (?:(\w+)s )?(?:[A-ZÀ-Ý][\w-]+(?:, [A-ZÀ-Ý][\w-]+)*(?: et |, ))?$")
_OPENING = frozenset("«“\"'‘")
_CLOSING = frozenset("»”\"'’")
_ENDS = frozenset(".!?»”")
_PARTING = ([","], [")"])
# Words of a description before a name, at most.
_LONGEST = 7
# Words between a name and the noun that describes it: ", une petite entreprise".
_NEAR = 3


def told_beside(text: str, span: Span, schema: str, lexicon: Lexicon, votes: Counter[str]) -> bool:
    """Add to the votes for what a name names those of the words beside it.

    Args:
        text: The document's stored text.
        span: The name.
        schema: What the pipeline takes it for.
        lexicon: Words for who can be meant.
        votes: Votes by schema; changed in place.

    Returns:
        Whether the words describe nothing but the name, and as a body.
    """
    if lexicon.has_civility_before(text, span.start):
        votes[PERSON] += TOLD
        return False
    if schema not in {PERSON, ORGANISATION}:
        _told_of_others(text, span, schema, lexicon, votes)
        return False
    if " " in span.of(text) and schema == PERSON and has_article(text, span, lexicon):
        votes[THING] += TOLD + _HINTED
    nouns = list(_nouns_before(text, span.start, lexicon))
    governing = _governing_noun(text, span.start, lexicon)
    if governing in lexicon.firm_parts or any(
        noun in lexicon.bodies and noun not in lexicon.people | lexicon.named_after
        for noun in (*nouns, *_listed_under(text, span.start))
    ):
        votes[ORGANISATION] += TOLD
        return False
    described = _described(text, span, lexicon)
    if described in lexicon.bodies or _is_of_people(described, lexicon):
        body = described in lexicon.bodies
        votes[ORGANISATION if body else PERSON] += TOLD
        return body
    if nouns and nouns[-1] in lexicon.so_called:
        votes[PERSON] += TOLD
    elif _is_in_full(text, span, lexicon) and any(_is_of_people(noun, lexicon) for noun in nouns):
        votes[PERSON] += _HINTED
    if schema == PERSON and _owns_as_firm(text, span, lexicon):
        votes[ORGANISATION] += TOLD
    behind = _behind(text, span, lexicon)
    if _is_told_of(text, span, lexicon) or (
        behind == ORGANISATION and _opens_sentence(text, span.start)
    ):
        votes[ORGANISATION] += TOLD
        return True
    if behind == PERSON and governing:
        # "La directrice de Valmer, une proche du maire": she is, not Valmer.
        return False
    if behind is not None:
        votes[behind] += TOLD if behind == ORGANISATION else _HINTED
    return False


def _told_of_others(
    text: str, span: Span, schema: str, lexicon: Lexicon, votes: Counter[str]
) -> None:
    """Add to the votes for what the pipeline takes for a thing, a place or a public body."""
    nouns = list(_nouns_before(text, span.start, lexicon))
    # "L'ingénieur Ana Rey", whom the pipeline took for a thing or a place.
    if (
        _is_in_full(text, span, lexicon)
        and nouns
        and (nouns[-1] in lexicon.so_called or _is_of_people(nouns[-1], lexicon))
    ):
        votes[PERSON] += _HINTED
    elif schema == THING and is_set_off(text, span, lexicon):
        votes[THING] += TOLD
    elif schema == PLACE and not _is_governed(text, span.start, lexicon):
        # "Bozkur, une entreprise d'Izmir,"
        votes[ORGANISATION] += TOLD * (_behind(text, span, lexicon) == ORGANISATION)


def _is_in_full(text: str, span: Span, lexicon: Lexicon) -> bool:
    return lexicon.reads_as_full_name(span.of(text)) and not has_article(text, span, lexicon)


def is_set_off(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell a ship's name from a person's: "l'Astrid Bay", "le pétrolier « Astrid Bay »"."""
    marked = text[max(0, span.start - 2) : span.start].rstrip()[-1:] in _OPENING
    closed = text[span.end : span.end + 2].strip()[:1] in _CLOSING
    return (marked and closed) or has_article(text, span, lexicon)


def has_article(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether an article stands right before a name, as it does before a ship's."""
    words = _before(text, span.start)
    return bool(words) and fold(words[-1]) in lexicon.articles


@lru_cache(maxsize=64)
def _before(text: str, place: int) -> Sequence[str]:
    """Return the words before a name; several ask for those of the same."""
    return tuple(_WORD.findall(text, max(0, place - _LEFT), place))


@lru_cache(maxsize=64)
def _following(text: str, place: int) -> Sequence[str]:
    """Return the words behind a name; several ask for those of the same."""
    return tuple(_WORD.findall(text, place, place + _RIGHT))


def _is_of_people(noun: str, lexicon: Lexicon) -> bool:
    return noun in lexicon.people and not (noun in lexicon.bodies or noun in lexicon.either_kind)


def _is_governed(text: str, place: int, lexicon: Lexicon) -> bool:
    """Tell whether a preposition stands before a name: "à Lyon", "la ville de Lyon"."""
    before = _before(text, place)
    last = fold(before[-1]) if before else ""
    return last in lexicon.governing or last in lexicon.opening


def _listed_under(text: str, place: int) -> Iterable[str]:
    """Yield what may be the plural of which a name is one: "les sociétés Valmer et Orka"."""
    match = _LISTED.search(text, max(0, place - _LEFT), place)
    return (w.casefold() for w in match.groups() if w) if match is not None else ()


def _nouns_before(text: str, place: int, lexicon: Lexicon) -> Iterable[str]:
    """Yield the nouns that may say what a name is: "le fonds d'investissement suisse Orka"."""
    if text[place - 1 : place] != " ":
        return ()
    match = lexicon.nouns_before.search(text, max(0, place - _LEFT), place)
    return (w.casefold() for w in match.groups() if w) if match is not None else ()


def _governing_noun(text: str, place: int, lexicon: Lexicon) -> str:
    """Return the noun before a name, over "de" and an adjective: "le patron de Valmer"."""
    words = _before(text, place)
    if not words or fold(words[-1]) not in lexicon.governing:
        return ""
    for word in reversed(words[:-1]):
        if fold(word) not in lexicon.rank_adjectives:
            return fold(word)
    return ""


def _described(text: str, span: Span, lexicon: Lexicon) -> str:
    """Return what a name between commas is said to be: "la fédération des banques, Orfelin,"."""
    before = _before(text, span.start)
    if before[-1:] != (",",) or _WORD.findall(text, span.end, span.end + 2)[:1] not in _PARTING:
        return ""
    several = " " in span.of(text)
    words = [fold(word) for word in before[:-1]]
    for at in range(len(words) - 2, max(0, len(words) - _LONGEST) - 1, -1):
        # "un distributeur de Riga, Orka Sud,"
        low = before[at + 1][0].islower() or words[at] in lexicon.governing
        if not words[at][0].isalpha() or not low:
            return ""
        opens = words[at] in lexicon.determiners["definite"] or words[at] in lexicon.one_of
        # "le directeur de la banque, Rey," is no bank, and "des" is "de les" there.
        governed = at > 0 and words[at - 1] in lexicon.governing
        if opens and not governed and words[at] not in lexicon.governing:
            noun = words[at + 1]
            if (
                several
                and (
                    # "Selon la société, Ana Rey, 52 ans, ..." is about another.
                    words[at] not in lexicon.one_of
                    or noun not in lexicon.bodies
                    # "une société de son frère, Ana Rey,"
                    or any(_is_of_people(word, lexicon) for word in words[at + 2 :])
                )
            ):
                return ""
            return noun
    return ""


def _is_told_of(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell what only a body is or has undergone: "X est une société", "X, fondée en 2011"."""
    following = _following(text, span.end)
    if len(following) <= _NEAR:
        return False
    if following[0] == "," and following[1] in lexicon.founded:
        return True
    if following[0] not in lexicon.being or following[1] not in lexicon.one_of:
        return False
    for word in following[2 : 2 + _NEAR]:
        if word in lexicon.either_kind or not word[0].islower():
            return False
        if _is_noun(word, lexicon):
            return word in lexicon.bodies and word not in lexicon.people
    return False


def _owns_as_firm(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether what only a firm has is said to be a name's: "Valmer a vendu. Son PDG ..."."""
    if lexicon.is_first_name(span.of(text).split()[0]):
        return False
    found = lexicon.owned_by_firms.match(text, span.end)
    # "Rey a quitté la société. Son PDG": the one between has it.
    return found is not None and not any(
        word.casefold() in lexicon.bodies for word in _WORD.findall(found.group(1))
    )


def _opens_sentence(text: str, place: int) -> bool:
    """Tell whether nothing of its sentence stands before a place."""
    before = text[max(0, place - _LEFT) : place]
    return not before.strip() or "\n" in before[-2:] or before.rstrip()[-1] in _ENDS


def _behind(text: str, span: Span, lexicon: Lexicon) -> str | None:
    """Return what the noun behind a name says: ", une entreprise familiale", ", 52 ans"."""
    following = _following(text, span.end)
    if len(following) < _NEAR or following[0] not in {",", "("}:
        return None
    if following[1].isdigit():
        return PERSON if following[2] in lexicon.ages else None
    before = _before(text, span.start)
    if before and fold(before[-1]) in lexicon.opening:
        # "Selon Ana Rey, une entreprise ..." is about another.
        return None
    article = fold(following[1])
    definite = article in lexicon.determiners["definite"]
    if not (definite or article in lexicon.one_of or _is_noun(article, lexicon)):
        # "Le Courrier, citant un responsable"
        return None
    for k, word in enumerate(following[1 : 2 + _NEAR], 1):
        lower = word.casefold()
        if not word[0].islower():
            return None
        if lower in lexicon.inside_only or lower in lexicon.either_kind:
            return None
        if _is_noun(lower, lexicon):
            further = following[k + 1] if k + 1 < len(following) else ""
            if further[:1].isupper():
                # "Lyon, la société Orka": each another.
                return None
            alone = definite and fold(further) not in lexicon.governing
            if alone and not _opens_sentence(text, span.start):
                # "Orka, le fabricant de pompes," but "affirme Orka, l'entreprise a"
                return None
            return PERSON if lower not in lexicon.bodies else ORGANISATION
    return None


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.bodies or word in lexicon.people
