"""The daily digest: what changed or falls due, by e-mail, for whoever asked for it."""
