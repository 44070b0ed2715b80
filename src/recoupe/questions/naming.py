"""Finding what a person names: by id, by name as written, as folded, in part; never by guess."""

from collections.abc import Container, Iterable, Mapping

from rapidfuzz import fuzz, process

from recoupe.compare.names import normalise
from recoupe.errors import UsageError
from recoupe.linking.terms.vocabulary import vocabulary
from recoupe.model import Case

NEAREST = 5
"""How many names are told where none fits, or several do."""


def choose(
    words: str,
    names: Mapping[str, Iterable[str]],
    what: str,
    case: Case,
    kinds: Mapping[str, str] | None = None,
    described: Container[str] = (),
) -> str:
    """Return the id of the thing that a person means.

    Args:
        words: What the person wrote: an id, or a name.
        names: The names of each thing, by its id; the first is shown in errors.
        what: What sort of thing it is, for errors.
        case: Its languages say which words are no part of a name.
        kinds: What tells things of one name apart, for errors, by their ids.
        described: Ids of what goes by a description; part of one is its beginning, since what
            follows may name somebody else ("un ancien employé de Kartal").

    Raises:
        UsageError: None goes by that name, or several do; the nearest are listed.
    """
    if words in names:
        return words
    leading = frozenset(word for code in _languages(case) for word in vocabulary(code).leading)
    known = {key: tuple(own) for key, own in names.items()}
    folded = normalise(words, leading)
    exact = [key for key, own in known.items() if words in own]
    keys = {key: {normalise(name, leading) for name in own} for key, own in known.items()}
    fits = exact or [key for key, own in keys.items() if folded in own]
    # A surname, or the first words of a file: whole words of one name only.
    fits = fits or [
        key
        for key, own in keys.items()
        if folded and any(_part_of(folded, name, first=key in described) for name in own)
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        told = {key: f"{known[key][0]}, {kinds[key]}" if kinds else known[key][0] for key in fits}
        options = "; ".join(f"{told[key]} ({key})" for key in sorted(fits)[:NEAREST])
        more = f" and {len(fits) - NEAREST} more" if len(fits) > NEAREST else ""
        raise UsageError(
            f"'{words}' may be several of the case: {options}{more}",
            "say which by the id in brackets",
        )
    near = nearest(folded, known, leading)
    raise UsageError(
        f"there is no {what} '{words}' in the case",
        f"the nearest are: {'; '.join(near)}" if near else f"the case has no {what}",
    )


def nearest(
    folded: str, names: Mapping[str, tuple[str, ...]], leading: Iterable[str] = ()
) -> list[str]:
    """Return the names most like some folded words, each thing by its first."""
    skipped = frozenset(leading)
    shown = {own[0]: normalise(own[0], skipped) for own in names.values() if own}
    found = process.extract(folded, shown, scorer=fuzz.WRatio, limit=NEAREST)
    return [name for _, _, name in found]


def _part_of(words: str, name: str, *, first: bool) -> bool:
    whole = f" {name} "
    return whole.startswith(f" {words} ") if first else f" {words} " in whole


def _languages(case: Case) -> list[str]:
    return sorted({document.language for document in case.documents})
