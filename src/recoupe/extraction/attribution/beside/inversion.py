"""Whether a noun behind a verb of saying is its subject: clauses before it, commas behind it."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.fronted import subject_behind
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

# An inverted speaker follows the verb at once, behind an article and an adjective at most.
_NEAR_SPEAKER = 3
# Behind a day, a place and whoever was told: "ont écrit jeudi 9 mai 2024 sur leur site des".
_FAR_SPEAKER = 14


def comments(verb: Token, speaker: Token, saying: Saying) -> bool:
    """Tell "Une vitalité rare, souligne le site" from "Le maire, furieux, accuse le préfet".

    What stands before the comma names nobody who could speak, the verb takes nobody for
    its object, and the speaker closes the sentence.
    """
    cue = saying.cue(verb)
    if cue is None or "quote" not in cue.takes:
        return False
    doc, start = verb.doc, grammar.sentence_start(verb)
    first = grammar.verb_group(verb)[0].i
    if doc[first - 1].text != "," or not grammar.is_finite(verb):
        return False
    before = doc[start : first - 1]
    head = next((t for t in before if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None or any(t.text == "," for t in before) or grammar.is_governed(head):
        return False
    lemma = head.lemma_.lower()
    if head.ent_type_ or head.pos_ == "PROPN":
        return False
    if lemma in saying.never_sources:
        return False
    somebody = saying.can_be_source(lemma) or lemma.endswith(saying.of_people)
    tells = saying.lemma(verb) in saying.telling
    if (somebody or tells) and not _is_of_another_number(verb, head, before):
        return False
    known = speaker.pos_ == "PROPN" or bool(speaker.ent_type_)
    if not known and not saying.can_be_source(speaker.lemma_.lower()):
        return False
    end = grammar.noun_phrase(speaker)[-1].i + 1
    return all(t.is_punct for t in doc[end : grammar.sentence_end(verb)][:1])


def _is_of_another_number(verb: Token, head: Token, before: Sequence[Token]) -> bool:
    """Tell "La source de la fuite trouvée, disent les pompiers": the verb is not the noun's."""
    finite = next((t for t in grammar.verb_group(verb) if grammar.is_finite(t)), verb)
    if grammar.has(finite, "Number", "Plur"):
        joined = any(t.pos_ == "CCONJ" for t in before)
        return grammar.has(head, "Number", "Sing") and not joined
    return grammar.has(finite, "Number", "Sing") and grammar.has(head, "Number", "Plur")


def several_behind(verb: Token, saying: Saying) -> Token | None:
    """Return "médias" of "ont rapporté lundi à la presse des médias locaux", or None.

    Behind a day or a place "des" looks like a preposition; before whoever can speak, behind
    a verb in the plural that has no other subject, it is an article.

    Args:
        verb: A verb of saying.
        saying: The words of saying of the language.
    """
    group = grammar.verb_group(verb)
    if not any(grammar.has(t, "Number", "Plur") for t in group if grammar.is_finite(t)):
        return None
    end = grammar.sentence_end(verb)
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR_SPEAKER, end - 1)]:
        if token.text in {",", ";", ":"} or grammar.is_verb(token):
            return None
        if not saying.is_one(token, "some_of_them"):
            continue
        ahead = verb.doc[token.i + 1 : min(token.i + 3, end)]
        noun = next((t for t in ahead if t.pos_ == "NOUN"), None)
        if (
            noun is not None
            and grammar.has(noun, "Number", "Plur")
            and saying.can_be_source(noun.lemma_.lower())
        ):
            return noun
    return None


def has_pronoun_before(verb: Token, saying: Saying) -> bool:
    """Tell "elle a demandé un audit" from "a demandé le maire"."""
    first = grammar.verb_group(verb)[0]
    return first.i > grammar.sentence_start(verb) and saying.is_one(first.nbor(-1), "personal")


def agrees(verb: Token) -> bool:
    """Tell ", dits Ecophyto", "primes promises": a participle that describes a noun."""
    return (
        len(grammar.verb_group(verb)) == 1
        and grammar.has(verb, "VerbForm", "Part")
        and (grammar.has(verb, "Number", "Plur") or grammar.has(verb, "Gender", "Fem"))
        and verb.lower_.endswith(("s", "ée", "ite", "ise"))
    )


def clause_before(verb: Token) -> bool:
    """Tell whether a main clause stands before the comma that parts it from a verb."""
    before = verb.doc[grammar.sentence_start(verb) : grammar.verb_group(verb)[0].i]
    for token in grammar.main_verbs(before):
        apart = token.i > grammar.sentence_start(verb) and token.nbor(-1).text == ","
        participle = token.dep_ in {"amod", "acl"} and apart
        if not grammar.has(token, "VerbForm", "Inf") and not participle:
            return True
    return False


def closed_behind(verb: Token, speaker: Token, saying: Saying) -> bool:
    """Tell words of saying between two commas, set into a clause or behind what opens it.

    "Le ferry, précise la capitainerie, n'a pas"; "À ce stade, précise la mairie, rien n'est prévu".
    """
    start = grammar.verb_group(verb)[0].i
    if start == grammar.sentence_start(verb) or verb.doc[start - 1].text != ",":
        return False
    if not 0 < speaker.i - verb.i <= _NEAR_SPEAKER:
        return False
    end = grammar.noun_phrase(speaker)[-1].i + 1
    if end + 1 >= grammar.sentence_end(verb) or verb.doc[end].text != ",":
        return False
    if _opens_with_adjunct(verb, start, saying) and subject_behind(
        end, grammar.sentence_end(verb), verb, saying
    ):
        return True
    # Behind the second comma the sentence has its own verb still to come.
    for token in verb.doc[end + 1 : min(end + 5, grammar.sentence_end(verb))]:
        if grammar.is_verb(token):
            return not (
                grammar.has(token, "VerbForm", "Inf") or grammar.is_present_participle(token)
            )
        if token.pos_ not in {"ADV", "PRON", "PART"}:
            return False
    return False


def _opens_with_adjunct(verb: Token, comma: int, saying: Saying) -> bool:
    """Tell whether nothing but when, where or how stands before the comma of words of saying."""
    before = verb.doc[grammar.sentence_start(verb) : comma - 1]
    words = [t for t in before if not t.is_punct and t.pos_ != "CCONJ"]
    if not words or any(grammar.has(t, "VerbForm", "Fin") for t in words):
        return False
    return words[0].pos_ in {"ADP", "ADV"} or words[0].lemma_.lower() in saying.never_sources
