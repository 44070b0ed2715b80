"""The outlet's name, as the debris of a page tells it in a text that was copied from a browser.

A wrong name is worse than none, so two places are looked at: the line that claims the rights,
and a line of its own above the report whose words are those of an outlet.
"""

import re
from functools import cache
from typing import NamedTuple

_NAME = r"(?:L['’])?[A-ZÀ-Ý][\w&’'.-]*(?: [\w&’'-]+){0,6}?"
_RIGHTS = re.compile(
    r"^\s*(?:©|\(c\)|(?i:copyright\b))\s*(?:(?i:copyright\b)|©|\d{4}(?:\s?[-–]\s?\d{4})?|,|\s)*"
    rf"(?P<name>{_NAME})\s*(?:$|[-–—|,./]|\d{{4}})"
)
_ISSUE = re.compile(r"\s*[,|–—-]?\s*(?:n[°º]|No\.?)\s*\d.*$")
_OF_WORDS = re.compile(r"[\w-]+(?:[ ’'][\w-]+)*")
_HEAD, _LONGEST_HEAD = 8, 40
_LITTLE = 3
"""Letters up to which a word within a name needs no capital."""


class _Words(NamedTuple):
    """Words of outlets, those that head sections too, articles, and what is no such name."""

    outlets: frozenset[str]
    sections: frozenset[str]
    articles: frozenset[str]
    others: re.Pattern[str]


def own_name(text: str, language: str) -> str | None:
    """Return the name of the outlet that a copied page calls its own, if it tells it.

    Args:
        text: The stored text.
        language: ISO 639-1 code.
    """
    words = _words(language)
    if words is None:
        return None
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in reversed(lines[len(lines) // 2 :]):
        if (match := _RIGHTS.match(line)) and not words.others.fullmatch(match["name"]):
            return match["name"]
    for line in lines[:_HEAD]:
        name = _ISSUE.sub("", line)
        if _is_outlet(name, words) and not words.others.fullmatch(name):
            return name
    return None


def _is_outlet(line: str, known: _Words) -> bool:
    """Tell "Le Courrier de la Meuse" from "Journal", "Politique  Monde  Sport" and a headline."""
    if len(line) > _LONGEST_HEAD or line.isupper() or not _OF_WORDS.fullmatch(line):
        return False
    words = re.findall(r"[\w-]+", line)
    if not words[-1][0].isupper() or any(w[0].islower() and len(w) > _LITTLE for w in words):
        return False
    first, *rest = (word.casefold() for word in words)
    telling = known.outlets if first in known.articles else known.outlets - known.sections
    return bool(rest) and not telling.isdisjoint((first, *rest))


@cache
def _words(language: str) -> _Words | None:
    # Imported here because it loads spaCy, which a listing of files has no use for.
    from recoupe.language import codes, get_pack  # noqa: PLC0415

    if language not in codes():
        return None
    pack = get_pack(language)
    page = pack.words("page")
    return _Words(
        frozenset(pack.words("sources")["outlet_words"]),
        frozenset(page["sections"]),
        frozenset(pack.words("stopwords")["articles"]),
        re.compile("|".join([*page["agencies"], f"{page['no_owner']}.*"])),
    )
