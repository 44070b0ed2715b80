"""What one language's lexicon says of factuality, as rules ask for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.factuality.construction import Construction
from recoupe.extraction.factuality.phrases import Phrases
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# An archive of millions has more forms than this; then they are looked at anew.
_MOST_FORMS = 200_000
_REFLEXIVE = frozenset(("se", "s'", "s’", "me", "m'", "m’", "nous"))


@dataclass(frozen=True, slots=True)
class Words:
    """What one language's lexicon says of factuality.

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
        purpose: Prepositions that make a purpose of a plan ("dans le but de").
        intention_phrases, adverbs, phrases, wanted, not_excluded: Phrases, compiled.
        false_predicates: Words that declare the subject false.
        copulas: Forms that stand before those.
        open_nouns, open_adjectives: Values of nominal contents.
        bearing: Verbs that say of such a noun that it is there ("il existe un risque que").
        being: Those of them by which the noun is what is spoken of ("le danger est que P").
        open_predicates: Such nouns where they are said of something ("est une hypothèse").
        willing: Adjectives of who is ready for what stands behind "à".
        conjectures: Nouns to the value of what is only that ("selon cette hypothèse, P").
        concrete_conjectures: Those of them that name other things too ("la piste de l'aéroport").
        spreading: Verbs by which such a noun's content is told ("une rumeur circule").
        open_labels: Nouns that, before a colon, leave open what stands behind it.
        labelling: Verbs that call something a conjecture ("qualifie de pure spéculation").
        following: Prepositions that name what a clause rests on.
        ascribing: Verbs that lay a deed at somebody's door.
        deeds: Nouns of such deeds.
        broaching: Verbs that only speak of an indefinite event.
        speaking_of: Verbs that take what is spoken of behind a preposition.
        vouching: Verbs by which what hangs on them is told ("montrent que").
        relying: Verbs that, with "sur", rest on what is to come.
        announcing: Verbs behind which a conditional is a future, whatever its predicate.
        regarded: Phrases of what something is held to be.
        verified: Participles that, behind "non", leave open what is told.
        averting: Verbs whose event is kept from being.
        standing: Forms to what they say of an event that is their subject ("compromise").
        talks: Nouns of talks, whose aim is open.
        heading_for: Prepositions that open a headline of what is to come ("vers").
        needed: Adjectives of what is needed or wished for.
        remote: Words that with "de" and an infinitive say that it is not so ("loin de").
        open_with_infinitive: Nouns that leave open the infinitive behind them.
        binding: Nouns of need and wish that do so under a verb too ("rappelle la nécessité de").
        missing: Nouns that say that what they name is not ("l'absence de contrôle").
        not_open: Words behind such a noun that make it a thing ("projet de loi").
        conditions: Phrases that open a condition.
        conditions_of_conditional: Prepositions that do before a conditional.
        no_condition: Nouns behind those that make no condition ("sans surprise").
        granting: Verbs before which a clause with "si" grants something.
        granted_state: Verbs that, in a clause with "si", tell a state and no condition.
        conceding: Words by which a clause with "si" before it grants something.
        claiming: Verbs that claim a deed, or claim what one wants.
        claimed: Nouns that tell what one wants.
        ordering_with_de: Verbs of saying that order with "de" and an infinitive.
        purpose_openers: What begins a proposition that is only a purpose.
        asking_openers: What begins a question with an infinitive ("comment réparer").
        acts: What is voted down or turned down, and no proposition.
        not_si, behind_si: Words around "si" where it is no condition.
        asking: Verbs behind which "si" asks.
        schedule: Words of time that make a duty a schedule.
        held: Verbs that tell of a schedule when reflexive ("doit se tenir").
        subordinating: What opens a clause that is not the main one.
        holding_que: Nouns that "que" behind them belongs to ("le fait que").
        subordinating_infinitive: The same before an infinitive.
        opening: All words that may open a clause; none of the others is looked at.
        introducing: What stands before the proposition and says nothing ("une chose est sûre").
        introducing_that: The same with "que", elided or not ("reste que").
        explaining: Words that open a headline of how or why P.
        naming: Participles that a title in quotation marks stands behind ("intitulée").
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
    purpose: frozenset[str]
    adverbs: Phrases
    phrases: Phrases
    wanted: Phrases
    not_excluded: Phrases
    false_predicates: frozenset[str]
    copulas: frozenset[str]
    open_nouns: Mapping[str, Factuality]
    bearing: frozenset[str]
    being: frozenset[str]
    open_predicates: frozenset[str]
    willing: frozenset[str]
    conjectures: Mapping[str, Factuality]
    concrete_conjectures: frozenset[str]
    spreading: frozenset[str]
    open_labels: frozenset[str]
    labelling: frozenset[str]
    following: frozenset[str]
    ascribing: frozenset[str]
    deeds: frozenset[str]
    broaching: frozenset[str]
    speaking_of: frozenset[str]
    vouching: frozenset[str]
    relying: frozenset[str]
    announcing: frozenset[str]
    regarded: Phrases
    verified: frozenset[str]
    averting: frozenset[str]
    standing: Mapping[str, Factuality]
    talks: frozenset[str]
    heading_for: frozenset[str]
    needed: frozenset[str]
    remote: frozenset[str]
    open_with_infinitive: frozenset[str]
    binding: frozenset[str]
    missing: frozenset[str]
    not_open: frozenset[str]
    open_adjectives: Mapping[str, Factuality]
    conditions: Phrases
    conditions_of_conditional: frozenset[str]
    no_condition: frozenset[str]
    granting: frozenset[str]
    granted_state: frozenset[str]
    conceding: frozenset[str]
    holding: frozenset[str]
    claiming: frozenset[str]
    claimed: frozenset[str]
    ordering_with_de: frozenset[str]
    purpose_openers: frozenset[str]
    asking_openers: frozenset[str]
    acts: frozenset[str]
    not_si: frozenset[str]
    behind_si: tuple[str, ...]
    asking: frozenset[str]
    schedule: frozenset[str]
    held: frozenset[str]
    subordinating: frozenset[str]
    holding_que: frozenset[str]
    subordinating_infinitive: frozenset[str]
    opening: frozenset[str]
    introducing: tuple[str, ...]
    introducing_that: frozenset[str]
    explaining: frozenset[str]
    naming: frozenset[str]
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
