"""Denials that point back: "ces accusations", "faux", "une telle lettre n'existe pas".

They answer what another said shortly before in the same report, and are bound to that by a word
or two, or by nothing but their place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.names import normalise
from recoupe.linking.claims.contrasts import figures_differ
from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.linking.claims.sameness import is_telling
from recoupe.linking.relations.scope import is_cleft
from recoupe.linking.relations.verdicts import (
    FEW,
    calls_paper_untrue,
    ceases,
    charges,
    disputes,
    is_verdict,
    names_what_was_said,
    only_points,
    points_at_figure,
    points_by_determiner,
    weighs,
)
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.linking.terms.word_lists import singular
from recoupe.model import Reason

_HEARSAY = "conditional-of-hearsay"
"""Rule by which reading knows what is told as hearsay."""
_COMMON, _COMMON_SHARE = 12, 0.05
"""A term in more statements, and a larger share of them, than this takes up none of them."""
_BACK, _NEAR = 8, 900
"""Statements, and characters, before a denial in its report that it may take a word from."""
_JUST, _JUST_NEAR = 3, 500
"""The same for a denial that takes up no word."""
_FIGURES_BACK, _FIGURES_NEAR = 12, 1500
"""The same for a denial of a figure that it does not give."""
_SEVERAL = 2
"""Words of what accusations are about that tell which are meant, where they have many."""
_TELLS = 3
"""Least terms of what tells that something happened."""
_NEXT_WORDS = 8
"""Words between two sentences of which one still follows the other: a heading, a name."""
_NEXT = 200
"""Characters after a denial, or a doubt, in which a verdict on it stands."""
ABOUT = 5
"""Most terms of what accusations are said to be about."""
_POINTS, _NEGATES = 0.5, 0.6
"""Least share of its terms that such a denial takes up; for a sentence that only holds a negation,
no word of denying and no "une telle", of another source's words."""


@dataclass(frozen=True)
class Denial:
    """A denial and a statement that it denies.

    Attributes:
        denial: The denial.
        denied: What it denies.
        reasons: What binds them.
        within: Whether one stands in the other's words: "P, ce que X dément".
    """

    denial: Proposition
    denied: Proposition
    reasons: tuple[Reason, ...]
    within: bool = False


def pointing_back(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind denials that say little of their own to what another said before in the report.

    Args:
        found: Propositions in the order of the case.
    """
    known = Counter(term for p in found for term in p.terms)
    most = max(_COMMON, _COMMON_SHARE * len(found))
    common = frozenset(term for term, count in known.items() if count > most)
    for place, p in enumerate(found):
        if p.open or (p.speaker is None and not p.statement.denies):
            continue
        verdict = not p.negative and is_verdict(p)
        if not (p.negative or verdict):
            continue
        # "Aucune telle discussion n'a lieu" denies even that a thing is thought of.
        thought = points_by_determiner(p)
        if (thought and not p.statement.denies and weighs(p)) or disputes(p):
            continue
        before = [
            q
            for q in reversed(found[max(0, place - _BACK) : place])
            if may_be_meant(p, q)
            and (thought or not q.open)
            # "Quand elle dirigeait le port, on a rejeté cette thèse": no thesis is told there.
            and (q.speaker is not None or q.statement.sentence != p.statement.sentence)
            and (q.speaker is None or q.speaker != p.speaker)
            and not _of_one_mouth(p, q)
            and p.statement.content.start - q.statement.content.end <= _NEAR
        ]
        if said := (
            _of_a_figure(p, found[max(0, place - _FIGURES_BACK) : place])
            or _of_a_denial(p, found[place - 1 : place])
            or _said_before(p, before, found[max(0, place - _JUST) : place], common)
        ):
            yield said


def _of_one_mouth(p: Proposition, q: Proposition) -> bool:
    """Tell whether who says a thing is who tells of its denial, or is called by the same name.

    "Ses avocats lui ont dit que cela n'arrive jamais" answers nothing that she said, and "les
    Orsen" deny nothing that Nadia Orsen admits.
    """
    if not q.statement.sources or not p.statement.sources:
        return False
    leading = p.report.vocabulary.leading
    own, *outer = (set(normalise(s.name, leading).split()) for s in p.statement.sources)
    there = set(normalise(q.statement.sources[0].name, leading).split())
    named = any(c.isupper() for c in q.statement.sources[0].name)
    # "Nadia Orsen et Paul Vial" are two.
    alike = bool(own) and named and not (own ^ there) & p.report.vocabulary.stop
    return bool(there) and (there in outer or (alike and (own <= there or there <= own)))


def may_be_meant(p: Proposition, q: Proposition) -> bool:
    """Tell whether a denial may be of what was said before it in its report."""
    return (
        q.report.id == p.report.id
        and not (q.negative or q.negated)
        and not is_verdict(q)
        # "X refuse de répondre" is no charge that "je ne répondrai pas" denies.
        and q.report.vocabulary.refusing.isdisjoint(q.terms)
        and not phrase_in(q.folded, q.report.vocabulary.denying)
        and q.statement.content.end <= p.statement.content.start
        and not figures_differ(p, q)
    )


def _said_before(
    p: Proposition,
    before: Sequence[Proposition],
    last: Sequence[Proposition],
    common: frozenset[str],
) -> Denial | None:
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    own = [term for term, word in p.terms.items() if singular(word) not in empty]
    light = common | vocabulary.unspecific
    named = frozenset(t for called in p.called for t in vocabulary.terms(sorted(called)))
    why = Reason(rule="denies", words=p.words)
    points = points_by_determiner(p)
    outright = p.statement.denies or points
    for q in before if len(p.terms) <= FEW else ():
        shared = [term for term in own if term in q.terms]
        # What most statements of the case hold ties none of them to another.
        if light.issuperset(shared) or (not outright and ceases(p)) or not _asserts(q, p):
            continue
        least = (_POINTS if outright else _NEGATES) * len(p.terms)
        # One word of two takes up as much of another matter ("avoir assisté au dîner").
        enough = points or len(shared) > 1 or len(shared) == len(own)
        meant = outright or (q.speaker is not None and _negates_one_of(p, q))
        if is_cleft(p, q) or named.issuperset(shared):
            continue
        if shared and len(shared) >= least and enough and meant:
            taken = ", ".join(p.terms[term] for term in shared)
            return Denial(p, q, (why, Reason(rule="takes-up", words=taken)))
    # "les accusations de X sur Y": of what others said before, what is likest to Y.
    first = next(iter(p.terms.values()), "")
    if p.statement.denies and 0 < len(own) <= ABOUT and singular(first) in empty:
        held = [(sum(term in q.terms for term in own), -rank) for rank, q in enumerate(before)]
        best = max(held, default=(0, 0))
        # One word of many is of any matter.
        if best[0] >= min(_SEVERAL, max(1, _POINTS * len(own))):
            q = before[-best[1]]
            taken = ", ".join(word for term, word in p.terms.items() if term in q.terms)
            return Denial(p, q, (why, Reason(rule="takes-up", words=taken)))
    # Nothing but "ces accusations", "faux", "ces « calculs de couloir »": what another said last.
    if own and not points and not names_what_was_said(p):
        return None
    # "Le compte n'y est pas" denies nobody's words.
    points_at = outright or not vocabulary.demonstrative.isdisjoint(p.folded)
    if p.negated and not (points_at or is_verdict(p)):
        return None
    near = p.statement.content.start - _JUST_NEAR
    paper = calls_paper_untrue(p)
    # What the report tells as hearsay is meant only where nobody said anything.
    for q in sorted(before, key=lambda q: q.speaker is None):
        if paper and not any(s.kind == "document" for s in q.statement.sources):
            continue
        # Who answers charges makes none: "ces accusations" are those that both answer.
        if any(d.statement.denies and d.speaker == q.speaker for d in last):
            continue
        if (
            q in last
            and (q.speaker or (_is_hearsay(q) and _follows(p, q)))
            and (points or _may_be_untrue(p, q))
            and q.statement.content.end >= near
            and p.terms
            and (points or _follows(p, q) or _names_denier(p, q))
        ):
            return Denial(p, q, (why, Reason(rule="said-just-before", words=q.words)))
    return None


def _asserts(q: Proposition, p: Proposition) -> bool:
    """Tell whether somebody holds what a statement says: a source, or a report that tells a charge.

    What a report tells by itself of a right, a past or a plan is background to a denial.
    """
    return q.speaker is not None or charges(q, p.terms.keys())


def _is_hearsay(q: Proposition) -> bool:
    """Tell what a report tells as hearsay, by its verb: "le marché aurait été attribué"."""
    return any(r.rule == _HEARSAY for r in q.statement.factuality_reasons)


def _may_be_untrue(p: Proposition, q: Proposition) -> bool:
    """Tell whether what was just said is of the kind that a denial calls untrue.

    "Ces informations" tell what happened, not what somebody thinks of it ("une faute"); "des
    accusations mensongères", of which nothing was said before, answer a charge only.
    """
    vocabulary = p.report.vocabulary
    if p.folded and p.folded[0] in vocabulary.indefinite and vocabulary.charges(p.folded):
        return charges(q)
    # "Les faits" are what one is charged with, "ces faits" also what was told.
    if (
        p.folded[:1]
        and p.folded[0] in vocabulary.definite
        and p.terms.keys() <= vocabulary.sweeping
    ):
        return charges(q) or _names_denier(p, q)
    informs = any(singular(word) in vocabulary.informing for word in p.terms.values())
    return not (p.statement.denies and informs) or len(q.terms) >= _TELLS


def _follows(p: Proposition, q: Proposition) -> bool:
    """Tell whether a denial stands in the sentence of another's words, or in the next."""
    between = p.report.document.text[q.statement.sentence.end : p.statement.sentence.start]
    return len(between.split()) <= _NEXT_WORDS


def _names_denier(p: Proposition, q: Proposition) -> bool:
    """Tell whether a statement is about who denies: X, "la direction de X"."""
    if p.speaker in q.names:
        return True
    own = {word for source in p.statement.sources[:1] for word in normalise(source.name).split()}
    return any(called and called <= own for called in q.called)


def _of_a_figure(p: Proposition, before: Sequence[Proposition]) -> Denial | None:
    """Bind "il conteste ce chiffre" to the last figure that another gave, or the report."""
    vocabulary = p.report.vocabulary
    if not p.statement.denies or vocabulary.counting.isdisjoint(p.terms):
        return None
    # "Ce chiffre, sorti d'un chapeau": whatever is said of it, it is the one just told.
    this = points_at_figure(p)
    if not (this or only_points(p)):
        return None
    for q in reversed(before):
        gap = p.statement.content.start - q.statement.content.end
        if (
            q.report.id == p.report.id
            and 0 <= gap <= _FIGURES_NEAR
            and not (q.negative or q.negated)
            and q.speaker != p.speaker
            and (this or q.speaker is not None)
            and any(_is_count(figure) for figure in q.figures)
        ):
            why = Reason(rule="denies", words=p.words)
            return Denial(p, q, (why, Reason(rule="said-just-before", words=q.words)))
    return None


def _is_count(figure: Figure) -> bool:
    """Tell whether a figure tells much, be it the least or the most: "au moins un million"."""
    unit, low, high = figure
    return any(v is not None and is_telling((unit, v, v)) for v in (low, high))


def _of_a_denial(p: Proposition, last: Sequence[Proposition]) -> Denial | None:
    """Bind a verdict to what another denied or doubted right before: "pure invention"."""
    for q in last:
        gap = p.statement.content.start - q.statement.content.end
        if (
            q.report.id == p.report.id
            and only_points(p)
            and q.negative
            and not only_points(q)
            and q.speaker not in {None, p.speaker}
            and 0 <= gap <= _NEXT
        ):
            why = Reason(rule="denies", words=p.words)
            return Denial(p, q, (why, Reason(rule="said-just-before", words=q.words)))
    return None


def _negates_one_of(p: Proposition, q: Proposition) -> bool:
    """Tell whether what a negation stands before in one statement is told by the other.

    "Les écoles n'étaient pas visées" denies nothing of "tirs près des écoles".
    """
    vocabulary = p.report.vocabulary
    at = next((place for place, word in enumerate(p.folded) if word in vocabulary.verbal), None)
    after = p.folded[at:] if at is not None else p.folded
    first = next(iter(vocabulary.terms(after)), None)
    return first in q.terms
