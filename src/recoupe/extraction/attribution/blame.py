"""Whom somebody blames for what: "accuse X d'avoir P", "soupçonne X de fraude"."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.ends import behind_in_sentence, to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.things import OF, affected
from recoupe.extraction.tokens import Token


def blamed_of(verb: Token, saying: Saying) -> list[Content]:
    """Return the deed of which a verb of blame accuses somebody, with the accused before it.

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    behind = behind_in_sentence(verb)
    accused = None if grammar.is_passive(verb) else affected(verb, behind)
    infinitive = next((t for t in behind if _is_deed(t, verb)), None)
    if infinitive is not None:
        main = infinitive
        if infinitive.dep_.startswith("aux") and infinitive.head.i > infinitive.i:
            main = infinitive.head
        start = infinitive.i
        while start - 1 > verb.i and verb.doc[start - 1].pos_ in {"PRON", "ADV"}:
            start -= 1
        told = behind[0].lower_ in {"à", "au", "aux"} and saying.is_one_lemma(verb, "blaming_to")
        if accused is not None and accused.i < infinitive.i:
            start = max(min(accused.left_edge.i, accused.i), verb.i + 1)
        elif told:
            # "reproche au ministre d'avoir tardé"
            start = verb.i + 2
        return [(to_the_end(main, verb, start=start, saying=saying), main, None)]
    if saying.lemma(verb) not in saying.accusing:
        return []
    if accused is None and told_by_clitic(verb) and behind and behind[0].lower_ in {*OF}:
        # "qui l'accusent de corruption": the deed alone
        deed = next((t for t in behind[1:4] if t.pos_ == "NOUN"), None)
        start = behind[0].i + 1
        return [(to_the_end(deed, verb, start=start, saying=saying), deed, None)] if deed else []
    if accused is None:
        return []
    known = accused.pos_ == "PROPN" or bool(accused.ent_type_)
    if not known and not saying.can_be_source(accused.lemma_.lower()):
        return []
    last = grammar.noun_phrase(accused, frozenset(OF))[-1]
    deed = next((t for t in behind if t.i > last.i and t.lower_ in OF), None)
    if deed is None or any(t.text == "," and t.i < deed.i for t in behind):
        return []
    start = max(min(accused.left_edge.i, accused.i), verb.i + 1)
    return [(to_the_end(accused, verb, start=start, saying=saying), accused, None)]


def told_by_clitic(verb: Token) -> bool:
    """Tell "l'accuse", "les a accusés": a pronoun before the verb stands for the accused."""
    first = grammar.verb_group(verb)[0]
    return first.i > grammar.sentence_start(verb) and first.nbor(-1).lower_ in {
        "l'", "l’", "le", "la", "les", "m'", "m’", "nous", "vous",
    }  # fmt: skip


def _is_deed(token: Token, verb: Token) -> bool:
    """Tell whether "de" governs an infinitive behind a verb of blame."""
    if not grammar.has(token, "VerbForm", "Inf"):
        return False
    place = token.i - 1
    while place > verb.i and token.doc[place].pos_ in {"PRON", "ADV"}:
        place -= 1
    return place > verb.i and token.doc[place].lower_ in {"de", "d'", "d’"}
