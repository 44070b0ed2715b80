"""The HTML reader: a page to the report in it.

The stored text of a page is ours to define, once: the headline, the lines
that say who wrote it and when, and the paragraphs, one a line, with blanks as
a browser shows them. Nothing of a page is run or loaded; it is only parsed,
and what its text shows of markup stays characters.
"""

from recoupe.errors import UnreadableError
from recoupe.model import Reason
from recoupe.sources.content import Content
from recoupe.sources.page_credits import credit_lines, heading, same_headline, standfirst
from recoupe.sources.page_facts import clean, page_facts
from recoupe.sources.page_text import body, parse

_NO_TEXT = UnreadableError("a page without text", "open it in a browser, save its text as .txt")
_HEADLINE_WITHIN = 3
"""Paragraphs among which the body's own headline is looked for."""


def read_page(markup: str) -> Content:
    """Read a page.

    Args:
        markup: The page, decoded.

    Raises:
        UnreadableError: There is no text in it, or none but links.
    """
    tree = parse(markup)
    if tree is None:
        raise _NO_TEXT
    lines, found = body(tree)
    if not lines:
        raise _NO_TEXT
    facts = page_facts(tree)
    shown = heading(tree, facts.title)
    headline = facts.headline if shown is None else clean(shown.text_content())
    if headline:
        at = _find(headline, lines[:_HEADLINE_WITHIN])
        if at is None:
            lines, at = [headline, *lines], 0
        if shown is not None:
            above = standfirst(shown, lines)
            lines[at + 1 : at + 1] = [*credit_lines(shown, lines), *([above] if above else ())]
    notes = facts.notes if found else (*facts.notes, Reason(rule="main-text-not-found"))
    return Content(
        text="\n".join(lines),
        title=headline or facts.title,
        publisher=facts.publisher,
        published=facts.published,
        url=facts.url,
        language=facts.language,
        notes=notes,
    )


def _find(headline: str, lines: list[str]) -> int | None:
    """Return where a headline stands; the body may word it a little otherwise."""
    if headline in lines:
        return lines.index(headline)
    return next((at for at, line in enumerate(lines) if same_headline(line, headline)), None)
