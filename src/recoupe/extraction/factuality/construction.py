"""Ways of saying with a verb that something is not certain, as the lexicon lists them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from recoupe.model import Factuality

#: Stands in the lexicon for any noun that names what may happen or be done.
EVENT = "event"


@dataclass(frozen=True, slots=True)
class Construction:
    """One way of saying with a verb that something is not certain.

    Attributes:
        subjects: Nouns of which one must be the subject; None where any may.
        behind: Runs of words of which one must stand behind; empty where none need.
        far: Other words may stand before those.
        takes_event: What stands behind those must name an event, a deed or a conjecture.
        about: Nouns of which one must stand in the main clause; None where none need.
        value: What is told by it.
        negated: The same where the verb is negated; None where nothing follows.
    """

    subjects: frozenset[str] | None
    behind: tuple[tuple[str, ...], ...]
    far: bool
    takes_event: bool
    about: frozenset[str] | None
    value: Factuality
    negated: Factuality | None


def read_constructions(
    listed: Iterable[Mapping[str, Any]],
) -> dict[str, tuple[Construction, ...]]:
    """Return the constructions of a lexicon by their verb, reflexive ones as "se_éloigner".

    Args:
        listed: As the lexicon writes them.
    """
    known: dict[str, list[Construction]] = {}
    for entry in listed:
        negated = entry.get("negated")
        construction = Construction(
            subjects=frozenset(entry["subjects"]) if "subjects" in entry else None,
            behind=tuple(tuple(run.split()) for run in entry.get("behind", ())),
            far=bool(entry.get("far")),
            takes_event=entry.get("taking") == EVENT,
            about=frozenset(entry["about"]) if "about" in entry else None,
            value=Factuality(entry["value"]),
            negated=Factuality(negated) if negated else None,
        )
        for verb in entry["verbs"]:
            known.setdefault(verb.replace("s'", "se_", 1), []).append(construction)
    return {verb: tuple(found) for verb, found in known.items()}
