"""What is put forward as no more than a conjecture: "selon cette hypothèse, P", "Rumeur : P"."""

from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import names_event
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_TAKEN = frozenset(("obj", "nsubj:pass"))
_SPOKEN_OF = _TAKEN | {"obl:arg", "obl:mod"}
_NOT = "non"
_ON = "sur"
_OF = frozenset(("de", "d'", "d’", "du", "des", "sur", "autour", "selon")) | grammar.QUE
_ONE = frozenset(("un", "une"))
_IN = "dans"
# In words: "D'après le deuxième scénario," and "Hypothèse la plus sérieuse :".
_LONGEST_PHRASE = 7
_LONGEST_OPENING = 12
_NEAR = 5


def value_of_source(cue: Token, words: Words) -> Factuality | None:
    """Return what "selon cette hypothèse" makes of its clause; None where it names a source.

    Args:
        cue: The preposition.
        words: The pack's words.
    """
    if cue.lower_ in words.following:
        return _followed(cue, words)
    # "Des informations non confirmées font état de dix morts"
    teller = grammar.subject(cue) if grammar.is_verb(cue) else None
    if teller is None or teller.pos_ != "NOUN" or teller.i > cue.i:
        return None
    if teller.head is not cue and cue.doc[grammar.verb_group(cue)[0].i - 1].text == ",":
        # "L'hypothèse est écartée, a fait savoir le juge": the subject of what is said.
        return None
    return _held_to_be(teller, words)


def _followed(preposition: Token, words: Words) -> Factuality | None:
    end = min(preposition.i + _LONGEST_PHRASE, grammar.sentence_end(preposition))
    behind = preposition.doc[preposition.i + 1 : end]
    if preposition.lower_ == _IN and not any(grammar.has(t, "PronType", "Dem") for t in behind[:1]):
        return None
    for token in behind:
        if token.is_punct:
            return None
        if token.pos_ == "NOUN":
            return _held_to_be(token, words)
    return None


def _held_to_be(noun: Token, words: Words) -> Factuality | None:
    """Return what a noun makes of what it tells: a rumour, or "informations non confirmées"."""
    end = min(noun.i + _NEAR, grammar.sentence_end(noun))
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : end]]
    if any(a == _NOT and b in words.verified for a, b in pairwise(behind)):
        return _F.POSSIBLE
    return words.conjectures.get(noun.lemma_.lower())


def is_broached(verb: Token, thing: Token, words: Words) -> bool:
    """Tell "évoque un rachat", "une fermeture est évoquée", which is only spoken of.

    Args:
        verb: The verb.
        thing: What is told with it.
        words: The pack's words.
    """
    indefinite = any(
        c.dep_ == "det" and grammar.has(c, "Definite", "Ind") and c.i < thing.i
        for c in thing.children
    )
    return indefinite and verb.lemma_ in words.broaching and thing.lemma_.lower() in words.events


def judge_conjectures(
    verdict: Verdict,
    sentence: Sentence,
    root: Token | None,
    cue: Token | None,
    scope: Scope,
    words: Words,
) -> None:
    """Take "Objectif : P", "dans ce scénario, P", "des rumeurs de rachat circulent" into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        root: Its main token.
        cue: The word of saying, if any.
        scope: Its main clause.
        words: The pack's words.
    """
    if verdict.negative or not verdict.plain or not scope.tokens:
        return
    named = _label(scope, words)
    if named is None and cue is not None and words.lemma(cue) in words.labelling:
        named = _labelled(scope, words)
    if named is None and cue is None:
        named = _told_by(scope, words)
    if named is not None:
        told, value = named
        verdict.lower(value, reason("hedge", sentence, told))
    elif root is not None:
        _judge_predicated(verdict, sentence, root, words)
        if verdict.plain and grammar.is_verb(root):
            _judge_subject(verdict, sentence, root, words)
            _judge_taken(verdict, sentence, root, words)


def _judge_predicated(verdict: Verdict, sentence: Sentence, root: Token, words: Words) -> None:
    """Take "est en pourparlers pour céder", "la vente est compromise" into account."""
    held = _said_to_be(root, words)
    if held is not None:
        # "la piste privilégiée est celle du vol"
        verdict.lower(words.conjectures[held.lemma_.lower()], reason("hedge", sentence, held))
    elif root.lemma_.lower() in words.talks and any(
        c.dep_ == "advcl" and any(m.lower_ in words.purpose_openers for m in c.lefts)
        for c in root.children
    ):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, root))
    elif (
        root.lower_ in words.standing
        and (root.lower_ not in words.hinging or _hangs_on_event(root, words))
        and any(
            c.dep_ in _SUBJECTS and c.pos_ == "NOUN" and names_event(c, words) for c in root.lefts
        )
    ):
        verdict.lower(words.standing[root.lower_], reason("hedge", sentence, root))


def _hangs_on_event(participle: Token, words: Words) -> bool:
    """Tell "suspendue à la décision du juge" from "suspendue depuis mardi"."""
    end = min(participle.i + _NEAR, grammar.sentence_end(participle))
    behind = participle.doc[participle.i + 1 : end]
    if not behind or behind[0].lower_ not in grammar.A_AU:
        return False
    noun = next((t for t in behind if t.pos_ == "NOUN"), None)
    return noun is not None and names_event(noun, words)


def _judge_subject(verdict: Verdict, sentence: Sentence, root: Token, words: Words) -> None:
    """Take "des rumeurs de rachat circulent", "l'attaque est attribuée à" into account."""
    for noun in root.lefts:
        if noun.dep_ not in _SUBJECTS or noun.pos_ != "NOUN":
            continue
        name = noun.lemma_.lower()
        held = words.conjectures.get(name)
        if held is not None and root.lemma_ in words.spreading and _takes_content(noun, words):
            verdict.lower(held, reason("hedge", sentence, noun))
        elif root.lemma_ in words.ascribing and grammar.is_passive(root) and name in words.deeds:
            verdict.lower(_F.PROBABLE, reason("hedge", sentence, root))


def _told_by(scope: Scope, words: Words) -> tuple[Token, Factuality] | None:
    """Return the preposition of "selon cette hypothèse," before a clause or at its head."""
    first = scope.tokens[0]
    before = first.doc[max(first.first, first.i - _LONGEST_OPENING) : first.i]
    for token in (*before, *scope.main[:_LONGEST_PHRASE]):
        if token.lower_ not in words.following:
            continue
        place = token.i - token.first
        # "D'" may stand before "après".
        if place > 1 and token.nbor(-1).text != "," and token.nbor(-2).text != ",":
            continue
        value = _followed(token, words)
        if value is not None:
            return token, value
    return None


def _label(scope: Scope, words: Words) -> tuple[Token, Factuality] | None:
    """Return the noun of "Hypothèse privilégiée :" and its value."""
    noun: Token | None = None
    for token in scope.tokens[:_LONGEST_PHRASE]:
        if token.text == ":":
            break
        if token.is_punct or is_conjugated(token, words) or token.pos_ == "ADP":
            return None
        if noun is None and token.pos_ in {"NOUN", "PROPN"}:
            noun = token
    else:
        return None
    if noun is None:
        return None
    name = noun.lemma_.lower()
    if name in words.open_labels:
        return noun, _F.UNDERSPECIFIED
    value = words.conjectures.get(name)
    if value is None:
        return None
    said = (words.open_adjectives.get(c.lower_) for c in noun.children)
    return noun, next((v for v in said if v is _F.PROBABLE), value)


def _labelled(scope: Scope, words: Words) -> tuple[Token, Factuality] | None:
    """Return the noun of "qualifie ⟦la vente de pure spéculation⟧" and its value."""
    for place, token in enumerate(scope.tokens):
        value = words.conjectures.get(token.lemma_.lower()) if place else None
        before = scope.tokens[max(0, place - 2) : place]
        if value is not None and any(t.lower_ in _OF for t in before):
            return token, value
    return None


def _takes_content(noun: Token, words: Words) -> bool:
    """Tell "des rumeurs de rachat", "l'hypothèse que P" from "la piste de l'aéroport"."""
    end = grammar.sentence_end(noun)
    behind = [t for t in noun.doc[noun.i + 1 : min(noun.i + 5, end)] if t.pos_ != "ADJ"]
    if not behind or behind[0].lower_ not in _OF:
        return False
    concrete = noun.lemma_.lower() in words.concrete_conjectures
    return not concrete or any(t.lower_ in _ONE for t in behind[:2])


def _said_to_be(root: Token, words: Words) -> Token | None:
    """Return the noun of "l'hypothèse retenue est P", "la piste est celle du vol"."""
    if not any(c.dep_ == "cop" for c in root.children) and root.lemma_ != "être":
        return None
    for noun in root.lefts:
        if noun.dep_ in _SUBJECTS and noun.lemma_.lower() in words.conjectures:
            kept = any(c.lemma_.lower() in words.spreading for c in noun.rights)
            told = root.pos_ == "PRON" or grammar.is_verb(root)
            return noun if kept or told else None
    return None


def _is_relied_on(noun: Token, words: Words) -> bool:
    return names_event(noun, words) and any(
        c.lower_ == _ON and c.dep_ == "case" for c in noun.children
    )


def _judge_taken(verdict: Verdict, sentence: Sentence, root: Token, words: Words) -> None:
    """Take "évoque la possible livraison", "une fermeture est évoquée" into account."""
    if not verdict.plain:
        return
    if root.lemma_ in words.relying and any(_is_relied_on(c, words) for c in root.rights):
        # "mise sur une victoire"
        verdict.lower(_F.PROBABLE, reason("hedge", sentence, root))
        return
    taken = _SPOKEN_OF if root.lemma_ in words.speaking_of else _TAKEN
    for thing in root.children:
        if thing.dep_ not in taken or thing.pos_ != "NOUN":
            continue
        if is_broached(root, thing, words):
            verdict.lower(_F.POSSIBLE, reason("hedge", sentence, root))
            return
        if (
            root.lemma_ in words.averting
            and thing.dep_ == "obj"
            and thing.i > root.i
            and names_event(thing, words)
        ):
            verdict.lower(_F.CERTAIN_NOT, reason("modal-verb", sentence, root))
            return
        if root.lemma_ not in words.spreading and root.lemma_ not in words.bearing:
            continue
        for child in thing.children:
            if root.lemma_ in words.speaking_of and child.lower_ in words.false_predicates:
                # "a parlé de rumeurs infondées"
                verdict.lower(_F.CERTAIN_NOT, reason("denial", sentence, child))
                return
            value = words.open_adjectives.get(child.lower_)
            if value is not None:
                verdict.lower(value, reason("hedge", sentence, child))
                return
        held = words.conjectures.get(thing.lemma_.lower())
        if held is not None and root.lemma_ in words.spreading:
            # "privilégient la piste criminelle"
            verdict.lower(held, reason("hedge", sentence, thing))
            return
