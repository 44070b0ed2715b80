"""What is kept of single reports changes how long linking takes, and nothing else."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.linking import entities, kept, link, pairwise, reports
from recoupe.linking.claims.told import propositions
from recoupe.linking.reports import prepare
from recoupe.model import Judgement


@dataclass
class Shelf:
    """A memory that counts what is asked for and found."""

    held: dict[tuple[str, str], tuple[str, bytes]] = field(default_factory=dict)
    found: int = 0
    made: int = 0

    def recall(self, document, part, key):
        known, value = self.held.get((document, part), ("", None))
        self.found += known == key
        return value if known == key else None

    def keep(self, document, part, key, value):
        self.made += 1
        self.held[document, part] = (key, value)


@pytest.fixture
def affair(pile, says, wire, independent, summary):
    """Reports with names, figures, times, events and denials, of which some share text."""
    body = wire.split(" - ", 1)[1]
    leak = "les cuves enterrées du site fuient depuis au moins deux ans"
    tap = "L'eau du robinet manque à 4 200 habitants"
    names = (("Montrevel", "Address"), ("Tersane", "Company"), ("Kaltwasser", "Organization"))
    pile.report(
        "wire.txt", wire, says(leak, "inspecteurs", "unnamed", time=("2029-01-01", "2031-03-03")),
        publisher="Agence Fil Ouest", published="2031-03-03", names=names,
    )  # fmt: skip
    pile.report(
        "copy.txt", body, says(leak, "inspecteurs", "unnamed"), published="2031-03-04", names=names
    )
    pile.report(
        "summary.txt", summary, says(tap, figures=((4200, "habitants"),)), names=names,
        cites="Fil Ouest", debris="Source : Fil Ouest", credit=True,
    )  # fmt: skip
    pile.report("own.txt", independent, publisher="La Vallée", names=names)
    no = "les cuves enterrées du site fuient depuis deux ans"
    pile.report(
        "no.txt", f"Kaltwasser dément que {no}.",
        says(no, "Kaltwasser", "organisation", factuality="CT-", denies=True,
             event=("construction", "done")),
        published="2031-03-05", names=names,
    )  # fmt: skip
    pile.report(
        "yes.txt", f"Kaltwasser admet que {no}.", says(no, "Kaltwasser", "organisation"),
        published="2031-03-09", names=names,
    )  # fmt: skip
    return pile


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_reports_that_come_and_go_one_by_one_link_as_they_do_all_at_once(affair, data):
    shelf, inside = Shelf(), set()
    moves = st.lists(st.sampled_from(sorted(affair.readings)), min_size=1, max_size=10)
    for name in data.draw(moves):
        inside ^= {name}
        documents = [d for d in affair.documents if d.id in inside]
        documents = data.draw(st.permutations(documents))
        with_it = link(documents, affair.readings, (), shelf)
        assert with_it.model_dump_json() == link(documents, affair.readings).model_dump_json()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_people_decide_is_followed_whatever_is_kept(affair, data):
    shelf = Shelf()
    link(affair.documents, affair.readings, (), shelf)
    two = data.draw(st.permutations(["Montrevel", "Tersane", "Kaltwasser"]))[:2]
    decision = data.draw(st.sampled_from(["same", "different"]))
    judged = (
        Judgement(
            decision=decision, kind="entity", subject="e1", other="e2", author="A", words=tuple(two)
        ),
    )
    with_it = link(affair.documents, affair.readings, judged, shelf)
    assert with_it == link(affair.documents, affair.readings, judged)


def test_a_proposition_comes_back_as_it_was(affair):
    shelf = Shelf()
    prepared = prepare(affair.documents, affair.readings, shelf)
    named = entities.build(prepared)
    read, recalled = propositions(prepared, named), propositions(prepared, named)
    assert shelf.found == shelf.made == len(prepared)
    assert any(p.figures for p in read)
    assert any(p.times for p in read)
    assert any(p.roles or p.statuses for p in read)
    for one, other in zip(read, recalled, strict=True):
        assert one == other
        assert one.signature == other.signature
        for name, value in vars(one).items():
            assert type(getattr(other, name)) is type(value), name


@pytest.mark.parametrize("value", [1e400, 0.1, 1160.0, None])
def test_a_figure_comes_back_as_it_was_also_beyond_all_bounds(pile, says, value):
    shelf = Shelf()
    words = f"Il en faut {'9' * 400}"
    pile.report("a.txt", f"{words}, dit le maire.", says(words, figures=((1160, "Il en"),)))
    quantity = pile.readings["a.txt"].statements[0].quantities[0]
    quantity = quantity.model_copy(update={"low": value, "high": value})
    statement = pile.readings["a.txt"].statements[0]
    statement = statement.model_copy(update={"quantities": (quantity,)})
    pile.readings["a.txt"] = pile.readings["a.txt"].model_copy(update={"statements": (statement,)})
    prepared = prepare(pile.documents, pile.readings, shelf)
    named = entities.build(prepared)
    assert propositions(prepared, named) == propositions(prepared, named)
    assert shelf.found == 1


def test_the_words_of_a_report_come_back_as_they_were(affair):
    shelf = Shelf()
    prepared = prepare(affair.documents, affair.readings, shelf)
    for report in prepared:
        body, marks = report.body, report.marks
        report.forget()
        assert report.body is not body
        for name, array in vars(body).items():
            again = getattr(report.body, name)
            assert again.dtype == array.dtype
            assert again.tolist() == array.tolist()
        assert report.marks.words == marks.words
        assert report.marks.starts.tolist() == marks.starts.tolist()


def test_one_report_more_is_all_that_is_read(affair, monkeypatch):
    shelf = Shelf()
    link(affair.documents[:-1], affair.readings, (), shelf)
    read = []
    of = reports.Body.of
    monkeypatch.setattr(
        reports.Body, "of", lambda document, *rest: read.append(document.id) or of(document, *rest)
    )
    link(affair.documents, affair.readings, (), shelf)
    assert read == [affair.documents[-1].id]


def test_a_report_that_is_read_otherwise_is_not_taken_for_its_older_self(affair):
    shelf = Shelf()
    link(affair.documents, affair.readings, (), shelf)
    reading = affair.readings["no.txt"]
    affair.readings["no.txt"] = reading.model_copy(update={"statements": ()})
    with_it = link(affair.documents, affair.readings, (), shelf)
    assert with_it == affair.link()


def test_other_code_or_other_word_lists_find_nothing_of_what_was_kept(affair, monkeypatch):
    shelf = Shelf()
    link(affair.documents, affair.readings, (), shelf)
    monkeypatch.setattr(kept, "version", lambda: "another")
    shelf.found = 0
    link(affair.documents, affair.readings, (), shelf)
    assert shelf.found == 0


def test_what_is_broken_is_made_anew(affair):
    shelf = Shelf()
    expected = link(affair.documents, affair.readings, (), shelf)
    shelf.held = {place: (key, value[:-3]) for place, (key, value) in shelf.held.items()}
    assert link(affair.documents, affair.readings, (), shelf) == expected


def test_what_two_reports_share_is_not_looked_for_again(affair, monkeypatch):
    shelf = Shelf()
    compared = []
    for name in ("align", "retold", "restated"):
        made = getattr(pairwise, name)
        monkeypatch.setattr(
            pairwise, name, lambda *two, of=made, name=name: compared.append(name) or of(*two)
        )
    link(affair.documents[:-1], affair.readings, (), shelf)
    first = len(compared)
    assert {"align", "retold"} <= {*compared}
    compared.clear()
    expected = link(affair.documents, affair.readings, (), shelf)
    assert 0 < len(compared) < first
    compared.clear()
    assert link(affair.documents[::-1], affair.readings, (), shelf) == expected
    assert "align" not in compared


def test_nothing_is_asked_of_a_statement_that_it_was_told_to_forget(affair):
    reports = prepare(affair.documents, affair.readings)
    for p in propositions(reports, entities.build(reports)):
        p.forget(terms=True)
        for name in ("terms", "signs", "called"):
            with pytest.raises(AttributeError):
                getattr(p, name)
