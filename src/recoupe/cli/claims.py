"""``recoupe claims``: the claims of a case, with the ids that other commands take."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from recoupe.cli.sureness import Sureness
    from recoupe.model import Case, Claim


def claims(
    words: Annotated[
        str,
        typer.Argument(
            metavar="[WORDS]",
            help="Only claims of which a statement holds these words.",
            show_default=False,
        ),
    ] = "",
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List claims, with their ids and origins.

    Most origins first; "1–2" where two may be one source. Where there is one claim only,
    its statements are listed too. Other commands take the ids.

    \b
    Example:
      recoupe claims "pompes" --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415
    from recoupe.cli.sureness import Sureness  # noqa: PLC0415

    loaded = pipeline.load_case(case)
    found = questions.find_claims(loaded, words)
    if json:
        print_json(found)
        return
    sureness = Sureness(loaded)
    print_table(
        "Claims",
        ("#origins", "#reports", "claim", "sure", "words", "from"),
        (
            (_origins(c), len(c.documents), c.id, sureness.of(c.id), c.text, _names(c))
            for c in found
        ),
        every=every,
    )
    if len(found) == 1:
        print_table(
            "Its statements",
            ("statement", "report", "sure", "words"),
            _statements(loaded, found[0], sureness),
        )
    if not found:
        typer.echo(f"no claim{f' holds the words {words!r}' if words else ''} in the case")


def _origins(claim: "Claim") -> str:
    """Return how many origins a claim has; a range where some may be one source."""
    least, most = claim.least_origins, len(claim.origins)
    return f"{least}–{most}" if least < most else str(most)


def _names(claim: "Claim") -> str:
    return ", ".join(origin.name for origin in claim.origins)


def _statements(
    case: "Case", claim: "Claim", sureness: "Sureness"
) -> Iterator[tuple[str, str, str, str]]:
    documents = {one.id: one for one in case.documents}
    held = {s.id: s for reading in case.readings.values() for s in reading.statements}
    for key in claim.statements:
        document = documents[held[key].document]
        sure = sureness.among([held[key]])
        yield key, document.file, sure, held[key].content.of(document.text)
