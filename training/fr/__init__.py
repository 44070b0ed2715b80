"""The French pipeline: ``python -m training.fr``."""
