"""Indirect speech: a verb of saying and the clause, infinitive or noun that it governs.

"X a déclaré que P", "X dit vouloir P", "X nie avoir P", "X rejette les
accusations de P", "X accuse Y de P", and the same in participles ("..., ajoutant
que P") and inversion ("a indiqué à la presse X").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.parsed import Sentence
from recoupe.model import Reason, Span

# How far behind its verb "que" may stand ("a déclaré mardi soir à la presse que").
_REACH = 12


def find_indirect(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attributions by a verb of saying in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        One attribution for each content a verb governs, in order of the verbs.
    """
    lowered = sentence.text.lower()
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        cue = saying.cue_of(verb)
        if cue is None or _idiom(verb, sentence, lowered, saying):
            continue
        content = _content(verb, cue, saying)
        if content is None:
            continue
        tokens, root, reason = content
        source = source_of(verb, sentence, tokens)
        if source is None and not _impersonal(verb):
            continue
        if not tokens or root is None:
            continue
        yield Attribution(
            content=sentence.span_of(tokens),
            sentence=sentence,
            root=root,
            cue=sentence.span_of(grammar.verb_group(verb)),
            source=source,
            value=cue.value,
            cue_token=verb,
            denies=cue.denies or reason == "verdict",
            reasons=(Reason(rule=reason, words=verb.text),),
        )


def _idiom(verb: Token, sentence: Sentence, lowered: str, saying: Saying) -> bool:
    at = verb.idx - sentence.tokens.start_char
    for idiom in saying.idioms:
        start = lowered.find(idiom)
        while start != -1:
            if start <= at < start + len(idiom):
                return True
            start = lowered.find(idiom, start + 1)
    return False


def _impersonal(verb: Token) -> bool:
    return any(t.dep_.startswith("expl:subj") or t.dep_ == "expl" for t in verb.children)


def _content(verb: Token, cue: Cue, saying: Saying) -> tuple[list[Token], Token | None, str] | None:
    judged = _verdict(verb, saying)
    if judged is not None:
        return (*judged, "verdict")
    if "clause" in cue.takes:
        opened = _clause_content(verb, saying)
        if opened is not None:
            return (*opened, "verb-of-saying")
    if "infinitive" in cue.takes:
        infinitive = _infinitive(verb, cue)
        if infinitive is not None:
            tokens = _to_the_end(infinitive, verb, start=_leftmost(infinitive))
            return (tokens, infinitive, "verb-with-infinitive")
    if "object" in cue.takes:
        thing = next((t for t in verb.children if t.dep_ == "obj" and t.pos_ != "PRON"), None)
        if thing is not None and (not cue.accuses or _is_proposition(thing, saying)):
            return (_trim(grammar.clause(thing)), thing, "verb-with-object")
    return None


def _is_proposition(noun: Token, saying: Saying) -> bool:
    # "dénonce une attaque" blames; "accuse le ministre" does not say of what.
    return noun.pos_ == "NOUN" and noun.lemma_ not in saying.people | saying.bodies


def _clause_content(verb: Token, saying: Saying) -> tuple[list[Token], Token | None] | None:
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl", "conj"} and child.i > verb.i:
            opener = next(
                (t for t in child.lefts if t.lower_ in saying.openers and t.dep_ in {"mark", "advmod"}),
                None,
            )
            if opener is not None and child.dep_ != "advcl" and opener.i > verb.i:
                return _opened(opener, verb, child)
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, verb.sent.end)]:
        if token.lower_ in {"que", "qu'", "qu’"} and not _relative(token):
            before = [t for t in verb.doc[verb.i + 1 : token.i] if t.pos_ == "VERB"]
            if any(t.lower_ in {"plus", "moins", "aussi", "tel", "même", "ne", "n'", "n’"}
                   for t in verb.doc[verb.i + 1 : token.i]):
                return None
            if before:
                return None
            return _opened(token, verb, _head_of(token, verb))
        if token.text in {";", ":", "»"}:
            return None
    return None


def _relative(token: Token) -> bool:
    return "Rel" in token.morph.get("PronType") and token.dep_ in {"obj", "nsubj"}


def _head_of(opener: Token, verb: Token) -> Token | None:
    if opener.head.i > opener.i and grammar.is_verb(opener.head):
        return opener.head
    return next(
        (t for t in opener.doc[opener.i + 1 : verb.sent.end] if grammar.is_verb(t) and grammar.is_finite(t)),
        opener.head if opener.head.i > opener.i else None,
    )


def _opened(opener: Token, verb: Token, root: Token | None) -> tuple[list[Token], Token | None]:
    return (_to_the_end(root or opener, verb, start=opener.i + 1), root)


def _infinitive(verb: Token, cue: Cue) -> Token | None:
    for child in verb.children:
        if child.i <= verb.i or child.dep_ not in {"xcomp", "ccomp", "obl", "advcl", "obl:arg"}:
            continue
        if "Inf" not in child.morph.get("VerbForm") and not any(
            "Inf" in a.morph.get("VerbForm") for a in grammar.auxiliaries(child)
        ):
            continue
        if any(t.lower_ in {"pour", "afin", "avant", "après", "sans"} for t in child.lefts):
            continue
        return child
    return None


def _leftmost(infinitive: Token) -> int:
    skip = {"mark", "case", "punct"}
    inside = [
        t.i
        for child in infinitive.lefts
        if child.dep_ not in skip
        for t in child.subtree
    ]
    return min([infinitive.i, *(i for i in inside)])


def _to_the_end(root: Token, verb: Token, start: int) -> list[Token]:
    """Return the content from ``start``: to the sentence's end, less what belongs to the cue.

    A second verb coordinated with the cue ends the content, as does a clause
    that hangs on the cue behind a comma.
    """
    end = verb.sent.end
    for child in verb.children:
        left = child.left_edge.i
        if left <= start or child is root or root.is_ancestor(child):
            continue
        behind_comma = left > 0 and verb.doc[left - 1].text in {",", ";", "–", "—"}
        if child.dep_ == "conj" and grammar.is_verb(child) and left > root.i:
            end = min(end, left)
        elif child.dep_ in {"parataxis", "advcl"} and behind_comma and left > root.i:
            end = min(end, left)
    return _trim([verb.doc[i] for i in range(start, end)])


def _trim(tokens: list[Token]) -> list[Token]:
    tokens = list(tokens)
    while tokens and (tokens[-1].text in {".", ",", ";", "…", "!", "?", "...", ":", "–", "—", "-"}
                      or tokens[-1].is_space or tokens[-1].pos_ == "CCONJ"):
        tokens.pop()
    while tokens and (tokens[0].text in {",", ";", ":", "–", "—"} or tokens[0].is_space):
        tokens.pop(0)
    return tokens


def source_of(verb: Token, sentence: Sentence, content: list[Token]) -> SourceWords | None:
    """Return the words that name who says it, or None if the sentence has none."""
    inside = {t.i for t in content}
    head = grammar.subject(verb)
    if head is not None and (head.i in inside or not grammar.is_nominal(head)):
        head = None
    if head is None and grammar.is_finite(verb) and not _impersonal(verb):
        head = grammar.nominal_after(verb)
        if head is not None and head.i in inside:
            head = None
        if head is None:
            head = grammar.nominal_before(verb)
    if head is None or head.i in inside:
        return None
    tokens = [t for t in grammar.noun_phrase(head) if t.i not in inside]
    return SourceWords(sentence.span_of(tokens), head, sentence) if tokens else None



def _verdict(verb: Token, saying: Saying) -> tuple[list[Token], Token | None] | None:
    """Return what a verb declares false: "juge « sans fondement » les accusations de P"."""
    thing = next((t for t in verb.children if t.dep_ == "obj" and t.i > verb.i), None)
    if thing is None or thing.lemma_.lower() not in saying.nouns:
        return None
    behind = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_space]
    words = " ".join(t.lower_ for t in behind if t.text not in {"«", "»", "“", "”", '"', "de"})
    if not any(f" {verdict} " in f" {words} " for verdict in saying.verdicts):
        return None
    inside = {t.i for t in thing.subtree}
    marked = [t.i for t in behind if t.text in {"«", "“", '"'}]
    start = min([*inside, *(i for i in marked if i > verb.i)])
    return _to_the_end(thing, verb, start=start), thing
