"""How far a content goes: to the sentence's end, less what belongs to the words of saying."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.fronted import main_clause, subordinate_end
from recoupe.extraction.attribution.beside.taken_over import taken_over
from recoupe.extraction.attribution.edges.about_speaker import told_of_speaker
from recoupe.extraction.attribution.edges.circumstances import circumstance_length
from recoupe.extraction.attribution.edges.own_voice import next_clause, own_voice
from recoupe.extraction.attribution.governed.openers import is_joined_to_outer, opener_behind
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Paragraph, Token

# How far before its verb a relative pronoun may stand ("dont le syndicat assure").
_RELATIVE_REACH = 12
# How far behind the comma of "que, lorsque P, Q" the verb of Q may stand.
_MAIN_REACH = 12
# How far behind "comme" its verb of saying may stand: ", comme l'avait déjà dit X".
_COMPARISON_REACH = 7
# The longest phrase that opens "selon X", in tokens.
_PHRASE_WORDS = 8
# May stand between "et" and its verb: "et a également affirmé".
_LIGHT = {"ADV", "PRON", "AUX", "PART"}


def to_the_end(root: Token, verb: Token, start: int, saying: Saying) -> list[Token]:
    """Return the content from ``start``: to the sentence's end, less what belongs to the cue.

    A second verb coordinated with the cue ends the content, as does a clause
    that hangs on the cue behind a comma, and the end of the relative clause
    that the cue itself stands in.
    """
    doc, end = verb.doc, grammar.sentence_end(verb)
    held = _main_clause_from(start, end, doc, saying)
    for child in verb.children:
        left = child.left_edge.i
        if left <= start or child is root or root.is_ancestor(child):
            continue
        behind_comma = doc[left - 1].text in {",", ";", "–", "—"}
        conjoined = child.dep_ == "conj" and grammar.is_verb(child) and grammar.is_finite(child)
        joint = left + (doc[left].text == ",")
        said_on = joint + 1 < len(doc) and doc[joint].pos_ == "CCONJ"
        if said_on and doc[joint + 1].lower_ in {"qu", *grammar.QUE}:
            # "et que Q" is said as well.
            continue
        if conjoined and grammar.mood_and_tense(child)[0] == "Cnd":
            # "a assuré que P et serait relancée": the conditional goes on with P.
            continue
        # "appelle X à boire, se reposer": an infinitive with nothing before it goes on with P.
        listed = grammar.has(child, "VerbForm", "Inf") and doc[left].pos_ != "ADP"
        aside = child.dep_ in {"parataxis", "advcl"} and behind_comma and not listed
        if (conjoined or aside) and left > max(root.i, held):
            end = min(end, left)
    fronted = main_clause(verb, saying)
    if fronted is not None and fronted[0] > start:
        end = min(end, fronted[0])
    closed = subordinate_end(verb, start, saying)
    if closed is not None and closed > start:
        end = min(end, closed)
    main = grammar.sentence_root(verb)
    if main.i > start and main is not verb and not grammar.is_finite(verb):
        # "Après avoir nié P, X a reconnu Q": the fronted clause ends at its comma.
        end = next((i for i in range(start + 1, main.i) if doc[i].text == ","), end)
    end = told_of_speaker(root, verb, start, end, saying)
    end = min(end, next_cue(verb, start, end, saying))
    end = min(end, own_voice(verb, start, end, saying))
    end = min(end, taken_over(verb, start, end, saying))
    end = min(end, next_clause(start, end, doc, saying))
    end = min(end, _outer_clause(verb, start, end, saying))
    end = min(end, _comparison(start, end, doc, saying))
    if _in_relative(verb, saying):
        end = min(end, _relative_end(verb, start, end))
        end = min(end, _phrase_end(verb, start, end, saying))
    if end < held:
        end = grammar.sentence_end(verb)
    return grammar.stripped([doc[i] for i in range(start, end)])


def _outer_clause(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where "et que Q" goes on with what X says: "X dit que Y promet P et que Q"."""
    doc = verb.doc
    if doc[start - 1].lower_ in grammar.QUE:
        return end
    return next(
        (
            i
            for i in range(start + 1, end - 1)
            if doc[i + 1].lower_ in grammar.QUE and is_joined_to_outer(doc[i + 1], verb, saying)
        ),
        end,
    )


def _comparison(start: int, end: int, doc: Paragraph, saying: Saying) -> int:
    """Return where ", comme l'a écrit Y" begins, or ``end``."""
    held = _main_clause_from(start, end, doc, saying)
    for i in range(max(start + 1, held), end - 2):
        if doc[i].text == "," and saying.is_one(doc[i + 1], "as"):
            near = doc[i + 2 : min(i + _COMPARISON_REACH, end)]
            if any(saying.is_quoting(t) and grammar.has(t.head, "VerbForm", "Fin") for t in near):
                return i
    return end


def _phrase_end(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where "selon X, qui dit avoir vu la lettre, P" goes on with P, or ``end``."""
    doc, first = verb.doc, grammar.sentence_start(verb)
    ahead = list(doc[first : first + _PHRASE_WORDS])
    if not saying.may_open_phrase(doc[first]) or not saying.phrase_length(ahead, saying.according):
        return end
    for i in range(start + 1, end - 1):
        if doc[i].text == ",":
            rest = doc[i + 1 : end]
            return i if any(grammar.has(t, "VerbForm", "Fin") for t in rest) else end
    return end


def _main_clause_from(start: int, end: int, doc: Paragraph, saying: Saying) -> int:
    """Return where the main clause goes on of what opens with another: "que, lorsque P, Q".

    It is said with the clause before it; 0 where what is said opens with its main clause.
    """
    first = next((i for i in range(start, min(start + 2, end)) if not doc[i].is_punct), end)
    if first >= end - 1 or doc[start - 1].lower_ not in grammar.QUE:
        return 0
    if (past := _past_relative(first, end, doc, saying)) is not None:
        return past
    if not saying.is_one(doc[first], "subordinating"):
        return 0
    finite = False
    for i in range(first, end - 1):
        if doc[i].text == "," and finite:
            following = doc[i + 1 : min(i + _MAIN_REACH, end)]
            return i + 2 if any(grammar.has(t, "VerbForm", "Fin") for t in following) else 0
        finite = finite or grammar.has(doc[i], "VerbForm", "Fin")
    return 0


def _past_relative(first: int, end: int, doc: Paragraph, saying: Saying) -> int | None:
    """Return where "que l'employé, qu'il n'a pas nommé, a été licencié" goes on with its verb."""
    opened = next((i for i in range(first, end) if doc[i].text == ","), end)
    if opened + 2 >= end or any(grammar.has(t, "VerbForm", "Fin") for t in doc[first:opened]):
        return None
    relative = opened + 1 + (doc[opened + 1].pos_ == "ADP")
    token = doc[relative]
    if not (
        token.lower_ in grammar.QUE
        or saying.is_one(token, "opens_relative")
        or saying.is_one(token, "as")
    ):
        return None
    finite = False
    for i in range(relative + 1, end - 1):
        finite = finite or grammar.has(doc[i], "VerbForm", "Fin")
        if doc[i].text != "," or not finite:
            continue
        near = doc[i + 1 : min(i + 5, end)]
        following = next((t for t in near if t.pos_ not in _LIGHT - {"AUX"}), None)
        own = (
            any(t.dep_.startswith("nsubj") and t.i < following.i for t in near)
            if following
            else True
        )
        return (
            i + 2 if following and not own and grammar.has(following, "VerbForm", "Fin") else None
        )
    return None


def next_cue(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where a second verb of saying takes over: "dénonce A et affirme que B"."""
    doc = verb.doc
    for i in range(start + 1, end - 1):
        if not saying.is_one(doc[i], "joining"):
            continue
        near = doc[i + 1 : min(i + 5, end)]
        following = next((t for t in near if t.pos_ not in _LIGHT or saying.cue(t)), None)
        if following is None:
            continue
        if (
            saying.is_one(doc[i], "but")
            and doc[i - 1].text == ","
            and _other_says(i, end, doc, saying)
        ):
            return i - 1
        if saying.cue(following) is None:
            continue
        if _shares_auxiliary(following, verb, start) or _is_listed(following, start):
            continue
        finite = grammar.is_finite(following) or (
            following.lower_ in saying.forms and following.nbor(-1).pos_ != "AUX"
        )
        if finite and not _has_subject_before(following, i):
            return i
    return end


def _shares_auxiliary(participle: Token, verb: Token, start: int) -> bool:
    """Tell "nie avoir exigé P ou menacé de Q": both participles share one "avoir"."""
    return (
        grammar.has(participle, "VerbForm", "Part")
        and not grammar.auxiliaries(participle)
        and start > verb.i
        and verb.doc[start].pos_ == "AUX"
        and grammar.has(verb.doc[start], "VerbForm", "Inf")
    )


def _is_listed(participle: Token, start: int) -> bool:
    """Tell "étaient coupés à Riga, puis déclarés comme": what else was done."""
    if not is_further_participle(participle):
        return False
    before = participle.doc[start : participle.i]
    return any(t.dep_.startswith("aux") and t.lemma_ == "être" for t in before)


def is_further_participle(verb: Token) -> bool:
    """Tell a participle in the plural or the feminine without an auxiliary of its own.

    It goes on with a passive ("pesés et déclarés vides"), and says nothing of a speaker.
    """
    return (
        grammar.has(verb, "VerbForm", "Part")
        and not grammar.is_present_participle(verb)
        and not grammar.auxiliaries(verb)
        and verb.lower_.endswith(("és", "ée", "ées", "ies", "ie", "ites", "ite", "its"))
    )


def _other_says(place: int, end: int, doc: Paragraph, saying: Saying) -> bool:
    """Tell whether the clause behind a conjunction has a verb of saying with "que" of its own."""
    if doc[place + 1].lower_ in grammar.QUE:
        return False
    verb = next((t for t in doc[place + 1 : min(place + 12, end)] if t.pos_ == "VERB"), None)
    if verb is None or saying.cue(verb) is None:
        return False
    return any(t.lower_ in grammar.QUE for t in doc[verb.i + 1 : min(verb.i + 6, end)])


def _has_subject_before(verb: Token, place: int) -> bool:
    """Tell whether a verb's own subject stands between a place and the verb."""
    return any(t.dep_.startswith("nsubj") and place < t.i < verb.i for t in verb.children)


def _in_relative(verb: Token, saying: Saying) -> bool:
    """Tell whether a cue stands in a relative clause: "X, qui a affirmé que P, ..."."""
    first = grammar.verb_group(verb)[0].i
    start = max(grammar.sentence_start(verb), first - _RELATIVE_REACH)
    dependent = False
    for i in range(first - 1, start - 1, -1):
        token = verb.doc[i]
        if saying.is_one(token, "opens_relative") or grammar.has(token, "PronType", "Rel"):
            return True
        if token.pos_ == "AUX" and token.dep_.startswith("aux"):
            # It counts with its verb, which stands behind it.
            continue
        if grammar.is_verb(token) and grammar.is_finite(token):
            # "qui se tait parce qu'il craint P": the cue's clause hangs on the relative one.
            if not dependent:
                return False
            dependent = False
        elif token.lower_ in grammar.QUE or saying.is_one(token, "subordinating"):
            if i - 2 >= start and verb.doc[i - 1].text == "," and token.lower_ in grammar.QUE:
                # "Le gérant, que la justice soupçonne de P, affirme Q"
                return verb.doc[i - 2].pos_ in {"NOUN", "PROPN"}
            dependent = True
    return False


def _relative_end(verb: Token, start: int, end: int) -> int:
    """Return where the relative clause closes: at a comma with the main verb behind it."""
    doc = verb.doc
    for i in range(start + 1, end - 1):
        if doc[i].text != ",":
            continue
        near = doc[i + 1 : min(i + 5, end)]
        place = next((n for n, t in enumerate(near) if t.pos_ not in _LIGHT), len(near))
        following = near[place] if place < len(near) else None
        if (
            following is not None
            # ", ils auraient": what is said goes on, with a subject of its own.
            and not any(t.dep_.startswith("nsubj") for t in near[:place])
            and following.pos_ in {"VERB", "AUX"}
            and (grammar.is_finite(following) or following.pos_ == "AUX")
        ):
            return i
    return end


def behind_other_speaker(tokens: list[Token], saying: Saying) -> list[Token]:
    """Return what follows ", mais" where somebody else says what stands before it.

    "La mairie avait dit que P, mais Q, a déclaré X": Q alone is X's.

    Args:
        tokens: What stands before the words of saying, from its first word on.
        saying: The words of saying of the language.
    """
    joint = next(
        (
            i
            for i in range(len(tokens) - 2, 1, -1)
            if saying.is_one(tokens[i], "but") and tokens[i - 1].text == ","
        ),
        None,
    )
    if joint is None or not any(grammar.main_verbs(tokens[joint + 1 :])):
        return tokens
    for verb in saying.candidates(tokens[:joint]):
        if saying.cue(verb) is None or not grammar.is_finite(verb):
            continue
        opener = opener_behind(verb, saying, told=saying.lemma(verb) in saying.telling)
        if opener is not None and opener.i < tokens[joint].i:
            return tokens[joint + 1 :]
    return tokens


def behind_in_sentence(token: Token) -> list[Token]:
    """Return the tokens behind a token in its sentence."""
    return list(token.doc[token.i + 1 : grammar.sentence_end(token)])


def past_adverbs(start: int, verb: Token, saying: Saying) -> int:
    """Return where a content begins, past what belongs to its verb of saying: when, where, how."""
    doc, end = verb.doc, grammar.sentence_end(verb)
    while start + 1 < end:
        if saying.is_one(doc[start], "beside_verb"):
            start += 1
            continue
        behind = doc[start:end]
        length = saying.aside_length(behind) or circumstance_length(behind, saying)
        if not length:
            break
        start += length
    return start
