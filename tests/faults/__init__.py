"""A database, a disk or a worker that fails."""
