"""The pack's words that lower certainty or turn polarity, compiled for look-up."""

import re
from functools import cache

from recoupe.extraction import grammar
from recoupe.extraction.factuality.construction import Construction, read_constructions
from recoupe.extraction.factuality.phrases import Phrases
from recoupe.extraction.factuality.words import Words
from recoupe.language import Pack
from recoupe.model import Factuality

__all__ = ["Words", "load_words"]


@cache
def load_words(pack: Pack) -> Words:
    """Return the pack's words of factuality, compiled once."""
    words = pack.words("factuality")
    negation = words["negation"]
    adverbs = tuple(words["phrase_adverbs"])

    def verbs(name: str) -> frozenset[str]:
        return frozenset(map(_verb, words[name]))

    def values(name: str) -> dict[str, Factuality]:
        return {word: Factuality(value) for value, listed in words[name].items() for word in listed}

    def phrases(name: str) -> Phrases:
        return Phrases(((phrase, Factuality.UNDERSPECIFIED) for phrase in words[name]), adverbs)

    modals = {_verb(lemma): Factuality(value) for lemma, value in words["modals"].items()}
    governing = frozenset(modals).union(
        *map(
            verbs,
            (
                "intention",
                "performative",
                "considering",
                "planning",
                "calling",
                "threatening",
                "excluding",
                "need",
                "advocating",
                "incumbent",
                "deciding",
            ),
        )
    )
    constructions = read_constructions(words["constructions"])
    forms: dict[str, str] = {}
    for lemma in sorted({verb.removeprefix("se_") for verb in governing}):
        for form in pack.verb_forms(lemma, every_person=True):
            forms.setdefault(form, lemma)
    built: dict[str, tuple[Construction, ...]] = {}
    for lemma, known in constructions.items():
        if not lemma.startswith("se_"):
            for form in pack.verb_forms(lemma, every_person=True):
                built[form] = (*built.get(form, ()), *known)
    return Words(
        ne=frozenset(negation["ne"]),
        particles=frozenset(negation["particles"]),
        determiners=frozenset(negation["determiners"]),
        neither=frozenset(negation["neither"]),
        fronted=frozenset(negation["fronted"]),
        ne_alone=frozenset(negation["ne_alone"]),
        ne_idle=frozenset(negation["ne_idle"]),
        verbless=frozenset(negation["verbless"]),
        bare=frozenset(negation["bare"]),
        intensifiers=frozenset(negation["intensifiers"]),
        lacking=frozenset(negation["lacking"]),
        besides=frozenset(negation["besides"]),
        besides_of=frozenset(negation["besides_of"]),
        affirming=phrases("affirming"),
        affirming_when_negated=verbs("affirming_when_negated"),
        conditional=re.compile(words["conditional"]),
        future=re.compile(words["future"]),
        doubting=values("doubting"),
        imperative=re.compile(words["imperative"]),
        imperatives=frozenset(words["imperatives"]),
        behind_imperative=frozenset(words["behind_imperative"]),
        modals=modals,
        linking=verbs("linking"),
        appearing=verbs("appearing"),
        with_noun=verbs("with_noun"),
        giving_up=verbs("giving_up"),
        aims=frozenset(words["aims"]),
        over_object=verbs("over_object"),
        bare_infinitive=verbs("bare_infinitive"),
        elliptic=verbs("elliptic"),
        duty=verbs("duty"),
        need=verbs("need"),
        need_to_say=verbs("need_to_say"),
        need_to_note=verbs("need_to_note"),
        granted=verbs("granted"),
        achieved=verbs("achieved"),
        guessed=verbs("guessed"),
        asking_how=frozenset(words["asking_how"]),
        doers=frozenset(
            (
                *words["personal_doers"],
                *pack.words("sources")["people"],
                *pack.words("sources")["bodies"],
            )
        ),
        at_last=frozenset(words["at_last"]),
        intention=verbs("intention"),
        if_conditional=verbs("wished_if_conditional"),
        if_impersonal=verbs("wished_if_impersonal"),
        perceived=verbs("perceived"),
        performative=verbs("performative"),
        enacting=verbs("enacting"),
        considering=verbs("considering"),
        weighing=verbs("weighing"),
        planning=verbs("planning"),
        threatening=verbs("threatening"),
        threats=frozenset(words["threats"]),
        calling=verbs("calling"),
        excluding=verbs("excluding"),
        advocating=verbs("advocating"),
        incumbent=verbs("incumbent"),
        deciding=verbs("deciding"),
        daring=verbs("daring"),
        confirming=verbs("confirming"),
        proving=verbs("proving"),
        events=frozenset(words["events"]),
        event_endings=tuple(words["event_endings"]),
        expecting=verbs("expecting"),
        too_early=frozenset(words["too_early"]),
        unsure=values("unsure"),
        denying=verbs("denying"),
        turning_down=verbs("turning_down"),
        blame=frozenset(words["blame"]),
        intention_phrases=phrases("intention_phrases"),
        forced=frozenset(words["forced"]),
        purpose=frozenset(words["purpose"]),
        adverbs=Phrases(values("adverbs").items()),
        phrases=Phrases(values("phrases").items(), adverbs),
        wanted=phrases("wanted"),
        not_excluded=phrases("not_excluded"),
        false_predicates=frozenset(words["false_predicates"]),
        copulas=frozenset(words["copulas"]),
        charging=frozenset(words["charging"]),
        open_nouns=values("open_nouns"),
        bearing=verbs("bearing"),
        being=verbs("being"),
        naming_as=verbs("naming_as"),
        open_predicates=frozenset(words["open_predicates"]),
        willing=frozenset(words["willing"]),
        conjectures=values("conjectures"),
        concrete_conjectures=frozenset(words["concrete_conjectures"]),
        spreading=verbs("spreading"),
        open_labels=frozenset(words["open_labels"]),
        labelling=verbs("labelling"),
        following=frozenset(words["following"]),
        ascribing=verbs("ascribing"),
        deeds=frozenset(words["deeds"]),
        broaching=verbs("broaching"),
        speaking_of=verbs("speaking_of"),
        vouching=verbs("vouching"),
        relying=verbs("relying"),
        announcing=verbs("announcing"),
        regarded=phrases("regarded"),
        verified=frozenset(words["verified"]),
        averting=verbs("averting"),
        hinging=frozenset(words["hinging"]),
        standing=values("standing"),
        talks=frozenset(words["talks"]),
        heading_for=frozenset(words["heading_for"]),
        needed=frozenset(words["needed"]),
        remote=frozenset(words["remote"]),
        open_with_infinitive=frozenset(words["open_with_infinitive"]),
        binding=frozenset(words["binding"]),
        missing=frozenset(words["missing"]),
        not_open=frozenset(words["not_open"]),
        open_adjectives=values("open_adjectives"),
        conditions=phrases("conditions"),
        conditions_of_conditional=frozenset(words["conditions_of_conditional"]),
        no_condition=frozenset(words["no_condition"]),
        granting=verbs("granting"),
        granted_state=frozenset(words["granted_state"]),
        conceding=frozenset(words["conceding"]),
        holding=verbs("holding"),
        claiming=verbs("claiming"),
        claimed=frozenset(words["claimed"]),
        ordering_with_de=verbs("ordering_with_de"),
        purpose_openers=frozenset(words["purpose_openers"]),
        asking_openers=frozenset(words["asking_openers"]),
        acts=frozenset(words["acts"]),
        not_si=frozenset(words["not_si"]),
        behind_si=tuple(words["behind_si"]),
        asking=verbs("asking"),
        schedule=frozenset(words["schedule"]),
        held=verbs("held"),
        subordinating=frozenset(words["subordinating"]),
        holding_que=frozenset(words["holding_que"]),
        subordinating_infinitive=frozenset(words["subordinating_infinitive"]),
        opening=frozenset(words["subordinating"]).union(
            words["subordinating_infinitive"], grammar.QUE, ("s'", "s’")
        ),
        introducing=tuple(words["introducing"]),
        introducing_that=frozenset(
            written + que for written in words["introducing_that"] for que in (" que", " qu'")
        ),
        introducing_with=tuple(words["introducing_with"]),
        explaining=frozenset(words["explaining"]),
        naming=frozenset(words["naming"]),
        governing=governing,
        constructions=constructions,
        construction_forms=built,
        listed=governing | frozenset(constructions),
        forms=forms,
    )


def _verb(written: str) -> str:
    return written.replace("s'", "se_") if written.startswith("s'") else written
