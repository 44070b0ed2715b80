"""The dossier: a whole case as one self-contained HTML page that a journalist opens."""

from recoupe.views.dossier.page import parts, render

__all__ = ["parts", "render"]
