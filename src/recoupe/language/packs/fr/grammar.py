"""What the French patterns share: word lists, and regular expressions made of them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from recoupe.errors import DataError

AP = "['’]"
"""An apostrophe, straight or curly."""


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Return the word list ``lexicons/NAME.yml``.

    Raises:
        DataError: There is no such list, or it is not a mapping.
    """
    file = resources.files(__package__) / "lexicons" / f"{name}.yml"
    try:
        words = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"the French word list '{name}' can't be read: {error}") from error
    if not isinstance(words, dict):
        raise DataError(f"the French word list '{name}' is not a mapping")
    return words


def literal(words: str) -> str:
    """Return a pattern for ``words``: any white space, either apostrophe."""
    pattern = re.escape(words).replace("\\ ", r"\s+")
    return re.sub(r"['’]", lambda _: AP, pattern)


def either(words: Iterable[str]) -> str:
    """Return a pattern for any one of ``words``, the longest tried first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(literal(word) for word in ordered) + ")"


def normal(words: str) -> str:
    """Return ``words`` as the lists write them: lower case, single spaces, straight apostrophe."""
    return " ".join(words.lower().replace("’", "'").split())


def lowered(text: str) -> str:
    """Return ``text`` in lower case, every offset kept (a few letters grow when lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def index(table: Mapping[Any, Iterable[str]]) -> dict[str, Any]:
    """Turn ``{value: [forms]}`` into ``{form: value}``."""
    return {normal(form): value for value, forms in table.items() for form in forms}
