"""Forms of French verbs, from principal parts that compounds share."""

import pytest

from recoupe.language.packs.fr.conjugation import every_person, third_person


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("devoir", "doit doivent devait dut durent devra devraient dû due doive"),
        ("recevoir", "reçoit reçoivent recevait reçut recevra recevront reçu reçues reçoive"),
        ("obtenir", "obtient obtiennent obtint obtinrent obtiendra obtenue obtienne"),
        ("convenir", "convient conviennent convint conviendrait convenu"),
        ("renvoyer", "renvoie renvoient renvoyait renvoya renvoyèrent renverra renvoyé"),
        ("parcourir", "parcourt parcourut parcourra parcourraient parcouru"),
        ("mourir", "meurt meurent mourut mourront mort morte mortes meure"),
        ("acquérir", "acquiert acquièrent acquérait acquit acquerra acquis acquises"),
        ("pouvoir", "peut peuvent put pourra pourraient pu puisse"),
        ("vouloir", "veut veulent voudra voulut veuille voulue"),
        ("savoir", "sait sut saura sachant sache"),
        ("prévoir", "prévoit prévoira prévoiraient prévu prévit"),
        ("revoir", "revoit revoient reverra revit revu"),
        ("défaire", "défait défont défit défera défaite défasse"),
        ("aller", "va vont alla allèrent ira iraient allée aille"),
        ("être", "est sont fut furent sera soit étant"),
        ("avoir", "a ont eut aura eu ayant ait"),
        ("falloir", "faut fallut faudra faille"),
        ("valoir", "vaut valent vaudra valut vaille"),
        ("enfuir", "enfuit enfuient enfuyait enfuirent enfuira enfui"),
        ("accueillir", "accueille accueillent accueillera accueilli accueillait"),
        ("accroître", "accroît accroit accroissent accrut accroîtra accrue"),
        ("disparaître", "disparaît disparait disparaissent disparut disparaîtra disparu"),
        ("atteindre", "atteint atteignent atteignit atteindra atteintes"),
        ("interrompre", "interrompt interrompent interrompit interrompra interrompue"),
        ("absoudre", "absout absolvent absoudra absous absoute"),
        ("résoudre", "résout résolvent résolut résoudra résolue"),
        ("construire", "construit construisent construisit construira construites"),
        ("extraire", "extrait extraient extrayait extraira extraites"),
        ("vendre", "vend vendent vendit vendra vendraient vendues"),
        ("surprendre", "surprend surprennent surprit surprendra surprises"),
        ("saisir", "saisit saisissent saisirent saisira saisies saisisse"),
        ("répartir", "répartit répartissent répartira"),
        ("repartir", "repart repartent repartit repartira"),
        ("payer", "paie paye paient paiera payera payé"),
        ("déployer", "déploie déploient déployait déploiera"),
        ("acheter", "achète achètera acheta achetée"),
        ("rejeter", "rejette rejettera rejeta"),
        ("révéler", "révèle révèlent révélera révèlera révélées"),
        ("assiéger", "assiège assiégea assiégeaient assiégèrent"),
        ("lancer", "lance lança lançait lancèrent lancées"),
    ],
)
def test_a_verb_has_its_forms_in_the_third_person(lemma, forms):
    assert not set(forms.split()) - third_person(lemma)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("devoir", "deverra devoira devit"),
        ("recevoir", "receverra recevit"),
        ("envoyer", "envoiera envoyera"),
        ("venir", "venissent venira"),
        ("courir", "courissent courira"),
        ("voir", "voira"),
        ("payer", "payons"),
        ("vendre", "vends vendons"),
    ],
)
def test_no_form_is_made_that_there_is_not(lemma, forms):
    assert not set(forms.split()) & third_person(lemma)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("pouvoir", "peux pouvons pourriez pouvais"),
        ("vouloir", "veux voulons voudrais voudrez"),
        ("devoir", "dois devons devrais devriez"),
        ("réfléchir", "réfléchissons réfléchis réfléchirons"),
        ("livrer", "livrons livriez livrerai livrerons"),
        ("partager", "partageons partagerons"),
    ],
)
def test_every_person_has_the_first_and_second_too(lemma, forms):
    assert not set(forms.split()) - every_person(lemma)
    assert third_person(lemma) < every_person(lemma)


def test_what_is_no_infinitive_has_no_forms():
    assert third_person("prêt") == frozenset()
