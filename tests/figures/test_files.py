"""A release as a file: every figure, and a reason wherever there is none."""

import csv
import io

import pytest
from openpyxl import load_workbook

from offences.models import Force
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
        figure_kind="total",
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


def lines_of(sheet) -> list[dict]:
    headings = [cell.value for cell in sheet[2]]
    rows = sheet.iter_rows(3, None, None, None, True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_the_workbook_gives_a_sum_that_is_a_range_with_its_limits_and_marker(client, made):
    more = {"figure_kind": "sum", "body_kind": "total", "with_figures": 2, "asked": 2}
    figure(made, worlds.force("Eastshire"), 2017, 13, 16, body="England", **more)
    (line,) = [
        line for line in lines_of(book(client)["Published"]) if line["What"].startswith("sum")
    ]
    told = [line[name] for name in ("Number", "Low", "High", "Marker")]
    assert told == [None, 13, 16, "c"]


def test_in_the_workbook_what_was_printed_of_a_force_is_not_among_the_counts(client, made):
    north = Force.objects.get(slug="northshire")
    figure(made, north, 0, 77, figure_kind="total", period="2015/16 to 2018/19")
    figure(
        made, north, 2018, None, figure_kind="statement", why="not_in_records", as_written="+28%"
    )
    found = book(client)
    assert all(line["Year"] for line in lines_of(found["Forces"]))
    assert 77 not in [line["Number"] for line in lines_of(found["Forces"])]
    printed = {line["What"]: line for line in lines_of(found["Published"])}
    said = printed["recorded statement"]
    assert (said["Number"], said["Marker"], said["Reason"]) == (
        None,
        "x",
        "published in words: +28%",
    )
    totals = [
        line for line in lines_of(found["Published"]) if line["Period"] == "2015/16 to 2018/19"
    ]
    assert [(line["Place"], line["Number"]) for line in totals] == [("Northshire Police", 77)]


def test_no_text_becomes_a_formula(client, made):
    for sheet in book(client):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert str(cell.value or "")[:1] not in tuple("=+-@")
    for row in rows(client):
        for value in row.values():
            assert value[:1] not in tuple("=+-@")
