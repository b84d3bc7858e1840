"""Whole paths through several rooms, from an entry or a round to a public page."""
