"""The files, read back: a force's table, a release as CSV, a release as a workbook."""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from openpyxl import load_workbook

from tests.agreement.cells import Key, Reading, number_in, reason

type Line = Mapping[str, object]
"""One row of a file, by its columns: a number, a text, or "" where the field is empty."""

NUMBERS = ("number", "low", "high", "months", "forces_with_figures", "forces_asked")


def csv_lines(text: str) -> list[Line]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [
        {name: int(value) if name in NUMBERS and value else value for name, value in row.items()}
        for row in rows
    ]


def sheets(content: bytes) -> dict[str, list[Line]]:
    """The tables of a workbook: title in the first row, headings in the second."""
    book = load_workbook(io.BytesIO(content))
    found: dict[str, list[Line]] = {}
    for sheet in book:
        if sheet.title in ("Cover", "Notes"):
            continue
        _, headings, *rows = sheet.iter_rows(values_only=True)
        names = [str(each).lower().replace(" ", "_") for each in headings]
        found[sheet.title] = [
            {n: "" if v is None else v for n, v in zip(names, row, strict=True)} for row in rows
        ]
    return found


def reading_of(line: Line, column: str = "number") -> Reading:
    """What a line says of its cell; each number is a number, each empty field says nothing."""
    markers = frozenset(str(line["marker"]).split())
    said: Reading = {"missing": "x" in markers, "markers": markers}
    for aspect, name in (("number", column), ("low", "low"), ("high", "high")):
        said[aspect] = _number(line[name])
    said["months"] = _number(line["months"])
    said["reason"] = reason(str(line["reason"])) if line["reason"] else None
    note = str(line["note"])
    said["history"] = history_in(note)
    said["doubt"] = "In doubt:" in note
    return said


def history_in(note: str) -> tuple[tuple[int, int], ...] | None:
    """“Revised: 170 in release 1, 98 since release 2.”"""
    found = re.findall(r"([\d,]+\d|\d) (?:in|from|since) release (\d+)", note)
    return tuple((int(release), number_in(n)) for n, release in found) or None


def _number(value: object) -> int | None:
    assert value == "" or type(value) is int, f"{value!r} is neither a whole number nor empty"
    return value if isinstance(value, int) else None


def of_one_force(lines: Iterable[Line], slug: str) -> dict[Key, Reading]:
    """The file of one force's table."""
    return _once(((slug, str(line["year"])), reading_of(line, "number")) for line in lines)


def counts(lines: Iterable[Line]) -> dict[Key, Reading]:
    """The whole counts of single forces in the file of a release."""
    return _once(
        ((str(line["address"]), str(line["year"])), reading_of(line))
        for line in lines
        if line.get("what", "count from a return") == "count from a return"
        and not line.get("breakdown")
    )


def parts(lines: Iterable[Line]) -> dict[Key, Reading]:
    """The figures of breakdowns, of forces and of all together, by the names of their columns."""
    found = []
    for line in lines:
        if line["breakdown"]:
            place = str(line["address"] or line["place"])
            key = (place, str(line["year"]), str(line["breakdown"]), str(line["category"]))
            said = reading_of(line) if line["address"] else _of_several(line)
            found.append((key, said))
    return _once(found)


def together(lines: Iterable[Line]) -> dict[Key, Reading]:
    """What is of several forces, or was printed: sums, totals, words."""
    return _once(
        (printed_key(*(str(line[n]) for n in names)), _of_several(line))
        for line in lines
        if line["what"] != "count from a return" and not line.get("breakdown")
        for names in [("kind", "place", "what", "category", "year", "period", "published")]
    )


def printed_key(*parts: str) -> Key:
    return tuple(each for each in parts if each)


def _of_several(line: Line) -> Reading:
    markers = frozenset(str(line["marker"]).split())
    return {
        "missing": "x" in markers,
        "markers": markers,
        "number": _number(line["number"]),
        "low": _number(line["low"]),
        "high": _number(line["high"]),
        "with_figures": _number(line["forces_with_figures"]),
        "asked": _number(line["forces_asked"]),
    }


def _once(told: Iterable[tuple[Key, Reading]]) -> dict[Key, Reading]:
    found: dict[Key, Reading] = {}
    for key, reading in told:
        assert key not in found, f"{' '.join(key)} stands there twice"
        found[key] = reading
    return found
