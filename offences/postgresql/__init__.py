"""Django's PostgreSQL, and an end to waiting for a server that says nothing (`patience`)."""
