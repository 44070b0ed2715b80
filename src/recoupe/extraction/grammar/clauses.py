"""Questions put to a run of tokens: what heads it, what stands at its edges."""

from collections.abc import Iterable, Iterator

from recoupe.extraction.grammar.function_words import QUE
from recoupe.extraction.grammar.marks import MARKS, ONLY_OPENING_MARKS
from recoupe.extraction.grammar.verbs import has, is_bare_participle, is_finite, is_verb
from recoupe.extraction.tokens import Token

_SUBORDINATING = {"qui", "dont", "où", "lorsque", "quand", "si", "comme", *QUE}
_STOPS = {".", ",", ";", "…", "!", "?", "...", ":", "–", "—", "-"}


def behind_topic(tokens: list[Token]) -> list[Token]:
    """Return what follows the topic of a headline: "Accident de Bex : un frein a lâché"."""
    for position, token in enumerate(tokens[:-1]):
        if is_verb(token):
            break
        if token.text == ":" and position > 0:
            return tokens[position + 1 :]
    return tokens


def root_of(tokens: Iterable[Token]) -> Token | None:
    """Return the token that heads the given ones: a verb where there is one.

    A conjugated verb outside relative clauses stands in where the parse puts a
    noun at the head of a clause.
    """
    tokens = list(tokens)
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.dep_ == "ROOT" or t.head.i not in inside]
    for token in tops:
        if is_verb(token) or any(c.dep_ == "cop" for c in token.children):
            return token
    for token in tokens:
        if token.pos_ == "VERB" and is_finite(token) and token.dep_ not in {"acl:relcl", "advcl"}:
            return token
    return tops[0] if tops else None


def main_verbs(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the verbs outside relative and other subordinate clauses, in order.

    A subordinate clause ends with a comma, or where a second finite verb follows its own: "un
    train qui a pris feu roulait".

    Args:
        tokens: The words of a clause.
    """
    subordinate = False
    own: Token | None = None
    for token in tokens:
        if token.text in {",", ";", "–", "—"}:
            subordinate, own = False, None
        elif token.lower_ in _SUBORDINATING:
            subordinate, own = True, None
        elif is_verb(token):
            if not subordinate:
                if not is_bare_participle(token):
                    yield token
                continue
            if not has(token, "VerbForm", "Fin") and token.dep_ != "ROOT":
                continue
            joined = token.i > token.first and token.nbor(-1).pos_ in {"CCONJ", "PRON"}
            if own is not None and own.head is not token and not joined:
                subordinate = False
                yield token
            own = token


def stripped(tokens: list[Token]) -> list[Token]:
    """Return the tokens without stops, conjunctions and blanks at their edges."""
    tokens = list(tokens)
    while tokens and (tokens[-1].text in _STOPS or tokens[-1].is_space):
        tokens.pop()
    while tokens and (tokens[0].text in _STOPS or tokens[0].is_space or tokens[0].pos_ == "CCONJ"):
        tokens.pop(0)
    return tokens


def clause_around(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """Return where the clause around words set into it begins and ends.

    It is parted from its neighbours by a semicolon, or by a colon with a verb before it,
    outside quotation marks.

    Args:
        tokens: The sentence.
        first: Position of the first token of what is set in.
        last: Position just past it.
    """
    start, end, quoted = 0, len(tokens), False
    for position, token in enumerate(tokens):
        if token.text in MARKS:
            quoted = token.text in ONLY_OPENING_MARKS or (token.text == '"' and not quoted)
        elif token.text in {";", ":"} and not quoted and position > 0:
            if position < first:
                if token.text == ";" or any(is_verb(t) for t in tokens[:position]):
                    start = position + 1
            elif position >= last and token.text == ";":
                end = position
                break
    return start, end
