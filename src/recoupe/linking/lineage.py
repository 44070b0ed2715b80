"""Which report draws on which: edges with the spans on both sides, and why.

An edge comes from passages in common, from a citation, or from both. Of a wire
and its reprints, each reprint draws on the wire and not on its fellows: a
second parent is kept only for matter that the first does not explain.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recoupe.compare.dates import before
from recoupe.linking import candidates
from recoupe.linking.citations import Cited
from recoupe.linking.outlets import is_credit
from recoupe.linking.passages import Overlap, align
from recoupe.linking.reports import Report
from recoupe.linking.restated import Restated, restated
from recoupe.model import Lineage, LineageRelation, Passage, Reason

# Two reports of one event may share a set phrase, the name of a law or a line of
# background. What is taken over is longer. A citation lowers the bar.
_OWN, _LONGEST = 30, 15
_OWN_CITED = 15
_OWN_SAME_OUTLET = 15
"""The same for two reports of one outlet, which takes its background from what it wrote."""
_OWN_BESIDE_SPEECH, _SPEECH = 15, 10
"""Or so many words on end, where another passage has so many of direct speech."""
_OWN_OF_SHORT, _SHARE_OF_SHORT = 15, 0.6
_NEW = 20
"""Words that a further parent must explain beyond those before it."""
_COPY, _COPIED = 0.8, 0.6
_SUMMARY, _HALF = 0.4, 0.5


@dataclass(frozen=True)
class _Draft:
    """An edge under consideration."""

    report: Report
    on: Report
    overlap: Overlap
    direction: tuple[Reason, ...]
    cited: Cited | None


def build(reports: Sequence[Report], cited: Sequence[Cited]) -> tuple[Lineage, ...]:
    """Find the lineage of a case.

    Args:
        reports: In the order of the case.
        cited: The citations with what they mean.

    Returns:
        Edges sorted by document and what it draws on.
    """
    citing = {(c.report.id, c.on.id): c for c in cited if c.on}
    drafts: dict[tuple[str, str], _Draft] = {}
    fellows: dict[str, tuple[float, Report]] = {}
    credits = {r.id: frozenset[str]() for r in reports} | _credits(cited)
    for one, other in candidates.find([r.body for r in reports]):
        draft = _draft(reports[one], reports[other], citing, credits)
        if draft is None or not _substantial(draft):
            continue
        if draft.cited is None and credits[draft.report.id] & credits[draft.on.id]:
            for report, fellow, overlap in (
                (draft.report, draft.on, draft.overlap),
                (draft.on, draft.report, draft.overlap.turned()),
            ):
                share = overlap.matched / len(report.body)
                if share > fellows.get(report.id, (0.0,))[0]:
                    fellows[report.id] = (share, fellow)
            continue
        drafts[draft.report.id, draft.on.id] = draft
    for pair, found in citing.items():
        if pair not in drafts and found.on and found.overlap:
            drafts[pair] = _Draft(found.report, found.on, found.overlap, (_cites(found),), found)
    edges = [_edge(draft) for draft in _explained(drafts)]
    edges += [_outside(c, fellows.get(c.report.id)) for c in cited if c.on is None]
    return tuple(sorted(edges, key=lambda e: (e.document, e.on, e.relation)))


def _credits(cited: Sequence[Cited]) -> dict[str, frozenset[str]]:
    """Return the outlets outside the pile that each report is credited to."""
    found: dict[str, frozenset[str]] = {}
    for c in cited:
        if c.on is None and is_credit(c.report, c.citation):
            found[c.report.id] = found.get(c.report.id, frozenset()) | {c.outlet.key}
    return found


def _draft(
    one: Report,
    other: Report,
    citing: dict[tuple[str, str], Cited],
    credits: dict[str, frozenset[str]],
) -> _Draft | None:
    overlap = align(one.body, other.body)
    if overlap.own < _OWN_CITED:
        return None
    for report, on, seen in ((one, other, overlap), (other, one, overlap.turned())):
        if (found := citing.get((report.id, on.id))) and (on.id, report.id) not in citing:
            return _Draft(report, on, seen, (_cites(found),), found)
    # `one` comes before `other` in the order of the case.
    if one.days and other.days and before(one.days, other.days):
        when = Reason(rule="published-later", words=f"{other.days[0]} > {one.days[1]}")
        drawing, direction = other, when
    elif bool(credits[one.id]) != bool(credits[other.id]):
        drawing = one if credits[one.id] else other
        direction = Reason(rule="credits-an-agency", words=", ".join(sorted(credits[drawing.id])))
    else:
        drawing = one if len(one.body) < len(other.body) else other
        lengths = sorted((len(one.body), len(other.body)))
        direction = Reason(rule="direction-undecided", words=f"{lengths[0]} < {lengths[1]}")
    on, seen = (one, overlap) if drawing is other else (other, overlap)
    if drawing is other:
        seen = overlap.turned()
    return _Draft(drawing, on, seen, (direction,), None)


def _substantial(draft: _Draft) -> bool:
    overlap = draft.overlap
    share = overlap.matched / len(draft.report.body)
    return (
        draft.cited is not None
        or (overlap.own >= _OWN and overlap.longest >= _LONGEST)
        or (_same_outlet(draft) and overlap.longest >= _OWN_SAME_OUTLET)
        or (
            overlap.longest >= _OWN_BESIDE_SPEECH
            and any(p.matched - p.own >= _SPEECH and not p.own for p in overlap.passages)
        )
        or (overlap.own >= _OWN_OF_SHORT and share >= _SHARE_OF_SHORT)
    )


def _same_outlet(draft: _Draft) -> bool:
    return draft.report.outlet is not None and draft.report.outlet == draft.on.outlet


def _explained(drafts: dict[tuple[str, str], _Draft]) -> list[_Draft]:
    """Keep the parents that explain a report's matter, without those they make needless."""
    by_report: dict[str, list[_Draft]] = {}
    for draft in drafts.values():
        by_report.setdefault(draft.report.id, []).append(draft)
    kept: list[_Draft] = []
    for options in by_report.values():
        options.sort(key=lambda d: (d.cited is None, -d.overlap.own, d.on.place))
        covered = np.zeros(len(options[0].report.body), np.bool_)
        for rank, draft in enumerate(options):
            new = 0
            for p in draft.overlap.passages:
                length = p.one[1] - p.one[0]
                fresh = int((~covered[slice(*p.one)]).sum())
                new += p.own * fresh // length
            if rank == 0 or draft.cited or new >= _NEW:
                kept.append(draft)
                for p in draft.overlap.passages:
                    covered[slice(*p.one)] = True
    return kept


def _edge(draft: _Draft) -> Lineage:
    overlap = draft.overlap
    share = overlap.matched / len(draft.report.body)
    again = _restated(draft, share)
    shared = Reason(rule="shared-passages", words=f"{share:.0%} · {len(overlap.passages)}")
    said_again = Reason(
        rule="restated-sentences", words=f"{again.share:.0%} · {len(again.passages)}"
    )
    relation: LineageRelation
    passages: tuple[Passage, ...] = overlap.spans()
    reasons = [shared] if overlap.passages else []
    if share >= _COPY and overlap.matched / len(draft.on.body) >= _COPIED:
        relation = "copy"
    elif again.share >= _SUMMARY and share < _HALF:
        relation, passages = "summary", _both(again.passages, passages)
        reasons.append(said_again)
    elif overlap.own >= (_OWN_CITED if draft.cited else 1):
        relation = "excerpt"
    else:
        relation = "citation"
        passages = _both(again.passages, passages)
        reasons += [said_again] if again.passages else []
    if draft.cited and (tie := draft.cited.tie):
        reasons.append(Reason(rule="shares-matter", words=", ".join(tie.names[:6])))
        if not passages and tie.passage:
            passages = (tie.passage,)
    return Lineage(
        document=draft.report.id,
        on=draft.on.id,
        relation=relation,
        score=round(max(share, again.share if said_again in reasons else 0.0), 3),
        reasons=(*reasons, *draft.direction),
        passages=passages,
        cites=draft.cited.citation.span if draft.cited else None,
    )


def _both(again: Sequence[Passage], verbatim: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the sentences said again, and the verbatim passages outside them."""
    apart = [
        p
        for p in verbatim
        if not any(p.document.overlaps(q.document) and p.on.overlaps(q.on) for q in again)
    ]
    return tuple(sorted((*again, *apart), key=lambda p: p.document))


def _restated(draft: _Draft, share: float) -> Restated:
    if draft.cited and draft.cited.restated:
        return draft.cited.restated
    # Where half of it is verbatim there is no need to look for paraphrase.
    return restated(draft.report, draft.on) if share < _HALF else Restated((), 0.0)


def _outside(cited: Cited, fellow: tuple[float, Report] | None) -> Lineage:
    """Make the edge to an outlet whose report is not in the pile."""
    reasons = [_cites(cited)]
    if cited.outlet.reports:
        reasons.append(Reason(rule="no-report-shares-matter", words=cited.outlet.name))
    relation: LineageRelation = "citation"
    score = 1.0
    if fellow and is_credit(cited.report, cited.citation):
        # Two reports credit one agency and share text: that text is the agency's.
        share, other = fellow
        reasons.append(
            Reason(rule="same-text-same-credit", words=f"{share:.0%} · {other.document.file}")
        )
        relation, score = ("copy" if share >= _COPY else "excerpt"), round(share, 3)
    return Lineage(
        document=cited.report.id,
        on=f"origin:{cited.outlet.name}",
        relation=relation,
        score=score,
        reasons=tuple(reasons),
        cites=cited.citation.span,
    )


def _cites(cited: Cited) -> Reason:
    words = cited.citation.span.of(cited.report.document.text)
    return Reason(rule="cites-outlet", words=words, span=cited.citation.span)
