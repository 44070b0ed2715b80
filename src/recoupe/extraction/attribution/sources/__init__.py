"""Words that name a source, and chains of sources.

`naming` goes from a verb or the head of a phrase to the words that name the source. `according`,
`phrases` and `shares` find sources that no verb of saying goes with, `cited` and `chains` whose
words somebody hands on.
"""
