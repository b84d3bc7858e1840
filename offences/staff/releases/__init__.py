"""Pages of a release: its screening, approval, preview and corrections."""
