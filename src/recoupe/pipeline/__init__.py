"""From inputs to a case: the one place that knows the order of the stages."""

from recoupe.pipeline.build import build
from recoupe.pipeline.casefile import (
    DOSSIER,
    EXPORTS,
    LEDGER,
    load_case,
    load_changes,
    load_judgements,
    load_past,
    load_withdrawals,
    write_dossier,
)
from recoupe.pipeline.deciding import Decided, judge, withdraw
from recoupe.pipeline.report import Progress, Report, Stage

__all__ = [
    "DOSSIER",
    "EXPORTS",
    "LEDGER",
    "Decided",
    "Progress",
    "Report",
    "Stage",
    "build",
    "judge",
    "load_case",
    "load_changes",
    "load_judgements",
    "load_past",
    "load_withdrawals",
    "withdraw",
    "write_dossier",
]
