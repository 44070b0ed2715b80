"""Who wrote a report and when, as its page shows it beside the headline.

Extractors of main text leave these lines out, yet "avec AFP" under a headline
is what says that a report draws on an agency, and "Publié le 4 mars" may be
all that dates it. They are kept as lines of the text, below the headline.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement
from rapidfuzz import fuzz

from recoupe.sources.page_facts import clean

# A whole word of a class: 'publi' alone would take in 'publicite'.
_CREDIT = re.compile(
    r"(?i)(?<![a-z])(by-?lines?|authors?|auteurs?|signature|credits?|agenc[ey]|agence|dateline"
    r"|source|meta|infos?|publish(?:ed)?|publication|date|date-?published)(?![a-z])"
)
_STANDFIRST = re.compile(r"(?i)(?<![a-z])(chapo|chapeau|stand-?first|accroche|lead)(?![a-z])")
_AROUND = re.compile(
    r"(?i)(?<![a-z])(comments?|commentaires?|related|teasers?|shar\w+|partag\w+|menu|sidebar"
    r"|newsletter|breadcrumbs?|promo|footer|caption|legende)(?![a-z])"
)
_OWN_LINE = {"br", "button", "dd", "div", "dl", "dt", "h2", "h3", "h4", "li", "ol", "p", "ul"}
_NOT_IN = {"aside", "nav", "footer", "figure", "figcaption", "form", "button"}
_LONGEST = 120
"""Characters: a byline is shorter, an author's biography longer."""
_MOST = 6
_STANDFIRST_LENGTH = range(40, 900)
"""Characters: a shorter one is a label, a longer one holds the report."""
_SAME = 80
"""Indel ratio, in percent, from which two headlines are one: what a page states
for sharing differs from what it shows by an apostrophe, a word, the outlet's name."""

_SHORTEST = 5
"""Words of a headline that nothing else tells."""
_PREFIX = 12
"""Characters from which the beginning of a title is the headline, and no mere word of it."""


def same_headline(one: str, other: str) -> bool:
    """Tell whether two lines are one headline."""
    return bool(one and other) and fuzz.ratio(one.casefold(), other.casefold()) >= _SAME


def heading(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """Return the element that shows the headline: the h1 that says the title, or the only one.

    What a page states for search engines may differ from it; an h1 of few words may be the
    site's name.
    """
    shown = [element for element in tree.iter("h1") if clean(element.text_content())]
    if title is None:
        return shown[0] if len(shown) == 1 else None
    for element in shown:
        line = clean(element.text_content())
        # What a page states for its window or for sharing often ends in the outlet's name.
        begins = len(line) >= _PREFIX and title.casefold().startswith(line.casefold())
        if begins or same_headline(line, title):
            return element
    words = clean(shown[0].text_content()).split() if len(shown) == 1 else ()
    return shown[0] if len(words) >= _SHORTEST else None


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
        if len(given) >= _MOST:
            return
        if not isinstance(element.tag, str) or element.tag == "h1" or not _is_credit(element):
            continue
        if any(outer in taken or _is_around(outer) for outer in _up_to(element, article)):
            continue
        lines = _shown(element)
        if not lines or len(" ".join(lines)) > _LONGEST:
            continue
        lines = [line for line in lines if not any(line in other for other in (*body, *given))]
        if lines:
            taken.append(element)
            given += lines
            yield from lines


def standfirst(heading: HtmlElement, body: Sequence[str]) -> str | None:
    """Return the paragraph that sums a report up below its headline, where the body lacks it.

    Args:
        heading: The element that shows the headline.
        body: The paragraphs.
    """
    article = _article(heading)
    for element in article.iterdescendants():
        if not isinstance(element.tag, str) or not _STANDFIRST.search(_marks(element)):
            continue
        line = clean(element.text_content())
        if any(_is_around(outer) for outer in _up_to(element, article)):
            continue
        if len(line) in _STANDFIRST_LENGTH and not any(line in other for other in body):
            return line
    return None


def _shown(element: HtmlElement) -> list[str]:
    """Return the lines in which a browser shows an element: each block in it has its own."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part is not element and part.tag in _OWN_LINE:
            parts.append("\n")
        if event == "start":
            parts.append((part.text or "").replace("\n", " "))
        elif part is not element:
            parts.append((part.tail or "").replace("\n", " "))
    return [line for part in "".join(parts).split("\n") if (line := clean(part))]


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
