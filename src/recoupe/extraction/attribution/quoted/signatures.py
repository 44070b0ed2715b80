"""Who signs a quotation: the words just behind it, or just before it."""

import re
from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.colons import leads
from recoupe.extraction.attribution.beside.inversion import agrees
from recoupe.extraction.attribution.beside.speakers import (
    cue_behind,
    is_third_person,
    speaker_behind,
)
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.governed.indirect import is_idiom
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.passage import Passage, tokens_in
from recoupe.extraction.attribution.sources.naming import inverted_source, source_of, words_of
from recoupe.extraction.attribution.sources.phrases import phrases
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.tokens import Token
from recoupe.model import Span

_SENTENCE_ENDS = (".", "!", "?", "…", "–", "—", "-")
# A quotation of fewer words, set into a clause, is a fragment of that clause.
_SHORTEST_SENTENCE_WORDS = 3
_SENTENCE_STOP = re.compile(r"\s*+[.!?…]++(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Signature:
    """What signs a quotation: the word of saying and the speaker, either may be missing."""

    cue: Span | None
    source: SourceWords | None
    token: Token | None
    rule: str
    words: str


def signature(verb: Token, sentence: Sentence, source: SourceWords | None) -> Signature:
    """Return the signature that a verb of saying and its speaker make."""
    cue = sentence.span_of(grammar.verb_group(verb))
    return Signature(cue, source, verb, "quotation-cue", verb.text)


def signed_behind(
    quoted: Quoted, last: Sentence, passage: Passage, saying: Saying
) -> Signature | None:
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
        return signed_behind(joined, last, passage, saying)
    phrase = next(iter(phrases(following, saying)), None)
    if phrase is not None and phrase.start == 0 and following[0].text[0].isupper():
        # « A. » Selon X, B: a new sentence.
        return None
    if phrase is not None and all(t.is_punct for t in following[: phrase.start]):
        cue = sentence.span_of(following[phrase.start : phrase.named])
        source = SourceWords(sentence.span_of(phrase.source), phrase.head, sentence)
        return Signature(cue, source, None, "according-to", following[phrase.start].text)
    verb = cue_behind(following, saying)
    if verb is None:
        return None
    speaker = speaker_behind(verb, sentence, saying, quoted=True)
    if speaker is None or passage.is_quoted(speaker.span):
        return None
    if is_fragment(quoted, last, passage) and not is_third_person(speaker, saying):
        # "..., qui parlait de « faux », a annoncé sa démission"
        return None
    return signature(verb, sentence, speaker)


def _commented(
    behind: list[Token], quoted: Quoted, sentence: Sentence, passage: Passage, saying: Saying
) -> Signature | None:
    """Read "« P » : la banque s'est montrée rassurante": whose words a sentence opens with.

    Who does something behind the colon is the speaker where it is a person or body, and the
    quoted words are a clause of their own.
    """
    if is_fragment(quoted, sentence, passage) or not behind:
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
    return Signature(None, source, None, "quotation-colon", ":")


def signed_ahead(
    quoted: Quoted, first: Sentence, passage: Passage, saying: Saying
) -> Signature | None:
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
    if not colon and is_fragment(quoted, first, passage):
        return None
    lowered = sentence.lowered
    for token in reversed(before):
        if not saying.is_quoting(token) or is_idiom(token, sentence, lowered, saying):
            continue
        if agrees(token) or (grammar.is_bare_participle(token) and grammar.agent(token)):
            # "même non répétée : « ... »", "un officier cité par X : « ... »": of a noun.
            continue
        between = [t for t in before if t.i > token.i and not t.is_punct]
        if colon or all(t.pos_ == "ADV" for t in between):
            return signature(token, sentence, _speaker(token, sentence, passage, saying))
        break
    for phrase in phrases(before, saying):
        if all(t.is_punct for t in before[phrase.end :]):
            cue = sentence.span_of(before[phrase.start : phrase.named])
            source = SourceWords(sentence.span_of(phrase.source), phrase.head, sentence)
            return Signature(cue, source, None, "according-to", before[phrase.start].text)
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
    first = grammar.verb_group(verb)[0].i
    if first - 2 >= verb.first and verb.doc[first - 2].lower_ == "comme":
        # "comme le précise l'ambassadrice : « P »"
        behind = grammar.nominal_after(verb, asides=saying.passed_over)
        if behind is not None:
            return words_of(behind, sentence, saying, outside)
    if first - 2 >= verb.first and saying.is_one(verb.doc[first - 2], "this"):
        # "C'est ce que laisse entendre un officier : « P »"
        inverted = inverted_source(verb, sentence, saying)
        if inverted is not None and not passage.is_quoted(inverted.span):
            return inverted
    return source_of(verb, sentence, saying, outside)


def _before_colon(
    before: list[Token], sentence: Sentence, passage: Passage, saying: Saying
) -> Signature | None:
    """Return the speaker where only a colon introduces the words: "Le maire, furieux : "."""
    announced = leads(before[:-1], sentence, saying) if len(before) > 1 else None
    if announced is not None and not passage.is_quoted(announced[2].span):
        cue, token, speaker = announced
        return Signature(sentence.span_of(cue), speaker, token, "quotation-cue", token.text)
    root = sentence.root
    candidates = [t for t in before if t.dep_.startswith("nsubj") and t.head is root]
    candidates += [t for t in before if t.pos_ in {"NOUN", "PROPN"}]
    for token in candidates:
        head = grammar.name_head(token)
        known = saying.can_speak(head)
        if known and not grammar.is_governed(head):
            source = words_of(head, sentence, saying)
            if source is not None and not passage.is_quoted(source.span):
                return Signature(None, source, None, "quotation-colon", ":")
    return None


def has_words_outside(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell whether a clause begins before the marks: "L'été « a été rude »"."""
    before = tokens_in(Span(first.span.start, quoted.outer.start), first)
    if not before or before[-1].text in {":", *_SENTENCE_ENDS}:
        return False
    return any(
        not t.is_punct
        and t.pos_ not in {"CCONJ", "INTJ"}
        and t.text not in grammar.MARKS
        and not passage.is_quoted(first.span_of([t]))
        for t in before
    )


def is_fragment(quoted: Quoted, first: Sentence, passage: Passage) -> bool:
    """Tell words set into a clause from words that stand as a sentence."""
    before = reversed(tokens_in(Span(first.span.start, quoted.outer.start), first))
    last = next((t.text for t in before if t.text not in grammar.MARKS), None)
    inner = quoted.inner.of(passage.text)
    introduced = last == ":"
    if len(inner.split()) < _SHORTEST_SENTENCE_WORDS and not introduced:
        return True
    if last is not None and not introduced and last not in _SENTENCE_ENDS:
        return True
    after = passage.text[quoted.outer.end : quoted.outer.end + 2].strip()
    if quoted.closed and after and after[0].islower():
        return True
    return not any(
        grammar.is_verb(t) for s in passage.within(quoted.inner) for t in tokens_in(quoted.inner, s)
    )
