"""Words of saying and of sources in one language, as its lexicons give them."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.extraction.attribution.cues import Cue
from recoupe.model import Factuality


@dataclass(frozen=True, slots=True)
class Words:
    """Words of saying and of sources in one language.

    Attributes:
        verbs: Lemma to what it does; a reflexive verb's lemma begins with ``se_``,
            a verb under ``faire`` or ``laisser`` with that verb's.
        quoting: Lemmas that are cues beside a quotation only.
        forms: Conjugated form to lemma, for verbs that the tagger missed.
        stems: All verbs' lemmas, without what stands before them ("se_").
        nouns: Lemma of a noun of saying to its value.
        verdict_verbs: Lemmas that pass a verdict on what somebody says.
        according: Prepositions that name a source, in lower case, without
            blanks (tokenisers differ on "l'on"), longest first.
        measuring: Those of them that also tell a measure or a rule ("selon la loi").
        bare: The same for sources without an article ("de source policière").
        clitic: The same where the source is a clitic ("à l'en croire").
        possessed: The same where the source is a possessive ("à ses yeux").
        telltale: The longest word of each such preposition, one of which must be there.
        opinion: Prepositions that name a source before a person only.
        not_naming: Prepositions that end a source's name.
        idioms: Lower-case phrases that contain a verb of saying and say nothing.
        verdicts: Lower-case phrases that declare a proposition false.
        speech_objects: Lemmas whose object is a proposition only if it is a noun of saying.
        dative: Lemmas with whoever is told between them and an infinitive.
        telling: Lemmas that name who is told before they say what ("avertit X que").
        openers: Words that open a content clause ("que").
        people, bodies, documents, media, not_sources: Nouns that can, or
            cannot, be a source.
        never_sources: Nouns that tell when or how, and never who.
        passed_over: Those of them that name no person either ("cadre" may).
        outlet_words: Lower-case words by which an outlet's name is known.
        citing: Lemmas of verbs by which one source hands on another.
        civilities: What stands before a person's surname ("Mme").
        taken_up: Words that take up whoever was named last ("ce dernier").
        quoted_objects: Lemmas of verbs that report the quoted words in their object.
        estimating: Lemmas that put a figure to something ("chiffre à").
        counting: Forms of verbs that give a figure for what was counted before ("en compte
            trois"), to their lemma.
        putting: Forms of verbs that put a count to a figure ("porte le bilan à"), likewise.
        accusing: Lemmas of blame whose deed may be a noun ("accuse X de fraude").
        calling: Lemmas with whom they call upon before the infinitive.
        grantable: Nouns of saying that are granted or refused, not denied.
        likelihood: Words that say how likely something is judged to be, to their value.
        with_new_object: Lemmas whose object is told only where it is new in the text.
        figure_nouns: Nouns that are told after them with "le" as well.
        announcing: Nouns that announce words behind a colon ("Réponse de la mairie :").
        binding: Nouns of saying whose content may be an infinitive.
        asides: Phrases between a verb of saying and its content ("pour sa part").
        mental: Lemmas of knowing and thinking, which are part of what is said where it is reported.
        phrase_openers: What a token may be that opens such a phrase.
        light_verbs: Lemmas under which an infinitive of saying tells what was said.
        mute_when_negated: Lemmas that tell nothing where they are negated.
        common_knowledge: Lemmas that the report says itself where "on" is the subject.
        of_people: Endings of nouns for those who do something.
        of_things: Endings of nouns for what is nobody.
        classes: Small closed classes of words by name, from ``classes`` of the lexicon.
        locutions: Verb of a phrase of saying to the words behind it and to what the
            phrase does: ``faire`` to ("état", "de").
    """

    verbs: Mapping[str, Cue]
    quoting: frozenset[str]
    forms: Mapping[str, str]
    stems: frozenset[str]
    nouns: Mapping[str, Factuality]
    verdict_verbs: frozenset[str]
    according: tuple[str, ...]
    measuring: tuple[str, ...]
    bare: tuple[str, ...]
    clitic: tuple[str, ...]
    possessed: tuple[str, ...]
    telltale: frozenset[str]
    opinion: frozenset[str]
    not_naming: frozenset[str]
    idioms: tuple[str, ...]
    verdicts: tuple[str, ...]
    telling: frozenset[str]
    speech_objects: frozenset[str]
    dative: frozenset[str]
    openers: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    not_sources: frozenset[str]
    never_sources: frozenset[str]
    passed_over: frozenset[str]
    outlet_words: frozenset[str]
    citing: frozenset[str]
    civilities: frozenset[str]
    taken_up: frozenset[str]
    quoted_objects: frozenset[str]
    estimating: frozenset[str]
    counting: Mapping[str, str]
    putting: Mapping[str, str]
    accusing: frozenset[str]
    calling: frozenset[str]
    grantable: frozenset[str]
    likelihood: Mapping[tuple[str, ...], Factuality]
    with_new_object: frozenset[str]
    figure_nouns: frozenset[str]
    announcing: frozenset[str]
    binding: frozenset[str]
    asides: frozenset[str]
    mental: frozenset[str]
    phrase_openers: frozenset[str]
    light_verbs: frozenset[str]
    mute_when_negated: frozenset[str]
    common_knowledge: frozenset[str]
    of_people: tuple[str, ...]
    of_things: tuple[str, ...]
    classes: Mapping[str, frozenset[str]]
    locutions: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
