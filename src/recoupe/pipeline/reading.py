"""From inputs to the ledger: what is new, what changed, and what came of each."""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from recoupe import sources
from recoupe.errors import DataError, RecoupeError, UnreadableError
from recoupe.ledger import Known, Ledger
from recoupe.model import Document, Reading, Skipped
from recoupe.pipeline.report import Progress

_MANY = 1_000
"""Reports after which what reading keeps in memory is let go of before they are linked."""

# Extraction and language are imported where they are used: they load spaCy,
# and this module is loaded also to write a view of a case, which needs none.


class Work:
    """The reading stage of one build.

    Attributes:
        counts: Inputs and reports by what came of them: new, replaced, again, unchanged.
        skipped: What could not be read.
        words: Words of what was read.
        seconds: Time that the reading took.
    """

    def __init__(self, ledger: Ledger, progress: Progress) -> None:
        self.progress = progress
        self.counts: Counter[str] = Counter()
        self.skipped: list[Skipped] = []
        self.words = 0
        self.seconds = 0.0
        self._ledger = ledger
        stored = ledger.known()
        self._by_id = {one.id: one for one in stored}
        self._by_place = {one.location: one for one in stored if one.location}
        self._out = {one.fingerprint: one.file for one in stored if one.withdrawn}
        self._piped = {one.fingerprint: one for one in stored if not one.location}
        # Reports that today's inputs hold, by id: the place where each was met.
        self._met: dict[str, str] = {}

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Files of the reports that are out of the case, sorted."""
        return tuple(sorted(one.file for one in self._ledger.known() if one.withdrawn))

    def changed(self, items: Sequence[sources.Item]) -> list[sources.Item]:
        """Return the items that are not in the ledger as they are now."""
        self.progress.begin("look", len(items))
        changed = []
        for item in items:
            self.progress.advance(item.file)
            try:
                fingerprint = item.fingerprint()
            except UnreadableError as error:
                self._skip(item, error.problem, error.remedy)
                continue
            places = self._by_place if item.location else self._piped
            stored = places.get(item.location or fingerprint)
            if stored and stored.fingerprint == fingerprint and not _outdated(stored):
                self._met[stored.id] = item.location
                self.counts["unchanged"] += 1
            else:
                changed.append(item)
        return changed

    def read(self, items: Sequence[sources.Item]) -> None:
        """Read items into the ledger; and again, from their texts, what an older Recoupe read."""
        started = time.perf_counter()
        places = {item.location for item in items}
        older = [one for one in self._by_id.values() if one.location not in places]
        outdated = [one for one in older if _outdated(one)]
        if not items and not outdated:
            return
        self.progress.begin("read", len(items) + len(outdated))
        for document, outcome in read_each(self._documents(items, outdated)):
            self.progress.advance(document.file)
            if isinstance(outcome, Reading):
                self._count(document)
                self._ledger.store(document, outcome)
            else:
                self._skip(document, *_fault("could not be analysed", outcome))
        if self.counts["new"] + self.counts["replaced"] + self.counts["again"] >= _MANY:
            from recoupe import extraction  # noqa: PLC0415

            extraction.release()
        self.seconds = time.perf_counter() - started

    def _documents(
        self, items: Sequence[sources.Item], outdated: Sequence[Known]
    ) -> Iterator[Document]:
        for item in items:
            document = self._document(item)
            if document is not None and self._is_news(document):
                yield document
            else:
                self.progress.advance(item.file)
        for known in outdated:
            if known.id not in self._met:
                yield self._ledger.document(known.id)

    def _document(self, item: sources.Item) -> Document | None:
        from recoupe import language  # noqa: PLC0415

        try:
            document = sources.read(item)
        except UnreadableError as error:
            self._skip(item, error.problem, error.remedy)
            return None
        except Exception as error:  # one hostile page must not stop the case
            self._skip(item, *_fault("could not be read", error))
            return None
        if document.language not in language.codes():
            known = ", ".join(language.codes())
            problem = f"its language seems to be '{document.language}', which is not read yet"
            self._skip(item, problem, f"if it is one of these, say so in metadata.csv: {known}")
            return None
        return document

    def _is_news(self, document: Document) -> bool:
        """Tell whether a report is to be read; say so where another input stands for it."""
        met = self._met.setdefault(document.id, document.location)
        if met != document.location:
            remedy = f"nothing to do: {met or 'standard input'} stands for both"
            self._skip(document, "the same report, under the same name", remedy, fatal=False)
            return False
        stored = self._by_id.get(document.id)
        if stored and stored.fingerprint == document.fingerprint and not _outdated(stored):
            self._ledger.relocate(document.id, document.location)
            self.counts["unchanged"] += 1
            return False
        out = self._out.get(document.fingerprint)
        if out and not stored:
            remedy = f"recoupe withdraw {document.file} takes it out too"
            self._skip(document, f"the same as {out}, which is withdrawn", remedy, fatal=False)
        return True

    def _count(self, document: Document) -> None:
        stored = self._by_id.get(document.id) or self._by_place.get(document.location)
        if stored is None:
            self.counts["new"] += 1
        else:
            same = stored.fingerprint == document.fingerprint
            self.counts["again" if same else "replaced"] += 1
        self.words += len(document.text.split())

    def _skip(
        self, what: sources.Item | Document, problem: str, remedy: str, *, fatal: bool = True
    ) -> None:
        self.skipped.append(
            Skipped(
                file=what.file,
                problem=problem,
                remedy=remedy,
                location=what.location,
                fatal=fatal,
            )
        )


def read_each(documents: Iterable[Document]) -> Iterator[tuple[Document, Reading | Exception]]:
    """Read documents in batches; where one makes a batch fail, its members one by one.

    Args:
        documents: Documents in languages that have a pack.

    Yields:
        Each document with its reading, or with what went wrong, in order.

    Raises:
        RecoupeError: Something that no document is to blame for, such as a
            language pack without its weights.
    """
    from recoupe import extraction  # noqa: PLC0415

    stream = iter(documents)
    waiting: deque[Document] = deque()
    ended = broken = False

    def feed() -> Iterator[Document]:
        nonlocal ended, broken
        broken = True
        for document in stream:
            broken = False
            waiting.append(document)
            yield document
            broken = True
        broken, ended = False, True

    while not ended:
        try:
            for reading in extraction.read_documents(feed()):
                yield waiting.popleft(), reading
        except RecoupeError:
            raise
        except Exception:
            if broken or not waiting:  # no document is to blame
                raise
        while waiting:
            document = waiting.popleft()
            try:
                yield document, next(iter(extraction.read_documents([document])))
            except RecoupeError:
                raise
            except Exception as error:
                yield document, error


def _fault(what: str, error: Exception) -> tuple[str, str]:
    problem = f"{what}: a fault in Recoupe ({type(error).__name__}: {error})"
    return " ".join(problem.split()), "please report it, with the file if you may"


@cache
def _version(language: str) -> str | None:
    """What extraction's readings in a language are marked with; None without a pack for it."""
    from recoupe import extraction  # noqa: PLC0415

    try:
        return extraction.version(language)
    except DataError:
        return None


def _outdated(known: Known) -> bool:
    """Tell whether this Recoupe would read a stored document differently, and can."""
    return _version(known.language) not in {None, known.version}
