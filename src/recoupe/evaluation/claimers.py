"""Whether two names of a source are the same, for scoring.

Kept apart from ``recoupe.compare``, so that a mistake there does not hide itself here.
"""

import re
import unicodedata

# Articles, possessives, demonstratives, and the titles that newspapers set before a name.
_DROPPED = frozenset(
    re.findall(
        r"\w+",
        "le la l les un une des du de d son sa ses leur leurs notre nos mon ma mes "
        "ce cet cette ces m mm mme mmes me dr",
    )
)
_DETERMINER = re.compile(
    r"(?:l['’]|d['’]|(?:les?|la|une?|des?|du|son|sa|ses|leurs?|nos|notre|cet?|cette|ces)\s+)", re.I
)


def tokens(name: str) -> tuple[str, ...]:
    """Return a name's words without accents, case, articles before it and titles."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.findall(r"\w+", plain.casefold().replace("œ", "oe"))
    while len(words) > 1 and words[0] in _DROPPED:
        words = words[1:]
    return tuple(words)


def same_name(expected: str, found: str) -> bool:
    """Tell whether a found name is the expected one.

    A proper name may come with more around it ("le ministre Paul Roche" for
    "Paul Roche"), never with less; a description must be the same.
    """
    if tokens(expected) == tokens(found):
        return True
    proper = any(word[0].isupper() for word in _DETERMINER.sub("", expected, count=1).split())
    return proper and names_in(expected, found)


def names_in(name: str, text: str) -> bool:
    """Tell whether the words of a name stand in a text, side by side."""
    wanted, words = tokens(name), tokens(text)
    return any(words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1))
