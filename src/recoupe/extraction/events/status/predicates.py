"""Where an event stands that a noun names, by what is said of it: "la vente est imminente"."""

from recoupe.extraction import grammar
from recoupe.extraction.events.roles.voice import is_infinitive
from recoupe.extraction.events.status.clauses import Clauses
from recoupe.extraction.events.status.words import StatusWords
from recoupe.extraction.factuality.mood import is_compound
from recoupe.extraction.tokens import Token
from recoupe.model.statement import EventStatus

_DESCRIBING = frozenset(("amod", "xcomp", "acl", "advcl"))

Said = tuple[EventStatus, str, Token]
"""A status, the rule that gives it, and the word."""


def said_of(noun: Token, clauses: Clauses, told: StatusWords) -> Said | None:
    """Return what a sentence says of where a noun's event stands; None where nothing.

    Args:
        noun: The noun for the event.
        clauses: Judges verbs by themselves.
        told: The language's words of status.
    """
    head = noun.head
    if noun.dep_.startswith("nsubj"):
        return _predicate(head, clauses, told) or _modal(head, clauses, told)
    return _subject(noun, head, clauses, told)


def _predicate(head: Token, clauses: Clauses, told: StatusWords) -> Said | None:
    """Take "la vente est possible", "le chantier est en cours", "semble imminente"."""
    copula = next((c for c in head.children if c.dep_ == "cop"), None)
    word: Token | None = head if copula is not None else None
    if word is None and clauses.lemma(head) in told.seeming:
        word = next((c for c in head.children if c.i > head.i and c.dep_ in _DESCRIBING), None)
    status = told.adjectives.get(word.lemma_.lower()) if word is not None else None
    if status is None or word is None:
        return None
    negation = clauses.negation(head) or (clauses.negation(copula) if copula else None)
    if negation is not None:
        return ("denied", "negation", negation) if status in {"begun", "considered"} else None
    return status, "status-by-adjective", word


def _modal(head: Token, clauses: Clauses, told: StatusWords) -> Said | None:
    """Take "la réunion doit se tenir", "l'accord pourrait être signé"."""
    if told.verbs.get(clauses.lemma(head)) != "considered" or is_compound(head):
        return None
    inner = next((c for c in head.children if c.dep_ == "xcomp" and c.i > head.i), None)
    if inner is None or not grammar.is_verb(inner) or not is_infinitive(inner):
        return None
    if not (inner.lemma_.lower() in told.happening or grammar.is_passive(inner)):
        # "L'attaque pourrait avoir fait dix morts": it has happened.
        return None
    if is_compound(inner) and not grammar.is_passive(inner):
        return None
    negation = clauses.negation(head)
    if negation is not None:
        return "refused", "negation", negation
    return "considered", "modal-verb", head


def _subject(noun: Token, head: Token, clauses: Clauses, told: StatusWords) -> Said | None:
    """Take "un contrat portant sur la fourniture de vaccins"."""
    if head.dep_ != "acl" or clauses.lemma(head) not in told.about:
        return None
    if noun.dep_ not in {"obj", "obl:arg", "obl:mod"}:
        return None
    status = told.nouns.get(head.head.lemma_.lower())
    return (status, "status-by-noun", head.head) if status is not None else None
