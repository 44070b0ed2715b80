"""Questions put to a parse about verbs: their auxiliaries, forms and voice.

Labels are those of Universal Dependencies, so little here is of one language.
"""

from collections.abc import Sequence

from recoupe.extraction.grammar.function_words import DE, QUE
from recoupe.extraction.grammar.marks import MARKS
from recoupe.extraction.tokens import Token

# Where a parsed paragraph keeps where the groups of its verbs begin, and its verbs' auxiliaries:
# many ask.
_GROUPS = "recoupe_verb_groups"
_AUXILIARIES = "recoupe_auxiliaries"
# The longest phrase, in tokens, between an auxiliary and its participle.
_PARTING = 6
# How far before its verb an auxiliary may stand, and how far with an aside between them.
_NEAR_AUXILIARY = 5
_FAR_AUXILIARY = 14
# Tokens among which "de" and its infinitive stand: ", de ne plus les joindre".
_OPENING = 7


def sentence_start(token: Token) -> int:
    """Return the position of the first token of a token's sentence."""
    return token.first


def sentence_root(token: Token) -> Token:
    """Return the word on which all others of a token's sentence hang."""
    while token.head is not token:
        token = token.head
    return token


def sentence_end(token: Token) -> int:
    """Return the position just past the last token of a token's sentence."""
    return token.past


def feature(token: Token, name: str) -> str:
    """Return the value of a morphological feature, "" where the token has none."""
    values = token.morph.get(name, [])
    return str(values[0]) if values else ""


def has(token: Token, name: str, value: str) -> bool:
    """Tell whether a morphological feature of a token has a value."""
    return value in token.morph.get(name, ())


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb, finite or not."""
    return token.pos_ in {"VERB", "AUX"}


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, in order; a copula's hang on its predicate."""
    known: dict[int, list[Token]] = verb.doc.user_data.setdefault(_AUXILIARIES, {})
    if verb.i not in known:
        known[verb.i] = _auxiliaries(verb)
    return known[verb.i]


def _auxiliaries(verb: Token) -> list[Token]:
    bearer = verb.head if verb.dep_ == "cop" else verb
    found = [t for t in bearer.children if _is_auxiliary(t)]
    if not found and not verb.dep_.startswith("aux"):
        parted = parted_auxiliary(verb)
        return [parted] if parted is not None else found
    return found


def parted_auxiliary(participle: Token) -> Token | None:
    """Return the auxiliary that a phrase parts from its participle: "a de son côté dénoncé".

    Parsers take "a" for a verb of its own and the participle for what describes the noun before
    it; there is nothing that could be had, and the participle does not agree with that noun.
    """
    if not _may_be_participle(participle):
        return None
    if has(participle, "Number", "Plur") or has(participle, "Gender", "Fem"):
        return None
    place, start = participle.i - 1, sentence_start(participle)
    while place > start and participle.i - place <= _PARTING:
        token = participle.doc[place]
        if (token.lemma_ == "avoir" and has(token, "VerbForm", "Fin")) or token.text == "a":
            # Without an accent of its own, "a" is taken for "à" now and then.
            parting = participle.doc[place + 1]
            return token if parting.pos_ == "ADP" and token.nbor(-1).lower_ != "y" else None
        if token.pos_ not in {"ADP", "DET", "NOUN", "PRON", "ADV"}:
            return None
        place -= 1
    return None


def _may_be_participle(verb: Token) -> bool:
    """Tell past participles, also those that look like a present tense: "écrit", "dit"."""
    if has(verb, "VerbForm", "Part"):
        return not has(verb, "Tense", "Pres")
    return verb.pos_ == "VERB" and verb.lower_.endswith(("it", "é"))


def _is_auxiliary(token: Token) -> bool:
    """Tell an auxiliary from the preposition that the parse takes for one: "a par ailleurs dit"."""
    return token.dep_.startswith("aux") and token.pos_ != "ADP"


def is_carrier(token: Token) -> bool:
    """Tell whether a token carries an infinitive: "a fait savoir", "laisse entendre".

    Tagger and lemmatiser take "fait" for a noun often enough; its form decides.
    """
    return token.lemma_ in {"faire", "laisser"} or token.lower_ in {"fait", "font", "fit", "laisse"}


def verb_group(verb: Token) -> list[Token]:
    """Return the tokens from a verb's first auxiliary to the verb."""
    known: dict[int, int] = verb.doc.user_data.setdefault(_GROUPS, {})
    if verb.i not in known:
        known[verb.i] = _group_start(verb)
    return list(verb.doc[known[verb.i] : verb.i + 1])


def _group_start(verb: Token) -> int:
    start = sentence_start(verb)
    places = [a.i for a in auxiliaries(verb) if a.i < verb.i and _joined(a, verb)]
    if verb.i > start and is_carrier(verb.nbor(-1)):
        carrier = verb.nbor(-1)
        places += [carrier.i, *(a.i for a in auxiliaries(carrier) if a.i < verb.i)]
    inverted = _inverted_auxiliary(verb) if not places else None
    if inverted is not None:
        places.append(inverted)
    first = min(places, default=verb.i)
    if first > start and verb.doc[first - 1].pos_ == "AUX":
        places.append(first - 1)
    first = min(places, default=verb.i)
    # "« ... va nous aider » a déclaré X": a mark parts what stands before it.
    return next((i + 1 for i in range(verb.i - 1, first, -1) if verb.doc[i].text in MARKS), first)


def _inverted_auxiliary(verb: Token) -> int | None:
    """Return where "avait-il ainsi" begins before a participle that the parse tears from it."""
    if not _may_be_participle(verb):
        return None
    place = verb.i - 1
    while place > verb.first and verb.doc[place].pos_ == "ADV":
        place -= 1
    clitic, auxiliary = verb.doc[place], verb.doc[place - 1] if place > verb.first else None
    if auxiliary is None or clitic.pos_ != "PRON" or not clitic.text.startswith(("-", "t-")):
        return None
    return auxiliary.i if auxiliary.lemma_ in {"avoir", "être"} else None


def _joined(auxiliary: Token, verb: Token) -> bool:
    """Tell whether an auxiliary is its verb's: near it, or parted from it by an aside in commas.

    "N'ont, pour l'heure, retrouvé aucune trace".
    """
    distance = verb.i - auxiliary.i
    if distance <= _NEAR_AUXILIARY:
        # "les travaux sont en cours, a indiqué la mairie": one comma parts two clauses.
        commas = sum(t.text == "," for t in verb.doc[auxiliary.i + 1 : verb.i])
        return commas % 2 == 0
    if distance > _FAR_AUXILIARY or auxiliary.nbor(1).text != ",":
        return False
    return verb.nbor(-1).text == "," and not any(
        has(t, "VerbForm", "Fin") for t in verb.doc[auxiliary.i + 1 : verb.i]
    )


def is_finite(verb: Token) -> bool:
    """Tell whether a verb, or one of its auxiliaries ("a fait sourire"), is conjugated."""
    return has(verb, "VerbForm", "Fin") or any(is_finite(t) for t in auxiliaries(verb))


def mood_and_tense(verb: Token) -> tuple[str, str]:
    """Return mood and tense of the conjugated part of a verb, "" where there is none."""
    for token in (*auxiliaries(verb), verb):
        if has(token, "VerbForm", "Fin"):
            return feature(token, "Mood"), feature(token, "Tense")
    return ("", "")


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return any(
        t.dep_ == "aux:pass" and t.lemma_ != "avoir" and t.pos_ != "ADP" for t in verb.children
    )


def is_bare_participle(verb: Token) -> bool:
    """Tell "des aides annoncées par X": a past participle that describes a noun."""
    return (
        has(verb, "VerbForm", "Part")
        and verb.dep_ in {"acl", "amod"}
        and not has(verb, "Tense", "Pres")
        and not verb.lower_.endswith("ant")
        and len(verb_group(verb)) == 1
        and verb.i > sentence_start(verb)
        and verb.nbor(-1).pos_ in {"NOUN", "PROPN", "ADJ", "PUNCT"}
        and not any(t.dep_.startswith(("nsubj", "aux")) for t in verb.children)
        and (verb.i + 1 >= sentence_end(verb) or verb.nbor(1).lower_ not in QUE)
    )


def is_fronted_participle(verb: Token) -> bool:
    """Tell "Invité à s'expliquer, X", ", soupçonné de P,": a past participle of whom it is said."""
    first = verb.i == verb.first or verb.nbor(-1).text == ","
    return (
        first
        and verb.dep_ in {"advcl", "acl", "amod"}
        and has(verb, "VerbForm", "Part")
        and not is_present_participle(verb)
        and not auxiliaries(verb)
    )


def is_present_participle(verb: Token) -> bool:
    """Tell "ajoutant que", "en précisant que": said by whoever speaks in the sentence."""
    return (
        has(verb, "VerbForm", "Part")
        and not auxiliaries(verb)
        and (has(verb, "Tense", "Pres") or verb.lower_.endswith("ant"))
    )


def is_joined(verb: Token) -> bool:
    """Tell whether a conjunction stands just before a verb: "... et a ajouté"."""
    return _conjunction_before(verb) is not None


def verb_before(verb: Token) -> Token | None:
    """Return the conjugated verb with which a verb without a subject is coordinated."""
    joined = _conjunction_before(verb)
    if joined is None:
        return None
    for i in range(joined - 1, sentence_start(verb) - 1, -1):
        token = verb.doc[i]
        if is_verb(token) and not token.dep_.startswith("aux") and is_finite(token):
            return token
    return None


def _conjunction_before(verb: Token) -> int | None:
    place = verb_group(verb)[0].i - 1
    while place > sentence_start(verb) and verb.doc[place].pos_ in {"ADV", "PRON", "PART"}:
        place -= 1
    return place if place >= sentence_start(verb) and verb.doc[place].pos_ == "CCONJ" else None


def opens_infinitive(tokens: Sequence[Token]) -> bool:
    """Tell whether words begin with "de" and an infinitive: ", de ne plus les joindre"."""
    words = [t for t in tokens[:_OPENING] if not t.is_punct and not t.is_space]
    if not words or words[0].lower_ not in DE:
        return False
    verb = next((t for t in words[1:] if t.pos_ not in {"PRON", "ADV", "PART"}), None)
    return verb is not None and has(verb, "VerbForm", "Inf")


def agent(verb: Token) -> Token | None:
    """Return who acts in a passive ("par le tribunal"), or None."""
    for child in verb.children:
        if child.dep_ == "obl:agent" or (
            child.dep_.startswith("obl") and any(t.lower_ == "par" for t in child.lefts)
        ):
            return child
    return None


def clitic_of(verb: Token) -> Token | None:
    """Return the pronoun tied to a verb by a hyphen: "a-t-il ajouté", "dit-elle"."""
    start = verb_group(verb)[0].i
    window = verb.doc[start : min(verb.i + 2, sentence_end(verb))]
    return next((t for t in window if t.text.startswith(("-", "t-")) and t.pos_ == "PRON"), None)
