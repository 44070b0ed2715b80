"""Whether the words around a trigger let it tell of its event: what keeps near misses out."""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits
from recoupe.extraction.events.lexicon import Entry, Trigger
from recoupe.extraction.events.roles.arguments import Arguments
from recoupe.extraction.events.roles.voice import Voice
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

_ACTORS = frozenset(("person", "body", "state"))
_JUST_BEHIND = 3


def fits(
    trigger: Trigger,
    arguments: Arguments,
    voice: Voice | None,
    sentence: Sentence,
    things: Things,
    joining: Joining,
) -> bool:
    """Tell whether the words around a trigger let it tell of its event.

    Args:
        trigger: The trigger.
        arguments: What stands around it.
        voice: A verb's voice, None for a noun.
        sentence: The sentence.
        things: Tells what words name.
        joining: The language's words that join.
    """
    if voice is None and _only_describes(arguments, things, joining):
        return False
    if voice is not None and trigger.pronominal != voice.reflexive:
        sold = voice.reflexive and trigger.entry.reflexive == "passive"
        if not (sold and _by_itself(arguments, sentence, things)):
            return False
    return _has_form(trigger.entry, arguments) and _has_words(trigger, arguments, things)


def _by_itself(arguments: Arguments, sentence: Sentence, things: Things) -> bool:
    """Tell "les pièces se vendent" from "il s'est livré à la police": only things do."""
    return bool(arguments.subject) and not any(
        t.pos_ == "PRON" or admits(_ACTORS, things.kinds(things.core(t), sentence))
        for t in arguments.subject
    )


def _has_form(entry: Entry, arguments: Arguments) -> bool:
    """Tell whether a word stands in the number, and under the verb, that its event asks for."""
    plural = grammar.has(arguments.word, "Number", "Plur")
    if entry.number != "any" and plural != (entry.number == "plural"):
        return False
    if entry.infinitive == "never" and arguments.infinitive is not None:
        return False
    above = arguments.word.head.lemma_.lower()
    if above in entry.not_carried_by:
        return False
    return not entry.carried_by or above in entry.carried_by


def _has_words(trigger: Trigger, arguments: Arguments, things: Things) -> bool:
    """Tell whether the words near by are those that its event asks for."""
    entry = trigger.entry
    behind = _behind(arguments.word, _JUST_BEHIND)
    near = {w for t in behind for w in (t.lower_, t.lemma_.lower())}
    heads = {w for t in arguments.heads() for w in (t.lower_, t.lemma_.lower())}
    heads |= {things.core(t).lemma_.lower() for t in arguments.object}
    if not trigger.not_with.isdisjoint(near | heads):
        return False
    before = arguments.word.nbor(-1).lower_ if arguments.word.i > arguments.word.first else ""
    if before in entry.not_after:
        return False
    if entry.with_object and heads.isdisjoint(entry.with_object):
        return False
    return (
        not entry.with_words
        or not heads.isdisjoint(entry.with_words)
        or not near.isdisjoint(entry.with_words)
    )


def _only_describes(arguments: Arguments, things: Things, joining: Joining) -> bool:
    """Tell "une licence d'exportation": a bare noun that says of what kind another thing is."""
    noun = arguments.word
    head = noun.head
    if not noun.dep_.startswith("nmod") or head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if joining.preposition(noun) != "de" or grammar.has(noun, "Number", "Plur"):
        return False
    if any(c.pos_ in {"DET", "NUM"} or c.lower_ in joining.with_article for c in noun.children):
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
