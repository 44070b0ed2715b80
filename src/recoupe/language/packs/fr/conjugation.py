"""Forms of French verbs in the third person, and their participles.

A tagger takes "« ... », estime la juge" for a noun often enough; a verb of
saying is also known by its form. Only the persons that report speech in news
are made: third singular and plural, and the participles. Endings after the
three groups of the grammar (Grevisse, Le Bon Usage).
"""

from functools import cache

# Infinitive ending -> stem and endings of the persons and participles. The first
# ending that fits decides, so the particular stand before the general.
_ENDINGS = {
    "naître": "naît nait naissent naissait naissaient nut nurent naîtra naîtront naîtrait "
    "naîtraient nu nue nus nues naissant",
    "mettre": "met mettent mettait mettaient mit mirent mettra mettront mettrait mettraient "
    "mis mise mises mettant",
    "prendre": "prend prennent prenait prenaient prit prirent prendra prendront prendrait "
    "prendraient pris prise prises prenant",
    "couvrir": "couvre couvrent couvrait couvraient couvrit couvrirent couvrira couvriront "
    "couvrirait couvriraient couvert couverte couvrant",
    "écrire": "écrit écrivent écrivait écrivaient écrivit écrivirent écrira écriront écrirait "
    "écriraient écrite écrits écrites écrivant",
    "édire": "édit édisent édisait édisaient édirent édira édiront édirait édite édisant",
    "dire": "dit disent disait disaient dirent dira diront dirait diraient dite dits disant",
    "savoir": "sait savent savait savaient sut surent saura sauront saurait sauraient su sachant",
    "croire": "croit croient croyait croyaient crut crurent croira croiront croirait croiraient "
    "cru croyant",
    "voir": "voit voient voyait voyaient vit virent voira verra verront verrait vu vue voyant",
    "clure": "clut cluent cluait cluaient clurent clura cluront clurait cluraient clu cluant",
    "aindre": "aint aignent aignait aignaient aignit aignirent aindra aindront aindrait "
    "aindraient ainte aignant",
    "entir": "ent entent entait entaient entit entirent entira entiront entirait entiraient "
    "enti entie entis enties entant",
    "enir": "ient iennent enait enaient int inrent iendra iendront iendrait iendraient enu enue "
    "enus enues enant",
    "dre": "d dent dait daient dit dirent dra dront drait draient du due dus dues dant",
    "ir": "it issent issait issaient irent ira iront irait iraient i ie is ies issant",
}
_FIRST_GROUP = "e ent ait aient a èrent era eront erait eraient é ée és ées ant"
_SOFT = {"a", "ait", "aient", "ant"}
_MUTE = {"e", "ent", "era", "eront", "erait", "eraient"}
_DOUBLING = ("appeler", "rappeler", "interpeller", "jeter", "rejeter", "projeter")


@cache
def third_person(lemma: str) -> frozenset[str]:
    """Return the forms of a verb in the third person, and its participles.

    Args:
        lemma: The infinitive, without its reflexive pronoun.

    Returns:
        Lower-case forms; empty where the infinitive has none of the known endings.
    """
    if lemma.endswith("er"):
        return frozenset(_first_group(lemma[:-2], lemma))
    for ending, forms in _ENDINGS.items():
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            return frozenset(stem + form for form in forms.split())
    return frozenset()


def _first_group(stem: str, lemma: str) -> set[str]:
    forms = set()
    for ending in _FIRST_GROUP.split():
        base = stem
        if stem.endswith("g") and (ending in _SOFT):
            base = stem + "e"
        elif stem.endswith("c") and ending in _SOFT:
            base = stem[:-1] + "ç"
        elif stem.endswith(("uy", "oy")) and ending in _MUTE:
            base = stem[:-1] + "i"
        elif ending in _MUTE:
            base = _before_mute_e(stem, lemma, ending)
        forms.add(base + ending)
    return forms


def _before_mute_e(stem: str, lemma: str, ending: str) -> str:
    if lemma in _DOUBLING and not stem.endswith("ll"):
        return stem + stem[-1]
    # "révél-" gives "révèle" but "révélera"; "martel-" gives "martèle" and "martèlera".
    tail = len(stem) - len(stem.rstrip("bcdfghjklmnpqrstvwxz"))
    vowel = stem[-tail - 1] if 0 < tail < len(stem) else ""
    if vowel == "é" and ending in {"e", "ent"} and _consonant(stem[-tail:]):
        return stem[: -tail - 1] + "è" + stem[-tail:]
    if vowel == "e" and tail == 1:
        return stem[: -tail - 1] + "è" + stem[-tail:]
    return stem


def _consonant(letters: str) -> bool:
    """Tell whether an "é" before these letters opens: one consonant, or "gu"-like pairs."""
    return len(letters) == 1 or letters in {"gn", "gr", "tr", "br", "cr", "gl"}
