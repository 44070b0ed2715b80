"""Whether two sources are of one side: a body, or a person, and whoever speaks for it.

A name or a description tells who belongs to whom: "Ada Roux, directrice de Valmer", "le
porte-parole de l'armée", "son avocate". It is looked up only where two sources are held against
each other.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from recoupe.compare.names import normalise
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.linking.sides.beside import Beside, Body
from recoupe.linking.sides.offices import Office, OfficeWords, office_words
from recoupe.model import Source

_BESIDE = "named-beside"
"""Rule by which a source was found to be the person named beside a description."""


@dataclass(frozen=True)
class Post:
    """An office that somebody holds, with whose it is told to be.

    Attributes:
        office: The office.
        whose: Who was named before it: "son avocate".
        report: The report that tells it.
    """

    office: Office
    whose: Body | None
    report: str


@dataclass(frozen=True)
class Side:
    """A source as one who is of a side.

    Attributes:
        body: It, where it is a body, or a person who is named.
        person: Whether it is a person, or several.
        posts: The offices of a person.
        words: Of the language of its report.
        official: Whether it is described as people in office, and no more.
    """

    body: Body | None
    person: bool
    posts: tuple[Post, ...]
    words: OfficeWords
    official: bool = False

    @property
    def report(self) -> str:
        """The report that speaks of it."""
        return self.body.report if self.body else self.posts[0].report if self.posts else ""


class Sides:
    """Tells of two sources of a case whether they are of one side.

    Args:
        entities: The named things of the case.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._beside = Beside(entities)
        self._posts: dict[tuple[str, str], tuple[Post, ...]] = {}

    def of(self, p: Proposition, place: int = 0) -> Side | None:
        """Return the side of a source of a statement, None if it has none.

        Args:
            p: The statement.
            place: Which of its sources, the nearest being 0.
        """
        if len(p.statement.sources) <= place:
            return None
        source, entity = p.statement.sources[place], self._entities.sources[p.id][place]
        words = office_words(p.report.document.language)
        if entity:
            body = self._beside.body(entity, p.report, words)
            person = self._beside.is_person(entity)
            posts = self._of_named(entity, p.report, words) if person else ()
            return Side(body, person, (*posts, *self._told(source, p.report, words)), words)
        return self._described(source, p.report, words)

    def speak_for(self, p: Proposition, q: Proposition) -> bool:
        """Tell whether the source of one of two statements speaks for that of the other."""
        one, other = self.of(p), self.of(q)
        return one is not None and other is not None and _one_speaks(one, other)

    def _of_named(self, entity: str, report: Report, words: OfficeWords) -> tuple[Post, ...]:
        if (entity, report.id) not in self._posts:
            self._posts[entity, report.id] = tuple(
                self._post(office, report, at, words)
                for office, at in self._beside.offices(entity, report, words)
            )
        return self._posts[entity, report.id]

    def _told(self, source: Source, report: Report, words: OfficeWords) -> Iterator[Post]:
        """Yield the offices that reading found beside the name of a source."""
        for reason in source.reasons:
            if reason.rule == _BESIDE and reason.words and (told := words.first(reason.words)):
                at = source.span.start if source.span else 0
                yield self._post(told, report, at, words)

    def _described(self, source: Source, report: Report, words: OfficeWords) -> Side:
        at = report.document.text.find(source.name)
        below = self._below(source, report, max(at, 0), words)
        if office := words.first(source.name):
            post = self._post(office, report, max(at, 0), words)
            return Side(below, True, (post, *self._posts_of(below, report, words)), words)
        called = words.called(source.name)
        official = bool(called) and called[0] in words.officials
        if source.kind != "document" and not official and not words.is_body(source.name):
            named = below or Body(None, words.names(source.name), False, report.id)
            return Side(named, True, self._posts_of(below, report, words), words)
        name = words.maker(source.name) if source.kind == "document" else source.name
        body = Body(None, words.names(name), False, report.id)
        return Side(body, False, (), words, official)

    def _below(self, source: Source, report: Report, at: int, words: OfficeWords) -> Body | None:
        """Return whom the report names after it has described somebody known at its head."""
        known = office_words(report.document.language).vocabulary.known
        first = next(iter(normalise(source.name).split()), "")
        entity = self._beside.named_below(report, at) if first in known else None
        if entity is None:
            return None
        here = words.first(source.name)
        there = [post.office.noun for post in self._of_named(entity, report, words)]
        if here and there and not any(words.may_be_one(here.noun, noun) for noun in there):
            return None
        return self._beside.body(entity, report, words)

    def _posts_of(self, body: Body | None, report: Report, words: OfficeWords) -> tuple[Post, ...]:
        return self._of_named(body.entity, report, words) if body and body.entity else ()

    def _post(self, office: Office, report: Report, at: int, words: OfficeWords) -> Post:
        whose = None
        if office.whose:
            whose = self._beside.whose(report, at, words, person=office.of_person)
        return Post(office, whose, report.id)


def one_side(one: Side, other: Side) -> bool:
    """Tell whether one speaks for the other, or both for a third."""
    if one.body and other.body and one.body.entity and one.body.entity == other.body.entity:
        return True
    if _one_speaks(one, other):
        return True
    if one.body and other.body and not (one.person or other.person):
        return _is(one.body, other.body, one.words)
    # "Les officiels de santé", and one of them by name, in one report.
    for a, b in ((one, other), (other, one)):
        if a.official and b.posts and a.report == b.report and _may_be_of(a, b):
            return True
    return any(_of_one(a, b, one.words) for a in one.posts for b in other.posts)


def speaks(side: Side) -> bool:
    """Tell whether a person is told to speak for a body."""
    return any(post.office.of or post.whose for post in side.posts)


def _may_be_of(officials: Side, other: Side) -> bool:
    """Tell whether nothing says that one who holds an office is none of some people in office."""
    told = {s for name in officials.body.names[-1:] for s in name} if officials.body else set()
    told -= officials.words.officials
    of = {stem for post in other.posts for stem in post.office.of}
    return not told or not of or bool(told & of)


def same_post(one: Side, other: Side) -> bool:
    """Tell whether both hold one office, of one body or person: "son avocate" in two reports."""
    return any(
        a.office.noun == b.office.noun
        and not (a.office.several or b.office.several)
        and _of_one(a, b, one.words)
        for a in one.posts
        for b in other.posts
    )


def may_be_called(described: Side, named: Side) -> bool:
    """Tell whether one who is only described may be one who is named, by their offices."""
    if not (described.person and named.person) or described.official:
        return False
    here, there = ({post.office.noun for post in side.posts} for side in (described, named))
    return bool(here & there) if here or there else True


def _one_speaks(one: Side, other: Side) -> bool:
    """Tell whether one of two speaks for the other."""
    pairs = ((one, other), (other, one))
    return any(_speaks_for(post, whom) for who, whom in pairs for post in who.posts)


def _speaks_for(post: Post, side: Side) -> bool:
    """Tell whether the office of one is at the head of what the other is."""
    body, office, words = side.body, post.office, side.words
    if body is None or (side.person and not office.of_person):
        return False
    if post.whose is not None and _is(post.whose, body, words):
        return True
    near = post.report == body.report
    if office.rank and near and not side.person:
        return any(not words.ranked.isdisjoint(name) for name in body.names)
    return any(_names(office, name, body, words, near=near) for name in body.names)


def _names(
    office: Office, name: Collection[str], body: Body, words: OfficeWords, *, near: bool
) -> bool:
    """Tell whether an office is told to be of what is called by a name."""
    if body.state:
        return {*name} == {*office.of[:1]} or {*name} <= office.adjectives
    told = {*name}
    of = {*office.of, *office.adjectives}
    if heads := told & office.heads:
        rest = told - heads
        return (rest <= of or of <= rest) and (bool(rest & of) or near)
    if office.of and told and words.is_of(office.of, told):
        return _telling(told, words) or (near and office.of[0] in told)
    return bool(office.of) and {*office.of} <= told and (near or _telling({*office.of}, words))


def _telling(name: Collection[str], words: OfficeWords) -> bool:
    """Tell whether a name is more than a noun for any body: no "compagnie"."""
    return len(name) > 1 or not words.generic.issuperset(name)


def _is(one: Body, other: Body, words: OfficeWords) -> bool:
    """Tell whether two are one, by name."""
    if one.entity and one.entity == other.entity:
        return True
    near = one.report == other.report
    return any(
        ({*a} <= {*b} or {*b} <= {*a}) and (near or _telling(min(a, b, key=len), words))
        for a in one.names
        for b in other.names
        if a and b
    )


def _of_one(one: Post, other: Post, words: OfficeWords) -> bool:
    """Tell whether two offices are of one body or person."""
    if one.whose and other.whose:
        return _is(one.whose, other.whose, words)
    for a, b in ((one, other), (other, one)):
        if a.whose and not b.whose:
            return _speaks_for(b, Side(a.whose, a.office.of_person, (), words))
    few, many = sorted((one.office.of, other.office.of), key=len)
    return bool(few) and words.is_of(many, few) and _telling({*few}, words)
