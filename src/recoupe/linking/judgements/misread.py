"""Statements that a person found to be misread: the case is as if they had not been read.

``wrong`` is a verdict on the reading, never on what a source says: the report does not say so.
What was read stays in the ledger, and a later decision brings it back. (Names that are none are
the matter of :mod:`recoupe.linking.judgements.names`.)
"""

from collections import defaultdict
from collections.abc import Sequence

from recoupe.linking.judgements.constraints import in_force
from recoupe.linking.judgements.standing import standing
from recoupe.model import Case, Judgement, Reading, Span


def set_aside(case: Case, judgements: Sequence[Judgement]) -> Case:
    """Return a case without the statements that were judged to be misread.

    A statement that is read a little otherwise since is found by the words that it shares with
    the one judged. The links of the case are left as they are: what was made of it so already
    holds none of those statements.

    Args:
        case: The case as it was read.
        judgements: Oldest first, of any kind.
    """
    wrong: dict[str, list[Span]] = defaultdict(list)
    for judgement in in_force(judgements):
        if judgement.decision == "wrong":
            for place in judgement.places:
                wrong[place.document].append(place.span)
    changed = {
        key: _without(case.readings[key], spans)
        for key, spans in wrong.items()
        if key in case.readings
    }
    return case.model_copy(update={"readings": {**case.readings, **changed}}) if changed else case


def _without(reading: Reading, judged: Sequence[Span]) -> Reading:
    contents = [statement.content for statement in reading.statements]
    out = {standing(span, contents) for span in judged}
    kept = tuple(one for at, one in enumerate(reading.statements) if at not in out)
    return reading.model_copy(update={"statements": kept})
