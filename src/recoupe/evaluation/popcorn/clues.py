"""What a word shows that speaks for what it names: the clues of the mapping."""

from collections.abc import Iterator

from recoupe.evaluation.popcorn.reading import Read, Word
from recoupe.extraction.tokens import Token
from recoupe.model import Mention

_DETERMINERS = frozenset(("DET", "NUM"))
_LINKS = frozenset(("nmod", "amod", "flat", "flat:name", "appos", "obj", "nsubj", "obl", "obl:arg"))


def of_word(word: Word, held: Read) -> tuple[str, ...]:
    """Return the clues of one word, each once."""
    return tuple(dict.fromkeys(_of_word(word, held)))


def _of_word(word: Word, held: Read) -> Iterator[str]:
    token = word.token
    lemma = lemma_of(token)
    yield "*"
    yield f"pos={token.pos_}"
    yield f"low={token.lower_}"
    yield f"lem={lemma}"
    yield f"suf={token.lower_[-4:]}"
    yield f"pos={token.pos_} dep={token.dep_}"
    if token.text[:1].isupper() and token.i > token.first:
        yield "capital"
    number = "".join(token.morph.get("Number", []))
    yield f"num={token.pos_}{number}"
    for kind in sorted(word.kinds):
        yield f"kind={kind}{number}"
    if word.event:
        yield f"event={word.event}"
        yield f"event={word.event} pos={token.pos_}"
    if token.ent_type_:
        yield f"ent={token.ent_type_}"
    yield from _around(token, lemma)
    yield from _figure(word, held)


def _around(token: Token, lemma: str) -> Iterator[str]:
    if token.head is not token:
        yield f"head={lemma_of(token.head)} dep={token.dep_}"
        case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
        yield f"dep={token.dep_} case={case}"
        yield f"head={lemma_of(token.head)} case={case}"
    for child in token.children:
        if child.pos_ in _DETERMINERS:
            yield f"det={child.lower_} pos={token.pos_}"
        elif child.dep_ in _LINKS:
            yield f"lem={lemma} has={lemma_of(child)}"
            yield f"has={lemma_of(child)} dep={child.dep_}"
    if token.i > token.first:
        before = token.nbor(-1)
        yield f"before={before.lower_}"
        yield f"before={before.lower_} low={token.lower_}"
    if token.i + 1 < token.past:
        behind = token.nbor(1)
        yield f"behind={behind.lower_}"
        yield f"low={token.lower_} behind={behind.lower_}"


def _figure(word: Word, held: Read) -> Iterator[str]:
    figure = word.figure
    if figure is None:
        yield f"nobody pos={word.token.pos_}"
        return
    several = "s" if figure.plural else ""
    proper = "named" if figure.proper else "described"
    yield f"figure={figure.kind}{several} {proper} pos={word.token.pos_}"
    for noun in sorted(figure.nouns):
        yield f"figure is {noun}{several}"
    for part in held.parts.get(id(figure), ()):
        yield f"figure {part}"


def of_name(words: list[Word], mention: Mention, held: Read) -> tuple[str, ...]:
    """Return the clues of a name: its own words, what it names, what stands around it."""
    found = ["*name", f"schema={mention.schema_name}", f"name={mention.name.lower()}"]
    found += [f"in name={w.token.lower_}" for w in words]
    found.append(f"name ends={mention.name.lower()[-3:]}")
    found.append(f"schema={mention.schema_name} words={min(3, len(words))}")
    if held.things.states.is_state(mention.name):
        found.append("state")
    if mention.span.of(held.text).isupper():
        found.append("acronym")
    inside = {w.token.i for w in words}
    top = next((w for w in words if w.token.head.i not in inside), words[0])
    found += [c for c in _around(top.token, "") if not c.startswith(("low=", "lem="))]
    for child in words[0].token.head, *top.token.children:
        if child.i not in inside and child.pos_ == "NOUN":
            found.append(f"name beside={lemma_of(child)}")
            found.append(f"schema={mention.schema_name} beside={lemma_of(child)}")
    found += _figure(words[0], held)
    return tuple(dict.fromkeys(found))


def lemma_of(token: Token) -> str:
    """Return a word's dictionary form in lower case."""
    return token.lemma_.lower()
