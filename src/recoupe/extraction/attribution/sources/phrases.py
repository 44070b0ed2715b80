"""Phrases that name a source: "selon X", "de source policière", "X, selon qui"."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.inversion import several_behind
from recoupe.extraction.attribution.saying import Saying
from recoupe.extraction.attribution.sources.shares import counted
from recoupe.extraction.tokens import Token

_RELATING = {"qui", "dont", *grammar.QUE}
# Tokens from comma to comma around a name set behind a title.
_NAME_LENGTH = 6
_IN_A_COUNTRY = {"en", "au", "aux"}
# The shortest description between two commas behind a source, in tokens.
_SHORTEST_DESCRIPTION = 2
# Tokens behind "l'un" in which the noun of its group stands: "l'un de ses deux associés".
_GROUP_REACH = 5
# How far behind "selon ce que" the verb of saying may stand.
_TOLD_REACH = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """A preposition and the source behind it, as positions in the sentence's tokens."""

    start: int
    named: int
    end: int
    head: Token
    source: tuple[Token, ...]


def phrases(tokens: list[Token], saying: Saying) -> Iterator[Phrase]:
    """Yield the phrases by which a sentence names a source with a preposition, in order."""
    if not saying.may_name_source({t.lower_ for t in tokens}):
        return
    position = 0
    while position < len(tokens):
        opens = saying.may_open_phrase(tokens[position])
        phrase = _phrase_at(tokens, position, saying) if opens else None
        # Where the parser hangs the name on words before the preposition ("Nom Prénom, qui,
        # selon Le Journal, part"), the phrase would end before it begins.
        if phrase is None or phrase.end <= position:
            position += 1
        else:
            yield phrase
            position = phrase.end


def _phrase_at(tokens: list[Token], position: int, saying: Saying) -> Phrase | None:
    ahead = tokens[position : position + 8]
    length = saying.phrase_length(ahead, saying.according)
    if length:
        return _named(tokens, position, position + length, saying)
    length = saying.phrase_length(ahead, saying.clitic)
    clitic = next(
        (t for t in tokens[position : position + length] if t.lower_ in {"l'", "l’"}), None
    )
    if clitic is not None:
        end = position + length
        return Phrase(position, end, end, clitic, (clitic,))
    length = saying.phrase_length(ahead, saying.possessed)
    if length:
        # "À ses yeux, P", "à leur avis": whoever the possessive stands for.
        owner = next((t for t in ahead[:length] if saying.is_one(t, "possessive")), None)
        if owner is not None:
            return Phrase(position, position + length, position + length, owner, (owner,))
    first = tokens[position].lower_
    length = saying.phrase_length(ahead, saying.bare) if first == "de" else 0
    if length:
        return _bare(tokens, position, position + length)
    if first in saying.opinion and _opens(tokens, position):
        phrase = _named(tokens, position, position + 1, saying)
        closed = phrase is not None and phrase.end < len(tokens) and tokens[phrase.end].text == ","
        if phrase is not None and closed and _is_person(phrase, tokens, saying):
            return phrase
    return None


def _opens(tokens: list[Token], position: int) -> bool:
    """Tell whether nothing but a conjunction stands before a phrase in its clause."""
    start = max((i + 1 for i in range(position) if tokens[i].text in {":", ";"}), default=0)
    return all(t.is_punct or t.is_space or t.pos_ == "CCONJ" for t in tokens[start:position])


def _is_person(phrase: Phrase, tokens: list[Token], saying: Saying) -> bool:
    # "Pour les habitants, une navette ..." tells for whom; one person has an opinion.
    head = phrase.head
    if any("%" in t.text for t in phrase.source):
        # "Pour 85 % d'entre eux, P"
        return True
    singular = not grammar.has(head, "Number", "Plur")
    if head.pos_ == "PRON":
        # "Pour lui, P": a pronoun alone between the preposition and its comma.
        return len(phrase.source) == 1 and saying.is_one(head, "third_person")
    if head.pos_ == "NOUN" and head.text[:1].islower() and not singular:
        # "Pour les modèles Lina et Stella, P": what the name describes is no person.
        return False
    named = any(t.ent_type_ == "PER" for t in phrase.source)
    # ", économiste à": what a person does, behind a name taken for another kind.
    behind = tokens[phrase.source[-1].i - tokens[0].i + 1 :][:4]
    apposed = head.pos_ == "PROPN" and any(t.lemma_.lower() in saying.people for t in behind)
    return named or apposed or (singular and head.lemma_.lower() in saying.people)


def _named(tokens: list[Token], start: int, named: int, saying: Saying) -> Phrase | None:
    if named < len(tokens) and tokens[named].lower_ in saying.classes["relative"]:
        return _relative(tokens, start, named, saying)
    if (
        named + 1 < len(tokens)
        and saying.is_one(tokens[named], "this")
        and tokens[named + 1].lower_ in grammar.QUE
    ):
        return _as_told(tokens, start, named + 2, saying)
    head = _head(tokens, named)
    if head is None or not _can_be_source(head, tokens, named, saying):
        return None
    first = tokens[0].i
    run = [t for t in grammar.noun_phrase(head, saying.not_naming) if t.i >= tokens[named].i]
    if head.pos_ == "PRON" and not grammar.one_of_several(head):
        run = [head]
    comma = _closing_comma(tokens, head.i - first, saying)
    if comma is not None:
        run = [t for t in run if t.i < tokens[comma].i] or [head]
    end = run[-1].i - first + 1
    if _opens(tokens, start) and comma is not None:
        end = comma
    elif head.pos_ != "PRON" or grammar.one_of_several(head):
        own = [
            t.i - first + 1
            for child in head.children
            if child.dep_ in {"acl", "acl:relcl", "nmod", "conj", "appos"} and child.i > head.i
            for t in child.subtree
        ]
        end = max([end, *own])
        if comma is not None and any(t.is_punct for t in tokens[comma:end]):
            end = max(run[-1].i - first + 1, comma)
    run = _without_aside(run)
    return Phrase(start, named, min(end, len(tokens)), counted(head) or head, tuple(run))


def _relative(tokens: list[Token], start: int, named: int, saying: Saying) -> Phrase | None:
    """Return "X, selon qui", "X, selon lequel" with X for its source."""
    for token in reversed(tokens[:start]):
        if token.text == "," or token.is_space:
            continue
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
        head = grammar.name_head(token)
        while head.pos_ != "PROPN" and head.dep_ in {"nmod", "amod", "flat:name"}:
            head = head.head
        if head.lemma_.lower() in saying.nouns or head.i >= tokens[start].i:
            # "la rumeur selon laquelle P" is a noun of saying.
            return None
        if not (
            head.pos_ == "PROPN" or head.ent_type_ or saying.can_be_source(head.lemma_.lower())
        ):
            return None
        run = [t for t in grammar.noun_phrase(head, saying.not_naming) if t.i < tokens[start].i]
        while run and run[-1].is_punct:
            run.pop()
        return Phrase(start, named, named + 1, head, tuple(run)) if run else None
    return None


def _as_told(tokens: list[Token], start: int, behind: int, saying: Saying) -> Phrase | None:
    """Return "selon ce qu'a rapporté X", "d'après ce que le préfet a dit" with X for its source."""
    verb = next((t for t in tokens[behind : behind + _TOLD_REACH] if saying.cue(t)), None)
    if verb is None or any(t.text == "," for t in tokens[behind : verb.i - tokens[0].i]):
        return None
    head = grammar.subject(verb)
    if head is None or head.i < tokens[behind].i:
        head = grammar.nominal_after(verb, asides=saying.passed_over) or several_behind(
            verb, saying
        )
    if head is None or saying.names_nobody(head):
        return None
    before = head.i < verb.i
    last = tokens[-1].i + 1
    run = [
        t
        for t in grammar.noun_phrase(head, saying.not_naming)
        if (tokens[behind].i <= t.i < verb.i if before else verb.i < t.i < last)
    ] or [head]
    comma = next((t.i for t in run if t.text == ","), run[-1].i + 1)
    run = [t for t in run if t.i < comma]
    past = verb.i - tokens[0].i + 1
    # "selon ce que le préfet a dit lundi à la presse, P", "selon ce que rapporte X, citant Y, P"
    closing = _closing_comma(tokens, max(head.i, verb.i) - tokens[0].i, saying)
    whole = closing is not None and (before or _opens(tokens, start))
    end = closing if closing is not None and whole else run[-1].i - tokens[0].i + 1
    return Phrase(start, behind if before else past, max(end, past), head, tuple(run))


def _without_aside(run: list[Token]) -> list[Token]:
    for position, token in enumerate(run):
        if token.text == "," and position > 0:
            return run[:position]
    return run


def _closing_comma(tokens: list[Token], head: int, saying: Saying) -> int | None:
    """Return the comma that ends the phrase, past an apposition ("X, porte-parole de Y,")."""
    commas = [i for i in range(head + 1, len(tokens)) if tokens[i].text == ","]
    for number, comma in enumerate(commas):
        following = next((t for t in tokens[comma + 1 :] if not t.is_space), None)
        # "chercheuse" is a verb to some taggers, and no form of one.
        apposed = following is not None and (
            (
                following.pos_ in {"NOUN", "ADJ"}
                and following.lemma_.lower() in saying.people | saying.bodies
            )
            or following.lower_ in saying.people
        )
        # "sa directrice, Claire Rey, ": a title, and the name between two commas.
        named = (
            following is not None
            and following.ent_type_
            and following.pos_ == "PROPN"
            and _may_be_called(following, tokens, head, saying)
            and number + 1 < len(commas)
            and commas[number + 1] - comma <= _NAME_LENGTH
        )
        # ", qui dirige le port, ", ", citant une source, ", ", consulté par X, ": about the source.
        aside = following is not None and (
            following.lower_ in _RELATING or grammar.has(following, "VerbForm", "Part")
        )
        between = tokens[comma + 1 : commas[number + 1]] if number + 1 < len(commas) else []
        described = bool(between) and (
            _describes(between, tokens[head], saying)
            or _is_what_it_is(between, tokens[head], saying)
            or _is_where_it_is(between, tokens[comma - 1])
        )
        if (apposed or named or aside or described) and number + 1 < len(commas):
            continue
        return comma
    return None


def _may_be_called(name: Token, tokens: list[Token], head: int, saying: Saying) -> bool:
    """Tell whether a name between commas may be the source's: "l'un des ouvriers, Karim B.,"."""
    noun = tokens[head]
    if grammar.one_of_several(noun):
        behind = tokens[head + 1 : head + _GROUP_REACH]
        noun = next((t for t in behind if t.pos_ == "NOUN"), noun)
        if name.ent_type_ == "LOC":
            return False
    return noun.lemma_.lower() in saying.people | saying.bodies


def _is_what_it_is(between: list[Token], source: Token, saying: Saying) -> bool:
    """Tell ", un quotidien de Bergame," behind a name from what is said."""
    words = [t for t in between if not t.is_space]
    if source.pos_ != "PROPN" or len(words) < 2 or words[0].pos_ != "DET":
        return False
    noun = next((t for t in words[1:3] if t.pos_ == "NOUN"), None)
    known = saying.people | saying.bodies | saying.media
    if noun is None or noun.lemma_.lower() not in known:
        return False
    return not any(grammar.is_verb(t) or t.pos_ == "CCONJ" for t in words)


def _is_where_it_is(between: list[Token], before: Token) -> bool:
    """Tell "du chantier de Tuzla, en Turquie,": the country of a town, and nothing that is said."""
    words = [t for t in between if not t.is_space]
    return (
        before.pos_ == "PROPN"
        and len(words) in {2, 3}
        and words[0].lower_ in _IN_A_COUNTRY
        and all(t.pos_ in {"PROPN", "DET"} for t in words[1:])
    )


def _describes(between: list[Token], source: Token, saying: Saying) -> bool:
    """Tell ", à l'origine d'une étude," behind a source from when or where, and from a list.

    Behind a person also ", du syndicat des dockers,".
    """
    words = [t for t in between if not t.is_space]
    if len(words) < _SHORTEST_DESCRIPTION or any(
        grammar.has(t, "VerbForm", "Fin") or t.lemma_.lower() in saying.never_sources for t in words
    ):
        return False
    first = words[0]
    if first.pos_ == "ADP":
        person = source.ent_type_ == "PER" or source.lemma_.lower() in saying.people
        belongs = person and saying.is_one(first, "of_somebody") and words[1].pos_ != "ADJ"
        return belongs or saying.is_one(first, "describing")
    return first.pos_ in {"NOUN", "ADJ", "ADV"} and not first.ent_type_


def _head(tokens: list[Token], start: int) -> Token | None:
    for token in tokens[start : start + 7]:
        if grammar.one_of_several(token):
            return token
        if token.pos_ in {"NOUN", "PROPN"} or (
            token.pos_ == "PRON" and not grammar.has(token, "PronType", "Rel")
        ):
            return grammar.name_head(token)
        if token.pos_ == "ADJ" and grammar.stands_as_noun(token):
            # "selon ce dernier"
            return token
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADP", "ADV"} or token.is_punct:
            return None
    return None


def _can_be_source(head: Token, tokens: list[Token], named: int, saying: Saying) -> bool:
    lemma = head.lemma_.lower()
    if grammar.one_of_several(head):
        return True
    if head.pos_ == "PRON":
        return saying.is_one(head, "pronouns_named")
    if head.pos_ == "PROPN" or head.ent_type_:
        return True
    if head.text in saying.civilities or head.lower_.rstrip("s") in saying.taken_up:
        # "selon Mme Rey", "selon ces derniers"
        return True
    if lemma == "état" and head.text[0].islower():
        # "selon l'état de la mer"; the State has a capital.
        return False
    if saying.can_be_source(lemma) or saying.can_be_source(lemma.split("-")[0]):
        return True
    if not saying.phrase_length(tokens[named - 1 : named], saying.measuring):
        # "aux dires du gardien", "à en croire des proches" name nobody but a source.
        return True
    # An unlisted noun names somebody if it has an article and is no measure or rule, and
    # stands apart: "l'autonomie varie selon la batterie choisie" tells by what measure.
    return (
        tokens[named].pos_ in {"DET", "NUM"}
        and lemma not in saying.not_sources
        and _stands_apart(tokens, named)
    )


def _stands_apart(tokens: list[Token], named: int) -> bool:
    """Tell whether a mark, a conjunction or the sentence's edge stands before a preposition."""
    first = named - 1
    while first > 0 and tokens[first].pos_ in {"ADP", "DET", "NOUN"} and first > named - 3:
        if tokens[first - 1].is_punct or tokens[first - 1].pos_ in {"CCONJ", "SCONJ", "PRON"}:
            return True
        first -= 1
    return first <= 0 or tokens[first].is_punct


def _bare(tokens: list[Token], position: int, named: int) -> Phrase | None:
    end = named
    while end < len(tokens) and tokens[end].pos_ in {"ADJ", "NOUN", "PROPN", "CCONJ", "ADV"}:
        end += 1
    while end > named and tokens[end - 1].pos_ == "CCONJ":
        end -= 1
    same = tokens[named - 2].lower_ == "même"
    if end == named and not same:
        return None
    first = named - 2 if same else named - 1
    return Phrase(position, position + 1, end, tokens[named - 1], tuple(tokens[first:end]))
