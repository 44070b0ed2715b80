"""What Recoupe reads in a report, laid open word by word for the mapping to POPCORN."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.extraction.attribution import find_attributions
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.counted import counted_in
from recoupe.extraction.events import find_events
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.mentions import find_mentions
from recoupe.extraction.parsed import Sentence, sentences_of
from recoupe.extraction.quantities import read_quantities
from recoupe.extraction.quotations import find_quotations
from recoupe.extraction.tenses import tense_in
from recoupe.extraction.times import Anchor, read_times
from recoupe.extraction.tokens import Token
from recoupe.language import Pack, get_pack
from recoupe.model import Event, Mention, Quantity, Span, TimeValue


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a report with what it stands for.

    Attributes:
        token: The word in its parse.
        sentence: The sentence it stands in.
        number: The sentence's number in the report, from 0.
        span: Where it stands.
        mention: The name it belongs to.
        figure: Whom it stands for.
        event: The type of the event that it evokes, "" for none.
        kinds: What it names, in the ontology's kinds of things.
    """

    token: Token
    sentence: Sentence
    number: int
    span: Span
    mention: Mention | None
    figure: Figure | None
    event: str
    kinds: frozenset[str]


@dataclass(frozen=True)
class Read:
    """One report as Recoupe reads it.

    Attributes:
        text: Its text.
        words: All its words.
        mentions: The names in it.
        times: Its expressions of time.
        quantities: Its figures.
        things: Tells people, bodies, states and things by their words.
    """

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    things: Things

    @cached_property
    def parts(self) -> Mapping[int, tuple[str, ...]]:
        """What each figure does or undergoes in the report, by the figure's identity."""
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for word in self.words:
            head = word.token.head
            if word.figure is not None and head is not word.token and head.pos_ in _GOVERNING:
                found[id(word.figure)][f"{word.token.dep_} {head.lemma_.lower()}"] = None
        return {figure: tuple(parts) for figure, parts in found.items()}


def read(texts: Iterable[str]) -> Iterator[Read]:
    """Yield each report as read."""
    pack = get_pack("fr")
    held = list(texts)
    # A line wrapped by hand goes on; a space is as long as its break.
    for text, doc in zip(
        held, pack.pipeline().pipe(t.replace("\n", " ") for t in held), strict=True
    ):
        yield _read(text, list(sentences_of(doc, 0, 0)), pack)


def _read(text: str, sentences: Sequence[Sentence], pack: Pack) -> Read:
    mentions = find_mentions(text, sentences, pack)
    quotations = find_quotations(text, [Span(0, len(text))])
    attributions = find_attributions(text, sentences, quotations, pack)
    times: list[TimeValue] = []
    quantities: list[Quantity] = []
    for sentence in sentences:
        found = read_times(text, sentence.span, pack, Anchor(), tense_in(sentence))
        times += found
        taken = [t.span for t in found]
        taken += [m.span for m in mentions if m.span.overlaps(sentence.span)]
        quantities += read_quantities(text, sentence.span, pack, counted_in(sentence), taken)
    claimers = Claimers(text, sentences, mentions, attributions, pack)
    days = [t.span for t in times]
    events = find_events(text, sentences, mentions, attributions, days, [], claimers, pack)
    things = Things(mentions, days, [], pack)
    words = tuple(_words(sentences, claimers, events, things))
    return Read(text, words, mentions, tuple(times), tuple(quantities), things)


def _words(
    sentences: Sequence[Sentence], claimers: Claimers, events: Sequence[Event], things: Things
) -> Iterator[Word]:
    for number, sentence in enumerate(sentences):
        for token in sentence.words:
            span = sentence.span_of([token])
            event = next((e.type for e in events if e.trigger.overlaps(span)), "")
            yield Word(
                token=token,
                sentence=sentence,
                number=number,
                span=span,
                mention=things.mention(token, sentence),
                figure=claimers.figure_at(span.start),
                event=event,
                kinds=things.kinds(token, sentence) if token.pos_ in _NAMING else frozenset(),
            )


_NAMING = frozenset(("NOUN", "PROPN", "PRON", "ADJ", "NUM"))
_GOVERNING = frozenset(("VERB", "NOUN"))
