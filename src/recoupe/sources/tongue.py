"""Which language a text is in: as stated, else as detected.

Detection is py3langid's (Lui and Baldwin 2012, "langid.py"): naive Bayes over
byte n-grams, here over the languages that have a two-letter code. Its model
takes most of a second to load, so it is asked only where nothing is stated.
"""

from functools import cache
from typing import Any

from recoupe.model import Reason

_SAMPLE = 1000
"""Characters looked at: the n-grams of a paragraph settle it."""
_SURE = 0.5
"""Probability from which a language without a pack is believed.

On headings of a dozen words detection is wrong once in five times, and then
its probability is low; leaving a report out for it would lose the report."""


def told_language(
    text: str, metadata: str | None = None, page: str | None = None
) -> tuple[str, tuple[Reason, ...]]:
    """Decide which language a text is in.

    Args:
        text: The text.
        metadata: ISO 639-1 code that a person gave for it; believed.
        page: The code that its page states. Templates often state the wrong
            one, so one that has no pack is checked against the text.

    Returns:
        The ISO 639-1 code, and what was doubtful about it.
    """
    # Imported here because it loads spaCy, which a listing of files has no use for.
    from recoupe.language import codes  # noqa: PLC0415

    if metadata is not None:
        return metadata, ()
    if page is not None and page in codes():
        return page, ()
    ranked = _ranked(text[:_SAMPLE])
    best, probability = ranked[0]
    if probability >= _SURE or not codes():
        if page is not None and best != page:
            return best, (Reason(rule="page-language-wrong", words=page),)
        return best, ()
    if page is not None:
        return page, ()
    likeliest = next((code for code, _ in ranked if code in codes()), best)
    doubt = f"{best} {probability:.2f}"
    return likeliest, (Reason(rule="language-unsure", words=doubt),)


def _ranked(text: str) -> list[tuple[str, float]]:
    """Return the languages by falling probability."""
    return [(code, float(probability)) for code, probability in _identifier().rank(text)]


@cache
def _identifier() -> Any:
    from py3langid import langid  # noqa: PLC0415 (slow to load)

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier
