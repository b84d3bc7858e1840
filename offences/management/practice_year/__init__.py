"""A made-up country with a round in the middle, on which new staff train. Nothing in it is real."""
