"""Questions put to a parse about nouns and names: how far a phrase goes, whose verb it is.

Parsers err; where a question has a simple answer from the order of words, that
answer is the fallback.
"""

from itertools import pairwise

from recoupe.extraction.grammar.verbs import (
    has,
    is_carrier,
    is_passive,
    is_verb,
    parted_auxiliary,
    sentence_end,
    sentence_start,
)
from recoupe.extraction.tokens import Token

_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:caus", "csubj"}
# A noun behind these tells when or why, and is nobody's subject.
_BEFORE_NOUN = {"après", "avant", "depuis", "malgré", "lors", "dès", "pendant", "durant"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}


def bearer(noun: Token) -> Token:
    """Return the name before its apposition: "Ana Ruiz, présidente du port, qui annonce"."""
    named = noun.head
    apart = (
        noun.dep_ == "appos" and named.i < noun.i and named.pos_ == "PROPN" and noun.pos_ == "NOUN"
    )
    return name_head(named) if apart else noun


def subject(verb: Token) -> Token | None:
    """Return the head of what a verb is said of, also where it is understood.

    Follows coordination ("a dit ... et a ajouté"), infinitives and participles
    ("..., ajoutant que"), and relative pronouns to their antecedent.
    """
    if verb.dep_.startswith("aux") and is_verb(verb.head) is False:
        # "s'estime victime": the parse takes the verb for an auxiliary of what it says.
        verb = verb.head
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [t for t in verb.children if t.dep_ in _SUBJECTS or _is_personal(t, verb)]
        if not own:
            # "Elle a d'ailleurs dit": the parse hangs the subject on the auxiliary.
            own = [
                t
                for a in verb.children
                if a.dep_.startswith("aux") and a.children
                for t in a.children
                if t.dep_ in _SUBJECTS
            ]
        if not own and verb.i > sentence_start(verb) and is_carrier(verb.nbor(-1)):
            # "X a fait savoir": the subject may hang on "fait".
            own = [t for t in verb.nbor(-1).children if t.dep_ in _SUBJECTS]
        if not own and verb.dep_ in {"acl", "amod"}:
            parted = parted_auxiliary(verb)
            own = [t for t in parted.children if t.dep_ in _SUBJECTS] if parted else own
        clitic = [t for t in own if t.text.startswith("-")]
        for token in clitic or _behind_conjunction(own, verb):
            if token.pos_ == "PRON" and has(token, "PronType", "Rel"):
                found = _antecedent(verb) or _noun_before(token) or token
                return bearer(found)
            return _joined_to_governed(token, verb) or token
        if verb.dep_ in {"acl", "acl:relcl"}:
            return bearer(verb.head)
        if verb.dep_ == "ROOT" or not is_verb(verb.head) or _is_another_clause(verb):
            return None
        verb = verb.head
    return None


def _is_another_clause(verb: Token) -> bool:
    """Tell "P ; une autre dit que Q": no subject is shared across a semicolon."""
    near = verb.doc[min(verb.i, verb.head.i) : max(verb.i, verb.head.i)]
    return verb.dep_.startswith("parataxis") and any(t.text == ";" for t in near)


def _joined_to_governed(subject: Token, verb: Token) -> Token | None:
    """Return "la ville" in "après la crue, la ville a annoncé P", parsed as joined to "crue"."""
    if not any(t.dep_ == "case" and t.lower_ in _BEFORE_NOUN for t in subject.children):
        return None
    return next(
        (
            t
            for t in subject.children
            if t.dep_ == "conj" and subject.i < t.i < verb.i and not is_governed(t)
        ),
        None,
    )


def _behind_conjunction(subjects: list[Token], verb: Token) -> list[Token]:
    """Return the subjects of a verb without those before its clause: "Le navire, mais Riga nie"."""
    ahead = [t for t in subjects if t.i < verb.i]
    for far, near in pairwise(ahead):
        if any(t.pos_ in {"CCONJ", "SCONJ"} for t in verb.doc[far.i + 1 : near.i]):
            return [t for t in subjects if t.i >= near.i]
    return subjects


def _is_personal(pronoun: Token, verb: Token) -> bool:
    """Tell "il reconnaît", which parsers take for impersonal, from "il a été dit"."""
    return (
        pronoun.dep_ == "expl:subj"
        and not (pronoun.i + 1 < pronoun.past and pronoun.nbor(1).lower_ == "y")
        and pronoun.lower_ in {"il", "elle", "ils", "elles"}
        and not is_passive(verb)
    )


def _antecedent(verb: Token) -> Token | None:
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb.head if verb.dep_ in {"acl:relcl", "acl"} and verb.head is not verb else None


def _noun_before(relative: Token) -> Token | None:
    """Return the noun just before a relative pronoun, where the parse has no antecedent."""
    for i in range(relative.i - 1, max(sentence_start(relative), relative.i - 4) - 1, -1):
        token = relative.doc[i]
        if token.pos_ in {"NOUN", "PROPN"}:
            return name_head(token)
        if not token.is_punct:
            return None
    return None


def name_head(token: Token) -> Token:
    """Return the head of the name that a token is a part of."""
    while token.dep_ in {"flat", "flat:name", "flat:foreign"} and token.head.i < token.i:
        if is_governed(token.head) and not goes_on(token.head):
            break
        if opens_phrase(token):
            break
        token = token.head
    return token


def opens_phrase(token: Token) -> bool:
    """Tell "l'agence Notus le commandant Ferri": a noun with its article is no part of a name."""
    return (
        token.pos_ == "NOUN"
        and token.text[0].islower()
        and token.i > sentence_start(token)
        and token.nbor(-1).pos_ == "DET"
    )


def is_governed(token: Token) -> bool:
    """Tell whether a preposition governs a noun."""
    return any(t.dep_ == "case" for t in token.children)


def is_nominal(token: Token) -> bool:
    """Tell whether a token can head a source: noun, name, pronoun, or what stands as one."""
    return token.pos_ in _NOMINAL or token.dep_.startswith("nsubj")


def stands_as_noun(token: Token) -> bool:
    """Tell "l'exploitant", "le même responsable" from verbs and adjectives they look like."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    if token.pos_ not in {"ADJ", "VERB"} or token.i == sentence_start(token):
        return False
    # An article, and at most one adjective, before it; nothing that it describes behind it.
    article = token.nbor(-1)
    if article.pos_ == "ADJ" and article.i > sentence_start(token):
        article = article.nbor(-1)
    following = token.nbor(1) if token.i + 1 < sentence_end(token) else None
    return article.pos_ == "DET" and (following is None or following.pos_ not in {"NOUN", "PROPN"})


def one_of_several(token: Token) -> bool:
    """Tell "l'un des responsables", "certains de ses collègues"."""
    following = token.nbor(1) if token.i + 1 < sentence_end(token) else None
    return (
        token.pos_ in {"PRON", "NUM"}
        and not token.text.startswith("-")
        and following is not None
        and following.lower_ in {"des", "de", "d'", "d’"}
    )


def goes_on(token: Token) -> bool:
    """Tell whether the phrase of a governed noun continues with the next token."""
    if token.i + 1 >= sentence_end(token):
        return False
    following = token.nbor(1)
    if following.ent_type_ == "PER" and following.ent_iob_ == "B":
        # "a déclaré devant la presse Claire Rey": the name is the subject's.
        return False
    if token.text.isupper() and len(token) > 1 and following.is_title:
        # "confie à l'AFP Claire Rey", also where the two are taken for one name.
        return False
    return following.pos_ in {"PROPN", "ADJ"} or (
        following.pos_ == "NOUN" and following.dep_ in {"appos", "flat", "flat:name"}
    )
