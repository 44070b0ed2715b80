"""Forms of a Hunspell dictionary, each with what the dictionary says of it (``man 5 hunspell``).

Only what the French dictionary of Dicollecte uses is read: suffixes with their conditions,
morphological fields on entries and suffixes, roots that are no word themselves, and prefixes that
suffixes go with ("kilo" before "mètre"). Elided articles and pronouns are prefixes there too; here
they are words of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_WORD = "()"
_FORBIDDEN = "{}"
_KEEP_CASE = "||"
_ELISION = "dp:"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an entry.

    Attributes:
        text: The form.
        lemma: The entry that it is a form of.
        entry: What the entry says: parts of speech, gender, number (``po:nom``, ``is:fem``).
        ending: What the suffix says, where it is made by one (``po:ipre``, ``is:pl``).
    """

    text: str
    lemma: str
    entry: tuple[str, ...]
    ending: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Affix:
    cut: str
    put: str
    further: frozenset[str]
    fits: re.Pattern[str]
    fields: tuple[str, ...]


def read(folder: Path, name: str = "fr") -> Iterator[Form]:
    """Yield the forms of ``NAME.dic``, expanded by ``NAME.aff``.

    Args:
        folder: Where the two files are.
        name: Their name without its ending.
    """
    affixes = _affixes(folder / f"{name}.aff")
    with (folder / f"{name}.dic").open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield from _expanded(line.split(), affixes)


def _flags(packed: str) -> frozenset[str]:
    return frozenset(packed[at : at + 2] for at in range(0, len(packed), 2))


def _affixes(path: Path) -> dict[tuple[str, str], list[_Affix]]:
    found: dict[tuple[str, str], list[_Affix]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 5 or parts[0] not in {"SFX", "PFX"}:
            continue
        put, _, packed = parts[3].partition("/")
        cut, put = ("" if part == "0" else part for part in (parts[2], put))
        fits = re.compile(f"(?:{parts[4]})$" if parts[0] == "SFX" else f"^(?:{parts[4]})")
        affix = _Affix(cut, put, _flags(packed), fits, tuple(parts[5:]))
        found[parts[0], parts[1]].append(affix)
    return found


def _expanded(parts: list[str], affixes: dict[tuple[str, str], list[_Affix]]) -> Iterator[Form]:
    if not parts:
        return
    word, _, packed = parts[0].partition("/")
    flags = _flags(packed)
    if flags & {_FORBIDDEN, _KEEP_CASE}:
        return
    fields = tuple(parts[1:])
    stem = next((field[3:] for field in fields if field.startswith("st:")), word)
    if _NO_WORD not in flags:
        yield Form(word, stem, fields, ())
    yield from _suffixed(word, stem, fields, flags, affixes)
    for flag in sorted(flags):
        for prefix in affixes.get(("PFX", flag), ()):
            if prefix.further and prefix.fits.search(word) and not _elides(prefix):
                longer = prefix.put + word
                yield from _suffixed(longer, longer, fields, prefix.further, affixes)


def _suffixed(
    word: str,
    stem: str,
    fields: tuple[str, ...],
    flags: frozenset[str],
    affixes: dict[tuple[str, str], list[_Affix]],
) -> Iterator[Form]:
    for flag in sorted(flags):
        for suffix in affixes.get(("SFX", flag), ()):
            if word.endswith(suffix.cut) and suffix.fits.search(word):
                text = word[: len(word) - len(suffix.cut)] + suffix.put
                yield Form(text, stem, fields, suffix.fields)


def _elides(prefix: _Affix) -> bool:
    return any(field.startswith(_ELISION) for field in prefix.fields)
