"""The cast of a report: whom it names, describes and takes up, read once in the order of its text.

Each name, noun and pronoun that can stand for somebody is bound to a figure, old
or new, before the next is read, so that what a pronoun may stand for is known
when it comes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.claimers.appearing import Appearances
from recoupe.extraction.claimers.descriptions import (
    Description,
    describe,
    describe_amount,
    describe_one,
)
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.floor import Floor
from recoupe.extraction.claimers.groups import first_of, foremost, group_of, joined_by, side_by_side
from recoupe.extraction.claimers.headlines import Headline
from recoupe.extraction.claimers.later import named_after_lead
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.named import PERSON, PLACE, NamedFigures
from recoupe.extraction.claimers.pronouns import stood_for
from recoupe.extraction.claimers.salience import WEIGHTS
from recoupe.extraction.claimers.sentence_names import SentenceNames, names_in
from recoupe.extraction.claimers.speech import Speech, source_place
from recoupe.extraction.claimers.standing import Standing, part_of, subject_above
from recoupe.extraction.claimers.states import States, states_spoken_for
from recoupe.extraction.claimers.taking_up import introduced, learn, possessor_of, taken_up
from recoupe.extraction.claimers.titles import Title
from recoupe.extraction.claimers.words import fold, told_apart_by
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, Span

# How likely an unnamed source is to be taken up by a pronoun that does not say that it goes on.
_OF_A_SOURCE = 0.3
# Words of these classes stand for nobody, save inside a name or as a source.
_SMALL_WORDS = frozenset(
    ("ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "AUX", "ADV", "NUM", "SYM", "SPACE", "INTJ")
)


class Cast:
    """The figures of one report, and whom each of its words stands for.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        attributions: Who says what in it; their sources are speakers.
        lexicon: Words for who can be meant.
        states: The table of states.
        saying: Lemmas of verbs of saying.
        outlet: Who publishes the report, where that is known.
        headline: Where its headline stands, None where it has none.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        lexicon: Lexicon,
        states: States,
        saying: frozenset[str],
        outlet: str | None = None,
        headline: Span | None = None,
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._states = states
        self._names = NamedFigures(text, mentions, lexicon, states, outlet)
        self._speech = Speech(attributions)
        self._standing = Standing(text, self._speech, lexicon, states, saying)
        self._references: dict[int, Reference] = {}
        self._joint: dict[int, Figure] = {}
        self._floor = Floor(lexicon)
        self._appearances = Appearances(self._speech, self._floor, self._references, lexicon)
        self._paragraph = 0
        self._places = frozenset(
            told_apart_by(word)
            for mention in mentions
            if mention.schema_name == PLACE
            for word in mention.name.split()
        )
        rest = sorted(mentions, key=lambda m: m.span)
        starts = [m.span.start for m in rest]
        self._headline = Headline(headline)
        for number, sentence in enumerate(sentences):
            span = sentence.span
            if self._headline.lead_is_read(sentence):
                now = (number, sentence.paragraph)
                self._names.figures = self._headline.settle(self.figures, now, lexicon)
            low, high = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            self._read(number, sentence, rest[low:high])

    @property
    def figures(self) -> list[Figure]:
        """Whom the report has spoken of so far."""
        return self._names.figures

    def reference(self, place: int) -> Reference | None:
        """Return whom the word at an offset of the document stands for, None if for nobody."""
        return self._references.get(place)

    def joint(self, place: int) -> Figure | None:
        """Return the several of whom the word at an offset names the first, None if one alone."""
        return self._joint.get(place)

    def is_source(self, words: SourceWords) -> bool:
        """Tell whether words were told to be a source's, not those of some other part."""
        place = source_place(words)
        known = self._speech.words_at(place) if place is not None else None
        return known is not None and known.span == words.span

    def _read(self, number: int, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self._paragraph = sentence.paragraph
        names = names_in(number, sentence, mentions, self._names)
        one_of, amounts, speaking = self._lexicon.one_of, self._lexicon.amounts, self._speech.places
        for token in sentence.words:
            place = sentence.offset + token.idx
            if (
                token.pos_ in _SMALL_WORDS
                and token.lower_ not in one_of
                and token.lower_ not in amounts
                and place not in speaking
                and not names.concerns(place)
                and token.text[0] != "-"
            ):
                continue
            if place in names.read or self._read_name(token, place, names):
                pass
            elif group := self._standing.group_of(token):
                self._one_of(token, group, names)
            elif self._standing.is_pronoun(token, place):
                self._pronoun(token, number, sentence)
            elif token.pos_ == "PROPN" and (bearer := self._names.unseen_bearer(token)):
                self._references[place] = Reference(bearer, "named-in-full-elsewhere")
                self._appearances.note(bearer, token, number, sentence)
            elif self._standing.can_be_meant(token, place):
                self._describe(token, number, sentence)
            if token.dep_ == "conj" or joined_by(token, self._lexicon):
                self._join(token, number, sentence)

    def _join(self, token: Token, number: int, sentence: Sentence) -> None:
        """Bring in those who stand side by side as one figure: "ils", "les deux hommes"."""
        members = side_by_side(token, sentence.offset, self._references, self._lexicon)
        if not members:
            return
        known = next((f for f in self.figures if f.members == members), None)
        group = known or group_of(members, self._lexicon)
        if known is None:
            self.figures.append(group)
        first = first_of(token, self._lexicon)
        self._appearances.note(group, first, number, sentence)
        for word in (first, *(c for c in first.children if c.dep_.startswith("flat"))):
            self._joint[sentence.offset + word.idx] = group

    def _read_name(self, token: Token, place: int, names: SentenceNames) -> bool:
        """Bind a word of a name, or one beside a name that stands for its bearer."""
        sentence = names.sentence
        held = names.covering.get(place)
        if held is not None and self._names.is_name(held, token, sentence):
            if id(held) in names.seen:
                reference = self._references[place] = self._references[held.span.start]
                if place in self._speech:
                    # "Selon La Provence": the word that heads the name comes second.
                    self._appearances.note(reference.figure, token, names.number, sentence)
                return True
            names.seen.add(id(held))
            figure = self._names.figure(held, names.titles[id(held)], token, sentence)
            reference = Reference(figure, self._names.rule(held))
            self._references[held.span.start] = reference
            self._references.setdefault(place, reference)
            if self._is_new_subject(figure, names.titles[id(held)], token, place):
                self._names.figures = named_after_lead(
                    self.figures,
                    figure,
                    names.number,
                    self._lexicon,
                    civil=self._lexicon.has_civility_before(self._text, held.span.start),
                )
            self._appearances.note(figure, token, names.number, sentence)
            return True
        if place not in names.titled and self._stands_before_name(token):
            later = names.covering.get(place + len(token) + 1)
            if later is not None:
                figure = self._names.figure(later, names.titles[id(later)], token, sentence)
                self._references[place] = Reference(figure, self._names.rule(later))
                if place in self._speech:
                    self._appearances.note(figure, token, names.number, sentence)
                return True
        beside = self._named_beside(place, names)
        if beside is None:
            return False
        figure = self._names.figure(beside, names.titles[id(beside)], token, sentence)
        self._references[place] = Reference(figure, "named-beside")
        self._appearances.note(figure, token, names.number, sentence)
        return True

    def _is_new_subject(
        self, figure: Figure, titles: Sequence[Title], token: Token, place: int
    ) -> bool:
        """Tell somebody named in full for the first time, without a title, who does or says."""
        first = figure.kind == "person" and not (figure.appearances or titles or figure.nouns)
        # "Mme Wong" after "la cheffe de l'exécutif"
        told = " " in figure.name or self._lexicon.has_civility_before(self._text, place)
        if not first or not told or self._speech.in_quotation(place):
            return False
        if token.head.text in self._lexicon.civilities:
            token = token.head
        return self._speech.in_source(place) or part_of(token, self._lexicon) == "subject"

    def _stands_before_name(self, token: Token) -> bool:
        """Tell a civility, or the people of somebody named: "l'Américain John Rey"."""
        if token.text in self._lexicon.civilities:
            return True
        return token.text[0].isupper() and bool(self._states.of_adjective(token.text))

    def _named_beside(self, place: int, names: SentenceNames) -> Mention | None:
        """Return the name that a noun says what it is of: "le ministre, Paul Vidal,"."""
        if place in names.titled:
            return names.titled[place]
        if place not in self._speech:
            return None
        found = self._standing.apposed_name(place, names.mentions)
        words = self._speech.words_at(place)
        if found is None or found.schema_name != PERSON or words is None or words.head is None:
            return found
        head = words.head
        of_somebody = any(self._lexicon.is_person(self._lexicon.noun(c)) for c in head.children)
        # "l'entourage du ministre, Paul Vidal,": not he himself.
        body = of_somebody and self._lexicon.is_body(self._lexicon.noun(head))
        return None if body else found

    def _one_of(self, token: Token, group: Token, names: SentenceNames) -> None:
        """Bring in one of several: whoever fits "le responsable" afterwards."""
        sentence = names.sentence
        place, several_place = sentence.offset + token.idx, sentence.offset + group.idx
        beside = self._named_beside(several_place, names)
        if beside is not None:
            # "l'un de ses avocats, Me Paul Vidal,"
            figure = self._names.figure(beside, names.titles[id(beside)], token, sentence)
            self._references[place] = Reference(figure, "named-beside")
            return
        before = self._named_before(place, names.mentions)
        if before is not None and token.lower_ in self._lexicon.one_of:
            # "Paul Vidal, l'un des avocats du port,"
            known = self._references.get(before.span.start)
            if known is not None and known.figure.is_person:
                known.figure.nouns.add(self._lexicon.noun(group))
                names.read.add(several_place)
                self._references[place] = self._references[several_place] = known
                return
        names.read.add(several_place)
        words = self._speech.words_at(place) or self._speech.words_at(several_place)
        limit = words.span.end if words is not None else None
        told = describe_one if token.lower_ in self._lexicon.one_of else describe_amount
        one = told(token, group, sentence, self._lexicon, self._text, limit)
        figure = introduced(one, self._lexicon)
        # "Un de ses porte-parole"
        several = describe(group, sentence, self._lexicon, self._text, limit)
        now = (names.number, self._paragraph)
        reference = Reference(
            figure, possessor=possessor_of(self.figures, several, now, self._lexicon)
        )
        self.figures.append(figure)
        for word in (token, group):
            self._references[sentence.offset + word.idx] = reference
        self._appearances.note(figure, token, names.number, sentence)

    def _named_before(self, place: int, mentions: Sequence[Mention]) -> Mention | None:
        """Return the name that a comma parts from a word: "Paul Vidal, l'un"."""
        for mention in mentions:
            between = (
                self._text[mention.span.end : place].strip() if mention.span.end < place else ""
            )
            if between and between.rstrip("’'lL ") == "," and len(between) <= len(", l'"):
                return mention
        return None

    def _pronoun(self, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        speaks = self._speech.said_at(place)
        pronoun = self._lexicon.pronoun(token.text)
        subject = token.dep_.startswith("nsubj") or token.text.startswith("-")
        if pronoun is None or not (speaks or (subject and not self._speech.in_quotation(place))):
            return
        if speaks is None and token.dep_.startswith("expl"):
            return
        if pronoun.feminine is None and token.i > token.first:
            # "la même"
            told = self._lexicon.gender_of_determiner(fold(token.nbor(-1).text))
            pronoun = replace(pronoun, feminine=told)
        favoured = self._floor.continuing(speaks, sentence.paragraph, self.figures)
        speaker = favoured[1]
        if speaker is not None and not token.text.startswith("-") and self._is_source(speaker):
            # "..., relate une source. Elle aurait": whoever the source speaks of.
            favoured = (_OF_A_SOURCE, speaker)
        now = (number, self._paragraph)
        verb = speaks.cue_token if speaks is not None else None
        reference = stood_for(
            self.figures,
            pronoun,
            now,
            favoured,
            speaks=speaks is not None,
            reads_out=verb is not None and verb.lemma_.lower() in self._lexicon.written,
            above=self._above(token, sentence, speaks=speaks is not None),
        )
        if reference is not None:
            self._references[place] = reference
            self._appearances.note(reference.figure, token, number, sentence)

    def _above(
        self, token: Token, sentence: Sentence, *, speaks: bool
    ) -> tuple[float, Figure | None]:
        """Return by how much the subject that a pronoun's clause hangs under is favoured."""
        subject = subject_above(token)
        known = self._references.get(sentence.offset + subject.idx) if subject is not None else None
        if known is None or known.open:
            return 1.0, None
        return (WEIGHTS.own_words if speaks else WEIGHTS.own_clause), known.figure.same

    def _is_source(self, figure: Figure) -> bool:
        """Tell "une source", which "elle" takes up only where it goes on speaking."""
        anonymous = self._lexicon.anonymous & self._lexicon.feminine_nouns
        return not (figure.proper or anonymous.isdisjoint(figure.nouns))

    # Descriptions

    def _describe(self, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        if self._standing.is_inside(token) and place not in self._speech:
            return
        words = self._speech.words_at(place)
        limit = words.span.end if words is not None else None
        described = self._placed(describe(token, sentence, self._lexicon, self._text, limit))
        if place not in self._speech and (copula := self._standing.copula(token)) is not None:
            self._told_of_subject(token, copula, described, sentence)
            return
        behind = self._names.unseen_behind(token, sentence, described)
        if behind is not None:
            named, run = behind
            self._references[place] = Reference(named, "named-beside")
            for part in run:
                self._references[sentence.offset + part.idx] = Reference(named)
            self._appearances.note(named, token, number, sentence)
            return
        now = (number, self._paragraph)
        reference = taken_up(self.figures, described, now, self._lexicon)
        if reference is None and (members := foremost(self.figures, described, now, self._lexicon)):
            group = group_of(members, self._lexicon)
            self.figures.append(group)
            reference = Reference(group, "title-introduced-before")
        if reference is None:
            possessor = possessor_of(self.figures, described, now, self._lexicon)
            brought_in = introduced(described, self._lexicon)
            brought_in.states = states_spoken_for(token, self._lexicon, self._states)
            self.figures.append(brought_in)
            reference = Reference(brought_in, possessor=possessor)
            self._headline.note(described, brought_in, sentence)
        self._references[place] = reference
        if reference.open:
            return
        if not reference.figure.members:
            learn(reference.figure, described, self._lexicon)
        self._appearances.note(reference.figure, token, number, sentence)

    def _placed(self, described: Description) -> Description:
        """Tell a body's town from what else tells it apart: "la firme d'Izmir"."""
        if not described.names or described.kind != "organisation":
            return described
        seated = described.complements == described.names and described.names <= self._places
        return replace(
            described,
            seat=described.names if seated else frozenset(),
            places=self._places,
        )

    def _told_of_subject(
        self, token: Token, copula: Token, described: Description, sentence: Sentence
    ) -> None:
        """Note what a predicate says of its subject, who is nobody new."""
        for child in (*token.children, *copula.children):
            if child.dep_.startswith("nsubj") and child.i < token.i:
                held = self._references.get(sentence.offset + child.idx)
                if held is not None and described.person and held.figure.is_person:
                    held.figure.nouns.add(described.noun)
                    if held.figure.feminine is None:
                        held.figure.feminine = described.feminine
                return
