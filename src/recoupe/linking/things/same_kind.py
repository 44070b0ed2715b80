"""Whether what was found and what was delivered are things of one kind.

By the name of their model, or by their noun where the thing's words say that it comes from who
gave it; one from another state than the supplier's is none.
"""

from collections.abc import Mapping, Sequence

from recoupe.compare.names import normalise, pieces
from recoupe.linking.reports import Report
from recoupe.model import Evidence, Factuality, Reason, ThingRead, Transfer


def same_kind(
    evidence: Evidence, transfer: Transfer, reports: Mapping[str, Report]
) -> Reason | None:
    """Tell why two things are of one kind; None where they are not, or it is open.

    Args:
        evidence: What was found.
        transfer: What is told to have gone from one to another.
        reports: Document id to report.
    """
    for telling in evidence.tellings:
        if telling.factuality is Factuality.UNDERSPECIFIED:
            continue
        report = reports[telling.document]
        own = [thing for thing in (telling.thing, telling.within) if thing is not None]
        for thing in own:
            if why := _one_kind(thing, own, transfer, report):
                return why
    return None


def _one_kind(
    thing: ThingRead, own: Sequence[ThingRead], transfer: Transfer, report: Report
) -> Reason | None:
    leading = report.vocabulary.leading
    item = pieces(transfer.item)
    nations = {normalise(n, leading) for t in own for n in t.nations}
    suppliers = {party.key.removeprefix("state:") for party in transfer.suppliers}
    states = {
        party.key.removeprefix("state:")
        for party in transfer.suppliers
        if party.key.startswith("state:")
    }
    if nations and states and nations.isdisjoint(states):
        return None
    if thing.model is not None:
        model = pieces(thing.model.name)
        if _holds(item, model):
            return Reason(rule="same-model", words=thing.model.name)
        return None
    stems = tuple(report.vocabulary.terms(item))
    noun = tuple(report.vocabulary.terms(pieces(thing.type)))
    if not stems or stems[:1] != noun[:1]:
        return None
    makers = {normalise(t.maker.name, leading) for t in own if t.maker}
    names = {normalise(party.name, leading) for party in transfer.suppliers}
    if nations & suppliers or makers & names:
        told = sorted(nations & suppliers or makers & names)
        shown = next(
            (p.name for p in transfer.suppliers if normalise(p.name, leading) in told), told[0]
        )
        return Reason(rule="same-kind-and-supplier", words=f"{thing.type}, {shown}")
    return None


def _holds(item: Sequence[str], model: Sequence[str]) -> bool:
    return any(item[k : k + len(model)] == tuple(model) for k in range(len(item)))
