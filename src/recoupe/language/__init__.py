"""Languages that Recoupe reads: one pack each, found by its folder in ``packs``."""

from recoupe.language.pack import Pack, codes, get_pack

__all__ = ["Pack", "codes", "get_pack"]
