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
# The shortest clause before ", comme il l'a dit", in tokens.
_SHORTEST_BEFORE = 3
# Where "ce que" or the noun of saying stands: "C'est en tout cas ce que", "C'est aussi l'avis".
_LINK_REACH = 7
LOOKS_BACK = "looks-back"
"""Rule of what a sentence says of the one before it: that somebody said it."""
# The longest "Comme l'a rappelé jeudi la ministre", in tokens.
_COMME_REACH = 16
# The longest "Comme" behind a link of sentences, in tokens: "En effet, comme".
_LONGEST_LINK = 5
_OPENING = {"«", "“", '"', "„"}
_CLOSING = {"»", "”", '"'}


def find_comme(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attribution by "Comme l'a rappelé X, P" or "P, comme il l'a rappelé".

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of the language.
    """
    tokens = [t for t in sentence.words if not t.is_space]
    if len(tokens) < _CLEFT_REACH or not any(saying.is_one(t, "like") for t in tokens):
        return
    opening = _comme_in(tokens, saying)
    found = (
        _said_ahead(tokens[opening:], sentence, saying)
        if opening is not None
        else _said_behind(tokens, sentence, saying)
    )
    if found is None:
        return
    verb, source, content = found
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


def _said_ahead(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, SourceWords, list[Token]] | None:
    """Read "Comme l'a rappelé X, P", from "Comme" on."""
    verb = _verb_of_comme(tokens[1:_CLEFT_REACH], saying)
    if verb is None or any(t.text == "," and t.i < verb.i for t in tokens):
        return None
    comma = next(
        (i for i, t in enumerate(tokens[:_COMME_REACH]) if t.text in {",", ":"} and t.i > verb.i),
        None,
    )
    if comma is None:
        return None
    comma = _past_name(tokens, comma)
    source = _speaker_of_comme(verb, tokens[0], sentence, saying)
    if source is None or source.span.start >= sentence.span_of([tokens[comma]]).start:
        return None
    return verb, source, grammar.stripped(tokens[comma + 1 :])


def _said_behind(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, SourceWords, list[Token]] | None:
    """Read "P, comme il l'a rappelé", "P, ainsi que l'affirme X" at the end of a sentence."""
    for comma in range(_SHORTEST_BEFORE, len(tokens) - 3):
        if tokens[comma].text != "," or not saying.is_one(tokens[comma + 1], "like"):
            continue
        opening = tokens[comma + 1]
        behind = tokens[comma + 2 :]
        if opening.lower_ == "ainsi" and behind[0].lower_ not in grammar.QUE:
            continue
        verb = _verb_of_comme(behind[:_CLEFT_REACH], saying)
        if verb is None or any(
            (grammar.is_verb(t) or t.text in {",", ";", ":"}) and t.i > verb.i for t in behind
        ):
            continue
        inverted = (
            opening.lower_ == "comme" and verb.doc[grammar.verb_group(verb)[0].i - 2].i == opening.i
        )
        if inverted:
            # "P, comme l'a dit X" is read with whatever else is set into a sentence.
            return None
        source = _speaker_of_comme(verb, opening, sentence, saying)
        if source is not None:
            return verb, source, grammar.stripped(grammar.behind_topic(tokens[:comma]))
    return None


def _verb_of_comme(behind: list[Token], saying: Saying) -> Token | None:
    """Return the verb of saying behind "comme", whose object is "le" or nothing."""
    verb = next((t for t in behind if saying.cue(t) or saying.is_quoting(t)), None)
    if verb is None or (not grammar.is_finite(verb) and verb.pos_ != "NOUN"):
        return None
    first = grammar.verb_group(verb)[0]
    # "Comme le maire dénonce la hausse" gives a reason.
    said = first.nbor(-1)
    return verb if saying.is_one(said, "it") or saying.is_one(said, "like") else None


def _speaker_of_comme(
    verb: Token, opening: Token, sentence: Sentence, saying: Saying
) -> SourceWords | None:
    """Return who stands between "comme" and its verb, else who stands behind the verb."""
    first = grammar.verb_group(verb)[0].i
    between = [
        t
        for t in verb.doc[opening.i + 1 : first]
        if not saying.is_one(t, "it") and t.lower_ not in grammar.QUE
    ]
    named = next(
        (t for t in between if t.pos_ in {"NOUN", "PROPN"} or saying.is_one(t, "personal")), None
    )
    if named is None:
        return _inverted_source(verb, sentence, saying)
    outside = {t.i for t in sentence.words if not opening.i < t.i < first}
    return words_of(grammar.name_head(named), sentence, saying, outside)


def _comme_in(tokens: list[Token], saying: Saying) -> int | None:
    """Return where "comme" opens the sentence, at once or behind "En effet,"."""
    start = 1 if tokens[0].pos_ == "CCONJ" else 0
    comma = next((i for i, t in enumerate(tokens[:_LONGEST_LINK]) if t.text == ","), None)
    linked = tokens[start].pos_ in {"ADP", "ADV"} or tokens[start].lower_ in saying.never_sources
    if comma is not None and (not linked or any(grammar.is_verb(t) for t in tokens[:comma])):
        # "La grue, comme l'a dit le maire, a été démontée"
        comma = None
    for place in (start, comma + 1 if comma is not None else start):
        if saying.is_one(tokens[place], "like"):
            return place
    return None


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
    if not any(saying.is_one(t, "pointing_back") for t in sentence.words[:2]):
        return
    tokens = [t for t in sentence.words if not t.is_space]
    if before is not None and sentence.paragraph - before.paragraph > 1:
        before = None
    found = _cleft(tokens, sentence, saying) or _by_noun(tokens, sentence, saying)
    if found is None:
        return
    verb, cue, source = found
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), len(tokens))
    ahead = grammar.stripped(tokens[colon + 1 :])
    if len(ahead) >= _SHORTEST_BEFORE:
        # "C'est ce que rapporte X, citant Y : P"
        if ahead[0].text in _OPENING:
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


def _cleft(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, list[Token], SourceWords] | None:
    """Read "C'est (du moins) ce que rapporte X": verb, words of saying, speaker."""
    if not saying.is_one(tokens[0], "it_is") or len(tokens) < _SHORTEST_BEFORE:
        return None
    opening = next(
        (
            i
            for i, t in enumerate(tokens[1:_LINK_REACH], 1)
            if saying.is_one(t, "this") and tokens[i + 1 : i + 2] and _is_que(tokens[i + 1])
        ),
        None,
    )
    if opening is None or any(t.is_punct for t in tokens[:opening]):
        return None
    behind = tokens[opening + 2 : opening + 2 + _CLEFT_REACH]
    verb = next((t for t in behind if saying.cue(t)), None)
    source = _inverted_source(verb, sentence, saying) if verb is not None else None
    if verb is None or source is None:
        return None
    return verb, grammar.verb_group(verb), source


def _by_noun(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> tuple[Token, list[Token], SourceWords] | None:
    """Read "C'est la remarque de X", "Ces mots sont ceux de X": noun of saying and speaker."""
    noun = next(
        (t for t in tokens[1:_LINK_REACH] if t.pos_ == "NOUN" and _is_said(t, saying)), None
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
    if behind and _is_que(behind[0]):
        # "C'est le constat que dresse X"
        verb = next((t for t in behind[1:_LINK_REACH] if grammar.is_verb(t)), None)
        named = grammar.nominal_after(verb, asides=saying.passed_over) if verb else None
        source = words_of(named, sentence, saying) if named is not None else None
        return (noun, [noun], source) if source is not None else None
    if not behind or not saying.is_one(behind[0], "of_somebody"):
        return None
    head = next((t for t in behind[1:_LINK_REACH] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
    if head is None or not (head.pos_ == "PROPN" or saying.can_be_source(head.lemma_.lower())):
        return None
    outside = {t.i for t in tokens if t.i < behind[0].i} | {behind[0].i}
    source = words_of(grammar.name_head(head), sentence, saying, outside)
    return (noun, [noun], source) if source is not None else None


def _is_said(noun: Token, saying: Saying) -> bool:
    return saying.is_one_lemma_of(noun, "uttered")


def _is_que(token: Token) -> bool:
    return token.lower_ in grammar.QUE


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
