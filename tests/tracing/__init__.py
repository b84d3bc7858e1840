"""Figures of a text and their verdicts; texts that give a hidden number away."""
