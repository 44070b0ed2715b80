"""Which verbs of saying tell what somebody said, and which do not.

"Pourrait annoncer", "si le tribunal établit que", "n'a pas dit si", "on sait que",
"l'occasion de découvrir que": the verb is one of saying, and nobody said anything.
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.fronted import is_concessive
from recoupe.extraction.attribution.beside.talk import place_of_talk
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_LIGHT = {"ADV", "PRON", "PART"}
# How far before its infinitive "refuser" may stand.
_REFUSAL_REACH = 4
_BY = {"par", "à", *grammar.DE}


def reports(verb: Token, cue: Cue, saying: Saying) -> bool:
    """Tell whether a verb of saying tells what somebody said.

    Args:
        verb: The verb.
        cue: What it does.
        saying: The words of saying of the language.
    """
    first = grammar.verb_group(verb)[0]
    lemma = saying.lemma(verb)
    if lemma in saying.classes["reading"]:
        # "peut-on lire dans le rapport que": only what one can read there.
        return _said_by_all(first, verb)
    if grammar.has(first, "VerbForm", "Inf"):
        return _told_in_infinitive(first, verb, cue, saying)
    if _is_yet_to_come(first, verb, saying):
        return False
    if _under_condition(first) and not (_vouches(cue) and is_concessive(verb, saying)):
        return False
    negated = is_negated(first)
    if negated and lemma in saying.mute_when_negated:
        return False
    if not negated and _keeps_back(cue):
        return False
    if (lemma in saying.common_knowledge or saying.is_one_lemma(verb, "asking")) and _said_by_all(
        first, verb
    ):
        # "on sait que", "lorsqu'on lui a demandé si"; "À Bruxelles, on craint que" is theirs.
        return place_of_talk(verb, saying) is not None
    if saying.is_one_lemma(verb, "said_of_things") and _is_what(verb):
        return False
    subject = grammar.subject(verb)
    if subject is not None and lemma in saying.classes["proving"]:
        # "Ce qui prouve que P" is the report's own conclusion.
        return not saying.is_one(subject, "these_things")
    return subject is None or not (
        (saying.is_one(subject, "nobody_at_all") and subject.pos_ != "NOUN")
        or saying.is_one(subject, "first_person")
    )


def _is_what(verb: Token) -> bool:
    """Tell "P, ce qui demandera dix jours": no person asks."""
    place = grammar.verb_group(verb)[0].i - 1
    while place > verb.first and verb.doc[place].pos_ in _LIGHT and verb.doc[place].lower_ != "qui":
        place -= 1
    doc = verb.doc
    return place > verb.first and doc[place].lower_ == "qui" and doc[place - 1].lower_ == "ce"


def is_yet_to_be_known(verb: Token) -> bool:
    """Tell "l'expertise dira si P", "devra établir si P": nobody has answered yet.

    Args:
        verb: A verb of saying with a question for its content.
    """
    return grammar.mood_and_tense(verb) == ("Ind", "Fut")


def is_refused(verb: Token, saying: Saying) -> bool:
    """Tell "refuse de confirmer P", "se garde de dire si P": who says neither that nor the reverse.

    Args:
        verb: A verb of saying.
        saying: The words of saying of the language.
    """
    first = grammar.verb_group(verb)[0]
    if not grammar.has(first, "VerbForm", "Inf"):
        return False
    near = first.doc[max(first.first, first.i - _REFUSAL_REACH) : first.i]
    held = next((t for t in reversed(list(near)) if t.pos_ not in _LIGHT | {"ADP"}), None)
    if held is not None and saying.is_one_lemma_of(held, "letting"):
        # "ne permet pas d'affirmer que P"
        return is_negated(grammar.verb_group(held)[0])
    return held is not None and saying.is_one_lemma_of(held, "refusing") and not is_negated(held)


def is_done_by_thing(verb: Token, subject: Token | None, saying: Saying) -> bool:
    """Tell "le navire menace de se briser", "la situation exige que", from what people do.

    Args:
        verb: A verb of saying.
        subject: The head of the words that name its subject.
        saying: The words of saying of the language.
    """
    if subject is None or not saying.is_one_lemma(verb, "said_of_things"):
        return False
    if not grammar.is_finite(verb):
        # ", avant de demander que P": whose it is, the sentence tells elsewhere.
        return False
    lemma = subject.lemma_.lower()
    thing = lemma in saying.classes["things"]
    if subject.pos_ != "NOUN" or subject.ent_type_ or (saying.can_be_source(lemma) and not thing):
        return False
    if subject.i + 1 < subject.past and subject.nbor(1).pos_ == "PROPN":
        # "Météo Jura prévoit que": a name
        return False
    if saying.is_one_lemma(verb, "threatening"):
        return not lemma.endswith(saying.of_people) and lemma not in saying.classes["groups"]
    if saying.is_one_lemma(verb, "laid_down") and lemma in saying.classes["texts"]:
        return False
    return thing or lemma in saying.not_sources or lemma.endswith(saying.of_things)


def is_narrative(verb: Token) -> bool:
    """Tell "Et le maire de rappeler que P", "Et d'ajouter que P" from infinitives that say nothing.

    Args:
        verb: An infinitive of saying.
    """
    first = verb.doc[verb.first]
    if first.lower_ != "et" or not grammar.has(verb, "VerbForm", "Inf"):
        return False
    before = verb.doc[verb.first + 1 : verb.i]
    return any(t.lower_ in grammar.DE for t in before) and not any(
        grammar.has(t, "VerbForm", "Fin") or t.is_punct for t in before
    )


def _vouches(cue: Cue) -> bool:
    """Tell "s'il reconnaît P", which somebody says, from "si le juge constate P"."""
    return cue.value is not Factuality.UNDERSPECIFIED and "infinitive" in cue.takes


def _keeps_back(cue: Cue) -> bool:
    """Tell "cacher": only who does not hide that P tells it."""
    return cue.value is Factuality.UNDERSPECIFIED and cue.negated is Factuality.CERTAIN


def is_negated(first: Token) -> bool:
    """Tell whether "ne" stands before the first word of a verb group."""
    before = first.doc[max(grammar.sentence_start(first), first.i - 4) : first.i]
    for token in reversed(list(before)):
        if token.lower_ in {"ne", "n'", "n’"}:
            return True
        if token.pos_ not in _LIGHT:
            return False
    return False


def _is_yet_to_come(first: Token, verb: Token, saying: Saying) -> bool:
    """Tell "devrait se réjouir de": nobody has said it."""
    governed = verb.dep_ == "xcomp" and verb.head.i < verb.i
    modal = verb.head if governed and verb.head.i + 3 >= verb.i else first
    return (
        modal is not verb
        and modal.lemma_ in saying.classes["modal"]
        and (grammar.has(modal, "Mood", "Cnd") or grammar.has(modal, "Tense", "Fut"))
    )


def _are_so_many(before: Token, saying: Saying) -> bool:
    """Tell "sont 61 % à penser", "sont nombreux à estimer": how many people say it."""
    word = before
    while word.pos_ in {"SYM", "PUNCT"} and word.i > word.first:
        word = word.nbor(-1)
    return (
        word.pos_ == "NUM"
        or "%" in word.text
        or saying.is_one(word, "so_many")
        or saying.is_one_lemma_of(word, "groups")
    )


def _said_by_all(first: Token, verb: Token) -> bool:
    """Tell "on sait que", "sait-on" from words that somebody said."""
    start = grammar.sentence_start(verb)
    near = verb.doc[max(start, first.i - 4) : min(verb.i + 2, grammar.sentence_end(verb))]
    return any(t.lower_ in {"on", "l'on", "l’on", "-on", "-t-on"} for t in near)


def _under_condition(first: Token) -> bool:
    """Tell whether "si" opens the clause of a verb: "si le tribunal établit que"."""
    for i in range(first.i - 1, grammar.sentence_start(first) - 1, -1):
        token = first.doc[i]
        if token.lower_ in grammar.SI and token.pos_ not in {"PRON", "ADV"} | {"AUX"}:
            if token.i > token.first and token.nbor(-1).lower_ == "même":
                # "même s'il estime que P"
                return False
            following = token.nbor(1).lower_
            return following not in {"l'", "l’", "on"}
        if token.is_punct or grammar.is_verb(token) or token.lower_ in grammar.QUE:
            return False
    return False


def _carries_negated(verb: Token, saying: Saying) -> bool:
    """Tell "ne peut pas affirmer que P", "n'hésite pas à dire que P", "ne permet pas de dire"."""
    if saying.is_one_lemma_of(verb, "letting"):
        root = grammar.sentence_root(verb)
        return any(_can_let(grammar.subject(v), saying) for v in (verb, root))
    return verb.lemma_ == "pouvoir" or saying.is_one_lemma_of(verb, "carrying_negated")


def _can_let(subject: Token | None, saying: Saying) -> bool:
    """Tell "le rapport ne permet pas de dire si P" from "rien ne permet de dire"."""
    if subject is None:
        return False
    return saying.is_one(subject, "personal") or saying.can_be_source(subject.lemma_.lower())


def _told_in_infinitive(first: Token, verb: Token, cue: Cue, saying: Saying) -> bool:
    """Tell "a fini par admettre que", "après avoir nié" from "l'occasion de découvrir"."""
    doc, start = first.doc, grammar.sentence_start(first)
    place = first.i - 1
    while place > start and doc[place].pos_ in _LIGHT and doc[place].lower_ not in {"sans"}:
        place -= 1
    if place < start:
        return False
    before = doc[place]
    if before.lower_ == "sans":
        # "sans exclure que P", "sans nier que P" leave P open; "sans préciser si P" says nothing.
        # "sans confirmer ni démentir" neither.
        paired = any(t.lower_ == "ni" for t in doc[verb.i + 1 : min(verb.i + 3, verb.past)])
        open_left = cue.denies or saying.is_one_lemma(verb, "confirming_alone")
        return (open_left and not paired) or cue.negated is not Factuality.UNDERSPECIFIED
    if before.lower_ in {"après", "avant"}:
        return True
    if before.lower_ in _BY and place > start:
        further = doc[place - 1]
        if before.lower_ in grammar.DE and (further.lower_ == "avant" or is_narrative(verb)):
            # "avant d'ajouter que", "Et d'ajouter que".
            return True
        if before.lower_ == "à" and _are_so_many(further, saying):
            return True
        while further.i > start and further.pos_ in _LIGHT:
            further = further.nbor(-1)
        before = further
    if doc[place].lower_ == "à" and _are_so_many(before, saying):
        return True
    if before.pos_ == "CCONJ":
        # "Après avoir nié P et affirmé Q", "a dit vouloir P et espérer Q".
        return first.dep_ == "conj" and grammar.is_verb(first.head)
    if before.lower_ in {"dû", "dut", "durent", "mesure"}:
        # "a dû admettre que", "n'est pas en mesure de dire si"
        return True
    if grammar.is_verb(before) and is_negated(grammar.verb_group(before)[0]):
        return _carries_negated(before, saying)
    return before.lemma_.lower() in saying.light_verbs or saying.cue(before) is not None
