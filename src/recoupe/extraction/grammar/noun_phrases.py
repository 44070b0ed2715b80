"""How far the phrase goes that names what a noun stands for."""

from recoupe.extraction.grammar.nominals import goes_on, is_governed, opens_phrase
from recoupe.extraction.grammar.verbs import sentence_end, sentence_start
from recoupe.extraction.tokens import Token

# Where a parsed paragraph keeps its noun phrases: many ask.
_PHRASES = "recoupe_noun_phrases"
# What hangs on a noun and does not help to name it.
_ASIDE = {
    "acl:relcl", "advcl", "parataxis", "cop", "punct", "case", "ccomp", "advmod", "dislocated",
    "mark", "discourse", "vocative", "nsubj", "aux", "aux:tense", "obl:mod", "obl", "csubj",
}  # fmt: skip
_PARTING = frozenset((",", ";", "(", "–", "—"))


def noun_phrase(
    head: Token,
    not_naming: frozenset[str] = frozenset(),
    asides: frozenset[str] = frozenset(),
) -> list[Token]:
    """Return the tokens that name what a nominal head stands for, in order.

    Relative clauses and other asides are left out; an apposition is kept only
    where no comma parts it from its head ("le ministre Paul Vidal").

    Args:
        head: The nominal head.
        not_naming: Prepositions whose phrases do not belong to a name.
        asides: Lemmas that do not end a name ("Kirby vendredi").
    """
    known: dict[tuple[int, frozenset[str], frozenset[str]], list[Token]] = (
        head.doc.user_data.setdefault(_PHRASES, {})
    )
    asked = (head.i, not_naming, asides)
    if asked not in known:
        known[asked] = _noun_phrase(head, not_naming, asides)
    return list(known[asked])


def _noun_phrase(head: Token, not_naming: frozenset[str], asides: frozenset[str]) -> list[Token]:
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in {"acl:relcl", "parataxis"} or (token is head and child.dep_ in _ASIDE):
                continue
            if child.dep_ in {"appos", "acl", "conj", "nmod"} and _comma_between(token, child):
                continue
            if not_naming and any(t.dep_ == "case" and t.lower_ in not_naming for t in child.lefts):
                continue
            kept.add(child.i)
            stack.append(child)
    kept |= _name_around(head)
    run = _before_second_article(head, _contiguous(head, kept))
    while (
        run
        and run[-1] is not head
        and not _tells_age(run)
        and (
            run[-1].is_punct or run[-1].pos_ in {"CCONJ", "ADP"} or run[-1].lemma_.lower() in asides
        )
    ):
        run.pop()
    while run and run[0] is not head and (run[0].is_punct or run[0].pos_ == "CCONJ"):
        run.pop(0)
    return run


def _before_second_article(head: Token, run: list[Token]) -> list[Token]:
    """Cut a phrase off before a noun of its own: "la gendarmerie le premier soir".

    Within a phrase no article follows a noun but through a preposition or a joint; a name
    may hold one ("Alain le Roux").
    """
    for position in range(head.i - run[0].i + 1, len(run)):
        token, before = run[position], run[position - 1]
        if token.text == ":" and token.ent_iob_ != "I":
            # "Trois blessés, selon la mairie : deux enfants et une passante"
            return run[:position]
        if (
            token.pos_ == "DET"
            and before.pos_ in {"NOUN", "PROPN", "ADJ"}
            and token.text[:1].islower()
            and token.ent_iob_ != "I"
        ):
            return run[:position]
    return run


def _tells_age(run: list[Token]) -> bool:
    """Tell "une femme de 66 ans", which describes her, from "un élu de 2014"."""
    return len(run) > 2 and run[-2].pos_ == "NUM" and run[-3].lower_ == "de"


def _name_around(head: Token) -> set[int]:
    """Return the tokens of the named entity that the head stands in."""
    if not head.ent_type_:
        return set()
    low = high = head.i
    while low > sentence_start(head) and head.doc[low].ent_iob_ == "I":
        if opens_phrase(head.doc[low]):
            break
        if is_governed(head.doc[low - 1]) and not goes_on(head.doc[low - 1]):
            break
        low -= 1
    while high + 1 < sentence_end(head) and head.doc[high + 1].ent_iob_ == "I":
        high += 1
    return set(range(low, high + 1))


def _comma_between(left: Token, right: Token) -> bool:
    low, high = sorted((left.i, right.i))
    return any(t.text in _PARTING for t in left.doc[low:high])


def _contiguous(head: Token, kept: set[int]) -> list[Token]:
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [head.doc[i] for i in range(low, high + 1)]
