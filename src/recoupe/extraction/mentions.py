"""Named things in one report, and the names in full of those named in short.

The trained pipeline sees one paragraph at a time; a report names a person in
full once and by surname after. Here a name seen once with a schema keeps it,
what stands beside it ("Mme", "SARL", a first name) outweighs a guess, and a name
read in full at one place is read so wherever it stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recoupe.extraction.attribution import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.loading import load_lexicon
from recoupe.extraction.claimers.states import States, load_states
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Mention, Span

PERSON = "Person"
_ORGANISATION = "Organization"
_PLACE = "Address"
_EDGES = "«»“”\"'’,;:"
# What beside a name tells is worth more than one guess of the pipeline.
_TOLD = 3
# A name of one word stands for a longer one if it has more letters than this.
_SHORTEST = 3
_LONGEST_NAME = 4
_FIRST_NAME = 2
# "Union de Gabès-Chenini (UGC)"
_ACRONYM = re.compile(r"\s?\(([A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ.-]{1,9})\)")
_NEXT_NAME = re.compile(r"\s([A-ZÀ-Ý][\w’'-]+)")
_PARTICLE = re.compile(r"\s(?:de|del|de la|du|des|da|dos|di|von|van|der|ben|bin|al|el|y|of|the)$")
_BEFORE = re.compile(r"(?:(\w+) (?:de |d['’])\w+ (?:\w+ )?|(\w+) (\w+) |(\w+) )$")
_GOVERNED = re.compile(
    r"(\w+)(?: (?:général|générale|exécutif|exécutive|adjoint|adjointe|commercial|financier))?"
    r" (?:de |d['’]|chez )$"
)
_PARTICLES = frozenset(
    ("de", "du", "del", "della", "da", "dos", "von", "van", "der", "ben", "bin", "al", "el", "la")
)


def find_mentions(text: str, sentences: Sequence[Sentence], pack: Pack) -> tuple[Mention, ...]:
    """Return the named things of one report, in order of their place.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        pack: The pack of its language.

    Returns:
        One mention a named span. A surname, or the last part of a name, that
        fits exactly one fuller name of the same schema carries that name; an
        abbreviation that the report explains carries the name that it stands for.
    """
    lexicon, states = load_lexicon(pack), load_states(pack)
    found = list(_seen(text, sentences, pack.schemas, lexicon, states))
    found = _completed(text, sentences, found, lexicon)
    voted = _voted(text, found, lexicon, states)
    full = _fuller_names(text, voted)
    return tuple(
        Mention(
            span=span, schema_name=schema, name=full.get((schema, span.of(text)), span.of(text))
        )
        for span, schema in voted
    )


def _seen(
    text: str,
    sentences: Sequence[Sentence],
    schemas: Mapping[str, str],
    lexicon: Lexicon,
    states: States,
) -> Iterable[tuple[Span, str]]:
    for sentence in sentences:
        yield from _unseen_people(sentence, lexicon)
        names = (
            (part, schema)
            for entity in sentence.names
            for part, schema in _parted(
                _without_verbs(entity.words), schemas.get(entity.label, "Thing"), lexicon
            )
        )
        for words, told in names:
            span = _trimmed(text, sentence.span_of([*words, *_rest_of_name(words, lexicon)]))
            span = _whole(text, span, sentence.span.end)
            if text[max(0, span.start - 3) : span.end].casefold() in states.articled:
                # "La Havane": the article is the city's.
                span = Span(span.start - 3, span.end)
            first, _, rest = span.of(text).partition(" ")
            titled = (rest and first in lexicon.civilities) or (
                " " in rest and _is_glued(first, rest, lexicon, states)
            )
            if titled:
                span = Span(span.end - len(rest), span.end)
            if span.start < span.end and any(c.isalpha() for c in span.of(text)):
                yield span, PERSON if titled else told


def _unseen_people(sentence: Sentence, lexicon: Lexicon) -> Iterable[tuple[Span, str]]:
    """Yield names of people that the pipeline did not see: "la Dre Rey", ", Ana Rey,"."""
    words = sentence.words
    beyond = 0
    for place, token in enumerate(words[:-1]):
        if place < beyond:
            continue
        civil = token.text in lexicon.civilities
        if not (civil or _opens_name(words, place, lexicon)):
            continue
        run: list[Token] = [] if civil else [token]
        for following in words[place + 1 : place + 1 + _LONGEST_NAME]:
            if not (following.text[:1].isupper() and following.text.replace("-", "").isalpha()):
                break
            if following.ent_type_ or following.text in lexicon.civilities:
                run = []
                break
            run.append(following)
        if run and (civil or len(run) > 1):
            beyond = place + 1 + len(run)
            yield sentence.span_of(run), PERSON


def _opens_name(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a first name stands where a person's name may begin: not "lycée Jean Rey"."""
    token = words[place]
    if token.ent_type_ or token.pos_ != "PROPN" or not lexicon.is_first_name(token.text):
        return False
    before = words[place - 1] if place else None
    if before is None or before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return True
    return before.pos_ == "NOUN" and lexicon.is_person(lexicon.noun(before))


def _without_verbs(words: Sequence[Token]) -> Sequence[Token]:
    """Return a name without verbs and pronouns that stuck to it: "Rivières vives juge"."""
    if len(words) == 1:
        return words
    kept = list(words)
    for place, token in enumerate(words):
        if token.text.islower() and _is_no_part(token):
            # What has a capital is the name; of two the first.
            kept = list(words[:place])
            if any(t.text[:1].isupper() for t in kept):
                break
            return _without_verbs(words[place + 1 :]) if words[place + 1 :] else []
    return kept


def _parted(
    words: Sequence[Token], schema: str, lexicon: Lexicon
) -> Iterable[tuple[Sequence[Token], str]]:
    """Part a body from somebody named behind it: "(à l'agence) Notus le commandant Aldo Ferri"."""
    for place in range(1, len(words) - 2):
        article, title = words[place], words[place + 1]
        titled = article.pos_ == "DET" and title.text.islower() and title.pos_ == "NOUN"
        if titled and lexicon.is_person(lexicon.noun(title)):
            yield words[:place], schema if schema != PERSON else _ORGANISATION
            yield words[place + 2 :], PERSON
            return
    if words:
        yield words, schema


def _is_no_part(token: Token) -> bool:
    if token.pos_ == "PRON":
        return True
    return token.pos_ in {"VERB", "AUX"} and grammar.is_finite(token)


def _rest_of_name(words: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return the words of a name that the pipeline left out and the parse joins to it."""
    low, high = words[0].i, words[-1].i + 1
    descriptive = words[-1].text.islower() and words[0].lower_ in lexicon.bodies
    for token in words[0].doc[high : high + _LONGEST_NAME]:
        inside = low <= token.head.i < token.i
        if token.ent_type_:
            break
        if token.dep_ == "flat:name" and inside and token.text[:1].isupper():
            high = token.i + 1
        elif descriptive and token.text.islower() and (token.dep_ in {"amod", "nmod"} and inside):
            # "Département des affaires étrangères", "Autorité des dispositifs de santé"
            high = token.i + 1
        elif not (descriptive and token.dep_ in {"case", "det"} and token.head.i > token.i):
            break
    return list(words[0].doc[words[-1].i + 1 : high])


def _is_glued(first: str, rest: str, lexicon: Lexicon, states: States) -> bool:
    """Tell the end of a title from a name: "(ministre de la) Justice Paul Vidal"."""
    if states.of_adjective(first) and not lexicon.is_first_name(first):
        return True
    if lexicon.is_first_name(first) or not lexicon.is_first_name(rest.split(maxsplit=1)[0]):
        return False
    return first.lower() in lexicon.bodies or first.lower() in lexicon.portfolios


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _EDGES + ".("):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES + ")"):
        end -= 1
    return Span(start, end)


def _whole(text: str, span: Span, limit: int) -> Span:
    """Return a name that breaks off at a particle with the word it leads to: "Ojo del"."""
    hanging = _PARTICLE.search(span.of(text))
    if hanging is None:
        return span
    following = _NEXT_NAME.match(text, span.end, limit)
    if following is not None:
        return Span(span.start, following.end())
    return Span(span.start, span.start + hanging.start())


def _completed(
    text: str,
    sentences: Sequence[Sentence],
    found: list[tuple[Span, str]],
    lexicon: Lexicon,
) -> list[tuple[Span, str]]:
    """Read names wherever they stand, also where the pipeline cut them."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for span, schema in found:
        name = span.of(text)
        several = " " in name or (
            len(name) > _SHORTEST and name.isalpha() and not lexicon.is_known(name.lower())
        )
        if several and name[:1].isupper() and "\n" not in name:
            names[name][schema] += 1
    if not names:
        return found
    longest = sorted(names, key=lambda n: (-len(n), n))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(n) for n in longest)})(?!\w)")
    held = {span for span, _ in found}
    added: list[tuple[Span, str]] = []
    for sentence in sentences:
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if span not in held:
                schema = min(names[match.group()].items(), key=lambda v: (-v[1], v[0]))[0]
                added.append((span, schema))
    if not added:
        return found
    # The longer of two that overlap is the name; the shorter was cut.
    added.sort(key=lambda a: (-_length(a[0]), a[0]))
    kept = [
        (span, schema)
        for span, schema in found
        if not any(a.overlaps(span) and _length(a) > _length(span) for a, _ in added)
    ]
    kept += [(a, s) for a, s in added if not any(a.overlaps(span) for span, _ in kept)]
    return sorted(kept)


def _length(span: Span) -> int:
    """Return the length of a span in characters."""
    return span.end - span.start


def _voted(
    text: str, found: list[tuple[Span, str]], lexicon: Lexicon, states: States
) -> list[tuple[Span, str]]:
    """Give each name the schema that most speaks for; a person's surname is a person."""
    votes: dict[str, Counter[str]] = {}
    for span, schema in found:
        count = votes.setdefault(span.of(text), Counter())
        count[schema] += 1
        if lexicon.has_civility_before(text, span.start):
            count[PERSON] += _TOLD
        elif schema == PERSON:
            beside = any(
                noun in lexicon.bodies and noun not in lexicon.people | lexicon.named_after
                for noun in _nouns_before(text, span.start)
            )
            if beside or _governing_noun(text, span.start) in lexicon.firm_parts:
                count[_ORGANISATION] += _TOLD
    for name, count in votes.items():
        words = name.split()
        outlet = any(w.casefold() in lexicon.outlet_words for w in words)
        if words[-1] in lexicon.firm_forms or words[0] in lexicon.firm_forms or outlet:
            count[_ORGANISATION] += _TOLD
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
            and _PLACE not in count
        ):
            count[PERSON] += _FIRST_NAME
    elected = {
        name: max(count.items(), key=lambda v: (v[1], v[0]))[0] for name, count in votes.items()
    }
    for name, count in votes.items():
        # A capital is nobody's name, save where it is: "M. Berne".
        if elected[name] == PERSON and count[PERSON] <= _TOLD and states.is_state(name):
            elected[name] = _PLACE
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


def _fuller_names(text: str, found: list[tuple[Span, str]]) -> dict[tuple[str, str], str]:
    names = sorted({(schema, span.of(text)) for span, schema in found})
    people: dict[str, list[str]] = defaultdict(list)
    for schema, name in names:
        if schema == PERSON and " " in name:
            people[name.split()[-1]].append(name)
    full: dict[tuple[str, str], str] = {}
    for schema, name in names:
        if schema != PERSON:
            continue
        parts = name.split()
        fuller = [
            other
            for other in people[parts[-1]]
            if len(other.split()) > len(parts)
            and (other.split()[-len(parts) :] == parts or _shortened(parts, other.split()))
        ]
        if len(fuller) == 1:
            full[(schema, name)] = fuller[0]
    return full | _longer_bodies(names) | _abbreviated(text, found)


def _longer_bodies(names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the names in full of bodies named by one word: "Valmer" of "Valmer Énergie"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for schema, name in names:
        words = name.split()
        if schema not in {PERSON, _PLACE} and len(words) in {2, 3} and name[0].isupper():
            longer[words[0]].add(name)
            longer[words[-1]].add(name)
    return {
        (schema, name): next(iter(longer[name]))
        for schema, name in names
        if schema not in {PERSON, _PLACE} and len(name) > _SHORTEST and len(longer[name]) == 1
    }


def _shortened(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell an initial for a first name: "J. Kirby" of "John Kirby"."""
    initial = re.fullmatch(r"([A-ZÀ-Ý])\.?(?:-[A-ZÀ-Ý]\.)?", parts[0])
    return bool(initial) and len(parts) == 2 and whole[0].startswith(parts[0][0])


def _abbreviated(text: str, found: list[tuple[Span, str]]) -> dict[tuple[str, str], str]:
    """Return the names that abbreviations in brackets behind them stand for."""
    explained: dict[str, str] = {}
    for span, schema in found:
        if schema == PERSON:
            continue
        match = _ACRONYM.match(text, span.end)
        if match is not None and _is_abbreviation(match.group(1), span.of(text)):
            explained.setdefault(match.group(1), span.of(text))
    return {
        (schema, name): explained[name]
        for schema, name in {(schema, span.of(text)) for span, schema in found}
        if name in explained
    }


def _is_abbreviation(short: str, name: str) -> bool:
    """Tell whether a name's words begin with the letters of an abbreviation, in order."""
    letters = [c.casefold() for c in short if c.isupper()]
    initials = [w[0].casefold() for w in re.findall(r"\w+", name)]
    place = 0
    for letter in letters:
        while place < len(initials) and initials[place] != letter:
            place += 1
        if place == len(initials):
            return False
        place += 1
    return len(letters) > 1
