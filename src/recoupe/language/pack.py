"""What a language pack offers, and how packs are found.

A pack is a folder in ``language/packs`` whose package exposes ``PACK``. Adding
one changes no other file; ``tests/language/test_packs.py`` loads them all.
"""

import pkgutil
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from recoupe.errors import DataError
from recoupe.language import packs
from recoupe.language.expressions import QuantityExpression, TimeExpression

if TYPE_CHECKING:  # takes as long to load as all else, and word lists serve without it
    from spacy.language import Language


@runtime_checkable
class Pack(Protocol):
    """One language: trained pipeline, word lists, grammar of times and figures."""

    def __hash__(self) -> int: ...

    @property
    def code(self) -> str:
        """ISO 639-1 code of the language."""
        ...

    @property
    def version(self) -> str:
        """Version of the pack: changes with its weights, words and grammar."""
        ...

    @property
    def schemas(self) -> Mapping[str, str]:
        """The pipeline's entity labels to schemas of FollowTheMoney."""
        ...

    def pipeline(self) -> "Language":
        """Return the trained pipeline (loaded once): tokens, sentences, tags, parse, names."""
        ...

    def release(self) -> None:
        """Let go of the pipeline and of the words that it met, until it is asked for again."""
        ...

    def words(self, name: str) -> Mapping[str, Any]:
        """Return the lexicon ``lexicons/NAME.yml``.

        Raises:
            DataError: The pack has no such lexicon, or it is malformed.
        """
        ...

    def triggers(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the words that tell of events, ``triggers/TYPE.yml``, by type of event.

        Raises:
            DataError: A file is malformed.
        """
        ...

    def verb_forms(self, lemma: str, *, every_person: bool = False) -> frozenset[str]:
        """Return the forms of a verb that reports make: the third person, and the participles.

        Args:
            lemma: The verb's infinitive, without a reflexive pronoun.
            every_person: Whether to return those of the first and second person too.
        """
        ...

    def find_times(
        self, text: str, near: re.Pattern[str] | None = None
    ) -> Iterable[TimeExpression]:
        """Return the expressions of time in ``text``, in order, unresolved.

        Args:
            text: A sentence, or any stretch of one paragraph.
            near: Where given, those alone are sure to be found that hold a match of it.
        """
        ...

    def find_quantities(self, text: str) -> Iterable[QuantityExpression]:
        """Return the figures in ``text``, in order."""
        ...


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(packs.__path__)))


@cache
def get_pack(code: str) -> Pack:
    """Return the pack of a language.

    Args:
        code: ISO 639-1 code.

    Raises:
        DataError: There is no pack for it.
    """
    if code not in codes():
        raise DataError(f"no language pack for '{code}'", f"packs at hand: {', '.join(codes())}")
    pack: Pack = import_module(f"{packs.__name__}.{code}").PACK
    return pack
