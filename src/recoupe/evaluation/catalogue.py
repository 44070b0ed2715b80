"""Benchmarks whose scorers' modules don't offer them themselves."""

from pathlib import Path

from recoupe.evaluation import attribution, entities, modality, times
from recoupe.evaluation.frame import Benchmark, evaluation_folder, shared_folder
from recoupe.evaluation.standoff import REAL, load_standoff


def _attribution(folder: Path) -> dict[str, float]:
    return attribution.evaluate(folder)


def _attribution_real(_: Path) -> dict[str, float]:
    return attribution.evaluate_reports(load_standoff(evaluation_folder() / REAL, shared_folder()))


BENCHMARKS = (
    Benchmark(
        name="attribution",
        description="Who says what, and how sure, in invented reports annotated by hand.",
        place="evaluation",
        path="gold",
        score=_attribution,
    ),
    Benchmark(
        name="attribution-real",
        description="Who says what, and how sure, in published reports annotated by hand.",
        place="shared",
        path="data/wikinews_fr",
        score=_attribution_real,
    ),
    Benchmark(
        name="entities",
        description="Names and what they name, in invented sentences from many countries.",
        place="evaluation",
        path="entities",
        score=entities.evaluate,
    ),
    Benchmark(
        name="modality",
        description="Polarity and modality of events in the French TimeBank, its development part.",
        place="shared",
        path="data/fr_timebank",
        score=modality.evaluate,
    ),
    Benchmark(
        name="times",
        description="Expressions of time in the French TimeBank, its development part.",
        place="shared",
        path="data/fr_timebank",
        score=times.evaluate,
    ),
)
