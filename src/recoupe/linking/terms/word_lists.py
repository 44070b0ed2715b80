"""The word lists of a language that say what a text is about, as its pack holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import snowballstemmer

from recoupe.compare.texts import plain, words
from recoupe.language.pack import codes, get_pack
from recoupe.linking.terms.synonyms import NONE, Synonyms, synonyms


@dataclass(frozen=True)
class WordLists:
    """Word lists of one language, folded, and its stemmer.

    Attributes:
        stop: Words of grammar, no matter of a proposition.
        negating: Those of them that do nothing but negate (not "pas", that may be a noun).
        privative: Those that deny the next word that tells ("sans visite").
        either: Words between two of which such a one denies both ("aucun mort ou blessé").
        verbal: Those that deny a verb and what follows it.
        negations: Those that make a negation of one that goes before ("ne ... pas").
        only: What makes it "only" instead ("ne ... que").
        expletive: What stands before such a word where the negation denies nothing ("avant que").
        relative: Words that begin a clause about a thing just named.
        contrasting: Words with which a clause begins that a negation before does not reach.
        conceding: Pairs of words that begin such a clause too ("même si").
        further_too: Those behind them where it does ("mais aussi").
        further: Words before a source that is not the one just told of.
        firsts: Words for what had never been before.
        till_then: Verbs behind the "ne" of what had never been till then.
        governing: Nouns for what speaks for a state as its name does.
        outlets: Articles, and words for kinds of outlet that may stand before its name.
        leading: Articles and titles, no part of a name that they begin.
        known: Words before the noun of one who is known: "son avocate".
        press: What an agency is of, before its name ("agence de presse").
        bylines: What stands before the name of who wrote a report.
        told: Nouns for what another said, without saying what; singular.
        verdicts: Words that call it untrue; singular.
        papers: Nouns for what tells something and may be a fake; singular.
        goods: Words for goods that tell nothing of their kind.
        of_whom: Words between accusations and whose they are.
        about: Words between somebody's accusations and what they are about.
        renewed: Words beside a count that has grown, is of another day or comes on top.
        asks: Words for asking for what is not decided.
        refuses: Words for not doing what is asked.
        first_person: Words by which one person speaks of oneself.
        pointing: Determiners that point back ("une telle lettre").
        indefinite: Those before a noun that nothing was said of before.
        disputed: Nouns for acts that may be contested though nobody doubts them; singular.
        contesting: Words by which an act is contested.
        definite: Articles and possessives before a thing that is known.
        nothing_denied: What is denied of nobody's words: "nie l'évidence".
        subjects: Pronouns at the head of a statement, for who speaks or is spoken of.
        denying: Words for denying.
        per_day: Words beside a count of one day, or of those that came on top.
        held_to_be: Nouns by which something is held to be so; singular.
        expecting: Words for looking ahead.
        no_more: Words of negation for what is so no more.
        bare: Words of negation that deny by themselves ("pas informé").
        limiting: Those before all that one admits.
        informing: Nouns for what tells that something happened; singular.
        hearsay: Nouns for what nobody is told to hold.
        cleft: Words with which "it is not X that does it" begins.
        demonstrative: Those that point at what was just said.
        having: Infinitives before a participle: "avoir vendu".
        interrogative: Words by which a question asks for more than yes or no.
        this_matter: Pronouns for all that was just told: "au courant de cela".
        accusing: Words by which somebody is charged with something.
        blanket: Words for what is denied without a word of the charge.
        weighs: Words for what a thing is worth, not whether there is such a thing.
        inquiries: Words for looking into what somebody may have done.
        universal: Words that a negation makes "not all", "not wholly".
        vague: Words that tell of things how they are counted, not what they are.
        numerals: Number words from three on, each with its figure.
        taking_back: Words, and phrases, for taking back what one said before.
        admitting: Those for saying that what one would rather not say is so.
        formerly: Those that tell that what follows was said first.
        henceforth: Those that tell that it is said now.
        thereupon: Those between what one denied and what one admitted next.
        announcing: Those that tell that somebody says otherwise than before.
        said_before: Forms of saying, or of their auxiliaries, for what was said before then.
        still: Words beside such a form: "il assurait encore", "avait jusqu'ici assuré".
        now_said: Words beside a verb of saying that tell that something else was said before.
        replaced: Those beside a figure that another has replaced.
        held_against: Those before a figure that another is held against.
        given_before: Words behind such a figure that tell it as one that was given before.
        corrected: Those right before a figure that is said not to be the one.
        far: Those right before a figure that one's own is held against.
        counts: Words for a count that can be replaced.
        later: Words that tell that a count is of a later day.
        of_it: Pronouns for what was counted before: "en compte trois".
        numbers_of: Words for how many or how much: "le nombre".
        beside_counts: Words beside a figure that say nothing of what it counts.
        earlier: Words before what came first, told second.
        one_only: Words for what a thing has but one of, such as a destination.
        capitals: Capitals of one word that speak for one state, with its term.
        synonyms: Words that say the same, and words that say the opposite.
        stemmer: Snowball stemmer, or None for a language without one.
    """

    stop: frozenset[str] = frozenset()
    negating: frozenset[str] = frozenset()
    privative: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    expletive: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    contrasting: frozenset[str] = frozenset()
    conceding: frozenset[tuple[str, ...]] = frozenset()
    further_too: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    till_then: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    bylines: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    goods: frozenset[str] = frozenset()
    of_whom: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    renewed: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    disputed: frozenset[str] = frozenset()
    contesting: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    nothing_denied: tuple[tuple[str, ...], ...] = ()
    subjects: frozenset[str] = frozenset()
    denying: tuple[tuple[str, ...], ...] = ()
    per_day: tuple[tuple[str, ...], ...] = ()
    held_to_be: frozenset[str] = frozenset()
    expecting: frozenset[str] = frozenset()
    no_more: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    limiting: frozenset[str] = frozenset()
    informing: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    cleft: tuple[str, ...] = ()
    demonstrative: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    interrogative: frozenset[str] = frozenset()
    this_matter: frozenset[str] = frozenset()
    accusing: tuple[tuple[str, ...], ...] = ()
    blanket: frozenset[str] = frozenset()
    weighs: frozenset[str] = frozenset()
    inquiries: frozenset[str] = frozenset()
    universal: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    numerals: Mapping[str, str] = field(default_factory=dict)
    taking_back: tuple[tuple[str, ...], ...] = ()
    admitting: tuple[tuple[str, ...], ...] = ()
    formerly: tuple[tuple[str, ...], ...] = ()
    henceforth: tuple[tuple[str, ...], ...] = ()
    thereupon: tuple[tuple[str, ...], ...] = ()
    announcing: tuple[tuple[str, ...], ...] = ()
    said_before: frozenset[str] = frozenset()
    still: tuple[tuple[str, ...], ...] = ()
    now_said: tuple[tuple[str, ...], ...] = ()
    replaced: tuple[tuple[str, ...], ...] = ()
    held_against: tuple[tuple[str, ...], ...] = ()
    given_before: frozenset[str] = frozenset()
    corrected: tuple[tuple[str, ...], ...] = ()
    far: tuple[tuple[str, ...], ...] = ()
    counts: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    of_it: frozenset[str] = frozenset()
    numbers_of: frozenset[str] = frozenset()
    beside_counts: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    one_only: frozenset[str] = frozenset()
    capitals: Mapping[str, str] = field(default_factory=dict)
    synonyms: Synonyms = NONE
    stemmer: Any = None

    @classmethod
    def of(cls, language: str) -> Self:
        """Return the lists of a language; empty ones where no pack reads it.

        Args:
            language: ISO 639-1 code.
        """
        if language not in codes():
            return cls()
        pack = get_pack(language)
        lists, alike, states = pack.words("stopwords"), pack.words("synonyms"), pack.words("states")
        articles = frozenset(lists["articles"])
        stemmer = snowballstemmer.stemmer(lists["stemmer"])
        return cls(
            stop=_of_lines(lists["words"]),
            negating=frozenset(lists["negating"]),
            privative=frozenset(lists["privative"]),
            either=frozenset(lists["either"]),
            verbal=frozenset(lists["verbal"]),
            negations=frozenset(lists["negations"]),
            only=frozenset(lists["only"]),
            expletive=frozenset(lists["expletive"]),
            relative=frozenset(lists["relative"]),
            contrasting=frozenset(lists["contrasting"]),
            conceding=frozenset(tuple(pair.split()) for pair in lists["conceding"]),
            further_too=frozenset(lists["further_too"]),
            further=frozenset(lists["further"]),
            firsts=frozenset(lists["firsts"]),
            till_then=frozenset(lists["till_then"]),
            governing=frozenset(lists["governing"]),
            outlets=articles | frozenset(lists["outlets"]),
            leading=articles | frozenset(lists["titles"]),
            known=frozenset(lists["known"]),
            press=frozenset(lists["press"]),
            bylines=frozenset(lists["bylines"]),
            told=_singular(_of_lines(lists["told"])),
            verdicts=frozenset(map(plain, _of_lines(lists["verdicts"]))),
            papers=_singular(lists["papers"]),
            goods=frozenset(map(plain, lists["packed"])),
            of_whom=frozenset(lists["of_whom"]),
            about=frozenset(lists["about"]),
            renewed=frozenset(map(plain, lists["renewed"])),
            asks=frozenset(map(plain, lists["asks"])),
            refuses=frozenset(map(plain, lists["refuses"])),
            first_person=frozenset(lists["first_person"]),
            pointing=frozenset(lists["pointing"]),
            indefinite=frozenset(lists["indefinite"]),
            disputed=_singular(lists["disputed"]),
            contesting=frozenset(map(plain, lists["contesting"])),
            definite=frozenset(lists["definite"]),
            nothing_denied=_phrases(lists["nothing_denied"]),
            subjects=frozenset(lists["subjects"]),
            denying=_phrases(lists["denying"]),
            per_day=_phrases(lists["per_day"]),
            held_to_be=_singular(lists["held_to_be"]),
            expecting=frozenset(map(plain, lists["expecting"])),
            no_more=frozenset(lists["no_more"]),
            bare=frozenset(lists["bare"]),
            limiting=frozenset(lists["limiting"]),
            informing=frozenset(lists["informing"]),
            hearsay=frozenset(lists["hearsay"]),
            cleft=words(lists["cleft"]).folded,
            demonstrative=frozenset(lists["demonstrative"]),
            having=frozenset(lists["having"]),
            interrogative=frozenset(lists["interrogative"]),
            this_matter=frozenset(lists["this_matter"]),
            accusing=_phrases(alike["accusing"]),
            blanket=frozenset(map(plain, alike["blanket"])),
            weighs=frozenset(map(plain, alike["weighing"])),
            inquiries=frozenset(map(plain, alike["inquiries"])),
            universal=frozenset(map(plain, alike["universal"])),
            vague=frozenset(map(plain, alike["vague"])),
            numerals=_numerals(pack.words("numbers")),
            taking_back=_phrases(alike["turning"]),
            admitting=_phrases(alike["admitting"]),
            formerly=_phrases(alike["formerly"]),
            henceforth=_phrases(alike["henceforth"]),
            thereupon=_phrases(alike["thereupon"]),
            announcing=_phrases(alike["announcing"]),
            said_before=frozenset(map(plain, alike["said_before"])),
            still=_phrases(alike["still"]),
            now_said=_phrases(alike["now_said"]),
            replaced=_phrases(alike["replaced"]),
            held_against=_phrases(alike["held_against"]),
            given_before=frozenset(map(plain, alike["given_before"])),
            corrected=_phrases(alike["corrected"]),
            far=_phrases(alike["far"]),
            counts=frozenset(map(plain, alike["count"])),
            later=frozenset(map(plain, alike["later"])),
            of_it=frozenset(alike["of_it"]),
            numbers_of=frozenset(map(plain, alike["number_of"])),
            beside_counts=frozenset(map(plain, alike["beside_count"])),
            earlier=frozenset(lists["earlier"]),
            one_only=frozenset(map(plain, _of_lines(alike["single"]))),
            capitals=_capitals(states),
            synonyms=synonyms(alike, _named_states(states, alike["endings"][""])),
            stemmer=stemmer,
        )


def singular(word: str) -> str:
    """Return a folded word without the ending of its plural."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word


def _singular(listed: Iterable[str]) -> frozenset[str]:
    """Return words as :func:`singular` leaves them: "propos" too loses its last letter."""
    return frozenset(singular(plain(word)) for word in listed)


def _of_lines(lines: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the words of lists that stand in lines of what belongs together."""
    return frozenset(word for line in lines for word in line)


def _phrases(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each phrase of a list."""
    return tuple(words(phrase).folded for phrase in phrases)


def _numerals(numbers: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return simple number words with their figures; one and two are words of grammar."""
    simple = (numbers["units"], numbers["teens"], numbers["tens"])
    return {plain(w): str(value) for words in simple for w, value in words.items() if value > 2}


def _named_states(states: Mapping[str, Any], endings: Iterable[str]) -> list[list[str]]:
    """Return for each state its adjective, with the forms that no ending gives, and its names."""
    return [
        [
            *(state["adjective"] + ending for ending in (*endings, "ne", "nes")),
            *state.get("forms", []),
            state["name"],
            *state.get("with", []),
        ]
        for state in states["states"].values()
    ]


def _capitals(states: Mapping[str, Any]) -> dict[str, str]:
    """Return the capitals of one word, each with the term of the one state that it speaks for."""
    return {
        plain(state["capital"]): plain(state["adjective"])
        for state in states["states"].values()
        if state.get("capital", "").isalpha() and state["capital"] not in state.get("shared", ())
    }
