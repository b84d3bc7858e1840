"""Formats: the bytes of a file become its visible sheets, whatever program made it."""
