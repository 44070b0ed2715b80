"""Unusual white space kept out of the trained components' sight.

A no-break space inside « » or before % is a token in spaCy, and the treebanks know
of none: a parser that meets one loses its thread. The components between
``hide_blanks`` and ``restore_blanks`` read the words alone; afterwards the text is
whole again, each blank hanging on the word before it (UPOS ``SPACE``, relation ``dep``).
"""

from spacy.language import Language
from spacy.tokens import Doc

from recoupe.language.packs.fr.forms import texts

_WHOLE = "recoupe_whole"


@Language.component("recoupe_fr_hide_blanks")
def hide_blanks(doc: Doc) -> Doc:
    """Return the document's words without its blank tokens; the document itself if it has none."""
    if not any(map(str.isspace, texts(doc))):
        return doc
    kept = [token for token in doc if not token.is_space]
    if not kept:
        return doc
    spaces = [bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space) for t in kept]
    words = Doc(
        doc.vocab,
        words=[token.text for token in kept],
        spaces=spaces,
        # A blank that opens a document takes the start of the first sentence with it.
        sent_starts=[place == 0 or token.is_sent_start for place, token in enumerate(kept)],
    )
    words.user_data[_WHOLE] = doc
    words._context = doc._context
    return words


@Language.component("recoupe_fr_restore_blanks")
def restore_blanks(words: Doc) -> Doc:
    """Return the document with its blanks, bearing what was found out about its words."""
    whole: Doc | None = words.user_data.pop(_WHOLE, None)
    if whole is None:
        return words
    place = [token.i for token in whole if not token.is_space]
    word_at = dict(zip(place, words, strict=True))
    doc = Doc(
        whole.vocab,
        words=[token.text for token in whole],
        spaces=[bool(token.whitespace_) for token in whole],
        pos=[word_at[i].pos_ if i in word_at else "SPACE" for i in range(len(whole))],
        morphs=[str(word_at[i].morph) if i in word_at else "" for i in range(len(whole))],
        lemmas=[word_at[i].lemma_ if i in word_at else whole[i].text for i in range(len(whole))],
        heads=[
            place[word_at[i].head.i] if i in word_at else _neighbour(i, place[0])
            for i in range(len(whole))
        ],
        deps=[word_at[i].dep_ if i in word_at else "dep" for i in range(len(whole))],
        ents=_names(whole, words, place),
        user_data={**whole.user_data, **words.user_data},
    )
    doc._context = words._context
    return doc


def _neighbour(blank: int, first_word: int) -> int:
    """Return what a blank hangs on: what stands before it, or the first word."""
    return blank - 1 if blank > first_word else first_word


def _names(whole: Doc, words: Doc, place: list[int]) -> list[str]:
    tags = ["O"] * len(whole)
    for name in words.ents:
        start, end = place[name.start], place[name.end - 1] + 1
        tags[start:end] = [f"B-{name.label_}"] + [f"I-{name.label_}"] * (end - start - 1)
    return tags
