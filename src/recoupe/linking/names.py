"""Which names of a case name one thing.

Names are joined when they are the same once folded; a person's surname or initial, when only one
fuller name of the case fits; a transliteration, when ``compare.names`` accepts it. Two join only
within one family: a person is never a company, save that what some reports take for
somebody and others for a body is one thing, where nobody of the case is called so in full, or by
its last word.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterator

from recoupe.compare.names import compare_names, may_shorten, sound
from recoupe.linking.judgements.constraints import Constraints, Sets
from recoupe.linking.judgements.names import Key


def join(
    names: Collection[Key], judged: Constraints[Key], compounds: Container[Key] = ()
) -> dict[Key, Key]:
    """Return for each name the one that stands for its entity.

    Args:
        names: The names of a case.
        judged: What people decided on them.
        compounds: Those that are one word with a hyphen, which a key does not show.
    """
    sets: Sets[Key] = Sets()
    root, unite = sets.root, sets.unite
    # What people decided comes first: no join of the rules goes against it.
    for pair in judged.together:
        unite(*sorted(pair))
    for pair in judged.apart:
        sets.part(*sorted(pair))
    for one, other in _spelt_alike(names):
        unite(one, other)
    clear = _clear_families(names)
    for key in sorted(names):
        if key[0] == "thing":
            # An unclear schema joins a clear one when only one bears the name.
            same = [k for k in ((f, key[1]) for f in clear) if k in names]
            if len(same) == 1:
                unite(key, same[0])
    # Decided for all before any is joined, so that no join changes another's choice.
    for short, full in list(_shortened(names, root, compounds)):
        unite(short, full)
    return {key: root(key) for key in names}


def _shortened(
    names: Collection[Key], root: Callable[[Key], Key], compounds: Container[Key]
) -> Iterator[tuple[Key, Key]]:
    """Yield each name that is short for one other of the case, with that one.

    A lone word that other reports read as a body's, and nobody's surname, is the body's; so is
    a longer name ("Nova Terra") of which no report calls anybody by the last word.
    """
    fuller = defaultdict(list)
    for key in sorted(names):
        # An initial is itself short for something.
        if key[0] == "person" and " " in key[1] and key[1][1] != " ":
            fuller[key[1].rsplit(" ", 1)[1]].append(key)
    called = {k[1].rsplit(" ", 1)[-1] for k in names if k[0] == "person" and _is_short(k[1])}
    for key in sorted(key for key in names if key[0] == "person"):
        last = key[1].rsplit(" ", 1)[-1]
        options = [k for k in fuller[last] if may_shorten(key[1], k[1])]
        if key in compounds:
            # "Peeters-Roy" is a surname, as a lone word is.
            options = [k for k in fuller[last] if k[1].endswith(f" {key[1]}")]
        nobody = last not in called if " " in key[1] else not options
        body = "organisation", key[1]
        if body in names and nobody and all(k == key for k in options):
            yield key, body
        elif options and len({root(k) for k in options}) == 1:
            yield key, options[0]


def _is_short(name: str) -> bool:
    """Tell whether a person's name is a lone word, or one with an initial."""
    return " " not in name or name[1] == " "


def _clear_families(names: Collection[Key]) -> list[str]:
    return sorted({family for family, _ in names} - {"thing"})


def _spelt_alike(names: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of names that transliterate one name; compared only within a block.

    Names of one block share their family and all their sounds, save one word
    of a person's name of which they share the beginning.
    """
    blocks: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for family, name in sorted(names):
        words = [sound(word) for word in name.split()]
        blocks[family, *words].append((family, name))
        if family == "person" and len(words) > 1:
            # One letter may differ in one word, never in its first two.
            for place, word in enumerate(words):
                rest = (*words[:place], word[:2] + "-", *words[place + 1 :])
                blocks[family, *rest].append((family, name))
    for block in sorted(blocks):
        members = blocks[block]
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                if compare_names(one[1], other[1]).score:
                    yield one, other
