"""How well a description fits a figure, and how far to the fore the figure must be for it."""

Degree = tuple[float, float]
"""Kinship from 0 (cannot be meant) to 1, and the least salience for which that is enough."""

NONE: Degree = (0.0, 0.0)
SAME_NOUN: Degree = (1.0, 0.0)
SAME_NAMED: Degree = (0.9, 0.0)
SAME_OFFICE: Degree = (0.8, 0.0)
SAME_FAMILY: Degree = (0.7, 0.0)
SAME_CIRCLE: Degree = (0.6, 0.05)
SAME_FAMILY_UNNAMED: Degree = (0.5, 0.1)
ANYBODY: Degree = (0.5, 0.15)
POINTED_AT: Degree = (0.5, 0.1)
UNKNOWN_BODY: Degree = (0.45, 0.05)
DESCRIBED: Degree = (0.4, 0.3)
SEAT_UNKNOWN: Degree = (0.4, 0.05)
TAKEN_FOR_PERSON: Degree = (0.35, 0.1)
TAKEN_FOR_PLACE: Degree = (0.3, 0.2)
OFFICE_OF_THE_LAST: Degree = (0.3, 0.5)
PRESUMED: Degree = (0.3, 0.1)
ITSELF: Degree = (0.1, 0.1)
TAKEN_FOR_THING: Degree = (0.2, 0.3)
