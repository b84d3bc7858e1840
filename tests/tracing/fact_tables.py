"""Some facts written as tables, as notes or a sheet have them, every third number wrong."""

from collections.abc import Iterator, Sequence
from typing import Any

type Row = Sequence[object]


def tables(facts: dict[str, Any], layout: int) -> str:
    """All tables of a force's facts, below each other."""
    numbers = iter(range(10_000))
    parts = []
    for caption, rows in _tables(facts):
        wrong = [
            [row[0], *(_more(n) if next(numbers) % 3 == 2 else n for n in row[1:])] for row in rows
        ]
        parts.append(f"{caption}\n\n{_LAYOUTS[layout % len(_LAYOUTS)](wrong)}")
    return "\n\n".join(parts)


def _more(cell: object) -> object:
    return cell + 1 if isinstance(cell, int) else cell


def _tables(facts: dict[str, Any]) -> Iterator[tuple[str, list[Row]]]:
    place, latest, series = facts["place"], facts["latest"], facts["series"]
    totals = {year: n for year, n in series.items() if isinstance(n, int)}
    first, last = min(totals), max(totals)
    yield f"Offences in {place}", [("Year", "Offences"), *totals.items()]
    yield (
        f"{place}, how it has changed",
        [("", first, last, "Change"), ("Offences", *_ends(totals, first, last))],
    )
    yield f"{place} by calendar year", [("Year", "Total"), *((y[:4], n) for y, n in totals.items())]
    panel = facts["national"].get("panel", {})
    forces = [
        (name, *_ends(own, first, last))
        for name, own in panel.items()
        if isinstance(own.get(first), int) and isinstance(own.get(last), int)
    ]
    yield "The forces compared", [("Force", first, last, "Increase"), *forces[:5]]
    yield (
        "The forces side by side",
        [("Year", *(name for name, *_ in forces[:3])), (last, *(f[2] for f in forces[:3]))],
    )
    ages = facts.get("ages", {})
    yield f"Ages of the children, {latest}", [("Age", "Offences"), *ages.items()]
    yield f"Where the age was known in {place}", [("Age group", "Offences"), *ages.items()]
    for name, share in facts.get("shares", {}).items():
        known, of = share["known"], share["of"]
        parts = [*share["parts"].items()]
        rows = [(f"{name.capitalize()} known", known), *parts, (f"{name} not known", of - known)]
        yield f"{name.capitalize()} in {place}, {latest}", [(name.capitalize(), latest), *rows]
        percents = [(part, n, f"{100 * n / known:.0f}%") for part, n in parts]
        yield f"Shares by {name} where recorded", [(name, "Offences", "Share"), *percents]


def _ends(own: dict[str, int], first: str, last: str) -> tuple[int, int, str]:
    return own[first], own[last], f"{own[last] - own[first]:+}"


def _in_bars(rows: Sequence[Row]) -> str:
    lines = [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:]))


def _in_tabs(rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(map(str, row)) for row in rows)


def _in_columns(rows: Sequence[Row]) -> str:
    return "\n".join("    ".join(map(str, row)) for row in rows)


def _in_lines(rows: Sequence[Row]) -> str:
    """Without a head: "2015/16: 112"."""
    return "\n".join(f"{row[0]}: {', '.join(map(str, row[1:]))}" for row in rows[1:])


def _in_dots(rows: Sequence[Row]) -> str:
    return "\n".join(f"{row[0]} ..... {row[-1]}" for row in rows[1:])


_LAYOUTS = (_in_bars, _in_tabs, _in_columns, _in_lines, _in_dots)
