"""Paragraphs through the trained pipeline, in batches of a size that its network works best at."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

_T = TypeVar("_T")

# In characters: what is worked out for so many stays in the processor's cache; a fixed number
# of paragraphs is too few of short lines and, at one article a paragraph, far too many.
_BATCH = 40_000


def parse(pipeline: Language, paragraphs: Iterable[tuple[str, _T]]) -> Iterator[tuple[Doc, _T]]:
    """Parse paragraphs, each with something of the caller's that comes back beside it.

    Args:
        pipeline: The pack's pipeline.
        paragraphs: Texts, in any number; they are taken in as they are needed.

    Yields:
        The parsed paragraphs, in the order given.
    """
    for batch in _batches(paragraphs):
        yield from pipeline.pipe(batch, as_tuples=True, batch_size=len(batch))


def _batches(paragraphs: Iterable[tuple[str, _T]]) -> Iterator[list[tuple[str, _T]]]:
    batch: list[tuple[str, _T]] = []
    size = 0
    for text, beside in paragraphs:
        batch.append((text, beside))
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
