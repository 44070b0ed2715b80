"""What a person found to be misread is out of the case, as if it had never been read."""

import pytest

from recoupe.linking import link
from recoupe.linking.judgements.misread import set_aside
from recoupe.model import Case, Judgement, Located, Span

TEXT = "Selon Odile Marchais, le barrage tiendra l'hiver. Le maire dit que la route sera fermée."
HOLDS, CLOSED = "le barrage tiendra l'hiver", "la route sera fermée"


@pytest.fixture
def dam(pile, says):
    pile.report(
        "un.txt",
        TEXT,
        says(HOLDS, "Odile Marchais"),
        says(CLOSED, "Le maire", kind="unnamed"),
        names=(("Odile Marchais", "Person"),),
    )
    return Case(documents=tuple(pile.documents), readings=pile.readings)


def _judged(decision, span):
    place = Located(document="un.txt", span=span)
    return Judgement(
        decision=decision, kind="statement", subject="s", author="Ada", places=(place,)
    )


def _read(case):
    text = case.documents[0].text
    return [one.content.of(text) for one in case.readings["un.txt"].statements]


def _at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_statement_judged_wrong_is_out_of_the_reading_and_of_the_claims(dam):
    case = set_aside(dam, [_judged("wrong", _at(HOLDS))])
    assert _read(case) == [CLOSED]
    assert [one.text for one in link(case.documents, case.readings).claims] == [CLOSED]
    assert _read(dam) == [HOLDS, CLOSED], "what was read stays as it is"


def test_a_statement_that_is_read_a_little_otherwise_since_is_still_set_aside(dam):
    longer = Span(_at(HOLDS).start - 3, _at(HOLDS).end)
    assert _read(set_aside(dam, [_judged("wrong", longer)])) == [CLOSED]


@pytest.mark.parametrize("decision", ["confirmed", "undecided"])
def test_only_what_was_judged_wrong_last_is_set_aside(dam, decision):
    judgements = [_judged("wrong", _at(HOLDS)), _judged(decision, _at(HOLDS))]
    assert set_aside(dam, judgements) == dam


def test_words_that_are_read_no_more_and_reports_that_are_gone_take_nothing_with_them(dam):
    elsewhere = Judgement(
        decision="wrong", kind="statement", subject="s", author="Ada",
        places=(Located(document="deux.txt", span=Span(0, 9)),),
    )  # fmt: skip
    assert _read(set_aside(dam, [_judged("wrong", Span(0, 4)), elsewhere])) == [HOLDS, CLOSED]
