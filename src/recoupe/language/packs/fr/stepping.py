"""The parser and the recogniser of names, all texts of a batch a step at a time.

spaCy's own loop, in compiled code, takes the interpreter's lock for every unit of the hidden layer
(since 3.8.8), which costs more than the arithmetic. Here the same steps are taken from Python,
which holds the lock, for so many texts at once that calling costs little.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline.dep_parser import DependencyParser  # type: ignore[import-not-found]  # Cython
from spacy.pipeline.ner import EntityRecognizer  # type: ignore[import-not-found]  # Cython
from spacy.tokens import Doc


class _InStep:
    """What the two have in common; goes before spaCy's class among the bases."""

    model: Any
    moves: Any
    predict: Any
    set_annotations: Any
    transition_states: Any

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Yield the documents in order, annotated.

        Args:
            docs: Documents.
            batch_size: How many to take at once.
        """
        held = iter(docs)
        while batch := list(islice(held, batch_size)):
            self.set_annotations(batch, self.predict(batch))
            yield from batch

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """Return one final state a document, each move being the likeliest that is allowed.

        Args:
            docs: Documents.
            drop: As in spaCy, which calls this with no dropout.
        """
        if self.model.attrs["unseen_classes"] or not self.model.attrs["has_upper"]:
            found: list[Any] = super().greedy_parse(docs, drop)  # type: ignore[misc]  # of the base
            return found
        batch: list[Any] = self.moves.init_batch(docs)
        steps = self.model.predict(docs)
        hidden = steps.state2vec
        weights = steps.vec2scores.get_param("W").T
        bias = steps.vec2scores.get_param("b")
        states = [state for state in batch if not state.is_final()]
        while states:
            scores = hidden.predict(steps.get_token_ids(states)) @ weights
            scores += bias
            states = self.transition_states(states, scores)
        steps.clear_memory()
        return batch


class NewsParser(_InStep, DependencyParser):  # type: ignore[misc]  # Cython class without types
    """spaCy's dependency parser, a step of all texts at a time."""


class NewsRecognizer(_InStep, EntityRecognizer):  # type: ignore[misc]  # as above
    """spaCy's recogniser of names, a step of all texts at a time."""


@Language.factory(
    "recoupe_fr_parser",
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    default_config={"min_action_freq": 30},
    default_score_weights={"dep_uas": 0.5, "dep_las": 0.5},
)
def _parser(nlp: Language, name: str, model: Any, min_action_freq: int) -> NewsParser:
    """Return the parser, untrained until it is read from disk."""
    return NewsParser(nlp.vocab, model, name, min_action_freq=min_action_freq)


@Language.factory(
    "recoupe_fr_recognizer",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_score_weights={"ents_f": 1.0},
)
def _recognizer(nlp: Language, name: str, model: Any) -> NewsRecognizer:
    """Return the recogniser of names, untrained until it is read from disk."""
    return NewsRecognizer(nlp.vocab, model, name)
