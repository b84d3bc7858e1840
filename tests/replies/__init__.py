"""Messages of forces: who sent them, and which step they are."""
