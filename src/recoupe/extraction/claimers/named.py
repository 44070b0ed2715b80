"""Figures that have a name: who bears it, what the name tells of them, and who turns out to."""

from collections import Counter
from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.later import named_later
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.name_runs import name_run
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.titles import Title
from recoupe.extraction.claimers.words import fold, is_plural, told_apart_by
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, SourceKind

PERSON = "Person"
PLACE = "Address"
THING = "Thing"
_BODIES = frozenset({"Organization", "Company", "PublicBody"})
_FEWEST_NAMED = 6


class NamedFigures:
    """The figures of one report, and which of them bear which name.

    Args:
        text: The document's stored text.
        mentions: Its named things.
        lexicon: Words for who can be meant.
        states: The table of states.
        outlet: Who publishes the report, where that is known.

    Attributes:
        figures: All figures so far, also those without a name.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        lexicon: Lexicon,
        states: States,
        outlet: str | None = None,
    ) -> None:
        self._outlet = _folded(outlet or "")
        self.figures: list[Figure] = []
        self._text = text
        self._lexicon = lexicon
        self._states = states
        self._named: dict[tuple[bool, str], Figure] = {}
        self._wares = {
            m.name
            for m in mentions
            if m.schema_name == THING and lexicon.is_ware(text, m.span.start, m.span.end)
        }
        self._uses = Counter(mention.name for mention in mentions)
        people = sum(1 for mention in mentions if mention.schema_name == PERSON)
        # A report that names two people twice is about neither.
        self._people = max(people, _FEWEST_NAMED)

    def is_name(self, mention: Mention) -> bool:
        """Tell a name from a common noun that the pipeline took for one: "le ministère"."""
        words = mention.span.of(self._text)
        if words[:1].islower() and self._lexicon.is_known(words.split()[0]):
            return False
        return any(word[:1].isupper() or word[:1].isdigit() for word in words.split())

    def figure(
        self, mention: Mention, titles: Sequence[Title], token: Token, sentence: Sentence
    ) -> Figure:
        """Return the figure that bears a name, with what stands beside the name told of it.

        Args:
            mention: The name.
            titles: The nouns beside it.
            token: Its first word, or the title that is read for it.
            sentence: Its sentence.
        """
        person = mention.schema_name == PERSON or any(
            self._lexicon.is_person(t.noun)
            and not self._lexicon.is_body(t.noun)
            # "L'armateur, la société Valmer": a firm all the same.
            and not (t.noun in self._lexicon.either_kind and mention.schema_name in _BODIES)
            for t in titles
        )
        key = (person, fold(mention.name))
        figure = self._named.get(key)
        if figure is None and person:
            short = " " not in mention.name
            figure = self._bearer(mention) if short else self._bearer_of_tail(mention)
        elif figure is None and " " not in mention.name and not self._states.is_state(mention.name):
            figure = self._longer_body(mention)
        if figure is None:
            figure = Figure(
                name=mention.name,
                kind="person" if person else "organisation",
                proper=True,
                uses=self._uses[mention.name],
            )
            if person:
                figure.share = figure.uses / self._people
            self._named[key] = figure
            self.figures.append(figure)
            self._describe_name(figure, mention)
        for title in titles:
            self.figures = named_later(self.figures, figure, title, self._lexicon)
            figure.nouns.add(title.noun)
            figure.complements |= title.complements
            figure.families |= self._lexicon.families.get(title.noun, frozenset())
            # "Deux députés, Ana Rey et Paul Vidal": the plural tells nothing of either.
            one = person and not is_plural(title.token)
            told = self._gender_of(title.token) if one else None
            if told is not None and (figure.feminine is None or title.before):
                figure.feminine = told
        if not person:
            seat = self._lexicon.seated.match(self._text, mention.span.end)
            if seat is not None:
                figure.complements.add(told_apart_by(seat.group(1)))
            told = self._agree(figure, token)
            if told and titles and titles[0].before and not figure.gendered:
                # "Le propriétaire, la compagnie Valmer": by the noun nearest to the name.
                gender = self._gender_of(titles[0].token)
                figure.feminine = figure.feminine if gender is None else gender
            # Not that of a noun beside it: "le fabricant Valmer" is "elle" too.
            place = sentence.offset + token.idx
            figure.gendered |= told and mention.span.start <= place < mention.span.end
        else:
            calling = self._lexicon.calling_before(self._text, mention.span.start)
            if calling is not None:
                figure.nouns.add(calling)
            civil = self._lexicon.civility_before(self._text, mention.span.start)
            figure.feminine = civil if civil is not None else figure.feminine
        return figure

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
        # Of a couple named together the first is called by the surname alone.
        return max(fitting, key=_last_sentence, default=None)

    def _describe_name(self, figure: Figure, mention: Mention) -> None:
        if figure.kind == "person":
            figure.feminine = self._lexicon.gender_of_name(mention.name)
            return
        # A ship, a vaccine: no firm, unless it turns out to speak.
        figure.thing_name = mention.schema_name == THING
        numbered = any(c.isdigit() for c in mention.name)
        figure.thing = figure.thing_name and (numbered or mention.name in self._wares)
        figure.place_name = mention.schema_name == PLACE or self._states.is_state(mention.name)
        if figure.place_name:
            figure.families.add("state" if self._states.is_state(mention.name) else "place")
        if mention.schema_name == "PublicBody":
            figure.families.add("public")
        # "L'Autorité du médicament" is "l'autorité" afterwards.
        own = _folded(mention.name)
        for place, word in enumerate(own):
            # "Bahia Marine" is no navy, "Haute Autorité du port" is an authority.
            opens = not place or own[place - 1] in self._lexicon.before_bodies
            if opens and self._lexicon.is_body(word):
                figure.nouns.add(word)
                figure.families |= self._lexicon.families.get(word, frozenset())
        # The paper itself makes no pumps: "le fabricant" is another.
        itself = bool(own) and not figure.place_name and set(own) <= set(self._outlet)
        figure.publishes = itself
        if itself or any(word in self._lexicon.outlet_words for word in own):
            figure.families.add("media")
        if figure.nouns:
            figure.complements |= {
                told_apart_by(w) for w in own if w not in figure.nouns and len(w) > 2
            }

    def _agree(self, figure: Figure, token: Token) -> bool:
        """Take gender and number of a body from its article: "la Banque", "les Nations unies".

        Tells whether there is one that tells the gender.
        """
        if token.i == grammar.sentence_start(token):
            return False
        article = fold(token.nbor(-1).text)
        told = self._lexicon.gender_of_determiner(article)
        if told is not None:
            figure.feminine = told
        if article in self._lexicon.determiners["definite_plural"]:
            figure.plural = True
        return told is not None

    def rule(self, mention: Mention) -> str:
        """Return what says whom a name stands for: "" where it is written in full."""
        short = mention.name != mention.span.of(self._text)
        return "named-in-full-elsewhere" if short else ""

    def _gender_of(self, token: Token) -> bool | None:
        for child in token.children:
            told = self._lexicon.gender_of_determiner(fold(child.text))
            if told is not None:
                return told
        return self._lexicon.gender_of_noun(token)

    def _bearer_of_tail(self, mention: Mention) -> Figure | None:
        """Return whose name ends in a family name of several words: "De Rigny"."""
        tail = " " + fold(mention.name)
        fitting = [f for f in self.figures if f.kind == "person" and fold(f.name).endswith(tail)]
        return max(fitting, key=_last_place, default=None)

    def _longer_body(self, mention: Mention) -> Figure | None:
        """Return the body known by a longer name that a word begins: "Orka" of "Orka Plus"."""
        start = fold(mention.name) + " "
        fitting = [
            f
            for f in self.figures
            if f.kind == "organisation"
            and f.proper
            and not f.place_name
            and fold(f.name).startswith(start)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def unseen_bearer(self, token: Token) -> Figure | None:
        """Return who bears a surname that the pipeline did not see as a name."""
        people = [f for f in self.figures if f.kind == "person"]
        fitting = [f for f in people if token.text in {f.name, f.name.split()[-1]}]
        if not fitting and self._lexicon.is_first_name(token.text):
            # "Wouter" of Wouter Claessens, where only one is called so.
            first = [f for f in people if f.name.split()[0] == token.text]
            fitting = first if len(first) == 1 else []
        return max(fitting, key=_last_place, default=None)

    def unseen_behind(
        self, token: Token, sentence: Sentence, described: Description
    ) -> tuple[Figure, list[Token]] | None:
        """Return the figure of a name that the pipeline did not see: "le groupe Sandrel"."""
        if described.plural or described.kind == "document" or described.determiner == "indefinite":
            return None
        run = name_run(token)
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
        return known, run


def _last_sentence(figure: Figure) -> tuple[int, int, int]:
    if not figure.appearances:
        return -1, figure.uses, 0
    last = figure.appearances[-1]
    return last.sentence, figure.uses, -last.place


def _last_place(figure: Figure) -> int:
    return figure.appearances[-1].place if figure.appearances else -1


def kind_of(mention: Mention) -> SourceKind:
    """Return what kind of source a named thing is."""
    return "person" if mention.schema_name == PERSON else "organisation"


def _folded(name: str) -> list[str]:
    return fold(name).replace("'", " ").split()
