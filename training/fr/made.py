"""Sentences composed from a small grammar of news, with their trees.

What the treebanks have too little of: who says, denies, fears or plans what, in the
present and the perfect, before and behind a quotation, in headlines, on which weekday;
annotated as the French treebanks of Universal Dependencies annotate it.
"""

import random

from recoupe.evaluation.conllu import Tree
from training.fr.inflection import plural, verb
from training.fr.names import Names
from training.fr.nodes import Node, linearised, punct
from training.fr.phrases import AVOIR, MOOD, PARTICIPLE, Phrases
from training.fr.swaps import WORDS

# The identifier of every sentence that is composed begins so.
ID = "made"
_MODALS = {
    "devoir": "doit doivent devait devaient devra devront devrait devraient",
    "pouvoir": "peut peuvent pouvait pouvaient pourra pourront pourrait pourraient",
    "vouloir": "veut veulent voulait voulaient voudra voudront voudrait voudraient",
}
_PLACES = ("pres_s", "pres_p", "imp_s", "imp_p", "fut_s", "fut_p", "cond_s", "cond_p")


class Maker(Phrases):
    """Makes sentences; ``tags`` holds each one's names by its tree's identifier.

    Args:
        chance: Source of chance; the same one makes the same sentences.
        names: Gives persons, firms and papers.
    """

    def __init__(self, chance: random.Random, names: Names) -> None:
        super().__init__(chance, names)
        self.tags: dict[str, list[str]] = {}

    # --- clauses

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
        node = Node(verb(lemma)["part_ms"], lemma, "VERB", PARTICIPLE, "xcomp", [avoir])
        node.behind.append(self.phrase("thing document person", "obj")[0])
        return node

    def clause(self, deprel: str, depth: int = 0, tenses: str = "") -> Node:
        """Return a clause with its subject."""
        kinds = ["object", "object", "none", "modal", "passive", "intention", "denial"]
        if depth < 2:
            kinds += ["clause", "clause", "clause", "perfect", "intention", "object"]
        kind = self.chance.choice(kinds)
        if kind == "passive":
            return self.passive(deprel)
        of = "person body document medium" if kind in {"clause", "object"} else "person body"
        subject, number = self.subject(of)
        if kind == "none":
            node = self.verb("none", number, deprel, tenses)
        else:
            node = getattr(self, f"with_{kind}")(number, deprel, depth, tenses)
        node.before.insert(0, subject)
        if self.maybe(0.3):
            # "Le maire a affirmé lundi que ...": at once behind the verb and its adverbs.
            at = sum(1 for child in node.behind if child.deprel == "advmod")
            node.behind.insert(at, self.when())
        return node

    def with_object(self, number: str, deprel: str, _: int, tenses: str) -> Node:
        """Return a verb and its object."""
        kind = self.chance.choice(("object", "object", "object", "person"))
        node = self.verb(kind, number, deprel, tenses)
        of = "person body" if kind == "person" else "thing document"
        node.behind.append(self.phrase(of, "obj")[0])
        return node

    def with_denial(self, number: str, deprel: str, _: int, tenses: str) -> Node:
        """Return "nie toute fuite", or "dément" alone."""
        if self.maybe(0.4):
            return self.verb("alone", number, deprel, tenses or "pres pres perf")
        node = self.verb("denial", number, deprel, tenses)
        node.behind.append(self.any_of("obj"))
        return node

    def with_clause(self, number: str, deprel: str, depth: int, tenses: str) -> Node:
        """Return a verb and its que-clause."""
        node = self.verb("clause", number, deprel, tenses)
        content = self.clause("ccomp", depth + 1)
        content.before.insert(0, Node("que", "que", "SCONJ", "", "mark"))
        node.behind.append(content)
        return node

    def with_perfect(self, number: str, deprel: str, _: int, tenses: str) -> Node:
        """Return "nie avoir vendu ..."."""
        node = self.verb("perfect", number, deprel, tenses)
        node.behind.append(self.perfect())
        return node

    def with_intention(self, number: str, deprel: str, _: int, tenses: str) -> Node:
        """Return "cherche à vendre", "tente de vendre", "compte vendre"."""
        kind = self.chance.choice(("de", "à", "bare", "bare"))
        node = self.verb(kind, number, deprel, tenses or "pres pres pres imp cond perf")
        node.behind.append(self.infinitive("" if kind == "bare" else kind))
        return node

    def with_modal(self, number: str, deprel: str, _: int, __: str) -> Node:
        """Return "doit vendre ..."."""
        lemma = self.chance.choice(list(_MODALS))
        place = self.chance.choice([place for place in _PLACES if place[-1] == number])
        form = _MODALS[lemma].split()[_PLACES.index(place)]
        feats = MOOD[place[:-2]].format("Sing" if number == "s" else "Plur")
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
            AVOIR[f"{tense}_{number}"], "avoir", "AUX", MOOD[tense].format(many), "aux:tense"
        )
        been = Node("été", "être", "AUX", "Tense=Past|VerbForm=Part", "aux:pass")
        form = verb(lemma)[f"part_{gender}{number}"]
        node = Node(form, lemma, "VERB", feats, deprel, [subject, avoir, been])
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

    # --- who says it

    def told(self) -> Node:
        """Return who says it, behind the words: "affirme le maire", "a déclaré à l'AFP Y"."""
        said = self.verb("quote", "s", "parataxis:insert", "pres pres imp perf perf perf")
        said.before = [child for child in said.before if child.lemma not in {"ne", "pas"}]
        said.behind = [child for child in said.behind if child.lemma != "pas"]
        if self.maybe(0.15):
            he = self.maybe(0.6)
            # "affirme-t-il", "répond-elle"; in the perfect behind "avoir": "a-t-il déclaré"
            bearer = said if "VerbForm=Fin" in said.feats else said.before[0]
            joint = "-" if bearer.form[-1] in "td" else "-t-"
            feats = f"Gender={'Masc' if he else 'Fem'}|Number=Sing|Person=3|PronType=Prs"
            pronoun = Node(joint + ("il" if he else "elle"), "lui", "PRON", feats, "nsubj")
            if bearer is said:
                said.behind.insert(0, pronoun)
            else:
                said.before.insert(1, pronoun)
            return said
        while True:
            subject, _, number = self.phrase("person person person body document", "nsubj")
            if number == "s":
                break
        if self.maybe(0.25):
            said.behind.append(self.when())
        if self.maybe(0.12):
            said.behind.append(self.phrase("medium", "obl:arg", "à")[0])
        said.behind.append(subject)
        return said

    def quotation(self) -> Node:
        """Return a sentence quoted, and who says it."""
        node = self.order() if self.maybe(0.2) else self.clause("root", 1)
        said = self.told()
        quoted = self.maybe(0.65)
        said.before.insert(0, punct(","))
        first = node.before[0] if node.before else node
        plain = first.deprel.startswith("nsubj") and first.upos != "PRON"
        if not quoted and plain and self.maybe(0.3):
            # "Le barrage, affirme le maire, a cédé": in the midst.
            said.behind.append(punct(","))
            node.before.insert(1, said)
            return node
        if quoted:
            node.before.insert(0, punct("«"))
            node.behind.append(punct("»"))
        node.behind.append(said)
        return node

    def announced(self) -> Node:
        """Return "L'exploitant répond : « Fermez les vannes »"."""
        subject, number = self.subject("person body")
        node = self.verb("quote", number, "root", "pres pres perf imp")
        node.before.insert(0, subject)
        words = self.order() if self.maybe(0.4) else self.clause("root", 1)
        words.deprel = "parataxis"
        words.before[:0] = [punct(":"), punct("«")]
        words.behind.append(punct("»"))
        node.behind.append(words)
        return node

    def by_source(self) -> Node:
        """Return a clause with "selon" before or behind."""
        node = self.clause("root", 1)
        source = self.phrase("person body document medium", "obl:mod", "selon")[0]
        if self.maybe(0.5):
            node.before[:0] = [source, punct(",")]
        else:
            source.before.insert(0, punct(","))
            node.behind.append(source)
        return node

    def headline(self) -> Node:
        """Return "Fuite : le maire dément", "Lyon : deux ..." or a clause in the present."""
        node = self.clause("root", 2, "pres")
        draw = self.chance.random()
        if draw < 0.4:
            return node
        if draw < 0.65:
            topic, _, _ = self.named("body", "root")
        else:
            gender = self.chance.choice(("Masc", "Fem"))
            noun = self.chance.choice(WORDS["nouns"]["thing"][gender])
            many = plural(noun) if self.maybe(0.4) else ""
            number = "Plur" if many else "Sing"
            topic = Node(many or noun, noun, "NOUN", f"Gender={gender}|Number={number}", "root")
            if self.maybe(0.4):
                topic.behind.append(self.phrase("body thing person", "nmod", "de")[0])
        node.deprel = "parataxis"
        node.before.insert(0, punct(":"))
        topic.behind.append(node)
        return topic

    def sentence(self) -> Tree:
        """Return one sentence with its tree; its names are in ``tags`` from then on."""
        draw = self.chance.random()
        stop = self.maybe(0.93)
        if draw < 0.3:
            node = self.quotation()
        elif draw < 0.36:
            node = self.announced()
        elif draw < 0.44:
            node = self.by_source()
        elif draw < 0.47:
            node = self.order()
        elif draw < 0.62:
            node, stop = self.headline(), False
        else:
            node = self.clause("root")
        if stop:
            node.behind.append(punct("."))
        tree, tags = linearised(node, f"{ID}-{len(self.tags)}")
        self.tags[tree.id] = tags
        return tree
