"""Reports within reports: "le journal, citant X", "X, cité par Y", "c'est ce que dit X"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.model import Reason, Span

# "C'est ce qu'a rapporté": the words of saying stand within the first few tokens.
_CLEFT_REACH = 8


def with_cited(attribution: Attribution, saying: Saying) -> Attribution:
    """Return the attribution with those whom its source cites, or who cite its source.

    Args:
        attribution: An attribution with a source in its sentence.
        saying: The words of saying of the language.
    """
    source = attribution.source
    if source is None or source.head is None:
        return attribution
    sentence = source.sentence
    for token in sentence.words:
        if token.lemma_.lower() not in saying.citing or not grammar.is_verb(token):
            continue
        place = sentence.span_of([token])
        if attribution.content.covers(place):
            continue
        if grammar.has(token, "Tense", "Pres") and grammar.has(token, "VerbForm", "Part"):
            cited = next(
                (t for t in token.children if t.dep_ in {"obj", "nsubj"} and t.i > token.i), None
            )
            if cited is not None:
                nearer = SourceWords(sentence.span_of(grammar.noun_phrase(cited)), cited, sentence)
                return replace(
                    attribution,
                    source=nearer,
                    further=(source, *attribution.further),
                    reasons=(*attribution.reasons, Reason(rule="source-cites", words=token.text)),
                )
        agent = grammar.agent(token)
        if agent is not None and grammar.has(token, "VerbForm", "Part") and agent.i > token.i:
            outer = words_of(agent, sentence, saying)
            if outer is not None and outer.span != source.span:
                return replace(
                    attribution,
                    further=(*attribution.further, outer),
                    reasons=(
                        *attribution.reasons,
                        Reason(rule="source-cited-by", words=token.text),
                    ),
                )
    return attribution


def find_clefts(
    sentence: Sentence, before: Sentence | None, saying: Saying
) -> Iterator[Attribution]:
    """Yield the attribution of the sentence before by "C'est ce que rapporte X".

    Args:
        sentence: The sentence that may look back.
        before: The sentence it looks back on.
        saying: The words of saying of the language.
    """
    tokens = [t for t in sentence.words if not t.is_space]
    words = [t.lower_.replace("’", "'") for t in tokens[:4]]
    if before is None or words[:3] != ["c'", "est", "ce"] or words[3:4] not in (["que"], ["qu'"]):
        return
    if sentence.paragraph - before.paragraph > 1:
        return
    verb = next((t for t in tokens[4:_CLEFT_REACH] if saying.cue(t)), None)
    if verb is None:
        return
    source = _inverted_source(verb, sentence, saying)
    if source is None:
        return
    content = _stripped(before)
    yield Attribution(
        content=content,
        sentence=before,
        root=before.tokens.root,
        cue=sentence.span_of(grammar.verb_group(verb)),
        source=source,
        reasons=(Reason(rule="looks-back", words=verb.text),),
    )


def _inverted_source(verb: Token, sentence: Sentence, saying: Saying) -> SourceWords | None:
    after = grammar.nominal_after(verb)
    if after is not None:
        return words_of(after, sentence, saying)
    return source_of(verb, sentence, saying)


def _stripped(sentence: Sentence) -> Span:
    tokens = [t for t in sentence.words if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return sentence.span_of(tokens)
