"""Who and what plays which part in an event."""
