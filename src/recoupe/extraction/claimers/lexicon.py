"""Words for who can be meant: nouns by family, pronouns by agreement, first names by gender."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token

# Words in a person's first and family names.
_FULL_NAME = (2, 3)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun tells of whom it stands for; None where it tells nothing."""

    feminine: bool | None = None
    plural: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words for who can be meant, in one language.

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
        addressing: Prepositions before whom somebody speaks to.
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

    def noun(self, token: Token) -> str:
        """Return the noun that a token is, as the lexicon lists it: singular, masculine.

        The form decides where the lemmatiser takes the word for another part of
        speech ("l'élu", "l'exploitant").
        """
        key = (token.lemma_, token.lower_)
        noun = self.seen.get(key)
        if noun is None:
            noun = self.seen[key] = self._noun(token.lemma_.lower(), token.lower_)
        return noun

    def _noun(self, lemma: str, lower: str) -> str:
        if "oe" in lower:
            # "Soeur", as keyboards have it
            lemma, lower = lemma.replace("oe", "œ"), lower.replace("oe", "œ")
        for form in (lemma, lower, lower.removesuffix("s"), lower.removesuffix("x")):
            known = self._listed(form)
            if known is None and "-" in form:
                # "ex-ministre", "vice-présidente"
                known = self._listed(form.split("-", 1)[1])
            if known is not None:
                return known
        return lemma

    def _listed(self, form: str) -> str | None:
        for candidate in (*self.masculine(form), form):
            if candidate in self.people or candidate in self.bodies or candidate in self.documents:
                return candidate
        return None

    def masculine(self, noun: str) -> tuple[str, ...]:
        """Return what a feminine noun for people may be in the masculine, the likeliest first."""
        return tuple(
            noun[: len(noun) - len(ending)] + put
            for ending, put in self.feminine_endings
            if noun.endswith(ending) and len(noun) > len(ending) + 2
        )

    def is_person(self, noun: str) -> bool:
        """Tell whether a noun is said of people."""
        return noun in self.people

    def is_body(self, noun: str) -> bool:
        """Tell whether a noun is said of bodies or media."""
        return noun in self.bodies

    def is_known(self, noun: str) -> bool:
        """Tell whether a noun can stand for a source."""
        return noun in self.known

    def pronoun(self, word: str) -> Pronoun | None:
        """Return the agreement of a pronoun or a clitic ("-t-elle"), None where it is none."""
        plain = word.lower().replace("’", "'").strip("-").removeprefix("t-").lstrip("-")
        return self.pronouns.get(plain)

    def is_nobody(self, word: str) -> bool:
        """Tell whether a pronoun stands for nobody that a text could name."""
        plain = word.lower().replace("’", "'").strip("-").removeprefix("t-")
        return plain in self.nobody

    def gender_of_determiner(self, form: str) -> bool | None:
        """Return whether a folded determiner is feminine, None where it does not tell."""
        if form in self.determiners["feminine"]:
            return True
        return False if form in self.determiners["masculine"] else None

    def gender_of_noun(self, token: Token) -> bool | None:
        """Return whether a common noun is feminine, None where its form does not tell.

        "Diplomate" and "responsable" are both; the tagger would guess.
        """
        if token.pos_ == "PROPN":
            return None
        noun = self.noun(token)
        if self.is_person(noun):
            singular = token.lower_.removesuffix("s")
            if singular != noun and noun in self.masculine(singular):
                return True
            if noun.endswith("e") and noun not in self.feminine_nouns:
                return None
        gender = grammar.feature(token, "Gender")
        if gender == "Masc" and noun.endswith("e") and grammar.has(token, "Number", "Plur"):
            # "Les douanes": without an article of one gender the tagger guesses.
            return None
        return gender == "Fem" if gender else None

    def looks_like_person(self, noun: str) -> bool:
        """Tell by its ending whether an unlisted noun may be said of people: "pneumologue"."""
        # "Le ministre de l'Intérieur" is no "intérieur".
        listed = self.is_known(noun) or noun in self.portfolios
        return noun.endswith(self.person_endings) and not listed

    def has_civility_before(self, text: str, place: int) -> bool:
        """Tell whether a civility stands just before a name."""
        last = text[max(0, place - 10) : place].split()
        return bool(last) and text[place - 1].isspace() and last[-1] in self.civilities

    def calling_before(self, text: str, place: int) -> str | None:
        """Return the calling that a civility tells: "Me" is said of lawyers."""
        last = text[max(0, place - 10) : place].split()
        return self.callings.get(last[-1]) if last else None

    def civility_before(self, text: str, place: int) -> bool | None:
        """Return whether the civility just before a name is a woman's, None where there is none."""
        last = text[max(0, place - 10) : place].split()
        if not last:
            return None
        if last[-1] in self.feminine_civilities:
            return True
        return False if last[-1] in self.masculine_civilities else None

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is known as a first name."""
        return any(
            part in names
            for part in (word, word.split("-", maxsplit=1)[0])
            for names in (self.feminine_names, self.masculine_names, self.either_names)
        )

    def reads_as_full_name(self, name: str) -> bool:
        """Tell a name of two or three words with capitals, none of which a body or a paper has."""
        words = name.split()
        return (
            len(words) in _FULL_NAME
            and words[0][0].isupper()
            and all(w[0].isupper() or w in self.particles for w in words)
            and not any(
                w.casefold() in self.bodies or w.casefold() in self.outlet_words for w in words
            )
        )

    def gender_of_name(self, name: str) -> bool | None:
        """Return whether a person's first name is a woman's, None where it does not tell."""
        first = name.split(maxsplit=1)[0] if " " in name else ""
        if first in self.family_names_first:
            # "Li Wenhao"
            return None
        for part in (first, first.split("-")[0]):
            if part in self.feminine_names:
                return True
            if part in self.masculine_names:
                return False
        return None
