"""Direct speech: words in quotation marks and who says them.

A quotation is looked at from three sides: the words just behind it (", a déclaré
X"), just before it ("X a répondu :"), and inside it ("« A, a ajouté X. B »"). One
that nobody signs in its sentence is handed back open; the report's flow decides
(``attribution.__init__``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.indirect import source_of
from recoupe.extraction.attribution.lexicon import Saying, lemma_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.model import Reason, Span

_EDGE = " \t\n\u00a0\u202f.,;:!?…–—-"
# A quotation of fewer words, set into a clause, is a fragment of that clause.
_SHORTEST_SENTENCE_WORDS = 3
# Between the closing mark and the verb of saying: ", a de son côté déclaré".
_CUE_REACH = 8


class Passage:
    """The report's sentences with look-up by place in the text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [s.span.start for s in sentences]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds a character, or None."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self.sentences[number].span.end:
            return None
        return self.sentences[number]

    def tokens(self, span: Span, sentence: Sentence) -> list[Token]:
        """Return the sentence's tokens that lie wholly within ``span``."""
        low, high = span.start - sentence.offset, span.end - sentence.offset
        return [t for t in sentence.tokens if low <= t.idx and t.idx + len(t) <= high]

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before, or None."""
        number = bisect_right(self._starts, sentence.span.start) - 2
        return self.sentences[number] if number >= 0 else None


def find_direct(
    quoted: Quoted, passage: Passage, saying: Saying
) -> Iterator[Attribution]:
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
    first = passage.sentence_at(quoted.inner.start)
    last = passage.sentence_at(max(quoted.inner.end - 1, quoted.inner.start))
    if first is None or last is None:
        return
    behind = _cue_behind(quoted, last, passage, saying)
    ahead = None if behind else _cue_ahead(quoted, first, passage, saying)
    pieces, inside = _pieces(quoted, passage, saying)
    if not (behind or ahead or inside) and _is_fragment(quoted, first, passage):
        return
    verb, sentence = behind or ahead or inside or (None, first)
    cue = sentence.span_of(grammar.verb_group(verb)) if verb is not None else None
    source = _signed(verb, sentence, quoted) if verb is not None else None
    rule = "quotation-cue" if verb is not None else "quotation-unsigned"
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
            root=_root(passage.tokens(content, home)),
            cue=cue,
            source=source,
            cue_token=verb,
            quotation="direct",
            reasons=(Reason(rule=rule, words=verb.text if verb is not None else ""),),
        )


def _is_cue(token: Token, saying: Saying) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    lemma = lemma_of(token)
    return lemma in saying.verbs or lemma in saying.quoting


def _cue_behind(
    quoted: Quoted, last: Sentence, passage: Passage, saying: Saying
) -> tuple[Token, Sentence] | None:
    gap = passage.text[quoted.outer.end : quoted.outer.end + 3]
    if re.match(r"\s*[.!?…]\s", gap + " ") and quoted.closed:
        return None
    sentence = passage.sentence_at(min(quoted.outer.end + 2, len(passage.text) - 1)) or last
    if sentence.paragraph != last.paragraph or sentence.span.start > quoted.outer.end + 3:
        return None
    tokens = passage.tokens(Span(quoted.outer.end, sentence.span.end), sentence)
    real = [t for t in tokens if not t.is_space][: _CUE_REACH]
    for token in real:
        if token.text in {"«", "“", '"', ":"}:
            return None
        if token.lower_ in {"qui", "que", "dont", "et"} and token is not real[0]:
            return None
        if _is_cue(token, saying) and (grammar.is_finite(token) or _participle(token)):
            if not _inverted(token, real):
                return None
            return token, sentence
    return None


def _participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm")


def _inverted(verb: Token, behind: list[Token]) -> bool:
    """Tell whether a verb opens what follows the quotation (", a déclaré X")."""
    start = grammar.verb_group(verb)[0]
    skipped = [t for t in behind if t.i < start.i and not t.is_punct]
    return all(t.pos_ in {"ADV", "PRON", "ADP", "DET", "NOUN", "AUX", "PART"} for t in skipped) and (
        not any(t.pos_ == "NOUN" and t.dep_.startswith("nsubj") for t in skipped)
    )


def _cue_ahead(
    quoted: Quoted, first: Sentence, passage: Passage, saying: Saying
) -> tuple[Token, Sentence] | None:
    sentence = first
    tokens = passage.tokens(Span(sentence.span.start, quoted.outer.start), sentence)
    tokens = [t for t in tokens if not t.is_space]
    if not tokens:
        before = passage.before(first)
        if before is None or not passage.text[: before.span.end].rstrip().endswith(":"):
            return None
        if passage.text[before.span.end : quoted.outer.start].strip():
            return None
        sentence, tokens = before, [t for t in before.tokens if not t.is_space]
    colon = tokens[-1].text == ":"
    cues = [t for t in tokens if _is_cue(t, saying)]
    if not cues:
        return None
    verb = cues[-1]
    between = [t for t in tokens if t.i > verb.i and not t.is_punct]
    if colon or (not between and verb.i == tokens[-1].i) or _only_aside(verb, between):
        return verb, sentence
    return None


def _only_aside(verb: Token, between: list[Token]) -> bool:
    """Tell whether between cue and quotation stands only an adverb, or "que" opens no clause."""
    return bool(between) and all(t.pos_ == "ADV" for t in between)


def _pieces(
    quoted: Quoted, passage: Passage, saying: Saying
) -> tuple[list[Span], tuple[Token, Sentence] | None]:
    """Divide a quotation at words of saying set into it: « A, a-t-il ajouté. B »."""
    found: tuple[Token, Sentence] | None = None
    pieces: list[Span] = []
    start = quoted.inner.start
    for sentence in passage.sentences:
        if sentence.span.end <= quoted.inner.start:
            continue
        if sentence.span.start >= quoted.inner.end:
            break
        tokens = passage.tokens(quoted.inner, sentence)
        for position, token in enumerate(tokens):
            if not _is_cue(token, saying) or position == 0:
                continue
            group = grammar.verb_group(token)
            comma = group[0].i - 1
            if comma < sentence.tokens.start or token.doc[comma].text != ",":
                continue
            speaker = grammar.nominal_after(token, reach=3) or _clitic(token)
            if speaker is None or speaker.i < token.i - 1:
                continue
            if speaker.pos_ != "PRON" and not _third_person_name(speaker):
                continue
            end = sentence.offset + _incise_end(tokens, position)
            pieces.append(Span(start, sentence.offset + token.doc[comma].idx))
            start = end
            found = (token, sentence)
    pieces.append(Span(start, quoted.inner.end))
    return pieces, found


def _clitic(verb: Token) -> Token | None:
    return next(
        (t for t in verb.doc[max(verb.sent.start, verb.i - 2) : min(verb.i + 2, verb.sent.end)]
         if t.text.startswith("-") and t.pos_ == "PRON"),
        None,
    )


def _third_person_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.ent_type_ in {"PER", "ORG", "PUBLIC"}


def _incise_end(tokens: list[Token], position: int) -> int:
    """Return the offset, in the parsed paragraph, just past the words of saying."""
    for token in tokens[position + 1 :]:
        if token.text in {",", ".", ";", "!", "?", ":"}:
            return token.idx + len(token)
    return tokens[-1].idx + len(tokens[-1])


def _is_fragment(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell words set into a clause from words that stand as a sentence."""
    tokens = passage.tokens(Span(first.span.start, quoted.outer.start), first)
    before = [t for t in tokens if not t.is_space and t.text not in {"«", "“", '"'}]
    inner = quoted.inner.of(passage.text)
    if len(inner.split()) < _SHORTEST_SENTENCE_WORDS:
        return True
    if before and before[-1].text not in {":", ".", "!", "?", "…", "–", "—", "-"}:
        return True
    after = passage.text[quoted.outer.end : quoted.outer.end + 2].strip()
    if after and after[0].islower():
        return True
    inside = passage.tokens(quoted.inner, first)
    return not any(grammar.is_verb(t) and grammar.is_finite(t) for t in inside)


def _signed(verb: Token, sentence: Sentence, quoted: Quoted) -> SourceWords | None:
    low, high = quoted.outer.start - sentence.offset, quoted.outer.end - sentence.offset
    content = [t for t in sentence.tokens if low <= t.idx < high and not low <= verb.idx < high]
    clitic = _clitic(verb)
    if clitic is not None:
        return SourceWords(sentence.span_of([clitic]), clitic, sentence)
    behind = verb.idx >= high
    if behind or low <= verb.idx < high:
        after = grammar.nominal_after(verb)
        if after is not None:
            return SourceWords(sentence.span_of(grammar.noun_phrase(after)), after, sentence)
    return source_of(verb, sentence, content)


def _stripped(text: str, piece: Span) -> Span:
    start, end = piece
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def _root(tokens: list[Token]) -> Token | None:
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.dep_ == "ROOT" or t.head.i not in inside]
    verbs = [t for t in tops if grammar.is_verb(t)]
    return (verbs or tops or [None])[0]  # type: ignore[list-item]
