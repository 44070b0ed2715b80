"""What one language's lexicon says of factuality, as rules ask for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.factuality.construction import Construction
from recoupe.extraction.factuality.noun_words import NounWords
from recoupe.extraction.factuality.phrases import Phrases
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# An archive of millions has more forms than this; then they are looked at anew.
_MOST_FORMS = 200_000
_REFLEXIVE = frozenset(("se", "s'", "s’", "me", "m'", "m’", "nous"))


@dataclass(frozen=True, slots=True)
class Words(NounWords):
    """What one language's lexicon says of factuality: verbs, particles, phrases, and the rest.

    Attributes:
        ne: Forms of the clitic that goes with negation.
        particles: Words that negate with it.
        determiners: Words that negate from within a noun phrase ("aucun").
        neither: Words that negate each of several verbs ("ni").
        fronted: Particles that may stand before the subject ("jamais il n'a").
        ne_alone: Verbs with which the clitic needs no particle.
        ne_idle: Verbs with which the clitic alone denies nothing ("n'importe qui").
        verbless: What begins a denial without a verb.
        bare: Those of them that begin a denial however long it is.
        intensifiers: What may stand before that.
        besides: Infinitives behind them that add one more ("sans compter les blessés").
        besides_of: The same where "de" follows ("sans parler des blessés").
        lacking: Prepositions that deny the infinitive behind them ("sans prévenir").
        affirming: Phrases that look like a negation and affirm.
        affirming_when_negated: Verbs that affirm when negated ("n'a cessé de").
        conditional: Pattern of the forms that are in the conditional.
        future: Pattern of the forms that are in the future, in the third person.
        doubting: Forms of verbs of doubt that are nouns too ("doute"), with their values.
        imperative: Pattern of a first word that orders or asks.
        imperatives: Forms that are one wherever they stand first.
        behind_imperative: Words behind it, where the tagger does not know it.
        modals: Verb to the value of what it governs.
        linking: Modal verbs that also take an adjective ("semble touché").
        appearing: Those of them that also tell of a publication.
        with_noun: Those that also take a noun for what may happen ("risque une amende").
        giving_up: Those that do so with a noun behind "à".
        aims: Nouns whose "est de" tells what is aimed at.
        over_object: Those whose infinitive stands behind an object.
        bare_infinitive: Verbs that take an infinitive without a preposition.
        elliptic: Modals that say so even where their infinitive is not seen.
        duty: Modals that tell a duty in the present and likelihood otherwise.
        need: Verbs of need without a person for a subject ("il faut").
        need_to_say: Infinitives behind those that only introduce ("il faut savoir que").
        need_to_note: Those of them that do with a noun too ("il faut noter la présence de").
        granted: Infinitives that are no less certain behind "pouvoir".
        achieved: Infinitives that are done where somebody "a pu" do them.
        guessed: Infinitives that are only possible, whoever "a pu" do them.
        asking_how: Words of a question or a condition, in which "a pu" tells of nothing done.
        doers: Pronouns and nouns for those who do things: people and bodies.
        at_last: Adverbs that tell that what one "a pu" do was done.
        intention: Verbs whose complement is planned, wished for or offered.
        if_conditional: Those of them that are so in the conditional only.
        if_impersonal: Those of them that are so without a person only.
        perceived: Those of them that tell what was heard, in a compound tense.
        too_early: Predicates that leave open what is too early to be said.
        unsure: Predicates to what they leave of their subject where they are denied.
        holding: Verbs that say, beside a quotation, how sure it is held.
        performative: Verbs whose complement is open in the present tense only.
        enacting: Those of them that do what they name where they govern no infinitive.
        considering: Verbs that leave open an event that is their object.
        weighing: Those of them that take an event behind "à".
        planning: The same whatever noun is their object.
        threatening: Verbs that threaten somebody with what stands behind "de".
        threats: Nouns that tell with what.
        calling: Verbs that, in the present, leave open what they call for.
        excluding: Verbs that leave their object possible when negated.
        advocating: Verbs that leave open what stands behind "pour" ("milite pour sauver").
        incumbent: Verbs that, with "il", leave to somebody what is to be done.
        deciding: Verbs behind which a negated infinitive is no deed.
        daring: Verbs whose infinitive tells the attitude ("ose espérer").
        confirming: Verbs that, denied, leave open what they take.
        proving: Verbs that, denied, leave open what they take with "que".
        events: Nouns that name such events.
        event_endings: Endings of further ones, where "de" stands behind them.
        expecting: Verbs of attitude whose object is a content.
        denying: Verbs that deny whatever their object.
        turning_down: Verbs that deny what one is blamed for ("rejette toute responsabilité").
        blame: Nouns of what one is blamed for.
        forced: Participles that tell what was done where they are compound ("a été contraint de").
        purpose: Prepositions that make a purpose of a plan ("dans le but de").
        intention_phrases, adverbs, phrases, wanted, not_excluded: Phrases, compiled.
        claiming: Verbs that claim a deed, or claim what one wants.
        claimed: Nouns that tell what one wants.
        ordering_with_de: Verbs of saying that order with "de" and an infinitive.
        acts: What is voted down or turned down, and no proposition.
        governing: All verbs that say something of what they govern.
        constructions: Verb to what it makes of what is said with it ("doute de").
        construction_forms: The same by their conjugated forms, for verbs that the tagger missed.
        listed: All verbs of the two.
        forms: Conjugated form to verb, for verbs that the tagger missed.
        conditionals: Forms that were looked at, and whether each is in the conditional.
    """

    ne: frozenset[str]
    particles: frozenset[str]
    determiners: frozenset[str]
    neither: frozenset[str]
    fronted: frozenset[str]
    ne_alone: frozenset[str]
    ne_idle: frozenset[str]
    verbless: frozenset[str]
    bare: frozenset[str]
    intensifiers: frozenset[str]
    lacking: frozenset[str]
    besides: frozenset[str]
    besides_of: frozenset[str]
    affirming: Phrases
    affirming_when_negated: frozenset[str]
    conditional: re.Pattern[str]
    future: re.Pattern[str]
    doubting: Mapping[str, Factuality]
    imperative: re.Pattern[str]
    imperatives: frozenset[str]
    behind_imperative: frozenset[str]
    modals: Mapping[str, Factuality]
    linking: frozenset[str]
    appearing: frozenset[str]
    with_noun: frozenset[str]
    giving_up: frozenset[str]
    aims: frozenset[str]
    over_object: frozenset[str]
    bare_infinitive: frozenset[str]
    elliptic: frozenset[str]
    duty: frozenset[str]
    need: frozenset[str]
    need_to_say: frozenset[str]
    need_to_note: frozenset[str]
    granted: frozenset[str]
    achieved: frozenset[str]
    guessed: frozenset[str]
    asking_how: frozenset[str]
    doers: frozenset[str]
    at_last: frozenset[str]
    intention: frozenset[str]
    if_conditional: frozenset[str]
    if_impersonal: frozenset[str]
    perceived: frozenset[str]
    performative: frozenset[str]
    enacting: frozenset[str]
    considering: frozenset[str]
    weighing: frozenset[str]
    planning: frozenset[str]
    threatening: frozenset[str]
    threats: frozenset[str]
    calling: frozenset[str]
    excluding: frozenset[str]
    advocating: frozenset[str]
    incumbent: frozenset[str]
    deciding: frozenset[str]
    daring: frozenset[str]
    confirming: frozenset[str]
    proving: frozenset[str]
    events: frozenset[str]
    event_endings: tuple[str, ...]
    expecting: frozenset[str]
    too_early: frozenset[str]
    unsure: Mapping[str, Factuality]
    denying: frozenset[str]
    turning_down: frozenset[str]
    blame: frozenset[str]
    intention_phrases: Phrases
    forced: frozenset[str]
    purpose: frozenset[str]
    adverbs: Phrases
    phrases: Phrases
    wanted: Phrases
    not_excluded: Phrases
    holding: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    ordering_with_de: frozenset[str]
    acts: frozenset[str]
    governing: frozenset[str]
    constructions: Mapping[str, tuple[Construction, ...]]
    construction_forms: Mapping[str, tuple[Construction, ...]]
    listed: frozenset[str]
    forms: Mapping[str, str]
    conditionals: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def lemma(self, token: Token) -> str:
        """Return a verb as the lexicon writes it ("se_préparer"); its form outranks its lemma."""
        lemma = token.lemma_.lower()
        if lemma not in self.listed:
            lemma = self.forms.get(token.lower_, lemma)
        reflexive = f"se_{lemma}"
        if reflexive in self.listed:
            near = token.doc[max(grammar.sentence_start(token), token.i - 4) : token.i]
            if any(t.lower_ in _REFLEXIVE for t in near):
                return reflexive
        return lemma

    def is_conditional(self, token: Token) -> bool:
        """Tell whether a form is in the conditional, whatever the tagger makes of it."""
        form = token.lower_
        known = self.conditionals.get(form)
        if known is None:
            known = form[-1:] in "ts" and self.conditional.match(form) is not None
            if len(self.conditionals) >= _MOST_FORMS:
                self.conditionals.clear()
            self.conditionals[form] = known
        return known

    def is_future(self, token: Token) -> bool:
        """Tell whether a form is in the future, third person, whatever the tagger makes of it."""
        return token.lower_[-1:] in "at" and self.future.match(token.lower_) is not None
