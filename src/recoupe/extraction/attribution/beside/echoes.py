"""Clauses set beside what they say was said: "comme l'a rappelé X", "ainsi que l'affirme X"."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import inverted_source, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

# The words of saying stand within the first few tokens.
_CUE_REACH = 8
# The shortest clause before ", comme il l'a dit", in tokens.
_SHORTEST_BEFORE = 3
# The longest "Comme l'a rappelé jeudi la ministre", in tokens.
_COMME_REACH = 16
# The longest "Comme" behind a link of sentences, in tokens: "En effet, comme".
_LONGEST_LINK = 5
_CLOSING = {"»", "”", '"'}


def find_comme(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attribution by "Comme l'a rappelé X, P" or "P, comme il l'a rappelé".

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of the language.
    """
    if saying.classes["like"].isdisjoint(sentence.forms):
        return
    tokens = [t for t in sentence.words if not t.is_space]
    if len(tokens) < _CUE_REACH:
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
    direct = (
        len(content) > 2
        and content[0].text in grammar.OPENING_MARKS
        and content[-1].text in _CLOSING
    )
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
    verb = _verb_of_comme(tokens[1:_CUE_REACH], saying)
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
        verb = _verb_of_comme(behind[:_CUE_REACH], saying)
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
        return inverted_source(verb, sentence, saying)
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
