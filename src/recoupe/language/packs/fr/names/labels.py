"""What a name names: by its words, and by what stands before it."""

from spacy.tokens import Doc

from recoupe.language.packs.fr.names.known import Known, Named, lower

# An acronym has so many letters at most; a name in capitals may have more.
_ACRONYM = 6
_MARKS = frozenset({"«", "“", '"'})
_CIVILITIES = frozenset({"M.", "Mme", "Mlle", "Me", "Dr", "MM."})
# A first name and family names with particles.
_FULL_NAME = 5


def told(doc: Doc, name: Named, lexicon: Known) -> str:
    """Return the label of a name, the one that it has where nothing tells better."""
    start, end, label = name
    words = doc[start:end]
    several = end - start > 1
    if several:
        by_words = lexicon.tails.get(lower(words[-1])) or lexicon.heads.get(lower(words[0]))
        if by_words is not None and not (by_words == "ORG" and label in {"PUBLIC", "EVENT"}):
            return by_words
    elif "-" in words.text and lexicon.tails.get(words.text.lower().rpartition("-")[2]) == "ORG":
        # "Nord-Matin"
        return "ORG"
    by_noun = _before(doc, start, label, lexicon)
    if by_noun is not None:
        return by_noun if by_noun != "PER" or label != "PUBLIC" else label
    if several and label in {"ORG", "LOC", "PROD"} and _is_full_name(doc, name, lexicon):
        return "PER"
    if label in {"PER", "LOC"}:
        if any(c.isdigit() for c in words.text):
            # "MD-83"
            return "PROD"
        if not several and _is_acronym(doc, start):
            return "ORG"
    return label


def is_of_person(doc: Doc, start: int, lexicon: Known) -> bool:
    """Tell whether what stands before a known name makes it a person's after all: "Mme Nice"."""
    if not start:
        return False
    return doc[start - 1].text in _CIVILITIES or lexicon.before.get(lower(doc[start - 1])) == "PER"


def _before(doc: Doc, start: int, label: str, lexicon: Known) -> str | None:
    """Return what the words before a name say: "le chalutier X", "la ville de X"."""
    at = start - 1
    if at >= 0 and doc[at].text in _MARKS:
        at -= 1
    if at < 0 or not doc[at].text[:1].islower():
        return None
    noun = lower(doc[at])
    if noun == "en" and label in {"PER", "ORG"} and not doc[start].text.isupper():
        return "LOC"
    if noun in {"de", "d'"} and at:
        leading = lower(doc[at - 1])
        if leading in lexicon.around and label in {"PER", "ORG", "PROD"}:
            return "LOC"
        if label in {"PER", "PROD"} and leading in lexicon.held:
            return "ORG"
        return lexicon.before_of.get(leading)
    if noun == "chez" and label in {"LOC", "PROD"}:
        return "ORG"
    if noun == "chez" and label == "PER" and at and lower(doc[at - 1]) in lexicon.held:
        return "ORG"
    by_noun: str | None = lexicon.before.get(noun)
    if at and doc[at - 1].text.islower() and (by_noun == "PROD" or doc[at].pos_ == "ADJ"):
        # "le mouvement islamiste X", "le groupe pétrolier X"
        further = lexicon.before.get(lower(doc[at - 1]))
        by_noun = further if further == "ORG" else by_noun or further
    if by_noun == "PROD" and label == "ORG" and noun in lexicon.ships_or_firms:
        # "Le pétrolier BP" sells what "le pétrolier Star" carries.
        return None
    if by_noun == "ORG" and label == "PER" and noun in lexicon.trades:
        # "l'armateur Orka" is a firm, "l'armateur Ana Rey" is not.
        return None if doc[start].text in lexicon.first_names else by_noun
    return by_noun


def _is_full_name(doc: Doc, name: Named, lexicon: Known) -> bool:
    """Tell a person by the first name that begins it, behind no article: not "le Victor Hugo"."""
    words = doc[name.start : name.end]
    if len(words) > _FULL_NAME or words[0].text not in lexicon.first_names:
        return False
    if not all(word.text[:1].isupper() and word.text.isalpha() for word in words[1:2]):
        return False
    return not name.start or doc[name.start - 1].pos_ != "DET"


def _is_acronym(doc: Doc, at: int) -> bool:
    """Tell an acronym from a name in a line of capitals."""
    text = doc[at].text
    if not (text.isupper() and text.isalpha() and 1 < len(text) <= _ACRONYM):
        return False
    near = [token.text for token in doc[max(0, at - 3) : at + 4] if token.text.isalpha()]
    return sum(word.isupper() for word in near) <= max(1, len(near) // 2)
