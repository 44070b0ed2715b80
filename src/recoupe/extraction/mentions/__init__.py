"""Named things in one report, and the names in full of those named in short.

The trained pipeline sees one paragraph at a time; a report names a person in
full once and by surname after. Here a name seen once with a schema keeps it,
what stands beside it ("Mme", "SARL", a first name) outweighs a guess, and a name
read in full at one place is read so wherever it stands.
"""

from collections.abc import Sequence

from recoupe.extraction.claimers.loading import load_lexicon
from recoupe.extraction.claimers.states import load_states
from recoupe.extraction.mentions.everywhere import named_everywhere
from recoupe.extraction.mentions.explained import with_explained
from recoupe.extraction.mentions.in_full import names_in_full
from recoupe.extraction.mentions.schemas import with_schemas
from recoupe.extraction.mentions.seen import seen_names
from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.model import Mention

__all__ = ["find_mentions"]


def find_mentions(text: str, sentences: Sequence[Sentence], pack: Pack) -> tuple[Mention, ...]:
    """Return the named things of one report, in order of their place.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        pack: The pack of its language.

    Returns:
        One mention a named span. A surname, or the last part of a name, that
        fits exactly one fuller name of the same schema carries that name; an
        abbreviation that the report explains carries the name that it stands for.
    """
    lexicon, states = load_lexicon(pack), load_states(pack)
    found = list(seen_names(text, sentences, pack.schemas, lexicon, states))
    found = with_explained(text, sentences, found, lexicon)
    found = named_everywhere(text, sentences, found, lexicon)
    voted = with_schemas(text, found, lexicon, states)
    full = names_in_full(text, voted, lexicon)
    return tuple(
        Mention(
            span=span, schema_name=schema, name=full.get((schema, span.of(text)), span.of(text))
        )
        for span, schema in voted
    )
