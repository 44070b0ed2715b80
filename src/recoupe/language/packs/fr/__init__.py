"""French."""

from recoupe.language.packs.fr.pack import French

PACK = French()

__all__ = ["PACK"]
