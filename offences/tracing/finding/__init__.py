"""Finds every figure of a text: where it stands, its number and its kind."""
