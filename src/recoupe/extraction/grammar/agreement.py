"""Agreement in number and gender."""

from recoupe.extraction.tokens import Token

_TOLD_BY = ("Number", "Gender")


def agree(one: Token, other: Token) -> bool:
    """Tell whether nothing in number and gender keeps two words from standing for one.

    Args:
        one: A noun, pronoun or participle.
        other: Another. What either leaves open fits everything.
    """
    for name in _TOLD_BY:
        first, second = one.morph.get(name), other.morph.get(name)
        if first and second and set(first).isdisjoint(second):
            return False
    return True
