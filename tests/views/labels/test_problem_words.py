"""What could not be read is told in the interface's language, and no phrase is forgotten."""

import ast
import inspect
from pathlib import Path

import pytest

from recoupe import sources
from recoupe.pipeline import reading
from recoupe.sources import kinds, metadata
from recoupe.views.labels import get_labels

FRENCH = get_labels("fr").problem
CALLS = {"UnreadableError", "report", "_skip", "_no_encoding", "_fault"}
PARTS = {"problem", "remedy", "hint", "found", "FORMS"}


def _words(node: ast.expr) -> list[str]:
    """Return the phrases that an expression may be, with a figure in each place."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return [
            "".join(
                str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "7"
                for part in node.values
            )
        ]
    if isinstance(node, ast.IfExp):
        return _words(node.body) + _words(node.orelse)
    return []


def _phrases():
    """Yield the phrases that the code hands on as problems and remedies."""
    modules = [*Path(sources.__file__).parent.glob("*.py"), Path(reading.__file__)]
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            held: list[ast.expr] = []
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                held = node.args if name in CALLS else []
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in PARTS:
                held = [node.value]
            for one in held:
                yield from ((path.name, words) for words in _words(one))
    for _, what, remedy in (*kinds._MAGIC, *kinds._IN_ZIP):
        yield from (("kinds.py", words) for words in (f"{what}, not text", remedy))
    yield from (("kinds.py", f"{what}, not a report") for what in kinds._SUFFIXES.values())
    yield from (("metadata.py", sign) for sign in metadata._DELIMITERS.values() if sign != "commas")


@pytest.mark.parametrize(("module", "words"), sorted({p for p in _phrases() if " " in p[1]}))
def test_every_problem_and_remedy_has_its_french_words(module: str, words: str) -> None:
    assert FRENCH(words) != words


def test_the_phrases_are_found_where_they_are_raised() -> None:
    assert len({words for _, words in _phrases()}) > 60
    assert "UnreadableError" in inspect.getsource(sources.items)


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("no text in it", "aucun texte à l’intérieur"),
        (
            "line 3: '31/2/24' is no date of the calendar, the date is not used",
            "ligne 3 : « 31/2/24 » n’est pas une date du calendrier ; la date n’est pas utilisée",
        ),
        ("could not be read (a PDF, not text)", "illisible (un PDF, pas du texte)"),
        ("the sea is wide", "the sea is wide"),
        ("unknown column '{x}': not used", "colonne inconnue « {x} » : non utilisée"),
    ],
)
def test_phrases_within_phrases_are_told_too_and_unknown_ones_stay(stored: str, told: str) -> None:
    assert FRENCH(stored).replace("\u00a0", " ").replace("\u202f", " ") == told


def test_english_is_what_is_stored() -> None:
    assert get_labels("en").problem("no text in it") == "no text in it"
