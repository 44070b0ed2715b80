"""What people decide about who draws on whom wins over what the texts share."""

import pytest

from recoupe.model import Judgement


def _judged(decision, subject, other, time="2031-05-01T10:00:00+00:00"):
    return Judgement(
        decision=decision, kind="lineage", subject=subject, other=other, author="Ada", time=time,
        words=(subject, other),
    )  # fmt: skip


def _edges(links):
    return {(edge.document, edge.on): edge for edge in links.lineage}


@pytest.fixture
def reprinted(pile, wire):
    """A wire and its reprint of the next day."""
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("reprint.txt", wire.split(" - ", 1)[1], published="2031-03-04")
    return pile


def test_an_edge_judged_wrong_is_gone_until_that_is_lifted(reprinted):
    wrong = _judged("wrong", "reprint.txt", "wire.txt")
    assert not reprinted.link([wrong]).lineage
    lifted = [wrong, _judged("undecided", "reprint.txt", "wire.txt")]
    assert reprinted.link(lifted) == reprinted.link()


def test_a_checked_edge_goes_the_way_that_was_said_against_the_days(reprinted):
    (edge,) = reprinted.link([_judged("confirmed", "wire.txt", "reprint.txt")]).lineage
    assert (edge.document, edge.on, edge.relation) == ("wire.txt", "reprint.txt", "copy")
    assert [r.words for r in edge.reasons if r.rule == "judged-draws"] == ["Ada · 2031-05-01"]


def test_of_two_decisions_on_one_edge_the_later_holds(reprinted):
    judged = [
        _judged("confirmed", "wire.txt", "reprint.txt"),
        _judged("confirmed", "reprint.txt", "wire.txt"),
    ]
    assert set(_edges(reprinted.link(judged))) == {("reprint.txt", "wire.txt")}


def test_reports_that_share_nothing_draw_on_each_other_where_somebody_says_so(
    pile, wire, independent
):
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("own.txt", independent, published="2031-03-04")
    assert not pile.link().lineage
    (edge,) = pile.link([_judged("confirmed", "own.txt", "wire.txt")]).lineage
    assert (edge.document, edge.on, edge.relation) == ("own.txt", "wire.txt", "citation")


def test_where_a_parent_is_ruled_out_the_next_best_takes_its_place(pile, wire):
    text = wire.split(" - ", 1)[1]
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("first.txt", text, published="2031-03-04")
    pile.report("second.txt", text, published="2031-03-05")
    assert ("second.txt", "wire.txt") in _edges(pile.link())
    found = _edges(pile.link([_judged("wrong", "second.txt", "wire.txt")]))
    assert ("second.txt", "first.txt") in found
    assert ("second.txt", "wire.txt") not in found


def test_a_citation_that_means_another_report_still_names_its_outlet(pile, wire):
    text = wire.split(" - ", 1)[1]
    pile.report("wire.txt", wire, publisher="Le Sémaphore", published="2031-03-03")
    pile.report(
        "brief.txt", f"{text}\n\nC'est ce qu'a révélé Le Sémaphore.", cites="Le Sémaphore",
        published="2031-03-04",
    )  # fmt: skip
    assert set(_edges(pile.link())) == {("brief.txt", "wire.txt")}
    parted = pile.link([_judged("wrong", "brief.txt", "wire.txt")])
    assert set(_edges(parted)) == {("brief.txt", "origin:Le Sémaphore")}


def test_a_citation_that_somebody_checked_says_so(pile, wire):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "own.txt",
        "On savait Tersane fragile. Fil Ouest l'a raconté : les cuves enterrées de l'usine fuient, "
        "et l'exploitant n'en a averti personne à Montrevel.",
        published="2031-03-04",
        cites="Fil Ouest",
    )
    (cited,) = pile.link().lineage
    (checked,) = pile.link([_judged("confirmed", "own.txt", "wire.txt")]).lineage
    assert cited.relation == checked.relation == "citation"
    rules = [{reason.rule for reason in edge.reasons} for edge in (cited, checked)]
    assert rules[1] - rules[0] == {"judged-draws"}


def test_an_outlet_that_was_misread_is_cited_for_nothing(pile, independent):
    pile.report(
        "own.txt", f"{independent}\n\nSelon Le Sémaphore, rien n'est sûr.", cites="Le Sémaphore"
    )
    assert set(_edges(pile.link())) == {("own.txt", "origin:Le Sémaphore")}
    assert not pile.link([_judged("wrong", "own.txt", "origin:Le Sémaphore")]).lineage
    (checked,) = pile.link([_judged("confirmed", "own.txt", "origin:Le Sémaphore")]).lineage
    assert checked.reasons[-1].rule == "judged-draws"


def test_a_decision_on_a_report_that_is_not_in_the_case_binds_nothing(reprinted):
    judged = [_judged("confirmed", "gone.txt", "wire.txt"), _judged("wrong", "wire.txt", "gone")]
    assert reprinted.link(judged) == reprinted.link()
