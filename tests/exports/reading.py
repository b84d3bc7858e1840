"""Every format of a release read back, each by a program that did not write it."""

import csv
import io
import json
from collections.abc import Iterable, Mapping

from django.test import Client
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

type Row = Mapping[str, str | int]
"""A row by its columns: a number, a text, or "" where the field is empty."""

WHOLE = {
    *("number", "low", "high", "months", "forces_with_figures", "forces_asked", "release"),
    *("request", "since_release"),
    *("number_before", "low_before", "high_before", "months_before"),
}
SHEETS = ("Forces", "Published", "Parts")
COUNT = "count from a return"


def fetch(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content


def csv_rows(content: bytes) -> list[Row]:
    text = content.decode("utf-8-sig")
    return [
        {name: int(value) if name in WHOLE and value else value for name, value in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def json_rows(rows: Iterable[Mapping[str, str | int | None]]) -> list[Row]:
    """Objects in which an empty field is null: an empty text would be a second way to say it."""
    found: list[Row] = []
    for row in rows:
        assert "" not in row.values()
        found.append({name: "" if value is None else value for name, value in row.items()})
    return found


def api_rows(client: Client, address: str, per_page: int = 100) -> list[Row]:
    """The rows of all pages, followed from one to the next."""
    found: list[Row] = []
    following: str | None = f"{address}&per_page={per_page}"
    while following:
        page = json.loads(fetch(client, following))
        assert len(page["rows"]) <= per_page
        found += json_rows(page["rows"])
        following = page["next"]
    assert len(found) == page["count"]
    return found


def xlsx_sheets(content: bytes) -> dict[str, list[list]]:
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [
            ["" if v is None else v for v in row]
            for row in sheet.iter_rows(1, None, None, None, True)
        ]
        for sheet in book
    }


def ods_sheets(content: bytes) -> dict[str, list[list]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def table_in(lines: list[list]) -> list[Row]:
    """The table of a sheet, from its line of headings on."""
    start = next(at for at, line in enumerate(lines) if sum(bool(value) for value in line) > 1)
    names = [str(each).lower().replace(" ", "_") for each in lines[start]]
    return [
        {name: _value(value) for name, value in zip(names, line, strict=True)}
        for line in lines[start + 1 :]
    ]


def _value(value: object) -> str | int:
    if isinstance(value, float):  # how ODS has every number
        assert value == int(value)
        return int(value)
    assert isinstance(value, (str, int)), value
    return value


def of_sheet(name: str, rows: Iterable[Row]) -> list[Row]:
    """The rows of the plain file that a sheet of a workbook has."""
    wanted = {
        "Forces": lambda row: not row["breakdown"] and row["what"] == COUNT,
        "Published": lambda row: not row["breakdown"] and row["what"] != COUNT,
        "Parts": lambda row: bool(row["breakdown"]),
    }
    return [row for row in rows if wanted[name](row)]
