"""Indirect speech: a verb of saying and the clause, infinitive or noun that it governs.

"X a déclaré que P", "X dit vouloir P", "X nie avoir P", "X rejette les
accusations de P", "X accuse Y de P", and the same in participles ("..., ajoutant
que P") and in relative clauses.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.attribution.naming import is_impersonal, source_of
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality, Reason, Span

# How far behind its verb "que" may stand ("a déclaré mardi soir à la presse que").
_REACH = 14
_QUE = {"que", "qu'", "qu’", "qu"}
_WHETHER = {"si", "s'", "s’"}
# "plus ... que", "tel que", "ne ... que": not the "que" of a content.
_COMPARING = {"plus", "moins", "tel", "telle", "tels", "telles", "même", "mêmes", "ne",
              "n'", "n’", "autant", "davantage", "mieux", "avant", "pour", "afin", "parce", "dès",
              "ainsi", "alors", "tandis", "après", "depuis", "lors", "sans", "bien"}  # fmt: skip
_MARKS = {"«", "“", '"', "„"}
# "dit vouloir": before an infinitive with one of these, it is a purpose and no content.
_PURPOSE = {"pour", "afin", "avant", "après", "sans"}

# Participles that go on about the speaker and not about the content.
_CITING = {"citant", "ajoutant", "précisant", "soulignant", "évoquant", "invoquant", "selon"}
# May stand between "et" and its verb: "et a également affirmé".
_LIGHT = {"ADV", "PRON", "AUX", "PART"}

UNSIGNED_PARTICIPLE = "participle-of-saying"
"""Rule of a participle whose speaker is the sentence's; it is filled in afterwards."""

Content = tuple[list[Token], Token | None, Factuality | None]


def find_indirect(
    sentence: Sentence, saying: Saying, used: Collection[Span | None] = ()
) -> Iterator[Attribution]:
    """Yield the attributions by a verb of saying in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.
        used: Words of saying that another finder has explained.

    Yields:
        One attribution for each content a verb governs, in order of the verbs.
        ``source`` is None where the verb has nobody for a subject.
    """
    lowered = sentence.text.lower().replace("’", "'")
    told: set[int] = set()
    before: SourceWords | None = None
    for verb in sentence.words:
        cue = saying.cue(verb)
        if cue is None or is_idiom(verb, sentence, lowered, saying):
            continue
        if sentence.span_of(grammar.verb_group(verb)) in used:
            continue
        contents, rule = _contents(verb, cue, saying)
        outside = {t.i for tokens, _, _ in contents for t in tokens}
        if not contents:
            continue
        # What was told before names nobody, unless this verb is itself a part of it.
        elsewhere = outside if verb.i in told else outside | told
        source = source_of(verb, sentence, saying, elsewhere)
        if source is None and not is_impersonal(verb):
            if before is not None and grammar.is_joined(verb):
                source = before
            elif _is_participle(verb):
                rule = UNSIGNED_PARTICIPLE
            elif not (cue.blames and grammar.is_passive(verb)):
                continue
        told |= outside
        before = source
        for tokens, root, value in contents:
            if not tokens:
                continue
            yield Attribution(
                content=sentence.span_of(tokens),
                sentence=sentence,
                root=root or grammar.root_of(tokens),
                cue=sentence.span_of(grammar.verb_group(verb)),
                source=source,
                value=value or cue.value,
                negated=cue.negated,
                cue_token=verb,
                denies=cue.denies or rule == "verdict",
                reasons=(Reason(rule=rule, words=verb.text),),
            )


def _is_participle(verb: Token) -> bool:
    """Tell "ajoutant que", "en précisant que": said by whoever speaks in the sentence."""
    return (
        grammar.has(verb, "VerbForm", "Part")
        and not grammar.auxiliaries(verb)
        and (grammar.has(verb, "Tense", "Pres") or verb.lower_.endswith("ant"))
    )


def is_idiom(verb: Token, sentence: Sentence, lowered: str, saying: Saying) -> bool:
    """Tell whether a verb of saying stands in a phrase that says nothing ("c'est-à-dire").

    Args:
        verb: The verb.
        sentence: Its sentence.
        lowered: The sentence's text in lower case, with straight apostrophes.
        saying: The words of saying of the language.
    """
    at = verb.idx - sentence.tokens.start_char
    for idiom in saying.idioms:
        start = lowered.find(idiom)
        while start != -1:
            if start <= at < start + len(idiom):
                return True
            start = lowered.find(idiom, start + 1)
    return False


def _contents(verb: Token, cue: Cue, saying: Saying) -> tuple[list[Content], str]:
    if saying.lemma(verb) in saying.verdict_verbs:
        judged = _verdict(verb, saying)
        if judged:
            return judged, "verdict"
    if cue.blames:
        return _blamed(verb, saying), "verb-of-blame"
    if "clause" in cue.takes:
        clauses = _clauses(verb, saying)
        if clauses:
            return clauses, "verb-of-saying"
    if "infinitive" in cue.takes:
        infinitive = _infinitive(verb) or _infinitive_behind(verb, saying)
        if infinitive is not None:
            tokens = _to_the_end(
                infinitive, verb, start=max(_leftmost(infinitive), verb.i + 1), saying=saying
            )
            return [(tokens, infinitive, cue.infinitive)], "verb-with-infinitive"
    if "object" in cue.takes:
        thing = _object(verb)
        if thing is not None and _is_proposition(thing, verb, saying):
            start = max(thing.left_edge.i, verb.i + 1)
            tokens = _to_the_end(thing, verb, start=start, saying=saying)
            return [(tokens, thing, cue.infinitive)], "verb-with-object"
    return [], ""


def _is_proposition(thing: Token, verb: Token, saying: Saying) -> bool:
    """Tell what can be said from who and what else a verb may have for an object."""
    lemma = thing.lemma_.lower()
    if saying.lemma(verb) in saying.speech_objects:
        return lemma in saying.nouns or lemma in saying.documents
    return lemma not in saying.people


def _infinitive_behind(verb: Token, saying: Saying) -> Token | None:
    """Return the infinitive behind whoever is told: "a demandé à la cour de lever"."""
    if saying.lemma(verb) not in saying.dative:
        return None
    behind = verb.doc[verb.i + 1 : min(verb.i + _REACH, grammar.sentence_end(verb))]
    for token in behind:
        if grammar.has(token, "VerbForm", "Inf") and token.nbor(-1).lower_ in {"de", "d'", "d’"}:
            return token
        if grammar.has(token, "VerbForm", "Fin") or token.text in {",", ";", ":"}:
            return None
    return None


def _object(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "obj" and child.pos_ == "NOUN" and child.i > verb.i:
            return child
    # Where the parse misses it: a noun with its article right behind the verb.
    for token in verb.doc[verb.i + 1 : min(verb.i + 4, grammar.sentence_end(verb))]:
        if token.pos_ == "NOUN" and token.i > verb.i + 1:
            return token if not grammar.is_governed(token) else None
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADV"} and token.text not in _MARKS:
            return None
    return None


def _clauses(verb: Token, saying: Saying) -> list[Content]:
    opener = _opener(verb, saying)
    if opener is None:
        return []
    start = opener.i + 1
    if opener.lower_ == "qu" and verb.doc[start].text in {"'", "’"}:
        # "qu' »environ": a blank behind the apostrophe parts the two.
        start += 1
    whole = _to_the_end(_clause_head(opener, verb) or opener, verb, start=start, saying=saying)
    value = Factuality.UNDERSPECIFIED if opener.lower_ not in _QUE else None
    starts = [0, *_further_openers(whole)]
    contents: list[Content] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(whole)
        piece = grammar.stripped(whole[start:end])
        if piece:
            contents.append((piece, grammar.root_of(piece), value))
    return contents


def _opener(verb: Token, saying: Saying) -> Token | None:
    words = verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, grammar.sentence_end(verb))]
    comparing = False
    told = saying.lemma(verb) in saying.telling
    for token in words:
        lower = token.lower_
        if lower in _QUE and (told or not _is_relative(token)):
            return None if comparing else token
        if lower in _WHETHER and token.i == verb.i + 1 + _clitics(verb):
            return token
        if lower in saying.openers - _QUE - _WHETHER and token.i == verb.i + 1:
            return token
        comparing = lower in _COMPARING
        if token.text in {";", "»", "”"} or (token.pos_ == "VERB" and token.i > verb.i):
            return None
        if token.text == ":" or token.text in _MARKS:
            return None
    return None


def _clitics(verb: Token) -> int:
    """Return how many tokens between a verb and "si" only negate it ("ne sait pas si")."""
    following = verb.doc[verb.i + 1 : min(verb.i + 3, grammar.sentence_end(verb))]
    return sum(1 for t in following if t.lower_ in {"pas", "plus", "encore"})


def _is_relative(token: Token) -> bool:
    """Tell "la loi que" (relative) from "déclaré que": the noun before it is its antecedent."""
    return (
        grammar.has(token, "PronType", "Rel")
        and token.i > grammar.sentence_start(token)
        and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
        and token.head.dep_ == "acl:relcl"
        # "a dit aux journalistes que", "dans un communiqué que": no object, so no antecedent.
        and not grammar.is_governed(token.nbor(-1))
    )


def _clause_head(opener: Token, verb: Token) -> Token | None:
    if opener.head.i > opener.i and grammar.is_verb(opener.head):
        return opener.head
    return next(
        (
            t
            for t in opener.doc[opener.i + 1 : grammar.sentence_end(verb)]
            if grammar.is_verb(t) and grammar.is_finite(t)
        ),
        None,
    )


def _further_openers(tokens: list[Token]) -> list[int]:
    """Return the positions behind each "et que" that opens a further content."""
    return [
        position + 1
        for position in range(1, len(tokens) - 2)
        if tokens[position].lower_ in _QUE and tokens[position - 1].lower_ in {"et", "mais"}
    ]


def _infinitive(verb: Token) -> Token | None:
    for child in verb.children:
        if child.i > verb.i and _is_infinitive(child):
            return child
    # Right behind the verb, with or without "de".
    for token in verb.doc[verb.i + 1 : min(verb.i + 5, grammar.sentence_end(verb))]:
        if grammar.has(token, "VerbForm", "Inf"):
            return token.head if token.dep_.startswith("aux") and token.head.i > token.i else token
        if token.pos_ not in {"ADP", "ADV", "PRON"}:
            return None
    return None


def _is_infinitive(token: Token) -> bool:
    forms = [token, *(c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop")]
    return any(grammar.has(t, "VerbForm", "Inf") for t in forms) and not any(
        t.lower_ in _PURPOSE for t in token.lefts
    )


def _leftmost(infinitive: Token) -> int:
    skip = {"mark", "case", "punct"}
    inside = [t.i for c in infinitive.lefts if c.dep_ not in skip for t in c.subtree]
    return min([infinitive.i, *inside])


def _blamed(verb: Token, saying: Saying) -> list[Content]:
    """Return the deed of which a verb of blame accuses somebody, with the accused before it."""
    infinitive = next(
        (
            t
            for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)]
            if grammar.has(t, "VerbForm", "Inf")
            and t.i > verb.i + 1
            and t.nbor(-1).lower_ in {"de", "d'", "d’", "pas", "l'", "les", "la", "le", "se", "s'"}
        ),
        None,
    )
    if infinitive is None:
        return []
    main = infinitive
    if infinitive.dep_.startswith("aux") and infinitive.head.i > infinitive.i:
        main = infinitive.head
    accused = _object(verb)
    start = infinitive.i
    if accused is None and verb.i + 1 < grammar.sentence_end(verb) and verb.nbor(1).pos_ == "PROPN":
        accused = verb.nbor(1)
    if accused is not None and accused.i < infinitive.i and not grammar.is_passive(verb):
        start = min(accused.left_edge.i, accused.i)
        start = max(start, verb.i + 1)
    return [(_to_the_end(main, verb, start=start, saying=saying), main, None)]


def _verdict(verb: Token, saying: Saying) -> list[Content]:
    """Return what a verb declares false: "juge « sans fondement » les accusations de P"."""
    behind = [t for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)] if not t.is_space]
    things = [t for t in behind if t.lemma_.lower() in {*saying.nouns, *saying.documents}]
    if not things:
        return []
    words = " ".join(t.lower_ for t in behind if t.text not in {*_MARKS, "»", "”", "de"})
    spoken = [v for v in saying.verdicts if f" {v} " in f" {words} "]
    if not spoken:
        return []
    first = spoken[0].split()[0]
    start = next((t.i for t in behind if t.lower_ == first), behind[0].i)
    start = min(start, things[0].left_edge.i if things[0].left_edge.i > verb.i else things[0].i)
    while start - 1 > verb.i and (
        verb.doc[start - 1].text in _MARKS or verb.doc[start - 1].lower_ in {"de", "d'", "comme"}
    ):
        start -= 1
    return [(_to_the_end(things[0], verb, start=start, saying=saying), things[0], None)]


def _to_the_end(root: Token, verb: Token, start: int, saying: Saying) -> list[Token]:
    """Return the content from ``start``: to the sentence's end, less what belongs to the cue.

    A second verb coordinated with the cue ends the content, as does a clause
    that hangs on the cue behind a comma, and the end of the relative clause
    that the cue itself stands in.
    """
    doc, end = verb.doc, grammar.sentence_end(verb)
    for child in verb.children:
        left = child.left_edge.i
        if left <= start or child is root or root.is_ancestor(child):
            continue
        behind_comma = doc[left - 1].text in {",", ";", "–", "—"}
        conjoined = child.dep_ == "conj" and grammar.is_verb(child) and grammar.is_finite(child)
        if conjoined and grammar.mood_and_tense(child)[0] == "Cnd":
            # "a assuré que P et serait relancée": the conditional goes on with P.
            continue
        aside = child.dep_ in {"parataxis", "advcl"} and behind_comma
        if (conjoined or aside) and left > root.i:
            end = min(end, left)
    main = verb.sent.root
    if main.i > start and main is not verb and not grammar.is_finite(verb):
        # "Après avoir nié P, X a reconnu Q": the fronted clause ends at its comma.
        end = next((i for i in range(start + 1, main.i) if doc[i].text == ","), end)
    end = min(end, _aside_end(start, end, doc, saying))
    end = min(end, _next_cue(verb, start, end, saying))
    if _in_relative(verb):
        end = min(end, _relative_end(verb, start, end))
    return grammar.stripped([doc[i] for i in range(start, end)])


def _next_cue(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where a second verb of saying takes over: "dénonce A et affirme que B"."""
    doc = verb.doc
    for i in range(start + 1, end - 1):
        if doc[i].lower_ not in {"et", "mais", "puis"}:
            continue
        following = next((t for t in doc[i + 1 : min(i + 5, end)] if t.pos_ not in _LIGHT), None)
        if following is None or saying.cue(following) is None:
            continue
        if grammar.is_finite(following) and not _has_subject_before(following, i):
            return i
    return end


def _has_subject_before(verb: Token, place: int) -> bool:
    """Tell whether a verb's own subject stands between a place and the verb."""
    return any(t.dep_.startswith("nsubj") and place < t.i < verb.i for t in verb.children)


def _aside_end(start: int, end: int, doc: Doc, saying: Saying) -> int:
    """Return where words about the speaker begin: ", sans préciser", ", ce que dément Y", " ; "."""
    for i in range(start + 2, end - 1):
        if doc[i].text in {";", "—", "–"}:
            return i
        if doc[i].text != ",":
            continue
        first, second = doc[i + 1].lower_, doc[i + 2].lower_ if i + 2 < end else ""
        if first == "ce" and second in {"qui", "que", "qu'", "qu’"}:
            return i
        if first in {"sans", "avant", "avant-d'"} and any(
            grammar.has(t, "VerbForm", "Inf") for t in doc[i + 2 : min(i + 6, end)]
        ):
            return i
        if first in _CITING or (_is_participle(doc[i + 1]) and saying.cue(doc[i + 1])):
            return i
    return end


def _in_relative(verb: Token) -> bool:
    """Tell whether a cue stands in a relative clause: "X, qui a affirmé que P, ..."."""
    first = grammar.verb_group(verb)[0].i
    before = verb.doc[max(grammar.sentence_start(verb), first - 3) : first]
    return any(t.lower_ == "qui" for t in before)


def _relative_end(verb: Token, start: int, end: int) -> int:
    """Return where the relative clause closes: at a comma with the main verb behind it."""
    doc = verb.doc
    for i in range(start + 1, end - 1):
        if doc[i].text != ",":
            continue
        following = next((t for t in doc[i + 1 : min(i + 5, end)] if t.pos_ not in _LIGHT), None)
        if (
            following is not None
            and following.pos_ in {"VERB", "AUX"}
            and (grammar.is_finite(following) or following.pos_ == "AUX")
        ):
            return i
    return end
