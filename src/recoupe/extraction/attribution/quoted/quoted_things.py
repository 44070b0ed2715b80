"""Noun phrases with quoted words that a verb of saying governs: "dénonce une « mascarade »"."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import behind_in_sentence, past_adverbs, to_the_end
from recoupe.extraction.attribution.edges.own_voice import behind_noun
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.grammar.marks import ONLY_OPENING_MARKS
from recoupe.extraction.tokens import Paragraph, Token

_NAMING = {"NOUN", "PROPN"}
# How many tokens may stand between a verb and the figure or mark it governs.
_NEAR = 9


def quoted_of(verb: Token, after: Token, saying: Saying) -> list[Content]:
    """Return the noun phrase with quoted words that a verb of saying governs.

    "Dénonce une « mascarade »", "y voit « un simple retard »". Words that begin with
    a capital and hold no verb are a title.

    Args:
        verb: The verb.
        after: The last token of the words of saying.
        saying: The words of saying of the language.
    """
    if not _is_said(verb) or (after is verb and not _may_quote(verb, saying)):
        return []
    behind = behind_in_sentence(after)
    mark = None
    for position, token in enumerate(behind[:_NEAR]):
        if token.text in grammar.OPENING_MARKS:
            mark = position
            break
        if token.text in {",", ";", ":", ".", "(", "»"} or token.lower_ in grammar.QUE:
            return []
        if token.pos_ in {"VERB", "SCONJ"} or (token.pos_ == "AUX" and grammar.is_finite(token)):
            return []
    if mark is None or mark + 1 >= len(behind) or _is_title(behind[mark + 1 :]):
        return []
    if behind[mark].text == '"' and _is_within_marks(verb):
        # "X "finit par s'énerver" et part": the mark closes.
        return []
    start = past_adverbs(after.i + 1, verb, saying)
    doc = verb.doc
    if doc[start].lower_ in grammar.A_AU and any(
        t.pos_ in _NAMING for t in doc[start : behind[mark].i]
    ):
        # "promet aux habitants « P »": whom, and what.
        start = behind[mark].i
        if doc[start - 1].pos_ == "DET":
            start -= 1
    elif _tells_where(doc[start], saying) and any(
        t.pos_ in _NAMING for t in doc[start : behind[mark].i]
    ):
        # "a condamné sur Parole « un lâche assassinat »"
        start = _own_article(start, behind[mark].i, doc)
    elif doc[start].lower_ in {"de", "d'", "d’", "à", "contre", "comme", "pour", "en", "sur"}:
        start += 1
    root = behind[mark + 1]
    tokens = to_the_end(root, verb, start=start, saying=saying)
    if tokens:
        end = behind_noun(root, tokens[-1].i + 1, saying)
        tokens = [t for t in tokens if t.i < end]
    return [(_to_comma_outside(tokens), root, None)]


def is_labelling(verb: Token, saying: Saying) -> bool:
    """Tell "ce qu'il appelle « P »", "ce que X a qualifié de « P »": the words are X's own.

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    if not saying.is_one_lemma(verb, "labelling"):
        return False
    group = grammar.verb_group(verb)
    for i in range(group[0].i - 1, max(verb.first, group[0].i - _NEAR), -1):
        token = verb.doc[i]
        if token.lower_ in grammar.QUE:
            return saying.is_one(verb.doc[i - 1], "this")
        if grammar.has(token, "VerbForm", "Fin") or token.is_punct:
            return False
    return False


def _is_within_marks(verb: Token) -> bool:
    """Tell whether straight quotation marks stand open before a verb."""
    return sum(t.text == '"' for t in verb.doc[: verb.i]) % 2 == 1


def _tells_where(token: Token, saying: Saying) -> bool:
    """Tell a preposition of place or hearer, or a day's number, from the object's own words."""
    return (
        saying.is_one(token, "where_said")
        or _is_number(token)
        or (token.pos_ == "DET" and token.i + 1 < token.past and _is_number(token.nbor(1)))
    )


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" and token.text.isdigit()


def _own_article(start: int, mark: int, doc: Paragraph) -> int:
    """Return where the noun phrase of quoted words opens, past words on where they were said."""
    for i in range(mark - 1, start, -1):
        if doc[i].pos_ == "DET" and doc[i - 1].pos_ != "ADP":
            return i
        if doc[i].pos_ not in {"ADJ", "NOUN", "ADP", "DET"}:
            break
    return mark


def _may_quote(verb: Token, saying: Saying) -> bool:
    cue = saying.cue(verb)
    vouches = cue is not None and "quote" in cue.takes and "infinitive" in cue.takes
    lemma = saying.lemma(verb)
    if lemma in saying.speech_objects:
        # "rejette « ces fables »", not "rejette « l'offre »"
        near = verb.doc[verb.i + 1 : min(verb.i + _NEAR, grammar.sentence_end(verb))]
        return any(saying.is_one_lemma_of(t, "charges") for t in near)
    if is_labelling(verb, saying):
        return True
    return lemma in saying.quoted_objects or (
        vouches and lemma not in saying.mental and lemma not in saying.classes["noticing"]
    )


def _is_said(verb: Token) -> bool:
    """Tell "dénonce un « recul »" from a participle beside a noun: "le projet dit « vert »"."""
    if grammar.auxiliaries(verb) or grammar.is_present_participle(verb):
        return True
    if grammar.has(verb, "VerbForm", "Inf"):
        return True
    if verb.lemma_ == "dire" and grammar.is_bare_participle(verb):
        # ", dite « tempête de cytokines »": by what name it goes.
        return False
    apart = verb.i > grammar.sentence_start(verb) and verb.nbor(-1).pos_ in {"NOUN", "ADJ"}
    return not (apart and (verb.dep_ in {"acl", "amod"} or verb.lemma_ == "dire"))


def _is_title(inside: list[Token]) -> bool:
    words = []
    for token in inside:
        if token.text in grammar.MARKS:
            break
        words.append(token)
    if not words:
        return True
    return words[0].text[:1].isupper() and not any(grammar.is_verb(t) for t in words)


def _to_comma_outside(tokens: list[Token]) -> list[Token]:
    """Return the tokens up to the first comma outside quotation marks."""
    inside = False
    for position, token in enumerate(tokens):
        if token.text in grammar.MARKS:
            inside = token.text in ONLY_OPENING_MARKS or (token.text == '"' and not inside)
        elif token.text in {",", "("} and not inside and position > 0:
            near = tokens[position + 1 : position + 5]
            if (
                near
                and near[0].pos_ == "CCONJ"
                and any(t.text in grammar.OPENING_MARKS for t in near)
            ):
                # "évoque « A », et un « B »"
                continue
            return tokens[:position]
    return tokens
