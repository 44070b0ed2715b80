"""Which part each phrase around a trigger plays, by the trigger's frame and the kinds of things."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.arguments import Arguments, coordinated
from recoupe.extraction.events.candidates import Met
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits, excluded
from recoupe.extraction.events.lexicon import Trigger
from recoupe.extraction.events.voice import Voice
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.ontology import event_types

_ACTORS = frozenset(("person", "body", "state"))
# What a noun or name can be that no list has.
_UNTOLD = frozenset(("person", "body", "thing"))
_JUST_BEHIND = 3
_ACTING = frozenset(("subject", "by", "from_whom"))
# Slots in which a name that nothing tells of is a place.
_PLACES = frozenset(("from", "to", "via", "where"))
# Prepositions with the article in them.
_BARE_AFTER = frozenset(("à", "sur"))
_CONTRACTED = frozenset(("du", "des", "au", "aux"))


@dataclass(slots=True)
class Filled:
    """A trigger with its roles filled.

    Attributes:
        trigger: The trigger.
        shown: The word that evokes the event.
        roles: Role to the heads of its fillers, in the order of the text.
    """

    trigger: Trigger
    shown: Token
    roles: dict[str, list[Token]] = field(default_factory=dict)

    @property
    def told(self) -> int:
        """How many roles are filled: of two readings the fuller holds."""
        return len(self.roles)


def fill(
    met: Met,
    arguments: Arguments,
    voice: Voice | None,
    sentence: Sentence,
    things: Things,
    joining: Joining,
) -> Filled | None:
    """Return the roles of a trigger, None where its surroundings tell of something else.

    Args:
        met: What the word may tell of.
        arguments: What stands around it.
        voice: A verb's voice, None for a noun.
        sentence: The sentence.
        things: Tells what words name.
        joining: The language's words that join.
    """
    trigger = met.trigger
    if not _fits(trigger, arguments, voice, things, joining):
        return None
    if voice is not None and voice.reflexive and not trigger.pronominal:
        # Only things are sold by themselves: who "se livre à la police" gives himself up.
        if not arguments.subject:
            return None
        for token in arguments.subject:
            held = things.kinds(things.core(token), sentence)
            if token.pos_ == "PRON" or admits(_ACTORS, held):
                return None
    filling = _Filling(met, sentence, things)
    for slot, roles, tokens in _slots(trigger, arguments, voice, joining):
        if not filling.take(slot, roles, tokens):
            return None
    found = Filled(trigger, met.shown, filling.roles)
    if all(not need.isdisjoint(found.roles) for need in trigger.needs):
        return found
    return None


class _Filling:
    """Roles in the filling: each phrase plays one part."""

    def __init__(self, met: Met, sentence: Sentence, things: Things) -> None:
        self.roles: dict[str, list[Token]] = {}
        self._trigger = met.trigger
        self._sentence = sentence
        self._things = things
        self._taken = set(met.held)

    def take(self, slot: str, roles: tuple[str, ...], tokens: list[Token]) -> bool:
        """Fill roles from a slot; False where what stands in it rules the trigger out."""
        only = self._trigger.only.get(slot)
        never = self._trigger.never.get(slot)
        seen = False
        voiceless = not self._trigger.verbal
        for token in tokens:
            for part in coordinated(token):
                head = self._things.core(part)
                held = self._things.kinds(head, self._sentence)
                if slot == "adjective" and not self._things.states.of_adjective(head.text):
                    continue
                if slot == "of" and voiceless and self._things.is_capital(head):
                    # "les attentats de Bruxelles" are told by their place.
                    held = frozenset(("place",))
                if not held and slot in _PLACES and head.pos_ == "PROPN":
                    held = frozenset(("place",))
                if slot in _ACTING and held == {"place"} and head.pos_ == "PROPN":
                    # What acts, or sells, is no mere place, whatever its name was taken for.
                    held = frozenset(("place", "body"))
                if slot not in {"adjective", "infinitive", "clause"} and _is_idle(part, held):
                    continue
                if head.i in self._taken or part.i in self._taken or "time" in held:
                    continue
                if never is not None and excluded(never, held):
                    return False
                if only is not None and not admits(only, held):
                    if part is token and slot in {"subject", "object"}:
                        return False
                    continue
                seen = True
                self._assign(roles, head, held)
        # What needs a kind of object tells of another thing without one.
        return seen or only is None or slot not in {"subject", "object"}

    def _assign(self, roles: tuple[str, ...], head: Token, held: frozenset[str]) -> None:
        if grammar.is_verb(head):
            held = frozenset(("event",))
        types = event_types()[self._trigger.type].roles
        for role in roles:
            fillers = types[role].fillers
            allowed = admits(fillers, held) if held else not _UNTOLD.isdisjoint(fillers)
            if not held and "money" in fillers and any(c.dep_ == "nummod" for c in head.children):
                # A currency that no list has.
                allowed = True
            if allowed:
                self.roles.setdefault(role, []).append(head)
                self._taken.add(head.i)
                return


def _is_idle(token: Token, held: frozenset[str]) -> bool:
    """Tell what fills no slot: "à perfusion", "sur place", a bare adjective."""
    if token.pos_ == "ADJ" and not held:
        return True
    case = next((c for c in token.children if c.dep_ == "case" and c.i < token.i), None)
    if case is None or token.pos_ != "NOUN" or case.lower_ not in _BARE_AFTER:
        return False
    bare = not any(c.pos_ in {"DET", "NUM", "PRON"} for c in token.children)
    return bare and not grammar.has(token, "Number", "Plur")


def _slots(
    trigger: Trigger, arguments: Arguments, voice: Voice | None, joining: Joining
) -> Iterator[tuple[str, tuple[str, ...], list[Token]]]:
    """Yield each slot of a frame with its roles and what stands in it."""
    frame = dict(trigger.frame)
    if voice is None:
        yield from _of_noun(trigger, frame, arguments, joining)
    else:
        subject, object_ = arguments.subject, arguments.object
        if voice.passive and "object" not in frame:
            # "un ferry parti de Malte" has left by itself.
            subject, object_ = object_, []
        if voice.reflexive and not trigger.pronominal:
            # "les pièces se vendent en Chine"
            subject, object_ = [], arguments.subject
        if "object" in frame:
            clitics = [t for slot, t in arguments.clitics if slot == "object"]
            if not (object_ or clitics or voice.passive or "of" in frame):
                object_ = _partitive(arguments)
            yield "object", frame["object"], object_ or clitics
        if "subject" in frame:
            yield "subject", frame["subject"], subject
    for slot, roles in frame.items():
        if slot in {"subject", "object", "adjective"}:
            continue
        if slot == "of_object":
            yield slot, roles, _whose(trigger, arguments, voice, joining)
            continue
        if slot in {"infinitive", "clause"}:
            governed = arguments.infinitive if slot == "infinitive" else arguments.clause
            yield slot, roles, [governed] if governed is not None else []
            continue
        tokens = [t for named, t in arguments.clitics if named == slot]
        tokens += [
            t for preposition, t in arguments.joined if slot in joining.groups.get(preposition, ())
        ]
        if slot == "where":
            tokens += arguments.where
        elif slot == "of" and voice is not None:
            # "équipe la police de patrouilleurs": it easily hangs on the object.
            tokens += [
                c for t in arguments.object for c in t.children if _is_bare_of(c, t, joining)
            ]
        if tokens:
            yield slot, roles, tokens


def _is_bare_of(token: Token, noun: Token, joining: Joining) -> bool:
    """Tell "de patrouilleurs" from "de la ville", which says whose something is."""
    if token.i < noun.i or token.dep_ != "nmod" or joining.preposition(token) != "de":
        return False
    return not any(c.pos_ == "DET" or c.lower_ in _CONTRACTED for c in token.children)


def _partitive(arguments: Arguments) -> list[Token]:
    """Return the object of "importe du blé", "n'a pas vendu de moteurs": the parse sees "de"."""
    for preposition, token in arguments.joined:
        between = token.doc[arguments.word.i + 1 : token.i]
        near = all(t.pos_ in {"ADP", "DET", "ADV", "ADJ", "NUM"} for t in between)
        if preposition == "de" and token.i > arguments.word.i and near:
            return [token]
    return []


def _whose(
    trigger: Trigger, arguments: Arguments, voice: Voice | None, joining: Joining
) -> list[Token]:
    """Return whose licence is suspended, where it is told, else what is suspended."""
    things = arguments.object if voice is not None else []
    if voice is None:
        things = [t for preposition, t in arguments.joined if preposition == "de"]
    found: list[Token] = []
    for thing in things:
        held = thing.lemma_.lower() in trigger.entry.with_object or voice is not None
        owners = [
            c
            for c in thing.children
            if held
            and c.i > thing.i
            and c.dep_ == "nmod"
            and joining.preposition(c) == "de"
            and any(w.pos_ in {"DET", "PROPN"} or w.lower_ in _CONTRACTED for w in (c, *c.children))
        ]
        found += owners or [thing]
    return found


def _of_noun(
    trigger: Trigger,
    frame: dict[str, tuple[str, ...]],
    arguments: Arguments,
    joining: Joining,
) -> Iterator[tuple[str, tuple[str, ...], list[Token]]]:
    """Yield what "de", "par", adjectives and possessives name of a noun's event."""
    of = [t for preposition, t in arguments.joined if preposition == "de"]
    by = [t for p, t in arguments.joined if "by" in joining.groups.get(p, ()) and p != "de"]
    if "of" not in frame and "of_object" not in frame:
        parts = [role for part in trigger.entry.of for role in frame.get(part, ())]
        yield "of", tuple(parts), of
    if "by" not in frame and "subject" in frame:
        yield "by", frame["subject"], by
    doing = frame.get("adjective") or frame.get("subject") or frame.get("by") or ()
    yield "adjective", doing, arguments.adjectives
    if arguments.possessive is not None:
        yield "possessive", frame.get("subject") or frame.get("of") or doing, [arguments.possessive]
    if "subject" in frame:
        yield "subject", frame["subject"], arguments.subject
    if "object" in frame:
        yield "object", frame["object"], arguments.object


def _fits(
    trigger: Trigger,
    arguments: Arguments,
    voice: Voice | None,
    things: Things,
    joining: Joining,
) -> bool:
    """Tell whether the words around a trigger let it tell of its event."""
    entry = trigger.entry
    if voice is not None and trigger.pronominal != voice.reflexive:
        passive = voice.reflexive and entry.reflexive == "passive"
        if not passive:
            return False
    if voice is None and _only_describes(arguments, things, joining):
        return False
    behind = _behind(arguments.word, _JUST_BEHIND)
    near = {w for t in behind for w in (t.lower_, t.lemma_.lower())}
    heads = {w for t in arguments.heads() for w in (t.lower_, t.lemma_.lower())}
    heads |= {things.core(t).lemma_.lower() for t in arguments.object}
    if not trigger.not_with.isdisjoint(near | heads):
        return False
    before = arguments.word.nbor(-1).lower_ if arguments.word.i > arguments.word.first else ""
    if before in entry.not_after:
        return False
    if entry.infinitive == "never" and arguments.infinitive is not None:
        return False
    if entry.with_object and not set(entry.with_object) & heads:
        return False
    if entry.with_words and not set(entry.with_words) & (near | heads):
        return False
    plural = grammar.has(arguments.word, "Number", "Plur")
    if entry.number != "any" and plural != (entry.number == "plural"):
        return False
    if entry.not_carried_by and arguments.word.head.lemma_.lower() in entry.not_carried_by:
        return False
    if entry.carried_by:
        head = arguments.word.head
        return head.lemma_.lower() in entry.carried_by and head is not arguments.word
    return True


def _only_describes(arguments: Arguments, things: Things, joining: Joining) -> bool:
    """Tell "une licence d'exportation": a bare noun that says of what kind another thing is."""
    noun = arguments.word
    head = noun.head
    if not noun.dep_.startswith("nmod") or head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if joining.preposition(noun) != "de" or grammar.has(noun, "Number", "Plur"):
        return False
    if any(c.pos_ in {"DET", "NUM"} or c.lower_ in _CONTRACTED for c in noun.children):
        return False
    plans = head.lemma_.lower() in joining.plans or things.core(head) is not head
    return not plans


def _behind(word: Token, reach: int) -> list[Token]:
    found = []
    for token in word.doc[word.i + 1 : min(word.past, word.i + 1 + reach)]:
        if token.text in {",", ";", ":", "(", "»"}:
            break
        found.append(token)
    return found
