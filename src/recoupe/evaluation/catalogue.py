"""Benchmarks whose scorers' modules don't offer them themselves."""

from pathlib import Path

from recoupe.evaluation import attribution, entities, times
from recoupe.evaluation.frame import Benchmark


def _attribution(folder: Path) -> dict[str, float]:
    return attribution.evaluate(folder)


BENCHMARKS = (
    Benchmark(
        name="attribution",
        description="Who says what, and how sure, in invented reports annotated by hand.",
        place="evaluation",
        path="gold",
        score=_attribution,
    ),
    Benchmark(
        name="entities",
        description="Names and what they name, in invented sentences from many countries.",
        place="evaluation",
        path="entities",
        score=entities.evaluate,
    ),
    Benchmark(
        name="times",
        description="Expressions of time in the French TimeBank, its development part.",
        place="shared",
        path="data/fr_timebank",
        score=times.evaluate,
    ),
)
