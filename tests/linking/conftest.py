"""A pile of invented reports with readings made by hand, so that linking is tested alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from recoupe.linking import link
from recoupe.model import (
    Citation,
    Dating,
    Document,
    Event,
    Factuality,
    Judgement,
    Links,
    Mention,
    Quantity,
    Reading,
    Reason,
    Role,
    Source,
    Span,
    Statement,
    TimeValue,
)


@dataclass
class Says:
    """One statement, given by its words; they must stand in the text."""

    words: str
    source: str = ""
    kind: str = "person"
    outer: tuple[tuple[str, str], ...] = ()
    factuality: str = "CT+"
    why: str = ""
    denies: bool = False
    quotation: str | None = None
    figures: tuple[tuple[float, str], ...] = ()
    event: tuple[str, str] | None = None
    time: tuple[str, str] | None = None
    spoken: str | None = None
    sentence: str = ""
    cue: str = ""
    beside: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    again: bool = False
    """Whether another statement has the very same words."""


@dataclass
class Pile:
    """Reports and readings in the making."""

    documents: list[Document] = field(default_factory=list)
    readings: dict[str, Reading] = field(default_factory=dict)

    def report(
        self,
        file: str,
        text: str,
        *says: Says,
        publisher: str | None = None,
        published: str | None = None,
        cites: str | None = None,
        credit: bool = False,
        names: tuple[tuple[str, str], ...] = (),
        debris: str = "",
    ) -> str:
        """Add a report; blank lines part its paragraphs; returns its id.

        Words of ``debris`` follow the text and are no part of its body.
        """
        text = re.sub(r"[ \t]*\n[ \t]+", "\n", text.strip())
        body = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
        whole = f"{text}\n{debris}" if debris else text
        citations = ()
        if cites:
            at = whole.rindex(cites)
            rule = "credit-line" if credit else "outlet-as-source"
            span = Span(at, at + len(cites))
            citations = (Citation(span=span, name=cites, reason=Reason(rule=rule)),)
        mentions = [
            Mention(span=Span(m.start(), m.end()), schema_name=schema, name=name)
            for name, schema in names
            for m in re.finditer(re.escape(name), whole)
        ]
        self.documents.append(
            Document(
                id=file,
                file=file,
                text=whole,
                sha256=file,
                publisher=publisher,
                published=published,
                published_basis="metadata" if published else "unknown",
            )
        )
        self.readings[file] = Reading(
            document=file,
            version="by hand",
            body=body,
            dating=Dating(value=published, basis="metadata" if published else "unknown"),
            mentions=tuple(sorted(mentions, key=lambda m: m.span)),
            statements=tuple(_statement(file, whole, s) for s in says),
            citations=citations,
        )
        return file

    def infer(self, file: str, word: str) -> None:
        """Have a report's times stand in a word, and be counted from its own day."""
        reading = self.readings[file]
        at = _find(next(d.text for d in self.documents if d.id == file), word)
        self.readings[file] = reading.model_copy(
            update={
                "statements": tuple(
                    said.model_copy(
                        update={
                            "times": tuple(
                                t.model_copy(update={"span": at, "basis": "inferred"})
                                for t in said.times
                            )
                        }
                    )
                    for said in reading.statements
                )
            }
        )

    def link(self, judgements: Sequence[Judgement] = ()) -> Links:
        """Link what is in the pile, as people decided."""
        return link(self.documents, self.readings, judgements)

    def refuted(self) -> set[tuple[str, str]]:
        """Link what is in the pile; return each claim that refutes one, with that one, by text."""
        return self._related("refutes")

    def changed(self) -> set[tuple[str, str]]:
        """Link what is in the pile; return each claim that changes one, with that one, by text."""
        return self._related("changes")

    def _related(self, kind: str) -> set[tuple[str, str]]:
        links = self.link()
        texts = {claim.id: claim.text for claim in links.claims}
        return {
            (claim.text, texts[r.claim])
            for claim in links.claims
            for r in claim.relations
            if r.relation == kind
        }

    def words(self, document: str, span: Span) -> str:
        """Return the words of a span."""
        return span.of(next(d.text for d in self.documents if d.id == document))


def _find(text: str, words: str) -> Span:
    words = re.sub(r"\s+", " ", words)
    at = text.index(words)
    return Span(at, at + len(words))


def _figure(text: str, content: Span, value: float) -> Span:
    """Return where a figure stands: as digits, or before what it counts where it is in words."""
    digits = f"{value:,g}".replace(",", " ")
    at = text.find(digits, content.start, content.end)
    return Span(at, at + len(digits)) if at >= 0 else Span(content.start, content.start + 1)


def _statement(document: str, text: str, said: Says) -> Statement:
    content = _find(text, said.words)
    chain = [(said.source, said.kind)] if said.source else []
    sources = []
    for name, kind in (*chain, *said.outer):
        span = _find(text, name) if name in text else None
        beside = said.beside if name == said.source else ""
        reasons = (Reason(rule="named-beside", words=beside),) if beside else ()
        sources.append(Source(span=span, kind=kind, name=name, reasons=reasons))
    times = []
    if said.time:
        times.append(
            TimeValue(span=content, value=None, earliest=said.time[0], latest=said.time[1])
        )
    if said.spoken:
        times.append(
            TimeValue(
                span=content,
                value=said.spoken,
                earliest=said.spoken,
                latest=said.spoken,
                role="speech",
            )
        )
    events = ()
    if said.event:
        kind, status = said.event
        roles = {role: (Role(span=_find(text, name), name=name),) for role, name in said.roles}
        events = (Event(type=kind, status=status, trigger=content, roles=roles),)
    return Statement(
        id=f"{document}:{content.start}-{content.end}{'-again' * said.again}",
        document=document,
        content=content,
        sentence=_find(text, said.sentence) if said.sentence else content,
        quotation=said.quotation or ("indirect" if said.source else None),
        sources=tuple(sources),
        cue=_find(text, said.cue) if said.cue else None,
        factuality=Factuality(said.factuality),
        factuality_reasons=(Reason(rule=said.why),) if said.why else (),
        denies=said.denies,
        times=tuple(times),
        quantities=tuple(
            Quantity(span=_figure(text, content, value), low=value, high=value, of=_find(text, of))
            for value, of in said.figures
        ),
        events=events,
        reasons=(Reason(rule=said.rule),) if said.rule else (),
    )


@pytest.fixture
def pile() -> Pile:
    return Pile()


@pytest.fixture
def says() -> type[Says]:
    return Says


# A wire and what is made of it: an invented affair.
WIRE = """
MONTREVEL, 3 mars (Fil Ouest) - La préfecture a ordonné mardi l'arrêt de l'usine de solvants
Tersane, après la découverte d'une nappe polluée sous trois communes de la vallée.

Selon le rapport des inspecteurs, remis la veille au préfet, les cuves enterrées du site
fuient depuis au moins deux ans sans que l'exploitant en ait averti les services de l'État.

Quelque 4 200 habitants sont privés d'eau du robinet jusqu'à nouvel ordre et des citernes
ont été installées devant les écoles, a précisé la mairie de Montrevel dans la soirée.

L'entreprise, filiale du groupe autrichien Kaltwasser, emploie 310 personnes et fournit
les fabricants de peinture de toute la région depuis le début des années quatre-vingt.
"""

INDEPENDENT = """
Dans les rues de Montrevel, personne n'ouvre plus un robinet sans hésiter. Trois communes
vivent depuis mardi soir avec l'eau des citernes, et les parents font la queue devant l'école.

Nous avons rencontré huit riverains de l'usine Tersane. Tous parlent d'une odeur de colle
qui montait des caves bien avant que l'État ne ferme le site de la filiale de Kaltwasser.
"""

SUMMARY = """
L'usine Tersane à l'arrêt : ce que l'on sait

Des cuves enterrées de l'usine Tersane fuient depuis deux ans au moins, et l'exploitant n'en
avait pas averti l'État, d'après le rapport remis au préfet par les inspecteurs.

L'eau du robinet manque à 4 200 habitants, et devant les écoles des citernes ont été installées,
selon la mairie de Montrevel.

La filiale du groupe autrichien Kaltwasser fait travailler 310 personnes et fournit des
fabricants de peinture dans toute la région.
"""


@pytest.fixture
def wire() -> str:
    return _one_line(WIRE)


@pytest.fixture
def independent() -> str:
    return _one_line(INDEPENDENT)


@pytest.fixture
def summary() -> str:
    return _one_line(SUMMARY)


def _one_line(text: str) -> str:
    """Join the lines of each paragraph, as a page has them."""
    return "\n\n".join(" ".join(p.split()) for p in text.strip().split("\n\n"))
