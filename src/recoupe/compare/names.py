"""Whether two names may name the same thing.

Precision before recall: a wrong merge of two persons is worse than one person
listed twice.
"""

import re
from collections.abc import Container
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from recoupe.compare.outcome import Comparison
from recoupe.compare.texts import fold
from recoupe.model import Reason

_PIECE = re.compile(r"[^\W_]+")
_SITE = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.(?:com|fr|org|net|info|eu|be|ch|ca|co\.uk|uk|de|ma|dz|tn|sn|ci)(?:/.*)?$",
    re.IGNORECASE,
)
# Spellings of one sound when a name comes from another script by way of French,
# English or German. In order: the longer first.
_SPELLINGS = (
    ("tsch", "ch"), ("tch", "ch"), ("sch", "ch"), ("sh", "ch"), ("kh", "k"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ck", "k"), ("q", "k"),
    ("w", "v"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("y", "i"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def pieces(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: no case, accents, hyphens, apostrophes, stops."""
    return tuple(fold(piece) for piece in _PIECE.findall(name))


def normalise(name: str, leading: Container[str] = ()) -> str:
    """Return a name as a key: folded words with one blank between.

    Args:
        name: The name as written.
        leading: Folded words that are no part of a name when they begin it
            (articles, "M.", "Mme"), unless nothing else is left.
    """
    words = list(pieces(name))
    while len(words) > 1 and words[0] in leading:
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """Return a folded word in one spelling for all transliterations of it.

    The table is our own, for the spellings by which French and English reports
    differ (Chahed and Shahed, Poutine and Putin, Makhatchkala and Makhachkala).
    """
    for spelling, plain in _SPELLINGS:
        word = word.replace(spelling, plain)
    word = _DOUBLE.sub(r"\1", word)
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def compare_names(one: str, other: str) -> Comparison:
    """Score whether two normalised names spell the same name, 0 to 1.

    Accepted are the same key; the same transliteration of words long enough to
    tell; and, in a name of several words, one letter of difference in one long
    word. Anything else scores 0: resemblance of short names means nothing.
    """
    if one == other:
        return Comparison(1.0, (Reason(rule="same-name", words=one),))
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return Comparison(0.0)
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    why = Reason(rule="transliteration", words=f"{one} = {other}")
    if all(sound(a) == sound(b) and min(len(a), len(b)) >= 5 for a, b in pairs):
        return Comparison(0.95, (why,))
    if len(left) > 1 and len(pairs) == 1 and _one_letter_apart(*pairs[0]):
        return Comparison(0.9, (why,))
    return Comparison(0.0)


def _one_letter_apart(one: str, other: str) -> bool:
    left, right = sound(one), sound(other)
    # The last letter often tells genders and languages apart (Fernande, Fernando).
    return (
        min(len(left), len(right)) >= 7
        and left[:2] == right[:2]
        and left[-1] == right[-1]
        and Levenshtein.distance(left, right, score_cutoff=1) == 1
    )


def may_shorten(short: str, full: str) -> bool:
    """Tell whether a normalised personal name can be short for another.

    ``kirby`` for ``john kirby``; ``v poutine`` for ``vladimir poutine``.
    """
    few, many = short.split(), full.split()
    if len(many) < 2 or len(few) > len(many) or short == full:
        return False
    if len(few) == 1:
        return few[0] == many[-1] and len(few[0]) > 2
    return few[1:] == many[1:] and len(few[0]) == 1 and many[0].startswith(few[0])


@lru_cache(maxsize=1 << 14)
def outlet_keys(
    name: str, articles: frozenset[str] = frozenset(), grammar: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Return the keys under which an outlet may be found; two names match when they share one.

    ``The Washington Post``, ``Washington Post`` and ``washingtonpost.com`` share
    ``washingtonpost``; ``Agence France-Presse`` and ``AFP`` share ``afp``.

    Args:
        name: The outlet's name, or the address of its site.
        articles: Folded words that may be left out before a name (articles,
            "agence", "quotidien").
        grammar: Folded words that give no letter to an acronym.
    """
    site = _SITE.match(name.strip())
    words = pieces(site.group(1).rsplit(".", 1)[-1] if site else name)
    if not words:
        return frozenset()
    keys = {"".join(words)}
    bare = words
    while len(bare) > 1 and bare[0] in articles:
        bare = bare[1:]
    keys.add("".join(bare))
    for letters in (words, bare, [word for word in words if word not in grammar]):
        if len(letters) >= 3 and not site:
            keys.add("".join(word[0] for word in letters))
    return frozenset(keys)
