"""Answers of a word or two with what they answer: "Oui, répondent deux sources".

A yes affirms, a no denies the question put just before in the report, or what another said there
last. Where that is itself a negation, or a question that no yes or no answers, the answer stays
bare: what is meant is unclear.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.pointing import Denial
from recoupe.model import Reason

_ANSWER, _ASIDE = "short-answer", "told-aside"
"""Rules by which reading marks such an answer, and what is told by the way ("si P")."""
_NEAR = 300
"""Characters from a question, or a statement, to its answer; further answers may stand between."""
_BACK = 10
"""Statements before an answer among which that one is."""
_FIRST = 2
"""Words among which the one stands that asks for more than yes or no: "Et pourquoi"."""


@dataclass(frozen=True)
class Answer:
    """An answer of a word or two and what it answers.

    Attributes:
        answer: The answer.
        answered: The question, or another's statement.
    """

    answer: Proposition
    answered: Proposition

    @property
    def resolved(self) -> Proposition:
        """The answer with the content of what it answers; its own words remain."""
        return self.answer.taking_up(self.answered, negative=self.answer.negative)


def answers(found: Sequence[Proposition]) -> Iterator[Answer]:
    """Yield the answers of a word or two whose question or statement is clear.

    Args:
        found: Propositions in the order of the case.
    """
    for place, p in enumerate(found):
        if _is_short(p) and not p.open and (q := _answered(found, place)) is not None:
            yield Answer(p, q)


def denials(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Yield who says no to what another said, or says yes to: both are answers in a word.

    Args:
        found: Propositions in the order of the case.
    """
    given = tuple(answers(found))
    to: dict[str, list[Proposition]] = defaultdict(list)
    for one in given:
        to[one.answered.id].append(one.answer)
    for one in given:
        if not one.answer.negative:
            continue
        why = Reason(rule="denies", words=one.answer.words)
        said = Reason(rule="said-just-before", words=one.answered.words)
        others = [answer for answer in to[one.answered.id] if not answer.negative]
        if not _asks(one.answered):
            others.append(one.answered)
        for other in others:
            if other.speaker not in {None, one.answer.speaker} and not other.open:
                yield Denial(one.answer, other, (why, said))


def _is_short(p: Proposition) -> bool:
    return any(reason.rule == _ANSWER for reason in p.statement.reasons)


def _answered(found: Sequence[Proposition], place: int) -> Proposition | None:
    """Return the question, or another's statement, that stands right before an answer."""
    p = found[place]
    start, text = p.statement.content.start, p.report.document.text
    near = [q for q in reversed(found[max(0, place - _BACK) : place]) if _is_near(q, p)]
    for at, q in enumerate(near):
        end = q.statement.content.end
        if q.statement.content.overlaps(p.statement.content) or _is_short(q):
            continue
        if q.negative or q.negated:
            return None
        if _asks(q):
            return q if _takes_yes_or_no(q) and text[end:start].count("?") <= 1 else None
        # The question that stands before may be meant as well.
        open_still = any(_asks(other) for other in near[at:]) or "?" in text[end:start]
        said = q.speaker is not None and q.speaker != p.speaker and not q.open
        return q if said and not open_still else None
    return None


def _is_near(q: Proposition, p: Proposition) -> bool:
    gap = p.statement.content.start - q.statement.content.end
    return q.report.id == p.report.id and gap <= _NEAR


def _asks(q: Proposition) -> bool:
    """Tell whether something is asked: "Le pont était-il sûr ?", "interrogé pour savoir si P"."""
    aside = q.speaker is None and any(r.rule == _ASIDE for r in q.statement.reasons)
    return q.asks or (aside and q.open)


def _takes_yes_or_no(q: Proposition) -> bool:
    return q.report.vocabulary.interrogative.isdisjoint(q.folded[:_FIRST])
