"""What a name names: the votes of the pipeline, and what stands beside the name."""

import re
from collections import Counter
from collections.abc import Iterable

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.states import States
from recoupe.extraction.mentions.seen import ORGANISATION, PERSON, PLACE
from recoupe.model import Span

# What beside a name tells is worth more than one guess of the pipeline.
_TOLD = 3
_FIRST_NAME = 2
_BEFORE = re.compile(r"(?:(\w+) (?:de |d['’])\w+ (?:\w+ )?|(\w+) (\w+) |(\w+) )$")
_GOVERNED = re.compile(
    r"(\w+)(?: (?:général|générale|exécutif|exécutive|adjoint|adjointe|commercial|financier))?"
    r" (?:de |d['’]|chez )$"
)
_PARTICLES = frozenset(
    ("de", "du", "del", "della", "da", "dos", "von", "van", "der", "ben", "bin", "al", "el", "la")
)


def with_schemas(
    text: str, found: list[tuple[Span, str]], lexicon: Lexicon, states: States
) -> list[tuple[Span, str]]:
    """Give each name the schema that most speaks for; a person's surname is a person."""
    votes: dict[str, Counter[str]] = {}
    for span, schema in found:
        count = votes.setdefault(span.of(text), Counter())
        count[schema] += 1
        if lexicon.has_civility_before(text, span.start):
            count[PERSON] += _TOLD
        elif schema in {PERSON, ORGANISATION}:
            beside = any(
                noun in lexicon.bodies and noun not in lexicon.people | lexicon.named_after
                for noun in _nouns_before(text, span.start)
            )
            if beside or _governing_noun(text, span.start) in lexicon.firm_parts:
                count[ORGANISATION] += _TOLD
    for name, count in votes.items():
        words = name.split()
        outlet = any(w.casefold() in lexicon.outlet_words for w in words)
        if words[-1] in lexicon.firm_forms or words[0] in lexicon.firm_forms or outlet:
            count[ORGANISATION] += _TOLD
        elif any(c.isdigit() for c in name):
            # "Douglas MD-83"
            count["Thing"] += count.pop(PERSON, 0)
        elif (
            len(words) in {2, 3}
            and lexicon.is_first_name(words[0])
            and all(w[0].isupper() or w in _PARTICLES for w in words)
            and not any(
                w.lower() in lexicon.bodies or w.lower() in lexicon.outlet_words for w in words
            )
            and PLACE not in count
        ):
            count[PERSON] += _FIRST_NAME
    elected = {
        name: max(count.items(), key=lambda v: (v[1], v[0]))[0] for name, count in votes.items()
    }
    for name, count in votes.items():
        # A capital is nobody's name, save where it is: "M. Berne".
        if elected[name] == PERSON and count[PERSON] <= _TOLD and states.is_state(name):
            elected[name] = PLACE
    surnames = {
        name.split()[-1] for name, schema in elected.items() if schema == PERSON and " " in name
    }
    return [
        (span, PERSON if span.of(text) in surnames else elected[span.of(text)]) for span, _ in found
    ]


def _nouns_before(text: str, place: int) -> Iterable[str]:
    """Yield the nouns that may say what a name is: "le fonds d'investissement suisse Orka"."""
    match = _BEFORE.search(text, max(0, place - 60), place)
    return (w.casefold() for w in match.groups() if w) if match is not None else ()


def _governing_noun(text: str, place: int) -> str:
    """Return the noun before a name, over "de" and an adjective: "le patron de Valmer"."""
    match = _GOVERNED.search(text, max(0, place - 40), place)
    return match.group(1).casefold() if match is not None else ""
