"""The tense of a clause by its plain word forms, for texts that are not parsed.

A parse knows better: :func:`recoupe.extraction.times.read_times` takes its word first.
"""

import re

from recoupe.language.expressions import Tense
from recoupe.language.packs.fr.grammar import AP
from recoupe.language.packs.fr.times.vocabulary import WORDS

_FUTURE = re.compile(
    rf"(?<!\w)(?!(?:{'|'.join(WORDS['not_future'])})(?!\w))"
    r"(?:\w*(?:[eiu]|[vdrt]|ss)r(?:a|ont)|(?:va|vont|doit|doivent|peut|peuvent|puisse|puissent|veut|veulent)\s+(?:être\s+|se\s+|s['’])?\w+(?:er|ir|re)"
    r"|(?:est|sont)\s+(?:prévue?s?|attendue?s?|programmée?s?)|prévue?s?|rendez-vous|aura|auront"
    rf"|nous\s+(?:l[ea]s?\s+|l{AP}|nous\s+|y\s+)?\w+rons|vous\s+\w+rez|j(?:e\s+|{AP})\w+rai)(?!\w)",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"(?<!\w)(?:(?:a|ont|avait|avaient|ai|avons|est|sont|était|étaient)\s+"
    rf"(?:été\s+|\w+ment\s+|déjà\s+|pas\s+|également\s+|aussi\s+|notamment\s+|ainsi\s+)*\w+(?:é|ée|és|ées|i|ie|is|it|u|ue|us|ues|ert|int|ait)"
    rf"|(?:s{AP}|se\s+)(?:est|sont)|\w*(?<!r)(?:ait|aient)|\w+(?:èrent|irent|urent)|(?:aurait|auraient|serait|seraient)\s+(?:été\s+|déjà\s+)*\w+(?:é|ée|és|ées|i|is|it|u|ue|us))(?!\w)",
    re.IGNORECASE,
)
# "Est fermé jusqu'à" is a present state, where "est mort vendredi" is a past event.
_STATE = re.compile(
    r"(?<!\w)(?:est|sont)\s+(?:\w+ment\s+)?\w+(?:é|ée|és|ées|i|ie|is|u|ue|us|ues|ert|erte)(?!\w)"
)
_BOUNDARY = re.compile(rf"[,;:.!?()«»\n]|(?<!\w)(?:qu{AP}|(?:que|qui|où|mais|dont|alors|et)(?!\w))")
_NEXT_BOUNDARY = re.compile(r"[,;:.!?()«»\n]|(?<!\w)(?:que|qui|où|mais)(?!\w)")
# "La loi votée le 3 octobre": a noun, its participle, and the time right behind.
_PARTICIPLE = re.compile(
    r"(?P<before>[^\W\d_]+)\s+(?P<participle>[^\W\d_]{2,}(?:ées?|(?<!it)(?<!iét)(?<!ert)(?<!aut)(?<!ult)és))"
    r"\s+(?:en\s+|le\s+|au\s+|à\s+l['’]|ce\s+|dans\s+)?$",
    re.IGNORECASE,
)
_PLANNED = re.compile(rf"(?:{'|'.join(WORDS['planning_stems'])})", re.IGNORECASE)
_NOUNS = frozenset(WORDS["nouns_like_participles"])
_AUXILIARIES = frozenset(WORDS["auxiliaries"])


def told_by_participle(text: str, start: int) -> bool:
    """Tell whether a past participle of a noun stands right before a time.

    Behind an auxiliary it is the clause's verb ("sera votée"), and verbs of planning look
    ahead ("la fête prévue en décembre").
    """
    match = _PARTICIPLE.search(text, max(0, start - 48), start)
    if match is None or _PLANNED.match(match["participle"]):
        return False
    if match["participle"].lower().removesuffix("s") in _NOUNS:
        return False
    before = match["before"].lower()
    return before not in _AUXILIARIES and not before.endswith("ment")


def clause_tense(text: str, start: int, end: int, *, until: bool = False) -> Tense | None:
    """Return the tense of the clause around ``text[start:end]``, or None if no form tells.

    Args:
        text: The sentence.
        start: Where the expression of time begins.
        end: Where it ends.
        until: Whether it is an end ("jusqu'au 2 juin"): a state then reaches into it.
    """
    left = 0
    for match in _BOUNDARY.finditer(text, max(0, start - 160), start):
        if match[0][0] != "q" or text[match.end() : start].strip():
            left = match.end()  # "n'ouvriront que dimanche": this "que" opens no clause
    right_match = _BOUNDARY.search(text, end)
    right = right_match.start() if right_match else len(text)
    clause = text[left:start] + " " + text[end:right]
    if until:
        clause = _STATE.sub(" ", clause)
    told = _told(clause)
    if told is None and text[right : right + 1] == ",":  # "Dès dimanche, les écoles fermeront"
        following = _NEXT_BOUNDARY.search(text, right + 1)
        told = _told(text[right : following.start() if following else len(text)])
    return told


def _told(clause: str) -> Tense | None:
    if _FUTURE.search(clause):
        return "future"
    return "past" if _PAST.search(clause) else None
