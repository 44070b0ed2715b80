"""Nouns of saying: "l'affirmation de X selon laquelle P", "les accusations de X"."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason

# How far behind a noun of saying its content may begin ("la promesse du ministre de").
_OWN_REACH = 7
_WHICH = {"lequel", "laquelle", "lesquels", "lesquelles"}


def find_nouns(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by "N selon lequel P" in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        One attribution a noun whose content follows it. A noun without content
        ("les accusations américaines") attributes nothing by itself.
    """
    tokens = list(sentence.words)
    yield from _with_own_content(tokens, sentence, saying)
    if not saying.may_name_source(sentence.forms):
        return
    for start in range(len(tokens) - 1):
        if tokens[start].lower_ == "pour" and tokens[start + 1].lower_ == "qui":
            yield from _for_whom(tokens, start, sentence, saying)
            continue
        if not saying.may_open_phrase(tokens[start]):
            continue
        length = saying.phrase_length(tokens[start : start + 8], saying.measuring)
        position = start + length - 1
        if not length or position + 1 >= len(tokens) or tokens[position + 1].lower_ not in _WHICH:
            continue
        noun = _noun_before(tokens, position, saying)
        if noun is None:
            continue
        # "un rapport selon lequel P": the document says it; "l'idée selon laquelle": its holder.
        lemma = noun.lemma_.lower()
        document = lemma in saying.documents and lemma not in saying.nouns
        content = grammar.stripped(tokens[position + 2 : _clause_end(tokens, noun)])
        if not content:
            continue
        denied = _denied(noun, content, sentence, saying)
        if denied is not None:
            yield denied
            continue
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            cue=sentence.span_of(tokens[start : position + 1] if document else [noun]),
            source=words_of(noun, sentence, saying, {t.i for t in tokens[start:]})
            if document
            else _holder(noun, tokens[position:], sentence, saying),
            value=saying.nouns.get(noun.lemma_.lower(), Factuality.CERTAIN),
            cue_token=noun,
            denies=saying.nouns.get(noun.lemma_.lower()) is Factuality.CERTAIN_NOT,
            reasons=(Reason(rule="noun-of-saying", words=noun.text),),
        )


def _denied(
    noun: Token, content: list[Token], sentence: Sentence, saying: Saying
) -> Attribution | None:
    """Read "X dément les informations selon lesquelles P": X says that P is not so."""
    verb = noun.head
    cue = saying.cue(verb) if grammar.is_verb(verb) and verb is not noun else None
    if cue is None or not cue.denies or noun.lemma_.lower() in saying.grantable:
        return None
    if any(t.dep_ == "nmod" and noun.i < t.i < content[0].i for t in noun.children):
        # "a écarté les accusations du ministère selon lesquelles P": P is the ministry's.
        return None
    outside = {t.i for t in content} | {t.i for t in noun.subtree}
    source = source_of(verb, sentence, saying, outside)
    if source is None:
        return None
    return Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=grammar.root_of(content),
        cue=sentence.span_of(grammar.verb_group(verb)),
        source=source,
        value=cue.value,
        negated=cue.negated,
        cue_token=verb,
        denies=True,
        reasons=(Reason(rule="noun-of-saying", words=noun.text),),
    )


def _with_own_content(
    tokens: list[Token], sentence: Sentence, saying: Saying
) -> Iterator[Attribution]:
    """Yield "la crainte de X que P", "la promesse du ministre de rouvrir la ligne"."""
    for position, noun in enumerate(tokens[:-2]):
        if noun.lemma_ not in saying.nouns or noun.pos_ != "NOUN":
            continue
        opener = _own_opener(tokens, position, saying)
        if opener is None:
            continue
        holder = _holder(noun, tokens[opener:], sentence, saying)
        if holder is None or not _holds(holder, saying):
            continue
        content = grammar.stripped(tokens[opener + 1 : _own_end(tokens, opener, noun)])
        if not any(grammar.is_verb(t) for t in content):
            continue
        value = saying.nouns[noun.lemma_.lower()]
        yield Attribution(
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            cue=sentence.span_of([noun]),
            source=holder,
            value=value,
            cue_token=noun,
            denies=value is Factuality.CERTAIN_NOT,
            reasons=(Reason(rule="noun-of-saying", words=noun.text),),
        )


def _own_opener(tokens: list[Token], position: int, saying: Saying) -> int | None:
    """Return where a noun's content opens: at "que", or at "de" before an infinitive."""
    noun = tokens[position]
    binds = noun.lemma_.lower() in saying.binding
    for place in range(position + 1, min(position + _OWN_REACH, len(tokens) - 1)):
        token, following = tokens[place], tokens[place + 1]
        if token.lower_ in grammar.QUE:
            return None if grammar.has(token, "PronType", "Rel") else place
        if token.lower_ in grammar.DE and binds:
            ahead = tokens[place + 1 : place + 3]
            if any(grammar.has(t, "VerbForm", "Inf") for t in ahead) and not any(
                t.pos_ in {"NOUN", "PROPN", "DET"} and t.i < ahead[-1].i for t in ahead[:1]
            ):
                return place
        if following is None or token.pos_ not in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"}:
            return None
    return None


def _own_end(tokens: list[Token], opener: int, noun: Token) -> int:
    """Return where a noun's content ends: before the verb that the noun is the subject of."""
    if noun.dep_.startswith("nsubj") and noun.head.i > tokens[opener].i:
        first = min([t.i for t in grammar.verb_group(noun.head)])
        place = first - tokens[0].i
        while place > opener and tokens[place - 1].lower_ in {"n'", "n’", "ne", "se", "s'"}:
            place -= 1
        return max(place, opener + 1)
    stops = (
        i for i in range(opener + 2, len(tokens)) if tokens[i].text in {",", ";", ":", "–", "—"}
    )
    return next(stops, len(tokens))


def _holds(holder: SourceWords, saying: Saying) -> bool:
    head = holder.head
    if head is None:
        return False
    if head.pos_ in {"PROPN", "PRON"} or head.ent_type_:
        return not (
            saying.is_one(head, "first_person") or saying.is_one(head, "nobody_at_all")
        ) and head.lower_ not in {"on", "cela", "ça", "ce", "qui"}
    return saying.is_one(head, "possessive") or saying.can_be_source(head.lemma_.lower())


def _for_whom(
    tokens: list[Token], position: int, sentence: Sentence, saying: Saying
) -> Iterator[Attribution]:
    """Yield the attribution by "X, pour qui P"."""
    before = [t for t in tokens[:position] if t.pos_ in {"NOUN", "PROPN"}]
    holder = next(
        (
            t
            for t in reversed(before)
            if t.ent_type_ in {"PER", "ORG", "PUBLIC"} or saying.can_be_source(t.lemma_.lower())
        ),
        None,
    )
    content = grammar.stripped(tokens[position + 2 :])
    if holder is None or not any(grammar.is_verb(t) for t in content):
        return
    yield Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=grammar.root_of(content),
        cue=sentence.span_of([tokens[position]]),
        source=words_of(grammar.name_head(holder), sentence, saying, {t.i for t in content}),
        reasons=(Reason(rule="according-to", words=tokens[position].text),),
    )


def _clause_end(tokens: list[Token], noun: Token) -> int:
    """Return where P ends: before the verb that the noun itself is the subject of."""
    verbs = [t for t in tokens if grammar.is_verb(t) and not t.dep_.startswith("aux")]
    finite = [t for t in verbs if grammar.is_finite(t)]
    if any(t.i < noun.i for t in finite) or len(finite) < 2:
        return len(tokens)
    # The sentence has not had its main verb: it is the second one behind "selon lequel".
    for verb in finite[1:]:
        start = grammar.verb_group(verb)[0].i - tokens[0].i
        if tokens[start - 1].lower_ not in {"qui", "que", "qu'", "qu’", "et", "dont", "où"}:
            return start
    return len(tokens)


def _noun_before(tokens: list[Token], position: int, saying: Saying) -> Token | None:
    known = set(saying.nouns) | saying.documents
    for token in reversed(tokens[max(0, position - 10) : position]):
        if token.pos_ == "NOUN" and token.lemma_.lower() in known:
            return token
    return None


def _holder(
    noun: Token, behind: list[Token], sentence: Sentence, saying: Saying
) -> SourceWords | None:
    limit = behind[0].i
    outside = {t.i for t in behind}
    for child in noun.children:
        if child.dep_ == "nmod" and noun.i < child.i < limit:
            return words_of(child, sentence, saying, outside)
    for child in noun.children:
        if child.dep_ == "amod" and child.i < limit:
            return SourceWords(sentence.span_of([child]), child, sentence)
    head = noun.head
    if head is not noun and grammar.is_verb(head) and noun.dep_ in {"obj", "obl"}:
        holder = grammar.subject(head)
        if holder is not None and holder.i < limit:
            return words_of(holder, sentence, saying, outside)
    for child in noun.children:
        verbal = child.i > child.first and child.nbor(-1).pos_ in {"PRON", "PROPN", "NOUN"}
        if (
            saying.is_one(child, "possessive")
            and child.i < noun.i
            and not (
                # "qui leur demande de"
                verbal and noun.lower_ in saying.forms
            )
        ):
            # "sa promesse de rouvrir la ligne"
            return SourceWords(sentence.span_of([child]), child, sentence)
    return None
