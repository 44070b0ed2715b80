"""The records of a case as the page walks them: each beside its neighbours, with its address."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from recoupe.model import (
    Claim,
    Dating,
    Document,
    Factuality,
    Judgement,
    Origin,
    Reading,
    Reason,
    Source,
    Span,
    Statement,
)
from recoupe.views.dossier import edtf
from recoupe.views.dossier.marks import Block, Marked, blocks

_NOTHING = Dating()


@dataclass(eq=False)
class Report:
    """One document of the case and what was read in it.

    Attributes:
        record: The document.
        reading: What was read in it.
        anchor: Its address in the page.
        said: Its statements, in order of place.
        led_to: Words of it that some other part of the page leads to.
    """

    record: Document
    reading: Reading
    anchor: str
    said: list["Said"] = field(default_factory=list)
    led_to: set[Span] = field(default_factory=set)

    @property
    def dating(self) -> Dating:
        """The day of publication; the reader's own where the reading has none and no doubt."""
        if self.reading.dating == _NOTHING:
            return Dating(value=self.record.published, basis=self.record.published_basis)
        return self.reading.dating

    @cached_property
    def day(self) -> date | None:
        """First day that the day of publication allows."""
        first, last = edtf.bounds(self.dating.value)
        return first or last

    @property
    def doubtful(self) -> bool:
        """Whether its day of publication is missing or doubted."""
        return not self.dating.value or bool(self.dating.doubts)

    @property
    def title(self) -> str | None:
        """The headline, stated or standing in the text."""
        headline = self.reading.headline
        stands = headline.of(self.record.text).strip() if headline else ""
        return self.record.title or stands or None

    @property
    def outlet(self) -> str | None:
        """Name of the outlet."""
        return self.record.publisher

    @property
    def link(self) -> str | None:
        """The address, if it is one of the web; nothing else may become a link."""
        url = (self.record.url or "").strip()
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        return url if parts.scheme in ("http", "https") and parts.netloc else None

    def words(self, span: Span) -> str:
        """Return the words of a span of this report."""
        return span.of(self.record.text)

    @property
    def blocks(self) -> list[Block]:
        """The text, cut for marking; made anew each time, since those of a case fill gigabytes."""
        reading = self.reading
        return blocks(self.record.text, reading.body, reading.headline, self._marked(), self.led_to)

    def leads_to(self, spans: Iterable[Span]) -> None:
        """Have words marked with an address of their own, before the text is shown."""
        self.led_to.update(span for span in spans if self.words(span).strip())

    def place_of(self, span: Span) -> str:
        """Return the address of words that :meth:`leads_to` was told of, else of the report."""
        return f"{self.anchor}-{span.start}" if span in self.led_to else self.anchor

    def _marked(self) -> list[Marked]:
        return [
            Marked(
                key,
                said.record.content,
                said.record.cue,
                tuple(source.span for source in said.record.sources if source.span),
            )
            for key, said in enumerate(self.said)
        ]

    @cached_property
    def marked(self) -> set[int]:
        """Keys of the statements whose words can be marked."""
        lines = (line for block in self.blocks for line in block.lines)
        return {key for line in lines for segment in line.segments for key in segment.starts}


@dataclass(eq=False)
class Speaker:
    """Someone who speaks in the case, or an outlet in its own voice.

    Attributes:
        anchor: Its address in the page.
        name: As shown; None for an outlet without a name.
        kinds: How often it was read as which kind of source, or as ``outlet``.
        aliases: Other names it goes by, in order (the values mean nothing).
        said: What it states as the nearest source.
    """

    anchor: str
    name: str | None
    kinds: Counter[str] = field(default_factory=Counter)
    aliases: dict[str, None] = field(default_factory=dict)
    said: list["Said"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind that it was read as most often, the first on a tie."""
        return self.kinds.most_common(1)[0][0]

    @property
    def reports(self) -> int:
        """In how many reports it speaks."""
        return len({said.report.anchor for said in self.said})

    @property
    def outlets(self) -> list[str]:
        """Names of the outlets it speaks in, in order of first appearance."""
        return list(dict.fromkeys(said.report.outlet for said in self.said if said.report.outlet))

    @property
    def assurance(self) -> list[tuple[Factuality, int]]:
        """How many statements it gives with each factuality, most sure first."""
        counted = dict.fromkeys(Factuality, 0)
        for said in self.said:
            counted[said.record.factuality] += 1
        return [(value, number) for value, number in counted.items() if number]


@dataclass(eq=False)
class Said:
    """One statement in its report.

    Attributes:
        record: The statement.
        report: Where it stands.
        key: Its number in the report, from 0.
        anchor: Its address in the page.
        speaker: The nearest source, or the outlet.
        claim: The claim that it states.
        checked: Who checked how it was read, where somebody did.
    """

    record: Statement
    report: Report
    key: int
    anchor: str
    speaker: Speaker
    claim: "ClaimView | None" = None
    checked: Judgement | None = None

    @property
    def words(self) -> str:
        """The words of the proposition."""
        return self.report.words(self.record.content)

    @property
    def place(self) -> str:
        """Address of its words, or of its report where they cannot be marked."""
        return self.anchor if self.key in self.report.marked else self.report.anchor

    @property
    def denied(self) -> bool:
        """Whether it denies: by its verb, or by its factuality."""
        return self.record.denies or self.record.factuality.denied

    def written(self, source: Source) -> str:
        """Return the words that name a source where they differ from its name, else nothing."""
        words = self.report.words(source.span) if source.span else ""
        return "" if words.casefold() == source.name.casefold() else words


@dataclass(eq=False)
class ClaimView:
    """One claim, its statements and its relations.

    Attributes:
        record: The claim.
        anchor: Its address in the page.
        said: Its statements, by report and place.
        reports: The reports they stand in.
        carried: How many reports of the case carry it, also where the page shows fewer.
        stated: How many statements make it, likewise.
        relations: Kind, the other claim, reasons, and whether it is told from the other side.
    """

    record: Claim
    anchor: str
    said: list[Said]
    reports: list[Report]
    carried: int
    stated: int
    relations: list[tuple[str, "ClaimView", tuple[Reason, ...], bool]] = field(default_factory=list)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where it enters the case first hand."""
        return self.record.origins

    @cached_property
    def least_origins(self) -> int:
        """How many origins it has at least: those that may be one source count once."""
        return self.record.least_origins

    @property
    def factualities(self) -> list[tuple[Factuality, int]]:
        """How many statements give it each factuality, most sure first."""
        found = [said.record.factuality for said in self.said]
        return [(value, found.count(value)) for value in Factuality if value in found]

    @cached_property
    def reserves(self) -> list[Factuality]:
        """How surely it is told, where it is named in a list; nothing where all are certain.

        Words that hold the negation themselves ("aucun") are not called denied, which would turn
        them round, unless others say for certain what these negate.
        """
        values = [value for value, _ in self.factualities]
        if Factuality.CERTAIN not in values and not any(one.record.denies for one in self.said):
            values = [value for value in values if value != Factuality.CERTAIN_NOT]
        return [] if values == [Factuality.CERTAIN] else values

    @property
    def speakers(self) -> list[Speaker]:
        """Who states it, in order."""
        return list(dict.fromkeys(said.speaker for said in self.said))

    @property
    def denied(self) -> bool:
        """Whether a statement denies it, or a denial is aimed at it."""
        aimed = any(kind == "refutes" for kind, _, _, _ in self.relations)
        return aimed or any(said.denied for said in self.said)

    @property
    def checked(self) -> Judgement | None:
        """Who checked how it was read, where all its statements were checked; the last to do so."""
        found = [said.checked for said in self.said if said.checked]
        whole = found and len(found) == len(self.said)
        return max(found, key=lambda one: one.time) if whole else None

    @property
    def echo(self) -> bool:
        """Whether several reports carry it and one origin stands behind them."""
        return len(self.origins) == 1 and self.carried > 1

    @property
    def lone(self) -> bool:
        """Whether it is one statement in a report's own voice, related to nothing."""
        alone = self.stated == len(self.said) == 1
        return alone and not self.said[0].record.sources and not self.relations

    @property
    def day(self) -> date | None:
        """First day on which it was published."""
        return min((report.day for report in self.reports if report.day), default=None)
