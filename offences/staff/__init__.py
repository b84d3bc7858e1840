"""The staff's own pages, a room for each job; lists and records are in `admin/`."""
