"""The order of the stages: find, read, link, write."""

import gc
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from recoupe import sources
from recoupe.ledger import Ledger, only_build
from recoupe.model import Case, Skipped
from recoupe.pipeline.casefile import (
    DOSSIER,
    LEDGER,
    as_judged,
    case_name,
    is_own,
    link_case,
    link_version,
    past_of,
    uncollected,
    write_dossier,
)
from recoupe.pipeline.problems import still_standing
from recoupe.pipeline.reading import Work
from recoupe.pipeline.report import Progress, Report, Silent
from recoupe.views.labels import get_labels


def build(
    inputs: Sequence[str | Path],
    case_dir: str | Path,
    *,
    progress: Progress | None = None,
    lang: str = "fr",
    stdin: BinaryIO | None = None,
) -> Report:
    """Read what is new or changed among ``inputs``, link the whole case, write its page.

    What earlier builds read stays in the case, also when it is not among
    today's inputs, and also when its file can no longer be read (which is then
    listed). Whatever ends the process, the ledger is whole, and the next build
    goes on from there.

    Args:
        inputs: Files, folders, or ``-`` for standard input.
        case_dir: Folder of the case; made if it is not there.
        progress: Who is told how far the work is.
        lang: Language of the page's interface.
        stdin: What to read for ``-``; the process's own by default.

    Raises:
        UsageError: There is nothing of that name, or the interface has no such language.
        LedgerError: The case can't be opened or written, or another build holds it.
    """
    started = time.perf_counter()
    get_labels(lang)
    folder = Path(case_dir)
    found = sources.discover(inputs, stdin=stdin)
    items = [item for item in found.items if not is_own(folder, item.location)]
    with ExitStack() as stack:
        stack.enter_context(only_build(folder))
        ledger = stack.enter_context(Ledger.open(folder / LEDGER))
        number = ledger.start_build(link_version())
        work = Work(ledger, progress or Silent())
        work.skipped.extend(found.skipped)
        work.read(work.changed(items))
        # Words and their paragraphs know each other: what was read goes only so, and nothing is
        # searched for while the case is loaded and linked.
        gc.collect()
        skipped = tuple(dict.fromkeys(work.skipped))
        older = still_standing(ledger.skipped(), skipped, inputs, items)
        ledger.set_skipped(skipped + older)
        work.progress.begin("link")
        # What the same code made of the same readings still holds.
        fresh = ledger.linked_by != link_version()
        with uncollected():
            case = ledger.case(case_name(folder), linked_by=link_version())
            judged = ledger.judgements()
            case = link_case(case, judged, folder) if fresh else as_judged(case, judged)
            report = _report(work, case, skipped, folder, time.perf_counter() - started)
            counts = report.model_dump(exclude={"skipped", "withdrawn", "dossier"})
            ledger.finish_build(number, case.links if fresh else None, counts)
        work.progress.begin("write")
        write_dossier(case, folder / DOSSIER, lang, past_of(ledger))
    return report.model_copy(update={"seconds": time.perf_counter() - started})


def _report(
    work: Work, case: Case, skipped: tuple[Skipped, ...], folder: Path, seconds: float
) -> Report:
    return Report(
        documents=len(case.documents),
        new=work.counts["new"],
        replaced=work.counts["replaced"],
        again=work.counts["again"],
        unchanged=work.counts["unchanged"],
        skipped=skipped,
        withdrawn=work.withdrawn,
        statements=sum(len(reading.statements) for reading in case.readings.values()),
        claims=len(case.links.claims),
        origins=len({origin.id for claim in case.links.claims for origin in claim.origins}),
        words=work.words,
        seconds=seconds,
        words_per_second=work.words / work.seconds if work.seconds else 0.0,
        dossier=str(folder / DOSSIER),
    )
