"""``recoupe origins``: on which single origin most rests."""

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    print_json,
    print_table,
)


def origins(
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List origins by how much rests on them alone.

    \b
    Example:
      recoupe origins --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415

    found = questions.resting(pipeline.load_case(case))
    if json:
        print_json(found)
        return
    rows = (
        (len(one.alone), len(one.repeated), len(one.shared), one.kind, one.name, one.origin)
        for one in found
    )
    columns = ("#alone", "#repeated", "#shared", "kind", "origin", "id")
    print_table("Claims by the origin they rest on", columns, rows, every=every)
    if not found:
        print("the case has no claim")
