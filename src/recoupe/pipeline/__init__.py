"""From inputs to a case: the one place that knows the order of the stages."""

from recoupe.pipeline.build import DOSSIER, EXPORTS, LEDGER, build, load_case, write_dossier
from recoupe.pipeline.report import Progress, Report, Stage

__all__ = [
    "DOSSIER",
    "EXPORTS",
    "LEDGER",
    "Progress",
    "Report",
    "Stage",
    "build",
    "load_case",
    "write_dossier",
]
