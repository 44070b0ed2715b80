"""What composed sentences are put together from: noun phrases, names, verbs, days."""

import random
from collections.abc import Callable
from typing import TypeVar

from training.fr.inflection import plural, verb
from training.fr.names import Names
from training.fr.nodes import Node, name
from training.fr.places import countries
from training.fr.swaps import WORDS

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MOOD = {
    "pres": "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
    "imp": "Mood=Ind|Number={}|Person=3|Tense=Imp|VerbForm=Fin",
    "fut": "Mood=Ind|Number={}|Person=3|Tense=Fut|VerbForm=Fin",
    "cond": "Mood=Cnd|Number={}|Person=3|Tense=Pres|VerbForm=Fin",
}
AVOIR = {
    "pres_s": "a", "pres_p": "ont", "imp_s": "avait", "imp_p": "avaient", "cond_s": "aurait",
    "cond_p": "auraient", "fut_s": "aura", "fut_p": "auront",
}  # fmt: skip
PARTICIPLE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"
# Form, lemma, features, number's letter.
_PRONOUNS = (
    ("il", "lui", "Gender=Masc|Number=Sing|Person=3|PronType=Prs", "s"),
    ("elle", "lui", "Gender=Fem|Number=Sing|Person=3|PronType=Prs", "s"),
    ("ils", "eux", "Gender=Masc|Number=Plur|Person=3|PronType=Prs", "p"),
    ("elles", "eux", "Gender=Fem|Number=Plur|Person=3|PronType=Prs", "p"),
    ("on", "on", "Number=Sing|Person=3|PronType=Ind", "s"),
)
_T = TypeVar("_T")
# How many phrases of persons and bodies are names.
_NAMED = 0.45
# How many subjects are pronouns.
_PRONOUN = 0.2


def _first(draw: Callable[[], _T | None]) -> _T:
    """Draw until something comes: a few names can't be used."""
    while True:
        found = draw()
        if found is not None:
            return found


class Phrases:
    """Makes parts of sentences.

    Args:
        chance: Source of chance; the same one makes the same parts.
        names: Gives persons, firms and papers.
    """

    def __init__(self, chance: random.Random, names: Names) -> None:
        self.chance = chance
        self.names = names

    def maybe(self, share: float) -> bool:
        """Return true so often."""
        return self.chance.random() < share

    def phrase(self, kinds: str, deprel: str, case: str = "") -> tuple[Node, str, str]:
        """Return a noun phrase or a name, its gender's and its number's letter."""
        pick = self.chance
        kind = pick.choice(kinds.split())
        if kind in {"person", "body"} and self.maybe(_NAMED):
            return self.named(kind, deprel, case)
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

    def named(self, kind: str, deprel: str, case: str = "") -> tuple[Node, str, str]:
        """Return a person, or a firm, a city or a country, by name."""
        gender, number = "m", "s"
        if kind == "person":
            node = self._person(deprel)
        else:
            draw = self.chance.random()
            if draw < 0.35:
                node = _first(lambda: name(self.names.slot_firm()[0][0], "ORG", deprel))
            elif draw < 0.65:
                node = _first(lambda: name(self.names.slot_city()[0][0], "LOC", deprel))
            else:
                node, number = _first(lambda: self._country(deprel))
        if case:
            node.before.insert(0, Node(case, case, "ADP", "", "case"))
        return node, gender, number

    def _country(self, deprel: str) -> tuple[Node, str] | None:
        article, country = self.chance.choice(countries())
        # "la Hongrie" but "l'Hérault": the beginning doesn't tell.
        node = None if country[0] in "HY" else name(country, "LOC", deprel)
        if node is None:
            return None
        many = article == "les"
        if article:
            form = "la" if article == "l'" else article
            feats = f"Definite=Def|Number={'Plur' if many else 'Sing'}|PronType=Art"
            node.before.append(Node(form, "le", "DET", feats, "det"))
        return node, "p" if many else "s"

    def _person(self, deprel: str) -> Node:
        draw = self.chance.random()
        if draw < 0.45:
            return _first(lambda: name(self.names.slot_last()[0][0], "PER", deprel))
        if draw < 0.72:
            return _first(lambda: name(self.names.slot_per()[0][0], "PER", deprel))
        if draw < 0.86:
            form, gender = self.chance.choice((("M.", "Masc"), ("M.", "Masc"), ("Mme", "Fem")))
            title = Node(form, "monsieur", "NOUN", f"Gender={gender}|Number=Sing", deprel)
            title.lemma = "madame" if form == "Mme" else "monsieur"
            slot = self.names.slot_last
        else:
            # "le ministre Jean Morel"
            gender = self.chance.choice(("Masc", "Fem"))
            noun = self.chance.choice(WORDS["nouns"]["person"][gender])
            title = Node(noun, noun, "NOUN", f"Gender={gender}|Number=Sing", deprel)
            feats = f"Definite=Def|Gender={gender}|Number=Sing|PronType=Art"
            form = "le" if gender == "Masc" else "la"
            title.before.append(Node(form, "le", "DET", feats, "det"))
            slot = self.names.slot_per
        title.behind.append(_first(lambda: name(slot()[0][0], "PER", "nmod")))
        return title

    def subject(self, kinds: str, deprel: str = "nsubj") -> tuple[Node, str]:
        """Return a subject, now and then a pronoun, and its number's letter."""
        if self.maybe(_PRONOUN):
            form, lemma, feats, number = self.chance.choice(_PRONOUNS)
            return Node(form, lemma, "PRON", feats, deprel), number
        node, _, number = self.phrase(kinds, deprel)
        return node, number

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

    def any_of(self, deprel: str) -> Node:
        """Return what is denied as a whole: "toute livraison", "tout lien"."""
        gender = self.chance.choice(("Masc", "Fem"))
        noun = self.chance.choice(WORDS["nouns"]["thing"][gender])
        feats = f"Gender={gender}|Number=Sing"
        head = Node(noun, noun, "NOUN", feats, deprel)
        form = "tout" if gender == "Masc" else "toute"
        head.before.append(Node(form, "tout", "DET", feats, "det"))
        return head

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
            node = Node(verb(lemma)["part_ms"], lemma, "VERB", PARTICIPLE, deprel)
            form = AVOIR[f"{auxiliary}_{number}"]
            aux = Node(form, "avoir", "AUX", MOOD[auxiliary].format(features), "aux:tense")
            node.before = [ne, aux, pas] if negated else [aux]
            if self.maybe(0.12):
                node.before.append(self.adverb())
            return node
        node = Node(
            verb(lemma)[f"{tense}_{number}"], lemma, "VERB", MOOD[tense].format(features), deprel
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
