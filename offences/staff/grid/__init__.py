"""The grid: the counts of one submission, entered and checked."""
