"""The staff site: *Today*, the grid, lists, who may do what."""
