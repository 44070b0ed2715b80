"""What the French pipeline takes names for, where their words or their neighbours tell."""

import pytest
from spacy.tokens import Doc, Span

from recoupe.language import get_pack
from recoupe.language.packs.fr.names import settle_names
from recoupe.language.packs.fr.names.known import known


def doc_of(words: str, *names: tuple[int, int, str], pos: dict[int, str] | None = None) -> Doc:
    """Return words with names as a network might have seen them."""
    forms = words.split()
    tags = [(pos or {}).get(at, "X") for at in range(len(forms))]
    starts = [at == 0 for at in range(len(forms))]
    doc = Doc(get_pack("fr").pipeline().vocab, words=forms, pos=tags, sent_starts=starts)
    doc.ents = [Span(doc, start, end, label) for start, end, label in names]
    return doc


def settled(doc: Doc) -> list[tuple[str, str]]:
    """Return the names once settled, with their labels."""
    return [(name.text, name.label_) for name in settle_names(doc).ents]


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("hier le chalutier Morvenn a coulé", (3, 4, "PER"), ("Morvenn", "PROD")),
        ("la société Orbilac a nié", (2, 3, "PER"), ("Orbilac", "ORG")),
        ("la ville de Drasko a brûlé", (3, 4, "PER"), ("Drasko", "LOC")),
        ("au large de Drasko , rien", (3, 4, "PER"), ("Drasko", "LOC")),
        ("le typhon Irina approche", (2, 3, "PER"), ("Irina", "EVENT")),
        ("le ministre Orbilac a nié", (2, 3, "ORG"), ("Orbilac", "PER")),
        ("une filiale de Vasnor a fermé", (3, 4, "PER"), ("Vasnor", "ORG")),
    ],
)
def test_the_noun_before_a_name_says_what_it_names(
    words: str, name: tuple[int, int, str], expected: tuple[str, str]
) -> None:
    assert settled(doc_of(words, name)) == [expected]


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("hier Corvenne Airlines a nié", (1, 3, "PER"), ("Corvenne Airlines", "ORG")),
        ("hier Front Orvane a nié", (1, 3, "PER"), ("Front Orvane", "ORG")),
        ("hier Claire Orvane a nié", (1, 3, "ORG"), ("Claire Orvane", "PER")),
        ("un Varn MD-83 a disparu", (1, 3, "PER"), ("Varn MD-83", "PROD")),
        ("selon la VNDK le texte tombe", (2, 3, "LOC"), ("VNDK", "ORG")),
    ],
)
def test_the_words_of_a_name_say_what_it_names(
    words: str, name: tuple[int, int, str], expected: tuple[str, str]
) -> None:
    assert settled(doc_of(words, name)) == [expected]


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("hier Drasko via Orvane ensuite", (1, 4, "LOC"), [("Drasko", "LOC"), ("Orvane", "LOC")]),
        ("le ministère suspendra la licence", (1, 5, "PUBLIC"), []),
        ("il revient du Caire", (2, 4, "PER"), [("Caire", "LOC")]),
        ("hier de Gaulle a parlé", (1, 3, "PER"), [("de Gaulle", "PER")]),
        ("à destination de Milan", (3, 4, "ORG"), [("Milan", "LOC")]),
    ],
)
def test_a_name_holds_no_verb_and_no_word_that_leads_to_another(
    words: str, name: tuple[int, int, str], expected: list[tuple[str, str]]
) -> None:
    doc = doc_of(words, name, pos={2: "VERB"} if "suspendra" in words else None)
    if "suspendra" in words:
        doc[2].set_morph("VerbForm=Fin")
    assert settled(doc) == expected


def test_somebody_whom_the_network_passed_over_is_told_by_the_first_name() -> None:
    assert settled(doc_of("devant la presse Claire Vauquelin parle")) == [
        ("Claire Vauquelin", "PER")
    ]
    assert settled(doc_of("Claire Vauquelin parle")) == []
    glued = doc_of("venue à Lyon Claire Vauquelin parle", (2, 5, "PER"))
    assert settled(glued) == [("Lyon", "LOC"), ("Claire Vauquelin", "PER")]


def test_what_a_headline_is_about_is_no_name() -> None:
    about = doc_of("Batteries : rien ne presse", (0, 1, "LOC"), pos={0: "NOUN"})
    assert settled(about) == []
    called = doc_of("Orvane : rien ne presse", (0, 1, "LOC"), pos={0: "PROPN"})
    assert settled(called) == [("Orvane", "LOC")]


def test_names_that_any_paper_writes_are_known_whatever_the_network_took_them_for() -> None:
    doc = doc_of("hier Siemens a quitté Bucarest", (1, 2, "PER"), (4, 5, "PER"))
    assert settled(doc) == [("Siemens", "ORG"), ("Bucarest", "LOC")]


def test_known_names_are_added_where_the_network_saw_none() -> None:
    assert settled(doc_of("hier la CFDT a nié")) == [("CFDT", "ORG")]


def test_a_known_name_within_a_longer_one_changes_nothing() -> None:
    assert settled(doc_of("hier Renault Lambrec a nié", (1, 3, "PER"))) == [
        ("Renault Lambrec", "PER")
    ]


def test_a_person_behind_a_title_keeps_the_name_of_a_town() -> None:
    assert settled(doc_of("hier Mme Lisbonne a nié", (2, 3, "PER"))) == [("Lisbonne", "PER")]


def test_papers_differ_on_the_capitals_of_known_names() -> None:
    assert settled(doc_of("hier Tiktok et l' Unesco ont nié")) == [
        ("Tiktok", "ORG"),
        ("Unesco", "ORG"),
    ]


def test_a_body_is_named_from_its_noun_on() -> None:
    doc = doc_of("le parquet de Drasko a nié", (3, 4, "LOC"))
    assert settled(doc) == [("parquet de Drasko", "PUBLIC")]


def test_two_halves_of_a_body_are_joined() -> None:
    doc = doc_of("hier Tribunal judiciaire de Drasko", (1, 3, "PUBLIC"), (4, 5, "LOC"))
    assert settled(doc) == [("Tribunal judiciaire de Drasko", "PUBLIC")]


def test_numbers_end_the_names_of_ships_and_models() -> None:
    doc = doc_of("le cargo Morvenn II et un Varnex A330neo", (2, 3, "PROD"), (6, 7, "ORG"))
    assert settled(doc) == [("Morvenn II", "PROD"), ("Varnex A330neo", "PROD")]


def test_what_counts_things_ends_no_name() -> None:
    doc = doc_of("hier Varnex 12 avions", (1, 2, "PROD"), pos={3: "NOUN"})
    assert settled(doc) == [("Varnex", "PROD")]


def test_a_first_name_begins_the_name_behind_it() -> None:
    assert settled(doc_of("hier Mireille Orvane a nié", (2, 3, "PER"))) == [
        ("Mireille Orvane", "PER")
    ]


def test_no_person_of_the_lists_of_names_is_a_known_place() -> None:
    given = known().first_names
    doc = doc_of("hier Florence a nié", (1, 2, "PER"))
    assert "Florence" in given
    assert settled(doc) == [("Florence", "PER")]
