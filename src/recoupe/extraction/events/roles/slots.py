"""What stands in each slot of a trigger's frame: the grammar of a frame, without its meaning."""

from collections.abc import Iterator, Mapping

from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.lexicon import Trigger
from recoupe.extraction.events.roles.arguments import Arguments
from recoupe.extraction.events.roles.voice import Voice
from recoupe.extraction.tokens import Token
from recoupe.ontology import event_types

Frame = Mapping[str, tuple[str, ...]]
Slot = tuple[str, tuple[str, ...], list[Token]]
"""Its name, the roles that it fills in order of precedence, and what stands in it."""


def slots_of(
    trigger: Trigger, arguments: Arguments, voice: Voice | None, joining: Joining
) -> Iterator[Slot]:
    """Yield each slot of a frame with its roles and the heads of what stands in it.

    Args:
        trigger: The trigger, with its frame.
        arguments: What stands around it.
        voice: A verb's voice, None for a noun.
        joining: The language's words that join.
    """
    frame = dict(trigger.frame)
    if voice is None:
        yield from _of_noun(trigger, frame, arguments, joining)
    else:
        yield from _of_verb(trigger, frame, arguments, voice)
    for slot, roles in frame.items():
        if slot in {"subject", "object", "adjective"}:
            continue
        if slot == "of_object":
            yield slot, roles, _whose(trigger, arguments, voice, joining)
        elif slot == "infinitive":
            yield slot, roles, [arguments.infinitive] if arguments.infinitive else []
        elif slot == "clause":
            yield slot, roles, [arguments.clause] if arguments.clause else []
        else:
            yield slot, roles, _joined(slot, arguments, voice, joining)


def _of_verb(trigger: Trigger, frame: Frame, arguments: Arguments, voice: Voice) -> Iterator[Slot]:
    """Yield a verb's object and subject, as its event has them."""
    subject, object_ = arguments.subject, arguments.object
    if voice.passive and frame.keys().isdisjoint(("object", "of_object")):
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


def _joined(slot: str, arguments: Arguments, voice: Voice | None, joining: Joining) -> list[Token]:
    """Return what a slot's prepositions name."""
    tokens = [t for named, t in arguments.clitics if named == slot]
    tokens += [
        t for preposition, t in arguments.joined if slot in joining.groups.get(preposition, ())
    ]
    if slot == "where":
        tokens += arguments.where
    elif slot == "of" and voice is not None:
        # "équipe la police de patrouilleurs": it easily hangs on the object.
        tokens += [c for t in arguments.object for c in t.children if _is_bare_of(c, t, joining)]
    return tokens


def _is_bare_of(token: Token, noun: Token, joining: Joining) -> bool:
    """Tell "de patrouilleurs" from "de la ville", which says whose something is."""
    if token.i < noun.i or token.dep_ != "nmod" or joining.preposition(token) != "de":
        return False
    return not any(c.pos_ == "DET" or c.lower_ in joining.with_article for c in token.children)


def _partitive(arguments: Arguments) -> list[Token]:
    """Return the object of "importe du blé", "n'a pas vendu de moteurs": the parse sees "de"."""
    for preposition, token in arguments.joined:
        between = token.doc[arguments.word.i + 1 : token.i]
        near = all(
            t.pos_ in {"ADP", "DET", "ADV", "ADJ", "NUM"} or t.head is token for t in between
        )
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
        # "les permis d'exportation de Korvan": the kind of licence stands in between.
        bare = [c for c in thing.children if held and _is_bare_of(c, thing, joining)]
        owners = [
            c
            for noun in (thing, *bare)
            for c in noun.children
            if held
            and c.i > noun.i
            and c.dep_ == "nmod"
            and joining.preposition(c) == "de"
            and any(
                w.pos_ in {"DET", "PROPN"} or w.lower_ in joining.with_article
                for w in (c, *c.children)
            )
        ]
        found += owners or [thing]
    return found


def _of_noun(
    trigger: Trigger,
    frame: Frame,
    arguments: Arguments,
    joining: Joining,
) -> Iterator[Slot]:
    """Yield what "de", "par", adjectives and possessives name of a noun's event."""
    of = [t for preposition, t in arguments.joined if preposition == "de"]
    by = [t for p, t in arguments.joined if "by" in joining.groups.get(p, ()) and p != "de"]
    goes = any("to" in joining.groups.get(p, ()) for p, _ in arguments.joined)
    if "of" not in frame and "of_object" not in frame:
        parts = [role for part in trigger.entry.of for role in frame.get(part, ())]
        yield "of", tuple(parts), of
    if "by" not in frame and "subject" in frame:
        # A second one acts in something joined: "par l'Iran et leur usage par la Russie".
        yield "by", frame["subject"], by[:1]
        arguments.joined = [(p, t) for p, t in arguments.joined if t not in by[1:]]
    doing = frame.get("adjective") or frame.get("subject") or frame.get("by") or ()
    yield "adjective", doing, arguments.adjectives
    if arguments.possessive is not None and "of" in frame:
        # "sa visite" is the visitor's, "son rachat" may be either's.
        types = event_types()[trigger.type].roles
        roles = sorted(frame["of"], key=lambda role: "person" not in types[role].fillers)
        yield "possessive", tuple(roles), [arguments.owner or arguments.possessive]
    elif arguments.possessive is not None and "object" in frame and (of or goes):
        # "leurs livraisons d'armes", "ses ventes à l'Iran": whose they are, gave them.
        yield "possessive", frame.get("subject", ()), [arguments.owner or arguments.possessive]
    if "subject" in frame:
        yield "subject", frame["subject"], arguments.subject
    # "condamné à une amende", "a essuyé un embargo": it befalls whom it could be "against".
    undergoing = frame.get("object") or frame.get("against")
    if undergoing:
        yield "object", undergoing, arguments.object
