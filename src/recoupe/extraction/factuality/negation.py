"""Whether a verb is negated, and by which word.

"ne ... pas" stands around the conjugated verb, whatever the parse makes of the
clitics, so the words near the verb group are looked at besides its children.
"""

from recoupe.extraction import grammar
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_FAR = 15
_ONE = {"un", "une", "jamais"}
# Words between a verb and what negates it, with "ne" and, as people speak, without.
_NEAR = 8
_NEAR_ALONE = 4
# Behind these "ne" alone denies nothing ("avant qu'il ne parte", "si je ne m'abuse").
_EXPLETIVE = grammar.QUE | grammar.SI | {"qui", "dont", "où", "comme"}
_WITHIN_GROUP = {"AUX", "ADV", "PRON", "PART"}
_AUXILIARIES = {"avoir", "être"}
# In words, set in between an auxiliary and "pas".
_LONGEST_INSERTION = 10
# "remonte non pas à mars, mais à avril" tells when it was, and denies nothing.
_NOT = "non"
# "pas seulement", "pas moins de dix"
_ONLY = {"seulement", "uniquement", "moins"}


def negation_of(verb: Token, words: Words) -> Token | None:
    """Return the word that negates a verb, or None where nothing does.

    Args:
        verb: The verb, or the copula of a predicate.
        words: The pack's words of negation.

    Returns:
        The particle ("pas"), the negative subject or object ("aucun",
        "personne", "ni"), or the preposition "sans" before an infinitive.
        "ne ... que" restricts and "non seulement" adds: neither negates.
    """
    group = _group(verb)
    ne = _ne_before(group, words)
    for token in _near(verb, group, words):
        if ne is not None and token.i > verb.i and token.lower_ in words.determiners:
            return token
        if token.lower_ not in words.particles:
            continue
        if ne is None and (
            token.lower_ != "pas"
            or token.nbor(-1).lower_ == _NOT
            or _is_step(token)
            or token.i > verb.i + _NEAR_ALONE
            or _in_clause(token, verb)
        ):
            continue
        if not _adds_only(token) and not _is_only(token):
            return token
    if ne is not None:
        return (
            _behind_insertion(verb, words)
            or _negative_argument(verb, words)
            or (
                ne
                if (verb.lemma_ in words.ne_alone and not _restricts(verb))
                or _is_bare(ne, verb, words)
                else None
            )
        )
    if (neither := _neither_before(verb, words)) is not None:
        return neither
    if adds_one_more(verb, words):
        return None
    return next((t for t in verb.lefts if t.lower_ == "sans" and t.dep_ == "mark"), None)


def adds_one_more(infinitive: Token, words: Words) -> bool:
    """Tell whether an infinitive behind "sans" adds to what is told: "sans compter les blessés"."""
    lemma, doc = infinitive.lemma_, infinitive.doc
    if lemma in words.besides:
        return True
    following = doc[infinitive.i + 1 : min(infinitive.i + 2, grammar.sentence_end(infinitive))]
    return lemma in words.besides_of and any(t.lower_ in grammar.DE_DU for t in following)


def _behind_insertion(verb: Token, words: Words) -> Token | None:
    """Return "pas" of "n'a, de son côté, pas encore répondu", whose auxiliary the parse lost."""
    end = grammar.sentence_end(verb)
    if verb.lemma_ not in _AUXILIARIES or verb.i + 1 >= end or verb.nbor(1).text != ",":
        return None
    behind = verb.doc[verb.i + 2 : min(verb.i + 2 + _LONGEST_INSERTION, end)]
    place = next((i for i, t in enumerate(behind[:-1]) if t.text == ","), None)
    if place is None or behind[place + 1].lower_ not in words.particles:
        return None
    particle = behind[place + 1]
    return None if _adds_only(particle) or _is_only(particle) else particle


def _neither_before(verb: Token, words: Words) -> Token | None:
    """Return the last "ni" of "n'a ni confirmé ni démenti", "sans confirmer ni démentir"."""
    group = grammar.verb_group(verb)
    if len(group) > 1 and grammar.has(group[0], "VerbForm", "Inf"):
        # "n'a reconnu ni avoir livré ni": what is not recognised is open.
        return None
    place = group[0].i - 1
    while place > grammar.sentence_start(verb) and verb.doc[place].pos_ == "PRON":
        place -= 1
    before = verb.doc[place] if place >= grammar.sentence_start(verb) else None
    return before if before is not None and before.lower_ in words.neither else None


def _group(verb: Token) -> list[Token]:
    """Return the verb from its first auxiliary, also over "n'ont, pour l'heure, retrouvé"."""
    group = grammar.verb_group(verb)
    if not grammar.has(verb, "VerbForm", "Part"):
        return group
    far = [a.i for a in grammar.auxiliaries(verb) if verb.i - _FAR <= a.i < group[0].i]
    if not far:
        return group
    between = verb.doc[min(far) : verb.i]
    # "n'avait « jamais soutenu »": the mark opens within the group; elsewhere it parts clauses.
    if any(t.is_quote for t in between) and any(
        not t.is_quote and t.pos_ not in _WITHIN_GROUP for t in between[1:]
    ):
        return group
    return [*between, verb]


def _ne_before(group: list[Token], words: Words) -> Token | None:
    first = group[0]
    low = max(grammar.sentence_start(first), first.i - 4)
    for i in range(group[-1].i, low - 1, -1):
        token = first.doc[i]
        if token.lower_ in words.ne:
            return token
        if i < first.i and token.pos_ not in {"PRON", "ADV", "PART", "AUX"} and not token.is_quote:
            return None
    return None


def _near(verb: Token, group: list[Token], words: Words) -> list[Token]:
    """Return the words from just before the verb group to just behind the verb."""
    low = max(grammar.sentence_start(verb), group[0].i - 1)
    if grammar.has(group[0], "VerbForm", "Inf"):
        # "dit ne plus y participer", not "ne laissera pas se défaire"
        before = low
        while before > grammar.sentence_start(verb) and verb.doc[before].pos_ == "PRON":
            before -= 1
        if before < low and verb.doc[before - 1].lower_ in words.ne:
            low = before
    # "dit ne plus « pouvoir attendre »"
    while low > grammar.sentence_start(verb) and verb.doc[low].is_quote:
        low -= 1
    high = min(grammar.sentence_end(verb), verb.i + _NEAR)
    between = [verb.doc[i] for i in range(low, high)]
    # Behind the verb, another verb's negation begins with its own "ne"; a comma opposes
    # ("une victime, pas un trafiquant").
    for position, token in enumerate(between):
        if token.i > verb.i and (
            token.lower_ in words.ne
            or token.text in {",", ";", ":"}
            or (token.pos_ == "SCONJ" and token.i > verb.i + 1)
            or (grammar.is_verb(token) and token.head is not verb)
        ):
            return between[:position]
    return between


def _in_clause(particle: Token, verb: Token) -> bool:
    """Tell "assure que pas un seul n'est sorti", where "pas" stands in what is said."""
    return any(t.lower_ in grammar.QUE for t in verb.doc[verb.i + 1 : particle.i])


def _is_step(particle: Token) -> bool:
    """Tell "un premier pas"."""
    if particle.pos_ == "NOUN" or particle.i == grammar.sentence_start(particle):
        return True
    return particle.nbor(-1).pos_ in {"DET", "ADJ", "NUM"}


def _adds_only(particle: Token) -> bool:
    following = particle.nbor(1) if particle.i + 1 < grammar.sentence_end(particle) else None
    return following is not None and following.lower_ in _ONLY


def _is_only(particle: Token) -> bool:
    """Tell "ne ... plus que deux", which leaves some."""
    if particle.lower_ not in {"plus", "guère", "jamais"}:
        return False
    end = grammar.sentence_end(particle)
    behind = particle.doc[particle.i + 1 : min(particle.i + 7, end)]
    if not any(t.lower_ in grammar.QUE for t in behind[:1]):
        return False
    return not any(grammar.is_verb(t) and grammar.has(t, "VerbForm", "Fin") for t in behind)


def _negative_argument(verb: Token, words: Words) -> Token | None:
    """Return "aucun", "personne", "rien", "ni" in the verb's subject or object."""
    predicate = verb.head if verb.dep_ == "cop" else verb
    start = grammar.sentence_start(verb)
    arguments: list[Token] = [*verb.doc[start : start + 2], *predicate.children]
    head = grammar.subject(predicate)
    if head is not None:
        arguments.append(head)
    for argument in arguments:
        for token in (argument, *argument.children):
            if token.lower_ in words.determiners and abs(token.i - verb.i) < _FAR:
                return token
    # Before the verb, where the parse has the subject elsewhere.
    first = grammar.verb_group(verb)[0].i
    for i in range(first - 1, max(start, first - 8) - 1, -1):
        token = verb.doc[i]
        if token.pos_ == "SCONJ" or (token.text == "," and i < first - 1):
            break
        if token.lower_ in words.determiners or _is_fronted(token, start, words):
            return token
    # "ne possède, dit-il, ni villa ni compte"
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR, grammar.sentence_end(verb))]:
        if token.lower_ in grammar.QUE or token.lower_ in words.ne or token.text in {";", ":"}:
            break
        if token.lower_ in words.determiners:
            return token
    return None


def _is_fronted(token: Token, start: int, words: Words) -> bool:
    """Tell "jamais il n'a signé", "pas un euro n'a été versé" from "et non pas le maire n'a"."""
    if token.lower_ not in words.fronted:
        return False
    if token.lower_ in {"pas", "plus"}:
        following = token.nbor(1) if token.i + 1 < grammar.sentence_end(token) else None
        if following is None or following.lower_ not in _ONE:
            return False
    before = token.nbor(-1) if token.i > start else None
    return before is None or before.pos_ in {"PUNCT", "CCONJ", "SCONJ"}


def _is_bare(ne: Token, verb: Token, words: Words) -> bool:
    """Tell "ne" whose particle is lost or misspelt from "ne ... que" and "plus que ne le dit"."""
    start, end = grammar.sentence_start(verb), grammar.sentence_end(verb)
    clause = verb.doc[max(start, ne.i - _NEAR) : ne.i]
    if any(t.lower_ in _EXPLETIVE for t in clause) or (
        ne.i + 1 < end and ne.nbor(1).pos_ == "PROPN"
    ):
        return False
    # "n'importe qui"
    behind = verb.doc[ne.i + 1 : min(verb.i + 25, end)]
    if verb.lemma_ in words.ne_idle:
        return False
    return not any(t.lower_ in grammar.QUE or t.lower_ in words.particles for t in behind)


def _restricts(verb: Token) -> bool:
    behind = verb.doc[verb.i + 1 : min(verb.i + 6, grammar.sentence_end(verb))]
    return any(t.lower_ in grammar.QUE for t in behind)
