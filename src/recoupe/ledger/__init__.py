"""What is known about a case and why; judgements; the history of its builds."""

from recoupe.ledger.lock import only_build
from recoupe.ledger.readings import published
from recoupe.ledger.store import Known, Ledger
from recoupe.model import Judgement

__all__ = ["Judgement", "Known", "Ledger", "only_build", "published"]
