"""The French pipeline as it ships."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import DataError
from recoupe.language import get_pack
from recoupe.language.packs.fr.model import load
from recoupe.language.packs.fr.pack import SCHEMAS


@pytest.fixture(scope="module")
def nlp():
    return get_pack("fr").pipeline()


def test_the_pipeline_is_read_once(nlp):
    assert get_pack("fr").pipeline() is nlp


def test_every_label_of_a_name_has_a_schema(nlp):
    assert set(nlp.get_pipe("ner").labels) <= set(SCHEMAS)


def test_a_sentence_is_tagged_parsed_and_lemmatised(nlp):
    doc = nlp("Le maire a signé les contrats.")
    signed = doc[3]
    assert (signed.pos_, signed.lemma_, signed.dep_) == ("VERB", "signer", "ROOT")
    assert (doc[1].dep_, doc[1].head) == ("nsubj", signed)
    assert doc[5].lemma_ == "contrat"
    assert doc[5].morph.get("Number") == ["Plur"]


def test_no_break_spaces_leave_the_parse_as_it_is(nlp):
    plain = nlp("« Le pont est ouvert », a déclaré Marie Roux.")
    spaced = nlp("«\u00a0Le pont est ouvert\u00a0», a déclaré Marie Roux.")
    words = [token for token in spaced if not token.is_space]
    assert [(t.text, t.pos_, t.dep_, t.head.text, t.lemma_, t.ent_type_) for t in words] == [
        (t.text, t.pos_, t.dep_, t.head.text, t.lemma_, t.ent_type_) for t in plain
    ]
    assert len(list(spaced.sents)) == 1


def test_the_parser_keeps_the_sentences_it_is_given(nlp):
    doc = nlp("Le pont rouvre\nLes bus circulent. « Enfin. Il était temps », dit Léa.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Le pont rouvre",
        "Les bus circulent.",
        "« Enfin.",
        "Il était temps », dit Léa.",
    ]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("La ministre Ingrid Solheim a reçu les élus.", "Ingrid Solheim", "PER"),
        ("Il vit en Argentine depuis dix ans.", "Argentine", "LOC"),
        ("Selon l'ONU, les combats ont cessé.", "ONU", "ORG"),
    ],
)
def test_names_are_found(nlp, text, name, label):
    assert (name, label) in [(found.text, found.label_) for found in nlp(text).ents]


def test_a_civility_is_no_part_of_a_name(nlp):
    from spacy.tokens import Doc, Span

    from recoupe.language.packs.fr.civilities import drop_civilities

    doc = Doc(nlp.vocab, words=["M.", "Roux", "et", "Mme", "partent"])
    doc.set_ents([Span(doc, 0, 2, "PER"), Span(doc, 3, 4, "PER")])
    assert [name.text for name in drop_civilities(doc).ents] == ["Roux"]


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="aé '’«».\n\u00a0\u202f1-", max_size=60))
def test_any_text_comes_out_as_it_went_in(text):
    assert get_pack("fr").pipeline()(text).text == text


def test_texts_read_together_and_alone_give_the_same(nlp):
    texts = ["Le pont rouvre.", "«\u00a0Non\u00a0», dit Léa.", "", "\u00a0"]
    together = [[(t.text, t.dep_) for t in doc] for doc in nlp.pipe(texts)]
    assert together == [[(t.text, t.dep_) for t in nlp(text)] for text in texts]


def test_a_folder_without_weights_is_told_of(tmp_path):
    with pytest.raises(DataError, match="can't be read"):
        load(tmp_path)


def test_the_version_is_the_same_each_time_and_names_the_package():
    import recoupe

    assert get_pack("fr").version == get_pack("fr").version
    assert get_pack("fr").version.startswith(recoupe.__version__)


def test_a_lexicon_that_is_not_there_is_told_of():
    with pytest.raises(DataError, match="no lexicon 'absent'"):
        get_pack("fr").words("absent")
