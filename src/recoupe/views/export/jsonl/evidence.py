"""Things and the record of evidence as JSON lines; docs/export.md has every field."""

from collections.abc import Iterator
from typing import Any

from recoupe.model import Case, EvidenceTelling, Span

_ROLES = ("places", "finders", "examiners")


def thing_records(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the records of ``things.jsonl``."""
    texts = {document.id: document.text for document in case.documents}
    for thing in case.links.things:
        yield {
            "id": thing.id,
            "name": thing.name,
            "aliases": list(thing.aliases),
            "type": thing.type,
            "kind": thing.kind,
            "makers": list(thing.makers),
            "codes": list(thing.codes),
            "mentions": [
                {
                    "document": document,
                    "start": span.start,
                    "end": span.end,
                    "text": span.of(texts[document]),
                }
                for document, span in thing.mentions
            ],
        }


def evidence_records(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the records of ``evidence.jsonl``."""
    texts = {document.id: document.text for document in case.documents}
    for evidence in case.links.evidence:
        yield {
            "id": evidence.id,
            "thing": evidence.thing,
            "item": evidence.item,
            "type": evidence.type,
            "earliest": evidence.earliest,
            "latest": evidence.latest,
            "tellings": [_telling(texts[one.document], one) for one in evidence.tellings],
            "compared": [
                {
                    "transfer": one.transfer,
                    "statement": one.statement,
                    "bearing": one.bearing,
                    "earliest": one.earliest,
                    "latest": one.latest,
                    "from": one.from_day,
                    "until": one.until_day,
                    "reasons": [str(reason) for reason in one.reasons],
                }
                for one in evidence.compared
            ],
        }


def _telling(text: str, one: EvidenceTelling) -> dict[str, Any]:
    find, thing = one.find, one.thing
    return {
        "document": one.document,
        "statement": one.statement,
        "statements": list(one.statements),
        "factuality": one.factuality.value,
        "claim": one.claim,
        "thing": _span(text, thing.span),
        "kind": thing.kind,
        "remains": thing.remains,
        "model": thing.model and thing.model.name,
        "maker": thing.maker and thing.maker.name,
        "nations": list(thing.nations),
        "markings": [
            marking.model_dump(include={"kind", "value", "earliest", "latest"})
            | _span(text, marking.span)
            for marking in thing.markings
        ],
        "codes": [{"value": code.value, **_span(text, code.span)} for code in thing.codes],
        "within": one.within and _span(text, one.within.span),
        "found": find.found and _span(text, find.found),
        "examined": find.examined and _span(text, find.examined),
        **{
            name: [{"name": role.name, **_span(text, role.span)} for role in getattr(find, name)]
            for name in _ROLES
        },
        "times": [
            time.model_dump(include={"value", "earliest", "latest"}) | _span(text, time.span)
            for time in find.times
        ],
    }


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}
