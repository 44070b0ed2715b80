"""What a figure counts, from the parse: "400 drones d'attaque", "la plupart des 400"."""

from collections.abc import Callable, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span

_REACH = 12
"""Tokens between a figure and the words "nombre de" that say what it counts."""
_THE = {"le", "ce"}
_ASKED = 60
"""Tokens before a figure among which "Combien de morts ?" stands."""


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
                found = _phrase(sentence, head.i, numbers)
                return found or _elsewhere(sentence, inside[0])
            # "une centaine de blessés", "2 millions d'euros de dégâts"
            for child in token.children:
                if (
                    child.dep_ == "nmod"
                    and child.i not in numbers
                    and child.i > token.i
                    # "19, selon un journal"
                    and sentence.doc[max(numbers) + 1].text != ","
                ):
                    found = _phrase(sentence, child.i, numbers)
                    return found or _elsewhere(sentence, inside[0])
        return _elsewhere(sentence, inside[0])

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
        if tokens and tokens[0].pos_ == "NUM":
            # "31 trois jours plus tard"
            return None
        return sentence.span_of(tokens) if tokens else None

    return counted


def _elsewhere(sentence: Sentence, figure: Token) -> Span | None:
    """Return what a figure counts where that does not stand beside it."""
    return _as_number_of(sentence, figure) or _asked_before(sentence, figure)


def _as_number_of(sentence: Sentence, figure: Token) -> Span | None:
    """Return what "à 41 le nombre de machines", "le nombre de disparus s'élève à 45" count."""
    if "nombre" not in sentence.forms:
        return None
    for number in (t for t in sentence.words if t.lower_ == "nombre"):
        place = number.i - sentence.start
        before = sentence.words[max(0, place - 2) : place]
        if not before or before[-1].lower_ not in _THE:
            continue  # "un nombre de députés"
        # "à 41 le nombre de machines", else the figure behind: "le nombre de disparus atteint 45"
        numbers = [t for t in before if t.pos_ == "NUM"]
        if not numbers:
            for token in sentence.words[place : place + _REACH]:
                if token.pos_ == "NUM" or token.text in {",", ";"}:
                    numbers = [token]
                    break
        if any(t.i == figure.i for t in numbers):
            return _noun_behind(sentence, sentence.words[place + 1 :])
    return None


def _asked_before(sentence: Sentence, figure: Token) -> Span | None:
    """Return what was asked for: "Combien de morts ? 23, dit X. 31 trois jours plus tard."."""
    first = sentence.start
    if figure.i != first:
        return None
    words = sentence.doc[max(0, first - _ASKED) : first]
    mark = next((i for i in range(len(words) - 1, -1, -1) if words[i].text == "?"), None)
    if mark is None or not _all_answers(words[mark + 1 :]):
        return None
    asked = words[:mark]
    start = next((i for i in range(len(asked) - 1, -1, -1) if asked[i].lower_ == "combien"), None)
    if start is None or any(grammar.is_verb(t) for t in asked[start:]):
        return None
    return _noun_behind(sentence, asked[start + 1 :])


def _all_answers(words: Sequence[Token]) -> bool:
    """Tell whether each sentence begins with a figure, as answers to one question do."""
    begun = True
    for token in words:
        if begun and token.pos_ != "NUM":
            return False
        begun = token.text == "."
    return True


def _noun_behind(sentence: Sentence, words: Sequence[Token]) -> Span | None:
    """Return the noun behind "de" with its adjectives."""
    if len(words) < 2 or words[0].lower_ not in grammar.DE_DU:
        return None
    noun = next((i for i, t in enumerate(words[:4]) if t.pos_ == "NOUN"), None)
    if noun is None:
        return None
    end = noun + 1
    while end < len(words) and words[end].pos_ == "ADJ":
        end += 1
    return sentence.span_of(words[noun:end])
