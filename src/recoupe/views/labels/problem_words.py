"""What could not be read, said in the interface's language.

Problems and remedies are written in English where they are met, by layers that know no interface,
and stored so. A catalogue (``problem_catalogues/LANG.yml``) has the words of another language
for each, as gettext's catalogues do; what stands in a place in braces is carried over, itself
translated where the catalogue has it. A language without a catalogue shows the English words.
"""

import re
from functools import cache
from importlib.resources import files

import yaml

_PLACE = re.compile(r"\{(\w+)\}")
_DEEPEST = 4
"""How far phrases stand within phrases: "line 2: could not be read (a PDF, not text)"."""


def problem_in(words: str, lang: str) -> str:
    """Return a problem or a remedy in the words of a language.

    Args:
        words: As stored, in English.
        lang: ISO 639-1 code of the interface.

    Returns:
        The same in that language; as it is where the catalogue has no words for it.
    """
    return _said(words, lang, _DEEPEST)


def _said(words: str, lang: str, deeper: int) -> str:
    fixed, patterns = _catalogue(lang)
    if words in fixed or not deeper:
        return fixed.get(words, words)
    for pattern, phrase in patterns:
        found = pattern.fullmatch(words)
        if found:
            values = {
                name: _said(value, lang, deeper - 1) for name, value in found.groupdict().items()
            }
            return phrase.format(**values)
    return words


@cache
def _catalogue(lang: str) -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Return phrases without places, and patterns of those with, the most telling first."""
    source = files(__package__) / "problem_catalogues" / f"{lang}.yml"
    words: dict[str, str] = {}
    if source.is_file():
        words = yaml.load(source.read_bytes(), Loader=yaml.CSafeLoader)
    fixed = {english: said for english, said in words.items() if not _PLACE.search(english)}
    open_ = [english for english in words if english not in fixed]
    open_.sort(key=lambda english: (-len(_PLACE.sub("", english)), english))
    return fixed, [(_pattern(english), words[english]) for english in open_]


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    literal = [
        re.escape(part) if n % 2 == 0 else f"(?P<{part}>.+?)" for n, part in enumerate(parts)
    ]
    return re.compile("".join(literal), re.DOTALL)
