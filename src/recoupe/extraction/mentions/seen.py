"""Names as the pipeline sees them in a sentence, with their edges mended, and some it misses."""

import re
from collections.abc import Iterable, Mapping, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.mentions.no_names import names_nothing
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span

PERSON = "Person"
ORGANISATION = "Organization"
PLACE = "Address"
PUBLIC_BODY = "PublicBody"
THING = "Thing"

_EDGES = "«»“”\"'’,;:"
_LONGEST_NAME = 4
_TITLE_REACH = 8
# A first name and a family name.
_FULL_NAME = 2
_SMALL_WORDS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "ADV", "AUX", "NUM"})
_JOINTS = re.compile(r"['’-]")
_PARTICLES = re.compile(r"\s((?:[a-z]{2,4}\s){1,2})[A-ZÀ-Ý][\w’'-]+")
_NEXT_NAME = re.compile(r"\s([A-ZÀ-Ý][\w’'-]+)")


def seen_names(
    text: str,
    sentences: Sequence[Sentence],
    schemas: Mapping[str, str],
    lexicon: Lexicon,
    states: States,
) -> Iterable[tuple[Span, str]]:
    """Yield names with what the pipeline takes them for, their edges mended.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        schemas: The pipeline's labels and the schema of each.
        lexicon: Words for who can be meant.
        states: The table of states.
    """
    for sentence in sentences:
        yield from unseen_people(sentence, lexicon)
        names = (
            (part, schema)
            for entity in sentence.names
            for part, schema in _parted(
                _without_verbs(entity.words, lexicon), schemas.get(entity.label, THING), lexicon
            )
        )
        for words, told in names:
            held = [*_begun(words, lexicon), *words] if told == PERSON else words
            span = _trimmed(text, sentence.span_of([*held, *_rest_of_name(words, lexicon)]))
            span = _whole(text, span, sentence.span.end, lexicon)
            if text[max(0, span.start - 3) : span.end].casefold() in states.articled:
                # "La Havane": the article is the city's.
                span = Span(span.start - 3, span.end)
            if told == PERSON:
                # "Nasser (bin Rashid)"
                span = _with_particle(text, span, sentence.span.end, lexicon)
            first, _, rest = span.of(text).partition(" ")
            titled = (rest and first in lexicon.civilities) or (
                " " in rest and _is_glued(first, rest, lexicon, states)
            )
            if titled:
                span = Span(span.end - len(rest), span.end)
            if rest[:1].isupper() and _is_people_before(first, words, lexicon):
                # "La Lituanienne Baltmech"
                span = Span(span.end - len(rest), span.end)
            if titled or not names_nothing(words, span.of(text), lexicon, states):
                yield span, PERSON if titled else told


def _is_people_before(first: str, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell the people of whoever is named from a name: "le Chinois Lanhua" is Lanhua."""
    opened = words[0]
    if len(words) < _FULL_NAME or opened.text != first or opened.i == opened.first:
        return False
    article = opened.nbor(-1).lower_ in lexicon.determiners["apart"]
    people = fold(first) in lexicon.nationalities
    return article and people and words[1].pos_ == "PROPN"


def unseen_people(sentence: Sentence, lexicon: Lexicon) -> Iterable[tuple[Span, str]]:
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
            if not (following.text[:1].isupper() and _JOINTS.sub("", following.text).isalpha()):
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
    if token.ent_type_ or token.pos_ != "PROPN":
        return False
    before = words[place - 1] if place else None
    if not lexicon.is_first_name(token.text):
        # "l'ancien ministre de la Santé Plamen Dragov": who holds an office has a name.
        return (
            before is not None
            and token.text.istitle()
            and words[place + 1].text.istitle()
            and _closes_title(words, place - 1, lexicon)
        )
    if before is None or before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return True
    if before.pos_ == "NOUN" and lexicon.is_person(lexicon.noun(before)):
        return True
    return _closes_title(words, place - 1, lexicon)


def _closes_title(words: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell the last word of an office: "le ministre de la Santé", "la députée grecque"."""
    last = words[place]
    of_state = last.lower_ in lexicon.nationalities
    charge = last.lower_ in lexicon.portfolios
    if not (charge or (of_state and not last.ent_type_)):
        return False
    for k in range(place - 1, max(-1, place - _TITLE_REACH), -1):
        token = words[k]
        if token.pos_ in {"NOUN", "ADJ"} and lexicon.is_person(lexicon.noun(token)):
            return True
        if token.pos_ not in {"ADP", "DET", "ADJ", "CCONJ"} and (
            token.lower_ not in lexicon.portfolios
        ):
            return False
    return False


def _without_verbs(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return a name without verbs and pronouns that stuck to it: "Rivières vives juge"."""
    if len(words) == 1:
        return words
    while len(words) > 1 and words[-1].text.islower() and words[-1].pos_ in {"DET", "PRON"}:
        # "Pastor leur (répondit)", "Véran cette (semaine)"
        words = words[:-1]
    kept = list(words)
    for place, token in enumerate(words):
        if token.text.islower() and _is_no_part(token, lexicon):
            # What has a capital is the name; of two the first.
            kept = list(words[:place])
            if any(t.text[:1].isupper() for t in kept):
                break
            return _without_verbs(words[place + 1 :], lexicon) if words[place + 1 :] else []
    return kept


def _parted(
    words: Sequence[Token], schema: str, lexicon: Lexicon
) -> Iterable[tuple[Sequence[Token], str]]:
    """Part a place or a body from somebody named behind it.

    "(Le sénateur de la) Drôme Paul Vidal", "(à l'agence) Notus le commandant Aldo Ferri".
    """
    if schema == PLACE and len(words) > _FULL_NAME:
        person = words[-_FULL_NAME:]
        before = words[-_FULL_NAME - 1]
        named = lexicon.is_first_name(person[0].text) and person[1].text.istitle()
        ends = before.text[:1].isupper() and not lexicon.is_first_name(before.text)
        if named and ends and _is_of_somebody(words[0], lexicon):
            yield words[:-_FULL_NAME], schema
            yield person, PERSON
            return
    if len(words) > _FULL_NAME and _is_addressed(words[0], lexicon):
        person = words[-_FULL_NAME:]
        named = lexicon.is_first_name(person[0].text) and person[1].text.istitle()
        if named and not lexicon.is_first_name(words[0].text):
            # "(à) Paris Match Ana Rey", "(à l'agence) Notus Ana Rey"
            yield words[:-_FULL_NAME], ORGANISATION
            yield person, PERSON
            return
    for place in range(1, len(words) - 2):
        article, title = words[place], words[place + 1]
        titled = article.pos_ == "DET" and title.text.islower() and title.pos_ == "NOUN"
        if titled and lexicon.is_person(lexicon.noun(title)):
            yield words[:place], schema if schema != PERSON else ORGANISATION
            yield words[place + 2 :], PERSON
            return
    if words:
        yield words, schema


def _is_addressed(first: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name tells to whom somebody spoke: "à Paris Match", "à l'agence Notus"."""
    k = first.i - 1
    while k > first.first and (
        first.doc[k].pos_ == "DET" or first.doc[k].lower_ in lexicon.outlet_words
    ):
        k -= 1
    return k >= first.first and first.doc[k].lower_ in lexicon.addressing


def _is_of_somebody(first: Token, lexicon: Lexicon) -> bool:
    """Tell whether a place's name tells of where somebody is: "la maire de (Lyon)"."""
    k = first.i - 1
    while k > first.first and first.doc[k].pos_ in {"ADP", "DET"}:
        k -= 1
    return k >= first.first and lexicon.is_person(lexicon.noun(first.doc[k]))


def _is_no_part(token: Token, lexicon: Lexicon) -> bool:
    if token.pos_ == "PRON":
        return True
    if token.lower_ in lexicon.of and token.i + 1 < token.past:
        # "(a appris) Le Quotidien de Sète de source (judiciaire)"
        behind = token.doc[token.i + 1]
        return behind.text.islower() and lexicon.noun(behind) in lexicon.anonymous
    return token.pos_ in {"VERB", "AUX"} and grammar.is_finite(token)


def _begun(words: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return the first word of a person's name where the pipeline left it out: "Vasant (Rao)"."""
    first = words[0]
    if first.i == first.first:
        return []
    before = first.nbor(-1)
    joined = before.head is first or first.head is before or first.head is before.head
    # The tagger does not know a foreign name: "Vasant" may be a verb to it.
    named = before.pos_ not in _SMALL_WORDS and before.text.istitle() and before.text.isalpha()
    if not (joined and named) or before.ent_type_ or before.text in lexicon.civilities:
        return []
    known = lexicon.is_known(before.lower_) or before.lower_ in lexicon.nationalities
    # What opens a sentence has a capital whatever it is.
    opens = before.i == before.first and not lexicon.is_first_name(before.text)
    return [] if known or opens or before.lower_ in lexicon.portfolios else [before]


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
        # "La Française des Jeux" has its people in its name.
        return rest.split(maxsplit=1)[0].lower() not in grammar.DE_DU
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


def _with_particle(text: str, span: Span, limit: int, lexicon: Lexicon) -> Span:
    """Return a person's name with the family name that particles lead to."""
    following = _PARTICLES.match(text, span.end, limit)
    if following is None or "\n" in following.group():
        return span
    if not lexicon.inner_particles.issuperset(following.group(1).split()):
        return span
    return Span(span.start, following.end())


def _whole(text: str, span: Span, limit: int, lexicon: Lexicon) -> Span:
    """Return a name that breaks off at a particle with the word it leads to: "Ojo del"."""
    hanging = lexicon.leading_on.search(span.of(text))
    if hanging is None:
        return span
    following = _NEXT_NAME.match(text, span.end, limit)
    if following is not None:
        return Span(span.start, following.end())
    return Span(span.start, span.start + hanging.start())
