"""A town, postcode or name as typed, and the force that it leads to."""
