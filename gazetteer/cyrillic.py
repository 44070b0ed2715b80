"""French spelling of Russian and Ukrainian names, as French newspapers transcribe them.

The transcription is the one that French reference works and agencies use (ш is "ch", х is
"kh", у is "ou"), not the ISO 9 transliteration of libraries.
"""

import re

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "io", "є": "ie",
    "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "ï", "й": "ï", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "ou", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "iou", "я": "ia", "’": "", "'": "", "ʼ": "",
}  # fmt: skip
# Ukrainian: и is y, г is h, щ is chtch, in most French newspapers.
_UKRAINIAN = {"и": "y", "г": "h"}
_VOWELS = "аеёиоуыэюяіїє"


def is_cyrillic(name: str) -> bool:
    """Tell whether a name is written in letters of Russian or Ukrainian, and in nothing else."""
    return bool(name) and all(c in _LETTERS or c in " -" for c in name.lower())


def french(name: str, country: str) -> str:
    """Return a Cyrillic name in French spelling.

    Args:
        name: A name for which :func:`is_cyrillic` holds.
        country: ISO 3166-1 code; Ukrainian has its own values for some letters.
    """
    letters = {**_LETTERS, **(_UKRAINIAN if country == "UA" else {})}
    return "-".join(
        " ".join(_word(word, letters) for word in part.split()) for part in name.lower().split("-")
    )


def _word(word: str, letters: dict[str, str]) -> str:
    # A final -ий or -ый loses its yod: Grozny, Belyï is rare.
    word = re.sub(r"[иы]й$", "ы", word)
    spelt = []
    for place, letter in enumerate(word):
        before = word[place - 1] if place else ""
        if letter == "е" and (not before or before in _VOWELS or before in "ьъ"):
            spelt.append("ie")
        elif letter == "й" and not before:
            spelt.append("i")
        elif letter in "ії" and before in _VOWELS:
            spelt.append("ï")
        elif letter == "с" and before in _VOWELS and word[place + 1 : place + 2] in tuple(_VOWELS):
            # One s between vowels would be read as z.
            spelt.append("ss")
        else:
            spelt.append(letters[letter])
    joined = "".join(spelt)
    joined = re.sub(r"g(?=[eiy])", "gu", joined)
    return joined[:1].upper() + joined[1:]
