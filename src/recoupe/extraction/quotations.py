"""Where quotation marks open and close in a report.

A mark's part is decided by the white space around it and by what is open, not
by its shape alone: pages printed by machine write ``qu' »environ 400 « `` and
French paragraphs of one long quotation each begin with a new opening mark.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.model import Span

_MARKS = re.compile(r"[«»“”„‟\"]|(?<!\w)‘|(?<=\w)’(?!\w)|<<|>>")
_OPENERS = {"«", "“", "„", "‘", "<<"}
_PAIRS = {"«": "»", "“": "”", "„": "”“", "‘": "’", '"': '"', "<<": ">>", "»": "«»", "”": "”"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks.

    Attributes:
        inner: The words, without marks and without white space at the edges.
        outer: The words with their marks.
        closed: Whether a closing mark was found.
    """

    inner: Span
    outer: Span
    closed: bool


def _opens(text: str, match: re.Match[str], is_open: bool) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    glued_left = not before.isspace() and before not in "([’'—–-"
    if mark in _OPENERS:
        # "population« ." is a closing mark that was turned round by a machine.
        return not (is_open and glued_left and not after.isalnum())
    if mark == '"':
        if is_open:
            # One that was never closed, and another opens.
            return not glued_left and after.isalnum()
        return not (glued_left and not after.isalnum())
    # "qu' »environ": a closing mark that opens, because nothing is open.
    return not is_open and not glued_left and (after.isalnum())


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quoted, ...]:
    """Return the outermost quotations of the given paragraphs, in order.

    Args:
        text: The document's stored text.
        paragraphs: Spans of the paragraphs to search, in order.

    Returns:
        One entry a quotation; one that runs over several paragraphs is given
        paragraph by paragraph. A quotation that is never closed ends with its
        paragraph and says so.
    """
    found: list[Quoted] = []
    for paragraph in paragraphs:
        nested = _in_paragraph(text, paragraph, nesting=True)
        if nested is None:
            # Marks that do not balance: an opening mark then ends the quotation before it.
            nested = _in_paragraph(text, paragraph, nesting=False)
        found.extend(nested or ())
    return tuple(q for q in found if q.inner.start < q.inner.end)


def _in_paragraph(text: str, paragraph: Span, *, nesting: bool) -> list[Quoted] | None:
    """Return the outermost quotations of a paragraph.

    With ``nesting`` an opening mark inside a quotation opens another one; None
    is returned where the marks then do not balance and there was such a mark.
    """
    found: list[Quoted] = []
    start = 0
    stack: list[str] = []
    nested = False
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if _opens(text, match, bool(stack)):
            if stack and not nesting and mark == stack[0]:
                found.append(_quoted(text, start, match.start(), len(stack[0]), 0))
                stack = []
            if not stack:
                start = match.start()
            else:
                nested = True
            stack.append(mark)
        elif len(stack) > 1 and mark in _PAIRS.get(stack[-1], ""):
            stack.pop()
        elif stack and (mark in _PAIRS.get(stack[0], "") or mark in _OPENERS):
            found.append(_quoted(text, start, match.end(), len(stack[0]), len(mark)))
            stack = []
    if stack:
        if nesting and nested:
            return None
        found.append(_quoted(text, start, paragraph.end, len(stack[0]), 0))
    return found


def _quoted(text: str, start: int, end: int, opening: int, closing: int) -> Quoted:
    inner_start, inner_end = start + opening, end - closing
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quoted(Span(inner_start, inner_end), Span(start, end), closed=closing > 0)
