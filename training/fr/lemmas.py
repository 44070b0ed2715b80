"""The lemmatizer's endings and exceptions, counted in the treebanks."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from recoupe.evaluation.conllu import Tree
from recoupe.language.packs.fr.lemmas import LONGEST_ENDING, Lemmatizer
from recoupe.language.packs.fr.tokenizer import norm

_AS_WRITTEN = {"PROPN", "NUM", "PUNCT", "SYM", "X"}


def learn(trees: Iterable[Tree], lemmatizer: Lemmatizer) -> None:
    """Fill a lemmatizer from the treebanks' words.

    An ending's rule is the commonest change among the forms that bear it; one that
    a shorter ending gives already is left out.
    """
    seen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for tree in trees:
        for word in tree.words:
            if word.upos not in _AS_WRITTEN and "Typo=Yes" not in word.feats:
                seen[word.upos][norm(word.form)][norm(word.lemma)] += 1
    lexicon = {
        upos: {form: counts.most_common(1)[0][0] for form, counts in forms.items()}
        for upos, forms in seen.items()
    }
    endings = {
        upos: _endings(forms)
        for upos, forms in lexicon.items()
        if upos in {"NOUN", "VERB", "ADJ", "AUX"}
    }
    for upos, forms in lexicon.items():
        probe = Lemmatizer(lemmatizer.vocab)
        probe.endings = endings
        # Only what neither the lexicon of forms nor the endings give needs an entry.
        lemmatizer.exceptions[upos] = {
            form: lemma for form, lemma in forms.items() if probe.lemma(form, form, upos) != lemma
        }
    lemmatizer.endings = endings


def _change(form: str, lemma: str) -> tuple[int, str]:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def _endings(forms: dict[str, str]) -> dict[str, list[Any]]:
    votes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for form, lemma in forms.items():
        change = _change(form, lemma)
        for length in range(max(1, change[0]), min(LONGEST_ENDING, len(form) - 1) + 1):
            votes[form[-length:]][change] += 1
    rules: dict[str, list[Any]] = {}
    for ending in sorted(votes, key=len):
        best, count = votes[ending].most_common(1)[0]
        shorter = next(
            (rules[ending[cut:]] for cut in range(1, len(ending)) if ending[cut:] in rules), None
        )
        if (count >= 2 or len(ending) <= 2) and shorter != list(best):
            rules[ending] = list(best)
    return rules
