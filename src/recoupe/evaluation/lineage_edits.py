"""What newsrooms do to a text that they take over, done by program: always the same outcome.

Copies with words changed, sentences dropped and paragraphs moved; cuts; passages set into an
article of one's own; round-ups. The lists that the program draws from lie with the texts
(``edits.yml``). Each maker takes paragraphs and returns paragraphs.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from recoupe.compare.texts import sentences
from recoupe.model import Span

# "DAKAR, 17 juin 2032 (ATP) - "
_DATELINE = re.compile(r"^[^\n(]{3,60}\([^()]+\) [-–] ")
# ", confiée à un cabinet de Zurich,": what a cut takes out without harm.
_ASIDE = re.compile(r", (?![^,«»]*\d)[^,.«»]{12,70},(?= )")
_SPEECH = re.compile(r"«[^«»]*»")

Paragraphs = list[str]


class Editor:
    """A desk that edits.

    Args:
        lists: The content of ``edits.yml``.
        seed: Two editors with one seed do the same.
    """

    def __init__(self, lists: Mapping[str, Any], seed: str) -> None:
        self._lists = lists
        self.chance = Random(seed)

    def pick(self, name: str) -> str:
        """Return an entry of a list, drawn by chance."""
        return str(self.chance.choice(self._lists[name]))

    def copy(self, text: Paragraphs) -> Paragraphs:
        """Return a reprint with a few words changed, and at times a sentence dropped."""
        return self._edited(bare(text), changed=0.4, dropped=0.06, asides=0.1)

    def heavy(self, text: Paragraphs) -> Paragraphs:
        """Return a copy rewritten in every sentence that allows it, its paragraphs moved."""
        first, *rest = self._edited(bare(text), changed=0.9, dropped=0.12, asides=0.5)
        self.chance.shuffle(rest)
        return [first, *rest]

    def reprint(self, text: Paragraphs, host: Paragraphs) -> Paragraphs:
        """Return a copy with a paragraph set in that the desk had of its own."""
        copied = self.copy(text)
        copied.insert(self.chance.randint(1, len(copied)), host[0])
        return copied

    def cut(self, text: Paragraphs) -> Paragraphs:
        """Return the first paragraphs, hardly edited."""
        kept = bare(text)
        return self._edited(kept[: max(2, len(kept) // 2)], changed=0.25, dropped=0, asides=0.1)

    def brief(self, text: Paragraphs) -> Paragraphs:
        """Return the first paragraph alone."""
        return self._edited(bare(text)[:1], changed=0.15, dropped=0, asides=0)

    def mix(self, text: Paragraphs, host: Paragraphs) -> Paragraphs:
        """Return ``host`` with a paragraph or two of the text set in."""
        mixed = list(host)
        for taken in self._told(text, self.chance.choice((1, 1, 2))):
            mixed.insert(self.chance.randint(1, len(mixed)), taken)
        return mixed

    def roundup(self, text: Paragraphs, host: Paragraphs) -> Paragraphs:
        """Return ``host``, which is about something else, with an item made of the text."""
        item = self._edited(bare(text)[:2], changed=0.25, dropped=0.1, asides=0.3)
        return [*host, self.pick("rubrics"), *item]

    def _told(self, text: Paragraphs, count: int) -> Paragraphs:
        """Return paragraphs that are not made of somebody's speech."""
        options = [p for p in bare(text) if len(_SPEECH.sub("", p).split()) > 20]
        taken = self.chance.sample(options, min(count, len(options)))
        return self._edited(taken, changed=0.25, dropped=0, asides=0.1)

    def _edited(
        self, text: Paragraphs, *, changed: float, dropped: float, asides: float
    ) -> Paragraphs:
        """Edit paragraphs; what is in quotation marks stays.

        Args:
            text: The paragraphs.
            changed: Chance of each word of the list to be changed.
            dropped: Chance of each sentence but the first to be dropped.
            asides: Chance of each aside to be taken out.
        """
        edited: Paragraphs = []
        for number, paragraph in enumerate(text):
            kept = [
                self._reworded(span.of(paragraph), changed, asides)
                for place, span in enumerate(sentences(paragraph, Span(0, len(paragraph))))
                if (number == 0 and place == 0) or self.chance.random() >= dropped
            ]
            if kept:
                edited.append(" ".join(kept))
        return edited

    def _reworded(self, sentence: str, changed: float, asides: float) -> str:
        def outside(edit: Callable[[str], str], text: str) -> str:
            parts = re.split(f"({_SPEECH.pattern})", text)
            return "".join(p if p.startswith("«") else edit(p) for p in parts)

        def words(part: str) -> str:
            for word, *others in self._lists["words"]:
                if self.chance.random() < changed:
                    part = re.sub(
                        rf"(?<!\w){word}(?!\w)", self.chance.choice(others), part, count=1
                    )
            return part

        def cut(part: str) -> str:
            return _ASIDE.sub(lambda m: "" if self.chance.random() < asides else m[0], part)

        return outside(words, outside(cut, sentence))


def bare(text: Sequence[str]) -> Paragraphs:
    """Return paragraphs without a headline before them and without an agency's dateline."""
    kept = list(text)
    if len(kept) > 1 and kept[0][-1] not in ".»":
        kept = kept[1:]
    return [_DATELINE.sub("", kept[0]), *kept[1:]]
