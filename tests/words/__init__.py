"""Claims and figures as sentences."""
