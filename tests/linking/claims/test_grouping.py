"""Statements that say the same are one claim; what is not sure stays apart."""

from types import SimpleNamespace

import pytest

from recoupe.linking.claims.contrasts import figures_differ
from recoupe.model import Quantity, Span

DIGUE = "la digue de Sauveclaire a cédé sous la crue dans la nuit de jeudi"


def together(links):
    """The files of each claim that more than one statement makes."""
    return sorted(sorted(c.documents) for c in links.claims if len(c.statements) > 1)


def two(pile, says, one, other, **both):
    """Link two reports with one statement each; tell whether they are one claim."""
    for file, said in (("a.txt", one), ("b.txt", other)):
        words, more = said if isinstance(said, tuple) else (said, {})
        pile.report(file, f"On apprend que {words}.", says(words, **{**both, **more}))
    return bool(together(pile.link()))


def test_every_statement_belongs_to_exactly_one_claim(pile, says):
    pile.report("a.txt", f"Le maire dit que {DIGUE}.", says(DIGUE, "Le maire", "unnamed"))
    pile.report("b.txt", f"Ici, {DIGUE}. Il pleut.", says(DIGUE), says("Il pleut"))
    links = pile.link()
    held = sorted(s for c in links.claims for s in c.statements)
    known = sorted(s.id for r in pile.readings.values() for s in r.statements)
    assert held == known
    assert together(links) == [["a.txt", "b.txt"]]


def test_another_wording_of_the_same_words_is_the_same_claim(pile, says):
    other = "dans la nuit de jeudi, la digue de Sauveclaire avait cédé sous une crue"
    assert two(pile, says, DIGUE, other)


def test_a_merge_gives_its_reasons(pile, says):
    assert two(pile, says, DIGUE, DIGUE)
    (claim,) = pile.link().claims
    assert "same-words" in {r.rule for r in claim.reasons}


def test_other_figures_are_another_claim(pile, says):
    figures = "la crue de Sauveclaire a détruit {} maisons dans la nuit de jeudi"
    one = (figures.format(41), {"figures": ((41, "maisons"),)})
    other = (figures.format(73), {"figures": ((73, "maisons"),)})
    assert not two(pile, says, one, other)


def test_figures_that_extraction_missed_still_keep_claims_apart(pile, says):
    figures = "la crue de Sauveclaire a détruit {} maisons dans la nuit de jeudi"
    assert not two(pile, says, figures.format("1 041"), figures.format("1 073"))


def test_what_only_restricts_is_no_negation(pile, says):
    one = "la crue de Sauveclaire n'a emporté que la digue et le moulin"
    other = "la crue de Sauveclaire a emporté la digue et le moulin"
    assert two(pile, says, one, other)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (
            "le moulin de Sauveclaire a été vidé avant qu'il ne cède sous la crue",
            "le moulin de Sauveclaire a été vidé avant de céder sous la crue",
            True,
        ),
        (
            "la mairie de Sauveclaire redoute que la digue du moulin ne cède sous la crue",
            "la mairie de Sauveclaire redoute de voir la digue du moulin céder sous la crue",
            True,
        ),
        (
            "la mairie de Sauveclaire craint que la digue du moulin ne cède pas sous la crue",
            "la mairie de Sauveclaire craint que la digue du moulin ne cède sous la crue",
            False,
        ),
    ],
)
def test_the_ne_of_fear_and_time_denies_nothing(pile, says, one, other, joined):
    assert two(pile, says, one, other) is joined


def test_a_negation_in_another_sentence_of_a_quotation_does_not_part_two_statements(pile, says):
    one = "Ne m'appelez plus. La crue de Sauveclaire a emporté la digue et le moulin"
    other = "la crue de Sauveclaire a emporté la digue et le moulin"
    assert two(pile, says, one, other)
    against = "Je le sais bien. La crue de Sauveclaire n'a jamais emporté la digue et le moulin"
    assert not two(pile, says, against, other)


@pytest.mark.parametrize(
    ("one", "joined"),
    [
        ("aucun blessé n'est signalé, mais la crue de Sauveclaire a emporté digue et moulin", True),
        ("il n'a pas neigé ; la crue de Sauveclaire a emporté la digue et le moulin", True),
        ("il a plu, mais la crue de Sauveclaire n'a emporté ni la digue ni le moulin", False),
        ("la crue de Sauveclaire n'a pas seulement noyé, mais aussi emporté digue, moulin", False),
    ],
)
def test_a_negation_reaches_no_further_than_its_clause(pile, says, one, joined):
    other = "la crue de Sauveclaire a emporté la digue et le moulin"
    assert two(pile, says, one, other) is joined


@pytest.mark.parametrize(
    ("quoted", "joined"),
    [
        ("Je ne cache rien. {}", True),
        ("{}. Personne n'a jamais dit le contraire", True),
        ("Je ne cache rien. La crue de Sauveclaire n'a emporté ni le moulin ni la digue", False),
    ],
)
def test_who_denies_in_one_sentence_affirms_what_the_others_say(pile, says, quoted, joined):
    other = "la crue de Sauveclaire a emporté la digue et le moulin"
    told = "La crue de Sauveclaire a emporté le moulin et la digue"
    one = (quoted.format(told), {"factuality": "CT-", "quotation": "direct"})
    assert two(pile, says, one, other, source="Odile Carran") is joined


def test_who_denies_what_was_said_denies_all_of_its_sentences(pile, says):
    other = "la crue de Sauveclaire a emporté la digue et le moulin"
    one = "Il n'a rien vu. La crue de Sauveclaire a emporté le moulin et la digue"
    denied = (one, {"factuality": "CT-", "denies": True})
    assert not two(pile, says, denied, other, source="Odile Carran")


def test_attribution_set_into_the_words_is_no_part_of_them(pile, says):
    one = "la crue de Sauveclaire, soutient Odile Carran, a emporté la digue et le moulin"
    other = "la crue de Sauveclaire a emporté le moulin et la digue, croit savoir Ivo Brandl"
    for file, words, source in (("a.txt", one, "Odile Carran"), ("b.txt", other, "Ivo Brandl")):
        names = (("Odile Carran", "Person"), ("Ivo Brandl", "Person"))
        pile.report(file, f"On apprend que {words}.", says(words, source), names=names)
    assert together(pile.link()) == [["a.txt", "b.txt"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Minoterie Vasseur", "Organization"), ("Minoterie Vasseur et Fils", "Organization")),
        (("Sable-Stanok", "Person"), ("Sable-Stanok", "Address")),
    ],
)
def test_a_name_that_is_part_of_another_keeps_nothing_apart(pile, says, one, other):
    for file, named in (("a.txt", one), ("b.txt", other)):
        words = f"la crue de Sauveclaire a emporté le moulin de {named[0]} dans la nuit"
        pile.report(file, f"On apprend que {words}.", says(words), names=(named,))
    assert together(pile.link()) == [["a.txt", "b.txt"]]


def test_a_denial_is_another_claim(pile, says):
    assert not two(pile, says, DIGUE, (DIGUE, {"factuality": "CT-"}))


def test_an_affirmation_and_a_doubt_of_one_thing_are_one_claim(pile, says):
    assert two(pile, says, DIGUE, (DIGUE, {"factuality": "PS+"}))


def test_times_that_cannot_be_one_keep_claims_apart(pile, says):
    one = (DIGUE, {"time": ("2031-03-03", "2031-03-03")})
    other = (DIGUE, {"time": ("2031-04-03", "2031-04-03")})
    assert not two(pile, says, one, other)


def test_times_that_may_be_one_do_not(pile, says):
    one = (DIGUE, {"time": ("2031-03-03", "2031-03-03")})
    other = (DIGUE, {"time": ("2031-03-01", "2031-03-31")})
    assert two(pile, says, one, other)


@pytest.mark.parametrize(
    ("other", "published", "joined"),
    [
        (("2031-03-14", "jeudi"), "2031-03-16", True),
        (("2031-03-14", "jeudi"), "2031-03-23", False),
        (("2031-03-14", "vendredi"), "2031-03-16", False),
    ],
)
def test_one_weekday_that_reports_of_a_week_name_alike_is_one_day(
    pile, says, other, published, joined
):
    told = "la crue de Sauveclaire a emporté la digue et le moulin"
    for file, (day, word), date, said in (
        ("a.txt", ("2031-03-07", "jeudi"), "2031-03-13", "{told} dans la nuit de {word}"),
        ("b.txt", other, published, "dans la soirée de {word}, {told}"),
    ):
        words = said.format(told=told, word=word)
        text = f"On apprend que {words}."
        pile.report(file, text, says(words, time=(day, day)), published=date)
        pile.infer(file, word)
    assert bool(together(pile.link())) is joined


def test_something_planned_and_something_done_are_two_claims(pile, says):
    one = (DIGUE, {"event": ("construction", "considered")})
    other = (DIGUE, {"event": ("construction", "done")})
    assert not two(pile, says, one, other)


def test_the_same_said_of_other_places_is_another_claim(pile, says):
    for file, place in (("a.txt", "Sauveclaire"), ("b.txt", "Rochemaure")):
        words = DIGUE.replace("Sauveclaire", place)
        pile.report(file, f"Ici, {words}.", says(words), names=((place, "Address"),))
    assert not together(pile.link())


def test_short_words_in_two_mouths_are_two_claims(pile, says):
    one, other = ("c'est faux", {"source": "Valtaud"}), ("c'est faux", {"source": "Mercadier"})
    for file, (words, more) in (("a.txt", one), ("b.txt", other)):
        pile.report(file, f"Pour {more['source']}, {words}.", says(words, **more))
    assert not together(pile.link())


def test_a_vague_statement_that_fits_two_precise_ones_stays_apart(pile, says):
    figures = "la crue de Sauveclaire a détruit {} maisons du vieux bourg dans la nuit de jeudi"
    for file, number in (("a.txt", "41"), ("b.txt", "73"), ("c.txt", "des")):
        pile.report(file, f"Ici, {figures.format(number)}.", says(figures.format(number)))
    assert not together(pile.link())


def test_what_adds_a_figure_joins_where_only_one_figure_is_known(pile, says):
    figures = "la crue de Sauveclaire a détruit {} maisons du vieux bourg dans la nuit de jeudi"
    assert two(pile, says, figures.format("41"), figures.format("des"))
    (claim,) = pile.link().claims
    assert claim.text == figures.format("41")


def test_the_text_of_a_claim_is_a_sentence_rather_than_a_word_of_it(pile, says):
    whole, word = "nos relevés montrent une « traction brutale » du câble", "« traction brutale »"
    for file, said in (("a.txt", whole), ("b.txt", word)):
        pile.report(file, f"Meridia parle : {said}.", says(said, "Meridia", "organisation"))
    (claim,) = pile.link().claims
    assert claim.text == whole


def test_a_long_quotation_does_not_join_two_sentences_of_another_report(pile, says):
    first = "Chaque famille du vieux bourg sera relogée avant la fin du mois de mars"
    second = "La commune paiera le loyer des sinistrés pendant toute la durée des travaux"
    pile.report("a.txt", f"{first}. {second}.", says(first), says(second))
    pile.report("b.txt", f"{first}. {second}.", says(f"{first}. {second}"))
    links = pile.link()
    assert not [c for c in links.claims if len(c.statements) > 2]


def test_words_set_in_a_statement_do_not_keep_it_from_others_that_say_the_same(pile, says):
    inner = "chaque famille du vieux bourg sera relogée avant la fin du mois de mars"
    whole = f"{inner}, dans des chalets que la commune a loués"
    told = {"source": "Odile Carran"}
    pile.report("a.txt", f"Odile Carran dit que {whole}.", says(whole, **told), says(inner, **told))
    for file in ("b.txt", "c.txt"):
        pile.report(file, f"Odile Carran dit que {inner}.", says(inner, **told))
    assert together(pile.link()) == [["a.txt", "b.txt", "c.txt"]]
    (claim,) = (c for c in pile.link().claims if len(c.statements) > 1)
    assert len(claim.statements) == 4
    assert len(claim.origins) == 1


def test_a_statement_and_the_words_that_report_it_are_not_one_claim(pile, says):
    whole = f"le maire assure que {DIGUE}"
    pile.report("a.txt", f"Hier, {whole}.", says(whole), says(DIGUE, "le maire", "unnamed"))
    assert not together(pile.link())


def test_the_claims_id_is_that_of_its_earliest_statement(pile, says):
    pile.report("b.txt", f"Ici, {DIGUE}.", says(DIGUE), published="2031-03-05")
    before = pile.link().claims[0].id
    pile.report("c.txt", f"Là, {DIGUE}.", says(DIGUE), published="2031-03-06")
    assert [c.id for c in pile.link().claims] == [before]


def test_passages_in_common_make_a_loose_wording_the_same_claim(pile, says, wire):
    one = "les cuves enterrées du site fuient depuis au moins deux ans sans que l'exploitant en"
    body = wire.split(" - ", 1)[1]
    other = body.replace("fuient depuis au moins deux ans", "fuyaient depuis deux bonnes années")
    loose = "les cuves enterrées du site fuyaient depuis deux bonnes années sans que l'exploitant"
    pile.report("a.txt", wire, says(one), published="2031-03-03")
    pile.report("b.txt", other, says(loose), published="2031-03-04")
    links = pile.link()
    assert together(links) == [["a.txt", "b.txt"]]
    (claim,) = links.claims
    assert "shared-passage" in {r.rule for r in claim.reasons}


def test_the_same_deed_between_other_parties_is_another_claim(pile, says):
    from recoupe.model import Event, Role, Span

    words = "{} a livré 40 grues de quai à {} en avril"
    for file, supplier, recipient in (
        ("a.txt", "Varnek", "Ostrale"),
        ("b.txt", "Ostrale", "Varnek"),
    ):
        said = words.format(supplier, recipient)
        pile.report(
            file,
            f"On sait que {said}.",
            says(said),
            names=(("Varnek", "Address"), ("Ostrale", "Address")),
        )
        reading = pile.readings[file]
        (statement,) = reading.statements
        at = pile.documents[-1].text.index(supplier)
        role = Role(span=Span(at, at + len(supplier)), name=supplier)
        event = Event(
            type="transfer", status="done", trigger=statement.content, roles={"supplier": (role,)}
        )
        statement = statement.model_copy(update={"events": (event,)})
        pile.readings[file] = reading.model_copy(update={"statements": (statement,)})
    assert not together(pile.link())
    for file, reading in pile.readings.items():
        (statement,) = reading.statements
        statement = statement.model_copy(update={"events": ()})
        pile.readings[file] = reading.model_copy(update={"statements": (statement,)})
    # Where no roles were read, the order of the names is all there is.
    assert not together(pile.link())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("la préfecture a ouvert une enquête sur la rupture de la digue",
         "une enquête de la préfecture est ouverte sur la digue rompue"),
        ("quatre habitants de Sauveclaire sont morts dans la crue",
         "la crue a tué quatre habitants de Sauveclaire"),
        ("l'usine Tersane a livré les vannes de la digue",
         "la livraison des vannes de la digue par l'usine Tersane"),
        ("le préfet a suspendu le permis de l'exploitant Kaltwasser",
         "la suspension du permis de Kaltwasser, l'exploitant"),
        ("la mairie a acheté les pompes avant la crue",
         "l'achat des pompes par la mairie avant la crue"),
        ("le conseil du port a démis le trésorier de ses fonctions",
         "le trésorier du port limogé par le conseil"),
        ("un sous-marin a coulé devant le phare de Varnek",
         "devant le phare de Varnek, naufrage d'un submersible"),
        ("des pièces détachées sont passées par une société écran de Varnek",
         "le passage des pièces de rechange par une coquille vide à Varnek"),
        ("l'arrêté sur les masques prend effet lundi à Sauveclaire",
         "à Sauveclaire, entrée en vigueur lundi de l'arrêté sur les masques"),
    ],
)  # fmt: skip
def test_a_noun_for_a_verb_and_a_synonym_say_the_same(pile, says, one, other):
    pile.report("a.txt", f"On dit : {one}.", says(one, "le maire"))
    pile.report("b.txt", f"On dit : {other}.", says(other, "la préfète"))
    assert together(pile.link())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("les forces de l'ordre ont évacué le marché", "la police a fouillé le phare"),
        ("le Premier ministre visite la digue", "le ministre du Port quitte la capitale"),
        ("les pièces détachées sont arrivées par Varnek", "trois pièces de théâtre à Varnek"),
        ("l'arrêté prend effet lundi", "les effets de la crue dureront jusqu'à lundi"),
    ],
)
def test_words_of_a_phrase_alone_do_not_say_what_the_phrase_says(pile, says, one, other):
    pile.report("a.txt", f"On dit : {one}.", says(one, "le maire"))
    pile.report("b.txt", f"On dit : {other}.", says(other, "la préfète"))
    assert not together(pile.link())


def test_a_quotation_and_its_paraphrase_by_one_source_are_one_claim(pile, says):
    quoted, told = "Nous ne fermerons pas l'usine", "l'usine ne fermerait pas"
    pile.report("a.txt", f"« {quoted} », dit Odile Carran.", says(
        quoted, "Odile Carran", factuality="CT-", quotation="direct"))  # fmt: skip
    pile.report("b.txt", f"Odile Carran a assuré que {told}.", says(
        told, "Odile Carran", factuality="CT-"))  # fmt: skip
    claim = next(c for c in pile.link().claims if len(c.statements) > 1)
    assert "same-speaker" in {r.rule for r in claim.reasons}


def test_the_same_few_words_of_two_unnamed_sources_are_two_claims(pile, says):
    for file in ("a.txt", "b.txt"):
        pile.report(file, "Un témoin parle de deux blessés.", says(
            "deux blessés", "Un témoin", "unnamed", figures=((2, "blessés"),)))  # fmt: skip
    assert not together(pile.link())


def test_at_least_a_figure_and_the_figure_are_no_contradiction(pile):
    def given(low, high):
        return SimpleNamespace(figures=frozenset({("", low, high)}))

    assert not figures_differ(given(23, None), given(23, 23))
    assert not figures_differ(given(None, 600), given(600, 600))
    assert figures_differ(given(23, None), given(None, 23))
    assert figures_differ(given(23, None), given(24, 24))


@pytest.mark.parametrize(
    ("over", "exact", "one"),
    [
        (("", 200_000, None), ("", 212_000, 212_000), True),
        (("", 37_000, None), ("", 37_048, 37_048), True),
        (("EUR", 4e8, None), ("EUR", 4.1e8, 4.1e8), True),
        (("", 200_000, None), ("", 260_000, 260_000), False),
        (("", 200_000, None), ("", 196_000, 196_000), False),
        (("", None, 200_000), ("", 212_000, 212_000), False),
        (("", 20, None), ("", 22, 22), False),
        (("", 37_048, None), ("", 37_900, 37_900), False),
        (("", 34e6, 34e6), ("EUR", 34e6, 34e6), True),
        (("", 34e6, 34e6), ("EUR", 35e6, 35e6), False),
        (("", 340, 340), ("EUR", 340, 340), False),
        (("USD", 34e6, 34e6), ("EUR", 34e6, 34e6), False),
        (("", 34e6, 34e6), ("t", 34e6, 34e6), False),
    ],
)
def test_a_sum_without_currency_and_what_is_just_over_a_round_figure(over, exact, one):
    here, there = (SimpleNamespace(figures=frozenset({figure})) for figure in (over, exact))
    assert figures_differ(here, there) is not one
    assert figures_differ(there, here) is not one


def test_a_sentence_asked_for_and_a_sentence_passed_are_two_claims(pile, says):
    asked = "cinq ans de prison et deux millions d'amende ont été requis contre Bastien Orval"
    passed = (
        "Bastien Orval, réélu maire de Quarreau au printemps, a été condamné à cinq ans de prison, "
        "deux millions d'amende et dix ans d'inéligibilité"
    )
    assert not two(pile, says, asked, passed)


def test_the_words_of_one_name_count_once(pile, says):
    names = (("Saint-Aubin des Landes", "Address"),)
    one = "les étiquettes ont été imprimées à Saint-Aubin des Landes"
    other = "le garage de Quarreau et l'imprimeur de Saint-Aubin des Landes"
    pile.report("a.txt", f"On dit : {one}.", says(one, "le maire"), names=names)
    pile.report("b.txt", f"On parle de {other}.", says(other, "la préfète"), names=names)
    assert not together(pile.link())


def test_an_affirmation_with_a_negation_in_it_stays_apart_from_one_without(pile, says):
    one = "la société Tersane a des dettes de 31 millions envers ses fournisseurs"
    other = "Tersane a des dettes, non, elle n'en a pas pour 31 millions, des fournisseurs"
    assert not two(pile, says, one, other)


@pytest.mark.parametrize(
    "words",
    ["la cote de l'usine Tersane est à deux pas du pont de Sauveclaire",
     "la digue n° 2 de Sauveclaire a cédé sous la crue",
     "le maire de Sauveclaire fait le point sur la crue de la digue"],
)  # fmt: skip
def test_a_noun_that_looks_like_a_negation_keeps_nothing_apart(pile, says, words):
    bare = words.replace(" à deux pas du", " près du").replace(" n°", " numéro")
    assert two(pile, says, words, bare.replace("fait le point", "s'exprime"))


def test_a_headline_and_the_sentence_it_was_taken_from_are_one_claim(pile, says):
    pile.report("a.txt", "Ils ont eu peur. Un riverain raconte.", says("Ils ont eu peur"))
    text = "« Ils ont eu peur » : récit.\n\nUn riverain raconte : Ils ont eu peur."
    one = pile.report("b.txt", text, says("Ils ont eu peur"))
    first = pile.readings[one].statements[0]
    start = text.rindex("Ils ont eu peur")
    span = Span(start, start + len("Ils ont eu peur"))
    second = first.model_copy(update={"id": "b.txt:second", "content": span, "sentence": span})
    pile.readings[one] = pile.readings[one].model_copy(update={"statements": (first, second)})
    assert together(pile.link()) == [["b.txt"]]


def test_the_same_words_that_only_point_at_something_are_two_claims(pile, says):
    for file, other in (("a.txt", "Le procureur parle de fraude."), ("b.txt", "On parle de vol.")):
        pile.report(file, f"{other} Odile Carran dément ces accusations.", says(
            "ces accusations", "Odile Carran", factuality="CT-", denies=True))  # fmt: skip
    assert not together(pile.link())


def test_figures_of_other_things_beside_one_in_common_keep_nothing_apart(pile, says):
    one = (
        "la crue de Sauveclaire a fait 23 morts et détruit 41 maisons dans la nuit de jeudi",
        {"figures": ((23, "morts"), (41, "maisons"))},
    )
    other = (
        "la crue de Sauveclaire a fait 23 morts dont 6 enfants dans la nuit de jeudi",
        {"figures": ((23, "morts"), (6, "enfants"))},
    )
    assert two(pile, says, one, other)


def test_one_figure_in_common_does_not_hide_that_another_differs(pile, says):
    words = "la crue de Sauveclaire a fait 23 morts et détruit {} maisons dans la nuit de jeudi"
    one, other = ((words.format(n), {"figures": ((23, "morts"), (n, "maisons"))}) for n in (41, 73))
    assert not two(pile, says, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("sought", "done"), ("considered", "agreed"), ("refused", "done"), ("agreed", "begun")],
)
def test_what_is_wanted_agreed_done_and_refused_are_four_claims(pile, says, one, other):
    read = ((DIGUE, {"event": ("construction", status)}) for status in (one, other))
    assert not two(pile, says, *read)


def test_what_is_under_way_and_what_is_done_may_be_one_claim(pile, says):
    assert two(
        pile,
        says,
        (DIGUE, {"event": ("construction", "begun")}),
        (DIGUE, {"event": ("construction", "done")}),
    )


def test_two_ways_to_deny_one_thing_are_one_claim(pile, says):
    one = ("toute inspection de la digue de Sauveclaire", {"factuality": "CT-", "denies": True})
    other = "la digue de Sauveclaire est restée sans inspection ni contrôle"
    assert two(pile, says, one, other, source="Ada Roux")


def test_who_says_much_needs_more_words_in_common_to_say_the_same(pile, says):
    one = "la digue de Sauveclaire coûte cher aux riverains du grand canal de Varnek"
    other = "la digue de Sauveclaire a coûté un pont, une gare et le vieux marché couvert"
    assert two(pile, says, one, other, source="Ada Roux")
    pile.report(
        "c.txt",
        "\n".join(f"La halle {word} ferme." for word in "abcdefghijklm"),
        *(says(f"La halle {word} ferme", "Ada Roux") for word in "abcdefghijklm"),
    )
    assert ["a.txt", "b.txt"] not in together(pile.link())


@pytest.mark.parametrize(
    ("asked", "passed"),
    [("dix-huit mois de suspension ont été requis contre le courtier Kaltwasser",
      "le courtier Kaltwasser écope de dix-huit mois de suspension"),
     ("les riverains réclament la fermeture de la carrière de Varnek avant l'été",
      "la fermeture de la carrière de Varnek avant l'été"),
     ("la famille du pilote a demandé l'ouverture d'une enquête sur la chute du drone",
      "l'ouverture d'une enquête sur la chute du drone du pilote")],
)  # fmt: skip
def test_what_is_asked_for_is_not_what_is_so(pile, says, asked, passed):
    assert not two(pile, says, asked, passed)


def test_a_question_is_not_what_it_asks(pile, says):
    said = "la digue de Sauveclaire va céder avant la fin de la crue"
    pile.report("a.txt", f"Un ingénieur prévient : {said}.", says(said, "Un ingénieur", "unnamed"))
    pile.report("b.txt", f"Est-ce vrai : {said} ?", says(said))
    assert not together(pile.link())


def test_two_who_each_speak_of_themselves_say_two_things(pile, says):
    for file, who, said in (
        ("a.txt", "Ada Roux", "J'ai perdu ma maison et mes champs dans la crue"),
        ("b.txt", "Odile Carran", "Moi, j'ai perdu mes champs et ma maison, la crue a tout pris"),
    ):
        pile.report(file, f"« {said} », dit {who}.", says(said, who, quotation="direct"))
    assert not together(pile.link())


def test_who_buys_in_one_and_sells_in_the_other_keeps_them_apart(pile, says):
    names = (("Kaltwasser", "Company"), ("Tersane", "Company"))
    for file, said in (
        ("a.txt", "Kaltwasser a livré les vannes de la digue à Tersane en mars"),
        ("b.txt", "Tersane a livré les vannes de la digue à Kaltwasser en mars"),
    ):
        pile.report(file, f"On dit : {said}.", says(said, "le maire"), names=names)
    assert not together(pile.link())


def test_names_turned_round_with_other_words_keep_nothing_apart(pile, says):
    names = (("Kaltwasser", "Company"), ("Tersane", "Company"))
    for file, said in (
        ("a.txt", "Kaltwasser a livré les vannes de la digue de Sauveclaire à Tersane"),
        (
            "b.txt",
            "les vannes de la digue de Sauveclaire arrivées chez Tersane viennent de Kaltwasser",
        ),
    ):
        pile.report(file, f"On dit : {said}.", says(said, "le maire"), names=names)
    assert together(pile.link())


def joined(links, *files):
    """Tell whether one claim holds statements of all these reports."""
    return any({*files} <= {*c.documents} for c in links.claims)


@pytest.mark.parametrize(
    ("factuality", "whole"), [("PS+", False), ("CT+", True)], ids=["may be", "is"]
)
def test_what_may_be_the_most_is_no_claim_of_so_much(pile, says, factuality, whole):
    most = "la cargaison de pompes du cargo Lydia Bay vaut jusqu'à 18 millions d'euros"
    much = "la cargaison de pompes du cargo Lydia Bay vaut 18 millions d'euros"
    for file, said, value, low in (("a.txt", most, factuality, None), ("b.txt", much, "CT+", 18e6)):
        pile.report(file, f"Selon Ada Roux, {said}.", says(said, "Ada Roux", factuality=value))
        reading = pile.readings[file]
        (statement,) = reading.statements
        figure = Quantity(span=statement.content, low=low, high=18e6, unit="EUR")
        told = statement.model_copy(update={"quantities": (figure,)})
        pile.readings[file] = reading.model_copy(update={"statements": (told,)})
    assert joined(pile.link(), "a.txt", "b.txt") is whole


def seizures(pile, says, one, other, names):
    """Two sources in two reports, each naming what the text names as organisations."""
    for file, said, who in (("a.txt", one, "Ada Roux"), ("b.txt", other, "le fil Ouest")):
        pile.report(
            file,
            f"{said}, a dit {who}.",
            says(said, who, figures=((42, "conteneurs"),)),
            names=tuple((name, "PublicBody") for name in names if name in said),
        )
    return joined(pile.link(), "a.txt", "b.txt")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La douane chypriote", "la douane de Chypre"),
        ("La marine sud-coréenne", "la marine de Corée du Sud"),
        ("La police turque", "la police de la Turquie"),
        ("Le ministère péruvien du Commerce", "le ministère du Commerce du Pérou"),
        ("Le gouvernement de Nicosie", "le gouvernement chypriote"),
    ],
)
def test_a_body_of_a_state_is_one_under_the_states_adjective_and_name(pile, says, one, other):
    active = f"{one} a saisi jeudi 42 conteneurs à bord du cargo Lydia Bay"
    passive = f"42 conteneurs de pompes ont été saisis jeudi par {other} sur le cargo Lydia Bay"
    assert seizures(pile, says, active, passive, (one, other))


def test_bodies_of_two_states_stay_apart(pile, says):
    active = "Les douanes chypriotes ont saisi jeudi 42 conteneurs à bord du cargo Lydia Bay"
    passive = "42 conteneurs ont été saisis jeudi par les douanes de Grèce sur le cargo Lydia Bay"
    names = ("Les douanes chypriotes", "les douanes de Grèce")
    assert not seizures(pile, says, active, passive, names)


def test_the_embassies_of_two_states_in_each_other_stay_apart(pile, says):
    one = "L'ambassade russe en Grèce a fermé 42 conteneurs de pompes jeudi sur le quai Lydia"
    other = "L'ambassade grecque en Russie a fermé 42 conteneurs de pompes jeudi sur le quai Lydia"
    names = ("L'ambassade russe en Grèce", "L'ambassade grecque en Russie")
    assert not seizures(pile, says, one, other, names)


def of_many_affairs(pile, says, one, other, *, common=""):
    """Two sources in two of many reports on as many affairs."""
    for n, who in enumerate(
        ("Ada Roux", "Ugo Brenn", *(f"Témoin {c * 3}" for c in "bcdfghjklmnp"))
    ):
        said = (one, other)[n] if n < 2 else f"le dossier {who} reste à instruire en appel"
        more = common if n < 2 else ""
        names = ((common, "Organization"),) if more else ()
        told = (says(more, who),) if more else ()
        pile.report(
            f"{n:02}.txt", f"{said}. {more}. Selon {who}.", says(said, who), *told, names=names
        )
    return joined(pile.link(), "00.txt", "01.txt")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("des réactions sur les réseaux sociaux", "les nombreuses réactions aux réseaux sociaux"),
        ("nous avons fait des avancées significatives", "des avancées significatives"),
        ("l'enquête est en cours", "une enquête de police est en cours"),
        ("la situation reste sous contrôle", "la situation est sous contrôle"),
        ("les recherches ont été interrompues", "les recherches sont interrompues"),
    ],
)
def test_two_common_words_join_nothing_across_affairs(pile, says, one, other):
    assert not of_many_affairs(pile, says, one, other)


def test_two_common_words_join_reports_that_name_one_thing(pile, says):
    words = "les recherches ont été interrompues", "les recherches sont interrompues"
    assert of_many_affairs(pile, says, *words, common="Sauveclaire")


def test_what_says_much_is_joined_across_reports_that_name_nothing_in_common(pile, says):
    words = (
        "la digue a cédé sous la crue du fleuve",
        "la digue céda sous la crue soudaine du fleuve",
    )
    assert of_many_affairs(pile, says, *words)
