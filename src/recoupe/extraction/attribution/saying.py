"""How words of saying are looked up in a parse, and what they do there."""

from collections.abc import Sequence, Set

from recoupe.extraction import grammar
from recoupe.extraction.attribution.cues import Cue
from recoupe.extraction.attribution.edges.circumstances import circumstance_length
from recoupe.extraction.attribution.spelling import is_word, last_is_quoted, spellings
from recoupe.extraction.attribution.words import Words
from recoupe.extraction.tokens import Token

# Where a parsed paragraph keeps what its tokens do as verbs of saying: many ask.
_CUES = "recoupe_cues"
_QUOTING = "recoupe_quoting"
_CANDIDATES = "recoupe_candidates"
# So many words behind a form make it a phrase of saying whatever it is taken for.
_SHORTEST_UNTOLD = 2
# Whom one tells, in tokens, before the last word of a phrase of saying.
_LONGEST_WHOM = 8
_NAMING = {"DET", "PROPN", "NUM"}


class Saying(Words):
    """Words of saying and of sources in one language, and what they do in a parse."""

    __slots__ = ()

    def is_one(self, token: Token, name: str) -> bool:
        """Tell whether a token belongs to a closed class, by its lower-case form."""
        return token.lower_ in self.classes[name]

    def is_one_lemma(self, verb: Token, name: str) -> bool:
        """Tell whether a verb belongs to a closed class, by its lemma."""
        return self.lemma(verb) in self.classes[name]

    def is_one_lemma_of(self, noun: Token, name: str) -> bool:
        """Tell whether a noun belongs to a closed class, by its lemma."""
        return noun.lemma_.lower() in self.classes[name]

    def candidates(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens that may be a verb of saying, in order, by form and lemma alone."""
        if not tokens:
            return []
        known: dict[int, list[Token]] = tokens[0].doc.user_data.setdefault(_CANDIDATES, {})
        place = tokens[0].i
        if place not in known:
            forms, stems = self.forms, self.stems
            known[place] = [t for t in tokens if t.lower_ in forms or t.lemma_ in stems]
        return known[place]

    def lemma(self, token: Token) -> str:
        """Return a verb's lemma as the lexicons write it: ``se_féliciter``, ``faire_valoir``.

        The form decides where the lemmatiser gives a lemma that is not listed.
        """
        lemma = token.lemma_.lower()
        if lemma not in self.verbs and lemma not in self.quoting:
            lemma = self.forms.get(token.lower_, lemma)
        if token.i > token.first and grammar.is_carrier(before := token.doc[token.i - 1]):
            carrier = "laisser" if before.lower_.startswith("lai") else "faire"
            return f"{carrier}_{lemma}"
        reflexive = f"se_{lemma}"
        if (reflexive in self.verbs or reflexive in self.quoting) and _is_reflexive(token):
            return reflexive
        return lemma

    def cue(self, token: Token) -> Cue | None:
        """Return what a token does as a verb of saying, or None if it is none.

        A token that the tagger took for a noun counts where its form is a verb
        of saying's and no word before it makes it a noun. A reflexive counts
        only where it is listed as one: "s'assurer que" says nothing.
        """
        if not self._may_be_known(token):
            return None
        known: dict[int, Cue | None] = token.doc.user_data.setdefault(_CUES, {})
        if token.i not in known:
            known[token.i] = self._cue(token)
        return known[token.i]

    def _cue(self, token: Token) -> Cue | None:
        if not self._may_be_verb(token) or _describes(token):
            return None
        lemma = self.lemma(token)
        if not lemma.startswith("se_") and _is_reflexive(token):
            return None
        return self.verbs.get(lemma)

    def is_quoting(self, token: Token) -> bool:
        """Tell whether a token is a cue beside a quotation, or set into what it reports."""
        if not self._may_be_known(token):
            return False
        known: dict[int, bool] = token.doc.user_data.setdefault(_QUOTING, {})
        if token.i not in known:
            cue = self.cue(token)
            known[token.i] = (cue is not None and "quote" in cue.takes) or (
                self._may_be_verb(token) and self.lemma(token) in self.quoting
            )
        return known[token.i]

    def may_name_source(self, forms: Set[str]) -> bool:
        """Tell whether words hold one without which no phrase among them names a source.

        Args:
            forms: The words in lower case.
        """
        return not self.telltale.isdisjoint(forms)

    def _may_be_known(self, token: Token) -> bool:
        return token.lower_ in self.forms or token.lemma_ in self.stems

    def governs_quotation(self, token: Token) -> bool:
        """Tell whether a verb reports the quoted words in its object: "fustige un « recul »"."""
        return (
            self._may_be_known(token)
            and self._may_be_verb(token)
            and self.lemma(token) in self.quoted_objects
        )

    def locution(self, token: Token) -> tuple[Cue, Token] | None:
        """Return what a phrase of saying does that begins with a verb, and its last word.

        "Fait état de", "met en garde": adverbs may stand between its words, and its
        preposition may be contracted with an article.
        """
        lemma = token.lemma_.lower()
        if lemma not in self.locutions and self.forms.get(token.lower_) not in self.locutions:
            return None
        reflexive = _is_reflexive(token)
        if reflexive and not grammar.is_verb(token):
            # "s'inquiète" is an adjective to some taggers.
            lemma = self.forms.get(token.lower_, lemma)
        untold = not reflexive and not grammar.is_verb(token) and self._may_be_verb(token)
        if untold:
            # "Le rapport pointe du doigt": a noun to some, and no noun with these words behind it.
            lemma = self.forms.get(token.lower_, lemma)
        phrases = self.locutions.get(lemma)
        if phrases is None or not (reflexive or untold or grammar.is_verb(token)):
            return None
        end = grammar.sentence_end(token)
        # Where the words that stand between end: most phrases ask it of the same places.
        passed: dict[int, int] = {}
        for words, cue in phrases:
            needs = words[0] == "se"
            if needs != reflexive or (untold and len(words) < _SHORTEST_UNTOLD):
                continue
            place, last = token.i + 1, None
            for word in words[1:] if needs else words:
                if place not in passed:
                    passed[place] = self._past_between(place, end, token)
                place = passed[place]
                place = self._past_aside(place, end, token, word)
                if place + 1 < end and last_is_quoted(token.doc[place], word):
                    # "se félicite « d'une victoire »"
                    place += 1
                if word == words[-1] and last is not None:
                    place = self._past_whom(place, end, token, word)
                if place >= end or not is_word(token.doc[place], word):
                    last = None
                    break
                last = token.doc[place]
                place += 1
            if last is not None:
                return cue, last
        return None

    def _past_between(self, place: int, end: int, verb: Token) -> int:
        """Return the place behind small words between those of a phrase of saying."""
        while place < end and (
            self.is_one(verb.doc[place], "beside_verb")
            # "ne croient pas à"
            or self.is_one(verb.doc[place], "negating")
            # "ont appelé jeudi 14 février à"
            or (verb.doc[place].pos_ == "NUM" and place > verb.i + 1)
        ):
            place += 1
        return place

    def _past_aside(self, place: int, end: int, verb: Token, word: str) -> int:
        """Return the place behind an aside: "parle, quant à lui, de", "appelle par courriel à"."""
        if place >= end or is_word(verb.doc[place], word):
            return place
        if verb.doc[place].text != ",":
            # "faisant pour sa part état de"
            behind = verb.doc[place:end]
            return place + (self.aside_length(behind) or circumstance_length(behind, self))
        length = self.aside_length(verb.doc[place + 1 : end])
        closed = place + length + 1
        return closed + 1 if length and closed < end and verb.doc[closed].text == "," else place

    def _past_whom(self, place: int, end: int, verb: Token, word: str) -> int:
        """Return the place of a phrase's last word past whom one tells.

        "Met en garde l'Égypte contre P", "fait part à la presse de P".
        """
        doc = verb.doc
        if place >= end or is_word(doc[place], word):
            return place
        told = self.is_one(doc[place], "to_whom") if word == "de" else doc[place].pos_ in _NAMING
        if not told:
            return place
        for i in range(place + 1, min(place + _LONGEST_WHOM, end)):
            if is_word(doc[i], word) and doc[i - 1].pos_ in {"NOUN", "PROPN", "ADJ"}:
                return i
            if doc[i].pos_ not in {*_NAMING, "NOUN", "ADJ", "ADP"}:
                break
        return place

    def may_open_phrase(self, token: Token) -> bool:
        """Tell whether a phrase that names a source may begin with a token."""
        return token.lower_ in self.phrase_openers

    def phrase_length(self, tokens: Sequence[Token], known: tuple[str, ...]) -> int:
        """Return how many of the first tokens one of the known phrases takes, 0 if none.

        "de" contracts with the article behind it: "aux dires du ministre".
        """
        whole, begun = spellings(known)
        joined, longest = "", 0
        for count, token in enumerate(tokens, start=1):
            joined += token.lower_.replace("’", "'")
            if joined not in begun:
                break
            if joined in whole:
                longest = count
        return longest

    def aside_length(self, tokens: Sequence[Token]) -> int:
        """Return how many of the first tokens an aside takes ("pour sa part"), 0 for none."""
        if not tokens or tokens[0].pos_ not in {"ADP", "ADV"}:
            return 0
        for count in (2, 3, 4):
            words = "".join(t.text_with_ws for t in tokens[:count])
            if words.strip().lower().replace("’", "'") in self.asides:
                return count
        return 0

    def can_be_source(self, lemma: str) -> bool:
        """Tell whether a noun is known to name people, bodies, documents or media."""
        return any(
            lemma in group for group in (self.people, self.bodies, self.documents, self.media)
        )

    def can_speak(self, noun: Token) -> bool:
        """Tell whether a name or noun can be a source: any name, else by the lists of nouns."""
        return noun.pos_ == "PROPN" or self.can_be_source(noun.lemma_.lower())

    def names_nobody(self, head: Token) -> bool:
        """Tell "on", "nous", "personne" as a speaker: nobody that a text could name."""
        return any(self.is_one(head, n) for n in ("nobody_at_all", "first_person", "one"))

    def is_gerund_behind_clitic(self, token: Token) -> bool:
        """Tell ", le qualifiant de", a verb of saying that taggers take for a noun."""
        if token.i < token.first + 2 or not token.lower_.endswith("ant"):
            return False
        comma = token.nbor(-2)
        return (
            comma.text == ","
            and self.is_one(token.nbor(-1), "accused_before")
            and (token.lower_ in self.forms or token.lemma_ in self.stems)
        )

    def _may_be_verb(self, token: Token) -> bool:
        if token.pos_ in {"VERB", "AUX"} or self.is_gerund_behind_clitic(token):
            return True
        if token.i > grammar.sentence_start(token) and grammar.is_carrier(token.nbor(-1)):
            # "fait valoir"
            return token.lower_ in self.stems
        if token.lower_ not in self.forms or token.pos_ == "PROPN":
            return False
        if any(t.dep_.startswith("aux") and t.i < token.i for t in token.lefts):
            return True
        if token.i == grammar.sentence_start(token):
            return False
        following = token.nbor(1) if token.i + 1 < grammar.sentence_end(token) else None
        if following is not None and token.i - 2 >= token.first:
            # "comme le rapporte Le Matin": the article is a pronoun there.
            opened = self.is_one(token.nbor(-2), "as_said") and self.is_one(token.nbor(-1), "it")
            if opened and following.pos_ in {"DET", "PROPN", "ADV"}:
                return True
        if following is not None and self.is_one(following, "beside_verb"):
            # "Un diplomate occidental doute pourtant que P"
            behind = token.doc[token.i + 2 : token.past][:1]
            if behind and behind[0].lower_ in grammar.QUE:
                return token.nbor(-1).pos_ != "DET"
        # Nouns have no article behind them: "le directeur général dément toute fuite".
        if following is not None and (
            following.pos_ in {"DET", "SCONJ"} or following.morph.get("VerbForm", []) == ["Inf"]
        ):
            return token.nbor(-1).pos_ not in {"DET", "ADP", "NUM"}
        before = token.nbor(-1)
        # "l'accuse" is a clitic and a verb as well as an article and a noun.
        return before.pos_ not in {"DET", "ADP", "ADJ", "NUM"} or before.lower_ in {"l'", "l’"}


def _describes(token: Token) -> bool:
    """Tell "aucun ordre, écrit ou oral, de": joined to an adjective, and no verb."""
    if token.i + 2 >= token.past or token.i == token.first:
        return False
    joint, other, before = token.nbor(1), token.nbor(2), token.nbor(-1)
    return (
        joint.pos_ == "CCONJ"
        and other.pos_ == "ADJ"
        and (before.text == "," or before.pos_ == "NOUN")
        and not any(t.dep_.startswith("aux") for t in token.children)
    )


def _is_reflexive(verb: Token) -> bool:
    for i in range(verb.i - 1, max(grammar.sentence_start(verb), verb.i - 4) - 1, -1):
        token = verb.doc[i]
        if token.lower_ in {"se", "s'", "s’"}:
            # "s'il reconnaît" is a condition.
            return token.pos_ != "SCONJ"
        if token.pos_ not in {"AUX", "ADV", "PRON"}:
            return False
    return False
