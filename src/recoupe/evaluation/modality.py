"""Scores the reading of polarity and modality on the events of the French TimeBank.

The corpus (Bittar, Amsili, Denis and Danlos 2011) marks events in ISO-TimeML
(ISO 24617-1); an event has ``polarity`` NEG where it is said not to be, and
``modality`` POSSIBILITY where it is only said to be possible. Both are asked of
the judge of statements, for the clause of each event: denied is NEG; possible
or probable, and no less, is POSSIBILITY.
"""

import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import DataError
from recoupe.extraction.factuality import judge_event
from recoupe.extraction.parsed import Sentence, sentences_of
from recoupe.extraction.tokens import Token
from recoupe.language import Pack, get_pack
from recoupe.model import Span

_ASKED = ("neg", "possibility")


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event: its place, and which of the two marks it bears."""

    span: Span
    neg: bool
    possibility: bool


def read_events(path: Path) -> tuple[str, tuple[Event, ...]]:
    """Read the text and the events of one TimeML file, in order.

    Raises:
        DataError: The file is no TimeML.
    """
    try:
        body = ET.parse(path).getroot().find("TEXT")
    except (OSError, ET.ParseError) as error:
        raise DataError(f"{path.name} is no TimeML file: {error}") from error
    if body is None:
        raise DataError(f"{path.name} is no TimeML file: it has no TEXT")
    pieces: list[str] = []
    events: list[Event] = []
    _walk(body, pieces, events)
    return "".join(pieces), tuple(sorted(events, key=lambda event: event.span))


def _walk(element: ET.Element, pieces: list[str], events: list[Event]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, events)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "EVENT" and start < end:
        neg = element.get("polarity") == "NEG"
        events.append(Event(Span(start, end), neg, element.get("modality") == "POSSIBILITY"))


def read_marks(text: str, events: tuple[Event, ...], pack: Pack) -> Iterator[tuple[Event, Event]]:
    """Yield each annotated event with what we read of it.

    Args:
        text: The document's text.
        events: Its annotated events.
        pack: The pack of its language.
    """
    (doc,) = pack.pipeline().pipe([text.replace("\n", " ")])
    sentences = list(sentences_of(doc, 0, 0))
    starts = [sentence.span.start for sentence in sentences]
    for event in events:
        sentence = sentences[max(0, bisect_right(starts, event.span.start) - 1)]
        token = _token_of(event.span, sentence)
        if token is None:
            yield event, Event(event.span, neg=False, possibility=False)
            continue
        verdict = judge_event(text, token, sentence, pack)
        possible = verdict.level < 2 and not verdict.open
        yield event, Event(event.span, verdict.negative, possible)


def _token_of(span: Span, sentence: Sentence) -> Token | None:
    """Return the word of an event: its last, for what stands before is an auxiliary."""
    inside = [t for t in sentence.words if span.start <= t.idx < span.end]
    return inside[-1] if inside else None


def evaluate(folder: Path) -> dict[str, float]:
    """Score polarity and modality on a folder of TimeML files.

    Args:
        folder: Holds ``*.tml`` files.

    Returns:
        ``neg_f1``, ``neg_precision``, ``neg_recall`` and the same of ``possibility``, each
        with the number of events so marked; ``accuracy`` (both marks right) over ``n_events``.

    Raises:
        DataError: The folder holds no TimeML, or a file can't be read.
    """
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise DataError(f"no TimeML file in {folder}", "name the folder of the French TimeBank")
    pack = get_pack("fr")
    right = total = 0
    counts = {mark: [0, 0, 0] for mark in _ASKED}
    for path in paths:
        for expected, read in read_marks(*read_events(path), pack):
            total += 1
            right += (expected.neg, expected.possibility) == (read.neg, read.possibility)
            for mark, count in counts.items():
                wanted, found = getattr(expected, mark), getattr(read, mark)
                count[0] += wanted
                count[1] += found
                count[2] += wanted and found
    scores: dict[str, float] = {}
    for mark, (wanted, found, both) in counts.items():
        scores[f"{mark}_f1"] = 2 * both / max(wanted + found, 1)
        scores[f"{mark}_precision"] = both / max(found, 1)
        scores[f"{mark}_recall"] = both / max(wanted, 1)
        scores[f"{mark}_n_f1"] = wanted
    scores["accuracy"] = right / max(total, 1)
    scores["n_accuracy"] = total
    return {name: round(score, 4) for name, score in scores.items()}
