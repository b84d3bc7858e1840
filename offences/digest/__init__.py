"""The daily digest: what changed or falls due, by e-mail, for those who asked for it."""
