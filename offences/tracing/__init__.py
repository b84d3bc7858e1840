"""Finds every figure in a text typed by a person and says whether the facts bear it out."""
