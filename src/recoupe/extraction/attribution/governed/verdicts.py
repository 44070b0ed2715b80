"""Contents that pass a verdict on somebody or something.

"Juge peu probable une reprise", "qualifie P de « farce »", "se dit
prêt à partir".
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import behind_in_sentence, past_adverbs, to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.governed.blame import told_by_clitic
from recoupe.extraction.attribution.governed.judged_deeds import judged_deed
from recoupe.extraction.attribution.governed.things import direct_object
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.quoted.quoted_things import quoted_of
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# How far behind "s'estimait," what is set in may end.
_NEAR = 9
# May stand between "et" and its verb: "et ne compte pas", "mais se refuse".
_LIGHT = {"ADV", "PRON", "PART"}


def predicate_of(verb: Token, saying: Saying) -> list[Content]:
    """Return what somebody says of themselves: "se dit prêt à partir", "s'estime trahi".

    Args:
        verb: The verb, which stands with a reflexive pronoun.
        saying: The words of saying of the language.
    """
    start = past_adverbs(verb.i + 1, verb, saying)
    if start >= grammar.sentence_end(verb):
        return []
    first, value = verb.doc[start], None
    if first.text == ",":
        # "s'estimait, dans Le Matin, victime de": past what is set in.
        closing = next(
            (i for i in range(start + 1, grammar.sentence_end(verb)) if verb.doc[i].text == ","),
            None,
        )
        if closing is None or closing + 1 >= grammar.sentence_end(verb) or closing - start > _NEAR:
            return []
        start = closing + 1
        first = verb.doc[start]
    if first.lower_ in saying.classes["ready"]:
        start, value = start + 1, Factuality.UNDERSPECIFIED
        if start >= grammar.sentence_end(verb):
            # "Le maire se dit prêt" says not what for.
            return []
    elif not _describes(first):
        place = _past_place(first, verb)
        if place is None:
            return quoted_of(verb, verb, saying)
        start = place
    root = verb.doc[start]
    told = to_the_end(root, verb, start=start, saying=saying)
    return [(_before_next_deed(told, saying), root, value)]


def _before_next_deed(told: list[Token], saying: Saying) -> list[Token]:
    """End "confiant et entend faire appel" before what the speaker does next."""
    quoted = False
    for place, token in enumerate(told[:-1]):
        if token.text in grammar.MARKS:
            quoted = token.text in grammar.OPENING_MARKS and not (token.text == '"' and quoted)
        if quoted:
            continue
        if grammar.has(token, "VerbForm", "Fin") or token.lower_ in grammar.QUE:
            return told
        if place and saying.is_one(token, "joining"):
            behind = [t for t in told[place + 1 :] if t.pos_ not in _LIGHT][:2]
            if behind and (grammar.has(behind[0], "VerbForm", "Fin") or _is_noun_to_tagger(behind)):
                return grammar.stripped(told[:place])
    return told


def _is_noun_to_tagger(words: list[Token]) -> bool:
    """Tell "et compte faire appel": no noun stands without article before an infinitive."""
    return len(words) > 1 and words[0].pos_ == "NOUN" and grammar.has(words[1], "VerbForm", "Inf")


def _describes(token: Token) -> bool:
    """Tell what may say how somebody is: "confiant" is a participle to some parsers."""
    return (
        token.pos_ in {"ADJ", "NOUN"}
        or token.text in grammar.OPENING_MARKS
        or grammar.has(token, "VerbForm", "Part")
    )


def _past_place(first: Token, verb: Token) -> int | None:
    """Return the adjective behind where or when it was said: "s'est dit lundi à la radio prêt"."""
    if first.pos_ not in {"ADP", "ADV"}:
        return None
    if first.pos_ == "ADV" and first.i + 1 < first.past and first.nbor(1).pos_ == "ADJ":
        # "se disent moins tranquilles"
        return first.i
    for token in verb.doc[first.i + 1 : min(first.i + _NEAR, grammar.sentence_end(verb))]:
        if token.pos_ == "ADJ" and (token.head is verb or token.dep_ in {"xcomp", "obj"}):
            return token.i
        if grammar.is_verb(token) or token.is_punct:
            return None
    return None


def verdict_of(verb: Token, saying: Saying) -> tuple[list[Content], str]:
    """Return what a verb passes a verdict on, and the rule.

    "Juge « sans fondement » les accusations" denies them; "juge peu probable P" says
    how likely P is; "qualifie P de « farce »" is told whole.

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    start = past_adverbs(verb.i + 1, verb, saying)
    behind = [t for t in behind_in_sentence(verb) if t.i >= start and not t.is_space]
    denied = _denied(verb, behind, saying)
    if denied:
        return denied, "verdict"
    words = [t.lower_ for t in verb.doc[start : start + 3]]
    for phrase, value in saying.likelihood.items():
        length = len(phrase)
        if tuple(words[:length]) == phrase:
            tokens = to_the_end(verb, verb, start=start + length, saying=saying)
            if tokens and tokens[0].lower_ in grammar.QUE:
                tokens = tokens[1:]
            if tokens and tokens[0].lower_ not in grammar.DE:
                return [(tokens, grammar.root_of(tokens), value)], "verb-with-object"
            return [], ""
    deed = judged_deed(verb, behind, saying)
    if deed:
        return deed, "verb-with-object"
    called = _called(verb, behind, saying)
    if called:
        return called, "verb-with-object"
    if not _is_judged(verb, behind, saying):
        return [], ""
    root = direct_object(verb, saying) or behind[0]
    tokens = to_the_end(root, verb, start=start, saying=saying)
    return ([(tokens, root, None)], "verb-with-object") if len(tokens) > 1 else ([], "")


def _called(verb: Token, behind: list[Token], saying: Saying) -> list[Content]:
    """Return what somebody is called: "la qualifiant de « farce »", "le traite de menteur"."""
    if (
        not saying.is_one_lemma(verb, "naming")
        or not told_by_clitic(verb, saying)
        or len(behind) < 2
    ):
        return []
    if behind[0].lower_ not in grammar.DE:
        return []
    start = behind[1].i
    root = next((t for t in behind[1:] if t.pos_ in {"NOUN", "ADJ", "PROPN"}), behind[1])
    return [(to_the_end(root, verb, start=start, saying=saying), root, None)]


def _is_judged(verb: Token, behind: list[Token], saying: Saying) -> bool:
    """Tell whether a verb gives what it has for an object a quality."""
    lemma = saying.lemma(verb)
    if not behind or behind[0].lower_ in grammar.QUE or behind[0].text in {",", ":", "."}:
        return False
    clause = next(
        (i for i, t in enumerate(behind) if t.lower_ in grammar.QUE or t.text in {",", ";", ":"}),
        len(behind),
    )
    near = behind[:clause]
    if lemma in saying.classes["naming"]:
        of = [i for i, t in enumerate(near[:-1]) if t.lower_ in grammar.DE]
        return any(
            near[i + 1].text in grammar.OPENING_MARKS or near[i + 1].pos_ in {"ADJ", "NOUN", "DET"}
            for i in of
        ) and any(t.pos_ in {"NOUN", "PROPN"} for t in near)
    if lemma not in saying.classes["judging"] or grammar.is_passive(verb):
        return False
    quality = next((t for t in near if t.pos_ != "ADV"), None)
    if quality is None:
        return False
    if quality.pos_ == "ADJ" and any(t.pos_ == "NOUN" for t in near):
        return True
    if _ends_in_quality(near, saying):
        return True
    marks = [t for t in near if t.text in grammar.OPENING_MARKS]
    if marks and any(t.pos_ == "NOUN" and t.i < marks[0].i for t in near):
        return True
    return any(
        c.dep_ == "xcomp" and c.pos_ == "ADJ" and c.i > verb.i for c in verb.children
    ) and any(c.dep_ == "obj" for c in verb.children)


def _ends_in_quality(near: list[Token], saying: Saying) -> bool:
    """Tell "le projet trop coûteux", "les statues de la ville impies": a thing, then a quality."""
    words = [t for t in near if not t.is_punct]
    if not words or words[0].pos_ != "DET" or words[-1].pos_ != "ADJ":
        return False
    thing = next((t for t in words if t.pos_ in {"NOUN", "PROPN"}), None)
    if thing is None or any(grammar.is_verb(t) for t in words):
        return False
    if saying.is_one_lemma_of(words[-1], "qualities"):
        return True
    between = [t for t in words if thing.i < t.i < words[-1].i]
    if between and between[-1].pos_ == "ADV":
        return True
    # Past a noun of another number, the adjective is not that noun's.
    last = next((t for t in reversed(between) if t.pos_ in {"NOUN", "PROPN"}), None)
    number = grammar.feature(words[-1], "Number")
    return (
        last is not None
        and grammar.is_governed(last)
        and bool(number)
        and number == grammar.feature(thing, "Number") != grammar.feature(last, "Number")
    )


def _denied(verb: Token, behind: list[Token], saying: Saying) -> list[Content]:
    """Return what a verb declares false: "juge « sans fondement » les accusations de P"."""
    things = [t for t in behind if t.lemma_.lower() in {*saying.nouns, *saying.documents}]
    if not things:
        return []
    words = " ".join(t.lower_ for t in behind if t.text not in grammar.MARKS and t.text != "de")
    spoken = [v for v in saying.verdicts if f" {v} " in f" {words} "]
    if not spoken:
        return []
    first = spoken[0].split()[0]
    start = next((t.i for t in behind if t.lower_ == first), behind[0].i)
    start = min(start, things[0].left_edge.i if things[0].left_edge.i > verb.i else things[0].i)
    while start - 1 > verb.i and (
        verb.doc[start - 1].text in grammar.OPENING_MARKS
        or verb.doc[start - 1].lower_ in {"de", "d'", "comme"}
    ):
        start -= 1
    return [(to_the_end(things[0], verb, start=start, saying=saying), things[0], None)]
