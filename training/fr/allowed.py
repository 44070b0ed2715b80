"""Which labels of the treebanks a cell of the lexicon's paradigms allows, counted.

A form has several cells (« porte »: a noun; a present of the indicative or the subjunctive, in the
first or third person), and a word of the treebanks one label. Which cell explains which label is
estimated as words are aligned in two languages (Brown et al. 1993, model 1, by
expectation-maximisation).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from recoupe.evaluation.conllu import Tree
from recoupe.language.packs.fr import morphology
from recoupe.language.packs.fr.tagging import NewsTagger
from recoupe.language.packs.fr.tokenizer import norm
from training.fr.corpus import feats

_ROUNDS = 20
# A label is a cell's from this share of its words on; less is the treebanks' noise.
_SHARE = 0.004
# The same of a part of speech among the forms of a part: past participles as nouns, adverbs as
# interjections, but no finite verb as a noun.
_SHARE_OF_FORMS = 0.005
# A cell seen less often allows what its whole part of speech allows.
_ENOUGH = 40
# Words of grammar are annotated word by word: the treebanks know all of them.
_OPEN_CELLS = ("gram", "other")

Cells = frozenset[str]


def learn(trees: Iterable[Tree], tagger: NewsTagger) -> None:
    """Fill what a tagger allows, its labels being known, from the treebanks' words.

    Args:
        trees: Sentences annotated by hand; made ones would only say what they were made with.
        tagger: Takes, for each cell of the lexicon, the numbers of the labels that it allows, and
            for forms, those that they bore beside.
    """
    number = {_key(label): at for at, label in enumerate(tagger.labels)}
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    for tree in trees:
        for word in tree.words:
            label = number.get((word.upos, feats(word)))
            if label is not None and word.form.islower() and "Typo=Yes" not in word.feats:
                seen[norm(word.form)][label] += 1
    cells_of = {form: _cells(form) for form in seen}
    counts = {
        form: (cells_of[form], labels)
        for form, labels in seen.items()
        if cells_of[form] and not any(cell in _OPEN_CELLS for cell in cells_of[form])
    }
    upos = {at: label_upos for (label_upos, _), at in number.items()}
    by_cell = _estimated(list(counts.values()), upos)
    whole = _completed(by_cell)
    by_form: dict[str, list[int]] = {}
    for form, (cells, labels) in counts.items():
        explained = {label for cell in cells for label in whole.get(cell, ())}
        rest = sorted(label for label in labels if label not in explained)
        if rest and all(cell in whole for cell in cells):
            by_form[form] = rest
    tagger.allow(whole, by_form)


def _key(label: str) -> tuple[str, str]:
    parts = label.split("|")
    upos = next((part[4:] for part in parts if part.startswith("POS=")), "")
    return upos, "|".join(part for part in parts if not part.startswith("POS="))


def _cells(form: str) -> Cells:
    return frozenset(cell for a in morphology.shipped().analyses(form) for cell in a.cells)


def _parts_of_speech(
    words: list[tuple[Cells, Counter[int]]], upos: dict[int, str]
) -> dict[str, set[str]]:
    """Return what forms of one part alone are in the treebanks, by part.

    Each form counts once: « peut » says no more of verbs than « renâcle ».
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for cells, labels in words:
        parts = {_part(cell) for cell in cells}
        if len(parts) == 1:
            counts[next(iter(parts))].update({upos[label] for label in labels})
    return {
        part: {tag for tag, count in tags.items() if count >= _SHARE_OF_FORMS * sum(tags.values())}
        for part, tags in counts.items()
    }


def _estimated(
    words: list[tuple[Cells, Counter[int]]], upos: dict[int, str]
) -> dict[str, Counter[int]]:
    """Return how often each cell bears each label, by expectation."""
    # Forms of the same cells and label are one case.
    cases: Counter[tuple[Cells, int]] = Counter()
    for cells, labels in words:
        for label, count in labels.items():
            cases[cells, label] += count
    # A homograph that is always there would else get what is its neighbour's.
    of_part = _parts_of_speech(words, upos)
    share: dict[str, dict[int, float]] = {
        cell: {label: float(tag in of_part.get(_part(cell), ())) for label, tag in upos.items()}
        for cell in morphology.shipped().cells
    }
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for _ in range(_ROUNDS):
        found = defaultdict(Counter)
        for (cells, label), count in cases.items():
            total = sum(share[cell][label] for cell in cells)
            if total > 0:
                for cell in cells:
                    found[cell][label] += count * share[cell][label] / total
        share = {cell: defaultdict(float) for cell in share}
        for cell, labels in found.items():
            total = sum(labels.values())
            if total > 0:
                share[cell].update({label: count / total for label, count in labels.items()})
    return found


def _completed(found: dict[str, Counter[int]]) -> dict[str, list[int]]:
    """Return the labels of each cell of the lexicon, rare cells taking those of their kind."""
    kept: dict[str, set[int]] = {}
    for cell, labels in found.items():
        least = max(1.5, _SHARE * sum(labels.values()))
        kept[cell] = {label for label, count in labels.items() if count >= least}
    of_kind: dict[str, set[int]] = defaultdict(set)
    for cell, labels in kept.items():
        of_kind[_kind(cell)] |= labels
    whole: dict[str, list[int]] = {}
    for cell in morphology.shipped().cells:
        if cell in _OPEN_CELLS:
            continue
        rare = sum(found.get(cell, Counter()).values()) < _ENOUGH
        labels = kept.get(cell, set()) | (of_kind[_kind(cell)] if rare else set())
        if labels:
            whole[cell] = sorted(labels)
    return whole


def _part(cell: str) -> str:
    """Return the part of speech of a cell; of a verb, whether it is finite or which form else."""
    part, *rest = cell.split(".")
    if part not in {"ver", "aux"}:
        return part
    return f"{part}.{rest[0] if rest[0] in {'infi', 'ppre', 'ppas'} else 'fin'}"


def _kind(cell: str) -> str:
    """Return the kind of a cell: mood and tense of a verb, else the part of speech."""
    part, *rest = cell.split(".")
    return f"{part}.{rest[0]}" if part in {"ver", "aux"} else part
