"""Reading speed, beside the bare pipeline, ours and as spaCy runs it, on the same texts.

Machines differ and are noisy: the ratios are the figures, the words a second are
their illustration. All are timed in one thread of a process of their own, in turns, by the
processor's own clock, so that other programs don't count.
"""

import lzma
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import orjson
from spacy.language import Language

from recoupe.evaluation.apart import measured_apart
from recoupe.evaluation.frame import Benchmark
from recoupe.extraction import read_documents, reading
from recoupe.extraction.blocks import find_blocks
from recoupe.extraction.parsing import parse
from recoupe.language import get_pack
from recoupe.language.packs.fr.model import load
from recoupe.language.packs.fr.pack import WEIGHTS
from recoupe.model import Document

# Enough that loading and warming up do not count, few enough to run in two minutes.
_ARTICLES = 500
_ROUNDS = 3
_VALUES = ("date_report", "_held", "read_places")
"""Steps of reading that find times, quantities and places."""


def evaluate(path: Path) -> dict[str, float]:
    """Time reading and the bare pipeline on the first articles of OrangeSum, in turns.

    Args:
        path: ``orangesum.jsonl.xz``, one article a line under ``article``.

    Returns:
        ``words_per_second`` of reading, ``bare_words_per_second`` of the
        pipeline alone on the same paragraphs, ``times_bare``, the median
        over the rounds of reading's time over the pipeline's, ``times_spacy``, the same over
        the time that spaCy's own layers and loops take for the same annotations, and
        ``values_share``, the share of reading's time that times, quantities and places take
        together.

    Raises:
        DataError: The articles can't be read.
    """
    return measured_apart(__name__, str(path))


def measure(path: Path) -> dict[str, float]:
    """Time all in this process; what :func:`evaluate` returns."""
    documents = list(_documents(path))
    pack = get_pack("fr")
    paragraphs = [
        block.span.of(document.text)
        for document in documents
        for block in find_blocks(document.text, pack)
        if block.kind in {"body", "headline"}
    ]
    words = sum(len(p.split()) for p in paragraphs)
    # All once without a clock: lexicons are compiled, caches filled.
    list(read_documents(documents[:20]))
    plain = load(WEIGHTS, plain=True)
    _pipe(plain, paragraphs[:20])
    ratios, by_spacy, read, bare = [], [], [], []
    for _ in range(_ROUNDS):
        spacy = _pipe(plain, paragraphs)
        alone = _pipe(pack.pipeline(), paragraphs)
        start = time.process_time()
        for _reading in read_documents(documents):
            pass
        spent = time.process_time() - start
        ratios.append(spent / alone)
        by_spacy.append(spent / spacy)
        bare.append(words / alone)
        read.append(words / spent)
    in_values, whole = _in_values(documents)
    return {
        "words_per_second": round(median(read), 0),
        "bare_words_per_second": round(median(bare), 0),
        "times_bare": round(median(ratios), 3),
        "times_spacy": round(median(by_spacy), 3),
        "values_share": round(in_values / whole, 3),
        "n_words": float(words),
    }


def _pipe(pipeline: Language, paragraphs: Sequence[str]) -> float:
    """Return the seconds that a pipeline takes for paragraphs."""
    start = time.process_time()
    for _doc in parse(pipeline, ((text, None) for text in paragraphs)):
        pass
    return time.process_time() - start


def _in_values(documents: Sequence[Document]) -> tuple[float, float]:
    """Return the seconds that times, quantities and places take, and those of the whole reading.

    A round of its own, in which the clock is read around each of these steps: the day of the
    report, times with quantities, places.
    """
    spent = 0.0
    steps = {name: getattr(reading, name) for name in _VALUES}

    def timed(step: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **named: object) -> object:
            nonlocal spent
            start = time.process_time()
            try:
                return step(*args, **named)
            finally:
                spent += time.process_time() - start

        return run

    try:
        for name, step in steps.items():
            setattr(reading, name, timed(step))
        start = time.process_time()
        for _reading in read_documents(documents):
            pass
        return spent, time.process_time() - start
    finally:
        for name, step in steps.items():
            setattr(reading, name, step)


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

if __name__ == "__main__":
    sys.stdout.buffer.write(orjson.dumps(measure(Path(sys.argv[1]))))
