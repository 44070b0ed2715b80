"""What people decided about a case."""

from typing import Literal

from recoupe.model.base import Record
from recoupe.model.links import Located

Decision = Literal["same", "different", "wrong", "confirmed", "undecided"]
SubjectKind = Literal["statement", "claim", "entity", "lineage", "origin"]


class Judgement(Record):
    """A person's decision about one thing in the case, or about two.

    Ids of claims and entities follow from what they hold and change as reports come and go,
    so a judgement also keeps what was in front of the person: a claim is found again by the
    statement whose words stood for it, an entity by its name.

    Attributes:
        decision: ``same`` or ``different`` of two things; of one, ``wrong``: misread by
            Recoupe, which is no verdict on what a source says, or ``confirmed``: somebody
            checked the reading; ``undecided`` lifts an earlier decision about the same.
        kind: What sort of thing was judged; ``lineage`` is an edge from a report to another.
        subject: Its id at that time; of an edge, that of the report that draws.
        other: The id of the thing it was compared with, for same and different; of an edge,
            what is drawn on.
        author: Who decided.
        time: When, ISO 8601 in UTC; set when it is added.
        note: Why, in the author's words.
        words: What each of the things said, or was called, verbatim.
        places: Where those words stand, for claims and statements.
    """

    decision: Decision
    kind: SubjectKind
    subject: str
    other: str | None = None
    author: str
    time: str = ""
    note: str = ""
    words: tuple[str, ...] = ()
    places: tuple[Located, ...] = ()

    @property
    def compares(self) -> bool:
        """Whether it says of two things whether they are one."""
        return self.decision in {"same", "different"}

    @property
    def of_two(self) -> bool:
        """Whether it is about two things: one that is compared, or the ends of an edge."""
        return self.compares or self.kind == "lineage"

    @property
    def about(self) -> frozenset[object]:
        """What it is about, the same for every judgement about it."""
        ids = tuple(one for one in (self.subject, self.other) if one is not None)
        # Things of one name are told apart by their ids only.
        named = self.words if len(set(self.words)) == len(self.words) else ()
        return frozenset((self.kind, *(self.places or named or ids)))
