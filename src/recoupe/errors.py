"""What can go wrong, said so that a reader knows what to do next.

Every error that a person may meet carries two sentences: what is the matter,
and what to do. Commands print them on one line and choose the exit status.
"""


class RecoupeError(Exception):
    """An error whose message is written for the person at the keyboard.

    Args:
        problem: What is the matter, as one sentence without a final stop.
        remedy: What to do about it, likewise; empty where nothing can be done.
    """

    def __init__(self, problem: str, remedy: str = "") -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{problem}: {remedy}" if remedy else problem)


class UsageError(RecoupeError):
    """The command or call was given something that it cannot work with."""


class UnreadableError(RecoupeError):
    """One input could not be read; the rest of the case goes on without it."""


class LedgerError(RecoupeError):
    """The ledger is missing, is no ledger, or comes from a newer Recoupe."""


class DataError(RecoupeError):
    """A file that ships with Recoupe, or that a benchmark needs, is missing or malformed."""
