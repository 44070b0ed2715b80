"""Where somebody else takes the word: "X affirme que P, Y évoque Q", "..., mais Y parle de Q".

The content of the first word of saying ends before a clause with a speaker and a word of saying
of its own. Behind a bare comma, only where both words of saying stand in the same tense: "raconte
que le train s'est arrêté, les voyageurs ont crié" goes on with what is told.
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.bare import is_bare
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.grammar.marks import CLOSING_MARKS, ONLY_OPENING_MARKS
from recoupe.extraction.tokens import Paragraph, Token

# How far behind its conjunction or comma the word of saying may stand, past an apposition.
_REACH = 16


def taken_over(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where the clause of another speaker begins, or ``end``.

    Args:
        verb: The verb of saying.
        start: Position of the first token of what is said.
        end: Position just past its last one, as found so far.
        saying: The words of saying of the language.
    """
    doc = verb.doc
    if start >= end or saying.is_one(doc[start], "subordinating"):
        # "que lorsque P, Q": the comma parts a clause from its own main clause.
        return end
    for other in saying.candidates(doc[grammar.sentence_start(verb) : verb.past]):
        if other.i <= start + 2:
            continue
        joint = _joint(other, start, saying) if _says(other, saying) else None
        if joint is None or joint >= end:
            continue
        bare = doc[joint].text == ","
        if bare and (_tense(other) != _tense(verb) or not _complete(doc, start, joint, verb)):
            continue
        if _is_quoted(doc, start, joint):
            continue
        return joint - (1 if not bare and doc[joint - 1].text == "," else 0)
    return end


def _joint(other: Token, start: int, saying: Saying) -> int | None:
    """Return the comma or conjunction right before the subject of another word of saying."""
    subject = next(
        (t for t in other.children if t.dep_ == "nsubj" and t.i < other.i and t.pos_ != "PRON"),
        None,
    )
    if subject is None:
        return conjunction_before(other, start, saying)
    if subject.i <= start or other.i - subject.i > _REACH or not _can_speak(subject, saying):
        return None
    joint = min(subject.left_edge.i, subject.i) - 1
    if joint > start and subject.doc[joint].lower_ in grammar.QUE:
        joint -= 1
    if joint <= start:
        return None
    token = subject.doc[joint]
    if token.text == ",":
        # "mais un élu de l'opposition, Ana Ruiz, s'étonne": past the title to its conjunction.
        conjunction = conjunction_before(subject, start, saying)
        return joint if conjunction is None else conjunction
    return joint if saying.is_one(token, "contrast") else None


def _can_speak(subject: Token, saying: Saying) -> bool:
    return bool(subject.ent_type_) or saying.can_speak(subject)


def conjunction_before(token: Token, start: int, saying: Saying) -> int | None:
    """Return the conjunction from which only the name of a speaker leads to a token.

    Args:
        token: The first token of a word of saying, or its subject.
        start: The conjunction stands behind this place.
        saying: The words of saying of the language.
    """
    doc = token.doc
    for i in range(token.i - 1, max(start, token.i - _REACH), -1):
        if saying.is_one(doc[i], "contrast"):
            named = [t for t in doc[i + 1 : token.i] if t.pos_ in {"NOUN", "PROPN"}]
            named += [token] if token.pos_ == "PROPN" else []
            return i if any(_can_speak(t, saying) for t in named) else None
        if grammar.has(doc[i], "VerbForm", "Fin") or (doc[i].is_punct and doc[i].text != ","):
            return None
    return None


def _says(other: Token, saying: Saying) -> bool:
    """Tell whether a verb has something to say behind it: a clause, a quotation, an object."""
    behind = other.doc[other.i + 1 : min(other.i + 6, other.past)]
    if not grammar.is_finite(other) or not behind:
        return False
    if saying.locution(other) is not None or is_bare(other, saying):
        # "Le syndicat dit que P, la direction dément"
        return True
    cue = saying.cue(other)
    if cue is None:
        return False
    if any(
        t.lower_ in grammar.QUE or t.text in ONLY_OPENING_MARKS or t.text == ":" for t in behind
    ):
        return True
    return "object" in cue.takes and behind[0].pos_ in {"DET", "NUM"}


def _complete(doc: Paragraph, start: int, joint: int, verb: Token) -> bool:
    """Tell whether what is said before a comma is whole: a clause with its verb, or a noun."""
    clause = doc[start - 1].lower_ in grammar.QUE and start - 1 > verb.i
    return not clause or any(grammar.has(t, "VerbForm", "Fin") for t in doc[start:joint])


def _tense(verb: Token) -> tuple[tuple[str, str], bool]:
    return grammar.mood_and_tense(verb), bool(grammar.auxiliaries(verb))


def _is_quoted(doc: Paragraph, start: int, place: int) -> bool:
    depth = 0
    for token in doc[start:place]:
        depth += (token.text in ONLY_OPENING_MARKS) - (token.text in CLOSING_MARKS)
    return depth > 0
