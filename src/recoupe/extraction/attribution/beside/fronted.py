"""Clauses that open a sentence: "Estimant que P, elle a quitté la salle", "Alors que X nie P, Q".

What is said in them ends where the main clause begins. Of a clause without a finite
verb, the speaker is the main clause's subject. Parsers attach such clauses in many
ways; the order of words decides.
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.grammar.marks import ONLY_OPENING_MARKS
from recoupe.extraction.tokens import Token

# "Mais après avoir d'abord nié"
_LONGEST_OPENING = 7
# How far into its sentence the conjunction of a clause that opens it may stand.
_NEAR_OPENING = 3
_STOPS = {",", ";", ":", ".", "«", "“", "”", "»"}


def main_clause(verb: Token, saying: Saying) -> tuple[int, Token] | None:
    """Return the comma before the main clause and that clause's subject, or None.

    Args:
        verb: A verb of saying.
        saying: The words of saying of the language.
    """
    if not _opens_sentence(verb, saying):
        return None
    return _clause_behind(verb, saying, held=verb.i)


def subordinate_end(verb: Token, start: int, saying: Saying) -> int | None:
    """Return the comma that closes the subordinate clause in which a verb of saying opens.

    "Alors que la mairie assure que P, les riverains ...": P ends at the comma.

    Args:
        verb: A finite verb of saying.
        start: Position of the first token of what is said; it has a finite verb of its own
            before the comma where a conjunction opens it.
        saying: The words of saying of the language.
    """
    opening = _conjunction(verb, saying)
    if opening is None:
        return None
    clause = start > 0 and verb.doc[start - 1].lower_ in grammar.QUE
    held = verb.i
    if clause:
        held = next(
            (
                t.i
                for t in verb.doc[start : grammar.sentence_end(verb)]
                if grammar.has(t, "VerbForm", "Fin")
            ),
            verb.i,
        )
    found = _clause_behind(verb, saying, held=held)
    return found[0] if found is not None else None


def is_concessive(verb: Token, saying: Saying) -> bool:
    """Tell "S'il reconnaît P, l'exploitant rejette Q" from what will be "si le tribunal établit P".

    Args:
        verb: A finite verb behind "si".
        saying: The words of saying of the language.
    """
    if _conjunction(verb, saying) is None:
        return False
    found = _clause_behind(verb, saying, held=verb.i)
    if found is None:
        return False
    behind = verb.doc[found[0] + 1 : grammar.sentence_end(verb)]
    main = next((t for t in behind if grammar.has(t, "VerbForm", "Fin")), None)
    return main is not None and not (
        grammar.has(main, "Tense", "Fut")
        or grammar.has(main, "Mood", "Cnd")
        or main.lemma_ in saying.classes["modal"]
    )


def _conjunction(verb: Token, saying: Saying) -> Token | None:
    """Return the conjunction that opens the sentence with a clause in which a verb is the first."""
    doc, start = verb.doc, grammar.sentence_start(verb)
    for token in doc[start : min(start + _NEAR_OPENING, verb.i)]:
        if saying.is_one(token, "subordinating"):
            before = doc[token.i + 1 : grammar.verb_group(verb)[0].i]
            finite = any(grammar.has(t, "VerbForm", "Fin") for t in before)
            # "Quand il pleut, le maire dit que P": the main clause has begun.
            return None if finite and any(t.text == "," for t in before) else token
        if not (token.is_punct or token.is_space or token.pos_ in {"CCONJ", "ADV"}):
            return None
    return None


def _clause_behind(verb: Token, saying: Saying, held: int) -> tuple[int, Token] | None:
    """Return the first comma outside quotation marks with a subject and its verb behind it."""
    doc, end = verb.doc, grammar.sentence_end(verb)
    quoted = False
    for i in range(verb.i + 1, end - 2):
        text = doc[i].text
        if text in grammar.MARKS:
            quoted = text in ONLY_OPENING_MARKS or (text == '"' and not quoted)
        elif text == "," and not quoted and i > held:
            subject = subject_behind(i, end, verb, saying)
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


def subject_behind(comma: int, end: int, verb: Token, saying: Saying) -> Token | None:
    """Return the subject of the clause behind a comma where a finite verb follows it.

    Args:
        comma: Place of the comma in the paragraph.
        end: Place just past the last token to look at.
        verb: Any verb of the sentence.
        saying: The words of saying of the language.
    """
    subject: Token | None = None
    governed = False
    for token in verb.doc[comma + 1 : end]:
        if token.text in _STOPS or saying.is_one(token, "relating") or token.pos_ == "CCONJ":
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
        elif token.pos_ == "PRON" and subject is None and saying.is_one(token, "subjects"):
            if token.i == comma + 1 and token.i + 1 < end and token.nbor(1).pos_ == "X":
                # ", il vota": a tense that the tagger has not met.
                return token
            subject = token
    return None
