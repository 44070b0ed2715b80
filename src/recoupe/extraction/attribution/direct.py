"""Direct speech: words in quotation marks and who says them.

A quotation is looked at from three sides: the words just behind it (", a déclaré
X"), just before it ("X a répondu :"), and inside it ("« A, a ajouté X. B »"). One
that nobody signs in its sentence is handed on open; the flow of the report
decides (``attribution.__init__``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.colons import leads
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.indirect import is_idiom
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.naming import source_of, words_of
from recoupe.extraction.attribution.passage import Passage, tokens_in
from recoupe.extraction.attribution.phrases import phrases
from recoupe.extraction.attribution.speakers import (
    comma_before,
    cue_behind,
    incise_end,
    is_inverted,
    is_third_person,
    speaker_behind,
)
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Span

_EDGE = " \t\n\u00a0\u202f.,;:!?…–—-"
_MARKS = {"«", "»", "“", "”", '"', "„"}
_SENTENCE_ENDS = (".", "!", "?", "…", "–", "—", "-")
# A quotation of fewer words, set into a clause, is a fragment of that clause.
_SHORTEST_SENTENCE_WORDS = 3
_SENTENCE_STOP = re.compile(r"\s*[.!?…]+(\s|$)")


@dataclass(frozen=True, slots=True)
class _Signature:
    """What signs a quotation: the word of saying and the speaker, either may be missing."""

    cue: Span | None
    source: SourceWords | None
    token: Token | None
    rule: str
    words: str


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
        signed = _behind(quoted, last, passage, saying)
        if signed is not None and first is last and _has_words_outside(quoted, first, passage):
            # "L'été « a été rude », a dit X": the clause is reported, marks and all.
            return
        signed = signed or _ahead(quoted, first, passage, saying)
    if signed is None:
        if _is_fragment(quoted, first, passage):
            return
        signed = _Signature(None, None, None, "quotation-unsigned", "")
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


def _signature(verb: Token, sentence: Sentence, source: SourceWords | None) -> _Signature:
    cue = sentence.span_of(grammar.verb_group(verb))
    return _Signature(cue, source, verb, "quotation-cue", verb.text)


def _behind(quoted: Quoted, last: Sentence, passage: Passage, saying: Saying) -> _Signature | None:
    """Read what follows the closing mark: ", a déclaré X", ", selon X"."""
    if not quoted.closed or _SENTENCE_STOP.match(passage.text, quoted.outer.end):
        return None
    sentence = passage.sentence_from(quoted.outer.end)
    if sentence is None or sentence.paragraph != last.paragraph:
        return None
    following = tokens_in(Span(quoted.outer.end, sentence.span.end), sentence)
    if following and following[0].text == ":":
        return _commented(following[1:], quoted, sentence, passage, saying)
    joined = passage.joined_to(quoted, following)
    if joined is not None:
        # « A », mais « B », a déclaré X.
        return _behind(joined, last, passage, saying)
    phrase = next(iter(phrases(following, saying)), None)
    if phrase is not None and all(t.is_punct for t in following[: phrase.start]):
        cue = sentence.span_of(following[phrase.start : phrase.named])
        source = SourceWords(sentence.span_of(phrase.source), phrase.head, sentence)
        return _Signature(cue, source, None, "according-to", following[phrase.start].text)
    verb = cue_behind(following, saying)
    if verb is None:
        return None
    speaker = speaker_behind(verb, sentence, saying, quoted=True)
    if speaker is None or passage.is_quoted(speaker.span):
        return None
    if _is_fragment(quoted, last, passage) and not is_third_person(speaker, saying):
        # "..., qui parlait de « faux », a annoncé sa démission"
        return None
    return _signature(verb, sentence, speaker)


def _commented(
    behind: list[Token], quoted: Quoted, sentence: Sentence, passage: Passage, saying: Saying
) -> _Signature | None:
    """Read "« P » : la banque s'est montrée rassurante": whose words a sentence opens with.

    Who does something behind the colon is the speaker where it is a person or body, and the
    quoted words are a clause of their own.
    """
    if _is_fragment(quoted, sentence, passage) or not behind:
        return None
    if tokens_in(Span(sentence.span.start, quoted.outer.start), sentence):
        return None
    verb = next((t for t in grammar.main_verbs(behind) if grammar.is_finite(t)), None)
    head = grammar.subject(verb) if verb is not None else None
    if head is None or head.i < behind[0].i or grammar.is_governed(head):
        return None
    if not (head.ent_type_ or saying.can_be_source(head.lemma_.lower())):
        return None
    if head.lemma_.lower() in saying.documents:
        return None
    source = words_of(head, sentence, saying)
    if source is None or passage.is_quoted(source.span):
        return None
    return _Signature(None, source, None, "quotation-colon", ":")


def _ahead(quoted: Quoted, first: Sentence, passage: Passage, saying: Saying) -> _Signature | None:
    """Read what precedes the opening mark: "X a répondu :", "X : ", "selon X, "."""
    sentence = first
    before = tokens_in(Span(sentence.span.start, quoted.outer.start), sentence)
    if not before:
        previous = passage.before(first)
        if previous is None or passage.text[previous.span.end : quoted.outer.start].strip(" \n:"):
            return None
        if not passage.text[previous.span.start : quoted.outer.start].rstrip().endswith(":"):
            return None
        sentence = previous
        before = [t for t in previous.words if not t.is_space]
    colon = before[-1].text == ":"
    if not colon and _is_fragment(quoted, first, passage):
        return None
    lowered = sentence.lowered
    for token in reversed(before):
        if not saying.is_quoting(token) or is_idiom(token, sentence, lowered, saying):
            continue
        between = [t for t in before if t.i > token.i and not t.is_punct]
        if colon or all(t.pos_ == "ADV" for t in between):
            return _signature(token, sentence, _speaker(token, sentence, passage, saying))
        break
    for phrase in phrases(before, saying):
        if all(t.is_punct for t in before[phrase.end :]):
            cue = sentence.span_of(before[phrase.start : phrase.named])
            source = SourceWords(sentence.span_of(phrase.source), phrase.head, sentence)
            return _Signature(cue, source, None, "according-to", before[phrase.start].text)
    if colon:
        return _before_colon(before, sentence, passage, saying)
    return None


def _speaker(
    verb: Token, sentence: Sentence, passage: Passage, saying: Saying
) -> SourceWords | None:
    outside = {t.i for t in sentence.words if passage.is_quoted(sentence.span_of([t]))}
    clitic = grammar.clitic_of(verb)
    if clitic is not None:
        return words_of(clitic, sentence, saying)
    return source_of(verb, sentence, saying, outside)


def _before_colon(
    before: list[Token], sentence: Sentence, passage: Passage, saying: Saying
) -> _Signature | None:
    """Return the speaker where only a colon introduces the words: "Le maire, furieux : "."""
    announced = leads(before[:-1], sentence, saying) if len(before) > 1 else None
    if announced is not None and not passage.is_quoted(announced[2].span):
        cue, token, speaker = announced
        return _Signature(sentence.span_of(cue), speaker, token, "quotation-cue", token.text)
    root = sentence.root
    candidates = [t for t in before if t.dep_.startswith("nsubj") and t.head is root]
    candidates += [t for t in before if t.pos_ in {"NOUN", "PROPN"}]
    for token in candidates:
        head = grammar.name_head(token)
        known = head.pos_ == "PROPN" or saying.can_be_source(head.lemma_.lower())
        if known and not grammar.is_governed(head):
            source = words_of(head, sentence, saying)
            if source is not None and not passage.is_quoted(source.span):
                return _Signature(None, source, None, "quotation-colon", ":")
    return None


def _pieces(
    quoted: Quoted, passage: Passage, saying: Saying
) -> tuple[list[Span], _Signature | None]:
    """Divide a quotation at words of saying set into it: « A, a-t-il ajouté. B »."""
    signed: _Signature | None = None
    pieces: list[Span] = []
    start = quoted.inner.start
    for sentence in passage.within(quoted.inner):
        tokens = tokens_in(quoted.inner, sentence)
        if not any(t.text == "," for t in tokens):
            continue
        for position, token in enumerate(tokens):
            if position == 0 or not (saying.is_quoting(token) or is_inverted(token)):
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
            signed = signed or _signature(token, sentence, speaker)
    pieces.append(Span(start, max(start, quoted.inner.end)))
    return pieces, signed


def _has_words_outside(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell whether a clause begins before the marks: "L'été « a été rude »"."""
    before = tokens_in(Span(first.span.start, quoted.outer.start), first)
    if not before or before[-1].text in {":", *_SENTENCE_ENDS}:
        return False
    return any(
        not t.is_punct
        and t.pos_ not in {"CCONJ", "INTJ"}
        and t.text not in _MARKS
        and not passage.is_quoted(first.span_of([t]))
        for t in before
    )


def _is_fragment(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell words set into a clause from words that stand as a sentence."""
    before = [
        t
        for t in tokens_in(Span(first.span.start, quoted.outer.start), first)
        if t.text not in _MARKS
    ]
    inner = quoted.inner.of(passage.text)
    introduced = bool(before) and before[-1].text == ":"
    if len(inner.split()) < _SHORTEST_SENTENCE_WORDS and not introduced:
        return True
    if before and not introduced and before[-1].text not in _SENTENCE_ENDS:
        return True
    after = passage.text[quoted.outer.end : quoted.outer.end + 2].strip()
    if quoted.closed and after and after[0].islower():
        return True
    return not any(
        grammar.is_verb(t) for s in passage.within(quoted.inner) for t in tokens_in(quoted.inner, s)
    )


def _stripped(text: str, piece: Span) -> Span:
    start, end = piece
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
