"""Forms of French verbs and nouns by their place in the paradigm.

The first group takes its spelling from the package's own conjugation; of the
others only the patterns that are listed here are known. Endings after the three
groups of the grammar (Grevisse, Le Bon Usage).
"""

from functools import cache

from recoupe.language.packs.fr.conjugation import third_person

# Ending of the infinitive -> present singular and plural, stem of the imperfect, stem of
# the future, participle, second plural. The first ending that fits decides.
_PATTERNS = {
    "naître": "naît naissent naiss naîtr nu naissez",
    "mettre": "met mettent mett mettr mis mettez",
    "prendre": "prend prennent pren prendr pris prenez",
    "écrire": "écrit écrivent écriv écrir écrit écrivez",
    "dire": "dit disent dis dir dit disez",
    "cevoir": "çoit çoivent cev cevr çu cevez",
    "prévoir": "prévoit prévoient prévoy prévoir prévu prévoyez",
    "voir": "voit voient voy verr vu voyez",
    "croire": "croit croient croy croir cru croyez",
    "clure": "clut cluent clu clur clu cluez",
    "aindre": "aint aignent aign aindr aint aignez",
    "entir": "ent entent ent entir enti entez",
    "enir": "ient iennent en iendr enu enez",
    "vrir": "vre vrent vr vrir vert vrez",
    "uire": "uit uisent uis uir uit uisez",
    "battre": "bat battent batt battr battu battez",
    "suivre": "suit suivent suiv suivr suivi suivez",
    "endre": "end endent end endr endu endez",
    "ondre": "ond ondent ond ondr ondu ondez",
    "erdre": "erd erdent erd erdr erdu erdez",
    "ir": "it issent iss ir i issez",
}

_DOUBLING = ("jeter", "appeler", "renouveler", "feuilleter", "étinceler")
"""Verbs that double their consonant before a mute "e" in every paper."""


@cache
def verb(lemma: str) -> dict[str, str]:
    """Return a verb's forms by label; empty where the verb is of no known pattern.

    Args:
        lemma: The infinitive.

    Returns:
        ``pres_s pres_p imp_s imp_p fut_s fut_p cond_s cond_p`` for the third person,
        ``part_ms part_fs part_mp part_fp``, ``ger``, ``inf`` and ``vous`` (second plural).
    """
    if lemma.endswith("éer") or lemma == "fuir":
        return {}
    if lemma.endswith("er"):
        return _first_group(lemma)
    for ending, row in _PATTERNS.items():
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            pres_s, pres_p, imp, fut, part, vous = (stem + end for end in row.split())
            vous = "dites" if lemma == "dire" else vous
            return _filled(lemma, pres_s, pres_p, imp + "ait", fut + "a", part, vous)
    return {}


def _first_group(lemma: str) -> dict[str, str]:
    forms = third_person(lemma)

    def only(ending: str, *longer: str) -> str:
        found = [f for f in forms if f.endswith(ending) and not f.endswith(longer or ("-",))]
        if lemma.endswith(_DOUBLING):
            # "rejette" stands beside "rejète", which no paper writes.
            found = [f for f in found if "è" not in f]
        return min(found, key=len)

    pres = only("e", "ée")
    return _filled(
        lemma,
        pres,
        pres + "nt",
        only("ait", "erait"),
        only("era"),
        lemma[:-2] + "é",
        lemma[:-2] + "ez",
    )


def _filled(
    lemma: str, pres_s: str, pres_p: str, imp_s: str, fut_s: str, part: str, vous: str
) -> dict[str, str]:
    masculine_plural = part if part.endswith("s") else part + "s"
    future = fut_s[:-1]
    return {
        "pres_s": pres_s,
        "pres_p": pres_p,
        "imp_s": imp_s,
        "imp_p": imp_s[:-1] + "ent",
        "fut_s": fut_s,
        "fut_p": future + "ont",
        "cond_s": future + "ait",
        "cond_p": future + "aient",
        "part_ms": part,
        "part_fs": part + "e",
        "part_mp": masculine_plural,
        "part_fp": part + "es",
        "ger": imp_s[:-3] + "ant",
        "inf": lemma,
        "vous": vous,
    }


def plural(noun: str) -> str:
    """Return the plural of a noun or adjective of the lists, or "" for compounds."""
    if "-" in noun:
        return ""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun != "bal":
        return noun[:-2] + "aux"
    if noun.endswith(("au", "eu")):
        return noun + "x"
    return noun + "s"


def opens_with_vowel(word: str) -> bool:
    """Whether words before this one are elided; an "h" is taken for mute."""
    return word[:1].lower() in "aâàeéèêiîoôuûhœy"
