"""Forms of French verbs: the third person and the participles, or every person.

A tagger takes "« ... », estime la juge" for a noun often enough, and a lemmatiser "recevra"
for a verb of its own; so verbs are also known by their forms. What reports make is the third
person and the participles; a quotation may hold any person.

Irregular verbs are listed by ending and principal parts, which their compounds share
("devenir" goes as "venir"); all else follows the first or second group (Grevisse, Le Bon
Usage; the spellings of 1990 beside the older ones).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# Infinitive ending: present singular and plural, stem of the imperfect, simple past, stem of
# the future, past participle. "-" is a form that there is not. The first ending that fits
# decides, so the particular stand before the general.
_PARTS = """
être: est sont ét fut ser été
ravoir: - - - - raur -
savoir: sait savent sav sut saur su
avoir: a ont av eut aur eu
devoir: doit doivent dev dut devr dû
cevoir: çoit çoivent cev çut cevr çu
pleuvoir: pleut pleuvent pleuv plut pleuvr plu
mouvoir: meut meuvent mouv mut mouvr mu
pouvoir: peut peuvent pouv put pourr pu
vouloir: veut veulent voul voulut voudr voulu
valoir: vaut valent val valut vaudr valu
falloir: faut faut fall fallut faudr fallu
pourvoir: pourvoit pourvoient pourvoy pourvut pourvoir pourvu
prévoir: prévoit prévoient prévoy prévit prévoir prévu
seoir: sied seyent sey sit siér sis
voir: voit voient voy vit verr vu
quérir: quiert quièrent quér quit querr quis
courir: court courent cour courut courr couru
mourir: meurt meurent mour mourut mourr mort
enir: ient iennent en int iendr enu
ffrir: ffre ffrent ffr ffrit ffrir ffert
ouvrir: ouvre ouvrent ouvr ouvrit ouvrir ouvert
cueillir: cueille cueillent cueill cueillit cueiller cueilli
ssaillir: ssaille ssaillent ssaill ssaillit ssaillir ssailli
défaillir: défaille défaillent défaill défaillit défaillir défailli
faillir: faut faillent faill faillit faillir failli
bouillir: bout bouillent bouill bouillit bouillir bouilli
dormir: dort dorment dorm dormit dormir dormi
asservir: asservit asservissent asserviss asservit asservir asservi
servir: sert servent serv servit servir servi
répartir: répartit répartissent répartiss répartit répartir réparti
impartir: impartit impartissent impartiss impartit impartir imparti
assortir: assortit assortissent assortiss assortit assortir assorti
partir: part partent part partit partir parti
sortir: sort sortent sort sortit sortir sorti
mentir: ment mentent ment mentit mentir menti
sentir: sent sentent sent sentit sentir senti
repentir: repent repentent repent repentit repentir repenti
vêtir: vêt vêtent vêt vêtit vêtir vêtu
fuir: fuit fuient fuy fuit fuir fui
naître: naît naissent naiss naquit naîtr né
aître: aît aissent aiss ut aîtr u
oître: oît oissent oiss ut oîtr u
mettre: met mettent mett mit mettr mis
battre: bat battent batt battit battr battu
prendre: prend prennent pren prit prendr pris
indre: int ignent ign ignit indr int
ésoudre: ésout ésolvent ésolv ésolut ésoudr ésolu
soudre: sout solvent solv - soudr sous
coudre: coud cousent cous cousit coudr cousu
moudre: moud moulent moul moulut moudr moulu
rompre: rompt rompent romp rompit rompr rompu
vaincre: vainc vainquent vainqu vainquit vaincr vaincu
vivre: vit vivent viv vécut vivr vécu
suivre: suit suivent suiv suivit suivr suivi
crire: crit crivent criv crivit crir crit
élire: élit élisent élis élut élir élu
lire: lit lisent lis lut lir lu
maudire: maudit maudissent maudiss maudit maudir maudit
dire: dit disent dis dit dir dit
suffire: suffit suffisent suffis suffit suffir suffi
rire: rit rient ri rit rir ri
nuire: nuit nuisent nuis nuisit nuir nui
luire: luit luisent luis luisit luir lui
uire: uit uisent uis uisit uir uit
faire: fait font fais fit fer fait
traire: trait traient tray - trair trait
plaire: plaît plaisent plais plut plair plu
taire: tait taisent tais tut tair tu
inclure: inclut incluent inclu inclut inclur inclus
clure: clut cluent clu clut clur clu
clore: clôt closent clos - clor clos
croire: croit croient croy crut croir cru
boire: boit boivent buv but boir bu
envoyer: envoie envoient envoy envoya enverr envoyé
aller: va vont all alla ir allé
dre: d dent d dit dr du
ir: it issent iss it ir i
"""
# Presents of the subjunctive, and participles, that follow no principal part.
_SUBJUNCTIVES = {
    "être": "soi", "avoir": "ai", "savoir": "sach", "pouvoir": "puiss", "faire": "fass",
    "vouloir": "veuill", "valoir": "vaill", "falloir": "faill", "aller": "aill",
}  # fmt: skip
_SUBJUNCTIVE_FORMS = {"être": "soit soient", "avoir": "ait aient"}
_PRESENT_PARTICIPLES = {"avoir": "ayant", "savoir": "sachant"}
_FUTURE = ("a", "ont", "ait", "aient")
_FUTURE_OTHERS = ("ai", "as", "ons", "ez", "ais", "ions", "iez")
_IMPERFECT_OTHERS = ("ais", "ions", "iez", "ons", "ez")
_IN_X = frozenset(("pouvoir", "vouloir", "valoir"))
_DOUBLED = ("l", "t")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A verb's principal parts, its own stem before them."""

    ending: str
    stem: str
    present: str
    presents: str
    imperfect: str
    past: str
    future: str
    participle: str


def third_person(lemma: str) -> frozenset[str]:
    """Return the forms of a verb in the third person, and its participles.

    Args:
        lemma: The infinitive, without its reflexive pronoun.

    Returns:
        Lower-case forms; empty where the word is no infinitive.
    """
    return _forms(lemma, False)


def every_person(lemma: str) -> frozenset[str]:
    """Return the forms of a verb in every person, and its participles; as :func:`third_person`."""
    return _forms(lemma, True)


@cache
def _forms(lemma: str, every: bool) -> frozenset[str]:
    parts = _parts_of(lemma)
    if parts is not None:
        return frozenset(_of_parts(parts, every))
    return frozenset(_first_group(lemma[:-2], every)) if lemma.endswith("er") else frozenset()


@cache
def _table() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = (line.split(": ") for line in _PARTS.strip().splitlines())
    return tuple((ending, tuple(parts.split())) for ending, parts in lines)


def _parts_of(lemma: str) -> _Parts | None:
    for ending, parts in _table():
        if lemma.endswith(ending):
            return _Parts(ending, lemma[: -len(ending)], *parts)
    return None


def _of_parts(parts: _Parts, every: bool) -> Iterator[str]:
    told = [parts.present, parts.presents]
    if parts.imperfect != "-":
        told += [parts.imperfect + e for e in ("ait", "aient", *(_IMPERFECT_OTHERS * every))]
        present_participle = _PRESENT_PARTICIPLES.get(parts.ending, f"{parts.imperfect}ant")
        told.append(present_participle)
    if every and parts.present[-1:] in "tds":
        # "dois", "mets", "vends"
        base = parts.present.removesuffix("t") if parts.present[-1] == "t" else parts.present
        told.append(base + ("x" if parts.ending in _IN_X else "s"))
    told += _subjunctive(parts)
    told += _simple_past(parts.past)
    told += [parts.future + e for e in (*_FUTURE, *(_FUTURE_OTHERS * every))]
    told += _participle(parts.participle)
    for form in told:
        if "-" not in form:
            yield parts.stem + form
            if "î" in form:
                yield parts.stem + form.replace("î", "i")


def _subjunctive(parts: _Parts) -> list[str]:
    if parts.ending in _SUBJUNCTIVE_FORMS:
        return _SUBJUNCTIVE_FORMS[parts.ending].split()
    stem = _SUBJUNCTIVES.get(parts.ending, parts.presents.removesuffix("ent"))
    return [f"{stem}e", f"{stem}ent"] if parts.presents != "-" else []


def _simple_past(form: str) -> list[str]:
    if form == "-":
        return []
    return [form, f"{form[:-1]}èrent" if form.endswith("a") else f"{form[:-1]}rent"]


def _participle(form: str) -> list[str]:
    """Return a past participle in both genders and numbers: "dû, due", "absous, absoute"."""
    if form == "-":
        return []
    stem = form.replace("û", "u")
    feminine = f"{stem[:-1]}te" if stem.endswith("ous") else f"{stem}e"
    plural = [] if form.endswith("s") else [f"{stem}s"]
    return [form, feminine, f"{feminine}s", *plural]


_FIRST = "e ent ait aient a èrent era eront erait eraient é ée és ées ant"
_FIRST_OTHERS = "ons ez ais ions iez ai erai eras erons erez erais erions eriez"


def _first_group(stem: str, every: bool) -> Iterator[str]:
    for ending in (*_FIRST.split(), *(_FIRST_OTHERS.split() if every else ())):
        if ending[0] == "e":
            yield from (f"{base}{ending}" for base in _before_mute_e(stem, ending))
        elif stem.endswith("g") and ending[0] in "ao":
            yield f"{stem}e{ending}"
        elif stem.endswith("c") and ending[0] in "ao":
            yield f"{stem[:-1]}ç{ending}"
        else:
            yield stem + ending


def _before_mute_e(stem: str, ending: str) -> Iterator[str]:
    """Yield the stems before a mute "e": "paie" and "paye", "révèle", "jette", "achète"."""
    if ending == "ez":
        yield stem
        return
    if stem.endswith(("uy", "oy", "ay")):
        yield f"{stem[:-1]}i"
        if stem.endswith("ay"):
            yield stem
        return
    tail = len(stem) - len(stem.rstrip("bcdfghjklmnpqrstvwxz"))
    vowel = stem[-tail - 1] if 0 < tail < len(stem) else ""
    if vowel == "e" and tail == 1:
        yield f"{stem[:-2]}è{stem[-1]}"
        if stem.endswith(_DOUBLED):
            # "appelle", "jette"; "achette" is no word, and does no harm.
            yield stem + stem[-1]
        return
    opens = vowel == "é" and _consonant(stem[-tail:])
    if opens:
        yield f"{stem[: -tail - 1]}è{stem[-tail:]}"
    if not opens or ending not in {"e", "ent"}:
        # "révélera" beside "révèlera"
        yield stem


def _consonant(letters: str) -> bool:
    """Tell whether an "é" before these letters opens: one consonant, or "gu"-like pairs."""
    return len(letters) == 1 or letters in {"gn", "gr", "tr", "br", "cr", "gl", "ch"}
