"""Words of saying set beside what they report: before, behind or into it, or a sentence on."""
