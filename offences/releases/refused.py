"""A step that the rules do not allow."""


class Refused(Exception):
    """A step that the rules do not allow; the message says why and what to do."""


class Early(Refused):
    """A release would open before the embargo of an event that speaks from it."""
