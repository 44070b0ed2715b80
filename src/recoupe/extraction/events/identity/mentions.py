"""Which mentions of one report tell one event.

Two mentions are one event (within-document event coreference, after the event hoppers of Rich
ERE: Song et al. 2015) where their words can tell of one happening, nothing that both tell speaks
against it, and either

* they agree on roles that tell one event of their type from another (``told_by`` in the
  ontology), or
* the later is a noun that points back ("cette attaque", "le naufrage") to the only event that
  it can mean.

Precision comes first: what recurs, what is told of in general and "une nouvelle attaque" stay
apart, and what could be either of two events is neither.
"""

from collections.abc import Iterable, Sequence

from recoupe.compare.occasions import figures_apart, times_apart
from recoupe.extraction.events.identity.alike import compare_all, covered
from recoupe.extraction.events.identity.told import Mention, Mentions
from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.model import Event, EventStatus, Quantity, TimeValue
from recoupe.ontology import event_types

__all__ = ["identified"]

# Sentences within which a noun may point back where other events of its type are told of.
_REACH = 3
# The same of a denial and what it denies, where they share one who takes part.
_REPLY = 6
# Sentences behind the headline that tell again what it told.
_LEAD = 2
# A count that two events of one report hardly share.
_MANY = 10
_PARTIES = "party"
_Figure = tuple[float | None, float | None, str | None]
_STAGES: dict[EventStatus, str] = {
    "considered": "ahead",
    "sought": "ahead",
    "agreed": "ahead",
    "begun": "real",
    "done": "real",
    "denied": "real",
    "refused": "refused",
}


def identified(
    document: str,
    events: Sequence[Event],
    sentences: Sequence[Sentence],
    times: Iterable[TimeValue],
    quantities: Iterable[Quantity],
    pack: Pack,
) -> tuple[Event, ...]:
    """Return a report's events with the id of what each tells.

    Args:
        document: Id of the report.
        events: In order of their triggers.
        sentences: Its parsed sentences, in order.
        times: Its times.
        quantities: Its figures.
        pack: The pack of its language.
    """
    mentions = Mentions(sentences, times, quantities, pack).of(events)
    groups: dict[str, list[list[Mention]]] = {}
    home: dict[int, list[Mention]] = {}
    for mention in mentions:
        told = groups.setdefault(mention.event.type, [])
        same = _told_before(mention, told)
        if same is None:
            same = []
            told.append(same)
        same.append(mention)
        home[id(mention.event)] = same
    return tuple(
        event.model_copy(update={"id": _id(document, home[id(event)][0].event)}) for event in events
    )


def _id(document: str, first: Event) -> str:
    return f"{document}:{first.type}@{first.trigger.start}"


def _told_before(mention: Mention, told: Sequence[list[Mention]]) -> list[Mention] | None:
    """Return the mentions of the event that a mention tells again, None for a new one."""
    if mention.habit or (mention.another and not mention.pointing):
        return None
    fitting = [group for group in told if not any(_apart(mention, one) for one in group)]
    agreeing = [group for group in fitting if any(_agree(mention, one) for one in group)]
    if len(agreeing) == 1:
        return agreeing[0]
    if agreeing or mention.recurring or not (mention.pointing or mention.definite):
        return None
    return _pointed_at(mention, fitting)


def _apart(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions can't tell one event."""
    if other.sentence is one.sentence and not (one.noun or other.noun):
        return True
    if one.family is not None and other.family is not None and one.family != other.family:
        return True
    if _stages_apart(one, other):
        return True
    if times_apart(one.times, other.times) or figures_apart(one.figures, other.figures):
        return True
    counted = _counted_alike(one, other)
    return any(
        role not in counted and compare_all(players, other.players.get(role, ())) == "apart"
        for role, players in one.players.items()
    )


def _stages_apart(one: Mention, other: Mention) -> bool:
    """Tell what is planned from what happened; a denial is one of what is said to have happened.

    A noun that nothing near by says anything of tells of no stage ("cette livraison"), nor does
    one that only points back: "un rapport préparé pour la réunion", "la suspension durera".
    """
    if any(m.bare or _points_only(m) for m in (one, other)):
        return False
    if other.sentence is one.sentence and one.event.status != other.event.status:
        # "reconnaît des retards, mais nie tout versement": one source, two events.
        return True
    ours, theirs = _STAGES.get(one.event.status), _STAGES.get(other.event.status)
    return ours is not None and theirs is not None and ours != theirs


def _points_only(mention: Mention) -> bool:
    own = mention.plural or not _identifying(mention).isdisjoint(mention.players)
    stated = mention.event.status in {"denied", "refused"}
    return mention.noun and (mention.definite or mention.pointing) and not (own or stated)


def _agree(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions agree on what tells one event of their type from another."""
    if one.family != other.family and not one.akin(other):
        return False
    same = {
        role
        for role, players in one.players.items()
        if compare_all(players, other.players.get(role, ())) == "same"
    }
    opening = other.headline and one.place - other.place <= _LEAD
    if one.recurring or other.recurring:
        # Only a lead tells again what recurs, or is many.
        return opening and bool(same) and not (one.habit or other.habit)
    if _same_figure(one, other, opening=opening):
        return True
    if opening and one.word == other.word and not other.players:
        return True
    if not same:
        return False
    telling = set(_identifying(one)) & same
    if opening and telling:
        return True
    # "X est accusé d'avoir vendu Y. Il nie avoir vendu quoi que ce soit."
    if telling and _answers(one, other):
        return True
    return any(
        same.issuperset(wanted) and (len(wanted) > 1 or _certain(one, other, wanted[0]))
        for wanted in event_types()[one.event.type].told_by
    )


def _identifying(mention: Mention) -> frozenset[str]:
    """Return the roles that tell one event of a type from another."""
    return frozenset(
        role for wanted in event_types()[mention.event.type].told_by for role in wanted
    )


def _same_figure(one: Mention, other: Mention, *, opening: bool) -> bool:
    """Tell whether both count as many: "11.000 doses saisies", "23 morts" again."""
    shared = _counts(one).keys() & _counts(other).keys()
    return any(opening or _is_rare(figure) for figure in shared)


def _counted_alike(one: Mention, other: Mention) -> frozenset[str]:
    """Return the roles of which both count as many: "11.000 vaccins", then "11.000 doses".

    What fills them is one, though two words tell it; of who else takes part it says nothing.
    """
    ours, theirs = _counts(one), _counts(other)
    shared = (figure for figure in ours.keys() & theirs.keys() if _is_rare(figure))
    return frozenset(role for figure in shared for role in ours[figure] & theirs[figure])


def _is_rare(figure: _Figure) -> bool:
    return figure[0] is not None and figure[0] >= _MANY


def _counts(mention: Mention) -> dict[_Figure, frozenset[str]]:
    """Return the figures of a mention, each with the roles that it counts."""
    return {
        (q.low, q.high, q.unit): frozenset(
            role
            for role, fillers in mention.event.roles.items()
            if any((q.of or q.span).overlaps(filler.span) for filler in fillers)
        )
        for q in mention.figures
    }


def _answers(one: Mention, other: Mention) -> bool:
    """Tell a denial of what was told right before."""
    return (
        one.event.status == "denied"
        and other.event.status in {"done", "begun"}
        and one.place - other.place <= _REPLY
    )


def _certain(one: Mention, other: Mention, role: str) -> bool:
    """Tell whether one role alone is enough: somebody named, something told of before.

    "Trois personnes ont été tuées" says nothing of which.
    """
    ours, theirs = one.players[role], other.players[role]
    if role == _PARTIES:
        return len(ours) > 1 and len(theirs) > 1
    if all(p.proper or p.state for p in (*ours, *theirs)):
        return True
    return all(p.definite and not p.plural for p in ours)


def _pointed_at(mention: Mention, fitting: Sequence[list[Mention]]) -> list[Mention] | None:
    """Return the only event that a noun can point back to."""
    able = [group for group in fitting if any(_pointable(mention, one) for one in group)]
    near = [g for g in able if mention.place - g[-1].place <= _REACH]
    if mention.pointing:
        # "cette attaque" is the one just told of.
        last = [g for g in near if mention.place - g[-1].place <= 1]
        return last[0] if len(last) == 1 else near[0] if len(near) == 1 else None
    if len(able) > 1:
        # Of the wreck and the fire, "l'incendie" is the fire.
        able = [g for g in able if any(mention.names(one) for one in g)]
    if len(able) != 1:
        return None
    near = [g for g in near if g in able]
    named = any(one.headline or mention.shares_stem(one) for one in able[0])
    return able[0] if near or named else None


def _pointable(mention: Mention, one: Mention) -> bool:
    """Tell whether a noun can point back to a mention: by word, by number, by what it adds."""
    if one.recurring and not mention.plural:
        return False
    if mention.plural and not (one.plural or one.several):
        return False
    if not mention.plural and one.plural:
        return False
    if not (mention.akin(one) or (mention.pointing and not one.specific)):
        return False
    # "l'attaque de Berlin" tells of one of its own, unless that is Berlin's as well.
    telling = _identifying(mention)
    denied = mention.event.status == "denied"
    return (
        mention.pointing
        or denied
        or all(
            role not in telling or covered(players, one.players.get(role, ()))
            for role, players in mention.players.items()
        )
    )
