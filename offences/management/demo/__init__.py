"""The published history as a demonstration: nothing in it is invented."""
