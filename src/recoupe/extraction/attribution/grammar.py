"""Questions put to a parse: whose verb is this, how far does that phrase go.

Labels are those of Universal Dependencies, so nothing here is of one language.
Parsers err; where a question has a simple answer from the order of words, that
answer is the fallback.
"""

from collections.abc import Iterable

from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:caus", "csubj"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
# What hangs on a noun and does not help to name it.
_ASIDE = {
    "acl:relcl", "acl", "advcl", "parataxis", "cop", "punct", "case", "cc:nom", "ccomp",
    "advmod", "dislocated", "mark", "discourse", "vocative", "nsubj", "aux", "aux:tense",
}  # fmt: skip


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb, finite or not."""
    return token.pos_ in {"VERB", "AUX"}


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, in order."""
    return sorted((t for t in verb.children if t.dep_.startswith("aux")), key=lambda t: t.i)


def verb_group(verb: Token) -> list[Token]:
    """Return the tokens from a verb's first auxiliary to the verb."""
    first = min([a.i for a in auxiliaries(verb) if a.i < verb.i], default=verb.i)
    if verb.i > verb.sent.start and verb.nbor(-1).lemma_ in {"faire", "laisser"}:
        first = min(first, verb.i - 1)
        carrier_aux = [a.i for a in auxiliaries(verb.nbor(-1)) if a.i < verb.i]
        first = min([first, *carrier_aux])
    return [verb.doc[i] for i in range(first, verb.i + 1)]


def is_finite(verb: Token) -> bool:
    """Tell whether a verb, or one of its auxiliaries, is conjugated."""
    return any("Fin" in t.morph.get("VerbForm") for t in (verb, *auxiliaries(verb)))


def mood_and_tense(verb: Token) -> tuple[str, str]:
    """Return mood and tense of the conjugated part of a verb, "" where there is none."""
    for token in (*auxiliaries(verb), verb):
        if "Fin" in token.morph.get("VerbForm"):
            mood, tense = token.morph.get("Mood"), token.morph.get("Tense")
            return (mood[0] if mood else "", tense[0] if tense else "")
    return ("", "")


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return any(t.dep_ in {"aux:pass", "nsubj:pass"} for t in verb.children)


def subject(verb: Token) -> Token | None:
    """Return the head of what a verb is said of, also where it is understood.

    Follows coordination ("a dit ... et a ajouté"), infinitives and participles
    ("..., ajoutant que"), and relative pronouns to their antecedent.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [t for t in verb.children if t.dep_ in _SUBJECTS]
        clitic = [t for t in own if t.i > verb.i - 2 and t.lower_.startswith("-")]
        for token in clitic or own:
            if token.pos_ == "PRON" and "Rel" in token.morph.get("PronType"):
                return _antecedent(verb) or token
            return token
        if verb.dep_ in {"acl", "acl:relcl"}:
            return verb.head
        if verb.dep_ == "ROOT" or not is_verb(verb.head):
            return None
        verb = verb.head
    return None


def _antecedent(verb: Token) -> Token | None:
    return verb.head if verb.dep_ in {"acl:relcl", "acl"} and verb.head is not verb else None


def nominal_before(verb: Token) -> Token | None:
    """Return the nearest noun or name before a verb that no preposition governs."""
    for i in range(verb_group(verb)[0].i - 1, verb.sent.start - 1, -1):
        token = verb.doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and not _governed(token):
            return token
        if token.pos_ == "VERB" and is_finite(token):
            return None
    return None


def nominal_after(verb: Token, reach: int = 4) -> Token | None:
    """Return the nearest noun, name or clitic just behind a verb (inversion)."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + reach, verb.sent.end)]:
        if token.lower_.lstrip("-t") and token.text.startswith("-") and token.pos_ == "PRON":
            return token
        if token.pos_ in {"NOUN", "PROPN"}:
            head = token
            while head.dep_ in {"flat", "flat:name", "flat:foreign"} and head.head.i < head.i:
                head = head.head
            return head if not _governed(head) else None
        if token.pos_ not in {"DET", "ADJ", "NUM", "PUNCT", "ADV"}:
            return None
    return None


def _governed(token: Token) -> bool:
    return any(t.dep_ == "case" for t in token.children)


def noun_phrase(head: Token) -> list[Token]:
    """Return the tokens that name what a nominal head stands for, in order.

    Relative clauses and other asides are left out; an apposition is kept only
    where no comma parts it from its head ("le ministre Paul Vidal").
    """
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            direct = token is head
            if direct and child.dep_ in _ASIDE:
                continue
            if child.dep_ in {"acl:relcl", "parataxis"}:
                continue
            if child.dep_ == "appos" and _comma_between(token, child):
                continue
            kept.add(child.i)
            stack.append(child)
    run = _contiguous(head, kept)
    while run and (run[-1].is_punct or run[-1].pos_ in {"CCONJ", "ADP"}) and run[-1] is not head:
        run.pop()
    while run and (run[0].is_punct or run[0].pos_ == "CCONJ") and run[0] is not head:
        run.pop(0)
    return run


def _comma_between(left: Token, right: Token) -> bool:
    low, high = sorted((left.i, right.i))
    return any(t.text in {",", ";", "(", "–", "—"} for t in left.doc[low:high])


def _contiguous(head: Token, kept: set[int]) -> list[Token]:
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return [head.doc[i] for i in range(low, high + 1)]


def clause(root: Token) -> list[Token]:
    """Return all tokens under a clause's root, in order."""
    return sorted(root.subtree, key=lambda t: t.i)


def first(tokens: Iterable[Token]) -> Token | None:
    """Return the leftmost token, or None."""
    return min(tokens, key=lambda t: t.i, default=None)


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a source: noun, name or pronoun."""
    return token.pos_ in _NOMINAL
