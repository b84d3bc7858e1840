"""Queues of the first page: each kind of step, and everything that waits for it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from offences.statistics.dates import in_words

SHOWN = 5  # rows of a queue; the others are one link away


@dataclass(frozen=True)
class QueueRow:
    """One thing that waits, with the page where it is done."""

    name: str
    url: str
    about: str
    age: str = ""
    mine: bool = True  # False: the rule of two people gives it to a colleague


@dataclass(frozen=True)
class Queue:
    """One kind of step: who may do it, and everything that waits for it."""

    title: str
    action: str  # the button's words; it leads to the first row
    url: str  # the list of them all
    role: str
    may: bool
    rows: Sequence[QueueRow]
    hint: str = ""

    @cached_property
    def mine(self) -> list[QueueRow]:
        """Rows for this person."""
        return [row for row in self.rows if self.may and row.mine]

    @property
    def first(self) -> Sequence[QueueRow]:
        # One row takes no more room than the link that would replace it.
        return self.mine if len(self.mine) <= SHOWN + 1 else self.mine[:SHOWN]

    @property
    def more(self) -> int:
        return len(self.mine) - len(self.first)

    @property
    def for_colleagues(self) -> int:
        """Number of rows for somebody else."""
        return len(self.rows) - len(self.mine)

    @property
    def colleague(self) -> str:
        """The role of the somebody else."""
        return f"another {self.role}" if self.may else self.role


def may(user: User, *names: str) -> bool:
    return user.has_perms([f"offences.{name}" for name in names])


def ago(when: dt.date | None, today: dt.date) -> str:
    """“yesterday”, “3 days ago”; the date itself after two months; nothing without one."""
    if when is None:
        return ""
    day = timezone.localtime(when).date() if isinstance(when, dt.datetime) else when
    days = (today - day).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days <= 60 else in_words(day, "day")


def plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def list_of(model: str, **filters: object) -> str:
    address = reverse(f"admin:offences_{model}_changelist")
    return f"{address}?{urlencode(filters)}" if filters else address


def page_of(model: str, page: str, pk: int) -> str:
    return reverse(f"admin:offences_{model}_{page}", args=[pk])
