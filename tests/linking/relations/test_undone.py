"""What has not come about refutes what tells of it by its parts, not by its words."""

import numpy as np
import pytest

from recoupe.linking.relations.undone import _alike, _Filled

DENIED = "pas un seul conteneur de bois n'est sorti de Banjul"
TOLD = "1 800 conteneurs de bois ont été expédiés du port de Banjul vers le Vietnam"
_LEFT = (("actor", "conteneur de bois"), ("origin", "Banjul"))


def _refuted(pile, says, told, roles, event=("movement", "done"), **more):
    """Link what one report tells with a minister's denial in another."""
    pile.report("a.txt", f"Selon une enquête, {told}.", says(
        told, "une enquête", "document", event=event, roles=roles, **more,
    ))  # fmt: skip
    pile.report("b.txt", f"Odile Marchais assure que {DENIED}.", says(
        DENIED, "Odile Marchais", factuality="CT-", event=("movement", "denied"), roles=_LEFT,
    ))  # fmt: skip
    links = pile.link()
    text = {c.id: c.text for c in links.claims}
    return {
        (c.text, text[r.claim], tuple(x.words for x in r.reasons if x.rule == "same-event"))
        for c in links.claims
        for r in c.relations
        if r.relation == "refutes"
    }


def test_an_event_with_the_same_thing_and_place_is_the_one_denied(pile, says):
    roles = (
        ("item", "conteneurs de bois"),
        ("origin", "port de Banjul"),
        ("destination", "Vietnam"),
    )
    assert _refuted(pile, says, TOLD, roles) == {(DENIED, TOLD, ("conteneur de bois · Banjul",))}


@pytest.mark.parametrize(
    ("told", "event", "roles"),
    [
        # Another thing, another place, one part only, another type, not come about.
        ("des camions de sel ont quitté le port de Banjul", ("movement", "done"),
         (("item", "camions de sel"), ("origin", "port de Banjul"))),
        ("des conteneurs de bois ont quitté le port de Dakar", ("movement", "done"),
         (("item", "conteneurs de bois"), ("origin", "port de Dakar"))),
        ("des conteneurs de bois ont circulé de nuit", ("movement", "done"),
         (("item", "conteneurs de bois"),)),
        ("des conteneurs de bois ont brûlé à Banjul", ("fire", "done"),
         (("item", "conteneurs de bois"), ("origin", "Banjul"))),
        ("des conteneurs de bois devaient quitter le port de Banjul", ("movement", "considered"),
         (("item", "conteneurs de bois"), ("origin", "port de Banjul"))),
    ],
)  # fmt: skip
def test_other_events_are_not(pile, says, told, event, roles):
    assert not _refuted(pile, says, told, roles, event)


def test_a_time_that_differs_keeps_them_apart(pile, says):
    told = "des conteneurs de bois ont quitté le port de Banjul en 2019"
    roles = (("item", "conteneurs de bois"), ("origin", "port de Banjul"))
    assert _refuted(pile, says, told, roles, time=("2019-01-01", "2019-12-31"))
    pile.documents.clear()
    pile.readings.clear()
    pile.report("a.txt", f"Selon une enquête, {told}.", says(
        told, "une enquête", "document", event=("movement", "done"), roles=roles,
        time=("2019-01-01", "2019-12-31"),
    ))  # fmt: skip
    pile.report("b.txt", f"Odile Marchais assure que {DENIED} en 2022.", says(
        DENIED, "Odile Marchais", factuality="CT-", event=("movement", "denied"), roles=_LEFT,
        time=("2022-01-01", "2022-12-31"),
    ))  # fmt: skip
    assert not any(claim.relations for claim in pile.link().claims)


def test_an_event_of_another_type_needs_three_parts(pile, says):
    denied, told = "aucune pompe n'est produite par Delmas à Lyon", "Delmas fabrique des pompes"
    three = (("product", "pompe"), ("producer", "Delmas"), ("place", "Lyon"))
    for place, (parts, event) in enumerate(
        ((three, ("production", "denied")), (three[:2], ("production", "begun")))
    ):
        words, who = ((denied, "Odile Marchais"), (told, "Paul Mercier"))[place]
        pile.report(f"{place}.txt", f"{who} dit que {words}.", says(
            words, who, factuality="CT-" if not place else "CT+", event=event, roles=parts,
        ))  # fmt: skip
    assert not any(
        r.rule == "same-event" for c in pile.link().claims for x in c.relations for r in x.reasons
    )


def _parts(chance):
    """Return an event whose parts are filled by chance, some by what stands for nothing."""
    words = np.array(list("abcdefgh"))
    parts = {}
    for role in ("actor", "item", "place", "target"):
        if chance.random() < 0.6:
            parts[role] = [
                (
                    "nom",
                    frozenset(chance.choice(words, chance.integers(1, 4)).tolist()),
                    frozenset(chance.choice(words, chance.integers(0, 3)).tolist()),
                )
                for _ in range(chance.integers(1, 3))
            ]
    return parts


@pytest.mark.parametrize("least", [2, 3])
def test_no_event_is_missed_that_has_so_many_parts_filled_alike(least):
    chance = np.random.default_rng(11)
    events = [_parts(chance) for _ in range(150)]
    filled = _Filled(events)
    found = 0
    for here in (_parts(chance) for _ in range(60)):
        wanted = {at for at, there in enumerate(events) if len(_alike(here, there)) >= least}
        near = filled.like(here, least)
        assert near == sorted(near)
        assert wanted <= set(near)
        assert len(near) < len(events)
        found += len(wanted)
    assert found
