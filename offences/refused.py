"""Refusals: steps and files that the rules do not allow."""


class Refused(Exception):
    """A step that a rule forbids, or a file that cannot be taken.

    The message is the sentence that a person reads: what was wrong, where, and how to put it right.
    """
