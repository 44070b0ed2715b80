"""What is known about a case and why; judgements; the history of its builds."""

from recoupe.ledger.builds import Build, Task
from recoupe.ledger.derived import Derived
from recoupe.ledger.documents import Known
from recoupe.ledger.lock import only_build
from recoupe.ledger.readings import published
from recoupe.ledger.store import Ledger
from recoupe.model import Judgement

__all__ = ["Build", "Derived", "Judgement", "Known", "Ledger", "Task", "only_build", "published"]
