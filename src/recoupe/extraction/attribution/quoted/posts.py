"""Posts of social networks set into a page: a name, a handle, a day, and what was posted.

"Ana Ruiz (@anaruiz) 3 mars 2024" stands above the post, "— Ana Ruiz (@anaruiz) 3 mars 2024"
behind or below it, as the networks write it where a page embeds a post.
"""

import re
from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.passage import Passage, tokens_in
from recoupe.extraction.parsed import Sentence
from recoupe.model import Reason, Span

# A name and an account, with a dash before it or at the head of its line.
_SIGNED = re.compile(
    r"(?:^|(?P<dash>[—–―]|(?<=\n)-))[ \t\u00a0]*"
    r"(?P<name>[^\W\d_][^\n@()«»—–―]{1,60}?)[ \t\u00a0]*"
    r"(?:\(@\w{2,30}\)|@\w{2,30}[ \t\u00a0]*[·•|])[^\n]{0,60}$",
    re.MULTILINE,
)
_SHORTEST = 3


def with_posts(found: list[Attribution], passage: Passage) -> list[Attribution]:
    """Give the sentences of posts to whoever posted them.

    Args:
        found: The attributions of the report, in order of their content.
        passage: Its sentences and quotations.

    Returns:
        The attributions with those of the posts; quoted words in a post stay as they were.
    """
    if "@" not in passage.text:
        return found
    quoted = [a.content for a in found if a.quotation == "direct"]
    added = []
    for match in _SIGNED.finditer(passage.text):
        for sentence in _post(match, passage):
            source = _who(match, passage, sentence)
            end = match.start() if match["dash"] else sentence.span.end
            words = tokens_in(Span(sentence.span.start, min(end, sentence.span.end)), sentence)
            content = grammar.stripped(words)
            if len(content) < _SHORTEST:
                continue
            span = sentence.span_of(content)
            if any(q.overlaps(span) for q in quoted):
                continue
            added.append(
                Attribution(
                    content=span,
                    sentence=sentence,
                    root=grammar.root_of(content),
                    cue=None,
                    source=source,
                    quotation="direct",
                    reasons=(Reason(rule="posted-by", words=match["name"]),),
                )
            )
    if not added:
        return found
    return sorted([*found, *added], key=lambda a: (a.content.start, -a.content.end))


def _post(match: re.Match[str], passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a post: the paragraph below its name, or the one before the dash."""
    text = passage.text
    if match["dash"]:
        ahead = [s for s in passage.sentences if s.span.start < match.start()]
        if not ahead or text[ahead[-1].span.end : match.start()].strip():
            return
        yield from (s for s in ahead if s.paragraph == ahead[-1].paragraph)
        return
    first = passage.sentence_from(match.end())
    if first is None or text[match.end() : first.span.start].strip():
        return
    yield from (s for s in passage.sentences if s.paragraph == first.paragraph)


def _who(match: re.Match[str], passage: Passage, sentence: Sentence) -> SourceWords:
    """Return the name as the report has it elsewhere, parsed, else as it stands over the post."""
    span = Span(*match.span("name"))
    wanted = match["name"].split()
    for other in passage.sentences:
        for name in other.names:
            if [w.text for w in name.words] == wanted:
                words = list(name.words)
                return SourceWords(other.span_of(words), grammar.name_head(words[0]), other)
    return SourceWords(span, None, sentence)
