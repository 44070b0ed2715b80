"""Things: what a report names, what stands on it, and the record of what was found.

A sentence is looked at further only where a word of it is on a list: a verb or noun of finding,
examining, bearing or marking, or a thing with a name behind it.
"""

from collections.abc import Sequence

from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.events.fillers import Fillers
from recoupe.extraction.events.joining import load_joining
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.events.pronouns import Pronouns
from recoupe.extraction.events.status.judging import Statuses
from recoupe.extraction.events.status.words import load_status
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.circumstances import Circumstances
from recoupe.extraction.things.codes import read_codes
from recoupe.extraction.things.finds import Finds
from recoupe.extraction.things.lexicon import load_evidence
from recoupe.extraction.things.markings import Markings
from recoupe.extraction.things.naming import Namer
from recoupe.extraction.things.records import Told
from recoupe.language import Pack
from recoupe.model import Mention, Span, TimeValue
from recoupe.model.thing import ThingsRead

__all__ = ["find_things"]


def find_things(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    times: Sequence[TimeValue],
    money: Sequence[Span],
    claimers: Claimers,
    pack: Pack,
) -> ThingsRead:
    """Return the things that a report names and what was found of them.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        attributions: Who says what in it.
        times: Its expressions of time.
        money: Spans of its sums of money.
        claimers: Resolves who is meant.
        pack: The pack of its language.
    """
    words, joining = load_evidence(pack), load_joining(pack)
    things = Things(mentions, (t.span for t in times), money, pack)
    namer = Namer(text, things, words)
    markings = Markings(text, times, namer, words, joining)
    pronouns = Pronouns(sentences, attributions, claimers, things, joining)
    fillers = Fillers(text, claimers, pronouns, things)
    told = Told(namer, words, joining)
    circumstances = Circumstances(text, told, things, fillers, times, words, joining)
    statuses, denying = Statuses(pack, joining), load_status(pack).denying
    finds = Finds(namer, told, circumstances, things, statuses, words, joining, denying)
    for sentence in sentences:
        for word in sentence.words:
            if lemma := words.verb(word):
                for thing, marking in markings.of_verb(word, lemma, sentence):
                    told.mark(thing, marking, sentence)
                for record in finds.of_verb(word, lemma, sentence):
                    told.find(record)
            elif word.pos_ == "NOUN":
                if namer.kind(word) is not None:
                    # A name behind it makes it worth keeping.
                    namer.thing(word, sentence)
                    continue
                for thing, marking in markings.of_noun(word, sentence):
                    told.mark(thing, marking, sentence)
                for record in finds.of_noun(word, sentence):
                    told.find(record)
        for draft, code in read_codes(text, sentence, namer, words):
            draft.codes.append(code)
        told.close(sentence)
    return told.read()
