"""Words of saying set behind or into what they report: "P, a annoncé X", "P, précise X, P"."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.closing import closing
from recoupe.extraction.attribution.beside.speakers import (
    comma_before,
    incise_end,
    is_inverted,
    is_third_person,
    relates,
    speaker_behind,
)
from recoupe.extraction.attribution.beside.talk import is_nobody
from recoupe.extraction.attribution.edges.ends import behind_other_speaker
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.indirect import is_idiom
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import learnt_from
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason

_CLOSING = {"»", "”", '"'}
_MARKS = {"«", "“", "„", *_CLOSING}
_SHORTEST_CLAUSE = 3
# The longest answer without a verb, in tokens: "De factures, explique-t-il".
_LONGEST_ANSWER = 8
# A figure that answers alone stands at the head of its sentence.
_NEAR_FIGURE = 3


def find_incises(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by an inverted verb of saying behind a comma.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        At most one attribution: the content is what stands before the comma,
        or the whole sentence where it goes on behind the words of saying.
    """
    candidates = saying.candidates(sentence.words)
    if not candidates and saying.classes["inverted"].isdisjoint(sentence.forms):
        return
    tokens = list(sentence.words)
    if not _CLOSING.isdisjoint(sentence.forms):
        inverting = saying.classes["inverted"]
        pronouns = [i for i, t in enumerate(tokens) if t.lower_ in inverting]
        inverted = [tokens[i - 1] for i in pronouns if i]
        inverted += [tokens[i + 1] for i in pronouns if i + 1 < len(tokens)]
        candidates = sorted({*candidates, *inverted}, key=lambda t: t.i)
    if not candidates:
        return
    lowered = sentence.lowered
    for verb in candidates:
        position = verb.i - tokens[0].i
        if saying.is_one_lemma(verb, "naming") and saying.is_one(
            tokens[max(position - 2, 0)], "as"
        ):
            # "une « altercation », comme la qualifie un témoin"
            continue
        if (
            position == 0
            or not (
                saying.is_quoting(verb)
                or (is_inverted(verb, saying) and _behind_mark(tokens, position))
            )
            or is_idiom(verb, sentence, lowered, saying)
            # "le dieu Chac, considéré comme l'un des plus grands"
            or grammar.is_fronted_participle(verb)
        ):
            continue
        comma = comma_before(tokens, position)
        if comma is not None and (
            _within_relative(tokens, comma) or saying.is_one(tokens[comma + 1], "contrary")
        ):
            # "ce qui, selon elle, explique la rupture", "P, contrairement à ce que soutient X"
            continue
        quoted = comma is not None and (
            _behind_mark(tokens, position)
            or saying.is_one(tokens[comma + 1], "as")
            or (comma <= _LONGEST_ANSWER and _opens_with_figure(tokens))
            or _parts_infinitive(tokens, comma, position, saying)
        )
        speaker = (
            speaker_behind(verb, sentence, saying, quoted=quoted) if comma is not None else None
        )
        if comma is None or speaker is None:
            comma, speaker = closing(tokens, position, sentence, saying)
        if comma is None or speaker is None or _closes_name(tokens, comma, speaker, saying):
            continue
        end = incise_end(tokens, position, speaker, saying)
        # A closing mark belongs to what it closes.
        comma += tokens[comma].text in _CLOSING
        content = _content(tokens, comma, end, saying)
        # "Le texte, entré en vigueur mardi, relève le seuil": no clause stands before the comma.
        spoken = any(
            grammar.is_verb(t) and not grammar.is_fronted_participle(t) for t in content
        ) or (
            len(content) >= _SHORTEST_CLAUSE
            and (saying.is_one(tokens[comma + 1], "as") or _is_phrase(content, verb, saying))
        )
        if not spoken and not _answers(content, speaker, saying):
            continue
        if speaker.head is not None and _only_repeats(speaker.head, content, saying):
            continue
        cue = saying.cue(verb)
        nearest, *further = learnt_from(verb, speaker, sentence, saying)
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            cue=sentence.span_of(grammar.verb_group(verb)),
            source=nearest,
            further=tuple(further),
            value=cue.value if cue is not None else Factuality.CERTAIN,
            cue_token=verb,
            # A line of dialogue: "— Nous partons, répond la capitaine."
            quotation="direct" if tokens[0].text in {"—", "–", "-"} else "indirect",
            reasons=(Reason(rule="incise", words=verb.text),),
        )
        return


def _opens_with_figure(tokens: list[Token]) -> bool:
    """Tell "23, disait la gendarmerie", "Pas plus de trente, rétorque le maire"."""
    if any(t.pos_ == "NUM" for t in tokens[:_NEAR_FIGURE]):
        return True
    ahead = tokens[:_NEAR_FIGURE]
    return (
        len(tokens) > _NEAR_FIGURE
        and tokens[_NEAR_FIGURE].pos_ == "NUM"
        and all(t.pos_ in {"ADV", "ADP"} for t in ahead)
    )


def _parts_infinitive(tokens: list[Token], comma: int, position: int, saying: Saying) -> bool:
    """Tell "Pas question, prévient X, de céder": the infinitive is not the verb of saying's."""
    if comma > _LONGEST_ANSWER or any(
        grammar.has(t, "VerbForm", "Fin") or t.lemma_.lower() in saying.never_sources
        for t in tokens[:comma]
    ):
        # "Lundi, a promis la mairie, de rouvrir le pont"
        return False
    behind = next((i for i in range(position + 1, len(tokens)) if tokens[i].text == ","), None)
    return behind is not None and grammar.opens_infinitive(tokens[behind:])


def _within_relative(tokens: list[Token], comma: int) -> bool:
    """Tell whether the comma closes what is set in behind "qui": the verb is that clause's own."""
    opened = next((i for i in range(comma - 1, 0, -1) if tokens[i].text == ","), 0)
    return bool(opened) and relates(tokens[opened - 1])


def _closes_name(tokens: list[Token], comma: int, speaker: SourceWords, saying: Saying) -> bool:
    """Tell "les « bonnets jaunes » réclament", a name in marks, from quoted words and their cue."""
    if tokens[comma].text not in _CLOSING:
        return False
    opening = next((i for i in range(comma - 1, -1, -1) if tokens[i].text in _MARKS), None)
    if not opening:
        return False
    before = tokens[opening - 1]
    if before.pos_ in {"DET", "ADP"}:
        return not any(grammar.has(t, "VerbForm", "Fin") for t in tokens[opening:comma])
    if grammar.has(before, "VerbForm", "Part") and before.dep_ in {"acl", "amod"}:
        return True
    return before.pos_ in {"NOUN", "ADJ", "VERB"} and not is_third_person(speaker, saying)


def _is_phrase(content: list[Token], verb: Token, saying: Saying) -> bool:
    """Tell "Une vitalité rare, souligne le site" from "Lundi matin, a annoncé le maire"."""
    cue = saying.cue(verb)
    return (
        cue is not None
        and "quote" in cue.takes
        and content[0].pos_ in {"DET", "NUM", "ADJ", "NOUN"}
        and not any(t.lemma_.lower() in saying.never_sources for t in content[:2])
    )


def _answers(content: list[Token], speaker: SourceWords, saying: Saying) -> bool:
    """Tell "23, disait la gendarmerie" from "Lundi, a annoncé le maire"."""
    if not content or len(content) > _LONGEST_ANSWER:
        return False
    if any(t.pos_ == "NUM" for t in content):
        return content[0].lemma_.lower() not in saying.never_sources
    if not is_third_person(speaker, saying):
        return False
    pronoun = speaker.head is not None and speaker.head.text.startswith("-")
    return pronoun and content[0].lemma_.lower() not in saying.never_sources


def _only_repeats(speaker: Token, content: list[Token], saying: Saying) -> bool:
    """Tell "Il ne croit pas, dit-il, que P": the sentence has words of saying of its own."""
    if not speaker.text.startswith("-"):
        return False
    main = next((t for t in content if grammar.is_verb(t) and not t.dep_.startswith("aux")), None)
    if main is None or saying.cue(main) is None or not grammar.is_finite(main):
        return False
    if any(t.text in _MARKS and t.i < main.i for t in content):
        # « On croit que P », dit-il.
        return False
    return any(
        t.i > main.i and (t.lower_ in grammar.QUE or saying.is_one(t, "whether")) for t in content
    )


def _behind_mark(tokens: list[Token], position: int) -> bool:
    """Tell whether a closing mark stands just before the words of saying at ``position``."""
    comma = comma_before(tokens, position)
    if comma is None:
        return False
    return tokens[comma].text in _CLOSING or (comma > 0 and tokens[comma - 1].text in _CLOSING)


def _content(tokens: list[Token], comma: int, end: int, saying: Saying) -> list[Token]:
    """Return what is said around words of saying: before the comma, and behind where it goes on."""
    start, _ = grammar.clause_around(tokens, comma, end)
    opened = _relative_opened(tokens, start, comma, end)
    if opened is not None:
        # "une enquête dont les résultats, a-t-il promis, seront rendus publics"
        stop = next((i for i in range(end + 1, len(tokens)) if tokens[i].text in ",;"), len(tokens))
        return grammar.stripped(tokens[end + 1 if opened + 1 == comma else opened + 1 : stop])
    if not _goes_on(tokens, start, comma, end, saying):
        said = behind_other_speaker(tokens[start:comma], saying)
        return grammar.stripped(grammar.behind_topic(said))
    stop = next((i for i in range(end + 1, len(tokens)) if tokens[i].text == ";"), len(tokens))
    return grammar.stripped(grammar.behind_topic(tokens[start:stop]))


def _relative_opened(tokens: list[Token], start: int, comma: int, end: int) -> int | None:
    """Return the relative pronoun whose clause goes on behind the words of saying, or None."""
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    for i in range(comma - 1, start, -1):
        if grammar.has(tokens[i], "VerbForm", "Fin"):
            return None
        if grammar.has(tokens[i], "PronType", "Rel"):
            behind = tokens[end + 1 : end + 3]
            return i if any(grammar.has(t, "VerbForm", "Fin") for t in behind) else None
    return None


def _is_absolute(behind: list[Token]) -> bool:
    """Tell a noun with a perfect participle of its own: "deux blessés ayant succombé"."""
    for place, token in enumerate(behind[:_LONGEST_ANSWER]):
        if grammar.is_present_participle(token):
            return place > 0 and token.lemma_ in {"avoir", "être"}
        if token.pos_ not in {"DET", "NUM", "NOUN", "ADJ", "PROPN", "ADP"}:
            return False
    return False


def _goes_on(tokens: list[Token], start: int, comma: int, end: int, saying: Saying) -> bool:
    """Tell whether what is said goes on behind the words of saying and their comma."""
    behind = [t for t in tokens[end:] if not t.is_punct and not t.is_space]
    if not behind or end >= len(tokens) or tokens[end].text != ",":
        return False
    first = behind[0]
    if saying.is_one(tokens[start], "it_is") and first.lower_ in grammar.QUE:
        # "C'est à la fin, raconte X, que P"
        return True
    if _is_absolute(behind):
        # "P, a indiqué X, deux blessés ayant succombé"
        return True
    # ", citant des sources" and ", qui dirige le port" tell of the speaker.
    if grammar.has(first, "VerbForm", "Part") or grammar.has(first, "PronType", "Rel"):
        return False
    if saying.is_one(first, "goes_on_with"):
        return True
    clitic = next((t for t in tokens[comma:end] if t.text.startswith("-")), None)
    if is_nobody(clitic):
        # "vivrait, dit-on, dans une villa": of nobody nothing is told.
        return True
    if saying.is_one(first, "of_speaker") or first.pos_ == "CCONJ":
        return False
    before = [t for t in tokens[start:comma] if not t.is_punct]
    if not any(grammar.is_verb(t) and grammar.is_finite(t) for t in before):
        # "Hors de question, prévient X, de céder"
        finite = any(grammar.is_verb(t) and grammar.is_finite(t) for t in behind)
        return finite or grammar.opens_infinitive(behind)
    # "elle était, jure-t-elle, à un baptême"
    pronoun = any(t.text.startswith("-") and t.pos_ == "PRON" for t in tokens[comma:end])
    return pronoun and first.pos_ in {"ADP", "DET", "ADJ", "SCONJ", "ADV", "NUM"}
