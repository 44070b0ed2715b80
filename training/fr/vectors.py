"""Word vectors from raw news text (floret).

OrangeSum's articles are read through the pipeline's own tokenizer and folded as
the pipeline folds its words, so that the vectors fit what they are looked up with.
"""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import floret

from recoupe.language.packs.fr.tokenizer import norm, split

DIMENSIONS = 96
BUCKETS = 25_000
HASHES = 2
SHORTEST, LONGEST = 4, 5
EPOCHS = 2


def lines(path: Path) -> Iterator[str]:
    """Yield each article of OrangeSum as words parted by spaces.

    Args:
        path: ``orangesum.jsonl.xz``.
    """
    with lzma.open(path, "rt", encoding="utf-8") as articles:
        for line in articles:
            record = json.loads(line)
            text = " ".join((record["title"], record["heading"], record["article"]))
            yield " ".join(norm(text[start:end]).replace(" ", "_") for start, end in split(text))


def train(source: Path, work: Path) -> Path:
    """Train the vectors once and return the ``.floret`` table.

    Args:
        source: ``orangesum.jsonl.xz``.
        work: Folder for what training writes.

    Returns:
        Path of the hash table in floret's text format; kept if it is there already.
    """
    table = work / "vectors.floret"
    if table.exists():
        return table
    corpus = work / "news.txt"
    with corpus.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in lines(source))
    model = floret.train_unsupervised(
        str(corpus),
        model="cbow",
        mode="floret",
        dim=DIMENSIONS,
        bucket=BUCKETS,
        hashCount=HASHES,
        minn=SHORTEST,
        maxn=LONGEST,
        minCount=5,
        neg=6,
        epoch=EPOCHS,
        lr=0.05,
        thread=1,  # one thread, so that the same text gives the same vectors
    )
    partial = table.with_suffix(".partial")
    model.save_floret_vectors(str(partial))
    partial.rename(table)
    return table
