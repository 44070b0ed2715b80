"""POPCORN: entities, attributes, events and relations in fictional intelligence reports.

What Recoupe reads is mapped to POPCORN's types: ``mapping.yml`` says what answers what,
tables learnt from its training part (``evaluation/popcorn``, of MIT-licensed data) which
of its types a word or pair has. Nothing of it goes into extraction.
"""

from collections.abc import Sequence
from pathlib import Path

from recoupe.evaluation.frame import Benchmark, evaluation_folder
from recoupe.evaluation.popcorn.mapped import Learnt, read_all
from recoupe.evaluation.popcorn.mapping import FAMILIES, Family, covered, families
from recoupe.evaluation.popcorn.plain import plain_report
from recoupe.evaluation.popcorn.records import Report, folds, load
from recoupe.evaluation.popcorn.scoring import Tally, count_mentions, count_relations

_PLURAL: dict[Family, str] = {
    "entity": "entities", "attribute": "attributes", "event": "events", "relation": "relations"
}  # fmt: skip
TEST = "test.json"


def tables() -> Path:
    """Return the folder of what was learnt."""
    return evaluation_folder() / "popcorn"


def tallies(reports: Sequence[Report], learnt: Learnt) -> tuple[Tally, Tally, Tally]:
    """Count what is read in reports.

    Returns:
        All from words alone; relations of given entities; all but relations without
        anything learnt.
    """
    alone, given, bare = Tally(), Tally(), Tally()
    for gold, held in read_all(reports):
        found = learnt.report(held)
        count_mentions(alone, gold, found)
        count_relations(alone, gold, found)
        asked = Report(gold.text, gold.entities, learnt.given(held, gold.entities))
        count_relations(given, gold, asked)
        count_mentions(bare, gold, plain_report(held))
    return alone, given, bare


def score(reports: Sequence[Report], learnt: Learnt) -> dict[str, float]:
    """Score reports.

    Returns:
        Macro-F1 of each family over the types annotated in the reports, with ``micro_``
        before it over all cases together; ``relations_given`` where the annotated entities
        are given; ``plain_`` without anything learnt; counts of cases (``n_``) and of reports.
    """
    alone, given, bare = tallies(reports, learnt)
    figures: dict[str, float] = {}
    for family in FAMILIES:
        name, kinds = _PLURAL[family], families()[family]
        counted = float(sum(alone.expected[kind] for kind in kinds))
        figures |= {name: alone.macro(kinds), f"n_{name}": counted}
        figures |= {f"micro_{name}": alone.micro(kinds), f"micro_n_{name}": counted}
        if family != "relation":
            figures |= {f"plain_{name}": bare.macro(kinds), f"plain_n_{name}": counted}
    kinds = families()["relation"]
    figures["relations_given"] = given.macro(kinds)
    figures["micro_relations_given"] = given.micro(kinds)
    figures["n_relations_given"] = figures["micro_n_relations_given"] = figures["n_relations"]
    return figures | {"n_reports": float(len(reports))}


def evaluate(path: Path) -> dict[str, float]:
    """Score the reports that no weights were trained on, and the share of types covered.

    Args:
        path: A folder with ``train.json`` and ``synthetic.json``, of which the reports kept
            apart are scored, and ``test.json`` with ``test_`` before its figures if it is
            there; or one file, of which all are.

    Raises:
        DataError: Files or tables are missing or of another form.
    """
    learnt = Learnt.load(tables())
    figures = {f"covered_{_PLURAL[family]}": covered(family) for family in FAMILIES}
    if path.is_file():
        return figures | score(load(path), learnt)
    figures |= score(folds(path)[1], learnt)
    if (path / TEST).is_file():
        figures |= {f"test_{k}": v for k, v in score(load(path / TEST), learnt).items()}
    return figures


BENCHMARKS = (
    Benchmark(
        name="popcorn",
        description="Entities, attributes, events and relations of POPCORN, its reports apart.",
        place="shared",
        path="data/popcorn",
        score=evaluate,
    ),
)
