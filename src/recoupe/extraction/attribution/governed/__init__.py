"""Contents that a verb or noun of saying governs: clauses, infinitives, nouns."""
