"""Who does what a verb tells, also where it is understood.

"accusé d'avoir livré", "demande à Berlin de livrer", "cherche à acheter": verbs differ in
which of their own parts does what their infinitive tells (control, Rosenbaum 1967).
"""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.voice import describes
from recoupe.extraction.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:caus"))
_FARTHEST = 6


def doer(verb: Token, joining: Joining) -> Token | None:
    """Return the head of a verb's surface subject, own or understood.

    Args:
        verb: A verb, or a participle that describes a noun.
        joining: The language's words that join.

    Returns:
        The subject; for a passive, what undergoes it. None where nothing tells.
    """
    for _ in range(_FARTHEST):
        own = _own_subject(verb, joining)
        if own is not None:
            return own
        head = verb.head
        if head is verb:
            return None
        if verb.dep_ == "acl:relcl" and any(
            c.lower_ in joining.relative_object and c.i < verb.i for c in verb.children
        ):
            # "les drones qu'aurait livrés" somebody whom the parse lost
            return None
        if verb.dep_ in {"acl", "amod", "acl:relcl"} and not _is_infinitive(verb):
            return head
        if verb.dep_ == "appos" or (not grammar.is_verb(head) and not describes(head)):
            return _of_governing_noun(verb, head, joining)
        if verb.dep_ == "ccomp" and not _is_infinitive(verb):
            return None
        if verb.dep_ in {"xcomp", "ccomp"} or (_is_infinitive(verb) and verb.dep_ != "conj"):
            lemma = head.lemma_.lower()
            if lemma in joining.object_controls:
                return _object_of(head, joining)
            if lemma in joining.to_whom_controls:
                return _to_whom(head, joining)
        if verb.dep_ == "advcl" and grammar.is_finite(verb):
            return None
        verb = head
    return None


def _own_subject(verb: Token, joining: Joining) -> Token | None:
    own = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if not own and verb.i > verb.first and grammar.is_carrier(verb.nbor(-1)):
        own = [c for c in verb.nbor(-1).children if c.dep_ in _SUBJECTS]
    tied = [c for c in verb.children if c.text.startswith("-") and c.dep_ == "expl:subj"]
    for token in own or tied or _impersonal(verb):
        if grammar.has(token, "PronType", "Rel") or token.lower_ in joining.relative_subject:
            return _antecedent(verb, token)
        return token
    return None


def _impersonal(verb: Token) -> list[Token]:
    """Return "il" where the parse takes it for nobody: "il a livré"."""
    if grammar.is_passive(verb):
        return []
    return [
        c
        for c in verb.children
        if c.dep_ == "expl:subj" and c.lower_ in {"il", "elle", "ils", "elles"}
    ]


def _antecedent(verb: Token, relative: Token) -> Token | None:
    top = verb
    while top.dep_ in {"conj", "xcomp"} and grammar.is_verb(top.head):
        top = top.head
    if top.dep_ in {"acl:relcl", "acl"} and top.head.i < relative.i:
        return top.head
    for i in range(relative.i - 1, max(relative.first, relative.i - 4) - 1, -1):
        word = relative.doc[i]
        if word.pos_ in {"NOUN", "PROPN"}:
            return grammar.name_head(word)
        if not word.is_punct:
            return None
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(grammar.has(t, "VerbForm", "Inf") for t in (verb, *grammar.auxiliaries(verb)))


def _object_of(verb: Token, joining: Joining) -> Token | None:
    """Return whom "accuse" accuses; the subject of "accusé de", "est accusé de"."""
    if grammar.is_passive(verb) or describes(verb):
        return doer(verb, joining)
    for child in verb.children:
        if child.dep_ in {"obj", "iobj"} and child.lower_ not in joining.reflexive:
            return child
    return None


def _to_whom(verb: Token, joining: Joining) -> Token | None:
    for child in verb.children:
        if child.dep_.startswith(("obl", "iobj")):
            if joining.clitics.get(child.lower_) == "to_whom":
                return child
            if joining.preposition(child) == "à":
                return child
    return None


def _of_governing_noun(verb: Token, noun: Token, joining: Joining) -> Token | None:
    """Return whose plan it is: "la volonté de Paris de livrer", "a l'intention de livrer"."""
    if noun.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if noun.pos_ == "ADJ" or any(c.dep_ == "cop" for c in noun.children):
        # "est prêt à livrer"
        own = [c for c in noun.children if c.dep_ in _SUBJECTS]
        if own and (own[0].lower_ in joining.relative_subject):
            return _antecedent(noun, own[0])
        return own[0] if own else (noun.head if noun.dep_ == "amod" else None)
    above = noun.head
    if noun.dep_ in {"obj", "iobj"} and above.lemma_.lower() in joining.object_controls:
        # "soupçonne la société d'avoir écoulé": the parse hangs the infinitive on the noun.
        return noun
    for child in noun.children:
        if (
            noun.i < child.i < verb.i
            and child.dep_.startswith("nmod")
            and child.pos_ in {"NOUN", "PROPN"}
            and joining.preposition(child) == "de"
        ):
            return child
    carrier = noun.head
    if noun.dep_ in {"obj", "obl:arg", "xcomp", "obl:mod"} and grammar.is_verb(carrier):
        return doer(carrier, joining)
    return None
