"""The charity of this site: its form, and the preview before it is stored."""
