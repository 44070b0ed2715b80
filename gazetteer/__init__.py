"""Builds the gazetteer that ships with the French pack, from open data; see docs/places.md."""
