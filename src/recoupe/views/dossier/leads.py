"""What an analyst asks first, in a line of the overview, each with where the page tells it."""

from collections.abc import Sequence

from recoupe.views.dossier.denials import Denials
from recoupe.views.dossier.questions import Asked
from recoupe.views.dossier.series import Counted
from recoupe.views.labels import Labels


def leads(
    answers: Asked, denied: Denials, series: Sequence[Counted], labels: Labels
) -> list[tuple[str, str]]:
    """Return addresses in the page with their words; what the case has nothing of is left out.

    Args:
        answers: On which origin most rests, and what the last build changed.
        denied: The positions that changed.
        series: The figures of one thing.
        labels: The words of the interface.
    """
    found: list[tuple[str, str]] = []
    if denied.changes:
        found.append(("h-changes", labels.count("changes", len(denied.changes))))
    contradicted = sum(
        any(verdict == "contradictory" for verdict, _, _ in row.standing)
        for one in series
        for row in one.rows
    )
    if contradicted:
        found.append(("figures", labels.count("contradicted", contradicted)))
    if answers.pillars:
        most = answers.pillars[0]
        claims = labels.count("claims", most.bears)
        found.append(("questions", labels("rest_on", claims=claims, origin=most.name)))
    changed = answers.past.changed
    if changed:
        found.append(("h-changed", labels("changed_since", since=changed.since)))
    return found
