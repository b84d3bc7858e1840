"""The practice year and its tasks."""
