"""Nouns of saying: "l'affirmation de X selon laquelle P", "les accusations de X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality, Reason

_WHICH = {"lequel", "laquelle", "lesquels", "lesquelles"}


def find_nouns(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by "N selon lequel P" in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        One attribution a noun whose content follows it. A noun without content
        ("les accusations américaines") attributes nothing by itself.
    """
    tokens = list(sentence.tokens)
    for position, token in enumerate(tokens[:-1]):
        if token.lower_ not in {"selon", "d'après"} or tokens[position + 1].lower_ not in _WHICH:
            continue
        noun = _noun_before(tokens, position, saying)
        if noun is None:
            continue
        content = tokens[position + 2 :]
        while content and (content[-1].is_punct or content[-1].is_space):
            content.pop()
        if not content:
            continue
        root = next((t for t in content if grammar.is_verb(t) and grammar.is_finite(t)), content[0])
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=root,
            cue=sentence.span_of([noun]),
            source=_holder(noun, position, tokens, sentence),
            value=saying.nouns.get(noun.lemma_.lower(), Factuality.CERTAIN),
            cue_token=noun,
            denies=saying.nouns.get(noun.lemma_.lower()) is Factuality.CERTAIN_NOT,
            reasons=(Reason(rule="noun-of-saying", words=noun.text),),
        )


def _noun_before(tokens: list[Token], position: int, saying: Saying) -> Token | None:
    known = set(saying.nouns) | saying.documents
    for token in reversed(tokens[max(0, position - 10) : position]):
        if token.pos_ == "NOUN" and token.lemma_.lower() in known:
            return token
    return None


def _holder(
    noun: Token, position: int, tokens: list[Token], sentence: Sentence
) -> SourceWords | None:
    limit = tokens[position].i
    for child in noun.children:
        if child.dep_ == "nmod" and noun.i < child.i < limit:
            phrase = [t for t in grammar.noun_phrase(child) if t.i < limit]
            return SourceWords(sentence.span_of(phrase), child, sentence)
    for child in noun.children:
        if child.dep_ == "amod" and child.i < limit:
            return SourceWords(sentence.span_of([child]), child, sentence)
    head = noun.head
    if head is not noun and grammar.is_verb(head) and noun.dep_ in {"obj", "obl"}:
        holder = grammar.subject(head)
        if holder is not None and holder.i < limit:
            return SourceWords(sentence.span_of(grammar.noun_phrase(holder)), holder, sentence)
    return None
