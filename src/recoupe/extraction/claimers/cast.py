"""The cast of a report: whom it names, describes and takes up, read once in the order of its text.

Each name, noun and pronoun that can stand for somebody is bound to a figure, old
or new, before the next is read, so that what a pronoun may stand for is known
when it comes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.claimers.descriptions import Description, describe, kinship
from recoupe.extraction.claimers.figures import Appearance, Figure, Reference
from recoupe.extraction.claimers.lexicon import Lexicon, fold
from recoupe.extraction.claimers.salience import (
    WEIGHTS,
    rank_for_pronoun,
    salience,
    undecided,
    weight_of,
)
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.titles import Title, titles_beside
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, SourceKind, Span

PERSON = "Person"
_PLACE = "Address"
_BODIES = frozenset({"Organization", "Company", "PublicBody"})
_OBJECTS = frozenset({"obj", "iobj", "obl:agent", "obl:arg"})
_INSIDE = frozenset({"nmod", "flat", "flat:name", "compound"})
# A definite description finds its figure also where that has not been named for long.
_REMEMBERED = 0.25
_APPOSITION_REACH = 24
_NAME_REACH = 9
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
        self.figures: list[Figure] = []
        self._text = text
        self._lexicon = lexicon
        self._states = states
        self._saying = saying
        self._named: dict[tuple[bool, str], Figure] = {}
        self._references: dict[int, Reference] = {}
        self._speaker: Figure | None = None
        self._speaker_paragraph = -1
        self._paragraph = 0
        self._uses: dict[str, int] = {}
        for mention in mentions:
            self._uses[mention.name] = self._uses.get(mention.name, 0) + 1
        self._spoken, self._sources = _speaking(attributions)
        self._quoted = sorted(a.content for a in attributions if a.quotation == "direct")
        rest = sorted(mentions, key=lambda m: m.span)
        starts = [m.span.start for m in rest]
        for number, sentence in enumerate(sentences):
            span = sentence.span
            low, high = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            self._read(number, sentence, rest[low:high])

    def reference(self, place: int) -> Reference | None:
        """Return whom the word at an offset of the document stands for, None if for nobody."""
        return self._references.get(place)

    def _read(self, number: int, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        self._paragraph = sentence.paragraph
        titles = {id(m): self._titles(m, sentence) for m in mentions}
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
        for token in sentence.words:
            place = sentence.offset + token.idx
            held = covering.get(place)
            if held is not None and self._is_name(held, token, sentence):
                if id(held) not in seen:
                    seen.add(id(held))
                    self._name(held, titles[id(held)], token, number, sentence)
                else:
                    self._references[place] = self._references[held.span.start]
            elif place in titled:
                mention = titled[place]
                figure = self._figure_named(mention, titles[id(mention)], token, sentence)
                self._references[place] = Reference(figure, "named-beside")
                self._appear(figure, token, number, sentence)
            elif token.text in self._lexicon.civilities and place + len(token) + 1 in covering:
                later = covering[place + len(token) + 1]
                figure = self._figure_named(later, titles[id(later)], token, sentence)
                self._references[place] = Reference(figure, self._in_full(later))
            elif place in self._spoken and (apposed := self._apposed_name(place, mentions)):
                figure = self._figure_named(apposed, titles[id(apposed)], token, sentence)
                self._references[place] = Reference(figure, "named-beside")
                self._appear(figure, token, number, sentence)
            elif self._is_pronoun(token, place):
                self._pronoun(token, number, sentence)
            elif token.pos_ == "PROPN" and self._unseen(token, number, sentence):
                continue
            elif self._can_be_meant(token, place):
                self._describe(token, number, sentence)

    def _is_pronoun(self, token: Token, place: int) -> bool:
        if token.pos_ == "PRON" or token.text.startswith("-"):
            return not (place in self._spoken and self._lexicon.pronoun(token.text) is None)
        return place in self._spoken and self._lexicon.pronoun(token.text) is not None

    def _apposed_name(self, place: int, mentions: Sequence[Mention]) -> Mention | None:
        """Return the name that closes a source's words: "une de ses porte-parole, Ana Rey,"."""
        words = self._sources[place]
        if self._text[words.span.end : words.span.end + 2] != ", ":
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
            if civil and closed and mention.schema_name != _PLACE:
                return mention
            return None
        return None

    def _can_be_meant(self, token: Token, place: int) -> bool:
        if place in self._spoken:
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

    def _is_name(self, mention: Mention, token: Token, sentence: Sentence) -> bool:
        """Tell a name from a common noun that the pipeline took for one: "le ministère"."""
        words = mention.span.of(self._text)
        if words[:1].islower() and self._lexicon.is_known(words.split()[0]):
            return False
        return any(word[:1].isupper() or word[:1].isdigit() for word in words.split())

    # Names

    def _titles(self, mention: Mention, sentence: Sentence) -> list[Title]:
        if mention.schema_name in _BODIES:
            found = self._person_titles(mention, sentence)
            return found or titles_beside(mention, sentence, self._lexicon, person=False)
        if mention.schema_name == PERSON:
            return titles_beside(mention, sentence, self._lexicon, person=True)
        return self._person_titles(mention, sentence)

    def _person_titles(self, mention: Mention, sentence: Sentence) -> list[Title]:
        """Return titles that make a person of what the pipeline took for something else."""
        if self._states.is_state(mention.name):
            return []
        found = titles_beside(mention, sentence, self._lexicon, person=True)
        several = " " in mention.name and mention.schema_name != _PLACE
        return [
            t
            for t in found
            if t.before
            and not (mention.schema_name in _BODIES and t.noun in self._lexicon.either_kind)
            and (
                t.apposed
                or (several and not t.complements)
                or sentence.offset + t.token.idx + len(t.token) + 1 == mention.span.start
            )
        ]

    def _name(
        self,
        mention: Mention,
        titles: Sequence[Title],
        token: Token,
        number: int,
        sentence: Sentence,
    ) -> None:
        figure = self._figure_named(mention, titles, token, sentence)
        rule = self._in_full(mention)
        self._references[mention.span.start] = Reference(figure, rule)
        self._references.setdefault(sentence.offset + token.idx, Reference(figure, rule))
        self._appear(figure, token, number, sentence)

    def _unseen(self, token: Token, number: int, sentence: Sentence) -> bool:
        """Bind a surname that the pipeline did not see to the person who bears it."""
        fitting = [
            f
            for f in self.figures
            if f.kind == "person" and (f.name == token.text or f.name.split()[-1] == token.text)
        ]
        if not fitting:
            return False
        figure = max(fitting, key=lambda f: f.appearances[-1].place if f.appearances else -1)
        place = sentence.offset + token.idx
        self._references[place] = Reference(figure, "named-in-full-elsewhere")
        self._appear(figure, token, number, sentence)
        return True

    def _in_full(self, mention: Mention) -> str:
        short = mention.name != mention.span.of(self._text)
        return "named-in-full-elsewhere" if short else ""

    def _figure_named(
        self, mention: Mention, titles: Sequence[Title], token: Token, sentence: Sentence
    ) -> Figure:
        person = mention.schema_name == PERSON or any(
            self._lexicon.is_person(t.noun) and not self._lexicon.is_body(t.noun) for t in titles
        )
        key = (person, fold(mention.name))
        figure = self._named.get(key)
        if figure is None and person and " " not in mention.name:
            figure = self._bearer(mention)
        if figure is None:
            figure = Figure(
                name=mention.name,
                kind="person" if person else "organisation",
                proper=True,
                uses=self._uses.get(mention.name, 0),
            )
            self._named[key] = figure
            self.figures.append(figure)
            self._describe_name(figure, mention)
        for title in titles:
            self._name_later(figure, title)
            figure.nouns.add(title.noun)
            figure.complements |= title.complements
            figure.families |= self._lexicon.families.get(title.noun, frozenset())
            told = self._gender_of(title.token) if person else None
            if told is not None and (figure.feminine is None or title.before):
                figure.feminine = told
        if not person:
            self._agree(figure, token, sentence)
        else:
            calling = self._lexicon.calling_before(self._text, mention.span.start)
            if calling is not None:
                figure.nouns.add(calling)
            civil = self._lexicon.civility_before(self._text, mention.span.start)
            figure.feminine = civil if civil is not None else figure.feminine
        return figure

    def _name_later(self, figure: Figure, title: Title) -> None:
        """Give its name to whoever was brought in by the same title alone: "le ministre"."""
        if not title.before:
            return
        office = self._lexicon.offices.get(title.noun, frozenset())
        for other in self.figures:
            if other.proper or other.plural or other.named_later or other is figure:
                continue
            same = title.noun in other.nouns or any(
                office & self._lexicon.offices.get(n, frozenset()) for n in other.nouns
            )
            told_apart = title.complements and other.complements
            if (
                same
                and other.definite
                and not (told_apart and title.complements.isdisjoint(other.complements))
                and (other.feminine is None or figure.feminine in {None, other.feminine})
            ):
                other.named_later = figure
                figure.nouns |= other.nouns
                figure.complements |= other.complements
                merged = {a.sentence: a for a in (*other.appearances, *figure.appearances)}
                figure.appearances = [merged[k] for k in sorted(merged)]
        self.figures = [f for f in self.figures if f.named_later is None]

    def _bearer(self, mention: Mention) -> Figure | None:
        """Return which of several people of one surname is meant: by civility, else the last."""
        civil = self._lexicon.civility_before(self._text, mention.span.start)
        fitting = [
            f
            for f in self.figures
            if f.kind == "person"
            and " " in f.name
            and f.name.split()[-1] == mention.name
            and (civil is None or f.feminine is None or f.feminine == civil)
        ]
        return max(
            fitting, key=lambda f: f.appearances[-1].place if f.appearances else -1, default=None
        )

    def _describe_name(self, figure: Figure, mention: Mention) -> None:
        if figure.kind == "person":
            figure.feminine = self._lexicon.gender_of_name(mention.name)
            return
        figure.place_name = mention.schema_name == _PLACE or self._states.is_state(mention.name)
        if figure.place_name:
            figure.families.add("state" if self._states.is_state(mention.name) else "place")
        # "L'Autorité du médicament" is "l'autorité" afterwards.
        own = fold(mention.name).replace("'", " ").split()
        for word in own:
            if self._lexicon.is_body(word):
                figure.nouns.add(word)
                figure.families |= self._lexicon.families.get(word, frozenset())
        if any(word in self._lexicon.outlet_words for word in own):
            figure.families.add("media")
        if figure.nouns:
            figure.complements |= {w for w in own if w not in figure.nouns and len(w) > 2}

    def _agree(self, figure: Figure, token: Token, sentence: Sentence) -> None:
        """Take gender and number of a body from its article: "la Banque", "les Nations unies"."""
        if token.i == grammar.sentence_start(token):
            return
        article = fold(token.nbor(-1).text)
        told = self._lexicon.gender_of_determiner(article)
        if told is not None:
            figure.feminine = told
        if article == "les":
            figure.plural = True

    # Pronouns

    def _pronoun(self, token: Token, number: int, sentence: Sentence) -> None:
        place = sentence.offset + token.idx
        speaks = self._spoken.get(place)
        pronoun = self._lexicon.pronoun(token.text)
        subject = token.dep_.startswith("nsubj") or token.text.startswith("-")
        if pronoun is None or not (speaks or (subject and not self._in_quotation(place))):
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
        if self._is_inside(token) and place not in self._spoken:
            return
        words = self._sources.get(place)
        limit = words.span.end if words is not None else None
        described = describe(token, sentence, self._lexicon, self._text, limit)
        named = self._unseen_name_behind(token, sentence, described)
        if named is not None:
            self._references[place] = Reference(named, "named-beside")
            self._appear(named, token, number, sentence)
            return
        reference = self._taken_up(described, number, place)
        if reference is None:
            reference = Reference(self._introduced(described))
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

    def _unseen_name_behind(
        self, token: Token, sentence: Sentence, described: Description
    ) -> Figure | None:
        """Return the figure of a name that the pipeline did not see: "le groupe Sandrel"."""
        if described.plural or described.kind == "document" or described.determiner == "indefinite":
            return None
        run = self._name_run(token)
        if not run or not any(c.islower() for c in run[0].text):
            # "l'ex-ministre PS de l'Écologie": a party, not a name.
            return None
        behind = run[0].i > token.i + 1 and run[0].nbor(-1).pos_ != "ADJ"
        if behind and described.person and not self._lexicon.is_first_name(run[0].text):
            return None
        name = sentence.span_of(run).of(self._text)
        key = (described.person, fold(name))
        known = self._named.get(key)
        if known is None:
            known = Figure(
                name=name, kind="person" if described.person else "organisation", proper=True
            )
            known.feminine = described.feminine
            self._named[key] = known
            self.figures.append(known)
        known.nouns.add(described.noun)
        known.families |= self._lexicon.families.get(described.noun, frozenset())
        for part in run:
            self._references[sentence.offset + part.idx] = Reference(known)
        return known

    def _name_run(self, token: Token) -> list[Token]:
        """Return the name behind a noun and what describes it: "le fonds d'investissement Orka"."""
        run: list[Token] = []
        end = min(grammar.sentence_end(token), token.i + _NAME_REACH)
        for following in token.doc[token.i + 1 : end]:
            capital = following.text[:1].isupper() and following.pos_ in {"PROPN", "DET", "X"}
            capital = capital or (bool(run) and following.text[:1].isupper())
            particle = bool(run) and following.pos_ == "ADP" and following.lower_ in {"du", "de"}
            if following.ent_type_ and not run:
                break
            if capital and (run or following.nbor(-1).pos_ != "ADP"):
                run.append(following)
            elif particle and following.i + 1 < end and following.nbor(1).text[:1].isupper():
                run.append(following)
            elif run or following.pos_ not in {"ADJ", "ADP", "NOUN", "DET"}:
                break
            elif following.pos_ == "DET" and following.nbor(-1).pos_ != "ADP":
                break
        while run and run[-1].pos_ in {"ADP", "DET"}:
            run.pop()
        return run

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
        speaks = place in self._spoken
        weight = weight_of(_part(token), quoted=self._in_quotation(place))
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

    def _in_quotation(self, place: int) -> bool:
        k = bisect_right(self._quoted, Span(place, 10**9)) - 1
        return k >= 0 and self._quoted[k].end > place

    def _gender_of(self, token: Token) -> bool | None:
        for child in token.children:
            told = self._lexicon.gender_of_determiner(fold(child.text))
            if told is not None:
                return told
        return self._lexicon.gender_of_noun(token)


def _speaking(
    attributions: Iterable[Attribution],
) -> tuple[dict[int, Attribution], dict[int, SourceWords]]:
    """Return the offsets of the words that head sources, with what they say and their words."""
    found: dict[int, Attribution] = {}
    sources: dict[int, SourceWords] = {}
    for attribution in attributions:
        for words in (attribution.source, *attribution.further):
            if words is not None and words.head is not None:
                place = words.sentence.offset + words.head.idx
                found.setdefault(place, attribution)
                sources.setdefault(place, words)
    return found, sources


def _part(token: Token) -> str:
    """Return which part a word plays in its sentence."""
    head = grammar.name_head(token)
    for _ in range(3):
        if head.dep_ not in {"appos", "conj"} or head.head is head:
            break
        head = grammar.name_head(head.head)
    if head.dep_.startswith("nsubj") or head.dep_ == "ROOT" or token.text.startswith("-"):
        return "subject"
    if head.dep_ in _OBJECTS:
        return "object"
    return "inside" if head.dep_ in _INSIDE else "other"


def source_places(words: SourceWords) -> int | None:
    """Return the offset of the word that heads a source's words."""
    return words.sentence.offset + words.head.idx if words.head is not None else None


def kind_of(mention: Mention) -> SourceKind:
    """Return what kind of source a named thing is."""
    return "person" if mention.schema_name == PERSON else "organisation"
