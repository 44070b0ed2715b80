"""From the head of a phrase, or a verb, to the words that name the source."""

from collections.abc import Collection

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.fronted import main_clause
from recoupe.extraction.attribution.beside.inversion import several_behind
from recoupe.extraction.attribution.beside.talk import place_of_talk
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.governed.reported import is_narrative
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.shares import about_so_many, counted, shares
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

# How far before its verb a subject behind a conjunction may stand.
_NEAR_SUBJECT = 6
# No name ends with these.
_OPENING_A_CLAUSE = {"qui", *grammar.QUE}
# Subjects that stand for nobody in particular: the source, if any, is named elsewhere.
_NOBODY = {"on", "-t-on", "-on", "l'on", "l’on", "ce", "c'", "c’", "cela", "ça"}


def words_of(
    head: Token, sentence: Sentence, saying: Saying, outside: Collection[int] = ()
) -> SourceWords | None:
    """Return the words that name what ``head`` stands for.

    Args:
        head: The head of the phrase.
        sentence: Its sentence.
        saying: Words of saying of the language.
        outside: Positions of tokens that do not belong to a source (the content).
    """
    phrase = grammar.noun_phrase(head, saying.not_naming, saying.never_sources)
    people = counted(head)
    if people is not None:
        # "83 % des habitants": whoever is counted speaks.
        last = grammar.noun_phrase(people, saying.not_naming, saying.never_sources)[-1]
        first = phrase[0] if phrase[0].i < head.i else head
        tokens = [t for t in head.doc[first.i : last.i + 1] if t.i not in outside]
        return SourceWords(sentence.span_of(tokens), people, sentence) if tokens else None
    if grammar.one_of_several(head):
        # "deux des officiers du bord": up to the end of the group they are taken from.
        group = next((t for t in head.doc[head.i + 1 : head.i + 5] if t.pos_ == "NOUN"), head)
        last = grammar.noun_phrase(group, saying.not_naming, saying.never_sources)[-1]
        phrase = list(head.doc[head.i : last.i + 1])
    tokens = _unbroken(head, [t for t in phrase if t.i not in outside])
    if tokens and tokens[0] is head and head.pos_ == "ADJ" and head.i > head.first:
        # "ces derniers", where the parse hangs the article on the verb.
        tokens = [t for t in (head.nbor(-1),) if t.pos_ == "DET"] + tokens
    if tokens and (sharing := shares(tokens[-1])):
        tokens = [*tokens, *(t for t in sharing if t.i not in outside)]
    tokens = _without_occasion(head, tokens, saying)
    while len(tokens) > 1 and tokens[-1].lower_ in _OPENING_A_CLAUSE:
        tokens.pop()
    tokens = _without_loose_end(head, tokens)
    while len(tokens) > 1 and grammar.has(tokens[0], "PronType", "Rel"):
        # "dont le créateur annonce"
        tokens.pop(0)
    return SourceWords(sentence.span_of(tokens), head, sentence) if tokens else None


def _without_loose_end(head: Token, tokens: list[Token]) -> list[Token]:
    """Drop "le premier" from behind a speaker where its noun ("jour") names nobody."""
    cut = len(tokens)
    while cut > 1 and tokens[cut - 1].i > head.i and tokens[cut - 1].pos_ in {"DET", "ADJ", "NUM"}:
        cut -= 1
        if tokens[cut].pos_ == "DET":
            return tokens[:cut]
    return tokens


def _without_occasion(head: Token, tokens: list[Token], saying: Saying) -> list[Token]:
    """Drop "au micro de RTL", "en marge d'un sommet", ", avançant que P" from behind a speaker."""
    for position, token in enumerate(tokens[:-1]):
        if token.i <= head.i:
            continue
        following = tokens[position + 1]
        place = saying.is_one(token, "on_occasion") or saying.is_one(token, "to_whom")
        noun = next((t for t in tokens[position + 1 : position + 3] if t.pos_ == "NOUN"), None)
        where = place and noun is not None and saying.is_one_lemma_of(noun, "occasions")
        if where or (token.text == "," and grammar.is_present_participle(following)):
            return tokens[:position]
        if grammar.is_present_participle(token) and saying.cue(token) is not None:
            # "a ajouté le maire jugeant « utile » une réforme"
            return tokens[:position]
    return tokens


def source_of(
    verb: Token, sentence: Sentence, saying: Saying, outside: Collection[int] = ()
) -> SourceWords | None:
    """Return the words that name who says what a verb reports, or None.

    The agent in a passive, else the subject; a phrase behind "on apprend" ("de
    source judiciaire", "auprès de la police") names the source that "on" does
    not. Where the parse has no subject, the nearest noun behind or before it.
    """
    impersonal = is_impersonal(verb)
    done_to = grammar.is_fronted_participle(verb)
    if impersonal or grammar.is_passive(verb) or grammar.is_bare_participle(verb) or done_to:
        agent = grammar.agent(verb)
        if agent is not None and agent.i not in outside:
            return words_of(agent, sentence, saying, outside)
        place = place_of_talk(verb, saying)
        if place is not None and place.i not in outside:
            return words_of(place, sentence, saying, outside)
        bare = _bare_source(verb, sentence, saying, outside)
        return bare or _document_in(verb, sentence, saying, outside)
    given = {*outside, *(t.i for t in grammar.verb_group(verb)), *_topic(verb)}
    if is_narrative(verb):
        last = max(t.i for t in verb.doc[verb.first : verb.i] if t.lower_ in grammar.DE)
        given |= set(range(last, verb.i))
    fronted = main_clause(verb, saying)
    if fronted is not None:
        return words_of(fronted[1], sentence, saying, given)
    head = _subject(verb, saying, given)
    coordinated = grammar.verb_before(verb) if head is None else _same_auxiliary(verb)
    if coordinated is not None and coordinated is not verb:
        return source_of(coordinated, sentence, saying, given)
    if head is None and not grammar.is_finite(verb) and sentence.root is not verb:
        # "Après avoir nié P, X a reconnu Q": the sentence's subject.
        head = grammar.subject(sentence.root) or _speaker_before(verb, saying)
    if head is None and is_narrative(verb):
        # "Et le maire de rappeler que P"
        head = grammar.nominal_before(verb, saying.passed_over)
    if head is None and (grammar.is_finite(verb) or not grammar.is_verb(verb)):
        head = grammar.nominal_after(verb, asides=saying.passed_over)
        if head is None or head.i in given:
            head = grammar.nominal_before(verb, saying.passed_over)
    if head is None or head.i in given:
        number = about_so_many(verb, saying)
        return SourceWords(sentence.span_of(number[0]), number[1], sentence) if number else None
    return words_of(head, sentence, saying, given)


def _same_auxiliary(verb: Token) -> Token | None:
    """Return the first verb of "a retiré le droit d'exporter et reconnu que P"."""
    joined = grammar.is_joined(verb) and grammar.has(verb, "VerbForm", "Part")
    if not joined or grammar.is_present_participle(verb) or grammar.auxiliaries(verb):
        return None
    before = grammar.verb_before(verb)
    return before if before is not None and grammar.auxiliaries(before) else None


def _subject(verb: Token, saying: Saying, given: Collection[int]) -> Token | None:
    """Return the head of a verb's subject where it can name a source."""
    head = _before_relative(verb, saying)
    head = head or _nearest(verb, grammar.subject(verb), saying)
    if head is not None and head.lower_ == "qui":
        # Where the parse finds no antecedent, the noun before it.
        before = next((t for t in reversed(head.doc[head.first : head.i]) if not t.is_punct), None)
        head = grammar.name_head(before) if before and before.pos_ in {"NOUN", "PROPN"} else None
        if head is None:
            return None
    if head is not None and saying.is_one(head, "first_person"):
        # "Un document que nous avons consulté montre que P": the report's author only read it.
        head = grammar.nominal_before(verb, saying.passed_over) or head
    if head is not None and grammar.is_present_participle(verb):
        head = _who_speaks(head, saying)
    if head is not None and (
        head.i in given or not grammar.is_nominal(head) or head.lemma_.lower() in saying.passed_over
    ):
        return None
    return head


def _before_relative(verb: Token, saying: Saying) -> Token | None:
    """Return the subject in "X, que la justice soupçonne de P, affirme Q", told from the commas.

    Where the parse gives the verb a subject of its own, that one holds.
    """
    closing = grammar.verb_group(verb)[0].i - 1
    doc = verb.doc
    if closing <= verb.first or doc[closing].text != "," or not grammar.is_finite(verb):
        return None
    if any(t.dep_.startswith("nsubj") for t in verb.children):
        return None
    finite = False
    for i in range(closing - 1, verb.first + 1, -1):
        token, comma = doc[i], doc[i - 1]
        finite = finite or grammar.has(token, "VerbForm", "Fin")
        if token.text == "," and not finite:
            # "dont le gérant, un Turc de 31 ans, a assuré que P": past the description.
            named = doc[i - 1]
            described = doc[i + 1].pos_ in {"DET", "NOUN", "ADJ"}
            top = _top(named) if named.pos_ in {"NOUN", "PROPN"} and described else None
            return top if top is not None and not grammar.is_governed(top) else None
        if token.text in {";", ":", "«", "»", ","}:
            return None
        opens = saying.is_one(token, "relating") or saying.is_one(token, "opens_relative")
        if opens and comma.pos_ == "ADP" and i - 2 > verb.first:
            # "d'où", "à laquelle"
            comma = comma.nbor(-1)
        if comma.text == "," and opens and finite:
            named = comma.nbor(-1)
            known = named.pos_ in {"NOUN", "PROPN"} and not saying.is_one(token, "subordinating")
            return _top(named) if known or token.lower_ in grammar.QUE else None
    return None


def _top(noun: Token) -> Token:
    """Return the head of the phrase that ends with a noun: "le gérant de la société"."""
    head = grammar.name_head(noun)
    while (
        head.dep_ in {"nmod", "appos", "amod"}
        and head.head.i < head.i
        # "Contactée, Ana Rey, qui dirige le port, répète que P"
        and not grammar.is_verb(head.head)
    ):
        head = grammar.name_head(head.head)
    return head


def _nearest(verb: Token, head: Token | None, saying: Saying) -> Token | None:
    """Return the subject, or a likelier one that stands between it and its verb.

    "Le calme est revenu et le père a demandé": the noun behind the conjunction; "dans le
    viseur du syndicat, qui accuse": the noun before "qui", where the farther one is nobody.
    """
    if head is None or head.i > verb.i or head.dep_.startswith("expl"):
        return head
    first = grammar.verb_group(verb)[0]
    between = list(head.doc[head.i + 1 : first.i])
    relative = next((t for t in reversed(between) if t.lower_ == "qui"), None)
    if relative is not None:
        if head.pos_ == "PROPN" or head.ent_type_ or head.lemma_.lower() in saying.people:
            return head
        closed = any(grammar.has(t, "VerbForm", "Fin") for t in between if t.i > relative.i)
        if closed and head in verb.children and head.lemma_.lower().endswith(saying.of_people):
            # "L'ex-technicien du laboratoire de Kelmor, qui se tait depuis, assure"
            return head
        before = list(head.doc[head.i + 1 : relative.i])
        known = [t for t in before if _is_somebody(t, saying)]
        body = saying.can_be_source(head.lemma_.lower())
        if known and not closed and saying.is_one_lemma_of(head, "tellings"):
            # "La version du capitaine, qui dit avoir vu P"
            return grammar.name_head(known[-1])
        return grammar.name_head(known[-1]) if known and not body else head
    if head in verb.children:
        return head
    joined = next((t for t in reversed(between) if t.pos_ == "CCONJ"), None)
    if joined is None:
        return head
    nearer = grammar.nominal_before(verb, saying.passed_over)
    if nearer is not None and nearer.i > joined.i and first.i - nearer.i <= _NEAR_SUBJECT:
        return grammar.name_head(nearer)
    return head


def _speaker_before(verb: Token, saying: Saying) -> Token | None:
    """Return the inverted speaker in "« P », a dit X à Riga, avant d'accuser Y"."""
    before = verb.head
    if not grammar.is_verb(before) or before.i > verb.i or not saying.is_quoting(before):
        return None
    named = grammar.nominal_after(before, asides=saying.passed_over)
    return named if named is not None and named.i < verb.i else None


def _who_speaks(head: Token, saying: Saying) -> Token:
    """Return the subject of what a participle hangs on, where that itself says nothing.

    "Il n'était pas du même avis, arguant que P": not the opinion, but who holds it.
    """
    said = head.ent_type_ or head.pos_ != "NOUN" or saying.can_be_source(head.lemma_.lower())
    own = next((t for t in head.children if t.dep_.startswith("nsubj") and t.i < head.i), None)
    return head if said or own is None else grammar.name_head(own)


def _is_somebody(token: Token, saying: Saying) -> bool:
    return token.ent_type_ in {"PER", "ORG", "PUBLIC"} or (
        token.pos_ == "NOUN" and token.lemma_.lower() in saying.people | saying.bodies
    )


def _document_in(
    verb: Token, sentence: Sentence, saying: Saying, outside: Collection[int]
) -> SourceWords | None:
    """Return the document that tells somebody: "ont été assurés dans une lettre que"."""
    read = saying.is_one_lemma(verb, "reading")
    for token in verb.doc[verb.i + 1 : min(verb.i + 6, grammar.sentence_end(verb))]:
        if token.i in outside:
            break
        lemma = token.lemma_.lower()
        told = lemma in saying.documents or (
            # "peut-on lire dans Le Matin"
            read and (lemma in saying.media or token.pos_ == "PROPN" or token.ent_type_)
        )
        if told and (grammar.is_governed(token) or read):
            return words_of(grammar.name_head(token), sentence, saying, outside)
    return None


def _topic(verb: Token) -> set[int]:
    """Return the positions of a headline's topic, which says nothing: "Batteries : X nie"."""
    before = list(verb.doc[grammar.sentence_start(verb) : verb.i])
    behind = grammar.behind_topic([*before, verb])
    return {t.i for t in before[: len(before) + 1 - len(behind)]}


def _unbroken(head: Token, tokens: list[Token]) -> list[Token]:
    """Return the tokens around the head that follow each other without a gap."""
    places = {t.i for t in tokens}
    low = high = head.i
    while low - 1 in places:
        low -= 1
    while high + 1 in places:
        high += 1
    return [t for t in tokens if low <= t.i <= high]


def is_impersonal(verb: Token) -> bool:
    """Tell whether a verb has nobody for a subject: "il a été rapporté", "a-t-on appris"."""
    if grammar.is_passive(verb) and any(
        t.dep_.startswith("expl") and t.lower_ in {"il", "-t-il"} for t in verb.children
    ):
        return True
    if any(t.lower_ in {"-t-on", "-on"} for t in grammar.verb_group(verb)):
        return True
    head = grammar.subject(verb)
    if head is None:
        return False
    return head.lower_ in _NOBODY or (head.lower_ in {"il", "-t-il"} and grammar.is_passive(verb))


def _bare_source(
    verb: Token, sentence: Sentence, saying: Saying, outside: Collection[int]
) -> SourceWords | None:
    tokens = [t for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)] if t.i not in outside]
    for position in range(len(tokens)):
        length = saying.phrase_length(tokens[position : position + 8], saying.bare)
        if not length:
            continue
        last = position + length
        if tokens[position].lower_ != "de":
            head = next((t for t in tokens[last : last + 4] if t.pos_ in {"NOUN", "PROPN"}), None)
            return words_of(head, sentence, saying, outside) if head is not None else None
        end = last
        while end < len(tokens) and tokens[end].pos_ in {"ADJ", "NOUN", "PROPN"}:
            end += 1
        if end > last:
            run = tokens[last - 1 : end]
            return SourceWords(sentence.span_of(run), run[0], sentence)
    return None


def learnt_from(
    verb: Token, speaker: SourceWords, sentence: Sentence, saying: Saying
) -> tuple[SourceWords, ...]:
    """Return whoever tells and whom, nearest first: "a appris l'agence M auprès de deux élus".

    Args:
        verb: The verb of saying.
        speaker: Its subject.
        sentence: Its sentence.
        saying: The words of saying of the language.
    """
    if not saying.is_one_lemma(verb, "learning") or speaker.head is None:
        return (speaker,)
    told = _bare_source(verb, sentence, saying, ()) or _from_whom(speaker, sentence, saying)
    if told is None or told.span.start < speaker.span.start:
        return (speaker,)
    if told.span.start < speaker.span.end:
        # "Radio Delta de source policière"
        before = {t.i for t in sentence.words if sentence.span_of([t]).end >= told.span.start - 1}
        speaker = words_of(speaker.head, sentence, saying, before) or speaker
    return (told, speaker)


def _from_whom(speaker: SourceWords, sentence: Sentence, saying: Saying) -> SourceWords | None:
    """Return whom "a appris Le Matin de deux sources proches du port" names behind the speaker."""
    behind = [t for t in sentence.words if sentence.span_of([t]).start >= speaker.span.end]
    if len(behind) < 2 or behind[0].lower_ not in grammar.DE:
        return None
    head = next((t for t in behind[1:_NEAR_SUBJECT] if t.pos_ == "NOUN"), None)
    if head is None or head.lemma_.lower() not in saying.people:
        return None
    outside = {t.i for t in sentence.words if t.i <= behind[0].i}
    return words_of(head, sentence, saying, outside)


def inverted_source(verb: Token, sentence: Sentence, saying: Saying) -> SourceWords | None:
    """Return who stands behind a verb of saying ("l'a dit X"), else whoever else is its source."""
    after = grammar.nominal_after(verb, asides=saying.passed_over) or several_behind(verb, saying)
    if after is not None:
        return words_of(after, sentence, saying)
    return source_of(verb, sentence, saying)
