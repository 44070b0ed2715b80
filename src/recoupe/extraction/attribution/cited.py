"""Reports within reports: "le journal, citant X", "X, cité par Y"."""

from dataclasses import replace

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.naming import words_of
from recoupe.extraction.tokens import Token
from recoupe.model import Reason


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
            if cited is not None and not _is_example(cited, saying):
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
                    source=_before(source, token),
                    further=(*attribution.further, outer),
                    reasons=(
                        *attribution.reasons,
                        Reason(rule="source-cited-by", words=token.text),
                    ),
                )
    return attribution


def _is_example(cited: Token, saying: Saying) -> bool:
    """Tell "citant l'Islande en exemple", "citant le pont comme modèle", from whom one quotes."""
    end = grammar.noun_phrase(cited)[-1].i + 1
    behind = cited.doc[end : min(end + 2, grammar.sentence_end(cited))]
    return any(saying.is_one(t, "as_example") for t in behind)


def _before(source: SourceWords, citing: Token) -> SourceWords:
    """Return the source without "cité par ..." behind it."""
    if not source.span.covers(source.sentence.span_of([citing])):
        return source
    first = next(
        t for t in source.sentence.words if source.sentence.span_of([t]).end > source.span.start
    )
    kept = grammar.stripped(list(citing.doc[first.i : citing.i]))
    return replace(source, span=source.sentence.span_of(kept)) if kept else source
