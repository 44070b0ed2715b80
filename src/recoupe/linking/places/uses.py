"""The names of a case's reports, each with the places it may mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.compare.places import Gazetteer, Hit, key_of
from recoupe.linking.places.weighing import Grammar, Weighed, lies_in, weigh
from recoupe.model import Reason, Span
from recoupe.model.place import PlaceForm, PlaceMention, PlacesRead

# Log-odds: what a report says outright of where a place lies outweighs all but absurdity.
_TOLD_COUNTRY, _TOLD_INSIDE = 6.0, 7.0
SAID = frozenset(("country-of-adjective", "lies-in"))
"""Rules by which the words beside a name say where the place lies."""


@dataclass(frozen=True)
class PlacesOf:
    """What one report says of places.

    Attributes:
        document: Id of the document.
        text: Its text.
        places: What was read in it.
        gazetteer: The names of its language.
        grammar: What that language's grammar says of countries.
    """

    document: str
    text: str
    places: PlacesRead
    gazetteer: Gazetteer
    grammar: Grammar


@dataclass
class Use:
    """One mention on its way to a place.

    Attributes:
        report: The report it stands in.
        mention: The mention.
        key: Its name folded, by which a report's uses of one name are weighed together.
        weighed: The places it may mean, as far as the sentence tells.
    """

    report: PlacesOf
    mention: PlaceMention
    key: str
    weighed: list[Weighed]

    @property
    def is_said(self) -> bool:
        """Whether the words beside the name say where it lies."""
        return any(reason.rule in SAID for one in self.weighed for reason in one.reasons)

    @property
    def at(self) -> tuple[str, Span]:
        """Where it stands."""
        return self.report.document, self.mention.span


def uses_of(report: PlacesOf) -> list[Use]:
    """Return the names of a report with their places, weighed by their own sentences."""
    find = report.gazetteer.find
    held = []
    for mention in report.places.mentions:
        hits: list[tuple[PlaceForm, str, Hit]]
        if mention.kinds == ("border",):
            one = report.gazetteer.border(*mention.countries[:2])
            hits = [("free", mention.names[0].text, one)] if one else []
        else:
            hits = [(n.form, n.text, hit) for n in mention.names for hit in find(n.text)]
        weighed = weigh(mention, hits, report.grammar)
        held.append(Use(report, mention, key_of(mention.names[-1].text), weighed))
    by_span = {use.mention.span: use for use in held}
    for use in held:
        use.weighed = [_as_told(one, use, by_span) for one in use.weighed]
    return held


def _as_told(one: Weighed, use: Use, by_span: Mapping[Span, Use]) -> Weighed:
    """Return a candidate with what the words beside the name say of where it lies."""
    if use.mention.kinds != ("border",) and one.place.country in use.mention.countries:
        reason = Reason(rule="country-of-adjective", words=one.place.country)
        one = one.more(_TOLD_COUNTRY, reason, told=True)
    for span in use.mention.inside:
        held = by_span[span].weighed if span in by_span else []
        # What holds it may itself be a namesake: any of its likely places will do.
        for area in held[:4]:
            if area.place.id != one.place.id and lies_in(one.place, area.place):
                reason = Reason(rule="lies-in", words=area.place.name)
                pinned = 0.0 if area.place.kind == "country" else _TOLD_INSIDE
                return one.more(_TOLD_INSIDE, reason, told=True, pinned=pinned)
    return one


def told_by_name(uses: Mapping[str, list[Use]]) -> dict[str, dict[str, dict[str, set[Span]]]]:
    """Return, by name's key, place and document, the mentions whose sentence speaks for the place.

    Args:
        uses: Document id to its uses of names.
    """
    told: dict[str, dict[str, dict[str, set[Span]]]] = {}
    for document, held in uses.items():
        for use in held:
            for one in use.weighed:
                if one.told:
                    here = told.setdefault(use.key, {}).setdefault(one.place.id, {})
                    here.setdefault(document, set()).add(use.mention.span)
    return told
