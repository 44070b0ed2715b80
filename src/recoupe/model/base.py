"""What every record has in common."""

from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function

_GIVEN: dict[frozenset[str], set[str]] = {}
_REASONS: dict[tuple[str, str], "Reason"] = {}
_MOST_REASONS = 200_000
_SPANS: dict["Span", "Span"] = {}
_SHORT, _MOST_SPANS = 40, 400_000
"""Characters of a span that is likely to be one of another report too, and how many are held."""
_HOLD_REASONS = ("reasons", "factuality_reasons")


class Record(BaseModel):
    """An immutable record: compared by value, serialised as JSON, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: Any) -> None:
        """Share what many records hold alike; a case has millions of them.

        Each record keeps a set of the fields that were given, of 200 to 700 bytes. It is never
        changed: a copy with other values gets a set of its own. Reasons without a span repeat
        most: of 110,000 in a case of 1,000 reports 20,000 are distinct.
        """
        given = self.__pydantic_fields_set__
        shared = _GIVEN.setdefault(frozenset(given), given)
        object.__setattr__(self, "__pydantic_fields_set__", shared)
        values = self.__dict__
        for name in _HOLD_REASONS:
            if held := values.get(name):
                values[name] = tuple(map(_shared, held))


class Span(NamedTuple):
    """Character offsets into a document's stored text.

    A span keeps no words of its own: they are always cut from the text, so
    what is quoted cannot differ from what stands there.

    Attributes:
        start: Offset of the first character, in Unicode code points.
        end: Offset just past the last character.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type["Span"], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read a span as any named tuple, and share it."""
        return no_info_after_validator_function(_shared_span, handler(source))


def _shared_span(span: Span) -> Span:
    """Return the first span that was the same, where it is one of a few words.

    With its offsets it takes 120 bytes, and of the millions in a large case most have begun and
    ended where others did.
    """
    if span.end - span.start > _SHORT or len(_SPANS) >= _MOST_SPANS:
        return _SPANS.get(span, span)
    return _SPANS.setdefault(span, span)


class Reason(Record):
    """Why something was decided, in a form that a person can check.

    Attributes:
        rule: Name of the rule that spoke, in kebab-case; the interface has a
            label for each in every language (``views/labels``).
        words: The words or figures it rests on, verbatim; may be empty.
        span: Where those words stand, when they stand in the document.
    """

    rule: str
    words: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}" if self.words else self.rule


def _shared(reason: Reason) -> Reason:
    """Return the first reason that was the same."""
    if reason.span is not None:
        return reason
    if len(_REASONS) >= _MOST_REASONS:
        _REASONS.clear()
    return _REASONS.setdefault((reason.rule, reason.words), reason)
