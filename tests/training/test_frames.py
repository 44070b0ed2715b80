"""What the names are trained on, where the tools of training are installed."""

import random
from collections import Counter

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


def test_every_slot_of_every_story_can_be_filled(filler):
    for kind in names.stories().values():
        for story in kind:
            for text, found in filler.story(story):
                assert not set("{}[]|") & set(text), text
                assert all(text[start:end].strip() for start, end, _ in found)


def test_the_surname_that_comes_back_is_that_of_the_person_named_in_full(filler):
    for _ in range(40):
        (first, _), (second, names_there) = filler.story(["{per:a} a vu {per:b}.", "{last:a} nie."])
        start, end, label = names_there[0]
        assert label == "PER"
        assert second[start:end].lower() in first.split(" a vu ")[0].lower()


def test_a_firm_with_a_key_keeps_its_name_through_a_story_and_changes_with_the_story(filler):
    stories = [filler.story(["{firm:f} dément.", "{firm:f} licencie."]) for _ in range(20)]
    told = [[text.rsplit(" ", 1)[0] for text, _ in story] for story in stories]
    assert all(first == second for first, second in told)
    assert len({first for first, _ in told}) > 5


def test_persons_then_places_are_most_frequent_in_the_stories(filler):
    told = Counter(
        label
        for kind in names.stories().values()
        for story in kind
        for _ in range(5)
        for _, found in filler.story(story)
        for _, _, label in found
    )
    assert told["PER"] > told["LOC"] > told["PUBLIC"]
    assert set(told) == {"PER", "ORG", "PUBLIC", "LOC", "PROD", "EVENT"}


def test_de_is_elided_before_a_name_that_begins_with_a_vowel(filler):
    filled = [filler.fill("Le maire de {city} et {per}.")[0] for _ in range(80)]
    assert not [text for text in filled if text.startswith(("Le maire de A", "Le maire de É"))]
    assert any(text.startswith("Le maire d'") for text in filled)


def test_words_like_a_list_are_not_in_it():
    listed = ["Morel", "Moreau", "Marchand", "Mercier", "Martel", "Corbier", "Cormier", "Marceau"]
    like, chance = invented.Likeness(listed), random.Random(1)
    made = [like.word(chance) for _ in range(50)]
    assert not set(made) & set(listed)
    assert len(set(made)) > 5


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
