"""Who answers what was just said: "P, ce que X dément", "P, mais X dément", "X le conteste".

What is answered is the clause that stands before; where somebody is said to have said it, what
they said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.bare import (
    has_clitic,
    is_bare,
    is_reversed,
    says_alone,
)
from recoupe.extraction.attribution.beside.deniable import denied_before
from recoupe.extraction.attribution.beside.said import Said, said_before, said_in
from recoupe.extraction.attribution.beside.speakers import relates
from recoupe.extraction.attribution.beside.taken_over import conjunction_before
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import is_impersonal, source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason

ANSWERS = "answers-what-was-said"
"""Rule of an answer to what stands before it; that stays said as it was."""


def with_answers(
    found: list[Attribution], sentences: Sequence[Sentence], saying: Saying
) -> list[Attribution]:
    """Add who denies or confirms what was said just before.

    Args:
        found: The attributions of the report, in order of their content.
        sentences: Its sentences, in order.
        saying: The words of saying of its language.
    """
    added: list[Attribution] = []
    # Of a sentence that only answers, what it answers: whoever answers next means that too.
    taken_up: dict[int, Said] = {}
    earlier: list[Sentence] = []
    for sentence in sentences:
        for verb in saying.candidates(sentence.words):
            if not _answers(verb, saying):
                continue
            contrast = _contrast_before(verb, saying)
            if contrast is not None:
                # "X affirme que P, mais Y dément": that is none of X's words.
                found = [_ended(a, contrast, sentence) for a in found]
            opening = _which(verb, saying)
            # "Selon X, P, ce que Y dément"
            told = [_ended(a, opening, sentence) for a in found] if opening is not None else found
            mark = contrast or opening
            answer = _answer(verb, sentence, (earlier, mark), told, taken_up, saying)
            if answer is not None:
                found = told
                added.append(answer)
                taken_up[id(sentence)] = answer.sentence, answer.content
        earlier.append(sentence)
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: (a.content.start, -a.content.end))


def is_answer(attribution: Attribution) -> bool:
    """Tell whether somebody answers what was said before."""
    return any(r.rule == ANSWERS for r in attribution.reasons)


def _answers(verb: Token, saying: Saying) -> bool:
    cue = saying.cue(verb)
    if cue is None:
        return False
    # "Les riverains le contestent": a noun to some taggers.
    finite = grammar.is_finite(verb) or not grammar.is_verb(verb)
    if not finite or (is_impersonal(verb) and _which(verb, saying) is None):
        return False
    return (
        cue.denies
        or saying.is_one_lemma(verb, "confirming")
        or saying.is_one_lemma(verb, "holding")
        or is_reversed(verb, saying)
    )


def _answer(
    verb: Token,
    sentence: Sentence,
    ahead: tuple[Sequence[Sentence], Token | None],
    found: Sequence[Attribution],
    taken_up: Mapping[int, Said],
    saying: Saying,
) -> Attribution | None:
    """Return who answers by a verb, and what: said before a mark, or in the sentence before."""
    group, mark = grammar.verb_group(verb), ahead[1]
    place = sentence.span_of([verb])
    if any(
        (a.cue is not None and a.cue.covers(place))
        # "Il nie", within somebody's words
        or (a.quotation == "direct" and a.content.covers(place))
        for a in found
    ):
        return None
    which = mark is not None and _which(verb, saying) is mark
    source = (
        _source_behind_which(verb, mark, sentence, saying)
        if which and mark is not None
        else source_of(verb, sentence, saying)
    )
    said = _answered(verb, sentence, ahead, source, found, taken_up, saying)
    if said is None or source is None or said[1].overlaps(source.span):
        return None
    if not _may_answer(verb, source, saying):
        return None
    home, content = said
    cue = saying.cue(verb)
    if cue is None:
        return None
    words = [t for t in home.words if content.covers(home.span_of([t]))]
    reverse = is_reversed(verb, saying)
    return Attribution(
        content=content,
        sentence=home,
        root=grammar.root_of(words),
        cue=sentence.span_of(group),
        source=source,
        value=Factuality.CERTAIN_NOT if reverse else cue.value,
        negated=cue.negated,
        cue_token=verb,
        denies=cue.denies or reverse,
        reasons=(Reason(rule=ANSWERS, words=verb.text),),
    )


def _answered(
    verb: Token,
    sentence: Sentence,
    ahead: tuple[Sequence[Sentence], Token | None],
    source: SourceWords | None,
    found: Sequence[Attribution],
    taken_up: Mapping[int, Said],
    saying: Saying,
) -> Said | None:
    """Return what a verb answers, with its sentence."""
    earlier, mark = ahead
    before = earlier[-1] if earlier else None
    if mark is not None:
        # "X dément, mais Y confirme": what X denies.
        joined = taken_up.get(id(sentence)) if saying.is_one(mark, "but") else None
        return joined or said_before(mark, sentence, found)
    bare = is_bare(verb, saying) and not has_clitic(grammar.verb_group(verb)[0], saying)
    parted = _parted_before(verb, source, sentence)
    if parted is not None and parted.text == ",":
        # "Moscou dément, Ankara confirme", "X affirme que P, Y dément"
        alone = says_alone(verb, saying)
        last = taken_up.get(id(sentence)) if alone else None
        told = said_before(parted, sentence, found) if alone and last is None and bare else None
        return last or (told if told is not None and _is_told(told, found) else None)
    if parted is not None and (bare or (parted.text == ";" and says_alone(verb, saying))):
        return taken_up.get(id(sentence)) or said_before(parted, sentence, found)
    if before is None or not _looks_back(verb, saying):
        return None
    if sentence.paragraph - before.paragraph > 1:
        return None
    last = taken_up.get(id(before))
    if last is None:
        cue = saying.cue(verb)
        alone = bare and cue is not None and cue.denies
        last = denied_before(earlier, source, found, saying) if alone else said_in(before, found)
    if last is None or is_reversed(verb, saying):
        return last
    # « P », a dit X: who denies then may mean what was said before, and "l'a reconnue" X.
    spoken = any(a.quotation == "direct" and a.content == last[1] for a in found)
    return None if spoken else last


def _is_told(said: Said, found: Sequence[Attribution]) -> bool:
    return any(a.content == said[1] for a in found)


def _may_answer(verb: Token, source: SourceWords, saying: Saying) -> bool:
    head = source.head
    if head is None:
        return True
    if saying.names_nobody(head):
        # "; aucune ne l'a reconnu", "Vous n'y croyez pas ?", ", ce que l'on croit savoir"
        return False
    bare = is_bare(verb, saying) and saying.is_one_lemma(verb, "confirming_alone")
    # "Les chiffres confirment."
    return not bare or head.pos_ == "PRON" or saying.can_speak(head)


def _which(verb: Token, saying: Saying) -> Token | None:
    """Return the comma of ", ce que X dément", where nothing else opens in between."""
    for i in range(verb.i - 1, verb.first + 1, -1):
        token = verb.doc[i]
        if token.lower_ in grammar.QUE or saying.is_one(token, "of_which"):
            this, comma = verb.doc[i - 1], verb.doc[i - 2]
            if not saying.is_one(this, "what") or comma.text not in {",", "–", "—", ";", "("}:
                return None
            return comma
        if grammar.has(token, "VerbForm", "Fin") and token.pos_ == "VERB":
            return None
    return None


def _source_behind_which(
    verb: Token, comma: Token, sentence: Sentence, saying: Saying
) -> SourceWords | None:
    first = grammar.verb_group(verb)[0].i
    between = [t for t in verb.doc[comma.i + 3 : first] if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    named = next((t for t in between if t.pos_ != "PRON" or saying.is_one(t, "personal")), None)
    if named is None:
        # "ce que tous contestent", "ce que certains nient"
        named = next((t for t in verb.doc[comma.i + 3 : first] if _stands_alone(t, saying)), None)
    if named is None:
        named = grammar.nominal_after(verb, asides=saying.passed_over)
    if named is None or saying.is_one(named, "first_person"):
        return None
    outside = {t.i for t in sentence.words if t.i <= comma.i + 2}
    return words_of(grammar.name_head(named), sentence, saying, outside)


def _stands_alone(token: Token, saying: Saying) -> bool:
    return saying.is_one(token, "all_of_them") or saying.is_one(token, "pronouns_named")


def _parted_before(verb: Token, source: SourceWords | None, sentence: Sentence) -> Token | None:
    """Return the mark right before the speaker: "P : la société Kelmor dément", "P ; X le nie"."""
    if source is None:
        return None
    ahead = [
        t
        for t in sentence.words
        if t.i < verb.i and not t.is_space and sentence.span_of([t]).end <= source.span.start
    ]
    return ahead[-1] if ahead and ahead[-1].text in {":", ";", ","} else None


def _looks_back(verb: Token, saying: Saying) -> bool:
    """Tell "X le conteste.", "X dément formellement." from a verb with an object of its own."""
    main = verb.head is verb or verb.dep_ == "ROOT" or _is_first(verb, saying)
    if not main or not says_alone(verb, saying):
        return False
    ahead = verb.doc[verb.first : grammar.verb_group(verb)[0].i]
    if is_bare(verb, saying) and any(t.lower_ in grammar.QUE for t in ahead):
        # "Un drame, que son frère confirme": of the noun.
        return False
    return not is_bare(verb, saying) or not any(
        t.is_punct and t.text == ":" for t in verb.doc[verb.first : verb.i]
    )


def _is_first(verb: Token, saying: Saying) -> bool:
    """Tell the main verb of "Athènes dément, Rome vérifie", which parsers hang on the second."""
    first = grammar.verb_group(verb)[0]
    return not any(
        grammar.has(t, "VerbForm", "Fin") or t.is_punct or t.pos_ == "SCONJ" or relates(t)
        for t in verb.doc[verb.first : first.i]
    )


def _contrast_before(verb: Token, saying: Saying) -> Token | None:
    """Return the "mais" behind which somebody answers in the same sentence: ", mais X dément"."""
    if not says_alone(verb, saying):
        return None
    place = conjunction_before(grammar.verb_group(verb)[0], verb.first, saying)
    if place is None or not saying.is_one(verb.doc[place], "but"):
        return None
    return verb.doc[place]


def _ended(attribution: Attribution, stop: Token, sentence: Sentence) -> Attribution:
    """Return an attribution whose content, where it goes on past a token, ends before it."""
    content = attribution.content
    if attribution.sentence is not sentence or not content.covers(sentence.span_of([stop])):
        return attribution
    words = [t for t in sentence.words if t.i < stop.i and content.covers(sentence.span_of([t]))]
    kept = grammar.stripped(words)
    return replace(attribution, content=sentence.span_of(kept)) if kept else attribution
