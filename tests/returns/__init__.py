"""The reader of forces' files alone, from bytes to observations."""
