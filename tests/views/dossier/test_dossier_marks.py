from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import Span
from recoupe.views.dossier.marks import FOLDED_LINES, Marked, blocks


def joined(text: str, body: list[Span], marked: list[Marked]) -> str:
    return "".join(
        "".join(segment.text for segment in line.segments) + line.after
        for block in blocks(text, body, None, marked)
        for line in block.lines
    )


def words_of(text: str, key: int, marked: list[Marked]) -> str:
    return "".join(
        segment.text
        for block in blocks(text, [], None, marked)
        for line in block.lines
        for segment in line.segments
        if key in segment.statements
    )


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Span], list[Marked]]:
    text = draw(st.text(alphabet="ab\n é«", max_size=40))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
    found = draw(st.lists(st.tuples(spans, st.none() | spans, st.lists(spans, max_size=2))))
    marked = [
        Marked(key, content, cue, tuple(sources))
        for key, (content, cue, sources) in enumerate(found)
    ]
    return text, draw(st.lists(spans, max_size=3)), marked


@given(marked_texts())
def test_segments_joined_are_the_text_and_each_statement_its_words(
    case: tuple[str, list[Span], list[Marked]],
) -> None:
    text, body, marked = case
    assert joined(text, body, marked) == text
    for one in marked:
        # Line ends stand between lines, outside every segment.
        assert words_of(text, one.key, marked) == one.content.of(text).replace("\n", "")


@given(marked_texts())
def test_each_statement_starts_once_unless_it_has_no_words(
    case: tuple[str, list[Span], list[Marked]],
) -> None:
    text, body, marked = case
    starts = [
        key
        for block in blocks(text, body, None, marked)
        for line in block.lines
        for segment in line.segments
        for key in segment.starts
    ]
    assert sorted(starts) == [one.key for one in marked if one.content.of(text).strip("\n")]


def test_the_innermost_statement_comes_last() -> None:
    text = "abcdef"
    marked = [Marked(0, Span(2, 3), None, ()), Marked(1, Span(0, 6), None, ())]
    cut = blocks(text, [], None, marked)[0].lines[0].segments
    assert [(one.text, one.statements) for one in cut] == [
        ("ab", (1,)),
        ("c", (1, 0)),
        ("def", (1,)),
    ]


def test_debris_is_told_from_the_body_and_a_long_run_folds_away() -> None:
    menu = "\n".join(f"rubrique {n}" for n in range(FOLDED_LINES + 1))
    text = f"{menu}\nLe corps.\nPartager"
    start = text.index("Le corps")
    found = blocks(text, [Span(start, start + 9)], None, [])
    assert [(block.folded, block.lines[0].kind) for block in found] == [
        (True, "debris"),
        (False, "body"),
        (False, "debris"),
    ]


def test_a_line_with_a_statement_is_never_debris() -> None:
    found = blocks("ab\ncd", [Span(3, 5)], None, [Marked(0, Span(0, 2), None, ())])
    assert [block.lines[0].kind for block in found] == ["body", "body"]


def test_a_span_outside_the_text_marks_nothing() -> None:
    assert joined("ab", [], [Marked(0, Span(1, 9), Span(-2, 1), ())]) == "ab"


def test_words_that_the_page_leads_to_are_cut_out_whole_and_told_where_they_begin() -> None:
    text = "Orvane a livré douze pompes."
    led_to = Span(9, 14)
    (block,) = blocks(text, [], None, [], [led_to])
    (line,) = block.lines
    assert [(s.text, s.point) for s in line.segments] == [
        ("Orvane a ", None),
        ("livré", 9),
        (" douze pompes.", None),
    ]


def test_words_outside_the_text_are_led_to_by_nothing() -> None:
    (block,) = blocks("Rien.", [], None, [], [Span(3, 99)])
    assert all(segment.point is None for segment in block.lines[0].segments)
