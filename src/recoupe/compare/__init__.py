"""Names, dates and texts compared: a score, and what it rests on."""
