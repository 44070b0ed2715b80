"""Deeds that somebody judges: "juge nécessaire de fermer", "trouve « absurde » de payer"."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# "tout à fait", "plus que": adverbs before the quality.
_MOST_ADVERBS = 3
# Between "de" and its infinitive: "de ne pas les payer".
_LIGHT = {"ADV", "PRON", "PART"}
_LIGHT_WORDS = 4


def judged_deed(verb: Token, behind: Sequence[Token], saying: Saying) -> list[Content]:
    """Return the quality and the infinitive that a verb of judging gives it to.

    What may or ought to be done is open; what has been done is told.

    Args:
        verb: The verb.
        behind: What stands behind it, past when and where it was said.
        saying: The words of saying of the language.
    """
    if saying.lemma(verb) not in saying.classes["judging"]:
        return []
    words = [t for t in behind if t.text not in grammar.MARKS]
    place = 0
    while place < min(_MOST_ADVERBS, len(words)) and words[place].pos_ == "ADV":
        place += 1
    if place + 2 >= len(words) or words[place].pos_ != "ADJ":
        return []
    of, near = words[place + 1], words[place + 2 : place + 2 + _LIGHT_WORDS]
    deed = next((t for t in near if t.pos_ not in _LIGHT), None)
    if deed is None or not saying.is_one(of, "of") or not grammar.has(deed, "VerbForm", "Inf"):
        return []
    main = deed.head if deed.dep_.startswith("aux") and deed.head.i > deed.i else deed
    tokens = to_the_end(main, verb, start=behind[0].i, saying=saying)
    return [(tokens, main, None if main is not deed else Factuality.UNDERSPECIFIED)]
