"""Answers of a word or two: "Oui, répondent deux sources ; non, assure une troisième".

Three ways to give one: set before a word of saying, behind "que" or a verb of answering
("assure que oui", "a répondu par la négative"), and as a plea ("a plaidé non coupable"). What
such an answer is about stands before it and is found when reports are linked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.answer_words import Answers
from recoupe.extraction.attribution.beside.speakers import (
    cue_behind,
    incise_end,
    is_third_person,
    speaker_behind,
)
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import is_impersonal, source_of
from recoupe.extraction.attribution.sources.phrases import phrases
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason

SHORT_ANSWER = "short-answer"
"""Rule of an answer that says no more than that something is so, or is not so."""
PLEA = "plea"
"""Rule of what an accused pleads, which answers a charge and no question."""
_LONGEST = 7
"""Tokens of the longest such answer."""
_NEAR_SPEAKER = 3
"""Tokens from a verb of saying to "une troisième" behind it."""
_EDGE = ' «»“”„"\u00a0\u202f.!…'
_PARTS = {";", ",", "–", "—"}
"""What stands before an answer."""
_BEHIND = {",", "!", "…", "–", "—"}
"""What stands between an answer and who gives it."""
_PROBABLE = {
    Factuality.CERTAIN: Factuality.PROBABLE,
    Factuality.CERTAIN_NOT: Factuality.PROBABLE_NOT,
}
_Told = tuple[list[Token], Token | None, SourceWords, int]
"""The words of saying, their verb, who speaks, and the place behind."""


def settled(attribution: Attribution) -> tuple[Factuality, tuple[Reason, ...]] | None:
    """Return how sure a short answer makes what it answers, and why; None for what is none.

    That is listed with the words: nothing in them is judged anew.
    """
    why = tuple(r for r in attribution.reasons if r.rule in {SHORT_ANSWER, PLEA})
    return (attribution.value, why) if why else None


def with_answer(attribution: Attribution, text: str, answers: Answers) -> Attribution:
    """Return an attribution as that of a short answer, if its words are one: « Pas du tout ».

    Args:
        attribution: An attribution.
        text: The document's stored text.
        answers: The short answers of its language.
    """
    start, end = attribution.content
    if attribution.denies or end - start > answers.longest or settled(attribution) is not None:
        return attribution
    words = text[start:end]
    value = answers.whole.get("".join(words.strip(_EDGE).lower().replace("’", "'").split()))
    if value is None:
        return attribution
    why = Reason(rule=SHORT_ANSWER, words=words)
    return replace(attribution, value=value, root=None, reasons=(*attribution.reasons, why))


def find_short_answers(
    sentence: Sentence, saying: Saying, answers: Answers
) -> Iterator[Attribution]:
    """Yield the attributions of answers of a word or two in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.
        answers: Its short answers.

    Yields:
        One attribution an answer, in order.
    """
    if answers.telltale.isdisjoint(sentence.forms):
        return
    yield from _set_before(sentence, saying, answers)
    yield from _governed(sentence, saying, answers)


def governs_no_more(answer: Attribution) -> bool:
    """Tell whether what stands behind the words of saying of a short answer is no content.

    "Exact, confirme la banque" has its speaker there; in "plaide non coupable d'avoir fraudé"
    that is denied. "Plaide coupable d'avoir fraudé" tells what was done.

    Args:
        answer: What ``find_short_answers`` found.
    """
    cue = answer.cue
    return answer.value.denied or (cue is not None and answer.content.end <= cue.start)


def _set_before(sentence: Sentence, saying: Saying, answers: Answers) -> Iterator[Attribution]:
    """Yield "Oui, répondent deux sources ; non, d'après une troisième"."""
    tokens = [t for t in sentence.words if not t.is_space]
    place = 0
    while place < len(tokens):
        content, value = _answer_at(tokens, _past_marks(tokens, place), saying, answers)
        told = _told_behind(content, tokens, sentence, saying, answers) if content else None
        if told is None or value is None:
            # Behind a semicolon somebody else may answer.
            place = next((i for i in range(place + 1, len(tokens)) if tokens[i].text == ";"), 10**6)
            continue
        cue, verb, source, place = told
        yield _attribution(content, value, (cue, verb), source, sentence, saying)


def _past_marks(tokens: list[Token], place: int) -> int:
    """Return the place behind marks and a conjunction: "; et non", "— Non"."""
    while place < len(tokens) and (tokens[place].text in _PARTS or tokens[place].pos_ == "CCONJ"):
        place += 1
    return place


def _answer_at(
    tokens: list[Token], start: int, saying: Saying, answers: Answers
) -> tuple[list[Token], Factuality | None]:
    content, value = _known(tokens[start : start + _LONGEST], answers.whole, saying)
    behind = start + len(content)
    closed = behind + 1 < len(tokens) and tokens[behind].text in _BEHIND
    return (content, value) if closed else ([], None)


def _known(
    tokens: list[Token], listed: Mapping[str, Factuality], saying: Saying
) -> tuple[list[Token], Factuality | None]:
    """Return the first tokens that are a listed answer, and its value."""
    content = tokens[: saying.phrase_length(tokens, tuple(listed))]
    return content, listed.get("".join(t.lower_.replace("’", "'") for t in content))


def _told_behind(
    content: list[Token], tokens: list[Token], sentence: Sentence, saying: Saying, answers: Answers
) -> _Told | None:
    """Return who is said to give an answer right behind it."""
    comma = next(i for i, t in enumerate(tokens) if t.i > content[-1].i)
    phrase = next((p for p in phrases(tokens, saying) if p.start == comma + 1), None)
    if phrase is not None:
        cue = tokens[phrase.start : phrase.named]
        source = SourceWords(sentence.span_of(phrase.source), phrase.head, sentence)
        # "En partie, selon l'ONU, à cause du froid": part of a clause.
        return (cue, None, source, phrase.end) if _ends(tokens, phrase.end) else None
    told = _spoken(tokens, comma, sentence, saying)
    if told is not None and grammar.opens_infinitive(tokens[told[-1] :]):
        # "Impossible, dit-il, de joindre l'équipage": no answer, but a clause.
        return None
    doubtful = content[-1].lower_ in answers.doubtful
    return None if told is None or (doubtful and not _ends(tokens, told[-1])) else told


def _ends(tokens: list[Token], end: int) -> bool:
    """Tell whether a sentence, or its part, ends at a place."""
    return end >= len(tokens) or (tokens[end].is_punct and tokens[end].text != ",")


def _spoken(tokens: list[Token], comma: int, sentence: Sentence, saying: Saying) -> _Told | None:
    verb = cue_behind(tokens[comma + 1 :], saying)
    if verb is None or not grammar.is_finite(grammar.verb_group(verb)[0]):
        return None
    speaker = speaker_behind(verb, sentence, saying, quoted=True)
    if speaker is None or not (is_third_person(speaker, saying) or _is_counted(speaker, verb)):
        return None
    position = next(i for i, t in enumerate(tokens) if t.i == verb.i)
    end = incise_end(tokens, position, speaker, saying)
    return grammar.verb_group(verb), verb, speaker, max(end, comma + 1)


def _is_counted(speaker: SourceWords, verb: Token) -> bool:
    """Tell "une troisième", "les deux autres" right behind the verb: some of several who speak."""
    head = speaker.head
    return (
        head is not None
        and head.pos_ in {"ADJ", "NUM", "NOUN"}
        and head.i - verb.i <= _NEAR_SPEAKER
    )


def _governed(sentence: Sentence, saying: Saying, answers: Answers) -> Iterator[Attribution]:
    """Yield "assure que oui", "a répondu par la négative", "a plaidé non coupable"."""
    for verb in saying.candidates(sentence.words):
        content, value = _content_behind(verb, saying, answers)
        if value is None:
            continue
        group = grammar.verb_group(verb)
        if not grammar.is_finite(group[0]) or is_impersonal(verb):
            continue
        if grammar.has(group[0], "Tense", "Fut") or grammar.has(group[0], "Mood", "Cnd"):
            # "Il plaidera non coupable" is no answer yet.
            continue
        if group[0].i > verb.first and saying.is_one(group[0].nbor(-1), "not_before"):
            continue
        source = source_of(verb, sentence, saying, {t.i for t in content})
        if source is not None:
            rule = PLEA if saying.lemma(verb) in answers.pleading else SHORT_ANSWER
            yield _attribution(content, value, (group, verb), source, sentence, saying, rule)


def _content_behind(
    verb: Token, saying: Saying, answers: Answers
) -> tuple[list[Token], Factuality | None]:
    nothing: tuple[list[Token], None] = ([], None)
    cue = saying.cue(verb)
    if cue is None:
        return nothing
    lemma = saying.lemma(verb)
    behind = [t for t in verb.doc[verb.i + 1 : verb.past] if not t.is_space]
    while behind and behind[0].pos_ == "ADV" and behind[0].lower_ not in answers.bare:
        behind = behind[1:]
    if not behind:
        return nothing
    if lemma in answers.pleading:
        return _known(behind[:_LONGEST], answers.pleas, saying)
    if lemma in answers.answering and behind[0].lower_ == "par":
        return _known(behind[1 : 1 + _LONGEST], answers.by_noun, saying)
    opened = behind[0].lower_ in grammar.QUE and "clause" in cue.takes
    said, value = (
        _known(behind[opened : opened + 1], answers.bare, saying)
        if opened or lemma in answers.answering
        else nothing
    )
    # "que non" and "que si un témoin parle"
    rest = behind[opened + 1 :]
    closed = not rest or rest[0].is_punct or rest[0].pos_ == "CCONJ"
    return (said, value) if closed or saying.is_one(rest[0], "to_whom") else nothing


def _attribution(
    content: list[Token],
    value: Factuality,
    told: tuple[list[Token], Token | None],
    source: SourceWords,
    sentence: Sentence,
    saying: Saying,
    rule: str = SHORT_ANSWER,
) -> Attribution:
    cue, verb = told
    known = saying.cue(verb) if verb is not None else None
    if known is not None and known.value is Factuality.PROBABLE and value in _PROBABLE:
        # "Oui, estiment les assureurs"
        value = _PROBABLE[value]
    return Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=None,
        cue=sentence.span_of(cue),
        source=source,
        value=value,
        cue_token=verb,
        reasons=(Reason(rule=rule, words=" ".join(t.text for t in content)),),
    )
