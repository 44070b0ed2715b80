"""Which of those who stood side by side: "Ana Rey et Paul Vidal ... Le second affirme"."""

from collections.abc import Sequence

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.tokens import Token

# Sentences after which those who stood side by side are no longer counted.
_REACH = 5
# Sentences before in which two may be named without standing side by side.
_NEAR = 2
_TWO = 2


def nth_of_several(
    figures: Sequence[Figure],
    described: Description,
    token: Token,
    now: tuple[int, int],
    lexicon: Lexicon,
) -> Reference | None:
    """Return whom "le premier", "la seconde" stand for, None where nobody is counted so.

    Those who stood side by side last are counted, or the two people of the sentence before
    ("le ministre a reçu le maire. Selon le second"), in the order of the report.

    Args:
        figures: Whom the report has spoken of before it.
        described: What the words say.
        token: The ordinal number.
        now: Numbers of its sentence and of its paragraph.
        lexicon: Words for who can be meant.
    """
    place = lexicon.ordinals.get(token.lower_)
    # "(a dit) le Premier ministre"
    within = token.text[:1].isupper() and token.i - token.first > 1
    if within or place is None or described.determiner != "definite" or described.complements:
        return None
    members = _side_by_side(figures, now[0])
    if len(members) < _TWO:
        members = _two_before(figures, now[0])
    if len(members) < max(place, _TWO) or (token.lower_ in lexicon.of_two and len(members) != _TWO):
        return None
    chosen = members[place - 1].same
    told = chosen.is_person and None not in {chosen.feminine, described.feminine}
    if told and chosen.feminine != described.feminine:
        return None
    others = tuple(m.same for m in members if m is not members[place - 1])
    return Reference(chosen, "title-introduced-before", others)


def _side_by_side(figures: Sequence[Figure], sentence: int) -> Sequence[Figure]:
    """Return who stood side by side last, nobody where that is long ago."""
    groups = [
        f
        for f in figures
        if f.members and f.appearances and sentence - f.appearances[-1].sentence <= _REACH
    ]
    if not groups:
        return ()
    last = max(groups, key=lambda f: (f.appearances[-1].place, len(f.members)))
    # "Deux témoins, Ana Rey et Paul Vidal", of which the parse makes three.
    return [m for m in last.members if not m.plural]


def _two_before(figures: Sequence[Figure], sentence: int) -> Sequence[Figure]:
    """Return the two people of one sentence before, of whom alone the report has gone on to speak.

    Nobody where there are more or fewer.
    """
    for back in range(1, _NEAR + 1):
        found = [
            (appearance.place, figure)
            for figure in figures
            if figure.is_person and not figure.plural and not figure.thing
            for appearance in figure.appearances
            if appearance.sentence == sentence - back
        ]
        if len(found) > 1:
            found.sort(key=lambda f: f[0])
            return [f for _, f in found] if len(found) == _TWO else ()
    return ()
