"""What a name names: the votes of the pipeline, and what stands beside the name."""

from collections import Counter

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.states import States
from recoupe.extraction.mentions.beside import TOLD, is_set_off, told_beside
from recoupe.extraction.mentions.in_full import otherwise_spelt, surname
from recoupe.extraction.mentions.seen import ORGANISATION, PERSON, PLACE, THING
from recoupe.model import Span

_FIRST_NAME = 2
# A body of so many words may be called by one of them.
_LONGEST_BODY = 3


def with_schemas(
    text: str, found: list[tuple[Span, str]], lexicon: Lexicon, states: States
) -> list[tuple[Span, str]]:
    """Give each name the schema that most speaks for; a person's surname is a person."""
    votes: dict[str, Counter[str]] = {}
    guessed: Counter[str] = Counter()
    bodies_told: set[str] = set()
    set_off: set[str] = set()
    for span, schema in found:
        count = votes.setdefault(span.of(text), Counter())
        count[schema] += 1
        guessed[span.of(text)] += schema == PERSON
        if told_beside(text, span, schema, lexicon, count):
            bodies_told.add(span.of(text))
        if " " in span.of(text) and is_set_off(text, span, lexicon):
            set_off.add(span.of(text))
    # "Falken Meridor, le distributeur": guesses, however many, do not make somebody of it.
    bodies_told = {name for name in bodies_told if votes[name][PERSON] == guessed[name]}
    for name, count in votes.items():
        if name in bodies_told:
            del count[PERSON]
        else:
            _told_by_words(name, count, guessed[name], name in set_off, lexicon, states)
    elected = {
        name: max(count.items(), key=lambda v: (v[1], v[0]))[0] for name, count in votes.items()
    }
    for name, count in votes.items():
        # A capital is nobody's name, save where it is: "M. Berne".
        if elected[name] == PERSON and count[PERSON] <= TOLD and states.is_state(name):
            elected[name] = PLACE
    people = [name for name, schema in elected.items() if schema == PERSON and " " in name]
    surnames = {name.split()[-1] for name in people}
    joined = {surname(name, lexicon) for name in surnames if "-" in name}
    given = Counter(name.split()[0] for name in people)
    bodies = {
        word
        for name, schema in elected.items()
        if schema == ORGANISATION and 1 < len(name.split()) <= _LONGEST_BODY
        for word in (name.split()[0], name.split()[-1])
    }
    opened = {
        " ".join(name.split()[:_FIRST_NAME])
        for name, schema in elected.items()
        if schema == ORGANISATION and len(name.split()) > _FIRST_NAME
    }
    bearers = {surname: [surname] for surname in surnames}
    for name, schema in elected.items():
        if (
            name in surnames
            or (
                # "Al-Omari" of Rachid al-Omari, "Wouter" of Wouter Claessens
                " " not in name
                and schema != PLACE
                and votes[name][schema] < TOLD
                and (
                    ("-" in name and surname(name, lexicon) in joined)
                    or (given[name] == 1 and lexicon.is_first_name(name))
                )
            )
            or (
                # "Mammadov", where the report has called him "Elchin Mamedov"
                schema != PERSON
                and " " not in name
                and not states.is_state(name)
                and votes[name][schema] < TOLD
                and otherwise_spelt(name, bearers)
            )
        ):
            elected[name] = PERSON
        elif schema == PERSON and name in bodies | opened and votes[name][PERSON] < TOLD:
            # "Orka" of "Orka Logistics", "Tian Long" of "Tian Long Precision"
            elected[name] = ORGANISATION
    return [(span, elected[span.of(text)]) for span, _ in found]


def _told_by_words(
    name: str, count: Counter[str], guesses: int, set_off: bool, lexicon: Lexicon, states: States
) -> None:
    """Add to the votes for what a name names those of its own words."""
    words = name.split()
    outlet = any(w.casefold() in lexicon.outlet_words for w in words)
    if words[-1] in lexicon.firm_forms or words[0] in lexicon.firm_forms or outlet:
        count[ORGANISATION] += TOLD
    elif len(words) > 1 and (
        words[0] in lexicon.foreign_articles
        or (words[-1] in lexicon.firm_trades and not lexicon.is_first_name(words[0]))
    ):
        # "The Harbour", "Bahari Lines": whatever of a name it is, it is nobody's.
        count[ORGANISATION] += count.pop(PERSON, 0)
    elif (
        len(words) > 1
        and (states.is_state(words[0]) or states.is_state(words[-1]))
        and not lexicon.is_first_name(words[0])
        and count[PERSON] == guesses
    ):
        # "Tchad Info", "Météo France", which nothing says to be somebody
        count[ORGANISATION] += count.pop(PERSON, 0)
    elif any(c.isdigit() for c in name):
        # "Douglas MD-83"
        count[THING] += count.pop(PERSON, 0)
    elif (
        not set_off
        and lexicon.is_first_name(words[0])
        and lexicon.reads_as_full_name(name)
        and PLACE not in count
    ):
        count[PERSON] += _FIRST_NAME + count.pop(THING, 0)
