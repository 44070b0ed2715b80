"""Outlets and agencies that a report says it draws on.

Credits ("Source : ...", "avec l'agence ...", "(ALP)") are read line by line;
citations in running text are sources that are outlets ("selon le journal X",
"a rapporté le X").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, partial

from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.blocks import Block
from recoupe.extraction.outlet_names import describes_outlet, outlets_named, with_fellow
from recoupe.extraction.press import known_places, named_outlets
from recoupe.language import Pack
from recoupe.model import Citation, Mention, Reason, Span, Statement

# "le quotidien régional La Voie": a noun, at most one adjective, a name; or "le site du Monde".
_TITLED = re.compile(
    r"\b(?P<noun>\w++) (?:(?P<of>\w{1,2}|des) |[a-zà-ÿ]++ )?"
    r"(?P<name>(?:Le |La |Les |L['’])?[A-ZÀ-Ý][\w’'.-]*"
    r"(?: (?:[A-ZÀ-Ý][\w’'.-]*|\d{1,3}(?= [A-ZÀ-Ý])))*)"
)
_ARTICLE = re.compile(r"^(?:(?i:le|la|les|the)\s+|(?i:l)['’])(?=[A-ZÀ-Ý])")
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'.-]*(?: (?:d[eu]s? |de la )?[A-ZÀ-Ý][\w’'.-]*)*")

_LETTERS = 6
"""Letters of the longest abbreviation that credits take for an agency's."""
_SHORT = 4
_LONGEST_BYLINE = 90
_DAY = re.compile(r"\b\d{1,2}(?:er)?[ ./-][^\d\n]{0,12}\d{0,2}[ ./-]?\d{4}\b")
"""The day on a line of its own."""
_DATELINE = 90
"""A dash behind brackets further down the line sets an aside off."""


@cache
def _patterns(pack: Pack, which: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.MULTILINE) for p in pack.words("page")[which])


def find_citations(
    text: str,
    blocks: Sequence[Block],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    saying: Saying,
    pack: Pack,
) -> tuple[Citation, ...]:
    """Return the outlets that the report says it draws on, in order of their place.

    Args:
        text: The document's stored text.
        blocks: Its paragraphs.
        statements: Its statements, with their sources.
        mentions: Its named things, in order.
        saying: Words for media in the language.
        pack: The pack of the language.
    """
    found: dict[Span, Citation] = {}

    def add(at: Span, name: str, words: Span) -> None:
        for part in outlets_named(name, partial(_sounds_like_one, saying=saying), pack):
            # What stands for a name ("il", "le journal") has no part of it in it.
            start = at.end - len(name)
            parted = part.of(name) != name and at.of(text).endswith(name)
            span = Span(start + part.start, start + part.end) if parted else at
            if not any(span.overlaps(s) for s in found):
                whole = span if parted else words
                reason = Reason(rule="outlet-as-source", words=whole.of(text), span=whole)
                found[span] = Citation(span=span, name=part.of(name), reason=reason)

    for span in _signing_agencies(text, blocks, pack):
        reason = Reason(rule="credit-line", words=span.of(text), span=span)
        found[span] = Citation(span=span, name=span.of(text), reason=reason)
    for block in blocks:
        for citation in _credits(block, text, saying, pack):
            if not any(citation.span.overlaps(span) for span in found):
                found[citation.span] = citation
    for statement in statements:
        for source in statement.sources:
            if source.span is None or source.kind not in {"organisation", "document", "unnamed"}:
                continue
            if source.name == (words := source.span.of(text)) and describes_outlet(words, pack):
                add(source.span, words, source.span)
            elif source.kind != "unnamed" and (
                named := _outlet(text, source.span, source.name, saying, pack)
            ):
                add(*with_fellow(text, *named, pack), source.span)
    starts = [m.span.start for m in mentions]
    for block in blocks:
        first, last = (bisect_left(starts, place) for place in block.span)
        inside = [m for m in mentions[first:last] if block.span.covers(m.span)]
        for span in named_outlets(text, block.span, inside, saying.outlet_words, pack):
            bare = _ARTICLE.sub("", span.of(text))
            add(Span(span.end - len(bare), span.end), bare, span)
    return tuple(sorted(found.values(), key=lambda c: c.span))


def _signing_agencies(text: str, blocks: Sequence[Block], pack: Pack) -> Iterator[Span]:
    """Yield the news agencies that stand alone on a line, or behind who wrote the report.

    Alone only beside the day of publication or right below the last paragraph: elsewhere one
    may own a picture.
    """
    alone, behind_writer = _agency_lines(pack)
    last = max((n for n, b in enumerate(blocks) if b.kind == "body"), default=-1)
    for number, block in enumerate(blocks):
        if block.kind == "body":
            continue
        line = block.span.of(text)
        if match := behind_writer.match(line) if len(line) <= _LONGEST_BYLINE else None:
            yield Span(*(block.span.start + place for place in match.span("outlet")))
        elif alone.fullmatch(line):
            beside = (
                blocks[n].span.of(text) for n in (number - 1, number + 1) if n in range(len(blocks))
            )
            dated = any(len(near) <= _LONGEST_BYLINE and _DAY.search(near) for near in beside)
            if dated or number == last + 1 > 0:
                yield block.span


@cache
def _agency_lines(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    page = pack.words("page")
    agency = f"(?P<outlet>{'|'.join(page['agencies'])})"
    written = f"(?i:{page['before_agency']}){agency}(?i:{page['behind_agency']})"
    return re.compile(agency), re.compile(written)


def _credits(block: Block, text: str, saying: Saying, pack: Pack) -> Iterator[Citation]:
    """Yield the outlets that a line credits, or that stand where its writer does."""
    line = block.span.of(text)
    for which in ("credits", "bylines"):
        for match in (m for pattern in _patterns(pack, which) for m in pattern.finditer(line)):
            start = block.span.start + match.start("outlet")
            span = Span(start, start + len(match.group("outlet")))
            name = match.group("outlet").strip()
            aside = match.start() > _DATELINE and match.group().rstrip()[-1] in "-–—"
            if aside or _is_explained(name, line[: match.start()]):
                continue
            if which == "bylines" and " " in name and not _sounds_like_one(name, saying):
                continue
            why = Reason(rule="credit-line", words=match.group().strip(), span=span)
            yield Citation(span=span, name=name, reason=why)
    for span in _credited_together(block.span, text, saying, pack):
        why = Reason(rule="credit-line", words=line.strip(), span=block.span)
        yield Citation(span=span, name=span.of(text), reason=why)


def _credited_together(line: Span, text: str, saying: Saying, pack: Pack) -> Iterator[Span]:
    """Yield the outlets of a line that credits several: "Sources : AFP, Le Courrier".

    One is told by a word of outlets in its name, or an abbreviation; beside such a one, another
    by its article.
    """
    for pattern in _patterns(pack, "credit_lists"):
        if not (match := pattern.match(text, *line)):
            continue
        items = [
            (item["outlet"], match.start("outlets") + item.end("outlet"))
            for item in re.finditer(pack.words("page")["credited"], match["outlets"])
        ]
        named = [(_ARTICLE.sub("", item), item, end) for item, end in items]
        sure = {
            bare
            for bare, _, _ in named
            if bare[:1].isupper()
            and ((bare.isupper() and len(bare) <= _LETTERS) or _sounds_like_one(bare, saying))
        }
        for bare, item, end in named:
            if bare in sure or (sure and bare != item and bare[:1].isupper()):
                yield Span(end - len(bare), end)


def _outlet(
    text: str, source: Span, name: str, saying: Saying, pack: Pack
) -> tuple[Span, str] | None:
    """Return where an outlet is named in a source's words, if it is one.

    An outlet is told by a word for media before a name ("le quotidien X"), or
    by a name that itself has such a word in it ("Agence ...", "... Presse"), also
    within a description ("une dépêche de l'Agence X").
    """
    words = source.of(text)
    for match in _TITLED.finditer(words):
        noun = match.group("noun").casefold().rstrip("s")
        owned = noun in pack.words("press")["owned"] and match["name"] not in known_places(pack)
        if match["of"] and not owned:
            continue
        if noun in saying.media:
            # "l'Agence Levant": a noun with a capital is a part of the name.
            first = "noun" if match.group("noun")[0].isupper() else "name"
            at, end = match.start(first), match.end("name")
            return Span(source.start + at, source.start + end), words[at:end]
    bare = _ARTICLE.sub("", name)
    if bare[:1].isupper():
        return (source, bare) if _sounds_like_one(bare, saying) else None
    for match in _NAME.finditer(words):
        if _sounds_like_one(match.group(), saying):
            start = source.start + match.start()
            return Span(start, start + len(match.group())), match.group()
    return None


def _is_explained(name: str, before: str) -> bool:
    """Tell whether letters in brackets are those of the words before: "la cour d'appel (CA)".

    Every word gives a letter; short ones may give none.
    """
    letters = list(name.casefold())
    if len(letters) > _LETTERS or not before.rstrip()[-1:].isalpha():
        return False
    for word in reversed(re.findall(r"[^\W\d_]+", before.casefold())):
        if letters and word[0] == letters[-1]:
            letters.pop()
        elif not letters or len(word) > _SHORT:
            break
    return not letters


def _sounds_like_one(name: str, saying: Saying) -> bool:
    """Tell whether a name has a word of outlets in it: "Agence ...", "... Presse"."""
    return any(word in saying.outlet_words for word in re.findall(r"\w+", name.casefold()))
