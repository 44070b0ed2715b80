"""What a verb makes of what is said with it: "doute de P", "penche pour P", "l'espoir s'éloigne".

The lexicon lists verbs with what must stand before or behind them, and the value of
what is told by the whole; this module finds the one that a main clause is built with.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.factuality.construction import EVENT, Construction
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.modality import is_affirmed
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import names_event
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

_SPELLINGS = {
    "de": grammar.DE_DU,
    "à": grammar.A_AU,
    "que": grammar.QUE,
    "l'": frozenset(("l'", "l’")),
    "s'": frozenset(("s'", "s’")),
}
# How far behind its verb a phrase may stand: "remet la vente du port en cause".
_FAR = 10
# A subject further from its verb is another verb's.
_LONGEST_SUBJECT = 14
# How far behind a preposition its noun stands: "vers une prochaine fermeture".
_NEAR = 4
_BREAKS = {",", ";", ":"}
# No finite form ends so: "la défense désespérée de la ville".
_PARTICIPLES = ("é", "ée", "és", "ées")
_PASSED_OVER = {"ADV", "PART", "SPACE"}


def judge_constructions(
    verdict: Verdict, sentence: Sentence, root: Token | None, scope: Scope, words: Words
) -> None:
    """Take "doute de la sincérité", "la thèse est remise en cause" into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        root: Its main token.
        scope: Its main clause.
        words: The pack's words.
    """
    if is_affirmed(scope, words):
        # "nul doute que"
        return
    for verb in _verbs(root, scope, words):
        if verdict.counts(sentence.span_of((verb,))):
            continue
        for construction in _known(verb, words):
            if not _is_met(construction, verb, scope, words):
                continue
            if negation_of(verb, words) is None:
                verdict.lower(construction.value, reason("hedge", sentence, verb))
            elif construction.negated is not None:
                verdict.settle(construction.negated, reason("hedge", sentence, verb))
            return


def _verbs(root: Token | None, scope: Scope, words: Words) -> list[Token]:
    """Return the verbs of the main clause that may build it, by form or lemma."""
    main = [] if root is None else [root]
    if scope.head is not None:
        main.append(lexical(scope.head))
        if scope.head.lower_ in words.construction_forms:
            # The parse may hang the verb on another word as an auxiliary.
            main.append(scope.head)
    found = dict.fromkeys(main)
    for verb in main:
        if grammar.is_verb(verb) and (infinitive := infinitive_behind(verb)) is not None:
            found[infinitive] = None
    if scope.head is None or not any(_known(t, words) for t in found):
        # A verb that the tagger took for a noun: "le ministre doute de", "la banque mise sur".
        found.update(
            (t, None)
            for place, t in enumerate(scope.main)
            if t.lower_ in words.construction_forms
            and (scope.head is None or not grammar.is_verb(t))
            and place
            and _may_be_verb(t)
        )
    return list(found)


def _known(verb: Token, words: Words) -> tuple[Construction, ...]:
    """Return what may be built with a word; a form may be several verbs' ("mise")."""
    known = words.constructions.get(words.lemma(verb), ())
    if grammar.is_finite(verb):
        return known
    return (*known, *words.construction_forms.get(verb.lower_, ()))


def _may_be_verb(token: Token) -> bool:
    """Tell whether a word behind a subject, without an article, may be its verb."""
    if token.pos_ == "ADJ" or token.lower_.endswith(_PARTICIPLES):
        return False
    before = token.nbor(-1)
    if before.pos_ in {"NOUN", "PROPN"} and token.pos_ != "PROPN":
        return True
    if before.pos_ != "ADJ" or before.i == token.first:
        return False
    return before.nbor(-1).pos_ in {"NOUN", "PROPN"}


def _is_met(construction: Construction, verb: Token, scope: Scope, words: Words) -> bool:
    if construction.subjects is not None and not _has_subject(construction, verb, scope, words):
        return False
    if construction.about is not None and construction.about.isdisjoint(
        t.lemma_.lower() for t in scope.main if t.pos_ == "NOUN"
    ):
        return False
    if not construction.behind:
        return True
    end = grammar.sentence_end(verb)
    following = [t for t in verb.doc[verb.i + 1 : min(verb.i + 1 + _FAR, end)] if not t.is_quote]
    for place, token in enumerate(following):
        if token.text in _BREAKS:
            break
        rest = following[place:]
        if any(
            _begins(rest, run)
            and (not construction.takes_event or _takes_event(rest[len(run) :], words))
            for run in construction.behind
        ):
            return True
        if token.lower_ in grammar.QUE or (not construction.far and token.pos_ not in _PASSED_OVER):
            break
    return False


def _begins(tokens: Sequence[Token], run: tuple[str, ...]) -> bool:
    return len(tokens) >= len(run) and all(
        t.lower_ in _SPELLINGS.get(word, (word,)) for t, word in zip(tokens, run, strict=False)
    )


def _takes_event(tokens: Sequence[Token], words: Words) -> bool:
    noun = next((t for t in tokens[:_NEAR] if t.pos_ == "NOUN"), None)
    return noun is not None and is_event(noun, words)


def is_event(noun: Token, words: Words) -> bool:
    """Tell whether a noun names what may happen or be done, or a conjecture of it.

    Args:
        noun: The noun.
        words: The pack's words.
    """
    name = noun.lemma_.lower()
    return (
        name in words.deeds
        or name in words.conjectures
        or name in words.open_nouns
        or names_event(noun, words)
    )


def _has_subject(construction: Construction, verb: Token, scope: Scope, words: Words) -> bool:
    wanted = construction.subjects or frozenset()
    before = [
        t
        for t in scope.main
        if verb.i - _LONGEST_SUBJECT <= t.i < verb.i and t.pos_ in {"NOUN", "PROPN", "PRON"}
    ]
    noun = next((t for t in before if t.pos_ == "NOUN"), None)
    if noun is None:
        return False
    return noun.lemma_.lower() in wanted or (EVENT in wanted and is_event(noun, words))
