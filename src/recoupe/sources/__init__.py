"""Readers: from files, folders and standard input to documents.

:func:`discover` lists what there is to read without reading it; :func:`read`
turns one item into a :class:`~recoupe.model.Document`. Parsers and detectors
are imported when first needed, so that importing this package costs nothing.
"""

from recoupe.sources.discovery import Found, discover
from recoupe.sources.items import MAX_BYTES, Item
from recoupe.sources.reader import read

__all__ = ["MAX_BYTES", "Found", "Item", "discover", "read"]
