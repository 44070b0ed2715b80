"""Words that name a source, and chains of sources."""
