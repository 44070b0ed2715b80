"""Sources named by a preposition: "selon X, P", "P, d'après X", "pour Jeanne Rey, P".

The content is the clause that the phrase stands in: all of the sentence when
the phrase stands at its edge, the clause behind "que" or "qui" when it is set
into one.
"""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import behind_other_speaker, to_the_end
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.contents import further_openers
from recoupe.extraction.attribution.governed.openers import opener_behind
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.phrases import Phrase, phrases
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

# "Quelques milliers de mètres cubes, d'après lui"
_LONGEST_FIGURE = 8
# "Un bilan provisoire, selon le parquet"
_SHORTEST_PHRASE = 3
# They open a relative clause about the noun before them.
_RELATIVE = {"qui", "dont", "laquelle", "lequel", "lesquels", "lesquelles"}
# With these a title or a description is set behind a name.
_THE = {"l'", "l’", "le", "la", "les"}
_CLAUSE_OPENERS = {"que", "qu'", "qu’", "qui", "dont", "où", "ce", "car", "mais", "et"}


def find_according(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by a preposition in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        One attribution a phrase, in order.
    """
    if not saying.may_name_source(sentence.forms):
        return
    tokens = list(sentence.words)
    for phrase in phrases(tokens, saying):
        whole = grammar.stripped(_content(tokens, phrase, saying))
        for content in _around_colon(tokens, whole, phrase) or _pieces(whole, phrase):
            said = _attributed(content, phrase, tokens, sentence, saying)
            if said is not None:
                yield said


def _around_colon(tokens: list[Token], whole: list[Token], phrase: Phrase) -> list[list[Token]]:
    """Part "P, selon X : Q", where both are said by X; empty where no colon follows the phrase."""
    place = phrase.source[-1].i - tokens[0].i + 1
    if not whole or whole[0].i >= phrase.source[0].i or place + 1 >= len(tokens):
        return []
    if tokens[place].text != ":":
        return []
    before = grammar.stripped([t for t in whole if t.i < tokens[phrase.start].i])
    behind = grammar.stripped(tokens[place + 1 :])
    return [before, behind] if before and any(grammar.main_verbs(behind)) else []


def _pieces(whole: list[Token], phrase: Phrase) -> list[list[Token]]:
    """Part "que P et que Q" behind a phrase: two contents."""
    if not whole or whole[0].i < phrase.head.i or whole[0].nbor(-1).lower_ not in grammar.QUE:
        return [whole]
    starts = [0, *further_openers(whole)]
    ends = [start - 2 for start in starts[1:]]
    return [grammar.stripped(whole[a:b]) for a, b in zip(starts, [*ends, len(whole)], strict=True)]


def _attributed(
    content: list[Token],
    phrase: Phrase,
    tokens: list[Token],
    sentence: Sentence,
    saying: Saying,
) -> Attribution | None:
    """Return the attribution of a content to whom a phrase names, None where it says nothing."""
    root = grammar.root_of(content)
    if root is None or not (
        any(grammar.main_verbs(content))
        or _is_figure(content, phrase, saying)
        or _stands_alone(content, tokens, phrase)
        # ", une mesure « de prudence », selon X"
        or content[-1].text in {"»", "”", '"'}
    ):
        return None
    if content[-1].i + 1 < tokens[-1].i and tokens[-1].text == "?":
        return None
    return Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=root,
        cue=sentence.span_of(tokens[phrase.start : phrase.named]),
        source=SourceWords(sentence.span_of(phrase.source), phrase.head, sentence),
        reasons=(Reason(rule="according-to", words=tokens[phrase.start].text),),
    )


def _is_figure(content: list[Token], phrase: Phrase, saying: Saying) -> bool:
    """Tell a figure that answers alone: "38, à en croire un journal", "Quelques milliers"."""
    before = content[-1].i < phrase.head.i
    return (
        before
        and len(content) <= _LONGEST_FIGURE
        and any(
            t.pos_ == "NUM" or (t.i < content[0].i + 2 and saying.is_one_lemma_of(t, "so_much"))
            for t in content
        )
    )


def _content(tokens: list[Token], phrase: Phrase, saying: Saying) -> list[Token]:
    start, end = grammar.clause_around(tokens, phrase.start, phrase.end)
    if phrase.start and tokens[phrase.start].text[0].isupper():
        # A heading or a quotation that no stop parts from "Selon X, P".
        closed = tokens[phrase.start - 1].text in {"»", "”", '"'}
        start = phrase.start if closed else start
    before, behind = tokens[start : phrase.start], tokens[phrase.end : end]
    if phrase.source[0].i < tokens[phrase.start].i:
        # "X, selon qui P, ..."
        return _clause_of_relative(behind)
    if all(t.is_punct or t.is_space for t in behind) or _is_about_source(behind, before):
        return grammar.behind_topic(behind_other_speaker(before, saying))
    real = [t for t in before if not t.is_punct and not t.is_space]
    opened = [t for t in behind if not t.is_punct and not t.is_space][:1]
    if real and opened and opened[0].lower_ in grammar.QUE and behind[0].text == ",":
        # "Le Journal affirmait, sur la foi de deux sources, que P"
        return behind[behind.index(opened[0]) + 1 :]
    if not real or all(t.pos_ in {"CCONJ", "ADV"} for t in real) or _is_label(before):
        return behind
    if real[-1].lower_ in _CLAUSE_OPENERS:
        return _clause_behind(tokens, phrase, real[-1])
    if _is_signed(behind, saying) and any(grammar.main_verbs(before)):
        # "P, selon son avocat, a rapporté Le Matin"
        return grammar.behind_topic(before)
    if real[-1].pos_ == "ADP":
        # "de l'agression d'un jeune par, selon eux, des voisins": no clause of its own.
        return []
    apposed = _quoted_apposition(before)
    if apposed:
        return apposed
    governed = _governed(tokens, phrase, saying)
    if governed:
        return governed
    relative = _relative_around(before, behind)
    return relative or tokens[start:end]


def _governed(tokens: list[Token], phrase: Phrase, saying: Saying) -> list[Token]:
    """Return the clause behind "que" that a phrase is set into: "précise que P1, selon lui, P2"."""
    first = tokens[phrase.start].i
    for verb in reversed(saying.candidates(tokens)):
        if verb.i >= first or saying.cue(verb) is None:
            continue
        opener = opener_behind(verb, saying, told=saying.lemma(verb) in saying.telling)
        if opener is None or not opener.i < first - 1:
            continue
        said = to_the_end(opener, verb, start=opener.i + 1, saying=saying)
        return said if said and said[-1].i >= tokens[phrase.end].i else []
    return []


def _is_signed(behind: list[Token], saying: Saying) -> bool:
    """Tell whether nothing but a verb of saying and its inverted speaker is left of a sentence."""
    words = [t for t in behind if not t.is_space]
    if not words or words[0].text != ",":
        return False
    verb = next((t for t in words[1:5] if saying.is_quoting(t)), None)
    if verb is None or grammar.verb_group(verb)[0].i != words[1].i or not grammar.is_finite(verb):
        return False
    rest = [t for t in words if t.i > verb.i]
    related = next((i for i, t in enumerate(rest) if grammar.has(t, "PronType", "Rel")), len(rest))
    rest = rest[:related]
    return bool(rest) and not any(
        t.lower_ in grammar.QUE or grammar.has(t, "VerbForm", "Fin") or t.text == ":" for t in rest
    )


def _stands_alone(content: list[Token], tokens: list[Token], phrase: Phrase) -> bool:
    """Tell "Un bilan encore provisoire, selon le parquet": all of a sentence without a verb."""
    opened = tokens[0].i == content[0].i and content[-1].i < tokens[phrase.start].i
    closed = all(t.is_punct or t.is_space for t in tokens[phrase.end :])
    return (
        opened
        and closed
        and len(content) >= _SHORTEST_PHRASE
        and content[0].pos_ in {"DET", "NUM", "NOUN", "ADJ", "PROPN"}
        and tokens[phrase.start - 1].text == ","
    )


def _is_about_source(behind: list[Token], before: list[Token]) -> bool:
    """Tell "P, d'après X, qui a vu la scène": what follows tells of the source, to the end."""
    words = [t for t in behind if not t.is_space]
    if len(words) <= 1 or not any(grammar.main_verbs(before)):
        return False
    if words[0].lower_ in _RELATIVE:
        # "P, selon des notes dont l'authenticité est établie"
        return not _main_clause_in(words[1:])
    if _describes_source(words[0]):
        return not _main_clause_in(words[1:])
    if words[0].text != ",":
        return False
    first, rest = words[1], words[2:]
    if first.lower_ in _RELATIVE:
        return not _main_clause_in(rest)
    if grammar.is_present_participle(first):
        # "P, selon le parquet, confirmant une information du journal"
        return True
    apposed = first.pos_ in {"PROPN", "NOUN"} or first.lower_ in _THE
    # A dash or a sign alone may be taken for a verb.
    last = next((t.pos_ for t in reversed(before) if not t.is_punct), "")
    unfinished = last in {"VERB", "AUX"}
    return (
        apposed
        and not unfinished
        and not any(grammar.is_finite(t) for t in rest if grammar.is_verb(t))
    )


def _describes_source(first: Token) -> bool:
    """Tell "selon un cadre s'exprimant sous couvert d'anonymat", "ayant requis l'anonymat"."""
    clitic = first.pos_ == "PRON" and first.i + 1 < first.past
    return grammar.is_present_participle(first.nbor(1) if clitic else first)


def _main_clause_in(relative: list[Token]) -> bool:
    """Tell whether a comma with a finite verb behind it closes a relative clause."""
    return any(
        t.text == ","
        and relative[i + 1].pos_ in {"VERB", "AUX"}
        and grammar.is_finite(relative[i + 1])
        for i, t in enumerate(relative[:-1])
    )


def _clause_of_relative(behind: list[Token]) -> list[Token]:
    """Return what is said behind "selon qui": to the comma with the main verb behind it."""
    for position, token in enumerate(behind[:-1]):
        following = behind[position + 1]
        if (
            token.text == ","
            and grammar.is_verb(following)
            and grammar.has(following, "VerbForm", "Fin")
        ):
            return behind[:position]
    return behind


def _is_label(before: list[Token]) -> bool:
    """Tell "PS :", "À noter :" from a clause."""
    real = [t for t in before if not t.is_space]
    return real[-1].text == ":" and not any(
        grammar.is_verb(t) and grammar.is_finite(t) for t in real
    )


def _quoted_apposition(before: list[Token]) -> list[Token]:
    """Return ", une décision « administrative »" before ", selon X": what X calls the rest."""
    real = [t for t in before if not t.is_space]
    while real and real[-1].text == ",":
        real.pop()
    if not real or real[-1].text not in {"»", "”", '"'}:
        return []
    comma = next((i for i in range(len(real) - 1, -1, -1) if real[i].text == ","), None)
    if comma is None or not any(grammar.is_finite(t) for t in real[:comma] if grammar.is_verb(t)):
        return []
    apposed = real[comma + 1 :]
    nominal = bool(apposed) and apposed[0].pos_ in {"DET", "NOUN"}
    return [] if not nominal or any(grammar.is_verb(t) for t in apposed) else apposed


def _relative_around(before: list[Token], behind: list[Token]) -> list[Token]:
    """Return the relative clause between commas that a phrase stands in, if it stands in one."""
    while before and before[-1].text == ",":
        before = before[:-1]
    comma = next((i for i in range(len(before) - 1, 0, -1) if before[i].text == ","), None)
    closing = next((i for i, t in enumerate(behind) if t.text == ","), None)
    if comma is None or comma + 2 >= len(before):
        return []
    first = before[comma + 1]
    if first.lower_ == "ce" and before[comma + 2].lower_ == "qui":
        # "P, ce qui a permis, d'après X, à des élus de revenir": only the relative clause.
        said = before[comma + 3 :]
        return list(said[0].doc[said[0].i : behind[-1].i + 1]) if said and behind else []
    if closing is None:
        return []
    if first.lower_ != "qui" or not any(grammar.is_verb(t) for t in before[comma + 2 :]):
        return []
    return before[comma + 2 :]


def _clause_behind(tokens: list[Token], phrase: Phrase, opener: Token) -> list[Token]:
    """Return the clause that goes on behind the phrase: "qui, selon X, P"."""
    behind = tokens[phrase.end :]
    verb = next((t for t in behind if grammar.is_verb(t)), None)
    if verb is None:
        return behind
    head = verb.head if verb.dep_.startswith("aux") and verb.head.i > verb.i else verb
    if opener.lower_ in {"qui", "dont", "où", "ce"} and head.dep_ in {"acl:relcl", "acl"}:
        last = head.right_edge.i
        closed = [t for t in behind if t.i <= last]
        return closed if len(closed) > 1 else behind
    return behind
