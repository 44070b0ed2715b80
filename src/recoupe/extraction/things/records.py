"""What is told of one thing, put together: in a sentence, and over those right after it."""

from collections.abc import Iterable

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.relatives import antecedent_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.circumstances import Found
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Draft, Namer
from recoupe.extraction.tokens import Token
from recoupe.model.thing import FindRead, Marking, ThingsRead

_REACH = 2
"""Sentences back in which a thing may have been told of that is taken up."""
_EVIDENCE = frozenset(("date", "number"))


class Told:
    """Keeps what a report tells of its things.

    Args:
        namer: Tells what nouns name.
        words: The language's words about things.
        joining: Its words that join.
    """

    def __init__(self, namer: Namer, words: EvidenceWords, joining: Joining) -> None:
        self._namer = namer
        self._words = words
        self._joining = joining
        self._before: list[tuple[int, list[Found]]] = []
        self._now: dict[Draft, Found] = {}
        self._found: dict[Draft, Found] = {}

    def thing(self, token: Token, sentence: Sentence) -> Draft | None:
        """Return the thing that a noun names or a pronoun takes up; None where that is open."""
        draft = self._namer.thing(token, sentence)
        if draft is not None:
            return self._told_before(draft, sentence) or draft
        if token.pos_ != "PRON":
            return None
        if token.lower_ not in self._joining.third_person and not grammar.has(
            token, "PronType", "Dem"
        ):
            return None
        for near in (list(self._now.values()), *self._near(sentence)):
            fitting = {record.thing for record in near if grammar.agree(token, record.thing.head)}
            if near:
                return fitting.pop() if len(fitting) == 1 and len(near) == 1 else None
        return None

    def _told_before(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """Return what "le drone" takes up: the one drone that the sentence before told of."""
        if draft in self._found or not draft.definite or draft.model is not None:
            return None
        head = draft.head
        for near in self._near(sentence):
            same = {
                record.thing
                for record in near
                if record.thing.head.lemma_ == head.lemma_
                and grammar.agree(head, record.thing.head)
            }
            return same.pop() if len(same) == 1 else None
        return None

    def last(self, sentence: Sentence) -> Draft | None:
        """Return the thing that "y" means: the one told of last, in this sentence or before."""
        if self._now:
            return next(reversed(self._now))
        for near in self._near(sentence):
            return near[0].thing if len(near) == 1 else None
        return None

    def mark(self, token: Token, marking: Marking, sentence: Sentence) -> None:
        """Keep what stands on a thing."""
        draft = self.thing(token, sentence)
        if draft is None:
            return
        draft.markings.append(marking)
        if marking.kind in _EVIDENCE:
            self._record(draft)

    def find(self, record: Found) -> None:
        """Keep that something was found, examined, or is held by something."""
        held = self._record(record.thing)
        held.within = held.within or record.within
        held.take(record, "")
        held.reasons.clear()

    def close(self, sentence: Sentence) -> None:
        """Put together what a sentence told with what was told before it."""
        fresh = list(self._now.values())
        for record in fresh:
            if record.within is not None and record.within in self._now:
                record.take(self._now[record.within], "found-in")
        for near in self._near(sentence):
            for record in fresh:
                _join(record, near)
        self._before = [*self._before[-_REACH:], (sentence.paragraph, fresh)]
        self._now = {}

    def read(self) -> ThingsRead:
        """Return what the whole report told."""
        kept = [record for record in self._found.values() if self._counts(record)]
        shown = {d for r in kept for d in (r.thing, r.within) if d is not None}
        named = [
            draft
            for draft in self._namer.drafts
            if draft in shown or draft.model or draft.maker or draft.markings or draft.codes
        ]
        return ThingsRead(
            named=tuple(draft.done() for draft in named),
            finds=tuple(_done(record) for record in sorted(kept, key=lambda r: r.thing.span)),
        )

    def _record(self, draft: Draft) -> Found:
        if draft in self._found:
            self._now.setdefault(draft, self._found[draft])
        if draft not in self._now:
            record = self._now[draft] = self._found[draft] = Found(draft)
            if self._words.noun(draft.head, self._words.parts):
                whole = next(self._namer.of(draft.head), None) or self._relative(draft.head)
                record.within = self._namer.thing(whole, draft.sentence) if whole else None
        return self._now[draft]

    def _relative(self, part: Token) -> Token | None:
        """Return what "dont l'ogive" is a part of."""
        if not any(c.lower_ in self._joining.relative_of for c in part.children):
            return None
        return antecedent_of(part.head)

    def _near(self, sentence: Sentence) -> Iterable[list[Found]]:
        """Yield what the sentences before told, the nearest first."""
        for paragraph, records in reversed(self._before):
            if paragraph != sentence.paragraph:
                return
            if records:
                yield records

    def _counts(self, record: Found) -> bool:
        """Tell a record of evidence from words that only sound like one."""
        thing = record.thing
        marked = any(marking.kind in _EVIDENCE for marking in thing.markings)
        if marked:
            return True
        if record.found is None and not (record.examined and thing.remains):
            return False
        plain = thing.type in self._words.general and not thing.remains
        return not plain or bool(thing.markings or thing.model or record.within)


def _join(record: Found, near: list[Found]) -> None:
    """Take over what was told of the same thing, or of what holds it, a sentence before."""
    for whole, rule in ((record.thing, "told-before"), (record.within, "found-in")):
        if whole is None or (whole is record.thing and not whole.definite):
            continue
        same = [other for other in near if other.thing.type == whole.type and other is not record]
        if len(same) == 1:
            record.take(same[0], rule)


def _done(record: Found) -> FindRead:
    return FindRead(
        thing=record.thing.span,
        within=record.within.span if record.within else None,
        found=record.found,
        examined=record.examined,
        places=tuple(record.places),
        finders=tuple(record.finders),
        examiners=tuple(record.examiners),
        # The date that it bears is not the day of its find.
        times=tuple(
            time
            for time in record.times
            if not any(marking.span.covers(time.span) for marking in record.thing.markings)
        ),
        reasons=tuple(record.reasons),
    )
