"""What was read wrongly in the annotated reports: ``python -m recoupe.evaluation.mistakes``.

With ``attribution-real`` behind it, in the published ones; with ``events``, of the events. Of the
development part only: what is kept apart stays unread.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.evaluation.events import mistakes
from recoupe.evaluation.events_gold import load_events
from recoupe.evaluation.frame import evaluation_folder, shared_folder
from recoupe.evaluation.gold import HELD_OUT, GoldReport, load_gold
from recoupe.evaluation.matching import (
    LENIENT,
    STRICT,
    Reader,
    attributed,
    match,
    overlap,
    pairs_for_factuality,
    read_gold,
    right_claimer,
)
from recoupe.evaluation.standoff import REAL, load_standoff
from recoupe.model import Span


def errors(folder: Path, read: Reader | None = None) -> Iterator[str]:
    """Yield one line for each mistake; never of the part kept apart.

    Args:
        folder: As :func:`recoupe.evaluation.attribution.evaluate` takes it.
        read: As :func:`recoupe.evaluation.attribution.evaluate` takes it.
    """
    yield from errors_in(load_gold(folder), read)


def errors_in(reports: Iterable[GoldReport], read: Reader | None = None) -> Iterator[str]:
    """Yield the mistakes in annotated reports from wherever they come; else as :func:`errors`."""
    developed = (gold for gold in reports if gold.part != HELD_OUT)
    for gold, found in read_gold(developed, read):
        text, name = gold.document.text, gold.document.file
        pairs = match([s for s in gold.statements if not s.own], attributed(found), LENIENT)
        taken = {id(statement) for _, statement in pairs}
        matched = {id(expected) for expected, _ in pairs}
        for expected in gold.statements:
            if not (expected.own or expected.optional or id(expected) in matched):
                yield f"{name}: missed: {_shown(expected.content, text)}"
        for statement in attributed(found):
            if id(statement) not in taken:
                yield f"{name}: spurious: {_shown(statement.content, text)}"
        for expected, statement in pairs:
            words = _shown(expected.content, text)
            if overlap(expected.content, statement.content) < STRICT:
                yield f"{name}: span: {words} read {_shown(statement.content, text)}"
            if expected.claimers and not right_claimer(expected, statement):
                who = statement.sources[0].name if statement.sources else "nobody"
                yield f"{name}: claimer: {expected.claimers[0]} read {who}: {words}"
        for expected, statement in pairs_for_factuality(gold.statements, found):
            if statement.factuality not in expected.factuality:
                value = f"{expected.factuality[0]} read {statement.factuality}"
                yield f"{name}: factuality: {value}: {_shown(expected.content, text)}"


def _shown(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return f"'{words[:70]}…'" if len(words) > 70 else f"'{words}'"


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "evaluation/gold"
    if asked == "attribution-real":
        listed = errors_in(load_standoff(evaluation_folder() / REAL, shared_folder()))
    elif asked == "events":
        gold = evaluation_folder() / "gold"
        listed = mistakes(load_events(gold.with_name("gold_events"), gold))
    else:
        listed = errors(Path(asked))
    for line in listed:
        print(line)
