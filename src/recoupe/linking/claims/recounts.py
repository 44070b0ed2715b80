"""Figures that count what was counted before: "les douanes en dénombrent 52", "le chiffre de 300".

A bare figure, or one with no more than its noun, is compared by what the nearest figure of the same
kind before it in its report counts. Where two figures before it fit, it stays bare.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Figure, Proposition, figure_terms

_BACK, _NEAR = 10, 500
"""Statements, and characters, before a figure in its report among which stands what it counts."""
_NEAR_POINTING = 300
"""Characters before "en" and "le chiffre" in which two figures that fit leave it open."""
_CLITIC, _BEGUN = 4, 3
"""Characters before a word of saying, and first words of a statement, where "en" stands."""
_MOST = 20.0
"""Times by which one count of a thing is another's at most: "1,2 million" after 310 000."""
_LONGEST = 24
"""Most terms of a statement whose words are taken over; of a longer one, what it counts is."""
_OWN = 3
"""Most terms that a figure and its noun have beside figures."""
_TIMES = "fois"

_Kind = tuple[Figure, frozenset[str]]


def resolve(found: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Give figures told by halves what they count.

    Args:
        found: Propositions in the order of the case.

    Returns:
        The same, in the same order.
    """
    told = list(found)
    for place, p in enumerate(found):
        if p.figures and (own := _own(p)) is not None:
            before = told[max(0, place - _BACK) : place]
            if (q := _antecedent(p, own, before)) is not None:
                told[place] = _counting(p, own, q)
    return tuple(told)


def _own(p: Proposition) -> frozenset[str] | None:
    """Return what a figure told by halves says it counts; None for what says more."""
    vocabulary = p.report.vocabulary
    empty = vocabulary.counting | vocabulary.number_of | vocabulary.beside_count
    own = frozenset(
        t
        for t, word in p.terms.items()
        if not t.startswith("#") and t not in empty and word not in vocabulary.numerals
    )
    of = frozenset[str]().union(*p.counted.values()) - empty
    if len(own) > _OWN or not own <= of or p.asks:
        return None
    return of


def _antecedent(
    p: Proposition, own: frozenset[str], before: Sequence[Proposition]
) -> Proposition | None:
    """Return the statement whose figure counts what a figure told by halves does."""
    start = p.statement.content.start
    points = bool(own) or _points(p)
    fitting: list[tuple[Proposition, frozenset[str]]] = []
    for q in reversed(before):
        gap = start - q.statement.content.end
        if q.report.id != p.report.id or gap > _NEAR:
            break
        if q.asks or q.id == p.id or not q.figures:
            continue
        if gap < 0 and (
            p.figures & q.figures or not q.statement.content.covers(p.statement.content)
        ):
            # But for the figure that another holds its own against: "trois fois, loin des dix".
            continue
        if q.recounts is None and q.speaker is None and _of_it(q):
            # "J'en compte quatorze, dont trois par avion": of what was counted before as well.
            continue
        kinds = [of for figure, of in _kinds(q) if _fits(p, own, figure, of)]
        if not kinds:
            if not own and not _of_it(q) and _may_fit(p, q):
                # "48 ont été blessées": of whom, it does not say; it may be these that are meant.
                return None
            continue
        if any(not one & kinds[0] for one in kinds[1:]):
            # "31 morts et 48 rescapés": either may be meant.
            return None
        if points and fitting and (gap > _NEAR_POINTING or _in_one_sentence(p, fitting[0][0])):
            # "En" and "le chiffre" mean what was counted last.
            break
        fitting.append((q, kinds[0]))
    if not fitting or any(not of & fitting[0][1] for _, of in fitting[1:]):
        return None
    return fitting[0][0]


def _in_one_sentence(p: Proposition, q: Proposition) -> bool:
    return p.statement.sentence.overlaps(q.statement.sentence)


def _points(p: Proposition) -> bool:
    """Tell whether a figure told by halves points back by a word: "en compte 31", "le chiffre"."""
    vocabulary = p.report.vocabulary
    return not (vocabulary.counting | vocabulary.number_of).isdisjoint(p.terms) or _of_it(p)


def _of_it(p: Proposition) -> bool:
    """Tell whether "en" stands before a figure, or before the word of saying that gives it."""
    cue, content = p.statement.cue, p.statement.content
    text = p.report.document.text
    begun = " ".join(text[content.start : content.end].split()[:_BEGUN])
    of_it = p.report.vocabulary.of_it
    near = text[max(0, cue.start - _CLITIC) : cue.start] if cue else ""
    if not of_it.isdisjoint(words(near).folded):
        return True
    told = words(begun).folded
    # "En compter trois", "J'en compte trois": not "en onze envois".
    return any(word in of_it and not _counts(told, place, p) for place, word in enumerate(told))


def _counts(told: Sequence[str], place: int, p: Proposition) -> bool:
    """Tell "en onze envois", "en 2019" from "en compte"."""
    after = told[place + 1 : place + 2]
    return any(w[0].isdigit() or w in p.report.vocabulary.numerals for w in after)


def _may_fit(p: Proposition, q: Proposition) -> bool:
    """Tell whether a figure of another statement, of nobody knows what, is of the same size."""
    return any(
        here[0] == there[0] and _near(here, there)
        for here in p.figures
        for there in q.figures
        if not q.counted.get(there)
    )


def _kinds(p: Proposition) -> Iterator[_Kind]:
    """Yield the figures of a statement with what each counts: things, a unit, or times."""
    for figure in sorted(p.figures, key=str):
        of = p.counted.get(figure, frozenset())
        if not of and figure[0]:
            of = frozenset((f"[{figure[0]}]",))
        elif not of and _are_times(p):
            of = frozenset((_TIMES,))
        if of:
            yield figure, of


def _are_times(p: Proposition) -> bool:
    """Tell "quatorze fois la norme": the figure of a statement is how many times."""
    return len(p.figures) == 1 and _TIMES in p.folded


def _fits(p: Proposition, own: frozenset[str], figure: Figure, of: frozenset[str]) -> bool:
    """Tell whether a figure of another statement may count what one told by halves does."""
    if own and not own & of:
        return False
    return any(
        (here[0] == figure[0] or (not here[0] and not own))
        and (here[0] != "" or not figure[0] or _is_large(here))
        and (_are_times(p) == (_TIMES in of))
        and _near(here, figure)
        for here in p.figures
    )


def _is_large(figure: Figure) -> bool:
    """Tell a figure that may leave out its unit: "3,4 millions" of money."""
    return (_size(figure) or 0.0) >= 1000


def _size(figure: Figure) -> float | None:
    return figure[1] if figure[1] is not None else figure[2]


def _near(one: Figure, other: Figure) -> bool:
    sizes = [_size(one), _size(other)]
    if None in sizes:
        return False
    low, high = sorted(abs(size or 0.0) for size in sizes)
    return low > 0 and high <= _MOST * low


def _counting(p: Proposition, own: frozenset[str], q: Proposition) -> Proposition:
    """Return a figure told by halves with the words of what it counts."""
    of, unit = next((of, figure[0]) for figure, of in _kinds(q) if _fits(p, own, figure, of))
    figures = {f: (f[0] or unit, *f[1:]) for f in sorted(p.figures, key=str)}
    named = frozenset(t for t in of if t != _TIMES and not t.startswith("["))
    terms = {t: w for t, w in q.terms.items() if not t.startswith("#")}
    if len(terms) > _LONGEST:
        terms = {t: w for t, w in terms.items() if t in named}
    said = {t: w for t, w in p.terms.items() if not t.startswith("#")}
    new = [w for t, w in terms.items() if t not in p.terms]
    return replace(
        p,
        # What is not in both is told by one only: "58" is no statement of 58 of anything.
        folded=(*p.folded, *(word for phrase in new for word in phrase.split())),
        terms={**said, **terms, **figure_terms(figures.values())},
        parts=q.parts,
        names=p.names or q.names,
        kinds=p.kinds if p.names else q.kinds,
        called=p.called if p.names else q.called,
        figures=frozenset(figures.values()),
        counted={f: p.counted.get(old) or named for old, f in figures.items()} if named else {},
        recounts=(q.id, q.words),
    )
