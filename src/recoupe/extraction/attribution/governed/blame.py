"""Whom somebody blames for what: "accuse X d'avoir P", "soupçonne X de fraude"."""

from itertools import takewhile

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import behind_in_sentence, past_adverbs, to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.governed.things import affected
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token


def blamed_of(verb: Token, saying: Saying) -> list[Content]:
    """Return the deed of which a verb of blame accuses somebody, with the accused before it.

    Args:
        verb: The verb.
        saying: The words of saying of the language.
    """
    whom = saying.is_one_lemma(verb, "blaming_to")
    start = verb.i + 1 if whom else past_adverbs(verb.i + 1, verb, saying)
    behind = [t for t in behind_in_sentence(verb) if t.i >= start]
    accused = None if grammar.is_passive(verb) else affected(verb, behind, saying)
    infinitive = next((t for t in behind if _is_deed(t, verb, saying)), None)
    if infinitive is not None:
        main = infinitive
        if infinitive.dep_.startswith("aux") and infinitive.head.i > infinitive.i:
            main = infinitive.head
        start = infinitive.i
        while start - 1 > verb.i and verb.doc[start - 1].pos_ in {"PRON", "ADV"}:
            start -= 1
        told = whom and saying.is_one(behind[0], "to_whom")
        if accused is not None and accused.i < infinitive.i:
            start = max(min(accused.left_edge.i, accused.i), verb.i + 1)
        elif told:
            # "reproche au ministre d'avoir tardé"
            start = verb.i + 2
        tokens = to_the_end(main, verb, start=start, saying=saying)
        return [
            (piece, grammar.root_of(piece), None) for piece in _each_accused(tokens, main, saying)
        ]
    if saying.lemma(verb) not in saying.accusing:
        return []
    if (
        accused is None
        and told_by_clitic(verb, saying)
        and behind
        and behind[0].lower_ in grammar.DE_DU
    ):
        # "qui l'accusent de corruption": the deed alone
        deed = next((t for t in behind[1:4] if t.pos_ == "NOUN"), None)
        start = behind[0].i + 1
        return [(to_the_end(deed, verb, start=start, saying=saying), deed, None)] if deed else []
    if accused is None:
        return []
    known = accused.pos_ == "PROPN" or bool(accused.ent_type_)
    if not known and not saying.can_be_source(accused.lemma_.lower()):
        return []
    last = grammar.noun_phrase(accused, grammar.DE_DU)[-1]
    deed = next((t for t in behind if t.i > last.i and t.lower_ in grammar.DE_DU), None)
    if deed is None or any(t.text == "," and t.i < deed.i for t in behind):
        return []
    start = max(min(accused.left_edge.i, accused.i), verb.i + 1)
    return [(to_the_end(accused, verb, start=start, saying=saying), accused, None)]


def _each_accused(tokens: list[Token], deed: Token, saying: Saying) -> list[list[Token]]:
    """Part "le groupe d'avoir pollué et l'État d'avoir laissé faire" by who is accused."""
    for position, token in enumerate(tokens[1:-2], 1):
        if token.pos_ != "CCONJ" or token.i < deed.i:
            continue
        behind = tokens[position + 1 :]
        if behind[0].pos_ not in {"DET", "PROPN"}:
            continue
        # Nothing but a name leads to a further "de" and its infinitive.
        name = list(takewhile(lambda t: not saying.is_one(t, "of"), behind))
        further = behind[len(name) : len(name) + 4]
        named = all(t.pos_ in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "ADP"} for t in name)
        if named and any(grammar.has(t, "VerbForm", "Inf") for t in further):
            return [grammar.stripped(tokens[:position]), *_each_accused(behind, further[0], saying)]
    return [tokens]


def told_by_clitic(verb: Token, saying: Saying) -> bool:
    """Tell "l'accuse", "les a accusés": a pronoun before the verb stands for the accused."""
    first = grammar.verb_group(verb)[0]
    return first.i > grammar.sentence_start(verb) and saying.is_one(
        first.nbor(-1), "accused_before"
    )


def _is_deed(token: Token, verb: Token, saying: Saying) -> bool:
    """Tell whether "de" governs an infinitive behind a verb of blame."""
    if not grammar.has(token, "VerbForm", "Inf"):
        return False
    place = token.i - 1
    while place > verb.i and token.doc[place].pos_ in {"PRON", "ADV"}:
        place -= 1
    return place > verb.i and saying.is_one(token.doc[place], "of")
