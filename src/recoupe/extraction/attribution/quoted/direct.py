"""Direct speech: words in quotation marks and who says them.

A quotation is looked at from three sides: the words just behind it (", a déclaré
X"), just before it ("X a répondu :"), and inside it ("« A, a ajouté X. B »"). One
that nobody signs in its sentence is handed on open; the flow of the report
decides (``attribution.__init__``).
"""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.speakers import (
    comma_before,
    incise_end,
    is_inverted,
    is_third_person,
    speaker_behind,
)
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.passage import Passage, tokens_in
from recoupe.extraction.attribution.quoted.signatures import (
    Signature,
    has_words_outside,
    is_fragment,
    signature,
    signed_ahead,
    signed_behind,
)
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.model import Reason, Span

_EDGE = " \t\n\u00a0\u202f.,;:!?…–—-"

_OPENED_BY = {"»": "«", "”": "“"}


def find_direct(quoted: Quoted, passage: Passage, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions of one quotation.

    Args:
        quoted: The words in quotation marks.
        passage: The report's sentences.
        saying: The words of saying of its language.

    Yields:
        Nothing for a fragment (a title, scare quotes, words inside an indirect
        clause); else one attribution a piece, without a source when the
        sentence has none.
    """
    sentences = passage.within(quoted.inner)
    if not sentences:
        return
    first, last = sentences[0], sentences[-1]
    pieces, signed = _pieces(quoted, passage, saying)
    if signed is None:
        signed = signed_behind(quoted, last, passage, saying)
        if signed is not None and first is last and has_words_outside(quoted, first, passage):
            # "L'été « a été rude », a dit X": the clause is reported, marks and all.
            return
        signed = signed or signed_ahead(quoted, first, passage, saying)
    if signed is None:
        if is_fragment(quoted, first, passage) or _is_heading(quoted, first, passage):
            return
        signed = Signature(None, None, None, "quotation-unsigned", "")
    for piece in pieces:
        content = _stripped(passage.text, piece)
        if content.start >= content.end:
            continue
        home = passage.sentence_at(content.start) or first
        # What stands in quotation marks is asserted by its speaker, whatever the verb
        # of saying: "« Nous n'avons rien vendu », a démenti X" denies by its own words.
        yield Attribution(
            content=content,
            sentence=home,
            root=grammar.root_of(tokens_in(content, home)),
            cue=signed.cue,
            source=signed.source,
            cue_token=signed.token,
            quotation="direct",
            reasons=(Reason(rule=signed.rule, words=signed.words),),
        )


def _is_heading(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell a heading that repeats words quoted in the text below it."""
    words = _stripped(passage.text, quoted.inner).of(passage.text)
    if first.span.start < quoted.outer.start or not words:
        return False
    return words in passage.text[quoted.outer.end :] and passage.is_alone(quoted)


def _pieces(
    quoted: Quoted, passage: Passage, saying: Saying
) -> tuple[list[Span], Signature | None]:
    """Divide a quotation at words of saying set into it: « A, a-t-il ajouté. B »."""
    signed: Signature | None = None
    pieces: list[Span] = []
    start = quoted.inner.start
    for sentence in passage.within(quoted.inner):
        tokens = tokens_in(quoted.inner, sentence)
        if not any(t.text == "," for t in tokens):
            continue
        for position, token in enumerate(tokens):
            if position == 0 or not (saying.is_quoting(token) or is_inverted(token, saying)):
                continue
            comma = comma_before(tokens, position)
            if comma is None or tokens[comma].text != ",":
                continue
            speaker = speaker_behind(token, sentence, saying, quoted=True)
            if speaker is None or not is_third_person(speaker, saying):
                continue
            end = incise_end(tokens, position, speaker, saying)
            pieces.append(Span(start, sentence.offset + tokens[comma].idx))
            behind = tokens[min(end, len(tokens) - 1)]
            start = sentence.offset + behind.idx + len(behind)
            signed = signed or signature(token, sentence, speaker)
    pieces.append(Span(start, max(start, quoted.inner.end)))
    return pieces, signed


def _stripped(text: str, piece: Span) -> Span:
    start, end = piece
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _EDGE or _closes_nothing(text, start, end)):
        end -= 1
    return Span(start, end)


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """Tell the mark that ends a quotation opened in another style."""
    mark = text[end - 1]
    inside = text[start : end - 1]
    if mark == '"':
        return inside.count('"') % 2 == 0
    return mark in _OPENED_BY and inside.count(_OPENED_BY[mark]) <= inside.count(mark)
