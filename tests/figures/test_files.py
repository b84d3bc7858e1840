"""A release as a file: every figure, and a reason wherever there is none."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tests import worlds
from tests.figures.worlds import answer, figure, release


@pytest.fixture
def made(db):
    measure = worlds.measure()
    each = release(measure, worlds.round_of(measure), note="=HYPERLINK(1)")
    north, south = worlds.force("Northshire"), worlds.force("Southshire")
    figure(each, north, 2018, 0)
    figure(each, north, 2017, 1, 4)
    figure(each, north, 2016, 30, state="part_year", months=6)
    figure(each, south, 2018, None, why="refused", section="s.12")
    figure(each, south, 2017, 12, note="=1+1", source="@Gazette\x07")
    figure(
        each,
        north,
        2018,
        8224,
        claim="total",
        body_kind="total",
        body="England and Wales",
        with_figures=40,
        asked=44,
    )
    answer(each, south, "refused", reason="-cost")
    return each


def rows(client) -> list[dict[str, str]]:
    response = client.get("/releases/online/1/figures.csv")
    assert response["Content-Disposition"] == 'attachment; filename="online-release-1.csv"'
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def book(client):
    response = client.get("/releases/online/1/figures.xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="online-release-1.xlsx"'
    return load_workbook(io.BytesIO(response.content))


def test_a_missing_figure_is_an_empty_field_with_its_marker_and_reason(client, made):
    found = {(row["address"], row["year"]): row for row in rows(client)}
    nought, withheld = found["northshire", "2018/19"], found["northshire", "2017/18"]
    assert (nought["number"], nought["marker"], nought["months"]) == ("0", "", "12")
    assert [withheld[k] for k in ("number", "low", "high", "marker")] == ["", "1", "4", "c"]
    assert found["northshire", "2016/17"]["months"] == "6"
    gap = found["southshire", "2018/19"]
    assert [gap[k] for k in ("number", "low", "high", "months")] == ["", "", "", ""]
    assert (gap["marker"], gap["reason"]) == ("x", "refused, s.12")
    total = next(row for row in rows(client) if row["kind"] == "total")
    assert (total["forces_with_figures"], total["forces_asked"]) == ("40", "44")


def test_the_workbook_has_a_cover_and_one_plain_table_a_sheet(client, made):
    found = book(client)
    assert found.sheetnames == ["Cover", "Notes", "Forces", "Published", "Answers"]
    for sheet in found:
        assert sheet["A1"].value
        assert not sheet.merged_cells.ranges
        for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
            assert any(cell.value is not None for cell in row), sheet.title
    forces = found["Forces"]
    assert forces["A1"].value == "Online sexual offences: each force and year"
    headings = [cell.value for cell in forces[2]]
    lines = [
        dict(zip(headings, line, strict=True))
        for line in forces.iter_rows(3, None, None, None, True)
    ]
    gap = next(
        line for line in lines if line["Address"] == "southshire" and line["Year"] == "2018/19"
    )
    assert (gap["Number"], gap["Marker"], gap["Reason"]) == (None, "x", "refused, s.12")
    nought = next(
        line for line in lines if line["Year"] == "2018/19" and line["Place"].startswith("North")
    )
    assert nought["Number"] == 0
    assert isinstance(nought["Number"], int)
    assert found["Answers"]["E3"].value == "refused"


def test_no_text_becomes_a_formula(client, made):
    for sheet in book(client):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert str(cell.value or "")[:1] not in tuple("=+-@")
    for row in rows(client):
        for value in row.values():
            assert value[:1] not in tuple("=+-@")
