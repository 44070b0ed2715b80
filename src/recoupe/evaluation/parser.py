"""How well the pipeline cuts, tags and parses, as the CoNLL 2018 shared task scores it.

Words of gold and system are aligned by their characters, blanks left out, and each
figure is an F1: a word that is cut wrongly costs its tag, head and relation too
(Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to
Universal Dependencies"). One departure: contracted articles are one word on both
sides, as the pipeline keeps them (:mod:`recoupe.evaluation.conllu`). Relations are
compared without their subtypes, as there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from recoupe.evaluation.conllu import Tree, read
from recoupe.evaluation.frame import Benchmark
from recoupe.language import get_pack

# Sentences in one raw text: long enough for the splitter to go wrong, short enough to parse.
_SENTENCES_A_TEXT = 50


@dataclass(frozen=True, slots=True)
class _Analysis:
    """Words by their place among the text's non-blank characters, and what is said of them."""

    sentences: frozenset[tuple[int, int]]
    upos: dict[tuple[int, int], str]
    lemmas: dict[tuple[int, int], str]
    arcs: dict[tuple[int, int], tuple[tuple[int, int], str]]


def evaluate(nlp: Language, path_conllu_xz: Path) -> dict[str, float]:
    """Score a pipeline on a treebank.

    Args:
        nlp: A pipeline with a parser.
        path_conllu_xz: The treebank, CoNLL-U packed with xz.

    Returns:
        F1 between 0 and 1: ``tokens``, ``sentences``, ``upos``, ``lemmas``, ``uas``,
        ``las`` on running text; the same with ``given_`` before them where each
        sentence is given as such; and ``n_words``, their number in the gold.

    Raises:
        DataError: The treebank is missing or malformed.
    """
    trees = list(read(path_conllu_xz))
    running = list(_texts(trees))
    scores = _score(nlp, running)
    given = _score(nlp, [[tree] for tree in trees])
    scores |= {f"given_{name}": value for name, value in given.items()}
    scores["n_words"] = float(sum(len(tree.words) for tree in trees))
    return scores


def _texts(trees: Sequence[Tree]) -> Iterator[list[Tree]]:
    for at in range(0, len(trees), _SENTENCES_A_TEXT):
        yield list(trees[at : at + _SENTENCES_A_TEXT])


def raw_text(trees: Iterable[Tree]) -> str:
    """Return sentences as running text: a blank between them, a line end between paragraphs."""
    text = ""
    for tree in trees:
        text += ("\n" if tree.paragraph else " ") * bool(text) + tree.text
    return text


def _score(nlp: Language, texts: Sequence[Sequence[Tree]]) -> dict[str, float]:
    right = dict.fromkeys(("tokens", "sentences", "upos", "lemmas", "uas", "las"), 0)
    gold_words = system_words = gold_sentences = system_sentences = 0
    for trees, doc in zip(texts, nlp.pipe(raw_text(trees) for trees in texts), strict=True):
        gold, system = _gold(trees), _system(doc)
        gold_words += len(gold.upos)
        system_words += len(system.upos)
        gold_sentences += len(gold.sentences)
        system_sentences += len(system.sentences)
        right["sentences"] += len(gold.sentences & system.sentences)
        for place in gold.upos.keys() & system.upos.keys():
            (head, relation), (their_head, their_relation) = gold.arcs[place], system.arcs[place]
            right["tokens"] += 1
            right["upos"] += gold.upos[place] == system.upos[place]
            right["lemmas"] += gold.lemmas[place] == system.lemmas[place]
            right["uas"] += head == their_head
            right["las"] += head == their_head and relation == their_relation
    sizes = dict.fromkeys(right, gold_words + system_words)
    sizes["sentences"] = gold_sentences + system_sentences
    return {name: 2 * value / max(1, sizes[name]) for name, value in right.items()}


def _universal(relation: str) -> str:
    return relation.partition(":")[0].lower()


def _gold(trees: Iterable[Tree]) -> _Analysis:
    sentences: list[tuple[int, int]] = []
    upos, lemmas, arcs = {}, {}, {}
    place = 0
    for tree in trees:
        spans: list[tuple[int, int]] = []
        for word in tree.words:
            length = sum(not character.isspace() for character in word.form)
            spans.append((place, place + length))
            place += length
        sentences.append((spans[0][0], spans[-1][1]))
        for at, word in enumerate(tree.words):
            head = (-1, -1) if word.head == at else spans[word.head]
            upos[spans[at]], lemmas[spans[at]] = word.upos, word.lemma.lower()
            arcs[spans[at]] = (head, _universal(word.deprel))
    return _Analysis(frozenset(sentences), upos, lemmas, arcs)


def _system(doc: Doc) -> _Analysis:
    spans: dict[int, tuple[int, int]] = {}
    place = 0
    for token in doc:
        length = sum(not character.isspace() for character in token.text)
        if length:
            spans[token.i] = (place, place + length)
        place += length
    sentences: list[tuple[int, int]] = []
    upos, lemmas, arcs = {}, {}, {}
    for sentence in doc.sents:
        words = [token for token in sentence if token.i in spans]
        if not words:
            continue
        sentences.append((spans[words[0].i][0], spans[words[-1].i][1]))
        for token in words:
            span = spans[token.i]
            head = (-1, -1) if token.head.i == token.i else spans.get(token.head.i, (-1, -1))
            upos[span], lemmas[span] = token.pos_, token.lemma_.lower()
            arcs[span] = (head, _universal(token.dep_))
    return _Analysis(frozenset(sentences), upos, lemmas, arcs)


def _french(path: Path) -> dict[str, float]:
    return evaluate(get_pack("fr").pipeline(), path)


BENCHMARKS = tuple(
    Benchmark(
        name=f"parser-{treebank}",
        description=f"Words, parts of speech and parse on the test part of UD French {title}.",
        place="shared",
        path=f"data/ud/fr_{treebank}-ud-test.conllu.xz",
        score=_french,
    )
    for treebank, title in (("sequoia", "Sequoia"), ("gsd", "GSD"))
)
