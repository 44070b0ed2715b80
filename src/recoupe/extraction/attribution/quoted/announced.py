"""Quoted words that the sentence before announces: "Un ancien cadre raconte autre chose. « P »"."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.colons import can_speak
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.reported import is_negated
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.passage import Passage
from recoupe.extraction.attribution.sources.naming import is_impersonal, source_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

ANNOUNCED = "quotation-announced"
"""Rule of quoted words that nobody signs, behind a sentence in which somebody begins to speak."""
# Characters of an opening mark and its blank.
_LONGEST_MARK = 2


def with_announced(
    found: Sequence[Attribution], passage: Passage, saying: Saying
) -> list[Attribution]:
    """Return the attributions with unsigned quotations given to whoever begins to speak before.

    Args:
        found: The attributions of the report, in order of their content.
        passage: Its sentences.
        saying: The words of saying of the language.
    """
    told = {id(a.sentence) for a in found if a.cue is not None}
    return [_announced(a, told, passage, saying) for a in found]


def _announced(
    attribution: Attribution, told: set[int], passage: Passage, saying: Saying
) -> Attribution:
    if attribution.source is not None or attribution.quotation != "direct":
        return attribution
    before = passage.before(attribution.sentence)
    opens = attribution.content.start - attribution.sentence.span.start
    if (
        before is None
        or id(before) in told
        or before.paragraph != attribution.sentence.paragraph
        or opens > _LONGEST_MARK
        or passage.is_quoted(before.span)
        or _goes_on(attribution, passage)
    ):
        # What somebody says there goes on.
        return attribution
    begun = _begins(before, saying)
    if begun is None:
        return attribution
    verb, source = begun
    return attribution.with_source(source, Reason(rule=ANNOUNCED, words=verb.text))


def _goes_on(attribution: Attribution, passage: Passage) -> bool:
    """Tell whether words follow the quoted ones in their sentence: there stands who says them."""
    end = attribution.content.end
    last = passage.sentence_at(end - 1)
    return last is None or any(c.isalnum() for c in passage.text[end : last.span.end])


def _speaks(verb: Token, saying: Saying) -> bool:
    if not grammar.is_verb(verb) or not grammar.is_finite(verb):
        return False
    known = saying.is_one_lemma(verb, "putting_it") or saying.is_one_lemma_of(verb, "putting_it")
    return known or saying.locution(verb) is not None


def _begins(sentence: Sentence, saying: Saying) -> tuple[Token, SourceWords] | None:
    """Return who begins to speak in a sentence, by its main verb."""
    if sentence.text.rstrip().endswith("?"):
        return None
    # "Un marin, dont le récit a été recueilli par une ONG, raconte": some parsers miss the head.
    behind = [t for t in sentence.words[1:] if t.nbor(-1).text == ","]
    verb = next((t for t in (sentence.root, *behind) if _speaks(t, saying)), None)
    if verb is None or is_impersonal(verb):
        return None
    if is_negated(grammar.verb_group(verb)[0]) or grammar.is_passive(verb):
        return None
    source = source_of(verb, sentence, saying)
    if source is None or source.head is None or source.span.start > sentence.span_of([verb]).start:
        return None
    head = source.head
    speaks = can_speak(head, saying) and not saying.names_nobody(head)
    return (verb, source) if speaks else None
