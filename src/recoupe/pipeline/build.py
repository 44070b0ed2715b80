"""The order of the stages: find, read, link, write."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import recoupe
from recoupe import sources
from recoupe.errors import LedgerError
from recoupe.ledger import Ledger, only_build
from recoupe.model import Case, Links, Skipped
from recoupe.pipeline.problems import still_standing
from recoupe.pipeline.reading import Work
from recoupe.pipeline.report import Progress, Report, Silent
from recoupe.views import write_file
from recoupe.views.labels import get_labels

LEDGER = "ledger.sqlite"
DOSSIER = "dossier.html"
#: The folder of a case where exports go when no other is named.
EXPORTS = "export"

# What Recoupe itself writes, and must not read where a case lies inside its input.
_OWN = {LEDGER, f"{LEDGER}-wal", f"{LEDGER}-shm", "ledger.lock", DOSSIER, EXPORTS}


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
    items = [item for item in found.items if not _is_own(folder, item.location)]
    with ExitStack() as stack:
        stack.enter_context(only_build(folder))
        ledger = stack.enter_context(Ledger.open(folder / LEDGER))
        number = ledger.start_build(recoupe.__version__)
        work = Work(ledger, progress or Silent())
        work.skipped.extend(found.skipped)
        work.read(work.changed(items))
        skipped = tuple(dict.fromkeys(work.skipped))
        older = still_standing(ledger.skipped(), skipped, inputs, items)
        ledger.set_skipped(skipped + older)
        work.progress.begin("link")
        case = ledger.case(_name(folder))
        case = case.model_copy(update={"links": _link(case)})
        report = _report(work, case, skipped, folder, time.perf_counter() - started)
        counts = report.model_dump(exclude={"skipped", "dossier"})
        ledger.finish_build(number, case.links, counts)
        work.progress.begin("write")
        write_dossier(case, folder / DOSSIER, lang)
    return report.model_copy(update={"seconds": time.perf_counter() - started})


def load_case(case_dir: str | Path) -> Case:
    """Load a case that was built.

    Raises:
        LedgerError: There is none, it can't be opened, or its last build did
            not come to its end or was an older Recoupe's.
    """
    folder = Path(case_dir)
    with Ledger.open(folder / LEDGER, create=False) as ledger:
        if not ledger.whole:
            raise LedgerError(
                f"the last build of the case in {folder} did not come to its end, or an older "
                "Recoupe made it",
                "run the same recoupe build again: it goes on from there",
            )
        return ledger.case(_name(folder))


def write_dossier(case: Case, path: Path, lang: str = "fr") -> None:
    """Write a case as one HTML page.

    Raises:
        UsageError: It can't be written there, or the interface has no such language.
    """
    # Imported here: what loads a case to export it needs no templates.
    from recoupe.views import dossier  # noqa: PLC0415

    write_file(path, dossier.render(case, lang).encode())


def _is_own(folder: Path, location: str) -> bool:
    """Tell whether Recoupe itself wrote what lies at ``location``."""
    top, path = folder.resolve(), Path(location)
    if not location or not path.is_relative_to(top):
        return False
    return not _OWN.isdisjoint(path.relative_to(top).parts[:1])


def _link(case: Case) -> Links:
    # Imported here, as in `reading`: views load this module too.
    from recoupe import linking  # noqa: PLC0415

    return linking.link(case.documents, case.readings)


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
        statements=sum(len(reading.statements) for reading in case.readings.values()),
        claims=len(case.links.claims),
        origins=len({origin.id for claim in case.links.claims for origin in claim.origins}),
        words=work.words,
        seconds=seconds,
        words_per_second=work.words / work.seconds if work.seconds else 0.0,
        dossier=str(folder / DOSSIER),
    )


def _name(folder: Path) -> str:
    """What to call the case: its folder's name, or the folder's around a plain "case"."""
    folder = folder.resolve()
    return folder.parent.name if folder.name == "case" else folder.name
