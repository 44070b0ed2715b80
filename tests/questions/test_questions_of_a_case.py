"""What falls with a source, what a report adds, who denied what, what rests where."""

import pytest

from recoupe import questions
from recoupe.errors import UsageError

EVACUATED = "340 foyers ont été évacués par précaution"
CRACKED = "le barrage a été fissuré dès le printemps"


def _texts(claims):
    return {one.text for one in claims}


# --- without ---


def test_claims_with_no_other_origin_fall_and_the_rest_is_untouched(case):
    found = questions.without(case, "Marc Vidalenc")
    assert (found.kind, found.name) == ("origin", "Marc Vidalenc")
    assert _texts(found.fallen) == {CRACKED, "12 expertises le disaient"}
    assert {(one.before, one.after, one.kept) for one in found.fallen} == {(1, 0, ())}
    assert found.weakened == found.doubtful == ()
    assert len(found.fallen) + found.untouched == len(case.links.claims)


def test_claims_that_another_makes_too_keep_an_origin(pile, says, link_pile):
    pile.report(
        "maire.txt", f"Marc Vidalenc confirme que {EVACUATED}.",
        says(EVACUATED, "Marc Vidalenc", figures=((340, "foyers"),)), published="2032-05-07",
        names=(("Marc Vidalenc", "Person"),),
    )  # fmt: skip
    found = questions.without(link_pile(pile), "Irène Castagnol")
    (weakened,) = found.weakened
    assert (weakened.text, weakened.before, weakened.after) == (EVACUATED, 2, 1)
    assert weakened.kept == ("Marc Vidalenc",)
    assert weakened.claim not in {one.claim for one in found.fallen}


def test_a_claim_that_rests_on_unnamed_sources_who_may_be_one_is_in_doubt(pile, says, link_pile):
    words = "la vanne avait été commandée trop tard"
    for number, day in enumerate(("2032-05-08", "2032-05-09")):
        pile.report(
            f"anonyme{number}.txt", f"Selon un cadre de la régie, {words}.",
            says(words, "un cadre de la régie", "unnamed"), published=day,
            publisher=f"Feuille {number}",
        )  # fmt: skip
    case = link_pile(pile)
    key = next(o.id for c in case.links.claims for o in c.origins if "cadre" in o.name)
    found = questions.without(case, key)
    assert _texts(found.doubtful) == {words}
    assert found.weakened == ()


def test_a_report_falls_with_all_that_was_copied_from_it(case):
    found = questions.without(case, "depeche.txt")
    assert found.kind == "report"
    emptied = "Le barrage de Sarvanne a été vidé dans la nuit de lundi"
    assert emptied in _texts(found.fallen), "its copy does not hold it up"
    # What somebody else heard from the same source stands.
    assert EVACUATED not in _texts(found.fallen)
    assert found.untouched + len(found.fallen) + len(found.weakened) == len(case.links.claims)


def test_a_copy_falls_alone(case):
    found = questions.without(case, "copie.txt")
    assert found.fallen == found.weakened == ()


def test_an_outlet_is_told_with_what_nobody_else_says_that_its_sources_said(case):
    found = questions.without(case, "La Vigie")
    assert _texts(found.fallen) == {"À Sarvanne, les cars attendaient devant la mairie."}
    assert CRACKED in _texts(found.carried)
    assert EVACUATED not in _texts(found.carried)


# --- finding ---


@pytest.mark.parametrize("words", ["Marc Vidalenc", "marc vidalenc", "MARC  VIDALENC", "Vidalenc"])
def test_a_source_is_found_by_its_name_as_written_folded_or_in_part(case, words):
    assert questions.without(case, words).name == "Marc Vidalenc"


def test_a_source_is_found_by_its_id(case):
    key = questions.find_source(case, "Marc Vidalenc")
    assert questions.find_source(case, key) == key


def test_a_name_that_nobody_bears_is_refused_with_the_nearest(case):
    with pytest.raises(
        UsageError, match=r"no source 'Marc Vidalence'.*nearest are: Marc Vidalenc;"
    ):
        questions.without(case, "Marc Vidalence")


def test_a_name_that_several_bear_is_refused_with_their_ids(pile, says, link_pile):
    for number in (1, 2):
        words = f"la route {number} sera coupée"
        pile.report(
            f"route{number}.txt", f"Selon un agent, {words}.", says(words, "un agent", "unnamed")
        )
    with pytest.raises(
        UsageError, match=r"'un agent' may be several .*unnamed:.*unnamed:.*by the id"
    ):
        questions.without(link_pile(pile), "un agent")


@pytest.mark.parametrize("words", ["copie.txt", "COPIE.TXT", "copie"])
def test_a_report_is_found_by_its_file(case, words):
    assert questions.find_report(case, words).file == "copie.txt"


def test_a_report_that_is_not_there_is_refused_with_the_nearest(case):
    with pytest.raises(UsageError, match=r"no report 'copy\.txt'.*nearest are: .*copie\.txt"):
        questions.find_report(case, "copy.txt")


def test_a_claim_is_found_by_words_that_no_other_holds(case):
    assert questions.find_claim(case, "FISSURÉ dès le printemps").text == CRACKED
    with pytest.raises(UsageError, match="2 claims hold the words 'fissuré'"):
        questions.find_claim(case, "fissuré")
    with pytest.raises(UsageError, match="nearest are"):
        questions.find_claim(case, "le volcan s'est réveillé")


def test_nothing_is_found_in_an_empty_case():
    from recoupe.model import Case

    with pytest.raises(UsageError, match="the case has no source"):
        questions.find_source(Case(), "Vidalenc")
    with pytest.raises(UsageError, match="the case has no claim"):
        questions.find_claim(Case(), "Vidalenc")


# --- adds ---


def _adds(case, file):
    return questions.adds(case, questions.find_report(case, file))


def test_the_first_report_adds_all_it_says(case):
    found = _adds(case, "depeche.txt")
    assert (found.known, found.earlier) == (0, 0)
    assert {one.text: one.told for one in found.claims}[EVACUATED] == "first"
    assert {one.name for one in found.origins} >= {"Irène Castagnol", "préfecture du Haut-Verdin"}
    assert [one.words for one in found.figures] == ["340 foyers"]


def test_a_copy_adds_nothing(case):
    found = _adds(case, "copie.txt")
    assert (found.claims, found.figures, found.origins) == ((), (), ())
    assert (found.known, found.earlier) == (3, 1)


def test_a_later_report_adds_what_is_new_in_it(case):
    found = _adds(case, "reportage.txt")
    assert EVACUATED not in {one.text for one in found.claims}
    assert {one.told for one in found.claims} == {"alone"}
    assert [one.words for one in found.figures] == ["12 expertises"]
    assert {one.name for one in found.origins} == {"Marc Vidalenc", "La Vigie"}
    assert found.known == 1


def test_a_figure_is_shown_with_the_words_before_what_it_counts(pile, says, link_pile):
    words = "des centaines de camions ont été détournés"
    pile.report(
        "camions.txt", f"Selon Irène Castagnol, {words}.",
        says(words, "Irène Castagnol", figures=((300, "camions"),)), published="2032-05-30",
    )  # fmt: skip
    reading = pile.readings["camions.txt"]
    (statement,) = reading.statements
    (figure,) = statement.quantities
    start = statement.content.start
    figure = figure.model_copy(update={"span": type(figure.span)(start + 4, start + 13)})
    said = statement.model_copy(update={"quantities": (figure,)})
    pile.readings["camions.txt"] = reading.model_copy(update={"statements": (said,)})
    (shown,) = _adds(link_pile(pile), "camions.txt").figures
    assert shown.words == "centaines de camions"


def test_of_two_reports_of_one_day_neither_is_first(pile, says, link_pile):
    words = "la turbine a été démontée et envoyée à Grenoble"
    for name in ("un", "deux"):
        pile.report(
            f"{name}.txt", f"Selon Irène Castagnol, {words}.", says(words, "Irène Castagnol"),
            published="2032-05-20", publisher=f"Journal {name}",
            names=(("Irène Castagnol", "Person"),),
        )  # fmt: skip
    case = link_pile(pile)
    for name in ("un", "deux"):
        told = {one.text: one.told for one in _adds(case, f"{name}.txt").claims}
        assert told[words] == "order-unknown"


def test_a_report_without_a_date_that_draws_on_another_came_after_it(pile, says, link_pile):
    wire = next(d for d in pile.documents if d.file == "depeche.txt")
    pile.report(
        "sans-date.txt", wire.text, says(EVACUATED, "Irène Castagnol", figures=((340, "foyers"),)),
        publisher="Le Relais", names=(("Irène Castagnol", "Person"),),
    )  # fmt: skip
    assert _adds(link_pile(pile), "sans-date.txt").claims == ()


def test_all_additions_are_those_of_each_report(case):
    assert questions.all_additions(case) == tuple(
        questions.adds(case, document) for document in case.documents
    )


def test_how_many_came_before_is_how_many_precede(case, pile, says, link_pile):
    for name, day in (("x", "2032-05-03"), ("y", None), ("z", "2032-05")):
        text = next(d.text for d in pile.documents if d.file == "depeche.txt")
        pile.report(f"{name}.txt", text, publisher=f"Écho {name}", published=day)
    from recoupe.questions.order import Order

    for one in (case, link_pile(pile)):
        order = Order(one)
        for document in one.documents:
            counted = sum(order.precedes(other.id, document.id) for other in one.documents)
            assert order.earlier(document.id) == counted


# --- denials, and what rests where ---


def test_a_denial_is_told_with_who_it_is_aimed_at(case):
    found = questions.denials(case)
    (denial,) = found.denials
    assert (denial.who, denial.explicit) == (("Irène Castagnol",), True)
    assert [(one.text, one.who) for one in denial.aimed] == [(CRACKED, ("Marc Vidalenc",))]
    assert (denial.file, denial.published) == ("reportage.txt", "2032-05-06")


@pytest.mark.parametrize(
    ("by", "number"), [("irene castagnol", 1), ("Castagnol", 1), ("Marc Vidalenc", 0)]
)
def test_the_denials_of_one_source_alone_can_be_asked_for(case, by, number):
    assert len(questions.denials(case, by).denials) == number


def test_who_is_no_source_of_the_case_is_not_said_to_have_denied_nothing(case):
    with pytest.raises(UsageError, match=r"no source 'Castagnolle'.*nearest are: Irène Castagnol;"):
        questions.denials(case, "Castagnolle")


def test_a_name_within_the_description_of_somebody_else_is_not_theirs(pile, says, link_pile):
    words = "la vanne avait été commandée trop tard"
    pile.report(
        "anonyme.txt", f"Selon un ancien employé de Kartal, {words}.",
        says(words, "un ancien employé de Kartal", "unnamed"), published="2032-05-08",
    )  # fmt: skip
    case = link_pile(pile)
    assert _texts(questions.without(case, "ancien employé").fallen) == {words}
    with pytest.raises(UsageError, match="no source 'Kartal'"):
        questions.without(case, "Kartal")
    with pytest.raises(UsageError, match="no source 'Kartal'"):
        questions.denials(case, "Kartal")


def test_a_source_is_found_by_what_a_report_calls_it_as_a_source(case):
    document = next(d.id for d in case.documents if d.file == "reportage.txt")
    reading = case.readings[document]
    called = tuple(
        s.model_copy(
            update={
                "sources": tuple(
                    one.model_copy(update={"name": "La Mairie"})
                    if one.name == "Marc Vidalenc"
                    else one
                    for one in s.sources
                )
            }
        )
        for s in reading.statements
    )
    read = case.readings | {document: reading.model_copy(update={"statements": called})}
    other = case.model_copy(update={"readings": read})
    assert questions.find_source(other, "mairie") == questions.find_source(case, "Marc Vidalenc")
    assert questions.find_speaker(other, "mairie") == "Marc Vidalenc"


def test_a_source_that_says_otherwise_later_has_changed_its_position(pile, says, link_pile):
    pile.report(
        "aveu.txt", f"Irène Castagnol admet que {CRACKED}.", says(CRACKED, "Irène Castagnol"),
        published="2032-06-01", names=(("Irène Castagnol", "Person"),),
    )  # fmt: skip
    changes = questions.denials(link_pile(pile)).changes
    assert {one.who for one in changes} <= {
        ("Irène Castagnol",),
        ("Marc Vidalenc", "Irène Castagnol"),
    }
    assert changes


def test_origins_come_by_how_much_rests_on_them_alone(case):
    found = questions.resting(case)
    alone = [len(one.alone) for one in found]
    assert alone == sorted(alone, reverse=True)
    by_name = {one.name: one for one in found}
    assert len(by_name["Marc Vidalenc"].alone) == 2
    # Told by several reports, and from one origin all the same.
    assert len(by_name["Irène Castagnol"].repeated) == 1
    for claim in case.links.claims:
        held = [one for one in found if claim.id in (*one.alone, *one.shared)]
        assert len(held) == len(claim.origins)
