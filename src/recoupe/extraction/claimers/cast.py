"""The cast of a report: whom it names, describes and takes up, read once in the order of its text.

Each name, noun and pronoun that can stand for somebody is bound to a figure, old
or new, before the next is read, so that what a pronoun may stand for is known
when it comes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers.descriptions import Description, describe, kinship
from recoupe.extraction.claimers.figures import Appearance, Figure, Reference
from recoupe.extraction.claimers.lexicon import Lexicon, Pronoun, fold
from recoupe.extraction.claimers.named import PLACE, NamedFigures
from recoupe.extraction.claimers.salience import (
    WEIGHTS,
    rank_for_pronoun,
    salience,
    undecided,
    weight_of,
)
from recoupe.extraction.claimers.speech import Speech
from recoupe.extraction.claimers.states import States, states_spoken_for
from recoupe.extraction.claimers.titles import Title
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Mention

_OBJECTS = frozenset({"obj", "iobj", "obl:agent", "obl:arg"})
_SUBORDINATE = frozenset({"advcl", "acl", "acl:relcl", "ccomp"})
_INSIDE = frozenset({"nmod", "flat", "flat:name", "compound"})
# A definite description finds its figure also where that has not been named for long.
_REMEMBERED = 0.25
_APPOSITION_REACH = 24
# Words in which "l'un des" names its people.
_GROUP_REACH = 5
_COPULA_REACH = 4
# ... the more so where it was introduced by the same noun.
_SAME_REMEMBERED = 0.6
_EACH_USE = 0.06
_MOST_USES = 6


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
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._states = states
        self._saying = saying
        self._names = NamedFigures(text, mentions, lexicon, states)
        self._speech = Speech(attributions)
        self._references: dict[int, Reference] = {}
        self._speaker: Figure | None = None
        self._speaker_paragraph = -1
        self._paragraph = 0
        rest = sorted(mentions, key=lambda m: m.span)
        starts = [m.span.start for m in rest]
        for number, sentence in enumerate(sentences):
            span = sentence.span
            low, high = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            self._read(number, sentence, rest[low:high])

    @property
    def figures(self) -> list[Figure]:
        """Whom the report has spoken of so far."""
        return self._names.figures

    def reference(self, place: int) -> Reference | None:
        """Return whom the word at an offset of the document stands for, None if for nobody."""
        return self._references.get(place)

    def _read(self, number: int, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self._paragraph = sentence.paragraph
        titles = {id(m): self._names.titles(m, sentence) for m in mentions}
        titled = {
            sentence.offset + title.token.idx: mention
            for mention in mentions
            for title in titles[id(mention)]
        }
        covering: dict[int, Mention] = {}
        for mention in mentions:
            for place in range(mention.span.start, mention.span.end):
                covering[place] = mention
        seen: set[int] = set()
        grouped: set[int] = set()
        for token in sentence.words:
            place = sentence.offset + token.idx
            if place in grouped:
                continue
            held = covering.get(place)
            if held is not None and self._names.is_name(held, token, sentence):
                if id(held) not in seen:
                    seen.add(id(held))
                    self._name(held, titles[id(held)], token, number, sentence)
                else:
                    self._references[place] = self._references[held.span.start]
            elif place in titled:
                mention = titled[place]
                figure = self._names.figure(mention, titles[id(mention)], token, sentence)
                self._references[place] = Reference(figure, "named-beside")
                self._appear(figure, token, number, sentence)
            elif token.text in self._lexicon.civilities and place + len(token) + 1 in covering:
                later = covering[place + len(token) + 1]
                figure = self._names.figure(later, titles[id(later)], token, sentence)
                self._references[place] = Reference(figure, self._names.rule(later))
            elif place in self._speech and (apposed := self._apposed_name(place, mentions)):
                figure = self._names.figure(apposed, titles[id(apposed)], token, sentence)
                self._references[place] = Reference(figure, "named-beside")
                self._appear(figure, token, number, sentence)
            elif token.lower_ in self._lexicon.one_of and (group := self._group_of(token)):
                several = sentence.offset + group.idx
                beside = titled.get(several) or self._apposed_name(several, mentions)
                if beside is not None:
                    # "l'un de ses avocats, Me Paul Vidal,"
                    figure = self._names.figure(beside, titles[id(beside)], token, sentence)
                    self._references[place] = Reference(figure, "named-beside")
                    continue
                self._one_of(token, group, number, sentence)
                grouped.add(sentence.offset + group.idx)
            elif self._is_pronoun(token, place):
                self._pronoun(token, number, sentence)
            elif token.pos_ == "PROPN" and (bearer := self._names.unseen_bearer(token)):
                self._references[place] = Reference(bearer, "named-in-full-elsewhere")
                self._appear(bearer, token, number, sentence)
            elif self._can_be_meant(token, place):
                self._describe(token, number, sentence)

    def _group_of(self, token: Token) -> Token | None:
        """Return the people of whom one is meant: "l'un des responsables", "une d'elles"."""
        following = token.doc[token.i + 1 : min(token.past, token.i + 1 + _GROUP_REACH)]
        if not following or following[0].lower_ not in self._lexicon.partitives:
            return None
        for word in following[1:]:
            if word.pos_ == "NOUN" or grammar.stands_as_noun(word):
                return word if self._lexicon.is_person(self._lexicon.noun(word)) else None
            if word.pos_ not in {"DET", "ADJ", "NUM"}:
                return None
        return None

    def _one_of(self, token: Token, group: Token, number: int, sentence: Sentence) -> None:
        """Bring in one of several: whoever fits "le responsable" afterwards."""
        place = sentence.offset + token.idx
        words = self._speech.words_at(place) or self._speech.words_at(sentence.offset + group.idx)
        limit = words.span.end if words is not None else None
        several = describe(group, sentence, self._lexicon, self._text, limit)
        told = self._lexicon.gender_of_determiner(token.lower_)
        described = describe(token, sentence, self._lexicon, self._text, limit)
        figure = self._introduced(
            replace(
                several,
                words=described.words,
                determiner="indefinite",
                feminine=told or several.feminine,
                plural=False,
            )
        )
        for word in (token, group):
            self._references[sentence.offset + word.idx] = Reference(figure)
        self._appear(figure, token, number, sentence)

    def _is_pronoun(self, token: Token, place: int) -> bool:
        if token.pos_ == "PRON" or token.text.startswith("-"):
            return not (place in self._speech and self._lexicon.pronoun(token.text) is None)
        return place in self._speech and self._lexicon.pronoun(token.text) is not None

    def _apposed_name(self, place: int, mentions: Sequence[Mention]) -> Mention | None:
        """Return the name that closes a source's words: "une de ses porte-parole, Ana Rey,"."""
        words = self._speech.words_at(place)
        if words is None or self._text[words.span.end : words.span.end + 2] != ", ":
            return None
        for mention in mentions:
            if not words.span.end < mention.span.start <= words.span.end + _APPOSITION_REACH:
                continue
            between = self._text[words.span.end + 2 : mention.span.start].split()
            closing = self._text[mention.span.end : mention.span.end + 2].strip()[:1]
            civil = all(
                w in self._lexicon.civilities
                or w in {"la", "le"}
                or self._states.of_adjective(w.split("'")[-1].split("’")[-1])
                for w in between
            )
            closed = not closing or closing in ",.;:()»”d"
            if civil and closed and mention.schema_name != PLACE:
                return mention
            return None
        return None

    def _can_be_meant(self, token: Token, place: int) -> bool:
        if place in self._speech:
            return True
        if token.pos_ not in {"NOUN", "ADJ", "VERB", "PROPN"}:
            return False
        if token.pos_ == "PROPN":
            return self._is_people(token)
        noun = self._lexicon.noun(token)
        if not grammar.stands_as_noun(token):
            # "deux anciens douaniers": a subject whatever the tagger took it for.
            return token.dep_.startswith("nsubj") and self._lexicon.is_known(noun)
        if self._lexicon.is_known(noun) or self._is_people(token):
            return True
        # Who says, threatens or tells is somebody, whatever the noun.
        determined = any(c.pos_ == "DET" for c in token.children)
        never = noun in self._lexicon.never_sources
        says = token.head.lemma_.lower() in self._saying
        return token.dep_ == "nsubj" and determined and not never and says

    def _is_people(self, token: Token) -> bool:
        """Tell "les Américains": the people of a state, who act for it."""
        return (
            token.text[:1].isupper()
            and token.dep_.startswith("nsubj")
            and token.i > grammar.sentence_start(token)
            and fold(token.nbor(-1).text) == "les"
            and bool(self._states.of_adjective(token.text))
        )

    def _name(
        self,
        mention: Mention,
        titles: Sequence[Title],
        token: Token,
        number: int,
        sentence: Sentence,
    ) -> None:
        figure = self._names.figure(mention, titles, token, sentence)
        rule = self._names.rule(mention)
        self._references[mention.span.start] = Reference(figure, rule)
        self._references.setdefault(sentence.offset + token.idx, Reference(figure, rule))
        self._appear(figure, token, number, sentence)

    def _pronoun(self, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        speaks = self._speech.said_at(place)
        pronoun = self._lexicon.pronoun(token.text)
        subject = token.dep_.startswith("nsubj") or token.text.startswith("-")
        if pronoun is None or not (speaks or (subject and not self._speech.in_quotation(place))):
            return
        if speaks is None and token.dep_.startswith("expl"):
            return
        continuing, speaker = self._continuing(speaks, sentence)
        scored = rank_for_pronoun(
            self.figures,
            pronoun,
            (number, self._paragraph),
            continuing=continuing,
            speaker=speaker,
        )
        if not scored:
            return
        figure = scored[0][1]
        others = tuple(f for _, f in scored[1:4])
        self._references[place] = Reference(figure, "pronoun-last-speaker", others)
        self._appear(figure, token, number, sentence)

    def _continuing(
        self, speaks: Attribution | None, sentence: Sentence
    ) -> tuple[float, Figure | None]:
        """Return by how much a quotation that goes on favours whoever spoke last."""
        if speaks is None or self._speaker is None:
            return 1.0, None
        if sentence.paragraph - self._speaker_paragraph > 1 or self._overtaken():
            return 1.0, None
        verb = speaks.cue_token
        factor = WEIGHTS.same_speaker
        if verb is not None and verb.lemma_.lower() in self._lexicon.continuing:
            factor *= WEIGHTS.continuing
        return factor, self._speaker

    def _overtaken(self) -> bool:
        """Tell whether a sentence has been about somebody else since somebody spoke last."""
        speaker = self._speaker
        if speaker is None or not speaker.appearances:
            return True
        since = speaker.appearances[-1].place
        return any(
            f is not speaker
            and f.is_person
            and f.plural == speaker.plural
            and f.appearances
            and f.appearances[-1].place > since
            and f.appearances[-1].weight >= WEIGHTS.subject
            for f in self.figures
        )

    # Descriptions

    def _describe(self, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        if self._is_inside(token) and place not in self._speech:
            return
        words = self._speech.words_at(place)
        limit = words.span.end if words is not None else None
        described = describe(token, sentence, self._lexicon, self._text, limit)
        if place not in self._speech and (copula := self._copula(token)) is not None:
            self._told_of_subject(token, copula, described, sentence)
            return
        behind = self._names.unseen_behind(token, sentence, described)
        if behind is not None:
            named, run = behind
            self._references[place] = Reference(named, "named-beside")
            for part in run:
                self._references[sentence.offset + part.idx] = Reference(named)
            self._appear(named, token, number, sentence)
            return
        reference = self._taken_up(described, number, place)
        if reference is None:
            possessor = self._possessor(described, number)
            introduced = self._introduced(described)
            introduced.states = states_spoken_for(token, self._lexicon, self._states)
            reference = Reference(introduced, possessor=possessor)
        self._references[place] = reference
        if reference.open:
            return
        figure = reference.figure
        if figure.kind == "person" and described.kind == "organisation":
            # "Valmer a réagi. Le groupe ...": no person after all.
            figure.kind = "organisation"
        figure.nouns.add(described.noun)
        if described.person and figure.proper:
            figure.complements |= described.complements
        if described.feminine is not None and (figure.feminine is None or not figure.is_person):
            # A body is "il" or "elle" after the noun that stood for it last.
            figure.feminine = described.feminine
        self._appear(figure, token, number, sentence)

    def _copula(self, token: Token) -> Token | None:
        """Return the verb that makes a noun a predicate: "Aubry fut présentateur"."""
        for k in range(token.i - 1, max(token.first, token.i - _COPULA_REACH) - 1, -1):
            before = token.doc[k]
            if before.lemma_ in self._lexicon.copulas and before.pos_ in {"AUX", "VERB"}:
                shown = k > token.first and self._lexicon.is_nobody(before.nbor(-1).text)
                return None if shown else before
            if before.pos_ not in {"DET", "ADJ", "ADV", "NUM"}:
                return None
        return None

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

    def _possessor(self, described: Description, number: int) -> Figure | None:
        """Return whose somebody is: "leur" is of several, "son" of one, man or woman."""
        if described.determiner != "possessive":
            return None
        first = described.words.split(maxsplit=1)[0].lower()
        owner = Pronoun(plural=first in self._lexicon.determiners["of_several"])
        scored = rank_for_pronoun(self.figures, owner, (number, self._paragraph))
        return scored[0][1] if scored else None

    def _is_inside(self, token: Token) -> bool:
        """Tell "la Défense" in "le ministre de la Défense": a part of an office's name."""
        head = token.head
        return (
            token.dep_.startswith("nmod")
            and head.pos_ in {"NOUN", "PROPN"}
            and self._lexicon.noun(token) in self._lexicon.inside_only
        )

    def _introduced(self, described: Description) -> Figure:
        figure = Figure(
            name=described.words,
            kind=described.kind,
            feminine=described.feminine,
            plural=described.plural,
            definite=described.determiner != "indefinite",
            nouns={described.noun},
            complements=set(described.complements),
            families=set(self._lexicon.families.get(described.noun, ())),
        )
        self.figures.append(figure)
        return figure

    def _taken_up(self, described: Description, number: int, place: int) -> Reference | None:
        """Return whom a definite description takes up, None where it brings somebody in."""
        if described.near:
            pronoun = described.as_pronoun()
            scored = rank_for_pronoun(self.figures, pronoun, (number, self._paragraph))
            others = tuple(f for _, f in scored[1:4])
            return Reference(scored[0][1], "pronoun-last-speaker", others) if scored else None
        if described.determiner == "indefinite" and not described.same:
            return None
        scored = []
        for figure in self.figures:
            if not figure.appearances:
                continue
            kin, least = kinship(figure, described, self._lexicon)
            if not kin:
                continue
            fore = salience(figure, number, self._paragraph)
            if fore < least:
                continue
            uses = _EACH_USE * min(figure.uses, _MOST_USES) if figure.proper else 0.0
            kept = _SAME_REMEMBERED if described.noun in figure.nouns else _REMEMBERED
            scored.append((kin * (kept + fore + uses), figure))
        if not scored:
            return None
        scored.sort(key=lambda s: (-s[0], -s[1].appearances[-1].place))
        others = tuple(f for _, f in scored[1:4])
        if undecided(scored) and not described.pointing:
            own = self._introduced(described)
            self.figures.remove(own)
            return Reference(own, "title-fits-several", (scored[0][1], *others), open=True)
        return Reference(scored[0][1], "title-introduced-before", others)

    # Appearances

    def _appear(self, figure: Figure, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        speaks = place in self._speech
        weight = weight_of(_part(token), quoted=self._speech.in_quotation(place))
        if figure.appearances and figure.appearances[-1].sentence == number:
            # "Le ministre, Paul Vidal,": once, by the part that brings him most to the fore.
            last = figure.appearances.pop()
            weight = max(weight, last.weight)
            if last.speaks and not speaks:
                place, speaks = last.place, True
        figure.appearances.append(
            Appearance(
                place=place,
                sentence=number,
                paragraph=sentence.paragraph,
                weight=weight,
                speaks=speaks,
            )
        )
        if speaks:
            self._speaker, self._speaker_paragraph = figure, sentence.paragraph


def _part(token: Token) -> str:
    """Return which part a word plays in its sentence."""
    head = grammar.name_head(token)
    for _ in range(3):
        if head.dep_ not in {"appos", "conj"} or head.head is head:
            break
        head = grammar.name_head(head.head)
    if head.dep_.startswith("nsubj") or head.dep_ == "ROOT" or token.text.startswith("-"):
        return "subordinate" if head.head.dep_ in _SUBORDINATE else "subject"
    if head.dep_ in _OBJECTS:
        return "object"
    return "inside" if head.dep_ in _INSIDE else "other"
