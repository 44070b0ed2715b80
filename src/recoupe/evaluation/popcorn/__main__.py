"""POPCORN by hand: learn the mapping, list types and mistakes, write what is read.

``python -m recoupe.evaluation.popcorn learn`` learns the tables anew; ``types [FILE]`` prints
F1 by type, ``mistakes [FILE]`` a line for each mistake, in the reports kept apart or in all of
a file; ``write FILE OUT`` writes the reports of a file as Recoupe reads them, in its form.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from recoupe.evaluation.frame import shared_folder
from recoupe.evaluation.popcorn import tables, tallies
from recoupe.evaluation.popcorn.mapped import Learnt, learn_mapping, read_all
from recoupe.evaluation.popcorn.mapping import FAMILIES, families, kinds
from recoupe.evaluation.popcorn.records import Report, as_record, folds, load
from recoupe.evaluation.popcorn.scoring import counterparts


def mistakes(reports: Sequence[Report], learnt: Learnt) -> Iterator[str]:
    """Yield one line for each mention missed, spurious or of a wrong type, and each relation."""
    for at, (gold, held) in enumerate(read_all(reports)):
        found = learnt.report(held)
        asked = {m: e.type for e in gold.entities for m in e.mentions}
        told = {m: e.type for e in found.entities for m in e.mentions}
        for span in sorted(asked | told):
            right, mine = asked.get(span, "nothing"), told.get(span, "nothing")
            if right != mine:
                context = gold.text[max(0, span.start - 30) : span.end + 30].replace("\n", " ")
                yield f"{at}: {right} read {mine}: '{span.of(gold.text)}' in '{context}'"
        yield from _wrong_relations(at, gold, found)


def _wrong_relations(at: int, gold: Report, found: Report) -> Iterator[str]:
    stands_for = counterparts(gold.entities, found.entities)
    told = {(stands_for.get(a), name, stands_for.get(b)) for a, name, b in found.relations}
    for a, name, b in sorted(gold.relations):
        if (a, name, b) not in told:
            yield f"{at}: missed: {_shown(gold, a)} {name} {_shown(gold, b)}"
    for a, name, b in sorted(found.relations):
        one, other = stands_for.get(a), stands_for.get(b)
        if one is None or other is None or (one, name, other) not in gold.relations:
            yield f"{at}: spurious: {_shown(found, a)} {name} {_shown(found, b)}"


def _shown(report: Report, at: int) -> str:
    return f"'{report.entities[at].mentions[0].of(report.text)}'"


def _types(reports: Sequence[Report], learnt: Learnt) -> Iterator[str]:
    alone, given, _ = tallies(reports, learnt)
    yield "type\tcovered\tF1\tannotated\tfound\tright\tF1 of given entities"
    for family in FAMILIES:
        for kind in families()[family]:
            counts = f"{alone.expected[kind]}\t{alone.found[kind]}\t{alone.right[kind]}"
            last = f"\t{given.f1(kind):.2f}" if family == "relation" else ""
            is_covered = "yes" if kinds()[kind].ours else "no"
            yield f"{kind}\t{is_covered}\t{alone.f1(kind):.2f}\t{counts}{last}"


def main(arguments: Sequence[str]) -> None:
    """Do what is asked for."""
    folder = shared_folder() / "data" / "popcorn"
    match list(arguments):
        case ["learn"]:
            learn_mapping(folds(folder)[0]).save(tables())
        case ["write", source, target]:
            learnt = Learnt.load(tables())
            read = [as_record(learnt.report(held)) for _, held in read_all(load(Path(source)))]
            named = {str(at): record for at, record in enumerate(read)}
            Path(target).write_text(json.dumps(named, ensure_ascii=False), encoding="utf-8")
        case [("types" | "mistakes") as asked, *rest]:
            reports = load(Path(rest[0])) if rest else folds(folder)[1]
            lines = (_types if asked == "types" else mistakes)(reports, Learnt.load(tables()))
            print("\n".join(lines))
        case _:
            print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
