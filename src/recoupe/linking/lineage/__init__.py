"""Which report draws on which."""
