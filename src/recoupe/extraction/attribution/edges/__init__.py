"""How far a content goes: its ends, and where another voice takes over."""
