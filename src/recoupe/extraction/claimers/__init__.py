"""Who a source is: its kind, and the name that it goes by in the report.

"Kirby" is John Kirby, "a-t-il ajouté" is whoever is to the fore, "le porte-parole"
is the one introduced as such. What fits several, or none, stays open: the words
stand as they are and the candidates are kept. Names stay as written: that
"Téhéran" speaks for Iran is told by a reason.

`cast` reads a report's figures in the order of its text. What it asks: names (`named`, `titles`,
`name_titles`, `name_runs`, `later`), nouns (`descriptions`, `taking_up`, `kinship`, `offices`),
`pronouns`, several at once (`groups`), and who is to the fore (`salience`, `floor`, `appearing`).
"""

import re
from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.claimers.cast import Cast
from recoupe.extraction.claimers.descriptions import cleaned, kind_of_noun
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.groups import joint_name
from recoupe.extraction.claimers.loading import load_lexicon
from recoupe.extraction.claimers.named import PERSON, kind_of
from recoupe.extraction.claimers.speech import source_place
from recoupe.extraction.claimers.standing import is_measure
from recoupe.extraction.claimers.states import load_states, states_spoken_for
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Mention, Reason, Source, SourceKind, Span

__all__ = ["Claimers"]

ORGANISATION = "Organization"

_CANDIDATES = 3
_ADDRESS = 5
_NEXT_WORD = re.compile(r"\s(\w+)")


class Claimers:
    """Resolves the sources of one report.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        attributions: Who says what in it, as far as words tell.
        pack: The pack of its language.
        outlet: Who publishes the report, where that is known.
        headline: Where its headline stands, None where it has none.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        pack: Pack,
        outlet: str | None = None,
        headline: Span | None = None,
    ) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._lexicon = load_lexicon(pack)
        self._states = load_states(pack)
        self._cast = Cast(
            text,
            sentences,
            mentions,
            attributions,
            self._lexicon,
            self._states,
            frozenset(key.split("_")[-1] for key in load_saying(pack).verbs),
            outlet,
            headline,
        )

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The named things, with bodies that nothing but a noun further on tells from people.

        "Orvanne a réagi. Le constructeur ...": no person after all.
        """
        found = []
        for mention in self._mentions:
            known = self._cast.reference(mention.span.start)
            if mention.schema_name == PERSON and known is not None:
                figure = known.figure.same
                if figure.proper and figure.kind == "organisation":
                    known_as = {"schema_name": ORGANISATION}
                    found.append(mention.model_copy(update=known_as))
                    continue
            found.append(mention)
        return tuple(found)

    def figure_at(self, place: int) -> Figure | None:
        """Return whom the word at an offset of the document stands for, None if that is open."""
        reference = self._cast.reference(place)
        return reference.figure.same if reference is not None and not reference.open else None

    def resolve(self, words: SourceWords) -> Source | None:
        """Return the source that the words stand for.

        Args:
            words: The words that name it, with their parse.

        Returns:
            The source with its kind and name; ``candidates`` where several fit.
            None for what can be nobody: a quantity, a date.
        """
        said = words.span.of(self._text)
        place = source_place(words)
        if words.head is None or place is None:
            inside = [m for m in self._mentions if words.span.overlaps(m.span)]
            kind: SourceKind = kind_of(inside[0]) if inside else "unnamed"
            return self._source(words, inside[0].name if inside else self._description(words), kind)
        if self._lexicon.is_nobody(said) or self._lexicon.is_nobody(words.head.text):
            return self._open(words, "source-not-named")
        reference = (
            self._said_by(words, words.head)
            or self._cast.reference(place)
            or self._by_name_inside(words)
        )
        if is_measure(words.head, self._lexicon) and (
            reference is None or not reference.figure.proper
        ):
            return None
        if reference is None:
            if self._lexicon.pronoun(words.head.text) is not None:
                return self._open(words, "pronoun-unresolved")
            noun = self._lexicon.noun(words.head)
            return self._source(words, self._description(words), kind_of_noun(noun, self._lexicon))
        if reference.open:
            return self._open(words, reference.rule, reference)
        joint = self._cast.joint(place)
        return self._meant(words, Reference(joint) if joint is not None else reference)

    def _said_by(self, words: SourceWords, head: Token) -> Reference | None:
        """Return whose words a source's are: "selon les propos du maire"."""
        if self._lexicon.noun(head) not in self._lexicon.sayings:
            return None
        offset = words.sentence.offset
        for child in head.children:
            if child.dep_.startswith("nmod") and offset + child.idx < words.span.end:
                known = self._cast.reference(offset + child.idx)
                if known is not None and not known.open:
                    return Reference(known.figure.same, known.rule)
        return None

    def _by_name_inside(self, words: SourceWords) -> Reference | None:
        """Return whom a name stands for that the parse does not head: "M. Roussel"."""
        if words.head is None or words.head.pos_ == "PRON":
            return None
        at_head = words.head.pos_ == "PROPN" or words.head.text in self._lexicon.civilities
        for mention in self._mentions:
            if at_head and words.span.overlaps(mention.span):
                return self._cast.reference(mention.span.start)
        return None

    def _meant(self, words: SourceWords, reference: Reference) -> Source:
        figure = reference.figure.same
        if figure.members:
            return self._several(words, figure, reference.rule)
        # Parts played in events are asked for too, by fewer words.
        rule = reference.rule
        if reference.figure is not figure and not rule:
            # Told of before: in a headline, or by an office.
            rule = "named-in-full-elsewhere" if figure.proper else "title-introduced-before"
        own = not figure.proper and not rule and self._cast.is_source(words)
        name = self._description(words) if own else figure.name
        if own:
            # Taken up later by the words that named it as a source.
            figure.name = name
        reasons: tuple[Reason, ...] = ()
        said = words.span.of(self._text)
        if rule and fold(name) not in fold(said):
            reasons = (Reason(rule=rule, words=said, span=words.span),)
        if reference.possessor is not None:
            whose = reference.possessor.same.name
            reasons = (*reasons, Reason(rule="possessor", words=whose, span=words.span))
        others = dict.fromkeys(f.same.name for f in reference.candidates if f.same.name != name)
        candidates = tuple(others)[:_CANDIDATES] if rule and reasons else ()
        return self._source(words, name, figure.kind, reasons, candidates, figure)

    def _several(self, words: SourceWords, group: Figure, rule: str) -> Source:
        """Return a source that is several: "Paris et Berlin", "les deux hommes"."""
        members = [member.same for member in group.members]
        said = words.span.of(self._text)
        reasons = [
            Reason(rule="together-with", words=member.name, span=words.span) for member in members
        ]
        if rule:
            reasons.insert(0, Reason(rule=rule, words=said, span=words.span))
        first = members[0]
        for member in members:
            spoken_for = self._spoken_for(words, member.name, member.kind, member)
            reasons += [r for r in spoken_for if r not in reasons]
        return Source(
            span=words.span,
            kind=first.kind,
            name=joint_name(members, self._lexicon),
            reasons=tuple(reasons),
        )

    def _description(self, words: SourceWords) -> str:
        """Return the words without what does not name: a relative clause, a hanging preposition."""
        kept: list[Token] = []
        end = words.span.end - words.sentence.offset
        start = words.span.start - words.sentence.offset
        for token in words.sentence.words:
            if token.idx + len(token) <= start or token.idx >= end:
                continue
            behind_head = words.head is not None and token.i > words.head.i
            if behind_head and (
                token.lower_ in self._lexicon.beyond_name or token.text in {",", "«", '"'}
            ):
                break
            if behind_head and kept and self._is_addressed(token):
                break
            if (
                behind_head
                and token.lemma_ in self._lexicon.speaking_participles
                and grammar.is_present_participle(token)
            ):
                break
            kept.append(token)
        while len(kept) > 1 and kept[-1].lower_ in self._lexicon.hanging:
            kept.pop()
        span = words.sentence.span_of(kept) if kept else words.span
        for mention in self._mentions:
            if mention.span.start < span.end < mention.span.end:
                # "une porte-parole d'Orka Plus", of which the parse left out a word.
                span = Span(span.start, mention.span.end)
        # "un homme de 82 ans"
        end = span.end
        if kept and kept[-1].like_num:
            # "Un habitant de 52 ans"
            unit = _NEXT_WORD.match(self._text, end)
            if unit is not None and unit.group(1) in self._lexicon.ages:
                end = unit.end()
        return cleaned(Span(span.start, end).of(self._text))

    def _is_addressed(self, token: Token) -> bool:
        """Tell the outlet that somebody spoke to: "trois sources à l'agence Reuters"."""
        if token.lower_ not in self._lexicon.addressing:
            return False
        following = token.doc[token.i + 1 : min(token.past, token.i + _ADDRESS)]
        return any(t.lower_ in self._lexicon.outlet_words for t in following)

    def _source(
        self,
        words: SourceWords,
        name: str,
        kind: SourceKind,
        reasons: tuple[Reason, ...] = (),
        candidates: tuple[str, ...] = (),
        figure: Figure | None = None,
    ) -> Source:
        spoken_for = self._spoken_for(words, name, kind, figure)
        return Source(
            span=words.span,
            # Whoever speaks for a state is a body, though the parse saw people or a place.
            kind="organisation" if spoken_for else kind,
            name=name,
            reasons=reasons + spoken_for,
            candidates=candidates,
        )

    def _spoken_for(
        self, words: SourceWords, name: str, kind: SourceKind, figure: Figure | None
    ) -> tuple[Reason, ...]:
        """Return for which state a source speaks; several where its name is shared."""
        if kind == "person":
            return ()
        named = self._states.of_name(name)
        if named is not None:
            rule, states = named
            return tuple(Reason(rule=rule, words=s, span=words.span) for s in states)
        if words.head is None:
            return ()
        found = states_spoken_for(words.head, self._lexicon, self._states)
        return tuple(
            Reason(rule="state-by-adjective", words=s, span=words.span)
            for s in found or (figure.states if figure is not None else ())
        )

    def _open(self, words: SourceWords, rule: str, reference: Reference | None = None) -> Source:
        said = words.span.of(self._text)
        fitting = dict.fromkeys(f.same.name for f in reference.candidates) if reference else {}
        return Source(
            span=words.span,
            kind="unnamed",
            name=cleaned(said),
            reasons=(Reason(rule=rule, words=said, span=words.span),),
            candidates=tuple(fitting)[:_CANDIDATES],
        )
