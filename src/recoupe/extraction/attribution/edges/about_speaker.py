"""Words behind a content that tell of who says it: ", sans préciser", "dans un entretien".

Also a second word of saying at the sentence's end (", ont déclaré les autorités"), and the clause
in which another answers (", ce que dément Y").
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.grammar.marks import ONLY_OPENING_MARKS
from recoupe.extraction.tokens import Paragraph, Token

# An inverted subject begins with these: "ont déclaré deux responsables".
_NAMING = {"DET", "PROPN", "NUM"}
# How far behind "dans" the noun of the occasion may stand: "au cours d'une longue conférence".
_OCCASION_REACH = 7
# The longest "selon X" between two commas, in tokens.
_LONGEST_SOURCE = 18
_CLASHES = (
    ("Gender", "Masc", "Fem"),
    ("Gender", "Fem", "Masc"),
    ("Number", "Sing", "Plur"),
    ("Number", "Plur", "Sing"),
)
# Where the verb of "sans pour autant avoir été inculpés" stands, behind the comma.
_PASSIVE_REACH = 9


def told_of_speaker(root: Token, verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where words that tell of the speaker begin, or ``end``.

    Args:
        root: The main token of what is said.
        verb: The verb of saying.
        start: Position of the first token of what is said.
        end: Position just past its last one, as found so far.
        saying: The words of saying of the language.
    """
    doc = verb.doc
    end = min(end, _said_where(root, start, end, doc, saying))
    end = min(end, _aside_end(start, end, doc, saying))
    return min(end, _incise_start(verb, start, end, saying))


def _said_where(root: Token, start: int, end: int, doc: Paragraph, saying: Saying) -> int:
    """Return where words on the occasion of saying close the sentence: "dans un entretien"."""
    for i in range(max(start, root.i) + 1, end - 2):
        if not saying.is_one(doc[i], "on_occasion"):
            continue
        if doc[start - 1].lower_ in grammar.QUE and doc[i - 1].text != ",":
            # "affirme que le préfet a menti dans un communiqué": what was done there.
            continue
        near = doc[i + 1 : min(i + _OCCASION_REACH, end)]
        noun = next((t for t in near if t.pos_ in {"NOUN", "PROPN"}), None)
        if noun is None or not saying.is_one_lemma_of(noun, "occasions"):
            continue
        behind = doc[noun.i + 1 : end]
        if any(grammar.is_verb(t) and grammar.is_finite(t) for t in behind):
            continue
        if any(t.text in grammar.MARKS for t in behind):
            continue
        return i - 1 if doc[i - 1].text == "," else i
    return end


def _aside_end(start: int, end: int, doc: Paragraph, saying: Saying) -> int:
    """Return where words about the speaker begin: ", sans préciser", ", ce que dément Y", " ; "."""
    quoted = False
    for i in range(start, end - 1):
        text = doc[i].text
        if text in grammar.MARKS:
            quoted = text in ONLY_OPENING_MARKS or (text == '"' and not quoted)
        if i <= start:
            continue
        if text in {";", "—", "–"} or (text == ":" and not quoted):
            return i
        if text == "," and _about_speaker(i, end, doc, saying):
            return i
        following = doc[i + 1]
        if (
            text in {"»", "”"}
            and grammar.is_present_participle(following)
            and saying.cue(following) is not None
        ):
            # « ... » évoquant des retards
            return i + 1
    return end


def _incise_start(verb: Token, start: int, end: int, saying: Saying) -> int:
    """Return where words of saying close the sentence: ", ont déclaré les autorités"."""
    doc = verb.doc
    for cue in saying.candidates(doc[grammar.sentence_start(verb) : grammar.sentence_end(verb)]):
        if cue.i <= start + 1 or cue.i + 1 >= end or not saying.is_quoting(cue):
            continue
        first = grammar.verb_group(cue)[0].i
        while first - 1 > start and doc[first - 1].pos_ in {"ADV", "PRON"}:
            first -= 1
        if doc[first - 1].text != "," or not grammar.is_finite(cue) or _is_set_in(cue, end):
            continue
        if doc[start - 1].lower_ in grammar.QUE and _closes_aside(doc, start, first):
            # "rappelle que Riga, elle aussi, avait promis une base": the clause's own verb.
            continue
        behind = doc[cue.i + 1 : end]
        inverted = grammar.clitic_of(cue) is not None or behind[0].pos_ in _NAMING
        named = any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in behind)
        if inverted and named and not any(grammar.has(t, "VerbForm", "Fin") for t in behind):
            return first - 1
    return end


def _closes_aside(doc: Paragraph, start: int, end: int) -> bool:
    """Tell whether the comma before ``end`` closes what another opened before any verb."""
    before = doc[start : end - 1]
    return any(t.text == "," for t in before) and not any(
        grammar.has(t, "VerbForm", "Fin") for t in before
    )


def _about_speaker(comma: int, end: int, doc: Paragraph, saying: Saying) -> bool:
    first, second = doc[comma + 1], doc[comma + 2] if comma + 2 < end else doc[comma + 1]
    if (
        _relates_to_all(first, second, saying)
        or _tells_unknown(comma, end, doc, saying)
        or _told_earlier(first, second, end, saying)
    ):
        return True
    if saying.is_one(first, "meanwhile") and second.lower_ in grammar.QUE:
        return True
    if saying.is_one(first, "beside_saying") and any(
        grammar.has(t, "VerbForm", "Inf") for t in doc[comma + 2 : min(comma + 6, end)]
    ):
        return not _is_undergone(comma, end, doc)
    if saying.is_one(first, "before_gerund"):
        # "en précisant que", "tout en prévenant que"
        place = comma + 2 + saying.is_one(second, "gerund")
        while place + 1 < end and saying.is_one(doc[place], "oneself"):
            # "tout en se refusant à les nommer"
            place += 1
        gerund = doc[min(place, end - 1)]
        told = saying.cue(gerund) is not None or saying.is_one_lemma_of(gerund, "refusing")
        return grammar.is_present_participle(gerund) and told
    near = doc[comma + 1 : min(comma + 5, end)]
    if saying.may_open_phrase(first) and saying.phrase_length(near, saying.according):
        # ", d'après des propos tenus à la radio"
        return not _goes_on_behind(comma, end, doc, saying)
    if saying.is_one(first, "about_speaker"):
        return True
    if saying.is_gerund_behind_clitic(second):
        # ", les qualifiant de mensonges"
        return True
    if saying.is_one(first, "oneself") and grammar.is_present_participle(second):
        # ", se fondant sur un rapport", ", se disant inquiet"
        return saying.is_one_lemma_of(second, "referring") or saying.cue(second) is not None
    if doc[comma - 1].text in {"»", "”", '"'} and grammar.is_present_participle(first):
        # « ... », donnant rendez-vous à la presse
        return True
    if grammar.is_present_participle(first) and saying.cue(first) is not None:
        return True
    verb = next((t for t in doc[comma + 1 : min(comma + 4, end)] if t.pos_ == "VERB"), None)
    if verb is None or not saying.is_quoting(verb) or grammar.clitic_of(verb) is None:
        return False
    return not _is_set_in(verb, end)


def _told_earlier(first: Token, second: Token, end: int, saying: Saying) -> bool:
    """Tell ", après avoir soutenu que Q", which the speaker said before."""
    if not saying.is_one(first, "later_than") or second.lemma_ != "avoir":
        return False
    near = first.doc[second.i + 1 : min(second.i + 4, end)]
    deed = next((t for t in near if t.pos_ == "VERB"), None)
    cue = saying.cue(deed) if deed is not None else None
    if deed is None or cue is None or saying.lemma(deed) in saying.mental:
        return False
    return cue.denies or any(t.lower_ in grammar.QUE for t in first.doc[deed.i + 1 : end])


def _is_undergone(comma: int, end: int, doc: Paragraph) -> bool:
    """Tell ", sans être inculpés" from ", sans préciser": a passive is no deed of the speaker."""
    near = doc[comma + 2 : min(comma + _PASSIVE_REACH, end)]
    verb = next((t for t in near if t.pos_ == "VERB"), None)
    if verb is None or not grammar.is_passive(verb):
        return False
    before = reversed(doc[verb.first : comma])
    subject = next((t for t in before if t.dep_.startswith("nsubj")), None)
    return subject is None or _may_agree(verb, subject)


def _may_agree(participle: Token, subject: Token) -> bool:
    """Tell whether a participle may be said of a noun: nothing in gender or number forbids it."""
    return not any(
        grammar.has(participle, feature, one) and grammar.has(subject, feature, other)
        for feature, one, other in _CLASHES
    )


def _relates_to_all(first: Token, second: Token, saying: Saying) -> bool:
    """Tell ", ce qui montre", ", ce que X dément", ", ce dont Y doute", ", chose que Z nie"."""
    if saying.is_one(first, "this") and saying.is_one(second, "who"):
        return True
    relative = second.lower_ in grammar.QUE or saying.is_one(second, "of_which")
    return saying.is_one(first, "what") and relative


def _tells_unknown(comma: int, end: int, doc: Paragraph, saying: Saying) -> bool:
    """Tell ", sans que l'on sache pourquoi", which the report says."""
    near = doc[comma + 1 : min(comma + _OCCASION_REACH + 2, end)]
    return (
        len(near) > 2
        and saying.is_one(near[0], "without")
        and near[1].lower_ in grammar.QUE
        and any(saying.is_one_lemma_of(t, "knowing") for t in near)
    )


def _goes_on_behind(comma: int, end: int, doc: Paragraph, saying: Saying) -> bool:
    """Tell "P1, selon X, P2" from "P, selon X" and from "P, selon X, ajoutant que Q"."""
    near = range(comma + 2, min(comma + _LONGEST_SOURCE, end - 1))
    closing = next((i for i in near if doc[i].text == ","), None)
    if closing is None:
        return False
    following = doc[closing + 1]
    return not (
        grammar.is_present_participle(following)
        or grammar.has(following, "PronType", "Rel")
        or _about_speaker(closing, end, doc, saying)
    )


def _is_set_in(verb: Token, end: int) -> bool:
    """Tell "faute, dit-il, d'inspecteur": words of saying behind which what is said goes on."""
    doc = verb.doc
    closing = next((i for i in range(verb.i + 1, min(verb.i + 4, end)) if doc[i].text == ","), end)
    return closing + 1 < end and doc[closing + 1].pos_ == "ADP"
