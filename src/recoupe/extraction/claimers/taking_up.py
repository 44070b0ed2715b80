"""Whom a definite description takes up or brings in, what it tells of them, and whose they are."""

from collections.abc import Sequence

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.kinship import kinship
from recoupe.extraction.claimers.kinship.degrees import PRESUMED
from recoupe.extraction.claimers.lexicon import Lexicon, Pronoun
from recoupe.extraction.claimers.pronouns import rank_for_pronoun
from recoupe.extraction.claimers.salience import salience, undecided
from recoupe.extraction.claimers.words import fold

# A definite description finds its figure also where that has not been named for long.
_REMEMBERED = 0.25
# ... the more so where it was introduced by the same noun.
_SAME_REMEMBERED = 0.6
_EACH_USE = 0.06
_MOST_USES = 6
_RIVAL = 0.6


def taken_up(
    figures: Sequence[Figure], described: Description, now: tuple[int, int], lexicon: Lexicon
) -> Reference | None:
    """Return whom a definite description takes up, None where it brings somebody in.

    Args:
        figures: Whom the report has spoken of before it.
        described: The description.
        now: Numbers of its sentence and of its paragraph.
        lexicon: Words for who can be meant.
    """
    if described.near:
        ranked = rank_for_pronoun(figures, described.as_pronoun(), now, speaks=True)
        others = tuple(f for _, f in ranked[1:4])
        return Reference(ranked[0][1], "pronoun-last-speaker", others) if ranked else None
    if described.determiner == "indefinite" and not described.same:
        return None
    if described.ordinal is not None and described.determiner != "possessive":
        return _which(figures, described)
    scored = []
    surest = 0.0
    for figure in figures:
        if not figure.appearances:
            continue
        kin, least = kinship(figure, described, lexicon)
        if not kin:
            continue
        fore = salience(figure, *now)
        if fore < least:
            continue
        uses = _EACH_USE * min(figure.uses, _MOST_USES) if figure.proper else 0.0
        kept = _SAME_REMEMBERED if described.noun in figure.nouns else _REMEMBERED
        scored.append((kin * (kept + fore + uses), figure))
        surest = max(surest, kin)
    if not scored:
        return None
    scored.sort(key=lambda s: (-s[0], -s[1].appearances[-1].place))
    others = tuple(f for _, f in scored[1:4])
    # Of two who may hold an office that the report gives to neither, the nearer is no better.
    margin = _RIVAL if surest <= PRESUMED[0] and not described.former else None
    if undecided(scored, margin) and not described.pointing:
        own = introduced(described, lexicon)
        return Reference(own, "title-fits-several", (scored[0][1], *others), open=True)
    return Reference(scored[0][1], "title-introduced-before", others)


def _which(figures: Sequence[Figure], described: Description) -> Reference | None:
    """Return which of several brought in by one noun is meant: "le premier responsable"."""
    fitting = [
        f
        for f in figures
        if described.noun in f.nouns and not (f.proper or f.plural) and f.appearances
    ]
    place = (described.ordinal or 1) - 1
    if len(fitting) <= max(place, 1):
        return None
    return Reference(fitting[place], "title-introduced-before")


def introduced(described: Description, lexicon: Lexicon) -> Figure:
    """Return a figure for whom a description brings in."""
    return Figure(
        name=described.words,
        kind=described.kind,
        feminine=described.feminine,
        plural=described.plural,
        count=described.count,
        definite=described.determiner != "indefinite",
        thing=described.kind == "unnamed" and not described.person,
        nouns={described.noun},
        complements=set(described.complements),
        families=set(lexicon.families.get(described.noun, ())),
    )


def learn(figure: Figure, described: Description, lexicon: Lexicon) -> None:
    """Let a figure be all that a description which takes it up says it is."""
    if figure.kind == "person" and described.kind == "organisation":
        # "Valmer a réagi. Le groupe ...": no person after all.
        figure.kind = "organisation"
    if (
        described.kind == figure.kind == "organisation"
        and described.complements
        and not figure.proper
        and fold(figure.name) == fold(described.noun)
    ):
        # "Deux cadres du ministère arrêtés" in a headline, then "Le ministère de la Santé". "Le
        # parquet" has its article and keeps its name, by which other reports know it.
        figure.name = described.words
    figure.nouns.add(described.noun)
    if described.kind == "organisation" and not figure.families:
        # Known by its name alone so far: what it was called tells what it is.
        figure.families |= lexicon.families.get(described.noun, frozenset())
    if described.person and figure.proper:
        figure.complements |= described.complements
    # "L'homme d'affaires" may be another than a woman of whom only the name was told.
    anybody = lexicon.anybody.union(lexicon.compounds.values())
    generic = figure.kind == "person" and not described.feminine and described.noun in anybody
    if (
        described.feminine is not None
        and not generic
        and (figure.feminine is None or not figure.is_person)
    ):
        # A body is "il" or "elle" after the noun that stood for it last.
        figure.feminine = described.feminine


def possessor_of(
    figures: Sequence[Figure], described: Description, now: tuple[int, int], lexicon: Lexicon
) -> Figure | None:
    """Return whose somebody is: "leur" is of several, "son" of one, man or woman.

    Args:
        figures: Whom the report has spoken of before it.
        described: The description.
        now: Numbers of its sentence and of its paragraph.
        lexicon: Words for who can be meant.
    """
    if described.determiner != "possessive":
        return None
    first = described.words.split(maxsplit=1)[0].lower()
    owner = Pronoun(plural=first in lexicon.determiners["of_several"])
    scored = rank_for_pronoun(figures, owner, now)
    return scored[0][1] if scored else None
