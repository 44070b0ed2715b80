"""From bytes to characters: declared, then UTF-8, then Windows-1252, then detection.

The order is that of the WHATWG Encoding Standard for pages, with UTF-8 put
before the legacy default because nothing else is valid UTF-8 by accident.
Detection comes last: on short French it takes Windows-1252 for Windows-1250.
"""

import codecs
import logging
import re
from dataclasses import dataclass

from recoupe.errors import UnreadableError
from recoupe.model import Reason

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages that declare these are really written in (WHATWG Encoding Standard, section 4.2).
_REALLY_WINDOWS_1252 = {"iso8859-1", "ascii"}
# Python's other codecs (rot13, zlib, unicode_escape, ...) are nothing that a page may ask for.
_SENT_IN = ("utf-8", "cp", "iso8859", "koi8", "mac", "gb", "big5", "shift", "euc", "iso2022")
# Encodings that French or its neighbours were written in, for detection to choose from.
_LEGACY = ["mac_roman", "cp850", "iso8859_15", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254"]

_REPAIRABLE = 0.01
"""Share of broken bytes up to which a text is read with marks in their place."""
_MOJIBAKE = 0.05
"""Share of the characters beyond ASCII that may stand where no word has them."""

# A sign of punctuation or currency between two lower-case letters: what accented letters
# turn into when read in the wrong encoding. Apostrophes, dashes and the middle dot of
# inclusive writing do stand there.
_SIGN_IN_WORD = re.compile(
    r"(?<=[a-zà-öø-ÿ])[‚ƒ„†‡ˆ‰‹›•˜™¡-¬¯-¶¸-¿×÷ŠŽŒ](?=[a-zà-öø-ÿ])|[ÃÂ][\x80-\xbf€-™¡-¿]|¤"
)
_ACCENTED_RUN = re.compile(r"[À-ÖØ-öø-ÿ]{4,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BROKEN = re.compile("[\udc80-\udcff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True)
class Decoded:
    """Characters, the encoding they were in, and what was doubtful or repaired."""

    text: str
    encoding: str
    notes: tuple[Reason, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes.

    Args:
        data: The bytes.
        declared: The encoding that the text names for itself, if it does; a
            byte order mark outranks it.

    Returns:
        The text without its byte order mark and otherwise as it stands.

    Raises:
        UnreadableError: No encoding makes text of it.
    """
    decoded = _decode(data, declared)
    # NUL, or more than stray control characters, are signs of a format that we don't know.
    controls = len(_CONTROL.findall(decoded.text))
    if "\0" in decoded.text or controls > max(2, 0.001 * len(decoded.text)):
        raise _not_text()
    return decoded


def _decode(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    codec = _codec(declared) if declared is not None else None
    if declared is None or codec is None:
        return _decode_undeclared(data)
    text = _strictly(data, codec)
    # Bytes beyond ASCII that form UTF-8 are UTF-8, whatever an old template declares.
    if text is not None and (codec == "utf-8" or not _is_utf8(data)):
        return Decoded(text, codec)
    decoded = _decode_undeclared(data)
    wrong = Reason(rule="declared-encoding-wrong", words=declared)
    return Decoded(decoded.text, decoded.encoding, (wrong, *decoded.notes))


def is_misread(text: str) -> bool:
    """Tell whether signs stand inside words as they do in text decoded wrongly."""
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return len(_SIGN_IN_WORD.findall(text)) > _MOJIBAKE * beyond


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    text = _strictly(data, encoding)
    if text is not None:
        return Decoded(text, encoding)
    if encoding == "utf-8" and (repaired := _repaired(data)):
        return repaired
    raise _no_encoding(f"it says that it is {encoding.upper()} but is not")


def _decode_undeclared(data: bytes) -> Decoded:
    text = _strictly(data, "utf-8")
    if text is not None:
        doubt = (Reason(rule="encoding-doubtful", words="utf-8"),) if is_misread(text) else ()
        return Decoded(text, "utf-8", doubt)
    if b"\0" in data:
        raise _not_text()
    if repaired := _repaired(data):
        return repaired
    text = _strictly(data, "cp1252")
    if text is not None and _is_western(text):
        return Decoded(text, "cp1252")
    return _detected(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes beyond ASCII are there and all of them form UTF-8."""
    return not data.isascii() and _strictly(data, "utf-8") is not None


def _codec(label: str) -> str | None:
    """Return Python's name of a declared encoding; None where it is none that text is sent in."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    if name in _REALLY_WINDOWS_1252:
        return "cp1252"
    # Without its mark, UTF-16 cannot be what a declaration in single bytes stands in.
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return name if name.startswith(_SENT_IN) else None


def _repaired(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few broken bytes, each as one U+FFFD; None if it is not that."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    whole = len(_MULTIBYTE.findall(data))
    if broken >= whole or broken > _REPAIRABLE * len(data):
        return None
    text = _BROKEN.sub("\ufffd", text)
    unit = "byte" if broken == 1 else "bytes"
    return Decoded(text, "utf-8", (Reason(rule="encoding-repaired", words=f"{broken} {unit}"),))


def _is_western(text: str) -> bool:
    """Tell whether text decoded as Windows-1252 reads like a Western language.

    Cyrillic or Greek read so turns into words made wholly of accented
    letters; Western languages hardly ever set three of them in a row.
    """
    letters = sum(character.isalpha() for character in text)
    in_runs = sum(len(run) for run in _ACCENTED_RUN.findall(text))
    return in_runs <= 0.1 * letters and not is_misread(text)


def _detected(data: bytes) -> Decoded:
    # A library that logs its every guess is of no use to the person at the keyboard.
    logging.getLogger("charset_normalizer").setLevel(logging.CRITICAL)
    from charset_normalizer import from_bytes  # noqa: PLC0415 (only the odd file needs it)

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise _no_encoding("no known encoding makes text of it")
    text = str(best)
    if _CONTROL.search(text) or is_misread(text):
        raise _no_encoding("no known encoding makes text of it")
    return Decoded(text, best.encoding, (Reason(rule="encoding-detected", words=best.encoding),))


def _not_text() -> UnreadableError:
    return UnreadableError("not text", "export its text as .txt in UTF-8")


def _no_encoding(why: str) -> UnreadableError:
    return UnreadableError(f"its encoding cannot be told: {why}", "save it again as UTF-8")
