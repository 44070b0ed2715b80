"""Where what somebody says gives way to the report's own voice, or to the speaker's next deed.

"A dit que le lot était sûr, mais l'agence enquête": behind a word of saying in the past, what
is said stands in tenses set back (imperfect, conditional); a clause joined to it that is not
set back is no longer said. "A estimé que P et a refusé de Q": nor is what the speaker did next.
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.fronted import subject_behind
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.grammar.marks import CLOSING_MARKS, ONLY_OPENING_MARKS
from recoupe.extraction.tokens import Paragraph, Token

_LIGHT = {"ADV", "PRON", "AUX", "PART"}
# How far behind a conjunction the verb of its clause may stand.
_REACH = 14


def own_voice(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where a clause that is said ends because the next one is not.

    Args:
        verb: The verb of saying.
        start: Position of the first token of what is said.
        end: Position just past its last one, as found so far.
        saying: The words of saying of the language.
    """
    doc = verb.doc
    said = _finite_in(doc, start, end, saying)
    past = _is_past(verb)
    back = past and said is not None and _is_set_back(said)
    told_next = past and said is not None and (back or grammar.has(said, "Mood", "Sub"))
    quoted = False
    for i in range(start, end - 2):
        token = doc[i]
        if token.text in grammar.MARKS:
            quoted = token.text in ONLY_OPENING_MARKS or (token.text == '"' and not quoted)
        if quoted or said is None or i <= said.i:
            continue
        if not saying.is_one(token, "going_on") or _joins_nouns(token):
            continue
        behind = doc[i + 1].lower_
        contrast = saying.is_one(token, "contrast")
        if behind in grammar.QUE and not contrast:
            continue
        if saying.is_one(token, "even") and not saying.is_one(doc[i + 1], "whether"):
            continue
        following = _finite_in(doc, i + (1 + _opens_clause(doc[i + 1], saying)), end, saying, i)
        if following is None:
            continue
        own_subject = _subject_between(doc, i, following)
        cut = (
            (back and _is_present(following, saying))
            or (
                told_next
                and not own_subject
                and _is_present(following, saying)
                and _at_once(doc, i)
            )
            or (contrast and _is_unproved(doc, i, end, saying))
            or (not own_subject and _at_once(doc, i) and _is_of_speaker(following, said, verb))
        )
        if cut:
            return i - 1 if doc[i - 1].text == "," else i
    return end


def next_clause(start: int, end: int, doc: Paragraph, saying: Saying) -> int:
    """Return where a main clause follows an infinitive or noun that is said, or ``end``.

    "Nie avoir signé P, et la préfète attend Q", "réclame P et Madrid étudie Q": what is said has
    no finite verb with which the one behind the conjunction could be joined.

    Args:
        start: Position of the first token of what is said.
        end: Position just past its last one, as found so far.
        doc: The paragraph.
        saying: The words of saying of the language.
    """
    if (
        start >= end
        or doc[start].lower_ in saying.openers
        or doc[start - 1].lower_ in saying.openers
    ):
        return end
    depth = 0
    for i in range(start, end - 2):
        token = doc[i]
        depth += (token.text in ONLY_OPENING_MARKS) - (token.text in CLOSING_MARKS)
        if grammar.has(token, "VerbForm", "Fin"):
            return end
        if i == start or depth > 0 or not saying.is_one(token, "going_on"):
            continue
        contrast = saying.is_one(token, "meanwhile") and doc[i + 1].lower_ in grammar.QUE
        subject = subject_behind(i + contrast, end, token, saying)
        # "avoir été agressée alors qu'elle attendait", "avoir vu P alors que Q": when it was.
        deed = contrast and any(grammar.has(t, "VerbForm", "Inf") for t in doc[start:i])
        if subject is not None and not deed:
            return i - 1 if doc[i - 1].text == "," else i
    return end


def behind_noun(thing: Token, end: int, saying: Saying) -> int:
    """Return where a noun that is said ends because a main clause follows it.

    "Après avoir évoqué une panne, il a été renvoyé", "confirme « un incident » mais elle dément".

    Args:
        thing: The noun.
        end: Position just past the last token of the content, as found so far.
        saying: The words of saying of the language.
    """
    doc = thing.doc
    for i in range(thing.i + 1, end - 1):
        token = doc[i]
        if saying.is_one(token, "beside_saying") and any(
            grammar.has(t, "VerbForm", "Inf") for t in doc[i + 1 : min(i + 4, end)]
        ):
            # "a confirmé le décès sans donner de détails"
            return i - 1 if doc[i - 1].text == "," else i
        if token.text != "," and token.pos_ != "CCONJ":
            continue
        place = i + 1
        pronoun = saying.is_one(doc[place], "personal")
        while place < end and doc[place].pos_ in {"PRON", "PART", "ADV"}:
            if doc[place].lower_ in grammar.QUE or grammar.has(doc[place], "PronType", "Rel"):
                break
            place += 1
        if place >= end or not grammar.has(doc[place], "VerbForm", "Fin"):
            continue
        related = any(grammar.has(t, "PronType", "Rel") for t in doc[thing.i : i])
        if pronoun or token.text == "," or (place == i + 1 and not related):
            # "dénonce une « agression » et fait part de sa tristesse"
            return i
    return end


def _finite_in(
    doc: Paragraph, start: int, end: int, saying: Saying, joint: int | None = None
) -> Token | None:
    """Return the first finite verb outside relative clauses; up to a mark behind a conjunction."""
    last = end if joint is None else min(end, start + _REACH)
    for token in doc[start:last]:
        if joint is not None and (
            token.text in {",", ";"} or saying.is_one(token, "opens_dependent")
        ):
            return None
        if grammar.has(token, "VerbForm", "Fin"):
            return token
        if joint is not None and token.pos_ == "VERB":
            # An infinitive, or a verb that the tagger did not know: what follows hangs on it.
            return None
    return None


def _opens_clause(token: Token, saying: Saying) -> bool:
    return token.lower_ in grammar.QUE or saying.is_one(token, "whether")


def _joins_nouns(conjunction: Token) -> bool:
    """Tell "le Nord et le Sud sont voisins" from a conjunction of clauses."""
    joined = conjunction.head
    nominal = {"NOUN", "PROPN", "PRON"}
    return joined.dep_ == "conj" and joined.pos_ in nominal and joined.head.pos_ in nominal


def _is_past(verb: Token) -> bool:
    """Tell "a dit", "disait", "avait dit" from "dit", "dira"."""
    mood, tense = grammar.mood_and_tense(verb)
    if mood != "Ind" or not tense:
        return False
    compound = grammar.has(verb, "VerbForm", "Part") and bool(grammar.auxiliaries(verb))
    return tense in {"Imp", "Past"} or (tense == "Pres" and compound)


def _is_set_back(finite: Token) -> bool:
    return grammar.has(finite, "Tense", "Imp") or grammar.has(finite, "Mood", "Cnd")


def _is_present(finite: Token, saying: Saying) -> bool:
    """Tell the present, or the auxiliary of what has just been done."""
    if finite.lower_.endswith(tuple(saying.classes["set_back_endings"])):
        return False
    return grammar.has(finite, "Mood", "Ind") and grammar.has(finite, "Tense", "Pres")


def _at_once(doc: Paragraph, joint: int) -> bool:
    """Tell "et a refusé", "mais s'est gardé": nothing but light words before the verb."""
    for token in doc[joint + 1 : joint + 5]:
        if grammar.has(token, "VerbForm", "Fin"):
            return True
        if token.pos_ not in _LIGHT:
            return False
    return False


def _is_of_speaker(following: Token, said: Token, verb: Token) -> bool:
    """Tell by its number "relève que les vannes fuyaient, mais ne permet pas de conclure"."""
    speaking = next((t for t in grammar.verb_group(verb) if grammar.is_finite(t)), verb)
    number = grammar.feature(following, "Number")
    own = grammar.feature(speaking, "Number")
    other = grammar.feature(said, "Number")
    return bool(own and other) and number == own != other


def _subject_between(doc: Paragraph, joint: int, finite: Token) -> bool:
    return any(
        t.pos_ in {"NOUN", "PROPN"} or t.dep_.startswith("nsubj") for t in doc[joint + 1 : finite.i]
    )


def _is_unproved(doc: Paragraph, joint: int, end: int, saying: Saying) -> bool:
    """Tell ", mais aucune preuve n'a été fournie", which the report adds of its own."""
    clause = doc[joint + 1 : end]
    denied = any(saying.is_one(t, "not_before") for t in clause)
    return denied and any(
        saying.is_one_lemma_of(t, "checking") and grammar.has(t, "VerbForm", "Part") for t in clause
    )
