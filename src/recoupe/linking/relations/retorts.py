"""Quotations that begin with a verdict: "« Faux. Nous embauchons », rétorque la direction".

What they go on to say is their own; the verdict is on what another said last in the same report.
"""

from collections.abc import Iterator, Sequence

from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.wording import is_negated, sentences_of
from recoupe.linking.relations.pointing import Denial, may_be_meant
from recoupe.linking.relations.verdicts import calls_untrue
from recoupe.linking.terms.word_lists import singular
from recoupe.model import Reason

_BACK, _NEAR = 3, 500
"""Statements, and characters, before such a quotation among which what it answers stands."""


def retorted(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind quotations that begin with a verdict to what they answer.

    Args:
        found: Propositions in the order of the case.
    """
    for place, p in enumerate(found):
        verdict = _verdict(p)
        if not verdict:
            continue
        for q in reversed(found[max(0, place - _BACK) : place]):
            gap = p.statement.content.start - q.statement.content.end
            if q.speaker not in {None, p.speaker} and may_be_meant(p, q) and gap <= _NEAR:
                why = Reason(rule="denies", words=verdict)
                yield Denial(p, q, (why, Reason(rule="said-just-before", words=q.words)))
                break


def _verdict(p: Proposition) -> str:
    """Return the first words of a quotation where they only call untrue what was said."""
    if p.speaker is None or p.statement.quotation != "direct":
        return ""
    # To cut a statement into its sentences takes long, and few quotations hold such a word at all.
    verdicts = p.report.vocabulary.verdicts
    if p.takes_up is None and not any(singular(word) in verdicts for word in p.folded):
        return ""
    first, *more = sentences_of(p.report, p.statement)
    if not more or not calls_untrue(first.folded, p.report.vocabulary):
        return ""
    if is_negated(p.report, first):  # "Ce n'est pas faux."
        return ""
    return p.report.document.text[first.starts[0] : first.ends[-1]]
