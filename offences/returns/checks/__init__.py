"""Checks for contradictions, and for data that nobody should see by accident."""
