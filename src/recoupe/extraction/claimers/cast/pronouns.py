"""Pronouns that stand for somebody."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers.cast.bound import Bound
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.pronouns import stood_for
from recoupe.extraction.claimers.salience import WEIGHTS
from recoupe.extraction.claimers.sentence_names import SentenceNames
from recoupe.extraction.claimers.standing import subject_above
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

# How likely an unnamed source is to be taken up by a pronoun that does not say that it goes on.
_OF_A_SOURCE = 0.3


def bind_pronoun(token: Token, names: SentenceNames, bound: Bound) -> None:
    """Bind a pronoun to whom it stands for; to nobody where that stays open."""
    sentence = names.sentence
    place = sentence.offset + token.idx
    speaks = bound.speech.said_at(place)
    pronoun = bound.lexicon.pronoun(token.text)
    subject = token.dep_.startswith("nsubj") or token.text.startswith("-")
    if pronoun is None or not (speaks or (subject and not bound.speech.in_quotation(place))):
        return
    if speaks is None and token.dep_.startswith("expl"):
        return
    if pronoun.feminine is None and token.i > token.first:
        # "la même"
        told = bound.lexicon.gender_of_determiner(fold(token.nbor(-1).text))
        pronoun = replace(pronoun, feminine=told)
    topic = _topic_before(token, sentence, bound)
    if topic is None and speaks is not None:
        topic = _voice_before(token, sentence, bound)
    if topic is not None and topic.feminine in {None, pronoun.feminine}:
        # "Quant au préfet, il assure que P"
        bound.references[place] = Reference(topic, "pronoun-last-speaker")
        bound.note(topic, token, names)
        return
    favoured = bound.floor.continuing(speaks, sentence.paragraph, bound.figures, pronoun.feminine)
    speaker = favoured[1]
    if speaker is not None and not token.text.startswith("-") and _is_source(speaker, bound):
        # "..., relate une source. Elle aurait": whoever the source speaks of.
        favoured = (_OF_A_SOURCE, speaker)
    verb = speaks.cue_token if speaks is not None else None
    reference = stood_for(
        _spoken_of_before(bound.figures, place, speaks),
        pronoun,
        names.now,
        favoured,
        speaks=speaks is not None,
        reads_out=verb is not None and verb.lemma_.lower() in bound.lexicon.written,
        above=_above(token, sentence, bound, speaks=speaks is not None),
    )
    if reference is not None:
        if speaks is not None and reference.figure is speaker:
            # "Bae Su-jin ... Elle ajoute": "l'homme" is another.
            speaker.called_feminine = pronoun.feminine
        bound.references[place] = reference
        bound.note(reference.figure, token, names)


def _topic_before(pronoun: Token, sentence: Sentence, bound: Bound) -> Figure | None:
    """Return whom a sentence sets out right before a pronoun: "Quant au préfet, il"."""
    first = pronoun.doc[pronoun.first]
    comma = pronoun.i - 1
    if first.lower_ not in bound.lexicon.topic_markers or pronoun.doc[comma].text != ",":
        return None
    between = pronoun.doc[first.i + 1 : comma]
    if any(t.text == "," for t in between):
        return None
    known = (bound.references.get(sentence.offset + t.idx) for t in between)
    return next((k.figure.same for k in known if k is not None and not k.open), None)


def _voice_before(pronoun: Token, sentence: Sentence, bound: Bound) -> Figure | None:
    """Return who spoke for a body just before: "par la voix d'Ana Rey. Elle ajoute"."""
    if pronoun.i != pronoun.first or pronoun.first == 0:
        return None
    end = pronoun.first
    before = pronoun.doc[pronoun.doc[end - 1].first : end]
    voice = next((t for t in before if t.lower_ in bound.lexicon.carriers), None)
    if voice is None:
        return None
    behind = [t for t in before if t.i > voice.i]
    known = (bound.references.get(sentence.offset + t.idx) for t in behind)
    people = [k.figure.same for k in known if k is not None and not k.open]
    named = [f for f in people if f.is_person and f.proper]
    return named[0] if named else None


def _spoken_of_before(
    figures: Sequence[Figure], place: int, speaks: Attribution | None
) -> Sequence[Figure]:
    """Return whom a report has spoken of before what is said ahead of a pronoun.

    "L'ordre venait d'en haut, dit-il": not the order.
    """
    if speaks is None or speaks.content.end > place:
        return figures
    start, end = speaks.content
    return [f for f in figures if f.appearances and not start <= f.appearances[0].place < end]


def _above(
    token: Token, sentence: Sentence, bound: Bound, *, speaks: bool
) -> tuple[float, Figure | None]:
    """Return by how much the subject that a pronoun's clause hangs under is favoured."""
    subject = subject_above(token, speaks=speaks)
    known = bound.references.get(sentence.offset + subject.idx) if subject is not None else None
    if known is None or known.open:
        return 1.0, None
    return (WEIGHTS.own_words if speaks else WEIGHTS.own_clause), known.figure.same


def _is_source(figure: Figure, bound: Bound) -> bool:
    """Tell "une source", which "elle" takes up only where it goes on speaking."""
    anonymous = bound.lexicon.anonymous & bound.lexicon.feminine_nouns
    return not (figure.proper or anonymous.isdisjoint(figure.nouns))
