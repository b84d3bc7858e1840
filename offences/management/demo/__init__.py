"""The published history as a demonstration: nothing in it is invented.

A return that is not public is not made up: a figure known only from a publication is a count with
that publication as its document, and what is not known stays unknown.
"""
