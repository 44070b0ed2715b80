"""Where a language's gazetteer lies; opening and reading it is ``compare.places``' work."""

from pathlib import Path

from recoupe.language import packs

_PACKS = Path(packs.__path__[0])


def gazetteer_path(code: str) -> Path:
    """Return the file of the gazetteer in a language's pack.

    Args:
        code: ISO 639-1 code of the language.
    """
    return _PACKS / code / "gazetteer" / "gazetteer.bin"
