"""The demonstration: the published history, loaded and read."""
