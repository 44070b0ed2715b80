"""What every format's reader gives."""

from dataclasses import dataclass

from recoupe.model import Reason


@dataclass(frozen=True)
class Content:
    """What a format's reader makes of decoded characters.

    Attributes:
        text: The text to store.
        title: The headline, where the format states it; so with the rest.
        publisher: The outlet.
        published: Day in EDTF.
        url: Canonical address.
        language: ISO 639-1 code.
        notes: What was doubtful.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[Reason, ...] = ()
