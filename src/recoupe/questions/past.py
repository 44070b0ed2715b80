"""What a ledger keeps of a case beside the case: what people decided, and what changed."""

from recoupe.model import Judgement, Record, Withdrawal
from recoupe.questions.changed import Changes


class Past(Record):
    """How a case came to be as it is.

    Attributes:
        changed: What the last build that changed it changed; None where that was the first.
        withdrawn: Reports that are out of the case, with who took them out.
        judgements: Decisions in force, oldest first.
    """

    changed: Changes | None = None
    withdrawn: tuple[Withdrawal, ...] = ()
    judgements: tuple[Judgement, ...] = ()
