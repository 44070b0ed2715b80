"""Words behind a colon: "L'opposition est formelle : P", "Réponse de la mairie : P".

The words before the colon name who speaks and say that something is said, or how
firmly; what stands behind it is said.
"""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.inversion import agrees
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.indirect import is_idiom
from recoupe.extraction.attribution.governed.reported import reports
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

_OF = {"de", "du", "des", "d'", "d’", "chez", "à", "au", "aux"}
# The longest lead, in tokens, before the colon.
_LONGEST_LEAD = 30
_SHORTEST_CONTENT = 2
# A figure that corrects another stands at once: ": ils seraient 41".
_NEAR_FIGURE = 5


def find_colons(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield the attribution by what stands before a colon in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.

    Yields:
        At most one attribution. Quoted words behind the colon are left to direct speech.
    """
    if ":" not in sentence.forms:
        return
    tokens = [t for t in sentence.words if not t.is_space]
    colon = next((i for i, t in enumerate(tokens[:_LONGEST_LEAD]) if t.text == ":"), None)
    if colon is None or colon < 2 or colon + _SHORTEST_CONTENT >= len(tokens):
        return
    before, behind = tokens[:colon], tokens[colon + 1 :]
    if behind[0].text in grammar.OPENING_MARKS and not _goes_on_outside(behind):
        return
    if saying.may_open_phrase(behind[0]):
        # "X se montre optimiste : selon lui, P": the phrase names who says it.
        return
    signed = leads(before, sentence, saying) or _by_correction(before, behind, sentence, saying)
    if signed is None:
        return
    cue, token, source = signed
    stop = next((i for i, t in enumerate(behind) if t.text == ";"), len(behind))
    content = grammar.stripped(behind[:stop])
    if not content:
        return
    known = saying.cue(token)
    yield Attribution(
        content=sentence.span_of(content),
        sentence=sentence,
        root=grammar.root_of(content),
        cue=sentence.span_of(cue),
        source=source,
        cue_token=token if known is not None and not known.denies else None,
        reasons=(Reason(rule="statement-behind-colon", words=token.text),),
    )


def leads(
    before: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Return cue, its main token and source of words that lead to a colon, or None.

    Args:
        before: The tokens before the colon.
        sentence: Their sentence.
        saying: The words of saying of the language.
    """
    return _by_noun(before, sentence, saying) or _by_verb(before, sentence, saying)


def _by_correction(
    before: list[Token], behind: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Read "Il a corrigé jeudi : 41", "avant de corriger : quinze"."""
    if not any(t.pos_ == "NUM" for t in behind[:_NEAR_FIGURE]):
        return None
    verb = next((t for t in reversed(before) if saying.is_one_lemma_of(t, "correcting")), None)
    if verb is None or not grammar.is_verb(verb) or grammar.is_passive(verb):
        return None
    rest = [t for t in before if t.i > verb.i]
    if any(t.lower_ in grammar.QUE or grammar.is_verb(t) for t in rest):
        return None
    bare = [t for t in rest if not saying.is_one_lemma_of(t, "counts")]
    if not _says_only_that(verb, bare, saying):
        # "Le professeur a corrigé les copies : 12 étaient bonnes"
        return None
    outside = {t.i for t in sentence.words if t.i > before[-1].i}
    source = source_of(verb, sentence, saying, outside)
    if source is None or source.head is None or not can_speak(source.head, saying):
        return None
    return grammar.verb_group(verb), verb, source


def _goes_on_outside(behind: list[Token]) -> bool:
    """Tell "« une déposition » a été enregistrée" from a quotation that stands alone."""
    closing = next((i for i, t in enumerate(behind[1:], 1) if t.text in {"»", "”", '"'}), None)
    if closing is None or closing + 1 >= len(behind):
        return False
    return behind[closing + 1].pos_ in {"VERB", "AUX", "ADP", "PRON"}


def _by_verb(
    before: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    lowered = sentence.lowered
    verbs = [
        t
        for t in before
        if saying.cue(t) is not None and not t.dep_.startswith("aux:") and not agrees(t)
    ]
    for verb in reversed(verbs):
        cue = saying.cue(verb)
        if cue is None or "clause" not in cue.takes or is_idiom(verb, sentence, lowered, saying):
            continue
        rest = [t for t in before if t.i > verb.i]
        if any(t.lower_ in grammar.QUE or t.pos_ == "SCONJ" for t in rest):
            return None
        if not reports(verb, cue, saying) or not _says_only_that(verb, rest, saying):
            continue
        outside = {t.i for t in sentence.words if t.i > before[-1].i}
        source = source_of(verb, sentence, saying, outside)
        return (grammar.verb_group(verb), verb, source) if source is not None else None
    return _by_stance(before, sentence, saying)


def _says_only_that(verb: Token, rest: list[Token], saying: Saying) -> bool:
    """Tell whether a verb has nothing but the words behind the colon for its content."""
    clitic = verb.doc[max(grammar.sentence_start(verb), grammar.verb_group(verb)[0].i - 1)]
    if clitic.lower_ in {"l'", "l’", "le"} and clitic.pos_ != "DET":
        return True
    nouns = [t for t in rest if t.pos_ in {"NOUN", "PROPN"} and not grammar.is_governed(t)]
    return not any(
        n.lemma_.lower() not in saying.never_sources
        and not saying.is_one_lemma_of(n, "tidings")
        and n.dep_ in {"obj", "conj", "ROOT"}
        for n in nouns
    )


def _by_stance(
    before: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Read "X est formel", "X se montre prudent", "X n'en démord pas"."""
    stance = next((t for t in reversed(before) if not t.is_punct), None)
    if stance is None or stance.lower_ not in saying.classes["stances"]:
        return None
    copula = next((t for t in reversed(before) if grammar.is_verb(t) and t.i < stance.i), None)
    if copula is None:
        return None
    head = next(
        (
            t
            for t in before
            if t.dep_.startswith("nsubj") and t.i < copula.i and grammar.is_nominal(t)
        ),
        None,
    )
    if head is None or not can_speak(head, saying):
        return None
    first = copula
    while first.i > head.i + 1 and first.nbor(-1).pos_ in {"PRON", "PART"}:
        # "en est sûr"
        first = first.nbor(-1)
    source = words_of(head, sentence, saying, {t.i for t in before if t.i >= first.i})
    cue = [t for t in before if first.i <= t.i <= stance.i]
    return (cue, stance, source) if source is not None else None


def _by_noun(
    before: list[Token], sentence: Sentence, saying: Saying
) -> tuple[list[Token], Token, SourceWords] | None:
    """Read a verbless announcement: "Réponse de la mairie", "Même son de cloche chez X"."""
    if any(grammar.is_verb(t) and grammar.is_finite(t) for t in before):
        return None
    first = next(
        (t for t in before[:4] if t.lemma_.lower() in saying.announcing and t.pos_ != "VERB"), None
    )
    if first is None:
        return None
    link = next((t for t in before if t.i > first.i and t.lower_ in _OF), None)
    while link is not None:
        named = [t for t in before if t.i > link.i]
        head = next((t for t in named if t.pos_ in {"NOUN", "PROPN"}), None)
        if head is not None and (
            link.lower_ == "chez" or can_speak(grammar.name_head(head), saying)
        ):
            source = words_of(grammar.name_head(head), sentence, saying)
            return ([first], first, source) if source is not None else None
        link = next((t for t in named if t.lower_ in _OF), None)
    return None


def can_speak(head: Token, saying: Saying) -> bool:
    """Tell whether a noun, name or pronoun can be somebody who speaks."""
    if head.pos_ in {"PROPN", "PRON"} or head.ent_type_ or grammar.one_of_several(head):
        return head.lower_ not in {"on", "cela", "ça", "ce", "c'", "c’", "rien"}
    return saying.can_be_source(head.lemma_.lower())
