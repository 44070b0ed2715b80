"""Lines that look like prose and are others' words: readers' comments, headlines of other reports.

What they are is told by the line that they stand under ("Commentaires", "À lire aussi").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.language import Pack

_WORD = re.compile(r"\w+")
_LONGEST_HEADLINE_WORDS = 20
_ENDS_PROSE = ".…;:)"


@cache
def _patterns(pack: Pack, which: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in pack.words("page")[which])


def others_lines(lines: Sequence[str], kinds: Sequence[str], pack: Pack) -> Iterator[int]:
    """Yield which lines of a text are others' words, though they have the shape of a report's.

    Args:
        lines: The paragraphs of the text.
        kinds: What each is taken for; those of the report are "body".
        pack: The pack of its language.
    """
    listed = False
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "body":
            listed = listed and _may_be_headline(line)
            if listed:
                yield number
            continue
        # Between the headlines of a list stand their numbers, days and pictures.
        listed = listed or _any(pack, "related", line)
        if _any(pack, "comments", line) and _is_below(lines, kinds, number):
            yield from range(number, len(lines))
            return


def _any(pack: Pack, which: str, line: str) -> bool:
    return any(p.search(line) for p in _patterns(pack, which))


def _may_be_headline(line: str) -> bool:
    if line[0] in "«“" and line[-1] in "»”":
        return False  # somebody's words, as a paragraph of the report has them
    return line[-1] not in _ENDS_PROSE and len(_WORD.findall(line)) <= _LONGEST_HEADLINE_WORDS


def _is_below(lines: Sequence[str], kinds: Sequence[str], number: int) -> bool:
    """Tell whether most of the report stands above a line: a link to comments may head a page."""
    above, below = (
        sum(len(line) for line, kind in part if kind == "body")
        for part in (
            zip(lines[:number], kinds[:number], strict=True),
            zip(lines[number:], kinds[number:], strict=True),
        )
    )
    return above > below
