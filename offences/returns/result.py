"""The contents read from a force's file, and their JSON at three edges.

They are the pipe of the reading process, the stored reading, and `manage.py read_return`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any

from offences.returns.own_form import FilledForm, FilledTable, FormEntry, FormFigure
from offences.returns.sheet import LABEL_KINDS, NotTaken, Observation, Problem, ReadTable


@dataclass(frozen=True)
class SheetPicture:
    """One visible sheet for the screen: its cells, and what each was taken for."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # those that have anything, from column 1
    roles: Mapping[str, str]  # cell → year, label, value, marker, total, note or ignored
    hidden: tuple[str, ...] = ()  # rows and columns: “14”, “C”
    faults: Mapping[str, str] = field(default_factory=dict)  # cell → why it has no value
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row and column, last row and column
    in_page: bool = False  # a table of a page or letter, whose cells are named R3C2


@dataclass(frozen=True)
class ReadFile:
    """Everything that was read in one file.

    `problems` are what the reader could not settle; `conflicts` what does not agree with the rest
    of the file, which `recheck` repeats once a person has corrected cells. Every number of a
    visible sheet is an observation, a label, a year, or in `not_taken`.
    """

    name: str
    tables: tuple[ReadTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[Problem, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    hidden: tuple[str, ...] = ()  # names of what is hidden: “Old data”, “Data!C”, “Data!14”
    form: FilledForm | None = None  # where it is our own return form
    sheets: tuple[SheetPicture, ...] = ()
    held_back: tuple[str, ...] = ()  # why it must be, a sentence for each reason
    personal: tuple[str, ...] = ()  # columns that no screen may show: “Data!C”
    unopened: bool = False  # nothing could open the file
    named_forces: tuple[Problem, ...] = ()  # questions, unless the force whose file it is is named


# Attribute → its key in JSON, where that is another.
_OTHER_KEYS: dict[type, dict[str, str]] = {
    # Stored readings, and scripts that read this output, know the key “quarantine”.
    ReadFile: {"name": "file", "conflicts": "against_itself", "held_back": "quarantine"},
    ReadTable: {"titles": "over"},
    Observation: {"months": "part", "part_words": "words"},
    FilledForm: {"figures": "held"},
    FormFigure: {"ours": "held", "answer": "right"},
}


@cache
def _keys(kind: type) -> list[tuple[str, str]]:
    """The attributes of a dataclass, each with its key in JSON."""
    others = _OTHER_KEYS.get(kind, {})
    return [(each.name, others.get(each.name, each.name)) for each in fields(kind)]


def to_report(read: ReadFile) -> dict[str, object]:
    """The output of `manage.py read_return`: the counts and the problems.

    Not the tables to which a person must first give a meaning.
    """
    document = to_document(replace(read, tables=tuple(filter(_has_meaning, read.tables))))
    for table in document["tables"]:
        for name in ("over", "total_rows", "total_columns", "key"):
            del table[name]
        for observation in table["observations"]:
            del observation["part"], observation["words"]
    document["problems"] += document["against_itself"]
    for problem in document["problems"]:
        problem.pop("also", None)
    for each in read.not_taken:
        if each.stops:
            problem = Problem(each.sheet, each.cell, f"“{each.text}” is {each.why}.", stops=True)
            document["problems"].append(_plain(problem))
    names = ("file", "tables", "problems", "not_taken", "hidden", "form")
    return {name: document[name] for name in names if name in document}


def _has_meaning(table: ReadTable) -> bool:
    return any(
        each.year or any(r in each.labels for r in LABEL_KINDS) for each in table.observations
    )


def to_document(read: ReadFile) -> dict[str, Any]:
    """All of it as the plain values of JSON."""
    return dict(json.loads(to_json(read)))


def to_json(read: ReadFile) -> str:
    """All of it as JSON, which never takes more memory than what was read."""
    return json.dumps(read, default=_plain)


def _plain(value: Any) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    plain = {key: getattr(value, name) for name, key in _keys(value.__class__)}
    if isinstance(value, Observation):
        other = plain.pop("other")
        plain["labels"] = value.labels | ({"other": other} if other else {})
    if isinstance(value, Problem) and not value.also:
        del plain["also"]
    if isinstance(value, ReadFile):
        plain = {key: part for key, part in plain.items() if part not in (None, False)}
    return plain


def from_document(document: Mapping[str, Any]) -> ReadFile:
    """Restore a read file from plain values; without any, a file with nothing in it."""
    return ReadFile(**_given(ReadFile, {"file": "", **document}))


def _given(kind: type, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a dataclass, from their plain values."""
    makes, given = _MAKES.get(kind, {}), [each for each in _keys(kind) if each[1] in plain]
    return {name: makes.get(name, _tuples)(plain[key]) for name, key in given}


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _each(kind: type) -> Callable[[Any], Any]:
    return lambda plains: tuple(kind(**_given(kind, plain)) for plain in plains)


def _observations(plains: list[dict[str, Any]]) -> tuple[Observation, ...]:
    keys = [each for each in _keys(Observation) if each[0] not in ("labels", "other")]
    return tuple(
        Observation(
            labels={role: text for role, text in plain["labels"].items() if role != "other"},
            other=tuple(plain["labels"].get("other", ())),
            **{name: _tuples(plain[key]) for name, key in keys},
        )
        for plain in plains
    )


# What makes the attributes that are no plain values.
_MAKES: dict[type, dict[str, Callable[[Any], Any]]] = {
    ReadFile: {
        "tables": _each(ReadTable),
        "problems": _each(Problem),
        "conflicts": _each(Problem),
        "named_forces": _each(Problem),
        "not_taken": _each(NotTaken),
        "form": lambda form: FilledForm(**_given(FilledForm, form)) if form else None,
        "sheets": _each(SheetPicture),
    },
    ReadTable: {"observations": _observations, "total_rows": frozenset, "total_columns": frozenset},
    FilledForm: {
        "tables": _each(FilledTable),
        "typed": _each(FormEntry),
        "figures": _each(FormFigure),
    },
}
