"""Who speaks in turn: the answers of an interview, which no word of saying signs.

"Q : Qui a décidé ? R : Personne ne le sait.", questions in paragraphs of their own with the
answers below them, or each turn opened by a name ("Ana Ruiz : Nous partons."). Where answers
stand in quotation marks, only what is quoted is the speaker's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.looking_back import LOOKS_BACK
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.passage import Passage
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Span

_OPENING = ("«", "“", '"', "„")
_LABEL_STOPS = {":", ".", "–", "-"}
_RULE = "answers-in-interview"
# The longest name before a colon, in tokens.
_LONGEST_LABEL = 5
# Fewer questions than this make no interview; without its name on the page, they say "vous".
_FEWEST_QUESTIONS = 2
_SHORTEST_ANSWER = 3


@dataclass(frozen=True, slots=True)
class _Turn:
    """One answer: its sentences, who gives it, and how many tokens its label takes."""

    sentences: Sequence[Sentence]
    speaker: SourceWords
    label: int = 0


def with_turns(found: list[Attribution], passage: Passage, saying: Saying) -> list[Attribution]:
    """Give the answers of an interview to whoever gives them.

    Args:
        found: The attributions of the report, in order of their content.
        passage: Its sentences and quotations.
        saying: The words of saying of its language.

    Returns:
        The attributions with those of the answers; unchanged where the report is no interview.
    """
    turns = list(_turns(passage, saying))
    if not turns:
        return found
    quoted = any(_opens_quoted(t.sentences[0], t.label) for t in turns)
    held = list(found)
    for turn in turns:
        if quoted:
            for sentence in turn.sentences:
                held = [_signed(a, sentence, turn.speaker) for a in held]
            continue
        answer = _answer(turn, passage)
        if answer is not None:
            # "C'est la remarque de X", behind the last answer, says no more.
            held = [a for a in held if not _is_looked_back_on(a, answer)]
            held.append(answer)
    return sorted(held, key=lambda a: (a.content.start, -a.content.end))


def _signed(a: Attribution, sentence: Sentence, speaker: SourceWords) -> Attribution:
    """Give quoted words without a cue of their own to who answers."""
    own = a.cue is not None and sentence.span.overlaps(a.cue)
    if a.quotation != "direct" or own or not sentence.span.overlaps(a.content):
        return a
    return replace(a, source=speaker, cue=None, further=(), reasons=(Reason(rule=_RULE),))


def _is_looked_back_on(a: Attribution, answer: Attribution) -> bool:
    return any(r.rule == LOOKS_BACK for r in a.reasons) and answer.content.overlaps(a.content)


def _answer(turn: _Turn, passage: Passage) -> Attribution | None:
    """Return a paragraph of answer as one statement, as quoted words between two marks are."""
    first, last = turn.sentences[0], turn.sentences[-1]
    opening = [t for t in first.words if not t.is_space][turn.label :]
    closing = grammar.stripped([t for t in last.words if not t.is_space])
    if not opening or not closing:
        return None
    content = Span(first.span_of(opening).start, last.span_of(closing).end)
    words = sum(1 for s in turn.sentences for t in s.words if not t.is_punct and not t.is_space)
    if words - turn.label < _SHORTEST_ANSWER or content.start >= content.end:
        return None
    if passage.is_quoted(content):
        return None
    return Attribution(
        content=content,
        sentence=first,
        root=grammar.root_of(opening),
        cue=None,
        source=turn.speaker,
        quotation="direct",
        reasons=(Reason(rule=_RULE),),
    )


def _turns(passage: Passage, saying: Saying) -> Iterator[_Turn]:
    paragraphs = _paragraphs(passage.sentences)
    labels = [_label(p[0], saying) for p in paragraphs]
    answering = [n for n, p in enumerate(paragraphs) if _is_label(p[0], "answer_labels", saying)]
    if answering:
        speaker = _interviewee(paragraphs, answering[0], answering[-1] + 1, saying)
        for n in answering:
            if speaker is not None:
                yield _Turn(paragraphs[n], speaker, label=2)
        return
    often = {name for name, count in Counter(n for n in labels if n).items() if count > 1}
    if len(often) > 1 or (often and _asks(paragraphs, labels, often)):
        yield from _named(paragraphs, labels, often)
        return
    questions = [n for n, p in enumerate(paragraphs) if _is_question(p)]
    if not _is_interview(questions, paragraphs, passage, saying):
        return
    speaker = _interviewee(paragraphs, questions[0], questions[-1] + 2, saying)
    if speaker is None:
        return
    for n in range(questions[0] + 1, min(questions[-1] + 2, len(paragraphs))):
        if n not in questions:
            yield _Turn(paragraphs[n], speaker)


def _named(
    paragraphs: Sequence[Sequence[Sentence]], labels: Sequence[str], often: set[str]
) -> Iterator[_Turn]:
    """Yield the turns opened by a name that opens others as well."""
    for name, paragraph in zip(labels, paragraphs, strict=True):
        if name not in often or paragraph[-1].text.rstrip().endswith("?"):
            continue
        first = paragraph[0]
        tokens = [t for t in first.words if not t.is_space]
        length = next(i for i, t in enumerate(tokens) if t.text == ":")
        named = [t for t in tokens[:length] if t.pos_ != "DET"] or tokens[:length]
        source = SourceWords(first.span_of(named), grammar.name_head(named[0]), first)
        yield _Turn(paragraph, source, label=length + 1)


def _asks(paragraphs: Sequence[Sequence[Sentence]], labels: Sequence[str], often: set[str]) -> bool:
    """Tell whether a question stands before a turn that a name opens."""
    return any(
        labels[n] in often and paragraphs[n - 1][-1].text.rstrip().endswith("?")
        for n in range(1, len(paragraphs))
    )


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in sentences:
        if not sentence.words:
            continue
        if not found or found[-1][-1].paragraph != sentence.paragraph:
            found.append([])
        found[-1].append(sentence)
    return found


def _label(first: Sentence, saying: Saying) -> str:
    """Return the name before the colon that opens a paragraph, "" where none does."""
    tokens = [t for t in first.words[: _LONGEST_LABEL + 2] if not t.is_space]
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), 0)
    named = [t for t in tokens[:colon] if t.pos_ != "DET"]
    if not named or any(t.text[:1].islower() or grammar.is_verb(t) for t in named):
        return ""
    if saying.is_one(named[0], "answer_labels") or saying.is_one(named[0], "question_labels"):
        return ""
    return " ".join(t.text for t in named)


def _is_label(first: Sentence, name: str, saying: Saying) -> bool:
    words = first.words
    return len(words) > 2 and saying.is_one(words[0], name) and words[1].text in _LABEL_STOPS


def _is_question(paragraph: Sequence[Sentence]) -> bool:
    text = paragraph[-1].text.rstrip()
    return text.endswith("?") and not paragraph[0].text.lstrip().startswith(_OPENING)


def _is_interview(
    questions: Sequence[int],
    paragraphs: Sequence[Sequence[Sentence]],
    passage: Passage,
    saying: Saying,
) -> bool:
    """Tell an interview from a report that asks itself something.

    The page says so, or its questions address somebody.
    """
    if len(questions) < _FEWEST_QUESTIONS:
        return False
    lowered = passage.text.lower()
    if any(sign in lowered for sign in saying.classes["interview_signs"]):
        return True
    addressed = sum(
        any(not saying.classes["addressed"].isdisjoint(s.forms) for s in paragraphs[n])
        for n in questions
    )
    return addressed >= _FEWEST_QUESTIONS


def _interviewee(
    paragraphs: Sequence[Sequence[Sentence]], first: int, behind: int, saying: Saying
) -> SourceWords | None:
    """Return who is introduced before the first question, else behind the last answer."""
    ahead = [s for p in paragraphs[:first] for s in p]
    after = [s for p in paragraphs[behind : behind + 1] for s in p]
    for sentences in (ahead, after):
        # A sentence that speaks of the interview names whom it is with.
        spoken = [
            s for s in sentences if any(x in s.lowered for x in saying.classes["interview_signs"])
        ]
        for sentence in (*spoken, *sentences):
            person = _person(sentence, saying)
            if person is not None:
                return person
    return None


def _person(sentence: Sentence, saying: Saying) -> SourceWords | None:
    for name in sentence.names:
        words: list[Token] = list(name.words)
        # "Plamen Iliev, chercheur à Varna": by the trade behind it, whatever it is taken for.
        behind = words[0].doc[words[-1].i + 1 : min(words[-1].i + 4, sentence.end)]
        apposed = len(behind) > 1 and behind[0].text == ","
        trade = apposed and any(t.lemma_.lower() in saying.people for t in behind[1:])
        if name.label == "PER" or (trade and len(words) > 1):
            return SourceWords(sentence.span_of(words), grammar.name_head(words[0]), sentence)
    return None


def _opens_quoted(sentence: Sentence, label: int) -> bool:
    tokens = [t for t in sentence.words if not t.is_space][label:]
    return bool(tokens) and tokens[0].text in _OPENING
