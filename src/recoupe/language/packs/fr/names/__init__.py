"""What names name, where their words or those beside them say it better than the network's guess.

The trained recogniser finds where names stand far better than it tells what they name: it has
read too few reports to know the world. Here it is told: names that any paper writes, the noun
before a name ("le chalutier X"), the word that a name begins or ends with ("Front X",
"X Airlines"), digits, capitals and first names; and names that it cut are made whole.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from recoupe.language.packs.fr.forms import texts
from recoupe.language.packs.fr.names.edges import whole_names
from recoupe.language.packs.fr.names.known import Known, Named, known
from recoupe.language.packs.fr.names.labels import is_of_person, told

__all__ = ["settle_names"]


@Language.component("recoupe_fr_names")
def settle_names(doc: Doc) -> Doc:
    """Complete the names found, add known ones, and give each the label that fits."""
    lexicon = known()
    before = [Named(name.start, name.end, name.label_) for name in doc.ents]
    written = texts(doc)
    found = whole_names(doc, before, lexicon, written)
    found = [
        name._replace(label=told(doc, name, lexicon)) if not is_known else name
        for name, is_known in _with_known(doc, found, lexicon, written)
    ]
    if found != before:
        doc.set_ents([Span(doc, name.start, name.end, name.label) for name in found])
    return doc


def _with_known(
    doc: Doc, found: list[Named], lexicon: Known, written: Sequence[str]
) -> list[tuple[Named, bool]]:
    """Return the names found with known ones in their places, and which are known."""
    over = {at: name for name in found for at in range(name.start, name.end)}
    result: list[tuple[Named, bool]] = []
    at = 0
    while at < len(written):
        # Most words are in small letters and begin no name: asked of the text alone.
        first = written[at][0]
        hit = lexicon.at(written, at) if first.isupper() or first.isdigit() else None
        if hit is not None:
            covered = {over[k] for k in range(at, hit.end) if k in over}
            whole = all(at <= name.start and name.end <= hit.end for name in covered)
            if whole and (covered or _stands_out(doc, hit)):
                guess = next(iter(covered)).label if len(covered) == 1 else ""
                theirs = guess == "PER" and is_of_person(doc, at, lexicon)
                result.append((hit._replace(label="PER") if theirs else hit, True))
                at = hit.end
                continue
        name = over.get(at)
        if name is not None and name.start == at:
            result.append((name, False))
            at = name.end
            continue
        at += 1
    return result


def _stands_out(doc: Doc, name: Named) -> bool:
    """Tell whether capitals can only be a name's: not those that begin a sentence."""
    first = doc[name.start]
    if name.end - name.start > 1 or sum(c.isupper() for c in first.text) > 1:
        return True
    return first.pos_ == "PROPN" or not first.is_sent_start
