"""Counts from a spreadsheet: what is told before is what is done after."""

import gc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offences import counts
from offences.counts import saving
from offences.intake import workbook
from offences.intake.workbook import storing
from offences.models import AnnualCount, Document, FoiSubmission, Force, ForceSpelling
from offences.statistics.notation import LARGEST, NotACount, read_entry, write_entry
from offences.statistics.years import Year
from tests import worlds
from tests.imports.conftest import full, long, stored
from tests.imports.files import csv_of, ods_of, xls_of, xlsx_of
from tests.samples import examples
from tests.worlds import LATER

ROWS = full(
    ("N. Shire", "Round 2019", "Online sexual offences", "", "", "2018/19", 68, ""),
    ("Northshire Police", "2019", "online", "By offence", "Sexual assault", "2017-18", "<5", "Low"),
    ("southshire", "2019", "online", "offence", "", "2018/2019", "not held", ""),
)
FILES = {
    "a.csv": csv_of(ROWS),
    "cp1252.csv": csv_of([*ROWS[:2], [*ROWS[2][:7], "Café – low"], ROWS[3]], encoding="cp1252"),
    "semicolons.csv": csv_of(ROWS, delimiter=";"),
    "tabs.txt": csv_of(ROWS, encoding="utf-16", delimiter="\t"),
    "a.xlsx": xlsx_of({"Counts": ROWS}),
    "a.xls": xls_of({"Counts": ROWS}),
    "a.ods": ods_of({"Counts": ROWS}),
}


def told(made):
    return [(row.status, row.before, row.after) for row in made.rows]


@pytest.mark.parametrize("name", FILES)
def test_every_format_reads_the_same(world, name):
    made = world.preview(FILES[name], name, workbook.UploadDefaults())
    assert [row.reason for row in made.rows] == ["", "", ""]
    assert told(made) == [("new", "", "68"), ("new", "", "<5"), ("new", "", "not held")]
    assert [row.line.cell for row in made.rows] == ["G2", "G3", "G4"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.both_databases) if name == "a.csv" else name
        for name in FILES
    ],
)
def test_confirmed_counts_know_their_document_sheet_and_cell(world, name):
    before = stored()
    world.preview(FILES[name], name, workbook.UploadDefaults())
    assert stored() == before  # looking stores nothing
    _, document = world.confirm(FILES[name], name, workbook.UploadDefaults())
    count = AnnualCount.objects.current().get(submission=world.submission, year=2018)
    sheet = "Counts" if name.startswith("a.") and name != "a.csv" else ""
    assert (count.value, count.document, count.sheet, count.cell) == (68, document, sheet, "G2")
    assert document.kind == "master" and document.title == name
    assert document.file.read() == FILES[name] and document.size == len(FILES[name])
    assert document.added_by == world.officer
    low = AnnualCount.objects.current().get(submission=world.submission, year=2017)
    assert (low.low, low.high) == (1, 4) and "low" in low.note.lower()


def test_the_same_file_again_changes_nothing(world):
    world.confirm(FILES["a.xlsx"], "a.xlsx")
    rows, documents = list(AnnualCount.objects.values()), Document.objects.count()
    made = world.preview(FILES["a.xlsx"], "a.xlsx")
    assert {row.status for row in made.rows} == {"unchanged"} and not made.may_confirm
    world.confirm(FILES["a.xlsx"], "a.xlsx", now=LATER)
    assert list(AnnualCount.objects.values()) == rows
    assert Document.objects.count() == documents


def test_an_equal_count_from_another_paper_keeps_its_better_source_and_its_check(world):
    paper = worlds.publication()
    change = worlds.typed("68", paper, note="A remark", doubt="A slip?")
    counts.save_cells(
        world.submission, {world.cell(2018): change}, by=world.officer, now=worlds.NOW
    )
    counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
    made, _ = world.confirm(long(("Northshire", "2018/19", "68"), ("Southshire", "2018/19", "4")))
    assert [row.status for row in made.rows] == ["unchanged", "new"]
    kept = AnnualCount.objects.current().get(submission=world.submission)
    assert kept.document == paper
    world.submission.refresh_from_db()
    assert world.submission.checked_by == world.checker


def test_a_changed_count_takes_the_check_away_and_keeps_remarks_the_file_has_no_column_for(world):
    change = worlds.typed("68", note="A remark")
    counts.save_cells(
        world.submission, {world.cell(2018): change}, by=world.officer, now=worlds.NOW
    )
    counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
    data = long(("Northshire", "2018/19", "69"))
    made = world.preview(data)
    assert told(made) == [("changed", "68", "69")]
    assert made.unchecked == ["Northshire Police, Round 2019"]
    world.confirm(data, now=LATER)
    world.submission.refresh_from_db()
    assert world.submission.checked_at is None and world.submission.edition == 2
    count = AnnualCount.objects.current().get()
    assert (count.value, count.note, count.replaces.value) == (69, "A remark", 68)


def test_a_force_is_meant_by_its_area_where_no_other_is_called_so(world):
    data = long(("The South", "2018/19", "4"))
    assert "No force is called “The South”" in world.preview(data).rows[0].reason
    Force.objects.filter(slug="southshire").update(area="The South")
    assert [row.status for row in world.preview(data).rows] == ["new"]
    Force.objects.filter(slug="northshire").update(area="The South")
    assert "More than one force is called “The South”" in world.preview(data).rows[0].reason
    ForceSpelling.objects.create(force=world.north, spelling="The South")
    assert [row.status for row in world.preview(data).rows] == ["new"]


def test_a_remark_that_changes_is_told(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    data = csv_of([["force", "year", "value", "note"], ["Northshire", "2018/19", "68", "By age"]])
    assert [(r.status, r.reason) for r in world.preview(data).rows] == [
        ("changed", "note: “none” → “By age”")
    ]


REFUSED = {
    "-5": "below zero",
    "3.9": "not a whole number",
    "twelve": "not something this cell takes",
    "12 (est)": "not a plain number",
    "99999999": "too large",
    "5-3": "runs backwards",
    "s.40" + "(2)" * 25: "too many sections",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_count_is_refused_in_a_sentence(world, text):
    (row,) = world.preview(long(("Northshire", "2018/19", text))).rows
    assert row.status == "refused" and REFUSED[text] in row.reason


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods"])
def test_numbers_of_a_workbook_are_never_cut(world, name):
    make = {"a.xlsx": xlsx_of, "a.xls": xls_of, "a.ods": ods_of}[name]
    rows = [["force", "year", "value"], ["Northshire", "2018/19", 3.9]]
    rows += [["Northshire", "2017/18", -5], ["Northshire", "2016/17", 0]]
    made = world.preview(make({"A": rows}), name)
    assert [row.status for row in made.rows] == ["refused", "refused", "new"]
    assert made.rows[2].after == "0"


def test_an_empty_cell_enters_nothing_and_takes_nothing_away(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    data = long(("Northshire", "2018/19", ""), ("Northshire", "2017/18", " "), ("", "", ""))
    made = world.preview(data)
    assert [row.status for row in made.rows] == ["blank", "blank"] and not made.may_confirm


def one(world, *, data=None, given=None, **columns):
    columns = {"force": "Northshire", "year": "2018/19", "value": "68"} | columns
    data = data or csv_of([list(columns), list(columns.values())])
    (row,) = world.preview(data, given=given or world.given).rows
    return row.reason


def test_unknown_names_are_refused_with_the_nearest(world):
    assert one(world, force="Nortshire") == (
        "No force is called “Nortshire”. Did you mean “Northshire Police”?"
    )
    assert one(world, force="Ruritania") == "No force is called “Ruritania”."
    assert one(world, force="") == "No force is named beside this value."
    assert "Did you mean “Round 2019”?" in one(world, round="Round 2o19")
    assert "No measure is called “onlin”" in one(world, measure="onlin")
    assert "Did you mean “Sexual assault”?" in one(world, category="Sexual asault")
    assert "No breakdown of “Online sexual offences” is called “age”" in one(world, breakdown="age")


def test_what_the_round_did_not_ask_for_is_refused(world):
    worlds.measure("other", name="Another measure")
    assert one(world, year="2019/20") == (
        "Round 2019 asked for 2016/17 to 2018/19, not for 2019/20."
    )
    assert one(world, measure="other") == "Round 2019 did not ask for “Another measure”."
    worlds.force("Eastshire")
    assert one(world, force="Eastshire") == (
        "Eastshire Police has no request in Round 2019: if it was asked, add the request first."
    )
    assert "Write it like 2018/19" in one(world, year="2018")
    assert "Write it like 2018/19" in one(world, year="2018/20")
    assert one(world, year="") == "No year is named."
    assert "No round is named" in one(world, given=workbook.UploadDefaults(measure="online"))
    assert "No measure is named" in one(world, given=workbook.UploadDefaults(round="2019"))


def test_a_count_given_twice_is_refused_at_the_second(world):
    made = world.preview(long(("Northshire", "2018/19", "68"), ("N. Shire", "2018-19", "68")))
    assert [row.status for row in made.rows] == ["new", "refused"]
    assert made.rows[1].reason == (
        "The file gives this count twice: “68” here, “68” at C2. Keep one of the two."
    )


def test_a_narrowed_request_must_be_named(world):
    later = worlds.FoiSubmission.objects.create(
        round=world.round, force=world.north, number=2, follows=world.submission
    )
    assert "had 2 requests" in one(world)
    assert "has no request 3" in one(world, request="3")
    data = csv_of([["force", "request", "year", "value"], ["Northshire", "2", "2018/19", "68"]])
    world.confirm(data)
    assert AnnualCount.objects.get().submission == later


def test_one_bad_row_and_nothing_is_stored(world):
    before = stored()
    data = long(("Northshire", "2018/19", "68"), ("Northshire", "2017/18", "-5"))
    made, document = world.confirm(data)
    assert not made.may_confirm and document is None and stored() == before


def test_what_changed_after_the_preview_is_shown_anew_and_not_stored(world):
    data = long(("Northshire", "2018/19", "68"))
    mark = world.preview(data).fingerprint
    worlds.enter(world.submission, {world.cell(2018): "67"}, world.officer)
    before = stored()
    made, document = workbook.confirm(data, "a.csv", world.given, mark, by=world.officer, now=LATER)
    assert document is None and stored() == before
    assert told(made) == [("changed", "67", "68")]


@pytest.mark.both_databases
def test_a_failure_in_the_middle_leaves_neither_rows_nor_files(world, monkeypatch, media):
    def broken(*_, **__):
        raise RuntimeError("the power went")

    data = long(("Northshire", "2018/19", "68"))
    mark = world.preview(data).fingerprint
    files = sorted(media.rglob("*"))
    before = stored()
    monkeypatch.setattr(FoiSubmission.objects, "bulk_update", broken)
    with pytest.raises(RuntimeError):
        workbook.confirm(data, "a.csv", world.given, mark, by=world.officer, now=LATER)
    assert stored() == before
    assert [f for f in sorted(media.rglob("*")) if f.is_file()] == [f for f in files if f.is_file()]


@pytest.mark.both_databases
def test_what_only_the_database_would_refuse_is_refused_in_the_preview(world, monkeypatch):
    """A rule that no code here knows: the preview writes, listens, and undoes."""
    real = saving._fields

    def loose(change, year):
        found = real(change, year)
        if found["value"] == 13:
            found["confirmed"] = True  # only a nought may be
        return found

    monkeypatch.setattr(saving, "_fields", loose)
    rows = [("Northshire", "2018/19", "68"), ("Northshire", "2017/18", "13")]
    made = world.preview(long(*rows, ("Southshire", "2018/19", "5")))
    assert [(r.status, r.reason) for r in made.rows] == [
        ("new", ""),
        ("refused", "Only a zero is confirmed."),
        ("new", ""),
    ]
    assert stored()[0] == 0


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.integers(-100, LARGEST + 10).map(str),
        st.floats(-5, 5000, allow_nan=False).map(str),
        st.sampled_from(["<5", "1-4", "*", "-", "not held", "[x]", "s.12", "19 Apr-Sep", "12ep"]),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20),
    )
)
def test_a_value_says_the_same_as_in_the_grid_and_comes_back_the_same(world, text):
    (row, _) = world.preview(
        long(("Northshire", "2018/19", text), ("Southshire", "2018/19", "1"))
    ).rows
    plain = text.strip()
    if plain[:1] == "'" and plain[1:2] in ("=", "+", "-", "@"):
        plain = plain[1:]
    try:
        entry = read_entry(plain, Year(2018))
    except NotACount as mistake:
        assert (row.status, row.reason) == ("refused", str(mistake))
        return
    if entry is None:
        assert row.status == "blank"
        return
    assert row.status == "new" and row.change.entry == entry
    (again, _) = world.preview(
        long(("Northshire", "2018/19", write_entry(entry)), ("Southshire", "2018/19", "1"))
    ).rows
    assert again.change.entry == entry


# Wide


def wide(*rows) -> list[list[object]]:
    return [["The charity's master"], ["Force", "2016/17", "2017/18", "2018-19", "Change"], *rows]


def test_the_wide_master_is_read(world):
    table = wide(
        ["Northshire", 48, "", "<5", "x"],
        ["Southshire2", "not held", 1234, None],
        ["Westshire", None, None, None],
        ["Total", 48, 1234, None],
    )
    book = xlsx_of({"Online sexual offences": table, "Sexual assault": wide(["N. Shire", 1, 2, 3])})
    made, document = world.confirm(book, "master.xlsx", workbook.UploadDefaults(round="2019"))
    assert made.wide and [row.reason for row in made.rows if row.status == "refused"] == []
    assert document.note == "The charity’s master; the forces’ originals are not held."
    found = {
        (c.submission.force.area, c.category.name, c.year): (
            write_entry(counts.entry_of(c)),
            c.cell,
        )
        for c in AnnualCount.objects.current()
    }
    assert found == {
        ("Northshire", "Total", 2016): ("48", "B3"),
        ("Northshire", "Total", 2018): ("<5", "D3"),
        ("Southshire", "Total", 2016): ("not held", "B4"),
        ("Southshire", "Total", 2017): ("1,234", "C4"),
        ("Northshire", "Sexual assault", 2016): ("1", "B3"),
        ("Northshire", "Sexual assault", 2017): ("2", "C3"),
        ("Northshire", "Sexual assault", 2018): ("3", "D3"),
    }
    assert [note for note in made.notes if "sum" in note or "Change" in note or "Westshire" in note]


def test_lines_above_a_wide_table_say_what_it_counts(world):
    top = [["Round: 2019"], ["Measure", "online"], ["Category:", "Sexual assault"]]
    data = csv_of([*top, *wide(["Northshire", 1, 2, 3])[1:]])
    made = world.preview(data, given=workbook.UploadDefaults())
    assert [row.status for row in made.rows] == ["new"] * 3
    assert made.rows[0].key == world.cell(2016, "Sexual assault")


def test_a_sheet_that_says_nothing_is_about_what_the_person_chose(world):
    made = world.preview(xlsx_of({"Sheet1": wide(["Northshire", 1, 2, 3])}), "a.xlsx")
    assert [row.status for row in made.rows] == ["new"] * 3
    given = workbook.UploadDefaults(round="2019")
    made = world.preview(xlsx_of({"Sheet1": wide(["Northshire", 1, 2, 3])}), "a.xlsx", given)
    assert "neither a measure nor a category" in made.rows[0].reason


# Cost


def test_queries_grow_with_the_thousands_of_rows_only(world):
    # Another 1,000 cells are another statement of each kind, and no more.
    table = [
        (force, f"{y}/{(y + 1) % 100:02d}", category.slug, y % 7)
        for force in ("Northshire", "Southshire")
        for y in (2016, 2017, 2018)
        for category in world.split.categories.all()
    ]

    def cost(rows):
        data = csv_of([["force", "year", "category", "breakdown", "value"]])
        data += b"".join(csv_of([[f, y, c, "offence", v]], encoding="utf-8") for f, y, c, v in rows)
        with CaptureQueriesContext(connection) as queries:
            _, document = world.confirm(data, f"{len(rows)}.csv")
            assert document
        return len(queries)

    few = cost(table[:2])
    assert cost(table) == few <= 70


def test_python_does_not_look_for_unused_values_while_a_file_is_read(world, monkeypatch):
    looked = []
    plan = storing.plan

    def watched(read):
        looked.append(gc.isenabled())
        return plan(read)

    monkeypatch.setattr(storing, "plan", watched)
    world.confirm(csv_of(ROWS), "a.csv")
    assert looked and not any(looked) and gc.isenabled()
