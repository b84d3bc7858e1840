"""Labels: what the words and numbers in single cells mean."""
