"""Words set into a clause that say nothing of it, lifted out before it is parsed.

"Le parquet confirme, de son côté, avoir ouvert une enquête": with "de son côté" behind the
verb, a parser hangs the infinitive on "côté". What is lifted stays in the text, and so within
what is said; no word of the parse stands for it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.language import Pack


@dataclass(frozen=True, slots=True)
class Lifted:
    """A paragraph without what was lifted out of it.

    Attributes:
        text: What is left, to be parsed.
        whole: The paragraph.
        places: Where in it something is missing, in order.
        lengths: How many characters are missing up to each of these places, all told.
    """

    text: str
    whole: str
    places: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def before(self, place: int) -> int:
        """Return how many characters are missing before a place in what is left."""
        passed = bisect_right(self.places, place)
        return self.lengths[passed - 1] if passed else 0


def lift(text: str, pack: Pack) -> Lifted:
    """Lift out what stands between a verb of saying and what it governs, and belongs to neither.

    Args:
        text: A paragraph.
        pack: The pack of its language.
    """
    cut = [found.span("aside") for found in _set_in(pack).finditer(text) if _is_said(found, pack)]
    return Lifted(text, text) if not cut else _without(text, cut)


def _is_said(found: re.Match[str], pack: Pack) -> bool:
    return found["verb"].lower() in _verbs(pack)


def _without(text: str, cut: Sequence[tuple[int, int]]) -> Lifted:
    pieces: list[str] = []
    places: list[int] = []
    lengths: list[int] = []
    end = missing = 0
    for start, past in cut:
        pieces.append(text[end:start])
        places.append(start - missing)
        missing += past - start
        lengths.append(missing)
        end = past
    return Lifted("".join((*pieces, text[end:])), text, tuple(places), tuple(lengths))


@cache
def _set_in(pack: Pack) -> re.Pattern[str]:
    """Return what finds an aside behind a word, with both its commas or without any."""
    longest_first = sorted(pack.words("saying")["set_in"], key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(
        rf"(?P<verb>\w+)(?P<aside>,\s+(?:{words}),(?=\s)|\s+(?:{words})(?=\s+[\w«“\"]))",
        re.IGNORECASE,
    )


@cache
def _verbs(pack: Pack) -> frozenset[str]:
    """Return the forms of the verbs that say, alone or with other words ("fait état de")."""
    saying = load_saying(pack)
    phrases = {form for verb in saying.locutions for form in pack.verb_forms(verb)}
    return frozenset(saying.forms) | phrases
