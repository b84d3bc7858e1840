"""The return form that a round makes for a force, and what is read when it comes back."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest

from offences import counts
from offences.models import Breakdown, Category
from offences.returns.own_form import form_code
from offences.rounds import file_name, workbook_for, workbooks_of
from offences.words.charity import charity, previewing
from tests import worlds
from tests.rounds.filled import filled, kept, opened, place_of, read, read_cells
from tests.worlds import NOW, OFFENCES

YEARS = ("2016/17", "2017/18", "2018/19")


@pytest.fixture
def w(db):
    from types import SimpleNamespace

    w = SimpleNamespace()
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.force = worlds.force("Northshire")
    w.submission = worlds.submission(w.force, w.round, outcome="awaited")
    w.form = workbook_for(w.submission, NOW)
    return w


def breakdown_of(measure, kind, names, *, slug=None, total="Total"):
    made = Breakdown.objects.create(
        measure=measure,
        slug=slug or kind,
        name=f"By {kind}",
        kind=kind,
        position=measure.breakdowns.count() + 1,
    )
    for position, name in enumerate([*names, total], 1):
        Category.objects.create(
            breakdown=made,
            slug=f"{kind}-{position}",
            name=name,
            is_total=name == total,
            position=position,
        )
    return made


# What is asked


def test_each_breakdown_has_a_sheet_with_the_years_across_and_the_stated_total_last(w):
    book = opened(w.form)
    assert book.sheetnames == [
        *("Cover", "How to fill in", "Table 1", "Table 2", "Recording practice")
    ]
    rows = [[cell.value for cell in row] for row in book["Table 2"].iter_rows(min_row=6)]
    assert rows[0] == ["Offence", "When", *YEARS]
    assert [row[0] for row in rows[1:]] == [*OFFENCES, "Total"]
    assert {tuple(row[2:]) for row in rows[1:]} == {(None, None, None)}


def test_the_cover_says_whose_form_it_is_and_that_no_names_belong_in_it(w):
    said = [cell.value for row in opened(w.form)["Cover"].iter_rows() for cell in row if cell.value]
    code = form_code("2019", "northshire", 1)
    assert f"Return form {code}, round 2019, force northshire, request 1" in said
    assert "Northshire Police" in said
    assert any("No names" in text for text in said)
    assert any(w.measure.definition in text for text in said)


def test_a_count_is_a_whole_number_or_a_word_that_we_know(w):
    (rule,) = opened(w.form)["Table 2"].data_validations.dataValidation
    assert str(rule.sqref) == "C7:E10"
    assert rule.type == "custom" and len(rule.formula1) <= 255
    assert "AND(C7>=0,C7=INT(C7))" in rule.formula1
    for word in ('"*"', '"not held"', '"not available"', '"refused"', '="<"', "? to ?"):
        assert word in rule.formula1
    assert rule.showErrorMessage and rule.showInputMessage
    assert len(rule.prompt) <= 255 and len(rule.error) <= 225 and len(rule.errorTitle) <= 32


def test_questions_with_few_answers_have_a_list_of_them(w):
    sheet = opened(w.form)["Recording practice"]
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["C6"] == '"Yes,No,Partly"'
    assert rules["C7"] == '"2015/16,2016/17,2017/18,2018/19,2019/20"'
    assert all(len(formula) <= 255 for formula in rules.values())


def test_nothing_in_a_form_is_hidden_and_it_says_so_when_it_comes_back(w):
    book = opened(w.form)
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    for sheet in book:
        sizes = [*sheet.column_dimensions.values(), *sheet.row_dimensions.values()]
        assert not any(each.hidden for each in sizes)
        assert not sheet.merged_cells.ranges
    assert read(w.form)["hidden"] == []


def test_a_form_prints_one_page_wide_with_its_headings_on_each(w):
    sheet = opened(w.form)["Table 2"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.freeze_panes == "C7"


def test_only_what_is_to_be_filled_in_can_be_typed_over_and_no_password_locks_it(w):
    sheet = opened(w.form)["Table 2"]
    assert sheet.protection.sheet and not sheet.protection.password
    open_cells = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert open_cells == {f"{column}{row}" for column in "CDE" for row in range(7, 11)}


def test_the_same_form_at_the_same_moment_is_the_same_bytes(w):
    assert workbook_for(w.submission, NOW) == w.form
    assert workbook_for(w.submission, NOW + dt.timedelta(days=1)) != w.form


# What is held


def test_a_force_sees_what_is_held_of_it_and_never_a_figure_of_another(w):
    ann, cy = worlds.person("Ann Lee", "Data officer"), worlds.person("Cy Moss", "Checker")
    before = worlds.round_of(w.measure, slug="2018", years=(2015, 2017))
    other = worlds.force("Southshire")
    for force, first, second in ((w.force, "4801", "<5"), (other, "7702", "7703")):
        told = worlds.submission(force, before)
        worlds.enter(
            told, {worlds.cell(w.measure, 2016): first, worlds.cell(w.measure, 2017): second}, ann
        )
        counts.mark_checked(told, by=cy, now=NOW)
    form = workbook_for(w.submission, NOW)
    rows = [
        [cell.value for cell in row][:4]
        for row in opened(form)["Figures we hold"].iter_rows(min_row=9)
    ]
    assert rows == [
        ["online/2016", "Online sexual offences", "2016/17", 4801],
        ["online/2017", "Online sexual offences", "2017/18", "1 to 4"],
    ]
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"4801" in everything
    assert b"7702" not in everything and b"7703" not in everything


def test_a_figure_that_nobody_has_checked_is_not_shown_as_held(w):
    before = worlds.round_of(w.measure, slug="2018", years=(2015, 2017))
    told = worlds.submission(w.force, before)
    ann = worlds.person("Ann Lee", "Data officer")
    worlds.enter(told, {worlds.cell(w.measure, 2016): "4801"}, ann)
    assert "Figures we hold" not in opened(workbook_for(w.submission, NOW)).sheetnames


# What comes back


def test_every_number_comes_back_under_its_year_and_the_name_of_its_category(w):
    typed = {
        ("Table 2", name, year): 100 * row + column
        for row, name in enumerate([*OFFENCES, "Total"], 1)
        for column, year in enumerate(YEARS)
    }
    typed |= {("Table 1", "Total", year): 500 + column for column, year in enumerate(YEARS)}
    said = read(filled(w.form, typed))
    # Its made-up numbers add up to nothing in particular.
    assert [p for p in said["problems"] if "stated total" not in p["message"]] == []
    for sheet in ("Table 1", "Table 2"):
        found = read_cells(said, sheet)
        wanted = {(n, y): value for (s, n, y), value in typed.items() if s == sheet}
        assert {key: each["value"] for key, each in found.items()} == wanted
        assert {each["year_kind"] for each in found.values()} == {"financial"}
        assert {name for (name, _), each in found.items() if each["total"]} == {"Total"}
    assert said["form"]["tables"] == [
        {"sheet": "Table 1", "measure": "online", "breakdown": "total"},
        {"sheet": "Table 2", "measure": "online", "breakdown": "offence"},
    ]


def test_an_empty_cell_comes_back_blank_also_where_a_whole_row_or_year_is_empty(w):
    first, second, third = OFFENCES
    typed = {("Table 2", first, "2016/17"): 7, ("Table 2", third, "2016/17"): 9}
    found = read_cells(read(filled(w.form, typed)), "Table 2")
    assert found[first, "2016/17"]["value"] == 7
    assert found[third, "2016/17"]["value"] == 9
    blank = {key for key, each in found.items() if each["marker"] == "blank"}
    names = {*OFFENCES, "Total"}
    assert blank == {(n, y) for n in names for y in YEARS} - {
        (first, "2016/17"),
        (third, "2016/17"),
    }
    assert all(found[key]["value"] is None for key in blank)
    assert found[second, "2016/17"]["marker"] == "blank"


def test_a_form_that_comes_back_empty_holds_no_number(w):
    said = read(w.form)
    assert {o["value"] for t in said["tables"] for o in t["observations"]} <= {None}
    assert said["form"]["practice"] == {}


def test_the_words_for_a_missing_number_come_back_as_they_were_typed(w):
    words = {
        "<5": ("suppressed", 1, 4),
        "1 to 9": ("suppressed", 1, 9),
        "*": ("suppressed", None, None),
        "not held": ("not_held", None, None),
        "not available": ("not_available", None, None),
        "refused s.12": ("refused", None, None),
        "refused": ("refused", None, None),
    }
    places = [(name, year) for name in OFFENCES for year in YEARS]
    typed = {("Table 2", *at): word for at, word in zip(places, words, strict=False)}
    typed["Table 2", "Total", "2016/17"] = 40
    said = read(filled(w.form, typed))
    found = read_cells(said, "Table 2")
    for at, (marker, low, high) in zip(places, words.values(), strict=False):
        assert found[at]["value"] is None
        assert (found[at]["marker"], found[at]["low"], found[at]["high"]) == (marker, low, high)
    assert [each["text"] for each in said["form"]["typed"]] == [*words]


def test_a_part_of_a_year_is_never_read_as_a_whole_one(w):
    first = OFFENCES[0]
    typed = {("Table 2", first, "2018/19"): "19 (Apr-Sep)", ("Table 2", first, "2017/18"): 30}
    said = read(filled(w.form, typed))
    assert read_cells(said, "Table 2")[first, "2018/19"]["value"] is None
    assert said["form"]["typed"] == [{"sheet": "Table 2", "cell": "E7", "text": "19 (Apr-Sep)"}]
    assert [p["cell"] for p in said["problems"]] == ["E7"]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("age", [str(age) for age in range(18)] + ["Not known"]),
        ("age", ["Under 5", "5 to 10", "11 to 13", "14 to 17", "Not recorded"]),
        ("sex", ["Female", "Male", "Not known"]),
        ("platform", ["Facebook", "Snapchat", "WhatsApp", "Another platform", "Not recorded"]),
        ("offence", ["Rape", "Grooming", "Exposure and voyeurism", "Other sexual offences"]),
    ],
)
def test_every_breakdown_comes_back_by_the_names_that_it_has_here(w, kind, names):
    breakdown_of(w.measure, kind, names, slug="another", total="All of them, as stated: total")
    form = workbook_for(w.submission, NOW)
    rows = [*names, "All of them, as stated: total"]
    typed = {
        ("Table 3", name, year): 10 * row + column
        for row, name in enumerate(rows)
        for column, year in enumerate(YEARS)
    }
    book = opened(form)
    sheet = book["Table 3"]
    for row, _ in enumerate(rows):
        for column, _ in enumerate(YEARS):
            sheet.cell(7 + row, 3 + column).value = 10 * row + column
    found = read_cells(read(kept(book)), "Table 3")
    assert {key: each["value"] for key, each in found.items()} == {
        (name, year): value for (_, name, year), value in typed.items()
    }


def test_a_number_that_the_reader_passes_over_is_told_with_its_cell(w):
    category = Category.objects.get(name=OFFENCES[2])
    category.name = "Change of any kind"  # words of a column of changes, which is no count
    category.save()
    form = workbook_for(w.submission, NOW)
    said = read(filled(form, {("Table 2", "Change of any kind", "2018/19"): 31}))
    told = [(p["sheet"], p["cell"], p["message"]) for p in said["problems"]]
    assert told == [("Table 2", "E9", "“31” was not read.")]


def test_a_number_typed_below_a_table_is_told(w):
    book = opened(filled(w.form, {("Table 2", OFFENCES[0], "2018/19"): 31}))
    book["Table 2"]["E14"].value = 99
    said = read(kept(book))
    read_in = {o["cell"] for t in said["tables"] for o in t["observations"]}
    assert "E14" in read_in or "E14" in [p["cell"] for p in said["problems"]]


def test_a_round_about_one_year_alone_is_read_too(w):
    w.round.first_year = 2018
    w.round.save()
    form = workbook_for(w.submission, NOW)
    found = read_cells(read(filled(form, {("Table 2", OFFENCES[1], "2018/19"): 5})), "Table 2")
    assert found[OFFENCES[1], "2018/19"]["value"] == 5
    assert found[OFFENCES[0], "2018/19"]["marker"] == "blank"


def test_the_form_says_for_which_round_and_force_it_was_made(w):
    form = read(w.form)["form"]
    assert (form["round"], form["force"], form["request"]) == ("2019", "northshire", 1)
    assert form["problems"] == []


def test_a_cover_whose_force_was_changed_is_told(w):
    book = opened(w.form)
    line = book["Cover"]["A2"]
    line.value = line.value.replace("northshire", "southshire")
    said = read(kept(book))
    assert said["form"]["force"] == "southshire"
    assert any("was changed" in problem["message"] for problem in said["problems"])


def test_a_table_brought_over_from_another_force_s_form_is_told(w):
    other = worlds.submission(worlds.force("Southshire"), w.round, outcome="awaited")
    book, theirs = opened(w.form), opened(workbook_for(other, NOW))
    book["Table 2"]["A2"].value = theirs["Table 2"]["A2"].value
    said = read(kept(book))
    assert [p["message"] for p in said["problems"]] == [
        "Sheet “Table 2” is of another return form than the cover."
    ]


def test_answers_on_practice_come_back_by_their_question_wherever_it_was_moved(w):
    book = opened(w.form)
    sheet = book["Recording practice"]
    for ref, answer in {"P1": "Partly", "P2": "2017/18", "P5": " A new\nsystem. "}.items():
        sheet.cell(*place_of(sheet, ref, "Answer")).value = answer
    sheet.insert_rows(3, 2)
    sheet.insert_cols(1)
    assert read(kept(book))["form"]["practice"] == {
        "flag": "Partly",
        "flag_since": "2017/18",
        "changed_what": "A new system.",
    }


def test_what_we_hold_is_confirmed_or_corrected_and_is_never_read_as_an_answer(w):
    ann, cy = worlds.person("Ann Lee", "Data officer"), worlds.person("Cy Moss", "Checker")
    before = worlds.round_of(w.measure, slug="2018", years=(2015, 2017))
    told = worlds.submission(w.force, before)
    worlds.enter(
        told, {worlds.cell(w.measure, 2016): "48", worlds.cell(w.measure, 2017): "61"}, ann
    )
    counts.mark_checked(told, by=cy, now=NOW)
    form = workbook_for(w.submission, NOW)
    confirmed = read(filled(form, {("Figures we hold", "H0", "Answer"): "All are right"}))
    assert confirmed["form"]["practice"] == {"held_figures": "All are right"}
    assert not any(o["value"] for t in confirmed["tables"] for o in t["observations"])
    corrected = read(
        filled(
            form,
            {
                ("Figures we hold", "online/2017", "Is it right?"): "No",
                ("Figures we hold", "online/2017", "If not: the right figure, and why"): "64, late",
            },
        )
    )
    assert corrected["form"]["held"][1] == {
        "measure": "online",
        "year": 2017,
        "held": "61",
        "right": "No",
        "correction": "64, late",
    }
    assert corrected["form"]["practice"] == {"held_figures": "online 2017/18: 61 → 64, late"}


def test_another_file_is_no_form_of_ours(w):
    book = opened(w.form)
    del book["Cover"]
    assert "form" not in read(kept(book))


# All of a round


def test_all_forms_of_a_round_are_one_file_with_one_for_each_force(w):
    other = worlds.submission(worlds.force("Southshire"), w.round, outcome="awaited")
    made = workbooks_of(w.round, NOW)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["northshire-2019.xlsx", "southshire-2019.xlsx"]
        assert archive.read(file_name(w.submission)) == w.form
        assert archive.read(file_name(other)) == workbook_for(other, NOW)


def test_the_forms_of_more_forces_cost_no_more_questions(w, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        workbooks_of(w.round, NOW)
    for area in ("Eastshire", "Southshire", "Westshire"):
        worlds.submission(worlds.force(area), w.round, outcome="awaited")
    with django_assert_num_queries(len(few)):
        workbooks_of(w.round, NOW)


@pytest.mark.parametrize("name", ["The Example Charity", ""])
def test_the_cover_says_who_asks(w, name):
    with previewing(replace(charity(), name=name)):
        cover = opened(workbook_for(w.submission, NOW))["Cover"]
    rows = dict(row[:2] for row in cover.iter_rows(values_only=True))
    who = name or "The charity that sent you the request"
    assert rows["Who asks"] == f"{who}. This form saves you making a table."
