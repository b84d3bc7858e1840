"""Pages and files of all forces at once: measures, who answered, releases, what changed."""
