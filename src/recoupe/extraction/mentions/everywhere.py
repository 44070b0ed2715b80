"""A name read at one place of a report is read wherever it stands in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.parsed import Sentence
from recoupe.model import Span

# A name of one word stands for a longer one if it has more letters than this.
_SHORTEST = 3


def named_everywhere(
    text: str,
    sentences: Sequence[Sentence],
    found: list[tuple[Span, str]],
    lexicon: Lexicon,
) -> list[tuple[Span, str]]:
    """Read names wherever they stand, also where the pipeline cut them."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for span, schema in found:
        name = span.of(text)
        several = " " in name or (
            len(name) > _SHORTEST and name.isalpha() and not lexicon.is_known(name.lower())
        )
        if several and name[:1].isupper() and "\n" not in name:
            names[name][schema] += 1
    if not names:
        return found
    longest = sorted(names, key=lambda n: (-len(n), n))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(n) for n in longest)})(?!\w)")
    held = {span for span, _ in found}
    added: list[tuple[Span, str]] = []
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if span not in held:
                schema = min(names[match.group()].items(), key=lambda v: (-v[1], v[0]))[0]
                added.append((span, schema))
    if not added:
        return found
    # The longer of two that overlap is the name; the shorter was cut.
    added.sort(key=lambda a: (-_length(a[0]), a[0]))
    kept = [
        (span, schema)
        for span, schema in found
        if not any(a.overlaps(span) and _length(a) > _length(span) for a, _ in added)
    ]
    kept += [(a, s) for a, s in added if not any(a.overlaps(span) for span, _ in kept)]
    return sorted(kept)


def _length(span: Span) -> int:
    """Return the length of a span in characters."""
    return span.end - span.start
