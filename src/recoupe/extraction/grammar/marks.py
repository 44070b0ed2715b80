"""Quotation marks that may stand between the words that a rule looks at."""

#: Those that open words, or may.
OPENING_MARKS = frozenset(("«", "“", '"', "„"))
MARKS = OPENING_MARKS | {"»", "”"}
