"""The pack's lists of words for who can be meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun tells of whom it stands for; None where it tells nothing."""

    feminine: bool | None = None
    plural: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words for who can be meant, in one language, as its pack lists them.

    Attributes:
        families: Noun for a body to the families it may take up.
        circles: Noun for a person to the circles of offices it may take up.
        people: Nouns for people, all of them.
        bodies: Nouns for bodies and media.
        documents: Nouns for what is read and cited.
        known: Nouns that can stand for a source: all of these.
        functions: Nouns for offices, which stand for their holder alone.
        sites: Nouns for a firm's works.
        high_offices: Offices whose holders a report may name without saying that they hold them.
        parts_in_a_case: What somebody named may be called without having been called so.
        anybody: Nouns that fit any person.
        anonymous: Nouns that fit whoever has no name.
        descriptions: Nouns that describe somebody already named.
        compounds: Noun and a word of its complement to the office they make.
        pronouns: Pronoun to its agreement.
        only_as_source: Pronouns that stand for somebody only where they speak.
        near_nouns: Nouns that choose like "celui-ci".
        joining: What stands between those who stand side by side.
        and_word: That of them which joins their names.
        counts: Number to how many it counts: "les deux hommes".
        ordinals: Ordinal number to its place: "le second témoin".
        of_two: Ordinals by which only two are counted ("second").
        pairs: Nouns said of several who were named, without a number ("les époux").
        amounts: Nouns for some of many ("une dizaine de pêcheurs").
        carriers: Nouns that bring nobody in: "par la voix de son avocat".
        copulas: Lemmas of verbs that say what their subject is.
        one_of: Words for one of several.
        of: What stands between them and the several, or between two nouns.
        nobody: Pronouns that stand for nobody.
        determiners: Kind of determiner to its forms.
        same: Words that say "the same as before".
        continuing: Lemmas of verbs by which whoever spoke goes on.
        outlet_words: Words by which the names of outlets are known.
        civilities: What stands before a person's name.
        callings: Civility to the noun it says of its bearer.
        feminine_civilities: What stands before a woman's name.
        masculine_civilities: What stands before a man's.
        feminine_nouns: Nouns for people that are feminine whoever is meant, or said of women alone.
        callings_of_bodies: Noun for a person to the nouns of the bodies that make one of somebody.
        firm_forms: What makes a name a firm's ("SARL").
        firm_trades: Words that close a firm's name ("Bahari Lines").
        foreign_articles: What opens a name that is nobody's ("The Harbour Post").
        owned_by_firms: What stands behind "son" where a firm is meant ("PDG").
        part_in_a_trade: Nouns for who makes, sells or insures what another uses.
        running: Nouns and adjectives for who runs a work ("la société exploitante").
        firm_parts: Nouns for what only firms and bodies have.
        rank_adjectives: Adjectives of an office: "le directeur général de X".
        so_called: What stands before somebody little known: "un certain X".
        governing: Prepositions by which one noun governs another, folded.
        opening: Prepositions that open a sentence, folded: "selon X, ...".
        particles: Small words within people's names.
        joined_particles: Those that a hyphen joins to a surname ("al-Hamad").
        inner_particles: Those that stand within people's names and before no place.
        family_names_first: Family names that stand before the given name.
        addressing: Prepositions before whom somebody speaks to.
        founded: Participles of what is done to bodies and never to people.
        being: Forms of verbs behind which a noun says what somebody is.
        seated: Where a body sits: ", fondée en 2011 à Riga".
        written: Lemmas of verbs for what a document does that somebody may do too.
        beyond_name: Words behind a noun that no longer name: "la source qui".
        hanging: Prepositions that name nobody at the end of a description.
        articles: Definite articles, alone or in a preposition, folded.
        joints: Small words within names of bodies, folded.
        no_names: Nouns that are no name though they have a capital: "chaque État".
        ages: Units of somebody's age.
        phrasal: Prepositions right behind which a noun is a phrase's: "mis en garde".
        leading_on: What a name that goes on ends in, with the blank before it: "Ojo del".
        nouns_before: What stands before a name, with the nouns in it: "le fonds d'achat suisse".
        feminine_endings: Endings of nouns for women and those for men.
        feminine_tails: The former alone.
        any_document: Nouns that fit whatever is read.
        portfolios: What ministers are in charge of.
        inside_only: Nouns that bring nobody in inside another's name.
        person_endings: Endings of nouns for people.
        thing_endings: Endings of nouns for what is nobody.
        before_bodies: Words before the noun with which a body's name begins.
        namesakes: Nouns for places and bodies that bear somebody's name.
        named_after: Nouns for bodies that bear a leader's name.
        never_sources: Nouns that tell when or how.
        measures: Nouns that tell how much.
        either_kind: Nouns for people that are said of firms too.
        callings_of_firms: Those of them that make a firm of a firm's name ("l'armateur Valmer").
        sayings: Nouns for what somebody has said ("ses propos").
        wares_before: What tells a ship or a product before its name ("l'armateur du X").
        wares_behind: The same behind it (", un vraquier").
        relatives: What opens a relative clause.
        masculine_nouns: Nouns for people that are men although they end like a woman's.
        speaking_participles: Lemmas of participles that tell how somebody speaks.
        offices: Noun to the groups of nouns for one office.
        former: What says that an office is no longer held.
        nationalities: Adjectives of states, folded, in all their forms.
        offices_of_states: Offices that, said without whose, are a state's.
        of_states: What a state is called in the complement of an office: "de la République".
        topic_markers: What sets out whom a sentence is about ("quant à").
        either_names: First names of both.
        feminine_names: First names of women.
        masculine_names: First names of men.
        seen: Nouns of the tokens met so far, by lemma and form.
    """

    families: Mapping[str, frozenset[str]]
    circles: Mapping[str, frozenset[str]]
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    known: frozenset[str]
    functions: frozenset[str]
    sites: frozenset[str]
    high_offices: frozenset[str]
    parts_in_a_case: frozenset[str]
    anybody: frozenset[str]
    anonymous: frozenset[str]
    descriptions: frozenset[str]
    compounds: Mapping[tuple[str, str], str]
    pronouns: Mapping[str, Pronoun]
    only_as_source: frozenset[str]
    near_nouns: frozenset[str]
    joining: frozenset[str]
    and_word: str
    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    of_two: frozenset[str]
    pairs: frozenset[str]
    amounts: frozenset[str]
    carriers: frozenset[str]
    copulas: frozenset[str]
    one_of: frozenset[str]
    of: frozenset[str]
    nobody: frozenset[str]
    determiners: Mapping[str, frozenset[str]]
    same: frozenset[str]
    continuing: frozenset[str]
    outlet_words: frozenset[str]
    civilities: frozenset[str]
    callings: Mapping[str, str]
    feminine_civilities: frozenset[str]
    masculine_civilities: frozenset[str]
    feminine_nouns: frozenset[str]
    callings_of_bodies: Mapping[str, frozenset[str]]
    firm_forms: frozenset[str]
    firm_trades: frozenset[str]
    part_in_a_trade: frozenset[str]
    running: frozenset[str]
    foreign_articles: frozenset[str]
    owned_by_firms: re.Pattern[str]
    firm_parts: frozenset[str]
    rank_adjectives: frozenset[str]
    so_called: frozenset[str]
    governing: frozenset[str]
    opening: frozenset[str]
    particles: frozenset[str]
    joined_particles: frozenset[str]
    inner_particles: frozenset[str]
    family_names_first: frozenset[str]
    addressing: frozenset[str]
    founded: frozenset[str]
    being: frozenset[str]
    seated: re.Pattern[str]
    written: frozenset[str]
    beyond_name: frozenset[str]
    hanging: frozenset[str]
    articles: frozenset[str]
    joints: frozenset[str]
    no_names: frozenset[str]
    ages: frozenset[str]
    phrasal: frozenset[str]
    leading_on: re.Pattern[str]
    nouns_before: re.Pattern[str]
    feminine_endings: tuple[tuple[str, str], ...]
    feminine_tails: tuple[str, ...]
    any_document: frozenset[str]
    portfolios: frozenset[str]
    inside_only: frozenset[str]
    person_endings: tuple[str, ...]
    thing_endings: tuple[str, ...]
    before_bodies: frozenset[str]
    namesakes: frozenset[str]
    named_after: frozenset[str]
    never_sources: frozenset[str]
    measures: frozenset[str]
    either_kind: frozenset[str]
    callings_of_firms: frozenset[str]
    sayings: frozenset[str]
    relatives: frozenset[str]
    wares_before: re.Pattern[str]
    wares_behind: re.Pattern[str]
    masculine_nouns: frozenset[str]
    speaking_participles: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    former: frozenset[str]
    nationalities: frozenset[str]
    offices_of_states: frozenset[str]
    of_states: frozenset[str]
    topic_markers: frozenset[str]
    either_names: frozenset[str]
    feminine_names: frozenset[str]
    masculine_names: frozenset[str]
    seen: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
