"""The published history as a demonstration: nothing in it is invented.

Where a return is not in the public record, none is made up: a figure known only from print is a
count whose document is that publication, and what is not known stays unknown.
"""
