"""Several who stand side by side and are taken up together: "Ana et Paul", "les deux hommes"."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.salience import salience
from recoupe.extraction.tokens import Token

# Who may be one of "les deux hommes" is so far to the fore, and so much more than the next.
_FORE = 0.1
_CLEAR = 2.0


def side_by_side(
    token: Token, offset: int, references: Mapping[int, Reference], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """Return who is named with somebody else, the first of them first; empty if nobody is.

    Args:
        token: The last of them: "Vidal" in "Ana Rey et Paul Vidal".
        offset: Offset of its sentence in the document.
        references: Offset of a word to whom it stands for.
        lexicon: Words for who can be meant.
    """
    joined = any(c.lower_ in lexicon.joining for c in token.children)
    if not (joined and token.head.i < token.i) and not joined_by(token, lexicon):
        return ()
    head = first_of(token, lexicon)
    found: list[Figure] = []
    for one in (head, *_beside(head, token, lexicon)):
        reference = references.get(offset + one.idx)
        # "Le fondateur et directeur du port" is one person.
        named = one is head or one.pos_ == "PROPN" or any(c.pos_ == "DET" for c in one.children)
        if reference is None or reference.open or not named:
            return ()
        if one is not head and head.pos_ != "PROPN" and _joins_a_complement(one):
            return ()
        figure = reference.figure
        if figure.thing or figure.members or figure.kind == "document":
            return ()
        found.append(figure)
    return tuple(found) if len(set(map(id, found))) == len(found) > 1 else ()


def _joins_a_complement(token: Token) -> bool:
    """Tell "le père de Marc et Paul", whom the parse sets beside the father."""
    k = token.i - 2
    while k > token.first and token.doc[k].pos_ == "PROPN":
        k -= 1
    return token.pos_ == "PROPN" and k < token.i - 2 and token.doc[k].pos_ == "ADP"


def first_of(token: Token, lexicon: Lexicon) -> Token:
    """Return the first of those who stand side by side, of whom a word is the last."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    while (before := _listed_before(token, lexicon)) is not None:
        token = before
    return token


def _listed_before(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the name that a list has before another: "Ana Rey, (Paul Vidal et Ivo Kranj)"."""
    if token.pos_ != "PROPN" or token.i - token.first < 2:
        return None
    if joined_by(token, lexicon):
        # "Paris et Berlin ont fait savoir", where the parse makes a subject of either.
        before = grammar.name_head(token.nbor(-2))
        subjects = before.dep_.startswith("nsubj") and token.dep_.startswith("nsubj")
        return before if before.pos_ == "PROPN" and subjects else None
    if token.nbor(-1).text != ",":
        return None
    before = grammar.name_head(token.nbor(-2))
    listed = before.pos_ == "PROPN" and before.dep_ == token.dep_ and before.head is token.head
    return before if listed and token.dep_.startswith("nsubj") else None


def _beside(head: Token, last: Token, lexicon: Lexicon) -> list[Token]:
    """Return those who stand beside the first, each joined to it or to the one before."""
    found: list[Token] = []
    for token in head.doc[head.i + 1 : last.i + 1]:
        joined = token.dep_ == "conj" and (
            token.head is head or any(token.head is f for f in found)
        )
        if joined or (_listed_before(token, lexicon) in (head, *found) and token.dep_ == head.dep_):
            found.append(token)
    return found


def joined_by(token: Token, lexicon: Lexicon) -> bool:
    """Tell a name right behind "et"."""
    behind = token.pos_ == "PROPN" and token.i > token.first
    return behind and token.nbor(-1).lower_ in lexicon.joining


def group_of(members: Sequence[Figure], lexicon: Lexicon) -> Figure:
    """Return a figure for several: men and women are "ils", bodies agree with either."""
    people = all(m.is_person for m in members)
    return Figure(
        name=joint_name(members, lexicon),
        kind="unnamed" if people else "organisation",
        definite=True,
        plural=True,
        feminine=all(m.feminine is True for m in members) if people else None,
        members=tuple(members),
    )


def joint_name(members: Iterable[Figure], lexicon: Lexicon) -> str:
    """Return the names of several in one: "Ana Rey, Paul Vidal et Orka"."""
    *others, last = [m.same.name for m in members]
    return f"{', '.join(others)} {lexicon.and_word} {last}"


def foremost(
    figures: Iterable[Figure], described: Description, now: tuple[int, int], lexicon: Lexicon
) -> tuple[Figure, ...]:
    """Return the several most to the fore that a description counts: "les deux hommes".

    Args:
        figures: Whom the report has spoken of before it.
        described: The description.
        now: Numbers of its sentence and of its paragraph.
        lexicon: Words for who can be meant.

    Returns:
        As many as are counted, in the order of the report; empty where more may be meant.
    """
    count = described.count or 0
    if count < 2 or described.determiner not in {"definite", "demonstrative"}:
        return ()
    scored = sorted(
        (
            (salience(f, *now), f)
            for f in figures
            if f.appearances and not (f.plural or f.members) and may_be_among(f, described, lexicon)
        ),
        key=lambda s: -s[0],
    )
    if len(scored) < count or scored[count - 1][0] < _FORE:
        return ()
    if len(scored) > count and scored[count][0] * _CLEAR > scored[count - 1][0]:
        return ()
    chosen = [f for _, f in scored[:count]]
    return tuple(sorted(chosen, key=lambda f: f.appearances[0].place))


def may_be_among(figure: Figure, described: Description, lexicon: Lexicon) -> bool:
    """Tell whether a description of several may speak of somebody."""
    noun = described.noun
    families = lexicon.families.get(noun, frozenset())
    if described.person and not families:
        if not figure.is_person or figure.thing or described.told_apart:
            return False
        if not figure.proper:
            return noun in figure.nouns
        sex = described.feminine if noun in lexicon.anybody else None
        if sex is not None and figure.feminine not in {None, sex}:
            return False
        return noun not in lexicon.functions - lexicon.parts_in_a_case or noun in figure.nouns
    if described.kind != "organisation" or not figure.proper or figure.kind != "organisation":
        return False
    if "state" in families or figure.place_name:
        return "state" in families and "state" in figure.families
    known = figure.families - {"place"}
    return noun in figure.nouns or not known or bool(families & known)
