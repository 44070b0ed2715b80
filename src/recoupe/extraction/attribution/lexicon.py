"""The pack's words of saying, compiled for look-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import spacy.tokens

from recoupe.language import Pack
from recoupe.model import Factuality


@dataclass(frozen=True, slots=True)
class Cue:
    """What one word of saying does to its content."""

    value: Factuality
    takes: frozenset[str]
    denies: bool = False
    accuses: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of saying and of sources in one language.

    Attributes:
        verbs: Lemma to what it does; a reflexive verb's lemma begins with ``se_``,
            a verb under ``faire`` or ``laisser`` with that verb's.
        quoting: Lemmas that are cues beside a quotation only.
        nouns: Lemma of a noun of saying to its value.
        according: Prepositions that name a source, as lower-case word sequences,
            longest first.
        bare: The same for sources without an article ("de source policière").
        idioms: Lower-case phrases that contain a verb of saying and say nothing.
        verdicts: Lower-case phrases that declare a proposition false.
        openers: Words that open a content clause ("que").
        people, bodies, documents, media, not_sources: Nouns that can, or
            cannot, be a source.
        outlet_words: Lower-case words by which an outlet's name is known.
        citing: Lemmas of verbs by which one source hands on another.
    """

    verbs: Mapping[str, Cue]
    quoting: frozenset[str]
    nouns: Mapping[str, Factuality]
    according: tuple[tuple[str, ...], ...]
    bare: tuple[tuple[str, ...], ...]
    idioms: tuple[str, ...]
    verdicts: tuple[str, ...]
    openers: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    not_sources: frozenset[str]
    outlet_words: frozenset[str]
    citing: frozenset[str]

    def cue_of(self, verb: spacy.tokens.Token) -> Cue | None:
        """Return what a verb does as a word of saying, or None if it is none."""
        return self.verbs.get(lemma_of(verb))


def _reflexive(lemma: str) -> str:
    for clitic in ("s'", "s’"):
        lemma = lemma.replace(clitic, "se_")
    return lemma


def lemma_of(verb: spacy.tokens.Token) -> str:
    """Return a verb's lemma as the lexicons write it: ``se_féliciter``, ``faire_valoir``."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.i < verb.i and child.lemma_.lower() in {"se", "s'", "s’"}:
            return f"se_{lemma}"
    if verb.i > verb.sent.start:
        before = verb.nbor(-1)
        if before.lemma_.lower() in {"faire", "laisser"}:
            return f"{before.lemma_.lower()}_{lemma}"
    return lemma


@cache
def load_saying(pack: Pack) -> Saying:
    """Return the pack's words of saying, compiled once."""
    saying, sources = pack.words("saying"), pack.words("sources")
    verbs: dict[str, Cue] = {}
    for name, group in saying["verbs"].items():
        cue = Cue(
            value=Factuality(group["factuality"]),
            takes=frozenset(group["takes"]),
            denies=name == "denial",
            accuses=name == "accusation",
        )
        for lemma in group["lemmas"]:
            key = _reflexive(lemma)
            # A verb in two classes keeps the first value and takes what both take.
            held = verbs.get(key)
            verbs[key] = (
                Cue(held.value, held.takes | cue.takes, held.denies, cue.accuses) if held else cue
            )

    def phrases(name: str) -> tuple[tuple[str, ...], ...]:
        split = (tuple(p.replace("’", "'").replace("'", "' ").split()) for p in saying[name])
        return tuple(sorted(set(split), key=len, reverse=True))

    return Saying(
        verbs=verbs,
        quoting=frozenset(_reflexive(lemma) for lemma in saying["with_quote"]),
        nouns={
            lemma: Factuality(value)
            for value, lemmas in saying["nouns"].items()
            for lemma in lemmas
        },
        according=phrases("according"),
        bare=phrases("bare_sources"),
        idioms=tuple(saying["idioms"]),
        verdicts=tuple(saying["denying_verdicts"]),
        openers=frozenset(saying["openers"]),
        people=frozenset(sources["people"]),
        bodies=frozenset(sources["bodies"]),
        documents=frozenset(sources["documents"]),
        media=frozenset(sources["media"]),
        not_sources=frozenset(sources["not_sources"]),
        outlet_words=frozenset(sources["outlet_words"]),
        citing=frozenset(sources["citing"]),
    )
