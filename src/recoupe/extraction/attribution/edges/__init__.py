"""How far a content goes: its ends, and where another voice takes over.

`ends` finds both ends; `own_voice` where the report's own voice takes over, and `about_speaker`
what behind a content tells of who says it.
"""
