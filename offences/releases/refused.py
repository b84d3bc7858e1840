"""A step that the rules do not allow."""

from offences.refused import Refused


class Early(Refused):
    """A release would open before the embargo of an event that speaks from it."""
