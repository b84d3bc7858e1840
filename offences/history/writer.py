"""Who is writing to the database at this moment, through what, and why."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from django.http import HttpRequest

WHY = ("_why", "why", "reason")
"""The boxes of forms in which a person types a reason."""
KEYS = {"token", "key"}
"""The parts of addresses that open something to those who have them."""


@dataclass(frozen=True)
class ChangeWriter:
    """A request, a task or a command: its number, its name, and the person it works for."""

    request: str
    through: str
    person: int | None = None
    erases: bool = False  # names of people from the history (offences.history.erasing)

    def person_id(self) -> int | None:
        return self.person

    def why(self) -> str:
        return ""

    def name(self) -> str:
        return self.through

    def as_json(self) -> str:
        """The writer as the database receives it with a statement."""
        return _writer_json(
            self.request, self.name()[:200], self.person_id(), self.why()[:1000], self.erases
        )


@lru_cache(maxsize=64)  # a database asks for it with every row of a statement
def _writer_json(request: str, through: str, person: int | None, why: str, erases: bool) -> str:
    told = {"request": request, "through": through, "person": person}
    told |= {"erases": 1} if erases else {}
    return json.dumps(told | {"why": why})


@dataclass(frozen=True)
class RequestWriter(ChangeWriter):
    """A page's request. Its person and its form are looked at only once they have been read.

    To read either may ask the database, which is busy with the statement that asks for them.
    """

    page: HttpRequest = field(default_factory=HttpRequest)

    def person_id(self) -> int | None:
        user = vars(self.page).get("_cached_user") or vars(self.page).get("user")
        known = getattr(user, "_wrapped", user)  # not yet read: a plain object without a number
        return getattr(known, "pk", None)

    def name(self) -> str:
        """The page's address without the key of a link, which all of it may be until it is read."""
        match = vars(self.page).get("resolver_match")
        if match is None:
            return self.through
        address = self.page.path_info
        for key in match.kwargs.keys() & KEYS:
            address = address.replace(match.kwargs[key], "…")
        return f"{self.through} {address}"

    def why(self) -> str:
        form = vars(self.page).get("_post") or {}
        return next((text for name in WHY if (text := form.get(name, "").strip())), "")


def _process() -> ChangeWriter:
    name = Path(sys.argv[0]).name or "python"
    return ChangeWriter("", " ".join([name, *sys.argv[1:2]]) if name == "manage.py" else name)


_PROCESS = _process()
_writer: ContextVar[ChangeWriter] = ContextVar("who is writing", default=_PROCESS)


def current() -> ChangeWriter:
    return _writer.get()


def new_number() -> str:
    return uuid4().hex


def begin(writer: ChangeWriter | None) -> None:
    """Everything that this thread writes from now on is this writer's; None ends that."""
    _writer.set(writer or _PROCESS)


@contextmanager
def writing(writer: ChangeWriter) -> Iterator[None]:
    """Everything in this block is written by this writer."""
    token = _writer.set(writer)
    try:
        yield
    finally:
        _writer.reset(token)
