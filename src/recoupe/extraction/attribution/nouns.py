"""Nouns of saying: "l'affirmation de X selon laquelle P", "les accusations de X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.naming import words_of
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
    tokens = list(sentence.words)
    if not saying.may_name_source(tokens):
        return
    for start in range(len(tokens) - 1):
        if tokens[start].lower_ == "pour" and tokens[start + 1].lower_ == "qui":
            yield from _for_whom(tokens, start, sentence, saying)
            continue
        length = saying.phrase_length(tokens[start:], saying.measuring)
        position = start + length - 1
        if not length or position + 1 >= len(tokens) or tokens[position + 1].lower_ not in _WHICH:
            continue
        noun = _noun_before(tokens, position, saying)
        if noun is None:
            continue
        # "un rapport selon lequel P": the document says it; "l'idée selon laquelle": its holder.
        lemma = noun.lemma_.lower()
        document = lemma in saying.documents and lemma not in saying.nouns
        content = grammar.stripped(tokens[position + 2 : _clause_end(tokens, position, noun)])
        if not content:
            continue
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            cue=sentence.span_of(tokens[start : position + 1] if document else [noun]),
            source=words_of(noun, sentence, saying, {t.i for t in tokens[start:]})
            if document
            else _holder(noun, tokens[position:], sentence, saying),
            value=saying.nouns.get(noun.lemma_.lower(), Factuality.CERTAIN),
            cue_token=noun,
            denies=saying.nouns.get(noun.lemma_.lower()) is Factuality.CERTAIN_NOT,
            reasons=(Reason(rule="noun-of-saying", words=noun.text),),
        )


def _for_whom(
    tokens: list[Token], position: int, sentence: Sentence, saying: Saying
) -> Iterator[Attribution]:
    """Yield the attribution by "X, pour qui P"."""
    before = [t for t in tokens[:position] if t.pos_ in {"NOUN", "PROPN"}]
    holder = next(
        (
            t
            for t in reversed(before)
            if t.ent_type_ in {"PER", "ORG", "PUBLIC"} or saying.can_be_source(t.lemma_.lower())
        ),
        None,
    )
    content = grammar.stripped(tokens[position + 2 :])
    if holder is None or not any(grammar.is_verb(t) for t in content):
        return
    yield Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=grammar.root_of(content),
        cue=sentence.span_of([tokens[position]]),
        source=words_of(grammar.name_head(holder), sentence, saying, {t.i for t in content}),
        reasons=(Reason(rule="according-to", words=tokens[position].text),),
    )


def _clause_end(tokens: list[Token], position: int, noun: Token) -> int:
    """Return where P ends: before the verb that the noun itself is the subject of."""
    verbs = [t for t in tokens if grammar.is_verb(t) and not t.dep_.startswith("aux")]
    finite = [t for t in verbs if grammar.is_finite(t)]
    if any(t.i < noun.i for t in finite) or len(finite) < 2:
        return len(tokens)
    # The sentence has not had its main verb: it is the second one behind "selon lequel".
    for verb in finite[1:]:
        start = grammar.verb_group(verb)[0].i - tokens[0].i
        if tokens[start - 1].lower_ not in {"qui", "que", "qu'", "qu’", "et", "dont", "où"}:
            return start
    return len(tokens)


def _noun_before(tokens: list[Token], position: int, saying: Saying) -> Token | None:
    known = set(saying.nouns) | saying.documents
    for token in reversed(tokens[max(0, position - 10) : position]):
        if token.pos_ == "NOUN" and token.lemma_.lower() in known:
            return token
    return None


def _holder(
    noun: Token, behind: list[Token], sentence: Sentence, saying: Saying
) -> SourceWords | None:
    limit = behind[0].i
    outside = {t.i for t in behind}
    for child in noun.children:
        if child.dep_ == "nmod" and noun.i < child.i < limit:
            return words_of(child, sentence, saying, outside)
    for child in noun.children:
        if child.dep_ == "amod" and child.i < limit:
            return SourceWords(sentence.span_of([child]), child, sentence)
    head = noun.head
    if head is not noun and grammar.is_verb(head) and noun.dep_ in {"obj", "obl"}:
        holder = grammar.subject(head)
        if holder is not None and holder.i < limit:
            return words_of(holder, sentence, saying, outside)
    return None
