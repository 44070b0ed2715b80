"""Outlets that running text names where only outlets are named.

"Le site tchèque X a révélé", "selon le quotidien X", "nos confrères de X", "dans les colonnes
de X", "croit savoir X", "(source X)", "rapporte x.mg": a frame tells that an outlet stands in
it, so its name need not be known. In a frame that is open to others too ("au micro de") a name
is an outlet's only where it is no person's and no known place's; where anybody may stand
("a déclaré à"), only where it has a word of outlets in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from recoupe.language import Pack
from recoupe.model import Mention, Span

_WORD = r"[A-ZÀ-Ý][\w&’'-]*"
_SITE = r"(?<![@\w./-])(?:[a-z0-9-]++\.)+(?!(?:html?|pdf|jpe?g|png|docx?)\b)[a-z]{2,7}\b(?![\w@-])"
_BEFORE, _BEHIND = 90, 110
"""Characters beside a name in which its frame stands."""
_REST = re.compile(r" [a-zà-ÿ]+")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A pattern as written, and what is quickly seen to stand in all that it fits.

    That is one of some letters, or a shorter pattern. Most texts hold none, so that the whole is
    compiled for the first that does.
    """

    holds: Sequence[str] | re.Pattern[str]
    pattern: str

    def found(self, text: str, lowered: str) -> Iterable[re.Match[str]]:
        """Return where the pattern fits a text, which is also given in small letters."""
        if isinstance(self.holds, re.Pattern):
            held = self.holds.search(text) is not None
        else:
            held = any(letters in lowered for letters in self.holds)
        return _compiled(self.pattern).finditer(text) if held else ()


class _Frames:
    """Patterns of a language, made of its words.

    Attributes:
        titled: A noun of outlets, what is said of it, and a name.
        site: The address of a site.
        before: What stands right before an outlet that is drawn on, its article included.
        behind: What stands right behind one.
        set_off: Behind a name: ", un site d'investigation moldave, a publié"; or behind one that
            somebody is quoted from: "selon X, un site d'information".
        taken_up: A name that the next sentence takes up: "Selon X, ... Le quotidien ajoute".
        frames: Frames that hold an outlet, or somebody else, and those that stand behind a name.
    """

    def __init__(self, pack: Pack) -> None:
        lists = pack.words("press")
        little: Mapping[str, str] = lists["grammar"]
        states = pack.words("states")["states"].values()
        # "tchèque", "sud-coréenne": the beginning of an adjective and whatever ends it.
        peoples = sorted({re.escape(s["adjective"][:-1]) for s in states if "adjective" in s})
        said_of = _any(lists["qualifiers"]).replace("'", "['’]")
        between = rf"(?:(?!{_any(lists['not_between'])}\b){little['within_noun']}){{0,4}}"
        wide = rf"(?:(?:{said_of}|{_any(peoples)}\w{{0,4}}) ){{0,3}}"
        sure, unsure = (_any(lists[name]) for name in ("outlets", "outlets_or_others"))
        nouns = rf"(?:{sure}s? {between}{little['no_owner']}|{unsure}s? {wide})"
        name = rf"{little['opening_name']}{_WORD}(?: {little['within_name']}{_WORD}){{0,4}}"
        outlet = rf"(?P<outlet>{name}|{_SITE})"
        telling, doing, confiding = (
            _any(sorted(_forms(pack, lists[verbs])))
            for verbs in ("telling", "publishing", "confiding")
        )
        matter, asked = _any(lists["published"]), _any(lists["asked"])
        article, of, to, by = (little[word] for word in ("article", "of", "to", "by"))
        tells = rf"{little['auxiliary']}{telling}\b"
        done = rf"{doing}{little['agreeing']}(?: [a-zà-ÿ'’-]+){{0,3}}"
        both = (*lists["outlets"], *lists["outlets_or_others"])
        named = rf"(?i:{sure})s? {between}{little['no_owner']}|(?i:{unsure})s? {wide}"
        self.titled = _Frame(both, rf"\b{_first(both)}(?:{named}){outlet}")
        self.site = _Frame(re.compile(r"\.[a-z]{2}"), rf"(?P<outlet>{_SITE})")
        before = (
            rf"{little['according']} {article}",
            rf"\b(?i:{matter}) (?:{of}|{to}){article}",
            rf"\b{done} {little['published_in']} {article}",
            rf"\b{asked}{little['agreeing']} {by} {article}",
            rf"\b(?:{telling}|{confiding})\b(?: [\w-]+){{0,2}} {to}",
            rf"\b{telling}\b(?: {_any(lists['when'])})*,? {article}",
            rf"\b(?:{telling}|{confiding})\b(?: [\w-]+){{0,2}} {little['within']} {article}"
            rf"(?:{_any(peoples)}\w{{0,4}} )?",
            rf"{little['questions']} {of}",
        )
        self.before = re.compile(f"{_any(before)}$")
        self.behind = re.compile(rf"(?:,[^,.;:()«»\n]{{3,80}},)?,? {tells}")
        # "Une station balnéaire", "une agence américaine de voyages": more must tell an outlet.
        said = rf"(?:(?:{_any(peoples)}\w{{0,4}} )?{said_of}|{_any(peoples)}\w{{0,4}}(?! d))"
        in_a_town = rf"\w+{_any(lists['of_a_town'])}\b(?! {of}[a-zà-ÿ])"
        of_a_town = rf"{_any(lists['outlets_or_titles'])}s? {in_a_town}"
        set_off = rf"(?:{sure}s?|{unsure}s? {said}|{of_a_town})\b"
        # "Hier, un site local a publié", "À Madrid, un journal rapporte".
        opening = rf"(?!(?i:{_any(lists['no_names'])}|\w+ment)\b)"
        apart = "".join(rf"(?<!\b(?i:{word}) )" for word in lists["not_before_names"])
        telling_name = rf"(?<![\w’'-])(?=[A-ZÀ-Ý])(?P<outlet>{opening}{apart}{name})"
        apposed = (
            rf"{telling_name}{little['set_off']}(?:\w+ )?{set_off}(?:[a-zà-ÿ'’ -]*),? ?{tells}"
        )
        # "Selon Ports et Marine, une revue": one name, since one thing stands behind it.
        joined = rf"{little['opening_name']}{_WORD}(?: {little['joining_name']}{_WORD}){{0,4}}"
        according = rf"{little['according']} {little['before_name']}(?P<outlet>{joined})"
        quoted = rf"{according}{little['in_apposition']}(?:\w+ )?{set_off}"
        noun_behind = re.compile(rf", (?:\w+ |\w['’])?(?:\w+ )?{_any(both)}")
        self.set_off = (_Frame(noun_behind, apposed), _Frame(noun_behind, quoted))
        several = rf"{little['according']} {little['of_several_words']}(?P<outlet>{name})"
        again = rf"{little['the']}(?P<noun>{sure}) {between}{tells}"
        self.taken_up = _Frame(re.compile(rf"\. {again}"), rf"{several},[^.:;()«»\n]+\. {again}")
        held = rf"(?:{article}{nouns})?{little['before_name']}{outlet}"
        published = (
            rf"\b{_first(lists['published'])}{matter}\b,?(?: [a-zà-ÿ-]+){{0,3}},? {done} {by} "
        )
        frames = (*lists["frames"], {"holds": lists["published"], "frame": published})
        self.frames = (
            *(_Frame(kind["holds"], rf"(?i:{kind['frame']}){held}") for kind in frames),
            *(
                _Frame(kind["holds"], rf"(?<![\w’'-] )(?P<outlet>{name}) ?{kind['frame']}\b")
                for kind in lists["frames_behind"]
            ),
        )
        places = " ".join(pack.words("known_places")["places"].split()).split(" | ")
        self.places = frozenset(places) | {
            state[key] for state in states for key in ("name", "capital") if key in state
        }
        self._of_outlets = frozenset(lists["names"])
        self._of_others = frozenset(lists["names_of_others"])
        self._firstnames = frozenset(" ".join(pack.words("firstnames").values()).split())

    def sounds_like_one(self, name: str, outlet_words: frozenset[str]) -> bool:
        """Tell whether a name has a word in it that is of outlets alone."""
        words = re.findall(r"\w+", name.casefold())
        if any(word in self._of_outlets for word in words):
            return True
        return any(word in outlet_words and word not in self._of_others for word in words)

    def is_person(self, name: str) -> bool:
        """Tell "au quotidien Paul Renard", who spoke to it, from "au magazine Paris Match"."""
        first, *others = name.split()
        return (
            bool(others)
            and first in self._firstnames - self.places
            and others[-1] not in self._firstnames
            and not self._of_outlets & {word.casefold() for word in others}
        )


@cache
def _frames(pack: Pack) -> _Frames:
    return _Frames(pack)


def known_places(pack: Pack) -> frozenset[str]:
    """Return the names of places that are no outlets' in a frame open to others."""
    return _frames(pack).places


def _any(options: Iterable[str]) -> str:
    return f"(?:{'|'.join(options)})"


def _first(options: Iterable[str]) -> str:
    """Return a pattern for the letters that words begin with: elsewhere none of them is tried."""
    return f"(?=(?i:[{''.join(sorted({option[0] for option in options}))}]))"


def _forms(pack: Pack, lemmas: Sequence[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(pack.verb_forms(lemma) for lemma in lemmas))


def named_outlets(
    text: str,
    span: Span,
    mentions: Sequence[Mention],
    outlet_words: frozenset[str],
    pack: Pack,
) -> Iterator[Span]:
    """Yield where a paragraph names outlets in a frame that only they stand in.

    Args:
        text: The document's text.
        span: The paragraph.
        mentions: The named things of the paragraph, in order.
        outlet_words: Words by which the names of outlets are known.
        pack: The pack of its language.
    """
    frames = _frames(pack)
    part = span.of(text)
    lowered = part.lower()

    def found(kinds: Iterable[_Frame]) -> Iterator[re.Match[str]]:
        return chain.from_iterable(kind.found(part, lowered) for kind in kinds)

    def within(match: re.Match[str]) -> Span:
        start, end = match.span("outlet")
        return _whole(Span(span.start + start, span.start + end), mentions, text)

    def framed(start: int, end: int) -> bool:
        before, behind = text[max(span.start, start - _BEFORE) : start], text[end : end + _BEHIND]
        return bool(frames.before.search(before) or frames.behind.match(behind))

    for mention in mentions:
        start, end = mention.span
        no_person = mention.schema_name != "Person"
        if no_person and frames.sounds_like_one(mention.name, outlet_words) and framed(start, end):
            yield mention.span
    for match in found((frames.titled, frames.site)):
        if framed(span.start + match.start(), span.start + match.end()):
            named = within(match)
            if not frames.is_person(named.of(text)):
                yield named
    for match in found(frames.set_off):
        yield within(match)
    taken_up = (
        match
        for match in found((frames.taken_up,))
        # "Le quotidien" is the one that was called so before.
        if match["noun"] not in text[: span.start + match.start()]
    )
    for match in chain(taken_up, found(frames.frames)):
        named = within(match)
        if not _is_other(named.of(text), named, mentions, frames.places):
            yield named


def _whole(found: Span, mentions: Sequence[Mention], text: str) -> Span:
    """Return a name with the word that ends it ("La Meuse libre"), without a person behind it."""
    for mention in mentions:
        if not mention.span.overlaps(found):
            continue
        if mention.schema_name == "Person":
            if mention.span.start > found.start:
                end = found.start + len(text[found.start : mention.span.start].rstrip())
                return Span(found.start, end)
        elif mention.span.end > found.end and _REST.fullmatch(text[found.end : mention.span.end]):
            return Span(found.start, mention.span.end)
    return found


def _is_other(name: str, found: Span, mentions: Sequence[Mention], places: frozenset[str]) -> bool:
    return name in places or any(
        mention.schema_name == "Person" and " " in mention.name and mention.span.overlaps(found)
        for mention in mentions
    )
