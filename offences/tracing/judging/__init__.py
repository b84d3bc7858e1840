"""Judges statements: the facts of the same slots first, their values last."""
