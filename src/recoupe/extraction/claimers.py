"""Who a source is: its kind, and the name that it goes by in the report.

"Kirby" is John Kirby, "a-t-il ajouté" is whoever spoke last, "le porte-parole"
is the one introduced as such. What fits several, or none, stays open: the words
stand as they are and the candidates are kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.model import Mention, Reason, Source, SourceKind, Span

_ORGANISATIONS = {"Organization", "PublicBody", "Company", "Address", "Country"}
_DEFINITE = {"le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces", "son", "sa", "leur"}


@dataclass(slots=True)
class Speaker:
    """Somebody who has spoken or been introduced in the report so far."""

    name: str
    kind: SourceKind
    feminine: bool | None
    plural: bool
    titles: set[str] = field(default_factory=set)


class Claimers:
    """Resolves the sources of one report, in the order of its text.

    Args:
        text: The document's stored text.
        mentions: The report's named things.
        saying: Words for sources in its language.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], saying: Saying) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._saying = saying
        self._speakers: list[Speaker] = []

    def resolve(self, words: SourceWords) -> Source:
        """Return the source that the words stand for.

        Args:
            words: The words that name it, with their parse.

        Returns:
            The source with its kind and name; ``candidates`` where several fit.
        """
        head = words.head
        named = self._named(words)
        if named is not None:
            return self._remember(words, *named)
        if head is not None and (head.pos_ == "PRON" or words.span.of(self._text).startswith("-")):
            return self._pronoun(words, head)
        return self._described(words, head)

    def _named(self, words: SourceWords) -> tuple[str, SourceKind] | None:
        """Return name and kind where the words, or an apposition to them, hold a name."""
        head = words.head
        inside = [m for m in self._mentions if words.span.overlaps(m.span)]
        if head is not None:
            start = words.sentence.offset + head.idx
            at_head = [m for m in inside if m.span.start <= start < m.span.end]
            beside = self._apposed(words, head)
            title = head.pos_ == "NOUN" and head.lemma_.lower() in self._saying.people
            people = [m for m in (*inside, *beside) if m.schema_name == "Person"]
            if title and people and not _plural(head):
                return people[0].name, "person"
            if at_head:
                return at_head[0].name, self._kind_of(at_head[0])
            if head.pos_ == "PROPN":
                whole = words.span.of(self._text)
                return whole, "person" if len(whole.split()) > 1 and inside else "organisation"
            return None
        return (inside[0].name, self._kind_of(inside[0])) if inside else None

    def _apposed(self, words: SourceWords, head: Token) -> list[Mention]:
        """Return the names set beside a title: "le ministre de l'Énergie, Paul Vidal"."""
        spans = [
            words.sentence.span_of(child.subtree)
            for child in head.children
            if child.dep_ in {"appos", "flat:name", "flat", "nmod"} and child.pos_ == "PROPN"
        ]
        end = words.span.end
        if self._text[end : end + 2] == ", ":
            spans.append(Span(end + 2, end + 4))
        return [m for m in self._mentions if any(s.overlaps(m.span) for s in spans)]

    def _kind_of(self, mention: Mention) -> SourceKind:
        if mention.schema_name == "Person":
            return "person"
        return "organisation"

    def _pronoun(self, words: SourceWords, head: Token) -> Source:
        said = head.lower_.strip("-").removeprefix("t-").removeprefix("t")
        feminine = said.startswith("elle")
        plural = said.endswith("s") or said == "eux"
        if said in {"on", "nous", "je", "j'", "c'", "ce", "cela", "ça"}:
            return self._open(words, "unnamed", Reason(rule="source-not-named", words=head.text))
        fitting = [
            s
            for s in reversed(self._speakers)
            if s.plural == plural and (s.feminine is None or s.feminine == feminine)
        ]
        singular_people = [s for s in fitting if s.kind in {"person", "unnamed"}] or fitting
        if not singular_people:
            return self._open(words, "unnamed", Reason(rule="pronoun-unresolved", words=head.text))
        chosen = singular_people[0]
        others = tuple(dict.fromkeys(s.name for s in singular_people[1:] if s.name != chosen.name))
        return Source(
            span=words.span,
            kind=chosen.kind,
            name=chosen.name,
            reasons=(Reason(rule="pronoun-last-speaker", words=head.text, span=words.span),),
            candidates=others[:3],
        )

    def _described(self, words: SourceWords, head: Token | None) -> Source:
        described = words.span.of(self._text)
        lemma = head.lemma_.lower() if head is not None else ""
        definite = described.lower().replace("’", "'").split("'")[0].split()[:1]
        if head is not None and definite and (definite[0] in _DEFINITE or definite[0] == "l"):
            known = [s for s in reversed(self._speakers) if lemma in s.titles]
            names = list(dict.fromkeys(s.name for s in known))
            if len(names) == 1 and not _plural(head):
                return Source(
                    span=words.span,
                    kind=known[0].kind,
                    name=names[0],
                    reasons=(Reason(rule="title-introduced-before", words=described),),
                )
            if len(names) > 1:
                return self._open(
                    words,
                    "unnamed",
                    Reason(rule="title-fits-several", words=described),
                    tuple(names),
                )
        if lemma in self._saying.people:
            kind: SourceKind = "unnamed"
        elif lemma in self._saying.bodies or lemma in self._saying.media:
            kind = "organisation"
        elif lemma in self._saying.documents:
            kind = "document"
        else:
            kind = "unnamed"
        return self._remember(words, _clean(described), kind)

    def _open(
        self,
        words: SourceWords,
        kind: SourceKind,
        reason: Reason,
        candidates: tuple[str, ...] = (),
    ) -> Source:
        return Source(
            span=words.span,
            kind=kind,
            name=_clean(words.span.of(self._text)),
            reasons=(reason,),
            candidates=candidates,
        )

    def _remember(self, words: SourceWords, name: str, kind: SourceKind) -> Source:
        head = words.head
        titles: set[str] = set()
        if head is not None:
            nouns = [head, *head.children]
            nouns += [g for c in head.children if c.dep_ == "appos" for g in c.children]
            titles = {
                t.lemma_.lower()
                for t in nouns
                if t.pos_ == "NOUN" and t.lemma_.lower() in self._saying.people
            }
        self._speakers.append(
            Speaker(
                name=name,
                kind=kind,
                feminine=_feminine(head),
                plural=head is not None and _plural(head),
                titles=titles,
            )
        )
        reasons: tuple[Reason, ...] = ()
        if name != words.span.of(self._text) and kind == "person":
            reasons = (Reason(rule="named-in-full-elsewhere", words=words.span.of(self._text)),)
        return Source(span=words.span, kind=kind, name=name, reasons=reasons)


def _feminine(head: Token | None) -> bool | None:
    if head is None or head.pos_ == "PROPN":
        return None
    gender = head.morph.get("Gender")
    return "Fem" in gender if gender else None


def _plural(head: Token) -> bool:
    return "Plur" in head.morph.get("Number") or any(
        "Plur" in c.morph.get("Number") for c in head.children if c.dep_ in {"det", "nummod"}
    )


def _clean(words: str) -> str:
    return " ".join(words.split()).strip("-–—,;: ")
