"""How the words before a name govern it, and which words are the name.

"Au Caire" is "à Le Caire"; "golfe d'Oman" and "Australie occidentale" are one name each;
"Djibouti grandit" is a name and a verb.
"""

import re

from recoupe.compare.places import OWN
from recoupe.extraction.places.lexicon import PlaceWords, folded
from recoupe.model import Span
from recoupe.model.place import PlaceForm, PlaceName

# No article or preposition of the lexicon is longer.
_WINDOW = 24
_LAST_WORD = re.compile(r"(?:^|[\s(«“\"’'/–—-])([^\W\d_]++['’]?)\s*$")
_ARTICLE = re.compile(r"(le|la|les|l['’])\s*(?=\S)", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"\b(?:L[ae]s?\s+|L['’])$")
_TAIL = re.compile(r"(?<!\s)(?:\s++[a-zà-ÿ][\w’'-]*+)++$")
# "Corée du Nord", "Australie occidentale", "Sahara occidental"
_MORE = re.compile(r"\s++(?:(?:du|de\s++l['’])\s*+)?[^\W\d_]+")
_NOUN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\s++((?:de la |de l['’]|du |des |de |d['’])?)$")


def last_word(text: str, start: int, at: int) -> str:
    """Return the word right before a place in a text, none if something else stands there."""
    match = _LAST_WORD.search(text[max(start, at - _WINDOW) : at])
    return match[1] if match else ""


def form_before(
    text: str, span: Span, start: int, words: PlaceWords
) -> tuple[PlaceForm, str | None]:
    """Return how the words before a name govern it, and the name with its article, if any.

    Args:
        text: The document's text.
        span: The name.
        start: Where its sentence begins.
        words: The pack's words for places.
    """
    word = last_word(text, start, span.start).replace("’", "'")
    form = words.before.get(word.lower(), "free")
    if word == "a" and form == "bare":
        form = "free"  # the verb; "A Alep" begins a sentence
    article = words.articles.get(word.lower())
    if article is None:
        return form, None
    if words.within.search(text, max(start, span.start - _WINDOW), span.start):
        form = "within"
    name = span.of(text)
    return form, f"{article}{name}" if article.endswith("'") else f"{article} {name}"


def names_of(text: str, span: Span, start: int, words: PlaceWords) -> tuple[PlaceName, ...]:
    """Return what a name may stand for, with or without its article."""
    name = span.of(text)
    find = words.gazetteer.find
    form, longer = form_before(text, span, start, words)
    names = []
    # "au Caire": the article is the town's own, and what is left of "au" is "à".
    if longer and any(hit.form in OWN for hit in find(longer)):
        names.append(PlaceName(text=longer[:1].upper() + longer[1:], form="bare"))
    article = _ARTICLE.match(name)
    if article and article.end() < len(name) and name[article.end()].isupper():
        if find(name):
            names.append(PlaceName(text=name, form=form))
        names.append(PlaceName(text=name[article.end() :], form="article"))
    else:
        names.append(PlaceName(text=name, form=form))
    return tuple(names)


def with_article(text: str, span: Span, start: int, names: tuple[PlaceName, ...]) -> Span:
    """Return a name with the capital article that is its own: "La Paz"."""
    if len(names) > 1 and names[0].form == "bare":
        match = _OWN_ARTICLE.search(text[max(start, span.start - _WINDOW) : span.start])
        if match:
            return Span(span.start - len(match[0]), span.end)
    return span


def without_article(name: str) -> str:
    """Return a name without the article that begins it."""
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def trimmed(text: str, span: Span, words: PlaceWords) -> Span:
    """Return a name without the noun of kind or the lower-case words that it came with."""
    name = span.of(text)
    find = words.gazetteer.find
    if find(name):
        return span
    head = words.head.match(name)
    if head and find(name[head.end() :]):
        return Span(span.start + head.end(), span.end)
    match = _TAIL.search(name)
    if match and find(name[: match.start()]):
        return Span(span.start, span.start + match.start())
    return span


def completed(text: str, span: Span, within: Span, words: PlaceWords) -> Span:
    """Return a name with the words that belong to it: "golfe d'Oman", "Corée du Nord"."""
    span = with_noun(text, span, within, words)
    match = _MORE.match(text, span.end, within.end)
    if match and _is_own(text, longer := Span(span.start, match.end()), words):
        return longer
    return span


def with_noun(text: str, span: Span, within: Span, words: PlaceWords) -> Span:
    """Return a name with the noun that is part of it: "golfe d'Oman"."""
    match = _NOUN.search(text[max(within.start, span.start - _WINDOW) : span.start])
    if match and folded(match[1]) in words.part_of_name:
        longer = Span(span.start - len(match[0]), span.end)
        if _is_own(text, longer, words):
            return longer
    return span


def _is_own(text: str, span: Span, words: PlaceWords) -> bool:
    return any(hit.form in OWN for hit in words.gazetteer.exact(span.of(text)))
