"""Turns that a text announces: "a changé de discours", "reconnaît pour la première fois".

What a side said first and what it says now may have no word in common; that the one takes back
the other is told by the text around both. Who speaks for a body, says it for its side.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.dates import before
from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.earlier import Turn
from recoupe.linking.relations.turned import was_said
from recoupe.linking.reports import Report
from recoupe.linking.sides.sides import Sides, one_side
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Reason

_NEAR = 300
"""Characters between what was said first and what is said now."""
_FURTHER = 4
"""How many statements on the second is looked for."""
_ANNOUNCED = 160
"""Characters before a sentence in which a turn is announced."""

# Throughout, words are those of the line that is asked about: to fold all of each report for it
# would take a twentieth of the time of linking.

_TAKEN_BACK = 2
"""Least words in common by which an admission takes back one denial of several by its side."""
_SHARED_NAMES = 0.25
"""Least share of the names of two reports on one affair, of those of the one with fewer.

Of 150 pairs of published articles on one affair one in twenty has less, of 600 others one in
forty has more.
"""


class _Turns:
    """Finds the turns that texts announce.

    Args:
        sides: Tells who is of one side.
    """

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def in_report(self, said: Sequence[Proposition]) -> Iterator[Turn]:
        """Yield the turns of one report, its statements with a source given in order."""
        for place, p in enumerate(said):
            was = was_said(p)
            if not (was or p.negative):
                continue
            for q in said[place + 1 : place + 1 + _FURTHER]:
                gap = q.statement.content.start - p.statement.content.end
                if 0 <= gap <= _NEAR and (why := self._told_now(p, q, was=was)) and self._one(p, q):
                    yield Turn(q, p, (Reason(rule="told-as-earlier", words=why),))
                    break
            if was and place:
                yield from self._said_above(p, said[:place])

    def _said_above(self, p: Proposition, above: Sequence[Proposition]) -> Iterator[Turn]:
        """Yield what is told first in the text, and changes what is told then."""
        if why := _announced_before(p):
            # "Ces propos marquent un revirement": those that the report is about.
            first = next((q for q in above if self._one(p, q)), None)
            if first is not None and not was_said(first):
                yield Turn(first, p, (Reason(rule="told-as-earlier", words=why),))
        elif p.negative and (still := _still(p)):
            q = above[-1]
            near = p.statement.content.start - q.statement.content.end <= _NEAR
            if near and _admits(q, None) and self._one(p, q):
                yield Turn(q, p, (Reason(rule="told-as-earlier", words=still),))

    def across(self, found: Sequence[Proposition], claim_of: Mapping[str, str]) -> Iterator[Turn]:
        """Yield what is admitted in an announced turn, with the one denial that it can be of."""
        denials = [p for p in found if p.statement.denies and p.statement.sources]
        for q in found if denials else ():
            # What is cheap to tell is asked first: few admit anything.
            if not q.statement.sources or q.negative or not _admits(q, None):
                continue
            if not (why := _announced_before(q)):
                continue
            mine = [
                p
                for p in denials
                if p.report.id != q.report.id
                and before(p.report.days, q.report.days)
                and _of_one_affair(p.report, q.report)
                and self._one(p, q)
            ]
            if (denied := _the_one_taken_back(q, mine, denials, claim_of)) is not None:
                yield Turn(q, denied, (Reason(rule="told-as-earlier", words=why),))

    def _told_now(self, p: Proposition, q: Proposition, *, was: bool) -> str:
        """Return the words by which the second of two is told to be another position."""
        vocabulary, text = p.report.vocabulary, p.report.document.text
        if q.asks or was_said(q):
            return ""
        turn = ""
        if was:
            start, end = p.statement.content
            around = text[p.statement.sentence.start : start], text[end : q.statement.content.start]
            told = [words(part).folded for part in around]
            turn = next(filter(None, (phrase_in(w, vocabulary.announcing) for w in told)), "")
        admits = _admits(q, p)
        if turn and (admits or p.negative != q.negative):
            return turn
        conceded = p.negative and admits and not q.negative
        if conceded and (now := phrase_in(_leading(q, p), vocabulary.henceforth)):
            return now
        cue = q.statement.cue
        if was and cue is not None and not (p.figures and q.figures):
            # "Il parle désormais de": not what is so now, but what is said now.
            beside = words(text[cue.start : max(cue.end, q.statement.content.start)]).folded
            beside = beside[: len(words(cue.of(text)).folded) + 2]
            return phrase_in(beside, vocabulary.now_said)
        return ""

    def _one(self, p: Proposition, q: Proposition) -> bool:
        if p.speaker is not None and p.speaker == q.speaker:
            return True
        one, other = self._sides.of(p), self._sides.of(q)
        return one is not None and other is not None and one_side(one, other)


def _the_one_taken_back(
    q: Proposition,
    mine: Sequence[Proposition],
    denials: Sequence[Proposition],
    claim_of: Mapping[str, str],
) -> Proposition | None:
    """Return the denial that an admission takes back: the only one, or the one with most of it.

    Args:
        q: What is admitted.
        mine: The earlier denials by its side.
        denials: All of the case: others may word a denial more fully.
        claim_of: Statement id to its claim.
    """
    claims = {claim_of[p.id]: p for p in reversed(mine)}
    if len(claims) < 2:
        return next(iter(mine), None)
    shared = dict.fromkeys(claims, 0)
    for p in denials:
        if (claim := claim_of[p.id]) in shared:
            common = sum(not term.startswith("#") for term in p.terms.keys() & q.terms.keys())
            shared[claim] = max(shared[claim], common)
    (best, most), (_, next_most) = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:2]
    return claims[best] if most >= _TAKEN_BACK and most > next_most else None


def announced(
    found: Sequence[Proposition], sides: Sides, claim_of: Mapping[str, str]
) -> Iterator[Turn]:
    """Yield the turns that texts announce.

    Args:
        found: Propositions in the order of the case.
        sides: Tells who is of one side.
        claim_of: Statement id to its claim.
    """
    turns = _Turns(sides)
    by_report: dict[str, list[Proposition]] = defaultdict(list)
    for p in found:
        if p.statement.sources and not p.asks:
            by_report[p.report.id].append(p)
    for said in by_report.values():
        yield from turns.in_report(said)
    yield from turns.across(found, claim_of)


def _leading(q: Proposition, last: Proposition | None) -> tuple[str, ...]:
    """Return the words that lead to a statement in its sentence, behind another before it."""
    start = q.statement.sentence.start
    if last is not None:
        start = max(start, last.statement.content.end)
    return words(q.report.document.text[start : q.statement.content.start]).folded


def _admits(q: Proposition, last: Proposition | None) -> bool:
    vocabulary, told = q.report.vocabulary, _leading(q, last)
    return vocabulary.admits(told) and vocabulary.verbal.isdisjoint(told)


def _of_one_affair(one: Report, other: Report) -> bool:
    shared = one.capitals & other.capitals
    return len(shared) >= _SHARED_NAMES * min(len(one.capitals), len(other.capitals))


def _still(p: Proposition) -> str:
    """Return the words by which a statement is told as still made then: "assurait encore"."""
    cue, text = p.statement.cue, p.report.document.text
    if cue is None or p.statement.content.start < cue.end:
        return ""
    said = len(words(cue.of(text)).folded)
    told = words(text[cue.start : p.statement.content.start]).folded
    return phrase_in(told[1 : said + 2], p.report.vocabulary.still)


def _announced_before(p: Proposition) -> str:
    """Return the words that announce a turn in the sentence of a statement, or right before."""
    text, start = p.report.document.text, p.statement.sentence.start
    paragraph = max((s.start for s in p.report.reading.body if s.start <= start), default=0)
    told = text[max(paragraph, start - _ANNOUNCED) : max(start, p.statement.content.start)]
    return phrase_in(words(told).folded, p.report.vocabulary.announcing)
