"""Words of saying that close a sentence in the order of English: "P, X a dit."."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.bare import is_bare
from recoupe.extraction.attribution.beside.inversion import clause_before
from recoupe.extraction.attribution.beside.speakers import relates
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.governed.reported import is_negated
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

_STOPS = {",", ".", ";", "!", "?", ":", "–", "—"}
# The longest name, in tokens, in ", les responsables de la ville ont dit.".
_LONGEST_CLOSING = 7


def closing(
    tokens: list[Token], position: int, sentence: Sentence, saying: Saying
) -> tuple[int | None, SourceWords | None]:
    """Read words of saying that close a sentence in the order of English: ", X a dit."."""
    nothing = (None, None)
    verb = tokens[position]
    cue = saying.cue(verb)
    behind = [t for t in tokens[position + 1 :] if not t.is_space]
    medial = bool(behind) and behind[0].text == ","
    if cue is None or "clause" not in cue.takes or not (medial or _says_no_more(behind)):
        return nothing
    if cue.denies and not medial:
        # "Le syndicat dit que P, la direction dément": an answer, and none of her words.
        return nothing
    if not grammar.is_finite(verb) or is_negated(grammar.verb_group(verb)[0]):
        # ", les investisseurs redoutant un report", "Contactée, la direction n'a pas répondu"
        return nothing
    if behind and "object" in cue.takes and _is_thing(behind, saying):
        # "Paris dénonce une violation, Berlin réclame une enquête"
        return nothing
    start = grammar.verb_group(verb)[0].i - tokens[0].i
    comma = next((i for i in range(start - 1, 0, -1) if tokens[i].text == ","), None)
    if comma is None or comma < 2 or not 0 < start - comma - 1 <= _LONGEST_CLOSING:
        return nothing
    named = tokens[comma + 1 : start]
    if any(grammar.is_verb(t) or t.pos_ in {"SCONJ", "CCONJ"} or relates(t) for t in named):
        return nothing
    head = next(
        (t for t in named if t.pos_ in {"NOUN", "PROPN", "PRON"} or grammar.one_of_several(t)), None
    )
    if head is None or any(t.pos_ == "ADP" and t.i < head.i for t in named):
        return nothing
    opening = next((t for t in tokens[:comma] if not t.is_punct), head)
    adjunct = opening.pos_ in {"ADP", "VERB", "ADV"} and not any(
        grammar.has(t, "VerbForm", "Fin") for t in tokens[:comma]
    )
    if adjunct or (medial and not (head.pos_ == "PRON" and len(named) == 1)):
        # Set in by a pronoun only: "L'entretien, il a expliqué, avait été confié";
        # not "Arrivé à minuit, il a annoncé, hier, son départ".
        return nothing
    if medial:
        return comma, words_of(head, sentence, saying, {t.i for t in tokens[:comma]})
    first = next((t for t in tokens[:comma] if not t.is_punct), None)
    if first is None or first.pos_ in {"SCONJ", "ADP"} or not clause_before(verb):
        return nothing
    if any(is_bare(t, saying) for t in saying.candidates(sentence.words) if t.i < tokens[comma].i):
        # "Athènes dément, Rome s'inquiète": nobody says that Athens denies.
        return nothing
    return comma, words_of(head, sentence, saying, {t.i for t in tokens[:comma]})


def _is_thing(behind: list[Token], saying: Saying) -> bool:
    """Tell an object with its article from the day on which something was said."""
    return behind[0].pos_ in {"DET", "NUM"} and not any(
        t.lemma_.lower() in saying.never_sources for t in behind[:4]
    )


def _says_no_more(behind: list[Token]) -> bool:
    """Tell whether nothing but a stop, an addressee or a day follows words of saying."""
    for count, token in enumerate(behind):
        if token.text == ":":
            # "Interrogé mardi, X a répondu : P": what is said is still to come.
            return False
        if token.text in _STOPS:
            return count <= _LONGEST_CLOSING
        if token.pos_ not in {"ADP", "DET", "NOUN", "PROPN", "ADV"}:
            return False
    return len(behind) <= _LONGEST_CLOSING
