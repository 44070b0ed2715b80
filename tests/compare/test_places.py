"""The gazetteer: what it finds, how fast, and distance and bearing on the globe."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.compare.places import (
    Gazetteer,
    Place,
    bearing,
    destination,
    key_of,
    kilometres,
    open_gazetteer,
    turn,
)
from recoupe.compare.places.gazetteer import SOUND, sound_of, write
from recoupe.errors import DataError
from recoupe.language.gazetteers import gazetteer_path

PARIS, MOSCOW = (48.8566, 2.3522), (55.7558, 37.6173)
LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-179, 179)


@pytest.fixture(scope="module")
def french() -> Gazetteer:
    return open_gazetteer(gazetteer_path("fr"))


def place(name: str, latitude: float = 0.0, kind: str = "city") -> Place:
    return Place(f"test:{name}{latitude}", name, kind, latitude, 0.0, "FR", "", 10, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Le Caire", "EG"), ("Tachkent", "UZ"), ("Makhatchkala", "RU"), ("Téhéran", "IR"),
        ("Pékin", "CN"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Marioupol", "UA"), ("Alep", "SY"),
        ("Londres", "GB"), ("Tcherkassy", "UA"), ("Bakhmout", "UA"), ("Lattaquié", "SY"),
        ("Tombouctou", "ML"), ("Anvers", "BE"), ("Édimbourg", "GB"), ("Aix-la-Chapelle", "DE"),
        ("Djouba", "SS"), ("Vovtchansk", "UA"), ("Sao Paulo", "BR"), ("St-Denis", "FR"),
    ],
)  # fmt: skip
def test_french_names_of_cities_are_known(french: Gazetteer, name: str, country: str):
    assert country in {hit.place.country for hit in french.find(name)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("mer Noire", "sea"), ("détroit d’Ormuz", "sea"), ("Dniepr", "river"), ("Donbass", "area"),
        ("Tatarstan", "region"), ("Isère", "district"), ("Géorgie", "country"), ("RDC", "country"),
        ("Birmanie", "country"), ("Mehrabad", "airport"), ("lac Tchad", "lake"),
        ("Émirats", "country"), ("bande de Gaza", "area"), ("Moscou", "capital"),
    ],
)  # fmt: skip
def test_other_kinds_of_place_are_known(french: Gazetteer, name: str, kind: str):
    assert kind in {hit.place.kind for hit in french.find(name)}


def test_all_states_of_the_lexicon_have_their_country_and_capital(french: Gazetteer):
    from recoupe.language import get_pack

    for code, state in get_pack("fr").words("states")["states"].items():
        countries = {
            h.place.country for h in french.find(state["name"]) if h.place.kind == "country"
        }
        assert code in countries, state["name"]
        if "capital" in state and code not in {"PS", "NL"}:
            towns = {(h.place.country, h.place.kind) for h in french.find(state["capital"])}
            assert (code, "capital") in towns or (code, "city") in towns, state["capital"]


def test_borders_are_found_from_either_side(french: Gazetteer):
    one, other = french.border("TR", "SY"), french.border("SY", "TR")
    assert one is not None
    assert one == other
    assert 36 < one.place.latitude < 38
    assert french.border("FR", "JP") is None


def test_a_transcription_that_is_not_listed_is_found_by_its_sound(french: Gazetteer):
    (hit,) = french.find("Cheremetievo")
    assert hit.form == "S"
    assert hit.place.country == "RU"


def test_an_unknown_name_and_an_empty_one_find_nothing(french: Gazetteer):
    assert french.find("Vrobetchnia") == ()
    assert french.find("  -- ") == ()


@pytest.mark.slow
def test_the_gazetteer_takes_little_memory():
    code = (
        "import resource, sys\n"
        "from recoupe.compare.places import open_gazetteer\n"
        "from recoupe.language.gazetteers import gazetteer_path\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "g = open_gazetteer(gazetteer_path('fr'))\n"
        "for name in ['Moscou', 'Vienne', 'Tripoli'] * 100: g.find(name)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(out.stdout) < 40_000  # kilobytes


def test_a_written_gazetteer_reads_back_even_when_a_name_spans_blocks(tmp_path: Path):
    many = [place("Villeneuve", n / 100) for n in range(2000)]
    others = [place("Aubigny"), place("Zurzach")]
    lines = sorted((key_of(p.name), "N", p) for p in (*many, *others))
    write(tmp_path / "g.bin", lines)
    found = Gazetteer(tmp_path / "g.bin")
    assert {hit.place for hit in found.find("villeneuve")} == set(many)
    assert len(found.find("villeneuve")) == len(many)
    assert [hit.place.name for hit in found.find("Zurzach")] == ["Zurzach"]
    assert [hit.place.name for hit in found.find("AUBIGNY")] == ["Aubigny"]
    assert found.names == 2002


def test_names_are_found_by_sound_only_when_they_are_not_found_as_written(tmp_path: Path):
    town = place("Tchouhouïv")
    lines = sorted([(key_of(town.name), "N", town), (SOUND + sound_of("Chuhuiv"), "S", town)])
    write(tmp_path / "g.bin", lines)
    found = Gazetteer(tmp_path / "g.bin")
    assert [hit.form for hit in found.find("Tchouhouïv")] == ["N"]
    assert [hit.form for hit in found.find("Chuhuyiv")] == ["S"]


def test_lines_out_of_order_are_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="bad line"):
        write(tmp_path / "g.bin", [("b", "N", place("b")), ("a", "N", place("a"))])


def test_a_missing_or_foreign_file_is_told(tmp_path: Path):
    with pytest.raises(DataError, match="no gazetteer at"):
        Gazetteer(tmp_path / "none.bin")
    (tmp_path / "other.bin").write_bytes(b"something else")
    with pytest.raises(DataError, match="is no gazetteer"):
        Gazetteer(tmp_path / "other.bin")


def test_distance_and_bearing_are_those_of_the_map():
    assert kilometres(PARIS, MOSCOW) == pytest.approx(2486, abs=5)
    assert bearing(PARIS, MOSCOW) == pytest.approx(58, abs=1)
    assert bearing((0.0, 0.0), (10.0, 0.0)) == 0
    assert bearing((0.0, 0.0), (0.0, -10.0)) == 270


def test_a_turn_is_the_shorter_way_round():
    assert turn(350, 10) == 20
    assert turn(10, 350) == 20
    assert turn(0, 180) == 180


@given(LATITUDES, LONGITUDES, st.floats(1, 5000), st.floats(0, 359.9))
def test_a_destination_lies_at_its_distance_and_bearing(
    latitude: float, longitude: float, distance: float, heading: float
):
    there = destination((latitude, longitude), distance, heading)
    assert kilometres((latitude, longitude), there) == pytest.approx(distance, rel=1e-6)
    assert turn(bearing((latitude, longitude), there), heading) < 0.01


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float):
    assert kilometres((a, b), (c, d)) == pytest.approx(kilometres((c, d), (a, b)))
