"""Who appears in a report before anybody is resolved: names, titles, subjects.

A name is a person's when a title stands beside it ("la ministre, Livia
Moretti,"), whatever the pipeline took it for; an unnamed subject ("un médecin
qui a requis l'anonymat") may be what a later "il" stands for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, SourceKind, Span

PERSON = "Person"
_BODIES = {"Organization", "Company", "PublicBody"}
_PLACE = "Address"
# How far from a name its title stands: "le ministre de l'Économie et des Finances, Paul Vidal".
_TITLE_REACH = 12
# "le groupe français Médorane": nearer than a person's, and no preposition between.
_BODY_REACH = 4


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom the report has named, spoken of or let speak.

    Attributes:
        name: As the report names them in full.
        kind: Person, organisation, unnamed source or document.
        place: Offset in the document of the words that brought them in.
        feminine: Grammatical gender, None where nothing tells it.
        plural: Whether they are several.
        titles: Lemmas of the nouns they were introduced with.
        active: Whether they spoke, or a sentence is about them.
    """

    name: str
    kind: SourceKind
    place: int
    feminine: bool | None = None
    plural: bool = False
    titles: frozenset[str] = frozenset()
    active: bool = False


def find_cast(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], saying: Saying
) -> list[Speaker]:
    """Return whom a report names or is about, in order of their place.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        saying: Words for sources in its language.
    """
    cast: list[Speaker] = []
    for sentence in sentences:
        inside = [m for m in mentions if sentence.span.covers(m.span)]
        cast.extend(_named(sentence, inside, saying))
        cast.extend(_subjects(text, sentence, inside, saying))
    return sorted(cast, key=lambda s: s.place)


def _named(sentence: Sentence, mentions: Sequence[Mention], saying: Saying) -> Iterator[Speaker]:
    for mention in mentions:
        person = mention.schema_name == PERSON
        titles = _titles_beside(mention, sentence, saying, person=person)
        if not person and " " in mention.name and not titles:
            titles = _titles_beside(mention, sentence, saying, person=True)
            person = bool(titles)
        # "L'Autorité du médicament" is "l'autorité" afterwards.
        own = {w.casefold() for w in mention.name.replace("’", "'").replace("'", " ").split()}
        held = frozenset(t.lemma_.lower() for t in titles) | (own & saying.bodies)
        subject = _is_subject(mention, sentence)
        body = mention.schema_name in _BODIES and (held or subject)
        # A state that does something: "les États-Unis ont publié".
        if person or body or (mention.schema_name == _PLACE and subject):
            yield Speaker(
                name=mention.name,
                kind="person" if person else "organisation",
                place=mention.span.start,
                feminine=gender_of_title(titles),
                plural=not person and _has_plural_article(mention, sentence),
                titles=held,
                active=subject,
            )


def _is_subject(mention: Mention, sentence: Sentence) -> bool:
    low = mention.span.start - sentence.offset
    for token in sentence.words:
        if token.idx >= low:
            head = grammar.name_head(token)
            if head.dep_ == "appos":
                head = head.head
            return head.dep_.startswith("nsubj")
    return False


def _has_plural_article(mention: Mention, sentence: Sentence) -> bool:
    low = mention.span.start - sentence.offset
    near = [t for t in sentence.words if low - 5 <= t.idx <= low]
    return any(t.lower_ == "les" for t in near)


def _subjects(
    text: str, sentence: Sentence, mentions: Sequence[Mention], saying: Saying
) -> Iterator[Speaker]:
    """Yield the bodies and people without a name that a sentence is about."""
    for token in sentence.words:
        lemma = token.lemma_.lower()
        if not token.dep_.startswith("nsubj") or token.pos_ != "NOUN":
            continue
        if not saying.can_be_source(lemma):
            continue
        span = sentence.span_of(grammar.noun_phrase(token, saying.not_naming))
        near = Span(span.start, span.end + 40)
        if lemma in saying.people and any(
            m.schema_name == PERSON and near.overlaps(m.span) for m in mentions
        ):
            continue
        yield Speaker(
            name=clean(span.of(text)),
            kind=kind_of_noun(lemma, saying),
            place=span.start,
            feminine=gender_of(token),
            plural=is_plural(token),
            titles=frozenset({lemma}),
            active=True,
        )


def _titles_beside(
    mention: Mention, sentence: Sentence, saying: Saying, *, person: bool
) -> list[Token]:
    low = mention.span.start - sentence.offset
    high = mention.span.end - sentence.offset
    nouns = saying.people if person else saying.bodies | saying.media
    reach = _TITLE_REACH if person else _BODY_REACH
    before = [t for t in sentence.words if t.idx < low][-reach:]
    behind = [t for t in sentence.words if t.idx >= high][:5]
    titles = []
    for token in reversed(before):
        if grammar.is_verb(token) or token.text in {":", ";", "»", "«", "(", ")"}:
            break
        if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
            titles.append(token)
            break
        if token.ent_type_ == "PER" or (not person and token.pos_ in {"ADP", "CCONJ"}):
            break
    if behind and behind[0].text == ",":
        for token in behind[1:]:
            if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
                titles.append(token)
                break
            if token.pos_ not in {"DET", "ADJ", "ADV"}:
                break
    return titles


def kind_of_noun(lemma: str, saying: Saying) -> SourceKind:
    """Return what kind of source a common noun names."""
    if lemma in saying.people:
        return "unnamed"
    if lemma in saying.bodies or lemma in saying.media:
        return "organisation"
    return "document" if lemma in saying.documents else "unnamed"


def kind_of(mention: Mention) -> SourceKind:
    """Return what kind of source a named thing is."""
    return "person" if mention.schema_name == PERSON else "organisation"


def gender_of(head: Token | None) -> bool | None:
    """Return whether a common noun is feminine, None where nothing tells."""
    if head is None or head.pos_ == "PROPN":
        return None
    gender = grammar.feature(head, "Gender")
    return gender == "Fem" if gender else None


def gender_of_title(titles: Sequence[Token]) -> bool | None:
    """Return the gender that the article of a title tells: "la ministre", "le juge"."""
    for title in titles:
        for child in title.children:
            if child.lower_ in {"la", "une", "cette"}:
                return True
            if child.lower_ in {"le", "un", "ce", "cet"}:
                return False
    return None


def is_plural(head: Token) -> bool:
    """Tell whether a noun stands for several."""
    return grammar.has(head, "Number", "Plur") or any(
        grammar.has(c, "Number", "Plur") for c in head.children if c.dep_ in {"det", "nummod"}
    )


def clean(words: str) -> str:
    """Return words in one line, without stops and hyphens at their edges."""
    return " ".join(words.split()).strip("-–—,;: ").removeprefix("t-")
