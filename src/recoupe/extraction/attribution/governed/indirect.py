"""Indirect speech: a verb of saying and the clause, infinitive or noun that it governs.

"X a déclaré que P", "X dit vouloir P", "X nie avoir P", "X rejette les
accusations de P", "X accuse Y de P", and the same in participles ("..., ajoutant
que P") and in relative clauses.
"""

from collections.abc import Collection, Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import is_further_participle
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.contents import contents_of
from recoupe.extraction.attribution.governed.reported import (
    is_done_by_thing,
    is_narrative,
    is_refused,
    is_yet_to_be_known,
    reports,
)
from recoupe.extraction.attribution.lexicon import PLAIN, Cue, Saying
from recoupe.extraction.attribution.sources.naming import is_impersonal, source_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

# How far behind the first word of a content the mark of its quoted words may stand.
_NEAR_MARK = 3
# Where a parsed paragraph keeps the idioms of its sentences.
_IDIOMS = "recoupe_idioms"
UNSIGNED_PARTICIPLE = "participle-of-saying"
"""Rule of a participle whose speaker is the sentence's; it is filled in afterwards."""


def find_indirect(
    sentence: Sentence, saying: Saying, used: Collection[Span | None] = ()
) -> Iterator[Attribution]:
    """Yield the attributions by a verb of saying in one sentence.

    Args:
        sentence: The parsed sentence.
        saying: The words of saying of its language.
        used: Words of saying that another finder has explained.

    Yields:
        One attribution for each content a verb governs, in order of the verbs.
        ``source`` is None where the verb has nobody for a subject.
    """
    candidates = saying.candidates(sentence.words)
    lowered = sentence.lowered if candidates else ""
    told: set[int] = set()
    before: SourceWords | None = None
    for verb in candidates:
        phrase = saying.locution(verb)
        cue, after = phrase or (saying.cue(verb), None)
        if (
            (cue is None and not saying.governs_quotation(verb))
            or is_idiom(verb, sentence, lowered, saying)
            or not reports(verb, cue or PLAIN, saying)
            or _is_asked(verb, cue or PLAIN)
        ):
            continue
        cue = cue or PLAIN
        if sentence.span_of(grammar.verb_group(verb)) in used:
            continue
        contents, rule = contents_of(verb, cue, saying, after)
        if not contents and phrase is not None:
            cue = saying.cue(verb) or PLAIN
            contents, rule = contents_of(verb, cue, saying)
        outside = {t.i for tokens, _, _ in contents for t in tokens}
        if not contents:
            continue
        # What was told before names nobody, unless this verb is itself a part of it.
        elsewhere = outside if verb.i in told else outside | told
        source = source_of(verb, sentence, saying, elsewhere)
        authored = source is not None and _is_author(source, saying)
        if authored and grammar.is_present_participle(verb):
            # « J'ai tort », a dit X, ajoutant que P: the subject is found beyond the marks.
            source, authored = None, False
        if source is None and before is not None and grammar.is_joined(verb):
            done_to = verb.i in told and is_further_participle(verb)
            source = None if is_impersonal(verb) or done_to else before
        if authored or (source is None and not _may_be_unsigned(verb, cue, saying)):
            continue
        if source is None and (grammar.is_present_participle(verb) or is_narrative(verb)):
            rule = rule if is_impersonal(verb) else UNSIGNED_PARTICIPLE
        quoted = any(
            t.text in grammar.OPENING_MARKS
            for tokens, _, _ in contents
            for t in tokens[:_NEAR_MARK]
        )
        if source and (
            is_done_by_thing(verb, source.head, saying)
            or (rule == "verb-with-object" and not _can_tell(source, cue, quoted, saying))
            # "L'Église reconnaîtra une sainte": nobody has said it yet.
            or (rule == "verb-with-object" and is_yet_to_be_known(verb))
        ):
            continue
        told |= outside
        before = source
        refused = Factuality.UNDERSPECIFIED if is_refused(verb, saying) else None
        for tokens, root, value in contents:
            if not tokens:
                continue
            yield Attribution(
                content=sentence.span_of(tokens),
                sentence=sentence,
                root=root or grammar.root_of(tokens),
                cue=sentence.span_of(grammar.verb_group(verb)),
                source=source,
                value=refused or value or cue.value,
                negated=cue.negated,
                cue_token=verb,
                denies=not refused and (cue.denies or rule == "verdict"),
                reasons=(Reason(rule=rule, words=verb.text),),
            )


def _is_asked(verb: Token, cue: Cue) -> bool:
    """Tell "Invité à s'expliquer, le préfet", whom somebody else asked."""
    return grammar.is_fronted_participle(verb) and not (cue.blames or grammar.agent(verb))


def _may_be_unsigned(verb: Token, cue: Cue, saying: Saying) -> bool:
    """Tell what is told by nobody named here: "on apprend", "ajoutant", "est accusé de"."""
    if is_impersonal(verb) or grammar.is_present_participle(verb) or is_narrative(verb):
        return True
    passive = grammar.is_passive(verb) or grammar.is_fronted_participle(verb)
    return passive and (cue.blames or saying.lemma(verb) in saying.telling)


def _is_author(source: SourceWords, saying: Saying) -> bool:
    """Tell "je préfère ne pas y croire": the report's own voice, or that of who is quoted."""
    head = source.head
    return head is not None and head.pos_ == "PRON" and saying.is_one(head, "first_person")


def _can_tell(source: SourceWords, cue: Cue, quoted: bool, saying: Saying) -> bool:
    """Tell who can have said a noun from what has one for an object: "la hausse confirme P"."""
    head = source.head
    if head is None or head.pos_ in {"PROPN", "PRON"} or head.ent_type_:
        return True
    if saying.is_one_lemma_of(head, "groups"):
        head = next((t for t in head.children if t.dep_ == "nmod" and t.i > head.i), head)
        if head.pos_ == "PROPN":
            return True
    lemma = head.lemma_.lower()
    behind = " ".join(t.lower_ for t in head.doc[head.i : min(head.i + 3, head.past)])
    if behind in saying.classes["bodies_of_words"]:
        return True
    if (
        lemma in saying.people
        or lemma in saying.bodies
        or lemma in saying.media
        or lemma in saying.taken_up
        or grammar.one_of_several(head)
    ):
        return True
    if lemma in saying.documents:
        # A document reveals; it does not ask for anything.
        return cue.value is not Factuality.UNDERSPECIFIED
    return ((cue.denies or quoted) and lemma not in saying.not_sources) or lemma.endswith(
        saying.of_people
    )


def is_idiom(verb: Token, sentence: Sentence, lowered: str, saying: Saying) -> bool:
    """Tell whether a verb of saying stands in a phrase that says nothing ("c'est-à-dire").

    Args:
        verb: The verb.
        sentence: Its sentence.
        lowered: The sentence's text in lower case, with straight apostrophes.
        saying: The words of saying of the language.
    """
    known: dict[int, list[tuple[int, int]]] = verb.doc.user_data.setdefault(_IDIOMS, {})
    if sentence.start not in known:
        known[sentence.start] = _idioms_in(lowered, saying)
    at = verb.idx - sentence.words[0].idx
    return any(start <= at < end for start, end in known[sentence.start])


def _idioms_in(lowered: str, saying: Saying) -> list[tuple[int, int]]:
    """Return where a sentence's idioms begin and end: they are looked for once, not by verb."""
    found: list[tuple[int, int]] = []
    for idiom in saying.idioms:
        start = lowered.find(idiom)
        while start != -1:
            found.append((start, start + len(idiom)))
            start = lowered.find(idiom, start + 1)
    return found
