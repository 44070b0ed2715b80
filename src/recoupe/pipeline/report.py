"""What a build tells: while it is at work, and when it is done."""

from typing import Literal, Protocol

from recoupe.model import Record, Skipped

Stage = Literal["look", "read", "link", "write"]


class Progress(Protocol):
    """Someone who wants to know how far a build is."""

    def begin(self, stage: Stage, total: int | None = None) -> None:
        """A stage begins; ``total`` is its number of steps, None where it has none."""

    def advance(self, what: str) -> None:
        """One step of the stage is done; ``what`` names the file."""


class Silent:
    """Progress that is told to nobody."""

    def begin(self, stage: Stage, total: int | None = None) -> None:
        """Take note of nothing."""

    def advance(self, what: str) -> None:
        """Take note of nothing."""


class Report(Record):
    """What a build did.

    Attributes:
        documents: Reports in the case now.
        new: Reports read for the first time.
        replaced: Reports read because their file, or what metadata.csv says of
            it, changed.
        again: Reports read again because this Recoupe reads differently.
        unchanged: Inputs that were in the case already, and so were not read.
        skipped: What of this build's inputs could not be read or used.
        withdrawn: Files of the reports that a person took out of the case; they stay in the
            ledger, and count nowhere.
        statements: Statements in the case now; likewise the two below.
        claims: Claims.
        origins: Distinct origins of claims.
        words: Words of the texts that were read in this build.
        seconds: Time of the whole build.
        words_per_second: Over the time of reading alone, with the loading of
            the language's pipeline; 0 when nothing was read.
        dossier: Path of the page.
    """

    documents: int
    new: int
    replaced: int
    again: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    withdrawn: tuple[str, ...] = ()
    statements: int
    claims: int
    origins: int
    words: int
    seconds: float
    words_per_second: float
    dossier: str

    @property
    def read(self) -> int:
        """How many reports were read in this build."""
        return self.new + self.replaced + self.again

    @property
    def complete(self) -> bool:
        """Whether every input could be read."""
        return not any(one.fatal for one in self.skipped)
