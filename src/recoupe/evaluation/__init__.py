"""Scores on benchmarks, against the floors in ``evaluation/floors.json``."""
