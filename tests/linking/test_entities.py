"""The things that a case names, across its reports."""

from recoupe.model import Reason


def names(links):
    return {e.name: e for e in links.entities}


def test_spellings_that_differ_in_case_accents_and_apostrophes_are_one_entity(pile):
    pile.report("a.txt", "L'Éclaireur SA a réagi.", names=(("L'Éclaireur SA", "Company"),))
    pile.report("b.txt", "L’ECLAIREUR SA se tait.", names=(("L’ECLAIREUR SA", "Organization"),))
    (entity,) = pile.link().entities
    assert len(entity.mentions) == 2
    assert len({entity.name, *entity.aliases}) == 2


def test_a_surname_is_the_person_named_in_full_in_another_report(pile):
    pile.report("a.txt", "Irène Valtaud a démenti.", names=(("Irène Valtaud", "Person"),))
    pile.report("b.txt", "Pour Valtaud, rien ne presse.", names=(("Valtaud", "Person"),))
    pile.report("c.txt", "I. Valtaud se tait.", names=(("I. Valtaud", "Person"),))
    (entity,) = pile.link().entities
    assert (entity.name, entity.aliases) == ("Irène Valtaud", ("I. Valtaud", "Valtaud"))


def test_a_surname_that_two_persons_bear_stays_apart(pile):
    pile.report("a.txt", "Irène Valtaud a démenti.", names=(("Irène Valtaud", "Person"),))
    pile.report("b.txt", "Marc Valtaud l'admet.", names=(("Marc Valtaud", "Person"),))
    pile.report("c.txt", "Pour Valtaud, rien ne presse.", names=(("Valtaud", "Person"),))
    assert set(names(pile.link())) == {"Irène Valtaud", "Marc Valtaud", "Valtaud"}


def test_a_word_read_as_somebody_and_elsewhere_as_a_body_is_one_thing(pile):
    pile.report("a.txt", "Orvane se tait.", names=(("Orvane", "Person"),))
    pile.report("b.txt", "Orvane a réagi, Orvane a nié.", names=(("Orvane", "Organization"),))
    (entity,) = pile.link().entities
    assert (entity.schema_name, len(entity.mentions)) == ("Organization", 3)


def test_a_name_read_as_somebodys_and_elsewhere_as_a_firms_is_one_thing(pile):
    pile.report("a.txt", "Nova Terra se tait.", names=(("Nova Terra", "Person"),))
    text = "La société Nova Terra a réagi, Nova Terra a nié."
    pile.report("b.txt", text, names=(("Nova Terra", "Organization"),))
    (entity,) = pile.link().entities
    assert (entity.schema_name, len(entity.mentions)) == ("Organization", 3)


def test_somebody_whose_firm_bears_the_name_stays_a_person_where_the_surname_is_used(pile):
    both = (("Edda Morel", "Person"), ("Morel", "Person"))
    pile.report("a.txt", "Edda Morel parle. Pour Morel, rien ne presse.", names=both)
    pile.report("b.txt", "La maison Edda Morel ferme.", names=(("Edda Morel", "Organization"),))
    found = pile.link().entities
    assert sorted(e.schema_name for e in found) == ["Organization", "Person"]


def test_a_surname_that_a_firm_bears_too_stays_the_persons(pile):
    pile.report("a.txt", "Léa Orvane parle. Orvane insiste.", names=(("Léa Orvane", "Person"),))
    pile.report("b.txt", "Orvane se tait.", names=(("Orvane", "Person"),))
    pile.report("c.txt", "Orvane a embauché.", names=(("Orvane", "Organization"),))
    found = names(pile.link())
    assert {n: e.schema_name for n, e in found.items()} == {
        "Léa Orvane": "Person",
        "Orvane": "Organization",
    }


def test_transliterations_of_one_name_are_one_entity(pile):
    pile.report("a.txt", "Oleksiy Bondarchuk parle.", names=(("Oleksiy Bondarchuk", "Person"),))
    pile.report("b.txt", "Oleksii Bondartchouk nie.", names=(("Oleksii Bondartchouk", "Person"),))
    (entity,) = pile.link().entities
    assert entity.aliases


def test_a_person_and_a_place_of_one_name_are_two_entities(pile):
    pile.report("a.txt", "Valence se tait.", names=(("Valence", "Address"),))
    pile.report("b.txt", "Valence a parlé.", names=(("Valence", "Person"),))
    assert {e.schema_name for e in pile.link().entities} == {"Address", "Person"}


def test_no_two_entities_have_one_id_whatever_a_name_was_read_as(pile, says):
    pile.report("a.txt", "Valtec se tait.", names=(("Valtec", "Organization"),))
    for file, schema in (("b.txt", "Person"), ("c.txt", "Thing"), ("d.txt", "Address")):
        pile.report(
            file,
            "Valtec se tait. VALTEC affirme que rien ne presse. VALTÈC jure que rien ne manque.",
            says("rien ne presse", source="VALTEC", kind="organisation"),
            says("rien ne manque", source="VALTÈC", kind="organisation"),
            names=(("Valtec", schema),),
        )
    ids = [entity.id for entity in pile.link().entities]
    assert len(ids) == len(set(ids))


def test_the_id_of_an_entity_does_not_change_when_reports_are_added(pile):
    pile.report("a.txt", "Irène Valtaud a démenti.", names=(("Irène Valtaud", "Person"),))
    before = pile.link().entities[0].id
    pile.report("b.txt", "Pour Valtaud, rien ne presse.", names=(("Valtaud", "Person"),))
    assert [e.id for e in pile.link().entities] == [before]


def test_mentions_follow_the_order_of_the_case_and_hold_the_name(pile):
    pile.report(
        "late.txt",
        "Valtaud, encore Valtaud.",
        published="2031-05-02",
        names=(("Valtaud", "Person"),),
    )
    pile.report(
        "early.txt", "Irène Valtaud.", published="2031-05-01", names=(("Irène Valtaud", "Person"),)
    )
    (entity,) = pile.link().entities
    assert [m.document for m in entity.mentions] == ["early.txt", "late.txt", "late.txt"]
    words = [pile.words(m.document, m.span) for m in entity.mentions]
    assert words == ["Irène Valtaud", "Valtaud", "Valtaud"]


def test_sources_point_to_entities_nearest_first_and_unnamed_ones_to_none(pile, says):
    pile.report(
        "a.txt",
        "Irène Valtaud affirme, citant des riverains, que la digue a cédé dans la nuit de jeudi.",
        says(
            "la digue a cédé dans la nuit de jeudi",
            "des riverains",
            "unnamed",
            outer=(("Irène Valtaud", "person"),),
        ),
        names=(("Irène Valtaud", "Person"),),
    )
    links = pile.link()
    (chain,) = links.source_entities.values()
    assert chain == (None, links.entities[0].id)


def test_a_source_that_is_no_mention_becomes_an_entity(pile, says):
    pile.report(
        "a.txt",
        "Valtaud affirme que la digue a cédé dans la nuit de jeudi.",
        says("la digue a cédé dans la nuit de jeudi", "Valtaud"),
    )
    links = pile.link()
    assert [e.name for e in links.entities] == ["Valtaud"]
    assert list(links.source_entities.values()) == [(links.entities[0].id,)]


def test_several_who_are_one_source_are_kept_under_the_first_of_them(pile, says):
    document = pile.report(
        "a.txt",
        "Irène Valtaud et Paul Sorel affirment que la digue a cédé dans la nuit de jeudi.",
        says("la digue a cédé dans la nuit de jeudi", "Irène Valtaud et Paul Sorel"),
        names=(("Irène Valtaud", "Person"), ("Paul Sorel", "Person")),
    )
    reading = pile.readings[document]
    (statement,) = reading.statements
    (source,) = statement.sources
    together = tuple(
        Reason(rule="together-with", words=name) for name in ("Irène Valtaud", "Paul Sorel")
    )
    joint = source.model_copy(update={"reasons": together})
    statement = statement.model_copy(update={"sources": (joint,)})
    pile.readings[document] = reading.model_copy(update={"statements": (statement,)})
    links = pile.link()
    assert [e.name for e in links.entities] == ["Irène Valtaud", "Paul Sorel"]
    assert list(links.source_entities.values()) == [(links.entities[0].id,)]


def test_a_surname_with_a_hyphen_is_short_for_the_name_in_full(pile):
    pile.report("a.txt", "Irène Valtaud-Roy nie.", names=(("Irène Valtaud-Roy", "Person"),))
    pile.report("b.txt", "Mme Valtaud-Roy se tait.", names=(("Valtaud-Roy", "Person"),))
    (entity,) = pile.link().entities
    assert (entity.name, len(entity.mentions)) == ("Irène Valtaud-Roy", 2)


def test_two_names_without_a_hyphen_are_no_surname(pile):
    pile.report("a.txt", "Irène Valtaud Roy nie.", names=(("Irène Valtaud Roy", "Person"),))
    pile.report("b.txt", "Valtaud Roy se tait.", names=(("Valtaud Roy", "Person"),))
    assert len(pile.link().entities) == 2


def test_a_surname_with_a_hyphen_that_two_persons_bear_stays_apart(pile):
    pile.report("a.txt", "Irène Valtaud-Roy nie.", names=(("Irène Valtaud-Roy", "Person"),))
    pile.report("b.txt", "Marc Valtaud-Roy nie.", names=(("Marc Valtaud-Roy", "Person"),))
    pile.report("c.txt", "Valtaud-Roy se tait.", names=(("Valtaud-Roy", "Person"),))
    assert len(pile.link().entities) == 3
