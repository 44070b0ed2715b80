"""Who wrote a report and when, as its page shows it beside the headline.

Extractors of main text leave these lines out, yet "avec AFP" under a headline
is what says that a report draws on an agency, and "Publié le 4 mars" may be
all that dates it. They are kept as lines of the text, below the headline.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement
from rapidfuzz import fuzz

from recoupe.sources.page_facts import clean

# A whole word of a class: 'publi' alone would take in 'publicite'.
_CREDIT = re.compile(
    r"(?i)(?<![a-z])(by-?lines?|authors?|auteurs?|signature|credits?|agenc[ey]|agence|dateline"
    r"|source|meta|infos?|publish(?:ed)?|publication|date|date-?published)(?![a-z])"
)
_AROUND = re.compile(
    r"(?i)(?<![a-z])(comments?|commentaires?|related|teasers?|shar\w+|partag\w+|menu|sidebar"
    r"|newsletter|breadcrumbs?|promo|footer|caption|legende)(?![a-z])"
)
_NOT_IN = {"aside", "nav", "footer", "figure", "figcaption", "form", "button"}
_LONGEST = 120
"""Characters: a byline is shorter, an author's biography longer."""
_MOST = 4
_SAME = 80
"""Indel ratio, in percent, from which two headlines are one: what a page states
for sharing differs from what it shows by an apostrophe, a word, the outlet's name."""

_PREFIX = 12
"""Characters from which the beginning of a title is the headline, and no mere word of it."""


def same_headline(one: str, other: str) -> bool:
    """Tell whether two lines are one headline."""
    return bool(one and other) and fuzz.ratio(one.casefold(), other.casefold()) >= _SAME


def heading(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """Return the element that shows the headline: the h1 that says the title, or the only one."""
    shown = [element for element in tree.iter("h1") if clean(element.text_content())]
    if title is None:
        return shown[0] if len(shown) == 1 else None
    for element in shown:
        line = clean(element.text_content())
        # What a page states for its window or for sharing often ends in the outlet's name.
        begins = len(line) >= _PREFIX and title.casefold().startswith(line.casefold())
        if begins or same_headline(line, title):
            return element
    return None


def credit_lines(heading: HtmlElement, body: Sequence[str]) -> Iterator[str]:
    """Yield the lines about author, agency and day that stand in the headline's article.

    Args:
        heading: The element that shows the headline.
        body: The paragraphs; a line that is in one of them is not repeated.
    """
    article = _article(heading)
    given: list[str] = []
    taken: list[HtmlElement] = []
    for element in article.iterdescendants():
        if len(given) == _MOST:
            return
        if not isinstance(element.tag, str) or element.tag == "h1" or not _is_credit(element):
            continue
        if any(outer in taken or _is_around(outer) for outer in _up_to(element, article)):
            continue
        line = clean(element.text_content())
        if not line or len(line) > _LONGEST or any(line in other for other in (*body, *given)):
            continue
        taken.append(element)
        given.append(line)
        yield line


def _article(heading: HtmlElement) -> HtmlElement:
    """Return the nearest element around the headline that also holds paragraphs."""
    element = heading
    for element in heading.iterancestors():
        if element.tag in {"article", "main", "body"} or element.find(".//p") is not None:
            break
    return element


def _is_credit(element: HtmlElement) -> bool:
    if element.tag == "time" or element.get("rel") == "author":
        return True
    return _CREDIT.search(_marks(element)) is not None


def _is_around(element: HtmlElement) -> bool:
    return element.tag in _NOT_IN or _AROUND.search(_marks(element)) is not None


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _up_to(element: HtmlElement, top: HtmlElement) -> Iterator[HtmlElement]:
    while element is not top:
        yield element
        element = element.getparent()
