"""Who holds the reverse of what is said: "P, contrairement à ce qu'affirme X", "aux dires de X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.said import SHORTEST
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason

CONTRARY = "contrary-to-what-is-said"
"""Rule of what somebody holds of which the report, or another, says the reverse."""
# How far behind "contrairement" the words of saying may stand.
_REACH = 12
_SHORTEST_PHRASE = 2
_STOPS = {",", ".", ";", ":", "!", "?", "–", "—"}


def with_contrary(
    found: list[Attribution], sentences: Sequence[Sentence], saying: Saying
) -> list[Attribution]:
    """Add who is said to hold the contrary of a clause; no content goes on into those words.

    Args:
        found: The attributions of the report, in order of their content.
        sentences: Its sentences, in order.
        saying: The words of saying of the language.
    """
    added: list[Attribution] = []
    for sentence in sentences:
        if saying.classes["contrary"].isdisjoint(sentence.forms):
            continue
        for told, phrase in _contrary(sentence, saying):
            words = {t.i for t in phrase}
            inside = sentence.span_of(phrase)
            if any(a.quotation == "direct" and a.content.covers(inside) for a in found):
                continue
            # "Contrairement à ce qu'avait annoncé X, P": P is nothing that X announced.
            found = [a for a in found if a.cue is None or not inside.overlaps(a.cue)]
            found = [_without(a, words, sentence) for a in found]
            # "X dit que P, contrairement à ce que soutient Y": the reverse of P.
            of = [
                a
                for a in found
                if a.sentence is sentence
                and a.content.end == told.content.end
                and told.content.covers(a.content)
            ]
            if of:
                told = replace(told, content=of[-1].content, root=of[-1].root)  # noqa: PLW2901 (the same, of what another says)
            added.append(told)
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: (a.content.start, -a.content.end))


def _contrary(sentence: Sentence, saying: Saying) -> Iterator[tuple[Attribution, list[Token]]]:
    """Yield who holds the contrary, with the phrase that says so."""
    tokens = [t for t in sentence.words if not t.is_space]
    for place, token in enumerate(tokens[:-_SHORTEST_PHRASE]):
        if not saying.is_one(token, "contrary"):
            continue
        end = next((i for i in range(place, len(tokens)) if tokens[i].text in _STOPS), len(tokens))
        phrase = tokens[place:end]
        content = grammar.stripped(tokens[end:] if place <= 1 else _clause_before(tokens, place))
        if not content or content[0].text in grammar.MARKS or content[-1].lower_ in grammar.QUE:
            continue
        named = _by_verb(phrase, sentence, saying) or _by_noun(phrase, sentence, saying)
        if named is None or len(content) < SHORTEST:
            continue
        if not any(grammar.has(t, "VerbForm", "Fin") for t in content):
            continue
        cue, verb, source = named
        yield (
            Attribution(
                content=sentence.span_of(content),
                sentence=sentence,
                root=grammar.root_of(content),
                cue=sentence.span_of(cue),
                source=source,
                value=Factuality.CERTAIN_NOT,
                denies=True,
                reasons=(Reason(rule=CONTRARY, words=verb.text),),
            ),
            phrase,
        )


def _clause_before(tokens: list[Token], place: int) -> list[Token]:
    """Return the clause before the phrase: what stands behind "que" where somebody says it."""
    start, _ = grammar.clause_around(tokens, place, place + 1)
    return tokens[start:place]


def _by_verb(
    phrase: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Read "à ce que soutient X", "à ce que X avait promis"."""
    near = phrase[1:_REACH]
    what = any(
        saying.is_one(this, "what") and que.lower_ in grammar.QUE
        for this, que in pairwise(near[:3])
    )
    if len(near) < _SHORTEST_PHRASE or not what:
        return None
    verb = next((t for t in near if saying.cue(t) is not None), None)
    cue = saying.cue(verb) if verb is not None else None
    if verb is None or cue is None or cue.denies or cue.value is not Factuality.CERTAIN:
        # "contrairement à ce qu'ils souhaitent": who wishes or fears holds nothing.
        return None
    outside = {t.i for t in sentence.words} - {t.i for t in phrase}
    after = grammar.nominal_after(verb, asides=saying.passed_over)
    before = [t for t in near if t.i < verb.i and (t.pos_ in {"NOUN", "PROPN"})]
    personal = next((t for t in near if t.i < verb.i and saying.is_one(t, "personal")), None)
    head = before[0] if before else personal or after
    source = (
        words_of(grammar.name_head(head), sentence, saying, outside)
        if head is not None and head.i not in outside
        else source_of(verb, sentence, saying, outside)
    )
    if source is None or source.head is None or saying.names_nobody(source.head):
        return None
    return grammar.verb_group(verb), verb, source


def _by_noun(
    phrase: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Read "aux affirmations du ministère", "aux dires de X"."""
    noun = next((t for t in phrase[1:4] if saying.is_one_lemma_of(t, "sayings")), None)
    link = next((t for t in phrase if noun is not None and t.i == noun.i + 1), None)
    if noun is None or link is None or not saying.is_one(link, "of_somebody"):
        return None
    head = next((t for t in phrase if t.i > link.i and t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None or not saying.can_speak(head):
        return None
    outside = {t.i for t in phrase if t.i <= link.i}
    source = words_of(grammar.name_head(head), sentence, saying, outside)
    return ([noun], noun, source) if source is not None else None


def _without(attribution: Attribution, words: set[int], sentence: Sentence) -> Attribution:
    """Return an attribution whose content leaves out the phrase at its edge."""
    if attribution.sentence is not sentence or attribution.quotation == "direct":
        return attribution
    held = [t for t in sentence.words if attribution.content.covers(sentence.span_of([t]))]
    if not any(t.i in words for t in held):
        return attribution
    first, last = min(words), max(words)
    ahead = [t for t in held if t.i < first]
    behind = [t for t in held if t.i > last]
    kept = grammar.stripped(ahead if any(not t.is_punct for t in ahead) else behind)
    if not kept:
        return attribution
    return replace(attribution, content=sentence.span_of(kept), root=grammar.root_of(kept))
