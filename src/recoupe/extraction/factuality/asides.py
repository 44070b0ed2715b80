"""Words within a proposition that say nothing of it: titles in quotation marks, introductions."""

from recoupe.extraction import grammar
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_NO_VERBS = {"PRON", "ADV", "PUNCT", "DET", "ADP"}
# What a subject ends in, right before its verb.
_SUBJECT_ENDS = {"NOUN", "PROPN", "ADJ", "PRON"}
_OPENING = frozenset(("«", "“", '"'))
_CLOSING = {"«": "»", "“": "”", '"': '"'}
_STOPS = {",", ":"}
# An introduction is no longer than this, in words.
_LONGEST = 7


def without_asides(tokens: list[Token], words: Words) -> list[Token]:
    """Return the words of a proposition without titles and introductions.

    Args:
        tokens: The proposition.
        words: The pack's words.

    Returns:
        The same words, less "une chose est sûre," at its head, and less the sentence in
        quotation marks that names the subject ("Une pétition intitulée « Je n'irai pas » a").
    """
    tokens = _without_introduction(tokens, words)
    if not any(t.text in _OPENING for t in tokens):
        return tokens
    return _without_title(tokens, words)


def _without_introduction(tokens: list[Token], words: Words) -> list[Token]:
    tokens = _without_opening(tokens, words)
    head = tokens[: _LONGEST + 1]
    stop = next((i for i, t in enumerate(head) if t.text in _STOPS), None)
    if stop is None or stop + 2 >= len(tokens):
        return tokens
    said = "".join(t.text_with_ws for t in head[:stop]).lower().replace("’", "'").strip()
    opened = said.endswith(words.introducing) or said.startswith(words.introducing_with)
    return tokens[stop + 1 :] if opened else tokens


def _without_opening(tokens: list[Token], words: Words) -> list[Token]:
    """Leave out "Reste que", "Toujours est-il que" before what is told."""
    place = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.lower_ in grammar.QUE), None)
    if not place or place + 2 >= len(tokens):
        return tokens
    said = "".join(t.text_with_ws for t in tokens[: place + 1]).lower().replace("’", "'").strip()
    return tokens[place + 1 :] if said.lstrip('«"“ ') in words.introducing_that else tokens


def _without_title(tokens: list[Token], words: Words) -> list[Token]:
    start = next(i for i, t in enumerate(tokens) if t.text in _OPENING)
    if start == 0 or any(is_conjugated(t, words) for t in tokens[:start]):
        return tokens
    before, first = tokens[start - 1], tokens[start + 1] if start + 1 < len(tokens) else None
    if first is None or first.lower_ in words.ne or first.pos_ in {"VERB", "AUX"}:
        return tokens
    if before.lower_ not in words.naming and not (
        before.pos_ in {"NOUN", "PROPN"} and first.text[0].isupper()
    ):
        return tokens
    mark = _CLOSING[tokens[start].text]
    end = next((i for i, t in enumerate(tokens) if i > start and t.text == mark), None)
    if end is None or not any(is_conjugated(t, words) for t in tokens[start:end]):
        return tokens
    # Behind a title the sentence goes on to its verb.
    if not any(is_conjugated(t, words) for t in tokens[end : end + _LONGEST]):
        return tokens
    return [*tokens[:start], *tokens[end + 1 :]]


def behind_why(tokens: list[Token], words: Words) -> list[Token]:
    """Return what "Barrage : pourquoi la fuite vient" tells, without the word that asks.

    Args:
        tokens: A proposition.
        words: The pack's words.
    """
    for place, token in enumerate(tokens[:-1]):
        if token.lower_ in words.explaining and (place == 0 or tokens[place - 1].text == ":"):
            if any(is_conjugated(t, words) for t in tokens[:place]):
                break
            told = tokens[place + 1 :]
            # "Pourquoi fermer ?" asks.
            return told if any(is_conjugated(t, words) for t in told) else tokens
    return tokens


def is_conjugated(token: Token, words: Words) -> bool:
    """Tell whether a token is a conjugated verb, also where only "ne" before it says so."""
    if token.pos_ in {"VERB", "AUX"}:
        return grammar.has(token, "VerbForm", "Fin") or words.is_conditional(token)
    if token.i and token.pos_ == "ADP" and token.nbor(-1).lower_ in words.ne:
        # "aucun navire n'entre": no preposition stands behind "ne"
        return True
    if token.pos_ in _NO_VERBS or token.i == 0:
        return False
    # What the tagger took for a noun: its form, or "ne" before it, says it is none.
    if token.nbor(-1).lower_ in words.ne:
        return True
    if token.pos_ == "PROPN":
        return False
    return words.is_conditional(token) or _is_missed(token, words)


def _is_missed(token: Token, words: Words) -> bool:
    """Tell a verb taken for a noun: "le convoi repartira", "un diplomate doute que P"."""
    before = token.nbor(-1)
    if before.pos_ not in _SUBJECT_ENDS:
        return False
    if words.is_future(token):
        return True
    if token.lower_ not in words.doubting:
        return False
    # "aucun doute que": what stands before is its own; "le diplomate doute": it has a noun.
    for place in range(before.i, token.first - 1, -1):
        word = token.doc[place]
        if word.pos_ in {"NOUN", "PROPN"}:
            break
        if word.pos_ != "ADJ":
            return False
    behind = token.doc[token.i + 1 : min(token.i + 4, grammar.sentence_end(token))]
    told = next((t for t in behind if t.pos_ != "ADV"), None)
    return told is not None and told.lower_ in grammar.QUE
