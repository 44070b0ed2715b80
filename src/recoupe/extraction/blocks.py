"""Which lines of a text are the report, and which are the page around it.

Menus, captions, credits and author notes stay in the stored text but are not
read: a menu entry is nobody's statement. The decision is made on lines, by
their shape and by the pack's ``page`` lexicon, before anything is parsed.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from recoupe.extraction.beside import others_lines
from recoupe.language import Pack
from recoupe.model import Span

Kind = Literal["body", "headline", "debris", "credit"]

# A line that ends so is prose; one that does not is a heading, a caption or a menu.
_SENTENCE_END = re.compile(r"[.!?…:;][\s»”\"’')\]]*$|[»”]\s*$")
# Behind a comma or a closing mark a line in lower case goes on.
_UNFINISHED = re.compile(r"[»”\",]\s*$")
# Who signs a paragraph, behind its last stop: "– VNP", "(Ana Rey)", "/ANP/", or the sign of an end.
_SIGNED = re.compile(
    r"(?<=[.!?…»”])\s*(?:[–—-]{1,2}\s*|[(\[/|]\s*)"
    r"[A-ZÀ-Ý][\w&’'.-]*(?:[ /][A-ZÀ-Ý][\w&’'.-]*){0,3}\s*[)\]/|.]*\s*$"
    r"|(?<=[.!?…»”])\s*[■●◼▪◆#*†‡]+\s*$|(?<=[.!?…»”])\s*(?:\[\d{1,3}\]\s*)+$"
)
_SHORTEST_SIGNED_WORDS = 8
_WORD = re.compile(r"\w+")
# A line with so many sentences in it is prose whatever stands at its end: an agency's
# initials, the name of a file, an address.
_STOP = re.compile(r"\w{2}[.!?…][»”\"’')\]]*(?:\s|(?=[A-ZÀ-Ý«“\"]))")
_SENTENCES_IN_PROSE, _WORDS_OF_LONG_LINE = 3, 60
# Below this, a line without a final stop says nothing that a desk would file.
_SHORTEST_PROSE_WORDS = 4
# But "La direction dément." is a paragraph where one of prose stands before it.
_SHORT_SENTENCE = re.compile(r"^[A-ZÀ-Ý][\w’']*(?: [\w’'-]+){1,3}\.$")
_SHORTEST_HEADLINE_WORDS, _LONGEST_HEADLINE_WORDS = 5, 20
# Dates and phone numbers are mostly digits and signs.
_LETTERS_IN_PROSE = 0.7
# A hard-wrapped line is at least this long; shorter ones end on purpose.
_WRAPPED_CHARACTERS = 45


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the text and what it is taken for."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class _PageWords:
    debris: tuple[re.Pattern[str], ...]
    datelines: tuple[re.Pattern[str], ...]
    credits: tuple[re.Pattern[str], ...]


@cache
def _page_words(pack: Pack) -> _PageWords:
    words = pack.words("page")

    def compiled(*names: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(p, re.IGNORECASE) for name in names for p in words[name])

    return _PageWords(
        debris=compiled("debris", "related", "comments", "captions", "author_notes"),
        datelines=tuple(re.compile(p) for p in words["datelines"]),
        # Names of outlets are told by their capitals, so case counts here.
        credits=tuple(re.compile(p) for p in words["credits"]),
    )


def _lines(text: str) -> list[Span]:
    """Return the non-empty lines of ``text``, without surrounding white space."""
    spans = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return spans


def _paragraphs(text: str) -> list[Span]:
    """Join lines that were wrapped by hand into the paragraphs they came from."""
    joined: list[Span] = []
    for line in _lines(text):
        if joined:
            before = joined[-1]
            last_line = text[text.rfind("\n", 0, before.end) + 1 : before.end]
            wrapped = (
                text[before.end : line.start].count("\n") == 1
                and text[line.start].islower()
                and (
                    # « Nous partons », / a dit X
                    _UNFINISHED.search(last_line) is not None
                    or (
                        len(last_line) >= _WRAPPED_CHARACTERS
                        and not _SENTENCE_END.search(last_line)
                    )
                )
            )
            if wrapped:
                joined[-1] = Span(before.start, line.end)
                continue
        joined.append(line)
    return joined


def _is_prose(line: str) -> bool:
    if _holds(line, _WORD, _SHORTEST_PROSE_WORDS) and _SENTENCE_END.search(line) is not None:
        return True
    signed = _SIGNED.search(line)
    return signed is not None and _holds(line[: signed.start()], _WORD, _SHORTEST_SIGNED_WORDS)


def _is_long_prose(line: str) -> bool:
    return _holds(line, _WORD, _WORDS_OF_LONG_LINE) and _holds(line, _STOP, _SENTENCES_IN_PROSE)


def _holds(line: str, pattern: re.Pattern[str], least: int) -> bool:
    """Tell whether a pattern is met so often in a line, which is read no further than that."""
    return sum(1 for _ in islice(pattern.finditer(line), least)) == least


def find_blocks(text: str, pack: Pack, title: str | None = None) -> tuple[Block, ...]:
    """Divide a text into its paragraphs and tell the report from its page.

    Args:
        text: The document's stored text.
        pack: The pack of its language.
        title: The headline, when the document's metadata or page states it.

    Returns:
        Every paragraph, in order. At most one is the headline: the line that
        equals ``title``, or else the last line without a final stop that
        stands before the first paragraph of prose and has a sentence's length.
    """
    page = _page_words(pack)
    blocks: list[Block] = []
    # Lines that no list of the page's words knows: one of them may be the headline.
    unlisted: set[int] = set()
    for span in _paragraphs(text):
        line = span.of(text)
        kind: Kind
        if any(p.search(line) for p in page.credits):
            prose = (_is_prose(line) and len(line) > 80) or _is_long_prose(line)
            kind = "body" if prose else "credit"
        elif _is_long_prose(line):
            kind = "body"
        elif any(p.search(line) for p in page.debris):
            kind = "debris"
        elif _is_prose(line) or (
            any(b.kind == "body" for b in blocks[-2:]) and _SHORT_SENTENCE.match(line)
        ):
            kind = "body"
        else:
            kind = "debris"
            unlisted.add(len(blocks))
        blocks.append(Block(span, kind))
    lines = [block.span.of(text) for block in blocks]
    for number in others_lines(lines, [block.kind for block in blocks], pack):
        blocks[number] = Block(blocks[number].span, "debris")
    unlisted |= _quoting_headlines(text, blocks)
    return _with_headline(text, blocks, title, unlisted)


def _quoting_headlines(text: str, blocks: list[Block]) -> set[int]:
    """Return the headlines that end with somebody's words, above who wrote the report, or when."""
    first = next((n for n, b in enumerate(blocks) if b.kind == "body"), len(blocks))
    if first + 1 >= len(blocks) or blocks[first + 1].kind != "debris":
        return set()
    line = blocks[first].span.of(text)
    if line[-1] not in "»”" or _holds(line, _WORD, _LONGEST_HEADLINE_WORDS + 1):
        return set()
    blocks[first] = Block(blocks[first].span, "debris")
    return {first}


def behind_dateline(text: str, span: Span, pack: Pack) -> Span:
    """Return a paragraph without the place, day and agency at its head.

    Args:
        text: The document's stored text.
        span: The paragraph.
        pack: The pack of its language.
    """
    for pattern in _page_words(pack).datelines:
        match = pattern.match(span.of(text))
        if match is not None:
            return Span(span.start + match.end(), span.end)
    return span


def _with_headline(
    text: str, blocks: list[Block], title: str | None, unlisted: Set[int]
) -> tuple[Block, ...]:
    chosen = None
    wanted = _squeezed(title) if title else None
    for number, block in enumerate(blocks):
        if wanted is not None and _squeezed(block.span.of(text)) == wanted:
            chosen = number
            break
        if block.kind == "body":
            break
        if number in unlisted and _may_be_headline(block.span.of(text)):
            chosen = number
    if chosen is not None:
        blocks[chosen] = Block(blocks[chosen].span, "headline")
    return tuple(blocks)


def _may_be_headline(line: str) -> bool:
    """Tell a headline from a trail of navigation, a date, or a menu entry."""
    signs = [c for c in line if not c.isspace()]
    letters = sum(c.isalpha() for c in signs)
    return (
        len(_WORD.findall(line)) >= _SHORTEST_HEADLINE_WORDS
        and letters >= _LETTERS_IN_PROSE * len(signs)
        and not re.search(r" [/›»>|] ", line)
    )


def _squeezed(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold()))
