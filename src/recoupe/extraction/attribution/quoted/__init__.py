"""Direct speech: who signs it, how far it goes, what goes on with it."""
