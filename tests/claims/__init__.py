"""What may be said of figures, and why the rest may not."""
