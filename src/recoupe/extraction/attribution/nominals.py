"""Questions put to a parse about nouns and names: how far a phrase goes, whose verb it is.

Parsers err; where a question has a simple answer from the order of words, that
answer is the fallback.
"""

from recoupe.extraction.attribution.verbs import (
    has,
    is_carrier,
    is_finite,
    is_passive,
    is_verb,
    parted_auxiliary,
    sentence_end,
    sentence_start,
    verb_group,
)
from recoupe.extraction.tokens import Token

_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:caus", "csubj"}
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
        for token in clitic or own:
            if token.pos_ == "PRON" and has(token, "PronType", "Rel"):
                found = _antecedent(verb) or _noun_before(token) or token
                return bearer(found)
            return token
        if verb.dep_ in {"acl", "acl:relcl"}:
            return bearer(verb.head)
        if verb.dep_ == "ROOT" or not is_verb(verb.head):
            return None
        verb = verb.head
    return None


def _is_personal(pronoun: Token, verb: Token) -> bool:
    """Tell "il reconnaît", which parsers take for impersonal, from "il a été dit"."""
    return (
        pronoun.dep_ == "expl:subj"
        and pronoun.nbor(1).lower_ != "y"
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


def _bare(noun: Token) -> bool:
    """Tell a noun without article ("lundi", "mardi soir") from one that names somebody."""
    return noun.i > sentence_start(noun) and noun.nbor(-1).pos_ not in {
        "DET",
        "ADJ",
        "NUM",
        "PROPN",
    }


def _is_passed(token: Token, verb: Token, *, skipping: bool) -> bool:
    """Tell verbs that may stand between a verb of saying and its subject."""
    if not is_verb(token):
        return False
    if token.lemma_ == "savoir" and token.i == verb.i + 1:
        # "croit savoir un diplomate"
        return True
    if token.is_title:
        # "sur France Inter": a name that the tagger took for a verb.
        return True
    # "dans un communiqué transmis à l'agence": it describes what was passed over.
    return not skipping and token.dep_ == "acl" and has(token, "VerbForm", "Part")


def _looks_named(token: Token) -> bool:
    """Tell a name that the tagger took for another word: with a capital amid the sentence."""
    return (
        token.pos_ in {"ADJ", "X", "VERB", "ADV", "INTJ"}
        and token.text[:1].isupper()
        and len(token) > 2
        and token.i > sentence_start(token)
    )


def nominal_before(verb: Token, asides: frozenset[str] = frozenset()) -> Token | None:
    """Return the nearest noun or name before a verb that no preposition governs.

    Args:
        verb: The verb.
        asides: Lemmas of nouns to pass over ("le mois dernier").
    """
    passed = verb.i
    for i in range(verb_group(verb)[0].i - 1, sentence_start(verb) - 1, -1):
        if i >= passed:
            # Within a relative clause, past which the search goes on.
            continue
        token = verb.doc[i]
        # "Ces derniers dénonçaient": an adjective may stand for a noun.
        nominal = token.pos_ in {"NOUN", "PROPN"} or (
            token.pos_ == "ADJ" and stands_as_noun(token) and token.nbor(-1).pos_ == "DET"
        )
        if nominal and not is_governed(token):
            if token.lemma_.lower() in asides:
                continue
            return token
        if token.pos_ == "VERB" and is_finite(token):
            if token.dep_ != "acl:relcl" or token.left_edge.i >= i:
                return None
            passed = token.left_edge.i
    return None


def nominal_after(
    verb: Token, reach: int = 10, asides: frozenset[str] = frozenset()
) -> Token | None:
    """Return the subject just behind a verb (", a dit lundi à la presse le maire").

    Adverbs, days and phrases with a preposition are passed over.

    Args:
        verb: The verb.
        reach: How many tokens behind it the subject may begin.
        asides: Lemmas of nouns to pass over ("lundi 4 mai", "ce mardi").
    """
    skipping = False
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + reach, sentence_end(verb))]:
        if token.text.startswith("-") and token.pos_ == "PRON":
            return token
        if has(token, "PronType", "Rel") or token.pos_ == "SCONJ" or token.lower_ in {"où", "si"}:
            return None
        if token.pos_ == "ADP" and not skipping:
            # "de hauts responsables": before an adjective "de" is an article.
            following = token.nbor(1) if token.i + 1 < sentence_end(token) else token
            skipping = following.pos_ != "ADJ" or token.lemma_ != "de"
            continue
        if one_of_several(token):
            return token
        if stands_as_noun(token):
            if skipping:
                # The noun that the preposition governs, with its name.
                skipping = goes_on(token) and token.lemma_.lower() not in asides
                continue
            if token.pos_ == "NOUN" and (_bare(token) or token.lemma_.lower() in asides):
                continue
            return name_head(token)
        if not skipping and _looks_named(token):
            return token
        if _is_passed(token, verb, skipping=skipping):
            continue
        if is_verb(token) or token.text in {".", ";", ":", "«", "“", '"', "»"}:
            return None
        if token.pos_ in {"DET", "ADJ", "NUM", "ADV", "PRON", "X"} or token.text == ",":
            continue
        return None
    return None
