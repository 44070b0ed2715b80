"""Where French sentences end, decided before the parse.

A stop, a question or exclamation mark or an ellipsis ends a sentence together with
the marks that close behind it (» ” " ) ]), unless what follows goes on: a small
letter, a comma, an incise (« P. », a dit X). A line end always does. Inside a
quotation each sentence stands for itself: « P1. P2 », a déclaré X. is cut behind P1.
The rules are ours and overrule the parser, whose own cuts suffer from headlines and
from the full stops of quoted sentences.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # Cython
from spacy.language import Language
from spacy.tokens import Doc

from recoupe.language.packs.fr.forms import texts_and_gaps
from recoupe.language.packs.fr.tokenizer import ABBREVIATIONS

_STOP_MARKS = frozenset(".…?!")
_STOP = re.compile(r"(?:\.+|…+|[?!]+)$")
_ABBREVIATED = re.compile(rf"(?:{ABBREVIATIONS}|etc|M|[A-ZÀ-ÖØ-Þ][a-zé]?(?:\.-?[A-ZÀ-ÖØ-Þ])*)\.$")
_CLOSING = frozenset("»”’)]}›")
_OPENING = frozenset("«“‘([{‹„\"'")
_DASHES = frozenset("-–—•")
_CONTINUING = frozenset(",;:/%")
# After an abbreviation a capital proves nothing unless the word is one that only a
# sentence's beginning would capitalise.
_STARTER = re.compile(
    r"(?:l[ea]s?|l['’]|une?|d[eu]s?|d['’]|aux?|ce|cet|cette|ces|c['’]|ils?|elles?|on|nous|vous|je"
    r"|j['’]|son|sa|ses|leurs?|notre|nos|et|mais|or|donc|car|en|dans|à|pour|par|sur|selon|depuis"
    r"|après|avant|avec|sans|si|s['’]|qui|que|qu['’]|quand|comme|lorsque|lorsqu['’]|alors|ainsi|aussi"
    r"|toutefois|cependant|pourtant|enfin|puis|même|plus|tout|tous|toutes?|deux|trois|aucune?|y|cela"
    r"|ceux|celles?|celui|ne|n['’])$",
    re.IGNORECASE,
)


def starts(words: Sequence[str], glued: Sequence[bool]) -> list[bool]:
    """Say of each word whether a sentence begins with it.

    Args:
        words: The text's words; white space other than a single blank is a word too.
        glued: For each word, whether the next one follows without any blank.

    Returns:
        One truth value a word; that of the first is always true.
    """
    return _Splitter(words, glued).starts()


class _Splitter:
    """One text's words while they are looked through.

    ``solid`` holds the places of the words that are no white space; everything else
    here counts in places of ``solid``.
    """

    def __init__(self, words: Sequence[str], glued: Sequence[bool]) -> None:
        self.solid = [place for place, word in enumerate(words) if not word.isspace()]
        self.words = [words[place] for place in self.solid]
        self.size = len(words)
        self.new_line = [
            after - before > 1 and any("\n" in word for word in words[before + 1 : after])
            for before, after in pairwise(self.solid)
        ] + [True]
        self.joined = [
            glued[place] and place + 1 < len(words) and not words[place + 1].isspace()
            for place in self.solid
        ]
        # Most words end in a letter: look closer at the others alone.
        self.stops = [
            word[-1] in _STOP_MARKS and bool(_STOP.fullmatch(word) or _ABBREVIATED.fullmatch(word))
            for word in self.words
        ]
        self.closing = self._closing_marks()

    def starts(self) -> list[bool]:
        begins = [False] * self.size
        if begins:
            begins[0] = True
        if self.solid:
            begins[self.solid[0]] = True
        line = 0
        last = -1
        for at in range(len(self.words) - 1):
            if at <= last:  # already taken with the stop before
                continue
            last = at
            if self.stops[at]:
                while not self.new_line[last] and self._belongs(last + 1):
                    last += 1
                begins_next = self.new_line[last] or (
                    not self._numbers(at, line) and self._ends(at, last)
                )
            else:
                begins_next = self.new_line[last]
            if begins_next and last + 1 < len(self.words):
                begins[self.solid[last + 1]] = True
            if self.new_line[last]:
                line = last + 1
        return begins

    def _belongs(self, at: int) -> bool:
        """Whether the word goes with the stop before it (``. . .``, ``.»``)."""
        return at in self.closing or bool(_STOP.fullmatch(self.words[at]))

    def _numbers(self, at: int, line: int) -> bool:
        """Whether the stop belongs to a number that opens its line (``2. Le …``)."""
        return at == line + 1 and self.words[at] == "." and self.words[line].isdigit()

    def _ends(self, at: int, last: int) -> bool:
        """Whether the stop at ``at``, with what goes with it up to ``last``, ends a sentence."""
        stop, after = self.words[at], self.words[last + 1]
        if after[0] in _CONTINUING or after in _CLOSING:
            return False
        # (...), [...], (!): a remark within, unless a stop of the sentence follows it.
        if at and self.words[at - 1] in "([" and self.words[last] in ")]":
            return False
        head = after
        if after in _OPENING or after[0] in _DASHES:
            rest = self.words[last + 2 : last + 5]
            head = next((word for word in rest if word[0].isalnum()), after)
        if head[0].islower():
            return False
        if _ABBREVIATED.fullmatch(stop):
            return last > at or bool(_STARTER.match(head))
        return True

    def _closing_marks(self) -> set[int]:
        """Return where marks close, straight quotes told apart by the blanks about them."""
        closing: set[int] = set()
        opened = False
        for at, word in enumerate(self.words):
            if at and self.new_line[at - 1]:
                opened = False
            if word in _CLOSING:
                closing.add(at)
            elif word == '"':
                before = at > 0 and self.joined[at - 1]
                behind = self.joined[at]
                # blanks on both sides or on none: it closes what is open
                opened = (behind and not before) if before != behind else not opened
                if not opened:
                    closing.add(at)
        return closing


@Language.component("recoupe_fr_sentences", assigns=["token.is_sent_start", "doc.sents"])
def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token to true or false, which the parser then keeps."""
    words, gaps = texts_and_gaps(doc)
    begins = starts(words, [not gap for gap in gaps])
    # As an array: set one by one, each looks through the whole document first.
    marks = np.where(begins, 1, -1).astype("int64").reshape(-1, 1)
    if len(doc):
        doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type]  # plain array
    return doc
