"""What a benchmark is, where its data lie, and how benchmarks are found.

A module of this package that exposes ``BENCHMARKS`` offers them to ``recoupe
evaluate``; adding one changes no other file. The code of the scorers ships
with the package, the data do not: they lie in the checkout's ``evaluation/``
or in the folder of shared data.
"""

import os
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

from recoupe import evaluation
from recoupe.errors import DataError, UsageError

#: Names the folder of shared data; by default ``shared`` beside the checkout.
SHARED = "RECOUPE_SHARED"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Something to be measured.

    Attributes:
        name: Short, in kebab-case; unique.
        description: What is measured on what, as one sentence.
        place: Where the data lie: with the shared data, or in ``evaluation/``.
        path: The file or folder there.
        score: Given that file or folder, returns figures by the name of their
            metric. Names that begin with ``n_`` are counts, not scores.
    """

    name: str
    description: str
    place: Literal["shared", "evaluation"]
    path: str
    score: Callable[[Path], Mapping[str, float]]

    def data(self) -> Path:
        """Return where the data are.

        Raises:
            DataError: They are not there.
        """
        top = shared_folder() if self.place == "shared" else evaluation_folder()
        path = top / self.path
        if path.exists():
            return path
        remedy = f"set {SHARED} to the folder that holds {self.path}"
        if self.place == "evaluation":
            remedy = "get it from the project's repository"
        raise DataError(f"the data of benchmark '{self.name}' are not at {path}", remedy)

    def run(self) -> dict[str, float]:
        """Return the figures.

        Raises:
            DataError: The data are missing or malformed.
        """
        return dict(self.score(self.data()))


@cache
def benchmarks() -> dict[str, Benchmark]:
    """Return all benchmarks by name, sorted."""
    found: dict[str, Benchmark] = {}
    for module in pkgutil.iter_modules(evaluation.__path__):
        loaded = import_module(f"{evaluation.__name__}.{module.name}")
        for benchmark in getattr(loaded, "BENCHMARKS", ()):
            if benchmark.name in found:
                raise ValueError(f"two benchmarks are called '{benchmark.name}'")
            found[benchmark.name] = benchmark
    return dict(sorted(found.items()))


def get_benchmark(name: str) -> Benchmark:
    """Return one benchmark.

    Raises:
        UsageError: There is none of that name.
    """
    if name not in benchmarks():
        known = ", ".join(benchmarks())
        raise UsageError(f"no benchmark '{name}'", f"benchmarks at hand: {known}")
    return benchmarks()[name]


def evaluation_folder() -> Path:
    """Return the folder ``evaluation/`` of the checkout that we run in.

    Raises:
        DataError: Recoupe was installed without its checkout.
    """
    here = Path.cwd()
    for top in (Path(__file__).resolve().parents[3], here, *here.parents):
        if (top / "evaluation" / "floors.json").is_file():
            return top / "evaluation"
    raise DataError(
        "benchmarks need the project's repository, and this is not inside it",
        "clone it, and run recoupe evaluate in its folder",
    )


def shared_folder() -> Path:
    """Return the folder of shared data; it may not be there."""
    named = os.environ.get(SHARED)
    return Path(named) if named else evaluation_folder().parent.parent / "shared"
