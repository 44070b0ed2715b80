"""Spans looked up by place."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.extraction.spans import Spans
from recoupe.model import Span

SPAN = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20)
)


@given(st.lists(SPAN), SPAN)
def test_those_that_overlap_are_found_and_no_others(spans: list[Span], within: Span):
    assert Spans(spans).overlapping(within) == sorted(s for s in spans if s.overlaps(within))
