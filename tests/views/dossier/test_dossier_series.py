"""Figures of one thing on the page, drawn on one scale."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from recoupe.model import (
    Case,
    Claim,
    ClaimRelation,
    Document,
    Links,
    Origin,
    Quantity,
    Reading,
    Reason,
    Span,
    Statement,
)
from recoupe.questions.counted import counted_thing
from recoupe.views.dossier import render
from recoupe.views.dossier.series import _Scale
from recoupe.views.labels import get_labels

TEXT = "La mairie compte 1 200 arbres abattus. Au moins 30 arbres restent, selon la Ligue <b>."
FIRST, SECOND = "La mairie compte 1 200 arbres abattus", "Au moins 30 arbres restent"


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def stated(words: str, figure: str, low: float, high: float | None) -> Statement:
    after = TEXT.index("arbres", at(figure).end)
    counted = Quantity(span=at(figure), low=low, high=high, of=Span(after, after + 6))
    place = at(words)
    return Statement(
        id=f"d:{place.start}", document="d", content=place, sentence=place, quantities=(counted,)
    )


@pytest.fixture
def case() -> Case:
    document = Document(id="d", file="a.txt", text=TEXT, sha256="0", publisher="Le Môle")
    said = (stated(FIRST, "1 200", 1200, 1200), stated(SECOND, "Au moins 30", 30, None))
    claims = tuple(
        Claim(
            id=f"c{n}", text=one.content.of(TEXT), statements=(one.id,), documents=("d",),
            origins=(Origin(id=f"o{n}", kind="outlet", name="Le Môle"),),
        )
        for n, one in enumerate(said)
    )  # fmt: skip
    reading = Reading(document="d", version="", body=(Span(0, len(TEXT)),), statements=said)
    return Case(documents=(document,), readings={"d": reading}, links=Links(claims=claims))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_figure_is_drawn_and_leads_to_its_words(case: Case, lang: str) -> None:
    tree = lxml_html.fromstring(render(case, lang))
    rows = tree.get_element_by_id("figures").xpath(".//tbody/tr")
    assert [row.xpath("./th")[0].text_content().strip() for row in rows] == [
        "1 200 arbres",
        "Au moins 30 arbres",
    ]
    for row in rows:
        (link,) = row.xpath("./th/a")
        assert tree.get_element_by_id(link.get("href")[1:]) is not None
        assert row.xpath(".//*[local-name()='svg']//*[local-name()='rect']")


def test_a_case_in_which_nothing_is_counted_twice_has_no_such_part(case: Case) -> None:
    links = case.links.model_copy(update={"claims": case.links.claims[:1]})
    reading = case.readings["d"]
    alone = reading.model_copy(update={"statements": reading.statements[:1]})
    page = render(case.model_copy(update={"links": links, "readings": {"d": alone}}))
    assert 'id="figures"' not in page


figures = st.floats(min_value=0, max_value=1e12, allow_nan=False)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(figures), draw(figures)))
    ends = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
    return Quantity(span=Span(0, 1), low=ends[0], high=ends[1])


@given(st.lists(quantities(), min_size=1, max_size=12))
def test_bars_and_ticks_stay_in_the_picture_and_keep_their_order(told: list[Quantity]) -> None:
    scale = _Scale(told)
    bars = [(q, bar) for q in told if (bar := scale.bar(q))]
    for quantity, bar in bars:
        assert -1 <= bar.x <= bar.x + bar.width <= 101
        assert (bar.open_left, bar.open_right) == (quantity.low is None, quantity.high is None)
    exact = sorted((q.low, bar.x) for q, bar in bars if q.low == q.high and q.low)
    assert [x for _, x in exact] == sorted(x for _, x in exact)
    ticks = scale.ticks(get_labels("fr"))
    assert len(ticks) <= 7
    assert all(0 <= tick.x <= 100 for tick in ticks)


def test_figures_far_apart_are_drawn_in_powers_of_ten() -> None:
    scale = _Scale([Quantity(span=Span(0, 1), low=n, high=n) for n in (3.0, 20_000.0)])
    assert [tick.words for tick in scale.ticks(get_labels("en"))] == [
        "10",
        "100",
        "1,000",
        "10,000",
    ]
    near = _Scale([Quantity(span=Span(0, 1), low=n, high=n) for n in (3.0, 10.0)])
    assert near.ticks(get_labels("en"))[0].words == "0"


@given(st.lists(quantities(), min_size=1, max_size=12))
def test_the_words_of_two_ticks_never_run_into_each_other(told: list[Quantity]) -> None:
    ticks = _Scale(told).ticks(get_labels("fr"))
    shown = [tick.reach for tick in ticks if tick.words]
    assert all(end < start for (_, end), (start, _) in pairwise(shown))
    # What is left out is words alone, and never those of the greatest value.
    assert not ticks or ticks[-1].words


def test_what_sets_two_figures_apart_is_told_beside_them(case: Case) -> None:
    reading = case.readings["d"]
    one, other = reading.statements
    counted = one.quantities[0].model_copy(update={"unit": "t"})
    weighed = one.model_copy(update={"quantities": (counted,)})
    read = {"d": reading.model_copy(update={"statements": (weighed, other)})}
    apart = case.model_copy(update={"readings": read})
    for shown, words in ((apart, "non comparable, autre unité 1"), (case, "compatible 1")):
        tree = lxml_html.fromstring(render(shown))
        told = tree.get_element_by_id("figures").xpath(".//tbody//td[last()]//summary")
        assert [one.text_content().strip() for one in told] == [words, words]


def test_figures_that_contradict_each_other_are_counted_in_the_overview(case: Case) -> None:
    first, second = case.links.claims
    reason = Reason(rule="other-figures", words="1 200 ≠ 30")
    against = ClaimRelation(claim=second.id, relation="refutes", reasons=(reason,))
    claims = (first.model_copy(update={"relations": (against,)}), second)
    opposed = case.model_copy(update={"links": case.links.model_copy(update={"claims": claims})})
    for shown, words in ((opposed, ["2 chiffres contredits"]), (case, [])):
        overview = lxml_html.fromstring(render(shown)).get_element_by_id("overview")
        links = overview.xpath("./p[@class='period']/a[@href='#figures']")
        assert [link.text_content().replace("\xa0", " ") for link in links] == words


def test_a_thing_is_named_with_its_accents() -> None:
    text = "Les Étoiles : douze étoiles."
    document = Document(id="d", file="a.txt", text=text, sha256="0")
    start = text.index("étoiles")
    counted = Quantity(span=Span(0, 3), low=12, high=12, of=Span(start, start + 7))
    found = counted_thing(counted, document)
    assert found is not None
    assert found[1] == "étoiles"
    capital = counted.model_copy(update={"of": Span(4, 11)})
    assert counted_thing(capital, document) == found


def test_a_figure_of_another_unit_is_told_and_not_drawn() -> None:
    plain = [Quantity(span=Span(0, 1), low=n, high=n) for n in (3.0, 4.0)]
    tonnes = Quantity(span=Span(0, 1), low=5.0, high=5.0, unit="t")
    assert _Scale([*plain, tonnes]).bar(tonnes) is None
