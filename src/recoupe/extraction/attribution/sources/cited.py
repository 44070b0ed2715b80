"""Reports within reports: "le journal, citant X", "X, cité par Y"."""

from dataclasses import replace
from itertools import takewhile

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

# How far behind "citer" whom one cites may stand.
_NEAR = 6


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
        if not _may_cite(token, saying):
            continue
        place = sentence.span_of([token])
        if attribution.content.covers(place):
            continue
        nearer = _cited_by_participle(token, attribution, sentence, saying)
        nearer = nearer or _cited_in_relative(token, source, saying)
        if nearer is not None:
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


def _may_cite(token: Token, saying: Saying) -> bool:
    lemma = token.lemma_.lower()
    if lemma in saying.classes["referring"]:
        return token.i > token.first and saying.is_one(token.nbor(-1), "oneself")
    return lemma in saying.citing and grammar.is_verb(token)


def _cited_by_participle(
    verb: Token, attribution: Attribution, sentence: Sentence, saying: Saying
) -> SourceWords | None:
    """Return whom "X, citant Y", "X, se référant à Y" cites."""
    if not (grammar.has(verb, "Tense", "Pres") and grammar.has(verb, "VerbForm", "Part")):
        return None
    cited = next(
        (t for t in verb.children if t.dep_ in {"obj", "nsubj"} and t.i > verb.i),
        _referred_to(verb, saying),
    )
    if cited is None or _is_example(cited, saying):
        return None
    said = attribution.content
    phrase = grammar.noun_phrase(cited)
    named = [t for t in phrase if not said.overlaps(sentence.span_of([t]))]
    named = list(takewhile(lambda t: t.text != ":", named)) or [cited]
    return SourceWords(sentence.span_of(named), cited, sentence)


def _referred_to(verb: Token, saying: Saying) -> Token | None:
    """Return whom "se référant à Y" names; what it rests on is no source of its own."""
    if not saying.is_one_lemma_of(verb, "referring"):
        return None
    behind = verb.doc[verb.i + 2 : min(verb.i + _NEAR, verb.past)]
    noun = next((t for t in behind if t.pos_ in {"NOUN", "PROPN"}), None)
    if noun is None:
        return None
    lemma = noun.lemma_.lower()
    known = noun.pos_ == "PROPN" or lemma in saying.people | saying.bodies | saying.media
    return grammar.name_head(noun) if known else None


def _cited_in_relative(verb: Token, source: SourceWords, saying: Saying) -> SourceWords | None:
    """Return whom "X, qui cite Y" cites; a thing that X rests on is no source of its own."""
    qui = verb.nbor(-1) if verb.i > verb.first else verb
    if not saying.is_one(qui, "who") or not grammar.has(verb, "VerbForm", "Fin"):
        return None
    sentence = source.sentence
    between = [t for t in sentence.words if t.i < qui.i and t.text != ","]
    if not between or sentence.span_of(between[-1:]).end != source.span.end:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.past)]:
        if token.pos_ in {"NOUN", "PROPN"}:
            cited = grammar.name_head(token)
            return words_of(cited, sentence, saying) if saying.can_speak(cited) else None
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADP", "PRON", "ADV"}:
            return None
    return None


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
