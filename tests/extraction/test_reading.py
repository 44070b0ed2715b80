"""Reading whole reports: what every reading must keep to."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.extraction import read_documents, release, version
from recoupe.language import get_pack
from recoupe.model import Document, Factuality, Reading

WIRE = """Fuite d'ammoniac à Ostende

OSTENDE, 12 mars 2024 (ALP) - Une fuite d'ammoniac a blessé huit ouvriers mardi, a dit le parquet.

« La cuve avait été contrôlée en janvier », a déclaré Joost Verlinden, directeur de l'usine.

« Nous n'avons rien caché », a-t-il ajouté.

Selon le syndicat, la vanne aurait cédé. L'exploitant nie avoir reçu la moindre alerte.

Source : Agence Littorale
"""


def document(text: str, **fields: str) -> Document:
    return Document(id="d1", file="a.txt", text=text, sha256="", **fields)


def read(text: str, **fields: str) -> Reading:
    (reading,) = read_documents([document(text, **fields)])
    return reading


def spans(reading: Reading):
    for s in reading.statements:
        yield from (s.content, s.sentence)
        yield from (x.span for x in s.sources if x.span)
        yield from (t.span for t in s.times)
        yield from (q.span for q in s.quantities)
        yield from (q.of for q in s.quantities if q.of)
        yield from (r.span for r in s.factuality_reasons if r.span)
        if s.cue:
            yield s.cue
        if s.basis:
            yield s.basis.span
    yield from reading.body
    yield from (m.span for m in reading.mentions)
    yield from (c.span for c in reading.citations)


def test_every_span_lies_in_the_text_and_is_not_empty():
    reading = read(WIRE)
    found = list(spans(reading))
    assert found
    for span in found:
        assert 0 <= span.start < span.end <= len(WIRE)


@pytest.mark.parametrize("gap", [" ", " " * 4_000, "\t" * 4_000])
def test_a_long_run_of_blanks_parts_words_as_one_blank_does(gap: str):
    text = (
        f"« Le pont fermera mardi »,{gap}a déclaré Ana Rey, la maire de Lyon.{gap}"
        f"Selon le quotidien La Voie,{gap}le maire de{gap}Marseille est de son avis."
    )
    reading = read(text)
    sources = [source.name for s in reading.statements for source in s.sources]
    assert {"Ana Rey", "La Voie"} <= set(sources)
    assert [c.name for c in reading.citations] == ["Voie"]
    assert [p.span.of(text) for p in reading.places.mentions] == ["Lyon", "Marseille"]


def test_nothing_is_quoted_behind_a_stop_however_many_blanks_stand_before_it():
    text = f"« Le pont fermera mardi »{' ' * 4_000}. Selon Ana Rey, la maire part."
    (quoted,) = [s for s in read(text).statements if "pont" in s.content.of(text)]
    assert not any(source.name == "Ana Rey" for source in quoted.sources)


def test_reasons_quote_the_words_they_point_at():
    for statement in read(WIRE).statements:
        for reason in statement.factuality_reasons:
            if reason.span is not None and " " not in reason.words:
                assert reason.span.of(WIRE) == reason.words


def test_the_speaker_goes_on_and_the_denial_is_a_denial():
    by_content = {s.content.of(WIRE): s for s in read(WIRE).statements}
    again = by_content["Nous n'avons rien caché"]
    assert again.sources[0].name == "Joost Verlinden"
    hearsay = by_content["la vanne aurait cédé"]
    assert hearsay.factuality == Factuality.POSSIBLE
    denied = by_content["avoir reçu la moindre alerte"]
    assert denied.denies
    assert denied.factuality == Factuality.CERTAIN_NOT


def test_what_another_denies_stays_done_for_whoever_said_it():
    text = "Le syndicat affirme que l'usine a livré trois turbines à Homs. L'exploitant dément."
    told = {s.sources[0].name: (s.factuality, [e.status for e in s.events])
            for s in read(text).statements}  # fmt: skip
    assert told == {
        "Le syndicat": (Factuality.CERTAIN, ["done"]),
        "L'exploitant": (Factuality.CERTAIN_NOT, ["denied"]),
    }


def test_the_credit_is_cited_and_not_read_as_a_statement():
    reading = read(WIRE)
    assert "Agence Littorale" in {c.name for c in reading.citations}
    assert not any("Source" in s.content.of(WIRE) for s in reading.statements)


def test_ids_of_statements_are_unique_and_tell_their_place():
    statements = read(WIRE).statements
    assert len({s.id for s in statements}) == len(statements)
    assert all(s.id.startswith(f"d1:{s.content.start}-{s.content.end}") for s in statements)


def test_reading_is_a_function_of_the_document_whatever_is_read_beside_it():
    alone = read(WIRE)
    other = document("Le maire a démissionné hier. « Je pars », a-t-il dit.").model_copy(
        update={"id": "d2"}
    )
    together = list(read_documents([other, document(WIRE), other]))
    assert together[1] == alone
    assert together[0] == together[2]


def test_texts_without_a_sentence_are_read_as_nothing():
    for text in ("", "\n\n", "Accueil\nMenu", "©", "« »", "....", "\u00a0\u202f"):
        assert read(text).statements == ()


def test_the_version_names_the_language_and_is_stable():
    assert "fr-" in version("fr")
    assert version("fr") == version("fr")


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a déclaré il",
        "Le maire a demandé si",
        "Le maire s'abstient de tout",
        "Le ministre a refusé toute",
        "Le maire dit qu'il",
        "Le préfet ne",
    ],
)
def test_a_sentence_that_breaks_off_is_read_without_error(text):
    assert read(text).statements is not None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["Le maire", "a déclaré", "que", "«", "»", "la vanne", "fuit", "selon", ",", ".", ":",
             "nie", "avoir", "menti", "\n", "“", '"', "l’", "d'", "Ana Ruiz", "12 mars 2024", "qui",
             "400", "il", "-t-il", "ajouté", "(", ")", "?", "\u00a0", "20 %", "…", "aurait", "pas"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_words_are_read_without_error_and_with_spans_inside(words):
    text = " ".join(words)
    for span in spans(read(text)):
        assert 0 <= span.start < span.end <= len(text)


def test_who_denies_a_denial_denies_nothing():
    statements = read(
        "Le groupe n'exclut pas de fermer l'usine. Il nie avoir trié les lots."
    ).statements
    assert [s.denies for s in statements] == [False, True]


def test_a_sentence_that_hands_on_what_another_says_is_no_statement_of_the_reports_own():
    statements = read(
        "Un élu, interrogé mardi, a déclaré que Namur accuse le groupe d'avoir menti."
    ).statements
    assert [[source.name for source in s.sources] for s in statements] == [["Namur", "Un élu"]]


def test_events_told_in_passing_are_kept_but_not_what_a_source_knows_of():
    told = "Le groupe, qui a livré des radars à Oman, affirme que le site est vide."
    assert "qui a livré des radars à Oman" in {s.content.of(told) for s in read(told).statements}
    known = "Le site est vide, selon des élus informés de la livraison des radars à Oman."
    assert {s.content.of(known) for s in read(known).statements} == {"Le site est vide"}


def test_what_is_released_is_loaded_anew_and_reads_the_same():
    before, pipeline = read(WIRE), get_pack("fr").pipeline()
    release()
    assert read(WIRE) == before
    assert get_pack("fr").pipeline() is not pipeline
