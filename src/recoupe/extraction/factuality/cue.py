"""What a word of saying commits its subject to."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.conjectures import is_broached, value_of_source
from recoupe.extraction.factuality.mood import is_done
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason


def value_over(
    cue: Token, root: Token, named: bool, value: Factuality, saying: Saying, words: Words
) -> Factuality:
    """Return what a word of saying commits to, given what form its content has."""
    if named:
        if words.lemma(cue) in words.claiming and root.lemma_.lower() in words.claimed:
            # "revendique la levée de l'embargo"; "revendique l'attentat" vouches for it.
            return Factuality.UNDERSPECIFIED
        # "a promis l'envoi d'une mission" is as open as "a promis d'envoyer".
        told = saying.cue(cue)
        return (told and told.infinitive) or value
    if (
        grammar.has(root, "VerbForm", "Inf")
        and saying.lemma(cue) in words.ordering_with_de
        and any(c.lower_ in grammar.DE and cue.i < c.i < root.i for c in root.children)
    ):
        return Factuality.UNDERSPECIFIED
    return value


def value_beside(cue: Token, root: Token | None, saying: Saying, words: Words) -> Factuality:
    """Return what a verb of thinking, hoping or fearing beside a quotation commits to.

    "« L'accord tiendra », espère le médiateur" is a hope; what is done is told all the same.

    Args:
        cue: The word of saying, beside its content.
        root: The content's main token.
        saying: The words of saying of the language.
        words: The pack's words.
    """
    if (followed := value_of_source(cue, words)) is not None:
        # "selon cette hypothèse, P"
        return followed
    if root is not None and root.pos_ == "NOUN" and is_broached(cue, root, words):
        # "un rachat est évoqué par la presse"
        return Factuality.POSSIBLE
    if _is_hearsay(cue):
        return Factuality.POSSIBLE
    above = cue.head
    if above is not cue and above.i < cue.i and grammar.has(cue, "VerbForm", "Inf"):
        # "croit se rappeler que P"
        held = saying.cue(above) if saying.lemma(above) in words.holding else None
        if held is not None and held.value is Factuality.PROBABLE:
            return held.value
    told = saying.cue(cue)
    if told is not None and told.blames and _is_by_nobody(cue):
        # "il est accusé d'avoir falsifié le bilan": nobody vouches for it.
        return Factuality.POSSIBLE
    if told is None or told.value is Factuality.CERTAIN or told.denies:
        return Factuality.CERTAIN
    if not grammar.is_verb(cue) or saying.lemma(cue) not in words.holding:
        return Factuality.CERTAIN
    return Factuality.CERTAIN if root is not None and is_done(root, words) else told.value


def _is_by_nobody(blame: Token) -> bool:
    """Tell "il est accusé d'avoir fui", "on l'accuse": nobody is named who accuses."""
    if grammar.is_passive(blame):
        return grammar.agent(blame) is None
    subject = grammar.subject(blame)
    return subject is not None and subject.lower_ == "on"


def _is_hearsay(cue: Token) -> bool:
    """Tell "P, dit-on." from "P, dit-on à Bercy"."""
    end = grammar.sentence_end(cue)
    behind = cue.doc[cue.i + 1 : min(cue.i + 5, end)]
    place = next((i for i, t in enumerate(behind) if t.lower_.lstrip("-t").lstrip("-") == "on"), 9)
    if any(t.pos_ not in {"PRON", "PART", "PUNCT", "X"} for t in behind[:place]):
        return False
    return place < len(behind) and (place + 1 == len(behind) or behind[place + 1].is_punct)


def turns_down(cue: Token, root: Token, saying: Saying, words: Words) -> bool:
    """Tell "a rejeté l'offre", an act, from "a rejeté les accusations", a denial."""
    return saying.lemma(cue) in saying.speech_objects and root.lemma_.lower() in words.acts


def judge_cue(
    verdict: Verdict,
    sentence: Sentence,
    cue: Token | None,
    values: tuple[Factuality, Factuality],
    denies: bool,
    words: Words,
) -> None:
    """Take what the word of saying commits to into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the content's main verb.
        cue: The word of saying; None in the report's own voice.
        values: What it commits to, and what where it is negated.
        denies: The statement is a denial of the content.
        words: The pack's words.
    """
    if cue is None:
        if denies:
            verdict.lower(Factuality.CERTAIN_NOT, Reason(rule="denial"))
        return
    # A cue may stand in another paragraph than its content (« ... ». X a ajouté).
    local = cue.doc is sentence.doc
    told = reason("cue-value", sentence, cue) if local else Reason(rule="cue-value", words=cue.text)
    value, negated = values
    negation = negation_of(cue, words) if local else None
    if negation is not None:
        if negated is not Factuality.CERTAIN:
            verdict.lower(negated, reason("cue-negated", sentence, negation, cue))
    elif denies:
        verdict.lower(Factuality.CERTAIN_NOT, told.model_copy(update={"rule": "denial"}))
    elif value is not Factuality.CERTAIN:
        verdict.lower(value, told)
    elif local and words.is_conditional(first := grammar.verb_group(cue)[0]):
        # "la banque aurait signalé les virements": that it did so is hearsay.
        verdict.lower(Factuality.POSSIBLE, reason("conditional-of-hearsay", sentence, first))
