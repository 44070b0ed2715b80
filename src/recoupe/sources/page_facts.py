"""What a page says of itself: headline, outlet, day of publication, address, language.

trafilatura reads headline, outlet and address. The day is not left to it: its
htmldate guesses from text and addresses, and a wrong date is worse than none.
Only what a page states outright as its publication is taken: schema.org's
``datePublished`` (JSON-LD or microdata), Open Graph's ``article:published_time``
and, where there is none of these, the customary ``meta`` names. What is stated
of a modification never is.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from recoupe.model import Reason
from recoupe.sources.dates import instant
from recoupe.sources.metadata import web_address

_ARTICLE_TYPES = re.compile(r"(?i)(article|report|blogposting|socialmediaposting)$")
# Names by which pages state the day they were published; none may also mean a modification.
_STRONG_NAMES = {
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
}
_CUSTOMARY_NAMES = {
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
}
# What content systems write where they know no day.
_PLACEHOLDERS = {"1970-01-01", "0001-01-01", "1900-01-01"}
_TITLE = re.compile(r"(?P<headline>.{15,}) [-–—|•·:] (?P<name>[^-–—|•·:]{3,40})$")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class PageFacts:
    """What a page says of itself; None where it says nothing that can be used.

    ``headline`` is the title where the page states it as that of the report,
    and not only as that of its window, where it may name the site instead.
    """

    title: str | None = None
    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[Reason, ...] = ()


def clean(text: str | None) -> str:
    """Return text as a browser would show it: blanks collapsed, no invisible characters.

    Soft hyphens and zero-width blanks are hints for breaking lines; left in,
    they keep a word from being found.
    """
    return _SPACE.sub(" ", _INVISIBLE.sub("", text or "")).strip()


def page_facts(tree: HtmlElement) -> PageFacts:
    """Read what a page says of itself.

    Args:
        tree: The parsed page; left as it is.
    """
    # The date it would look for is not used; without this its search is the slowest part.
    known = extract_metadata(tree, date_config={"extensive_search": False}, extensive=False)
    articles = list(_articles(tree))
    published, notes = _published(tree, articles)
    headlines = [*_meta(tree, {"og:title", "twitter:title"})]
    headlines += [str(article.get("headline") or "") for article in articles]
    headline = next((line for line in map(clean, headlines) if line), None)
    return PageFacts(
        title=headline or clean(known.title) or None,
        headline=headline,
        publisher=_publisher(tree, articles) or clean(known.sitename) or None,
        published=published,
        url=web_address(known.url or ""),
        language=_language(tree),
        notes=notes,
    )


def _published(
    tree: HtmlElement, articles: list[dict[str, Any]]
) -> tuple[str | None, tuple[Reason, ...]]:
    """Return the earliest day stated most plainly, and whether other days are stated too.

    The earliest, because what was published on one day cannot have been
    published for the first time on a later one.
    """
    strong = [str(article.get("datePublished") or "") for article in articles]
    strong += list(_meta(tree, _STRONG_NAMES))
    strong += _marked_times(tree)
    ranks = [_days(strong), _days(list(_meta(tree, _CUSTOMARY_NAMES)))]
    best = next((days for days in ranks if days), None)
    if best is None:
        return None, ()
    stated = sorted({day for days in ranks for day in days})
    instants = {moment for days in ranks for moment in days.values()}
    if len(stated) > 1 and (len(instants) > 1 or None in instants):
        return min(best), (Reason(rule="page-dates-disagree", words=" / ".join(stated)),)
    return min(best), ()


def _days(values: list[str]) -> dict[str, datetime | None]:
    """Return the days among some values, with the instant where one is stated."""
    days: dict[str, datetime | None] = {}
    for value in values:
        try:
            day, moment = instant(value)
        except ValueError:
            continue
        if day not in _PLACEHOLDERS:
            days.setdefault(day, moment)
    return days


def _marked_times(tree: HtmlElement) -> list[str]:
    """Return the microdata that state one day; several of them belong to several reports."""
    values = [
        element.get("datetime") or element.get("content") or ""
        for element in tree.xpath("//*[@itemprop='datePublished' or (self::time and @pubdate)]")
        if element.tag != "meta"
    ]
    return values if len({value[:10] for value in values}) == 1 else []


def _meta(tree: HtmlElement, names: set[str]) -> Iterator[str]:
    """Yield what the ``meta`` elements of these names hold."""
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if (element.get(attribute) or "").lower() in names:
                yield element.get("content") or ""
                break


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the reports that JSON-LD says this page is, not those that it lists.

    Where there are several, none of them is known to be the page's own.
    """
    found = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        pending = data if isinstance(data, list) else [data]
        for entry in pending:
            if not isinstance(entry, dict):
                continue
            graph = entry.get("@graph")
            for node in graph if isinstance(graph, list) else [entry]:
                if isinstance(node, dict) and _is_article(node.get("@type")):
                    found.append(node)
    if len({str(node.get("headline")) for node in found}) == 1:
        yield from found


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in kinds)


def _publisher(tree: HtmlElement, articles: list[dict[str, Any]]) -> str:
    """Return the outlet's name in the page's own spelling."""
    for value in _meta(tree, {"og:site_name"}):
        if name := clean(value):
            return name
    for article in articles:
        publisher = article.get("publisher")
        stated = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(stated, str) and clean(stated):
            return clean(stated)
    return _behind_headline(tree)


def _behind_headline(tree: HtmlElement) -> str:
    """Return what the window's title adds to a headline that the page shows: the outlet's name."""
    for title in tree.iter("title"):
        parted = _TITLE.match(clean(title.text_content()))
        shown = {clean(h.text_content()).casefold() for h in tree.iter("h1", "h2", "h3")}
        if parted and parted["headline"].casefold() in shown:
            return parted["name"]
        break
    return ""


def _language(tree: HtmlElement) -> str | None:
    """Return the ISO 639-1 code that the page's root states."""
    root = tree.getroottree().getroot()
    stated = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    stated = stated or root.get("xml:lang") or ""
    match = re.match(r"([A-Za-z]{2})(?:[-_]|$)", stated.strip())
    return match[1].lower() if match else None
