"""Outlets in running text: a frame tells that what stands in it is one, and nothing else is."""

import re

import pytest

from recoupe.extraction import read_documents
from recoupe.language import get_pack
from recoupe.model import Document

DRAWN_ON = [
    ("L'usine fermera en juin, a révélé le quotidien Vesna.", "Vesna"),
    ("D'après nos confrères de La Meuse libre, le maire avait été averti.", "Meuse libre"),
    (
        "Nos confrères du Télégramme de Brava affirment que le maire avait été averti.",
        "Télégramme de Brava",
    ),
    ("Le contrat était secret, comme le rapportait mardi le site Hlidac.", "Hlidac"),
    ("Le site tchèque Hlidac a révélé que le contrat avait été signé en secret.", "Hlidac"),
    ("L'information, révélée par Vecer, a été confirmée par le parquet.", "Vecer"),
    ("Selon une enquête de la chaîne TVN, le ministre était au courant.", "TVN"),
    ("L'information, reprise par Dagbladet, a fait le tour du pays.", "Dagbladet"),
    ("Le pont sera fermé jusqu'en mai (source Dagbladet).", "Dagbladet"),
    ("Le pont sera fermé jusqu'en mai, a indiqué le journal en ligne Kapital.", "Kapital"),
    ("La radio locale Onda Verde a diffusé l'enregistrement dès lundi.", "Onda Verde"),
    ("Article traduit de Kapital.", "Kapital"),
    ("Dans un entretien au quotidien Hürgün, le ministre a promis une enquête.", "Hürgün"),
    ("Dans les colonnes de La Dépêche d'Oran, l'avocat dément.", "Dépêche d'Oran"),
    ("Au micro de Canal Delta, le préfet a reconnu un retard.", "Canal Delta"),
    ("Selon midi-ligure.it, trois hangars ont brûlé.", "midi-ligure.it"),
    ("Trois hangars ont brûlé, rapporte madaplus.mg.", "madaplus.mg"),
    ("D'après le site kapital.bg, trois hangars ont brûlé.", "kapital.bg"),
    ("Le média d'investigation Faktor a publié les factures.", "Faktor"),
    ("Faktor, un site d'investigation moldave, a publié les factures.", "Faktor"),
    ("Le port sera vendu, croit savoir Nordavis.", "Nordavis"),
    ("Les deux hommes se connaissaient, précise le Corriere di Brenta.", "Corriere di Brenta"),
    ("Nordavis croit savoir que le port sera vendu.", "Nordavis"),
    ("Le port sera vendu (information Nordavis).", "Nordavis"),
    ("Le port sera vendu, a-t-il dit dans une interview accordée à Nordavis.", "Nordavis"),
    ("Selon Onda, une radio espagnole, le pont sera fermé.", "Onda"),
    ("D'après Vesna Plus, une radio privée de Brno, le maire a démissionné.", "Vesna Plus"),
    ("À en croire Kapital, hebdomadaire bulgare, le port sera vendu.", "Kapital"),
    (
        "D'après le Quarterly Shipping, revue spécialisée londonienne, le port sera vendu.",
        "Quarterly Shipping",
    ),
    ("Faktor, un site moldave, a révélé les comptes du ministre.", "Faktor"),
    (
        "À en croire le Marit Bulletin, l'assurance avait cessé. L'hebdomadaire londonien ajoute "
        "que deux autres bateaux sont dans ce cas.",
        "Marit Bulletin",
    ),
    ("Nordavis, de son côté, croit savoir que le port sera vendu.", "Nordavis"),
    (
        "Selon Ports et Marine, une publication bordelaise destinée aux armateurs, le port sera "
        "vendu.",
        "Ports et Marine",
    ),
    ("Le ministre l'a dit dans l'allemand Tageblatt : le port sera vendu.", "Tageblatt"),
]

OTHERS = [
    "« Je partirai en mai », a déclaré au quotidien Paul Renard, directeur du port.",
    "Selon Pierre et Marie Nord, une publication bordelaise de poèmes va paraître.",
    "Le ministre a confié à Igor Vesna qu'il partirait en mai.",
    "D'après nos confrères, le maire avait été averti.",
    "Selon une enquête de Frontex, les bateaux étaient connus.",
    "L'entreprise a été reprise par Dagmar Industries.",
    "La proposition, reprise par Sofia, a été rejetée.",
    "L'information, reprise par les syndicats, a fait le tour de l'usine.",
    "L'information, confirmée par Rabat, a surpris Madrid.",
    "Une information de Rabat a surpris Madrid.",
    "Le pont sera fermé jusqu'en mai (source officielle).",
    "Le site industriel Vesna fermera en juin.",
    "Le site de Vesna a été évacué.",
    "La chaîne de magasins Kapital a fermé.",
    "L'agence immobilière Delta a fermé.",
    "L'Agence spatiale Delta a lancé un satellite.",
    "La radio du thorax de Marko montre une fracture.",
    "Traduit du russe, ce roman d'Anna Belova a reçu un prix.",
    "Au micro de Paul Renard, le préfet a reconnu un retard.",
    "Contacté par Marie Nord, le groupe n'a pas répondu.",
    "Écrire à contact@kapital.bg pour toute question.",
    "Le fichier facture.mg a été effacé.",
    "La plateforme pétrolière Faktor a été fermée.",
    "Le titre de Nordavis a perdu 4 % en Bourse.",
    "Nordavis, un armateur moldave, a publié ses comptes.",
    "Le Soir de la finale, la place était pleine.",
    "Hier, un site d'investigation moldave a publié les factures du ministère.",
    "Vendredi, la revue spécialisée a révélé que le vraquier avait disparu.",
    "Récemment, un magazine économique a affirmé que le groupe était en faillite.",
    "À Madrid, un journal local rapporte que le maire savait tout.",
    "En Serbie, le quotidien régional a annoncé la fermeture de l'usine.",
    "Kaltmark, une chaîne de magasins, a annoncé la fermeture de six boutiques.",
    "Kalimnos, une station balnéaire, a annoncé un plan d'économies.",
    "Vesna, une agence américaine de voyages, a annoncé sa faillite.",
    "Selon Kaltmark, une chaîne de magasins, six boutiques fermeront.",
    "Selon Interpol, la cargaison est partie. Le quotidien ajoute que le capitaine est en fuite.",
    "Avec la mairie et le Département, les pompiers surveillent la digue",
]

CREDITS = [
    ("Sources : AEP, L'Écho maritime, Radio Onde.", ["AEP", "Écho maritime", "Radio Onde"]),
    ("Avec l'ALP, Reuters et nos envoyés spéciaux", ["ALP", "Reuters"]),
    ("Sources : mairie de Vesna, ALP", ["ALP"]),
    ("Avec Marie Nord et Paul Renard", []),
    ("Source : rapport annuel 2023, p. 14", []),
]


@pytest.fixture(scope="module")
def cited() -> dict[str, list[str]]:
    """Return the outlets that each sentence cites, alone in its paragraph."""
    around = "La préfecture a fermé le pont de Brévenne.\n\n{}\n\nLes travaux dureront six mois."
    told = [sentence for sentence, _ in (*DRAWN_ON, *CREDITS)] + OTHERS
    documents = [
        Document(id=f"d{n}", file=f"d{n}.txt", text=around.format(sentence), sha256=f"d{n}")
        for n, sentence in enumerate(told)
    ]
    found = {reading.document: reading for reading in read_documents(documents)}
    return {
        sentence: [c.name for c in found[document.id].citations]
        for sentence, document in zip(told, documents, strict=True)
    }


@pytest.mark.parametrize(("sentence", "outlet"), DRAWN_ON)
def test_an_outlet_is_told_by_the_frame_it_stands_in(
    cited: dict[str, list[str]], sentence: str, outlet: str
) -> None:
    (name,) = cited[sentence]
    assert re.sub(r"^(?:Le|La|Les) |^L['’]", "", name) == outlet


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_only_resembles_such_a_frame_names_no_outlet(
    cited: dict[str, list[str]], sentence: str
) -> None:
    assert cited[sentence] == []


@pytest.mark.parametrize(("line", "outlets"), CREDITS)
def test_a_line_may_credit_several_outlets(
    cited: dict[str, list[str]], line: str, outlets: list[str]
) -> None:
    assert cited[line] == outlets


def test_what_a_frame_holds_stands_in_its_pattern():
    lists = get_pack("fr").words("press")
    for kind in (*lists["frames"], *lists["frames_behind"]):
        assert kind["holds"]
        for letters in kind["holds"]:
            assert letters == letters.lower()
            assert letters.lstrip("(") in kind["frame"], letters
