"""Figures in French: YAML cases, reasons, what is counted."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.extraction.quantities import read_quantities
from recoupe.extraction.times import Anchor, read_times
from recoupe.language import get_pack
from recoupe.model import Quantity, Span

DAY = datetime.date(2022, 11, 9)


def read(text: str) -> tuple[Quantity, ...]:
    pack, within = get_pack("fr"), Span(0, len(text))
    times = read_times(text, within, pack, Anchor(DAY, "2022-11-09", "metadata"))
    return read_quantities(text, within, pack, taken=[time.span for time in times])


@pytest.mark.cases("quantities")
def test_case_is_read_as_its_author_says(case: dict[str, Any]):
    text = case["text"]
    found = read(text)
    assert [[one.span.of(text), one.low, one.high, one.unit, one.approximate] for one in found] == [
        expected[:5] for expected in case["quantities"]
    ]
    for one, expected in zip(found, case["quantities"], strict=True):
        if len(expected) > 5:
            counted = one.of.of(text).split()[0] if one.of else None
            assert counted == expected[5]


def test_offsets_are_those_of_the_document_not_of_the_sentence():
    text = "Rien ici. Plus de 400 pompes manquent."
    (found,) = read_quantities(text, Span(10, len(text)), get_pack("fr"))
    assert found.span.of(text) == "Plus de 400"
    assert found.of is not None
    assert found.of.of(text) == "pompes"


def test_a_dollar_without_a_country_is_said_to_be_assumed():
    (plain,) = read("L'aide vaut 275 millions de dollars.")
    (named,) = read("L'aide vaut 275 millions de dollars américains.")
    assert plain.unit == named.unit == "USD"
    assert "currency-assumed" in [reason.rule for reason in plain.reasons]
    assert "currency-assumed" not in [reason.rule for reason in named.reasons]


def test_a_bound_gives_the_words_it_rests_on():
    (found,) = read("Plus de 400 drones ont été livrés.")
    assert [(reason.rule, reason.words) for reason in found.reasons] == [
        ("bounded-below", "Plus de")
    ]


@pytest.mark.parametrize(
    ("text", "rule", "low"),
    [
        ("La firme réclame 1000000000000000000000000000000 euros.", "figure-beyond-bounds", None),
        ("Le régiment a perdu -5 hommes.", "negative-count", None),
        ("Le maire dit que 250 % des habitants sont venus.", "more-than-all", 250),
    ],
)
def test_a_figure_that_cannot_be_is_kept_as_text_and_told(text: str, rule: str, low: float | None):
    (one,) = read(text)
    assert one.low == low
    assert rule in {reason.rule for reason in one.reasons}


def test_figures_inside_a_taken_span_are_left_out():
    text = "La Vague 3 compte 40 navires."
    name = Span(text.index("Vague"), text.index(" compte"))
    found = read_quantities(text, Span(0, len(text)), get_pack("fr"), taken=[name])
    assert [one.span.of(text) for one in found] == ["40"]


def test_what_the_parse_finds_outranks_the_words_after_the_figure():
    text = "Sur les pompes, 40 sont en panne."
    pumps = Span(text.index("pompes"), text.index(","))
    (found,) = read_quantities(text, Span(0, len(text)), get_pack("fr"), counted=lambda _: pumps)
    assert found.of == pumps


@pytest.mark.parametrize(
    ("text", "parsed", "counted"),
    [
        ("Ils ont testé 40 volontaires en juillet.", "volontaires en juillet", "volontaires"),
        ("Il reste 40 pompes qu'elle avait vendues.", "pompes qu'elle", "pompes"),
        (
            "Il a 40 drones d'attaque pour la mer.",
            "drones d'attaque pour la mer",
            "drones d'attaque",
        ),
        ("Il en restait 40 à son départ.", "départ", None),
        ("Elle l'a dit 40 fois.", "fois", None),
    ],
)
def test_what_is_counted_ends_before_what_leads_elsewhere(
    text: str, parsed: str, counted: str | None
):
    start = text.index(parsed)
    span = Span(start, start + len(parsed))
    (found,) = read_quantities(text, Span(0, len(text)), get_pack("fr"), counted=lambda _: span)
    assert (found.of.of(text) if found.of else None) == counted


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_grouped_in_any_french_way_is_the_same_number(number: int):
    grouped = f"{number:,}"
    for separator in (" ", "\u00a0", "\u202f", "."):
        text = f"On a compté {grouped.replace(',', separator)} moutons."
        (found,) = read(text)
        assert found.low == found.high == number


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(st.text(max_size=120))
def test_any_text_reads_without_error_in_order_and_without_overlap(text: str):
    end = 0
    for one in read_quantities(text, Span(0, len(text)), get_pack("fr")):
        assert one.span.start >= end
        end = one.span.end
        # A figure larger than any count keeps its words and says why it has no bounds.
        beyond = [reason.rule for reason in one.reasons] == ["figure-beyond-bounds"]
        assert beyond or one.low is not None or one.high is not None
