"""What a denial denies, also where it only points back."""

import pytest

TOLD = "les pompes de Kaltwasser avaient été vendues à la marine de Sélénie"
BEFORE = ("Le procureur affirme", TOLD)


def answered(pile, says, denial, **more):
    """Link a report in which a source tells something and another answers it."""
    pile.report(
        "a.txt",
        f"Le procureur affirme que {TOLD}. Odile Carran répond : {denial}.",
        says(TOLD, "Le procureur", "unnamed"),
        says(denial, "Odile Carran", **more),
    )
    return pile.refuted()


@pytest.mark.parametrize(
    "denial",
    ["ces accusations", "toute cette version", "les chiffres du rapport", "ces affirmations",
     "l'information"],
)  # fmt: skip
def test_a_denial_of_what_was_said_denies_what_another_said_last(pile, says, denial):
    assert answered(pile, says, denial, factuality="CT-", denies=True) == {(denial, TOLD)}


@pytest.mark.parametrize(
    "denial",
    ["Faux", "Mensonge", "une pure invention", "ce récit est une fable", "un montage grossier"],
)
def test_a_verdict_alone_denies_what_another_said_last(pile, says, denial):
    assert answered(pile, says, denial) == {(denial, TOLD)}


@pytest.mark.parametrize(
    "denial",
    ["« sans fondement » les accusations du parquet de vente à la marine",
     "avoir vendu quoi que ce soit", "toute vente", "de telles pompes existent",
     "l'existence de pareille vente", "une telle transaction"],
)  # fmt: skip
def test_a_denial_that_takes_up_a_word_denies_what_had_it(pile, says, denial):
    assert answered(pile, says, denial, factuality="CT-", denies=True) == {(denial, TOLD)}


@pytest.mark.parametrize(
    "denial",
    ["personne ne viendra au procès", "l'usine n'a pas rouvert", "aucun client n'a appelé hier",
     "les pompes neuves n'arriveront pas avant l'automne prochain", "Je ne sais pas nager"],
)  # fmt: skip
def test_a_negative_sentence_of_something_else_refutes_nothing(pile, says, denial):
    assert not answered(pile, says, denial, factuality="CT-")


def test_a_source_does_not_deny_its_own_words(pile, says):
    pile.report(
        "a.txt",
        f"Le procureur affirme que {TOLD}. Il dément ces accusations.",
        says(TOLD, "Le procureur", "unnamed"),
        says("ces accusations", "Le procureur", "unnamed", factuality="CT-", denies=True),
    )
    assert not pile.refuted()


def test_what_stands_in_another_report_is_not_pointed_at(pile, says):
    pile.report("a.txt", f"Le procureur affirme que {TOLD}.", says(TOLD, "Le procureur", "unnamed"))
    words = "ces accusations"
    pile.report("b.txt", f"Odile Carran dément {words}.", says(
        words, "Odile Carran", factuality="CT-", denies=True))  # fmt: skip
    assert not pile.refuted()


def test_one_source_that_counts_anew_later_changes_what_it_said(pile, says):
    texts = {}
    for file, day, count in (("a.txt", "2031-03-03", 23), ("b.txt", "2031-03-06", 31)):
        words = f"{count} morts dans la crue de Sauveclaire"
        pile.report(file, f"La préfète annonce {words}.", says(
            words, "Odile Carran", figures=((count, "morts"),)), published=day)  # fmt: skip
        texts[file] = words
    links = pile.link()
    changes = [(c.text, r.reasons) for c in links.claims for r in c.relations]
    ((text, reasons),) = changes
    assert text == texts["b.txt"]
    sides = {"this-side", "other-side"}
    assert {"same-source-later", "counted-anew", "to-check"} | sides == {r.rule for r in reasons}


def test_one_word_of_two_takes_up_nothing(pile, says):
    denial = "avoir assisté à la marine"
    assert answered(pile, says, denial, factuality="CT-", denies=True) == set()


@pytest.mark.parametrize(
    "denial",
    [
        "Nous n'avons peur de personne. Les pompes de Kaltwasser sont à la marine de Sélénie",
        "nous n'avons rien à cacher, nous avions vendu les pompes de Kaltwasser à la marine",
    ],
)
def test_a_negation_beside_what_both_say_denies_nothing(pile, says, denial):
    said = "nous avions vendu les pompes de Kaltwasser à la marine"
    for file, words, factuality in (("a.txt", said, "CT+"), ("b.txt", denial, "CT-")):
        pile.report(
            file,
            f"Odile Carran : {words}." if file == "a.txt" else f"Ivo Brandl : {words}.",
            says(words, "Odile Carran" if file == "a.txt" else "Ivo Brandl", factuality=factuality),
        )
    assert pile.refuted() == set()


def opinions(pile, says, one, other, **more):
    """Link two reports, each with a source that tells of one opinion."""
    for file, source, words in (("a.txt", "Odile Carran", one), ("b.txt", "Ivo Brandl", other)):
        pile.report(file, f"{source} : {words}.", says(words, source, **more))
    return pile.refuted()


def test_two_sources_that_differ_by_a_word_alone_contradict_each_other(pile, says):
    one = "la chambre de Varnek a donné un avis favorable au pont"
    other = "la chambre de Varnek a donné un avis défavorable au pont"
    assert opinions(pile, says, one, other) in ({(one, other)}, {(other, one)})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "la chambre de Varnek a donné un avis favorable au pont",
            "le conseil a rendu un avis défavorable à la halle du marché",
        ),
        (
            "le pont de Varnek a été ouvert sans avis de la chambre",
            "le pont de Varnek a été ouvert sans demander aucun avis à la chambre",
        ),
    ],
)
def test_opposite_words_about_other_things_contradict_nothing(pile, says, one, other):
    assert opinions(pile, says, one, other) == set()


def test_that_no_such_thing_is_under_way_denies_that_it_is_thought_of(pile, says):
    planned, denial = "fermer la carrière de Varnek avant l'été", "aucune telle décision"
    pile.report(
        "a.txt",
        f"Le groupe envisagerait de {planned}, dit le maire. Odile Carran nie {denial}.",
        says(planned, "le maire", factuality="Uu"),
        says(denial, "Odile Carran", factuality="CT-", denies=True),
    )
    assert pile.refuted() == {(denial, planned)}


def test_what_x_says_and_y_denies_in_one_sentence_is_refuted_by_y(pile, says):
    denial = f"Le procureur affirme que {TOLD}"
    pile.report(
        "a.txt",
        f"{denial}, ce que conteste Odile Carran.",
        says(TOLD, "Le procureur", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True, cue="conteste"),
    )
    assert pile.refuted() == {(denial, TOLD)}


@pytest.mark.parametrize(
    ("source", "denied"), [("le procureur", True), ("Odile Carran", False), ("", False)]
)
def test_what_x_denies_as_y_says_it_is_refuted_by_x(pile, says, source, denied):
    pile.report(
        "a.txt",
        f"Odile Carran nie que {TOLD}, comme l'affirme le procureur.",
        says(TOLD, source, "person"),
        says(TOLD, "Odile Carran", factuality="CT-", denies=True, cue="nie", again=True),
    )
    assert pile.refuted() == ({(TOLD, TOLD)} if denied else set())


@pytest.mark.parametrize(
    "denial",
    ["« dénuée de tout fondement » cette information", "ces propos, jugés « mensongers »",
     "ces conclusions, qualifiées de « pure invention »"],
)  # fmt: skip
def test_what_words_are_called_beside_their_denial_says_nothing_of_its_own(pile, says, denial):
    assert answered(pile, says, denial, factuality="CT-", denies=True) == {(denial, TOLD)}


@pytest.mark.parametrize("denied", [True, False])
def test_accusations_are_not_what_another_says_who_answers_them_too(pile, says, denied):
    cost, charge, denial = "le quai coûtera 7 millions", "avoir triché", "ces accusations"
    pile.report(
        "a.txt",
        f"Le maire nie {charge}. Le maire assure que {cost}. Odile Carran rejette {denial}.",
        says(charge, "Le maire", "unnamed", factuality="CT-", denies=not denied),
        says(cost, "Le maire", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True),
    )
    assert ((denial, cost) in pile.refuted()) is denied


def test_what_the_report_itself_says_and_somebody_denies_is_refuted_too(pile, says):
    denial = "Un laboratoire de Varnek a conclu à un empoisonnement"
    whole = f"{denial}, ce que réfute la clinique"
    pile.report(
        "a.txt",
        f"{whole}.",
        says(whole),
        says(denial, "la clinique", "unnamed", factuality="CT-", denies=True, cue="réfute"),
    )
    assert pile.refuted() == {(denial, whole)}


def test_to_deny_that_somebody_said_it_is_not_to_deny_what_he_said(pile, says):
    denial = f"le procureur ait dit que {TOLD}"
    pile.report(
        "a.txt",
        f"Odile Carran nie que {denial}.",
        says(TOLD, "le procureur", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True, cue="nie"),
    )
    assert not pile.refuted()


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        ("le suspect a tiré près de deux écoles", "Les écoles n'étaient pas visées par les tirs"),
        ("Odile Carran refuse de commenter une polémique indigne",
         "Je ne vais pas commenter une polémique indigne"),
        ("les deux anciens associés sont restés en contact",
         "Tu n'as rien fait de mal et je te suggère de te comporter comme tel"),
    ],
)  # fmt: skip
def test_a_negation_of_another_thing_with_the_same_words_denies_nothing(pile, says, told, denial):
    pile.report(
        "a.txt",
        f"Le maire affirme que {told}. Odile Carran répond : {denial}.",
        says(told, "Le maire", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-"),
    )
    assert not pile.refuted()


def test_one_text_that_two_repeat_with_more_around_it_contradicts_nothing(pile, says):
    told = "plus le temps passe, moins la préfecture de Varnek espère un miracle au refuge"
    more = f"Le bilan reste le même, on n'a pas retrouvé la randonneuse, {told}"
    pile.report("a.txt", f"Odile Carran : {told}.", says(told, "Odile Carran"))
    pile.report("b.txt", f"Le préfet : {more}.", says(more, "Le préfet", "unnamed"))
    assert not pile.refuted()


def test_a_document_called_a_fake_is_not_what_its_own_side_said_just_before(pile, says):
    told, fake = "la direction avait été avertie de la panne en mai", "ce document est un faux"
    pile.report(
        "a.txt",
        f"Kaltwasser reconnaît que {told}. Odile Carran répond : {fake}.",
        says(told, "Kaltwasser", "organisation"),
        says(fake, "Odile Carran", factuality="CT-", denies=True),
    )
    assert not pile.refuted()


@pytest.mark.parametrize(
    ("source", "kind", "rests"),
    [("un courriel interne", "document", True),
     ("deux juges au fait du document", "unnamed", False),
     ("un des suspects", "unnamed", False)],
)  # fmt: skip
def test_a_fake_is_bound_to_what_rests_on_such_a_paper_alone(pile, says, source, kind, rests):
    pile.report("a.txt", f"Selon {source}, {TOLD}.", says(TOLD, source, kind))
    fake = "le courriel et le document sont des faux"
    pile.report("b.txt", f"Odile Carran tranche : {fake}.", says(fake, "Odile Carran"))
    assert bool(pile.refuted()) == rests


def test_what_was_just_said_may_be_denied_by_a_name_for_it_in_quotation_marks(pile, says):
    denial = "ces « calculs de couloir »"
    assert answered(pile, says, denial, factuality="CT-", denies=True) == {(denial, TOLD)}


def test_a_thing_pointed_at_without_quotation_marks_is_no_name_for_what_was_said(pile, says):
    assert not answered(pile, says, "cette loi récente", factuality="CT-", denies=True)


def test_a_figure_that_is_contested_is_the_last_exact_one_that_another_gave(pile, says):
    counted = "les dettes du club de Varnek s'élevaient à 310 dossiers"
    between = "On nous a montré une maison fraîchement peinte"
    pile.report(
        "a.txt",
        f"Un audit montre que {counted}. « {between} », dit Tessa Lund. Odile Carran conteste "
        "le chiffre et la méthode.",
        says(counted, "Un audit", "document", figures=((310, "dossiers"),)),
        says(between, "Tessa Lund"),
        says("le chiffre et la méthode", "Odile Carran", factuality="CT-", denies=True),
    )
    assert pile.refuted() == {("le chiffre et la méthode", counted)}


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("ce chiffre, « sorti d'un chapeau »", True),
        ("ces estimations", True),
        # "Le" chiffre is that of somebody, and another figure is not this one.
        ("le chiffre", False),
        ("ce chiffre de 40 dossiers", False),
    ],
)
def test_this_figure_is_the_last_also_where_the_report_gives_it(pile, says, denial, denied):
    counted = "les dettes du club de Varnek atteindraient désormais 310 dossiers"
    figures = ((40, "dossiers"),) if "40" in denial else ()
    pile.report(
        "a.txt",
        f"{counted}. Odile Carran conteste {denial}.",
        says(counted, factuality="PS+", figures=((310, "dossiers"),)),
        says(denial, "Odile Carran", factuality="CT-", denies=True, figures=figures),
    )
    assert pile.refuted() == ({(denial, counted)} if denied else set())


def test_a_figure_that_is_contested_may_be_the_least_that_another_gave(pile, says):
    crowd = "au moins un million de personnes vivent dans ces camps"
    land = "la région compte 25 millions de personnes"
    pile.report(
        "a.txt",
        f"D'après l'atlas, {land}. L'ONG affirme que {crowd}. Le ministre dément ce chiffre.",
        says(land, "l'atlas", "document", figures=((25_000_000.0, "personnes"),)),
        says(crowd, "L'ONG", "organisation", figures=((1_000_000.0, "personnes"),)),
        says("ce chiffre", "Le ministre", "unnamed", factuality="CT-", denies=True),
    )
    reading = pile.readings["a.txt"]
    said = [
        s.model_copy(update={"quantities": (s.quantities[0].model_copy(update={"high": None}),)})
        if s.content.of(pile.documents[0].text) == crowd else s
        for s in reading.statements
    ]  # fmt: skip
    pile.readings["a.txt"] = reading.model_copy(update={"statements": tuple(said)})
    assert pile.refuted() == {("ce chiffre", crowd)}


@pytest.mark.parametrize(
    ("told", "denied"),
    [("une rumeur de fusillade a vidé le marché de Velm", False),
     ("une fusillade a vidé le marché de Velm", True)],
)  # fmt: skip
def test_who_tells_of_a_rumour_is_not_denied(pile, says, told, denied):
    denial = "la fusillade du marché de Velm"
    pile.report("a.txt", f"Selon la radio, {told}.", says(told, "la radio", "unnamed"))
    pile.report("b.txt", f"Odile Carran dément {denial}.", says(
        denial, "Odile Carran", factuality="CT-", denies=True))  # fmt: skip
    assert bool(pile.refuted()) is denied


def test_a_verdict_on_a_denial_refutes_the_denial(pile, says):
    pile.report(
        "a.txt",
        "Le notaire assure que le maire n'était pas absent. Une pure invention, dit Odile Carran.",
        says("le maire n'était pas absent", "Le notaire", "unnamed", factuality="CT-"),
        says("Une pure invention", "Odile Carran"),
    )
    assert pile.refuted() == {("Une pure invention", "le maire n'était pas absent")}


@pytest.mark.parametrize(
    "denial",
    ["une telle vente n'est pas une priorité", "une telle vente n'est pas nécessaire",
     "une telle vente ne mérite pas un procès", "je n'ai jamais vu une telle marine",
     "n'avoir aucune intention d'autoriser une telle vente",
     "une telle vente n'a pas de base solide"],
)  # fmt: skip
def test_what_such_a_thing_is_worth_denies_nobodys_words(pile, says, denial):
    assert answered(pile, says, denial, factuality="CT-") == set()


@pytest.mark.parametrize(
    "denial",
    ["une telle vente n'existe pas", "aucune telle vente n'a eu lieu",
     "une telle vente n'a jamais été conclue", "nul n'a signé une telle vente"],
)  # fmt: skip
def test_that_there_is_no_such_thing_denies_what_told_of_it(pile, says, denial):
    assert answered(pile, says, denial, factuality="CT-") == {(denial, TOLD)}


@pytest.mark.parametrize(
    ("between", "denied"),
    [
        ("", True),
        ("Kaltwasser est une vieille maison de Sélénie, fondée par un meunier. Elle emploie "
         "cent personnes dans trois ateliers du port.", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("denial", ["ces accusations", "cette version", "ces informations"])
def test_what_is_only_pointed_at_stands_in_the_sentence_before(pile, says, denial, between, denied):
    first, last = f"Le procureur affirme que {TOLD}.", f"Odile Carran répond : {denial}."
    pile.report(
        "a.txt",
        f"{first} {between} {last}",
        says(TOLD, "Le procureur", "unnamed", sentence=first),
        says(denial, "Odile Carran", factuality="CT-", denies=True, sentence=last),
    )
    assert pile.refuted() == ({(denial, TOLD)} if denied else set())


@pytest.mark.parametrize(
    ("who", "denied"), [("La direction de Kaltwasser", True), ("La ville", False)]
)
def test_who_is_named_in_an_accusation_answers_it_from_farther_off(pile, says, who, denied):
    told = "Kaltwasser a vendu des pompes défectueuses à la marine"
    between = "La maison emploie cent personnes dans trois ateliers du port. Il pleut ce matin."
    first, last = f"Le procureur affirme que {told}.", f"{who} rejette ces accusations."
    pile.report(
        "a.txt",
        f"{first} {between} {last}",
        says(told, "Le procureur", "unnamed", sentence=first),
        says("ces accusations", who, "organisation", factuality="CT-", denies=True, sentence=last),
        names=(("Kaltwasser", "Company"),),
    )
    assert pile.refuted() == ({("ces accusations", told)} if denied else set())


def test_a_clause_beside_a_denial_tells_nothing_that_is_denied(pile, says):
    clause, denial = "Quand elle dirigeait le port de Varnek", "cette thèse puis un port étranger"
    text = f"{clause}, ses adjoints avaient rejeté {denial}."
    pile.report(
        "a.txt",
        text,
        says(clause, sentence=text),
        says(denial, "ses adjoints", "unnamed", factuality="CT-", denies=True, sentence=text),
    )
    assert pile.refuted() == set()


@pytest.mark.parametrize(
    ("denial", "said", "denied"),
    [
        ("toutes les vannes de Sauveclaire ne sont pas ouvertes",
         "les vannes de Sauveclaire sont ouvertes", False),
        ("les vannes de Sauveclaire ne sont pas totalement ouvertes",
         "les vannes de Sauveclaire sont ouvertes", False),
        ("les vannes de Sauveclaire ne sont pas toujours ouvertes",
         "les vannes de Sauveclaire sont ouvertes", False),
        ("chaque digue du canal de Varnek n'a pas été réparée",
         "la digue du canal de Varnek a été réparée", False),
        ("les vannes de Sauveclaire ne sont pas ouvertes",
         "les vannes de Sauveclaire sont ouvertes", True),
        ("toutes les vannes de Sauveclaire ne sont pas ouvertes",
         "toutes les vannes de Sauveclaire sont ouvertes", True),
        ("les vannes de Sauveclaire ne sont toujours pas ouvertes",
         "les vannes de Sauveclaire sont ouvertes", True),
        ("la digue du canal de Varnek n'a pas été réparée",
         "la digue du canal de Varnek a été réparée", True),
    ],
)  # fmt: skip
def test_not_all_denies_only_what_is_said_of_all(pile, says, denial, said, denied):
    for file, source, words, sure in (
        ("a.txt", "Odile Carran", said, "CT+"),
        ("b.txt", "Ivo Brandl", denial, "CT-"),
    ):
        pile.report(file, f"{source} : {words}.", says(words, source, factuality=sure))
    assert pile.refuted() == ({(denial, said)} if denied else set())


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("une enquête a été ouverte pour le détournement de fonds du port de Varnek", False),
        ("une plainte vise le détournement de fonds du port de Varnek", False),
        ("la police perquisitionne pour le détournement de fonds du port de Varnek", False),
        ("on l'interroge sur le détournement de fonds du port de Varnek", False),
        ("il y a eu un détournement de fonds du port de Varnek", True),
        ("un détournement de fonds du port de Varnek a payé la villa", True),
    ],
)
def test_who_denies_a_deed_denies_no_inquiry_into_it(pile, says, said, denied):
    denial = "le détournement de fonds du port de Varnek"
    pile.report("a.txt", f"Le procureur : {said}.", says(said, "Le procureur", "unnamed"))
    pile.report("b.txt", f"Odile Carran nie {denial}.", says(
        denial, "Odile Carran", factuality="CT-", denies=True))  # fmt: skip
    assert pile.refuted() == ({(denial, said)} if denied else set())


def test_two_who_say_the_same_in_the_same_words_deny_nothing(pile, says):
    # A negation beside one of them, in the words around it, belongs to something else.
    said = "voter pour la digue, c'est voter pour Carran"
    pile.report("a.txt", f"Odile Carran : {said}.", says(said, "Odile Carran"))
    pile.report("b.txt", f"Ivo Brandl : {said}.", says(
        said, "Ivo Brandl", factuality="CT-", why="negation"))  # fmt: skip
    assert pile.refuted() == set()


@pytest.mark.parametrize(
    ("denial", "said", "denied"),
    [
        # What somebody thinks of a thing, or of whom nothing was charged, is no information.
        ("ces informations", "une faute contre l'esprit", False),
        ("des accusations mensongères", "c'est la preuve d'un système usé", False),
        ("ce droit", "la joueuse a gagné le droit de garder ce nom", False),
        ("la décision du conseil", "le conseil a pris la décision de fermer le port", False),
        ("sa condamnation", "Odile Carran a reçu une condamnation à deux ans", False),
        ("ces informations", "les pompes de Kaltwasser sont parties de Varnek", True),
        ("toute vente", "les pompes ont fait l'objet d'une vente à la marine", True),
        ("ces accusations", "une faute contre l'esprit", True),
    ],
)
def test_opinions_and_acts_are_contested_and_not_untrue(pile, says, denial, said, denied):
    pile.report(
        "a.txt",
        f"Le procureur affirme : {said}. Odile Carran conteste {denial}.",
        says(said, "Le procureur", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True),
    )
    assert pile.refuted() == ({(denial, said)} if denied else set())


@pytest.mark.parametrize(
    ("source", "denied"), [("Le procureur", True), ("", False)], ids=["a source", "own voice"]
)
def test_a_word_taken_up_is_taken_from_what_somebody_holds(pile, says, source, denied):
    said, denial = "les militaires ont couvert des crimes au port", "de tels crimes"
    pile.report(
        "a.txt",
        f"{source or 'On sait'} : {said}. Odile Carran rejette {denial}.",
        says(said, source, "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True),
    )
    assert pile.refuted() == ({(denial, said)} if denied else set())


def test_a_cleft_sentence_denies_who_does_it_and_not_what_it_names(pile, says):
    denial = "ce n'est pas la vente entièrement publique de Varnek qui compte ici"
    said = "la vente de Varnek, entièrement publique"
    for file, source, words, sure in (
        ("a.txt", "Odile Carran", said, "CT+"),
        ("b.txt", "Ivo Brandl", denial, "CT-"),
    ):
        pile.report(file, f"{source} : {words}.", says(words, source, factuality=sure))
    assert pile.refuted() == set()


@pytest.mark.parametrize(
    ("denial", "said", "denied"),
    [
        ("Odile Carran n'est plus adjointe à la mairie de Varnek",
         "Odile Carran a été adjointe à la mairie de Varnek", False),
        ("la digue du canal de Varnek n'est plus gardée",
         "la digue du canal de Varnek a été gardée", False),
        ("Odile Carran n'a pas été adjointe à la mairie de Varnek",
         "Odile Carran a été adjointe à la mairie de Varnek", True),
        # Denied there too, as headlines deny; or asked, in one of its sentences.
        ("Odile Carran n'a pas été informée du contrat de Varnek",
         "Odile Carran pas informée du contrat de Varnek", False),
        ("Odile Carran n'a pas été informée du contrat de Varnek",
         "Odile Carran, informée du contrat de Varnek ? Pour quoi", False),
        ("Odile Carran n'a pas été informée du contrat de Varnek",
         "Odile Carran a été informée du contrat de Varnek", True),
    ],
)  # fmt: skip
def test_what_ceased_or_is_asked_or_denied_in_both_is_no_contradiction(
    pile, says, denial, said, denied
):
    pile.report("a.txt", f"Le procureur : {said}.", says(said, "Le procureur", "unnamed"))
    pile.report("b.txt", f"Ivo Brandl : {denial}.", says(denial, "Ivo Brandl", factuality="CT-"))
    assert pile.refuted() == ({(denial, said)} if denied else set())


def test_what_is_denied_is_what_is_told_inside_and_not_all_that_holds_it(pile, says):
    inner = "Odile Carran avait vendu un bateau à la marine de Sélénie"
    outer = f"Odile Carran est revenue à Varnek après les bruits selon lesquels {inner}"
    denial = "Odile Carran ait vendu un bateau à la marine de Sélénie"
    pile.report("a.txt", f"Selon des vidéos, {outer}.",
        says(outer, "des vidéos", "document"), says(inner, "les bruits", "unnamed"))  # fmt: skip
    pile.report("b.txt", f"La Sélénie dément que {denial}.", says(
        denial, "La Sélénie", factuality="CT-", denies=True))  # fmt: skip
    assert pile.refuted() == {(denial, inner)}


def test_a_saying_that_something_is_short_denies_nobodys_words(pile, says):
    assert answered(pile, says, "Le compte n'y est pas", factuality="CT-") == set()


def test_a_passage_that_two_reports_repeat_is_denied_by_no_negation_beside_it(pile, says):
    passage = (
        "le jeu du canal, lancé en 2011 et présenté par Odile Carran, est tiré d'un jeu de Sélénie"
    )
    one, other = f"il n'y a eu aucun vol. {passage}", f"Une panne au port. {passage}"
    for file, source, words, sure in (
        ("a.txt", "Ivo Brandl", one, "CT-"),
        ("b.txt", "Ada Roux", other, "CT+"),
    ):
        pile.report(file, f"{source} : {words}.", says(words, source, factuality=sure))
    assert pile.refuted() == set()


@pytest.mark.parametrize(
    ("about", "denied"),
    [("la vente des pompes à la marine", True), ("les dettes du canton de Sélénie au pont", False)],
)
def test_one_word_of_many_says_not_which_accusations_are_meant(pile, says, about, denied):
    denial = f"les accusations sur {about}"
    got = answered(pile, says, denial, factuality="CT-", denies=True)
    assert got == ({(denial, TOLD)} if denied else set())


@pytest.mark.parametrize(
    ("first", "then", "denied"),
    [
        ("Nadia Orsen", "Les Orsen", False),
        ("Nadia Orsen", "Le parquet", True),
        # Two who share nothing but being two.
        ("Nadia Orsen et Paul Vial", "Les Orsen", True),
    ],
)
def test_who_bears_the_name_of_who_said_it_denies_nothing_of_it(pile, says, first, then, denied):
    denial = "ces accusations"
    pile.report(
        "a.txt",
        f"{first} affirme que {TOLD}. {then} dément {denial}.",
        says(TOLD, first),
        says(denial, then, "unnamed", factuality="CT-", denies=True),
    )
    assert pile.refuted() == ({(denial, TOLD)} if denied else set())


@pytest.mark.parametrize(("outer", "denied"), [("Nadia Orsen", False), ("Jean Brac", True)])
def test_what_somebody_hands_on_is_no_answer_to_what_they_said(pile, says, outer, denied):
    denial = "ces accusations"
    pile.report(
        "a.txt",
        f"Nadia Orsen affirme que {TOLD}. Selon {outer}, un avocat dément {denial}.",
        says(TOLD, "Nadia Orsen"),
        says(denial, "un avocat", "unnamed", outer=((outer, "person"),),
             factuality="CT-", denies=True),
    )  # fmt: skip
    assert pile.refuted() == ({(denial, TOLD)} if denied else set())


@pytest.mark.parametrize(
    ("end", "denied"), [(". Odile Carran dément.", False), (", ce que dément Odile Carran.", True)]
)
def test_who_denies_in_a_sentence_of_their_own_answers_nothing_that_the_report_tells(
    pile, says, end, denied
):
    whole = f"En mars, {TOLD}"
    pile.report(
        "a.txt",
        f"{whole}{end}",
        says(TOLD, sentence=whole),
        says(whole, "Odile Carran", factuality="CT-", denies=True, cue="dément"),
    )
    assert bool(pile.refuted()) is denied


@pytest.mark.parametrize(("why", "bound"), [("conditional-of-hearsay", True), ("", False)])
def test_what_a_report_tells_as_hearsay_is_what_these_allegations_are(pile, says, why, bound):
    told = "le marché aurait été attribué sans appel d'offres"
    last = "Ada Roux rejette ces allégations."
    pile.report(
        "a.txt",
        f"Oui, {told}. {last}",
        says(told, factuality="PS+", why=why),
        says("ces allégations", "Ada Roux", factuality="CT-", denies=True, sentence=last),
    )
    assert pile.refuted() == ({("ces allégations", told)} if bound else set())
