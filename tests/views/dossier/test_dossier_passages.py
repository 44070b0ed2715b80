"""Passages side by side: only words that differ are shown as differing."""

import pytest

from recoupe.model import Case, Document, Lineage, Links, Passage, Reading, Span
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.passages import Word, pairs


def _sides(left: str, right: str) -> tuple[list[Word], list[Word]]:
    documents = tuple(
        Document(id=key, file=f"{key}.txt", text=text, sha256=key)
        for key, text in (("a", left), ("b", right))
    )
    edge = Lineage(
        document="a", on="b", relation="copy", score=1.0, reasons=(),
        passages=(Passage(document=Span(0, len(left)), on=Span(0, len(right))),),
    )  # fmt: skip
    readings = {one.id: Reading(document=one.id, version="") for one in documents}
    case = Case(documents=documents, readings=readings, links=Links(lineage=(edge,)))
    (pair,) = pairs(edge, Index(case))
    return pair.document, pair.on


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("L’eau - trouble - monte", "L'eau – trouble – monte"),
        ("« L’usine ferme », dit-elle.", '"L\'usine ferme", dit-elle'),
        ("Etat d'urgence", "État d'urgence"),
    ],
)
def test_marks_and_accents_are_no_difference(left: str, right: str) -> None:
    here, there = _sides(left, right)
    assert not [word for word in (*here, *there) if word.differs]
    assert " ".join(word.text for word in here) == left
    assert " ".join(word.text for word in there) == right


def test_words_that_one_side_alone_has_differ() -> None:
    here, there = _sides("l’eau monte vite, dit-on", "l'eau monte peu, dit-on")
    assert [one.text for one in here if one.differs] == ["vite,"]
    assert [one.text for one in there if one.differs] == ["peu,"]
    assert _sides("400 foyers", "4 000 foyers")[0][0].differs
