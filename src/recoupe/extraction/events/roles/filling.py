"""Which part each phrase around a trigger plays, by the trigger's frame and the kinds of things."""

from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.events.candidates import Met
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits, excluded, is_pronoun
from recoupe.extraction.events.lexicon import Trigger
from recoupe.extraction.events.roles.arguments import Arguments, is_dative
from recoupe.extraction.events.roles.neighbours import coordinated
from recoupe.extraction.events.roles.slots import slots_of
from recoupe.extraction.events.roles.strays import Strays
from recoupe.extraction.events.roles.voice import Voice
from recoupe.extraction.events.surroundings import fits
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.ontology import event_types

# What a noun or name can be that no list has.
_UNTOLD = frozenset(("person", "body", "thing"))
_PLACE = frozenset(("place",))
_WHEREABOUTS = frozenset(("place", "state", "work"))
_CORE = frozenset(("subject", "object"))
_CLAUSES = frozenset(("infinitive", "clause"))
_ACTING = frozenset(("subject", "by", "from_whom"))
# Slots in which a name that nothing tells of is a place.
_PLACES = frozenset(("from", "to", "via", "where"))
_ACTORS = frozenset(("person", "body"))
_MONEY = frozenset(("money",))
_BY = frozenset(("by", "via"))
_THINGS = frozenset(("thing", "device", "substance", "weapon", "document"))
# Slots in which a town's name stands for a place though somebody could stand there as well.
_EITHER = frozenset(("from_whom", "to_whom", "by"))


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
    if not fits(trigger, arguments, voice, sentence, things, joining):
        return None
    filling = _Filling(met, sentence, things, joining)
    for slot, roles, tokens in slots_of(trigger, arguments, voice, joining):
        if not filling.take(slot, roles, tokens):
            return None
    if voice is not None:
        strays = Strays(sentence, things, joining)
        for slot, roles in trigger.frame:
            if slot == "from_whom" and not voice.passive and filling.roles.keys().isdisjoint(roles):
                things_met = filling.roles.get("item", ())
                sources = [t for thing in things_met for t in strays.sources_within(thing)]
                filling.take(slot, roles, sources)
            elif slot == "from" and filling.roles.keys().isdisjoint(roles):
                ends = filling.roles.get("destination", ())
                filling.take(slot, roles, strays.origin_behind(arguments.word, ends))
            elif slot == "object" and filling.roles.keys().isdisjoint(roles):
                filling.take(slot, roles, strays.priced(arguments))
    else:
        _behind_others(trigger, arguments, filling, Strays(sentence, things, joining))
    found = Filled(trigger, met.shown, filling.roles)
    if all(not need.isdisjoint(found.roles) for need in trigger.needs):
        return found
    return None


def _behind_others(
    trigger: Trigger, arguments: Arguments, filling: "_Filling", strays: Strays
) -> None:
    """Fill what a noun's event is about, and who does it, from behind other parts."""
    frame = dict(trigger.frame)
    goods, doing = frame.get("object", ()), frame.get("subject", ())
    if goods and filling.roles.keys().isdisjoint(goods):
        filling.take("of", goods, strays.goods_within(arguments))
    if goods and doing and filling.roles.keys().isdisjoint(doing):
        told = bool(filling.roles.get("recipient"))
        things = [thing for role in goods for thing in filling.roles.get(role, ())]
        sources = [t for thing in things for t in strays.sources_within(thing, capitals=told)]
        filling.take("subject", doing, sources)


def _is_bare_of(noun: Token) -> bool:
    """Tell "d'occasion" from "de négociants", "de l'armateur"."""
    if noun.pos_ != "NOUN" or grammar.has(noun, "Number", "Plur"):
        return False
    opener = noun.nbor(-1).lower_ if noun.i > noun.first else ""
    return opener in grammar.DE


def _is_for(noun: Token, joining: Joining) -> bool:
    return joining.preposition(noun) == "pour"


class _Filling:
    """Roles in the filling: each phrase plays one part."""

    def __init__(self, met: Met, sentence: Sentence, things: Things, joining: Joining) -> None:
        self.roles: dict[str, list[Token]] = {}
        self._trigger = met.trigger
        self._sentence = sentence
        self._things = things
        self._joining = joining
        self._taken = set(met.held)
        # Roles filled by an earlier phrase than the one at hand.
        self._filled: frozenset[str] = frozenset()
        # Whether the frame has a slot for where something goes or is.
        self._is_located = any(slot in _PLACES for slot, _ in met.trigger.frame)

    def take(self, slot: str, roles: tuple[str, ...], tokens: list[Token]) -> bool:
        """Fill roles from a slot; False where what stands in it rules the trigger out."""
        only = self._trigger.only.get(slot)
        never = self._trigger.never.get(slot)
        seen = False
        for token in tokens:
            self._filled = frozenset(self.roles)
            for part in coordinated(token):
                head = self._things.core(part)
                held = self._kinds(slot, head)
                if part is not token and slot in _BY and self._is_other(part, held):
                    # "par l'Iran et leur usage par la Russie"
                    break
                if part is not token and slot in _CORE and self._goes_elsewhere(part, token):
                    continue
                if not self._can_fill(slot, part, head, held):
                    continue
                if never is not None and excluded(never, held):
                    return False
                if only is not None and not admits(only, held):
                    if part is token and slot in _CORE:
                        return False
                    continue
                seen = True
                self._assign(roles, head, held)
        # What needs a kind of object tells of another thing without one.
        return seen or only is None or slot not in _CORE

    def _kinds(self, slot: str, head: Token) -> frozenset[str]:
        """Return what a filler is, given the slot it stands in."""
        held = self._things.kinds(head, self._sentence)
        if head.pos_ != "PROPN":
            return held
        if not held and slot in _PLACES:
            return _PLACE
        if slot == "of" and not self._trigger.verbal and self._things.is_capital(head):
            # "les attentats de Bruxelles" are told by their place.
            return _PLACE
        if slot in _PLACES and "named" in held:
            # "pour Astrakhan": a town that its name alone does not tell from somebody.
            known = self._things.is_known_place(head, self._sentence)
            return _PLACE if known or self._joining.is_told_where(head) else held
        if held != _PLACE or slot in _PLACES:
            return held
        if slot in _EITHER:
            # "acheter une villa à Genève" is bought there; a capital may sell for its state.
            # So is a building, wherever: "l'ambassade à Bamako".
            placed = self._is_built() or not self._things.is_capital(head)
            known = self._is_located and placed
            return held if known else held | {"body"}
        if slot in _ACTING or not self._things.is_known_place(head, self._sentence):
            # What acts is no mere place, whatever its name was taken for.
            return held | {"body"}
        return held

    def _is_unit_of_price(self, head: Token) -> bool:
        """Tell "2 950 euros pièce", which names nothing bought."""
        if head.i == head.first:
            return False
        return self._things.sum_of_money(head.nbor(-1), self._sentence) is not None

    def _goes_elsewhere(self, part: Token, first: Token) -> bool:
        """Tell "des blindés et au Liban des camions"."""
        return self._joining.preposition(part) not in {None, "de", self._joining.preposition(first)}

    def _is_other(self, part: Token, held: frozenset[str]) -> bool:
        """Tell a noun joined to a filler that begins something else: "et leur utilisation"."""
        return not held and any(
            c.dep_ == "det" and grammar.has(c, "Poss", "Yes") for c in part.children
        )

    def _is_whereabouts(self, slot: str, part: Token, held: frozenset[str]) -> bool:
        """Tell "à un client au Kazakhstan", "via une filiale au Panama": where somebody is."""
        if "place" not in held or self._joining.preposition(part) is None or is_dative(part):
            return False
        above = part.head
        if part.dep_ != "nmod" or above.pos_ != "NOUN" or above.i > part.i:
            return False
        if self._things.kinds(above, self._sentence).isdisjoint(_ACTORS):
            return False
        passed = self._joining.groups.get(self._joining.preposition(above) or "", ())
        return slot in _EITHER or "via" in passed

    def _is_built(self) -> bool:
        items = self.roles.get("item", ())
        return any("work" in self._things.kinds(item, self._sentence) for item in items)

    def _can_fill(self, slot: str, part: Token, head: Token, held: frozenset[str]) -> bool:
        """Tell what fills a slot from "à perfusion", "sur place", a bare adjective, a date."""
        if head.i in self._taken or part.i in self._taken or "time" in held:
            return False
        if self._is_whereabouts(slot, part, held):
            return False
        if head.lemma_.lower() in self._joining.vague:
            # "n'a pas livré autre chose que"
            return False
        if slot == "to" and "from_whom" in dict(self._trigger.frame) and self._is_built():
            # "acheter une villa à Genève"
            return False
        if not held.isdisjoint(_THINGS) and self._is_unit_of_price(head):
            return False
        if slot == "adjective":
            return bool(self._things.states.of_adjective(head.text))
        if slot in _CLAUSES:
            return True
        if part.pos_ == "ADJ" and not held:
            return False
        if slot in _EITHER and not held and head.pos_ == "NOUN" and _is_for(head, self._joining):
            # "pour un essai": a purpose, until a list knows it for somebody.
            return False
        if slot == "from_whom" and _is_bare_of(part):
            # "du blé d'origine soudanaise", "acheté d'occasion"
            return False
        case = next((c for c in part.children if c.dep_ == "case" and c.i < part.i), None)
        if case is None or part.pos_ != "NOUN" or case.lower_ not in self._joining.bare_after:
            return True
        determined = any(c.pos_ in {"DET", "NUM", "PRON"} for c in part.children)
        return determined or grammar.has(part, "Number", "Plur")

    def _is_around(self, place: Token, nearer: Token, held: frozenset[str]) -> bool:
        """Tell "à Bihać, en Bosnie", where the first is the place, from "au Mali, au Niger"."""
        between = place.doc[nearer.i + 1 : place.i]
        if is_pronoun(nearer):
            return False
        if any(t.pos_ == "CCONJ" for t in between):
            return False
        return not ("state" in held and "state" in self._things.kinds(nearer, self._sentence))

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
            if allowed and held == _MONEY and role in self.roles and "thing" in fillers:
                # "achète ces appareils 2 950 euros": the price is not bought.
                return
            if allowed and _WHEREABOUTS.issuperset(fillers):
                if is_pronoun(head) and self._joining.preposition(head) is None:
                    # "les rejoindre" goes to somebody, "chez eux" to a place without a name.
                    return
                if role in self._filled and self._is_around(head, self.roles[role][-1], held):
                    return
            if allowed:
                self.roles.setdefault(role, []).append(head)
                self._taken.add(head.i)
                return
