"""Which code links: links that the same code made of the same readings need not be made again."""

import hashlib
from functools import cache
from pathlib import Path

import recoupe

_PACKAGE = Path(__file__).parent.parent
_DECIDE = ("linking", "compare", "language", "model", "ontology")


@cache
def version() -> str:
    """Return the version of what :func:`recoupe.linking.link` decides.

    Returns:
        Words that change whenever the same readings may link differently, by a change of code.
        Word lists and gazetteers are not counted: where one changes, the reports of its language
        are read again.
    """
    told = hashlib.sha256()
    for name in _DECIDE:
        for path in sorted((_PACKAGE / name).rglob("*.py")):
            told.update(path.relative_to(_PACKAGE).as_posix().encode())
            told.update(path.read_bytes())
    return f"{recoupe.__version__}/{told.hexdigest()[:12]}"
