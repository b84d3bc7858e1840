"""A return held against itself once more, with what a person put in the place of some cells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from offences.returns.reconcile import reconcile
from offences.returns.sheet import Observation, Problem, TableRead

type Mended = Mapping[tuple[str, str], tuple[int | None, str | None, int | None, int | None]]
"""(sheet, cell) → value, marker, low, high."""


def as_plain(table: TableRead) -> dict[str, object]:
    """A table as plain values, with all that it takes to hold it against itself again."""
    return vars(table) | {
        "observations": [vars(each) for each in table.observations],
        "total_rows": sorted(table.total_rows),
        "total_columns": sorted(table.total_columns),
    }


def against_itself(tables: Sequence[Mapping[str, Any]], mended: Mended) -> list[Problem]:
    """What does not agree in a file as it was mended; `tables` are those of `see_file`."""
    return reconcile([_table(table, mended) for table in tables])


def _table(plain: Mapping[str, Any], mended: Mended) -> TableRead:
    return TableRead(
        plain["sheet"],
        plain["range"],
        tuple(_observation(each, plain["sheet"], mended) for each in plain["observations"]),
        tuple(plain["over"]),
        frozenset(plain["total_rows"]),
        frozenset(plain["total_columns"]),
    )


def _observation(plain: Mapping[str, Any], sheet: str, mended: Mended) -> Observation:
    part = plain["part"]
    read = Observation(**{**plain, "part": (part[0], part[1]) if part else None})
    if (sheet, read.cell or "") not in mended:
        return read
    value, marker, low, high = mended[sheet, read.cell or ""]
    return replace(read, value=value, marker=marker, low=low, high=high)
