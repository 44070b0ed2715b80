"""What claims are to each other: refuted, changed, supported, incomparable."""
