"""What a page says to its reader or of itself, which is no statement of its report."""

import re
from collections.abc import Sequence
from functools import cache

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Reason

# Beyond this an appeal tells something too: "Ajoutez à cela trois grèves, et la ligne ferme".
_LONGEST_APPEAL = 14
# Longer sentences are not looked at.
_LONGEST_TALK = 240
_APPEALING = ("ons", "ez")
_TELLS_MORE = frozenset((":", ";", "«", "“", '"')) | grammar.QUE


@cache
def _patterns(pack: Pack, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in pack.words("page")[name])


def is_talk(said: str, is_nominal: bool, pack: Pack) -> bool:
    """Tell "Ce que l'on sait", "On fait le point", "Carnet de quart, le blog de la mer".

    Args:
        said: A sentence of the report's own, without its final stop.
        is_nominal: It has no main verb.
        pack: The pack of its language.
    """
    if len(said) > _LONGEST_TALK:
        return False
    if any(p.search(said) for p in _patterns(pack, "talk")):
        return True
    return is_nominal and any(p.search(said) for p in _patterns(pack, "nominal_talk"))


def is_appeal(words: Sequence[Token], why: Sequence[Reason]) -> bool:
    """Tell "Reprenons", "Jugez-en par vous-mêmes", which asks the reader and tells nothing.

    Args:
        words: The sentence.
        why: Why its factuality is what it is.
    """
    if not why or any(r.rule != "imperative" for r in why) or len(words) > _LONGEST_APPEAL:
        return False
    first = next((t for t in words if not t.is_punct), None)
    if first is None or not first.lower_.endswith(_APPEALING):
        return False
    rest = [t for t in words if t is not first]
    return not any(t.lower_ in _TELLS_MORE or grammar.is_finite(t) for t in rest)
