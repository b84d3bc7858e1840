"""Whatever leaves the site is read back, and says of every cell what its released row says."""
