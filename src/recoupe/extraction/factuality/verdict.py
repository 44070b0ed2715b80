"""A factuality value in the making."""

from dataclasses import dataclass, field

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

_LEVELS = ("PS", "PR", "CT")


@dataclass(slots=True)
class Verdict:
    """Certainty and polarity as they stand, with the reasons so far.

    Every step lowers certainty or turns polarity; none raises certainty.
    """

    level: int = 2
    negative: bool = False
    open: bool = False
    reasons: list[Reason] = field(default_factory=list)

    def lower(self, value: Factuality, reason: Reason) -> None:
        """Take a value into account: the lower certainty holds, a denial turns polarity."""
        self._take(value, self.negative ^ value.denied, reason)

    def settle(self, value: Factuality, reason: Reason) -> None:
        """Take a value into account whose polarity is that of all words so far ("pas sûr que")."""
        self._take(value, value.denied, reason)

    def _take(self, value: Factuality, negative: bool, reason: Reason) -> None:
        if reason.span is not None and reason in self.reasons:
            # The same word met on two ways through the clause counts once.
            return
        if value is Factuality.UNDERSPECIFIED:
            self.open = True
        else:
            self.level = min(self.level, _LEVELS.index(value.value[:2]))
            self.negative = negative
        self.reasons.append(reason)

    def counts(self, span: Span) -> bool:
        """Return whether words at a place were counted already."""
        return any(
            r.span is not None and r.span.start <= span.start < r.span.end for r in self.reasons
        )

    def take(self, other: "Verdict") -> None:
        """Take over what another reading of the same proposition found."""
        self.level = min(self.level, other.level)
        self.negative ^= other.negative
        self.open |= other.open
        self.reasons.extend(other.reasons)

    @property
    def plain(self) -> bool:
        """Whether nothing speaks against certainty so far."""
        return self.level == 2 and not self.negative and not self.open

    @property
    def value(self) -> Factuality:
        """The value as it stands."""
        if self.open:
            return Factuality.UNDERSPECIFIED
        return Factuality(_LEVELS[self.level] + ("-" if self.negative else "+"))


def reason(rule: str, sentence: Sentence, *tokens: Token) -> Reason:
    """Return a reason that rests on tokens of a sentence."""
    return Reason(rule=rule, words=" ".join(t.text for t in tokens), span=sentence.span_of(tokens))
