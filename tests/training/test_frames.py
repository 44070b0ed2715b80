"""What the names are trained on, where the tools of training are installed."""

import random

import pytest

names = pytest.importorskip("training.fr.names", reason="needs the extra 'training'")
invented = pytest.importorskip("training.fr.invented", reason="needs the extra 'training'")


@pytest.fixture(scope="module")
def filler():
    return names.Names(random.Random(5))


def test_every_slot_of_every_frame_can_be_filled(filler):
    for frame in names.frames():
        text, _ = filler.fill(frame)
        assert not set("{}[]|") & set(text), text


def test_spans_of_names_are_in_order_and_tight(filler):
    for frame in names.frames():
        text, found = filler.fill(frame)
        place = 0
        for start, end, label in found:
            assert place <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert label in {"PER", "ORG", "PUBLIC", "LOC", "PROD", "EVENT"}
            place = end


def test_a_name_in_brackets_takes_the_slots_within():
    within, behind = (10, 14, "LOC"), (26, 32, "LOC")
    text, found = names._unbracketed("Le [Sénat turc|PUBLIC] et Ankara", [within, behind])
    assert text == "Le Sénat turc et Ankara"
    assert [(text[a:b], label) for a, b, label in found] == [
        ("Sénat turc", "PUBLIC"),
        ("Ankara", "LOC"),
    ]


def test_articles_contract_with_the_preposition(filler):
    filled = [filler.fill("Il parle de {the_country} à {the_country}.")[0] for _ in range(60)]
    assert not [text for text in filled if " de le " in text or " à les " in text]
    assert any(" du " in text for text in filled)


def test_invented_surnames_have_two_parts_or_a_particle():
    chance = random.Random(3)
    made = [invented.surname(chance, "Morel") for _ in range(80)]
    assert all("Morel" in name and (" " in name or "-" in name) for name in made)
    assert len(set(made)) > 40


@pytest.mark.parametrize("kind", ["firm", "ship", "place", "ware", "group", "citizens", "paper"])
def test_invented_names_begin_with_a_capital_and_seldom_repeat(kind):
    chance = random.Random(4)
    made = [getattr(invented, kind)(chance) for _ in range(200)]
    assert all(name[0].isupper() and name == name.strip() for name in made)
    assert len(set(made)) > 100
