"""A return compared with itself once more, after a person corrected some of its cells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from offences.returns.reconcile import reconcile
from offences.returns.sheet import Problem, ReadTable

type Corrections = Mapping[tuple[str, str], tuple[int | None, str | None, int | None, int | None]]
"""(sheet, cell) → value, marker, low, high."""


def recheck(tables: Iterable[ReadTable], corrections: Corrections) -> list[Problem]:
    """What does not agree in a file whose cells were corrected."""
    return reconcile([_corrected(table, corrections) for table in tables])


def _corrected(table: ReadTable, corrections: Corrections) -> ReadTable:
    observations = list(table.observations)
    for number, each in enumerate(observations):
        if (table.sheet, each.cell or "") in corrections:
            value, marker, low, high = corrections[table.sheet, each.cell or ""]
            observations[number] = replace(each, value=value, marker=marker, low=low, high=high)
    return replace(table, observations=tuple(observations))
