"""How well the pipeline finds names and tells what they name.

Sentences stand in YAML files, one a region or theme; each quotes its names under the
label of the pipeline that they should get, and this module finds where they stand, so
that an annotation cannot drift from its text. Conventions: ``docs/annotation.md``.

A name counts as found when both its ends and its label agree, as the CoNLL 2003 shared
task counts (Tjong Kim Sang and De Meulder 2003, "Introduction to the CoNLL-2003 Shared
Task: Language-Independent Named Entity Recognition").
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError
from recoupe.evaluation.gold import locate
from recoupe.language import get_pack
from recoupe.model import Span

PERSON = "PER"
CAPITALS = "capitals"
"""Register of the headlines that stand in capitals throughout."""
_SETTINGS = frozenset({"occurrence", "or", "optional"})

Found = tuple[Span, str]
"""A name that a system found: where it stands, and its label."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One annotated name.

    Attributes:
        span: Its words.
        extents: All the spans that are right for it, its own among them.
        labels: The labels that are right, the most fitting first.
        optional: Finding it is neither asked for nor held against a system.
    """

    span: Span
    extents: frozenset[Span]
    labels: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence, or a few that go together, with the names in order."""

    text: str
    register: str
    entities: tuple[Entity, ...]


def load(folder: Path, labels: Iterable[str]) -> Iterator[Sentence]:
    """Load the annotated sentences of a folder's YAML files, in the order of their names.

    Args:
        folder: Holds the files.
        labels: The labels that there are.

    Raises:
        DataError: There are no files, or one is malformed, quotes words that its sentence
            has not, has a label that there is not, or names that overlap.
    """
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise DataError(f"no annotated sentences in {folder}", "give the folder of the entities")
    known = frozenset(labels)
    for file in files:
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            yield from [_sentence(entry, known) for entry in data]
        except (KeyError, TypeError, ValueError, OSError, yaml.YAMLError) as error:
            raise DataError(f"{file.name}: no annotated sentences ({error})", "mend it") from error


def _sentence(entry: Mapping[str, Any], known: frozenset[str]) -> Sentence:
    text = entry["text"]
    entities = tuple(_entity(text, annotation, known) for annotation in entry["entities"])
    for one, following in pairwise(entities):
        if following.span.start < one.span.end:
            words = following.span.of(text)
            raise ValueError(f"'{words}' overlaps the name before it, or stands out of order")
    return Sentence(text, entry["register"], entities)


def _entity(text: str, annotation: Mapping[str, Any], known: frozenset[str]) -> Entity:
    keys = [key for key in annotation if key not in _SETTINGS]
    if len(keys) != 1:
        raise ValueError(f"{dict(annotation)} must have one label with its words")
    labels = tuple(keys[0].split("/"))
    if not known.issuperset(labels):
        raise ValueError(f"there is no label {keys[0]}")
    words = annotation[keys[0]]
    span = locate(text, words, annotation.get("occurrence"))
    extents = {span}
    if "or" in annotation:
        within = locate(span.of(text), annotation["or"])
        extents.add(Span(span.start + within.start, span.start + within.end))
    return Entity(span, frozenset(extents), labels, bool(annotation.get("optional")))


class _Tally:
    """Names expected, found and found rightly, in all and by label."""

    def __init__(self) -> None:
        self.expected: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def figures(self, label: str | None = None) -> dict[str, float]:
        """Return precision, recall and F1 of one label, or of all together."""
        counts = (self.expected, self.found, self.right)
        expected, found, right = (c.total() if label is None else c[label] for c in counts)
        return {
            "precision": right / max(1, found),
            "recall": right / max(1, expected),
            "f1": 2 * right / max(1, found + expected),
            "n_precision": float(found),
            "n_recall": float(expected),
            "n_f1": float(expected),
        }


def score(sentences: Sequence[Sentence], readings: Iterable[Sequence[Found]]) -> dict[str, float]:
    """Score what a system found in each sentence.

    Args:
        sentences: The annotated sentences.
        readings: What was found in each, in the same order.

    Returns:
        ``f1``, ``precision``, ``recall`` over all names (micro average) and for each label
        (``f1_PER``); the same with ``span_`` before them, labels left aside; ``f1_capitals``
        on headlines in capitals; ``person_as_other``, the share of persons whose words were
        taken for something else; ``other_as_person``, the reverse; ``alarm_without_names``,
        the share of sentences without a name in which one was found; and their counts.
    """
    exact, capitals, spans = _Tally(), _Tally(), _Tally()
    shares: dict[str, list[bool]] = {
        "person_as_other": [], "other_as_person": [], "alarm_without_names": []
    }  # fmt: skip
    for sentence, reading in zip(sentences, readings, strict=True):
        asked = [entity for entity in sentence.entities if not entity.optional]
        held = [name for name in reading if not _is_excused(name[0], sentence.entities)]
        for tally in [exact, capitals] if sentence.register == CAPITALS else [exact]:
            _count(tally, asked, held)
        _count(spans, [_bare(entity) for entity in asked], [(span, "") for span, _ in held])
        for entity in asked:
            over = {label for span, label in held if span.overlaps(entity.span)}
            if entity.labels[0] == PERSON:
                shares["person_as_other"].append(bool(over) and PERSON not in over)
            elif PERSON not in entity.labels:
                shares["other_as_person"].append(PERSON in over)
        if not sentence.entities:
            shares["alarm_without_names"].append(bool(held))
    figures = exact.figures()
    figures |= {_inserted("span", name): value for name, value in spans.figures().items()}
    figures["f1_capitals"] = capitals.figures()["f1"]
    figures["n_f1_capitals"] = float(capitals.expected.total())
    for label in sorted(exact.expected | exact.found):
        figures |= {f"{name}_{label}": value for name, value in exact.figures(label).items()}
    for name, cases in shares.items():
        figures[name] = sum(cases) / max(1, len(cases))
        figures[f"n_{name}"] = float(len(cases))
    return dict(sorted(figures.items())) | {"n_sentences": float(len(sentences))}


def _inserted(word: str, metric: str) -> str:
    return f"n_{word}_{metric[2:]}" if metric.startswith("n_") else f"{word}_{metric}"


def _bare(entity: Entity) -> Entity:
    return Entity(entity.span, entity.extents, ("",), entity.optional)


def _is_excused(span: Span, entities: Iterable[Entity]) -> bool:
    """Tell whether a found name touches names that may stay unfound, and no other."""
    touched = [entity.optional for entity in entities if entity.span.overlaps(span)]
    return bool(touched) and all(touched)


def _count(tally: _Tally, asked: Sequence[Entity], held: Sequence[Found]) -> None:
    tally.expected.update(entity.labels[0] for entity in asked)
    by_extent = {extent: entity for entity in asked for extent in entity.extents}
    for span, label in held:
        entity = by_extent.get(span)
        is_right = entity is not None and label in entity.labels
        # Where several labels are right, all is counted under the most fitting one.
        counted = entity.labels[0] if entity is not None and is_right else label
        tally.found[counted] += 1
        tally.right[counted] += is_right


def evaluate(folder: Path) -> dict[str, float]:
    """Score the French pipeline on the annotated sentences in a folder.

    Returns:
        What :func:`score` returns.

    Raises:
        DataError: The sentences are missing or malformed.
    """
    pack = get_pack("fr")
    sentences = list(load(folder, pack.schemas))
    docs = pack.pipeline().pipe(sentence.text for sentence in sentences)
    return score(
        sentences,
        ([(Span(e.start_char, e.end_char), e.label_) for e in doc.ents] for doc in docs),
    )
