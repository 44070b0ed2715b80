"""Two counts of one thing contradict each other; one that has grown contradicts none before it."""

import pytest

TOLD = "le naufrage du bac de Brévenne a fait {} morts"


def _refuted(pile, says, one, other, sources=("la préfecture", "l'hôpital")):
    for file, words, source, count in (
        ("a.txt", one, sources[0], 6),
        ("b.txt", other, sources[1], 9),
    ):
        pile.report(
            file,
            f"Selon {source}, {words}.",
            says(words, source, "organisation", figures=((count, "morts"),)),
            published="2031-03-03",
        )
    return any(r.relation == "refutes" for c in pile.link().claims for r in c.relations)


def test_two_sources_that_count_otherwise_contradict_each_other(pile, says):
    assert _refuted(pile, says, TOLD.format(6), TOLD.format(9))


@pytest.mark.parametrize(
    "other",
    [
        "le bilan du naufrage du bac de Brévenne s'est alourdi à 9 morts",
        "le naufrage du bac de Brévenne a fait 9 autres morts",
        "le bilan du naufrage du bac de Brévenne grimpe à 9 morts",
    ],
)
def test_a_count_that_has_grown_does_not(pile, says, other):
    assert not _refuted(pile, says, TOLD.format(6), other)


def test_neither_does_the_count_of_before(pile, says):
    sources = ("un précédent bilan de la préfecture", "l'hôpital")
    assert not _refuted(pile, says, TOLD.format(6), TOLD.format(9), sources)


@pytest.mark.parametrize(
    ("cue", "refuted"), [("assure", True), ("craint", False), ("s'attend à ce", False)]
)
def test_neither_does_a_figure_that_is_only_expected(pile, says, cue, refuted):
    one, other = (f"le naufrage du bac de Brévenne ait fait {count} morts" for count in (6, 9))
    for file, words, source, word in (
        ("a.txt", one, "La préfecture", "assure"),
        ("b.txt", other, "L'hôpital", cue),
    ):
        figures = ((6 if words is one else 9, "morts"),)
        told = says(words, source, "organisation", figures=figures, cue=word)
        pile.report(file, f"{source} {word} que {words}.", told, published="2031-03-03")
    found = any(r.relation == "refutes" for c in pile.link().claims for r in c.relations)
    assert found is refuted
