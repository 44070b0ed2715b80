"""One item to one document: the way that every format takes."""

import hashlib

from recoupe.errors import UnreadableError
from recoupe.model import Document, PublishedBasis
from recoupe.sources.content import Content
from recoupe.sources.decoding import decode
from recoupe.sources.items import Item, fingerprint
from recoupe.sources.kinds import declared_encoding, is_page, refuse_binary, refuse_other_text
from recoupe.sources.metadata import MetadataRow
from recoupe.sources.own_name import own_name
from recoupe.sources.tongue import told_language


def read(item: Item) -> Document:
    """Read one item.

    Args:
        item: As :func:`recoupe.sources.discover` gives it.

    Returns:
        The document: the same for the same bytes, name and metadata, always.

    Raises:
        UnreadableError: It holds no text that can be read; says what it is
            and what to do.
    """
    data = item.content()
    refuse_binary(data)
    decoded = decode(data, declared_encoding(item.file, data))
    page = is_page(item.file, decoded.text)
    if not page:
        refuse_other_text(item.file)
    content = _read_page(decoded.text) if page else Content(text=plain_text(decoded.text))
    if not content.text.strip():
        raise UnreadableError("no text in it", "save the report again, or leave it out")
    stated = item.metadata or MetadataRow()
    language, doubts = told_language(content.text, stated.language, content.language)
    publisher = stated.publisher or content.publisher
    if publisher is None and not page:
        publisher = own_name(content.text, language)
    basis: PublishedBasis = "unknown"
    if stated.published or content.published:
        basis = "metadata" if stated.published else "page"
    return Document(
        id=document_id(item.file, content.text),
        file=item.file,
        location=item.location,
        text=content.text,
        sha256=hashlib.sha256(content.text.encode()).hexdigest(),
        fingerprint=fingerprint(data, item.metadata),
        title=stated.title or content.title,
        publisher=publisher,
        published=stated.published or content.published,
        published_basis=basis,
        url=stated.url or content.url,
        language=language,
        encoding=decoded.encoding,
        notes=decoded.notes + content.notes + doubts,
    )


def plain_text(decoded: str) -> str:
    r"""Return decoded text with line ends as ``\n`` and nothing else changed."""
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


def document_id(file: str, text: str) -> str:
    """Return the identity of a report: a hash of its name and text."""
    return "d" + hashlib.sha256(f"{file}\0{text}".encode()).hexdigest()[:12]


def _read_page(markup: str) -> Content:
    from recoupe.sources.page import read_page  # noqa: PLC0415 (loads parsers; text needs none)

    return read_page(markup)
