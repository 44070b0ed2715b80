"""Sources named by a preposition: "selon X, P", "P, d'après X", "de source policière".

The content is the clause that the phrase stands in: all of the sentence when
the phrase stands at its edge, the relative clause when it is set into one.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.model import Reason

_CLOSING = {".", ",", ";", ":", "…", "...", "!", "?", "–", "—", "-"}


def find_according(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by a preposition in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        One attribution a phrase, in order.
    """
    tokens = list(sentence.tokens)
    words = [t.lower_.replace("’", "'") for t in tokens]
    position = 0
    while position < len(tokens):
        length = _matches(words, position, saying.according)
        bare = 0 if length else _matches(words, position, saying.bare)
        if not length and not bare:
            position += 1
            continue
        phrase = (
            _named_phrase(tokens, position, length, saying)
            if length
            else _bare_phrase(tokens, position, bare)
        )
        if phrase is None:
            position += 1
            continue
        head, source, end = phrase
        found = _attribution(sentence, tokens, position, length or 1, head, source, end)
        if found is not None:
            yield found
        position = max(position + 1, end)


def _matches(words: list[str], position: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    for phrase in phrases:
        if tuple(words[position : position + len(phrase)]) == phrase:
            return len(phrase)
        # "de" contracts with the article behind it: "aux dires du ministre".
        if phrase[-1] == "de" and len(phrase) > 1:
            stem, last = phrase[:-1], words[position + len(phrase) - 1 : position + len(phrase)]
            if tuple(words[position : position + len(stem)]) == stem and last in (
                ["du"], ["des"], ["d'"],
            ):  # fmt: skip
                return len(phrase)
    return 0


def _named_phrase(
    tokens: list[Token], position: int, length: int, saying: Saying
) -> tuple[Token, list[Token], int] | None:
    start = position + length
    head = _nominal_head(tokens, start)
    if head is None or not _can_be_source(head, saying):
        return None
    phrase = [t for t in grammar.noun_phrase(head) if t.i >= tokens[start].i]
    if not phrase:
        return None
    # What is said of the source beside its name belongs to the phrase, not to P.
    end = _phrase_end(tokens, head, phrase)
    return head, phrase, end


def _nominal_head(tokens: list[Token], start: int) -> Token | None:
    for token in tokens[start : start + 7]:
        if token.pos_ in {"NOUN", "PROPN"} or (
            token.pos_ == "PRON" and "Rel" not in token.morph.get("PronType")
        ):
            head = token
            while (
                head.dep_ in {"flat", "flat:name", "flat:foreign", "nmod", "det", "amod", "compound"}
                and head.head.i > head.i
                and head.head.i - head.i <= 3
                and head.head.pos_ in {"NOUN", "PROPN"}
            ):
                head = head.head
            return head
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADP", "ADV"} or token.is_punct:
            return None
    return None


def _can_be_source(head: Token, saying: Saying) -> bool:
    lemma = head.lemma_.lower()
    if head.pos_ == "PRON":
        return head.lower_ in {"lui", "elle", "eux", "elles", "moi", "nous", "celui-ci", "celle-ci",
                               "ceux-ci", "certains", "beaucoup", "plusieurs", "d'autres"}  # fmt: skip
    if head.pos_ == "PROPN" or head.ent_type_ or head.text[:1].isupper():
        return lemma not in saying.not_sources or bool(head.ent_type_)
    known = saying.people | saying.bodies | saying.documents | saying.media
    return lemma in known or lemma.split("-")[0] in known


def _phrase_end(tokens: list[Token], head: Token, phrase: list[Token]) -> int:
    """Return the position just past the phrase, with its appositions and participles."""
    first = tokens[0].i
    own = [
        t.i
        for child in head.children
        if child.dep_ in {"appos", "acl", "acl:relcl", "nmod", "conj"} and child.i > head.i
        for t in child.subtree
    ]
    last = max([phrase[-1].i, *own])
    # Never beyond a conjugated verb that is not the phrase's own relative clause.
    return min(last - first + 1, len(tokens))


def _bare_phrase(
    tokens: list[Token], position: int, length: int
) -> tuple[Token, list[Token], int] | None:
    start = position + length
    source = tokens[start - 1]
    end = start
    while end < len(tokens) and tokens[end].pos_ in {"ADJ", "NOUN", "PROPN", "CCONJ", "ADV"}:
        end += 1
    while end > start and tokens[end - 1].pos_ == "CCONJ":
        end -= 1
    return (source, tokens[start - 1 : end], end) if end > start else None


def _attribution(
    sentence: Sentence,
    tokens: list[Token],
    position: int,
    cue_length: int,
    head: Token,
    source: list[Token],
    end: int,
) -> Attribution | None:
    clause = _content(tokens, position, end, head)
    clause = _trim(clause)
    if not any(grammar.is_verb(t) or t.pos_ in {"NOUN", "PROPN"} for t in clause):
        return None
    root = _root(clause)
    return Attribution(
        content=sentence.span_of(clause),
        sentence=sentence,
        root=root,
        cue=sentence.span_of(tokens[position : position + cue_length]),
        source=SourceWords(sentence.span_of(source), head, sentence),
        reasons=(Reason(rule="according-to", words=tokens[position].text),),
    )


def _content(tokens: list[Token], position: int, end: int, head: Token) -> list[Token]:
    opened = all(t.is_punct or t.pos_ in {"CCONJ", "ADV", "SCONJ"} for t in tokens[:position])
    rest = tokens[end:]
    closed = all(t.is_punct or t.text in {"»", "”", '"'} for t in rest)
    if opened and not closed:
        return rest
    if closed:
        return tokens[:position]
    # Inside: the clause around it, from the relative pronoun or the sentence's start.
    verb = _governor(head)
    if verb is not None and verb.dep_ in {"acl:relcl", "acl", "ccomp", "advcl", "conj"}:
        inside = sorted(verb.subtree, key=lambda t: t.i)
        first = tokens[0].i
        start = max(inside[0].i - first, 0)
        stop = min(inside[-1].i - first + 1, len(tokens))
        if start <= position:
            before = tokens[start:position]
            if len([t for t in before if not t.is_punct]) <= 2:
                return tokens[end:stop]
            return tokens[start:stop]
    return tokens


def _governor(head: Token) -> Token | None:
    token = head
    while token.dep_ != "ROOT":
        token = token.head
        if grammar.is_verb(token):
            return token
    return None


def _trim(tokens: list[Token]) -> list[Token]:
    tokens = list(tokens)
    while tokens and (tokens[-1].text in _CLOSING or tokens[-1].is_space):
        tokens.pop()
    while tokens and (
        tokens[0].text in _CLOSING or tokens[0].is_space or tokens[0].pos_ == "CCONJ"
    ):
        tokens.pop(0)
    return tokens


def _root(clause: list[Token]) -> Token | None:
    """Return the token of the clause that depends on nothing else in it."""
    inside = {t.i for t in clause}
    tops = [t for t in clause if t.dep_ == "ROOT" or t.head.i not in inside]
    verbs = [t for t in tops if grammar.is_verb(t)]
    return (verbs or tops or [None])[0]  # type: ignore[list-item]
