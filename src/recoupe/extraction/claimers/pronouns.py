"""Whom a pronoun may stand for: agreement excludes, salience ranks."""

from collections.abc import Iterable, Sequence

from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.salience import WEIGHTS, Weights, salience
from recoupe.extraction.claimers.word_lists import Pronoun


def stood_for(
    figures: Sequence[Figure],
    pronoun: Pronoun,
    now: tuple[int, int],
    favoured: tuple[float, Figure | None],
    *,
    speaks: bool,
    reads_out: bool = False,
    above: tuple[float, Figure | None] = (1.0, None),
) -> Reference | None:
    """Return whom a pronoun stands for, None where nobody fits.

    Args:
        figures: Whom the report has spoken of before it.
        pronoun: What it agrees with.
        now: Numbers of its sentence and of its paragraph.
        favoured: By how much whoever spoke last is favoured, and who that is.
        speaks: Whether the pronoun is a source.
        reads_out: Whether it is the subject of what a document does: "il relève que".
        above: By how much the subject of the clause above is favoured, and who that is.
    """
    continuing, speaker = favoured
    scored = rank_for_pronoun(
        figures,
        pronoun,
        now,
        continuing=continuing,
        speaker=speaker,
        speaks=speaks,
        reads_out=reads_out,
        above=above,
    )
    if speaks and not (scored and stands_out(*scored[0], now[0])):
        scored = [(0.0, f) for f in only_person(figures, pronoun)] or scored
    if not scored:
        return None
    others = tuple(f for _, f in scored[1:4])
    return Reference(scored[0][1], "pronoun-last-speaker", others)


def rank_for_pronoun(
    figures: Iterable[Figure],
    pronoun: Pronoun,
    place: tuple[int, int],
    *,
    continuing: float = 1.0,
    speaker: Figure | None = None,
    speaks: bool = False,
    reads_out: bool = False,
    above: tuple[float, Figure | None] = (1.0, None),
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
        reads_out: Whether it is the subject of what a document does: "il relève que".
        above: By how much the subject of the clause above is favoured, and who that is.
        weights: What each feature is worth.
    """
    weights = weights or WEIGHTS
    scored: list[tuple[float, Figure]] = []
    near = _nearest(figures, speaks=speaks) if pronoun.near else {}
    hanging, governing = above
    for figure in figures:
        if not figure.appearances:
            continue
        fitting = _agreement(figure, pronoun, weights)
        if not fitting:
            continue
        if speaks and figure.thing:
            fitting *= weights.voiceless
        if reads_out and figure.kind == "document" and _is_subject(figure, place[0], weights):
            fitting /= weights.document
        value = fitting * (
            weights.near_fading ** near[id(figure)]
            if pronoun.near
            # "Il" in a report about one person stands for them, also after others.
            else salience(figure, *place, weights) + weights.topic * figure.share
        )
        if figure is governing and not pronoun.near:
            value *= hanging
        elif figure is speaker and not pronoun.near:
            value *= continuing
        if value >= weights.faintest:
            scored.append((value, figure))
    scored.sort(key=lambda s: (-s[0], -s[1].appearances[-1].place))
    return scored


def _is_subject(figure: Figure, sentence: int, weights: Weights) -> bool:
    """Tell the subject of the sentence before, or of the same: "Le rapport accuse X. Il relève"."""
    last = figure.appearances[-1]
    return last.weight >= weights.subject and sentence - last.sentence <= 1


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


def _is_bare_name(figure: Figure) -> bool:
    """Tell a firm whose name has no gender of its own."""
    body = figure.proper and figure.kind == "organisation"
    return body and not (figure.gendered or figure.place_name or "public" in figure.families)


def _nearest(figures: Iterable[Figure], *, speaks: bool) -> dict[int, int]:
    """Return how many were named after each figure.

    Where the pronoun speaks, a body within somebody's description comes behind them: "une
    ingénieure de l'usine a parlé. Cette dernière dit".
    """
    seen = [f for f in figures if f.appearances]
    speakers = {
        f.appearances[-1].sentence for f in seen if f.is_person and f.appearances[-1].speaks
    }

    def rank(figure: Figure) -> tuple[int, bool, int]:
        last = figure.appearances[-1]
        within = (
            speaks
            and figure.kind == "organisation"
            and not last.speaks
            and last.weight <= WEIGHTS.subordinate
            and last.sentence in speakers
        )
        return (-last.sentence, within, -last.place)

    return {id(figure): place for place, figure in enumerate(sorted(seen, key=rank))}


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
            # "Valmer, le constructeur, ... elle": a name alone is of the firm's gender too.
            if not _is_bare_name(figure):
                return 0.0
            value *= weights.by_name_alone
    if figure.place_name:
        return value * (weights.state if "state" in figure.families else weights.place)
    if figure.kind == "organisation":
        return value * weights.body
    if figure.thing:
        return value * weights.thing
    return value * weights.document if figure.kind == "document" else value
