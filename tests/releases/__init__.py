"""Releases: what they copy and hide, how they are screened, approved and corrected."""
