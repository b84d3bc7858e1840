"""Every format of a release says the same of every cell, zero and blank included."""

import json
import re
from collections import Counter

import pytest
import time_machine
from django.test import Client

from offences.models import Release
from offences.words.cells import MARKERS
from tests import worlds
from tests.agreement import files, together
from tests.agreement.cells import Agreement, rows_of
from tests.agreement.crowd import crowd
from tests.agreement.test_parts import released, world  # noqa: F401
from tests.exports import reading
from tests.practice.worlds import NOW, practice
from tests.public.awkward import WORLDS, site
from tests.samples import is_drill, sampled, some

pytestmark = pytest.mark.django_db


def differences(client: Client, release: Release) -> tuple[int, list[str]]:
    """How many cells were compared, and those that one format says otherwise than the CSV."""
    address = f"/releases/{release.measure.slug}/{release.number}"
    plain = reading.csv_rows(reading.fetch(client, f"{address}/figures.csv"))
    whole = json.loads(reading.fetch(client, f"{address}/figures.json"))
    asked = f"/api/v1/figures?measure={release.measure.slug}&release={release.number}"
    found, compared = [], 0

    def compare(name: str, expected: list, told: list) -> None:
        nonlocal compared
        if len(expected) != len(told):
            found.append(f"{name}: {len(told)} rows, not {len(expected)}")
        for row, other in zip(expected, told, strict=False):
            for column, value in other.items():
                compared += 1
                if row[column] != value or type(row[column]) is not type(value):
                    found.append(
                        f"{name}: {column} of {row['place']} is {value!r}: {row[column]!r}"
                    )

    compare("JSON", plain, reading.json_rows(whole["rows"]))
    order = lambda row: [str(value) for value in row.values()]  # noqa: E731
    told = sorted(reading.api_rows(client, asked, per_page=7), key=order)
    compare("API", sorted(plain, key=order), told)
    for name, read in (("xlsx", reading.xlsx_sheets), ("ods", reading.ods_sheets)):
        sheets = read(reading.fetch(client, f"{address}/figures.{name}"))
        for sheet in reading.SHEETS:
            expected = reading.of_sheet(sheet, plain)
            lines = sheets.get(sheet)
            assert (lines is not None) or not expected, (name, sheet)
            compare(f"{name} {sheet}", expected, reading.table_in(lines) if lines else [])
        answers = reading.csv_rows(reading.fetch(client, f"{address}/answers.csv"))
        compare(f"{name} answers", answers, reading.table_in(sheets["Answers"]))
    return compared, found


def test_every_format_of_the_demonstration_agrees_cell_by_cell(client):
    worlds.demo()
    compared = 0
    for release in some(Release.objects.order_by("-pk").select_related("measure"), 3):
        more, found = differences(client, release)
        assert found == []
        compared += more
    assert compared > (50_000 if is_drill() else 10_000)


@pytest.mark.parametrize(
    "name",
    sampled(
        ["ages", "ages in part", "ranges added up", "zeros added up", "a doubt", "a part year"],
        ["ages in part", "ranges added up"],
    ),
)
def test_every_format_of_made_up_releases_agrees_cell_by_cell(client, name):
    for release in site(WORLDS[name], issued=False).releases:
        compared, found = differences(client, release)
        assert found == [] and compared > 100


@pytest.mark.on_postgresql
def test_every_state_of_a_cell_is_the_same_in_every_format(client):
    made = crowd()
    compared, found = differences(client, made.release)
    assert found == [] and compared > 5_000
    rows = reading.csv_rows(reading.fetch(client, "/releases/online/1/figures.csv"))
    assert {"0"} <= {str(row["number"]) for row in rows if row["number"] != ""}
    assert {row["status"] for row in rows} == {"ok", "revised", "in doubt", "no figure"}


def test_hidden_counts_of_breakdowns_are_the_same_in_every_format(client, released):  # noqa: F811
    compared, found = differences(client, released)
    assert found == [] and compared > 3_000
    rows = reading.csv_rows(reading.fetch(client, "/releases/online/1/figures.csv"))
    hidden = [row for row in rows if row["breakdown"] and row["marker"] == "c"]
    assert hidden and all((row["number"], row["low"], row["high"]) == ("", 0, "") for row in hidden)


@pytest.mark.parametrize("ending", ["json", "ods"])
def test_the_newer_formats_agree_with_the_released_rows_themselves(client, ending):
    worlds.demo()
    found = Agreement()
    for release in Release.objects.select_related("measure"):
        figures = list(release.figures.filter(breakdown=""))
        address = f"/releases/{release.measure.slug}/{release.number}/figures.{ending}"
        content = reading.fetch(client, address)
        if ending == "json":
            lines = reading.json_rows(json.loads(content)["rows"])
            counts = printed = lines
        else:
            sheets = reading.ods_sheets(content)
            counts = reading.table_in(sheets["Forces"])
            printed = reading.table_in(sheets["Published"])
        found.compare(ending, rows_of(figures), files.counts(counts))
        whole = type("Whole", (), {"figures": figures})
        found.compare(f"{ending}, printed", together.printed_of(whole), files.together(printed))
    assert found.differ == []
    assert found.missing[ending] > 300


def test_a_status_and_its_markers_never_disagree(client):
    worlds.demo()
    seen: Counter[str] = Counter()
    for release in Release.objects.select_related("measure"):
        address = f"/releases/{release.measure.slug}/{release.number}/figures.csv"
        for row in reading.csv_rows(reading.fetch(client, address)):
            markers = str(row["marker"]).split()
            assert (row["low"] == "") == ("x" in markers) == (row["status"] == "no figure"), row
            assert (row["status"] == "in doubt") == ("u" in markers and "x" not in markers), row
            assert (row["number"] == "" and row["low"] != "") <= ("c" in markers), row
            assert row["reason"] if "x" in markers else not row["reason"], row
            seen[str(row["status"])] += 1
    assert set(seen) == {"ok", "revised", "in doubt", "no figure"}


def test_dates_and_codes_are_for_programs_too(client):
    worlds.demo()
    rows = reading.csv_rows(reading.fetch(client, "/releases/cyber-flagged/4/figures.csv"))
    own = [row for row in rows if row["address"] == "cambridgeshire" and row["year"]]
    assert {row["ons_code"] for row in own} == {"E23000023"}
    assert all(row["year_start"] == f"{str(row['year'])[:4]}-04-01" for row in own)
    assert {row["ons_code"] for row in rows if row["kind"] != "force"} == {""}
    dates = {(row["published"], row["published_on"]) for row in rows}
    assert ("June 2019", "2019-06") in dates or ("25 June 2019", "2019-06-25") in dates
    assert all(bool(words) == bool(date) for words, date in dates)


def test_a_change_of_counting_is_marked_at_its_year_in_files_and_tables(client):
    """Of a measure for everybody, of one force for that force alone; with what changed."""
    release = site(WORLDS["a break"], issued=False).releases[-1]
    address = f"/releases/online/{release.number}/figures.csv"
    rows = reading.csv_rows(reading.fetch(client, address))
    counts = [row for row in rows if row["what"] == reading.COUNT]
    assert {row["year"] for row in counts if "b" in str(row["marker"]).split()} == {"2018/19"}
    words = "Counted in another way from 2018/19 on: A new code for online crime came into use."
    assert all((words in str(row["note"])) is (row["year"] == "2018/19") for row in counts)
    own = reading.csv_rows(reading.fetch(client, "/forces/northshire/online.csv"))
    assert [(row["year"], row["marker"]) for row in own][:2] == [("2018/19", "b"), ("2017/18", "")]
    page = reading.fetch(client, "/forces/northshire/").decode()
    assert page.count("130 [b]") == 1 and "60 [b]" not in page
    assert MARKERS["b"] in page and words in page


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/measures/online/", r"2018/19 <span class=\"code\">\[b\]</span>"),
        ("/measures/messages/", r"2018/19 <span class=\"code\">\[b\]</span>"),
        ("/areas/england/", r"2018/19 <span class=\"code\">\[b\]</span>"),
        ("/releases/online/3/", r"8,224 \[b\]"),
        ("/releases/online/3/changes/", r"first year counted in that way is marked"),
    ],
)
def test_a_change_of_counting_is_marked_in_sums_and_published_totals_too(client, address, marked):
    site(WORLDS["a break"], issued=False)
    page = reading.fetch(client, address).decode()
    assert re.search(marked, page) and not re.search(r"2017/18 <span[^>]*>\[b\]", page)
    assert "A new code for online crime came into use." in page
    total = [
        row
        for row in reading.csv_rows(reading.fetch(client, "/releases/online/3/figures.csv"))
        if row["kind"] == "total"
    ]
    assert [(row["year"], row["number"], row["marker"]) for row in total] == [
        ("2018/19", 8224, "b")
    ]


def test_a_sum_of_forces_names_the_one_that_alone_counts_in_another_way(client):
    crowd()
    page = reading.fetch(client, "/areas/england/").decode()
    words = "from 2018/19 on: A new code for online crime came into use (A break alone)."
    assert words in page and page.count('<span class="code">[b]</span>') == 1


def test_one_force_that_counts_in_another_way_is_marked_and_no_other(client):
    crowd()
    rows = reading.csv_rows(reading.fetch(client, "/releases/online/1/figures.csv"))
    marked = {row["address"] for row in rows if "b" in str(row["marker"]).split()}
    assert marked == {"a-break"}


@pytest.mark.drill
def test_every_format_of_the_practice_year_agrees_cell_by_cell_its_breakdowns_too(client):
    practice()
    compared, with_parts = 0, 0
    with time_machine.travel(NOW, tick=False):
        for release in Release.objects.public(NOW).select_related("measure"):
            more, found = differences(client, release)
            assert found == []
            compared += more
            with_parts += release.figures.exclude(breakdown="").exists()
    assert compared > 20_000 and with_parts
