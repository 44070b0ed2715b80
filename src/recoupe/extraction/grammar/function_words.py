"""Words of grammar that rules about the order of words ask for, each with its elided forms.

They are French, and stand here rather than in a lexicon since they are asked for everywhere; a
second language has to bring its own.
"""

#: The conjunction.
QUE = frozenset(("que", "qu'", "qu’"))
#: The preposition alone, ...
DE = frozenset(("de", "d'", "d’"))
#: ... and with an article joined to it.
DE_DU = DE | {"du", "des"}
A_AU = frozenset(("à", "au", "aux"))
SI = frozenset(("si", "s'", "s’"))
CE = frozenset(("ce", "c'", "c’"))
