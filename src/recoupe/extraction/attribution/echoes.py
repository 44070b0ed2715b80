"""Clauses that say who said the rest: "c'est ce que dit X", "comme l'a rappelé X"."""

from collections.abc import Iterator

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Span

# "C'est ce qu'a rapporté": the words of saying stand within the first few tokens.
_CLEFT_REACH = 8
_THIS = frozenset(("c'", "c’"))
# The longest "Comme l'a rappelé jeudi la ministre", in tokens.
_COMME_REACH = 16
_OPENING = {"«", "“", '"', "„"}
_CLOSING = {"»", "”", '"'}


def find_comme(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attribution by "Comme l'a rappelé X, P".

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of the language.
    """
    tokens = [t for t in sentence.words if not t.is_space]
    if len(tokens) < _CLEFT_REACH or tokens[0].lower_ not in {"comme", "ainsi"}:
        return
    verb = next((t for t in tokens[1:_CLEFT_REACH] if saying.cue(t) or saying.is_quoting(t)), None)
    if verb is None or any(t.text == "," and t.i < verb.i for t in tokens):
        return
    comma = next(
        (i for i, t in enumerate(tokens[:_COMME_REACH]) if t.text in {",", ":"} and t.i > verb.i),
        None,
    )
    if comma is None:
        return
    comma = _past_name(tokens, comma)
    source = _inverted_source(verb, sentence, saying)
    if source is None or source.span.start >= sentence.span_of([tokens[comma]]).start:
        return
    content = grammar.stripped(tokens[comma + 1 :])
    direct = len(content) > 2 and content[0].text in _OPENING and content[-1].text in _CLOSING
    if direct:
        content = grammar.stripped(content[1:-1])
    if not any(grammar.is_verb(t) for t in content):
        return
    yield Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=grammar.root_of(content),
        cue=sentence.span_of(grammar.verb_group(verb)),
        source=source,
        cue_token=verb,
        quotation="direct" if direct else "indirect",
        reasons=(Reason(rule="as-said-by", words=verb.text),),
    )


def _past_name(tokens: list[Token], comma: int) -> int:
    """Return the comma behind an apposition: "Comme le dit ma patronne, Anne Roux, P"."""
    behind = tokens[comma + 1 : comma + 6]
    closing = next((i for i, t in enumerate(behind) if t.text == ","), None)
    if closing and all(t.pos_ in {"PROPN", "NOUN", "DET", "ADP", "ADJ"} for t in behind[:closing]):
        return comma + 1 + closing
    return comma


def find_clefts(
    sentence: Sentence, before: Sentence | None, saying: Saying
) -> Iterator[Attribution]:
    """Yield the attribution of the sentence before by "C'est ce que rapporte X".

    Args:
        sentence: The sentence that may look back.
        before: The sentence it looks back on.
        saying: The words of saying of the language.
    """
    if before is None or not any(t.lower_ in _THIS for t in sentence.words[:2]):
        return
    tokens = [t for t in sentence.words if not t.is_space]
    words = [t.lower_.replace("’", "'") for t in tokens[:4]]
    if words[:3] != ["c'", "est", "ce"] or words[3:4] not in (["que"], ["qu'"]):
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
        root=before.root,
        cue=sentence.span_of(grammar.verb_group(verb)),
        source=source,
        reasons=(Reason(rule="looks-back", words=verb.text),),
    )


def _inverted_source(verb: Token, sentence: Sentence, saying: Saying) -> SourceWords | None:
    after = grammar.nominal_after(verb, asides=saying.passed_over)
    if after is not None:
        return words_of(after, sentence, saying)
    return source_of(verb, sentence, saying)


def _stripped(sentence: Sentence) -> Span:
    tokens = [t for t in sentence.words if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return sentence.span_of(tokens)
