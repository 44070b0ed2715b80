"""Names of persons freed of the titles before them: « M. Roux » names Roux."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

_CIVILITY = re.compile(
    r"(?:mm?\.|mmes?|mlles?|mrs?\.?|me|dr\.?|pr\.?|mgr|monsieur|messieurs|madame|mesdames"
    r"|maître|docteur)$",
    re.IGNORECASE,
)


@Language.component("recoupe_fr_civilities")
def drop_civilities(doc: Doc) -> Doc:
    """Let each person's name begin behind its civilities; a title alone is no name."""
    names = []
    changed = False
    for name in doc.ents:
        start = name.start
        if name.label_ == "PER":
            while start < name.end and _CIVILITY.match(doc[start].text):
                start += 1
        changed = changed or start > name.start
        if start < name.end:
            names.append(name if start == name.start else Span(doc, start, name.end, "PER"))
    if changed:
        doc.set_ents(names)
    return doc
