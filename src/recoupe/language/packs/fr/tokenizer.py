"""French words as the Universal Dependencies treebanks cut them.

Two departures, both because a word of a report must keep its place in the text:
contracted articles (``du``, ``aux``, ``duquel``) stay one token, and nothing is
normalised. Elided words end with their apostrophe (``l'``), an inverted pronoun
begins with its hyphen (``-t-il``), a number keeps the spaces between its
thousands. ``doc.text`` is the text given, always.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

# Marks that stand inside a word without parting it: accents written apart,
# soft hyphens, zero-width joiners.
_INNER = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_W = rf"[\w{_INNER}]"
_UPPER = "A-ZÀ-ÖØ-Þ"
_APOSTROPHE = "['’ʼ]"
_HYPHEN = "[-‐‑]"
_BLANK = "[ \u00a0\u202f\u2009]"

# Written with a stop that belongs to them. Titles and references come before what
# they announce; the others may also end a sentence, which `sentences` decides.
ABBREVIATIONS = (
    "MM|Mr|Mrs|Ms|Mme|Mmes|Mlle|Mlles|Me|Mgr|Dr|Drs|Pr|Prof|Gal|Gén|Col|Cdt|Cne|Lt|Sgt|St|Ste|Cie"
    "|cf|Cf|art|al|chap|fig|vol|Vol|pp|réf|env|ex|av|apr|hab|éd|ed|dir|coll|trad|tél|Tél"
    "|No|Inc|Corp|Ltd|Co|Jr|Sr|janv|févr|sept|oct|nov|déc|c-à-d"
)
# Too like other words to be taken so unless a figure follows.
_BEFORE_FIGURE = "p|n|no|nos|fév|jan"

_PATTERNS = (
    # most words: letters and a blank behind them, which nothing below would cut otherwise
    r"[^\W\d_]+(?= )",
    # addresses of the web and of mail, handles
    r"https?://[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)\]'’]",
    r"www\.[^\s<>«»\"“”]*[^\s<>«»\"“”.,;:!?)\]'’]",
    rf"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!{_W})[@#]\w+",
    rf"{_W}+(?:-\w+)*\.(?:com|org|net|info|gouv|eu|fr|be|ch|uk|ru|ua|de|tv|io)"
    rf"(?:\.[a-z]{{2}})?(?:/[^\s<>«»\"“”.,]+)*(?!{_W})",
    # thousands set apart by single blanks, decimals behind a comma
    rf"(?<![\w-])[-−]?\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:,\d+)?(?!{_W})",
    # hours and measures written close: 20h30, 160km
    r"(?<![\w.,])\d{1,2}(?=[hH](?:\d\d)?(?!\w))|(?<=\d)[hH](?=\d\d(?!\w)|(?!\w))",
    r"(?<![\w.,])\d+(?:[.,]\d+)*(?=(?:km|m|cm|mm|kg|g|t|kt|Mt|kW|MW|GW|ha|M|Md|Mds)(?!\w))",
    # the first of a range or a sum may carry its sign
    r"(?<![\w)\]»\"%])[-−+]?\d+(?:[.,:/]\d+)*(?:-\d+(?:[.,]\d+)*)*(?![\w-])",
    r"\d+(?:[.,/]\d+)+(?:-\d+(?:[.,]\d+)*)*",
    # stops that are not the end: J.-C., O.N.U., initials before a name, M.
    rf"(?:[{_UPPER}]\.-?){{2,}}(?!{_W})|[{_UPPER}][a-zé]?\.-[{_UPPER}]\.",
    rf"(?<!{_W})M\.(?={_BLANK})",
    rf"(?<![\w'’])[{_UPPER}][a-zé]?\.(?={_BLANK}?[{_UPPER}][\w'’.-])",
    rf"(?<!{_W})(?:{ABBREVIATIONS})\.(?={_BLANK}*[\w(«,;:)])",
    r"(?<!\w)etc\.(?!\.)",
    rf"(?<!{_W})(?:{_BEFORE_FIGURE})\.(?={_BLANK}?\d)",
    # words with an apostrophe of their own, before elisions
    rf"(?i:aujourd|prud|presqu){_APOSTROPHE}(?i:hui|hom\w+|[iî]les?){_W}*(?:-\w+)*",
    rf"(?i:quelqu){_APOSTROPHE}(?i:une?)(?!{_W})",
    rf"(?i:c){_APOSTROPHE}(?i:est){_HYPHEN}(?i:[àa]){_HYPHEN}(?i:dire)",
    rf"(?<!\w)(?i:l){_APOSTROPHE}(?i:on)(?!{_W}|{_HYPHEN}\w)",
    rf"(?<![\w])(?i:[ldnsjmtcç]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu){_APOSTROPHE}"
    rf"(?=[\w\"«“'‘])",
    r"(?i:n)°s?|°C|\d+/\d+",
    # words, hyphenated words, R&D, O'Neill, Val-d'Oise, Su-35
    rf"{_W}+(?:(?:{_HYPHEN}|{_APOSTROPHE}|&|{_HYPHEN}[ldLD]{_APOSTROPHE}){_W}+)*",
    r"\.{2,}|-{2,}|–{2,}|[?!]{2,}|…+|''|``|<<|>>|:-?[()]|(?<=\s)[;]-?[()]",
    r"\S",
)
_TOKEN = re.compile("|".join(_PATTERNS))

# Pronouns that follow their verb behind a hyphen, and -ci and -là behind a noun.
_ENCLITIC = re.compile(
    rf"(?<=\w)(?:{_HYPHEN}t)?{_HYPHEN}"
    r"(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur|le|la|les|en|y|ci|là)$",
    re.IGNORECASE,
)
_UNDIVIDED = re.compile(
    r"(?:rendez-vous|t-(?:ils?|elles?|on)|(?:celui|celle|ceux|celles|par|jusque|de|d|là|va|chez)-(?:ci|là|la|y|nous|moi)"
    r"|garde-à-vous|sot-l'y-laisse|.*-(?:sur|sous|en|de)-(?:la|le|les))$",
    re.IGNORECASE,
)


def split(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each word of ``text``, blanks left out.

    Args:
        text: Any text.

    Returns:
        Pairs of offsets in code points, in order, without overlap; between two
        of them there is nothing but white space.
    """
    spans: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if end - start > 3 and ("-" in (word := match.group()) or "‑" in word):
            for cut in _enclitics(word.replace("‑", "-")):
                spans.append((start, match.start() + cut))
                start = match.start() + cut
        spans.append((start, end))
    return spans


def _enclitics(word: str) -> list[int]:
    """Return where the pronouns hung behind a verb begin (``dites-le-moi``: 5, 8)."""
    cuts: list[int] = []
    while len(cuts) < 2 and not _UNDIVIDED.match(word):
        match = _ENCLITIC.search(word)
        if match is None or not word[0].isalpha():
            break
        cuts.insert(0, match.start())
        word = word[: match.start()]
    return cuts


_FOLDED = str.maketrans(
    {**dict.fromkeys("’ʼ‘`´", "'"), **dict.fromkeys("«»“”„‟", '"'), **dict.fromkeys("–—―−‐‑", "-")}
    | {"…": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "œ": "oe", "æ": "ae"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def fold(word: str) -> str:
    """Return a word with its typography folded: shape of quotes and dashes, ligatures."""
    return unicodedata.normalize("NFC", word).translate(_FOLDED) or word


def norm(word: str) -> str:
    """Return a word without what typography alone decides: case, shape of quotes, ligatures.

    It is what the trained components see as the word's ``NORM``, so that ``L’``
    and ``l'`` are one thing to them.
    """
    return fold(word.lower())


class Tokenizer:
    """The pipeline's tokenizer: words by :func:`split`, and tokens for unusual white space.

    A single space behind a word belongs to the word, as everywhere in spaCy; any
    other white space (no-break spaces, line ends, runs) becomes a token of its own.

    Args:
        vocab: The vocabulary shared by the pipeline.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text as a ``Doc`` whose ``text`` is ``text``."""
        words: list[str] = []
        spaces: list[bool] = []
        place = 0
        for start, end in split(text):
            if start > place:
                self._blank(text[place:start], words, spaces)
            words.append(text[start:end])
            spaces.append(False)
            place = end
        if place < len(text):
            self._blank(text[place:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    @staticmethod
    def _blank(blank: str, words: list[str], spaces: list[bool]) -> None:
        if words and blank[0] == " ":
            spaces[-1] = True
            blank = blank[1:]
        if blank:
            words.append(blank)
            spaces.append(False)

    # Nothing here is learnt, so there is nothing to write; spaCy asks all the same.
    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: there is no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> "Tokenizer":
        """Return the tokenizer itself."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: there is no state."""

    def from_disk(self, _path: str | Path, **_: Any) -> "Tokenizer":
        """Return the tokenizer itself."""
        return self


@registry.tokenizers("recoupe.fr.tokenizer")  # type: ignore[untyped-decorator]  # spaCy is
def _create() -> Any:
    """Return what spaCy calls to make the tokenizer of a pipeline."""
    return lambda nlp: Tokenizer(nlp.vocab)
