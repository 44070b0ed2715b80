"""Which pairs of statements are held against each other, and that no rule asks for more."""

import numpy as np
import pytest

from recoupe.linking import blocking, entities
from recoupe.linking.claims import grouping as claims
from recoupe.linking.claims.likeness import LEAST_DICE, LEAST_INSIDE, likenesses
from recoupe.linking.claims.told import propositions
from recoupe.linking.relations import figures, opposed
from recoupe.linking.relations import finding as relations
from recoupe.linking.reports import prepare
from recoupe.model import Span


@pytest.mark.parametrize(
    "least",
    [
        claims._LEAST_DICE,
        claims._LEAST_DICE_TALKER,
        claims._ALIKE_IN_PASSAGE,
        opposed._OPPOSITE,
        figures._SAME_THING,
        figures._SAME_SUBJECT,
    ],
)
def test_no_rule_looks_at_statements_with_less_in_common_than_are_kept(least):
    assert least >= LEAST_DICE


@pytest.mark.parametrize(
    "least",
    [
        opposed._HELD,
        opposed._HELD_SHORT,
        opposed._HELD_SPEAKER,
        opposed._HELD_EVENT,
        figures._COUNTED_ANEW,
        relations._SAYS_MORE,
    ],
)
def test_no_rule_looks_at_a_statement_that_holds_less_of_another_than_is_kept(least):
    assert least >= LEAST_INSIDE


def test_statements_with_two_words_in_common_of_many_are_no_pair_unless_one_source_says_both(
    pile, says
):
    long = (
        "la passerelle, fermée depuis onze mois par la préfecture après une inspection des câbles,"
        " rouvrira lundi sans cérémonie"
    )
    other = (
        "le marché couvert, inondé deux fois cet hiver malgré une digue neuve, garde ses câbles et"
        " une passerelle provisoire jusqu'au printemps"
    )
    third = (
        "le téléphérique, privé de ses câbles depuis novembre, attendra une passerelle de secours"
        " que la région refuse encore de payer"
    )
    for name, told, source in (
        ("a.txt", long, "Mme Orvane"),
        ("b.txt", other, "M. Thélis"),
        ("c.txt", third, "Mme Orvane"),
    ):
        pile.report(name, f"{source} annonce : {told}.", says(told, source, "person"))
    reports = prepare(pile.documents, pile.readings)
    found = propositions(reports, entities.build(reports))
    files = {
        tuple(found[place].report.document.file for place in (pair.one, pair.other))
        for pair in likenesses(found, ())
    }
    assert files == {("a.txt", "c.txt")}


@pytest.mark.parametrize("at_once", [1, 7, 40])
def test_pairs_are_counted_alike_however_many_at_a_time(monkeypatch, at_once):
    chance = np.random.default_rng(5)
    keys = [np.unique(chance.integers(0, 30, 8)).astype(np.uint64) for _ in range(25)]
    whole = blocking.shared_keys(keys, most=9, first=2)
    monkeypatch.setattr(blocking, "_AT_ONCE", at_once)
    for one, other in zip(whole, blocking.shared_keys(keys, most=9, first=2), strict=True):
        assert len(one.low)
        for here, there in zip(one, other, strict=True):
            assert here.tolist() == there.tolist()


@pytest.mark.parametrize("at_once", [1, 7, 10_000])
def test_pairs_that_are_not_wanted_are_left_out_and_the_others_are_as_they_were(
    monkeypatch, at_once
):
    random = np.random.default_rng(5)
    keys = [np.unique(random.integers(0, 60, 12).astype(np.uint64)) for _ in range(40)]
    whole, common = blocking.shared_keys(keys, most=9, first=2)
    kept = (whole.keys > 1) | (whole.low % 3 == 0)
    assert 0 < kept.sum() < len(kept)
    monkeypatch.setattr(blocking, "_AT_ONCE", at_once)

    def wanted(pairs):
        return (pairs.keys > 1) | (pairs.low % 3 == 0)

    some, others = blocking.shared_keys(keys, most=9, first=2, wanted=wanted)
    assert all(np.array_equal(a[kept], b) for a, b in zip(whole, some, strict=True))
    kept = (common.keys > 1) | (common.low % 3 == 0)
    assert all(np.array_equal(a[kept], b) for a, b in zip(common, others, strict=True))


def test_pairs_are_those_that_a_look_at_every_two_finds():
    random = np.random.default_rng(7)
    keys = [np.unique(random.integers(0, 90, 9).astype(np.uint64)) for _ in range(30)]
    held = {}
    for item, own in enumerate(keys):
        for key in own.tolist():
            held.setdefault(key, []).append(item)
    pairs = {}
    for owners in held.values():
        if len(owners) <= 4:
            for place, one in enumerate(owners):
                for other in owners[place + 1 :]:
                    pairs[one, other] = pairs.get((one, other), 0) + 1
    found, _ = blocking.shared_keys(keys, most=4)
    told = zip(found.low.tolist(), found.high.tolist(), found.keys.tolist(), strict=True)
    assert [((a, b), n) for a, b, n in told] == sorted(pairs.items())


def odds(pile):
    """Return the log-odds of each pair of statements, by their files."""
    reports = prepare(pile.documents, pile.readings)
    found = propositions(reports, entities.build(reports))
    return {
        tuple(found[place].report.document.file[0] for place in (pair.one, pair.other)): pair.score
        for pair in likenesses(found, ())
    }


def test_words_of_one_phrase_tell_less_than_as_many_from_different_places(pile, says):
    told = {
        "a.txt": "la commission des tarifs portuaires exige un audit avant septembre",
        "b.txt": "septembre verra un audit, promis par la commission",
        "c.txt": "aux tarifs de la commission, portuaires ou non, l'armateur reste sourd",
    }
    for file, words in told.items():
        pile.report(file, f"On lit que {words}.", says(words, f"Mme {file[0] * 6}"))
    found = odds(pile)
    # Three words are shared in both; those of "c" are one name.
    assert found["a", "b"] > found["a", "c"]


def test_what_stands_at_the_head_of_a_report_is_likelier_to_be_told_again(pile, says):
    one = "la passerelle de Varnek rouvrira lundi au public"
    other = "lundi, le public retrouvera la passerelle de Varnek, assure la mairie"
    pile.report("a.txt", f"Il pleut. On dit que {one}.", says(one))
    pile.report("b.txt", f"Il neige. On dit que {other}.", says(other))
    (deep,) = odds(pile).values()
    for file, reading in pile.readings.items():
        head = Span(0, len("Il pleut. "))
        body = (Span(head.end, head.end + 1),) if file == "b.txt" else ()
        pile.readings[file] = reading.model_copy(update={"headline": head, "body": body})
    (head_of_none,) = odds(pile).values()
    pile.readings["a.txt"] = pile.readings["a.txt"].model_copy(
        update={"headline": Span(0, len("Il pleut. On dit"))}
    )
    (still_none,) = odds(pile).values()
    pile.readings["a.txt"] = pile.readings["a.txt"].model_copy(
        update={"headline": Span(0, len(f"Il pleut. On dit que {one}"))}
    )
    (at_head,) = odds(pile).values()
    assert at_head > still_none == head_of_none
    assert deep >= head_of_none
