"""The parser's scorer, against a small treebank and pipelines whose mistakes are known."""

import lzma

import pytest
import spacy
from spacy.tokens import Doc

from recoupe.errors import DataError
from recoupe.evaluation.conllu import read
from recoupe.evaluation.parser import evaluate, raw_text

TREEBANK = """# sent_id = a
# text = Le prix du pain monte.
1\tLe\tle\tDET\t_\t_\t2\tdet\t_\t_
2\tprix\tprix\tNOUN\t_\t_\t6\tnsubj\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
5\tpain\tpain\tNOUN\t_\t_\t2\tnmod\t_\t_
6\tmonte\tmonter\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_

# sent_id = b
# text = Il pleut.
1\tIl\til\tPRON\t_\t_\t2\texpl:subj\t_\t_
2\tpleut\tpleuvoir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
GOLD = {
    "Le": (1, "det", "DET", "le"), "prix": (3, "nsubj", "NOUN", "prix"),
    "du": (1, "case", "ADP", "de"), "pain": (-2, "nmod", "NOUN", "pain"),
    "monte": (0, "ROOT", "VERB", "monter"), "Il": (1, "expl", "PRON", "il"),
    "pleut": (0, "ROOT", "VERB", "pleuvoir"), ".": (-1, "punct", "PUNCT", "."),
}  # fmt: skip


@pytest.fixture
def treebank(tmp_path):
    path = tmp_path / "small.conllu.xz"
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.write(TREEBANK)
    return path


class Known:
    """Stands for a pipeline: gives each text a known analysis."""

    def __init__(self, answers, merge=False):
        self.answers, self.merge = answers, merge

    def pipe(self, texts):
        vocab = spacy.blank("xx").vocab
        for text in texts:
            words = text.replace(".", " .").split()
            if self.merge and "du" in words:
                at = words.index("du")
                words[at : at + 2] = ["du pain"]
            known = [self.answers.get(word, (0, "dep", "X", "")) for word in words]
            yield Doc(
                vocab,
                words=words,
                heads=[at + answer[0] for at, answer in enumerate(known)],
                deps=[answer[1] for answer in known],
                pos=[answer[2] for answer in known],
                lemmas=[answer[3] for answer in known],
            )


def test_contracted_articles_are_one_word_with_their_dependents(treebank):
    tree = next(iter(read(treebank)))
    assert [(w.form, w.upos, w.head, w.deprel) for w in tree.words][2:4] == [
        ("du", "ADP", 3, "case"),
        ("pain", "NOUN", 1, "nmod"),
    ]
    assert tree.text == "Le prix du pain monte."


def test_running_text_joins_the_sentences(treebank):
    assert raw_text(read(treebank)) == "Le prix du pain monte. Il pleut."


def test_a_faultless_pipeline_scores_one(treebank):
    answers = GOLD | {"du": (1, "case", "ADP", "de")}
    scores = evaluate(Known(answers), treebank)
    assert scores.pop("n_words") == 9
    assert scores == pytest.approx(dict.fromkeys(scores, 1.0))


def test_a_wrong_head_costs_one_arc_and_a_wrong_relation_only_the_label(treebank):
    answers = GOLD | {"Le": (3, "det", "DET", "le"), "prix": (3, "obj", "NOUN", "prix")}
    scores = evaluate(Known(answers), treebank)
    assert scores["uas"] == pytest.approx(8 / 9)
    assert scores["las"] == pytest.approx(7 / 9)
    assert scores["upos"] == 1


def test_a_word_cut_wrongly_costs_recall_and_precision(treebank):
    scores = evaluate(Known(GOLD, merge=True), treebank)
    # 7 of 8 words of the system are the gold's, of which there are 9
    assert scores["tokens"] == pytest.approx(2 * 7 / (8 + 9))


def test_a_missing_treebank_is_told_of(tmp_path):
    with pytest.raises(DataError, match="can't be read"):
        list(read(tmp_path / "absent.conllu.xz"))
