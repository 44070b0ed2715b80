"""Who and what plays which part in an event.

`arguments` and `noun_arguments` gather what stands around a verb or a noun, `slots` sorts it by
the slots of the word's frame, and `filling` gives each the part that it plays. What the parse
hangs elsewhere or leaves out is found by `subjects`, `objects`, `agents`, `control`, `plans`,
`relatives`, `displaced`, `strays` and `neighbours`; `voice` tells active from passive.
"""
