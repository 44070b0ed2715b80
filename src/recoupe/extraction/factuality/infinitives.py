"""The infinitive that a verb governs, and the one that hangs on that: "va devoir livrer"."""

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token

# Verbs that pass on what the next one says: "va devoir", "a fini par refuser de".
_TRANSPARENT = {"aller", "venir", "commencer", "finir", "continuer", "faire", "laisser", "devoir"}
_ENDINGS = ("er", "ir", "oir", "dre", "tre", "ire")
_BEFORE_INFINITIVE = {"de", "d'", "d’", "à"}
_CLITICS = {"le", "la", "les", "l'", "l’"}
# A noun right behind these is an adverb's: "en vain", "sans succès".
_ADVERBIAL = {"en", "sans", "avant"}
_LONGEST_INSERTION = 9
_BREAKS = {";", ":", "«", "»", "pour", "afin", "sans", "avant", "après", "et"}
# What may stand between a modal and its infinitive, where only the ending tells it.
_BETWEEN = {"ADV", "PRON", "PART"}
# The same, where quotation marks open behind it.
_BEFORE_QUOTED = _BETWEEN | {"ADP", "AUX", "VERB"}


def infinitive_behind(
    token: Token, *, over_object: bool = False, over_phrases: bool = False
) -> Token | None:
    """Return the infinitive that a verb governs, by the order of words, else by the parse.

    Args:
        token: The verb.
        over_object: It may stand behind an object ("empêche le ferry d'accoster").
        over_phrases: It may stand behind a phrase ("peut en effet saisir").
    """
    adjoining = True
    quoted = bound = False
    end = grammar.sentence_end(token)
    inserted = _behind_insertion(token, end)
    for following in token.doc[inserted : min(inserted + 9, end)]:
        if _dates(following):
            continue
        if following.is_quote and following.nbor(-1).pos_ in _BEFORE_QUOTED:
            # "tentent de « photocopier » le virus": the tagger may take it for a noun.
            quoted = following.nbor(-1).lower_ in _BEFORE_INFINITIVE
            continue
        # Right behind a modal the ending is enough: "veut rebondir", "peut aussi rafraîchir".
        near = (adjoining or quoted) and following.pos_ not in {"NUM", "DET", "PRON", "ADV"}
        near = near and (over_phrases or quoted or following.pos_ != "NOUN")
        if grammar.has(following, "VerbForm", "Inf") or (
            near and following.lower_.endswith(_ENDINGS)
        ):
            return following
        if bound and following.pos_ == "ADJ" and _is_unseen(following, end):
            return following
        bound = following.lower_ in _BEFORE_INFINITIVE or (bound and following.pos_ in _BETWEEN)
        adjoining = adjoining and following.pos_ in _BETWEEN
        quoted = False
        if following.pos_ in {"NOUN", "PROPN"} and not over_object:
            before = following.nbor(-1)
            # "tente sans succès de fermer", "vise en particulier à protéger"
            if before.lower_ not in _ADVERBIAL and not (
                over_phrases and before.pos_ in {"ADP", "DET"}
            ):
                break
        elif following.pos_ == "SCONJ" or (
            following.lower_ in _BREAKS and not _opens_adverb(following, end)
        ):
            break
    return _governed_by_parse(token)


def _behind_insertion(token: Token, end: int) -> int:
    """Return the place behind ", selon certains," where that stands right behind a verb."""
    first = token.i + 1
    if first >= end or token.doc[first].text != ",":
        return first
    commas = [t.i for t in token.doc[first + 1 : min(first + _LONGEST_INSERTION, end)]
              if t.text == ","]  # fmt: skip
    if not commas or commas[0] + 1 >= end:
        return first
    behind = token.doc[commas[0] + 1]
    goes_on = behind.lower_ in _BEFORE_INFINITIVE or grammar.has(behind, "VerbForm", "Inf")
    return behind.i if goes_on else first


def _is_unseen(word: Token, end: int) -> bool:
    """Tell "risque de ne pas suffire", taken for an adjective, from "de premier plan"."""
    following = word.nbor(1) if word.i + 1 < end else None
    return word.lower_.endswith(_ENDINGS) and (following is None or following.pos_ != "NOUN")


def _dates(token: Token) -> bool:
    """Tell "à partir de", which governs nothing."""
    if token.lower_ != "partir" or token.i + 1 >= grammar.sentence_end(token):
        return False
    return token.nbor(-1).lower_ == "à" and token.nbor(1).lower_ in grammar.DE_DU


def _governed_by_parse(token: Token) -> Token | None:
    """Return the infinitive that only the parse finds: "tentaient mardi soir de rejoindre"."""
    return next(
        (
            c
            for c in token.children
            if c.dep_ == "xcomp"
            and c.i > token.i
            and (grammar.has(c, "VerbForm", "Inf") or _is_with_clitic(c))
            and not _dates(c)
            and not any(m.lower_ in _BREAKS for m in c.lefts)
        ),
        None,
    )


def _opens_adverb(word: Token, end: int) -> bool:
    following = word.nbor(1) if word.i + 1 < end else None
    return word.lower_ in _ADVERBIAL and following is not None and following.pos_ == "NOUN"


def _is_with_clitic(word: Token) -> bool:
    """Tell "a tenté de la moderniser", taken for a noun with its article."""
    return (
        word.pos_ == "NOUN"
        and word.lower_.endswith(_ENDINGS)
        and word.i - 2 >= word.first
        and word.nbor(-1).lower_ in _CLITICS
        and word.nbor(-2).lower_ in _BEFORE_INFINITIVE
    )


def governed(verb: Token) -> list[Token]:
    """Return the infinitives that a verb passes its commitment on to, and the next."""
    out: list[Token] = []
    while verb.lemma_.lower() in _TRANSPARENT and len(out) < 3:
        following = infinitive_behind(verb)
        if following is None:
            break
        out.append(following)
        verb = following
    return out
