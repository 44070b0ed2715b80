"""The training itself: components, examples, epochs, what is kept."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Adam, Config, NumpyOps, set_current_ops

from recoupe.language.packs.fr import model
from training.fr.settings import CONFIG, SETTINGS

Epochs = Callable[[int], Iterable[Example]]
Report = Callable[[int, dict[str, float], dict[str, float]], None]


def blank(vectors: Path | None) -> Language:
    """Return the pipeline with nothing learnt.

    Args:
        vectors: Floret table for the embedding, or None to do without.
    """
    # NumPy's matrix products are three times as fast as blis's here.
    set_current_ops(NumpyOps(use_blis=False))
    config = Config().from_str(CONFIG)
    parts = config["components"]
    for embed in (parts["tok2vec"]["model"]["embed"], parts["ner"]["model"]["tok2vec"]["embed"]):
        embed["include_static_vectors"] = vectors is not None
    nlp = model.FrenchNews.from_config(config)
    if vectors is not None:
        nlp.vocab.vectors = read_floret(nlp, vectors)
    return nlp


def read_floret(nlp: Language, path: Path) -> model.NewsVectors:
    """Return the vectors of a ``.floret`` table; rounded as they will be shipped."""
    with path.open(encoding="utf-8") as lines:
        buckets, dims, minn, maxn, hashes, seed, bow, eow = next(lines).split()
        table = np.zeros((int(buckets), int(dims)), dtype="float32")
        for line in lines:
            row, *values = line.rstrip().split(" ")
            table[int(row)] = [float(value) for value in values]
    return model.floret_vectors(
        nlp,
        table.astype("float16"),
        {
            "minn": int(minn),
            "maxn": int(maxn),
            "hash_count": int(hashes),
            "hash_seed": int(seed),
            "bow": bow,
            "eow": eow,
        },
    )


def batches(examples: Iterable[Example], words: int) -> Iterator[list[Example]]:
    """Yield batches of about so many words."""
    batch: list[Example] = []
    size = 0
    for example in examples:
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def rate(step: int, total: int) -> float:
    """Return the learning rate: up over the first steps, then down in a straight line."""
    warm = SETTINGS.warm_up
    if step < warm:
        return SETTINGS.learning_rate * (step + 1) / warm
    return SETTINGS.learning_rate * max(0.02, (total - step) / max(1, total - warm))


def run(
    nlp: Language,
    epoch_of: Epochs,
    dev: Sequence[Example],
    epochs: int,
    report: Report,
) -> None:
    """Train all but the names in place and leave the averaged weights in the pipeline.

    Args:
        nlp: The pipeline from :func:`blank`.
        epoch_of: Gives the examples of each epoch, already varied and shuffled.
        dev: Examples kept apart, scored after each epoch.
        epochs: How many times to go round.
        report: Told the scores.
    """
    fix_random_seed(SETTINGS.seed)
    first = list(epoch_of(0))
    nlp.initialize(lambda: first)
    # What is held now is held to the end: spare the collector the millions of objects.
    gc.collect()
    gc.freeze()
    optimizer = Adam(
        SETTINGS.learning_rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
        L2_is_weight_decay=True,
    )
    per_epoch = len(list(batches(first, SETTINGS.batch_words)))
    total = epochs * per_epoch
    step = 0
    for epoch in range(epochs):
        examples = first if epoch == 0 else epoch_of(epoch)
        losses: dict[str, float] = {}
        for batch in batches(examples, SETTINGS.batch_words):
            optimizer.learn_rate = rate(step, total)
            nlp.update(batch, sgd=optimizer, drop=SETTINGS.dropout, losses=losses, exclude=["ner"])
            step += 1
        with nlp.use_params(optimizer.averages):
            report(epoch, losses, score(nlp, dev))
    with nlp.use_params(optimizer.averages):
        kept = nlp.to_bytes(exclude=["vocab", "tokenizer", "recoupe_fr_lemmas"])
    nlp.from_bytes(kept, exclude=["vocab", "tokenizer", "recoupe_fr_lemmas"])


def run_names(nlp: Language, epoch_of: Epochs, epochs: int) -> None:
    """Train the names, all else held; in place, averaged as in :func:`run`.

    They have layers of their own: what tells names is not what tells the parse, and what is
    written for the one must not cost the other anything.

    Args:
        nlp: The pipeline from :func:`run`.
        epoch_of: Gives the examples of each epoch.
        epochs: How many times to go round.
    """
    # Anew, so that what was drawn for the parse changes nothing here.
    fix_random_seed(SETTINGS.seed)
    held = [name for name in nlp.pipe_names if name != "ner"]
    top = SETTINGS.names_rate
    optimizer = Adam(top, use_averages=True, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    step, total = 0, 0
    for epoch in range(epochs):
        found = list(batches(epoch_of(epoch), SETTINGS.batch_words))
        total = total or len(found) * epochs
        for batch in found:
            warm = min(1, (step + 1) / SETTINGS.names_warm_up)
            optimizer.learn_rate = top * warm * max(0.03, 1 - step / total)
            nlp.update(batch, sgd=optimizer, drop=SETTINGS.dropout, exclude=held)
            step += 1
    ner = nlp.get_pipe("ner")
    with nlp.use_params(optimizer.averages):
        kept = ner.to_bytes()
    ner.from_bytes(kept)


def score(nlp: Language, examples: Sequence[Example]) -> dict[str, float]:
    """Return shares of right part of speech, head, labelled head, and F1 of names."""
    docs = [example.predicted.copy() for example in examples]
    for name in ("tok2vec", "morphologizer", "parser", "ner"):
        pipe = nlp.get_pipe(name)
        for some in minibatch(docs, 64):
            list(pipe.pipe(some))
    words = tagged = headed = labelled = 0
    found = wanted = right = 0
    for doc, example in zip(docs, examples, strict=True):
        gold = example.reference
        if gold.has_annotation("DEP"):
            for ours, theirs in zip(doc, gold, strict=True):
                words += 1
                tagged += ours.pos == theirs.pos
                head = ours.head.i == theirs.head.i
                headed += head
                labelled += head and ours.dep_.split(":")[0] == theirs.dep_.split(":")[0]
        if gold.has_annotation("ENT_IOB"):
            ours = {(e.start, e.end, e.label_) for e in doc.ents}
            theirs = {(e.start, e.end, e.label_) for e in gold.ents}
            found, wanted, right = (
                found + len(ours),
                wanted + len(theirs),
                right + len(ours & theirs),
            )
    return {
        "upos": tagged / max(1, words),
        "uas": headed / max(1, words),
        "las": labelled / max(1, words),
        "names": 2 * right / max(1, found + wanted),
    }
