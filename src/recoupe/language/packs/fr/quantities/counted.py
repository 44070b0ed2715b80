"""What a figure counts, guessed from the words right after it."""

import re

from recoupe.language.packs.fr.grammar import AP, index, lexicon, normal

_OPENING = re.compile(
    rf"(?:\s*[»”\"])?\s+(?:(?:de\s+la|de\s+l{AP}|de|d{AP}|des|du|parmi\s+les)(?:\s+|(?<=['’])))?"
    rf"(?:(?:ces|ses|leurs|les|nouveaux|nouvelles|autres|premiers|premières)\s+)*",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[^\W\d_][\w-]*(?:['’](?=[^\W\d])[\w-]+)?")
_NEXT = re.compile(rf"\s+(?P<of>(?:de\s+|d{AP}))?(?P<word>[^\W\d_][\w-]+)")
_NOT_COUNTED = frozenset(map(normal, lexicon("numbers")["not_counted"])) | frozenset(
    form for table in ("weekdays", "months") for form in index(lexicon("times")[table])
)
_PARTICIPLE = re.compile(r"(?:ée?s?|[iu]e?s|aient|èrent|ront)$")
_NOUNS = frozenset(lexicon("numbers")["counted_participles"])
_LONGEST = 3


def counted_after(text: str, end: int) -> tuple[int, int] | None:
    """Return the offsets of the noun phrase after a figure, of three words at most."""
    opening = _OPENING.match(text, end)
    if opening is None:
        return None
    noun = _NOUN.match(text, opening.end())
    if noun is None or normal(noun[0]) in _NOT_COUNTED:
        return None
    if not opening[0].strip() and _PARTICIPLE.search(noun[0]) and normal(noun[0]) not in _NOUNS:
        return None  # "près de 900 abattus": what was counted stands elsewhere
    start, stop = noun.span()
    for _ in range(_LONGEST - 1):
        following = _NEXT.match(text, stop)
        if following is None:
            break
        word = normal(following["word"])
        if word in _NOT_COUNTED or (not following["of"] and not _agrees(noun[0], word)):
            break
        stop = following.end()
    return start, stop


def _agrees(noun: str, word: str) -> bool:
    """Tell whether a word may be an adjective of the noun: both plural, or neither."""
    plural = noun.endswith(("s", "x"))
    if not plural:
        return False
    return word.endswith(("s", "x")) and not word.endswith(("ons", "és", "ées", "is", "us"))
