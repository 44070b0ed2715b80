"""Sentences that say who said the one before: "C'est ce que dit X", "Ces mots sont ceux de X"."""

from collections.abc import Iterator
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import inverted_source, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Span

LOOKS_BACK = "looks-back"
"""Rule of what a sentence says of the one before it: that somebody said it."""
# "C'est ce qu'a rapporté": the words of saying stand within the first few tokens.
_CLEFT_REACH = 8
# Where "ce que" or the noun of saying stands: "C'est en tout cas ce que", "C'est aussi l'avis".
_LINK_REACH = 7
# The shortest clause that is said behind a colon, in tokens.
_SHORTEST = 3
_JOINTS = {",", ";", ":", "–", "—"}


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
    if not any(saying.is_one(t, "pointing_back") for t in tokens[:2]):
        yield from _closing_cleft(tokens, sentence, saying)
        return
    if before is not None and sentence.paragraph - before.paragraph > 1:
        before = None
    found = _cleft(tokens, sentence, saying) or _by_noun(tokens, sentence, saying)
    if found is None:
        return
    verb, cue, source = found
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), len(tokens))
    ahead = grammar.stripped(tokens[colon + 1 :])
    if len(ahead) >= _SHORTEST:
        # "C'est ce que rapporte X, citant Y : P"
        if ahead[0].text in grammar.OPENING_MARKS:
            return
        content, home, root = sentence.span_of(ahead), sentence, grammar.root_of(ahead)
    elif before is None:
        return
    else:
        content, home, root = _stripped(before), before, before.root
    yield Attribution(
        content=content,
        sentence=home,
        root=root,
        cue=sentence.span_of(cue),
        source=source,
        reasons=(Reason(rule=LOOKS_BACK, words=verb.text),),
    )


def _closing_cleft(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> Iterator[Attribution]:
    """Yield the attribution by "P, c'est (du moins) ce que rapporte X" in one sentence."""
    if saying.classes["it_is"].isdisjoint(sentence.forms):
        return
    for place in range(_SHORTEST, len(tokens) - _SHORTEST):
        if tokens[place].text not in _JOINTS or not saying.is_one(tokens[place + 1], "it_is"):
            continue
        found = _cleft(tokens[place + 1 :], sentence, saying)
        content = grammar.stripped(tokens[:place])
        if found is None or not any(grammar.main_verbs(content)):
            continue
        verb, cue, source = found
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            cue=sentence.span_of(cue),
            source=source,
            cue_token=verb,
            reasons=(Reason(rule=LOOKS_BACK, words=verb.text),),
        )
        return


def _cleft(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, list[Token], SourceWords] | None:
    """Read "C'est (du moins) ce que rapporte X": verb, words of saying, speaker."""
    if not saying.is_one(tokens[0], "it_is") or len(tokens) < _SHORTEST:
        return None
    opening = next(
        (
            i
            for i, (this, que) in enumerate(pairwise(tokens[1 : _LINK_REACH + 1]), 1)
            if saying.is_one(this, "this") and que.lower_ in grammar.QUE
        ),
        None,
    )
    if opening is None or any(t.is_punct for t in tokens[:opening]):
        return None
    behind = tokens[opening + 2 : opening + 2 + _CLEFT_REACH]
    verb = next((t for t in behind if saying.cue(t)), None)
    source = inverted_source(verb, sentence, saying) if verb is not None else None
    if verb is None or source is None:
        return None
    return verb, grammar.verb_group(verb), source


def _by_noun(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, list[Token], SourceWords] | None:
    """Read "C'est la remarque de X", "Ces mots sont ceux de X": noun of saying and speaker."""
    noun = next(
        (
            t
            for t in tokens[1:_LINK_REACH]
            if t.pos_ == "NOUN" and saying.is_one_lemma_of(t, "uttered")
        ),
        None,
    )
    if noun is None:
        return None
    behind = [t for t in tokens if t.i > noun.i]
    pointed = saying.is_one(tokens[0], "this") or saying.is_one(tokens[0], "these")
    if pointed:
        # "Ces mots sont ceux d'un rescapé", "Cette phrase est de X"
        if len(behind) < 3 or not grammar.is_verb(behind[0]) or behind[0].lemma_ != "être":
            return None
        behind = behind[1 + (behind[1].pos_ == "PRON") :]
    elif not saying.is_one(tokens[0], "it_is"):
        return None
    if behind and behind[0].lower_ in grammar.QUE:
        # "C'est le constat que dresse X"
        verb = next((t for t in behind[1:_LINK_REACH] if grammar.is_verb(t)), None)
        named = grammar.nominal_after(verb, asides=saying.passed_over) if verb else None
        source = words_of(named, sentence, saying) if named is not None else None
        return (noun, [noun], source) if source is not None else None
    if not behind or not saying.is_one(behind[0], "of_somebody"):
        return None
    head = next((t for t in behind[1:_LINK_REACH] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if head is None or not saying.can_speak(head):
        return None
    outside = {t.i for t in tokens if t.i < behind[0].i} | {behind[0].i}
    source = words_of(grammar.name_head(head), sentence, saying, outside)
    return (noun, [noun], source) if source is not None else None


def _stripped(sentence: Sentence) -> Span:
    tokens = [t for t in sentence.words if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return sentence.span_of(tokens)
