"""How surely a case's claims are told: in a list, words that somebody denies would read as fact."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.model import Case, Factuality, Statement

NEGATIVE = "negative"
"""What nobody denies, and whose own words hold the negation: "denied" would turn them round."""


class Sureness:
    """The certainties of claims, in the words of the page.

    Args:
        case: The case.
    """

    def __init__(self, case: "Case") -> None:
        self._claims = {claim.id: claim for claim in case.links.claims}
        self._statements = {s.id: s for r in case.readings.values() for s in r.statements}

    def of(self, claim: str) -> str:
        """Return the certainties of a claim, most sure first; none if the case has no such."""
        held = self._claims.get(claim)
        return self.among([self._statements[s] for s in held.statements] if held else [])

    def among(self, statements: "list[Statement]") -> str:
        """Return the certainties of some statements of one claim."""
        from recoupe.model import Factuality  # noqa: PLC0415

        told = {s.factuality for s in statements}
        denied = any(s.denies for s in statements)
        return ", ".join(_word(value, denied=denied) for value in Factuality if value in told)


def _word(value: "Factuality", *, denied: bool) -> str:
    from recoupe.views.labels import get_labels  # noqa: PLC0415

    if value.value == "CT-" and not denied:
        return NEGATIVE
    return get_labels("en").of("factuality", value).lower()


def sure(value: "Factuality") -> str:
    """Return how sure a source is, in a word."""
    return _word(value, denied=True)
