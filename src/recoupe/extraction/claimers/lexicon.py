"""What words tell of who can be meant: nouns as the lists have them, gender, names."""

from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.claimers.word_lists import Pronoun, WordLists
from recoupe.extraction.tokens import Token

__all__ = ["Lexicon", "Pronoun"]

# Characters before a name in which the noun stands that says what it is.
_BESIDE = 60
# Words in a person's first and family names.
_FULL_NAME = (2, 3)


@dataclass(frozen=True, slots=True)
class Lexicon(WordLists):
    """Words for who can be meant, in one language."""

    def noun(self, token: Token) -> str:
        """Return the noun that a token is, as the lexicon lists it: singular, masculine.

        The form decides where the lemmatiser takes the word for another part of
        speech ("l'élu", "l'exploitant").
        """
        key = (token.lemma_, token.lower_)
        noun = self.seen.get(key)
        if noun is None:
            noun = self.seen[key] = self._noun(token.lemma_.lower(), token.lower_)
        return noun

    def _noun(self, lemma: str, lower: str) -> str:
        if "oe" in lower:
            # "Soeur", as keyboards have it
            lemma, lower = lemma.replace("oe", "œ"), lower.replace("oe", "œ")
        for form in (lemma, lower, lower.removesuffix("s"), lower.removesuffix("x")):
            known = self._listed(form)
            if known is None and "-" in form:
                # "ex-ministre", "vice-présidente"
                known = self._listed(form.split("-", 1)[1])
            if known is not None:
                return known
        return lemma

    def _listed(self, form: str) -> str | None:
        for candidate in (*self.masculine(form), form):
            if candidate in self.people or candidate in self.bodies or candidate in self.documents:
                return candidate
        return None

    def masculine(self, noun: str) -> tuple[str, ...]:
        """Return what a feminine noun for people may be in the masculine, the likeliest first."""
        if not noun.endswith(self.feminine_tails):
            return ()
        return tuple(
            noun[: len(noun) - len(ending)] + put
            for ending, put in self.feminine_endings
            if noun.endswith(ending) and len(noun) > len(ending) + 2
        )

    def is_person(self, noun: str) -> bool:
        """Tell whether a noun is said of people."""
        return noun in self.people

    def is_body(self, noun: str) -> bool:
        """Tell whether a noun is said of bodies or media."""
        return noun in self.bodies

    def is_known(self, noun: str) -> bool:
        """Tell whether a noun can stand for a source."""
        return noun in self.known

    def pronoun(self, word: str) -> Pronoun | None:
        """Return the agreement of a pronoun or a clitic ("-t-elle"), None where it is none."""
        plain = word.lower().replace("’", "'").strip("-").removeprefix("t-").lstrip("-")
        return self.pronouns.get(plain)

    def is_nobody(self, word: str) -> bool:
        """Tell whether a pronoun stands for nobody that a text could name."""
        plain = word.lower().replace("’", "'").strip("-").removeprefix("t-")
        return plain in self.nobody

    def gender_of_determiner(self, form: str) -> bool | None:
        """Return whether a folded determiner is feminine, None where it does not tell."""
        if form in self.determiners["feminine"]:
            return True
        return False if form in self.determiners["masculine"] else None

    def gender_of_noun(self, token: Token) -> bool | None:
        """Return whether a common noun is feminine, None where its form does not tell.

        "Diplomate" and "responsable" are both; the tagger would guess.
        """
        if token.pos_ == "PROPN":
            return None
        noun = self.noun(token)
        if self.is_person(noun):
            singular = token.lower_.removesuffix("s")
            if singular != noun and noun in self.masculine(singular):
                return True
            if noun in self.masculine_nouns:
                return False
            if noun.endswith("e") and noun not in self.feminine_nouns:
                return None
        gender = grammar.feature(token, "Gender")
        if gender == "Masc" and noun.endswith("e") and grammar.has(token, "Number", "Plur"):
            # "Les douanes": without an article of one gender the tagger guesses.
            return None
        return gender == "Fem" if gender else None

    def looks_like_person(self, noun: str) -> bool:
        """Tell by its ending whether an unlisted noun may be said of people: "pneumologue"."""
        # "Le ministre de l'Intérieur" is no "intérieur".
        listed = self.is_known(noun) or noun in self.portfolios
        return noun.endswith(self.person_endings) and not listed

    def has_civility_before(self, text: str, place: int) -> bool:
        """Tell whether a civility stands just before a name."""
        last = text[max(0, place - 10) : place].split()
        return bool(last) and text[place - 1].isspace() and last[-1] in self.civilities

    def calling_before(self, text: str, place: int) -> str | None:
        """Return the calling that a civility tells: "Me" is said of lawyers."""
        last = text[max(0, place - 10) : place].split()
        return self.callings.get(last[-1]) if last else None

    def civility_before(self, text: str, place: int) -> bool | None:
        """Return whether the civility just before a name is a woman's, None where there is none."""
        last = text[max(0, place - 10) : place].split()
        if not last:
            return None
        if last[-1] in self.feminine_civilities:
            return True
        return False if last[-1] in self.masculine_civilities else None

    def is_first_name(self, word: str) -> bool:
        """Tell whether a word is known as a first name."""
        return any(
            part in names
            for part in (word, word.split("-", maxsplit=1)[0])
            for names in (self.feminine_names, self.masculine_names, self.either_names)
        )

    def is_ware(self, text: str, start: int, end: int) -> bool:
        """Tell by the words beside a name that a ship or a product bears it.

        "Le vraquier Ana Rey", "l'armateur de l'Ana Rey", "l'Ana Rey, un pétrolier de 180 mètres".
        """
        before = text[max(0, start - _BESIDE) : start]
        return bool(self.wares_before.search(before) or self.wares_behind.match(text, end))

    def reads_as_full_name(self, name: str) -> bool:
        """Tell a name of two or three words with capitals, none of which a body or a paper has."""
        words = name.split()
        return (
            len(words) in _FULL_NAME
            and words[0][0].isupper()
            and all(w[0].isupper() or w in self.particles for w in words)
            and not any(
                w.casefold() in self.bodies or w.casefold() in self.outlet_words for w in words
            )
        )

    def gender_of_name(self, name: str) -> bool | None:
        """Return whether a person's first name is a woman's, None where it does not tell."""
        first = name.split(maxsplit=1)[0] if " " in name else ""
        if first in self.family_names_first:
            # "Li Wenhao"
            return None
        for part in (first, first.split("-")[0]):
            if part in self.feminine_names:
                return True
            if part in self.masculine_names:
                return False
        return None
