"""How names get into the gazetteer: French spellings of Cyrillic names, lines of a city, shapes."""

import struct
from pathlib import Path

import pytest

cyrillic = pytest.importorskip("gazetteer.cyrillic", reason="run from the root")
lines = pytest.importorskip("gazetteer.lines")
shapes = pytest.importorskip("gazetteer.shapes")
City = pytest.importorskip("gazetteer.sources").City


def city(name: str, *names: str, country: str = "UA", population: int = 50_000):
    return City(1, name, names, 48.0, 37.0, country, "05", population)


@pytest.mark.parametrize(
    ("name", "country", "french"),
    [
        ("Маріуполь", "UA", "Marioupol"),
        ("Черкаси", "UA", "Tcherkassy"),
        ("Харків", "UA", "Kharkiv"),
        ("Миколаїв", "UA", "Mykolaïv"),
        ("Махачкала", "RU", "Makhatchkala"),
        ("Челябинск", "RU", "Tcheliabinsk"),
        ("Грозный", "RU", "Grozny"),
        ("Воронеж", "RU", "Voronej"),
        ("Энгельс", "RU", "Enguels"),
        ("Ростов-на-Дону", "RU", "Rostov-Na-Donou"),
        ("Щёлково", "RU", "Chtchiolkovo"),
    ],
)
def test_cyrillic_names_are_spelt_as_french_newspapers_do(name: str, country: str, french: str):
    assert cyrillic.is_cyrillic(name)
    assert cyrillic.french(name, country) == french


def test_other_scripts_are_not_taken_for_cyrillic():
    assert not cyrillic.is_cyrillic("Kyiv")
    assert not cyrillic.is_cyrillic("Київ город X")
    assert not cyrillic.is_cyrillic("")


def test_a_city_is_shown_by_the_first_french_name_of_the_table():
    found = list(lines.of_city(city("Cairo", "Kairo"), True, ["Le Caire"], False, False))
    assert {line.place.name for line in found} == {"Le Caire"}
    assert {line.place.kind for line in found} == {"capital"}
    assert {(line.key, line.form) for line in found} >= {
        ("le caire", "E"),
        ("cairo", "N"),
        ("kairo", "A"),
    }


def test_a_spelling_by_rule_that_geonames_has_too_is_shown():
    found = list(lines.of_city(city("Bakhmut", "Бахмут", "Bakhmout"), False, [], True, True))
    assert found[0].place.name == "Bakhmout"
    assert ("bakhmout", "N") in {(line.key, line.form) for line in found}


def test_names_in_other_letters_and_codes_are_left_out():
    names = ("Čerkasy", "CKC", "che er ka xi", "Tcherkassy", "Чаркасы")
    found = list(lines.of_city(city("Cherkasy", *names), False, [], False, False))
    assert {line.key for line in found} == {"cherkasy", "tcherkassy"}


def test_small_places_have_their_own_name_alone():
    found = list(lines.of_city(city("Oril", "Orel", population=1_500), False, [], False, False))
    assert [line.key for line in found] == ["oril"]


def test_rows_and_points_of_a_shapefile_are_read(tmp_path: Path):
    fields = b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + bytes([6]) + bytes(15)
    head = struct.pack("<B3BIHH20x", 3, 1, 1, 1, 2, 32 + 32 + 1, 7)
    (tmp_path / "a.dbf").write_bytes(head + fields + b"\x0d" + b" Alpes " + b" Jura  ")
    assert [row["name"] for row in shapes.rows(tmp_path / "a.dbf")] == ["Alpes", "Jura"]
    line = struct.pack("<i4dii", 3, 0, 0, 0, 0, 1, 2) + struct.pack("<i4d", 0, 1.0, 2.0, 3.0, 4.0)
    record = struct.pack(">ii", 1, len(line) // 2) + line
    (tmp_path / "a.shp").write_bytes(bytes(100) + record)
    assert list(shapes.points(tmp_path / "a.shp")) == [[(1.0, 2.0), (3.0, 4.0)]]
