"""Direct speech: who signs it, how far it goes, what goes on with it.

`direct` finds the quotations of a report and `marks` tells what each is; `signatures` tells who
signs one, `turns` and `posts` who speaks in an interview or on a social network, `continued` and
`embedded` who does where nothing signs it. `quoted_things` are noun phrases with quoted words.
"""
