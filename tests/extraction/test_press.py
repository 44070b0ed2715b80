"""Outlets in running text: a frame tells that what stands in it is one, and nothing else is."""

import re

import pytest

from recoupe.extraction import read_documents
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
]

OTHERS = [
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
]


@pytest.fixture(scope="module")
def cited() -> dict[str, list[str]]:
    """Return the outlets that each sentence cites, alone in its paragraph."""
    around = "La préfecture a fermé le pont de Brévenne.\n\n{}\n\nLes travaux dureront six mois."
    told = [sentence for sentence, _ in DRAWN_ON] + OTHERS
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
