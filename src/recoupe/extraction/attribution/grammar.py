"""Questions put to a parse: whose verb is this, how far does that phrase go.

Labels are those of Universal Dependencies, so little here is of one language.
Parsers err; where a question has a simple answer from the order of words, that
answer is the fallback.
"""

from collections.abc import Iterable

from spacy.tokens import Token

_BOUNDS = "recoupe_sentence_bounds"
#: The conjunction, however it is elided.
QUE = frozenset(("que", "qu'", "qu’"))
_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:caus", "csubj"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
# What hangs on a noun and does not help to name it.
_ASIDE = {
    "acl:relcl", "advcl", "parataxis", "cop", "punct", "case", "ccomp", "advmod", "dislocated",
    "mark", "discourse", "vocative", "nsubj", "aux", "aux:tense", "obl:mod", "obl", "csubj",
}  # fmt: skip
_STOPS = {".", ",", ";", "…", "!", "?", "...", ":", "–", "—", "-"}


def _bounds(token: Token) -> tuple[int, int]:
    """Return the bounds of a token's sentence; spaCy walks the tokens for each such question."""
    doc = token.doc
    known = doc.user_data.get(_BOUNDS)
    if known is None:
        known = [(s.start, s.end) for s in doc.sents for _ in range(s.start, s.end)]
        doc.user_data[_BOUNDS] = known
    bounds: tuple[int, int] = known[token.i]
    return bounds


def sentence_start(token: Token) -> int:
    """Return the position of the first token of a token's sentence."""
    return _bounds(token)[0]


def sentence_end(token: Token) -> int:
    """Return the position just past the last token of a token's sentence."""
    return _bounds(token)[1]


def feature(token: Token, name: str) -> str:
    """Return the value of a morphological feature, "" where the token has none."""
    values = token.morph.get(name, [])
    return str(values[0]) if values else ""


def has(token: Token, name: str, value: str) -> bool:
    """Tell whether a morphological feature of a token has a value."""
    return value in token.morph.get(name, [])


def is_verb(token: Token) -> bool:
    """Tell whether a token is a verb, finite or not."""
    return token.pos_ in {"VERB", "AUX"}


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, in order; a copula's hang on its predicate."""
    bearer = verb.head if verb.dep_ == "cop" else verb
    return sorted((t for t in bearer.children if t.dep_.startswith("aux")), key=lambda t: t.i)


def verb_group(verb: Token) -> list[Token]:
    """Return the tokens from a verb's first auxiliary to the verb."""
    start = sentence_start(verb)
    places = [a.i for a in auxiliaries(verb) if verb.i - 5 <= a.i < verb.i]
    if verb.i > start and verb.nbor(-1).lemma_ in {"faire", "laisser"}:
        carrier = verb.nbor(-1)
        places += [carrier.i, *(a.i for a in auxiliaries(carrier) if a.i < verb.i)]
    if not places and verb.i > start and verb.nbor(-1).pos_ == "AUX":
        places.append(verb.i - 1)
    return [verb.doc[i] for i in range(min(places, default=verb.i), verb.i + 1)]


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
    return any(t.dep_ == "aux:pass" and t.lemma_ != "avoir" for t in verb.children)


def is_present_participle(verb: Token) -> bool:
    """Tell "ajoutant que", "en précisant que": said by whoever speaks in the sentence."""
    return (
        has(verb, "VerbForm", "Part")
        and not auxiliaries(verb)
        and (has(verb, "Tense", "Pres") or verb.lower_.endswith("ant"))
    )


def subject(verb: Token) -> Token | None:
    """Return the head of what a verb is said of, also where it is understood.

    Follows coordination ("a dit ... et a ajouté"), infinitives and participles
    ("..., ajoutant que"), and relative pronouns to their antecedent.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [t for t in verb.children if t.dep_ in _SUBJECTS]
        clitic = [t for t in own if t.text.startswith("-")]
        for token in clitic or own:
            if token.pos_ == "PRON" and has(token, "PronType", "Rel"):
                return _antecedent(verb) or _noun_before(token) or token
            return token
        if verb.dep_ in {"acl", "acl:relcl"}:
            return verb.head
        if verb.dep_ == "ROOT" or not is_verb(verb.head):
            return None
        verb = verb.head
    return None


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


def agent(verb: Token) -> Token | None:
    """Return who acts in a passive ("par le tribunal"), or None."""
    for child in verb.children:
        if child.dep_ == "obl:agent" or (
            child.dep_.startswith("obl") and any(t.lower_ == "par" for t in child.lefts)
        ):
            return child
    return None


def nominal_before(verb: Token, asides: frozenset[str] = frozenset()) -> Token | None:
    """Return the nearest noun or name before a verb that no preposition governs.

    Args:
        verb: The verb.
        asides: Lemmas of nouns to pass over ("le mois dernier").
    """
    for i in range(verb_group(verb)[0].i - 1, sentence_start(verb) - 1, -1):
        token = verb.doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and not is_governed(token):
            if token.lemma_.lower() in asides:
                continue
            return token
        if token.pos_ == "VERB" and is_finite(token):
            return None
    return None


def nominal_after(verb: Token, reach: int = 10) -> Token | None:
    """Return the subject just behind a verb (", a dit lundi à la presse le maire").

    Adverbs, days and phrases with a preposition are passed over.
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
            skipping = following.pos_ != "ADJ"
            continue
        if one_of_several(token):
            return token
        if stands_as_noun(token):
            if skipping:
                # The noun that the preposition governs, with its name.
                skipping = _goes_on(token)
                continue
            if token.pos_ == "NOUN" and _bare(token):
                continue
            return name_head(token)
        if token.lemma_ == "savoir" and token.i == verb.i + 1:
            # "croit savoir un diplomate"
            continue
        if is_verb(token) or token.text in {".", ";", ":", "«", "“", '"', "»"}:
            return None
        if token.pos_ in {"DET", "ADJ", "NUM", "ADV", "PRON", "X"} or token.text == ",":
            continue
        return None
    return None


def one_of_several(token: Token) -> bool:
    """Tell "l'un des responsables", "certains de ses collègues"."""
    following = token.nbor(1) if token.i + 1 < sentence_end(token) else None
    return (
        token.pos_ in {"PRON", "NUM"}
        and not token.text.startswith("-")
        and following is not None
        and following.lower_ in {"des", "de", "d'", "d’"}
    )


def _goes_on(token: Token) -> bool:
    """Tell whether the phrase of a governed noun continues with the next token."""
    if token.i + 1 >= sentence_end(token):
        return False
    following = token.nbor(1)
    if following.ent_type_ == "PER" and following.ent_iob_ == "B":
        # "a déclaré devant la presse Claire Rey": the name is the subject's.
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


def name_head(token: Token) -> Token:
    """Return the head of the name that a token is a part of."""
    while token.dep_ in {"flat", "flat:name", "flat:foreign"} and token.head.i < token.i:
        token = token.head
    return token


def is_governed(token: Token) -> bool:
    """Tell whether a preposition governs a noun."""
    return any(t.dep_ == "case" for t in token.children)


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
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in {"acl:relcl", "parataxis"} or (token is head and child.dep_ in _ASIDE):
                continue
            if child.dep_ in {"appos", "acl", "conj", "nmod"} and _comma_between(token, child):
                continue
            if any(t.dep_ == "case" and t.lower_ in not_naming for t in child.lefts):
                continue
            kept.add(child.i)
            stack.append(child)
    kept |= _name_around(head)
    run = _contiguous(head, kept)
    while (
        run
        and run[-1] is not head
        and (
            run[-1].is_punct or run[-1].pos_ in {"CCONJ", "ADP"} or run[-1].lemma_.lower() in asides
        )
    ):
        run.pop()
    while run and run[0] is not head and (run[0].is_punct or run[0].pos_ == "CCONJ"):
        run.pop(0)
    return run


def _name_around(head: Token) -> set[int]:
    """Return the tokens of the named entity that the head stands in."""
    if not head.ent_type_:
        return set()
    low = high = head.i
    while low > sentence_start(head) and head.doc[low].ent_iob_ == "I":
        low -= 1
    while high + 1 < sentence_end(head) and head.doc[high + 1].ent_iob_ == "I":
        high += 1
    return set(range(low, high + 1))


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


def stripped(tokens: list[Token]) -> list[Token]:
    """Return the tokens without stops, conjunctions and blanks at their edges."""
    tokens = list(tokens)
    while tokens and (tokens[-1].text in _STOPS or tokens[-1].is_space):
        tokens.pop()
    while tokens and (tokens[0].text in _STOPS or tokens[0].is_space or tokens[0].pos_ == "CCONJ"):
        tokens.pop(0)
    return tokens
