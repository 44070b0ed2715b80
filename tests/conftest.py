"""What several tests need."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test marked ``cases(NAME)`` each case of ``cases/LANGUAGE/NAME.yml`` in turn."""
    marker = metafunc.definition.get_closest_marker("cases")
    if marker is None:
        return
    (name,) = marker.args
    cases = list(_cases(name))
    if not cases:
        raise pytest.UsageError(f"no cases in {CASES}/*/{name}.yml")
    metafunc.parametrize("case", cases)


def _cases(name: str) -> Iterator[object]:
    """Yield the cases of the files so named (a pattern); each also holds its ``language``.

    One with ``todo`` waits for something: it must fail until then, and loses its ``todo`` after.
    """
    for file in sorted(CASES.glob(f"*/{name}.yml")):
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))):
            waits = [pytest.mark.xfail(reason=case["todo"])] if case.get("todo") else []
            shown = case.get("id") or f"{number}-{str(case.get('text', ''))[:40]}"
            yield pytest.param(case | {"language": file.parent.name}, id=shown, marks=waits)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder beside the checkout; tests that need it are skipped without it."""
    folder = Path(os.environ.get("RECOUPE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The case that ships with the project."""
    return ROOT / "samples"
