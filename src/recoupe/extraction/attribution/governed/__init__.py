"""Contents that a verb or noun of saying governs: clauses, infinitives, nouns.

`indirect` finds them behind verbs and `nouns` behind nouns; `reported` keeps out verbs that tell
no saying. `contents` puts together what a verb governs: clauses (`openers` tells where one
begins), `infinitives`, nouns (`things`), `verdicts` on somebody or something, what somebody is
blamed for (`blame`) and what was told in the passive (`passives`).
"""
