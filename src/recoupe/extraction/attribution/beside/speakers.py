"""Speakers behind their verb: ", a déclaré X", "« ... », s'amuse-t-elle"."""

from itertools import pairwise, takewhile

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.inversion import (
    agrees,
    clause_before,
    closed_behind,
    comments,
    has_pronoun_before,
    several_behind,
)
from recoupe.extraction.attribution.beside.talk import is_nobody, place_of_talk
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

# Words that may stand between the comma and the verb of saying.
_BETWEEN = {"ADV", "AUX", "PRON", "ADP"}
_STOPS = {",", ".", ";", "!", "?", ":", "–", "—"}
_CLOSING = {"»", "”", '"'}
# The longest name behind a title, in tokens: "la directrice, Ana María de la Cruz Ruiz".
_LONGEST_NAME = 6
# "lundi", "jeudi 3 mars"
_LONGEST_DAY = 4
# Between the closing mark and the verb of saying: ", a de son côté déclaré".
_CUE_REACH = 8


def comma_before(tokens: list[Token], position: int) -> int | None:
    """Return the comma that opens the words of saying at ``position``, or None."""
    start = grammar.verb_group(tokens[position])[0].i - tokens[0].i
    for i in range(min(start, position) - 1, max(-1, start - 4), -1):
        if tokens[i].text in {",", "–", "—"}:
            return i
        if tokens[i].text in _CLOSING:
            glued = i > 0 and not tokens[i - 1].whitespace_
            return i if tokens[i].text != '"' or glued else None
        if relates(tokens[i]):
            # "..., qui n'a pas répondu": a relative clause, nothing set in.
            return None
        if tokens[i].lower_ == "comme" or (i and tokens[i - 1].lower_ == "comme"):
            # ", comme l'a rappelé X", ", comme l'explique X"
            continue
        if tokens[i].pos_ not in _BETWEEN and tokens[i].text not in {"-t-il", "-t-elle"}:
            return None
    return None


def relates(token: Token) -> bool:
    """Tell whether a token opens a relative clause."""
    return grammar.has(token, "PronType", "Rel") or token.lower_ == "qui"


def cue_behind(following: list[Token], saying: Saying) -> Token | None:
    """Return the verb of saying behind a closing mark, listed or told by its place.

    Right behind a quotation any verb with an inverted subject is one of saying:
    "« ... », s'amuse-t-elle", "« ... », fustige l'avocate".

    Args:
        following: The tokens behind the quotation, in its sentence.
        saying: The words of saying of the language.
    """
    aside = 0
    for position, token in enumerate(following[:_CUE_REACH]):
        length = saying.aside_length(following[position + 1 :])
        if length and (token.lemma_ == "avoir" or token.text == "a"):
            # "a pour sa part déclaré": past what stands between the words of saying.
            aside = position + 1 + length
        if position < aside:
            continue
        if token.text in grammar.MARKS or token.text == ":" or relates(token):
            return None
        if token.lower_ in grammar.QUE or token.lower_ in {"dont", "où"}:
            return None
        if saying.is_quoting(token):
            return token
        if _carries(token, following[position + 1 :], saying):
            continue
        if is_inverted(token, saying):
            return token
        if token.is_punct or token.pos_ in {"PRON", "ADV", "AUX"} or token.is_space:
            continue
        if (
            token.pos_ == "ADP"
            and position
            and _carries(following[position - 1], following[position : position + 2], saying)
        ):
            # "s'est borné à répondre"
            continue
        clitic = grammar.clitic_of(token)
        if is_nobody(clitic):
            # "peut-on lire"
            continue
        return token if _is_open_cue(token, saying) else None
    return None


def _carries(token: Token, behind: list[Token], saying: Saying) -> bool:
    """Tell "veut croire", "tient à préciser": a verb that an infinitive of saying follows."""
    if not saying.is_one_lemma_of(token, "modal") and token.lemma_ not in saying.light_verbs:
        return False
    near = next((t for t in behind[:2] if t.pos_ != "ADP"), None)
    return near is not None and grammar.has(near, "VerbForm", "Inf") and saying.is_quoting(near)


def _is_carried(verb: Token, saying: Saying) -> bool:
    """Tell the infinitive in "veut croire son directeur", "a tenu à préciser la mairie"."""
    place = verb.i - 1
    if place > verb.first and verb.doc[place].pos_ == "ADP":
        place -= 1
    return place >= verb.first and _carries(verb.doc[place], [verb], saying)


def _is_open_cue(token: Token, saying: Saying) -> bool:
    """Tell ", fustige l'avocate" from a noun or a participle behind a quotation."""
    end = grammar.sentence_end(token)
    if token.i + 1 >= end or token.pos_ not in {"VERB", "NOUN", "ADJ"}:
        return False
    if grammar.has(token, "VerbForm", "Inf") or token.lower_.endswith("ant"):
        return False
    if token.nbor(-1).pos_ != "AUX" and token.nbor(1).pos_ == "ADP":
        # "« La Digue », réalisé par Inés Robledo"
        return False
    if token.pos_ != "VERB" and (
        token.nbor(-1).pos_ in {"DET", "ADP", "ADJ"} or token.nbor(1).pos_ not in {"DET", "PROPN"}
    ):
        return False
    after = grammar.nominal_after(token, reach=5, asides=saying.passed_over)
    if after is None:
        return False
    lemma = after.lemma_.lower()
    return (
        after.ent_type_ == "PER"
        or lemma in saying.people
        or lemma in saying.bodies
        or (token.pos_ == "VERB" and grammar.is_finite(token) and lemma.endswith(saying.of_people))
    )


def is_inverted(verb: Token, saying: Saying) -> bool:
    """Tell whether a verb has its pronoun behind it: "s'amuse-t-elle", "a-t-il lâché"."""
    if verb.pos_ not in {"VERB", "NOUN", "ADJ"} or verb.i + 1 > grammar.sentence_end(verb):
        return False
    clitic = grammar.clitic_of(verb)
    return clitic is not None and saying.is_one(clitic, "inverted")


def is_third_person(speaker: SourceWords, saying: Saying) -> bool:
    """Tell whether a speaker is somebody spoken of: a name, a pronoun, a person or body."""
    head = speaker.head
    return head is not None and (
        head.pos_ in {"PROPN", "PRON"}
        or bool(head.ent_type_)
        or saying.can_be_source(head.lemma_.lower())
    )


def speaker_behind(
    verb: Token, sentence: Sentence, saying: Saying, *, quoted: bool = False
) -> SourceWords | None:
    """Return the inverted subject of a verb of saying, or None where it has none.

    Args:
        verb: The verb of saying.
        sentence: Its sentence.
        saying: The words of saying of the language.
        quoted: Whether the verb stands right behind a quotation; then whoever
            follows it speaks, also where the noun names nobody elsewhere.
    """
    if saying.is_one_lemma(verb, "reading"):
        gerund = grammar.is_present_participle(verb)
        return None if gerund else source_of(verb, sentence, saying)
    following = [t for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)] if not t.is_space]
    if following and following[0].lower_ in grammar.QUE:
        return None
    clitic = grammar.clitic_of(verb)
    if clitic is not None:
        if is_nobody(clitic):
            place = place_of_talk(verb, saying)
            if place is not None:
                return words_of(place, sentence, saying)
            return source_of(verb, sentence, saying) or words_of(clitic, sentence, saying)
        return words_of(clitic, sentence, saying)
    if agrees(verb) or has_pronoun_before(verb, saying) or _is_done_by(verb):
        return None
    present = grammar.has(verb, "Tense", "Pres") and grammar.has(verb, "VerbForm", "Part")
    carried = "_" in saying.lemma(verb) or _is_carried(verb, saying)
    if present or (grammar.has(verb, "VerbForm", "Inf") and not carried):
        return None
    after = grammar.nominal_after(verb, asides=saying.passed_over) or several_behind(verb, saying)
    if after is None:
        return None
    if quoted and not _has_own_subject(verb, after, saying):
        return words_of(after, sentence, saying, {t.i for t in verb.doc[verb.first : verb.i + 1]})
    # ", furieux, accuse le maire": without a clause before it, the comma parts the
    # verb from its own subject.
    if not (
        clause_before(verb) or closed_behind(verb, after, saying) or comments(verb, after, saying)
    ):
        return None
    named = after.pos_ == "PROPN" or bool(after.ent_type_) or after.text[:1].isupper()
    known = named or saying.can_be_source(_of_group(after).lemma_.lower())
    if not known and not _may_speak(after, verb, saying):
        return None
    if any(t.lower_ in grammar.QUE for t in verb.doc[verb.i + 1 : after.i]):
        return None
    return words_of(after, sentence, saying)


def _has_own_subject(verb: Token, after: Token, saying: Saying) -> bool:
    """Tell "X, qui parle de « faux », annonce son départ" from "« P », annonce son avocat"."""
    if after.pos_ == "PROPN" or after.ent_type_ or saying.can_be_source(after.lemma_.lower()):
        return False
    subject = next((t for t in verb.lefts if t.dep_.startswith("nsubj")), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    # It stands before the marks, with a clause about it: else it is of what is quoted.
    between = subject.doc[subject.i + 1 : verb.i]
    if any(t.is_quote for t in subject.doc[subject.first : subject.i]):
        return False
    return any(
        comma.text == "," and saying.is_one(t, "opens_relative") for comma, t in pairwise(between)
    )


def _of_group(speaker: Token) -> Token:
    """Return the noun of the group in "un de ses cadres", else the speaker."""
    if not grammar.one_of_several(speaker):
        return speaker
    behind = speaker.doc[speaker.i + 1 : min(speaker.i + 5, grammar.sentence_end(speaker))]
    return next((t for t in behind if t.pos_ == "NOUN"), speaker)


def _is_done_by(verb: Token) -> bool:
    """Tell ", accusé par le syndicat de fraude", which tells of the noun before it."""
    behind = verb.nbor(1) if verb.i + 1 < grammar.sentence_end(verb) else None
    alone = len(grammar.verb_group(verb)) == 1 and grammar.has(verb, "VerbForm", "Part")
    return alone and behind is not None and behind.lower_ == "par"


def _may_speak(noun: Token, verb: Token, saying: Saying) -> bool:
    """Tell ", note un rapport" from ", exigent 75 bitcoins", what the verb has for an object."""
    cue = saying.cue(verb)
    last = grammar.noun_phrase(noun)[-1]
    closed = last.i + 1 >= grammar.sentence_end(verb) or last.nbor(1).is_punct
    if closed and noun.dep_.startswith("nsubj") and noun.head is verb and clause_before(verb):
        # ", ont annoncé les forces de défense"
        return True
    return (
        cue is not None
        and "object" not in cue.takes
        and noun.nbor(-1).pos_ in {"DET", "ADJ", "NUM"}
    )


def incise_end(tokens: list[Token], position: int, speaker: SourceWords, saying: Saying) -> int:
    """Return the position of the stop behind the words of saying and their speaker.

    An apposition belongs to the speaker: ", a dit Ana Ruiz, porte-parole du port."
    """
    low = speaker.span.end - speaker.sentence.offset
    for i in range(position + 1, len(tokens)):
        if tokens[i].idx < low or tokens[i].text not in _STOPS:
            continue
        behind = tokens[i + 1 :]
        if tokens[i].text == "," and (
            _is_name_of(speaker, behind, saying) or _is_day(behind, saying)
        ):
            continue
        named = next((t for t in tokens[i + 1 : i + 4] if t.pos_ == "NOUN"), None)
        apposed = (
            tokens[i].text == ","
            and named is not None
            and named.lemma_.lower() in saying.people
            and not any(grammar.is_verb(t) for t in tokens[i + 1 : i + 4])
            and any(t.text in _STOPS for t in tokens[named.i - tokens[0].i :])
        )
        if not apposed:
            return i
    return len(tokens)


def _is_day(behind: list[Token], saying: Saying) -> bool:
    """Tell ", a dit le porte-parole, lundi." from where what is said goes on."""
    words = list(takewhile(lambda t: t.text not in _STOPS, behind))
    return 0 < len(words) <= _LONGEST_DAY and words[0].lemma_.lower() in saying.never_sources


def _is_name_of(speaker: SourceWords, behind: list[Token], saying: Saying) -> bool:
    """Tell ", a déclaré la directrice, Ana Ruiz.": a title, and the name set behind it."""
    if speaker.head is None or speaker.head.lemma_.lower() not in saying.people:
        return False
    name = list(takewhile(lambda t: t.text not in _STOPS, behind))
    return 0 < len(name) <= _LONGEST_NAME and all(
        t.pos_ == "PROPN" or t.ent_type_ == "PER" for t in name
    )
