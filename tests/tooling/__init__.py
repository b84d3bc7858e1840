"""The project's own tools, settings, documents and names."""
