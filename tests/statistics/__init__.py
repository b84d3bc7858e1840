"""What figures mean: years, ranges, series, panels."""
