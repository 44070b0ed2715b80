"""Treebank sentences with other verbs and nouns in the same places.

The treebanks hold few of the verbs that news lives on. A word is put in for another of
the same form that takes the same complements (lexical substitution as augmentation:
Şahin and Steedman, "Data Augmentation via Dependency Tree Morphing", EMNLP 2018, change
the tree; here the tree stays and the words change).
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recoupe.evaluation.conllu import Tree, Word
from training.fr.inflection import opens_with_vowel, plural, verb

WORDS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "words.yml").read_text(encoding="utf-8")
)
_TENSES = {"Pres": "pres", "Imp": "imp", "Fut": "fut"}
# Before these the next word must go on beginning as it does.
_ELIDED = frozenset(
    """le la l' de d' du au que qu' ne n' je j' me m' te t' se s' ce cet cette sa son ma mon ta ton
    lorsque lorsqu' puisque puisqu' jusque jusqu' si à bel beau nouveau nouvel vieux vieil
    """.split()  # noqa: SIM905 - a list of words reads better than a list of strings
)
# Verbs whose complements don't tell what else could stand there.
_KEPT = frozenset(
    """être avoir faire pouvoir devoir vouloir falloir aller venir laisser sembler paraître
    devenir rester mettre prendre donner tenir porter rendre passer agir
    """.split()  # noqa: SIM905
)
_LINKED = frozenset(["expl:pv", "expl:subj", "expl:comp", "expl:pass", "iobj", "fixed", "cop"])


def swapped(tree: Tree, chance: random.Random, share: float) -> Tree:
    """Return the sentence with some of its verbs and nouns replaced.

    Args:
        tree: A sentence; left as it is.
        chance: Source of chance.
        share: How many sentences in one are touched.
    """
    if chance.random() >= share:
        return tree
    words = list(tree.words)
    under: list[list[Word]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            under[word.head].append(word)
    for at, word in enumerate(words):
        if chance.random() < 0.3:
            continue
        if word.upos == "VERB":
            found = _other_verb(word, under[at], chance)
        elif word.upos == "NOUN":
            found = _other_noun(word, under[at], chance)
        else:
            continue
        if found and _fits(words, at, found[0]):
            form, lemma = found
            if word.form[:1].isupper():
                form = form[:1].upper() + form[1:]
            words[at] = replace(word, form=form, lemma=lemma)
    return Tree(tree.id, words, tree.paragraph)


def _fits(words: Sequence[Word], at: int, form: str) -> bool:
    before = words[at - 1].form.lower().replace("’", "'") if at else ""
    if before in _ELIDED and opens_with_vowel(words[at].form) != opens_with_vowel(form):
        return False
    behind = words[at + 1].form if at + 1 < len(words) else ""
    # "dit-il" but "affirme-t-il".
    return not behind.startswith("-") or (words[at].form[-1] in "td") == (form[-1] in "td")


def _label(word: Word) -> str:
    feats = dict(part.split("=") for part in word.feats.split("|") if "=" in part)
    form = feats.get("VerbForm")
    if form == "Inf":
        return "inf"
    if form == "Part":
        if feats.get("Tense") == "Pres":
            return "ger"
        return f"part_{feats.get('Gender', '?')[0].lower()}{feats.get('Number', '?')[0].lower()}"
    if form != "Fin" or feats.get("Person") != "3":
        return ""
    number = feats.get("Number", "?")[0].lower()
    if feats.get("Mood") == "Cnd":
        return f"cond_{number}"
    tense = _TENSES.get(feats.get("Tense", ""))
    return f"{tense}_{number}" if tense and feats.get("Mood") == "Ind" else ""


def _class(word: Word, under: Sequence[Word]) -> str:
    """Return what the verb takes, as the lists call it, or "" where that isn't plain."""
    relations = {other.deprel for other in under}
    if relations & _LINKED:
        return ""
    if "ccomp" in relations and not relations & {"obj", "xcomp", "obl:arg"}:
        return "clause"
    if word.deprel == "parataxis:insert" and "nsubj" in relations and "obj" not in relations:
        return "quote"
    if relations & {"ccomp", "xcomp", "obl:arg"}:
        return ""
    if "obj" in relations or relations & {"aux:pass", "nsubj:pass"}:
        return "object"
    return "object" if word.deprel == "acl" and "Voice=Pass" in word.feats else ""


def _other_verb(word: Word, under: Sequence[Word], chance: random.Random) -> tuple[str, str] | None:
    label = _label(word)
    if not label or word.lemma in _KEPT:
        return None
    if label.startswith("part") and any(
        o.deprel == "aux:tense" and o.lemma == "être" for o in under
    ):
        return None
    kind = _class(word, under)
    if not kind:
        return None
    lemma = chance.choice(WORDS["verbs"][kind])
    form = verb(lemma).get(label)
    return (form, lemma) if form else None


@cache
def _kinds() -> dict[tuple[str, str], str]:
    return {
        (noun, gender): kind
        for kind, genders in WORDS["nouns"].items()
        for gender, nouns in genders.items()
        for noun in nouns
    }


def _other_noun(word: Word, under: Sequence[Word], chance: random.Random) -> tuple[str, str] | None:
    gender = "Masc" if "Gender=Masc" in word.feats else "Fem" if "Gender=Fem" in word.feats else ""
    kind = _kinds().get((word.lemma, gender))
    # "ministère de la Justice", "tribunal de Lyon": names, which another head would unmake.
    if kind is None or any(o.upos == "PROPN" or o.deprel == "fixed" for o in under):
        return None
    if kind == "body" and any(o.deprel == "nmod" for o in under):
        return None
    lemma = chance.choice(WORDS["nouns"][kind][gender])
    form = lemma if "Number=Sing" in word.feats else plural(lemma)
    return (form, lemma) if form else None


def paradigms() -> Tree:
    """Return every form of the listed verbs with its infinitive, for the lemmatizer."""
    lemmas = sorted({lemma for of_kind in WORDS["verbs"].values() for lemma in of_kind})
    forms = sorted({(form, lemma) for lemma in lemmas for form in verb(lemma).values()})
    return Tree(
        "paradigms", [Word(form, lemma, "VERB", "", 0, "dep", True) for form, lemma in forms]
    )
