"""Who is brought in by an office and named further down: one person from the first mention."""

from collections.abc import Sequence

from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.titles import Title

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
            other.named_later = figure
            figure.nouns |= other.nouns
            figure.complements |= other.complements
            merged = {a.sentence: a for a in (*other.appearances, *figure.appearances)}
            figure.appearances = [merged[k] for k in sorted(merged)]
    return [f for f in figures if f.named_later is None]
