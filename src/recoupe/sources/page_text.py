"""The report in a page: its paragraphs, without what stands around them.

trafilatura (Barbaresi 2021) finds the main text. Its tree is rendered here,
not its string: the string has its character references resolved twice, so
that an article which shows ``&lt;b&gt;`` would lose what it shows, and marks
lists and tables with signs that the report does not have.
"""

import logging
import re
from collections.abc import Iterator, Set
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from recoupe.errors import UnreadableError
from recoupe.sources.page_facts import clean

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# Of trafilatura's own tree, which is a small part of TEI.
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "lb", "div"})
_HTML_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption"  # noqa: SIM905
    " figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hr li main nav noframes ol p"
    " pre section table tbody td tfoot th thead tr ul".split()
)
_HTML_UNREAD = frozenset(
    "script style noscript noframes template head title nav button select option textarea svg"  # noqa: SIM905
    " iframe object form footer".split()
)

_MAX_MARKUP = 5_000_000
"""Characters of a page, its packed pictures aside; what the largest outlets send is under
three million. Reading this much of the worst markup can take a minute."""

_MAX_LINKS = 20_000
"""Links above which a page is a listing. trafilatura's time grows with their square."""

_MAX_INLINE_COST = 25_000_000
"""Sum, over the elements of a page, of the squares of how many elements stand within its
lines, from which trafilatura is not asked: its time grows with it, some 4 s for this much."""

# Saved pages can hold pictures in their markup; past ten megabytes of one the parser stops.
_DATA_ADDRESS = re.compile(r"(?i)\bdata:[\w/+.-]*;base64,[A-Za-z0-9+/=%\s]{64,}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# trafilatura knows English names of these, where nothing stands before them.
_DEBRIS = re.compile(
    r"(?i)(?<![a-z])(publicites?|pub|partages?|partager|(?:a-)?lire-aussi|meme-sujet|infolettre"
    r"|articles?-(?:lies|associes|similaires)|commentaires?|legende|fil-d-?ariane|plus-lus"
    r"|comments?|related|recos?|recommandations?|recommended|recommandes?|connexes?|newsletters?"
    r"|outbrain|taboola|sponsorises?|a-ne-pas-manquer)(?![a-z])"
)
_QUOTATION = re.compile(r"(?i)<q(?:\s[^<>]*)?>")
_QUOTATION_END = re.compile(r"(?i)</q\s*>")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def parse(markup: str) -> HtmlElement | None:
    """Parse a page as leniently as a browser does; None if nothing comes of it.

    Raises:
        UnreadableError: It has too much markup to be a page with a report.
    """
    markup = _XML_DECLARATION.sub("", _UNPRINTABLE.sub("", _DATA_ADDRESS.sub("data:,", markup)))
    if len(markup) > _MAX_MARKUP:
        problem = f"a page of {len(markup) / 1e6:.0f} million characters, not a report"
        raise UnreadableError(problem, "save the text of the report as .txt")
    # A browser sets the marks of an inline quotation; they belong to the words.
    markup = _QUOTATION_END.sub(" »", _QUOTATION.sub("« ", markup))
    # Beyond its depth for careless callers, libxml2 drops what is nested; pages may nest.
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(markup.encode(), parser=parser)
    except etree.ParserError:
        return None
    etree.strip_elements(tree, "template", with_tail=False)
    return tree


def body(tree: HtmlElement) -> tuple[list[str], bool]:
    """Return the paragraphs of the report, one string each.

    Args:
        tree: The parsed page; left as it is.

    Returns:
        The paragraphs, empty where the page has nothing but links; and
        whether they were found as a report, rather than by taking all text.

    Raises:
        UnreadableError: The page is a listing of links.
    """
    if not any(clean(text) for text in _texts(tree, _HTML_UNREAD | {"a"})):
        return [], False
    if (links := sum(1 for _ in tree.iter("a"))) > _MAX_LINKS:
        problem = f"a page of {links} links, not a report"
        raise UnreadableError(problem, "save the page of the report itself")
    lines = _main_text(tree) if _inline_cost(tree) <= _MAX_INLINE_COST else []
    if lines:
        return lines, True
    return _lines(tree, _HTML_BLOCKS, _HTML_UNREAD), False


def _main_text(tree: HtmlElement) -> list[str]:
    # Paragraphs right in the body, and no article: a page without a template around it, of
    # which all is wanted; trafilatura would keep its paragraphs and drop its lists.
    bare = tree.find("body/p") is not None and tree.find(".//article") is None
    try:
        document = bare_extraction(_without_debris(tree), include_comments=False, favor_recall=bare)
    except RecursionError:
        return []
    return _lines(document.body, _BLOCKS) if isinstance(document, Document) else []


def _without_debris(tree: HtmlElement) -> HtmlElement:
    """Return a copy without what French pages name as something else than their report."""
    tree = deepcopy(tree)
    named = tree.xpath("//body//*[(@class or @id) and not(self::article or self::main)]")
    for element in named:
        names = f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")
        if _DEBRIS.search(names) and element.find(".//h1") is None and not _is_report(element):
            element.drop_tree()
    return tree


def _is_report(element: HtmlElement) -> bool:
    """Tell whether most of the page's paragraphs are in an element: "body has-comments"."""
    inside, everywhere = (
        sum(len(p.text_content()) for p in tree.iter("p"))
        for tree in (element, element.getroottree().getroot())
    )
    return 2 * inside > everywhere


def _inline_cost(tree: HtmlElement) -> int:
    """Return the sum of squares that :data:`_MAX_INLINE_COST` bounds."""
    inline = (sum(child.tag not in _HTML_BLOCKS for child in element) for element in tree.iter("*"))
    return sum(count * count for count in inline)


def _lines(root: etree._Element, blocks: Set[str], unread: Set[str] = frozenset()) -> list[str]:
    """Return the text of a tree, one string a block, in its order."""
    text = "".join(_texts(root, unread, blocks))
    return [line for part in text.split("\0") if (line := clean(part).strip("| "))]


def _texts(root: etree._Element, unread: Set[str], blocks: Set[str] = frozenset()) -> Iterator[str]:
    """Yield the text of a tree piece by piece, NUL where a block begins or ends."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        skipped = element.tag in unread and element is not root
        if element.tag in blocks:
            yield "\0"
        if event == "start":
            if skipped:
                walker.skip_subtree()
            else:
                if element.tag == "cell" and element.getprevious() is not None:
                    yield " | "
                yield element.text or ""
        elif element is not root:
            yield element.tail or ""
