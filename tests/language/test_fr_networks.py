"""What reading runs in place of spaCy's own layers and loops gives what those give."""

from typing import Any

import numpy as np
import pytest
from spacy.pipeline.dep_parser import DependencyParser  # type: ignore[import-not-found]  # Cython
from spacy.pipeline.ner import EntityRecognizer  # type: ignore[import-not-found]  # Cython
from spacy.util import registry
from thinc.api import Model, NumpyOps, set_current_ops

from recoupe.language import get_pack
from recoupe.language.packs.fr import model, networks
from recoupe.language.packs.fr.pack import WEIGHTS

TEXTS = [
    "La préfète Odile Marchand dément que le barrage de Corvelle ait cédé.",
    "Non.",
    "Deux cargos auraient quitté Odessa mardi, selon trois armateurs ; aucun n'a été vu depuis. "
    "« Nous ne savons rien », a répondu la capitainerie, qui attend le rapport de l'ONU.",
    "La préfète attend le rapport.",
]


def _layers(pieces: int) -> Model[Any, Any]:
    set_current_ops(NumpyOps(use_blis=False))
    nlp = get_pack("fr").pipeline()
    architectures = registry.architectures
    layer: Model[Any, Any] = architectures.get("spacy.Tok2Vec.v2")(
        architectures.get("spacy.MultiHashEmbed.v2")(
            width=32, attrs=["NORM", "SHAPE"], rows=[500, 100], include_static_vectors=True
        ),
        architectures.get("spacy.MaxoutWindowEncoder.v2")(
            width=32, window_size=1, maxout_pieces=pieces, depth=3
        ),
    )
    layer.initialize(X=[nlp.make_doc(text) for text in TEXTS])
    chance = np.random.default_rng(4)
    for node in layer.walk():
        for name in ("b", "G"):
            if node.has_param(name):
                held: Any = node.get_param(name)
                node.set_param(name, held + chance.normal(size=held.shape).astype("float32"))
    return layer


@pytest.mark.parametrize("pieces", [2, 3])
def test_layers_for_reading_give_what_the_trained_ones_give(pieces: int) -> None:
    layer = _layers(pieces)
    fast = networks.read_only(layer)
    make = get_pack("fr").pipeline().make_doc
    # Longer than what is multiplied at once; an empty text among the others; words met before.
    for texts in (TEXTS, ["", TEXTS[0]], ["", ""], [" ".join(TEXTS * 9), TEXTS[1]]):
        docs = [make(text) for text in texts]
        found = fast.predict(docs)
        assert [len(rows) for rows in found] == [len(doc) for doc in docs]
        for doc, rows in zip(docs, found, strict=True):
            if len(doc):
                assert np.allclose(rows, layer.predict([doc])[0], atol=1e-4)


def test_words_are_embedded_anew_where_too_many_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = _layers(2)
    monkeypatch.setattr(networks, "_WORDS", 8)
    fast = networks.read_only(layer)
    make = get_pack("fr").pipeline().make_doc
    for text in TEXTS * 2:
        doc = make(text)
        assert np.allclose(fast.predict([doc])[0], layer.predict([doc])[0], atol=1e-4)


def test_layers_for_reading_refuse_to_be_trained() -> None:
    doc = get_pack("fr").pipeline().make_doc(TEXTS[0])
    with pytest.raises(NotImplementedError):
        networks.read_only(_layers(2)).begin_update([doc])


@pytest.mark.parametrize(
    ("name", "theirs"), [("parser", DependencyParser), ("ner", EntityRecognizer)]
)
def test_steps_taken_together_lead_where_spacy_s_own_lead(name: str, theirs: Any) -> None:
    nlp = get_pack("fr").pipeline()
    component: Any = nlp.get_pipe(name)

    def annotated(parse: Any) -> list[Any]:
        docs = [nlp.make_doc(text) for text in [*TEXTS, " ".join(TEXTS), ""]]
        for before in nlp.pipe_names[: nlp.pipe_names.index(name)]:
            docs = [nlp.get_pipe(before)(doc) for doc in docs]
        component.set_annotations(docs, parse(component, docs))
        return [[(word.head.i, word.dep, word.ent_iob, word.ent_type) for word in d] for d in docs]

    assert annotated(type(component).greedy_parse) == annotated(theirs.greedy_parse)


def test_pipeline_annotates_as_spacy_alone_runs_it() -> None:
    plain = model.load(WEIGHTS, plain=True)
    assert type(plain.get_pipe("parser")) is DependencyParser
    for text in TEXTS:
        doc, other = plain(text), get_pack("fr").pipeline()(text)
        for ours, its in zip(doc, other, strict=True):
            for name in ("pos_", "morph", "dep_", "lemma_", "ent_type_", "ent_iob_"):
                assert str(getattr(ours, name)) == str(getattr(its, name))
            assert ours.head.i == its.head.i
