"""What somebody told or denied in the passive: "la fermeture a été annoncée par X"."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.governed.things import (
    is_proposition,
)
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

# How far behind its noun "selon lesquelles" may stand, whose words they are between the two.
_CLAUSE_REACH = 11


def denied_by(verb: Token, saying: Saying) -> list[Content]:
    """Return the subject of a denial in the passive: "le chiffre est contesté par X"."""
    subject = grammar.subject(verb)
    if subject is None or grammar.agent(verb) is None or subject.i > verb.i:
        return []
    if subject.pos_ != "NOUN":
        return []
    lemma = subject.lemma_.lower()
    if saying.lemma(verb) in saying.speech_objects and (
        lemma not in saying.nouns or lemma in saying.grantable
    ):
        # "la motion est rejetée par le conseil" is a vote and no denial.
        return []
    if _says_with_clause(subject, saying):
        first = grammar.verb_group(verb)[0].i
        phrase = grammar.stripped([*subject.doc[subject.left_edge.i : first]])
        return [(phrase, subject, None)]
    tokens = grammar.noun_phrase(subject)
    return [(tokens, subject, None)] if tokens and not _relates(tokens) else []


def _says_with_clause(noun: Token, saying: Saying) -> bool:
    """Tell "les informations du journal selon lesquelles P": P is what is denied."""
    lemma = noun.lemma_.lower()
    if lemma in saying.grantable or (lemma not in saying.nouns and lemma not in saying.documents):
        return False
    behind = noun.doc[noun.i + 1 : min(noun.i + _CLAUSE_REACH, noun.past)]
    which = next((t for t in behind if grammar.has(t, "PronType", "Rel")), None)
    if which is None:
        return False
    return saying.may_open_phrase(which.nbor(-1)) and bool(
        saying.phrase_length([which.nbor(-1)], saying.according)
    )


def told_by(verb: Token, saying: Saying) -> list[Content]:
    """Return what somebody told in the passive: "la fermeture a été annoncée par X".

    The same of a participle set off by a comma: "une ligne de train, annoncée par X".
    """
    if grammar.is_bare_participle(verb) and verb.nbor(-1).text == ",":
        thing: Token | None = verb.head
    elif grammar.is_passive(verb):
        thing = grammar.subject(verb)
    else:
        return []
    agent = grammar.agent(verb)
    if thing is None or agent is None or thing.pos_ != "NOUN" or thing.i > verb.i:
        return []
    if thing.ent_type_ or not is_proposition(thing, verb, saying):
        return []
    first = grammar.verb_group(verb)[0].i
    tokens = [t for t in grammar.noun_phrase(thing) if t.i < first]
    return [(grammar.stripped(tokens), thing, None)] if tokens and not _relates(tokens) else []


def _relates(tokens: list[Token]) -> bool:
    """Tell "des notes dont l'authenticité a été confirmée par X": told of the notes in passing."""
    return any(grammar.has(t, "PronType", "Rel") for t in tokens)
