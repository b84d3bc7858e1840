"""Whether a text gives away a number that a release hides, in whatever words."""
