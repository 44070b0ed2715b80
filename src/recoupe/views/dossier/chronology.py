"""The timeline: publications and the dates that statements give, drawn and listed."""

from dataclasses import dataclass
from datetime import date

from recoupe.model import TimeValue
from recoupe.views.dossier import edtf
from recoupe.views.dossier.drawing import Drawing, draw
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.moments import Moment
from recoupe.views.dossier.walk import Report, Said
from recoupe.views.labels import Labels


@dataclass(frozen=True)
class Chronology:
    """The timeline of a case.

    Attributes:
        moments: Every date, in order.
        undated: Reports without a day of publication.
        unresolved: Statements with an expression of time that gives no date.
        without: How many statements carry no expression of time.
        drawing: The picture, if there is anything to draw.
    """

    moments: list[Moment]
    undated: list[Report]
    unresolved: list[tuple[Said, TimeValue]]
    without: int
    drawing: Drawing | None


def chronology(index: Index, labels: Labels) -> Chronology:
    """Lay out the timeline of a case."""
    found: dict[tuple[str, date | None, date | None], Moment] = {}
    unresolved: list[tuple[Said, TimeValue]] = []

    def moment(value: str, first: date | None, last: date | None) -> Moment:
        return found.setdefault((value, first, last), Moment(value, first, last))

    for report in index.reports:
        value = report.dating.value
        if report.day and value:
            moment(value, *edtf.bounds(value)).reports.append(report)
        for said in report.said:
            for time in said.record.times:
                first, last = edtf.parse_day(time.earliest), edtf.parse_day(time.latest)
                if not first and not last:
                    first, last = edtf.bounds(time.value)
                if time.value and (first or last):
                    moment(time.value, first, last).told.append((said, time))
                else:
                    unresolved.append((said, time))
    moments = sorted(found.values(), key=_order)
    for number, one in enumerate(moments, 1):
        one.anchor = f"t{number}"
    return Chronology(
        moments=moments,
        undated=[report for report in index.reports if not report.day],
        unresolved=unresolved,
        without=sum(not said.record.times for said in index.said),
        drawing=draw(moments, labels),
    )


def _order(moment: Moment) -> tuple[date, date, str]:
    anchor = moment.first or moment.last or date.max
    return anchor, moment.last or date.max, moment.value
