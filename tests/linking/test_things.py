"""Finds and dated claims beside them: what a find allows, excludes, and where nothing is shown.

Everything told here is invented.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.extraction import read_documents
from recoupe.linking import link
from recoupe.linking.reports import prepare
from recoupe.linking.things.comparing import Comparer
from recoupe.model import (
    Document,
    Evidence,
    EvidenceTelling,
    Factuality,
    FindRead,
    Links,
    Marking,
    Party,
    Reading,
    Role,
    Span,
    Statement,
    Telling,
    ThingRead,
    TimeValue,
    Transfer,
)

STAMPED = (
    "Une turbine portant la date de mai 2022 a été trouvée dans l'épave d'un drone Vesper-4 "
    "près de Varna."
)
BEFORE = "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie avant le 20 mai 2022."
EARLIER = "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie en mars 2022."
LATER = "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie en août 2022."


def linked(*texts: str) -> Links:
    documents = [
        Document(
            id=f"d{number}",
            file=f"{number}.txt",
            text=text,
            sha256="",
            published=f"2023-01-{number + 1:02d}",
            published_basis="metadata",
        )
        for number, text in enumerate(texts)
    ]
    return link(documents, {r.document: r for r in read_documents(documents)})


def bearings(links: Links) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.bearing, one.from_day, one.until_day)
        for evidence in links.evidence
        for one in evidence.compared
    ]


def test_a_date_in_the_claims_time_leaves_the_days_from_it_on():
    assert bearings(linked(STAMPED, BEFORE)) == [("allows", "2022-05-01", "2022-05-19")]


def test_a_date_after_the_claims_time_excludes_it():
    links = linked(STAMPED, EARLIER)
    assert bearings(links) == [("excludes", None, None)]
    (evidence,) = [e for e in links.evidence if e.compared]
    why = {reason.rule for reason in evidence.compared[0].reasons}
    assert why == {"same-model", "bears-later-date"}
    assert evidence.earliest == "2022-05-01"


def test_a_date_before_the_claims_time_leaves_all_its_days():
    assert bearings(linked(STAMPED, LATER)) == [("allows", "2022-08-01", "2022-08-31")]


def test_a_find_before_the_claims_time_excludes_it():
    found = "Un drone Vesper-4 a été retrouvé près de Varna le 2 juin 2022."
    links = linked(found, LATER)
    assert bearings(links) == [("excludes", None, None)]
    assert links.evidence[0].latest == "2022-06-02"


def test_an_end_told_by_what_began_that_day_is_an_end():
    claim = (
        "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie, mais l'a fait avant le début "
        "du blocus le 20 mai 2022."
    )
    assert bearings(linked(STAMPED, claim)) == [("allows", "2022-05-01", "2022-05-19")]


@pytest.mark.parametrize(
    "claim",
    [
        # another model
        "Le groupe Norvane a livré des drones Arvel-2 à la Bulgarie en mars 2022.",
        # another thing
        "Le groupe Norvane a livré des pompes à la Bulgarie en mars 2022.",
        # the same sort of thing, but nothing says that it is the same
        "Le groupe Norvane a livré des drones à la Bulgarie en mars 2022.",
        # planned, denied, refused
        "Le groupe Norvane va livrer des drones Vesper-4 à la Bulgarie en mars 2024.",
        "Le groupe Norvane a nié avoir livré des drones Vesper-4 à la Bulgarie en mars 2022.",
        "Le groupe Norvane a refusé de livrer des drones Vesper-4 à la Bulgarie en mars 2022.",
    ],
)
def test_nothing_stands_beside_a_claim_of_something_else_or_not_carried_out(claim):
    assert bearings(linked(STAMPED, claim)) == []


@pytest.mark.parametrize(
    ("claim", "until"),
    [
        (
            "Le groupe Norvane a cessé de livrer des drones Vesper-4 à la Bulgarie en mars 2022.",
            None,
        ),
        ("Le groupe Norvane a cessé de livrer des drones Vesper-4 en juillet 2022.", "2022-07-31"),
        ("Le groupe Norvane ne livre plus de drones Vesper-4 à la Bulgarie depuis 2021.", None),
    ],
)
def test_deliveries_that_ended_allow_only_what_was_there_by_then(claim, until):
    (one,) = bearings(linked(STAMPED, claim))
    assert one == (("allows", "2022-05-01", until) if until else ("excludes", None, None))


@pytest.mark.parametrize(
    "claim",
    [
        # turned down once, or yet to end, or no more than denied
        "Le groupe Norvane a refusé de livrer des drones Vesper-4 à la Bulgarie en mars 2022.",
        "Le groupe Norvane cessera de livrer des drones Vesper-4 à la Bulgarie en mars 2029.",
        "Le groupe Norvane n'a pas livré de drones Vesper-4 à la Bulgarie en mars 2022.",
        "Le groupe Norvane pourrait cesser de livrer des drones Vesper-4 en mars 2022.",
        "Le groupe Norvane n'a pas cessé de livrer des drones Vesper-4 en mars 2022.",
        "Le ministre nie que Norvane ait cessé de livrer des drones Vesper-4 en mars 2022.",
    ],
)
def test_deliveries_that_did_not_end_exclude_nothing(claim):
    assert bearings(linked(STAMPED, claim)) == []


def test_a_claim_without_a_day_is_told_apart():
    links = linked(STAMPED, "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie.")
    assert bearings(links) == [("says-nothing", None, None)]


def test_things_of_one_noun_are_one_kind_only_from_the_same_supplier():
    find = "Une pièce datée de mai 2022 a été trouvée dans un drone {} près de Varna."
    claim = "L'Iran a livré des drones à la Bulgarie en mars 2022."
    assert bearings(linked(find.format("iranien"), claim)) == [("excludes", None, None)]
    assert bearings(linked(find.format("turc"), claim)) == []


def test_what_its_source_denies_was_not_found():
    assert linked("L'armée nie que des débris aient été retrouvés à Varna.").evidence == ()
    denied = "L'armée a démenti qu'un drone Vesper-4 ait été retrouvé à Varna le 2 juin 2022."
    assert linked(denied, LATER).evidence == ()


def test_a_reprint_of_a_find_is_no_second_find():
    links = linked(STAMPED, STAMPED)
    assert [len(evidence.tellings) for evidence in links.evidence] == [2] * len(links.evidence)


def test_the_order_of_reports_changes_nothing():
    texts = (STAMPED, BEFORE, EARLIER, LATER)
    documents = [
        Document(id=t[:9] + str(n), file=f"{n}.txt", text=t, sha256="") for n, t in enumerate(texts)
    ]
    readings = {r.document: r for r in read_documents(documents)}
    one, other = link(documents, readings), link(documents[::-1], readings)
    assert (one.things, one.evidence) == (other.things, other.evidence)


def test_a_model_is_one_thing_however_it_is_spelt_and_wherever_it_is_named():
    links = linked(
        "Des missiles Orkane-5, fabriqués par Sarvel, ont été saisis à Varna.",
        "Le missile Orkane 5 vole à basse altitude.",
    )
    (thing,) = links.things
    assert (thing.type, thing.kind, thing.makers) == ("missile", "weapon", ("Sarvel",))
    assert {document for document, _ in thing.mentions} == {"d0", "d1"}


def test_words_of_a_find_are_those_of_its_report():
    links = linked(STAMPED, EARLIER)
    for evidence in links.evidence:
        for telling in evidence.tellings:
            assert telling.document == "d0"
            assert telling.statement in telling.statements
            for marking in telling.thing.markings:
                assert marking.span.of(STAMPED) == "portant la date de mai 2022"


# Any days

_DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2025, 12, 31))
TEXT = "drones Vesper-4 le jour dit"


def interval(first: date, length: int) -> tuple[str, str]:
    return first.isoformat(), (first + timedelta(days=length)).isoformat()


def held_against(
    earliest: str | None, latest: str | None, claimed: tuple[str, str]
) -> tuple[str, str | None, str | None]:
    whole = Span(0, len(TEXT))
    thing = ThingRead(
        span=whole, type="drone", kind="weapon", model=Role(span=whole, name="Vesper-4")
    )
    telling = EvidenceTelling(
        document="d",
        statement="s",
        statements=("s",),
        factuality=Factuality.CERTAIN,
        find=FindRead(thing=whole),
        thing=thing,
    )
    evidence = Evidence(
        id="e", item="drone", type="drone", earliest=earliest, latest=latest, tellings=(telling,)
    )
    time = TimeValue(span=Span(16, len(TEXT)), value="x", earliest=claimed[0], latest=claimed[1])
    transfer = Transfer(
        id="t",
        suppliers=(Party(key="described:x", name="Norvane"),),
        recipients=(),
        item="drones Vesper-4",
        phase="carried-out",
        tellings=(
            Telling(
                document="d",
                trigger=Span(0, 6),
                statement="s",
                statements=("s",),
                status="done",
                factuality=Factuality.CERTAIN,
                times=(time,),
            ),
        ),
    )
    document = Document(id="d", file="d.txt", text=TEXT, sha256="")
    statement = Statement(id="s", document="d", content=whole, sentence=whole)
    reading = Reading(document="d", version="", statements=(statement,))
    (one,) = Comparer(prepare([document], {"d": reading}), [transfer]).compare(evidence)
    return one.bearing, one.from_day, one.until_day


@given(_DAYS, st.integers(0, 400), _DAYS)
def test_a_date_on_a_thing_excludes_exactly_what_lies_wholly_before_it(first, length, marked):
    claimed = interval(first, length)
    bearing, start, end = held_against(marked.isoformat(), None, claimed)
    assert (bearing == "excludes") == (claimed[1] < marked.isoformat())
    if bearing == "allows":
        assert max(claimed[0], marked.isoformat()) == start
        assert end == claimed[1]


@given(_DAYS, st.integers(0, 400), _DAYS, st.integers(0, 400))
def test_the_days_left_lie_in_the_claim_and_in_what_the_find_bounds(first, length, marked, later):
    claimed, bounds = interval(first, length), interval(marked, later)
    bearing, start, end = held_against(*bounds, claimed)
    if bearing == "excludes":
        assert claimed[1] < bounds[0] or bounds[1] < claimed[0]
    else:
        assert claimed[0] <= start <= end <= claimed[1]
        assert bounds[0] <= start
        assert end <= bounds[1]


def test_a_marking_keeps_the_days_that_its_date_allows():
    (evidence,) = linked("Un obus daté de 2012 a été retrouvé à Varna.").evidence
    assert evidence.tellings[0].thing.markings == (
        Marking(
            kind="date",
            span=Span(8, 20),
            value="2012",
            earliest="2012-01-01",
            latest="2012-12-31",
        ),
    )


def test_an_end_may_be_told_by_an_event_of_its_own():
    claim = (
        "Le groupe Norvane a livré des drones Vesper-4 à la Bulgarie avant le début de l'invasion "
        "de la Tardovie le 20 mai 2022."
    )
    assert bearings(linked(STAMPED, claim)) == [("allows", "2022-05-01", "2022-05-19")]
