"""What a person decides about a case: reports taken out or let in, things judged.

Each is a build of its own: the whole case is linked again, and the decision, the links that
follow from it and the history are written in one transaction.
"""

import getpass
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from recoupe.errors import UsageError
from recoupe.ledger import Ledger, Task, only_build
from recoupe.model import (
    Case,
    Decision,
    Document,
    Judgement,
    Record,
    Withdrawal,
)
from recoupe.pipeline.casefile import (
    DOSSIER,
    LEDGER,
    case_name,
    check_whole,
    link_case,
    link_version,
    past_of,
    uncollected,
    write_dossier,
)
from recoupe.pipeline.judging import make_judgement
from recoupe.pipeline.report import Progress, Silent
from recoupe.questions import Changes, changes
from recoupe.questions.finding import report_names
from recoupe.questions.naming import choose
from recoupe.views.labels import get_labels


class Decided(Record):
    """What came of a decision.

    Attributes:
        task: What was asked for.
        about: Files of the reports, or words of the things judged.
        changes: What it changed in the case.
        dossier: Path of the page.
        seconds: Time of all of it.
    """

    task: Task
    about: tuple[str, ...]
    changes: Changes
    dossier: str
    seconds: float


def withdraw(
    reports: Sequence[str],
    case_dir: str | Path,
    *,
    undo: bool = False,
    author: str = "",
    note: str = "",
    lang: str = "fr",
    progress: Progress | None = None,
) -> Decided:
    """Take reports out of a case, or let them in again, and link the rest anew.

    The outcome is the case that would be without them. They stay in the ledger, text and
    reading, and a later build of their folder leaves them out until they are let in again.

    Args:
        reports: File name, title, id or path of each.
        case_dir: Folder of the case.
        undo: Let them in again instead.
        author: Who decides; the system's user by default.
        note: Why.
        lang: Language of the page's interface.
        progress: Who is told how far the work is.

    Raises:
        UsageError: A name fits no report, or several; or the interface has no such language.
        LedgerError: The case can't be opened or written, or a build holds it.
    """
    if not reports:
        raise UsageError("no report is named", "give its file, its title or its id")
    with _at_work(case_dir, "restore" if undo else "withdraw", lang, progress) as work:
        out = [one.id for one in work.ledger.known() if one.withdrawn]
        case = work.ledger.case(case_name(work.folder), with_withdrawn=out)
        candidates = [one for one in case.documents if (one.id in out) == undo]
        others = [one for one in case.documents if (one.id in out) != undo]
        chosen = {_report(name, candidates, others, case, undo=undo) for name in reports}
        inside = {one.id for one in case.documents} - set(out)
        kept = inside | chosen if undo else inside - chosen
        about = [one for one in case.documents if one.id in chosen]
        noted = [
            Withdrawal(
                document=one.id,
                file=one.file,
                title=one.title,
                restored=undo,
                author=author or _user(),
                note=note,
            )
            for one in about
        ]
        rest = _only(case, kept)
        return work.finish(rest, [one.file for one in about], withdrawals=noted)


def judge(
    decision: Decision,
    things: Sequence[str],
    case_dir: str | Path,
    *,
    author: str = "",
    note: str = "",
    lang: str = "fr",
    progress: Progress | None = None,
) -> Decided:
    """Enter a person's decision on one thing of a case or on two, and link it anew.

    Args:
        decision: ``same`` or ``different`` of two; ``wrong`` or ``confirmed`` of one, or of
            two reports; ``undecided`` lifts what was decided about the same before.
        things: Claims by id or words, statements by id, entities by id or name, reports by
            file, title or id; or the number of an earlier judgement, for what that was about.
        case_dir: Folder of the case.
        author: Who decides; the system's user by default.
        note: Why.
        lang: Language of the page's interface.
        progress: Who is told how far the work is.

    Raises:
        UsageError: A thing can't be found, or the decision is not about that many.
        LedgerError: The case can't be opened or written, or a build holds it.
    """
    with _at_work(case_dir, "judge", lang, progress) as work:
        case = work.ledger.case(case_name(work.folder))
        earlier = work.ledger.judgements()
        made = make_judgement(decision, things, case, earlier)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        made = made.model_copy(update={"author": author or _user(), "note": note, "time": now})
        return work.finish(case, made.words, judgements=[made])


# --- the way of each ---


class _Work:
    """One decision on its way into the ledger."""

    def __init__(self, ledger: Ledger, folder: Path, task: Task, lang: str, told: Progress) -> None:
        self.ledger, self.folder = ledger, folder
        self._task, self._lang, self._progress = task, lang, told
        self._started = time.perf_counter()

    def finish(
        self,
        case: Case,
        about: Sequence[str],
        *,
        judgements: Sequence[Judgement] = (),
        withdrawals: Sequence[Withdrawal] = (),
    ) -> Decided:
        """Link a case as it is to be, and write it with what was decided."""
        self._progress.begin("link")
        before = self.ledger.last_build()
        with uncollected():
            linked = link_case(case, (*self.ledger.judgements(), *judgements), self.folder)
            number = self.ledger.start_build(link_version(), self._task)
            counts = {"documents": len(linked.documents), "claims": len(linked.links.claims)}
            self.ledger.finish_build(
                number, linked.links, counts, judgements=judgements, withdrawals=withdrawals
            )
        self._progress.begin("write")
        path = self.folder / DOSSIER
        write_dossier(linked, path, self._lang, past_of(self.ledger))
        return Decided(
            task=self._task,
            about=tuple(about),
            changes=changes(*self.ledger.difference(before, number)),
            dossier=str(path),
            seconds=time.perf_counter() - self._started,
        )


@contextmanager
def _at_work(
    case_dir: str | Path, task: Task, lang: str, progress: Progress | None
) -> Iterator[_Work]:
    get_labels(lang)
    folder = Path(case_dir)
    # The case is looked for before its lock is made: a folder that is none stays as it is.
    Ledger.open(folder / LEDGER, create=False).close()
    with only_build(folder), Ledger.open(folder / LEDGER, create=False) as ledger:
        check_whole(ledger, folder)
        yield _Work(ledger, folder, task, lang, progress or Silent())


def _only(case: Case, kept: set[str]) -> Case:
    return case.model_copy(
        update={
            "documents": tuple(one for one in case.documents if one.id in kept),
            "readings": {key: one for key, one in case.readings.items() if key in kept},
        }
    )


def _report(
    name: str,
    candidates: Sequence[Document],
    others: Sequence[Document],
    case: Case,
    *,
    undo: bool,
) -> str:
    """Return the id of the report of a name; say so where it is out, or in, already."""
    path = Path(name)
    words = str(path.resolve()) if path.is_file() else name
    known = {place for one in (*candidates, *others) for place in (one.location,)}
    words = words if words in known else name
    try:
        return choose(words, report_names(candidates), "report", case)
    except UsageError as none:
        try:
            choose(words, report_names(others), "report", case)
        except UsageError:
            raise none from None
        state, way = ("in the case", "") if undo else ("withdrawn", " --undo")
        remedy = f"recoupe withdraw{way} takes it {'out' if undo else 'in again'}"
        raise UsageError(f"'{name}' is {state} already", remedy) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:  # the latter before Python 3.13
        raise UsageError("it is not known who decides", "say so with --author NAME") from error
