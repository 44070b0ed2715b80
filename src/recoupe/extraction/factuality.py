"""How sure the nearest source is of a proposition.

Values and their meaning are FactBank's (Saurí and Pustejovsky 2009): certain,
probable or possible, each affirmed or denied, or underspecified. The value is
read from the word of saying, from the main verb of the content (negation, mood,
modal verbs), from hedges around it, and from the form of the sentence. Every
step lowers certainty or turns polarity; none raises it.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import lemma_of
from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.model import Factuality, Reason, Span

_F = Factuality
_LEVEL = {"CT": 2, "PR": 1, "PS": 0}
_NAME = {2: "CT", 1: "PR", 0: "PS"}


@dataclass(frozen=True, slots=True)
class _Words:
    particles: frozenset[str]
    alone: frozenset[str]
    modals: dict[str, Factuality]
    intention: frozenset[str]
    intention_phrases: tuple[str, ...]
    adverbs: dict[str, Factuality]
    phrases: tuple[tuple[Factuality, str], ...]
    condition: frozenset[str]


@cache
def _load(pack: Pack) -> _Words:
    words = pack.words("factuality")

    def key(lemma: str) -> str:
        return lemma.replace("s'", "se_")

    return _Words(
        particles=frozenset(words["negation"]["particles"]),
        alone=frozenset(words["negation"]["alone"]),
        modals={k: _F(v) for k, v in words["modals"].items()},
        intention=frozenset(key(w) for w in words["intention"]),
        intention_phrases=tuple(words["intention_phrases"]),
        adverbs={w.replace("_", " "): _F(v) for v, ws in words["adverbs"].items() for w in ws},
        phrases=tuple((_F(v), p) for v, ps in words["phrases"].items() for p in ps),
        condition=frozenset(w.replace("_", " ") for w in words["condition"]),
    )


@dataclass(slots=True)
class _Verdict:
    """A value in the making: certainty, polarity, and why."""

    level: int = 2
    negative: bool = False
    open: bool = False
    reasons: list[Reason] = field(default_factory=list)

    def lower(self, value: Factuality, reason: Reason) -> None:
        if value is _F.UNDERSPECIFIED:
            self.open = True
        else:
            self.level = min(self.level, _LEVEL[value.value[:2]])
            if value.denied:
                self.negative = not self.negative
        self.reasons.append(reason)

    @property
    def value(self) -> Factuality:
        if self.open:
            return _F.UNDERSPECIFIED
        return _F(_NAME[self.level] + ("-" if self.negative else "+"))


def judge(
    text: str,
    content: Span,
    root: Token | None,
    sentence: Sentence,
    pack: Pack,
    *,
    cue: Token | None = None,
    cue_value: Factuality = Factuality.CERTAIN,
    denies: bool = False,
) -> tuple[Factuality, tuple[Reason, ...]]:
    """Return how sure the source is of the content, and why.

    Args:
        text: The document's stored text.
        content: Span of the proposition.
        root: The content's main token; None where it has no parse.
        sentence: The sentence that the content's main verb stands in.
        pack: The pack of the language.
        cue: The word of saying, for its own negation and tense; None in the
            report's own voice.
        cue_value: What the word of saying commits its subject to.
        denies: The statement is a denial of the content.

    Returns:
        The value and the reasons in the order in which they were met.
    """
    words = _load(pack)
    verdict = _Verdict()
    _from_cue(verdict, sentence, cue, cue_value, denies, words)
    if root is not None:
        _from_main_verb(verdict, sentence, root, cue, words, content)
    # Around a denied proposition the words belong to what is denied.
    if not denies:
        _from_phrases(verdict, text, content, words)
    _from_form(verdict, text, content, sentence, root, words)
    return verdict.value, tuple(verdict.reasons)


def _reason(rule: str, sentence: Sentence, *tokens: Token) -> Reason:
    span = sentence.span_of(tokens)
    words = " ".join(t.text for t in tokens)
    return Reason(rule=rule, words=words, span=span)


def _from_cue(
    verdict: _Verdict,
    sentence: Sentence,
    cue: Token | None,
    value: Factuality,
    denies: bool,
    words: _Words,
) -> None:
    if cue is None:
        if denies:
            verdict.lower(_F.CERTAIN_NOT, Reason(rule="denial"))
        return
    # A cue may stand in another sentence than its content (« ... ». X a ajouté).
    local = cue.doc is sentence.tokens.doc
    negation = _negation(cue, words) if local else None
    if denies:
        if negation is not None:
            verdict.lower(_F.UNDERSPECIFIED, _reason("denial-negated", sentence, negation, cue))
        else:
            verdict.lower(_F.CERTAIN_NOT, _cue_reason("denial", sentence, cue, local))
        return
    if value is not _F.CERTAIN:
        verdict.lower(value, _cue_reason("cue-value", sentence, cue, local))
    if negation is not None:
        if value is _F.CERTAIN:
            # "n'a pas dit que P" commits to nothing.
            verdict.lower(_F.UNDERSPECIFIED, _reason("cue-negated", sentence, negation, cue))
        elif value in {_F.PROBABLE, _F.POSSIBLE}:
            # "ne pense pas que P": the negation is P's.
            verdict.lower(_F.PROBABLE_NOT, _reason("cue-negated", sentence, negation, cue))


def _cue_reason(rule: str, sentence: Sentence, cue: Token, local: bool) -> Reason:
    return _reason(rule, sentence, cue) if local else Reason(rule=rule, words=cue.text)


def _negation(verb: Token, words: _Words) -> Token | None:
    """Return the word that negates a verb, or None."""
    heads = [verb, *grammar.auxiliaries(verb)]
    near = [c for h in heads for c in h.children]
    start = verb.sent.start
    group = grammar.verb_group(verb)
    # Parsers misplace clitics: look also just before the verb group.
    low = max(start, group[0].i - 3)
    around = [verb.doc[i] for i in range(low, min(verb.i + 3, verb.sent.end))]
    ne = [
        t for t in {*near, *around} if t.lower_ in {"ne", "n'", "n’"} and _belongs(t, group)
    ]
    for token in sorted({*near, *around}, key=lambda t: t.i):
        if token.lower_ in words.particles and (ne or token.lower_ == "pas"):
            if token.i >= group[0].i - 3 and (token in near or group[0].i - 1 <= token.i <= verb.i + 2):
                if token.lower_ == "plus" and not ne:
                    continue
                return token
    if ne and verb.lemma_ in {"pouvoir", "savoir", "cesser", "oser"}:
        return ne[0]
    subject = grammar.subject(verb)
    if ne and subject is not None and (
        subject.lower_ in words.particles
        or any(c.lower_ in {"aucun", "aucune", "nul", "nulle"} for c in subject.children)
    ):
        return subject
    if ne and any(
        g.lower_ in {"aucun", "aucune", "nul", "nulle", "rien", "personne", "ni"}
        for c in verb.children
        for g in (c, *c.children)
    ):
        return ne[0]
    for token in near:
        if token.lower_ in {"sans"} and token.dep_ in {"mark", "case"}:
            return token
    return None


def _belongs(ne: Token, group: list[Token]) -> bool:
    return group[0].i - 3 <= ne.i <= group[-1].i


def _from_main_verb(
    verdict: _Verdict,
    sentence: Sentence,
    root: Token,
    cue: Token | None,
    words: _Words,
    content: Span,
) -> None:
    verb = _predicate(root)
    if verb is None:
        _from_verbless(verdict, sentence, root)
        return
    bearer = _copula(verb) or verb
    negation = _negation(bearer, words) or (_negation(verb, words) if bearer is not verb else None)
    if negation is not None and not _restricted(negation, verb):
        verdict.lower(_F.CERTAIN_NOT, _reason("negation", sentence, negation))
    _from_mood(verdict, sentence, bearer, cue)
    _from_modals(verdict, sentence, verb, words)


def _predicate(root: Token) -> Token | None:
    if grammar.is_verb(root):
        return root
    if any(t.dep_ == "cop" for t in root.children):
        return root
    return next((t for t in root.children if t.dep_ in {"acl:relcl", "ccomp"} and t.pos_ == "VERB" and False), None)


def _copula(token: Token) -> Token | None:
    return next((t for t in token.children if t.dep_ == "cop"), None)


def _from_verbless(verdict: _Verdict, sentence: Sentence, root: Token) -> None:
    for token in root.children:
        if token.lower_ in {"sans", "aucun", "aucune", "pas"}:
            verdict.lower(_F.CERTAIN_NOT, _reason("negation", sentence, token))
            return


def _restricted(negation: Token, verb: Token) -> bool:
    """Tell "ne ... plus que" and "pas seulement", which do not deny."""
    after = negation.doc[negation.i + 1 : min(negation.i + 2, verb.sent.end)]
    return any(t.lower_ in {"seulement", "uniquement"} for t in after)


def _from_mood(verdict: _Verdict, sentence: Sentence, verb: Token, cue: Token | None) -> None:
    mood, _ = grammar.mood_and_tense(verb)
    if mood != "Cnd":
        if mood == "Imp":
            verdict.lower(_F.UNDERSPECIFIED, _reason("imperative", sentence, verb))
        return
    bearer = next(
        (t for t in (*grammar.auxiliaries(verb), verb) if "Cnd" in t.morph.get("Mood")), verb
    )
    if bearer.lemma_ in {"devoir", "pouvoir", "sembler", "vouloir", "paraître"}:
        return
    if _condition(verb) is not None:
        verdict.lower(_F.POSSIBLE, _reason("hypothesis", sentence, bearer))
    elif _future_in_the_past(verb, bearer, cue):
        verdict.reasons.append(_reason("future-in-the-past", sentence, bearer))
    else:
        verdict.lower(_F.POSSIBLE, _reason("conditional-of-hearsay", sentence, bearer))


def _condition(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "advcl" and any(
            t.lower_ in {"si", "s'", "s’"} and t.dep_ == "mark" for t in child.lefts
        ):
            return child
    return None


def _future_in_the_past(verb: Token, bearer: Token, cue: Token | None) -> bool:
    """Tell "a déclaré qu'il livrerait" (a future seen from the past) from hearsay.

    Only a simple conditional, under a past cue that introduces it with "que".
    """
    if cue is None or cue.doc is not verb.doc or not cue.is_ancestor(verb):
        return False
    if bearer is not verb and bearer.dep_ == "aux:tense":
        return False
    _, tense = grammar.mood_and_tense(cue)
    past = tense in {"Past", "Imp"} or any(
        a.lemma_ in {"avoir", "être"} for a in grammar.auxiliaries(cue)
    )
    return past and any(t.dep_ == "mark" for t in verb.children)


def _from_modals(verdict: _Verdict, sentence: Sentence, verb: Token, words: _Words) -> None:
    chain: list[Token] = [*grammar.auxiliaries(verb), verb]
    for token in chain:
        lemma = token.lemma_.lower() if token is not verb else lemma_of(token)
        governs = token is not verb or _governs_infinitive(token)
        if lemma in words.modals and governs:
            value = words.modals[lemma]
            if lemma == "devoir" and not _epistemic(token, verb):
                value = _F.UNDERSPECIFIED
            if lemma == "pouvoir" and verdict.negative:
                # "ne peut pas livrer": held to be impossible, not merely possible-not.
                continue
            verdict.lower(value, _reason("modal-verb", sentence, token))
        elif lemma in words.intention and governs:
            verdict.lower(_F.UNDERSPECIFIED, _reason("intention", sentence, token))


def _epistemic(devoir: Token, verb: Token) -> bool:
    """Tell "devrait livrer" and "a dû partir" (likelihood) from "doit partir" (duty)."""
    mood, tense = grammar.mood_and_tense(devoir)
    if mood == "Cnd" or any("Cnd" in a.morph.get("Mood") for a in grammar.auxiliaries(verb)):
        return True
    return tense == "Pres" and any(
        t.dep_ == "aux:pass" for t in verb.children
    )


def _governs_infinitive(token: Token) -> bool:
    return any(
        "Inf" in c.morph.get("VerbForm") and c.i > token.i and c.dep_ in {"xcomp", "ccomp", "obj", "obl", "obl:arg", "advcl"}
        and not any(t.lower_ in {"pour", "afin", "sans", "avant", "après"} for t in c.lefts)
        for c in token.children
    ) or any(
        "Inf" in a.morph.get("VerbForm") and a.dep_.startswith("aux") for c in token.children for a in c.children
        if c.dep_ == "xcomp" and c.i > token.i
    )


def _from_phrases(verdict: _Verdict, text: str, content: Span, words: _Words) -> None:
    lowered = content.of(text).lower().replace("’", "'")
    head = _first_clause(lowered)
    for value, phrase in words.phrases:
        at = _find(head, phrase.replace("’", "'"))
        if at is not None:
            span = Span(content.start + at, content.start + at + len(phrase))
            verdict.lower(value, Reason(rule="hedge", words=span.of(text), span=span))
            break
    for adverb, value in words.adverbs.items():
        at = _find(head, adverb)
        if at is not None:
            span = Span(content.start + at, content.start + at + len(adverb))
            verdict.lower(value, Reason(rule="hedging-adverb", words=span.of(text), span=span))
            break
    for phrase in words.intention_phrases:
        at = _find(head, phrase.replace("’", "'"))
        if at is not None:
            span = Span(content.start + at, content.start + at + len(phrase))
            verdict.lower(
                _F.UNDERSPECIFIED, Reason(rule="intention", words=span.of(text), span=span)
            )
            break


def _first_clause(lowered: str) -> str:
    """Return the part of a content whose hedges bear on its main verb.

    A hedge in a relative clause far behind belongs to that clause.
    """
    return re.split(r"[,;] (?:qui|dont|que|où|ce qui|alors que|tandis que)\b", lowered)[0]


def _find(text: str, phrase: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    return match.start() if match else None


def _from_form(
    verdict: _Verdict,
    text: str,
    content: Span,
    sentence: Sentence,
    root: Token | None,
    words: _Words,
) -> None:
    after = text[content.end : content.end + 3]
    if re.match(r"[\s\u00a0\u202f»”\"]*\?", after):
        verdict.lower(_F.UNDERSPECIFIED, Reason(rule="question", words="?"))
    elif root is not None and _condition(root) is not None:
        mood, _ = grammar.mood_and_tense(_copula(root) or root)
        if mood != "Cnd":
            condition = _condition(root)
            assert condition is not None  # noqa: S101  (the branch above found it)
            opener = next(iter(condition.lefts), condition)
            verdict.lower(_F.UNDERSPECIFIED, _reason("condition", sentence, opener))
