"""Sentences composed from a small grammar of news, with their trees.

What the treebanks have too little of: who says, denies, fears or plans what, in the
present and the perfect, before and behind a quotation, on which weekday; annotated as the
French treebanks of Universal Dependencies annotate it.
"""

import random
from dataclasses import dataclass, field

from recoupe.evaluation.conllu import Tree, Word
from training.fr.inflection import opens_with_vowel, plural, verb
from training.fr.swaps import WORDS

# The identifier of every sentence that is composed.
ID = "made"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MOOD = {
    "pres": "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "imp": "Mood=Ind|Number={}|Person=3|Tense=Imp|VerbForm=Fin",
    "fut": "Mood=Ind|Number={}|Person=3|Tense=Fut|VerbForm=Fin",
    "cond": "Mood=Cnd|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
}
_AVOIR = {
    "pres_s": "a", "pres_p": "ont", "imp_s": "avait", "imp_p": "avaient", "cond_s": "aurait",
    "cond_p": "auraient", "fut_s": "aura", "fut_p": "auront",
}  # fmt: skip
_MODALS = {
    "devoir": "doit doivent devait devaient devra devront devrait devraient",
    "pouvoir": "peut peuvent pouvait pouvaient pourra pourront pourrait pourraient",
    "vouloir": "veut veulent voulait voulaient voudra voudront voudrait voudraient",
}
_PLACES = ("pres_s", "pres_p", "imp_s", "imp_p", "fut_s", "fut_p", "cond_s", "cond_p")
_PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
_MERGED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ELISION = {"le": "l'", "la": "l'", "que": "qu'", "ne": "n'", "de": "d'"}


@dataclass(slots=True)
class Node:
    """A word and what hangs on it, before and behind."""

    form: str
    lemma: str
    upos: str
    feats: str
    deprel: str
    before: list["Node"] = field(default_factory=list)
    behind: list["Node"] = field(default_factory=list)


def linearised(root: Node) -> Tree:
    """Return the words in order, elided and contracted, with heads."""
    words: list[Word] = []

    def lay(node: Node) -> int:
        left = [lay(child) for child in node.before]
        at = len(words)
        words.append(Word(node.form, node.lemma, node.upos, node.feats, at, node.deprel, True))
        for place in left + [lay(child) for child in node.behind]:
            words[place].head = at
        return at

    lay(root)
    words = _contracted(words)
    for at, word in enumerate(words):
        behind = words[at + 1].form if at + 1 < len(words) else ""
        if word.form in _ELISION and opens_with_vowel(behind) and word.upos != "PRON":
            word.form, word.space = _ELISION[word.form], False
        elif word.form == "ce" and word.upos == "DET" and opens_with_vowel(behind):
            word.form = "cet"
        elif word.form == "sa" and opens_with_vowel(behind):
            word.form = "son"
        if behind in {",", "."} or behind.startswith("-"):
            word.space = False
    quote = next((word for word in words if word.form == "«"), None)
    opening = words[words.index(quote) + 1] if quote is not None else words[0]
    for word in (words[0], opening):
        word.form = word.form[:1].upper() + word.form[1:]
    return Tree(ID, words)


def _contracted(words: list[Word]) -> list[Word]:
    kept: list[int] = []
    place: dict[int, int] = {}
    for at, word in enumerate(words):
        last = words[kept[-1]] if kept else None
        vowel = at + 1 < len(words) and opens_with_vowel(words[at + 1].form)
        whole = last is not None and last.upos == "ADP" and word.upos == "DET"
        merged = _MERGED.get((last.form, word.form)) if whole and last else None
        if merged and not (word.form == "le" and vowel) and last is not None:
            last.form = merged
            place[at] = len(kept) - 1
        elif whole and last and last.form == "de" and word.form == "des":
            place[at] = len(kept) - 1
        else:
            place[at] = len(kept)
            kept.append(at)
    result = [words[at] for at in kept]
    for word in result:
        word.head = place[word.head]
    return result


def _punct(form: str) -> Node:
    return Node(form, form, "PUNCT", "", "punct")


class Maker:
    """Makes sentences.

    Args:
        chance: Source of chance; the same one makes the same sentences.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def maybe(self, share: float) -> bool:
        """Return true so often."""
        return self.chance.random() < share

    def phrase(self, kinds: str, deprel: str, case: str = "") -> tuple[Node, str, str]:
        """Return a noun phrase, its gender's and its number's letter."""
        pick = self.chance
        kind = pick.choice(kinds.split())
        gender = pick.choice(("Masc", "Masc", "Fem"))
        noun = pick.choice(WORDS["nouns"][kind][gender])
        many = plural(noun) if self.maybe(0.25) else ""
        number = "Plur" if many else "Sing"
        head = Node(many or noun, noun, "NOUN", f"Gender={gender}|Number={number}", deprel)
        if case:
            head.before.append(Node(case, case, "ADP", "", "case"))
        head.before.append(self.determiner(gender, number))
        if self.maybe(0.15):
            pair = pick.choice(WORDS["adjectives"]["before"])
            head.before.append(self.adjective(pair, gender, number))
        if self.maybe(0.2):
            pair = pick.choice(WORDS["adjectives"]["after"])
            head.behind.append(self.adjective(pair, gender, number))
        if self.maybe(0.2) and not case:
            head.behind.append(self.phrase("body thing", "nmod", "de")[0])
        return head, gender[0].lower(), number[0].lower()

    def adjective(self, pair: list[str], gender: str, number: str) -> Node:
        """Return an adjective that agrees."""
        form = pair[gender == "Fem"]
        form = plural(form) if number == "Plur" else form
        feats = f"Number={number}" if pair[0] == pair[1] else f"Gender={gender}|Number={number}"
        return Node(form, pair[0], "ADJ", feats, "amod")

    def determiner(self, gender: str, number: str) -> Node:
        """Return an article, a demonstrative or a possessive."""
        draw = self.chance.random()
        place = 2 if number == "Plur" else int(gender == "Fem")
        both = f"Gender={gender}|Number={number}" if number == "Sing" else "Number=Plur"
        if draw < 0.65:
            form = ("le", "la", "les")[place]
            return Node(form, "le", "DET", f"Definite=Def|{both}|PronType=Art", "det")
        if draw < 0.85:
            form = ("un", "une", "des")[place]
            return Node(form, "un", "DET", f"Definite=Ind|{both}|PronType=Art", "det")
        if draw < 0.93:
            return Node(("ce", "cette", "ces")[place], "ce", "DET", f"{both}|PronType=Dem", "det")
        form = ("son", "sa", "ses")[place]
        return Node(form, "son", "DET", f"Number={number}|Poss=Yes", "det")

    def verb(self, kind: str, number: str, deprel: str, tenses: str = "") -> Node:
        """Return a verb with its auxiliary and negation."""
        lemma = self.chance.choice(WORDS["verbs"][kind])
        tense = self.chance.choice((tenses or "pres pres pres imp fut cond perf perf plup").split())
        features = "Sing" if number == "s" else "Plur"
        negated = self.maybe(0.12)
        pas = Node("pas", "pas", "ADV", "Polarity=Neg", "advmod")
        ne = Node("ne", "ne", "ADV", "Polarity=Neg", "advmod")
        if tense in {"perf", "plup", "cperf"}:
            auxiliary = {"perf": "pres", "plup": "imp", "cperf": "cond"}[tense]
            node = Node(verb(lemma)["part_ms"], lemma, "VERB", _PARTICIPLE, deprel)
            form = _AVOIR[f"{auxiliary}_{number}"]
            aux = Node(form, "avoir", "AUX", _MOOD[auxiliary].format(features), "aux:tense")
            node.before = [ne, aux, pas] if negated else [aux]
            if self.maybe(0.12):
                node.before.append(self.adverb())
            return node
        node = Node(
            verb(lemma)[f"{tense}_{number}"], lemma, "VERB", _MOOD[tense].format(features), deprel
        )
        if negated:
            node.before, node.behind = [ne], [pas]
        elif self.maybe(0.12):
            node.behind = [self.adverb()]
        return node

    def adverb(self) -> Node:
        """Return an adverb."""
        form = self.chance.choice(WORDS["adverbs"])
        return Node(form, form, "ADV", "", "advmod")

    def when(self) -> Node:
        """Return a weekday, bare or with a part of the day."""
        if self.maybe(0.1):
            return Node("hier", "hier", "ADV", "", "advmod")
        day = self.chance.choice(_DAYS)
        node = Node(day, day, "NOUN", "Gender=Masc|Number=Sing", "obl:mod")
        if self.maybe(0.25):
            part = self.chance.choice(("matin", "soir", "midi"))
            node.behind = [Node(part, part, "NOUN", "Gender=Masc|Number=Sing", "nmod")]
        return node

    def infinitive(self, mark: str, deprel: str = "xcomp") -> Node:
        """Return an infinitive with its object."""
        lemma = self.chance.choice(WORDS["verbs"]["object"])
        node = Node(lemma, lemma, "VERB", "VerbForm=Inf", deprel)
        if mark:
            node.before.append(Node(mark, mark, "ADP", "", "mark"))
        node.behind.append(self.phrase("thing document", "obj")[0])
        return node

    def perfect(self) -> Node:
        """Return "avoir" and a participle with its object."""
        lemma = self.chance.choice(WORDS["verbs"]["object"])
        avoir = Node("avoir", "avoir", "AUX", "VerbForm=Inf", "aux:tense")
        node = Node(verb(lemma)["part_ms"], lemma, "VERB", _PARTICIPLE, "xcomp", [avoir])
        node.behind.append(self.phrase("thing document", "obj")[0])
        return node

    def clause(self, deprel: str, depth: int = 0) -> Node:
        """Return a clause with its subject."""
        kinds = ["object", "object", "none", "modal", "passive", "intention"]
        if depth < 2:
            kinds += ["clause", "clause", "clause", "perfect", "intention", "object"]
        kind = self.chance.choice(kinds)
        if kind == "none":
            subject, _, number = self.phrase("person body", "nsubj")
            node = self.verb("none", number, deprel)
        elif kind == "passive":
            return self.passive(deprel)
        else:
            of = "person body document medium" if kind in {"clause", "object"} else "person body"
            subject, _, number = self.phrase(of, "nsubj")
            node = getattr(self, f"with_{kind}")(number, deprel, depth)
        node.before.insert(0, subject)
        if self.maybe(0.3):
            # "Le maire a affirmé lundi que ...": at once behind the verb and its adverbs.
            at = sum(1 for child in node.behind if child.deprel == "advmod")
            node.behind.insert(at, self.when())
        return node

    def with_object(self, number: str, deprel: str, _: int) -> Node:
        """Return a verb and its object."""
        kind = self.chance.choice(("object", "object", "object", "person"))
        node = self.verb(kind, number, deprel)
        of = "person body" if kind == "person" else "thing document"
        node.behind.append(self.phrase(of, "obj")[0])
        return node

    def with_clause(self, number: str, deprel: str, depth: int) -> Node:
        """Return a verb and its que-clause."""
        node = self.verb("clause", number, deprel)
        content = self.clause("ccomp", depth + 1)
        content.before.insert(0, Node("que", "que", "SCONJ", "", "mark"))
        node.behind.append(content)
        return node

    def with_perfect(self, number: str, deprel: str, _: int) -> Node:
        """Return "nie avoir vendu ..."."""
        node = self.verb("perfect", number, deprel)
        node.behind.append(self.perfect())
        return node

    def with_intention(self, number: str, deprel: str, _: int) -> Node:
        """Return "cherche à vendre", "tente de vendre", "compte vendre"."""
        kind = self.chance.choice(("de", "à", "bare", "bare"))
        node = self.verb(kind, number, deprel, "pres pres pres imp cond perf")
        node.behind.append(self.infinitive("" if kind == "bare" else kind))
        return node

    def with_modal(self, number: str, deprel: str, _: int) -> Node:
        """Return "doit vendre ..."."""
        lemma = self.chance.choice(list(_MODALS))
        place = self.chance.choice([place for place in _PLACES if place[-1] == number])
        form = _MODALS[lemma].split()[_PLACES.index(place)]
        feats = _MOOD[place[:-2]].format("Sing" if number == "s" else "Plur")
        return Node(form, lemma, "VERB", feats, deprel, [], [self.infinitive("")])

    def passive(self, deprel: str) -> Node:
        """Return "le barrage a été fermé par l'exploitant"."""
        subject, gender, number = self.phrase("thing document", "nsubj:pass")
        lemma = self.chance.choice(WORDS["verbs"]["object"])
        many = "Sing" if number == "s" else "Plur"
        feats = (
            f"Gender={'Masc' if gender == 'm' else 'Fem'}|Number={many}"
            "|Tense=Past|VerbForm=Part|Voice=Pass"
        )
        tense = self.chance.choice(("pres", "pres", "imp", "cond"))
        avoir = Node(
            _AVOIR[f"{tense}_{number}"], "avoir", "AUX", _MOOD[tense].format(many), "aux:tense"
        )
        been = Node("été", "être", "AUX", "Tense=Past|VerbForm=Part", "aux:pass")
        node = Node(
            verb(lemma)[f"part_{gender}{number}"], lemma, "VERB", feats, deprel,
            [subject, avoir, been],
        )  # fmt: skip
        if self.maybe(0.5):
            node.behind.append(self.phrase("person body", "obl:agent", "par")[0])
        if self.maybe(0.3):
            node.behind.append(self.when())
        return node

    def order(self) -> Node:
        """Return an order as in an imperative quotation: "Fermez les vannes"."""
        lemma = self.chance.choice(WORDS["verbs"]["object"])
        feats = "Mood=Imp|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin"
        node = Node(verb(lemma)["vous"], lemma, "VERB", feats, "root")
        node.behind.append(self.phrase("thing document person", "obj")[0])
        if self.maybe(0.2):
            pas = Node("pas", "pas", "ADV", "Polarity=Neg", "advmod")
            node.before.append(Node("ne", "ne", "ADV", "Polarity=Neg", "advmod"))
            node.behind.insert(0, pas)
        return node

    def told(self) -> Node:
        """Return who says it, behind the quotation: "affirme le maire"."""
        said = self.verb("quote", "s", "parataxis:insert", "pres pres pres imp perf perf")
        said.before = [child for child in said.before if child.lemma not in {"ne", "pas"}]
        said.behind = [child for child in said.behind if child.lemma != "pas"]
        if self.maybe(0.15) and "VerbForm=Fin" in said.feats:
            he = self.maybe(0.6)
            joint = "-" if said.form[-1] in "td" else "-t-"
            pronoun = Node(
                joint + ("il" if he else "elle"), "il", "PRON",
                f"Gender={'Masc' if he else 'Fem'}|Number=Sing|Person=3|PronType=Prs", "nsubj",
            )  # fmt: skip
            said.behind.insert(0, pronoun)
            return said
        while True:
            subject, _, number = self.phrase("person person body document", "nsubj")
            if number == "s":
                break
        if self.maybe(0.25):
            said.behind.append(self.when())
        said.behind.append(subject)
        return said

    def quotation(self) -> Node:
        """Return a sentence quoted, and who says it."""
        node = self.order() if self.maybe(0.3) else self.clause("root", 1)
        said = self.told()
        if self.maybe(0.75):
            node.before.insert(0, _punct("«"))
            node.behind.append(_punct("»"))
        said.before.insert(0, _punct(","))
        node.behind.append(said)
        return node

    def announced(self) -> Node:
        """Return "L'exploitant répond : « Fermez les vannes »"."""
        subject, _, number = self.phrase("person body", "nsubj")
        node = self.verb("quote", number, "root", "pres pres perf imp")
        node.before.insert(0, subject)
        words = self.order() if self.maybe(0.4) else self.clause("root", 1)
        words.deprel = "parataxis"
        words.before[:0] = [_punct(":"), _punct("«")]
        words.behind.append(_punct("»"))
        node.behind.append(words)
        return node

    def sentence(self) -> Tree:
        """Return one sentence with its tree."""
        draw = self.chance.random()
        if draw < 0.3:
            node = self.quotation()
        elif draw < 0.38:
            node = self.announced()
        elif draw < 0.48:
            node = self.clause("root", 1)
            source = self.phrase("person body document medium", "obl:mod", "selon")[0]
            if self.maybe(0.5):
                node.before[:0] = [source, _punct(",")]
            else:
                source.before.insert(0, _punct(","))
                node.behind.append(source)
        elif draw < 0.53:
            node = self.order()
        else:
            node = self.clause("root")
        if self.maybe(0.9):
            node.behind.append(_punct("."))
        return linearised(node)
