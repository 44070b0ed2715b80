"""Origins are counted, not articles."""

import pytest

from recoupe.model import Span

LEAK = "les cuves enterrées du site fuient depuis au moins deux ans"

APART = (
    ("one.txt", "Des citernes sont arrivées devant les écoles des trois communes en aval."),
    ("two.txt", "Le conseil se réunira mardi soir à huis clos, sans le préfet ni la presse."),
)
"""Two reports with what sets them apart: of the very same words one would be the other's copy."""


def origins(links, words):
    (claim,) = [c for c in links.claims if words in c.text]
    return {(o.kind, o.name): o for o in claim.origins}


def rules(origin):
    return {r.rule for r in origin.reasons}


def test_a_wire_and_its_reprints_are_one_origin_the_agency(pile, says, wire):
    body = wire.split(" - ", 1)[1]
    pile.report("wire.txt", wire, says(LEAK), publisher="Agence Fil Ouest", published="2031-03-03")
    pile.report("one.txt", body, says(LEAK), publisher="La Vallée", published="2031-03-04")
    pile.report("two.txt", body, says(LEAK), publisher="Le Coteau", published="2031-03-05")
    links = pile.link()
    (claim,) = links.claims
    assert len(claim.documents) == 3
    found = origins(links, LEAK)
    assert set(found) == {("outlet", "Agence Fil Ouest")}
    assert "taken-over" in rules(found["outlet", "Agence Fil Ouest"])


def test_reprints_of_a_wire_outside_the_pile_are_one_origin(pile, says, wire):
    body = wire.split(" - ", 1)[1]
    for file in ("one.txt", "two.txt"):
        pile.report(
            file,
            body,
            says(LEAK),
            publisher=file,
            cites="Fil Ouest",
            debris="avec Fil Ouest",
            credit=True,
        )
    assert set(origins(pile.link(), LEAK)) == {("outlet", "Fil Ouest")}


def test_two_reports_written_independently_are_two_origins(pile, says):
    for file, rest in APART:
        pile.report(file, f"À Montrevel, {LEAK}. {rest}", says(LEAK), publisher=file)
    assert len(origins(pile.link(), LEAK)) == 2


def test_two_reports_of_one_outlet_are_one_origin(pile, says):
    for file, name in (("one.txt", "Le Coteau"), ("two.txt", "lecoteau.fr")):
        pile.report(file, f"À Montrevel, {LEAK}.", says(LEAK), publisher=name)
    assert len(origins(pile.link(), LEAK)) == 1


def test_a_report_without_publisher_is_an_origin_by_its_file(pile, says):
    pile.report("one.txt", f"À Montrevel, {LEAK}.", says(LEAK))
    assert set(origins(pile.link(), LEAK)) == {("outlet", "one.txt")}


def test_an_officials_declaration_carried_by_many_is_one_origin(pile, says):
    for file, name in (("one.txt", "Irène Valtaud"), ("two.txt", "Valtaud")):
        pile.report(
            file,
            f"{name} affirme que {LEAK}.",
            says(LEAK, name),
            publisher=file,
            names=((name, "Person"),),
        )
    found = origins(pile.link(), LEAK)
    assert set(found) == {("person", "Irène Valtaud")}


def test_unnamed_sources_of_two_reports_are_two_origins_that_may_be_one(pile, says):
    for file, rest in APART:
        pile.report(
            file,
            f"Selon des inspecteurs, {LEAK}. {rest}",
            says(LEAK, "des inspecteurs", "unnamed"),
            publisher=file,
        )
    links = pile.link()
    (claim,) = links.claims
    assert [o.kind for o in claim.origins] == ["unnamed", "unnamed"]
    assert all("perhaps-same-source" in rules(o) for o in claim.origins)


def test_an_unnamed_source_of_a_reprint_is_that_of_the_original(pile, says, wire):
    body = wire.split(" - ", 1)[1]
    said = says(LEAK, "inspecteurs", "unnamed")
    pile.report("wire.txt", wire, said, publisher="Fil Ouest", published="2031-03-03")
    pile.report("one.txt", body, said, publisher="La Vallée", published="2031-03-04")
    links = pile.link()
    (claim,) = links.claims
    (origin,) = claim.origins
    assert (origin.kind, origin.id) == ("unnamed", "unnamed:wire.txt:inspecteurs")


def test_what_an_outlet_outside_the_pile_is_said_to_report_comes_from_it(pile, says):
    for file in ("one.txt", "two.txt"):
        pile.report(
            file,
            f"Selon le Tagblatt, {LEAK}.",
            says(LEAK, "Tagblatt", "organisation"),
            publisher=file,
            cites="Tagblatt",
        )
    assert set(origins(pile.link(), LEAK)) == {("outlet", "Tagblatt")}


def test_what_an_outlet_of_the_pile_is_said_to_report_has_the_origin_of_its_report(
    pile, says, wire, summary
):
    again = "Des cuves enterrées de l'usine Tersane fuient depuis deux ans au moins"
    first = "les cuves enterrées du site fuient depuis au moins deux ans"
    pile.report(
        "wire.txt",
        wire,
        says(first, "inspecteurs", "unnamed"),
        publisher="Fil Ouest",
        published="2031-03-03",
    )
    pile.report(
        "summary.txt",
        f"{summary} D'après le Fil Ouest, rien n'a été fait.",
        says(again, "Fil Ouest", "organisation"),
        publisher="Brèves",
        published="2031-03-04",
        cites="Fil Ouest",
    )
    found = pile.link()
    ids = {o.id for c in found.claims for o in c.origins}
    assert ids == {"unnamed:wire.txt:inspecteurs"}


def test_a_document_that_a_person_tells_of_has_the_person_as_origin(pile, says):
    pile.report(
        "one.txt",
        f"Irène Valtaud affirme qu'un rapport montre que {LEAK}.",
        says(LEAK, "un rapport", "document", outer=(("Irène Valtaud", "person"),)),
        names=(("Irène Valtaud", "Person"),),
    )
    assert set(origins(pile.link(), LEAK)) == {("person", "Irène Valtaud")}


def test_a_claim_that_one_outlet_tells_after_another_has_the_others_origin(pile, says):
    words = "les pompes de Kaltwasser ont été vendues à la marine de Sélénie en mars"
    told = "en mars, la marine de Sélénie a acheté les pompes de Kaltwasser"
    one = f"Un courtier de Quarreau raconte que {words}."
    other = f"Comme un agent le disait à Fil Ouest, {told}."
    pile.report("a.txt", one, says(words, "Un courtier de Quarreau", "unnamed"),
                publisher="Fil Ouest", published="2031-03-03")  # fmt: skip
    pile.report(
        "b.txt",
        other,
        says(told, "un agent", "unnamed", outer=(("Fil Ouest", "organisation"),)),
        publisher="Le Réveil",
        published="2031-03-05",
    )
    (claim,) = pile.link().claims
    (origin,) = claim.origins
    assert origin.name == "Un courtier de Quarreau"
    assert "taken-over" in {r.rule for r in origin.reasons}


def test_people_described_alike_in_two_reports_count_as_one_to_two(pile, says):
    bought = "la marine portugaise a acheté au groupe Kaltwasser des pompes défectueuses"
    sold = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    who = "des responsables portugais"
    for file, said in (("a.txt", bought), ("b.txt", sold)):
        pile.report(file, f"Selon {who}, {said}.", says(said, who, "unnamed"), publisher=file)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (1, 2)


def test_a_quotation_without_a_name_may_be_that_of_whoever_said_the_same_words(pile, says):
    long = (
        "Nous gardons toutes les vannes ouvertes jusqu'à la fin de la crue, et davantage s'il faut"
    )
    short = "Nous gardons toutes les vannes ouvertes jusqu'à la fin de la crue"
    for file, said, who, kind in (
        ("a.txt", long, "Irène Castagnol", "person"),
        ("b.txt", short, "un cadre de la régie", "unnamed"),
    ):
        told = says(said, who, kind, quotation="direct")
        names = (("Irène Castagnol", "Person"),)
        pile.report(file, f"« {said} », a dit {who}.", told, publisher=file, names=names)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (1, 2)


@pytest.mark.parametrize(
    ("beside", "described", "least"),
    [
        ("l'avocate de M. Vidalenc", "son avocate", 1),
        ("le ministre de l'Industrie", "son ministre", 1),
        ("le porte-parole du ministère sélène", "le porte-parole", 1),
        ("le porte-parole du ministère sélène", "un porte-parole du ministère", 1),
        ("le porte-parole du ministère", "le porte-parole de l'armée", 2),
        ("le directeur commercial", "le directeur technique", 2),
        ("l'avocate de M. Vidalenc", "un avocat", 2),
        ("la vice-ministre", "le ministre", 2),
        ("le directeur de la régie", "son avocate", 2),
    ],
)
def test_who_holds_the_office_that_another_report_names_a_person_by_may_be_that_person(
    pile, says, beside, described, least
):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    who = "Irène Castagnol"
    told = says(said, who, beside=beside)
    names = ((who, "Person"),)
    pile.report("a.txt", f"{said}, dit {who}.", told, publisher="a.txt", names=names)
    told = says(said, described, "unnamed")
    pile.report("b.txt", f"{said}, dit {described}.", told, publisher="b.txt")
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


def test_two_people_who_are_named_are_two_whatever_words_they_share(pile, says):
    said = "Nous gardons toutes les vannes ouvertes jusqu'à la fin de la crue"
    names = (("Irène Castagnol", "Person"), ("Marc Vidalenc", "Person"))
    for file, who in (("a.txt", "Irène Castagnol"), ("b.txt", "Marc Vidalenc")):
        told = says(said, who, quotation="direct")
        pile.report(file, f"« {said} », a dit {who}.", told, publisher=file, names=names)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (2, 2)


def test_sources_that_nothing_makes_one_count_each(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    for file, who in (("a.txt", "des responsables portugais"), ("b.txt", "un ancien ouvrier")):
        pile.report(file, f"Selon {who}, {said}.", says(said, who, "unnamed"), publisher=file)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (2, 2)


def test_one_report_that_describes_its_source_twice_has_one_origin(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    one, other = "des sources", "des sources proches du dossier"
    pile.report(
        "a.txt",
        f"Selon {one}, {said}.\nHier, selon {other}, {said.replace('groupe', 'géant')}.",
        says(said, one, "unnamed"),
        says(said.replace("groupe", "géant"), other, "unnamed"),
    )
    (claim,) = pile.link().claims
    assert len(claim.origins) == 1


def test_another_source_of_a_report_is_another_origin(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    one, other = "un responsable", "un autre responsable"
    pile.report(
        "a.txt",
        f"Selon {one}, {said}.\nHier, selon {other}, {said.replace('groupe', 'géant')}.",
        says(said, one, "unnamed"),
        says(said.replace("groupe", "géant"), other, "unnamed"),
    )
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (2, 2)


def test_a_headline_that_says_what_the_report_has_a_source_for_is_no_second_origin(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    again = said.replace("groupe", "géant")
    pile.report(
        "a.txt",
        f"{said}\nSelon Ada Roux, {again}.",
        says(said),
        says(again, "Ada Roux"),
        publisher="La Gazette",
    )
    (claim,) = pile.link().claims
    assert [origin.name for origin in claim.origins] == ["Ada Roux"]


def test_the_government_of_a_state_is_that_state(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    for file, who in (("a.txt", "le Chili"), ("b.txt", "le gouvernement du Chili")):
        pile.report(file, f"Selon {who}, {said}.", says(said, who, "organisation"), publisher=file)
    (claim,) = pile.link().claims
    assert len(claim.origins) == 1


def test_a_paper_and_its_authors_are_one_origin_within_a_report(pile, says):
    text = f"Selon un audit, {LEAK}. Les auditeurs insistent : {LEAK}."
    told = says(LEAK, "un audit", "document")
    again = says(LEAK, "Les auditeurs", "unnamed")
    report = pile.report("one.txt", text, told, again)
    first, second = pile.readings[report].statements
    start = text.rindex(LEAK)
    second = second.model_copy(update={"id": "second", "content": Span(start, start + len(LEAK))})
    pile.readings[report] = pile.readings[report].model_copy(update={"statements": (first, second)})
    assert len(origins(pile.link(), LEAK)) == 1


def test_what_one_report_calls_by_one_noun_may_be_one(pile, says):
    text = f"Selon trois agents proches du dossier, {LEAK}. Des agents de deux ports : {LEAK}."
    one = pile.report("one.txt", text, says(LEAK, "trois agents proches du dossier", "unnamed"))
    first = pile.readings[one].statements[0]
    start = text.rindex(LEAK)
    span = Span(start, start + len(LEAK))
    name = "Des agents de deux ports"
    who = first.sources[0].model_copy(
        update={"name": name, "span": Span(text.index(name), text.index(name) + len(name))}
    )
    second = first.model_copy(
        update={"id": "one.txt:second", "content": span, "sentence": span, "sources": (who,)}
    )
    pile.readings[one] = pile.readings[one].model_copy(update={"statements": (first, second)})
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (1, 2)


@pytest.mark.parametrize(("cites", "number"), [("Fil Ouest", 1), (None, 2)])
def test_a_firm_that_a_report_does_not_name_is_the_one_of_the_report_it_draws_on(
    pile, says, cites, number
):
    who = "L'entreprise"
    words = "les pompes de Kaltwasser ont été vendues à la marine de Sélénie en mars"
    told = "en mars, la marine de Sélénie a acheté les pompes de Kaltwasser"
    pile.report(
        "a.txt",
        f"Le groupe Hauber affirme que {words}. Personne n'a été entendu à Quarreau.",
        says(words, "Hauber", "organisation"),
        publisher="Fil Ouest",
        published="2031-03-03",
    )
    pile.report(
        "b.txt",
        f"Selon {cites or 'nous'}, une enquête vise la marine. {who} affirme que {told}.",
        says(told, who, "organisation"),
        publisher="Le Réveil",
        published="2031-03-05",
        cites=cites,
    )
    (claim,) = pile.link().claims
    assert len(claim.origins) == number


def test_whom_a_headline_only_describes_is_the_one_below(pile, says):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    again = said.replace("groupe", "géant")
    report = pile.report(
        "a.txt",
        f"{said}, selon un expert\nSelon Ada Roux, {again}.",
        says(said, "un expert", "unnamed"),
        says(again, "Ada Roux"),
    )
    reading = pile.readings[report]
    pile.readings[report] = reading.model_copy(update={"headline": reading.body[0]})
    (claim,) = pile.link().claims
    assert [origin.name for origin in claim.origins] == ["Ada Roux"]


@pytest.mark.parametrize(
    ("who", "beside", "least"),
    [
        ("le moine", "", 1),
        ("la directrice", "directrice", 1),
        ("un moine", "", 2),
        ("la directrice", "porte-parole", 2),
        ("le moine", "porte-parole", 2),
    ],
)
def test_whom_a_report_describes_may_be_the_one_whom_it_names(pile, says, who, beside, least):
    said = "le groupe Kaltwasser a vendu des pompes défectueuses à la marine portugaise"
    again = said.replace("groupe", "géant")
    pile.report(
        "a.txt",
        f"Selon Ada Roux, {said}.\nPlus tard, {who} répète : {again}.",
        says(said, "Ada Roux", beside=beside),
        says(again, who, "unnamed"),
        names=(("Ada Roux", "Person"),),
    )
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


@pytest.mark.parametrize(
    ("first", "told_by", "then", "number"),
    [
        ("Ada Roux, porte-parole de Hauber, affirme que {}", "Ada Roux", "L'entreprise", 1),
        ("Ada Roux, une passante, affirme que {}", "Ada Roux", "Ondine", 2),
        ("Ada Roux, porte-parole de Hauber, affirme que {}", "Ada Roux", "Ondine", 2),
    ],
)
def test_a_firm_told_by_a_noun_is_that_of_its_spokeswoman_in_the_report_cited(
    pile, says, first, told_by, then, number
):
    words = "les pompes de Kaltwasser ont été vendues à la marine de Sélénie en mars"
    told = "en mars, la marine de Sélénie a acheté les pompes de Kaltwasser"
    names = (("Ada Roux", "Person"), ("Hauber", "Company"), ("Ondine", "Company"))
    pile.report("a.txt", f"{first.format(words)}. Personne n'a été entendu à Quarreau.",
                says(words, told_by), publisher="Fil Ouest", published="2031-03-03",
                names=names)  # fmt: skip
    pile.report("b.txt", f"Selon Fil Ouest, une enquête vise la marine. {then} affirme que {told}.",
                says(told, then, "organisation"), publisher="Le Réveil", published="2031-03-05",
                names=names, cites="Fil Ouest")  # fmt: skip
    (claim,) = pile.link().claims
    assert len(claim.origins) == number


@pytest.mark.parametrize(
    ("body", "least"),
    [
        ("l'administration de Joao Barros", 1),
        ("le gouvernement", 1),
        ("l'administration du port", 2),
        ("l'administration espagnole", 2),
    ],
)
def test_a_government_that_names_no_state_may_be_that_of_the_state_beside_it(
    pile, says, body, least
):
    for (file, rest), who in zip(APART, (body, "le Portugal"), strict=True):
        pile.report(
            file,
            f"Selon {who}, {LEAK}. {rest}",
            says(LEAK, who, "organisation"),
            names=(("Portugal", "Country"),) if "Portugal" in who else (),
        )
    (claim,) = [c for c in pile.link().claims if LEAK in c.text]
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


def _drawn_from_wire(pile, says, first, second, cites="Fil Ouest", **more):
    """Two reports of one claim, the second citing the first; each told by words and a source."""
    for file, (text, words, who, kind), day, outlet in (
        ("a.txt", first, "2031-03-03", "Fil Ouest"),
        ("b.txt", second, "2031-03-05", "Le Réveil"),
    ):
        sentence = next(part for part in text.split("\n") if words in part)
        told = says(words, who, kind, sentence=sentence) if who else says(words)
        named = cites if file == "b.txt" else None
        pile.report(file, text, told, publisher=outlet, published=day, cites=named, **more)
    (claim,) = [c for c in pile.link().claims if len(c.statements) == 2]
    return claim


SOLD = "les pompes de Kaltwasser ont été vendues à la marine de Sélénie en mars"
OWN = (
    "À Quarreau, le port est vide depuis la grève des grutiers, et les cafés du quai ont fermé. "
    "Les familles des marins attendent la paie de février, que la marine promet pour lundi."
)
BOUGHT = "en mars, la marine de Sélénie a acheté les pompes de Kaltwasser"


@pytest.mark.parametrize(
    ("office", "then", "number"),
    [
        ("porte-parole de Hauber", "Hauber affirme que", 1),
        ("directrice de Hauber", "Le groupe Hauber affirme que", 1),
        ("une passante", "Hauber affirme que", 2),
        ("porte-parole de Hauber", "Interrogé par nous, Hauber affirme que", 2),
        ("porte-parole de Hauber", "Hauber nous répond que", 2),
    ],
)
def test_a_firm_is_its_spokeswoman_of_the_report_cited_unless_it_was_asked_anew(
    pile, says, office, then, number
):
    claim = _drawn_from_wire(
        pile,
        says,
        (f"Ada Roux, {office}, affirme que {SOLD}.", SOLD, "Ada Roux", "person"),
        (f"Selon Fil Ouest, une enquête vise la marine.\n{then} {BOUGHT}.\n{OWN}",
         BOUGHT, "Hauber", "organisation"),
        names=(("Ada Roux", "Person"), ("Hauber", "Company")),
    )  # fmt: skip
    assert len(claim.origins) == number


@pytest.mark.parametrize(
    ("then", "who", "number"),
    [
        ("Deux courtiers de Quarreau racontent que", "Deux courtiers de Quarreau", 1),
        ("Un marin de Brévenne raconte que", "Un marin de Brévenne", 2),
        ("Joints par nous, deux courtiers de Quarreau racontent que", "deux courtiers", 2),
    ],
)
def test_whom_the_report_cited_describes_in_the_same_words_is_handed_on(
    pile, says, then, who, number
):
    text = f"Fil Ouest l'a appris de deux courtiers de Quarreau : {SOLD}."
    claim = _drawn_from_wire(
        pile,
        says,
        (text, SOLD, "", ""),
        (f"Selon Fil Ouest, une enquête vise la marine.\n{then} {BOUGHT}.\n{OWN}",
         BOUGHT, who, "unnamed"),
    )  # fmt: skip
    assert len(claim.origins) == number


@pytest.mark.parametrize(
    ("speaker", "number"), [("porte-parole de la régie Hauber", 1), ("une passante", 2)]
)
def test_a_body_of_the_headline_is_who_speaks_for_it_below(pile, says, speaker, number):
    report = pile.report(
        "a.txt",
        f"La régie Hauber affirme que {SOLD}\nAda Roux, {speaker}, affirme que {BOUGHT}.",
        says(SOLD, "La régie Hauber", "organisation"),
        says(BOUGHT, "Ada Roux"),
        names=(("Ada Roux", "Person"), ("Hauber", "Company")),
    )
    reading = pile.readings[report]
    pile.readings[report] = reading.model_copy(update={"headline": reading.body[0]})
    (claim,) = pile.link().claims
    assert len(claim.origins) == number


@pytest.mark.parametrize(
    ("before", "described", "least"),
    [
        ("La démission du ministre des Transports, ", "le ministre", 1),
        ("Le ministre des Transports, ", "le ministre de la Santé", 2),
        ("Le ministre des Transports, ", "un ministre", 2),
        ("Le voisin du ministre des Transports, ", "le ministre", 2),
    ],
)
def test_the_minister_is_whom_another_report_names_minister_of_something(
    pile, says, before, described, least
):
    who, names = "Irène Castagnol", (("Irène Castagnol", "Person"),)
    for (file, rest), name, head in zip(
        APART, (who, described), (f"{before}{who}, est demandée. ", ""), strict=True
    ):
        kind = "person" if name == who else "unnamed"
        text = f"{head}Selon {name}, {LEAK}. {rest}"
        pile.report(file, text, says(LEAK, name, kind), names=names if head else ())
    (claim,) = [c for c in pile.link().claims if LEAK in c.text]
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


def test_who_speaks_in_no_report_but_one_is_not_taken_over_from_another(pile, says):
    asks = "le maire doit quitter la régie Hauber avant la fin du mois de mars"
    pile.report("a.txt", f"Le maire dirige la régie Hauber. {asks}.", says(asks),
                publisher="Fil Ouest", published="2031-03-03")  # fmt: skip
    pile.report("b.txt", f"Fil Ouest l'a écrit. L'opposition affirme que {asks}.\n{OWN}",
                says(asks, "L'opposition", "organisation"), publisher="Le Réveil",
                published="2031-03-05", cites="Fil Ouest")  # fmt: skip
    found = {o.name for c in pile.link().claims for o in c.origins if asks in c.text}
    assert found == {"Fil Ouest", "L'opposition"}


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("une source policière", "un policier", 1),
        ("un policier", "un magistrat", 2),
        ("un policier", "un policier", 1),
        ("un policier", "un ancien policier", 2),
    ],
)
def test_unnamed_people_of_two_reports_may_be_one_unless_one_is_so_no_more(
    pile, says, one, other, least
):
    for (file, rest), who in zip(APART, (one, other), strict=True):
        pile.report(file, f"Selon {who}, {LEAK}. {rest}", says(LEAK, who, "unnamed"))
    (claim,) = [c for c in pile.link().claims if LEAK in c.text]
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


@pytest.mark.parametrize(
    ("other", "number"), [("des policiers de Brévenne", 1), ("d'anciens policiers", 2)]
)
def test_one_report_describes_its_source_twice_unless_one_is_so_no_more(pile, says, other, number):
    whole = f"Hier encore, {LEAK}"
    pile.report(
        "a.txt",
        f"Selon des policiers, {LEAK}. Selon {other}, {whole}.",
        says(LEAK, "des policiers", "unnamed"),
        says(whole, other, "unnamed"),
    )
    (claim,) = [c for c in pile.link().claims if LEAK in c.text]
    assert len(claim.origins) == number
