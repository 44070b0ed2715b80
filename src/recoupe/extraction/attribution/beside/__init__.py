"""Words of saying set beside what they report: before, behind or into it, or a sentence on.

Before it: `fronted`, `colons`, `talk`. Behind or into it: `incise`, `closing`, `echoes`,
`speakers` (who speaks, behind the verb) and `inversion` (whether a noun there is its subject).
Sentences and clauses that follow: `looking_back`, `answered`, `taken_over`.
"""
