"""Reports as received, and inputs that could not be."""

from typing import Literal

from recoupe.model.base import Reason, Record

PublishedBasis = Literal["metadata", "page", "dateline", "inferred", "unknown"]


class Document(Record):
    """One report as received; its text never changes once stored.

    Attributes:
        id: Identity of the report: a hash of its name and text, so that the
            same file gives the same id in any order and on any machine.
        file: The file as a person would name it: relative to the input folder.
        location: Where it was read, so that a changed file replaces its older
            self; empty for standard input.
        text: The stored text, in Unicode code points, line ends as ``\\n``.
        sha256: Hash of the stored text (UTF-8), in hexadecimal.
        fingerprint: Hash of the bytes as received and of the metadata given
            for them; a build skips what it has already read.
        title: The headline, when metadata or the page states it.
        publisher: The outlet, likewise.
        published: Day of publication in EDTF, or None.
        published_basis: Where that day was stated.
        url: Canonical address, when known.
        language: ISO 639-1 code of the text's language.
        encoding: How the bytes were decoded.
        notes: What the reader noticed on the way: doubts, repairs.
    """

    id: str
    file: str
    location: str = ""
    text: str
    sha256: str
    fingerprint: str = ""
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    language: str = "fr"
    encoding: str = "utf-8"
    notes: tuple[Reason, ...] = ()


class Skipped(Record):
    """An input, or a part of one, that could not be read.

    Attributes:
        file: The input as a person would name it.
        problem: What is the matter, as one clause.
        remedy: What the person can do about it; may be empty.
        location: Where it was found, as in :class:`Document`.
        fatal: Whether the input itself was left out (a readable report with
            one unusable date in ``metadata.csv`` is not).
    """

    file: str
    problem: str
    remedy: str = ""
    location: str = ""
    fatal: bool = True
