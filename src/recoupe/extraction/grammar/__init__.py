"""Questions put to a parse, under one name.

`verbs`: auxiliaries, forms, voice. `nominals`, `noun_phrases`: what can name somebody or something,
a verb's subject, how far a noun phrase goes. `nearest`: the nominal before or behind a verb where
the parse is not trusted. `clauses`: where clauses begin and end. `agreement`: number and gender.
`function_words`: "que", "de" and their like, with their forms. `marks`: quotation marks.
"""

from recoupe.extraction.grammar.agreement import agree
from recoupe.extraction.grammar.clauses import (
    behind_topic,
    clause_around,
    main_verbs,
    root_of,
    stripped,
)
from recoupe.extraction.grammar.function_words import A_AU, CE, DE, DE_DU, QUE, SI
from recoupe.extraction.grammar.marks import MARKS, OPENING_MARKS
from recoupe.extraction.grammar.nearest import nominal_after, nominal_before
from recoupe.extraction.grammar.nominals import (
    is_governed,
    is_nominal,
    name_head,
    one_of_several,
    stands_as_noun,
    subject,
)
from recoupe.extraction.grammar.noun_phrases import noun_phrase
from recoupe.extraction.grammar.verbs import (
    agent,
    auxiliaries,
    clitic_of,
    feature,
    has,
    is_bare_participle,
    is_carrier,
    is_finite,
    is_fronted_participle,
    is_joined,
    is_passive,
    is_present_participle,
    is_verb,
    mood_and_tense,
    opens_infinitive,
    sentence_end,
    sentence_root,
    sentence_start,
    verb_before,
    verb_group,
)

__all__ = [
    "A_AU",
    "CE",
    "DE",
    "DE_DU",
    "MARKS",
    "OPENING_MARKS",
    "QUE",
    "SI",
    "agent",
    "agree",
    "auxiliaries",
    "behind_topic",
    "clause_around",
    "clitic_of",
    "feature",
    "has",
    "is_bare_participle",
    "is_carrier",
    "is_finite",
    "is_fronted_participle",
    "is_governed",
    "is_joined",
    "is_nominal",
    "is_passive",
    "is_present_participle",
    "is_verb",
    "main_verbs",
    "mood_and_tense",
    "name_head",
    "nominal_after",
    "nominal_before",
    "noun_phrase",
    "one_of_several",
    "opens_infinitive",
    "root_of",
    "sentence_end",
    "sentence_root",
    "sentence_start",
    "stands_as_noun",
    "stripped",
    "subject",
    "verb_before",
    "verb_group",
]
