"""Which mentions of a report tell one event.

`mentions` decides, by what `told` gathers of each mention and by whether their fillers are
`alike`; `words` are the language's.
"""
