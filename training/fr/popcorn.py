"""Names in POPCORN's reports (fictional, MIT), under our labels."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recoupe.language.packs.fr.tokenizer import split

LABELS = {
    "CIVILIAN": "PER",
    "TERRORIST_OR_CRIMINAL": "PER",
    "MILITARY": "PER",
    "FIRSTNAME_0": "PER",
    "LASTNAME_0": "PER",
    "PLACE": "LOC",
    "NON_GOVERNMENTAL_ORGANISATION": "ORG",
    "INTERGOVERNMENTAL_ORGANISATION": "ORG",
    "NON_MILITARY_GOVERNMENT_ORGANISATION": "PUBLIC",
    "MILITARY_ORGANISATION": "PUBLIC",
    "MATERIEL": "PROD",
    "MATERIAL_REFERENCE": "PROD",
    "GATHERING": "EVENT",
}
# Mentions with a capital that are no names: a sentence begins with them.
_COMMON = frozenset(
    [
        "il",
        "elle",
        "ils",
        "elles",
        "ce",
        "cet",
        "cette",
        "ces",
        "celui",
        "celle",
        "ceux",
        "certains",
        "plusieurs",
        "tous",
        "toutes",
        "lui",
        "une",
        "un",
        "la",
        "le",
        "les",
        "ong",
        "agence",
        "police",
        "moteur",
        "organisation",
        "association",
        "groupe",
        "entreprise",
    ]
)


def read(path: Path) -> Iterator[tuple[str, list[tuple[int, int]], list[str]]]:
    """Yield each report: text, words as offsets, one IOB tag a word.

    Args:
        path: ``train.json`` or ``synthetic.json``.
    """
    held: Any = json.loads(path.read_text(encoding="utf-8"))
    records = (
        list(held.values())
        if isinstance(held, dict)
        else [r for part in held for r in part.values()]
    )
    for record in records:
        text: str = record["text"]
        words = split(text)
        names = sorted(_names(record), key=lambda name: (name[0], -name[1]))
        tags = ["O"] * len(words)
        for start, end, label in names:
            inside = [at for at, (a, b) in enumerate(words) if a >= start and b <= end]
            if inside and all(tags[at] == "O" for at in inside):
                tags[inside[0]] = f"B-{label}"
                for at in inside[1:]:
                    tags[at] = f"I-{label}"
        yield text, words, tags


def _names(record: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    parts: list[tuple[int, int]] = []
    for entity in record["entities"]:
        if "NAME" in entity["type"]:
            parts += [(m["start"], m["end"]) for m in entity["mentions"]]
    for entity in record["entities"]:
        label = LABELS.get(entity["type"])
        if label is None:
            continue
        for mention in entity["mentions"]:
            value, start, end = mention["value"], mention["start"], mention["end"]
            first = value.split()[0].lower() if value.split() else ""
            if not value[:1].isupper() or first in _COMMON or len(value) < 2:
                continue
            if label == "PER" and not any(start <= a and b <= end for a, b in parts):
                continue
            if label == "PROD" and not any(c.isdigit() or c.isupper() for c in value[1:]):
                continue
            yield start, end, label
