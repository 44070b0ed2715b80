"""Who is to the fore where a pronoun or a description stands.

A figure's salience is the sum of what its appearances so far bring, each by its
part in the sentence and fading from sentence to sentence, as in Lappin and Leass
1994 ("An Algorithm for Pronominal Anaphora Resolution"). That subjects lead
objects, and that who is spoken of goes on being so, is centering's (Grosz, Joshi
and Weinstein 1995). Agreement only excludes. The weights are few so that they can
be read; they were set by hand and checked on the development reports.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.extraction.claimers.figures import Appearance, Figure
from recoupe.extraction.claimers.lexicon import Pronoun


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
        same_speaker: Factor for the last speaker, where a quotation goes on.
        continuing: The same where the verb says so ("a-t-il ajouté").
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
    same_speaker: float = 1.6
    continuing: float = 1.8
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


def rank_for_pronoun(
    figures: Iterable[Figure],
    pronoun: Pronoun,
    place: tuple[int, int],
    *,
    continuing: float = 1.0,
    speaker: Figure | None = None,
    speaks: bool = False,
    weights: Weights | None = None,
) -> list[tuple[float, Figure]]:
    """Return the figures that a pronoun may stand for, the likeliest first.

    Args:
        figures: Whom the report has spoken of before it.
        pronoun: What it agrees with.
        place: Numbers of its sentence and of its paragraph.
        continuing: Factor for whoever spoke last.
        speaker: Whoever spoke last.
        speaks: Whether the pronoun is a source, hence somebody rather than something.
        weights: What each feature is worth.
    """
    weights = weights or WEIGHTS
    scored: list[tuple[float, Figure]] = []
    near = _nearest(figures) if pronoun.near else {}
    for figure in figures:
        if not figure.appearances:
            continue
        fitting = _agreement(figure, pronoun, weights)
        if not fitting:
            continue
        if speaks and figure.thing:
            fitting *= weights.voiceless
        value = fitting * (
            weights.near_fading ** near[id(figure)]
            if pronoun.near
            # "Il" in a report about one person stands for them, also after others.
            else salience(figure, *place, weights) + weights.topic * figure.share
        )
        if figure is speaker and not pronoun.near:
            value *= continuing
        if value >= weights.faintest:
            scored.append((value, figure))
    scored.sort(key=lambda s: (-s[0], -s[1].appearances[-1].place))
    return scored


def stands_out(value: float, figure: Figure, sentence: int) -> bool:
    """Tell whether the likeliest figure for a pronoun is likely at all.

    Args:
        value: What it scored.
        figure: The figure.
        sentence: Number of the pronoun's sentence.
    """
    last = figure.appearances[-1]
    # "Le rapport est accablant. Il précise que": the subject of the sentence before.
    subject = last.weight >= WEIGHTS.subject and sentence - last.sentence <= 1
    return value >= WEIGHTS.faint or (subject and not figure.thing)


def only_person(figures: Iterable[Figure], pronoun: Pronoun) -> list[Figure]:
    """Return the one person whom a report has named so far and a pronoun agrees with.

    In an interview the speaker is named once, far above; empty where several fit.

    Args:
        figures: Whom the report has spoken of before it.
        pronoun: What it agrees with.
    """
    fitting = [
        f
        for f in figures
        if f.kind == "person"
        and " " in f.name
        and f.plural == pronoun.plural
        and (pronoun.feminine is None or f.feminine in {None, pronoun.feminine})
        and any(not a.quoted for a in f.appearances)
    ]
    return fitting if len(fitting) == 1 else []


def _nearest(figures: Iterable[Figure]) -> dict[int, int]:
    latest = sorted((f for f in figures if f.appearances), key=lambda f: -f.appearances[-1].place)
    return {id(figure): place for place, figure in enumerate(latest)}


def _agreement(figure: Figure, pronoun: Pronoun, weights: Weights) -> float:
    """Return 0 where a pronoun cannot stand for a figure, else how well it suits it."""
    value = 1.0
    if figure.plural != pronoun.plural:
        # "La banque a été prévenue. Ils n'ont rien fait": its people.
        if not pronoun.plural or figure.is_person or figure.kind == "document":
            return 0.0
        value = weights.plural_body
    elif pronoun.feminine is not None:
        if figure.feminine is None:
            value *= weights.gender_unknown
        elif figure.feminine != pronoun.feminine:
            return 0.0
    if figure.place_name:
        return value * (weights.state if "state" in figure.families else weights.place)
    if figure.kind == "organisation":
        return value * weights.body
    if figure.thing:
        return value * weights.thing
    return value * weights.document if figure.kind == "document" else value


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


def last_speaker(figures: Iterable[Figure], before: int) -> tuple[Figure, Appearance] | None:
    """Return whoever spoke last before a place, and where."""
    best: tuple[Figure, Appearance] | None = None
    for figure in figures:
        for appearance in reversed(figure.appearances):
            if appearance.speaks and appearance.place < before:
                if best is None or appearance.place > best[1].place:
                    best = (figure, appearance)
                break
    return best
