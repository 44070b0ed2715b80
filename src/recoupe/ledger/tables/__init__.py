"""The ledger's tables, as SQLAlchemy Core; docs/ledger.md tells what each is for.

What a person would query stands in columns of its own. A column named
``record`` holds the whole record as JSON and is what the code reads back; its
neighbours are copies of its fields, written in the same insert, for queries.
Offsets are Unicode code points into ``document.text``.
"""

from recoupe.ledger.tables.builds import build, history, judgement, skipped, withdrawal
from recoupe.ledger.tables.columns import metadata
from recoupe.ledger.tables.links import (
    claim,
    claim_document,
    claim_origin,
    claim_relation,
    claim_statement,
    entity,
    entity_mention,
    lineage,
    passage,
    source_entity,
)
from recoupe.ledger.tables.places import place_candidate, place_mention, place_relation, spot
from recoupe.ledger.tables.readings import (
    citation,
    document,
    event_role,
    mention,
    reading,
    statement,
    statement_event,
    statement_quantity,
    statement_source,
    statement_time,
)
from recoupe.ledger.tables.things import (
    evidence,
    evidence_compared,
    evidence_marking,
    evidence_telling,
    thing,
    thing_mention,
)
from recoupe.ledger.tables.transfers import (
    leg,
    leg_stop,
    leg_telling,
    transfer,
    transfer_figure,
    transfer_party,
    transfer_telling,
)

__all__ = [
    "build",
    "citation",
    "claim",
    "claim_document",
    "claim_origin",
    "claim_relation",
    "claim_statement",
    "document",
    "entity",
    "entity_mention",
    "event_role",
    "evidence",
    "evidence_compared",
    "evidence_marking",
    "evidence_telling",
    "history",
    "judgement",
    "leg",
    "leg_stop",
    "leg_telling",
    "lineage",
    "mention",
    "metadata",
    "passage",
    "place_candidate",
    "place_mention",
    "place_relation",
    "reading",
    "skipped",
    "source_entity",
    "spot",
    "statement",
    "statement_event",
    "statement_quantity",
    "statement_source",
    "statement_time",
    "thing",
    "thing_mention",
    "transfer",
    "transfer_figure",
    "transfer_party",
    "transfer_telling",
    "withdrawal",
]
