"""Quoted clauses that nobody signs: whose they are, and which belong to nobody."""

import pytest

from recoupe.extraction.attribution import find_attributions
from recoupe.extraction.parsed import sentences_of
from recoupe.extraction.quotations import find_quotations
from recoupe.language import get_pack
from recoupe.model import Span


def told(text: str) -> list[tuple[str, str | None]]:
    """Return what is attributed, with the words that name the source."""
    pack = get_pack("fr")
    sentences, paragraphs, start = [], [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        sentences.extend(sentences_of(pack.pipeline()(paragraph), start, number))
        paragraphs.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    quotations = find_quotations(text, paragraphs)
    return [
        (a.content.of(text), a.source.span.of(text) if a.source else None)
        for a in find_attributions(text, sentences, quotations, pack)
    ]


FIRST = "« Le quai s'enfonce », dit le gérant Paul Vey. "


def test_a_quoted_clause_goes_on_with_the_speaker_of_the_sentence_before():
    found = told(FIRST + "Résultat, « on ferme tout à midi », et les clients partent.")
    assert ("on ferme tout à midi", "le gérant Paul Vey") in found


def test_a_quoted_clause_goes_on_with_the_speaker_of_its_own_sentence():
    text = (
        "« Le quai s'enfonce », dit Paul Vey, pour qui c'est clair car « la mer monte trop vite »."
    )
    assert any("la mer monte trop vite" in content for content, _ in told(text))


@pytest.mark.parametrize(
    "second",
    [
        "Le film « La mer monte » sort demain.",
        "Résultat, « tout ferme », et les clients partent.",
        "Le quai, « qui date de 1930 selon les plans », sera refait.",
    ],
)
def test_titles_fragments_and_relative_clauses_are_not_taken_for_more_of_what_was_said(second):
    contents = [content for content, source in told(FIRST + second) if source]
    assert not any(
        "La mer monte" in c or "tout ferme" in c or "qui date" in c for c in contents[1:]
    )


def test_another_paragraph_does_not_go_on_with_what_was_said():
    found = told(FIRST + "\n\nRésultat, « on ferme tout à midi », et les clients partent.")
    assert not any("ferme tout" in content for content, source in found if source)


def test_a_quoted_clause_without_anybody_quoted_before_it_stays_unsigned():
    assert (
        told("La rue est vide. Résultat, « on ferme tout à midi », et les clients partent.") == []
    )
