"""Where the clause that a verb of saying governs opens: "que", "si", "pourquoi".

Days, places, whoever is told and asides in commas may stand between the verb and
its conjunction: "a admis dimanche devant la caméra de « Grand Angle » que".
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

# How far behind its verb "que" may stand ("a déclaré mardi soir à la presse que").
_REACH = 14
# "qu" where a blank parts it from its apostrophe.
QUE = grammar.QUE | {"qu"}
# Before "que" they open a further clause of what is said; "ainsi que", "bien que" do not.
GOING_ON = frozenset(("et", "mais"))
# How far before an infinitive the "ne" of its modal may stand.
_NE_REACH = 5
_CLOSING = {"»", "”", '"'}
# How far before a verb in quotation marks they may open: "« n'exclut toujours pas » que".
_MARKED = 5
# The longest title in quotation marks, in tokens.
_LONGEST_TITLE = 6


def opener_behind(verb: Token, saying: Saying, *, told: bool) -> Token | None:
    """Return the conjunction that opens the clause behind a verb of saying, or None.

    Args:
        verb: The verb, or the last word of a phrase of saying.
        saying: The words of saying of the language.
        told: Whether the verb names whom it tells before it says what.
    """
    words = verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, grammar.sentence_end(verb))]
    comparing = False
    past = 0
    for token in words:
        past = max(past, _past_delay(token, verb))
        if token.i < past:
            continue
        lower = token.lower_
        if _is_set_in(token, verb):
            continue
        if token.text == ",":
            # "a rapporté lundi, citant un rapport, que": past what is set in.
            opener = _past_aside(token, verb)
            return None if opener is None or _is_of_nearer(opener, verb, saying) else opener
        if lower in QUE and (_is_headless(token, verb) or is_joined_to_outer(token, verb, saying)):
            return None
        if lower in QUE and (told or not (_is_relative(token) or _has_object(verb, token, saying))):
            return None if comparing or _only(verb, token, saying) else token
        if lower in grammar.SI and token.i == verb.i + 1 + _clitics(verb):
            # "souhaite s'exprimer": only before "il" is it "si".
            following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
            return token if lower == "si" or following.startswith("il") else None
        if lower == "si" and _asks_whom(verb, token, saying):
            return token
        if lower in saying.openers - QUE - grammar.SI and token.i == verb.i + 1:
            return token
        # "déclare ainsi que P": right behind the verb the adverb compares nothing.
        each_time = saying.is_one(token, "time") and saying.is_one(token.nbor(-1), "each")
        comparing = (saying.is_one(token, "comparing") or each_time) and not (
            saying.is_one(token, "adverbs_behind")
            and token.i == verb.i + 1
            and grammar.clitic_of(verb) is None
        )
        if token.text in grammar.OPENING_MARKS:
            past = _past_mark(token, verb)
            if past:
                continue
            return None
        stop = token.text in {";", "»", "”", ":"} or grammar.has(token, "VerbForm", "Inf")
        if stop or (token.pos_ == "VERB" and not _is_passed(token, saying)):
            return None
    return None


def _is_set_in(token: Token, verb: Token) -> bool:
    """Tell "précise tout de même que", and a mark: "« dément formellement » que"."""
    if token.lower_ == "même":
        # "admet quand même que"
        return token.nbor(-1).lower_ in {"de", "quand"}
    return token.text in _CLOSING and _stands_in_marks(verb)


def _stands_in_marks(verb: Token) -> bool:
    """Tell whether a verb of saying is itself quoted: its marks hold little before it."""
    for token in reversed(verb.doc[max(verb.first, verb.i - _MARKED) : verb.i]):
        if token.text in grammar.MARKS:
            return token.text in grammar.OPENING_MARKS
    return False


def is_joined_to_outer(que: Token, verb: Token, saying: Saying) -> bool:
    """Tell "X dit que P et que Q", where the verb of saying is P's: Q is X's, and not told in P.

    Args:
        que: A conjunction behind the verb.
        verb: The verb, or the last word of a phrase of saying.
        saying: The words of saying of the language.
    """
    joined = que.i - 1 > verb.i and que.nbor(-1).lower_ in GOING_ON
    if not joined:
        return False
    # Of its own clause Q may be the second half: "X dit que Y annonce que P et que Q".
    if any(t.lower_ in QUE for t in que.doc[verb.i + 1 : que.i]):
        return False
    first = grammar.verb_group(verb)[0].i
    before = que.doc[grammar.sentence_start(verb) : first]
    outer = next((t for t in reversed(before) if t.lower_ in QUE), None)
    if outer is None or grammar.has(outer, "PronType", "Rel"):
        return False
    if not any(t.dep_.startswith("nsubj") and outer.i < t.i < first for t in verb.children):
        # "X dit que P, craint A et que Q": the verb is X's, as the one before it.
        return False
    return any(
        t.i < outer.i
        and saying.cue(t) is not None
        and opener_behind(t, saying, told=saying.lemma(t) in saying.telling) is outer
        for t in saying.candidates(before)
    )


def _asks_whom(verb: Token, whether: Token, saying: Saying) -> bool:
    """Tell "a demandé mardi à la préfète si P": only whom and when stand between the two."""
    open_end = whether.i + 1 >= whether.past or whether.nbor(1).is_punct
    if not saying.is_one_lemma(verb, "asking") or open_end:
        return False
    between = verb.doc[verb.i + 1 : whether.i]
    return any(t.pos_ == "ADP" for t in between) and all(
        t.pos_ in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "ADV", "NUM", "PRON"} for t in between
    )


def _is_passed(verb: Token, saying: Saying) -> bool:
    """Tell a verb that may stand before "que": "déclare en recevant la coupe que P"."""
    gerund = saying.is_one(verb.nbor(-1), "gerund") and grammar.is_present_participle(verb)
    # "a nié toute faute en affirmant que P": the clause is the gerund's.
    cue = saying.cue(verb) if gerund else None
    # "sur France info": the rest of a name that the tagger took for a verb.
    named = verb.nbor(-1).pos_ == "PROPN" and grammar.is_governed(verb.nbor(-1))
    return (gerund and (cue is None or "clause" not in cue.takes)) or named or _describes(verb)


def _describes(participle: Token) -> bool:
    """Tell "dans une lettre datée du 3 mars que P": it tells of the noun before it."""
    return grammar.is_bare_participle(participle) and participle.nbor(-1).pos_ == "NOUN"


def _past_delay(token: Token, verb: Token) -> int:
    """Return the place behind "il y a quelques jours", 0 where none begins."""
    if token.lower_ != "il" or token.i + 1 >= token.past or token.nbor(1).lower_ != "y":
        return 0
    behind = token.doc[token.i + 3 : min(token.i + 7, grammar.sentence_end(verb))]
    return next((t.i + 1 for t in behind if t.pos_ == "NOUN"), 0)


def _past_mark(mark: Token, verb: Token) -> int:
    """Return where to look on behind an opening mark, 0 where nothing follows that could open.

    "Souhaite « que la digue tienne »": the mark may stand before the conjunction.
    """
    if mark.i + 1 < grammar.sentence_end(verb) and mark.nbor(1).lower_ in QUE:
        return mark.i + 1
    return _past_title(mark, verb)


def _past_title(mark: Token, verb: Token) -> int:
    """Return the place behind a title that a preposition governs, 0 where there is none.

    "Devant la caméra de « Grand Angle »": quoted words with a capital, soon closed.
    """
    end = grammar.sentence_end(verb)
    if mark.i + 2 >= end or not mark.doc[mark.i + 1].text[:1].isupper():
        return 0
    if mark.nbor(-1).pos_ not in {"ADP", "DET", "NOUN", "PROPN"}:
        return 0
    for token in mark.doc[mark.i + 2 : min(mark.i + 2 + _LONGEST_TITLE, end)]:
        if token.text in _CLOSING:
            return token.i + 1
    return 0


def _is_headless(que: Token, verb: Token) -> bool:
    """Tell "disent ce qu'ils veulent" from "s'attendent à ce que P"."""
    place = que.i - 1
    return (
        place > verb.i
        and que.doc[place].lower_ == "ce"
        and que.doc[place - 1].lower_ not in {"à", "de"}
    )


def _past_aside(comma: Token, verb: Token) -> Token | None:
    """Return "que" behind the comma that closes an aside opened by another one."""
    end = min(comma.i + _REACH, grammar.sentence_end(verb) - 1)
    for i in range(comma.i + 2, end):
        following = comma.doc[i + 1]
        if comma.doc[i].text == "," and following.lower_ in {"si", *QUE}:
            return following
        if comma.doc[i].text in {";", ":", "»"}:
            return None
    return None


def _is_of_nearer(que: Token, verb: Token, saying: Saying) -> bool:
    """Tell "X l'a nié, avant de convenir, à l'audience, que P": P is what X conceded.

    A finite verb in between ("X a établi, affirme Y, dans une note, que P") is set in itself.
    """
    return any(
        (not grammar.is_finite(nearer) or grammar.is_joined(nearer))
        and opener_behind(nearer, saying, told=saying.lemma(nearer) in saying.telling) is que
        for nearer in saying.candidates(verb.doc[verb.i + 1 : que.i])
        if (cue := saying.cue(nearer)) is not None and "clause" in cue.takes
    )


def _only(verb: Token, que: Token, saying: Saying) -> bool:
    """Tell "n'ont pu observer qu'une partie", which holds no clause, from "observer que P"."""
    before = verb.doc[max(grammar.sentence_start(verb), verb.i - _NE_REACH) : verb.i]
    ne = next((t for t in reversed(list(before)) if t.lower_ in {"ne", "n'", "n’"}), None)
    if ne is None:
        return False
    if not grammar.has(verb, "VerbForm", "Inf") and any(
        grammar.has(t, "VerbForm", "Fin") for t in que.doc[que.i + 1 : grammar.sentence_end(verb)]
    ):
        # "ne retient que les chiffres" holds no clause either.
        return False
    between = verb.doc[ne.i + 1 : que.i]
    if any(saying.is_one_lemma_of(t, "carrying_negated") for t in between):
        # "ne cesse de répéter que P"
        return False
    return not any(
        t.is_punct
        or (t.pos_ in {"ADV", "PRON", "DET"} and grammar.has(t, "Polarity", "Neg"))
        or t.lower_ in {"pas", "plus", "jamais", "rien", "guère"}
        for t in between
    )


def _clitics(verb: Token) -> int:
    """Return how many tokens between a verb and "si" only negate it ("ne sait pas si")."""
    following = verb.doc[verb.i + 1 : min(verb.i + 3, grammar.sentence_end(verb))]
    return sum(1 for t in following if t.lower_ in {"pas", "plus", "encore"})


def _is_relative(token: Token) -> bool:
    """Tell "la loi que" (relative) from "déclaré que": the noun before it is its antecedent."""
    if token.i == grammar.sentence_start(token) or not grammar.has(token, "PronType", "Rel"):
        return False
    noun, clause = token.nbor(-1), token.head
    while clause.dep_ in {"xcomp", "aux", "cop"}:
        clause = clause.head
    if noun.pos_ not in {"NOUN", "PROPN"} or clause.dep_ != "acl:relcl":
        return False
    # "quelques-unes des activités que": an object with its complement may be the antecedent;
    # "a dit aux journalistes que", "dans un communiqué du port que": no object, so none.
    while _is_complement(noun):
        if grammar.is_verb(noun.head):
            return True
        noun = noun.head
    return not grammar.is_governed(noun)


def _has_object(verb: Token, que: Token, saying: Saying) -> bool:
    """Tell "exige des garanties que le préfet refuse": the verb's object stands before "que"."""
    noun = que.nbor(-1)
    return (
        noun.pos_ == "NOUN"
        and noun.dep_ == "obj"
        and noun.head is verb
        and noun.i > verb.i
        and not grammar.is_governed(noun)
        and noun.lemma_.lower() not in saying.never_sources
    )


def _is_complement(noun: Token) -> bool:
    """Tell whether "de" and nothing else governs a noun."""
    cases = [t for t in noun.children if t.dep_ == "case"]
    return bool(cases) and all(t.lemma_ == "de" for t in cases) and noun.head.i < noun.i
