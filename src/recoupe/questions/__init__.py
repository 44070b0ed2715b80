"""Questions that a case answers: functions of the case, which change nothing.

Each returns records that a command prints, that scripts take as JSON, and that the dossier shows.
"""

from recoupe.questions.added import Additions
from recoupe.questions.additions import adds, all_additions
from recoupe.questions.changed import Changes
from recoupe.questions.changes import changes
from recoupe.questions.denials import Denials, denials
from recoupe.questions.falling import Without, without
from recoupe.questions.figures import figures
from recoupe.questions.finding import (
    find_claim,
    find_claims,
    find_report,
    find_source,
    find_speaker,
    find_thing,
)
from recoupe.questions.past import Past
from recoupe.questions.resting import Resting, resting
from recoupe.questions.series import Series

__all__ = [
    "Additions",
    "Changes",
    "Denials",
    "Past",
    "Resting",
    "Series",
    "Without",
    "adds",
    "all_additions",
    "changes",
    "denials",
    "figures",
    "find_claim",
    "find_claims",
    "find_report",
    "find_source",
    "find_speaker",
    "find_thing",
    "resting",
    "without",
]
