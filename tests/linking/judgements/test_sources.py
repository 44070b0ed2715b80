"""Which sources are one is decided by a person where no name tells."""

import pytest

from recoupe.model import Judgement

REST = {
    "a.txt": "La préfecture n'a rien dit de la suite, et les riverains attendent une réunion.",
    "b.txt": "Deux communes en aval ont demandé une étude que personne n'a encore payée.",
}
WORDS = "le barrage de Brévenne sera vidé avant la fin du mois de mai"


@pytest.fixture
def heard_twice(pile, says):
    """One claim, told by sources without a name in two reports."""
    for file, source in (("a.txt", "un haut responsable"), ("b.txt", "une diplomate")):
        pile.report(file, f"Selon {source}, {WORDS}.", says(WORDS, source, kind="unnamed"))
    return pile


def _origins(pile, *judgements):
    (claim,) = pile.link(judgements).claims
    return claim


def _judged(decision, one, other, name=""):
    return Judgement(
        decision=decision, kind="origin", subject=one, other=other, author="Ada",
        time="2031-05-01T10:00:00+00:00", words=(name or one, other),
    )  # fmt: skip


def test_two_sources_judged_the_same_are_one_origin_and_say_who_decided(heard_twice):
    scored = _origins(heard_twice)
    one, other = (origin.id for origin in scored.origins)
    judged = _origins(heard_twice, _judged("same", one, other))
    (origin,) = judged.origins
    assert "Ada · 2031-05-01" in {r.words for r in origin.reasons if r.rule == "judged-same-source"}
    lifted = (_judged("same", one, other), _judged("undecided", one, other))
    assert _origins(heard_twice, *lifted) == scored


def test_two_sources_judged_different_are_no_longer_perhaps_one(pile, says):
    source = "deux diplomates européens"
    for file in ("a.txt", "b.txt"):
        text = f"Selon {source}, {WORDS}. {REST[file]}"
        pile.report(file, text, says(WORDS, source, kind="unnamed"))
    scored = _origins(pile)
    assert (scored.least_origins, len(scored.origins)) == (1, 2)
    one, other = (origin.id for origin in scored.origins)
    judged = _origins(pile, _judged("different", one, other))
    assert (judged.least_origins, len(judged.origins)) == (2, 2)
    assert "judged-other-source" in {r.rule for o in judged.origins for r in o.reasons}


def test_what_is_the_same_through_a_third_source_is_one_unless_a_later_decision_parts_it(
    heard_twice, says
):
    heard_twice.report("c.txt", f"Selon Odile Marchais, {WORDS}.", says(WORDS, "Odile Marchais"),
                       names=(("Odile Marchais", "Person"),))  # fmt: skip
    ids = {o.kind + o.name: o.id for o in _origins(heard_twice).origins}
    assert len(ids) == 3
    person = ids["personOdile Marchais"]
    first, second = ids["unnamedun haut responsable"], ids["unnamedune diplomate"]
    joined = [_judged("same", first, person), _judged("same", second, person)]
    (origin,) = _origins(heard_twice, *joined).origins
    assert origin.name == "Odile Marchais"
    parted = _origins(heard_twice, *joined, _judged("different", first, second))
    assert len(parted.origins) == 2


def test_two_sources_judged_different_do_not_meet_in_a_third_that_is_like_both(pile, says):
    called = ("l'élue Odile Marchais", "la maire Odile Marchais")
    for file, who in zip(("a.txt", "b.txt"), called, strict=True):
        text = f"Selon {who}, {WORDS}. {REST[file]}"
        pile.report(file, text, says(WORDS, who, kind="unnamed"))
    text = f"Selon Odile Marchais, {WORDS}. Le lac, lui, ne servira plus qu'aux pêcheurs d'ici."
    pile.report("c.txt", text, says(WORDS, "Odile Marchais"),
                names=(("Odile Marchais", "Person"),))  # fmt: skip
    assert len(_origins(pile).origins) == 1
    ids = [f"unnamed:{file}:{who}" for file, who in
           (("a.txt", "elue odile marchais"), ("b.txt", "maire odile marchais"))]  # fmt: skip
    assert len(_origins(pile, _judged("different", *ids)).origins) == 2


def test_a_named_source_is_found_by_the_name_it_was_judged_under(pile, says):
    pile.report("a.txt", f"Selon Odile Marchais, {WORDS}.", says(WORDS, "Odile Marchais"),
                names=(("Odile Marchais", "Person"),))  # fmt: skip
    pile.report("b.txt", f"Selon une élue, {WORDS}.", says(WORDS, "une élue", kind="unnamed"))
    unnamed = next(o.id for o in _origins(pile).origins if o.kind == "unnamed")
    judged = _judged("same", "e-of-an-older-build", unnamed, name="Odile Marchais")
    (origin,) = _origins(pile, judged).origins
    assert origin.name == "Odile Marchais"
