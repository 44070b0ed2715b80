"""The words of the interface: one YAML file a language, loaded once.

Families of labels (``factuality``, ``rules``, ...) name the values that the
records hold; ``ui`` and ``counts`` are the page's own words, and the names of events, of
their roles and of where they stand come from the ontology. The files hold the
same keys, which a test checks. A value without a label (a rule added since) is
shown as its own name made readable, so a view never fails for want of a word.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from recoupe.errors import DataError, UsageError
from recoupe.model import Reason
from recoupe.ontology import event_types, statuses
from recoupe.views.labels.problem_words import problem_in

# French sets a space that must not break before these marks: narrow before
# ; ? ! and a full one before : and inside guillemets (Imprimerie nationale).
_FRENCH_SPACES = (
    (re.compile(r" (?=[;?!])"), "\u202f"),
    (re.compile(r" (?=[:»%€])"), "\u00a0"),
    (re.compile(r"(?<=«) "), "\u00a0"),
)
_SMALL = 1_000
"""Numbers below this have no separator."""


class Labels:
    """The labels of one language.

    Args:
        lang: ISO 639-1 code of the interface.
        words: The content of its YAML file.
    """

    def __init__(self, lang: str, words: Mapping[str, Any]) -> None:
        self.lang = lang
        self._words = words

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase ``key`` of the family ``ui``, with its places filled.

        Args:
            key: Name of the phrase.
            values: What stands in its ``{places}``.

        Raises:
            DataError: There is no such phrase.
        """
        try:
            phrase: str = self._words["ui"][key]
        except KeyError:
            raise DataError(f"no phrase '{key}' in views/labels/{self.lang}.yml") from None
        return phrase.format(**values) if values else phrase

    def of(self, family: str, value: str) -> str:
        """Return the label of ``value``, or its name made readable if it has none."""
        label = self._words.get(family, {}).get(value)
        return str(label) if label is not None else readable(value)

    def role(self, event: str, role: str) -> str:
        """Return the name of a part that is played in events of a type."""
        known = self._words.get("role", {}).get(f"{event}.{role}")
        return str(known) if known is not None else readable(role)

    def reason(self, reason: Reason) -> str:
        """Return a reason in plain language: the rule's label and the words it rests on.

        A label with a place for ``{words}`` takes them there as they are (figures, names of
        files); after any other they follow as a quotation.
        """
        label = self.of("rules", reason.rule)
        if "{words}" in label:
            return label.replace("{words}", reason.words or "–")
        if not reason.words:
            return label
        return self("because", rule=label, words=self.quote(reason.words))

    def problem(self, words: str) -> str:
        """Return a problem or a remedy, stored in English, in the words of this language."""
        return problem_in(words, self.lang)

    def quote(self, words: str) -> str:
        """Return ``words`` between quotation marks, the second kind if they hold the first."""
        again = "_again" if self("inner_quote") in words else ""
        return f"{self('quote_open' + again)}{words}{self('quote_close' + again)}"

    def noun(self, noun: str, number: int) -> str:
        """Return the noun ``counts.noun`` in the form that goes with ``number``."""
        forms: Mapping[str, str] = self._words["counts"][noun]
        # French counts 0 as singular, English as plural (Unicode CLDR plural rules).
        singular = number <= 1 if self.lang == "fr" else number == 1
        return forms["one" if singular else "other"]

    def count(self, noun: str, number: int) -> str:
        """Return ``number`` with its noun: "4 articles"; the space does not break."""
        return f"{self.number(number)}\u00a0{self.noun(noun, number)}"

    def number(self, value: float) -> str:
        """Return a number with this language's separators, at most three decimals."""
        if type(value) is int and 0 <= value < _SMALL:
            return str(value)
        whole = f"{value:,.3f}".rstrip("0").rstrip(".")
        marks = {",": self("thousands"), ".": self("decimal")}
        return re.sub("[,.]", lambda found: marks[found.group()], whole)

    def listed(self, name: str) -> list[str]:
        """Return a list of words as it stands in the file: the months."""
        return [str(word) for word in self._words[name]]

    def family(self, name: str) -> Mapping[str, Any]:
        """Return a family of labels as it stands in the file."""
        found: Mapping[str, Any] = self._words.get(name, {})
        return found


def readable(name: str) -> str:
    """Return the name of a value without a label as words: ``own-voice`` to ``own voice``."""
    return re.sub(r"[-_]+", " ", name).strip()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the interface speaks, sorted."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def get_labels(lang: str) -> Labels:
    """Return the labels of a language.

    Args:
        lang: ISO 639-1 code.

    Raises:
        UsageError: The interface does not speak it.
    """
    if lang not in languages():
        known = ", ".join(languages())
        raise UsageError(f"the interface has no language '{lang}'", f"choose one of: {known}")
    words = yaml.load((files(__name__) / f"{lang}.yml").read_bytes(), Loader=yaml.CSafeLoader)
    words |= _of_events(lang)
    return Labels(lang, _typeset(words) if lang == "fr" else words)


def _of_events(lang: str) -> dict[str, dict[str, str]]:
    """Return the names that the ontology gives to types, their roles and statuses."""
    types = event_types()
    return {
        "event": {name: getattr(one.labels, lang) for name, one in types.items()},
        "event_status": {name: getattr(one.labels, lang) for name, one in statuses().items()},
        "role": {
            f"{name}.{role}": getattr(part.labels, lang)
            for name, one in types.items()
            for role, part in one.roles.items()
        },
    }


def _typeset(words: Any) -> Any:
    """Return ``words`` with the spaces of French punctuation made unbreakable."""
    if isinstance(words, dict):
        return {key: _typeset(value) for key, value in words.items()}
    if isinstance(words, list):
        return [_typeset(value) for value in words]
    if isinstance(words, str):
        for pattern, space in _FRENCH_SPACES:
            words = pattern.sub(space, words)
    return words
