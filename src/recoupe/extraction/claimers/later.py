"""Who is brought in by an office and named further down: one person from the first mention.

"Le ministre ... le ministre, Paul Vidal": by the same title. "Le ministre a reculé. « ... », a dit
Paul Vidal": a report's lead gives the office, what follows the name.
"""

from collections.abc import Sequence

from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.titles import Title

# Sentences after which a name no longer says who the holder of an office was.
_LEAD = 2
# The weight of a subject, or of one in a clause.
_SUBJECT = 0.8
_NONE: frozenset[str] = frozenset()


def named_later(
    figures: Sequence[Figure], figure: Figure, title: Title, lexicon: Lexicon
) -> list[Figure]:
    """Give its name to whoever was brought in by the same title alone: "le ministre".

    Args:
        figures: Whom the report has spoken of so far.
        figure: Who bears the name, and takes over what was known of them.
        title: The noun beside the name.
        lexicon: Words for who can be meant.

    Returns:
        The figures without those that turned out to be this one.
    """
    if not title.before:
        return list(figures)
    office = lexicon.offices.get(title.noun, _NONE)
    for other in figures:
        if other.proper or other.plural or other.named_later or other is figure:
            continue
        shared = not title.complements.isdisjoint(other.complements)
        # One office under two nouns only where its complement is the same too: "le patron
        # du port", "Paul Vidal, directeur du port"; else a president is any director.
        foreign = not title.complements.isdisjoint(lexicon.nationalities)
        if foreign and not shared and len(other.appearances) > 1:
            # "Le président a dit, ... Le président a ajouté ... le président lusien, Ana Rey".
            continue
        same = title.noun in other.nouns or (
            shared and any(office & lexicon.offices.get(n, _NONE) for n in other.nouns)
        )
        told_apart = title.complements and other.complements
        if (
            same
            and other.definite
            and not (told_apart and not shared)
            and (other.feminine is None or figure.feminine in {None, other.feminine})
        ):
            become(other, figure)
    return [f for f in figures if f.named_later is None]


def named_after_lead(
    figures: Sequence[Figure],
    figure: Figure,
    sentence: int,
    lexicon: Lexicon,
    *,
    civil: bool = False,
) -> list[Figure]:
    """Give its name to the holder of a high office that a report has just spoken of.

    "M. Okello", of whom the report has told nothing, may hold any office that it has.

    Args:
        figures: Whom the report has spoken of so far.
        figure: Who is named for the first time, in full and without a title, as a subject.
        sentence: Number of the name's sentence.
        lexicon: Words for who can be meant.
        civil: Whether a civility stands before the name.

    Returns:
        The figures without the one that turned out to be this one.
    """
    offices = lexicon.functions if civil else lexicon.high_offices
    holders = [
        f
        for f in figures
        if not f.proper
        and f.definite
        and not f.plural
        and f.named_later is None
        and not offices.isdisjoint(f.nouns)
        and f.appearances
    ]
    if len(holders) != 1:
        return list(figures)
    holder = holders[0]
    last = holder.appearances[-1]
    fits = holder.feminine is None or figure.feminine in {None, holder.feminine}
    near = sentence - last.sentence <= _LEAD and not last.quoted
    others = any(
        f is not figure
        and f.kind == "person"
        and f.appearances
        and f.appearances[-1].place > last.place
        for f in figures
    )
    if not (fits and near and last.weight >= _SUBJECT) or others:
        return list(figures)
    become(holder, figure)
    return [f for f in figures if f.named_later is None]


def become(other: Figure, figure: Figure) -> None:
    """Let a described figure be one told of later, who takes over what was known of it."""
    other.named_later = figure
    figure.nouns |= other.nouns
    figure.complements |= other.complements
    merged = {a.sentence: a for a in (*other.appearances, *figure.appearances)}
    figure.appearances = [merged[k] for k in sorted(merged)]
