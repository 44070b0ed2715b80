"""A pack's words about things as evidence, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.events.kinds import load_things
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.ontology import kinds_above

_EVIDENCE = frozenset(("weapon", "device", "vehicle", "substance"))
_ORDER = ("weapon", "aircraft", "vessel", "vehicle", "device", "substance", "work")
_NOT_MADE = frozenset(("animal", "plant", "money", "document"))
# What the tagger takes a participle for.
_VERBAL = frozenset(("VERB", "AUX", "ADJ", "X"))


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceWords:
    """Words about finding, examining and marking.

    Attributes:
        kinds: Noun to its kind, of what can be evidence; plants of industry among them.
        remains, parts, plants, general: Nouns, as the pack's file tells.
        verbs: Form or lemma of a verb to its lemma.
        plain, official, placed: Verbs of finding, by what they ask for.
        find_nouns, examine_nouns: Nouns for finding and examining.
        examining, holding, bearing, marking, dating, standing, making: Verbs.
        mark_words, mark_numbers, mark_dates: Nouns for what stands on a thing.
        serial, made, not_made: Nouns behind "numéro de", "date de".
        between: Words between a word of marking and its value.
        before, after: Words that make a date an end.
        model, maker, made_in: Nouns before a name, or before an adjective of nationality.
        unnamed: Nouns that a name behind does not name.
        alive: Words behind remains that are no thing's.
        containers: Nouns that what matters is in: "une caisse de fusils".
        aging: Verbs whose subject is as old as they tell.
        often: Adverbs by which no one find is told.
        with_article: Prepositions that hold an article.
        sites: Nouns for where things are found that are no places by name.
        into, on: Prepositions for what holds a thing, and what a mark stands on.
        there: Pronoun for where it was told of.
        reading: Of the verbs of standing, those whose object is the mark.
        codes: Matches codes of the Harmonised System with what goes before them.
    """

    kinds: Mapping[str, str]
    remains: frozenset[str]
    parts: frozenset[str]
    plants: frozenset[str]
    general: frozenset[str]
    verbs: Mapping[str, str]
    plain: frozenset[str]
    official: frozenset[str]
    placed: frozenset[str]
    find_nouns: frozenset[str]
    examine_nouns: frozenset[str]
    examining: frozenset[str]
    holding: frozenset[str]
    bearing: frozenset[str]
    marking: frozenset[str]
    dating: frozenset[str]
    standing: frozenset[str]
    making: frozenset[str]
    mark_words: frozenset[str]
    mark_numbers: frozenset[str]
    mark_dates: frozenset[str]
    serial: frozenset[str]
    made: frozenset[str]
    not_made: frozenset[str]
    between: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    model: frozenset[str]
    maker: frozenset[str]
    made_in: frozenset[str]
    unnamed: frozenset[str]
    alive: frozenset[str]
    containers: frozenset[str]
    aging: frozenset[str]
    often: frozenset[str]
    with_article: frozenset[str]
    sites: frozenset[str]
    into: frozenset[str]
    on: frozenset[str]
    there: frozenset[str]
    reading: frozenset[str]
    codes: re.Pattern[str]

    @property
    def finding(self) -> frozenset[str]:
        """All verbs of finding."""
        return self.plain | self.official | self.placed

    def verb(self, word: Token) -> str:
        """Return the lemma of a verb that a list knows; empty for any other word."""
        if word.pos_ not in _VERBAL and word.lower_ not in self.verbs:
            return ""
        if word.pos_ in {"NOUN", "PROPN"} and not word.lower_.rstrip("es").endswith("é"):
            return ""
        return self.verbs.get(word.lemma_.lower()) or self.verbs.get(word.lower_, "")

    def kind(self, noun: Token) -> str | None:
        """Return the kind of what a noun names, None where it is no thing of interest here."""
        if noun.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
        if noun.text[:1].isupper() and noun.i != noun.first:
            return None
        return next((self.kinds[form] for form in forms(noun) if form in self.kinds), None)

    def is_mark(self, noun: Token) -> bool:
        """Tell a noun for what stands on a thing."""
        return self.noun(noun, self.mark_words | self.mark_dates | self.mark_numbers)

    def noun(self, word: Token, words: frozenset[str]) -> bool:
        """Tell whether a noun is one of a list."""
        return word.pos_ in {"NOUN", "PROPN", "ADJ"} and not words.isdisjoint(forms(word))


def forms(word: Token) -> tuple[str, str, str]:
    """Return the forms under which a list may know a noun."""
    lower = word.lower_
    return word.lemma_.lower(), lower, lower.rstrip("sx")


@cache
def load_evidence(pack: Pack) -> EvidenceWords:
    """Return the pack's words about things as evidence."""
    told = pack.words("evidence")

    def of(value: object) -> frozenset[str]:
        return frozenset(value.split() if isinstance(value, str) else map(str, value))  # type: ignore[call-overload]

    kinds: dict[str, str] = {}
    for noun, named in load_things(pack).kinds.items():
        held = frozenset(above for kind in named for above in kinds_above(kind))
        if not _EVIDENCE.isdisjoint(held) and _NOT_MADE.isdisjoint(named):
            kinds[noun] = next(kind for kind in _ORDER if kind in held)
    remains, plants = of(told["remains"]), of(told["plants"])
    for listed, kind in ((remains, "thing"), (of(told["parts"]), "device"), (plants, "work")):
        kinds |= {noun: kind for noun in listed if noun not in kinds or listed is remains}
    for noun in of(told["alive"]):
        kinds.pop(noun, None)
    finding, examining = told["finding"], told["examining"]
    lists = ("aging", "holding", "bearing", "marking", "dating", "standing", "making")
    verbs = {name: of(told[name]) for name in lists}
    verbs |= {name: of(finding[name]) for name in ("plain", "official", "placed")}
    verbs["examining"] = of(examining["verbs"])
    forms_of: dict[str, str] = {}
    for lemma in sorted(frozenset[str]().union(*verbs.values())):
        for form in (lemma, *pack.verb_forms(lemma)):
            forms_of.setdefault(form, lemma)
    marks, codes = told["marks"], told["codes"]
    code = r"\d{4}(?:[.\s]?\d{2}){0,3}(?!\d)"
    before, named, alone = (codes[key].replace(" ", "") for key in ("before", "named", "alone"))
    return EvidenceWords(
        kinds=kinds,
        remains=remains,
        parts=of(told["parts"]),
        plants=plants,
        general=of(told["general"]),
        verbs=forms_of,
        find_nouns=of(finding["nouns"]),
        examine_nouns=of(examining["nouns"]),
        mark_words=of(marks["words"]),
        mark_numbers=of(marks["number"]),
        mark_dates=of(marks["date"]),
        serial=of(told["serial"]),
        made=of(told["made"]),
        not_made=of(told["not_made"]),
        between=of(told["between"]),
        before=of(told["before"]),
        after=of(told["after"]),
        model=of(told["model"]),
        maker=of(told["maker"]),
        made_in=of(told["made_in"]),
        unnamed=of(told["unnamed"]),
        alive=of(told["alive"]),
        containers=of(told["containers"]),
        often=of(told["often"]),
        with_article=frozenset(pack.words("event_grammar")["with_article"]),
        sites=of(told["sites"]),
        into=frozenset(told["into"]),
        on=frozenset(told["upon"]),
        there=of(told["there"]),
        reading=of(told["reading"]),
        codes=re.compile(
            rf"\b(?:(?P<told>(?i:(?:{before})\s+(?:{named}))(?:\s*:|\s+n°)?)|(?:{alone}))\s*"
            rf"(?P<codes>{code}(?:(?:\s*,\s*|\s+(?:et|ou)\s+){code})*)"
        ),
        **verbs,
    )
