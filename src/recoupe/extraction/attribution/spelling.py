"""How phrases of the lexicon are spelt in a text: blanks, apostrophes, contractions."""

from functools import cache

from recoupe.extraction.tokens import Token

_AGREEMENT = ("e", "s", "es")
_CONTRACTED = {"de": {"de", "d'", "du", "des"}, "à": {"à", "au", "aux"}}


@cache
def spellings(phrases: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return how phrases are spelt, "de" contracted or not, and all beginnings of that."""
    whole = set(phrases)
    for phrase in phrases:
        if phrase.endswith("de") and phrase != "de":
            whole.update(phrase[:-2] + end for end in ("du", "des", "d'"))
    return frozenset(whole), beginnings(tuple(sorted(whole)))


@cache
def beginnings(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return all that a phrase may begin with, to pass over most tokens at once."""
    return frozenset(p[:length] for p in phrases for length in range(1, len(p) + 1))


def last_is_quoted(token: Token, word: str) -> bool:
    """Tell whether a mark opens just before the preposition that ends a phrase of saying."""
    opens = token.text in {"«", "“", '"'} and token.i + 1 < token.past
    return opens and word == "de" and is_word(token.nbor(1), word)


def is_word(token: Token, word: str) -> bool:
    """Tell whether a token is a word of a phrase, contracted with an article or not."""
    if token.lower_.replace("’", "'") in _CONTRACTED.get(word, {word}):
        return True
    # "s'est dite convaincue": lemmatisers take participles for their verb.
    return token.pos_ in {"ADJ", "NOUN", "VERB"} and (
        token.lemma_.lower() == word or token.lower_ in {word + end for end in _AGREEMENT}
    )
