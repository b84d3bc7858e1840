"""A statement in one line: what its figure is, and each slot that its words fill."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from typing import Any

import django

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.free import readings
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.set_slot import ForcesNamed
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.words import charity


def as_in_the_tests() -> None:
    """Have answers speak of children, as in the tests, where they are written into a file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from offences.management.demo import reference

    charity.remember(reference.charity_words())


def said(statement: Statement, statements: Sequence[Statement], scene: Scene) -> str:
    """What a figure is read as, and how each other reading of it differs."""
    slots = dict(_slots(statement))
    others = (*statement.alternatives, *readings(statement, statements, scene))
    return " | or ".join((_line(slots), *(_line(_unlike(dict(_slots(o)), slots)) for o in others)))


def _line(slots: dict[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in slots.items())


def _unlike(slots: dict[str, str], first: dict[str, str]) -> dict[str, str]:
    gone = {name: "unsaid" for name in first if name not in slots}
    return {name: value for name, value in slots.items() if value != first.get(name)} | gone


def _slots(thing: Statement | Candidate | ForcesNamed) -> Iterator[tuple[str, str]]:
    for field in fields(thing):
        value = getattr(thing, field.name)
        if isinstance(value, Passage) or field.name in ("start", "end", "alternatives"):
            continue
        if isinstance(value, Candidate):
            yield from _slots(value)
        elif field.default is MISSING or value != field.default:
            yield field.name, _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return "+".join(sorted(map(_plain, value))) or "none"
    if isinstance(value, Body):
        return f"{value.name}{'' if value.evidence else ' (nothing held)'}"
    if isinstance(value, ForcesNamed):
        return _line(dict(_slots(value)))
    return str(value)
