"""Words of names, and words beside names that stand for their bearers."""

from collections.abc import Sequence

from recoupe.extraction.claimers.cast.bound import Bound
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.later import named_after_lead
from recoupe.extraction.claimers.named import PERSON
from recoupe.extraction.claimers.sentence_names import SentenceNames
from recoupe.extraction.claimers.standing import part_of
from recoupe.extraction.claimers.titles import Title
from recoupe.extraction.tokens import Token
from recoupe.model import Mention


def bind_name(token: Token, place: int, names: SentenceNames, bound: Bound) -> bool:
    """Bind a word of a name, or one beside a name that stands for its bearer."""
    sentence = names.sentence
    held = names.covering.get(place)
    if held is not None and bound.names.is_name(held):
        if id(held) in names.seen:
            reference = bound.references[place] = bound.references[held.span.start]
            if place in bound.speech:
                # "Selon La Provence": the word that heads the name comes second.
                bound.note(reference.figure, token, names)
            return True
        names.seen.add(id(held))
        figure = bound.names.figure(held, names.titles[id(held)], token, sentence)
        reference = Reference(figure, bound.names.rule(held))
        bound.references[held.span.start] = reference
        bound.references.setdefault(place, reference)
        if _is_new_subject(figure, names.titles[id(held)], token, place, bound):
            bound.names.figures = named_after_lead(
                bound.figures,
                figure,
                names.number,
                bound.lexicon,
                civil=bound.lexicon.has_civility_before(bound.text, held.span.start),
            )
        bound.note(figure, token, names)
        return True
    if place not in names.titled and _stands_before_name(token, bound):
        later = names.covering.get(place + len(token) + 1)
        if later is not None:
            figure = bound.names.figure(later, names.titles[id(later)], token, sentence)
            bound.references[place] = Reference(figure, bound.names.rule(later))
            if place in bound.speech:
                bound.note(figure, token, names)
            return True
    beside = named_beside(place, names, bound)
    if beside is None:
        return False
    figure = bound.names.figure(beside, names.titles[id(beside)], token, sentence)
    bound.references[place] = Reference(figure, "named-beside")
    bound.note(figure, token, names)
    return True


def _is_new_subject(
    figure: Figure, titles: Sequence[Title], token: Token, place: int, bound: Bound
) -> bool:
    """Tell somebody named in full for the first time, without a title, who does or says."""
    first = figure.kind == "person" and not (figure.appearances or titles or figure.nouns)
    # "Mme Wong" after "la cheffe de l'exécutif"
    told = " " in figure.name or bound.lexicon.has_civility_before(bound.text, place)
    if not first or not told or bound.speech.in_quotation(place):
        return False
    if token.head.text in bound.lexicon.civilities:
        token = token.head
    return bound.speech.in_source(place) or part_of(token, bound.lexicon) == "subject"


def _stands_before_name(token: Token, bound: Bound) -> bool:
    """Tell a civility, or the people of somebody named: "l'Américain John Rey"."""
    if token.text in bound.lexicon.civilities:
        return True
    return token.text[0].isupper() and bool(bound.states.of_adjective(token.text))


def named_beside(place: int, names: SentenceNames, bound: Bound) -> Mention | None:
    """Return the name that a noun says what it is of: "le ministre, Paul Vidal,"."""
    if place in names.titled:
        return names.titled[place]
    if place not in bound.speech:
        return None
    found = bound.standing.apposed_name(place, names.mentions)
    words = bound.speech.words_at(place)
    if found is None or found.schema_name != PERSON or words is None or words.head is None:
        return found
    head = words.head
    of_somebody = any(bound.lexicon.is_person(bound.lexicon.noun(c)) for c in head.children)
    # "l'entourage du ministre, Paul Vidal,": not he himself.
    body = of_somebody and bound.lexicon.is_body(bound.lexicon.noun(head))
    return None if body else found
