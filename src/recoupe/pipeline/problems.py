"""Which problems of earlier builds still stand."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from recoupe.model import Skipped
from recoupe.sources import Item
from recoupe.sources.metadata import METADATA_NAME


def still_standing(
    before: Iterable[Skipped],
    now: Iterable[Skipped],
    inputs: Sequence[str | Path],
    items: Sequence[Item],
) -> tuple[Skipped, ...]:
    """Return the problems of earlier builds that today's inputs say nothing about.

    A problem is settled when its place was looked at again today (it is then
    listed anew, or gone), or when nothing is at that place any more. What was
    wrong with standard input is settled with the build that read it.

    Args:
        before: Problems on record.
        now: Problems met today.
        inputs: Today's inputs.
        items: What was found in them.
    """
    within = [Path(os.path.realpath(one)) for one in inputs if str(one) != "-"]
    seen = {Path(one.location) for one in now if one.location}
    # The table beside a file is read with it, also when only the file was named.
    seen |= {Path(one.location).parent / METADATA_NAME for one in items if one.location}

    def stands(one: Skipped) -> bool:
        path = Path(one.location)
        return (
            bool(one.location)
            and path.exists()
            and path not in seen
            and not any(path.is_relative_to(place) for place in within)
        )

    return tuple(one for one in before if stands(one))
