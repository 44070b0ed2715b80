"""What a figure counts, from the parse: "400 drones d'attaque", "la plupart des 400"."""

from collections.abc import Callable

from recoupe.extraction import grammar
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span


def counted_in(sentence: Sentence) -> Callable[[Span], Span | None]:
    """Return a function from a figure's span to the span of what it counts, or None."""

    def counted(figure: Span) -> Span | None:
        low, high = figure.start - sentence.offset, figure.end - sentence.offset
        inside = [t for t in sentence.words if low <= t.idx < high]
        if not inside:
            return None
        numbers = {t.i for t in inside}
        for token in inside:
            head = token.head
            if token.dep_ in {"nummod", "det", "amod"} and head.i not in numbers:
                return _phrase(sentence, head.i, numbers)
            # "une centaine de blessés", "2 millions d'euros de dégâts"
            for child in token.children:
                if child.dep_ == "nmod" and child.i not in numbers and child.i > token.i:
                    return _phrase(sentence, child.i, numbers)
        return None

    def _phrase(sentence: Sentence, head: int, numbers: set[int]) -> Span | None:
        noun = sentence.doc[head]
        if noun.pos_ not in {"NOUN", "PROPN"}:
            return None
        tokens: list[Token] = []
        for token in grammar.noun_phrase(noun):
            if token.i <= max(numbers):
                continue
            if grammar.is_verb(token) or token.is_punct or token.pos_ in {"SCONJ", "CCONJ"}:
                break
            tokens.append(token)
        while tokens and tokens[0].pos_ in {"DET", "ADP"} and len(tokens) > 1:
            tokens.pop(0)
        return sentence.span_of(tokens) if tokens else None

    return counted
