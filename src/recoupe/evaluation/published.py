"""Published articles that annotations point at by line, digest and places, none of their words."""

import hashlib
import json
import lzma
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError
from recoupe.evaluation.gold import HELD_OUT
from recoupe.linking.judgements.standing import standing
from recoupe.model import Document, Links, Reading, Span

_DIGITS = 16
"""Hexadecimal digits of a digest that are kept."""

Affair = Mapping[str, Any]
"""Articles on one affair under ``articles``, line to digest, and what was judged in them."""


def score_parts(
    folder: Path, path: Path, score: Callable[[list[Affair], Path], dict[str, float]]
) -> dict[str, float]:
    """Score the affairs annotated in a folder, and those kept apart, which count by themselves.

    Args:
        folder: With ``affairs.yml``, and another under ``held_out``.
        path: ``orangesum.jsonl.xz``, one article a line under ``title``, ``heading``,
            ``article`` and ``date``.
        score: Returns the figures of one part.

    Returns:
        The figures of both; the keys of those kept apart begin with ``held_out_``.

    Raises:
        DataError: The articles or their annotations are missing or others.
    """
    figures: dict[str, float] = {}
    for prefix, affairs in _parts(folder):
        figures |= {f"{prefix}{key}": value for key, value in score(affairs, path).items()}
    return figures


def read_affairs(
    affairs: Iterable[Affair], path: Path
) -> Iterator[tuple[Affair, list[Document], dict[str, Reading]]]:
    """Yield each affair with its articles and what is read in them, by document id.

    Args:
        affairs: As annotated.
        path: ``orangesum.jsonl.xz``, one article a line under ``title``, ``heading``,
            ``article`` and ``date``.

    Raises:
        DataError: Another article stands in a line.
    """
    from recoupe.extraction import read_documents  # noqa: PLC0415 (loads the pipeline)

    listed = list(affairs)
    wanted = {line: digest for affair in listed for line, digest in affair["articles"].items()}
    documents = {int(document.id): document for document in _articles(path, wanted)}
    readings = {reading.document: reading for reading in read_documents(documents.values())}
    for affair in listed:
        pile = [documents[line] for line in affair["articles"]]
        yield affair, pile, {d.id: readings[d.id] for d in pile}


def claims_in(
    readings: Mapping[str, Reading], links: Links
) -> Callable[[int, int, int], tuple[str, ...]]:
    """Return what tells which claims hold the words judged in a line's article, by start and end.

    Args:
        readings: Document id to what was read in it.
        links: What was found to hold between them.

    Returns:
        Their ids: several where statements of different sources have the same words, none
        where no statement is read there any more.
    """
    claim_of = {s: claim.id for claim in links.claims for s in claim.statements}

    def claims_at(line: int, start: int, end: int) -> tuple[str, ...]:
        statements = readings[str(line)].statements
        at = standing(Span(start, end), [s.content for s in statements])
        if at is None:
            return ()
        place = statements[at].content
        held = [claim_of.get(s.id) for s in statements if s.content == place]
        return tuple(claim for claim in held if claim)

    return claims_at


def _parts(folder: Path) -> Iterator[tuple[str, list[Affair]]]:
    """Yield the affairs annotated in a folder, and those kept apart, with the prefix of each."""
    for file, prefix in (("affairs.yml", ""), (f"{HELD_OUT}/affairs.yml", f"{HELD_OUT}_")):
        try:
            yield prefix, yaml.safe_load((folder / file).read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise DataError(f"{file} can't be read ({error})", "get it again") from error


def _articles(path: Path, wanted: Mapping[int, str]) -> Iterator[Document]:
    """Yield the articles that stand in some lines of the file, told apart by their digests."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number not in wanted:
                continue
            article = json.loads(line)
            text = "\n\n".join(article[key] for key in ("title", "heading", "article"))
            digest = hashlib.sha256(text.encode()).hexdigest()
            if not digest.startswith(str(wanted[number]).zfill(_DIGITS)):
                remedy = "get the OrangeSum whose lines were annotated"
                raise DataError(f"line {number} of {path.name} is another article", remedy)
            yield Document(
                id=str(number),
                file=f"{number}.txt",
                location="",
                text=text,
                sha256=digest,
                published=article["date"],
                language="fr",
            )
