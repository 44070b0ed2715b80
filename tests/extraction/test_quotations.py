"""Where quotation marks open and close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.extraction.quotations import find_quotations
from recoupe.model import Span


def inner(text: str) -> list[str]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [q.inner.of(text) for q in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit « oui ».", ["oui"]),
        ("Il a dit «\u00a0oui\u00a0».", ["oui"]),
        ('Il a dit “oui” et "non".', ["oui", "non"]),
        ("« Une « vraie » fête », dit-il.", ["Une « vraie » fête"]),
        ("« Il crie “au feu” », dit-il.", ["Il crie “au feu”"]),
        ("qu' »environ 300 sont là » et « assez« .", ["environ 300 sont là", "assez"]),
        ("« Pas fini\nAutre chose.", ["Pas fini"]),
        ("« Un, dit-il. « Deux »", ["Un, dit-il.", "Deux"]),
        ("« Un.\n« Deux », dit-il.", ["Un.", "Deux"]),
        ("L'eau de l’étang n'est à personne.", []),
        ("« » rien", []),
        ('"Un, dit-il. "Deux".', ["Un, dit-il.", "Deux"]),
    ],
)
def test_quotations(text, expected):
    assert inner(text) == expected


@given(st.text(alphabet="ab «»“”\"‘’\n.,' ", max_size=60))
def test_quotations_are_in_order_apart_and_inside_the_text(text):
    found = find_quotations(text, [Span(0, len(text))])
    end = 0
    for quoted in found:
        assert end <= quoted.outer.start <= quoted.inner.start < quoted.inner.end
        assert quoted.inner.end <= quoted.outer.end <= len(text)
        end = quoted.outer.end
