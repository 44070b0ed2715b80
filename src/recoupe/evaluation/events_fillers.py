"""Which fillers of an event's roles are right: by their name, or by the head of their words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from recoupe.evaluation.claimers import same_name
from recoupe.evaluation.events_gold import GoldEvent, GoldFiller, places
from recoupe.model import Event, Role, Span
from recoupe.ontology import event_types

# What stands before the head of a noun phrase.
_BEFORE_HEAD = re.compile(
    r"(?:(?:l|d|qu)['’]|(?:les?|la|une?|des?|du|aux?|son|sa|ses|leurs?|cet?|cette|ces|plusieurs|"
    r"quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d.,  ]*|premi[eè]re?s?|"
    r"nouve(?:au|lle)s?|ancien(?:ne)?s?|grande?s?|petite?s?|autres?|jeunes?|vieux|MM?\.|Mmes?)\s+)",
    re.IGNORECASE,
)


def fills(expected: GoldFiller, found: Role, text: str) -> bool:
    """Tell whether a found filler is an annotated one: by its name, or by the head of its words."""
    for words in expected.words:
        if same_name(words, found.name) or same_name(words, found.span.of(text)):
            return True
        for place in places(text, words):
            if place.overlaps(found.span) and _same_head(place, found.span, text):
                return True
    return False


def _same_head(one: Span, other: Span, text: str) -> bool:
    return _head(one, text) == _head(other, text)


def _head(span: Span, text: str) -> int:
    """Return where the head of a noun phrase begins: in French it stands first."""
    start = span.start
    while (before := _BEFORE_HEAD.match(text, start, span.end)) is not None:
        if before.end() >= span.end:
            break
        start = before.end()
    return start


def fillers(expected: GoldEvent, found: Event, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each filler of a pair: its role, what was expected and what was found, "" for none.

    Fillers are annotated under the roles of the most fitting type. Where another right type was
    found, a role that this one lacks is answered by any role that the annotated type lacks: the
    "recipient" of an aid is the "item" of a movement.
    """
    types = event_types()
    ours, theirs = types[expected.types[0]].roles, types[found.type].roles
    left = {role: list(fillers) for role, fillers in found.roles.items()}
    renamed = [role for role in found.roles if role not in ours]
    for role in dict.fromkeys((*expected.roles, *(r for r in found.roles if r not in renamed))):
        among = [role] if role in theirs else renamed
        missed: list[GoldFiller] = []
        for wanted in expected.roles.get(role, ()):
            answer = next(
                ((r, f) for r in among for f in left.get(r, ()) if fills(wanted, f, text)), None
            )
            if answer is None:
                missed.append(wanted)
                continue
            left[answer[0]].remove(answer[1])
            yield role, wanted.words[0], answer[1].name
        for wanted in missed:
            yield role, wanted.words[0], ""
        if role in theirs:
            yield from _beyond(role, left.get(role, ()), expected.roles.get(role, ()), text)
    other = [w for role, wanted in expected.roles.items() if role not in theirs for w in wanted]
    for role in renamed:
        yield from _beyond(role, left[role], (*other, *expected.roles.get(role, ())), text)


def _beyond(
    role: str, left: Iterable[Role], wanted: Sequence[GoldFiller], text: str
) -> Iterator[tuple[str, str, str]]:
    """Yield the fillers of a role that answer nothing."""
    for answer in left:
        # Words for the same thing again ("Jean Rey, le maire") are no second filler.
        if not any(fills(w, answer, text) for w in wanted):
            yield role, "", answer.name
