"""Who a source is: its kind, and the name that it goes by in the report.

"Kirby" is John Kirby, "a-t-il ajouté" is whoever spoke or was spoken of last,
"le porte-parole" is the one introduced as such. What fits several, or none,
stays open: the words stand as they are and the candidates are kept.
"""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.claimers.cast import (
    PERSON,
    Speaker,
    clean,
    find_cast,
    gender_of,
    is_plural,
    kind_of,
    kind_of_noun,
)
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, Reason, Source, SourceKind, Span

__all__ = ["Claimers"]

_NOBODY = {"on", "nous", "je", "j'", "j’", "c'", "c’", "ce", "cela", "ça"}
_POINTING = frozenset(
    ("le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces", "son", "sa", "leur", "même")
)
_THIS = frozenset(("ce", "cet", "cette", "ces", "même"))
# "le chef de la mission, le géologue Paul Arnaud, ": characters to the second comma.
_APPOSITION_REACH = 60
# A company named once is a mention in passing.
_FIRM_MENTIONS = 2


class Claimers:
    """Resolves the sources of one report; ask in the order of its text.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        saying: Words for sources in its language.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        saying: Saying,
    ) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._saying = saying
        self._speakers = find_cast(text, sentences, mentions, saying)

    def resolve(self, words: SourceWords) -> Source:
        """Return the source that the words stand for.

        Args:
            words: The words that name it, with their parse.

        Returns:
            The source with its kind and name; ``candidates`` where several fit.
        """
        named = self._named(words)
        if named is not None:
            return self._remember(words, *named)
        head = words.head
        alone = head is not None and " " not in words.span.of(self._text).strip()
        pronoun = head is not None and (
            head.pos_ == "PRON" or head.text.startswith("-") or head.text in {"l'", "l’"}
        )
        if head is not None and alone and pronoun:
            return self._pronoun(words, head)
        return self._described(words, head)

    def _named(self, words: SourceWords) -> tuple[str, SourceKind] | None:
        """Return name and kind where the words, or an apposition to them, hold a name."""
        head = words.head
        inside = [m for m in self._mentions if words.span.overlaps(m.span)]
        if head is None:
            return (inside[0].name, kind_of(inside[0])) if inside else None
        start = words.sentence.offset + head.idx
        at_head = [m for m in inside if m.span.start <= start < m.span.end]
        if at_head:
            return self._in_full(at_head[0].name, kind_of(at_head[0]))
        if head.pos_ != "PROPN" and not is_plural(head):
            name = self._name_beside(words, head, inside)
            if name is not None:
                return name, "person"
        return self._unseen_name(words, head)

    def _name_beside(
        self, words: SourceWords, head: Token, inside: Sequence[Mention]
    ) -> str | None:
        """Return the name that a title or a description introduces, or None.

        "une rescapée, Nadia Combo," names a person whatever the noun; two words
        behind a title are a person's name whatever the pipeline took them for.
        """
        title = head.lemma_.lower() in self._saying.people
        apposed = self._apposed(words)
        for mention in (*inside, *apposed) if title else apposed:
            if mention.schema_name == PERSON:
                return mention.name
        if not title:
            return None
        for mention in apposed:
            if " " in mention.name and mention.schema_name != "Address":
                return mention.name
        run = []
        for token in words.sentence.tokens.doc[head.i + 1 : words.sentence.tokens.end]:
            if token.pos_ != "PROPN":
                break
            run.append(token)
        return words.sentence.span_of(run).of(self._text) if run else None

    def _apposed(self, words: SourceWords) -> list[Mention]:
        """Return the names behind a comma or as an apposition."""
        end = words.span.end
        spans = []
        if self._text[end : end + 2] == ", ":
            closing = self._text.find(",", end + 2, end + _APPOSITION_REACH)
            spans.append(Span(end + 2, closing if closing > 0 else end + 4))
        if words.head is not None:
            spans += [
                words.sentence.span_of(child.subtree)
                for child in words.head.children
                if child.dep_ in {"appos", "flat:name", "flat"}
            ]
        return [m for m in self._mentions if any(s.overlaps(m.span) for s in spans)]

    def _in_full(self, name: str, kind: SourceKind) -> tuple[str, SourceKind]:
        """Return the one longer name that ends in a single one: "Ratsimba"."""
        if " " in name:
            return name, kind
        people = {s.name for s in self._speakers if s.kind == "person"}
        fuller = {n for n in people if n.split()[-1] == name and n != name}
        return (fuller.pop(), "person") if len(fuller) == 1 else (name, kind)

    def _unseen_name(self, words: SourceWords, head: Token) -> tuple[str, SourceKind] | None:
        """Return what a name stands for that the pipeline did not see as one.

        "M. Roussel" and "Kirby" are the people whose names end so.
        """
        first, _, rest = words.span.of(self._text).partition(" ")
        polite = first in self._saying.civilities and bool(rest)
        if head.pos_ != "PROPN" and not polite:
            return None
        whole = rest if polite else _without_article(words.span.of(self._text))
        name, kind = self._in_full(whole.split()[-1], "organisation")
        if kind == "person" and name.endswith(whole):
            return name, kind
        return whole, "person" if polite else "organisation"

    def _pronoun(self, words: SourceWords, head: Token) -> Source:
        said = head.lower_.strip("-").removeprefix("t-")
        if said in _NOBODY:
            return self._open(words, Reason(rule="source-not-named", words=head.text))
        # The clitic of "à l'en croire" tells no gender.
        either = said in {"l'", "l’"}
        feminine = said.startswith("elle")
        plural = said.endswith("s") or said == "eux"
        fitting = [
            s
            for s in sorted(self._speakers, key=lambda s: s.place, reverse=True)
            if s.place < words.span.start
            and s.plural == plural
            and (either or s.feminine is None or s.feminine == feminine)
        ]
        # Whoever spoke, or whom a sentence was about, last; people before bodies.
        people = [s for s in fitting if s.kind in {"person", "unnamed"}]
        ranked = [s for s in people if s.active] + people + fitting
        if not ranked:
            return self._open(words, Reason(rule="pronoun-unresolved", words=head.text))
        chosen = ranked[0]
        others = dict.fromkeys(s.name for s in ranked[1:] if s.name != chosen.name)
        return Source(
            span=words.span,
            kind=chosen.kind,
            name=chosen.name,
            reasons=(Reason(rule="pronoun-last-speaker", words=head.text, span=words.span),),
            candidates=tuple(others)[:3],
        )

    def _described(self, words: SourceWords, head: Token | None) -> Source:
        described = words.span.of(self._text)
        lemma = head.lemma_.lower() if head is not None else ""
        pointing = _first_word(words)
        if head is not None and pointing in _POINTING:
            names = self._introduced_as(lemma, words, plural=is_plural(head))
            if not names and pointing in _THIS and lemma in self._saying.people:
                # "cette source", "ce fonctionnaire": whoever without a name spoke last.
                names = self._unnamed_before(words, plural=is_plural(head))[:1]
            if len(names) == 1 or (names and pointing in _THIS):
                return self._taken_up(words, names[0], "title-introduced-before")
            if names:
                reason = Reason(rule="title-fits-several", words=described)
                return self._open(words, reason, tuple(names[:3]))
            firm = self._firm(lemma) if not is_plural(head) else None
            if firm is not None:
                return self._taken_up(words, firm, "only-firm-of-the-report")
        return self._remember(words, clean(described), kind_of_noun(lemma, self._saying))

    def _introduced_as(self, lemma: str, words: SourceWords, *, plural: bool) -> list[str]:
        """Return who was introduced with a noun before these words, the last first."""
        known = [
            s
            for s in self._speakers
            if s.place < words.span.start and lemma in s.titles and s.plural == plural
        ]
        # A name, or words that brought somebody in: "la ministre" alone is neither.
        chosen = [s for s in known if s.name.split()[0].lower() not in _POINTING]
        return list(dict.fromkeys(s.name for s in reversed(chosen)))

    def _unnamed_before(self, words: SourceWords, *, plural: bool) -> list[str]:
        return [
            s.name
            for s in sorted(self._speakers, key=lambda s: s.place, reverse=True)
            if s.place < words.span.start and s.kind == "unnamed" and s.plural == plural
        ]

    def _taken_up(self, words: SourceWords, name: str, rule: str) -> Source:
        same = [s.kind for s in self._speakers if s.name == name]
        kind = same[0] if same else "organisation"
        source = Source(
            span=words.span,
            kind=kind,
            name=name,
            reasons=(Reason(rule=rule, words=words.span.of(self._text)),),
        )
        self._speakers.append(self._speaker(words, name, kind))
        return source

    def _firm(self, lemma: str) -> str | None:
        """Return the one company that the report is about, for "le groupe", "l'entreprise"."""
        if lemma not in self._saying.firms:
            return None
        counted = Counter(
            m.name for m in self._mentions if m.schema_name in {"Organization", "Company"}
        ).most_common(2)
        if not counted or counted[0][1] < _FIRM_MENTIONS:
            return None
        # A second company named half as often leaves it open.
        if len(counted) > 1 and 2 * counted[1][1] > counted[0][1]:
            return None
        return counted[0][0]

    def _open(self, words: SourceWords, reason: Reason, candidates: tuple[str, ...] = ()) -> Source:
        return Source(
            span=words.span,
            kind="unnamed",
            name=clean(words.span.of(self._text)),
            reasons=(reason,),
            candidates=candidates,
        )

    def _remember(self, words: SourceWords, name: str, kind: SourceKind) -> Source:
        self._speakers.append(self._speaker(words, name, kind))
        reasons: tuple[Reason, ...] = ()
        if kind == "person" and name not in words.span.of(self._text):
            reasons = (Reason(rule="named-in-full-elsewhere", words=words.span.of(self._text)),)
        return Source(span=words.span, kind=kind, name=name, reasons=reasons)

    def _speaker(self, words: SourceWords, name: str, kind: SourceKind) -> Speaker:
        head = words.head
        same = [s for s in self._speakers if s.name == name]
        titles = frozenset().union(*(s.titles for s in same))
        if head is not None and self._saying.can_be_source(head.lemma_.lower()):
            titles |= {head.lemma_.lower()}
        known = [s.feminine for s in same if s.feminine is not None]
        told = gender_of(head)
        return Speaker(
            name=name,
            kind=kind,
            place=words.span.start,
            feminine=told if told is not None else next(iter(known), None),
            plural=head is not None and is_plural(head),
            titles=titles,
            active=True,
        )


def _first_word(words: SourceWords) -> str:
    start = words.span.start - words.sentence.offset
    return next((t.lower_ for t in words.sentence.words if t.idx == start), "")


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    if first.lower() in {"le", "la", "les"} and rest:
        return rest
    for elided in ("l'", "l’", "L'", "L’"):
        words = words.removeprefix(elided)
    return words
