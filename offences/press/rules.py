"""What the rules do not allow."""


class Refused(Exception):
    """A step that the rules do not allow; the message says why and what to do."""
