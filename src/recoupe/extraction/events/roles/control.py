"""Who does what a verb tells, also where it is understood.

"accusé d'avoir livré", "demande à Berlin de livrer", "cherche à acheter": verbs differ in
which of their own parts does what their infinitive tells (control, Rosenbaum 1967).
"""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.displaced import taken_up
from recoupe.extraction.events.roles.plans import planner
from recoupe.extraction.events.roles.relatives import (
    antecedent_of,
    antecedent_of_pronoun,
    relative_noun,
)
from recoupe.extraction.events.roles.subjects import SUBJECTS, agreeing, is_joined, own_subject
from recoupe.extraction.events.roles.voice import describes, is_infinitive
from recoupe.extraction.tokens import Token

_FARTHEST = 6
_DESCRIBING = frozenset(("acl", "amod", "acl:relcl"))
# How words hang within a name or a description of somebody.
_WITHIN_NAMES = frozenset(("nmod", "amod", "flat", "flat:name", "appos", "xcomp"))


def doer(verb: Token, joining: Joining) -> Token | None:
    """Return the head of a verb's surface subject, own or understood.

    Args:
        verb: A verb, or a participle that describes a noun.
        joining: The language's words that join.

    Returns:
        The subject; for a passive, what undergoes it. None where nothing tells.
    """
    asked = verb
    for _ in range(_FARTHEST):
        own = own_subject(verb, joining)
        if own is not None:
            return own
        told, found = _told_above(verb, joining)
        if told:
            if found is not None and found is verb.head and is_joined(asked):
                return agreeing(asked, found, joining)
            return found
        verb = verb.head
    return None


def _told_above(verb: Token, joining: Joining) -> tuple[bool, Token | None]:
    """Return whether what governs a verb settles who does it, and who; else who does that above."""
    infinitive = is_infinitive(verb)
    if infinitive:
        planned, owner = planner(verb, joining, doer)
        if planned:
            return True, owner
    head = verb.head
    if head is verb:
        return True, _behind_opener(verb, joining)
    if not infinitive and _is_gerund(verb):
        # "aide à tuer en livrant": whoever the main verb is about.
        while not grammar.is_finite(head) and head.head is not head:
            head = head.head
        return True, doer(head, joining) if grammar.is_finite(head) else None
    if infinitive:
        told, found = _by_opener(verb, joining)
        if told:
            return True, found
    if verb.dep_ in _DESCRIBING and not infinitive:
        return True, _described(verb, joining)
    if verb.dep_ == "appos" or (not grammar.is_verb(head) and not describes(head)):
        return True, _of_governing_noun(verb, head, joining)
    if verb.dep_ == "ccomp" and not infinitive:
        return True, None
    if verb.dep_ in {"xcomp", "ccomp"} or (infinitive and verb.dep_ != "conj"):
        return _controlled(head, joining)
    return verb.dep_ == "advcl" and grammar.is_finite(verb), None


def _is_gerund(verb: Token) -> bool:
    """Tell "en fournissant"."""
    return (
        verb.i > verb.first and verb.nbor(-1).lower_ == "en" and grammar.is_present_participle(verb)
    )


def _behind_opener(verb: Token, joining: Joining) -> Token | None:
    """Return whom "Après avoir nié, un porte-parole a reconnu" is about from its first words."""
    if grammar.is_finite(verb):
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_.startswith("parataxis") and grammar.is_finite(child):
            return own_subject(child, joining)
    return None


def _described(verb: Token, joining: Joining) -> Token | None:
    """Return the noun that a participle or a relative clause describes."""
    if verb.dep_ != "acl:relcl":
        return verb.head
    if any(c.lower_ in joining.relative_object and c.i < verb.i for c in verb.children):
        # "les drones qu'aurait livrés" somebody whom the parse lost
        return None
    return relative_noun(verb, joining)


def _controlled(head: Token, joining: Joining) -> tuple[bool, Token | None]:
    """Return whether a verb tells by itself who does the infinitive it governs, and who."""
    lemma = head.lemma_.lower()
    if lemma in joining.no_controls:
        return True, None
    if lemma in joining.object_controls:
        return True, _object_of(head, joining)
    if lemma in joining.to_whom_controls:
        return True, _to_whom(head, joining)
    return False, None


def _object_of(verb: Token, joining: Joining) -> Token | None:
    """Return whom "accuse" accuses; the subject of "accusé de", "est accusé de"."""
    if grammar.is_passive(verb) or describes(verb):
        return doer(verb, joining)
    for child in verb.children:
        if child.dep_ in {"obj", "iobj"} and child.lower_ not in joining.reflexive:
            return antecedent_of(verb) if child.lower_ in joining.relative_object else child
    # "le courtier que la police soupçonne d'avoir vendu"
    return next(taken_up(verb, joining), None)


def _to_whom(verb: Token, joining: Joining) -> Token | None:
    for child in verb.children:
        if child.dep_.startswith(("obl", "iobj")):
            if joining.clitics.get(child.lower_) == "to_whom":
                return child
            if joining.preposition(child) == "à":
                return child
    return None


def _by_opener(verb: Token, joining: Joining) -> tuple[bool, Token | None]:
    """Return whether what opens an infinitive's clause tells who does it, and who."""
    if _is_reason(verb, joining):
        return _blamed(verb.head, joining)
    if verb.dep_ not in _DESCRIBING or not _is_before(verb, joining):
        return False, None
    # ", une entreprise de Chypre, avant d'être livrées": the main verb's subject
    above = verb.head
    while not grammar.is_verb(above) and above.head is not above:
        above = above.head
    return True, doer(above, joining) if grammar.is_verb(above) else None


def _is_before(verb: Token, joining: Joining) -> bool:
    """Tell "avant de livrer", "après avoir livré", which describe no noun."""
    return any(c.dep_ == "mark" and c.lower_ in joining.meanwhile for c in verb.children)


def _is_reason(verb: Token, joining: Joining) -> bool:
    """Tell "pour avoir livré"."""
    opener = next((c for c in verb.children if c.dep_ == "mark" and c.i < verb.i), None)
    return (
        opener is not None
        and "for" in joining.groups.get(opener.lower_, ())
        and any(grammar.has(a, "VerbForm", "Inf") for a in grammar.auxiliaries(verb))
    )


def _blamed(word: Token, joining: Joining) -> tuple[bool, Token | None]:
    """Return whether a verb tells who did what it blames or rewards, and who.

    "sanctionne deux firmes pour avoir livré", "inflige une amende à la banque pour avoir".
    """
    for _ in range(_FARTHEST):
        lemma = word.lemma_.lower()
        if grammar.is_verb(word) or describes(word):
            if lemma in joining.blaming:
                return True, _object_of(word, joining)
            if lemma in joining.blaming_to_whom:
                told = _to_whom(word, joining) or _below_object(word, joining)
                return True, told or _who_sees(word, joining)
            return False, None
        if word.head is word:
            break
        word = word.head
    return False, None


def _below_object(verb: Token, joining: Joining) -> Token | None:
    """Return "la banque" of "inflige une amende à la banque", hung on the noun."""
    for child in verb.children:
        if child.dep_ in {"obj", "nsubj:pass"}:
            for inner in child.children:
                if inner.i > child.i and joining.preposition(inner) == "à":
                    return inner
    return None


def _who_sees(verb: Token, joining: Joining) -> Token | None:
    """Return "la banque" of "la banque s'est vu infliger une amende"."""
    seeing = next((c for c in verb.children if c.dep_ == "aux:caus"), verb.head)
    return doer(verb, joining) if seeing.lemma_.lower() in joining.dative else None


def _made_to(noun: Token, joining: Joining) -> Token | None:
    """Return whom a verb above makes do it, where the parse hangs the infinitive on their words.

    "soupçonne la société d'avoir écoulé", "reproche au courtier d'avoir vendu", "a demandé au
    ministre de la Défense de livrer".
    """
    for _ in range(_FARTHEST):
        above = noun.head
        if above is noun:
            return None
        lemma = above.lemma_.lower()
        if noun.dep_ in {"obj", "iobj"} and lemma in joining.object_controls:
            return noun
        if noun.dep_ == "obl:agent" and lemma in joining.object_controls:
            # "est soupçonné par les douanes d'avoir revendu"
            return doer(above, joining)
        if lemma in joining.to_whom_controls and not noun.dep_.startswith(("nsubj", "obj")):
            return noun if joining.preposition(noun) == "à" else _to_whom(above, joining)
        if noun.dep_ not in _WITHIN_NAMES:
            return None
        noun = above
    return None


def _of_governing_noun(verb: Token, noun: Token, joining: Joining) -> Token | None:
    """Return whose plan it is: "la volonté de Paris de livrer", "a l'intention de livrer"."""
    made = _made_to(noun, joining)
    if made is not None:
        return made
    if noun.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if noun.pos_ == "ADJ" or any(c.dep_ == "cop" for c in noun.children):
        # "est prêt à livrer"
        own = [c for c in noun.children if c.dep_ in SUBJECTS]
        if own and (own[0].lower_ in joining.relative_subject):
            return antecedent_of_pronoun(noun, own[0], joining)
        return own[0] if own else (noun.head if noun.dep_ == "amod" else None)
    for child in noun.children:
        if (
            noun.i < child.i < verb.i
            and child.dep_.startswith("nmod")
            and child.pos_ in {"NOUN", "PROPN"}
            and joining.preposition(child) == "de"
        ):
            return child
    carrier = noun.head
    if noun.dep_ in {"obj", "obl:arg", "xcomp", "obl:mod"} and grammar.is_verb(carrier):
        return doer(carrier, joining)
    return None
