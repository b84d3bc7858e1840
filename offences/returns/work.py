"""A budget of work, so that a file is read alike on a busy machine and on a quiet one.

Work is counted in cells, characters or comparisons, never in seconds. The limits of the process are
several times as wide, and only end what no budget counts.
"""

from dataclasses import dataclass


class WorkUsedUp(Exception):
    """More work than the budget has."""


@dataclass
class WorkBudget:
    """The work that may still be done."""

    left: int

    @property
    def is_used_up(self) -> bool:
        return self.left < 0

    def spend(self, work: int) -> None:
        """Count some work before it is done."""
        self.left -= work
        if self.is_used_up:
            raise WorkUsedUp
