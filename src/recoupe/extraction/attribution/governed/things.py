"""Contents that are nouns: figures, quoted words, objects of verbs of saying.

"Évalue à 300 le nombre de", "parle d'un « montage grossier »", "fait état de trente
blessés", "annonce la suppression de".
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import behind_in_sentence, past_adverbs, to_the_end
from recoupe.extraction.attribution.edges.own_voice import behind_noun
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.attribution.quoted.quoted_things import quoted_of
from recoupe.extraction.tokens import Token

_NEW = {"un", "une", "des", "de", "d'", "d’", "aucun", "aucune", "plusieurs", "deux"}
# How many tokens may stand between a verb and the figure or mark it governs.
_NEAR = 9


def figure_of(verb: Token, saying: Saying) -> list[Content]:
    """Return what a verb of estimating tells: "chiffre à 3 millions les pertes".

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    if saying.lemma(verb) not in saying.estimating:
        return []
    behind = behind_in_sentence(verb)
    for position, token in enumerate(behind[: _NEAR + 4]):
        if token.lower_ in grammar.QUE or token.text in {",", ";", ":"}:
            return []
        if token.lower_ in grammar.A_AU and any(
            t.pos_ == "NUM" for t in behind[position + 1 : position + 4]
        ):
            root = next(
                (t for t in behind if t.pos_ == "NOUN" and not grammar.is_governed(t)), behind[0]
            )
            start = past_adverbs(verb.i + 1, verb, saying)
            return [(to_the_end(root, verb, start=start, saying=saying), root, None)]
    return []


def object_of(verb: Token, cue: Cue, saying: Saying) -> list[Content]:
    """Return the noun that stands for what a verb says: "annonce la suppression de P".

    Args:
        verb: The verb.
        cue: What it does.
        saying: The words of saying of the language.
    """
    thing = direct_object(verb, saying)
    if thing is None or not is_proposition(thing, verb, saying):
        return []
    start = past_adverbs(max(thing.left_edge.i, verb.i + 1), verb, saying)
    tokens = to_the_end(thing, verb, start=start, saying=saying)
    if tokens:
        end = behind_noun(thing, tokens[-1].i + 1, saying)
        tokens = grammar.stripped([t for t in tokens if t.i < end])
    tokens = _before_gerund(_without_delay(tokens, thing), thing, saying)
    tokens = _without_aside(tokens, thing, saying)
    return [(tokens, thing, cue.infinitive)] if tokens else []


def _before_gerund(tokens: list[Token], thing: Token, saying: Saying) -> list[Token]:
    """Drop "en affirmant que ..." from behind a noun: it is said beside it, not by it."""
    for position, token in enumerate(tokens[:-1]):
        following = tokens[position + 1]
        if (
            token.i > thing.i
            and token.lower_ == "en"
            and grammar.is_present_participle(following)
            and saying.cue(following) is not None
        ):
            return grammar.stripped(tokens[:position])
    return tokens


def _without_delay(tokens: list[Token], thing: Token) -> list[Token]:
    """Drop ", trois jours après ..." from behind a noun: it tells when it was said."""
    for position, token in enumerate(tokens):
        if token.text == "," and token.i > thing.i:
            following = [t.lower_ for t in tokens[position + 1 : position + 6]]
            if "après" in following or "avant" in following or "lors" in following:
                return tokens[:position]
    return tokens


def _without_aside(tokens: list[Token], thing: Token, saying: Saying) -> list[Token]:
    """Drop ", qui a refusé" from behind a noun: the report says it of whom the noun names."""
    for position, token in enumerate(tokens[:-1]):
        if token.i > thing.i and token.text == "," and saying.is_one(tokens[position + 1], "who"):
            return tokens[:position]
    return tokens


def governed_by(verb: Token, after: Token, cue: Cue, saying: Saying) -> list[Content]:
    """Return what a phrase of saying governs: "fait état de trente blessés".

    Args:
        verb: The verb of the phrase.
        after: Its last word, a preposition.
        cue: What the phrase does.
        saying: The words of saying of the language.
    """
    behind = behind_in_sentence(after)
    if not behind or (behind[0].is_punct and behind[0].text not in grammar.OPENING_MARKS):
        return []
    near = behind[:6]
    root = next((t for t in near if t.pos_ in {"NOUN", "PROPN"}), None)
    figure = next((t for t in near if t.pos_ == "NUM"), None)
    if "told" in cue.takes:
        quoted = quoted_of(verb, after, saying)
        if quoted:
            return quoted
        lead = [t for t in near if figure is None or t.i < figure.i]
        if figure is None or any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in lead):
            return []
    root = root or figure
    if root is None or any(t.pos_ == "PRON" for t in near[:1]):
        return []
    if root.lemma_.lower() in saying.people and "of" in cue.takes and figure is None:
        return []
    if _was_said_before(behind[0], root, saying):
        return []
    if any(grammar.has(t, "VerbForm", "Inf") and t.i < root.i for t in near):
        return []
    start = behind[0].i
    return [(to_the_end(root, verb, start=start, saying=saying), root, None)]


def _was_said_before(first: Token, thing: Token, saying: Saying) -> bool:
    """Tell "ne croit pas à cette version", which names what stands before and says no more."""
    pointed = saying.is_one(first, "this") or saying.is_one(first, "these")
    return pointed and (
        thing.lemma_.lower() in saying.nouns
        or saying.is_one_lemma_of(thing, "tidings")
        or saying.is_one_lemma_of(thing, "what")
    )


def affected(verb: Token, behind: Sequence[Token], saying: Saying) -> Token | None:
    """Return whom or what a verb is aimed at: its object, or a name right behind it.

    Args:
        verb: The verb.
        behind: What stands behind it in its sentence.
        saying: The words of saying of the language.
    """
    found = direct_object(verb, saying)
    # "accuse La Haye de": the article belongs to the name.
    named = behind[1:2] if behind and behind[0].pos_ == "DET" else behind[:1]
    name = named[0] if named and named[0].pos_ == "PROPN" else None
    # "accuse Riga de vol, fraude et menaces": what a parse may take for the object.
    return name if found is None or (name is not None and found.i > name.i) else found


def threatened_with(verb: Token, saying: Saying) -> list[Content]:
    """Return whom and with what somebody threatens: "menace les exploitants de poursuites".

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    behind = behind_in_sentence(verb)
    told = affected(verb, behind, saying)
    if told is None:
        return []
    last = grammar.noun_phrase(told, grammar.DE_DU)[-1]
    deed = next((t for t in behind if t.i > last.i), None)
    if deed is None or deed.lower_ not in grammar.DE:
        return []
    following = next((t for t in behind if t.i > deed.i and t.pos_ != "ADJ"), None)
    if following is None or following.pos_ != "NOUN":
        # "les maisons du bas", "les maisons de Brume": whose, and not with what.
        return []
    start = max(min(told.left_edge.i, told.i), verb.i + 1)
    return [(to_the_end(told, verb, start=start, saying=saying), told, None)]


def is_proposition(thing: Token, verb: Token, saying: Saying) -> bool:
    """Tell what can be said from who and what else a verb may have for an object."""
    lemma = thing.lemma_.lower()
    if lemma in saying.never_sources:
        return False
    if saying.is_one_lemma(verb, "deploring") and _is_loss(thing, saying):
        return False
    cue = saying.cue(verb)
    denies = cue is not None and cue.denies
    if saying.is_one_lemma_of(thing, "tidings") and not denies:
        # "confirmant une information du journal": it tells that something was told.
        return False
    if saying.lemma(verb) in saying.speech_objects:
        return lemma not in saying.grantable and (
            lemma in saying.nouns
            or lemma in saying.documents
            # "rejette toute implication", not "rejette toute négociation"
            or (lemma in saying.classes["charges"] and saying.is_one(thing.left_edge, "of_charges"))
        )
    if saying.lemma(verb) in saying.with_new_object and lemma not in saying.figure_nouns:
        first = thing.left_edge
        if first.lower_ not in _NEW and not any(t.pos_ == "NUM" for t in thing.lefts):
            return False
    if saying.is_one_lemma_of(thing, "losses") and any(t.pos_ == "NUM" for t in thing.lefts):
        # "La police dénombre 40 blessés": so many of them, and nobody.
        return True
    return lemma not in saying.people


def _is_loss(thing: Token, saying: Saying) -> bool:
    """Tell "déplore le plus grand nombre de morts" from "déplore la lenteur des secours"."""
    return thing.lemma_.lower() == "nombre" and any(
        saying.is_one_lemma_of(t, "losses") for t in thing.children
    )


def direct_object(verb: Token, saying: Saying) -> Token | None:
    """Return the noun that is the object of a verb and stands behind it.

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    for child in verb.children:
        if child.dep_ != "obj" or child.i <= verb.i:
            continue
        # "conteste tout déversement": an unknown noun may be tagged by its ending alone.
        untold = child.pos_ in {"ADV", "ADJ"} and child.nbor(-1).pos_ == "DET"
        if child.pos_ == "NOUN" or untold:
            return child
    # Where the parse misses it: a noun with its article behind the verb, past whom it tells.
    governed = False
    start = past_adverbs(verb.i + 1, verb, saying)
    for token in verb.doc[start : min(verb.i + _NEAR, grammar.sentence_end(verb))]:
        if token.lower_ in grammar.A_AU:
            governed = True
        elif token.pos_ in {"NOUN", "PROPN"}:
            article = (
                token.nbor(-1).pos_ in {"DET", "ADJ", "NUM"}
                or token.nbor(-1).text in grammar.OPENING_MARKS
            )
            if governed or not article:
                if not governed:
                    return None
                governed = token.i + 1 < grammar.sentence_end(verb) and token.nbor(1).pos_ not in {
                    "DET",
                    "NUM",
                }
            elif token.pos_ == "NOUN":
                return token if not grammar.is_governed(token) else None
        elif token.pos_ not in {"DET", "ADJ", "NUM", "ADV"} and token.text not in grammar.MARKS:
            return None
    return None
