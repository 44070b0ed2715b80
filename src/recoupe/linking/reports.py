"""The reports of a case as linking needs them: in one order, with dates, outlets and words.

Nothing that follows may depend on the order in which documents were given:
everything walks over the order made here, by day, file name and identity.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.compare.dates import days
from recoupe.compare.texts import Words, fold, words
from recoupe.linking.blocking import stable_hash
from recoupe.linking.kept import Kept, Memory
from recoupe.linking.terms.vocabulary import Vocabulary, vocabulary
from recoupe.model import Document, Reading, Span

# Marks of direct speech. One that is never closed ends nothing, so it is not read.
_QUOTED = re.compile(r"«[^«»\n]{1,2000}»|“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"")
_HOST = re.compile(r"^https?://([^/]+)")
# What a publisher adds to its name for one edition: "(traduction)", ", hebdomadaire de ...".
_EDITION = re.compile(r"\s*(?:\([^()]*\)|, [a-zà-ÿ].*)$")
# A word with a capital that does not begin a sentence: most often a name.
_NAME = re.compile(r"(?<=[\w,;:’'] )[A-ZÀ-Ý][\w-]{2,}|(?<=[\w][’'])[A-ZÀ-Ý][\w-]{2,}")


@dataclass(frozen=True)
class Report:
    """One document with its reading and what linking derives from both.

    Attributes:
        place: Rank in the order of the case: by day (undated last), file, id.
        document: The report.
        reading: What was read in it.
        days: First and last day on which it may have appeared, or None.
        outlet: Who published it: the publisher's name, or the host of its
            address, or None.
        vocabulary: Of its language.
        kept: What was kept of it from an earlier build, None where nothing is kept.
    """

    place: int
    document: Document
    reading: Reading
    days: tuple[str, str] | None
    outlet: str | None
    vocabulary: Vocabulary
    kept: Kept | None = None

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def body(self) -> "Body":
        """The words of the report itself, without what surrounds it on its page."""
        return self._derived[0]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content words of its body, as stems."""
        found = words(self.document.text, self.reading.body).folded
        return frozenset(self.vocabulary.content(found))

    @property
    def marks(self) -> "Marks":
        """The figures of its body and its words with a capital, in order."""
        return self._derived[1]

    @cached_property
    def _derived(self) -> tuple["Body", "Marks"]:
        if self.kept and (told := self.kept.recall("words")) is not None:
            return Body.recalled(told[0]), Marks.recalled(told[1])
        body, marks = self._read()
        if self.kept:
            self.kept.keep("words", (body.kept, marks.kept))
        return body, marks

    def _read(self) -> tuple["Body", "Marks"]:
        # One walk over the words for both: a pile has millions of them.
        found = words(self.document.text, sorted(self.reading.body))
        return (
            Body.of(self.document, self.reading, found),
            Marks.of(self.document.text, found, self.vocabulary.numerals),
        )

    def forget(self) -> None:
        """Let go of the words of its body, which are made anew where they are asked for again.

        Only lineage needs them, and those of a large case fill half a gigabyte.
        """
        for name in ("_derived", "stems", "capitals"):
            self.__dict__.pop(name, None)

    @property
    def figures(self) -> frozenset[str]:
        """The figures of its body, number words as figures."""
        return frozenset(w for w in self.marks.words if w[0].isdigit())

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The folded words of its body that have a capital within a sentence: mostly names."""
        text = self.document.text
        found = (m for span in self.reading.body for m in _NAME.finditer(text, *span))
        return frozenset(fold(m.group()) for m in found)


@dataclass(frozen=True)
class Body:
    """The words of a report's body, as arrays of one length.

    Attributes:
        starts: Where each word begins in the document's text.
        ends: Where it ends.
        hashes: 64-bit hash of each folded word, the same on every machine.
        quoted: Whether the word stands in direct speech.
        attributing: Whether it is direct speech or belongs to its attribution
            (the source and the word of saying).
        figures: Whether it is a figure.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    hashes: NDArray[np.uint64]
    quoted: NDArray[np.bool_]
    attributing: NDArray[np.bool_]
    figures: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def kept(self) -> list[Any]:
        """Its arrays as lists."""
        return [getattr(self, field.name).tolist() for field in fields(self)]

    @classmethod
    def recalled(cls, told: Sequence[Any]) -> "Body":
        """Return the body that was kept so."""
        types = (np.int32, np.int32, np.uint64, np.bool_, np.bool_, np.bool_)
        return cls(*(np.array(held, kind) for held, kind in zip(told, types, strict=True)))

    @classmethod
    def of(cls, document: Document, reading: Reading, found: Words) -> "Body":
        """Read the body of a document.

        Args:
            document: The report.
            reading: Says what is direct speech.
            found: The words of its body.
        """
        hashes = np.fromiter((stable_hash(w) for w in found.folded), np.uint64, len(found))
        speech = [Span(m.start(), m.end()) for m in _QUOTED.finditer(document.text)]
        frames: list[Span] = []
        for statement in reading.statements:
            if statement.quotation == "direct":
                speech.append(statement.content)
            if statement.quotation in {"direct", "mixed"}:
                frames += [s for s in (statement.cue, *(x.span for x in statement.sources)) if s]
        starts, ends = np.asarray(found.starts, np.int32), np.asarray(found.ends, np.int32)
        quoted = _inside(starts, speech)
        figures = np.fromiter((w[0].isdigit() for w in found.folded), np.bool_, len(found))
        return cls(starts, ends, hashes, quoted, quoted | _inside(starts, frames), figures)

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word to another, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


@dataclass(frozen=True)
class Marks:
    """Words of a report's body that other words leave as they are: figures and likely names.

    Attributes:
        words: Folded; a number word is its figure.
        starts: Where each stands in the document's text.
    """

    words: tuple[str, ...]
    starts: NDArray[np.int32]

    @property
    def kept(self) -> tuple[Any, ...]:
        """Its words and where they stand."""
        return self.words, self.starts.tolist()

    @classmethod
    def recalled(cls, told: Sequence[Any]) -> "Marks":
        """Return the marks that were kept so."""
        return cls(tuple(map(intern, told[0])), np.array(told[1], np.int32))

    @classmethod
    def of(cls, text: str, found: Words, numerals: Mapping[str, str]) -> "Marks":
        """Pick the figures and the words with a capital out of the words of a body."""
        marks = [
            (numerals.get(word, word), start)
            for word, start in zip(found.folded, found.starts, strict=True)
            if word[0].isdigit() or word in numerals or text[start].isupper()
        ]
        return cls(tuple(w for w, _ in marks), np.array([s for _, s in marks], np.int32))


def prepare(
    documents: Iterable[Document], readings: Mapping[str, Reading], memory: Memory | None = None
) -> tuple[Report, ...]:
    """Put a set of documents in the order of the case, each with its reading.

    Args:
        documents: In any order; one given twice counts once.
        readings: Document id to reading; a document without one is left out,
            since nothing is known of what it says.
        memory: Where what follows from each report alone is kept, if it is.
    """
    known = {d.id: d for d in documents if d.id in readings}
    dated = [(_days(d, readings[d.id]), d) for d in known.values()]
    dated.sort(key=lambda item: (item[0] is None, item[0] or (), item[1].file, item[1].id))
    return tuple(
        _report(place, document, readings[document.id], when, memory)
        for place, (when, document) in enumerate(dated)
    )


def _report(
    place: int,
    document: Document,
    reading: Reading,
    when: tuple[str, str] | None,
    memory: Memory | None,
) -> Report:
    words_of = vocabulary(document.language)
    host = _HOST.match(document.url or "")
    publisher = _EDITION.sub("", document.publisher or "").strip()
    outlet = publisher or document.publisher or (host.group(1) if host else None)
    kept = Kept.of(memory, document, reading) if memory else None
    return Report(place, document, reading, when, outlet, words_of, kept)


def _days(document: Document, reading: Reading) -> tuple[str, str] | None:
    # A date that extraction looked at and doubted stays unknown.
    if reading.dating.value is None and reading.dating.doubts:
        return None
    return days(reading.dating.value or document.published)


def _inside(starts: NDArray[np.int32], spans: list[Span]) -> NDArray[np.bool_]:
    """Tell for each offset whether one of the spans holds it."""
    mask = np.zeros(len(starts), np.bool_)
    for span in spans:
        mask[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return mask
