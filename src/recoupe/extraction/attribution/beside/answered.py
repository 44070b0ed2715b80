"""Who answers what was just said: "P, ce que X dément", "P, mais X dément", "X le conteste".

What is answered is the clause that stands before; where somebody is said to have said it, what
they said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.taken_over import conjunction_before
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import is_impersonal, source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

ANSWERS = "answers-what-was-said"
"""Rule of an answer to what stands before it; that stays said as it was."""
# The shortest clause that can be answered, in tokens.
_SHORTEST = 3
# How many words may stand behind a bare "dément": "dément formellement ces jours-ci".
_LONGEST_BEHIND = 4


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
    before: Sentence | None = None
    for sentence in sentences:
        for verb in saying.candidates(sentence.words):
            if not _answers(verb, saying):
                continue
            contrast = _contrast_before(verb, saying)
            if contrast is not None:
                # "X affirme que P, mais Y dément": that is none of X's words.
                found = [_ended(a, contrast, sentence) for a in found]
            added.extend(_answer(verb, sentence, before, contrast, found, saying))
        before = sentence
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: (a.content.start, -a.content.end))


def is_answer(attribution: Attribution) -> bool:
    """Tell whether somebody answers what was said before."""
    return any(r.rule == ANSWERS for r in attribution.reasons)


def _answers(verb: Token, saying: Saying) -> bool:
    cue = saying.cue(verb)
    # "Les riverains le contestent": a noun to some taggers.
    finite = grammar.is_finite(verb) or not grammar.is_verb(verb)
    if cue is None or not finite or (is_impersonal(verb) and _which(verb, saying) is None):
        return False
    return (
        cue.denies
        or saying.is_one_lemma(verb, "confirming")
        or saying.is_one_lemma(verb, "holding")
        or _is_reversed(verb, saying)
    )


def _is_reversed(verb: Token, saying: Saying) -> bool:
    """Tell "soutient le contraire", which holds the reverse of what was said."""
    near = verb.doc[verb.i + 1 : min(verb.i + 4, verb.past)]
    return any(saying.is_one(t, "reverse") for t in near)


def _answer(
    verb: Token,
    sentence: Sentence,
    before: Sentence | None,
    contrast: Token | None,
    found: Sequence[Attribution],
    saying: Saying,
) -> Iterator[Attribution]:
    group = grammar.verb_group(verb)
    if any(a.cue is not None and a.cue.covers(sentence.span_of([verb])) for a in found):
        return
    content: Span | None = None
    home = sentence
    opening = _which(verb, saying)
    if opening is not None:
        content = _said_before(opening, sentence, found)
        source = _source_behind_which(verb, opening, sentence, saying)
    else:
        source = source_of(verb, sentence, saying)
        colon = _colon_before(verb, source, sentence)
        bare = _is_bare(verb, saying) and not _clitic(group[0], saying)
        if contrast is not None:
            content = _said_before(contrast, sentence, found)
        elif colon is not None and (bare or (colon.text == ";" and _says_alone(verb, saying))):
            content = _said_before(colon, sentence, found)
        elif before is not None and _looks_back(verb, saying):
            home = before
            near = sentence.paragraph - before.paragraph <= 1
            content = _said_in(before, found) if near else None
    if content is None or source is None or content.overlaps(source.span):
        return
    if source.head is not None and any(
        saying.is_one(source.head, name) for name in ("nobody_at_all", "first_person", "one")
    ):
        # "; aucune ne l'a reconnu", "Vous n'y croyez pas ?", ", ce que l'on croit savoir"
        return
    cue = saying.cue(verb)
    if cue is None:
        return
    words = [t for t in home.words if content.covers(home.span_of([t]))]
    reverse = _is_reversed(verb, saying)
    yield Attribution(
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


def _colon_before(verb: Token, source: SourceWords | None, sentence: Sentence) -> Token | None:
    """Return the colon right before the speaker: "P : la société Kelmor dément", "P ; X le nie"."""
    if source is None:
        return None
    ahead = [
        t
        for t in sentence.words
        if t.i < verb.i and not t.is_space and sentence.span_of([t]).end <= source.span.start
    ]
    return ahead[-1] if ahead and ahead[-1].text in {":", ";"} else None


def _looks_back(verb: Token, saying: Saying) -> bool:
    """Tell "X le conteste.", "X dément formellement." from a verb with an object of its own."""
    if (verb.head is not verb and verb.dep_ != "ROOT") or not _says_alone(verb, saying):
        return False
    return not _is_bare(verb, saying) or not any(
        t.is_punct and t.text == ":" for t in verb.doc[verb.first : verb.i]
    )


def _says_alone(verb: Token, saying: Saying) -> bool:
    """Tell "dément", "le conteste" from a verb with an object of its own."""
    if _clitic(grammar.verb_group(verb)[0], saying) or _is_reversed(verb, saying):
        return _says_no_more(verb, saying)
    return _is_bare(verb, saying)


def _contrast_before(verb: Token, saying: Saying) -> Token | None:
    """Return the "mais" behind which somebody answers in the same sentence: ", mais X dément"."""
    if not _says_alone(verb, saying):
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


def _clitic(first: Token, saying: Saying) -> bool:
    """Tell "le conteste", "l'a toujours nié", "en doute": what was said stands as a pronoun."""
    if first.i == first.first:
        return False
    before = first.nbor(-1)
    held = saying.is_one_lemma(first, "holding") and saying.is_one(before, "of_it")
    return held or saying.is_one(before, "it")


def _is_bare(verb: Token, saying: Saying) -> bool:
    return saying.is_one_lemma(verb, "denying_alone") and _says_no_more(verb, saying)


def _says_no_more(verb: Token, saying: Saying) -> bool:
    behind = [
        t
        for t in verb.doc[verb.i + 1 : verb.past]
        if not (t.is_punct or t.is_space or saying.is_one(t, "reverse"))
    ]
    return len(behind) <= _LONGEST_BEHIND and not any(
        grammar.is_verb(t) or t.pos_ in {"NOUN", "PROPN"} or t.lower_ in grammar.QUE
        for t in behind
        if t.pos_ != "ADV"
    )


def _said_before(stop: Token, sentence: Sentence, found: Sequence[Attribution]) -> Span | None:
    """Return what somebody is said to have said before a mark, else all that stands before it."""
    words = [t for t in sentence.words if t.i < stop.i and not t.is_space]
    content = grammar.stripped(words)
    if len(content) < _SHORTEST:
        return None
    whole = sentence.span_of(content)
    told = [a.content for a in found if _told_to(a) == whole.end and whole.covers(a.content)]
    return max(told, key=lambda s: s.end - s.start) if told else whole


def _told_to(attribution: Attribution) -> int:
    """Return where what is said ends, with words of saying behind it: « P », a dit X."""
    source = attribution.source
    behind = [attribution.cue] if attribution.cue is not None else []
    if source is not None and source.sentence is attribution.sentence:
        behind.append(source.span)
    return max(span.end for span in (attribution.content, *behind))


def _said_in(sentence: Sentence, found: Sequence[Attribution]) -> Span | None:
    """Return what a sentence says somebody said, else all of it; None for what asks or quotes."""
    content = grammar.stripped([t for t in sentence.words if not t.is_space])
    if len(content) < _SHORTEST or sentence.text.rstrip().endswith("?"):
        return None
    if not any(grammar.has(t, "VerbForm", "Fin") for t in content):
        return None
    told = [a for a in found if a.sentence is sentence and sentence.span.overlaps(a.content)]
    if told:
        return told[-1].content if told[-1].quotation != "direct" else None
    return sentence.span_of(content)
