"""From one document to what it states."""

from recoupe.extraction.reading import read_documents, version

__all__ = ["read_documents", "version"]
