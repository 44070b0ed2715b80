"""``recoupe events``: the types of events, their roles, and each language's words for them."""

from typing import Annotated, Any

import typer


def events(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TYPE]...",
            help="Types to tell of, such as transfer; all by default.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the types as one JSON object.")
    ] = False,
) -> None:
    """List the types of events that are read, with their roles.

    Behind each type stands how many words and phrases tell of it, by language.

    \b
    Example:
      recoupe events transfer
    """
    told = _types(names or [])
    if json:
        import orjson  # noqa: PLC0415

        typer.echo(orjson.dumps(told))
    else:
        _print(told, detailed=bool(names))


def _types(names: list[str]) -> dict[str, dict[str, Any]]:
    """Return what there is to tell of each type.

    Raises:
        UsageError: There is no such type.
    """
    from recoupe.errors import UsageError  # noqa: PLC0415
    from recoupe.extraction.events.lexicon import load_triggers  # noqa: PLC0415
    from recoupe.language import codes, get_pack  # noqa: PLC0415
    from recoupe.ontology import event_types  # noqa: PLC0415

    known = event_types()
    for name in names:
        if name not in known:
            raise UsageError(f"no type of events '{name}'", f"types at hand: {', '.join(known)}")
    coverage = {code: load_triggers(get_pack(code)).coverage() for code in codes()}
    return {
        name: {
            **known[name].model_dump(mode="json", exclude={"name"}),
            "triggers": {code: count[name] for code, count in coverage.items()},
        }
        for name in names or known
    }


def _print(told: dict[str, dict[str, Any]], *, detailed: bool) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = Console()
    if detailed:
        for name, one in told.items():
            console.print(f"{name}: {one['definition'].strip()}", markup=False, highlight=False)
            for role, played in one["roles"].items():
                labels, fillers = played["labels"], ", ".join(played["fillers"])
                console.print(
                    f"  {role} ({labels['fr']}): {fillers}", markup=False, highlight=False
                )
        return
    languages = sorted({code for one in told.values() for code in one["triggers"]})
    table = Table()
    for heading in ("type", "fr", "en", "roles"):
        table.add_column(heading)
    for code in languages:
        table.add_column(f"words {code}", justify="right")
    for name, one in told.items():
        counts = [str(one["triggers"][code]) for code in languages]
        labels = one["labels"]
        table.add_row(name, labels["fr"], labels["en"], " ".join(one["roles"]), *counts)
    console.print(table)
