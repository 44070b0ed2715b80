"""What a report binds itself, and what is found by comparing."""

import pytest

from recoupe.linking.relations.bound import checked
from recoupe.model import ClaimRelation, Reason, Span

ONE, TWO = ("a.txt", "a.txt"), ("a.txt", "b.txt")


def relation(rules, files):
    sides = zip(("this-side", "other-side"), files, strict=True)
    places = [Reason(rule=side, words=file, span=Span(0, 9)) for side, file in sides]
    reasons = checked([*(Reason(rule=rule) for rule in rules), *places])
    return ClaimRelation(claim="c1", relation="refutes", reasons=reasons)


@pytest.mark.parametrize(
    ("rules", "files"),
    [
        (("denies", "said-just-before"), ONE),
        (("denies", "aimed-at"), ONE),
        (("told-as-earlier", "counted-anew"), ONE),
        (("denies", "shared-words"), ONE),
        (("denies", "shared-words"), TWO),
        (("denies", "other-figures"), ONE),
        (("counted-anew", "counts-as-before"), ONE),
    ],
)
def test_what_a_report_sets_side_by_side_needs_no_checking(rules, files):
    assert not relation(rules, files).to_check


@pytest.mark.parametrize(
    ("rules", "files"),
    [
        (("other-polarity", "shared-words"), ONE),
        (("denies", "takes-up"), ONE),
        (("denies", "answers-charge"), ONE),
        (("other-figures",), TWO),
        (("denies", "other-figures"), TWO),
        (("same-source-later", "counted-anew"), TWO),
    ],
)
def test_what_is_found_by_comparing_is_to_be_checked(rules, files):
    assert relation(rules, files).to_check
