"""Where statements enter the case first hand."""
