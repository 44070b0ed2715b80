"""Times in French: YAML cases, anchors, reasons."""

import datetime
import re
from functools import cache
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.extraction.times import Anchor, read_times, read_timexes
from recoupe.language import get_pack
from recoupe.model import Dating, Reason, Span, TimeValue

DAY = datetime.date(2022, 11, 9)


@cache
def anchor_of(day: datetime.date | None) -> Anchor:
    return Anchor(day, day.isoformat() if day else None, "metadata" if day else "")


def read(text: str, day: datetime.date | None = DAY, tense: Any = None) -> tuple[TimeValue, ...]:
    said = (lambda _: tense) if tense else None
    return read_times(text, Span(0, len(text)), get_pack("fr"), anchor_of(day), said)


@pytest.mark.cases("times")
def test_case_is_read_as_its_author_says(case: dict[str, Any]):
    text = case["text"]
    day = case.get("day", DAY)
    if isinstance(day, str):
        day = datetime.date.fromisoformat(day)
    found = read(text, day, case.get("tense"))
    assert {value.span.of(text): value.value for value in found} == case["times"]
    by_words = {value.span.of(text): value for value in found}
    for words in case.get("stated", ()):
        assert by_words[words].basis == "stated"
    for words, timex in case.get("timex", {}).items():
        assert by_words[words].timex == tuple(timex)


@pytest.mark.cases("times")
def test_every_value_is_edtf_and_holds_its_bounds(case: dict[str, Any]):
    for value in read(case["text"], case.get("day", DAY), case.get("tense")):
        if value.value is None:
            assert value.earliest is None
            assert value.latest is None
            continue
        parse_edtf(value.value)
        if value.earliest and value.latest:
            assert value.earliest <= value.latest


def test_offsets_are_those_of_the_document_not_of_the_sentence():
    text = "Rien ici. Il a parlé le 3 mai 2021."
    (found,) = read_times(text, Span(10, len(text)), get_pack("fr"), anchor_of(None))
    assert found.span.of(text) == "le 3 mai 2021"


def test_without_a_day_a_relative_time_says_why_it_stays_open():
    (found,) = read("Il a parlé vendredi.", None)
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert found.basis == "inferred"
    assert [reason.rule for reason in found.reasons] == ["no-anchor-day"]


def test_without_a_day_a_relative_time_has_the_earliest_day_that_the_text_allows():
    told = Reason(rule="after-date-in-text", words="2022-11-09", span=Span(0, 18))
    anchor = Anchor.of(Dating(doubts=(told,)))
    text = "Hier, rien. Il a plu vendredi. Il reviendra demain. Le mois dernier, il doutait."
    found = read_times(text, Span(0, len(text)), get_pack("fr"), anchor)
    assert [(v.value, v.earliest, v.latest) for v in found] == [
        (None, "2022-11-08", None),
        (None, "2022-11-04", None),
        (None, "2022-11-10", None),
        (None, "2022-10-01", None),
    ]
    assert all(value.reasons[-1] == told for value in found)


@given(st.integers(0, 3000), st.sampled_from(["hier", "vendredi", "en mai", "le mois dernier"]))
def test_no_later_day_of_writing_makes_a_past_time_earlier_than_its_bound(days: int, words: str):
    (bound,) = read(f"Il a plu {words}.", DAY)
    (later,) = read(f"Il a plu {words}.", DAY + datetime.timedelta(days))
    assert bound.earliest is not None
    assert later.earliest is not None
    assert bound.earliest <= later.earliest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("« Nous rouvrirons demain », a dit lundi le directeur.", "demain", "2022-11-08"),
        ("Lundi, la mairie a écrit : « Le pont a cédé hier. »", "hier", "2022-11-06"),
        ("« Nous rouvrirons vendredi », a-t-il dit le 1er novembre.", "vendredi", "2022-11-04"),
        # The report's own words, and days that are not those of the speech.
        ("Le directeur a dit lundi qu'il rouvrirait demain.", "demain", "2022-11-10"),
        ("« Nous rouvrirons demain », a dit le directeur.", "demain", "2022-11-10"),
        (
            "« Il rouvrira demain », a dit le maire, dont l'usine a brûlé lundi.",
            "demain",
            "2022-11-10",
        ),
        (
            "Le pont rouvrira « demain » dans un village où, le 10 juin 1944, on se battait.",
            "demain",
            "2022-11-10",
        ),
        ("« Le bac a coulé le 3 mai 2021 », a dit lundi le maire.", "le 3 mai 2021", "2021-05-03"),
    ],
)
def test_quoted_words_count_from_the_day_on_which_they_were_said(text: str, words: str, value: str):
    by_words = {one.span.of(text): one for one in read(text)}
    assert by_words[words].value == value
    told = "counted-from-day-of-speech" in [r.rule for r in by_words[words].reasons]
    assert told == (value in {"2022-11-08", "2022-11-06", "2022-11-04"})


def test_an_impossible_date_is_told_not_mended():
    (found,) = read("Le 31 février 2020, il pleuvait.")
    assert found.value is None
    assert [reason.rule for reason in found.reasons] == ["impossible-date"]


def test_an_inferred_day_names_the_anchor_it_was_counted_from():
    (found,) = read("Il a parlé hier.")
    assert ("counted-from-anchor", "2022-11-09") in [(r.rule, r.words) for r in found.reasons]


def test_a_weekday_that_disagrees_with_its_date_is_told():
    (found,) = read("Le lundi 12 mars 2024, le port a fermé.")
    assert found.value == "2024-03-12"
    assert "weekday-disagrees" in [reason.rule for reason in found.reasons]


def test_the_parse_outranks_plain_word_forms_in_telling_the_tense():
    (by_forms,) = read("Il a parlé vendredi.")
    (by_parse,) = read("Il a parlé vendredi.", tense="future")
    assert (by_forms.value, by_parse.value) == ("2022-11-04", "2022-11-11")


def test_a_day_set_in_an_earlier_sentence_anchors_the_next_day():
    text = "Le vote a eu lieu le 3 mai 2021. La presse est sortie. Le lendemain, il fuyait."
    start = text.index("Le lendemain")
    (found,) = read_times(text, Span(start, len(text)), get_pack("fr"), anchor_of(None))
    assert found.value == "2021-05-04"
    (reason,) = found.reasons
    assert reason.rule == "counted-from-earlier-time"
    assert reason.span is not None
    assert reason.span.of(text) == "le 3 mai 2021"


def test_what_has_happened_was_not_at_an_hour_of_a_day_to_come():
    text = "Le conseil se réunira vendredi. L'attaque a eu lieu vers 11 heures."
    start = text.index("L'attaque")
    within = Span(start, len(text))
    (found,) = read_times(text, within, get_pack("fr"), anchor_of(DAY), lambda _: "past")
    assert found.earliest == DAY.isoformat()


def test_timeml_leaves_prepositions_out_and_annotates_both_ends_of_a_range():
    text = "Fermé du 3 au 5 mai 2023, puis depuis août 2024."
    found = read_timexes(text, Span(0, len(text)), get_pack("fr"), anchor_of(DAY))
    assert [(span.of(text), kind, value) for span, kind, value in found] == [
        ("3", "DATE", "2023-05-03"),
        ("5 mai 2023", "DATE", "2023-05-05"),
        ("août 2024", "DATE", "2024-08"),
    ]


def test_an_anchor_known_to_the_month_only_anchors_nothing():
    anchor = Anchor.of(Dating(value="2022-11", basis="metadata"))
    assert anchor.day is None
    text = "Il a parlé hier."
    (found,) = read_times(text, Span(0, len(text)), get_pack("fr"), anchor)
    assert found.value is None


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)),
    st.sampled_from(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
)
def test_a_bare_weekday_in_the_past_is_within_the_last_week(day: datetime.date, name: str):
    (found,) = read(f"Il a parlé {name}.", day)
    assert found.value is not None
    told = datetime.date.fromisoformat(found.value)
    assert 0 <= (day - told).days < 7
    index = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].index(name)
    assert told.weekday() == index


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31)))
def test_a_date_in_figures_comes_back_as_written(day: datetime.date):
    (found,) = read(f"Le relevé du {day.day:02}/{day.month:02}/{day.year} est perdu.", None)
    assert (found.value, found.basis) == (day.isoformat(), "stated")


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(st.text(max_size=120), st.dates())
def test_any_text_reads_without_error_and_in_order(text: str, day: datetime.date):
    found = read(text, day)
    ends = [0, *(value.span.end for value in found)]
    assert all(value.span.start >= end for value, end in zip(found, ends, strict=False))


@settings(deadline=None)  # the machine's load is no defect of the reading
@given(
    st.lists(
        st.sampled_from(
            [
                "le",
                "du",
                "au",
                "3",
                "31",
                "12",
                "mai",
                "mars",
                "2022",
                "2023",
                "vendredi",
                "dernier",
                "hier",
                "soir",
                "de",
                "à",
                "et",
                "entre",
                "depuis",
                "jusqu'au",
                "il",
                "y",
                "a",
                "dans",
                "deux",
                "trois",
                "jours",
                "ans",
                "mois",
                "semaine",
                "h",
                "45",
                "début",
                "fin",
                "mi",
                "-",
                ",",
                ".",
                "/",
                "prochain",
                "cette",
                "nuit",
                "lundi",
                "0",
                "99",
                "février",
                "trimestre",
                "siècle",
                "XXe",
                "années",
                "90",
            ]
        ),
        max_size=14,
    )
)
def test_any_heap_of_words_of_time_reads_as_edtf_without_overlap(words: list[str]):
    text = " ".join(words)
    end = 0
    for value in read(text):
        assert value.span.start >= end
        end = value.span.end
        if value.value is not None:
            parse_edtf(value.value)


def test_what_holds_a_year_is_found_the_same_where_years_alone_are_looked_for():
    text = (
        "Lundi soir, le port a fermé. Il avait rouvert le 12 mars 2019, après trois semaines de "
        "travaux ; depuis l'hiver dernier, personne n'y accoste plus le dimanche. Du 3 mai au "
        "6 juin 2021, puis en juillet 2022, il a servi d'abri, et la grève durera deux jours."
    )
    year = re.compile(r"\d{4}")
    pack = get_pack("fr")
    stated = [one for one in pack.find_times(text) if year.search(text, one.start, one.end)]
    near = list(pack.find_times(text, year))
    assert len(stated) == 3
    assert [one for one in near if year.search(text, one.start, one.end)] == stated
    assert not any(text[one.start : one.end].startswith("Lundi") for one in near)
