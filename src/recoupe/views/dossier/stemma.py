"""The lineage of reports as a graph on rails: one row a report in order of date, one rail a source.

A rail runs down from the report (or outside outlet) drawn upon; each report that
draws on it branches off. Philologists draw the descent of manuscripts so. Rows
have one height, so the list beside the drawing stays in step with it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.model import Lineage
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.passages import Pair, pairs
from recoupe.views.dossier.walk import Report

ROW = 56
RAIL = 18
SHIFT = 5
OUTSIDE = "origin:"
# Above this many reports, those that nothing binds are counted instead of drawn.
DRAW_ALL = 60
COLOURS = 6


@dataclass(frozen=True)
class Node:
    """A row of the graph: a report, or an outlet whose report is not in the pile."""

    key: str
    report: Report | None
    name: str
    row: int

    @property
    def y(self) -> int:
        """Middle of its row, in pixels."""
        return self.row * ROW + ROW // 2


@dataclass(frozen=True)
class Link:
    """An edge between two rows.

    Attributes:
        record: The lineage.
        anchor: Its address in the page.
        drawing: Row of the report that draws.
        drawn: Row of what it draws on.
        rail: Number of the rail it runs on, from 0, the rightmost first.
        colour: Number of its colour; one per thing drawn on.
        pairs: The shared passages.
    """

    record: Lineage
    anchor: str
    drawing: Node
    drawn: Node
    rail: int
    colour: int
    pairs: list[Pair]

    @property
    def cites(self) -> str:
        """The words of the citation, if there are any."""
        report = self.drawing.report
        return report.words(self.record.cites) if report and self.record.cites else ""


@dataclass(frozen=True)
class Stemma:
    """The graph.

    Attributes:
        nodes: Rows from top to bottom.
        links: Edges, by row of the report that draws.
        width: Width of the drawing, in pixels.
        height: Its height.
        left_out: How many unbound reports are not drawn.
    """

    nodes: list[Node]
    links: list[Link]
    width: int
    height: int
    left_out: int

    def x(self, rail: int) -> int:
        """Return where a rail runs, in pixels from the left."""
        return self.node_x - RAIL * (rail + 1) - 4

    @property
    def node_x(self) -> int:
        """Where the nodes stand."""
        return self.width - 14

    def path(self, link: Link) -> str:
        """Return the SVG path of a link: out of its row, along its rail, into the other row."""
        # What comes in meets its row above the middle, what goes out leaves below it.
        top, bottom = link.drawn.y - SHIFT, link.drawing.y + SHIFT
        x, bend = self.x(link.rail), 10 if bottom > top else -10
        return (
            f"M{self.node_x - 3} {bottom}H{x + 10}Q{x} {bottom} {x} {bottom - bend}"
            f"V{top + bend}Q{x} {top} {x + 10} {top}H{self.node_x - 9}"
        )

    def head(self, link: Link) -> str:
        """Return the SVG path of the arrow's head, at what is drawn on."""
        return f"M{self.node_x - 4} {link.drawn.y - SHIFT}l-8 -4v8z"

    def of(self, report: Report) -> list[Link]:
        """Return the links by which a report draws on others."""
        return self._by_report.get(report.anchor, [])

    def drawing_on(self, node: Node) -> int:
        """Return how many reports draw on a row."""
        return self._drawn.get(node.key, 0)

    @cached_property
    def _drawn(self) -> Counter[str]:
        pairs = {(link.record.document, link.drawn.key) for link in self.links}
        return Counter(drawn for _, drawn in pairs)

    @cached_property
    def _by_report(self) -> dict[str, list[Link]]:
        found: dict[str, list[Link]] = {}
        for link in self.links:
            if link.drawing.report:
                found.setdefault(link.drawing.report.anchor, []).append(link)
        return found


def stemma(index: Index) -> Stemma:
    """Lay out the lineage of a case."""
    records = [
        record
        for record in index.case.links.lineage
        if record.document in index.by_document
        and (record.on in index.by_document or record.on.startswith(OUTSIDE))
    ]
    bound = {key for record in records for key in (record.document, record.on)}
    outside = dict.fromkeys(record.on for record in records if record.on.startswith(OUTSIDE))
    draw_all = len(index.reports) <= DRAW_ALL
    shown = [one for one in index.reports if draw_all or one.record.id in bound]
    nodes: dict[str, Node] = {}
    for key in outside:
        nodes[key] = Node(key, None, key.removeprefix(OUTSIDE), len(nodes))
    for report in shown:
        nodes[report.record.id] = Node(report.record.id, report, report.outlet or "", len(nodes))
    rails = _rails(records, nodes)
    colours = {key: number % COLOURS for number, key in enumerate(rails)}
    records.sort(key=lambda record: (nodes[record.document].row, nodes[record.on].row))
    links = [
        Link(
            record,
            f"l{number}",
            nodes[record.document],
            nodes[record.on],
            rails[record.on],
            colours[record.on],
            pairs(record, index),
        )
        for number, record in enumerate(records, 1)
    ]
    width = RAIL * (max(rails.values(), default=0) + 1) + 34
    return Stemma(
        list(nodes.values()), links, width, ROW * len(nodes), len(index.reports) - len(shown)
    )


def _rails(records: Sequence[Lineage], nodes: dict[str, Node]) -> dict[str, int]:
    """Give each thing drawn on the first rail that is free over its rows, short ones first."""
    reach: dict[str, tuple[int, int]] = {}
    for record in records:
        rows = (nodes[record.document].row, nodes[record.on].row)
        low, high = reach.get(record.on, rows)
        reach[record.on] = (min(low, *rows), max(high, *rows))
    rails: dict[str, int] = {}
    taken: list[list[tuple[int, int]]] = []
    for key, (low, high) in sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item)):
        rail = next(
            (n for n, spans in enumerate(taken) if all(high < a or b < low for a, b in spans)),
            len(taken),
        )
        if rail == len(taken):
            taken.append([])
        taken[rail].append((low, high))
        rails[key] = rail
    return rails
