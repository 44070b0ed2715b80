"""Sources told by their number: "83 % des habitants", "plus de la moitié", "un élu sur deux"."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.saying import Saying
from recoupe.extraction.tokens import Token


def shares(last: Token) -> list[Token]:
    """Return "sur deux" behind the last word of "un Français", an empty list where none is."""
    behind = list(last.doc[last.i + 1 : min(last.i + 3, grammar.sentence_end(last))])
    counts = len(behind) > 1 and behind[0].lower_ == "sur" and behind[1].pos_ == "NUM"
    return behind if counts and last.pos_ in {"NOUN", "PROPN"} else []


def counted(head: Token) -> Token | None:
    """Return whoever the share with this head counts: "83 % des habitants", "41 % d'entre eux"."""
    if "%" not in head.text or head.i + 2 >= grammar.sentence_end(head):
        return None
    if not grammar.is_governed(head.nbor(2)) and head.nbor(1).pos_ != "ADP":
        return None
    behind = head.doc[head.i + 2 : min(head.i + 5, grammar.sentence_end(head))]
    return next((t for t in behind if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def about_so_many(verb: Token, saying: Saying) -> tuple[list[Token], Token] | None:
    """Return "Plus de la moitié des élus" before its verb, which no parse takes for a subject.

    Args:
        verb: The verb.
        saying: The words of saying of the language.

    Returns:
        The words, and the noun for whoever is counted.
    """
    last = grammar.verb_group(verb)[0].i - 1
    place = last
    while place > verb.first and verb.doc[place].pos_ in {
        "NOUN",
        "ADJ",
        "ADP",
        "DET",
        "NUM",
        "SYM",
    }:
        place -= 1
    if place == last or not saying.is_one(verb.doc[place], "approximate"):
        return None
    if verb.doc[place + 1].lower_ not in grammar.DE:
        return None
    run = verb.doc[place : last + 1]
    people = [t for t in run if t.pos_ == "NOUN"]
    return (list(run), people[-1]) if people else None
