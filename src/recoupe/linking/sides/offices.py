"""What a description tells of somebody's office: "la directrice générale de Valmer"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.compare.texts import fold, plain
from recoupe.language.pack import codes, get_pack
from recoupe.linking.terms.vocabulary import Vocabulary, vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[.’']?$")
_BEFORE_OFFICE = 4
"""Most words of a phrase before the noun of an office: "l'ancien tout premier ministre"."""


@dataclass(frozen=True)
class Office:
    """An office, as words tell it.

    Attributes:
        noun: Its noun, folded; empty for who heads a body in other words ("qui préside").
        of: Stems of what it is of, in order: "de la Santé publique".
        adjectives: Stems of what stands between both: "comorien", "général".
        heads: Stems of the nouns of the bodies that its holder is the head of.
        whose: Whether it is that of whoever was just named ("son avocate").
        of_person: Whether it may be a person's.
        several: Whether more than one may be meant.
        rank: Whether it is a rank in a body that has such.
    """

    noun: str
    of: tuple[str, ...] = ()
    adjectives: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    whose: bool = False
    of_person: bool = False
    several: bool = False
    rank: bool = False


class OfficeWords:
    """The words of one language for offices and the bodies that they are of.

    Args:
        language: ISO 639-1 code; without a pack for it, no word is known.
    """

    def __init__(self, language: str) -> None:
        known = language in codes()
        lists = get_pack(language).words("offices") if known else {}
        sources = get_pack(language).words("sources") if known else {}

        def of(name: str) -> frozenset[str]:
            return frozenset(map(plain, lists.get(name, ())))

        self.vocabulary: Vocabulary = vocabulary(language)
        self._speaking, self._of_persons = of("speaking"), of("of_persons")
        self._former, self._heading = of("former"), of("heading")
        self._ranks, self._possessive = of("ranks"), of("possessive")
        self._of, self._determiners, self._by = of("of"), of("determiners"), of("by")
        self._deeds = of("deeds")
        self._heads = {
            plain(office): self.stems(entry["bodies"])
            for entry in lists.get("heads", ())
            for office in entry["offices"]
        }
        self.ranked = self.stems(lists.get("ranked", ()))
        self.officials = self.stems(lists.get("officials", ()))
        self._whoever = self.officials | self.stems(lists.get("whoever", ()))
        self._made, self._addressing = of("made"), of("addressing")
        self._domains = {
            self._stem(one): self._stem(noun) for one, noun in lists.get("domains", {}).items()
        }
        self._states = self.stems(frozenset(self.vocabulary.synonyms.states.values()))
        self._circles = [frozenset(map(plain, c)) for c in sources.get("circles", {}).values()]
        self._titles = frozenset(map(plain, sources.get("callings", ()))) | {
            plain(title.rstrip(".")) for title in sources.get("civilities", ())
        }
        self._feminine = [
            (plain(woman), plain(man)) for woman, man in sources.get("feminine_endings", ())
        ]
        self._people = frozenset(map(plain, sources.get("people", ())))
        self.bodies = frozenset(map(plain, sources.get("bodies", ())))
        families = (noun for nouns in sources.get("families", {}).values() for noun in nouns)
        self.generic = self.stems((*self.bodies, *families))
        others = self.stems(self.bodies | self._people | of("crowds"))
        # "Commune" and "communication" have one stem.
        self._others = others - self.stems(of("departments"))

    def _stem(self, word: str) -> str:
        return next(iter(self.vocabulary.content([plain(word).replace("-", "")])), "")

    def stems(self, words: Sequence[str] | frozenset[str]) -> frozenset[str]:
        """Return the stems of single words."""
        return frozenset(filter(None, map(self._stem, words)))

    def called(self, name: str) -> tuple[str, ...]:
        """Return the stems of a name or description, one for all words that say of what it is."""
        told = [token.replace("-", "") for token in map(fold, _TOKEN.findall(name))]
        stems = self.vocabulary.content(self.vocabulary.with_states(told))
        return tuple(self._domains.get(stem, stem) for stem in stems)

    def without_titles(self, before: str) -> str:
        """Return words before a name without the titles of address that end them: ", Me"."""
        short = before.rstrip()
        while (last := _LAST.search(short)) and fold(last[1]) in self._titles:
            short = short[: last.start()].rstrip()
        if short == before.rstrip():
            return short
        # "La Dre Ada Roux": the article is the title's.
        last = _LAST.search(short)
        article = last is not None and fold(last[1]) in self._determiners - self._possessive
        return short[: last.start()].rstrip() if article and last else short

    def is_of(self, of: Sequence[str], name: Collection[str]) -> bool:
        """Tell whether what an office is of, as stems, is a body by its name, or a part of one.

        "La communication de Valmer" is a part of Valmer; "les familles de Valmer" are others.
        """
        return {*name} <= {*of} and (of[0] in name or of[0] not in self._others)

    def addresses(self, before: str) -> bool:
        """Tell whether words end with what stands before somebody who is spoken to."""
        last = [fold(token) for token in _TOKEN.findall(before)][-3:]
        return not self._addressing.isdisjoint(last)

    def is_state(self, name: Sequence[str]) -> bool:
        """Tell whether a name, as stems, is a state's, or its adjective."""
        return len(name) == 1 and name[0] in self._states

    def names(self, description: str) -> tuple[tuple[str, ...], ...]:
        """Return how a body is called: "les autorités sanitaires" are those of what they are of."""
        called = self.called(description)
        if called and called[0] in self._whoever and len(called) > 1:
            return called, called[1:]
        return (called,) if called else ()

    def maker(self, paper: str) -> str:
        """Return the words for who made a paper ("un bilan communiqué par X"), empty if untold."""
        for match in _TOKEN.finditer(paper):
            if fold(match.group()) in self._by:
                return paper[match.end() :].strip()
        tokens = list(_TOKEN.finditer(paper))
        for at, match in enumerate(tokens):
            if at and fold(match.group()) in self._of:
                own = {fold(token.group()) for token in tokens[:at]}
                return "" if own.isdisjoint(self._made) else paper[match.start() :].strip()
        return ""

    def is_body(self, description: str) -> bool:
        """Tell whether a description without a name is of no person: "la Santé publique"."""
        tokens = [fold(token) for token in _TOKEN.findall(description)]
        told = [t for t in tokens if t not in self._determiners and t not in self.vocabulary.stop]
        return bool(told) and tokens[0] in self._determiners and not self._is_person(told[0])

    def _is_person(self, word: str) -> bool:
        return self._stem(word) in self.officials or not {word, word[:-1]}.isdisjoint(self._people)

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether two nouns of offices are one, or near each other: "patron", "président"."""
        pairs = ((a, b) for a in self._forms(one) for b in self._forms(other))
        return any(a == b or any({a, b} <= circle for circle in self._circles) for a, b in pairs)

    def _forms(self, noun: str) -> Iterator[str]:
        """Yield a noun, and what it may be of a man where it is of a woman."""
        yield noun
        for woman, man in self._feminine:
            if noun.endswith(woman):
                yield noun.removesuffix(woman) + man

    def last(self, phrase: str) -> Office | None:
        """Return the office of whoever is named right behind a phrase, if it tells one.

        Args:
            phrase: Words up to the name: "a répondu son avocate".
        """
        tokens = [fold(token) for token in _TOKEN.findall(phrase)]
        for at in range(len(tokens) - 1, -1, -1):
            if not self._known(tokens[at]):
                continue
            start = self._start(tokens, at)
            behind = tokens[at + 1 :]
            if behind and (behind[-1] in self._of or not self._is_phrase(behind)):
                return None  # "Le directeur a été reçu par Ada Roux", "l'avocate d'Ada Roux".
            if start is not None and (not start or tokens[start - 1] not in self._of):
                return self._office(tokens[start:], at - start)
            if self._is_done(tokens[:at]):
                start = at - (tokens[at - 1] in self._possessive)
                return self._office(tokens[start:], at - start)
        return None

    def _is_done(self, before: Sequence[str]) -> bool:
        """Tell whether words are of what who holds an office does or meets: "la démission du"."""
        place = len(before) - 1
        while place > 0 and before[place] in self._of | self._determiners:
            place -= 1
        return 0 <= place < len(before) - 1 and before[place] in self._deeds

    def first(self, phrase: str) -> Office | None:
        """Return the office that a phrase begins with, if it does.

        Args:
            phrase: A description, or the words behind a name: "présidente de l'institut".
        """
        tokens = [fold(token) for token in _TOKEN.findall(phrase)]
        told = len(tokens) > 2 and tokens[0] in self.vocabulary.relative
        if told and tokens[1] in self._heading:
            return Office("", of=self.called(" ".join(tokens[2:])))
        for at, token in enumerate(tokens[:_BEFORE_OFFICE]):
            if self._known(token):
                return self._office(tokens, at)
            if token in self._of:
                return None
        return None

    def _is_phrase(self, behind: Sequence[str]) -> bool:
        """Tell whether words go on a phrase: no words of grammar but those of its parts."""
        return all(
            t in self._of or t in self._determiners or t not in self.vocabulary.stop for t in behind
        )

    def _known(self, token: str) -> bool:
        single = token.removesuffix("s")
        return not {token, single}.isdisjoint(self._speaking | self._ranks)

    def _start(self, tokens: Sequence[str], at: int) -> int | None:
        """Return where the phrase of the noun of an office begins, None where nothing says so."""
        for place in range(at, max(-1, at - _BEFORE_OFFICE), -1):
            if tokens[place] in self._determiners:
                return place
            if tokens[place] in self._of:
                return None
        return 0 if at == 0 else None

    def _office(self, tokens: Sequence[str], at: int) -> Office | None:
        """Return the office whose noun stands at a place, None for one that is over."""
        before = tokens[:at]
        if not self._former.isdisjoint(before):
            return None
        noun = tokens[at].removesuffix("s") if not self._one(tokens[at]) else tokens[at]
        behind = tokens[at + 1 :]
        cut = next((k for k, token in enumerate(behind) if token in self._of), len(behind))
        return Office(
            noun=noun,
            of=self.called(" ".join(behind[cut:])),
            adjectives=frozenset(self.called(" ".join(behind[:cut]))),
            heads=self._heads.get(noun, frozenset()),
            whose=not self._possessive.isdisjoint(before),
            of_person=noun in self._of_persons,
            several=noun != tokens[at],
            rank=noun in self._ranks,
        )

    def _one(self, token: str) -> bool:
        return token in self._speaking or token in self._ranks


@cache
def office_words(language: str) -> OfficeWords:
    """Return the words of a language for offices.

    Args:
        language: ISO 639-1 code.
    """
    return OfficeWords(language)
