"""Which report draws on which: edges with the spans on both sides, and why.

An edge comes from passages in common, from a citation, from names and figures told in
the same order, or from several of these. Of a wire and its reprints, each reprint draws on the
wire and not on its fellows: a second parent is kept only for matter that the first does not
explain (``ancestry``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from recoupe.linking.citations import Cited
from recoupe.linking.judgements.lineage import OUTSIDE, Judged
from recoupe.linking.lineage import candidates, retold
from recoupe.linking.lineage.ancestry import Draft, compilers_turned, explained
from recoupe.linking.lineage.direction import Directions, cites
from recoupe.linking.lineage.passages import Overlap, SharedPassage, align
from recoupe.linking.lineage.restated import Restated
from recoupe.linking.outlets import is_credit
from recoupe.linking.pairwise import Compared
from recoupe.linking.reports import Report
from recoupe.model import Lineage, LineageRelation, Passage, Reason

# Two reports of one event may share a set phrase, the name of a law or a line of
# background. What is taken over is longer. A citation lowers the bar.
_OWN, _LONGEST = 30, 15
_ON_END = 22
"""So many in one passage are enough by themselves."""
_OWN_CITED = 15
_OWN_SAME_OUTLET = 15
"""The same for two reports of one outlet, which takes its background from what it wrote."""
_OWN_BESIDE_SPEECH, _SPEECH = 15, 10
"""Or so many words on end, where another passage has so many of direct speech."""
_OWN_OF_SHORT, _SHARE_OF_SHORT = 15, 0.6
_COPY, _COPIED = 0.8, 0.6
_LISTED = 0.4
"""Least share of names and figures among the words of a list; prose has hardly a quarter."""
_SUMMARY, _HALF = 0.4, 0.5
_RESTATED_MORE = 0.1
"""What is said again in other words must be so much more than what is the same word for word."""
_ONE_SENTENCE = 1
"""So many sentences said again are a citation, however much of a brief they make up."""

_Fellows = dict[str, tuple[float, Report]]


def build(reports: Sequence[Report], cited: Sequence[Cited], judged: Judged) -> tuple[Lineage, ...]:
    """Find the lineage of a case.

    Args:
        reports: In the order of the case.
        cited: The citations with what they mean, as far as they hold.
        judged: What people decided.

    Returns:
        Edges sorted by document and what it draws on.
    """
    citing = {(c.report.id, c.on.id): c for c in cited if c.on}
    credits = _credits(cited)
    directions = Directions(citing, credits, judged)
    drafts: dict[tuple[str, str], Draft] = {}
    fellows: _Fellows = {}
    kept = Compared(least=_OWN_CITED)
    for one, other in candidates.find([candidates.own_runs(r) for r in reports]):
        draft = _shared(reports[one], reports[other], directions, kept)
        if draft is None or judged.keeps_apart(draft.report.id, draft.on.id):
            continue
        if not draft.told and not _is_version(draft) and _credits_shared(draft, credits):
            _note_fellows(draft, fellows)
        else:
            drafts[draft.report.id, draft.on.id] = draft
    for draft in _retold(reports, directions, drafts, kept, judged):
        if draft.told or not _credits_shared(draft, credits):
            drafts[draft.report.id, draft.on.id] = draft
    for pair, found in citing.items():
        if pair not in drafts and found.on and found.overlap:
            drafts[pair] = Draft(found.report, found.on, found.overlap, cites(found), found)
    for draft in _checked(reports, directions, judged):
        pair = draft.report.id, draft.on.id
        drafts[pair] = replace(drafts.get(pair, draft), direction=draft.direction)
        drafts.pop(pair[::-1], None)
    edges = [_edge(draft, kept) for draft in explained(compilers_turned(drafts.values()))]
    edges += [_outside(c, fellows.get(c.report.id), judged) for c in cited if c.on is None]
    kept.keep()
    for report in reports:
        report.forget()
    return tuple(sorted(edges, key=lambda e: (e.document, e.on, e.relation)))


def _credits(cited: Sequence[Cited]) -> dict[str, frozenset[str]]:
    """Return the outlets outside the pile that reports are credited to."""
    found: dict[str, frozenset[str]] = {}
    for c in cited:
        if c.on is None and is_credit(c.report, c.citation):
            found[c.report.id] = found.get(c.report.id, frozenset()) | {c.outlet.key}
    return found


def _credits_shared(draft: Draft, credits: Mapping[str, frozenset[str]]) -> bool:
    none = frozenset[str]()
    return bool(credits.get(draft.report.id, none) & credits.get(draft.on.id, none))


def _note_fellows(draft: Draft, fellows: _Fellows) -> None:
    """Note that two reports share text of the agency which both credit."""
    for report, fellow, overlap in (
        (draft.report, draft.on, draft.overlap),
        (draft.on, draft.report, draft.overlap.turned()),
    ):
        share = overlap.matched / len(report.body)
        if share > fellows.get(report.id, (0.0,))[0]:
            fellows[report.id] = (share, fellow)


def _shared(one: Report, other: Report, directions: Directions, kept: Compared) -> Draft | None:
    """Return the edge between two reports that share passages, if these are enough."""
    overlap = kept.overlap(one, other)
    if overlap is None:
        return None
    overlap = _without_lists(overlap, one)
    found = directions.of(one, other)
    seen = overlap if found.report is one else overlap.turned()
    draft = Draft(found.report, found.on, seen, found.reason, found.cited)
    return draft if _substantial(draft) else None


def _without_lists(overlap: Overlap, report: Report) -> Overlap:
    """Return an overlap in which lists of names count for nothing.

    Whoever lists the same places puts them in the same order: that of the alphabet.
    """
    starts = report.marks.starts

    def is_list(passage: SharedPassage) -> bool:
        span = overlap.one.span(passage.one[0], passage.one[1] - 1)
        names = np.searchsorted(starts, span.end) - np.searchsorted(starts, span.start)
        return bool(names >= _LISTED * (passage.one[1] - passage.one[0]))

    told = tuple(replace(p, own=0) if is_list(p) else p for p in overlap.passages)
    return replace(overlap, passages=told)


def _substantial(draft: Draft) -> bool:
    overlap = draft.overlap
    return (
        draft.cited is not None
        or (overlap.own >= _OWN and overlap.longest >= _LONGEST)
        or overlap.longest >= _ON_END
        or (_same_outlet(draft) and overlap.longest >= _OWN_SAME_OUTLET)
        or (
            overlap.longest >= _OWN_BESIDE_SPEECH
            and any(p.matched - p.own >= _SPEECH and not p.own for p in overlap.passages)
        )
        or (overlap.own >= _OWN_OF_SHORT and draft.share >= _SHARE_OF_SHORT)
        or overlap.very_same
    )


def _same_outlet(draft: Draft) -> bool:
    return draft.report.outlet is not None and draft.report.outlet == draft.on.outlet


def _is_version(draft: Draft) -> bool:
    """Tell whether one outlet gives the other report again: it has more than the agency's text."""
    return _same_outlet(draft) and draft.share >= _COPY


def _retold(
    reports: Sequence[Report],
    directions: Directions,
    known: Mapping[tuple[str, str], Draft],
    kept: Compared,
    judged: Judged,
) -> Iterator[Draft]:
    """Yield the edges between reports of which one tells the other again in other words."""
    for place, fellow in retold.find(reports):
        one, other = reports[place], reports[fellow]
        if (one.id, other.id) in known or (other.id, one.id) in known:
            continue
        if judged.keeps_apart(one.id, other.id):
            continue
        found = directions.of(one, other)
        if again := kept.retold(found.report, found.on):
            overlap = align(found.report.body, found.on.body)
            yield Draft(found.report, found.on, overlap, found.reason, found.cited, again)


def _checked(reports: Sequence[Report], directions: Directions, judged: Judged) -> Iterator[Draft]:
    """Yield the edges that somebody checked, however little the two share."""
    by_id = {report.id: report for report in reports} if judged.drawn else {}
    for pair in judged.drawn:
        if all(end in by_id for end in pair):
            found = directions.of(*(by_id[end] for end in pair))
            overlap = align(found.report.body, found.on.body)
            yield Draft(found.report, found.on, overlap, found.reason, found.cited)


def _edge(draft: Draft, kept: Compared) -> Lineage:
    overlap, share = draft.overlap, draft.share
    again = _restated(draft, kept)
    shared = Reason(rule="shared-passages", words=f"{share:.0%} · {len(overlap.passages)}")
    said_again = Reason(
        rule="restated-sentences", words=f"{again.share:.0%} · {len(again.passages)}"
    )
    relation: LineageRelation
    passages: tuple[Passage, ...] = overlap.spans()
    reasons = [shared] if overlap.passages else []
    score = share
    if share >= _COPY and overlap.matched / len(draft.on.body) >= _COPIED:
        relation = "copy"
    elif draft.retold:
        relation = "translation" if draft.retold.whole else "summary"
        if draft.retold.whole:
            passages = _both(draft.retold.passages, passages)
        else:
            passages = _both(again.passages, passages)
            reasons.append(said_again)
        words = f"{draft.retold.count}/{draft.retold.of} · {', '.join(draft.retold.words[:8])}"
        reasons.append(Reason(rule="same-order", words=words))
        score = max(share, draft.retold.share)
    elif (
        again.share >= _SUMMARY
        and share < _HALF
        and again.share > share + _RESTATED_MORE
        and len(again.passages) > _ONE_SENTENCE
    ):
        relation, passages = "summary", _both(again.passages, passages)
        reasons.append(said_again)
        score = max(share, again.share)
    elif overlap.own >= (_OWN_CITED if draft.cited else 1):
        relation = "excerpt"
    else:
        relation = "citation"
        passages = _both(again.passages, passages)
        reasons += [said_again] if again.passages else []
        score = max(share, again.share)
    if draft.cited and (tie := draft.cited.tie):
        reasons.append(Reason(rule="shares-matter", words=", ".join(tie.names[:6])))
        if tie.passage and (relation == "citation" or not passages):
            passages = _both((tie.passage,), passages)
    return Lineage(
        document=draft.report.id,
        on=draft.on.id,
        relation=relation,
        score=round(score, 3),
        reasons=(*reasons, draft.direction),
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


def _restated(draft: Draft, kept: Compared) -> Restated:
    if draft.cited and draft.cited.restated:
        return draft.cited.restated
    # Where half of it is verbatim there is no need to look for paraphrase.
    return kept.restated(draft.report, draft.on) if draft.share < _HALF else Restated((), 0.0)


def _outside(cited: Cited, fellow: tuple[float, Report] | None, judged: Judged) -> Lineage:
    """Make the edge to an outlet whose report is not in the pile."""
    reasons = [cites(cited)]
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
    on = f"{OUTSIDE}{cited.outlet.name}"
    if checked := judged.drawn.get((cited.report.id, on)):
        reasons.append(checked)
    return Lineage(
        document=cited.report.id,
        on=on,
        relation=relation,
        score=score,
        reasons=tuple(reasons),
        cites=cited.citation.span,
    )
