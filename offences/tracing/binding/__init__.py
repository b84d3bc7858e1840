"""Binds each figure of a text to what it is said of: body, year, unit, subject, category."""
