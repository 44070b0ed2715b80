"""What joins the parts of an event to its word: prepositions in groups, clitics, kinds of verbs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.events.lexicon import listed_words
from recoupe.extraction.tokens import Token
from recoupe.language import Pack

_LONGEST = 5
_CASES = frozenset(("case", "mark"))
# Where a parsed paragraph keeps what governs its nouns: many ask.
_PREPOSITIONS = "recoupe_prepositions"
_JOINT = re.compile(r"[ ']")


@dataclass(frozen=True, slots=True)
class Joining:
    """A language's words that join, compiled.

    Attributes:
        groups: Preposition to the slots that it opens.
        endings: What prepositions of several words end with, at any of their joints.
        inner: Words within prepositions of several words: "profit" of "au profit de".
        contracted: Contracted form to the preposition in it.
        with_article: Those of them that hold an article.
        plural_of: Those of them that are plural.
        clitics: Pronoun before the verb to its slot.
        reflexive: Forms of "se".
        relative_subject, relative_object, relative_of, relative_where: Relative pronouns.
        object_controls: Verbs whose object does what their infinitive tells.
        no_controls: Verbs that do not tell who does what their infinitive tells.
        to_whom_controls: Verbs where whom "à" names does it.
        blaming: Verbs whose object did what "pour avoir" tells: "sanctionner X pour avoir livré".
        blaming_to_whom: Those of them that have whom it was behind "à": "infliger une amende à".
        expecting: Verbs that name behind "de" or "à" who is to do what their object tells.
        awaiting: Those of them whose subject it is done for.
        halting: Verbs about what somebody does whose object has the "à" behind it.
        around: Prepositions before the land in which a place is.
        wills: Nouns for somebody's will, whose infinitive that somebody does.
        charges: Nouns for what somebody is said to have done.
        on_others_plans: Verbs whose subject speaks of what others will.
        condemning: Verbs that carry an event which befalls their object: "condamner à une amende".
        adjectival: Participles that only describe: "blindé".
        dative: Verbs that make a subject of whom something is given to: "se voir livrer".
        support: Verbs that carry an event named by a noun.
        suffering: Those of them whose subject undergoes it.
        noun_links: Prepositions by which a word that says where an event stands governs its noun.
        bare_after: Prepositions behind which a bare noun is no filler.
        plans: Nouns whose "de" names an event without an article: "projet de vente".
        amounts: Words of amount before "de" and what is counted.
        first_person, first_person_plural: Words that mean whoever speaks.
        third_person: Words that take somebody or something up.
        meanwhile: Words before an infinitive that tells of what came before, after or not at all.
        vague: Nouns that name nothing.
        when: Words before what happened at the same time.
        whether: Words before what is asked or left open.
        plural: Those of them that are plural.
        gender: Gender of those that tell it.
        open_form: Those that tell neither gender nor number.
        stative: Verbs whose future tells of no intent.
        near_future: Verbs that make a future of the infinitive behind them.
    """

    groups: Mapping[str, frozenset[str]]
    endings: frozenset[str]
    inner: frozenset[str]
    contracted: Mapping[str, str]
    with_article: frozenset[str]
    plural_of: frozenset[str]
    clitics: Mapping[str, str]
    reflexive: frozenset[str]
    relative_subject: frozenset[str]
    relative_object: frozenset[str]
    relative_of: frozenset[str]
    relative_where: frozenset[str]
    object_controls: frozenset[str]
    no_controls: frozenset[str]
    to_whom_controls: frozenset[str]
    blaming: frozenset[str]
    blaming_to_whom: frozenset[str]
    expecting: frozenset[str]
    awaiting: frozenset[str]
    halting: frozenset[str]
    around: frozenset[str]
    wills: frozenset[str]
    charges: frozenset[str]
    on_others_plans: frozenset[str]
    condemning: frozenset[str]
    adjectival: frozenset[str]
    dative: frozenset[str]
    support: frozenset[str]
    suffering: frozenset[str]
    noun_links: frozenset[str]
    bare_after: frozenset[str]
    plans: frozenset[str]
    amounts: frozenset[str]
    first_person: frozenset[str]
    first_person_plural: frozenset[str]
    third_person: frozenset[str]
    meanwhile: frozenset[str]
    vague: frozenset[str]
    when: frozenset[str]
    whether: frozenset[str]
    plural: frozenset[str]
    gender: Mapping[str, str]
    open_form: frozenset[str]
    stative: frozenset[str]
    near_future: frozenset[str]

    def preposition(self, token: Token) -> str | None:
        """Return the preposition that governs a noun, in full; None where none does."""
        known: dict[int, str | None] = token.doc.user_data.setdefault(_PREPOSITIONS, {})
        if token.i not in known:
            known[token.i] = self._preposition(token)
        return known[token.i]

    def _preposition(self, token: Token) -> str | None:
        cases = [c for c in token.children if c.dep_ in _CASES and c.i < token.i]
        if not cases:
            return None
        last = cases[-1]
        # "à travers la mer": the parse hangs the rest of a preposition on its first word.
        rest = (c for c in last.children if c.dep_ == "fixed" and c.i < token.i)
        return self._ending_at(max(rest, key=_place, default=last))

    def is_told_where(self, name: Token) -> bool:
        """Tell "Makhatchkala, en Russie", which is a place whatever it looks like."""
        if name.i + 3 >= name.past or name.nbor(1).text != ",":
            return False
        return name.nbor(2).lower_ in self.around and name.nbor(3).pos_ == "PROPN"

    def is_around(self, name: Token) -> bool:
        """Tell "en Russie" right behind the place that it tells where to find."""
        if name.i - 3 < name.first or name.nbor(-1).lower_ not in self.around:
            return False
        nearer = name.nbor(-3)
        if name.nbor(-2).text != "," or nearer.pos_ != "PROPN":
            return False
        # "en Bolivie, au Mexique": a list.
        return not any(c.lower_ in self.around for c in nearer.children) and any(
            c.dep_ == "case" for c in nearer.children
        )

    def only_describes(self, word: Token) -> bool:
        """Tell "véhicules blindés": what stands behind such a word is the noun's, or the verb's."""
        return word.dep_ in {"amod", "acl"} and word.lower_.rstrip("es") in self.adjectival

    def _ending_at(self, last: Token) -> str:
        """Return the longest known preposition that ends with a word."""
        plain: list[str] = []
        longest = self.contracted.get(last.lower_, last.lower_)
        if longest.replace("’", "'") not in self.endings:
            return longest
        for i in range(last.i, max(last.first, last.i - _LONGEST) - 1, -1):
            word = last.doc[i].lower_.replace("’", "'")
            if i == last.i:
                word = self.contracted.get(word, word)
            plain.insert(0, word)
            for first in {plain[0], self.contracted.get(plain[0], plain[0])}:
                shown = _joined((first, *plain[1:]))
                if shown in self.groups:
                    longest = shown
        return longest

    def governed(self, token: Token) -> Iterator[tuple[str, Token]]:
        """Yield what a word with a preposition names, through "au profit de".

        Args:
            token: What hangs on a verb or noun.
        """
        if token.lower_ in self.inner:
            within = False
            for child in token.children:
                told = self.preposition(child) if child.i > token.i else None
                if told is not None and " " in told:
                    within = True
                    yield told, child
            if within:
                return
        preposition = self.preposition(token)
        if preposition == "par" and token.lower_ in self.inner:
            # "par leur intermédiaire" names nobody who does it.
            return
        if preposition is not None:
            yield preposition, token


def _place(word: Token) -> int:
    return word.i


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words).replace("' ", "'")


@cache
def load_joining(pack: Pack) -> Joining:
    """Return the pack's words that join what takes part in an event, compiled once."""
    told = pack.words("event_grammar")
    groups: dict[str, set[str]] = {}
    for group, listed in told["prepositions"].items():
        for preposition in listed:
            groups.setdefault(preposition, set()).add(group)
    simple = {phrase for phrase in groups if " " not in phrase} | set(told["contracted"])
    inner = {word for phrase in groups for word in phrase.replace("'", "' ").split()[:-1]} - simple
    clitics = {form: slot for slot, forms in told["clitics"].items() for form in forms}

    def verbs(name: str) -> frozenset[str]:
        return frozenset(listed_words(told[name]))

    return Joining(
        groups={preposition: frozenset(named) for preposition, named in groups.items()},
        endings=frozenset(
            phrase[joint.end() :] for phrase in groups for joint in _JOINT.finditer(phrase)
        ),
        inner=frozenset(inner),
        contracted=told["contracted"],
        with_article=verbs("with_article"),
        plural_of=verbs("plural_of"),
        clitics=clitics,
        reflexive=frozenset(told["reflexive"]),
        relative_subject=frozenset(told["relative_subject"]),
        relative_object=frozenset(told["relative_object"]),
        relative_of=frozenset(told["relative_of"]),
        relative_where=frozenset(told["relative_where"]),
        object_controls=verbs("object_controls"),
        no_controls=verbs("no_controls"),
        to_whom_controls=verbs("to_whom_controls"),
        blaming=verbs("blaming"),
        blaming_to_whom=verbs("blaming_to_whom"),
        expecting=verbs("expecting"),
        awaiting=verbs("awaiting"),
        halting=verbs("halting"),
        around=verbs("around"),
        wills=verbs("wills"),
        charges=verbs("charges"),
        on_others_plans=verbs("on_others_plans"),
        condemning=verbs("condemning"),
        adjectival=verbs("adjectival"),
        dative=verbs("dative"),
        support=verbs("support"),
        suffering=verbs("suffering"),
        noun_links=verbs("noun_links"),
        bare_after=verbs("bare_after"),
        plans=verbs("plans"),
        amounts=verbs("amounts"),
        first_person=verbs("first_person"),
        first_person_plural=verbs("first_person_plural"),
        third_person=verbs("third_person"),
        meanwhile=verbs("meanwhile"),
        vague=verbs("vague"),
        when=verbs("when"),
        whether=verbs("whether"),
        plural=verbs("plural"),
        gender=told["gender"],
        open_form=verbs("open_form"),
        stative=verbs("stative"),
        near_future=verbs("near_future"),
    )
