"""The contents read from a force's file, and their JSON.

The JSON is written at three edges: the pipe of the reading process, the stored reading, and
`manage.py read_return`. Everywhere else what was read keeps these types.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from offences.returns.own_form import FilledForm, FilledTable, FormEntry, FormFigure
from offences.returns.sheet import Observation, Problem, ReadTable


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
    of the file, which `recheck` repeats once a person has corrected cells.
    """

    name: str
    tables: tuple[ReadTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    conflicts: tuple[Problem, ...] = ()
    hidden: tuple[str, ...] = ()  # names of what is hidden: “Old data”, “Data!C”, “Data!14”
    form: FilledForm | None = None  # where it is our own return form
    sheets: tuple[SheetPicture, ...] = ()
    quarantine: tuple[str, ...] = ()  # why the file must be held back, a sentence each
    personal: tuple[str, ...] = ()  # columns that no screen may show: “Data!C”
    unopened: bool = False  # nothing could open the file


_FORM_KEYS = {"figures": "held", "ours": "held", "answer": "right"}  # attribute → its key in JSON


def to_report(read: ReadFile) -> dict[str, object]:
    """The output of `manage.py read_return`: the counts and the problems."""
    document = to_document(read)
    for table in document["tables"]:
        for name in ("over", "total_rows", "total_columns"):
            del table[name]
        for observation in table["observations"]:
            del observation["part"], observation["words"]
    document["problems"] += document["against_itself"]
    names = ("file", "tables", "problems", "hidden", "form")
    return {name: document[name] for name in names if name in document}


def to_document(read: ReadFile) -> dict[str, Any]:
    """All of it as the plain values of JSON."""
    return dict(json.loads(to_json(read)))


def to_json(read: ReadFile) -> str:
    """All of it as JSON, which never takes more memory than what was read."""
    return json.dumps(read, default=_plain)


def _plain(value: object) -> object:
    match value:
        case ReadFile():
            return _plain_file(value)
        case ReadTable():
            return {
                "sheet": value.sheet,
                "range": value.range,
                "observations": value.observations,
                "over": value.titles,
                "total_rows": sorted(value.total_rows),
                "total_columns": sorted(value.total_columns),
            }
        case Observation():
            return _plain_observation(value)
        case FilledForm() | FormFigure():
            return {_FORM_KEYS.get(name, name): part for name, part in vars(value).items()}
    return vars(value)


def _plain_file(read: ReadFile) -> dict[str, object]:
    return {
        "file": read.name,
        "tables": read.tables,
        "problems": read.problems,
        "hidden": read.hidden,
        **({"form": read.form} if read.form else {}),
        "against_itself": read.conflicts,
        "sheets": read.sheets,
        "quarantine": read.quarantine,
        "personal": read.personal,
        **({"unopened": True} if read.unopened else {}),
    }


def _plain_observation(each: Observation) -> dict[str, object]:
    return {
        "cell": each.cell,
        "year": each.year,
        "year_kind": each.year_kind,
        "labels": each.labels | ({"other": each.other} if each.other else {}),
        "value": each.value,
        "marker": each.marker,
        "low": each.low,
        "high": each.high,
        "total": each.total,
        "part": each.months,
        "words": each.part_words,
    }


def from_document(document: Mapping[str, Any]) -> ReadFile:
    """Restore a read file from plain values; without any, a file with nothing in it."""
    form = document.get("form")
    return ReadFile(
        document.get("file", ""),
        tuple(map(_table, document.get("tables", ()))),
        tuple(Problem(**each) for each in document.get("problems", ())),
        tuple(Problem(**each) for each in document.get("against_itself", ())),
        tuple(document.get("hidden", ())),
        _form(form) if form else None,
        tuple(map(_sheet, document.get("sheets", ()))),
        tuple(document.get("quarantine", ())),
        tuple(document.get("personal", ())),
        document.get("unopened", False),
    )


def _table(plain: Mapping[str, Any]) -> ReadTable:
    return ReadTable(
        plain["sheet"],
        plain["range"],
        tuple(map(_observation, plain["observations"])),
        tuple(plain["over"]),
        frozenset(plain["total_rows"]),
        frozenset(plain["total_columns"]),
    )


def _observation(plain: Mapping[str, Any]) -> Observation:
    labels, months = dict(plain["labels"]), plain["part"]
    return Observation(
        plain["cell"],
        plain["year"],
        plain["year_kind"],
        other=tuple(labels.pop("other", ())),
        labels=labels,
        value=plain["value"],
        marker=plain["marker"],
        low=plain["low"],
        high=plain["high"],
        total=plain["total"],
        months=(months[0], months[1]) if months else None,
        part_words=plain["words"],
    )


def _sheet(plain: Mapping[str, Any]) -> SheetPicture:
    lists = {
        "rows": tuple((row, tuple(texts)) for row, texts in plain["rows"]),
        "hidden": tuple(plain["hidden"]),
        "merged": tuple(map(tuple, plain["merged"])),
    }
    return SheetPicture(**{**plain, **lists})


def _form(plain: Mapping[str, Any]) -> FilledForm:
    return FilledForm(
        plain["code"],
        plain["round"],
        plain["force"],
        plain["request"],
        tuple(FilledTable(**each) for each in plain["tables"]),
        tuple(FormEntry(**each) for each in plain["typed"]),
        plain["practice"],
        tuple(
            FormFigure(e["measure"], e["year"], e["held"], e["right"], e["correction"])
            for e in plain["held"]
        ),
        tuple(plain["problems"]),
    )
