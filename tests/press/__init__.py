"""Press releases: drafted, signed, issued, sent, corrected."""
