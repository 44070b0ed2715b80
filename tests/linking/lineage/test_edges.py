"""Which report draws on which."""

import pytest

from recoupe.model import Span


def edges(links):
    return {(e.document, e.on): e for e in links.lineage}


def rules(edge):
    return {reason.rule for reason in edge.reasons}


def test_a_reprint_is_a_copy_of_the_earlier_wire(pile, wire):
    pile.report("b-wire.txt", wire, published="2031-03-03")
    pile.report("a-reprint.txt", wire.split(" - ", 1)[1], published="2031-03-04")
    found = edges(pile.link())
    assert list(found) == [("a-reprint.txt", "b-wire.txt")]
    edge = found["a-reprint.txt", "b-wire.txt"]
    assert edge.relation == "copy"
    assert edge.score > 0.95
    assert "published-later" in rules(edge)


def test_the_spans_of_an_edge_hold_the_same_words_on_both_sides(pile, wire):
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("reprint.txt", wire.split(" - ", 1)[1], published="2031-03-04")
    (edge,) = pile.link().lineage
    assert edge.passages
    for passage in edge.passages:
        here = pile.words(edge.document, passage.document)
        there = pile.words(edge.on, passage.on)
        assert here.split() == there.split()


def test_a_reprint_with_cuts_and_moved_paragraphs_is_still_found(pile, wire):
    first, _second, third, _fourth = wire.split("\n\n")
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("cut.txt", "\n\n".join([third, first.split(" - ")[1]]), published="2031-03-04")
    edge = edges(pile.link())["cut.txt", "wire.txt"]
    assert edge.relation == "excerpt"
    assert edge.score == pytest.approx(1.0, abs=0.05)
    assert len(edge.passages) == 2


def test_a_copy_with_small_edits_in_every_sentence_is_still_a_copy(pile, wire):
    edited = (
        wire.split(" - ", 1)[1]
        .replace("ordonné mardi", "décidé")
        .replace("fuient depuis au moins", "perdent leur contenu depuis")
        .replace("sont privés", "restent privés")
        .replace("emploie", "compte")
    )
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("edited.txt", edited, published="2031-03-04")
    assert edges(pile.link())["edited.txt", "wire.txt"].relation == "copy"


def test_a_wire_inside_a_longer_article_is_an_excerpt(pile, wire, independent):
    second = wire.split("\n\n")[1]
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("long.txt", f"{independent}\n\n{second}", published="2031-03-05")
    found = edges(pile.link())
    assert list(found) == [("long.txt", "wire.txt")]
    assert found["long.txt", "wire.txt"].relation == "excerpt"
    assert found["long.txt", "wire.txt"].score < 0.5


def test_the_same_story_written_independently_is_no_lineage(pile, wire, independent):
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("own.txt", independent, published="2031-03-04")
    assert not pile.link().lineage


def test_a_public_statement_that_two_reports_quote_is_no_lineage(pile, independent, wire):
    quote = (
        "« Nous ne rouvrirons ce site que lorsque chaque cuve aura été vidée, contrôlée et "
        "remplacée, et que les habitants des trois communes auront retrouvé une eau saine et "
        "des réponses claires à leurs questions », a déclaré le préfet."
    )
    pile.report("one.txt", f"{wire}\n\n{quote}", published="2031-03-03")
    pile.report("two.txt", f"{independent}\n\n{quote}", published="2031-03-04")
    assert not pile.link().lineage


def test_what_surrounds_the_report_on_its_page_is_no_lineage(pile, wire, independent):
    menu = (
        "Accueil Politique Économie Société Sports Culture Recevez chaque matin notre lettre "
        "et retrouvez toute l'actualité de la vallée en un clin d'œil sur votre téléphone "
        "grâce à notre application gratuite disponible dès maintenant"
    )
    pile.report("one.html", wire, published="2031-03-03", debris=menu)
    pile.report("two.html", independent, published="2031-03-04", debris=menu)
    assert not pile.link().lineage


def test_a_formula_filled_in_with_other_figures_is_no_lineage(pile):
    formula = (
        "Le niveau de la rivière a atteint {} centimètres à la station du pont neuf {}, soit {} "
        "centimètres de plus que la veille, selon le relevé quotidien du service des crues."
    )
    pile.report(
        "mon.txt",
        "Les pluies du week-end ont gonflé les eaux. " + formula.format(212, "lundi", 31),
        published="2031-03-03",
    )
    pile.report(
        "tue.txt",
        "La décrue se fait attendre dans les villages. " + formula.format(247, "mardi", 35),
        published="2031-03-04",
    )
    assert not pile.link().lineage


def test_reprints_of_one_wire_draw_on_the_wire_and_not_on_each_other(pile, wire):
    body = wire.split(" - ", 1)[1]
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    for day, file in ((4, "one.txt"), (5, "two.txt"), (6, "three.txt")):
        pile.report(file, body, publisher=file, published=f"2031-03-0{day}")
    assert set(edges(pile.link())) == {
        ("one.txt", "wire.txt"),
        ("two.txt", "wire.txt"),
        ("three.txt", "wire.txt"),
    }


def test_a_report_made_of_two_others_draws_on_both(pile, wire, independent):
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("own.txt", independent, published="2031-03-03")
    pile.report("both.txt", f"{wire}\n\n{independent}", published="2031-03-04")
    assert set(edges(pile.link())) == {("both.txt", "own.txt"), ("both.txt", "wire.txt")}


def test_who_cites_whom_decides_the_direction_against_the_date(pile, wire):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-09")
    pile.report(
        "paper.txt",
        wire.split(" - ", 1)[1],
        publisher="La Vallée",
        cites="Fil Ouest",
        debris="Fil Ouest",
        credit=True,
    )
    edge = edges(pile.link())["paper.txt", "wire.txt"]
    assert "cites-outlet" in rules(edge)
    assert pile.words("paper.txt", edge.cites) == "Fil Ouest"


def test_without_dates_or_citations_the_direction_is_said_to_be_undecided(pile, wire):
    pile.report("long.txt", wire)
    pile.report("short.txt", "\n\n".join(wire.split("\n\n")[:3]))
    (edge,) = pile.link().lineage
    assert (edge.document, edge.on) == ("short.txt", "long.txt")
    assert "direction-undecided" in rules(edge)


def test_a_doubted_date_decides_no_direction(pile, wire):
    from recoupe.model import Dating, Reason

    pile.report("long.txt", wire, published="2031-03-09")
    pile.report("short.txt", "\n\n".join(wire.split("\n\n")[:3]), published="2031-03-04")
    doubted = Dating(value=None, doubts=(Reason(rule="later-than-the-text-allows"),))
    pile.readings["long.txt"] = pile.readings["long.txt"].model_copy(update={"dating": doubted})
    (edge,) = pile.link().lineage
    assert (edge.document, edge.on) == ("short.txt", "long.txt")
    assert "direction-undecided" in rules(edge)


def test_a_summary_that_names_its_source_draws_on_the_report_in_the_pile(pile, wire, summary):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "summary.txt",
        summary,
        publisher="Brèves",
        published="2031-03-04",
        cites="le Fil Ouest",
        debris="Source : le Fil Ouest",
        credit=True,
    )
    (edge,) = pile.link().lineage
    assert (edge.document, edge.on, edge.relation) == ("summary.txt", "wire.txt", "summary")
    assert {"restated-sentences", "cites-outlet"} <= rules(edge)
    assert len(edge.passages) == 3


def test_a_summary_is_found_where_the_text_names_the_outlet_and_extraction_missed_it(
    pile, wire, summary
):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "summary.txt",
        f"12 heures après.\n\n{summary}",
        published="2031-03-04",
        debris="Source : Fil Ouest",
    )
    assert ("summary.txt", "wire.txt") in edges(pile.link())


def test_the_same_story_is_no_lineage_where_the_outlet_is_only_spoken_of(pile, wire):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "other.txt",
        "Le Fil Ouest recrute deux rédacteurs pour son bureau de la côte, a-t-on appris jeudi.",
        published="2031-03-04",
    )
    assert not pile.link().lineage


def test_a_cited_outlet_outside_the_pile_is_an_origin(pile, independent):
    pile.report("own.txt", independent, cites="Kaltwasser")
    (edge,) = pile.link().lineage
    assert (edge.on, edge.relation, edge.passages) == ("origin:Kaltwasser", "citation", ())
    assert pile.words("own.txt", edge.cites) == "Kaltwasser"


def test_a_cited_outlet_whose_reports_share_nothing_is_an_origin_and_the_edge_says_so(
    pile, wire, independent
):
    pile.report("wire.txt", wire, publisher="Le Fil Ouest", published="2031-03-03")
    pile.report(
        "own.txt",
        "Les tarifs du stationnement augmenteront en avril dans le centre, selon Fil Ouest.",
        published="2031-03-04",
        cites="Fil Ouest",
    )
    (edge,) = pile.link().lineage
    assert edge.on == "origin:Le Fil Ouest"
    assert "no-report-shares-matter" in rules(edge)


def test_a_report_that_appeared_later_is_not_what_a_citation_means(pile, wire, summary):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-08")
    pile.report(
        "summary.txt",
        summary,
        published="2031-03-04",
        cites="Fil Ouest",
        debris="Source : Fil Ouest",
    )
    assert list(edges(pile.link())) == [("summary.txt", "origin:Fil Ouest")]


def test_a_report_does_not_cite_its_own_outlet(pile, wire):
    pile.report("wire.txt", wire, publisher="Le Fil Ouest", cites="Fil Ouest", credit=True)
    pile.report("site.txt", f"{wire[:60]} (Fil Ouest)", publisher="filouest.fr", cites="Fil Ouest")
    assert not pile.link().lineage


def test_an_agency_is_known_by_its_acronym(pile, wire):
    pile.report("wire.txt", wire, publisher="Agence ligure de presse", published="2031-03-03")
    pile.report(
        "paper.txt", wire, published="2031-03-03", debris="avec ALP", cites="ALP", credit=True
    )
    assert list(edges(pile.link())) == [("paper.txt", "wire.txt")]


def test_two_reprints_of_a_wire_outside_the_pile_both_draw_on_its_agency(pile, wire):
    body = wire.split(" - ", 1)[1]
    for file, day in (("one.txt", 4), ("two.txt", 5)):
        pile.report(
            file,
            body,
            publisher=file,
            published=f"2031-03-0{day}",
            cites="Fil Ouest",
            debris="avec Fil Ouest",
            credit=True,
        )
    found = edges(pile.link())
    assert set(found) == {("one.txt", "origin:Fil Ouest"), ("two.txt", "origin:Fil Ouest")}
    assert all(e.relation == "copy" for e in found.values())
    assert all("same-text-same-credit" in rules(e) for e in found.values())


def test_a_document_without_a_reading_or_without_a_body_is_left_out(pile, wire):
    pile.report("one.txt", wire)
    pile.report("two.txt", wire)
    del pile.readings["two.txt"]
    pile.report("three.txt", "", debris=wire)
    assert not pile.link().lineage


FACTORY = """
    À Montrevel, le maire compte les citernes. Trois communes de la vallée n'ont plus d'eau.

    Jeudi, Fil Ouest rapportait que des cuves de l'usine Tersane laissent échapper leur
    contenu depuis deux ans. La filiale de Kaltwasser n'a pas répondu.
"""


def one_line(text):
    return "\n\n".join(" ".join(p.split()) for p in text.strip().split("\n\n"))


def test_one_sentence_told_in_other_words_draws_on_the_report_of_the_outlet_that_it_names(
    pile, wire
):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report("own.txt", one_line(FACTORY), publisher="Le Réveil", published="2031-03-05")
    edge = edges(pile.link())["own.txt", "wire.txt"]
    assert edge.relation == "citation"
    assert {"cites-outlet", "shares-matter"} <= rules(edge)
    (passage,) = edge.passages
    assert "rapportait" in pile.words("own.txt", passage.document)
    assert "fuient" in pile.words("wire.txt", passage.on)


def test_a_sentence_that_only_points_back_shows_the_one_that_tells(pile, wire):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "own.txt",
        "On savait Tersane fragile. Les cuves enterrées de l'usine fuient depuis deux ans, et "
        "l'exploitant n'en a averti personne à Montrevel. C'est Fil Ouest qui l'a raconté.",
        published="2031-03-04",
        cites="Fil Ouest",
    )
    (edge,) = pile.link().lineage
    assert any("cuves" in pile.words("own.txt", p.document) for p in edge.passages)
    names = next(r.words for r in edge.reasons if r.rule == "shares-matter")
    assert "Montrevel" in names


@pytest.mark.parametrize(
    "publisher", ["Fil Ouest (traduction)", "Fil Ouest, édition du soir", "Fil Ouest International"]
)
def test_an_outlet_is_known_without_what_names_its_edition(pile, wire, publisher):
    pile.report("wire.txt", wire, publisher=publisher, published="2031-03-03")
    pile.report(
        "own.txt",
        one_line(FACTORY),
        publisher="Le Réveil",
        published="2031-03-05",
        cites="Fil Ouest",
    )
    assert ("own.txt", "wire.txt") in edges(pile.link())


@pytest.mark.parametrize(
    "other",
    [
        "Fil Ouest a par ailleurs perdu son procès contre le syndicat des imprimeurs de Quarreau.",
        "Comme le racontait Fil Ouest, la foire aux bestiaux de Quarreau n'attire plus personne.",
        "Le photographe, qui a travaillé pour Fil Ouest, expose à Quarreau des portraits.",
    ],
)
def test_an_outlet_named_for_another_matter_is_not_drawn_on(pile, wire, other):
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    text = f"Le conseil de Montrevel s'est réuni mardi.\n\n{other}"
    pile.report("other.txt", text, publisher="Le Réveil", published="2031-03-05")
    assert not edges(pile.link())


def test_an_outlet_named_with_its_article_drawn_into_a_preposition_is_found(pile, wire):
    pile.report("wire.txt", wire, publisher="Le Fanal", published="2031-03-03")
    text = one_line(FACTORY).replace("Fil Ouest rapportait", "une enquête du Fanal rapportait")
    pile.report("own.txt", text, publisher="Le Réveil", published="2031-03-05")
    assert ("own.txt", "wire.txt") in edges(pile.link())


def test_what_follows_the_noun_in_an_outlet_s_name_is_not_its_name(pile, wire):
    pile.report("wire.txt", wire, publisher="Journal des riverains", published="2031-03-03")
    text = "Une réunion des riverains de l'usine Tersane a eu lieu à Montrevel : les cuves fuient."
    pile.report("own.txt", text, publisher="Le Cap", published="2031-03-04")
    assert not pile.link().lineage


@pytest.mark.parametrize(
    ("more", "on"), [("Lu dans La Voix du Cap. ", "wire.txt"), ("", "origin:Voix")]
)
def test_a_name_cut_short_is_the_one_that_the_report_gives_in_full(pile, wire, more, on):
    pile.report("wire.txt", wire, publisher="La Voix du Cap", published="2031-03-03")
    text = (
        "Nos confrères de La Voix racontent que les cuves enterrées de l'usine Tersane fuient "
        "depuis deux ans et que 4 200 habitants de Montrevel sont privés d'eau."
    )
    day = "2031-03-04"
    pile.report("own.txt", more + text, publisher="Le Cap", published=day, cites="Voix")
    assert [edge.on for edge in pile.link().lineage] == [on]


def test_an_abbreviation_is_no_name_cut_short(pile, independent):
    text = f"RVC Découverte a diffusé un film. Le port sera fermé en mai, selon RVC. {independent}"
    pile.report("own.txt", text, publisher="Le Cap", cites="RVC")
    pile.report("film.txt", "Un film sur le port.", publisher="RVC Découverte")
    assert "origin:RVC" in {edge.on for edge in pile.link().lineage}


def test_of_an_outlet_s_name_the_whole_counts_where_reading_took_a_part(pile, wire):
    pile.report("wire.txt", wire, publisher="L'Essor chimique", published="2031-03-03")
    text = (
        "L'usine Tersane de Montrevel est arrêtée : d'après L'Essor chimique, ses cuves enterrées "
        "fuient depuis deux ans et 4 200 habitants sont privés d'eau."
    )
    pile.report("own.txt", text, publisher="Le Cap", published="2031-03-04", cites="Essor")
    assert list(edges(pile.link())) == [("own.txt", "wire.txt")]


def test_a_name_that_ends_in_an_outlet_s_noun_names_no_outlet(pile, wire):
    pile.report("wire.txt", wire, publisher="Le Monde", published="2031-03-03")
    text = one_line(FACTORY).replace(
        "Fil Ouest rapportait", "le comité de la Coupe du Monde disait"
    )
    pile.report("own.txt", text, publisher="Le Réveil", published="2031-03-05")
    assert not edges(pile.link())


def test_an_outlet_that_repeats_its_background_draws_on_its_earlier_report(pile, wire):
    background = wire.split("\n\n")[3].split(" et fournit")[0]
    background += " et fournit les fabricants de peinture de toute la région."
    pile.report("a.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    pile.report(
        "b.txt",
        f"Le tribunal a nommé jeudi un administrateur.\n\n{background}",
        publisher="Fil Ouest",
        published="2031-03-20",
    )
    assert edges(pile.link())["b.txt", "a.txt"].relation == "excerpt"


@pytest.mark.parametrize("named", ["Odile Carran", "le journal", "FO"])
def test_a_writer_a_kind_of_outlet_and_an_outlet_s_own_initials_are_no_outlets(
    pile, independent, named
):
    pile.report(
        "own.txt",
        independent,
        publisher="Fil Ouest",
        names=(("Odile Carran", "Person"),),
        debris=f"Par {named}",
        cites=named,
        credit=True,
    )
    assert not edges(pile.link())


def test_of_one_day_what_an_agency_signs_at_its_head_is_drawn_on(pile, wire, independent):
    longer = f"{independent}\n\n{wire.split(' - ', 1)[1]}"
    pile.report("a-long.txt", longer, publisher="La Feuille", published="2031-03-03")
    pile.report("wire.txt", wire, publisher="Fil Ouest", published="2031-03-03")
    (edge,) = pile.link().lineage
    assert (edge.document, edge.on) == ("a-long.txt", "wire.txt")
    assert "agency-wire" in rules(edge)


def test_who_put_two_reports_together_draws_on_both(pile, wire, independent):
    both = f"{independent}\n\n{wire.split(' - ', 1)[1]}"
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("own.txt", independent, published="2031-03-05")
    pile.report("both.txt", both, published="2031-03-05")
    found = edges(pile.link())
    assert set(found) == {("both.txt", "wire.txt"), ("both.txt", "own.txt")}
    assert "put-together" in rules(found["both.txt", "own.txt"])


def test_a_copy_of_an_edited_copy_draws_on_the_one_whose_edits_it_has(pile, wire, independent):
    added = independent.split("\n\n")[1]
    edited = f"{wire.split(' - ', 1)[1]}\n\n{added}"
    pile.report("wire.txt", wire, published="2031-03-03")
    pile.report("edited.txt", edited, published="2031-03-04")
    pile.report("again.txt", edited.replace("ordonné", "exigé"), published="2031-03-05")
    assert set(edges(pile.link())) == {("edited.txt", "wire.txt"), ("again.txt", "edited.txt")}


def test_a_short_formula_with_half_of_its_figures_anew_is_no_lineage(pile):
    formula = (
        "La pandémie de fièvre grise a fait plus de {} morts dans les douze provinces du pays "
        "depuis son apparition dans le port de Salbris, et {} cas y ont été recensés depuis 2019."
    )
    pile.report("monday.txt", formula.format("4 120", "96 000"), published="2031-03-03")
    pile.report("tuesday.txt", formula.format("4 310", "98 500"), published="2031-03-04")
    assert not pile.link().lineage


def test_the_very_same_report_is_a_copy_though_it_is_all_direct_speech(pile):
    said = (
        "« Nous avons fermé la vanne à minuit. Personne ne nous avait prévenus que la digue "
        "prenait l'eau depuis trois jours. » « Les habitants du quai bas ont été logés au "
        "gymnase, et les écoles resteront fermées jusqu'à ce que le niveau redescende. » « Je "
        "remercie les équipes qui ont travaillé toute la nuit dans le froid », a dit le maire."
    )
    pile.report("one.txt", said, published="2031-03-03")
    pile.report("two.txt", said, published="2031-03-04")
    (edge,) = pile.link().lineage
    assert (edge.document, edge.on, edge.relation) == ("two.txt", "one.txt", "copy")


def test_one_sentence_printed_twice_and_nothing_else_is_a_copy(pile, says):
    said = (
        "Les riverains du quai bas espèrent une décision « rapide », cinq mois après la crue qui a "
        "noyé leurs caves."
    )
    for day, file in ((3, "one.txt"), (4, "two.txt")):
        statement = says("rapide", source="Les riverains du quai bas", quotation="mixed")
        pile.report(file, said, statement, published=f"2031-03-0{day}")
    assert list(edges(pile.link())) == [("two.txt", "one.txt")]


def test_a_notice_that_stands_below_every_poll_is_no_lineage(pile):
    notice = (
        "Enquête menée en ligne {} auprès de {} personnes de 18 ans et plus, selon la méthode "
        "des quotas. Marge d'erreur de 1,4 à 3,1 points."
    )
    pile.report(
        "may.txt",
        "Le maire de Montbrel gagne sept points. " + notice.format("le 27 mai", 980),
        published="2031-05-28",
    )
    pile.report(
        "june.txt",
        "Les Lorgnacois ne veulent plus du tramway. " + notice.format("le 18 juin", 1003),
        published="2031-06-19",
    )
    assert not pile.link().lineage


def test_places_listed_by_the_alphabet_are_no_lineage(pile):
    listed = (
        "sont la Drôme, l'Essonne, l'Eure, le Gard, le Gers, la Gironde, l'Hérault, l'Indre, "
        "l'Isère, le Jura, les Landes, le Loiret, le Lot, la Marne, la Meuse et la Nièvre."
    )
    pile.report(
        "heat.txt",
        "La chaleur ne faiblit pas et les nuits restent étouffantes. Les départements concernés "
        f"jusqu'à samedi {listed}",
        published="2031-07-03",
    )
    pile.report(
        "drought.txt",
        "Arroser son jardin coûtera cher à qui se fera prendre. Là où l'eau est rationnée depuis "
        f"lundi, qui {listed}",
        published="2031-07-24",
    )
    assert not pile.link().lineage


def test_a_count_kept_by_day_is_no_lineage_for_its_formula(pile):
    count = (
        "{} morts dans l'archipel depuis le réveil du volcan en décembre, selon un bilan établi "
        "par le Fil Ouest à partir de sources officielles transmises par les trois préfectures."
    )
    wind = (
        "Le vent a tourné dans la nuit et les cendres tombent désormais sur le port, où les "
        "pêcheurs couvrent leurs filets de bâches. On compte "
    )
    ferries = (
        "Deux bacs ont repris la mer avec de l'eau, des vivres et un médecin, mais aucun n'a pu "
        "accoster avant le soir. L'île pleure "
    )
    pile.report("mon.txt", wind + count.format(261), published="2031-03-03")
    pile.report("fri.txt", ferries + count.format(305), published="2031-03-07")
    assert not pile.link().lineage


def test_a_name_alone_above_a_report_is_its_outlets_where_another_report_cites_it(pile, wire):
    paragraph = wire.split("\n\n")[1]
    pile.report("copied.txt", wire, debris="")
    head = f"De Onde\n\n{wire}"
    pile.documents[-1] = pile.documents[-1].model_copy(update={"text": head})
    shift = len("De Onde\n\n")
    reading = pile.readings["copied.txt"]
    body = tuple(Span(s.start + shift, s.end + shift) for s in reading.body)
    pile.readings["copied.txt"] = reading.model_copy(update={"body": body})
    pile.report("citing.txt", f"Selon De Onde, tout est dit.\n\n{paragraph}", cites="De Onde")
    found = edges(pile.link())
    assert ("citing.txt", "copied.txt") in found
    assert ("citing.txt", "origin:De Onde") not in found


def test_of_two_versions_by_one_outlet_the_one_that_says_so_is_the_update(pile, wire):
    text = wire.split(" - ", 1)[1]
    for file, line in (("b-first.txt", ""), ("a-update.txt", "Mis à jour le 4 mars à 10h02\n\n")):
        pile.report(
            file,
            f"{line}{text}",
            publisher="Le Phare",
            published="2031-03-04",
            cites="Ancre",
            credit=True,
            debris="Avec Ancre",
        )
    found = edges(pile.link())
    assert "says-updated" in rules(found["a-update.txt", "b-first.txt"])
    assert ("a-update.txt", "origin:Ancre") in found


def test_a_description_of_an_outlet_is_not_the_town_in_it(pile):
    pile.report(
        "a.txt", "Selon un quotidien de Riga, rien ne presse.", cites="un quotidien de Riga"
    )
    assert list(edges(pile.link())) == [("a.txt", "origin:un quotidien de Riga")]
