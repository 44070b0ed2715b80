"""Who says what: attributions of one report, by all finders, reconciled.

Each finder sees one family of patterns; here their findings are set against
each other. Words of a direct quotation are read as one whole, the same content
found twice is kept once, words that only hand on what another says become a
link in the chain, and a quotation that its own sentence leaves unsigned is
given to the speaker of the quotation or statement that it continues.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.answer_words import load_answers
from recoupe.extraction.attribution.beside.answered import with_answers
from recoupe.extraction.attribution.beside.colons import find_colons
from recoupe.extraction.attribution.beside.contrary import with_contrary
from recoupe.extraction.attribution.beside.disputing import with_disputed
from recoupe.extraction.attribution.beside.echoes import find_comme
from recoupe.extraction.attribution.beside.figures import with_figures
from recoupe.extraction.attribution.beside.incise import find_incises
from recoupe.extraction.attribution.beside.looking_back import find_clefts
from recoupe.extraction.attribution.beside.short_answers import (
    find_short_answers,
    governs_no_more,
    with_answer,
)
from recoupe.extraction.attribution.beside.speakers import is_third_person
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.indirect import find_indirect
from recoupe.extraction.attribution.governed.nouns import find_nouns
from recoupe.extraction.attribution.lexicon import Saying, load_saying
from recoupe.extraction.attribution.passage import Passage
from recoupe.extraction.attribution.quoted.announced import with_announced
from recoupe.extraction.attribution.quoted.continued import signed_in_order, with_hearsay
from recoupe.extraction.attribution.quoted.direct import find_direct
from recoupe.extraction.attribution.quoted.embedded import with_embedded
from recoupe.extraction.attribution.quoted.marks import (
    balanced,
    with_form,
    with_whole_quotations,
    within_marks,
    without_marks,
)
from recoupe.extraction.attribution.quoted.posts import with_posts
from recoupe.extraction.attribution.quoted.turns import with_turns
from recoupe.extraction.attribution.reconcile import (
    by_speaker_of_sentence,
    distinct,
    is_part_of_signed,
)
from recoupe.extraction.attribution.sources.according import find_according
from recoupe.extraction.attribution.sources.chains import (
    ended_before,
    handed_on,
    reported_on,
    told_within,
)
from recoupe.extraction.attribution.sources.cited import with_cited
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.language import Pack
from recoupe.model import Span

__all__ = ["Attribution", "SourceWords", "find_attributions"]


def find_attributions(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quoted], pack: Pack
) -> list[Attribution]:
    """Return the attributions of one report, in order of their content.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences, in order.
        quotations: Its quotations, in order.
        pack: The pack of its language.

    Returns:
        Attributions whose contents are distinct; a content may hold another
        (nested speech), never cross it.
    """
    saying, answers = load_saying(pack), load_answers(pack)
    passage = Passage(text, sentences, quotations)
    direct = [a for quoted in quotations for a in find_direct(quoted, passage, saying)]
    spoken = [a.content for a in direct]
    signing = {a.cue for a in direct if a.cue is not None}
    others: list[Attribution] = []
    for sentence in sentences:
        set_in = [
            *find_clefts(sentence, passage.before(sentence), saying),
            *find_comme(sentence, saying),
        ]
        set_in = set_in or list(find_incises(sentence, saying))
        answered = list(find_short_answers(sentence, saying, answers))
        used = {a.cue for a in (*set_in, *(a for a in answered if governs_no_more(a)))}
        found = [
            *set_in,
            *(ended_before(a, set_in) for a in find_indirect(sentence, saying, used)),
            *find_nouns(sentence, saying),
            *find_according(sentence, saying),
            *find_colons(sentence, saying),
            *answered,
        ]
        others.extend(
            a
            for a in found
            if (a.cue not in signing or _opens_before(a, spoken))
            and (_is_told(a, saying) or not any(s.overlaps(a.cue or a.content) for s in spoken))
        )
    others = [
        without_marks(
            by_speaker_of_sentence(
                balanced(
                    within_marks(with_whole_quotations(a, quotations), text, quotations), text
                ),
                direct,
                others,
            ),
            text,
            quotations,
        )
        for a in reported_on(others)
    ]
    direct = [a for a in direct if not is_part_of_signed(a, others)]
    merged = handed_on(distinct(direct, others), saying)
    merged = with_announced(merged, passage, saying)
    signed = told_within(with_hearsay(signed_in_order(merged), sentences))
    signed = with_answers(with_embedded(signed, passage), sentences, saying)
    signed = with_disputed(with_contrary(signed, sentences, saying), sentences, saying)
    signed = with_figures(signed, sentences, saying)
    signed = with_posts(with_turns(signed, passage, saying), passage)
    told = (with_answer(with_cited(a, saying), text, answers) for a in signed)
    return [with_form(a, quotations) for a in told]


def _opens_before(attribution: Attribution, spoken: Sequence[Span]) -> bool:
    """Tell "a précisé que P : « Q »", "P, a réagi X : « Q »": the verb has words beside the quoted.

    What the verb introduces in quotation marks is direct speech; the clause is said as well.
    """
    return any(r.rule in {"verb-of-saying", "incise"} for r in attribution.reasons) and not any(
        attribution.content.overlaps(s) for s in spoken
    )


def _is_told(attribution: Attribution, saying: Saying) -> bool:
    """Tell "Le bureau nous a affirmé que P", which somebody quoted says of somebody else."""
    verb, source = attribution.cue_token, attribution.source
    return (
        verb is not None
        and source is not None
        and source.head is not None
        and any(r.rule == "verb-of-saying" for r in attribution.reasons)
        and saying.lemma(verb) not in saying.mental
        and grammar.is_finite(verb)
        and not attribution.denies
        and not saying.is_one(source.head, "first_person")
        and is_third_person(source, saying)
    )
