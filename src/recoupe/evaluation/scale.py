"""How a case grows: the time of each stage of a build, its memory, and one report more.

The first articles of OrangeSum, as many as ``RECOUPE_SCALE_ARTICLES`` says, are built as one case
by the pipeline itself: a tenth of them, then all, then all and one report more. Each build is a
process of its own, as it is for whoever types the command. It is measured in one thread and by the
processor's own clock, so that other programs don't count, and tells how far it is: all 30,065 take
hours.
"""

import csv
import io
import lzma
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import orjson

from recoupe.errors import DataError
from recoupe.evaluation.apart import measured_apart
from recoupe.evaluation.frame import Benchmark
from recoupe.pipeline import build
from recoupe.pipeline.report import Stage
from recoupe.sources.metadata import METADATA_NAME

#: Names how many articles to build; OrangeSum has 30,065.
ARTICLES = "RECOUPE_SCALE_ARTICLES"
_TOLD_EACH = 1_000
"""Reports that are read between two words on how far it is."""
_FEW = 300
"""Enough to see that nothing broke; no claim of scale rests on so few."""


def evaluate(path: Path) -> dict[str, float]:
    """Build articles as one case, and then the case with one report more.

    Args:
        path: ``orangesum.jsonl.xz``, one article a line under ``article``, ``title``, ``date``.

    Returns:
        ``linking_share`` of the whole time; ``last_over_first``, the time that reading took
        per word in the last tenth of the articles over that in the first; ``linking_growth``,
        the time that linking all took per article over that of a tenth of them; ``memory_gb``,
        the most that a build held at once, and ``linked_memory_gb`` before the page was written;
        ``ms_per_article`` of each stage; ``one_more_link_seconds`` that linking took when one
        report was added, ``one_more_seconds`` in all and ``one_more_memory_gb``; ``n_articles``
        and ``n_words``.

    Raises:
        DataError: The articles can't be read, or the size is no number.
    """
    told = os.environ.get(ARTICLES) or str(_FEW)
    if not told.isdigit():
        raise DataError(f"{ARTICLES} is no number: {told}")
    return measure(path, int(told))


class _Clock:
    """Progress that notes, and tells, when each stage began and when each report was read.

    Args:
        what: What is built.
    """

    def __init__(self, what: str) -> None:
        self.began: list[tuple[str, float]] = []
        self.read: list[float] = []
        self.linked_gb = 0.0
        self._what = what

    def begin(self, stage: Stage, total: int | None = None) -> None:
        """Note the time, and the memory held so far where linking is done."""
        del total
        if stage == "write":
            self.linked_gb = _most_memory()
        if self.began:
            self._tell_last(time.process_time())
        self.began.append((stage, time.process_time()))

    def advance(self, what: str) -> None:
        """Note the time of a report that is read."""
        del what
        if self.began[-1][0] != "read":
            return
        self.read.append(time.process_time())
        if len(self.read) % _TOLD_EACH == 0:
            seconds = self.read[-1] - self.began[-1][1]
            self._tell(f"{len(self.read)} read in {seconds:.0f} s")

    def end(self) -> dict[str, float]:
        """Return how long each stage took, and memory in gigabytes."""
        now = time.process_time()
        self._tell_last(now)
        ends = [start for _, start in self.began[1:]] + [now]
        stages = {
            stage: until - start for (stage, start), until in zip(self.began, ends, strict=True)
        }
        return stages | {"linked_gb": self.linked_gb, "most_gb": _most_memory()}

    def _tell_last(self, now: float) -> None:
        stage, start = self.began[-1]
        self._tell(f"{stage}: {now - start:.1f} s")

    def _tell(self, words: str) -> None:
        told = f"{self._what}, {words}, {_most_memory():.2f} GB at the most"
        print(told, file=sys.stderr, flush=True)


def measure(path: Path, articles: int) -> dict[str, float]:
    """Measure so many articles; what :func:`evaluate` returns."""
    few = max(articles // 10, 2)
    with TemporaryDirectory() as place:
        folder, case = Path(place) / "reports", Path(place) / "case"
        folder.mkdir()
        _write(path, folder, few)
        begun = _apart(folder, case, few, f"{few} articles")
        words = _write(path, folder, articles)
        rest = _apart(folder, case, few, f"{articles} articles")
        (folder / "one-more.txt").write_text(_ONE_MORE, encoding="utf-8")
        again = _apart(folder, case, few, f"{articles} articles and one more")
    growth = rest["link"] / articles / (begun["link"] / few)
    seconds = {stage: rest[stage] for stage in get_args(Stage)}
    # Whoever reads all at once waits for the language's pipeline once.
    seconds["read"] += begun["read"] - rest["waited"]
    per_word = [
        build["last_read"] / max(sum(read[1 - few :]), 1)
        for build, read in ((begun, words[:few]), (rest, words))
    ]
    return {
        "linking_share": round(seconds["link"] / sum(seconds.values()), 3),
        "last_over_first": round(per_word[1] / per_word[0], 3),
        "linking_growth": round(growth, 3),
        "memory_gb": round(max(build["most_gb"] for build in (begun, rest, again)), 2),
        "linked_memory_gb": round(rest["linked_gb"], 2),
        "one_more_memory_gb": round(again["most_gb"], 2),
        "one_more_link_seconds": round(again["link"], 2),
        "one_more_seconds": round(sum(again[stage] for stage in get_args(Stage)), 2),
        **{f"{s}_ms_per_article": round(1000 * t / articles, 2) for s, t in seconds.items()},
        "n_articles": float(articles),
        "n_words": float(sum(words)),
    }


def _apart(folder: Path, case: Path, few: int, what: str) -> dict[str, float]:
    return measured_apart(__name__, str(folder), str(case), str(few), what)


def _timed(folder: Path, case: Path, few: int, what: str) -> dict[str, float]:
    """Build a case in this process, and measure it.

    Args:
        folder: Its reports.
        case: Where it lies.
        few: How many of the reports read last are timed.
        what: What to call it.

    Returns:
        Seconds of each stage; of reading the last ones, and until the first was read; memory.
    """
    clock = _Clock(what)
    build([folder], case, progress=clock)
    figures = clock.end()
    read = clock.read
    began = dict(clock.began).get("read", 0.0)
    return figures | {
        "last_read": read[-1] - read[-min(few, len(read))],
        "waited": read[0] - began,
    }


def _most_memory() -> float:
    """Return the most memory that this process held so far, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _write(path: Path, folder: Path, articles: int) -> list[int]:
    """Write articles as files with their table; return how many words each has."""
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(("file", "title", "published", "language"))
    words = []
    for number, entry in enumerate(_articles(path, articles)):
        name = f"{number:06d}.txt"
        (folder / name).write_text(entry["article"], encoding="utf-8")
        rows.writerow((name, entry.get("title", "").strip(), entry.get("date", ""), "fr"))
        words.append(len(entry["article"].split()))
    (folder / METADATA_NAME).write_text(table.getvalue(), encoding="utf-8")
    return words


def _articles(path: Path, count: int) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rb") as lines:
        for number, line in enumerate(lines):
            if number >= count:
                return
            yield orjson.loads(line)


_ONE_MORE = """La passerelle de Bréhal-les-Eaux rouvrira lundi

BRÉHAL-LES-EAUX, 3 juin 2020 - La passerelle piétonne de Bréhal-les-Eaux, fermée depuis onze mois, \
rouvrira lundi, a annoncé le maire, Yves Kerloc'h. Les travaux ont coûté 640 000 euros.

« Les habitants n'auront plus à faire quatre kilomètres de détour », a déclaré M. Kerloc'h.
"""

BENCHMARKS = (
    Benchmark(
        name="scale",
        description="Building news articles as one case: linking's share of the time, the last "
        f"tenth beside the first, memory, one report more. {ARTICLES} says how many articles.",
        place="shared",
        path="data/orangesum.jsonl.xz",
        score=evaluate,
    ),
)

if __name__ == "__main__":
    reports, place, last, called = sys.argv[1:]
    figures = _timed(Path(reports), Path(place), int(last), called)
    sys.stdout.buffer.write(orjson.dumps(figures))
