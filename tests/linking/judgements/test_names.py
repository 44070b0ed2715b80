"""What people decided on names wins over what names look like, and can be taken back."""

import pytest

from recoupe.linking import link
from recoupe.model import Judgement, Span
from recoupe.model.place import PlaceMention, PlaceName, PlacesRead

DAYS = ("2031-02-01", "2031-02-02", "2031-02-03")


@pytest.fixture
def names(pile, says):
    """A surname that one fuller name fits, and a person under two unlike names."""
    for number, name in enumerate(("Karim Belhaj", "Belhaj", "l'émir du Nord")):
        text = f"Selon {name}, la trêve tiendra jusqu'au printemps."
        pile.report(
            f"{number}.txt", text, says("la trêve tiendra jusqu'au printemps", name),
            published=DAYS[number], names=((name, "Person"),),
        )  # fmt: skip
    return pile


def _named(pile, *judgements):
    links = link(pile.documents, pile.readings, judgements)
    return {frozenset((e.name, *e.aliases)) for e in links.entities}


def _names_judged(decision, one, other):
    return Judgement(
        decision=decision, kind="entity", subject="e1", other="e2", author="Ada", words=(one, other)
    )


def test_the_rules_alone_join_a_surname_to_the_one_name_it_fits(names):
    assert _named(names) == {frozenset({"Karim Belhaj", "Belhaj"}), frozenset({"l'émir du Nord"})}


def test_two_names_judged_to_be_one_person_are_one_entity_and_one_origin(names):
    judgement = _names_judged("same", "Karim Belhaj", "l'émir du Nord")
    assert _named(names, judgement) == {frozenset({"Karim Belhaj", "Belhaj", "l'émir du Nord"})}
    links = link(names.documents, names.readings, (judgement,))
    assert len({o.id for c in links.claims for o in c.origins}) == 1


def test_a_surname_judged_to_be_somebody_else_stays_apart(names):
    judgement = _names_judged("different", "Belhaj", "Karim Belhaj")
    assert _named(names, judgement) == {
        frozenset({"Karim Belhaj"}),
        frozenset({"Belhaj"}),
        frozenset({"l'émir du Nord"}),
    }


def test_a_judgement_about_names_is_undone_by_a_further_one(names):
    for decision in ("same", "different"):
        judgement = _names_judged(decision, "Belhaj", "Karim Belhaj")
        lifted = _names_judged("undecided", "Karim Belhaj", "Belhaj")
        assert _named(names, judgement, lifted) == _named(names)


def _none(*words, subject="e1"):
    return Judgement(decision="wrong", kind="entity", subject=subject, author="Ada", words=words)


def test_a_name_judged_to_name_nothing_is_no_entity_and_nobodys_source(names):
    emir = next(e for e in names.link().entities if e.name == "l'émir du Nord")
    links = link(names.documents, names.readings, (_none(emir.name, subject=emir.id),))
    assert {e.name for e in links.entities} == {"Karim Belhaj"}
    assert (None,) in links.source_entities.values()
    assert len(links.claims) == len(names.link().claims), "what was said was said"


def test_all_names_of_what_was_judged_go_or_the_one_that_was_named(names):
    belhaj = next(e for e in names.link().entities if e.name == "Karim Belhaj")
    every = _none(belhaj.name, *belhaj.aliases, subject=belhaj.id)
    assert _named(names, every) == {frozenset({"l'émir du Nord"})}
    assert frozenset({"Karim Belhaj"}) in _named(names, _none("Belhaj", subject=belhaj.id))


def test_a_place_judged_to_be_none_is_off_the_map(pile, says):
    text = "Le juge Brest a dit que la digue de Brest tient. À Brest, on attend."
    mentions = tuple(
        PlaceMention(span=Span(at, at + 5), names=(PlaceName(text="Brest", form="bare"),))
        for at in (text.index("de Brest") + 3, text.index("À Brest") + 2)
    )
    pile.report("un.txt", text, says("la digue de Brest tient"), names=(("Brest", "Address"),))
    read = pile.readings["un.txt"]
    pile.readings["un.txt"] = read.model_copy(update={"places": PlacesRead(mentions=mentions)})
    assert len(pile.link().places) == 2
    assert link(pile.documents, pile.readings, (_none("Brest"),)).places == ()


def test_names_judged_that_nobody_bears_change_nothing(names):
    assert _named(names, _names_judged("same", "Belhaj", "Personne")) == _named(names)


def test_a_name_read_as_two_sorts_of_thing_can_be_judged_to_be_one(pile, says):
    for number, schema in enumerate(("Address", "Company")):
        pile.report(
            f"{number}.txt", "Selon Tersane, la fuite est réparée depuis dimanche.",
            says("la fuite est réparée depuis dimanche", "Tersane"), published=DAYS[number],
            names=(("Tersane", schema),),
        )  # fmt: skip
    one, other = pile.link().entities
    judgement = Judgement(
        decision="same", kind="entity", subject=one.id, other=other.id, author="Ada",
        words=("Tersane", "Tersane"),
    )  # fmt: skip
    (joined,) = link(pile.documents, pile.readings, (judgement,)).entities
    assert len(joined.mentions) == 2
