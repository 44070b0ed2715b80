"""Where an event stands: planned, sought, agreed, begun, done, refused, denied."""
