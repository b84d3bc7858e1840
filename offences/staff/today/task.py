"""One kind of step, and everything that waits for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User

SHOWN = 5  # rows of a queue; the others are one link away


@dataclass(frozen=True)
class Row:
    """One thing that waits, with the page where it is done."""

    name: str
    url: str
    about: str
    age: str = ""
    mine: bool = True  # False: the rule of two people gives it to a colleague


@dataclass(frozen=True)
class Queue:
    """Things of one kind that wait for this person."""

    title: str
    action: str  # what the button says that leads to the first row
    url: str  # the list of them all
    rows: Sequence[Row]
    hint: str = ""

    @property
    def first(self) -> Sequence[Row]:
        # One row takes no more room than the link that would stand for it.
        return self.rows if len(self.rows) <= SHOWN + 1 else self.rows[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.rows) - len(self.first)


@dataclass(frozen=True)
class Other:
    """Things of one kind that wait for somebody else."""

    title: str
    url: str
    number: int
    who: str


@dataclass(frozen=True)
class Task:
    """One kind of step: who may do it, and everything that waits for it."""

    title: str
    action: str
    url: str
    role: str
    may: bool
    rows: Sequence[Row]
    hint: str = ""

    @property
    def queue(self) -> Queue:
        mine = [row for row in self.rows if self.may and row.mine]
        return Queue(self.title, self.action, self.url, mine, self.hint)

    @property
    def other(self) -> Other:
        number = sum(1 for row in self.rows if not (self.may and row.mine))
        return Other(
            self.title, self.url, number, f"another {self.role}" if self.may else self.role
        )


def may(user: User, *names: str) -> bool:
    return user.has_perms([f"offences.{name}" for name in names])
