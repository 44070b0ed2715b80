"""The noun or name nearest to a verb, before or behind it, where the parse has no subject."""

from recoupe.extraction.grammar.nominals import (
    goes_on,
    is_governed,
    name_head,
    one_of_several,
    stands_as_noun,
)
from recoupe.extraction.grammar.verbs import (
    has,
    is_finite,
    is_verb,
    sentence_end,
    sentence_start,
    verb_group,
)
from recoupe.extraction.tokens import Token


def _bare(noun: Token) -> bool:
    """Tell a noun without article ("lundi", "mardi soir") from one that names somebody."""
    return noun.i > sentence_start(noun) and noun.nbor(-1).pos_ not in {
        "DET",
        "ADJ",
        "NUM",
        "PROPN",
    }


def _is_passed(token: Token, verb: Token, *, skipping: bool) -> bool:
    """Tell verbs that may stand between a verb of saying and its subject."""
    if not is_verb(token):
        return False
    if token.lemma_ == "savoir" and token.i == verb.i + 1:
        # "croit savoir un diplomate"
        return True
    if token.is_title:
        # "sur France Inter": a name that the tagger took for a verb.
        return True
    # "dans un communiqué transmis à l'agence": it describes what was passed over.
    return not skipping and token.dep_ == "acl" and has(token, "VerbForm", "Part")


def _looks_named(token: Token) -> bool:
    """Tell a name that the tagger took for another word: with a capital amid the sentence."""
    return (
        token.pos_ in {"ADJ", "X", "VERB", "ADV", "INTJ"}
        and token.text[:1].isupper()
        and len(token) > 2
        and token.i > sentence_start(token)
    )


def _is_person(token: Token) -> bool:
    """Tell a person's name that begins behind a governed noun: "à la presse locale Claire Rey"."""
    before = token.nbor(-1)
    begins = token.ent_type_ == "PER" and token.ent_iob_ == "B"
    return begins and before.pos_ in {"NOUN", "ADJ"} and not before.ent_type_


def nominal_before(verb: Token, asides: frozenset[str] = frozenset()) -> Token | None:
    """Return the nearest noun or name before a verb that no preposition governs.

    Args:
        verb: The verb.
        asides: Lemmas of nouns to pass over ("le mois dernier").
    """
    passed = verb.i
    for i in range(verb_group(verb)[0].i - 1, sentence_start(verb) - 1, -1):
        if i >= passed:
            # Within a relative clause, past which the search goes on.
            continue
        token = verb.doc[i]
        # "Ces derniers dénonçaient": an adjective may stand for a noun.
        nominal = token.pos_ in {"NOUN", "PROPN"} or (
            token.pos_ == "ADJ" and stands_as_noun(token) and token.nbor(-1).pos_ == "DET"
        )
        if nominal and not is_governed(token):
            if token.lemma_.lower() in asides:
                continue
            return token
        if token.pos_ == "VERB" and is_finite(token):
            if token.dep_ != "acl:relcl" or token.left_edge.i >= i:
                return None
            passed = token.left_edge.i
    return None


def nominal_after(
    verb: Token, reach: int = 10, asides: frozenset[str] = frozenset()
) -> Token | None:
    """Return the subject just behind a verb (", a dit lundi à la presse le maire").

    Adverbs, days and phrases with a preposition are passed over.

    Args:
        verb: The verb.
        reach: How many tokens behind it the subject may begin.
        asides: Lemmas of nouns to pass over ("lundi 4 mai", "ce mardi").
    """
    skipping = False
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + reach, sentence_end(verb))]:
        if token.text.startswith("-") and token.pos_ == "PRON":
            return token
        if has(token, "PronType", "Rel") or token.pos_ == "SCONJ" or token.lower_ in {"où", "si"}:
            return None
        if token.pos_ == "ADP" and not skipping:
            # "de hauts responsables": before an adjective "de" is an article.
            following = token.nbor(1) if token.i + 1 < sentence_end(token) else token
            # "à pleine voix" has a noun behind its adjective, "au quotidien" is one.
            noun = following.i + 1 < sentence_end(token) and following.nbor(1).pos_ == "NOUN"
            skipping = following.pos_ != "ADJ" or (noun and token.lemma_ != "de")
            continue
        # "mars 2024 des médias": a year is not so many of them.
        if one_of_several(token) and token.nbor(-1).lemma_.lower() not in asides:
            return token
        if stands_as_noun(token):
            if skipping and not _is_person(token):
                # The noun that the preposition governs, with its name.
                skipping = goes_on(token) and token.lemma_.lower() not in asides
                continue
            if token.pos_ == "NOUN" and (_bare(token) or token.lemma_.lower() in asides):
                continue
            return name_head(token)
        if not skipping and _looks_named(token):
            return token
        if _is_passed(token, verb, skipping=skipping):
            continue
        if is_verb(token) or token.text in {".", ";", ":", "«", "“", '"', "»"}:
            return None
        if token.pos_ in {"DET", "ADJ", "NUM", "ADV", "PRON", "X"} or token.text == ",":
            continue
        return None
    return None
