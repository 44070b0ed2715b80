"""The pack's answers of a word or two, compiled for look-up: "oui", "pas du tout"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.language import Pack
from recoupe.model import Factuality


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers of a word or two in one language, without blanks, with how sure they make it.

    Attributes:
        whole: Those that stand by themselves.
        bare: Those behind "que" or a verb of answering.
        by_noun: Those behind "par".
        pleas: What is pleaded.
        telltale: Words without one of which a sentence holds no such answer.
        doubtful: What otherwise opens a condition: "si".
        answering: Verbs of answering.
        pleading: Verbs of pleading.
        longest: Characters of the longest answer, with marks around it.
    """

    whole: Mapping[str, Factuality]
    bare: Mapping[str, Factuality]
    by_noun: Mapping[str, Factuality]
    pleas: Mapping[str, Factuality]
    telltale: frozenset[str]
    doubtful: frozenset[str]
    answering: frozenset[str]
    pleading: frozenset[str]
    longest: int


@cache
def load_answers(pack: Pack) -> Answers:
    """Return the short answers of a pack's language."""
    words = pack.words("answers")
    whole = {phrase: value for value, listed in words["whole"].items() for phrase in listed}
    behind = {**words["bare"], **words["by_noun"], **words["pleas"]}
    return Answers(
        whole=_joined(whole),
        bare=_joined(words["bare"]),
        by_noun=_joined(words["by_noun"]),
        pleas=_joined(words["pleas"]),
        telltale=frozenset(map(_first, whole)) | frozenset(map(_last, behind)),
        doubtful=frozenset(words["doubtful"]),
        answering=frozenset(words["answering"]),
        pleading=frozenset(words["pleading"]),
        longest=max(map(len, whole)) + 4,
    )


def _joined(listed: Mapping[str, str]) -> dict[str, Factuality]:
    return {phrase.replace(" ", ""): Factuality(value) for phrase, value in listed.items()}


def _first(phrase: str) -> str:
    """Return the first word of a phrase, an elided one with its apostrophe as tokens have it."""
    word, mark, _ = phrase.split(maxsplit=1)[0].partition("'")
    return word + mark


def _last(phrase: str) -> str:
    return phrase.rsplit(maxsplit=1)[-1].rsplit("'", maxsplit=1)[-1]
