"""The words of a report that name places.

The pipeline's names of places, and those that it took for something else or passed over
where both the gazetteer knows the name and the words before it speak of a place ("à Bakou",
"Saint-Denis (Réunion)"). Points of the compass and seats of power are no places.
"""

import re
from collections.abc import Iterator, Sequence

from recoupe.compare.places import Hit
from recoupe.compare.texts import plain
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.places.lexicon import PlaceWords
from recoupe.model import Mention, Span
from recoupe.model.place import PlaceForm, PlaceMention, PlaceName

_PLACE = "Address"
_PERSON = "Person"
_NAME = r"[A-ZÀ-ÝŒ][\w’'-]*"
_CAPITALISED = re.compile(
    rf"{_NAME}(?:[ -](?:(?:de|du|des|la|le|les|sur|el|al|ez|es|en)[ -])*{_NAME})*"
)
_LAST_WORD = re.compile(r"(?:^|[\s(«“\"’'/–—-])([^\W\d_]+['’]?)\s*$")
_ARTICLE = re.compile(r"(le|la|les|l['’])\s*(?=\S)", re.IGNORECASE)
# A name passed over by the pipeline must be of a place that news speaks of.
_KNOWN_SIZE = 20_000
_WIDE = frozenset(("capital", "country", "region", "sea", "area", "river", "lake"))
# How far back the noun of kind may stand: "la grande ville portuaire ukrainienne d'Odessa".
_REACH = 60


class Namer:
    """Finds the names of places in the sentences of one report."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], words: PlaceWords, taken: Sequence[Span]
    ) -> None:
        self._text = text
        self._words = words
        self._named = sorted(mentions, key=lambda m: m.span)
        self._taken = sorted(taken)
        self._before = re.compile(
            rf"\b(?P<noun>{words.noun})(?P<more>(?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){{0,2}}?)"
            r"(?P<link>\s+(?:de la|de l['’]|du|des|de|d['’])\s*|,\s*|\s+)$",
            re.IGNORECASE,
        )
        self._after = re.compile(
            rf"\s*[,(]\s*(?:(?:une?|la|le|l['’])\s*)?(?:[^\W\d_]+\s+)?(?P<noun>{words.noun})"
            r"(?:\s+(?P<more>[^\W\d_]+(?:-[^\W\d_]+)*))?",
            re.IGNORECASE,
        )

    def in_sentence(self, sentence: Sentence, number: int) -> list[PlaceMention]:
        """Return the places named in a sentence, in order, without overlap."""
        within = sentence.span
        adjectives = frozenset(
            sentence.offset + token.idx for token in sentence.words if token.pos_ == "ADJ"
        )
        here = [m for m in self._named if m.span.overlaps(within)]
        spans = [s for m in here if m.schema_name == _PLACE for s in self._placed(m.span, within)]
        spans += self._missed(within, here, spans)
        spans.sort()
        found = []
        for place, span in enumerate(spans):
            if place and spans[place - 1].overlaps(span):
                continue
            if names := self._names(span, within.start):
                kinds, countries = self._told(span, within, names, adjectives)
                found.append(
                    PlaceMention(
                        span=span, names=names, kinds=kinds, countries=countries, sentence=number
                    )
                )
        return [
            mention.model_copy(update={"inside": self._inside(mention, found, place)})
            for place, mention in enumerate(found)
        ]

    # --- which words -------------------------------------------------------------

    def _placed(self, span: Span, within: Span) -> Iterator[Span]:
        """Yield the place in a name of the pipeline's: none if it is a direction or a seat."""
        name = span.of(self._text)
        words = self._words
        if plain(name) in words.no_places or plain(_bare(name)) in words.seats:
            if self._has_kind(span, within):
                yield span
            return
        first = re.split(r"[\s’']", _bare(name))[0]
        if plain(first) in words.directions and not words.gazetteer.find(name):
            return  # "Est du pays"
        yield self._with_noun(span, within)

    def _has_kind(self, span: Span, within: Span) -> bool:
        """Tell whether a noun of kind says that the name is a place: "département du Nord"."""
        before = self._text[max(within.start, span.start - _REACH) : span.start]
        match = self._before.search(before)
        return match is not None and "region" in self._words.classes.get(plain(match["noun"]), ())

    def _with_noun(self, span: Span, within: Span) -> Span:
        """Return a name with the noun that is part of it: "golfe d'Oman"."""
        before = self._text[max(within.start, span.start - 30) : span.start]
        match = re.search(r"([^\W\d_]+)\s+((?:de la |de l['’]|du |des |de |d['’])?)$", before)
        if match and plain(match[1]) in self._words.part_of_name:
            longer = Span(span.start - len(match[0]), span.end)
            hits = self._words.gazetteer.find(longer.of(self._text))
            if any(hit.form == "N" for hit in hits):
                return longer
        return span

    def _missed(self, within: Span, here: list[Mention], spans: list[Span]) -> Iterator[Span]:
        """Yield places that the pipeline saw as something else, or not at all."""
        for match in _CAPITALISED.finditer(self._text, within.start, within.end):
            for span in self._known_within(match):
                if any(span.overlaps(s) for s in (*spans, *self._taken)):
                    continue
                held = [m for m in here if m.span.overlaps(span)]
                if any(m.span != span for m in held):
                    continue
                person = any(m.schema_name == _PERSON for m in held)
                if self._is_told_as_place(span, within, spans, person):
                    yield self._with_noun(span, within)
                    break

    def _known_within(self, match: re.Match[str]) -> Iterator[Span]:
        """Yield the whole of some capitalised words and, of several, the last of them."""
        yield Span(match.start(), match.end())
        last = match[0].rsplit(" ", 1)[-1]
        if last != match[0]:
            yield Span(match.end() - len(last), match.end())

    def _is_told_as_place(self, span: Span, within: Span, spans: list[Span], person: bool) -> bool:
        """Tell whether a name that the pipeline did not take for a place is one.

        Args:
            span: The name.
            within: Its sentence.
            spans: The places of the sentence.
            person: Whether the pipeline took it for a person's.
        """
        name = span.of(self._text)
        if plain(name) in self._words.no_places or len(name) < 3:
            return False
        before = self._text[within.start : span.start]
        form, variants = self._form(span, within.start)
        find = self._words.gazetteer.find
        noted = [hit for n in (name, *variants) for hit in find(n) if _is_noted(hit)]
        if not noted:
            return False
        noun = self._before.search(before[-_REACH:])
        if noun and not noun["more"]:
            return True
        country = any(hit.place.kind == "country" for hit in noted)
        if country and form in {"article", "within", "en"}:
            return True
        if person:
            return False
        if before.endswith("("):
            return any(s.end + 2 >= span.start > s.end for s in spans)
        last = _LAST_WORD.search(before)
        word = last[1].lower() if last else ""
        return (country and form == "of") or form in {"bare", "en"} or word in {"au", "aux"}

    # --- what they name -----------------------------------------------------------

    def _form(self, span: Span, start: int) -> tuple[PlaceForm, tuple[str, ...]]:
        """Return how the words before a name govern it, and the name with its article."""
        last = _LAST_WORD.search(self._text[start : span.start])
        if last is None:
            return "free", ()
        word = last[1].replace("’", "'")
        lower = word.lower()
        form = self._words.before.get(lower, "free")
        if lower == "a" and word == "a" and form == "bare":
            form = "free"  # the verb; "A Alep" begins a sentence
        article = self._words.articles.get(lower)
        if article is None:
            return form, ()
        if self._words.within.search(self._text, max(start, span.start - 20), span.start):
            form = "within"
        name = span.of(self._text)
        return form, (f"{article}{name}" if article.endswith("'") else f"{article} {name}",)

    def _names(self, span: Span, start: int) -> tuple[PlaceName, ...]:
        """Return what a name may stand for, with or without its article."""
        name = span.of(self._text)
        find = self._words.gazetteer.find
        form, variants = self._form(span, start)
        names = []
        for longer in variants:
            # "au Caire": the article is the town's own, and what is left of "au" is "à".
            if any(hit.form == "N" for hit in find(longer)):
                names.append(PlaceName(text=longer[:1].upper() + longer[1:], form="bare"))
        article = _ARTICLE.match(name)
        if article and article.end() < len(name) and name[article.end()].isupper():
            if find(name):
                names.append(PlaceName(text=name, form=form))
            names.append(PlaceName(text=name[article.end() :], form="article"))
        else:
            names.append(PlaceName(text=name, form=form))
        return tuple(names)

    # --- what stands beside them -----------------------------------------------------

    def _told(
        self, span: Span, within: Span, names: tuple[PlaceName, ...], adjectives: frozenset[int]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the kinds asked for, and the countries whose adjectives stand beside."""
        words = self._words
        start = max(within.start, span.start - _REACH)
        kinds: tuple[str, ...] = ()
        countries: list[str] = []
        match = self._before.search(self._text[start : span.start])
        if match and self._belongs(match, start, names, adjectives):
            kinds = words.classes.get(plain(match["noun"]), ())
            for word in match["more"].split():
                countries.extend(words.countries_of(word))
        after = self._text[span.end : min(within.end, span.end + _REACH)]
        if match := self._after.match(after):
            kinds = kinds or words.classes.get(plain(match["noun"]), ())
            countries.extend(words.countries_of(match["more"] or ""))
        first = re.split(r"[\s’']", span.of(self._text))[0]
        if plain(first) in words.part_of_name:
            kinds = words.classes.get(plain(first), ())
        return kinds, tuple(dict.fromkeys(countries))

    def _belongs(
        self,
        match: re.Match[str],
        start: int,
        names: tuple[PlaceName, ...],
        adjectives: frozenset[int],
    ) -> bool:
        """Tell whether a noun of kind before a name says what the name itself is.

        "Le port de Bandar Abbas" does; "une ville du Tatarstan", "la capitale du Niger" and
        "le port a quitté Tripoli" do not.
        """
        for word in re.finditer(r"\S+", match["more"]):
            at = start + match.start("more") + word.start()
            if at not in adjectives and not self._words.countries_of(word[0]):
                return False
        link = " ".join(match["link"].replace("’", "'").split()).lower()
        if match["more"] and not link:
            return False
        asked = self._words.classes.get(plain(match["noun"]), ("",))[0]
        if asked == "capital":
            return link in {"", ","}
        if asked in {"city", "port", "airport"} and link in {"du", "de la", "de l'", "des"}:
            return names[0].form == "bare"  # "la ville du Caire"
        return True

    def _inside(
        self, mention: PlaceMention, found: list[PlaceMention], place: int
    ) -> tuple[Span, ...]:
        """Return the next place of the sentence, if the words between say that it holds this."""
        if place + 1 >= len(found):
            return ()
        other = found[place + 1]
        match = self._words.inside.fullmatch(self._text, mention.span.end, other.span.start)
        if match is None:
            return ()
        told = match["in"] or (match["of"] and match["noun"])
        bracket = match["stop"] == "(" and self._text[other.span.end : other.span.end + 1] == ")"
        return (other.span,) if told or bracket else ()


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def _is_noted(hit: Hit) -> bool:
    return hit.form == "N" and (hit.place.size >= _KNOWN_SIZE or hit.place.kind in _WIDE)
