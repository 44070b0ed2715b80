"""The pack's words of saying and of sources, compiled for look-up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from recoupe.extraction.attribution.cues import PLAIN, Cue
from recoupe.extraction.attribution.saying import Saying
from recoupe.extraction.attribution.spelling import beginnings
from recoupe.language import Pack
from recoupe.model import Factuality

__all__ = ["PLAIN", "Cue", "Saying", "load_saying"]


def _key(lemma: str) -> str:
    for clitic in ("s'", "s’"):
        lemma = lemma.replace(clitic, "se_")
    return lemma


def _verbs(groups: Mapping[str, Mapping[str, Any]], blaming: set[str]) -> dict[str, Cue]:
    verbs: dict[str, Cue] = {}
    for name, group in groups.items():
        takes = frozenset(group["takes"])
        infinitive = group.get("infinitive")
        for lemma in group["lemmas"]:
            key = _key(lemma)
            held = verbs.get(key)
            # A verb in two classes keeps its first value and takes what both take.
            verbs[key] = (
                replace(held, takes=takes | held.takes)
                if held
                else Cue(
                    value=Factuality(group["factuality"]),
                    negated=Factuality(group["negated"]),
                    takes=takes,
                    denies=name in {"denial", "exclusion"},
                    blames=key in blaming,
                    infinitive=Factuality(infinitive) if infinitive else None,
                )
            )
    return verbs


def _locutions(
    phrases: Mapping[str, Mapping[str, Any]],
) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Return the phrases of saying by their verb, the longest first."""
    known: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for phrase, does in phrases.items():
        verb, *behind = _key(phrase.replace("s'", "se ", 1)).split()
        if verb == "se":
            # The pronoun stands before the verb; the phrase is filed under the verb.
            verb, *behind = [behind[0], "se", *behind[1:]]
        cue = Cue(
            value=Factuality(does["factuality"]),
            takes=frozenset(does["takes"]),
            denies=bool(does.get("denies")),
            negated=Factuality(does.get("negated", "Uu")),
        )
        known.setdefault(verb, []).append((tuple(behind), cue))
    return {
        verb: tuple(sorted(found, key=lambda f: (-len(f[0]), f[0])))
        for verb, found in known.items()
    }


def _spelt(lemmas: Iterable[str]) -> frozenset[str]:
    """Return lemmas with the ligature spelt out as well: lemmatisers write "soeur" for "sœur"."""
    return frozenset(spelt for lemma in lemmas for spelt in (lemma, lemma.replace("œ", "oe")))


@cache
def load_saying(pack: Pack) -> Saying:
    """Return the pack's words of saying, compiled once."""
    saying, sources = pack.words("saying"), pack.words("sources")
    verbs = _verbs(saying["verbs"], set(saying["blaming"]))
    for lemma in saying["with_object"]:
        cue = verbs[lemma]
        verbs[lemma] = replace(cue, takes=cue.takes | {"object"})
    quoting = frozenset(_key(lemma) for lemma in saying["with_quote"])
    quoted_objects = {_key(lemma) for lemma in saying["quoted_objects"]}
    locutions = _locutions(saying["locutions"])
    stems = {key.split("_")[-1] for key in (*quoting, *verbs, *quoted_objects)}
    forms: dict[str, str] = {}
    for lemma in sorted(stems):
        for form in pack.verb_forms(lemma):
            forms.setdefault(form, lemma)

    def verbs_of(name: str) -> dict[str, str]:
        return {form: lemma for lemma in saying[name] for form in pack.verb_forms(lemma)}

    def phrases(name: str) -> tuple[str, ...]:
        plain = {p.replace("’", "'").replace(" ", "") for p in saying[name]}
        return tuple(sorted(plain, key=lambda p: (-len(p), p)))

    return Saying(
        verbs=verbs,
        quoting=quoting,
        forms=forms,
        stems=frozenset({*stems, *locutions}),
        telltale=frozenset(
            max(re.split(r"[\s'’]+", phrase), key=len)
            for name in ("according", "bare_sources", "clitic_sources", "possessed_sources")
            for phrase in saying[name]
        )
        | frozenset(saying["opinion_prepositions"]),
        nouns={
            lemma: Factuality(value)
            for value, lemmas in saying["nouns"].items()
            for lemma in lemmas
        },
        verdict_verbs=frozenset(saying["verdict_verbs"]),
        according=phrases("according"),
        measuring=phrases("measuring"),
        bare=phrases("bare_sources"),
        clitic=phrases("clitic_sources"),
        possessed=phrases("possessed_sources"),
        opinion=frozenset(saying["opinion_prepositions"]),
        not_naming=frozenset(saying["not_naming"]),
        idioms=tuple(saying["idioms"]),
        verdicts=tuple(saying["denying_verdicts"]),
        telling=frozenset(saying["telling"]),
        speech_objects=frozenset(saying["speech_objects"]),
        dative=frozenset(saying["dative"]),
        openers=frozenset(saying["openers"]),
        people=_spelt(sources["people"]),
        bodies=_spelt(sources["bodies"]),
        documents=_spelt(sources["documents"]),
        media=_spelt(sources["media"]),
        not_sources=frozenset(sources["not_sources"]),
        never_sources=frozenset(sources["never_sources"]),
        passed_over=frozenset(sources["never_sources"]) - _spelt(sources["people"]),
        outlet_words=frozenset(sources["outlet_words"]),
        citing=frozenset(sources["citing"]),
        civilities=frozenset(sources["civilities"]),
        taken_up=frozenset(sources["near_nouns"]),
        quoted_objects=frozenset(_key(lemma) for lemma in saying["quoted_objects"]),
        estimating=frozenset(saying["estimating"]),
        counting=verbs_of("counting"),
        putting=verbs_of("putting"),
        accusing=frozenset(saying["accusing"]),
        calling=frozenset(saying["calling"]),
        grantable=frozenset(saying["grantable"]),
        likelihood={
            tuple(phrase.split()): Factuality(value)
            for value, phrases_ in saying["likelihood"].items()
            for phrase in sorted(phrases_, key=lambda p: -len(p.split()))
        },
        with_new_object=frozenset(saying["with_new_object"]),
        figure_nouns=frozenset(saying["figure_nouns"]),
        announcing=frozenset(saying["announcing"]),
        binding=frozenset(saying["binding"]),
        asides=frozenset(saying["asides"]),
        mental=frozenset(_key(lemma) for lemma in saying["mental"]),
        phrase_openers=frozenset(
            opener.replace("'", mark)
            for opener in (
                *beginnings(phrases("according")),
                *beginnings(phrases("clitic_sources")),
                *beginnings(phrases("possessed_sources")),
                "de",
                *saying["opinion_prepositions"],
            )
            for mark in ("'", "’")
        ),
        light_verbs=frozenset(saying["light_verbs"]),
        mute_when_negated=frozenset(_key(lemma) for lemma in saying["mute_when_negated"]),
        common_knowledge=frozenset(_key(lemma) for lemma in saying["common_knowledge"]),
        of_people=tuple(saying["of_people"]),
        of_things=tuple(sources["thing_endings"]),
        classes={name: frozenset(words) for name, words in saying["classes"].items()},
        locutions=locutions,
    )
