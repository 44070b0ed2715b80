"""Which mentions of a report tell one event."""
