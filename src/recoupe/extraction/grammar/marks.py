"""Quotation marks that may stand between the words that a rule looks at."""

#: Those that open words and never close them.
ONLY_OPENING_MARKS = frozenset(("«", "“", "„"))
#: Those that open words, or may.
OPENING_MARKS = ONLY_OPENING_MARKS | {'"'}
CLOSING_MARKS = frozenset(("»", "”"))
MARKS = OPENING_MARKS | CLOSING_MARKS
