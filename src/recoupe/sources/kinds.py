"""What an input is, told from its bytes first and its name second."""

import re
from pathlib import PurePath

from recoupe.errors import UnreadableError

# Bytes that begin a file of each kind, what a person calls it, and what to do with it.
# Source: the formats' own specifications, as collected in the magic(5) database.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "export its text first, as .txt in UTF-8"),
    (b"{\\rtf", "a rich text file", "save it as plain text in UTF-8"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file", "save it as plain text in UTF-8"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it"),
    (b"BZh", "a compressed file (bzip2)", "unpack it"),
    (b"\xfd7zXZ\0", "a compressed file (xz)", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"WARC/", "a web archive (WARC)", "extract its pages as .html"),
    (b"bplist00", "a web archive or settings file of Apple's", "save the page as .html"),
    (b"\x89PNG\r\n", "an image", "type or recognise its text first"),
    (b"\xff\xd8\xff", "an image", "type or recognise its text first"),
    (b"GIF8", "an image", "type or recognise its text first"),
    (b"II*\0", "an image", "type or recognise its text first"),
    (b"MM\0*", "an image", "type or recognise its text first"),
    (b"SQLite format 3\0", "a database", "export its reports as .txt"),
    (b"ID3", "a sound file", "transcribe it first"),
    (b"OggS", "a sound or video file", "transcribe it first"),
    (b"\x1aE\xdf\xa3", "a video", "transcribe it first"),
    (b"fLaC", "a sound file", "transcribe it first"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"MZ\x90\0", "a program", "leave it out"),
)
_IN_ZIP: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document", "save it as plain text in UTF-8"),
    (b"xl/", "an Excel workbook", "save its reports as .txt"),
    (b"ppt/", "a PowerPoint file", "save its text as .txt"),
    (b"opendocument", "an OpenDocument file", "save it as plain text in UTF-8"),
    (b"epub+zip", "an e-book (EPUB)", "save its text as .txt"),
)
# Text of these is not a report: reading it would fill the case with noise.
_SUFFIXES = {
    **dict.fromkeys((".css", ".scss"), "a style sheet"),
    **dict.fromkeys((".js", ".mjs", ".ts", ".py", ".sh", ".php", ".ipynb"), "program text"),
    **dict.fromkeys((".csv", ".tsv"), "a table"),
    **dict.fromkeys((".json", ".jsonl", ".geojson"), "JSON data"),
    **dict.fromkeys((".yml", ".yaml", ".toml", ".ini", ".cfg"), "a settings file"),
    **dict.fromkeys((".xml", ".rdf", ".svg"), "XML data"),
    **dict.fromkeys((".rss", ".atom"), "a feed"),
    **dict.fromkeys((".eml", ".mbox"), "an e-mail"),
    **dict.fromkeys((".mht", ".mhtml"), "a web archive (MHTML)"),
}
_PAGE_SUFFIXES = {".html", ".htm", ".xhtml", ".shtml"}

_HEAD_BYTES = 65536
_XML_ENCODING = re.compile(r"""(?i)\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")
_META_CHARSET = re.compile(r"""(?i)<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""")
_WHOLE_PAGE = re.compile(r"(?is)\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b")
# The openings by which the WHATWG MIME Sniffing Standard (section 7.1) knows a page.
_PAGE_PART = re.compile(
    r"(?is)\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|script|iframe|h1|div|font|table|a"
    r"|style|title|b|body|br|p|!--|main|article|section)[\s>]"
)


def refuse_binary(data: bytes) -> None:
    """Refuse bytes that are no text under any name.

    Raises:
        UnreadableError: Naming what they are and what to do.
    """
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        found = next((entry for entry in _IN_ZIP if entry[0] in data), None)
        what, remedy = found[1:] if found else ("a zip", "unpack it")
        raise UnreadableError(f"{what}, not text", remedy)
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise UnreadableError(f"{what}, not text", remedy)
    if (data[:4] == b"RIFF" and b"\0" in data[:64]) or data[4:8] == b"ftyp":
        raise UnreadableError("an image, a sound file or a video, not text", "transcribe it first")


def is_page(name: str, text: str) -> bool:
    """Tell whether text is an HTML page rather than plain text.

    A whole page is one under any name; without a name that says otherwise
    (standard input, no known suffix) so is anything that a browser would
    take for one.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _PAGE_SUFFIXES or _WHOLE_PAGE.match(text, 0, 4096):
        return True
    return suffix == "" and _PAGE_PART.match(text, 0, 4096) is not None


def declared_encoding(name: str, data: bytes) -> str | None:
    """Return the encoding that a page's markup names for itself, if it does.

    Only a page can: in plain text such words are words.
    """
    # The same names mean the same in every superset of ASCII, which all but UTF-16 are.
    opening = data[:_HEAD_BYTES].decode("latin-1")
    if not is_page(name, opening):
        return None
    match = _XML_ENCODING.match(opening) or _META_CHARSET.search(opening)
    return match[1] if match else None


def refuse_other_text(name: str) -> None:
    """Refuse text whose name says that it is no report.

    Raises:
        UnreadableError: Naming what it is and what to do.
    """
    what = _SUFFIXES.get(PurePath(name).suffix.lower())
    if what:
        raise UnreadableError(f"{what}, not a report", "save the report as .txt or .html")
