"""The name of an outlet, out of the words in which a report names it.

Reading takes "France Onde Paul Renard" for one name, and "La Meuse libre et Radio Onde"; "un
quotidien de Riga" for a name; and many a public body is called an agency.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from recoupe.language import Pack
from recoupe.model import Span


@cache
def _patterns(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = pack.words("press")
    of_news = rf"(?!.*\b(?:{'|'.join(lists['of_news'])})\b)"
    return (
        re.compile(f"{of_news}{lists['public_bodies']}"),
        re.compile(lists["grammar"]["joined_names"]),
    )


@cache
def _first_names(pack: Pack) -> frozenset[str]:
    places = " ".join(pack.words("known_places")["places"].split()).split(" | ")
    return frozenset(" ".join(pack.words("firstnames").values()).split()).difference(places)


def outlets_named(name: str, sounds_like_one: Callable[[str], bool], pack: Pack) -> Iterator[Span]:
    """Yield where the names of outlets stand in what was taken for the name of one.

    Args:
        name: The name as it was found.
        sounds_like_one: Tells whether a name has a word of outlets in it.
        pack: The pack of its language.
    """
    no_name, joins = _patterns(pack)
    if no_name.match(name):
        return
    parts = list(joins.finditer(name))
    if len(parts) == 1:
        join = parts[0]
        one, other = name[: join.start("join")], name[join.end("join") :]
        if join["article"] or (_is_one(one, sounds_like_one) and _is_one(other, sounds_like_one)):
            yield Span(0, len(one))
            yield Span(len(name) - len(other) + len(join["article"] or ""), len(name))
            return
    yield Span(0, _length(name, sounds_like_one, pack))


def with_fellow(text: str, span: Span, name: str, pack: Pack) -> tuple[Span, str]:
    """Return a name with the one beside it in the words of a source that has two.

    Args:
        text: The document's text.
        span: The words.
        name: The first of them, as the source is called.
        pack: The pack of its language.
    """
    words = span.of(text)
    found = words[words.find(name) :] if name in words else ""
    join = _patterns(pack)[1].match(found, len(name))
    return (span, found) if join else (span, name)


def describes_outlet(words: str, pack: Pack) -> bool:
    """Tell whether words say which outlet is meant without its name: "un quotidien de Riga"."""
    return _described(pack).fullmatch(words) is not None


@cache
def _described(pack: Pack) -> re.Pattern[str]:
    lists, states = pack.words("press"), pack.words("states")["states"].values()
    states = {re.escape(s["adjective"][:-1]) for s in states if "adjective" in s}
    peoples = "|".join([*sorted(states), *lists["regional"]])
    towns = "|".join(lists["of_a_town"])
    sure, unsure, local, known = (
        "|".join(lists[name])
        for name in (
            "outlets",
            "outlets_or_others",
            "described_by_town",
            "described_by_article",
        )
    )
    said = rf"(?: (?:{'|'.join(lists['qualifiers'])}))*".replace("'", "['’]")
    of_people = rf" (?:{peoples})\w{{0,4}}"
    of_town = rf" (?:\w+(?:{towns})|{lists['grammar']['of']}[A-ZÀ-Ý][\w-]+)"
    one = lists["grammar"]["one"]
    return re.compile(
        rf"{one}(?:{sure}|{local})(?: [a-zà-ÿ]+)?{said}(?:{of_people}|{of_town}){said}"
        rf"|{one}(?:{unsure}){said}{of_people}{said}"
        rf"|{lists['grammar']['some_the']}(?:{known}){said}{of_people}{said}"
    )


def _is_one(name: str, sounds_like_one: Callable[[str], bool]) -> bool:
    return name.isupper() or sounds_like_one(name)


def _length(name: str, sounds_like_one: Callable[[str], bool], pack: Pack) -> int:
    """Return where a name ends before the first name of who spoke to the outlet."""
    lists = pack.words("press")
    for word in re.finditer(r"(?<= )[\w-]+(?= [A-ZÀ-Ý])", name):
        head = name[: word.start()].rstrip()
        # "Radio Paul Renard" may be one name.
        noun = head.casefold() in {*lists["outlets"], *lists["outlets_or_others"]}
        if word.group() in _first_names(pack) and not noun and sounds_like_one(head.split()[-1]):
            return len(head)
    return len(name)
