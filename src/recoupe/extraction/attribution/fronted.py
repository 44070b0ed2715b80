"""Clauses without a finite verb that open a sentence: "Estimant que P, elle a quitté la salle".

What is said ends where the main clause begins, and its speaker is the main
clause's subject. Parsers attach such clauses in many ways; the order of words
decides.
"""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

_MARKS = {"«", "»", "“", "”", '"', "„"}
_RELATING = {"qui", "dont", "où", "lorsque", "quand", "si", "comme", *grammar.QUE}
# "Mais après avoir d'abord nié"
_LONGEST_OPENING = 7
_PERSONAL = {"il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "ce", "certains"}
_STOPS = {",", ";", ":", ".", "«", "“", "”", "»"}


def main_clause(verb: Token, saying: Saying) -> tuple[int, Token] | None:
    """Return the comma before the main clause and that clause's subject, or None.

    Args:
        verb: A verb of saying.
        saying: The words of saying of the language.
    """
    if not _opens_sentence(verb, saying):
        return None
    doc, end = verb.doc, grammar.sentence_end(verb)
    quoted = False
    for i in range(verb.i + 1, end - 2):
        text = doc[i].text
        if text in _MARKS:
            quoted = text in {"«", "“", "„"} or (text == '"' and not quoted)
        elif text == "," and not quoted:
            subject = _subject_behind(i, end, verb)
            if subject is not None:
                return i, subject
    return None


def _opens_sentence(verb: Token, saying: Saying) -> bool:
    """Tell whether nothing but "en", "après avoir" and adverbs stands before a verb."""
    first = grammar.verb_group(verb)[0]
    if verb.i - grammar.sentence_start(verb) > _LONGEST_OPENING:
        return False
    participle = grammar.is_present_participle(verb)
    if not participle and not grammar.has(first, "VerbForm", "Inf"):
        return False
    before = verb.doc[grammar.sentence_start(verb) : first.i]
    return all(
        t.is_punct or t.pos_ in {"CCONJ", "ADV"} or saying.is_one(t, "fronting") for t in before
    )


def _subject_behind(comma: int, end: int, verb: Token) -> Token | None:
    """Return the subject of the clause behind a comma where a finite verb follows it."""
    subject: Token | None = None
    governed = False
    for token in verb.doc[comma + 1 : end]:
        if token.text in _STOPS or token.lower_ in _RELATING or token.pos_ == "CCONJ":
            return None
        if grammar.is_verb(token):
            finite = grammar.has(token, "VerbForm", "Fin")
            return grammar.name_head(subject) if subject is not None and finite else None
        if token.pos_ == "ADP":
            governed = subject is None
        elif token.pos_ in {"NOUN", "PROPN"}:
            if subject is None and not governed:
                subject = token
            governed = False
        elif token.pos_ == "PRON" and subject is None and token.lower_ in _PERSONAL:
            if token.i == comma + 1 and token.i + 1 < end and token.nbor(1).pos_ == "X":
                # ", il vota": a tense that the tagger has not met.
                return token
            subject = token
    return None
