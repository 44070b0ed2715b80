"""Where names begin and end: names that the network cut, and models that it did not see."""

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from recoupe.language.packs.fr.names.known import Known, Named, lower

_OF = frozenset({"de", "d'", "du", "des"})
_CONTRACTED = frozenset({"du", "des"})
_JOINTS = _OF | {"le", "la", "les", "l'"}
_ROMAN = re.compile(r"(?:II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)$")
# "A350-1000", "Il-78", "F-16"
_MODEL = re.compile(r"(?!Covid|COVID)[A-Z][A-Za-z]{0,3}\d{0,3}-\d{1,4}[A-Za-z]{0,3}$")
# "A330neo", "2A7": letters and digits in one word
_MIXED = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9-]{2,8}$")
_NUMBER = re.compile(r"\d{1,4}$")
_CAPITAL_ARTICLES = frozenset({"Le", "La", "Les", "L'", "L’"})
_BODIES = frozenset({"ORG", "PUBLIC"})
_MOST_NAMES = 4
"""Words of a person's name where nothing but capitals tells its end."""
_TO = frozenset({"à", "au", "l'"})
_GOODS = frozenset({"PROD", "ORG"})


def whole_names(
    doc: Doc, found: Sequence[Named], lexicon: Known, written: Sequence[str]
) -> list[Named]:
    """Return the names with those made whole that were cut, and models not seen among them.

    Args:
        doc: The words.
        found: The names that the network saw, in order.
        lexicon: Words that tell names.
        written: The words as written.
    """
    taken = {at for name in found for at in range(name.start, name.end)}
    models = [
        Named(at, at + 1, "PROD")
        for at, text in enumerate(written)
        if "-" in text and at not in taken and _MODEL.match(text)
    ]
    people = list(_unseen_people(doc, taken, lexicon, written))
    result: list[Named] = []
    apart = [
        part for name in [*found, *models, *people] for part in _apart(doc, name, lexicon, written)
    ]
    whole = [part for name in apart for part in _parted(doc, name, lexicon, written)]
    for seen in sorted(whole):
        name = _trimmed(doc, seen, lexicon, written)
        name = _ended(doc, _begun(doc, name, lexicon, written))
        if result and name.start < result[-1].end:
            continue
        if doc[name.start : name.end].text in lexicon.no_names:
            continue
        if _is_topic(doc, name, lexicon, written):
            continue
        joined = _joined(doc, result[-1], name, lexicon) if result else None
        if joined is not None:
            result[-1] = joined
        else:
            result.append(name)
    return result


def _apart(doc: Doc, name: Named, lexicon: Known, written: Sequence[str]) -> list[Named]:
    """Part a name where a word stands that no name holds: "Odessa" and "Istanbul" about "via".

    A place's holds fewer words than a body's: "Téhéran pour la guerre" is no town.

    Nor does one hold a verb: "le ministère suspendra la licence" is no body. What is left without
    a capital names nothing.
    """
    parts: list[Named] = []
    start = name.start
    place = lexicon.at(written, start)
    # "Téhéran pour la guerre" is no body either.
    named = name.label == "LOC" or (place is not None and place.label == "LOC")
    apart = lexicon.apart | lexicon.apart_of_places if named else lexicon.apart
    for at in range(name.start, name.end + 1):
        ends = at == name.end
        verb = not ends and written[at].islower() and _is_finite(doc[at])
        within = not ends and start < at and lower(doc[at]) in apart
        if ends or verb or within:
            if start < at and (at - start == name.end - name.start or _is_written(doc, start, at)):
                parts.append(name._replace(start=start, end=at))
            start = at + 1
        if verb:
            break
    return parts


def _unseen_people(
    doc: Doc, taken: Collection[int], lexicon: Known, written: Sequence[str]
) -> Iterator[Named]:
    """Yield first and family names that the network passed over: "devant la presse Ana Rey"."""
    for at, text in enumerate(written[:-1]):
        end = at + 1
        if text not in lexicon.first_names or at in taken or doc[at].is_sent_start:
            continue
        while end < len(doc) and end not in taken and _is_family_name(doc[end]):
            end += 1
        if at + 1 < end <= at + _MOST_NAMES:
            yield Named(at, end, "PER")


def _is_family_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.replace("-", "").isalpha() and len(token) > 1


def _is_topic(doc: Doc, name: Named, lexicon: Known, written: Sequence[str]) -> bool:
    """Tell a common noun from a name where both have a capital: "Batteries : X dément"."""
    first = doc[name.start]
    alone = name.end - name.start == 1 and bool(first.is_sent_start) and first.text.istitle()
    colon = name.end < len(doc) and doc[name.end].text == ":"
    return alone and colon and first.pos_ == "NOUN" and lexicon.at(written, name.start) is None


def _is_finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", [])


def _is_written(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words are written as names are: with a capital, or a figure."""
    return any(not token.text.islower() for token in doc[start:end] if not token.is_punct)


def _parted(doc: Doc, name: Named, lexicon: Known, written: Sequence[str]) -> list[Named]:
    """Part a body that any paper names from somebody behind it: "(à l') AFP Ana Rey"."""
    known = lexicon.at(written, name.start)
    if known is None and _follows_town(doc, name, lexicon):
        known = Named(name.start, name.start + 1, "LOC")
    if known is None or known.end >= name.end or known.label not in _BODIES | {"LOC"}:
        return [name]
    rest = doc[known.end : name.end]
    if known.label == "LOC" and (len(rest) == 1 or rest[0].text not in lexicon.first_names):
        return [name]
    if not all(word.text[:1].isupper() for word in (rest[0], rest[-1])):
        return [name]
    told = len(rest) > 1 and lower(doc[name.start - 1]) in _TO if name.start else False
    if rest[0].text in lexicon.first_names or (
        told and lexicon.tails.get(lower(rest[-1])) is None and rest[0].text.istitle()
    ):
        return [known, Named(known.end, name.end, "PER")]
    return [name]


def _follows_town(doc: Doc, name: Named, lexicon: Known) -> bool:
    """Tell whether somebody's first name stands behind a town: "à Lyon Marie Curdon"."""
    first, *rest = doc[name.start : name.end]
    return (
        len(rest) > 1
        and name.start > 0
        and lower(doc[name.start - 1]) == "à"
        and first.text not in lexicon.first_names
        and rest[0].text in lexicon.first_names
    )


def _trimmed(doc: Doc, name: Named, lexicon: Known, written: Sequence[str]) -> Named:
    """Return a name without the prepositions at its ends: "Gendarmerie royale du", "du Caire".

    A person's may begin with one ("de Gaulle"), unless the rest is a place.
    """
    start, end, label = name
    while end - start > 1 and lower(doc[end - 1]) in _JOINTS:
        end -= 1
    if end - start > 1 and doc[start].text in _OF:
        known = lexicon.at(written, start + 1)
        place = known == Named(start + 1, end, "LOC") or (
            doc[start].text in _CONTRACTED and doc[start + 1 : end].text in lexicon.contracted
        )
        if place or label != "PER":
            return Named(start + 1, end, "LOC" if place else label)
    return name._replace(end=end)


def _begun(doc: Doc, name: Named, lexicon: Known, written: Sequence[str]) -> Named:
    """Return a name with what its beginning lacks: a first name, or the noun of a body."""
    start = name.start
    if not start:
        return name
    before = doc[start - 1]
    if before.text in _CAPITAL_ARTICLES and not (before.is_sent_start or before.ent_type_):
        # "La Provence" is a paper, "La Courneuve" a town.
        known = lexicon.at(written, start)
        town = known is not None and known == name and name.label == "LOC"
        return Named(start - 1, name.end, "ORG" if town else name.label)
    if name.label == "PER":
        if before.text in lexicon.first_names and not before.ent_type_:
            return name._replace(start=start - 1)
        return name
    at = start - 1
    while at > 0 and lower(doc[at]) in _JOINTS:
        at -= 1
    if at == start - 1 or lower(doc[at + 1]) not in _OF or doc[at].ent_type_:
        return name
    noun = at - 1 if doc[at].pos_ == "ADJ" and at else at
    head = lower(doc[noun])
    seated = head in lexicon.seated and name.label in {"LOC", "PUBLIC"}
    if seated or head in lexicon.ministries:
        return Named(noun, name.end, "PUBLIC")
    return name


def _ended(doc: Doc, name: Named) -> Named:
    """Return a name with the number behind it: "Akwaba II", "Windows 10", "Airbus A330neo"."""
    start, end, label = name
    if end == len(doc):
        return name
    text = doc[end].text
    if doc[end].ent_type_ and doc[end].ent_iob_ == "B":
        return name
    if _ROMAN.match(text) and doc[end - 1].text[:1].isupper():
        return name._replace(end=end + 1)
    if label in _GOODS and _MIXED.match(text):
        return Named(start, end + 1, "PROD")
    counts = end + 1 < len(doc) and doc[end + 1].pos_ in {"NOUN", "ADJ", "SYM"}
    if label == "PROD" and _NUMBER.match(text) and not counts:
        return name._replace(end=end + 1)
    return name


def _joined(doc: Doc, one: Named, following: Named, lexicon: Known) -> Named | None:
    """Return the body that two names are parts of: "Tribunal judiciaire" "de" "X"."""
    between = range(one.end, following.start)
    if not (between and len(between) <= 2 and all(lower(doc[at]) in _JOINTS for at in between)):
        return None
    if lower(doc[between[0]]) not in _OF or following.label == "PER":
        return None
    head = lexicon.heads.get(lower(doc[one.start]))
    written = doc[one.start].text
    if head == one.label and (written[:1].isupper() or written in lexicon.ministries):
        return one._replace(end=following.end)
    return None
