"""The nouns beside a name that are its bearer's: no party's, no post's that is told of another."""

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.named import PERSON, PLACE
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.titles import Title, titles_beside
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention

_BODIES = frozenset({"Organization", "Company", "PublicBody"})
# In letters.
_ACRONYM = 5


def titles_of(
    mention: Mention, sentence: Sentence, lexicon: Lexicon, states: States
) -> list[Title]:
    """Return the nouns beside a name that are its bearer's, where they can be.

    Args:
        mention: The name.
        sentence: Its sentence.
        lexicon: Words for who can be meant.
        states: The table of states.
    """
    if mention.schema_name in _BODIES:
        found = _person_titles(mention, sentence, lexicon, states)
        return found or titles_beside(mention, sentence, lexicon, person=False)
    if mention.schema_name == PERSON:
        found = titles_beside(mention, sentence, lexicon, person=True)
        # "un élu Vert"
        belongs = " " not in mention.name
        return [
            t for t in found if t.apposed or not (belongs and t.before and _brings_in(t, lexicon))
        ]
    return _person_titles(mention, sentence, lexicon, states)


def _person_titles(
    mention: Mention, sentence: Sentence, lexicon: Lexicon, states: States
) -> list[Title]:
    """Return titles that make a person of what the pipeline took for something else."""
    if states.is_state(mention.name) or _is_acronym(mention.name.split()[0]):
        # "la maire PS de Lyon, Ana Rey": her party.
        return []
    found = titles_beside(mention, sentence, lexicon, person=True)
    if " " in mention.name and fold(mention.name.split()[0]) in lexicon.articles:
        # "Le président La République en marche de la commission": his party.
        return []
    several = " " in mention.name and mention.schema_name != PLACE
    return [
        t
        for t in found
        if t.before
        # "une militante Femen", "un élu Vert": what they belong to.
        and not (mention.schema_name in _BODIES and not t.apposed and _brings_in(t, lexicon))
        and not (mention.schema_name in _BODIES and t.noun in lexicon.either_kind)
        and (
            t.apposed
            or (several and not t.complements)
            or sentence.offset + t.token.idx + len(t.token) + 1 == mention.span.start
        )
    ]


def _brings_in(title: Title, lexicon: Lexicon) -> bool:
    """Tell whether an indefinite article stands before a noun."""
    return any(c.lower_ in lexicon.one_of for c in title.token.children)


def _is_acronym(word: str) -> bool:
    return 1 < len(word) <= _ACRONYM and word.isupper()
