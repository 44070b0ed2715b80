"""Attribution and factuality scored on reports annotated by hand.

Content spans are matched as the French extractor of the Gender Gap Tracker is
scored (Asr et al. 2021; Soumah et al. 2023): one to one, by the characters
shared over the length of the longer span, at 0.3 and at 0.8. Whether the
claimer is right is asked apart for those named in the statement's sentence and
those to be resolved from elsewhere, as in NewsClaims (Reddy et al. 2022);
factuality in FactBank's values (Saurí and Pustejovsky 2009).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.evaluation.claimers import names_in
from recoupe.evaluation.gold import HELD_OUT, GoldReport, GoldStatement, load_gold
from recoupe.evaluation.matching import (
    LENIENT,
    STRICT,
    Reader,
    attributed,
    match,
    overlap,
    pairs_for_factuality,
    read_gold,
    right_claimer,
)
from recoupe.model import Factuality, Statement

_SENTENCE_END = re.compile(r"(?<!\bM)(?<!\bMM)[.!?…][\s»”\")]*\s(?=[\W_]*[A-ZÀ-ÖØ-Þ])|\n")


def evaluate(folder: Path, read: Reader | None = None) -> dict[str, float]:
    """Score the extraction of statements on annotated reports.

    Args:
        folder: The gold, as :func:`recoupe.evaluation.gold.load_gold` takes it.
        read: What reads the documents; by default, Recoupe's extraction.

    Returns:
        Shares from 0 to 1, and counts (``n_...``); a share of nothing is left
        out. Keys for the part kept apart begin with ``held_out_``.

        * ``content_precision_30``, ``content_recall_30``, ``content_f1_30``, and ``..._80``:
          attributed statements whose content overlaps by 0.3, by 0.8.
        * Of the pairs matched at 0.3: ``claimer``, ``claimer_in_sentence``,
          ``claimer_out_of_sentence`` (the nearest source's name is right), ``source_overlap``
          (mean overlap of its words), ``cue`` (the cues overlap), ``quotation``, ``chain``
          (every further source of a chain is found).
        * ``factuality``, ``factuality_CT+`` and so on: the value is right, overall and by gold
          value. Statements missed as attributed count where they were read in the
          report's own voice, and so do annotated statements in the report's own voice.
        * ``uncertain_as_certain``: of statements that are not certain or are denied, the share
          read as CT+: the one error that a reader can't see.
        * ``n_confusion_GOLD_READ``: how often GOLD was read as READ, right ones included.

    Raises:
        DataError: The gold is missing or malformed.
    """
    return evaluate_reports(load_gold(folder), read)


def evaluate_reports(reports: Iterable[GoldReport], read: Reader | None = None) -> dict[str, float]:
    """Score annotated reports from wherever they come; else as :func:`evaluate`."""
    figures: dict[str, float] = {}
    read_reports = list(read_gold(reports, read))
    for part, prefix in (("development", ""), (HELD_OUT, f"{HELD_OUT}_")):
        chosen = [(gold, found) for gold, found in read_reports if gold.part == part]
        if chosen:
            figures |= {f"{prefix}{key}": value for key, value in _score(chosen).items()}
    return figures


def _score(chosen: list[tuple[GoldReport, tuple[Statement, ...]]]) -> dict[str, float]:
    figures: dict[str, float] = {"n_reports": len(chosen)}
    for least in (STRICT, LENIENT):
        asked = hit = spurious = 0
        pairs: list[tuple[str, GoldStatement, Statement]] = []
        for gold, found in chosen:
            expected = [statement for statement in gold.statements if not statement.own]
            said = attributed(found)
            matched = match(expected, said, least)
            asked += sum(not statement.optional for statement in expected)
            hit += sum(not statement.optional for statement, _ in matched)
            spurious += len(said) - len(matched)
            pairs += [(gold.document.text, *pair) for pair in matched if not pair[0].optional]
        figures |= _prf(asked, hit, spurious, round(least * 100))
    figures["n_statements"] = asked
    figures |= _shares(_judge_sources(pairs))
    figures |= _factuality(chosen)
    return figures


def _prf(asked: int, hit: int, spurious: int, at: int) -> dict[str, float]:
    precision = hit / (hit + spurious) if hit + spurious else 0.0
    recall = hit / asked if asked else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        f"content_precision_{at}": precision,
        f"content_recall_{at}": recall,
        f"content_f1_{at}": f1,
    }


def _judge_sources(
    pairs: Iterable[tuple[str, GoldStatement, Statement]],
) -> Iterator[tuple[str, float]]:
    for text, gold, found in pairs:
        yield "quotation", found.quotation == gold.quotation
        if gold.cue:
            yield "cue", found.cue is not None and gold.cue.overlaps(found.cue)
        if gold.sources:
            span = found.sources[0].span if found.sources else None
            yield "source_overlap", overlap(gold.sources[0], span) if span else 0.0
        if len(gold.sources) > 1:
            spans = [source.span for source in found.sources if source.span]
            yield "chain", all(any(s.overlaps(span) for span in spans) for s in gold.sources)
        if gold.claimers:
            right = right_claimer(gold, found)
            here = any(names_in(name, _sentence(text, gold)) for name in gold.claimers)
            yield "claimer", right
            yield "claimer_in_sentence" if here else "claimer_out_of_sentence", right


def _sentence(text: str, gold: GoldStatement) -> str:
    """Return the sentence, or sentences, of a statement's content and cue."""
    spans = [gold.content, gold.cue] if gold.cue else [gold.content]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def _factuality(chosen: list[tuple[GoldReport, tuple[Statement, ...]]]) -> dict[str, float]:
    judged: list[tuple[str, float]] = []
    confusion: Counter[str] = Counter()
    for gold, found in chosen:
        for expected, statement in pairs_for_factuality(gold.statements, found):
            right = statement.factuality in expected.factuality
            value = statement.factuality if right else expected.factuality[0]
            judged += [("factuality", right), (f"factuality_{value}", right)]
            confusion[f"n_confusion_{value}_{statement.factuality}"] += 1
            if Factuality.CERTAIN not in expected.factuality:
                lost = statement.factuality == Factuality.CERTAIN
                judged.append(("uncertain_as_certain", lost))
    return _shares(judged) | {key: float(confusion[key]) for key in sorted(confusion)}


def _shares(judged: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the mean of each thing judged, and of how many it is."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    for key, value in judged:
        values[key].append(value)
    figures: dict[str, float] = {}
    for key in sorted(values):
        figures[key] = sum(values[key]) / len(values[key])
        figures[f"n_{key}"] = len(values[key])
    return figures
