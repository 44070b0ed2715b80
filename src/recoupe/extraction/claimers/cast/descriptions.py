"""Nouns that take somebody up or bring somebody in."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.claimers.cast.bound import Bound
from recoupe.extraction.claimers.descriptions import Description, describe
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.groups import foremost, group_of
from recoupe.extraction.claimers.ordinals import nth_of_several
from recoupe.extraction.claimers.sentence_names import SentenceNames
from recoupe.extraction.claimers.states import states_spoken_for
from recoupe.extraction.claimers.taking_up import introduced, learn, possessor_of, taken_up
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token


def bind_description(token: Token, names: SentenceNames, bound: Bound) -> None:
    """Bind a noun to whom it takes up, or to somebody new."""
    sentence = names.sentence
    place = sentence.offset + token.idx
    if bound.standing.is_inside(token) and place not in bound.speech:
        return
    words = bound.speech.words_at(place)
    limit = words.span.end if words is not None else None
    described = _placed(describe(token, sentence, bound.lexicon, bound.text, limit), bound)
    if place not in bound.speech and (copula := bound.standing.copula(token)) is not None:
        _told_of_subject(token, copula, described, sentence, bound)
        return
    behind = bound.names.unseen_behind(token, sentence, described)
    if behind is not None:
        named, run = behind
        bound.references[place] = Reference(named, "named-beside")
        for part in run:
            bound.references[sentence.offset + part.idx] = Reference(named)
        bound.note(named, token, names)
        return
    now = names.now
    of_two = nth_of_several(bound.figures, described, token, now, bound.lexicon)
    if of_two is not None:
        bound.references[place] = of_two
        bound.note(of_two.figure, token, names)
        return
    if described.noun in bound.lexicon.sayings and place in bound.speech:
        # "D'après ses propos": whoever said it.
        whose = possessor_of(bound.figures, described, now, bound.lexicon)
        if whose is not None:
            bound.references[place] = Reference(whose, "pronoun-last-speaker")
            bound.note(whose, token, names)
            return
    others = _without_subject(token, sentence, bound)
    if _is_set_out(token, bound):
        # "Quant au préfet": another than whoever has just been spoken of.
        others = [f for f in others if described.noun in f.nouns]
    reference = taken_up(others, described, now, bound.lexicon)
    if reference is None and (members := foremost(bound.figures, described, now, bound.lexicon)):
        group = group_of(members, bound.lexicon)
        bound.figures.append(group)
        reference = Reference(group, "title-introduced-before")
    if reference is None:
        possessor = possessor_of(bound.figures, described, now, bound.lexicon)
        brought_in = introduced(described, bound.lexicon)
        brought_in.states = states_spoken_for(token, bound.lexicon, bound.states)
        bound.figures.append(brought_in)
        reference = Reference(brought_in, possessor=possessor)
        bound.headline.note(described, brought_in, sentence)
    bound.references[place] = reference
    if reference.open:
        return
    if not reference.figure.members:
        learn(reference.figure, described, bound.lexicon)
    bound.note(reference.figure, token, names)


def _is_set_out(token: Token, bound: Bound) -> bool:
    before = token.doc[token.first : token.i]
    return (
        bool(before)
        and before[0].lower_ in bound.lexicon.topic_markers
        and not any(t.text == "," or t.pos_ in {"NOUN", "PROPN", "VERB"} for t in before)
    )


def _without_subject(token: Token, sentence: Sentence, bound: Bound) -> Sequence[Figure]:
    """Return whom a report has spoken of without whoever does it to a noun: "X accuse la firme"."""
    if not (token.dep_ == "obj" and grammar.is_verb(token.head)):
        return bound.figures
    subject = grammar.subject(token.head)
    known = bound.references.get(sentence.offset + subject.idx) if subject is not None else None
    if known is None or known.open:
        return bound.figures
    return [f for f in bound.figures if f is not known.figure.same]


def _placed(described: Description, bound: Bound) -> Description:
    """Tell a body's town from what else tells it apart: "la firme d'Izmir"."""
    if not described.names or described.kind != "organisation":
        return described
    seated = described.complements == described.names and described.names <= bound.places
    return replace(
        described,
        seat=described.names if seated else frozenset(),
        places=bound.places,
    )


def _told_of_subject(
    token: Token, copula: Token, described: Description, sentence: Sentence, bound: Bound
) -> None:
    """Note what a predicate says of its subject, who is nobody new."""
    for child in (*token.children, *copula.children):
        if child.dep_.startswith("nsubj") and child.i < token.i:
            held = bound.references.get(sentence.offset + child.idx)
            if held is not None and described.person and held.figure.is_person:
                held.figure.nouns.add(described.noun)
                if held.figure.feminine is None:
                    held.figure.feminine = described.feminine
            return
