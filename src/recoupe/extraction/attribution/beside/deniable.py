"""Which of the sentences before "Il dément." it denies: not what is told plainly of who denies.

"Marc Rey est soupçonné de vol. Il vit à Lyon. Il nie.": the theft, and not where he lives.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.said import Said, said_in
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence

# How many sentences of its paragraph may stand between a denial and what it denies.
_REACH = 3


def denied_before(
    earlier: Sequence[Sentence],
    source: SourceWords | None,
    found: Sequence[Attribution],
    saying: Saying,
) -> Said | None:
    """Return what a denial without an object answers in the sentences before it.

    Args:
        earlier: The sentences before it, in order, the one right before it last.
        source: Who denies.
        found: The attributions of the report.
        saying: The words of saying of the language.

    Returns:
        What the sentence before says, unless that tells plainly of who denies; then what was
        said, alleged or heard before that in its paragraph, None where nothing was.
    """
    before = earlier[-1]
    if not _is_plainly_of(before, source, found, saying):
        return said_in(before, found)
    for sentence in reversed(earlier[-1 - _REACH : -1]):
        if sentence.paragraph != before.paragraph:
            break
        if _is_alleged(sentence, found, saying):
            return said_in(sentence, found)
    return None


def _is_plainly_of(
    sentence: Sentence, source: SourceWords | None, found: Sequence[Attribution], saying: Saying
) -> bool:
    """Tell "Il vit à Lyon" before "Il nie": the report's own, and of who denies."""
    head = source.head if source is not None else None
    if head is None or _is_alleged(sentence, found, saying):
        return False
    subject = grammar.subject(sentence.root)
    if subject is None or subject.i > sentence.root.i:
        return False
    if subject.pos_ == "PRON":
        # Whoever is "il" there has just been spoken of, as who denies has.
        return saying.is_one(subject, "personal")
    same = subject.lemma_.lower() == head.lemma_.lower()
    return same or (saying.is_one(head, "personal") and _agrees(subject.morph, head.morph))


def _agrees(one: dict[str, list[str]], other: dict[str, list[str]]) -> bool:
    return all(
        not one.get(name) or not other.get(name) or one[name] == other[name]
        for name in ("Gender", "Number")
    )


def _is_alleged(sentence: Sentence, found: Sequence[Attribution], saying: Saying) -> bool:
    """Tell a sentence in which something is said, heard, or laid at somebody's door."""
    if any(a.content.overlaps(sentence.span) for a in found):
        return True
    return any(
        (grammar.has(t, "Mood", "Cnd") and not saying.is_one_lemma_of(t, "modal"))
        or saying.is_one_lemma_of(t, "alleging")
        for t in sentence.words
    )
