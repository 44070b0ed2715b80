"""Reports whose outlet is known by nothing but a line above them.

A text copied from a browser often begins with the name of its page, alone on a line. Any name
may stand there; that of an outlet which other reports cite is the outlet's.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from recoupe.compare.names import pieces
from recoupe.linking.reports import Report
from recoupe.model import Span

_LINE = re.compile(r"^[^\n]{3,40}$", re.MULTILINE)
_LINES = 8
_WORDS = 2
"""A lone word may be a section: "Monde"."""


def by_head(reports: Sequence[Report]) -> Mapping[str, list[Report]]:
    """Return what stands alone on a line above reports without an outlet, as keys of names.

    Args:
        reports: In the order of the case.
    """
    found: dict[str, list[Report]] = {}
    for report in reports:
        if report.outlet or not report.reading.body:
            continue
        # Who is credited there wrote it for another.
        credited = [c.span for c in report.reading.citations]
        first = report.reading.body[0].start
        for line in islice(_LINE.finditer(report.document.text, 0, first), _LINES):
            words = pieces(line.group())
            if len(words) >= _WORDS and not any(
                Span(*line.span()).overlaps(other) for other in credited
            ):
                found.setdefault("".join(words), []).append(report)
    return found
