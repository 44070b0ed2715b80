"""Where an event stands: planned, sought, agreed, begun, done, refused, denied.

`judging` asks `verbs` or `nouns`, by the word that tells of the event; either asks `clauses`
(tense, mood, negation), and `nouns` also `predicates` (what is said of it). `words` are the
language's.
"""
