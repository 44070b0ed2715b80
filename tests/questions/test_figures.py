"""Figures of one thing beside each other: an invented delivery of buses, counted by many."""

import itertools
from importlib import import_module

import pytest

from recoupe import questions
from recoupe.model import (
    ClaimRelation,
    Event,
    Quantity,
    Reason,
    Role,
    Span,
    Statement,
    TimeValue,
)
from recoupe.questions.figures import _event_of, standing_of
from recoupe.questions.series import ToldFigure

# The package hides its module behind the function of the same name.
of_figures = import_module("recoupe.questions.figures")

MINISTRY = "le ministère a livré 120 autobus à la régie de Corvelle"
UNION = "la régie a reçu 80 autobus cette année"
ORDERED = "la régie a commandé 300 autobus pour 2035"
STATE, REGIE, UNIONS = "Ministère des Transports", "Régie de Corvelle", "Syndicat des conducteurs"


@pytest.fixture
def buses(pile, says, link_pile):
    """Three counts of one thing by three sources, one of them told in two reports."""
    pile.documents.clear()
    pile.readings.clear()
    names = tuple((name, "Organization") for name in (STATE, REGIE, UNIONS))
    pile.report(
        "depeche.txt", f"Selon le {STATE}, {MINISTRY}. La {REGIE} dit que {ORDERED}.",
        says(MINISTRY, STATE, "organisation", figures=((120, "autobus"),),
             event=("transfer", "done")),
        says(ORDERED, REGIE, "organisation", figures=((300, "autobus"),),
             event=("transfer", "considered")),
        published="2034-02-01", publisher="Agence Corvel", names=names,
    )  # fmt: skip
    pile.report(
        "reprise.txt", f"Le {STATE} répète que {MINISTRY}.",
        says(MINISTRY, STATE, "organisation", figures=((120, "autobus"),),
             event=("transfer", "done")),
        published="2034-02-02", publisher="Le Corvellois", names=names,
    )  # fmt: skip
    pile.report(
        "tract.txt", f"Le {UNIONS} affirme que {UNION}. Il compte 12 grévistes.",
        says(UNION, UNIONS, "organisation", figures=((80, "autobus"),)),
        says("Il compte 12 grévistes", figures=((12, "grévistes"),)),
        published="2034-02-03", publisher="Voix du dépôt", names=names,
    )  # fmt: skip
    return pile, link_pile


def test_figures_of_one_thing_stand_together_with_who_holds_them(buses):
    pile, link = buses
    (series,) = questions.figures(link(pile))
    assert series.thing == "autobus"
    held = {(f.quantity.low, f.who[0]) for f in series.figures}
    assert held == {(120, STATE), (300, REGIE), (80, UNIONS)}
    assert len(series.origins) == 3


def test_what_one_claim_counts_once_is_no_series(buses):
    pile, link = buses
    assert "grévistes" not in {one.thing for one in questions.figures(link(pile))}


def test_a_figure_told_again_is_one_figure(buses):
    pile, link = buses
    (series,) = questions.figures(link(pile))
    (delivered,) = (f for f in series.figures if f.quantity.low == 120)
    assert delivered.file == "depeche.txt"
    assert len(delivered.again) == 1


def test_nothing_is_added_up(buses):
    pile, link = buses
    (series,) = questions.figures(link(pile))
    told = [f.quantity.low for f in series.figures]
    sums = {sum(some) for n in (2, 3) for some in itertools.combinations(told, n)}
    dumped = series.model_dump_json()
    assert not any(f"{total}.0" in dumped for total in sums)


def test_only_the_thing_that_is_named(buses):
    pile, link = buses
    case = link(pile)
    assert questions.figures(case, "AUTOBUS")
    assert questions.figures(case, "tramways") == ()


def test_the_order_in_which_reports_came_does_not_matter(buses):
    pile, link = buses
    expected = questions.figures(link(pile))
    for order in itertools.permutations(list(pile.documents)):
        pile.documents[:] = order
        assert questions.figures(link(pile)) == expected


# --- how two stand to each other ---


@pytest.mark.parametrize("most", [300, 0])
@pytest.mark.parametrize(
    ("rule", "here", "there"),
    [("other-figures", "contradictory", "contradictory"), ("counted-anew", "older", "newer")],
)
def test_what_linking_found_between_two_claims_stands_on_both(
    buses, monkeypatch, rule, here, there, most
):
    monkeypatch.setattr(of_figures, "_MOST", most)
    pile, link = buses
    case = link(pile)
    (series,) = questions.figures(case)
    one, other = (next(f for f in series.figures if f.quantity.low == n) for n in (120, 80))
    bound = ClaimRelation(claim=other.claim, relation="refutes", reasons=(Reason(rule=rule),))
    claims = tuple(
        claim.model_copy(update={"relations": (bound,) if claim.id == one.claim else ()})
        for claim in case.links.claims
    )
    links = case.links.model_copy(update={"claims": claims})
    (series,) = questions.figures(case.model_copy(update={"links": links}))
    told = {
        (f.statement, s.statement): s.verdict
        for f in series.figures
        for s in f.standing
        if s.reasons[0].rule == rule
    }
    assert told == {
        (one.statement, other.statement): here,
        (other.statement, one.statement): there,
    }


def figure(low, high=None, *, unit=None, about=False, action=None, status="done", times=()):
    record = {"statement": f"s{low}", "claim": None, "document": "d", "file": "f", "words": "x"}
    return ToldFigure(
        **record, published=None, who=(), factuality="CT+", action=action, origins=(), again=(),
        quantity=Quantity(span=Span(0, 1), low=low, high=high or low, unit=unit, approximate=about),
        status=status if action else None, times=times,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (figure(100), figure(100), "compatible"),
        (figure(100), figure(90, 120), "compatible"),
        (figure(100), figure(104, about=True), "compatible"),
        (figure(100), figure(120), None),
        (figure(100), figure(100, unit="t"), "incomparable"),
        (figure(100, action="transfer"), figure(100, action="destruction"), "incomparable"),
        (
            figure(100, action="transfer"),
            figure(100, action="transfer", status="considered"),
            "incomparable",
        ),
        (figure(100, times=("2033",)), figure(100, times=("2034-01",)), "incomparable"),
        (figure(100, times=("2034",)), figure(100, times=("2034-01",)), "compatible"),
        # Of which action the other tells is not known: that proves nothing, either way.
        (figure(100, action="transfer"), figure(100), None),
    ],
)
def test_two_figures_stand_to_each_other_alike_from_both_sides(one, other, verdict):
    found = standing_of(one, other)
    assert (found[0] if found else None) == verdict
    back = standing_of(other, one)
    assert (back[0] if back else None) == verdict


def test_the_shortest_statement_holds_a_figure_that_several_give(pile, says, link_pile):
    inner = "4 000 cartes ont été imprimées"
    outer = f"Le maire, Paul Verdel, assure que {inner}"
    pile.report("a.txt", f"{outer}. Il y en a 5 000 cartes, dit-il.",
                says(outer, figures=((4000, "cartes"),)),
                says(inner, "Paul Verdel", figures=((4000, "cartes"),)),
                says("Il y en a 5 000 cartes", "Paul Verdel", figures=((5000, "cartes"),)),
                published="2034-02-01")  # fmt: skip
    (series,) = (one for one in questions.figures(link_pile(pile)) if one.thing == "cartes")
    assert [(f.quantity.low, f.who) for f in series.figures] == [
        (4000, ("Paul Verdel",)),
        (5000, ("Paul Verdel",)),
    ]


def test_the_event_that_the_counted_thing_takes_part_in_is_its_action():
    quantity = Quantity(span=Span(10, 13), low=120, high=120, of=Span(14, 21))
    others = Event(type="visit", status="done", trigger=Span(0, 5))
    own = Event(
        type="transfer", status="agreed", trigger=Span(6, 9),
        roles={"item": (Role(span=Span(10, 21), name="autobus"),)},
    )  # fmt: skip
    statement = Statement(
        id="d:0", document="d", content=Span(0, 30), sentence=Span(0, 30), events=(others, own),
        quantities=(quantity,), times=(TimeValue(span=Span(25, 29), value="2034"),),
    )  # fmt: skip
    assert _event_of(statement, quantity) is own
    elsewhere = quantity.model_copy(update={"span": Span(24, 26), "of": None})
    assert _event_of(statement, elsewhere) is None
