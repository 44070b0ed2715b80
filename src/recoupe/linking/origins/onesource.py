"""Which origins of one claim are one source, and which may be: origins are counted, not names.

Two are one where one name holds the other whole ("le directeur adjoint Mircea Dragnea"), where
one report describes its source twice ("des sources", "deux sources proches du dossier"), and
where a government or its authorities stand beside their state. They may be one where two reports
describe unnamed people alike, where one names the holder of an office that the other only describes
("son avocate", "l'avocate du directeur, Odile Carran"), where one report calls both by one noun
("trois responsables proches du dossier", "des responsables de deux pays"), where one speaks for the
other (``sides``) or both for one state, and where a quotation without a name has words in a row of
another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.compare.names import normalise
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.sameness import longest_run
from recoupe.linking.judgements.sources import JudgedSources
from recoupe.linking.reports import Report
from recoupe.linking.sides.sides import Side, Sides, may_be_called, one_side, same_post
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.model import Origin, Reason
from recoupe.model.links import PERHAPS_ONE

_FEWEST = 2
"""Words of a name that a longer description must hold to be of the same person."""
_SAME_WORDS = 6
"""Words in a row that two quotations share where they may be one, a part of it put otherwise."""
_FOR_STATE = frozenset({"capital-for-state", "seat-for-state", "state-by-adjective"})
"""Rules by which a source was found to speak for a state."""


@dataclass(frozen=True)
class Told:
    """An origin with where it was found.

    Attributes:
        origin: The origin.
        report: The report that it was found in.
        states: States that its source speaks for.
        quoted: Its words, folded, where they are quoted.
        described: What a person who is named is called beside the name, in any report.
        said: The statements that have it, each with which of its sources it is.
        sides: For whom it speaks, as each of these tells; found where it is one of several.
    """

    origin: Origin
    report: Report
    states: frozenset[str]
    quoted: tuple[tuple[str, ...], ...] = ()
    described: frozenset[str] = frozenset()
    said: tuple[tuple[Proposition, int], ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of its report's language."""
        return self.report.vocabulary

    @property
    def head(self) -> str:
        """The stem of the first word of its name that tells, no numeral: "trois responsables"."""
        counts = self.vocabulary.numerals
        words = (word for word in normalise(self.origin.name).split() if word not in counts)
        return next(iter(self.vocabulary.content(words)), "")

    @property
    def of_one_known(self) -> bool:
        """Whether its name is a description of one who is known: "son avocate", "le moine"."""
        first = next(iter(normalise(self.origin.name).split()), "")
        return first in self.vocabulary.known

    @property
    def words(self) -> frozenset[str]:
        """Stems of the words that name or describe it."""
        return frozenset(self.vocabulary.content(normalise(self.origin.name).split()))


def states_of(p: Proposition) -> frozenset[str]:
    """Return the states that the nearest source of a statement speaks for."""
    reasons = p.statement.sources[0].reasons if p.statement.sources else ()
    return frozenset(r.words for r in reasons if r.rule in _FOR_STATE and r.words)


def quoted_in(p: Proposition) -> tuple[tuple[str, ...], ...]:
    """Return the words of a statement, folded, if they are quoted; else nothing."""
    return (p.folded,) if p.statement.quotation in {"direct", "mixed"} else ()


def merge(told: Sequence[Told], sides: Sides, judged: JudgedSources) -> tuple[Origin, ...]:
    """Return the origins of a claim, each once, sorted by id, with what they may be besides.

    Args:
        told: The origin of each statement of the claim, in the order of the case.
        sides: Tells who speaks for whom.
        judged: What people decided about sources.
    """
    held: dict[str, Told] = {}
    for one in told:
        held[one.origin.id] = _with(held[one.origin.id], one) if one.origin.id in held else one
    # Whatever names it best stands for all: names before descriptions, then the first by id.
    ranked = sorted(held.values(), key=lambda t: (t.origin.kind == "unnamed", t.origin.id))
    if len(ranked) > 1:
        ranked = [replace(one, sides=_sides(one, sides)) for one in ranked]
    kept: list[Told] = []
    for one in ranked:
        same = next((k for k, other in enumerate(kept) if _held_one(other, one, judged)), None)
        if same is None:
            kept.append(_as_judged(one, judged))
        else:
            kept[same] = _with(kept[same], _as_judged(one, judged))
    ordered = sorted(kept, key=lambda t: t.origin.id)
    return tuple(
        _perhaps(one, [other for other in kept if not _parted(one, other, judged)])
        for one in ordered
    )


def _held_one(one: Told, other: Told, judged: JudgedSources) -> bool:
    decided = judged.are_one(one.origin.id, other.origin.id)
    return _are_one(one, other) if decided is None else decided


def _parted(one: Told, other: Told, judged: JudgedSources) -> bool:
    return judged.are_one(one.origin.id, other.origin.id) is False


def _as_judged(one: Told, judged: JudgedSources) -> Told:
    """Return an origin with who decided about its source, if anybody did."""
    why = judged.reasons(one.origin.id)
    reasons = (*one.origin.reasons, *why)
    return replace(one, origin=one.origin.model_copy(update={"reasons": reasons})) if why else one


def _sides(one: Told, sides: Sides) -> tuple[Side, ...]:
    found = (sides.of(p, place) for p, place in one.said if one.origin.kind != "outlet")
    # One who says much in a case is told alike again and again.
    return tuple(dict.fromkeys(side for side in found if side is not None))


def _with(one: Told, other: Told) -> Told:
    reasons = tuple(dict.fromkeys((*one.origin.reasons, *other.origin.reasons)))
    origin = one.origin
    if reasons != origin.reasons:
        origin = origin.model_copy(update={"reasons": reasons})
    return replace(
        one,
        origin=origin,
        states=one.states | other.states,
        quoted=one.quoted + other.quoted,
        described=one.described | other.described,
        said=one.said + other.said,
        sides=tuple(dict.fromkeys(one.sides + other.sides)),
    )


def _are_one(one: Told, other: Told) -> bool:
    a, b = one.origin, other.origin
    if {a.kind, b.kind} == {"document", "unnamed"}:
        return _are_its_authors(one, other)
    if "outlet" in {a.kind, b.kind} or "document" in {a.kind, b.kind}:
        return False
    left, right = one.words, other.words
    if "unnamed" not in {a.kind, b.kind}:
        return left == right or _is_government(one, other) or _is_government(other, one)
    if a.kind == b.kind:
        within = left <= right or right <= left
        return within and one.report.id == other.report.id and not _others(one, other)
    if _holds_the_office(one, other):
        return True
    if "organisation" in {a.kind, b.kind} and any(s.person for s in (*one.sides, *other.sides)):
        return False  # "Un porte-parole de l'armée" is hers, and may be she.
    named = left if b.kind == "unnamed" else right
    return len(named) >= _FEWEST and named <= left | right and named <= left and named <= right


def _holds_the_office(one: Told, other: Told) -> bool:
    """Tell whether a person who is named holds the very office by which the other is known.

    "Son avocate" is the one whom another report names as the same man's.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if named.origin.kind != "person" or not unnamed.of_one_known:
        return False
    return any(same_post(a, b) for a in unnamed.sides for b in named.sides)


def _are_its_authors(one: Told, other: Told) -> bool:
    """Tell whether of two, one is the paper of the others: "un audit", "les auditeurs"."""
    left, right = (
        frozenset(t.vocabulary.terms(normalise(t.origin.name).split())) for t in (one, other)
    )
    return one.report.id == other.report.id and bool(left) and left == right


def _is_government(one: Told, other: Told) -> bool:
    """Tell whether one is the government, or the authorities, of the state that the other is."""
    words = normalise(one.origin.name, one.vocabulary.leading).split()
    whole = bool(words) and words[0] in one.vocabulary.governing
    names = {normalise(state) for state in one.states}
    own = normalise(other.origin.name, other.vocabulary.leading)
    return whole and (own in names or set(words[1:]) - one.vocabulary.stop == {own})


def _others(one: Told, other: Told) -> bool:
    """Tell whether one of two is told of as another: "un autre responsable"."""
    words = {*normalise(one.origin.name).split()} ^ {*normalise(other.origin.name).split()}
    return not words.isdisjoint(one.vocabulary.further)


def _perhaps(one: Told, every: Iterable[Told]) -> Origin:
    twins = [
        Reason(
            rule=PERHAPS_ONE,
            words=f"{other.origin.name} · {other.report.document.file}",
        )
        for other in every
        if other.origin.id != one.origin.id and _may_be_one(one, other)
    ]
    if not twins:
        return one.origin
    return one.origin.model_copy(update={"reasons": (*one.origin.reasons, *twins)})


def _quoted_alike(one: Told, other: Told) -> bool:
    """Tell whether both are quoted with a run of words that two people hardly say alike."""
    return any(longest_run(a, b) >= _SAME_WORDS for a in one.quoted for b in other.quoted)


def _may_be_one(one: Told, other: Told) -> bool:
    kinds = {one.origin.kind, other.origin.kind}
    if "outlet" in kinds or _others(one, other):
        return False
    if any(
        # Two people of one body may well have been asked each.
        one_side(a, b) and not (kinds == {"person"} and a.person and b.person)
        for a in one.sides
        for b in other.sides
    ):
        return True
    if "document" in kinds:
        return False
    if kinds == {"unnamed"} and one.report.id == other.report.id and one.head == other.head != "":
        return True
    if kinds <= {"unnamed", "organisation"}:
        left, right = one.words, other.words
        if left and right and (left <= right or right <= left):
            return True
    if "unnamed" in kinds and _quoted_alike(one, other):
        return True
    if kinds == {"unnamed", "person"} and (
        _hold_one_office(one, other) or _is_called_so(one, other)
    ):
        return True
    if kinds == {"organisation"} and (_may_govern(one, other) or _may_govern(other, one)):
        return True
    # A state and whoever speaks for it; two of its people may well have been asked each.
    named = {normalise(t.origin.name) for t in (one, other) if t.origin.kind == "organisation"}
    spoken = {normalise(state) for state in one.states | other.states}
    return bool(named & spoken) or (kinds != {"person"} and bool(one.states & other.states))


def _may_govern(one: Told, other: Told) -> bool:
    """Tell whether one may be the government of the state that the other is.

    "L'administration de Joe Biden" is that of a state, without saying which; "l'administration de
    l'hôpital" is not.
    """
    states = other.vocabulary.synonyms.states
    if tuple(normalise(other.origin.name, other.vocabulary.leading).split()) not in states:
        return False
    first, *rest = normalise(one.origin.name, one.vocabulary.leading).split() or [""]
    if first not in one.vocabulary.governing or any((word,) in states for word in rest):
        return False
    return not rest or any(word[0].isupper() for word in one.origin.name.split()[1:])


def _hold_one_office(one: Told, other: Told) -> bool:
    """Tell whether a description without a name is one that the other is named with.

    "Le ministre" is any that is named as such, unless both say of what, and not of the same.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if one.states and other.states and not one.states & other.states:
        return False
    office, of = _office(unnamed.origin.name, unnamed.vocabulary)
    known = unnamed.of_one_known
    for description in named.described:
        same, whose = _office(description, named.vocabulary)
        # "Un avocat" may be any, "un porte-parole du ministère" hardly.
        if office and office == same and (of & whose or (known and not (of and whose))):
            return True
    return False


def _is_called_so(one: Told, other: Told) -> bool:
    """Tell whether a report may speak of a person whom it names, where it only describes one.

    "Le moine" is the one who is named, if nothing is told of either that the other is not.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if one.report.id != other.report.id or not unnamed.of_one_known:
        return False
    return any(may_be_called(a, b) for a in unnamed.sides for b in named.sides)


def _office(description: str, vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the first word that tells in a description, and those of the others."""
    told = [
        frozenset(vocabulary.content(vocabulary.with_states(normalise(word).split())))
        for word in description.split()
    ]
    telling = [stems for stems in told if stems] or [frozenset[str]()]
    return telling[0], frozenset().union(*telling[1:])
