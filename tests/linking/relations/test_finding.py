"""How claims stand to each other."""

import pytest

SOLD = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"


def relations(links):
    text = {c.id: c.text for c in links.claims}
    return {(c.text, r.relation, text[r.claim]) for c in links.claims for r in c.relations}


def test_a_denial_refutes_the_very_claim_that_it_denies(pile, says):
    denied = "avoir vendu des pompes défectueuses à la marine portugaise"
    other = "le groupe Kaltwasser a fermé une usine de pompes près de Porto en mai"
    pile.report("a.txt", f"On sait que {SOLD}.", says(SOLD))
    pile.report("b.txt", f"On sait que {other}.", says(other))
    pile.report(
        "c.txt",
        f"Kaltwasser dément {denied}.",
        says(denied, "Kaltwasser", "organisation", factuality="CT-", denies=True),
    )
    assert relations(pile.link()) == {(denied, "refutes", SOLD)}


def test_a_refutation_gives_the_words_of_the_denial(pile, says):
    pile.report("a.txt", f"On sait que {SOLD}.", says(SOLD))
    pile.report("b.txt", f"Il est faux que {SOLD}.", says(SOLD, factuality="CT-", denies=True))
    (relation,) = [r for c in pile.link().claims for r in c.relations]
    assert {r.rule: r.words for r in relation.reasons}["denies"] == SOLD


def test_a_denial_of_other_figures_or_days_refutes_nothing(pile, says):
    words = "le groupe Kaltwasser a vendu {} pompes défectueuses à la marine portugaise"
    pile.report("a.txt", f"On sait que {words.format(40)}.", says(words.format(40)))
    no = words.format(900)
    pile.report("b.txt", f"Il est faux que {no}.", says(no, factuality="CT-", denies=True))
    assert not relations(pile.link())


def test_a_denial_on_the_same_subject_but_of_something_else_refutes_nothing(pile, says):
    no = "le groupe Kaltwasser a licencié quarante soudeurs de son chantier de Gdansk"
    pile.report("a.txt", f"On sait que {SOLD}.", says(SOLD))
    pile.report("b.txt", f"Il est faux que {no}.", says(no, factuality="CT-", denies=True))
    assert not relations(pile.link())


def test_a_negative_sentence_refutes_no_sentence_that_reports_it(pile, says):
    no = "le groupe Kaltwasser n'a vendu aucune pompe défectueuse à la marine portugaise"
    whole = f"le ministre a jugé que {no}"
    pile.report("a.txt", f"Oui, {no}.", says(no, factuality="CT-"))
    pile.report("b.txt", f"Hier, {whole}.", says(whole))
    assert not relations(pile.link())


def test_a_sentence_with_a_negation_refutes_the_same_sentence_without_it(pile, says):
    no = SOLD.replace("a vendu", "n'a pas vendu")
    pile.report("a.txt", f"On sait que {SOLD}.", says(SOLD))
    pile.report("b.txt", f"On sait que {no}.", says(no, factuality="CT-"))
    assert relations(pile.link()) == {(no, "refutes", SOLD)}


def test_a_claim_and_the_words_that_report_it_stand_in_no_relation(pile, says):
    whole = f"Kaltwasser dément que {SOLD} en mai"
    for file in ("a.txt", "b.txt"):
        pile.report(
            file,
            f"Hier, {whole}. Il pleuvait.",
            says(whole),
            says(SOLD, "Kaltwasser", "organisation", factuality="CT-", denies=True),
        )
    assert not relations(pile.link())


def test_the_same_source_saying_the_opposite_later_changes_its_position(pile, says):
    pile.report(
        "a.txt",
        f"Kaltwasser nie que {SOLD}.",
        says(SOLD, "Kaltwasser", "organisation", factuality="CT-", denies=True),
        published="2031-03-03",
    )
    pile.report(
        "b.txt",
        f"Kaltwasser admet que {SOLD}.",
        says(SOLD, "Kaltwasser", "organisation"),
        published="2031-03-12",
    )
    links = pile.link()
    later = next(c for c in links.claims if c.documents == ("b.txt",))
    (relation,) = later.relations
    assert relation.relation == "changes"
    assert "2031-03-12 > 2031-03-03" in relation.reasons[0].words
    assert not [r for c in links.claims if c is not later for r in c.relations]


def test_the_days_of_speaking_order_two_positions_in_one_report(pile, says):
    pile.report(
        "a.txt",
        f"Kaltwasser a nié que {SOLD}. Puis Kaltwasser a reconnu ce mois-ci avoir vendu des "
        "pompes défectueuses à la marine portugaise.",
        says(SOLD, "Kaltwasser", "organisation", factuality="CT-", spoken="2031-02-01"),
        says(
            "avoir vendu des pompes défectueuses à la marine portugaise",
            "Kaltwasser",
            "organisation",
            spoken="2031-03-08",
        ),
    )
    assert {kind for _, kind, _ in relations(pile.link())} == {"changes"}


def test_two_positions_of_one_source_that_cannot_be_ordered_are_left_open(pile, says):
    for file, value in (("a.txt", "CT-"), ("b.txt", "CT+")):
        pile.report(
            file,
            f"Kaltwasser dit que {SOLD}.",
            says(SOLD, "Kaltwasser", "organisation", factuality=value),
        )
    assert not relations(pile.link())


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("un porte-parole de Kaltwasser", "changes"),
        ("la directrice de Kaltwasser", "changes"),
        # The staff does not speak for the firm, nor does a firm beside it.
        ("un ouvrier de Kaltwasser", "refutes"),
        ("un porte-parole d'Ondine", "refutes"),
    ],
)
def test_a_side_that_denies_what_it_admitted_through_another_mouth_changes_its_account(
    pile, says, who, kind
):
    pile.report(
        "a.txt",
        f"Selon {who}, {SOLD}.",
        says(SOLD, who, "unnamed"),
        published="2031-03-03",
        names=(("Kaltwasser", "Company"),),
    )
    pile.report(
        "b.txt",
        f"Kaltwasser nie que {SOLD}.",
        says(SOLD, "Kaltwasser", "organisation", factuality="CT-", denies=True),
        published="2031-03-12",
        names=(("Kaltwasser", "Company"),),
    )
    assert {found for _, found, _ in relations(pile.link())} == {kind}


def test_figures_of_different_actions_are_incomparable_and_say_why(pile, says):
    used = "quelque 1 160 drones Mirza ont été lancés contre le port de Varnek"
    down = "près de 900 drones Mirza lancés contre le port de Varnek ont été abattus"
    pile.report(
        "a.txt",
        f"On compte que {used}.",
        says(used, figures=((1160, "drones Mirza"),), event=("attack", "done")),
    )
    pile.report(
        "b.txt",
        f"On compte que {down}.",
        says(down, figures=((900, "drones Mirza"),), event=("interception", "done")),
    )
    links = pile.link()
    assert relations(links) == {(used, "incomparable", down), (down, "incomparable", used)}
    assert not any(r.to_check for c in links.claims for r in c.relations)
    rules = {x.rule for c in links.claims for r in c.relations for x in r.reasons}
    assert rules == {"other-action", "this-side", "other-side"}


def test_figures_of_periods_apart_are_incomparable(pile, says):
    words = "{} drones Mirza ont été lancés contre le port de Varnek en {}"
    for file, number, month, days in (
        ("a.txt", 300, "mars", ("2031-03-01", "2031-03-31")),
        ("b.txt", 120, "avril", ("2031-04-01", "2031-04-30")),
    ):
        said = words.format(number, month)
        pile.report(
            file,
            f"On compte que {said}.",
            says(said, figures=((number, "drones Mirza"),), time=days),
        )
    assert {kind for _, kind, _ in relations(pile.link())} == {"incomparable"}


def test_two_figures_for_one_action_are_not_called_contradictory(pile, says):
    words = "{} drones Mirza ont été lancés contre le port de Varnek"
    for file, number in (("a.txt", 300), ("b.txt", 320)):
        said = words.format(number)
        pile.report(
            file,
            f"On compte que {said}.",
            says(said, figures=((number, "drones Mirza"),), event=("attack", "done")),
        )
    assert not relations(pile.link())


def test_what_says_the_same_and_more_supports_it(pile, says):
    # Two counts that exclude each other: what gives none is left open between them.
    bare = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine"
    more = {
        f"le groupe Kaltwasser a vendu {n} pompes défectueuses à la marine par un courtier": n
        for n in (40, 90)
    }
    pile.report("a.txt", f"On sait que {bare}.", says(bare))
    for file, (said, n) in zip(("b.txt", "c.txt"), more.items(), strict=True):
        pile.report(file, f"On sait que {said}.", says(said, figures=((n, "pompes"),)))
    found = relations(pile.link())
    assert {r for r in found if r[1] == "supports"} == {(said, "supports", bare) for said in more}


def count(pile, says, file, number, source, published="2031-03-03", unit="drones Mirza"):
    said = f"{number} {unit} ont été lancés contre le port de Varnek"
    pile.report(
        file,
        f"Selon {source}, {said}.",
        says(said, source, "organisation", figures=((number, unit),), event=("attack", "done")),
        published=published,
    )
    return said


def test_two_sources_counts_of_one_thing_far_apart_contradict_each_other(pile, says):
    one = count(pile, says, "a.txt", 300, "le port")
    other = count(pile, says, "b.txt", 120, "la marine")
    links = pile.link()
    assert relations(links) == {(one, "refutes", other), (other, "refutes", one)}
    rules = {x.rule for c in links.claims for r in c.relations for x in r.reasons}
    assert rules == {"other-figures", "this-side", "other-side", "to-check"}


def test_a_count_of_a_later_week_is_a_newer_one_and_contradicts_nothing(pile, says):
    count(pile, says, "a.txt", 120, "le port")
    count(pile, says, "b.txt", 300, "la marine", published="2031-03-11")
    assert not relations(pile.link())


def test_figures_of_different_things_contradict_nothing(pile, says):
    count(pile, says, "a.txt", 300, "le port")
    count(pile, says, "b.txt", 120, "la marine", unit="fusées Tarek")
    assert not {kind for _, kind, _ in relations(pile.link())} & {"refutes", "incomparable"}


def test_who_calls_a_document_a_fake_denies_what_it_tells(pile, says):
    told = "le groupe Kaltwasser a négocié avec les pirates du port de Varnek"
    fake = "les messages ne sont pas authentiques"
    pile.report(
        "a.txt",
        f"Selon des messages, {told}. Ada Roux assure que {fake}.",
        says(told, "des messages", "document"),
        says(fake, "Ada Roux", factuality="CT-"),
    )
    assert relations(pile.link()) == {(fake, "refutes", told)}


def turn(pile, says, first, then, names, *, cue="a dit", source="Ada Roux", days=("03", "09")):
    """One source, or two given with a bar between, that speaks on two days."""
    whos = source.split("|")
    for file, said, who, day, verb in (
        ("a.txt", first, whos[0], days[0], "a dit"),
        ("b.txt", then, whos[-1], days[1], cue),
    ):
        pile.report(
            file,
            f"{said}, {verb} {who}.",
            says(said, who, sentence=f"{said}, {verb} {who}."),
            published=f"2031-03-{day}",
            names=tuple((name, "Address") for name in names if name in said),
        )
    return {kind for _, kind, _ in relations(pile.link())}


FLAGS = "le cargo est immatriculé à Malte", "le cargo est immatriculé au Panama"


@pytest.mark.parametrize(
    ("first", "then", "names"),
    [
        (
            "ces pompes étaient destinées à la Syrie",
            "les pompes étaient peut-être destinées au Liban",
            ("Syrie", "Liban"),
        ),
        (
            "le cargo est immatriculé à Malte",
            "le cargo est immatriculé au Panama",
            ("Malte", "Panama"),
        ),
        ("le cuivre provient de Zambie", "le cuivre provenait du Chili", ("Zambie", "Chili")),
        (
            "les capteurs volés appartiennent à la Norvège",
            "les capteurs appartenaient à la Suède",
            ("Norvège", "Suède"),
        ),
        (
            "la société a son siège à Dubaï",
            "la société a son siège à Sharjah",
            ("Dubaï", "Sharjah"),
        ),
    ],
)
def test_who_later_names_another_where_there_is_but_one_changes_its_position(
    pile, says, first, then, names
):
    assert turn(pile, says, first, then, names) == {"changes"}


ROME = "le convoi de médecins a logé à Rome", "le convoi de médecins a logé à Naples"


def test_who_takes_back_what_it_said_and_names_another_changes_its_position(pile, says):
    assert turn(pile, says, *ROME, ("Rome", "Naples"), cue="a rectifié") == {"changes"}


def test_two_names_for_what_there_may_be_many_of_change_nothing(pile, says):
    assert not turn(pile, says, *ROME, ("Rome", "Naples"))


def test_another_name_by_another_source_changes_nothing(pile, says):
    assert not turn(pile, says, *FLAGS, ("Malte", "Panama"), source="Ada Roux|Ugo Brenn")


def test_positions_of_one_day_are_in_no_order(pile, says):
    assert not turn(pile, says, *FLAGS, ("Malte", "Panama"), days=("03", "03"))


def test_a_relation_says_where_both_sides_stand(pile, says):
    pile.report("a.txt", f"On sait que {SOLD}.", says(SOLD))
    pile.report("b.txt", f"Il est faux que {SOLD}.", says(SOLD, factuality="CT-", denies=True))
    (relation,) = [r for c in pile.link().claims for r in c.relations]
    sides = {r.rule: r for r in relation.reasons if r.rule in {"this-side", "other-side"}}
    assert {rule: r.words for rule, r in sides.items()} == {
        "this-side": "b.txt",
        "other-side": "a.txt",
    }
    assert all(pile.words(r.words, r.span) == SOLD for r in sides.values())


@pytest.mark.parametrize(
    ("first", "then", "anew"),
    [
        # New, and nothing else in common.
        ((("23 nouveaux cas", 23),), (("4 nouveaux morts", 4),), False),
        ((("40 autres blessés", 40),), (("7 autres maisons", 7),), False),
        # By parts, and in all.
        ((("72 morts", 72), ("23 morts", 23)), (("95 morts", 95),), False),
        ((("95 morts", 95),), (("72 morts", 72), ("23 morts", 23)), False),
        ((("23 nouveaux cas", 23),), (("40 nouveaux cas", 40),), False),
        ((("72 morts", 72),), (("95 morts", 95),), True),
        ((("72 morts", 72), ("23 morts", 23)), (("140 morts", 140),), True),
    ],
)
def test_only_another_count_of_one_thing_changes_a_count(pile, says, first, then, anew):
    for file, day, counts in (("a.txt", "03", first), ("b.txt", "06", then)):
        said = f"{' puis '.join(words for words, _ in counts)} dans la crue de Sauveclaire"
        figures = tuple((number, words.split(maxsplit=1)[1]) for words, number in counts)
        pile.report(file, f"La préfète annonce {said}.", says(
            said, "Odile Carran", figures=figures), published=f"2031-03-{day}")  # fmt: skip
    changed = {kind for _, kind, _ in relations(pile.link())} & {"changes"}
    assert changed == ({"changes"} if anew else set())


@pytest.mark.parametrize(
    ("first", "then", "day", "refuted"),
    [(120, 300, "04", False), (300, 120, "04", True), (120, 300, "03", True)],
)
def test_a_count_that_grew_by_the_next_day_contradicts_nothing(
    pile, says, first, then, day, refuted
):
    count(pile, says, "a.txt", first, "le port")
    count(pile, says, "b.txt", then, "la marine", published=f"2031-03-{day}")
    assert ("refutes" in {kind for _, kind, _ in relations(pile.link())}) == refuted
