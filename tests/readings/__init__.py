"""A force's own file, from its upload to stored counts (`offences/intake/returns/`)."""
