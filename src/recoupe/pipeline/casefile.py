"""The folder of a case: what lies in it, and how it is loaded, linked, asked and written."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recoupe.errors import LedgerError, UsageError
from recoupe.ledger import Build, Derived, Ledger
from recoupe.model import Case, Judgement, Withdrawal
from recoupe.views import write_file

if TYPE_CHECKING:
    from recoupe.questions import Changes, Past

LEDGER = "ledger.sqlite"
DOSSIER = "dossier.html"
#: What linking derived from single reports; it may be deleted at any time.
DERIVED = "derived.sqlite"
#: The folder of a case where exports go when no other is named.
EXPORTS = "export"

# What Recoupe itself writes, and must not read where a case lies inside its input.
_OWN = {
    LEDGER,
    f"{LEDGER}-wal",
    f"{LEDGER}-shm",
    "ledger.lock",
    DERIVED,
    f"{DERIVED}-journal",
    DOSSIER,
    EXPORTS,
}

# What links and asks is imported where it is used: loading a case to export it needs none.


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the search for garbage in cycles.

    Whoever loads or links a case makes millions of objects and hardly a cycle; to go through
    all of them again and again takes a fifth of the time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # What was made is taken for old: else all of it is gone through once at the end.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


@uncollected()
def load_case(case_dir: str | Path) -> Case:
    """Load a case that was built.

    Raises:
        LedgerError: There is none, it can't be opened, or its last build did
            not come to its end or was an older Recoupe's.
    """
    folder = Path(case_dir)
    with Ledger.open(folder / LEDGER, create=False) as ledger:
        check_whole(ledger, folder)
        return as_judged(ledger.case(case_name(folder)), ledger.judgements())


def load_judgements(case_dir: str | Path) -> tuple[Judgement, ...]:
    """Load what people decided about a case, oldest first; the first is number 1.

    Raises:
        LedgerError: There is no case, or it can't be opened.
    """
    with Ledger.open(Path(case_dir) / LEDGER, create=False) as ledger:
        return ledger.judgements()


def load_withdrawals(case_dir: str | Path) -> tuple[Withdrawal, ...]:
    """Load which reports were taken out of a case and let in again, oldest first.

    Raises:
        LedgerError: There is no case, or it can't be opened.
    """
    with Ledger.open(Path(case_dir) / LEDGER, create=False) as ledger:
        return ledger.withdrawals()


def load_changes(case_dir: str | Path, since: int | None = None) -> "Changes":
    """Tell what changed in a case since the end of an earlier build.

    Args:
        case_dir: Folder of the case.
        since: Number of that build; 0 for the empty case; the last but one by default.

    Raises:
        UsageError: No build of that number came to its end.
        LedgerError: There is no case, it can't be opened, or its last build did not come
            to its end.
    """
    from recoupe.questions import changes  # noqa: PLC0415

    folder = Path(case_dir)
    with Ledger.open(folder / LEDGER, create=False) as ledger:
        check_whole(ledger, folder)
        builds = ledger.builds()
        last = builds[-1].id
        if since is None:
            since = builds[-2].id if len(builds) > 1 else 0
        elif since not in {0, *(build.id for build in builds)}:
            raise UsageError(f"there is no build {since} of the case", _known(builds))
        return changes(*ledger.difference(since, last))


def past_of(ledger: Ledger) -> "Past":
    """Return what people decided on a case, and what the last build that changed it changed."""
    from recoupe.linking.judgements.constraints import in_force  # noqa: PLC0415
    from recoupe.questions import Past, changes  # noqa: PLC0415

    builds = ledger.changing_builds()
    return Past(
        changed=changes(*ledger.difference(*builds[-2:])) if len(builds) > 1 else None,
        withdrawn=ledger.withdrawn(),
        judgements=tuple(reversed(list(in_force(ledger.judgements())))),
    )


def load_past(case_dir: str | Path) -> "Past":
    """Load what people decided on a case, and what the last build that changed it changed.

    Raises:
        LedgerError: There is no case, or it can't be opened.
    """
    with Ledger.open(Path(case_dir) / LEDGER, create=False) as ledger:
        return past_of(ledger)


@contextmanager
def settled() -> Iterator[None]:
    """Search for garbage only in what is made from now on.

    Whoever shows a case makes cycles, but none through the case itself.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@settled()
def write_dossier(case: Case, path: Path, lang: str = "fr", past: "Past | None" = None) -> None:
    """Write a case as one HTML page.

    Args:
        case: The case.
        path: Where.
        lang: Language of the page's interface.
        past: What people decided and what its last build changed, where that is to be shown.

    Raises:
        UsageError: It can't be written there, or the interface has no such language.
    """
    # Imported here: what loads a case to export it needs no templates.
    from recoupe.views import dossier  # noqa: PLC0415

    write_file(path, (part.encode() for part in dossier.parts(case, lang, past)))


@uncollected()
def link_case(case: Case, judgements: Sequence[Judgement], folder: Path) -> Case:
    """Return a case linked anew, as its reports and people's decisions have it.

    Args:
        case: The case.
        judgements: What people decided, oldest first.
        folder: Where the case lies: what follows from one report alone is kept there.
    """
    from recoupe import linking  # noqa: PLC0415

    case = as_judged(case, judgements)
    with Derived(folder / DERIVED) as memory:
        links = linking.link(case.documents, case.readings, judgements, memory)
    return case.model_copy(update={"links": links})


def as_judged(case: Case, judgements: Sequence[Judgement]) -> Case:
    """Return a case as it was read, less what people found to be misread."""
    if not any(one.decision == "wrong" for one in judgements):
        return case
    from recoupe.linking.judgements.misread import set_aside  # noqa: PLC0415

    return set_aside(case, judgements)


def link_version() -> str:
    """Return the version of what links: links made by another are made again."""
    from recoupe import linking  # noqa: PLC0415

    return linking.version()


def check_whole(ledger: Ledger, folder: Path) -> None:
    """See to it that a ledger's links are those of its reports.

    Raises:
        LedgerError: They are not.
    """
    if not ledger.whole:
        raise LedgerError(
            f"the last build of the case in {folder} did not come to its end, or an older "
            "Recoupe made it",
            "run the same recoupe build again: it goes on from there",
        )


def is_own(folder: Path, location: str) -> bool:
    """Tell whether Recoupe itself wrote what lies at ``location``."""
    top, path = folder.resolve(), Path(location)
    if not location or not path.is_relative_to(top):
        return False
    return not _OWN.isdisjoint(path.relative_to(top).parts[:1])


def case_name(folder: Path) -> str:
    """What to call the case: its folder's name, or the folder's around a plain "case"."""
    folder = folder.resolve()
    return folder.parent.name if folder.name == "case" else folder.name


def _known(builds: Sequence[Build]) -> str:
    told = ", ".join(f"{build.id} ({build.finished[:16]})" for build in builds[-5:])
    return f"its last builds are: {told}; 0 is the empty case"
