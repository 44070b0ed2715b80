"""Who a source is: its kind, and the name that it goes by in the report.

"Kirby" is John Kirby, "a-t-il ajouté" is whoever spoke or was introduced last,
"le porte-parole" is the one introduced as such. What fits several, or none,
stays open: the words stand as they are and the candidates are kept.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, Reason, Source, SourceKind, Span

_NOBODY = {"on", "nous", "je", "j'", "j’", "c'", "c’", "ce", "cela", "ça", "il"}
_POINTING = {
    "le",
    "la",
    "l'",
    "l’",
    "les",
    "ce",
    "cet",
    "cette",
    "ces",
    "son",
    "sa",
    "leur",
    "même",
}
# How far from a name its title stands: "le ministre de l'Économie et des Finances, Paul Vidal".
_TITLE_REACH = 12
# "le groupe français Médorane": nearer than a person's, and no preposition between.
_BODY_REACH = 4
# "le chef de la mission, le géologue Paul Arnaud, ": characters to the second comma.
_APPOSITION_REACH = 60
# A company named once is a mention in passing.
_FIRM_MENTIONS = 2
_PERSON = "Person"
_BODIES = {"Organization", "Company", "PublicBody"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom the report has named or let speak.

    Attributes:
        name: As the report names them in full.
        kind: Person, organisation, unnamed source or document.
        place: Offset in the document of the words that brought them in.
        feminine: Grammatical gender, None where nothing tells it.
        plural: Whether they are several.
        titles: Lemmas of the nouns they were introduced with.
        spoke: Whether they were a source, not only named.
    """

    name: str
    kind: SourceKind
    place: int
    feminine: bool | None = None
    plural: bool = False
    titles: frozenset[str] = frozenset()
    spoke: bool = False


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
        self._speakers = list(self._introduced(sentences))

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
        if head is not None and alone and (head.pos_ == "PRON" or head.text.startswith("-")):
            return self._pronoun(words, head)
        return self._described(words, head)

    def _introduced(self, sentences: Sequence[Sentence]) -> list[Speaker]:
        """Return whom the report names or speaks about, with the titles it gives them."""
        found = []
        for sentence in sentences:
            for mention in self._mentions:
                if not sentence.span.covers(mention.span):
                    continue
                person = mention.schema_name == _PERSON
                titles = self._titles_beside(mention, sentence, person=person)
                if not person and " " in mention.name and not titles:
                    # "La ministre, Livia Moretti, ": a person, whatever it was taken for.
                    titles = self._titles_beside(mention, sentence, person=True)
                    person = bool(titles)
                if person or (titles and mention.schema_name in _BODIES):
                    found.append(
                        Speaker(
                            name=mention.name,
                            kind="person" if person else "organisation",
                            place=mention.span.start,
                            feminine=_feminine_title(titles),
                            titles=frozenset(t.lemma_.lower() for t in titles),
                        )
                    )
            found.extend(self._subjects(sentence))
        return found

    def _subjects(self, sentence: Sentence) -> list[Speaker]:
        """Return bodies and people without a name that a sentence is about."""
        found = []
        for token in sentence.words:
            if not token.dep_.startswith("nsubj") or token.pos_ != "NOUN":
                continue
            lemma = token.lemma_.lower()
            kind = self._kind_of_noun(lemma)
            if not self._saying.can_be_source(lemma) or self._apposed_names(token, sentence):
                continue
            span = sentence.span_of(grammar.noun_phrase(token, self._saying.not_naming))
            found.append(
                Speaker(
                    name=_clean(span.of(self._text)),
                    kind=kind,
                    place=span.start,
                    feminine=_feminine(token),
                    plural=_plural(token),
                )
            )
        return found

    def _apposed_names(self, token: Token, sentence: Sentence) -> bool:
        span = sentence.span_of([token])
        near = Span(span.start, span.end + 80)
        return token.lemma_.lower() in self._saying.people and any(
            m.schema_name == _PERSON and near.overlaps(m.span) for m in self._mentions
        )

    def _titles_beside(self, mention: Mention, sentence: Sentence, *, person: bool) -> list[Token]:
        low = mention.span.start - sentence.offset
        high = mention.span.end - sentence.offset
        tokens = list(sentence.words)
        nouns = self._saying.people if person else self._saying.bodies | self._saying.media
        reach = _TITLE_REACH if person else _BODY_REACH
        before = [t for t in tokens if t.idx < low][-reach:]
        behind = [t for t in tokens if t.idx >= high][:5]
        titles = []
        for token in reversed(before):
            if grammar.is_verb(token) or token.text in {":", ";", "»", "«", "(", ")"}:
                break
            if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
                titles.append(token)
                break
            if token.ent_type_ == "PER" or (not person and token.pos_ in {"ADP", "CCONJ"}):
                break
        if behind and behind[0].text == ",":
            for token in behind[1:]:
                if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
                    titles.append(token)
                    break
                if token.pos_ not in {"DET", "ADJ", "ADV"}:
                    break
        return titles

    def _named(self, words: SourceWords) -> tuple[str, SourceKind] | None:
        """Return name and kind where the words, or an apposition to them, hold a name."""
        head = words.head
        inside = [m for m in self._mentions if words.span.overlaps(m.span)]
        if head is None:
            return (inside[0].name, _kind_of(inside[0])) if inside else None
        start = words.sentence.offset + head.idx
        at_head = [m for m in inside if m.span.start <= start < m.span.end]
        if at_head:
            return at_head[0].name, _kind_of(at_head[0])
        title = head.pos_ == "NOUN" and head.lemma_.lower() in self._saying.people
        if title and not _plural(head):
            apposed = self._apposed(words)
            people = [m for m in (*inside, *apposed) if m.schema_name == _PERSON]
            # Two words behind a title and a comma are a person's name, whatever they
            # were taken for.
            people += [m for m in apposed if " " in m.name and m.schema_name != "Address"]
            if people:
                return people[0].name, "person"
            name = self._unmarked_name(words, head)
            if name:
                return name, "person"
        return self._unseen_name(words, head)

    def _unseen_name(self, words: SourceWords, head: Token) -> tuple[str, SourceKind] | None:
        """Return what a name stands for that the pipeline did not see as one.

        "M. Roussel" and "Kirby" are the people whose names end so.
        """
        first, _, rest = words.span.of(self._text).partition(" ")
        polite = first in self._saying.civilities and bool(rest)
        if head.pos_ != "PROPN" and not polite:
            return None
        whole = rest if polite else _without_article(words.span.of(self._text))
        fuller = {
            m.name
            for m in self._mentions
            if m.schema_name == _PERSON and m.name.split()[-len(whole.split()) :] == whole.split()
        }
        if len(fuller) == 1:
            return fuller.pop(), "person"
        return whole, "person" if polite else "organisation"

    def _unmarked_name(self, words: SourceWords, head: Token) -> str:
        """Return the name behind a title that the pipeline did not see as one."""
        run = []
        for token in words.sentence.tokens.doc[head.i + 1 : words.sentence.tokens.end]:
            if token.pos_ != "PROPN":
                break
            run.append(token)
        return words.sentence.span_of(run).of(self._text) if run else ""

    def _apposed(self, words: SourceWords) -> list[Mention]:
        """Return the name behind a title and a comma: "le ministre de l'Énergie, Paul Vidal"."""
        end = words.span.end
        spans = []
        if self._text[end : end + 2] == ", ":
            closing = self._text.find(",", end + 2, end + _APPOSITION_REACH)
            spans.append(Span(end + 2, closing if closing > 0 else end + 4))
        head = words.head
        if head is not None:
            spans += [
                words.sentence.span_of(child.subtree)
                for child in head.children
                if child.dep_ in {"appos", "flat:name", "flat"}
            ]
        return [m for m in self._mentions if any(s.overlaps(m.span) for s in spans)]

    def _pronoun(self, words: SourceWords, head: Token) -> Source:
        said = head.lower_.strip("-").removeprefix("t-")
        if said in _NOBODY - {"il"}:
            return self._open(words, Reason(rule="source-not-named", words=head.text))
        feminine = said.startswith("elle")
        plural = said.endswith("s") or said == "eux"
        before = [s for s in self._speakers if s.place < words.span.start]
        fitting = [
            s
            for s in sorted(before, key=lambda s: s.place, reverse=True)
            if s.plural == plural and (s.feminine is None or s.feminine == feminine)
        ]
        # Whoever spoke last goes on; else the person named last; else who else spoke.
        ranked = [s for s in fitting if s.spoke and s.kind in {"person", "unnamed"}]
        ranked += [s for s in fitting if not s.spoke and s.kind == "person"]
        ranked += [s for s in fitting if s.spoke]
        ranked += fitting
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
        if head is not None and _points_back(words):
            known = [s for s in self._speakers if s.place < words.span.start and lemma in s.titles]
            names = list(dict.fromkeys(s.name for s in reversed(known)))
            if len(names) == 1 and not _plural(head):
                source = Source(
                    span=words.span,
                    kind=known[-1].kind,
                    name=names[0],
                    reasons=(Reason(rule="title-introduced-before", words=described),),
                )
                self._speakers.append(self._speaker(words, source.name, source.kind))
                return source
            if len(names) > 1 and not _plural(head):
                return self._open(
                    words, Reason(rule="title-fits-several", words=described), tuple(names[:3])
                )
            firm = self._firm(lemma) if not _plural(head) else None
            if firm is not None:
                return Source(
                    span=words.span,
                    kind="organisation",
                    name=firm,
                    reasons=(Reason(rule="only-firm-of-the-report", words=described),),
                )
        return self._remember(words, _clean(described), self._kind_of_noun(lemma))

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

    def _kind_of_noun(self, lemma: str) -> SourceKind:
        if lemma in self._saying.people:
            return "unnamed"
        if lemma in self._saying.bodies or lemma in self._saying.media:
            return "organisation"
        return "document" if lemma in self._saying.documents else "unnamed"

    def _open(self, words: SourceWords, reason: Reason, candidates: tuple[str, ...] = ()) -> Source:
        return Source(
            span=words.span,
            kind="unnamed",
            name=_clean(words.span.of(self._text)),
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
        if head is not None and head.pos_ == "NOUN" and head.lemma_.lower() in self._saying.people:
            titles |= {head.lemma_.lower()}
        known = [s.feminine for s in same if s.feminine is not None]
        return Speaker(
            name=name,
            kind=kind,
            place=words.span.start,
            feminine=_feminine(head) if _feminine(head) is not None else next(iter(known), None),
            plural=head is not None and _plural(head),
            titles=titles,
            spoke=True,
        )


def _kind_of(mention: Mention) -> SourceKind:
    return "person" if mention.schema_name == _PERSON else "organisation"


def _points_back(words: SourceWords) -> bool:
    start = words.span.start - words.sentence.offset
    return any(t.idx == start and t.lower_ in _POINTING for t in words.sentence.words)


def _feminine(head: Token | None) -> bool | None:
    if head is None or head.pos_ == "PROPN":
        return None
    gender = grammar.feature(head, "Gender")
    return gender == "Fem" if gender else None


def _feminine_title(titles: Sequence[Token]) -> bool | None:
    """Return the gender that the article of a title tells: "la ministre", "le juge"."""
    for title in titles:
        for child in title.children:
            if child.lower_ in {"la", "une", "cette"}:
                return True
            if child.lower_ in {"le", "un", "ce", "cet"}:
                return False
    return None


def _plural(head: Token) -> bool:
    return grammar.has(head, "Number", "Plur") or any(
        grammar.has(c, "Number", "Plur") for c in head.children if c.dep_ in {"det", "nummod"}
    )


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    if first.lower() in {"le", "la", "les"} and rest:
        return rest
    for elided in ("l'", "l’", "L'", "L’"):
        words = words.removeprefix(elided)
    return words


def _clean(words: str) -> str:
    return " ".join(words.split()).strip("-–—,;: ").removeprefix("t-")
