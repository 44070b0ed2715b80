"""Which places the reports of a case mean.

A name's places are weighed by its own sentence (``weighing``, ``uses``), then by the report and
the case (``context``), in rounds: what is clear in one round helps in the next. The outcome is a
function of the set of reports, whatever their order. Where two remain likely it is left open
(``decision``), and a name that the gazetteer does not have stays a name.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.compare.places import Place
from recoupe.linking.places.context import CaseContext, Context, in_context
from recoupe.linking.places.decision import best_of, decide, is_listed, is_supported
from recoupe.linking.places.relations import check
from recoupe.linking.places.uses import PlacesOf, Use, told_by_name, uses_of
from recoupe.linking.places.weighing import Grammar, Weighed, because
from recoupe.model import Span
from recoupe.model.place import CheckedRelation, ResolvedPlace

__all__ = ["Grammar", "PlacesOf", "resolve"]

_CLEAR, _CLEAR_ALONE = 0.85, 0.95
"""Share from which a place helps to weigh others; more before anything else is known."""
_ROUNDS = 2
_SAME_NAME, _SAME_IN_CASE = 3.0, 2.5
"""Log-odds for a place that report or case set out elsewhere under the same name."""


def resolve(
    reports: Sequence[PlacesOf],
) -> tuple[dict[str, tuple[ResolvedPlace, ...]], dict[str, tuple[CheckedRelation, ...]]]:
    """Decide which places the reports of a case mean.

    Args:
        reports: What each report says of places.

    Returns:
        Document id to its mentions, each with the place it means or the reason why none was
        taken; and document id to its relations of place, held against the map.
    """
    uses = {report.document: uses_of(report) for report in reports}
    told = told_by_name(uses)
    # What one report sets out exactly is that place for all who name it.
    pinned: dict[tuple[str, str], float] = defaultdict(float)
    for use in (use for held in uses.values() for use in held):
        for one in use.weighed:
            pinned[use.key, one.place.id] = max(pinned[use.key, one.place.id], one.pinned)
    alone = {document: _clear(held, _CLEAR_ALONE) for document, held in uses.items()}
    contexts = {document: _context(held, alone[document]) for document, held in uses.items()}
    chosen: dict[tuple[str, Span], list[Weighed]] = {}
    for turn in range(_ROUNDS):
        if turn:
            contexts = {
                document: _context(held, alone[document] | _clear(held, _CLEAR, chosen))
                for document, held in uses.items()
            }
        case = CaseContext(contexts[document] for document in sorted(contexts))
        chosen = {}
        for document, held in uses.items():
            chosen.update(_weighed_in(held, contexts[document], case, told, pinned))
    resolved = {
        document: tuple(decide(use, chosen[use.at]) for use in held)
        for document, held in uses.items()
    }
    checked = {
        report.document: tuple(
            check(relation, report, resolved[report.document])
            for relation in report.places.relations
        )
        for report in reports
    }
    return resolved, checked


def _clear(
    held: list[Use],
    least: float,
    chosen: Mapping[tuple[str, Span], list[Weighed]] | None = None,
) -> dict[Span, Place]:
    """Return which names of a report clearly mean a place, by where they stand.

    Args:
        held: The names.
        least: Share from which a place is clear.
        chosen: The places of each, weighed by all that is known; by the sentence alone if None.
    """
    found = {}
    for use in held:
        weighed = use.weighed if chosen is None else chosen.get(use.at, ())
        place, share, _ = best_of(weighed)
        if place and share >= least and is_supported(place, weighed) and is_listed(place, weighed):
            found[use.mention.span] = place
    return found


def _context(held: list[Use], clear: Mapping[Span, Place]) -> Context:
    """Return what is known of a report, given which of its names clearly mean a place."""
    context = Context()
    for use in held:
        if use.mention.span in clear:
            context.add(use.mention.sentence, use.key, clear[use.mention.span])
    if held:
        for sentence, country in held[0].report.places.peoples:
            context.add_people(sentence, country)
    return context


def _weighed_in(
    held: list[Use],
    report: Context,
    case: CaseContext,
    told: Mapping[str, Mapping[str, Mapping[str, set[Span]]]],
    pinned: Mapping[tuple[str, str], float],
) -> dict[tuple[str, Span], list[Weighed]]:
    """Weigh a report's mentions, each name once for what the report says of it."""
    sentences: dict[str, set[int]] = defaultdict(set)
    for use in held:
        sentences[use.key].add(use.mention.sentence)
    around: dict[tuple[str, str], Weighed] = {}
    found = {}
    for use in held:
        weighed = []
        for one in use.weighed:
            key = (use.key, one.place.id)
            if key not in around:
                blank = Weighed(one.place, 0.0, ())
                where = frozenset(sentences[use.key])
                around[key] = in_context(blank, use.key, where, report, case)
            here = one.plus(around[key], pinned.get(key, 0.0))
            said = told.get(use.key, {}).get(one.place.id)
            weighed.append(_as_elsewhere(here, use, said) if said else here)
        weighed.sort(key=lambda w: (-w.score, w.place.id))
        found[use.at] = weighed
    return found


def _as_elsewhere(one: Weighed, use: Use, said: Mapping[str, set[Span]]) -> Weighed:
    """Return a candidate with what other mentions of the name say of where it lies.

    Args:
        one: The candidate.
        use: The mention.
        said: Document id to the mentions in it that do; a name may have thousands.
    """
    document, span = use.at
    own = said.get(document, ())
    beside, others = len(own) > (span in own), len(said) - bool(own)
    if not (beside or others) or use.is_said:
        return one
    if beside:
        return one.more(_SAME_NAME, because("told-elsewhere-in-report", one.place.name), told=True)
    return one.more(_SAME_IN_CASE, because("told-elsewhere-in-case", str(others)), told=True)
