"""The French pack: trained pipeline, lexicons, grammar of times and figures."""

import gc
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

import recoupe
from recoupe.errors import DataError
from recoupe.language.expressions import QuantityExpression, TimeExpression
from recoupe.language.gazetteers import gazetteer_path
from recoupe.language.packs.fr.conjugation import every_person as every_person_of
from recoupe.language.packs.fr.conjugation import third_person

if TYPE_CHECKING:  # takes as long to load as all else, and word lists serve without it
    from spacy.language import Language

_HERE = Path(__file__).parent
WEIGHTS = _HERE / "weights"
# What half a million forms can be (`lexicon`).
FORMS = _HERE / "morphology" / "forms.bin"
_LEXICONS = _HERE / "lexicons"
_TRIGGERS = _HERE / "triggers"
_BETWEEN_COLLECTIONS = 20_000
"""How many objects may be made before the collector looks at the youngest."""

# What the pipeline's labels of names are in FollowTheMoney. A product has no schema
# of its own there that fits a weapon's model; an event is FtM's Event.
SCHEMAS: Mapping[str, str] = {
    "PER": "Person",
    "ORG": "Organization",
    "PUBLIC": "PublicBody",
    "LOC": "Address",
    "PROD": "Thing",
    "EVENT": "Event",
}


class French:
    """French, as :class:`recoupe.language.pack.Pack` asks for it."""

    code = "fr"

    @cached_property
    def version(self) -> str:
        """Package version and a hash of what decides a reading: weights, word lists, gazetteer."""
        told = hashlib.sha256()
        words = [*_LEXICONS.glob("*"), *_TRIGGERS.glob("*")]
        held = [*WEIGHTS.rglob("*"), *words, FORMS, gazetteer_path(self.code)]
        for path in sorted(held):
            if path.is_file():
                told.update(path.name.encode())
                told.update(path.read_bytes())
        return f"{recoupe.__version__}+{told.hexdigest()[:12]}"

    @property
    def schemas(self) -> Mapping[str, str]:
        """The pipeline's labels of names to schemas of FollowTheMoney."""
        return SCHEMAS

    def pipeline(self) -> "Language":
        """Return the trained pipeline, read from disk the first time."""
        return _pipeline()

    def release(self) -> None:
        """Let go of the pipeline and of the words that it met, until it is asked for again."""
        _pipeline.cache_clear()
        gc.unfreeze()

    def words(self, name: str) -> Mapping[str, Any]:
        """Return the lexicon ``lexicons/NAME.yml``.

        Args:
            name: File name without its ending.

        Raises:
            DataError: There is no such lexicon, or it is no YAML mapping.
        """
        return _words(name)

    def triggers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the words that tell of events, ``triggers/TYPE.yml``, by type of event.

        Raises:
            DataError: A file is no YAML mapping.
        """
        return _triggers()

    def verb_forms(self, lemma: str, *, every_person: bool = False) -> frozenset[str]:
        """Return a verb's forms in the third person, and its participles.

        Args:
            lemma: The infinitive, without "se".
            every_person: Whether to return those of the first and second person too.
        """
        return every_person_of(lemma) if every_person else third_person(lemma)

    def find_times(
        self, text: str, near: re.Pattern[str] | None = None
    ) -> Iterable[TimeExpression]:
        """Return the expressions of time in ``text``, in order, unresolved.

        Args:
            text: A sentence, or any stretch of one paragraph.
            near: Where given, those alone are sure to be found that hold a match of it.
        """
        found: Iterable[TimeExpression] = _finder("times").find_times(text, near)
        return found

    def find_quantities(self, text: str) -> Iterable[QuantityExpression]:
        """Return the figures in ``text``, in order."""
        found: Iterable[QuantityExpression] = _finder("quantities").find_quantities(text)
        return found


@cache
def _pipeline() -> "Language":
    # Imported here: the word lists and the grammar serve without the pipeline.
    nlp: Language = import_module("recoupe.language.packs.fr.model").load(WEIGHTS)
    # It stays to the end: out of the collector's sight, each collection costs less.
    gc.freeze()
    # Reading makes thousands of objects a report and lets go of them by itself: to look through
    # them after every 700, as Python does, takes 5 % of its time, after these many next to none.
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    return nlp


@cache
def _finder(name: str) -> Any:
    return import_module(f"recoupe.language.packs.fr.{name}")


@cache
def _words(name: str) -> Mapping[str, Any]:
    path = _LEXICONS / f"{name}.yml"
    if not path.is_file():
        held = ", ".join(sorted(found.stem for found in _LEXICONS.glob("*.yml")))
        raise DataError(f"French has no lexicon '{name}'", f"it has: {held}")
    return _mapping(path)


@cache
def _triggers() -> Mapping[str, Mapping[str, Any]]:
    return {path.stem: _mapping(path) for path in sorted(_TRIGGERS.glob("*.yml"))}


def _mapping(path: Path) -> Mapping[str, Any]:
    try:
        words = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DataError(f"{path} is no YAML: {error}", "mend it where the message says") from error
    if not isinstance(words, dict):
        raise DataError(f"{path} holds no mapping", "write it as keys and values")
    return words
