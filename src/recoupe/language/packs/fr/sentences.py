"""Where French sentences end, decided before the parse.

A stop, a question or exclamation mark or an ellipsis ends a sentence together with
the marks that close behind it (» ” " ) ]), unless what follows goes on: a small
letter, a comma, an incise (« P. », a dit X). A line end always does. Inside a
quotation each sentence stands for itself: « P1. P2 », a déclaré X. is cut behind P1.
The rules are ours; the parser's own guess is overruled because a report's clause of
saying so often trails a full stop or a question mark.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from recoupe.language.packs.fr.tokenizer import ABBREVIATIONS

_STOP = re.compile(r"(?:\.+|…+|[?!]+)$")
_ABBREVIATED = re.compile(rf"(?:{ABBREVIATIONS}|M|[A-ZÀ-ÖØ-Þ][a-zé]?(?:\.-?[A-ZÀ-ÖØ-Þ])*)\.$")
_CLOSING = frozenset("»”’)]}›")
_OPENING = frozenset("«“‘([{‹„")
_CONTINUING = frozenset(",;:/%")
# After an abbreviation a capital proves nothing unless the word is one that only a
# sentence's beginning would capitalise.
_STARTERS = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces c' il elle ils elles on nous vous je"
    " j' son sa ses leur leurs notre nos et mais or donc car en dans à pour par sur selon depuis"
    " après avant avec sans si s' qui que qu' quand comme lorsque lorsqu' alors ainsi aussi"
    " toutefois cependant pourtant enfin puis même plus tout tous toute toutes deux trois"
    " aucun aucune y cela ceux celle celui n' ne".split()
)
_SENTENCE_VERBS_FOLLOW = re.compile(r"[a-zà-ÿœ]")


def starts(words: list[str], glued: list[bool]) -> list[bool]:
    """Say of each word whether a sentence begins with it.

    Args:
        words: The text's words; white space other than a single blank is a word too.
        glued: For each word, whether the next one follows without any blank.

    Returns:
        One truth value a word; the first is always true.
    """
    begins = [False] * len(words)
    if not words:
        return begins
    begins[0] = True
    solid = [place for place, word in enumerate(words) if not word.isspace()]
    if solid:
        begins[0], begins[solid[0]] = True, True
        begins[0] = solid[0] == 0 or begins[0]
    closes = _closing_marks(words, solid, glued)
    at = 0
    line_start = True
    while at < len(solid) - 1:
        place = solid[at]
        if _line_end(words, place, solid[at + 1]):
            begins[solid[at + 1]] = True
            at, line_start = at + 1, True
            continue
        if not _STOP.search(words[place]) or (len(words[place]) > 1 and words[place][0].isalnum()):
            pass
        word = words[place]
        if _STOP.fullmatch(word) or _ABBREVIATED.match(word) or word == "etc.":
            last = at
            # `. . .` and the marks that close behind the stop
            while (
                last + 1 < len(solid)
                and not _line_end(words, solid[last], solid[last + 1])
                and (_STOP.fullmatch(words[solid[last + 1]]) or solid[last + 1] in closes)
            ):
                last += 1
            if last + 1 < len(solid):
                following = solid[last + 1]
                if _line_end(words, solid[last], following):
                    begins[following] = True
                elif not (line_start and at and _numbering(words, solid, at)) and _ends(
                    words, solid, at, last
                ):
                    begins[following] = True
                line_start = begins[following] and _line_end(words, solid[last], following)
            at = last + 1
            continue
        if at > 1:
            line_start = False
        at += 1
    return begins


def _line_end(words: list[str], before: int, after: int) -> bool:
    return after - before > 1 and any("\n" in word for word in words[before + 1 : after])


def _numbering(words: list[str], solid: list[int], at: int) -> bool:
    """Whether the stop at ``at`` belongs to a number that opens its line (``2. Le …``)."""
    return words[solid[at - 1]].isdigit() and words[solid[at]] == "." and at <= 1


def _ends(words: list[str], solid: list[int], at: int, last: int) -> bool:
    """Whether the stop at ``at``, with what closes it up to ``last``, ends a sentence."""
    stop = words[solid[at]]
    after = words[solid[last + 1]]
    if after[0] in _CONTINUING or after in _CLOSING:
        return False
    opened = at > 0 and words[solid[at - 1]] in "([" and last > at
    if opened:  # (...), [...], (!)
        return False
    head = after
    if after[0] in _OPENING or after in ('"', "'") or after[0] in "-–—•":
        rest = [words[place] for place in solid[last + 2 : last + 4] if words[place]]
        head = next((word for word in rest if word[0].isalnum()), after)
        if after[0] in "-–—" and head[0].islower():
            return False
    if head[0].islower():
        return False
    if _ABBREVIATED.match(stop) and not _STOP.fullmatch(stop):
        return last > at or head.lower().replace("’", "'") in _STARTERS
    return True


def _closing_marks(words: list[str], solid: list[int], glued: list[bool]) -> set[int]:
    """Return the places of the marks that close, straight quotes told apart by the blanks."""
    closing: set[int] = set()
    opened = False
    for at, place in enumerate(solid):
        word = words[place]
        if word in _CLOSING:
            closing.add(place)
        elif word == '"':
            before = at > 0 and solid[at - 1] == place - 1 and glued[place - 1]
            behind = glued[place] and place + 1 < len(words)
            if before and not behind:
                opened = False
            elif behind and not before:
                opened = True
            else:  # blanks on both sides or on none: it closes what is open
                opened = not opened
            if not opened:
                closing.add(place)
        elif at and _line_end(words, solid[at - 1], place):
            opened = False
    return closing


@Language.component("recoupe_fr_sentences", assigns=["token.is_sent_start", "doc.sents"])
def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token to true or false, which the parser then keeps."""
    words = [token.text for token in doc]
    for token, begins in zip(doc, starts(words, [not t.whitespace_ for t in doc]), strict=True):
        token.is_sent_start = begins
    return doc
