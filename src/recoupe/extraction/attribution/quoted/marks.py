"""What quotation marks make of a content: how far it goes, whether it is direct or mixed."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.quotations import Quoted
from recoupe.model import Span

# How many characters of stops and blanks may stand between a content and its sentence's end.
_STOPS_LENGTH = 4
# A quotation with fewer blanks is a fragment.
_SHORTEST_QUOTED = 3
# The longest rest, in characters, that is taken back into a quotation cut short.
_LONGEST_REST = 200
_EDGE = " \t\n\u00a0\u202f.,;:!?…–—-"


def with_whole_quotations(attribution: Attribution, quotations: Sequence[Quoted]) -> Attribution:
    """Widen a content that ends inside a quotation to the closing mark.

    Either no more than the mark is missing, or the quotation runs over several
    sentences and the content ends with the first of them: "estimé que « A. B »".
    """
    content = attribution.content
    last = attribution.sentence.words[-1]
    sentence_end = attribution.sentence.offset + last.idx + len(last.text)
    for quoted in quotations:
        if quoted.outer.start > content.end:
            break
        if not (content.start <= quoted.outer.start < content.end < quoted.outer.end):
            continue
        several = quoted.closed and content.end < sentence_end < quoted.outer.end
        ends_with_sentence = sentence_end - content.end <= _STOPS_LENGTH
        # Words of saying inside the marks part what is quoted; else it ends at its mark.
        cue = attribution.cue
        within = (
            quoted.closed
            and quoted.outer.end <= sentence_end
            and not (cue is not None and cue.start > content.start)
            and quoted.outer.end - content.end <= _LONGEST_REST
        )
        if content.end >= quoted.inner.end - 2 or within or (several and ends_with_sentence):
            return replace(attribution, content=Span(content.start, quoted.outer.end))
    return attribution


def within_marks(attribution: Attribution, text: str, quotations: Sequence[Quoted]) -> Attribution:
    """Close with its quotation what words of saying within quotation marks tell.

    "X « dénonce un complot », a réagi Y": what X denounces ends with the mark.
    """
    cue, content = attribution.cue, attribution.content
    if cue is None or attribution.quotation == "direct":
        return attribution
    for quoted in quotations:
        if quoted.outer.start > cue.start:
            break
        inner = quoted.inner
        if inner.covers(cue) and inner.start <= content.start < inner.end < content.end:
            end = inner.end
            while end > content.start and text[end - 1] in _EDGE:
                end -= 1
            if end > content.start:
                return replace(attribution, content=Span(content.start, end))
    return attribution


def balanced(attribution: Attribution, text: str) -> Attribution:
    """Cut a content where a bracket closes that opens before it, and drop a mark left alone.

    "(54 % disent l'avoir vu) et le reste": what is said ends with its bracket.
    """
    content = attribution.content
    words = content.of(text)
    end = len(words)
    if ")" in words:
        depth = 0
        for place, sign in enumerate(words):
            depth += (sign == "(") - (sign == ")")
            if depth < 0:
                end = place
                break
    words = words[:end].rstrip(" ,;\u00a0\u202f")
    for opening, closing in (("«", "»"), ("“", "”")):
        if words.endswith(closing) and opening not in words and words.count(closing) == 1:
            words = words[:-1].rstrip(" .\u00a0\u202f")
    if words.endswith('"') and words.count('"') % 2 and attribution.quotation != "direct":
        words = words[:-1].rstrip(" .")
    # "« dément » toute fuite": the mark belongs to the word of saying.
    behind = words.lstrip("»” \u00a0\u202f")
    start = content.start + len(words) - len(behind)
    if not behind or len(behind) == content.end - content.start:
        return attribution
    return replace(attribution, content=Span(start, start + len(behind)))


def without_marks(attribution: Attribution, text: str, quotations: Sequence[Quoted]) -> Attribution:
    """Return what is nothing but one quotation, said "according to" somebody, as direct speech."""
    if not any(r.rule == "according-to" for r in attribution.reasons):
        return attribution
    content = attribution.content
    for quoted in quotations:
        if quoted.outer == content and quoted.inner.of(text).count(" ") >= _SHORTEST_QUOTED:
            end = quoted.inner.end
            while end > quoted.inner.start and text[end - 1] in _EDGE:
                end -= 1
            return replace(attribution, content=Span(quoted.inner.start, end), quotation="direct")
    return attribution


def with_form(attribution: Attribution, quotations: Sequence[Quoted]) -> Attribution:
    """Return the attribution as mixed where quoted words stand in its content."""
    if attribution.quotation == "direct":
        return attribution
    cue = attribution.cue
    if any(
        attribution.content.overlaps(q.inner)
        # A conjunction may stand within the marks ("souhaite « que P »"), its verb before them.
        and not (q.inner.covers(attribution.content) and (cue is None or q.outer.covers(cue)))
        for q in quotations
    ):
        return replace(attribution, quotation="mixed")
    return attribution
