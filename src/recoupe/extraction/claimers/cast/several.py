"""One of several, and those who stand side by side."""

from collections.abc import Sequence

from recoupe.extraction.claimers.cast.bound import Bound
from recoupe.extraction.claimers.cast.names import named_beside
from recoupe.extraction.claimers.descriptions import (
    describe,
    describe_amount,
    describe_one,
)
from recoupe.extraction.claimers.figures import Reference
from recoupe.extraction.claimers.groups import first_of, group_of, side_by_side
from recoupe.extraction.claimers.sentence_names import SentenceNames
from recoupe.extraction.claimers.taking_up import introduced, possessor_of
from recoupe.extraction.tokens import Token
from recoupe.model import Mention


def bind_joined(token: Token, names: SentenceNames, bound: Bound) -> None:
    """Bring in those who stand side by side as one figure: "ils", "les deux hommes"."""
    sentence = names.sentence
    members = side_by_side(token, sentence.offset, bound.references, bound.lexicon)
    if not members:
        return
    known = next((f for f in bound.figures if f.members == members), None)
    group = known or group_of(members, bound.lexicon)
    if known is None:
        bound.figures.append(group)
    first = first_of(token, bound.lexicon)
    bound.note(group, first, names)
    for word in (first, *(c for c in first.children if c.dep_.startswith("flat"))):
        bound.joint[sentence.offset + word.idx] = group


def bind_one_of(token: Token, group: Token, names: SentenceNames, bound: Bound) -> None:
    """Bring in one of several: whoever fits "le responsable" afterwards."""
    sentence = names.sentence
    place, several_place = sentence.offset + token.idx, sentence.offset + group.idx
    beside = named_beside(several_place, names, bound)
    if beside is not None:
        # "l'un de ses avocats, Me Paul Vidal,"
        figure = bound.names.figure(beside, names.titles[id(beside)], token, sentence)
        bound.references[place] = Reference(figure, "named-beside")
        return
    before = _named_before(place, names.mentions, bound.text)
    if before is not None and token.lower_ in bound.lexicon.one_of:
        # "Paul Vidal, l'un des avocats du port,"
        known = bound.references.get(before.span.start)
        if known is not None and known.figure.is_person:
            known.figure.nouns.add(bound.lexicon.noun(group))
            names.read.add(several_place)
            bound.references[place] = bound.references[several_place] = known
            return
    names.read.add(several_place)
    words = bound.speech.words_at(place) or bound.speech.words_at(several_place)
    limit = words.span.end if words is not None else None
    told = describe_one if token.lower_ in bound.lexicon.one_of else describe_amount
    one = told(token, group, sentence, bound.lexicon, bound.text, limit)
    figure = introduced(one, bound.lexicon)
    # "Un de ses porte-parole"
    several = describe(group, sentence, bound.lexicon, bound.text, limit)
    reference = Reference(
        figure, possessor=possessor_of(bound.figures, several, names.now, bound.lexicon)
    )
    bound.figures.append(figure)
    for word in (token, group):
        bound.references[sentence.offset + word.idx] = reference
    bound.note(figure, token, names)


def _named_before(place: int, mentions: Sequence[Mention], text: str) -> Mention | None:
    """Return the name that a comma parts from a word: "Paul Vidal, l'un"."""
    for mention in mentions:
        between = text[mention.span.end : place].strip() if mention.span.end < place else ""
        if between and between.rstrip("’'lL ") == "," and len(between) <= len(", l'"):
            return mention
    return None
