"""Who is to the fore where a pronoun or a description stands.

A figure's salience is the sum of what its appearances so far bring, each by its
part in the sentence and fading from sentence to sentence, as in Lappin and Leass
1994 ("An Algorithm for Pronominal Anaphora Resolution"). That subjects lead
objects, and that who is spoken of goes on being so, is centering's (Grosz, Joshi
and Weinstein 1995). Agreement only excludes. The weights are few so that they can
be read; they were set by hand and checked on the development reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extraction.claimers.figures import Figure


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature is worth.

    Attributes:
        subject: Appearance as a subject, or as the subject's apposition.
        subordinate: As the subject of a clause within another's sentence.
        object: As an object, or as the agent of a passive.
        other: Behind a preposition.
        inside: Inside another's noun phrase ("l'avocat de X").
        speaks: Added to an appearance as a source.
        quoted: Factor for what stands inside somebody's quotation.
        fading: Factor for each sentence since.
        paragraph: Factor for each paragraph since.
        repeated: Factor for all appearances but the most telling one.
        reach: Sentences after which an appearance no longer counts.
        body: Factor for a body where a pronoun may stand for a person.
        state: The same for a place that acts.
        place: The same for a place that is no state.
        document: The same for what is read.
        plural_body: The same for one body taken up by a plural ("la banque ... ils").
        thing: The same for what nothing says to be somebody.
        voiceless: Factor for things where the pronoun speaks.
        gender_unknown: Factor where nothing tells the gender.
        by_name_alone: Factor for a named firm whose description is of another gender.
        same_speaker: Factor for the last speaker, where a quotation goes on.
        continuing: The same where the verb says so ("a-t-il ajouté").
        own_words: Factor for the subject of the clause that a speaking pronoun's hangs under
            ("le maire a quitté ce qu'il appelle").
        own_clause: The same for a pronoun that does not speak ("la ville dit qu'elle paiera").
        near_fading: As ``fading``, by appearance, for "celui-ci" and "ce dernier".
        topic: What being the only person named brings.
        faintest: Below this nobody is to the fore.
        faint: Below this the only person that the report names is likelier.
        margin: A rival at this share of the best leaves it open.
    """

    subject: float = 1.0
    subordinate: float = 0.8
    object: float = 0.6
    other: float = 0.45
    inside: float = 0.3
    speaks: float = 0.4
    quoted: float = 0.25
    fading: float = 0.5
    paragraph: float = 0.8
    repeated: float = 0.4
    reach: int = 9
    body: float = 0.5
    state: float = 0.4
    place: float = 0.1
    document: float = 0.3
    thing: float = 0.5
    voiceless: float = 0.3
    plural_body: float = 0.2
    gender_unknown: float = 0.6
    by_name_alone: float = 0.3
    same_speaker: float = 1.6
    continuing: float = 1.8
    own_words: float = 3.0
    own_clause: float = 1.5
    near_fading: float = 0.3
    topic: float = 0.3
    faintest: float = 0.02
    faint: float = 0.12
    margin: float = 0.9


WEIGHTS = Weights()


def salience(
    figure: Figure, sentence: int, paragraph: int, weights: Weights | None = None
) -> float:
    """Return how far a figure is to the fore at the beginning of what follows.

    Args:
        figure: With its appearances so far.
        sentence: Number of the sentence in which it may be taken up.
        paragraph: Number of the paragraph.
        weights: What each feature is worth.
    """
    weights = weights or WEIGHTS
    total = best = 0.0
    for appearance in reversed(figure.appearances):
        since = sentence - appearance.sentence
        if since > weights.reach:
            break
        worth = appearance.weight
        if appearance.speaks:
            worth += weights.speaks * (weights.quoted if appearance.quoted else 1.0)
        worth *= weights.fading**since * weights.paragraph ** (paragraph - appearance.paragraph)
        total += worth
        best = max(best, worth)
    return best + weights.repeated * (total - best)


def undecided(scored: Sequence[tuple[float, Figure]], margin: float | None = None) -> bool:
    """Tell whether the second fits about as well as the first.

    Args:
        scored: Whom words may stand for, the likeliest first.
        margin: At which share of the first the second is as good, as in ``WEIGHTS`` if None.
    """
    least = WEIGHTS.margin if margin is None else margin
    return len(scored) > 1 and scored[1][0] >= least * scored[0][0]


def weight_of(appearing: str, *, quoted: bool, weights: Weights = WEIGHTS) -> float:
    """Return what an appearance is worth.

    Args:
        appearing: ``subject``, ``subordinate``, ``object``, ``inside`` or ``other``.
        quoted: Whether it stands inside a quotation.
        weights: What each feature is worth.
    """
    worth = {
        "subject": weights.subject,
        "subordinate": weights.subordinate,
        "object": weights.object,
        "inside": weights.inside,
    }.get(appearing, weights.other)
    return worth * (weights.quoted if quoted else 1.0)
