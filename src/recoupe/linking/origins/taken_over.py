"""What a report says after another: the statement that one of its own was taken over from."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from recoupe.compare.names import normalise
from recoupe.compare.texts import overlap, plain, words
from recoupe.language.pack import codes, get_pack
from recoupe.linking.claims.likeness import holding
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.entities import Entities
from recoupe.linking.outlets import Outlets
from recoupe.linking.reports import Report
from recoupe.linking.sides.sides import Sides, one_side, speaks
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Lineage, Source, Span

_SAME_MATTER = 0.3
"""Least Dice coefficient of a statement and the one it was taken over from."""
_WHOLE = frozenset({"copy", "translation", "summary"})
"""Relations of a report that says nearly nothing of its own."""
_TELLING = 2
"""Fewest words of a description by which a source is known in another report."""
_WRITTEN = re.compile(r"[^\W\d_]+")


class TakenOver:
    """Tells which statement of another report one says again.

    Args:
        by_report: The statements of each report.
        claim_of: The claim of each statement.
        entities: The named things of the case.
        outlets: Its outlets.
        sides: Tells who speaks for whom.
    """

    def __init__(
        self,
        by_report: Mapping[str, Sequence[Proposition]],
        claim_of: Mapping[str, str],
        entities: Entities,
        outlets: Outlets,
        sides: Sides,
    ) -> None:
        self._by_report, self._claim_of = by_report, claim_of
        self._repeated = {c for c, times in Counter(claim_of.values()).items() if times > 1}
        self._entities, self._outlets, self._sides = entities, outlets, sides
        # To look for words in a whole report takes a while.
        self._spoken_of: dict[tuple[str, str], bool] = {}

    def said_there(self, p: Proposition, edge: Lineage) -> Proposition | None:
        """Return the statement of the report drawn on that a statement repeats."""
        passages = holding(p.statement.content, edge.passages)
        # Only what stands in those passages, or is of the claim, can be it.
        if not passages and self._claim_of[p.id] not in self._repeated:
            return None
        told = {o.key for s in p.statement.sources if (o := self._outlets.find(s.name))}
        best: tuple[float, Proposition] | None = None
        claim_of, claim = self._claim_of, self._claim_of[p.id]
        asked: bool | None = None if p.statement.sources else False
        for q in self._by_report[edge.on]:
            if not passages and claim != claim_of[q.id]:
                continue
            within = any(q.statement.content.overlaps(passage.on) for passage in passages)
            if asked is None and (within or claim == claim_of[q.id]):
                asked = self._asked_itself(p)
            if not within and (asked or claim != claim_of[q.id]):
                continue
            # What a passage of other relations holds is the other's word for word.
            if edge.relation == "citation" and (asked or self._others(p, q)):
                continue
            if not (within or self._told_by(q, told) or self._retold(p, q, edge)):
                continue
            shared = len(p.terms.keys() & q.terms.keys())
            score, _ = overlap(len(p.terms), len(q.terms), shared)
            if claim == claim_of[q.id]:
                score += 1
            if score >= _SAME_MATTER and (best is None or score > best[0]):
                best = (score, q)
        return best[1] if best else None

    def _asked_itself(self, p: Proposition) -> bool:
        """Tell whether a report says that its outlet asked a source: "contacté par nos soins".

        It names itself, or says "nous", outside what anybody says.
        """
        report, sentence = p.report, p.statement.sentence
        own, ours = self._outlets.of(report), _ourselves(report.document.language)
        # Of the line alone: to fold all of its report for each statement takes far longer.
        found = words(sentence.of(report.document.text))
        places = [
            Span(sentence.start + start, sentence.start + start + 1)
            for word, start in zip(found.folded, found.starts, strict=True)
            if word in ours
        ]
        places += [
            c.span
            for c in report.reading.citations
            if own and sentence.covers(c.span) and self._outlets.find(c.name) is own
        ]
        said = (q.statement for q in self._by_report[report.id] if q.statement.sources)
        contents = [one.content for one in said] if places else []
        return any(not any(held.covers(place) for held in contents) for place in places)

    def _others(self, p: Proposition, q: Proposition) -> bool:
        """Tell whether two statements are of two who are named, neither of them an outlet.

        Somebody whom the other report does not speak of is another too.
        """
        if not p.statement.sources:
            return False
        if not q.statement.sources:
            source, by = p.statement.sources[0], self._outlets.of(q.report)
            # "La publication de la Voix" is the outlet's.
            told = by is not None and normalise(by.name) in normalise(source.name)
            return not (
                told or self._outlets.find(source.name) or self._speaks_of(q.report, source)
            )
        one, other = self._entities.sources[p.id][0], self._entities.sources[q.id][0]
        if one is None or other is None or one == other:
            return False
        if self._speaks_for(q, p):
            return False
        names = [s.statement.sources[0].name for s in (p, q)]
        leading = p.report.vocabulary.leading
        return not any(_is_described(name, leading) or self._outlets.find(name) for name in names)

    def _told_by(self, q: Proposition, outlets: set[str]) -> bool:
        """Tell whether a statement stands in a report of an outlet named for it."""
        by = self._outlets.of(q.report)
        return by is not None and by.key in outlets

    def _speaks_for(self, q: Proposition, p: Proposition) -> bool:
        """Tell whether a person of one report speaks for the body that another names instead."""
        person, body = q.statement.sources[0], p.statement.sources[0]
        if (person.kind, body.kind) != ("person", "organisation"):
            return False
        one, other = self._sides.of(q), self._sides.of(p)
        return one is not None and other is not None and one_side(one, other)

    def _speaks_of(self, report: Report, source: Source) -> bool:
        """Tell whether a report has the words by which another calls a source.

        "L'accusation" is spoken of where somebody is accused; a body may be called otherwise.
        """
        called = normalise(source.name, report.vocabulary.leading)
        stems = report.vocabulary.content(called.split())
        if len(stems) < _TELLING or source.kind != "unnamed":
            return report.stems.issuperset(stems)
        if (report.id, called) not in self._spoken_of:
            # `normalise` keeps what it was given, which is to be names, not whole reports.
            said = words(report.document.text).folded
            self._spoken_of[report.id, called] = bool(phrase_in(said, [words(called).folded]))
        return self._spoken_of[report.id, called]

    def _retold(self, p: Proposition, q: Proposition, edge: Lineage) -> bool:
        """Tell whether a claim of a report drawn on is told again, with no source but the other's.

        It is where the report that draws gives none, describes it in words of the other's, or
        tells by name, or a noun ("l'entreprise"), for which body the other's speaks. Where the
        other says it in its own voice, it is one that the other has elsewhere, or a report that
        says nothing else has none of its own.
        """
        if not p.statement.sources:
            return True
        source = p.statement.sources[0]
        if not q.statement.sources:
            return source.kind == "unnamed" and edge.relation in _WHOLE
        if self._speaks_for(q, p):
            return True
        other = q.statement.sources[0]
        vocabulary = p.report.vocabulary
        if not _is_described(source.name, vocabulary.leading):
            return False
        terms = vocabulary.terms(words(source.name).folded)
        bare = len(terms) == 1 and source.kind == "organisation"
        if not terms.keys().isdisjoint(vocabulary.terms(words(other.name).folded)):
            return True
        # "L'entreprise" says no more than that the one named in the other report is one.
        if bare and other.kind == "organisation":
            return True
        one, told = self._sides.of(p), self._sides.of(q)
        if one is None or told is None:
            return False
        return one_side(one, told) or (bare and speaks(told))


def _is_described(name: str, leading: frozenset[str]) -> bool:
    """Tell whether a source is described and not named: "les douanes", "un ancien vendeur"."""
    written = (w for w in _WRITTEN.findall(name) if plain(w) not in leading)
    return next(written, "A")[0].islower()


@cache
def _ourselves(language: str) -> frozenset[str]:
    """Return the words, folded, by which a report speaks of its own outlet."""
    known = language in codes()
    return (
        frozenset(map(plain, get_pack(language).words("press")["ourselves"]))
        if known
        else frozenset()
    )
