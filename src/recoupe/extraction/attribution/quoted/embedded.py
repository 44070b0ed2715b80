"""Quoted clauses within a sentence that nobody signs: they go on with who was just quoted.

"« Le quai s'enfonce », dit le gérant. Résultat, « on ferme tout à midi »." The words
are signed only where the same paragraph quoted somebody a sentence before at most.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.attribution.passage import Passage, tokens_in
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Span

_SHORTEST_CLAUSE = 5
_STOPS = " \t\n\u00a0\u202f.,;:!?…–—-"


def with_embedded(found: list[Attribution], passage: Passage) -> list[Attribution]:
    """Add the quoted clauses that go on with what the speaker before them says.

    Args:
        found: The attributions of the report, in order of their content.
        passage: Its sentences and quotations.
    """
    taken = [a.content for a in found]
    added: list[Attribution] = []
    for quoted in passage.quotations:
        if not quoted.closed or quoted.inner.of(passage.text).count(" ") < _SHORTEST_CLAUSE - 1:
            continue
        if any(content.overlaps(quoted.inner) for content in taken):
            continue
        home = passage.sentence_at(quoted.inner.start)
        speaker = _speaker_before(quoted, home, found, passage) if home is not None else None
        if home is None or speaker is None or speaker.source is None:
            continue
        tokens = tokens_in(quoted.inner, home)
        if not _is_clause(tokens):
            continue
        added.append(
            Attribution(
                content=_without_stop(quoted.inner, passage.text),
                sentence=home,
                root=grammar.root_of(tokens),
                cue=speaker.cue,
                source=speaker.source,
                further=speaker.further,
                quotation="direct",
                reasons=(Reason(rule="speaker-continues"),),
            )
        )
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: (a.content.start, -a.content.end))


def _speaker_before(
    quoted: Quoted, home: Sentence, found: Sequence[Attribution], passage: Passage
) -> Attribution | None:
    """Return the last quoted words before, in the same sentence or the one before it."""
    before = passage.before(home)
    near = {home.span.start, before.span.start if before is not None else home.span.start}
    last: Attribution | None = None
    for attribution in found:
        if attribution.content.start >= quoted.inner.start:
            break
        last = attribution
    if last is None or last.quotation != "direct" or last.sentence.paragraph != home.paragraph:
        return None
    places = [last.sentence.span.start]
    if last.source is not None:
        places.append(last.source.sentence.span.start)
    return last if near.intersection(places) else None


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether quoted words are a clause with a subject of its own before its verb."""
    if not tokens or tokens[0].lower_ in grammar.QUE or tokens[0].lower_ in {"qui", "dont", "où"}:
        return False
    inside = {t.i for t in tokens}
    return any(
        grammar.has(t, "VerbForm", "Fin")
        and any(
            s.dep_.startswith(("nsubj", "expl:subj")) and s.i in inside and s.i < t.i
            for s in (*t.children, *(t.head.children if t.dep_.startswith(("aux", "cop")) else ()))
        )
        for t in tokens
    )


def _without_stop(span: Span, text: str) -> Span:
    start, end = span
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return Span(start, end)
