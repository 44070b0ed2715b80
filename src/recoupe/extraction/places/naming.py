"""The words of a report that name places.

The pipeline's names of places, and those that it took for something else or passed over
where both the gazetteer knows the name and the words before it speak of a place ("à Bakou",
"Saint-Denis (Réunion)"). Points of the compass and seats of power are no places.
"""

import re
from collections.abc import Iterator, Sequence

from recoupe.compare.places import OWN, Hit
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
_OF = re.compile(r"\s(?:de|d['’]|du|des|de la|de l['’])\s*$")
_TAIL = re.compile(r"(?:\s+[a-zà-ÿ][\w’'-]*)+$")
# "Corée du Nord", "Australie occidentale", "Sahara occidental"
_MORE = re.compile(r"\s+(?:(?:du|de\s+l['’])\s*)?[^\W\d_]+")
# A name passed over by the pipeline must be of a place that news speaks of.
_KNOWN_SIZE = 20_000
# One that stands alone, with no word of place beside it, must be of a large one.
_LARGE, _VERY_LARGE = 100_000, 1_000_000
_NAMED = frozenset(("city", "capital", "country", "region"))
_CAPITAL_BEFORE = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'-]*\.?\s+(?:(?:de|du|of|the|von|van)\s+|d['’])?|\b(?:the|of|von|van)\s+)$"
)
_CAPITAL_AFTER = re.compile(r"\s+[A-ZÀ-Ý]|[\w-]")
_WIDE = frozenset(("capital", "country", "sea", "area", "river", "lake"))
_WITH_ARTICLE = ("country", "region", "district", "sea", "area", "river")
_PLAIN_ARTICLES = frozenset(("le", "la", "les", "l'", "l’"))
_SHORT = 3
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
        self._surnames = frozenset(
            part
            for m in mentions
            if m.schema_name == _PERSON and " " in m.name
            for part in m.name.split()
        )
        self._opening: set[int] = set()
        self._before = re.compile(
            rf"\b(?P<noun>{words.noun})(?P<more>(?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){{0,2}}?)"
            r"(?P<link>\s+(?:de la|de l['’]|du|des|de|d['’])\s*|,\s*|\s+)$",
            re.IGNORECASE,
        )
        self._after = re.compile(
            rf"\s*[,(]\s*(?:(?:une?|la|le|l['’])\s*(?:[^\W\d_]+\s+)?)?(?P<noun>{words.noun})"
            r"(?:\s+(?P<more>[^\W\d_]+(?:-[^\W\d_]+)*))?",
            re.IGNORECASE,
        )

    def in_sentence(self, sentence: Sentence, number: int) -> list[PlaceMention]:
        """Return the places named in a sentence, in order, without overlap."""
        within = sentence.span
        adjectives = frozenset(
            sentence.offset + token.idx for token in sentence.words if token.pos_ == "ADJ"
        )
        common = _common_words(sentence)
        self._opening |= common
        here = [m for m in self._named if m.span.overlaps(within)]
        spans = [
            span
            for mention in here
            if mention.schema_name == _PLACE
            for span in self._placed(mention.span, within)
            if span.start not in common or self._is_large(span)
        ]
        # Twice: a place found may tell of one before it ("Alexandrie, dans le Piémont").
        if missed := list(self._missed(within, here, spans)):
            spans += missed
            spans += self._missed(within, here, spans)
        spans.sort()
        found = []
        for place, span in enumerate(spans):
            if place and spans[place - 1].overlaps(span):
                continue
            if names := self._names(span, within.start):
                whole = self._with_article(span, names, within)
                kinds, countries = self._told(whole, within, names, adjectives)
                found.append(
                    PlaceMention(
                        span=whole, names=names, kinds=kinds, countries=countries, sentence=number
                    )
                )
        return [
            mention.model_copy(update={"inside": self._inside(mention, found, place)})
            for place, mention in enumerate(found)
        ]

    # --- which words -------------------------------------------------------------

    def _placed(self, span: Span, within: Span) -> Iterator[Span]:
        """Yield the place in a name of the pipeline's: none if it is a direction or a seat."""
        span = self._trimmed(span)
        name = span.of(self._text)
        words = self._words
        if plain(name) in words.no_places or plain(_bare(name)) in words.seats:
            if self._has_kind(span, within):
                yield span
            return
        first = re.split(r"[\s’']", _bare(name))[0]
        if not words.gazetteer.find(name) and (
            plain(first) in words.directions  # "Est du pays"
            or plain(name) in words.classes  # "Etat"
            or words.countries_of(name)  # "Grecs"
        ):
            return
        yield self._completed(self._with_noun(span, within), within)

    def _is_large(self, span: Span) -> bool:
        hits = self._words.gazetteer.find(span.of(self._text))
        return any(_is_noted(hit, _VERY_LARGE) for hit in hits)

    def _trimmed(self, span: Span) -> Span:
        """Return a name without the noun of kind or the lower-case words that it came with."""
        name = span.of(self._text)
        find = self._words.gazetteer.find
        if find(name):
            return span
        head = self._words.head.match(name)
        if head and find(name[head.end() :]):
            return Span(span.start + head.end(), span.end)
        match = _TAIL.search(name)
        if match and find(name[: match.start()]):
            return Span(span.start, span.start + match.start())
        return span

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
            if any(hit.form in OWN for hit in hits):
                return longer
        return span

    def _completed(self, span: Span, within: Span) -> Span:
        """Return a name with the words behind that belong to it: "Australie occidentale"."""
        match = _MORE.match(self._text, span.end, within.end)
        if match is None:
            return span
        longer = Span(span.start, match.end())
        hits = self._words.gazetteer.find(longer.of(self._text))
        return longer if any(hit.form in OWN for hit in hits) else span

    def _missed(self, within: Span, here: list[Mention], spans: list[Span]) -> Iterator[Span]:
        """Yield places that the pipeline saw as something else, or not at all."""
        for match in _CAPITALISED.finditer(self._text, within.start, within.end):
            for span in self._known_within(match):
                if any(span.overlaps(s) for s in (*spans, *self._taken)):
                    continue
                longer = self._with_noun(span, within)
                held = [m for m in here if m.span.overlaps(span)]
                whole = all(self._trimmed(m.span) == span or self._ends(m, span) for m in held)
                if longer != span or (whole and self._is_told_as_place(span, within, spans, held)):
                    yield longer
                    break

    def _ends(self, mention: Mention, span: Span) -> bool:
        """Tell whether a place ends the common name of a body: "la justice de La Paz"."""
        body = mention.span.of(self._text)
        before = self._text[mention.span.start : span.start]
        return body[0].islower() and mention.span.end == span.end and bool(_OF.search(before))

    def _known_within(self, match: re.Match[str]) -> Iterator[Span]:
        """Yield the whole of some capitalised words and, of several, the last of them."""
        yield Span(match.start(), match.end())
        last = match[0].rsplit(" ", 1)[-1]
        if last != match[0]:
            yield Span(match.end() - len(last), match.end())

    def _is_told_as_place(
        self, span: Span, within: Span, spans: list[Span], held: list[Mention]
    ) -> bool:
        """Tell whether a name that the pipeline did not take for a place is one.

        Args:
            span: The name.
            within: Its sentence.
            spans: The places of the sentence.
            held: What the pipeline took the name for, if anything.
        """
        name = span.of(self._text)
        if plain(name) in self._words.no_places or len(name) < _SHORT:
            return self._has_kind(span, within)
        before = self._text[within.start : span.start]
        form, variants = self._form(span, within.start)
        find = self._words.gazetteer.find
        last = _LAST_WORD.search(before)
        for longer in variants:
            # "quitté Le Caire", "au Caire"; "la Garde" is no town.
            least = _KNOWN_SIZE if last and last[1][0].isupper() else _LARGE
            if any(_is_noted(hit, least) for hit in find(longer)) and not (
                last and last[1].lower() in _PLAIN_ARTICLES and last[1].islower()
            ):
                return True
        noun = self._before.search(before[-_REACH:])
        if noun and not noun["more"]:
            kinds = self._words.classes.get(plain(noun["noun"]), ())
            if any(hit.form in OWN and hit.place.kind in kinds for hit in find(name)):
                return True
        told = self._after.match(self._text, span.end, within.end)
        if told and not self._is_plural(told["noun"]):
            kinds = self._words.classes.get(plain(told["noun"]), ())
            if any(hit.form in OWN and hit.place.kind in kinds for hit in find(name)):
                return True  # "Elabouga, ville du Tatarstan"
        own = [hit.place for hit in find(name) if _is_noted(hit, _KNOWN_SIZE)]
        if not own:
            return False
        schemas = {m.schema_name for m in held}
        person = _PERSON in schemas
        if form in {"article", "within"}:
            free = not schemas or (form == "within" and not person)
            return len(name) > _SHORT and any(
                place.kind == "country"
                or (place.kind in _WITH_ARTICLE and (free or place.size >= _VERY_LARGE))
                for place in own
                if not person or place.kind == "country"
            )
        if before.endswith("(") and any(s.end + 2 >= span.start > s.end for s in spans):
            return True
        if any(self._holds(other, span) for other in spans):
            return True
        if form in {"bare", "en"} and not person:
            return True
        large = any(place.size >= _LARGE and place.kind in _NAMED for place in own)
        return large and self._stands_alone(span, held)

    def _holds(self, other: Span, span: Span) -> bool:
        """Tell whether the words behind a name say that another place holds it."""
        if not span.end < other.start <= span.end + _REACH:
            return False
        match = self._words.inside.fullmatch(self._text, span.end, other.start)
        return match is not None and bool(match["in"]) and bool(match["stop"])

    def _stands_alone(self, span: Span, held: list[Mention]) -> bool:
        """Tell whether a name of a large town is not rather a person's, or part of more."""
        name = span.of(self._text)
        around = self._text[max(0, span.start - 12) : span.start], self._text[span.end :]
        if _CAPITAL_BEFORE.search(around[0]) or _CAPITAL_AFTER.match(around[1]):
            return False
        if not held and span.start in self._opening:
            return False  # "Tours", "Nice": a common word that begins the sentence
        return plain(name) not in self._words.first_names and name not in self._surnames

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
            if any(hit.form in OWN for hit in find(longer)):
                names.append(PlaceName(text=longer[:1].upper() + longer[1:], form="bare"))
        article = _ARTICLE.match(name)
        if article and article.end() < len(name) and name[article.end()].isupper():
            if find(name):
                names.append(PlaceName(text=name, form=form))
            names.append(PlaceName(text=name[article.end() :], form="article"))
        else:
            names.append(PlaceName(text=name, form=form))
        return tuple(names)

    def _with_article(self, span: Span, names: tuple[PlaceName, ...], within: Span) -> Span:
        """Return a name with the capital article that is its own: "La Paz"."""
        match = re.search(r"\b(?:L[ae]s?\s+|L['’])$", self._text[within.start : span.start])
        if match and len(names) > 1 and names[0].form == "bare":
            return Span(span.start - len(match[0]), span.end)
        return span

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
        match = self._after.match(after)
        if match and not self._is_plural(match["noun"]):
            kinds = kinds or words.classes.get(plain(match["noun"]), ())
            countries.extend(words.countries_of(match["more"] or ""))
        first = re.split(r"[\s’']", span.of(self._text))[0]
        if plain(first) in words.part_of_name:
            kinds = words.classes.get(plain(first), ())
        return kinds, tuple(dict.fromkeys(countries))

    def _is_plural(self, noun: str) -> bool:
        folded = plain(noun)
        return folded.endswith("s") and folded[:-1] in self._words.classes

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


def _common_words(sentence: Sentence) -> frozenset[int]:
    """Return where a sentence begins, if its first word is none of the proper names.

    "Fier", "Force": a capital there tells nothing, and a small town bears many a word.
    """
    first = next((token for token in sentence.words if token.text.isalpha()), None)
    if first is None or first.pos_ == "PROPN":
        return frozenset()
    return frozenset((sentence.offset + first.idx,))


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def _is_noted(hit: Hit, least: int) -> bool:
    return hit.form in OWN and (hit.place.size >= least or hit.place.kind in _WIDE)
