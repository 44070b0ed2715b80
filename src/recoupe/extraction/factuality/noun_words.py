"""Nouns and predicates that say how sure something is: conjectures, what is false, what is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.extraction.factuality.clause_words import ClauseWords
from recoupe.extraction.factuality.phrases import Phrases
from recoupe.model import Factuality


@dataclass(frozen=True, slots=True)
class NounWords(ClauseWords):
    """What nouns and predicates say of how sure something is.

    Attributes:
        false_predicates: Words that declare the subject false.
        copulas: Forms that stand before those.
        charging: Words of charges, behind which those name what one is charged with.
        open_nouns, open_adjectives: Values of nominal contents.
        bearing: Verbs that say of such a noun that it is there ("il existe un risque que").
        being: Those of them by which the noun is what is spoken of ("le danger est que P").
        naming_as: Verbs that name something as another behind "comme".
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
        hinging: Forms of what hangs on an event behind "à" ("suspendue à un accord").
        standing: Forms to what they say of an event that is their subject ("compromise").
        talks: Nouns of talks, whose aim is open.
        heading_for: Prepositions that open a headline of what is to come ("vers").
        needed: Adjectives of what is needed or wished for.
        remote: Words that with "de" and an infinitive say that it is not so ("loin de").
        open_with_infinitive: Nouns that leave open the infinitive behind them.
        binding: Nouns of need and wish that do so under a verb too ("rappelle la nécessité de").
        missing: Nouns that say that what they name is not ("l'absence de contrôle").
        not_open: Words behind such a noun that make it a thing ("projet de loi").
    """

    false_predicates: frozenset[str]
    copulas: frozenset[str]
    charging: frozenset[str]
    open_nouns: Mapping[str, Factuality]
    bearing: frozenset[str]
    being: frozenset[str]
    naming_as: frozenset[str]
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
    hinging: frozenset[str]
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
