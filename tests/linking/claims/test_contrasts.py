"""What keeps two statements apart, and what does not."""

import pytest

from recoupe.linking.claims.contrasts import conflict
from recoupe.linking.claims.told import propositions
from recoupe.linking.entities import build
from recoupe.linking.reports import prepare

ONE = "le groupe a utilisé quatre cents machines depuis août dans des frappes contre des ponts"
OTHER = "le groupe a utilisé quatre cents machines depuis août pour frapper des ponts"


def _conflict(pile, says, one, other, *, same_matter):
    """Return what keeps two statements apart that tell of events as given."""
    for file, (words, events) in (("a.txt", (ONE, one)), ("b.txt", (OTHER, other))):
        stated = says(f"{words} au sud", "Odile Marchais", event=events[0])
        pile.report(file, f"Selon Odile Marchais, {words} au sud.", stated)
        reading = pile.readings[file]
        (statement,) = reading.statements
        more = tuple(
            event.model_copy(update={"type": kind, "status": status})
            for event in statement.events
            for kind, status in events
        )
        held = statement.model_copy(update={"events": more})
        pile.readings[file] = reading.model_copy(update={"statements": (held,)})
    reports = prepare(pile.documents, pile.readings, None)
    left, right = propositions(reports, build(reports, ()))
    found = conflict(left, right, same_matter=same_matter)
    return found.rule if found else None


DONE, AIMED = [("attack", "done")], [("use", "done"), ("attack", "considered")]


def test_what_is_aimed_at_beside_what_is_done_parts_two_statements(pile, says):
    assert _conflict(pile, says, DONE, AIMED, same_matter=False) == "other-status"


def test_it_does_not_where_one_passage_is_told_twice(pile, says):
    assert _conflict(pile, says, DONE, AIMED, same_matter=True) is None


@pytest.mark.parametrize("same_matter", [False, True])
def test_what_will_be_is_never_what_was_done(pile, says, same_matter):
    planned = [("attack", "considered")]
    assert _conflict(pile, says, DONE, planned, same_matter=same_matter) == "other-status"


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ("Lorgnac a livré 37 pompes à Vareze", None),
        ("Lorgnac a livré 37 pompes", "other-names"),
        ("37 pompes ont été livrées à Vareze", None),
    ],
)
def test_names_keep_apart_unless_one_of_their_kind_is_in_both(pile, says, other, rule):
    said = "37 pompes faites à Montbrel ont été livrées à Vareze"
    for file, words in (("a.txt", said), ("b.txt", other)):
        held = [name for name in ("Montbrel", "Vareze", "Lorgnac") if name in words]
        pile.report(
            file,
            f"Selon Odile Marchais, {words}.",
            says(words, "Odile Marchais", figures=((37, "pompes"),)),
            names=[(name, "Address") for name in held],
        )
    reports = prepare(pile.documents, pile.readings, None)
    found = conflict(*propositions(reports, build(reports, ())), same_matter=False)
    assert (found.rule if found else None) == rule


@pytest.mark.parametrize(
    "clause",
    ["mais le mur du quai a cédé", "même si le mur du quai a cédé", "(...) le mur du quai a cédé",
     "alors que le mur du quai a cédé"],
)  # fmt: skip
def test_a_negation_ends_with_its_clause(pile, says, clause):
    fell = "le mur du quai a cédé lundi"
    both = f"aucun passant n'est blessé {clause} lundi"
    pile.report("a.txt", f"Selon Ada Roux, {fell}.", says(fell, "Ada Roux"))
    pile.report("b.txt", f"Selon Ada Roux, {both}.", says(both, "Ada Roux", factuality="CT-"))
    reports = prepare(pile.documents, pile.readings, None)
    left, right = propositions(reports, build(reports, ()))
    assert conflict(left, right) is None
