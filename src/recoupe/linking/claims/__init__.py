"""Statements that say the same, joined into claims."""
