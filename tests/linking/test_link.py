"""Linking as a whole: one outcome for one set of reports, at a cost that follows what is shared."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.linking import link
from recoupe.linking.lineage import candidates
from recoupe.linking.reports import prepare
from recoupe.model import Document, Factuality, Reading, Span


@pytest.fixture
def affair(pile, says, wire, independent, summary):
    """A case in which every part of linking has something to decide."""
    body = wire.split(" - ", 1)[1]
    leak = "les cuves enterrées du site fuient depuis au moins deux ans"
    names = (("Montrevel", "Address"), ("Tersane", "Company"), ("Kaltwasser", "Organization"))
    pile.report(
        "wire.txt", wire, says(leak, "inspecteurs", "unnamed"), publisher="Agence Fil Ouest",
        published="2031-03-03", names=names,
    )  # fmt: skip
    for file, day in (("one.txt", "2031-03-04"), ("two.txt", None)):
        pile.report(
            file, body, says(leak, "inspecteurs", "unnamed"), publisher=file, published=day,
            names=names,
        )  # fmt: skip
    pile.report(
        "summary.txt", summary, says("L'eau du robinet manque à 4 200 habitants"), names=names,
        cites="Fil Ouest", debris="Source : Fil Ouest", credit=True,
    )  # fmt: skip
    pile.report("own.txt", independent, publisher="La Vallée", names=names)
    denied = "Kaltwasser dément que les cuves enterrées du site fuient depuis deux ans."
    no = "les cuves enterrées du site fuient depuis deux ans"
    pile.report(
        "no.txt", denied, says(no, "Kaltwasser", "organisation", factuality="CT-", denies=True),
        published="2031-03-05", names=names,
    )  # fmt: skip
    yes = "Kaltwasser admet que les cuves enterrées du site fuient depuis deux ans."
    pile.report(
        "yes.txt", yes, says(no, "Kaltwasser", "organisation"), published="2031-03-09", names=names
    )
    return pile


def test_the_affair_of_these_tests_has_something_of_everything(affair):
    links = affair.link()
    assert {e.relation for e in links.lineage} >= {"copy", "summary"}
    kinds = {r.relation for c in links.claims for r in c.relations}
    assert {"refutes", "changes"} <= kinds
    assert any(len(c.statements) > 1 for c in links.claims)
    assert links.entities


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_order_of_reports_and_readings_changes_nothing(affair, data):
    expected = affair.link().model_dump_json()
    documents = data.draw(st.permutations(affair.documents))
    keys = data.draw(st.permutations(sorted(affair.readings)))
    again = link(documents, {key: affair.readings[key] for key in keys})
    assert again.model_dump_json() == expected


def test_a_report_given_twice_counts_once(affair):
    expected = affair.link()
    assert link(affair.documents * 2, affair.readings) == expected


def test_without_a_report_the_rest_is_as_if_it_had_never_been(affair):
    kept = [d for d in affair.documents if d.id != "wire.txt"]
    links = link(kept, affair.readings)
    assert "wire.txt" not in links.model_dump_json()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_reports_taken_out_leave_the_links_of_the_others_alone_in_any_order(affair, data):
    out = set(data.draw(st.lists(st.sampled_from(sorted(affair.readings)), unique=True)))
    kept = [d for d in affair.documents if d.id not in out]
    never = link(kept, {d.id: affair.readings[d.id] for d in kept})
    assert link(data.draw(st.permutations(kept)), affair.readings) == never


def test_nothing_to_link_gives_nothing():
    links = link([], {})
    assert (links.entities, links.lineage, links.claims) == ((), (), ())


def test_every_id_in_the_links_is_known_to_the_case(affair):
    links = affair.link()
    statements = {s.id: s for r in affair.readings.values() for s in r.statements}
    entities = {e.id for e in links.entities}
    claims = {c.id for c in links.claims}
    documents = {d.id for d in affair.documents}
    assert set(links.source_entities) == set(statements)
    assert {e for chain in links.source_entities.values() for e in chain if e} <= entities
    for claim in links.claims:
        assert {statements[s].document for s in claim.statements} == set(claim.documents)
        assert {r.claim for r in claim.relations} <= claims - {claim.id}
        assert claim.origins
    for edge in links.lineage:
        assert edge.document in documents
        assert edge.on in documents or edge.on.startswith("origin:")
        assert edge.reasons


def test_no_claim_holds_both_an_affirmation_and_a_denial(affair):
    statements = {s.id: s for r in affair.readings.values() for s in r.statements}
    for claim in affair.link().claims:
        assert len({_denied(statements[s]) for s in claim.statements}) == 1


def _denied(statement):
    return statement.denies or Factuality(statement.factuality).denied


def invented_reports(count, seed=7):
    """Reports of random words, every tenth a copy of an earlier one."""
    chance = random.Random(seed)
    syllables = ["ba", "ko", "ri", "ten", "mu", "sol", "vra", "pi", "dau", "gel", "no", "chi"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(4000)]
    documents = []
    for number in range(count):
        if number % 10 == 9:
            text = documents[number - 5].text
        else:
            text = " ".join(chance.choices(words, k=200)) + "."
        name = f"{number:05d}.txt"
        documents.append(Document(id=name, file=name, text=text, sha256=name))
    readings = {
        d.id: Reading(document=d.id, version="none", body=(Span(0, len(d.text)),))
        for d in documents
    }
    return documents, readings


@pytest.mark.parametrize("count", [500, 2000])
def test_candidates_follow_what_is_shared_and_not_the_square_of_the_pile(count):
    documents, readings = invented_reports(count)
    pairs = candidates.find([candidates.own_runs(r) for r in prepare(documents, readings)])
    assert len(pairs) == count // 10


def test_a_phrase_that_every_report_holds_brings_few_candidates():
    documents, readings = invented_reports(600)
    boilerplate = " Toute reproduction de cet article est soumise à l'accord écrit du journal."
    documents = [d.model_copy(update={"text": d.text + boilerplate}) for d in documents]
    readings = {
        d.id: readings[d.id].model_copy(update={"body": (Span(0, len(d.text)),)}) for d in documents
    }
    pairs = candidates.find([candidates.own_runs(r) for r in prepare(documents, readings)])
    assert len(pairs) == 60


def test_every_copy_among_many_reports_is_found():
    documents, readings = invented_reports(500)
    links = link(documents, readings)
    assert len(links.lineage) == 50
    assert {e.relation for e in links.lineage} == {"copy"}
