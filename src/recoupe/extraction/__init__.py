"""From one document to what it states."""

from recoupe.extraction.reading import read_documents, release, version

__all__ = ["read_documents", "release", "version"]
