"""What stands around a noun that tells of an event, and around the verb that carries it."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.agents import agent_of, given_to
from recoupe.extraction.events.roles.arguments import Arguments, beyond_of, join
from recoupe.extraction.events.roles.control import doer
from recoupe.extraction.events.roles.objects import SUBJECTS, objects_of
from recoupe.extraction.events.roles.voice import describes, is_infinitive, voice_of
from recoupe.extraction.tokens import Token

_FAR = 8
_CLAUSES_UP = 3
_BARE_PARTS = frozenset(("obj", "nsubj", "nsubj:pass"))
_NAMES = frozenset(("NOUN", "PROPN"))
_PHRASE = frozenset(("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"))


def of_noun(noun: Token, joining: Joining) -> Arguments:
    """Return what takes part in what a noun tells."""
    found = Arguments(noun)
    for child in noun.children:
        if child.dep_ == "det" and grammar.has(child, "Poss", "Yes"):
            found.possessive = child
        elif child.dep_ in {"amod", "acl"} and child.pos_ in {"ADJ", "VERB", "NOUN", "PROPN"}:
            found.adjectives.append(child)
        if child.i > noun.i:
            join(child, joining, found, 0)
    for _, token in list(found.joined):
        beyond_of(token, joining, found, 1)
    if found.possessive is not None and noun.dep_ == "obj" and grammar.is_verb(noun.head):
        # "a annoncé son intention de", "mène son attaque": whose, is told by the verb.
        own = doer(noun.head, joining)
        if own is not None and own is not noun:
            found.owner = own
    found.joined += _right_behind(noun, joining)
    if not any(preposition == "de" for preposition, _ in found.joined):
        found.joined += [("de", thing) for thing in _of_which(noun, joining)]
    if not _has_agent(found, joining):
        found.joined += [("par", who) for who in _agent_in_order(noun, joining)]
    _expected(noun, joining, found)
    carrier = carrier_of(noun, joining)
    if carrier is not None:
        _carried(noun, carrier, joining, found)
    for told in noun.children:
        if told.i > noun.i and told.dep_ in {"acl", "acl:relcl"} and _carries(told, joining):
            # "l'amende infligée par Bruxelles à la banque"
            _carried(noun, told, joining, found)
    found.infinitive = next(
        (
            c
            for c in noun.children
            if c.i > noun.i and c.dep_ in {"acl", "xcomp"} and is_infinitive(c)
        ),
        None,
    )
    return found


def _expected(noun: Token, joining: Joining, found: Arguments) -> None:
    """Take who is to do it from "attend de Paris la livraison", who stands before the noun."""
    verb = noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ != "obj" or lemma not in joining.expecting:
        return
    who = [
        c
        for c in verb.children
        if verb.i < c.i < noun.i and c.pos_ in _NAMES and joining.preposition(c) in {"de", "à"}
    ]
    if not who:
        return
    found.subject = who[:1]
    told = any("to_whom" in joining.groups.get(p, ()) for p, _ in found.joined)
    own = doer(verb, joining) if lemma in joining.awaiting and not told else None
    if own is not None:
        found.clitics.append(("to_whom", own))


def _of_which(noun: Token, joining: Joining) -> list[Token]:
    """Return "missiles" of "des missiles dont Berlin a suspendu la livraison"."""
    if noun.dep_ not in _BARE_PARTS or any(grammar.has(c, "Poss", "Yes") for c in noun.children):
        return []
    top = noun.head
    for _ in range(_CLAUSES_UP):
        if top.dep_ == "acl:relcl" or top.head is top:
            break
        top = top.head
    thing = top.head
    if top.dep_ != "acl:relcl" or thing.i > noun.i:
        return []
    opens = (word.lower_ in joining.relative_of for word in noun.doc[thing.i + 1 : noun.i])
    return [thing] if any(opens) else []


def _right_behind(noun: Token, joining: Joining) -> Iterator[tuple[str, Token]]:
    """Yield "à la Russie" of "a suspendu ses livraisons à la Russie", hung on the verb.

    Only behind verbs that have no "à" of their own, and with nothing but the noun's own words
    in between.
    """
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_.lower() not in joining.halting:
        return
    for child in verb.children:
        if child.i > noun.i and child.dep_.startswith("obl") and child.pos_ in _NAMES:
            first = min((c.i for c in child.children), default=child.i)
            if all(_is_within(word, noun) for word in noun.doc[noun.i + 1 : first]):
                yield from joining.governed(child)


def _is_within(word: Token, noun: Token) -> bool:
    while word.head is not word and word.i > noun.i:
        word = word.head
    return word is noun


def _agent_in_order(noun: Token, joining: Joining) -> list[Token]:
    """Return who acts by the order of words alone: "la fourniture d'armes par Téhéran"."""
    described = False
    for word in noun.doc[noun.i + 1 : min(noun.past, noun.i + 1 + _FAR)]:
        if word.lower_ == "par":
            who = word.head
            return [who] if described and who.pos_ in _NAMES and who.i > word.i else []
        plain = joining.contracted.get(word.lower_, word.lower_)
        described = described or plain == "de"
        if word.pos_ not in _PHRASE or (word.pos_ == "ADP" and plain != "de"):
            return []
    return []


def _carried(noun: Token, carrier: Token, joining: Joining, found: Arguments) -> None:
    """Take what stands around the verb that carries a noun's event."""
    surface = doer(carrier, joining)
    voice = voice_of(carrier, joining)
    lemma = carrier.lemma_.lower()
    if lemma in joining.condemning:
        held = objects_of(carrier, joining, displaced=False)
        own = held.things + [t for slot, t in held.clitics if slot == "object"]
        found.object = [surface] if voice.passive and surface is not None else own
        agent = agent_of(carrier, joining) if voice.passive else surface
        found.subject = [agent] if agent is not None and agent is not noun else []
    elif given_to(carrier, joining) and surface is not None:
        # "s'est vu infliger une amende par Bruxelles"
        found.clitics.append(("to_whom", surface))
        agent = agent_of(carrier, joining)
        found.subject = [agent] if agent is not None else []
    elif lemma in joining.suffering and not voice.passive:
        found.object = [surface] if surface is not None and surface is not noun else []
    elif voice.passive:
        agent = agent_of(carrier, joining)
        if agent is not None or carrier.i < noun.i or carrier is noun.head:
            found.subject = [agent] if agent is not None else []
    elif surface is not None and surface is not noun and not _has_agent(found, joining):
        found.subject = [surface]
    for child in carrier.children:
        if child is noun or child.i < carrier.i:
            continue
        if child in found.subject:
            # "menée par les rebelles contre la ville"
            beyond_of(child, joining, found, 1)
        else:
            join(child, joining, found, 0)


def _has_agent(found: Arguments, joining: Joining) -> bool:
    """Tell "annonce l'achat d'un cargo par Riga", whose doer no verb above tells."""
    return any("by" in joining.groups.get(p, ()) for p, _ in found.joined)


def carrier_of(noun: Token, joining: Joining) -> Token | None:
    """Return the verb that carries a noun's event: "procède à la livraison", "mène une attaque"."""
    verb = noun.head
    if noun.dep_ == "nmod" and verb.dep_ in {"obj", "nsubj:pass"} and noun.i > verb.i:
        # "condamne la société à une amende": hung on whom it befalls.
        above = verb.head
        if above.lemma_.lower() in joining.condemning and joining.preposition(noun) in {"à", "de"}:
            return above
    if verb is noun or (noun.i < verb.i and not _is_subject(noun) and noun.dep_ != "obj"):
        return None
    if not grammar.is_verb(verb) and not voice_like(verb):
        return None
    if verb.lemma_.lower() in joining.condemning:
        told = joining.preposition(noun) in {"à", "de"}
        return verb if told and noun.dep_.startswith("obl") and noun.i > verb.i else None
    fits = noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_.startswith("obl") and noun.i > verb.i)
    if noun.dep_ == "nsubj" and grammar.is_passive(verb):
        fits = True
    return verb if fits and verb.lemma_.lower() in joining.support else None


def _carries(participle: Token, joining: Joining) -> bool:
    """Tell the participle of a verb that carries events: "infligée", "menée"."""
    if participle.lemma_.lower() not in joining.support:
        return False
    return describes(participle) or (
        participle.dep_ == "acl:relcl" and grammar.is_passive(participle)
    )


def voice_like(word: Token) -> bool:
    """Tell a participle that the tagger took for an adjective."""
    return word.pos_ == "ADJ" and any(c.dep_.startswith("aux") for c in word.children)


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS
