"""Reading: from one document to what it states. Pure: no state, no clock, no network."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

import recoupe
from recoupe.extraction import tokens
from recoupe.extraction.attribution import find_attributions
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.blocks import Block, behind_dateline, find_blocks
from recoupe.extraction.citations import find_citations
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.counted import counted_in
from recoupe.extraction.dating import date_report
from recoupe.extraction.events import find_events
from recoupe.extraction.events.identity.mentions import identified
from recoupe.extraction.lifting import Lifted, lift
from recoupe.extraction.mentions import find_mentions
from recoupe.extraction.parsed import Sentence, sentences_of
from recoupe.extraction.parsing import parse
from recoupe.extraction.places import read_places
from recoupe.extraction.quantities import read_quantities
from recoupe.extraction.quotations import find_quotations
from recoupe.extraction.spans import Spans
from recoupe.extraction.statements import Held, build_statements
from recoupe.extraction.tenses import tense_in
from recoupe.extraction.things import find_things
from recoupe.extraction.times import Anchor, read_times
from recoupe.language import Pack, codes, get_pack
from recoupe.model import Dating, Document, Quantity, Reading, Span, TimeValue

_HERE = Path(__file__).parent
_NOTHING = Lifted("", "")


@cache
def _grammar() -> str:
    """Return a hash of the code that reads: a changed rule reads every report again."""
    told = hashlib.sha256()
    beside = (_HERE.parent / name for name in ("language", "ontology", "compare/places"))
    for package in (_HERE, *beside):
        for path in sorted(package.rglob("*.py")):
            told.update(path.read_bytes())
    for path in sorted((_HERE.parent / "ontology").rglob("*.yml")):
        told.update(path.read_bytes())
    return told.hexdigest()[:8]


def version(language: str = "fr") -> str:
    """Return the version of what :func:`read_documents` finds in a language.

    Args:
        language: ISO 639-1 code; it must have a pack.

    Returns:
        Words that change whenever the same text may read differently.
    """
    return f"{recoupe.__version__}/{_grammar()}/{language}-{get_pack(language).version}"


def release() -> None:
    """Let go of the pipelines and of every word that they met, until something is read again.

    After tens of thousands of reports they fill some hundred megabytes.
    """
    for code in codes():
        get_pack(code).release()
    tokens.forget()


def read_documents(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read documents, one after the other, as their paragraphs come out of the parser.

    Args:
        documents: Documents in languages that have a pack.

    Yields:
        One reading a document, in the order given.

    Raises:
        DataError: A document's language has no pack.
    """
    for code, group in groupby(documents, key=lambda d: d.language):
        yield from _read_in(get_pack(code), group)


def _read_in(pack: Pack, documents: Iterable[Document]) -> Iterator[Reading]:
    blocks: dict[str, tuple[Document, tuple[Block, ...]]] = {}
    order: list[str] = []

    def paragraphs() -> Iterator[tuple[str, tuple[str, Span | None, Lifted]]]:
        for number, document in enumerate(documents):
            key = f"{number}:{document.id}"
            found = find_blocks(document.text, pack, document.title)
            blocks[key] = (document, found)
            order.append(key)
            for block in found:
                if block.kind in {"body", "headline"}:
                    span = behind_dateline(document.text, block.span, pack)
                    # A line wrapped by hand goes on; a space is as long as its break.
                    lifted = lift(span.of(document.text).replace("\n", " "), pack)
                    yield lifted.text, (key, span, lifted)
            # Closes the document, also one without a paragraph to read.
            yield "", (key, None, _NOTHING)

    parsed: list[Sentence] = []
    paragraph = 0
    for doc, (key, span, lifted) in parse(pack.pipeline(), paragraphs()):
        if span is None:
            document, found = blocks.pop(key)
            reading = _reading(document, found, parsed, pack)
            for held in {id(sentence.doc): sentence.doc for sentence in parsed}.values():
                held.part()
            parsed, paragraph = [], 0
            yield reading
            continue
        parsed.extend(sentences_of(doc, span.start, paragraph, lifted))
        paragraph += 1


def _reading(
    document: Document, blocks: tuple[Block, ...], sentences: list[Sentence], pack: Pack
) -> Reading:
    text = document.text
    saying = load_saying(pack)
    body = tuple(b.span for b in blocks if b.kind == "body")
    headline = next((b.span for b in blocks if b.kind == "headline"), None)
    read = tuple(b.span for b in blocks if b.kind in {"body", "headline"})
    dating = date_report(document, body, pack)
    mentions = find_mentions(text, sentences, pack)
    quotations = find_quotations(text, read)
    attributions = find_attributions(text, sentences, quotations, pack)
    held = _held(text, sentences, [m.span for m in mentions], dating, pack)
    claimers = Claimers(text, sentences, mentions, attributions, pack, document.publisher, headline)
    mentions = claimers.mentions
    times = [t.span for t in held.times]
    # Money's unit is its code in ISO 4217.
    money = [q.span for q in held.quantities if q.unit and len(q.unit) == 3 and q.unit.isupper()]
    events = find_events(text, sentences, mentions, attributions, times, money, claimers, pack)
    events = identified(document.id, events, sentences, held.times, held.quantities, pack)
    statements = build_statements(
        document,
        sentences,
        quotations,
        attributions,
        claimers,
        replace(held, events=events),
        pack,
    )
    return Reading(
        document=document.id,
        version=version(document.language),
        body=body,
        headline=headline,
        dating=dating,
        mentions=mentions,
        statements=statements,
        places=read_places(text, sentences, mentions, pack, [t.span for t in held.times]),
        citations=find_citations(text, blocks, statements, mentions, saying, pack),
        things=find_things(
            text, sentences, mentions, attributions, held.times, money, claimers, pack
        ),
    )


def _held(
    text: str, sentences: list[Sentence], names: list[Span], dating: Dating, pack: Pack
) -> Held:
    anchor = Anchor.of(dating)
    times: list[TimeValue] = []
    quantities: list[Quantity] = []
    named = Spans(names)
    for sentence in sentences:
        within = sentence.span
        found = read_times(text, within, pack, anchor, tense_in(sentence))
        times.extend(found)
        taken = [t.span for t in found]
        taken.extend(named.overlapping(within))
        quantities.extend(read_quantities(text, within, pack, counted_in(sentence), taken))
    return Held(times, quantities)
