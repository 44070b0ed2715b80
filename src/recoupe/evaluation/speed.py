"""Reading speed, beside the bare pipeline on the same texts in the same run.

Machines differ and are noisy: the ratio is the figure, the words a second are
its illustration. Both are timed on one core by its own clock, so that neither the
other cores nor other programs count.
"""

import lzma
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import orjson

from recoupe.evaluation.frame import Benchmark
from recoupe.extraction import read_documents
from recoupe.extraction.blocks import find_blocks
from recoupe.language import get_pack
from recoupe.model import Document

# Enough that loading and warming up do not count, few enough to run in two minutes.
_ARTICLES = 500
_ROUNDS = 3
_THREADS = Path("/proc/self/task")


def evaluate(path: Path) -> dict[str, float]:
    """Time reading and the bare pipeline on the first articles of OrangeSum, in turns, on one core.

    Args:
        path: ``orangesum.jsonl.xz``, one article a line under ``article``.

    Returns:
        ``words_per_second`` of reading, ``bare_words_per_second`` of the
        pipeline alone on the same paragraphs, and ``times_bare``, the median
        over the rounds of reading's time over the pipeline's.
    """
    documents = list(_documents(path))
    pack = get_pack("fr")
    paragraphs = [
        block.span.of(document.text)
        for document in documents
        for block in find_blocks(document.text, pack)
        if block.kind in {"body", "headline"}
    ]
    words = sum(len(p.split()) for p in paragraphs)
    # Both once without a clock: lexicons are compiled, caches filled.
    list(read_documents(documents[:20]))
    ratios, reading, bare = [], [], []
    for _ in range(_ROUNDS):
        with _one_core():
            start = time.process_time()
            for _doc in pack.pipeline().pipe(paragraphs, batch_size=64):
                pass
            middle = time.process_time()
            for _reading in read_documents(documents):
                pass
            end = time.process_time()
        ratios.append((end - middle) / (middle - start))
        bare.append(words / (middle - start))
        reading.append(words / (end - middle))
    return {
        "words_per_second": round(median(reading), 0),
        "bare_words_per_second": round(median(bare), 0),
        "times_bare": round(median(ratios), 3),
        "n_words": float(words),
    }


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process, with the threads of its linear algebra, on one core; Linux only."""
    if not _THREADS.is_dir():
        yield
        return
    before = os.sched_getaffinity(0)
    _keep_on({max(before)})
    try:
        yield
    finally:
        _keep_on(before)


def _keep_on(cores: set[int]) -> None:
    for thread in _THREADS.iterdir():
        os.sched_setaffinity(int(thread.name), cores)


def _documents(path: Path) -> Iterator[Document]:
    with lzma.open(path, "rb") as lines:
        for number, line in enumerate(lines):
            if number >= _ARTICLES:
                return
            text = orjson.loads(line)["article"]
            yield Document(id=f"o{number}", file=f"{number}.txt", text=text, sha256="")


BENCHMARKS = (
    Benchmark(
        name="speed",
        description="Reading 500 news articles, beside the bare pipeline on the same paragraphs.",
        place="shared",
        path="data/orangesum.jsonl.xz",
        score=evaluate,
    ),
)
