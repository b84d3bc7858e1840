"""Words of a heading, a title or a name that are left once all else is read are asked about."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.labels.file_names import file_name_may_change_counts
from offences.returns.labels.other_times import says_other_kind, says_other_start
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

YEARS = ["2017/18", "2018/19"]
BODY: Rows = [["Rape", 34, 41], ["Grooming", 12, 13]]
TITLE = "Sexual offences against children under 18 with an online (cyber) flag"
SHOWN = "may change what the numbers are"


def titled(title: str) -> Rows:
    return [[title], [], ["Offence", *YEARS], *BODY]


def beside(words: str) -> Rows:
    return [[TITLE], [], ["Offence", *(f"{year} {words}" for year in YEARS)], *BODY]


def beside_last(words: str) -> Rows:
    return [[TITLE], [], ["Offence", YEARS[0], f"{YEARS[1]} {words}"], *BODY]


def within(words: str) -> Rows:
    return [[TITLE], [], ["Offence", *YEARS], BODY[0], [words], BODY[1]]


def corner(words: str) -> Rows:
    return [[TITLE], [], [words, *YEARS], *BODY]


def asked(rows: Rows, name: str = "Data") -> list[str]:
    contents = FileContents([sheet_of(rows, name)])
    return [each.message for each in read_sheets("a.xlsx", contents).problems]


def asked_in(rows: Rows, name: str) -> list[str]:
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))
    return [each.message for each in found.problems]


@pytest.mark.parametrize(
    "end",
    ["- December", "- 31 December", "(December)", ", Sept", "- Q4", "(Apr-Dec)", "- 9m", ": March"],
)
def test_a_title_with_a_part_that_is_a_part_of_a_year_is_asked_about(end):
    assert asked(titled(f"{TITLE} {end}"))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("title", [f"{TITLE} - 31 December", f"Q4 - {TITLE} - Q4"])
def test_it_is_asked_about_in_every_format(name, title):
    assert asked_in(titled(title), name)


@pytest.mark.parametrize(
    "title",
    [
        f"Q1 - {TITLE}",
        f"{TITLE} (April to March)",
        f"{TITLE} (published in May)",
        f"{TITLE} - 1 April to 31 March",
        f"{TITLE} - FOI request of 3 May 2020",
        f"{TITLE}, 2017/18 and 2018/19",
    ],
)
def test_a_question_a_whole_year_and_the_day_of_a_letter_are_not(title):
    assert asked(titled(title)) == []


@pytest.mark.parametrize(
    "text", ["Since 2010", "from 2016", "recorded since 2015/16", "until 2016", "before 2018/19"]
)
def test_another_start_or_end_than_that_of_the_years_is_asked_about(text):
    assert says_other_start(text, [("financial", "2017/18"), ("financial", "2019/20")])
    assert asked(titled(f"{TITLE} - {text}"))
    assert asked(within(text))


@pytest.mark.parametrize("text", ["since 2017/18", "from 2017", "until 2018/19", "up to 2019"])
def test_the_start_and_the_end_of_the_years_are_not(text):
    assert not says_other_start(text, [("financial", "2017/18"), ("financial", "2018/19")])
    assert asked(titled(f"{TITLE} - {text}")) == []


@pytest.mark.parametrize("layout", [beside, beside_last, within])
@pytest.mark.parametrize("words", ["calendar year", "(calendar)", "calendar"])
def test_a_kind_that_the_years_are_not_of_is_asked_about(layout, words):
    assert any(SHOWN in message for message in asked(layout(words)))


def test_the_kind_that_years_are_of_is_not():
    assert asked(beside("financial year")) == []
    rows: Rows = [[TITLE], [], ["Offence", "2017 calendar year", "2018 (calendar)"], *BODY]
    assert asked(rows) == []
    assert not says_other_kind("Calendar years", [("calendar", "2017")])
    assert says_other_kind("Financial years", [("calendar", "2017")])


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize("words", ["no crime", "crimes per victim", "no crimes"])
def test_words_that_became_no_label_are_asked_about(layout, words):
    found = asked(layout(words))
    assert any(words in message and ("asked for" in message) for message in found)


@pytest.mark.parametrize("layout", [beside, within])
@pytest.mark.parametrize("words", ["offences", "no. of crimes", "number recorded", "count"])
def test_words_for_the_numbers_themselves_are_not(layout, words):
    assert not any(SHOWN in message for message in asked(layout(words)))


@pytest.mark.parametrize("name", FORMATS)
def test_left_over_words_are_asked_about_in_every_format(name):
    assert any(SHOWN in message for message in asked_in(beside_last("per victim"), name))
    assert any(SHOWN in message for message in asked_in(within("Since 2010"), name))


@pytest.mark.parametrize("words", ["Quarter", "District", "County", "Area 1", "Offence (13-15)"])
def test_a_corner_that_its_rows_are_not_of_is_no_heading_of_theirs(words):
    book = read_sheets("a.xlsx", open_file(xlsx_of({"Data": corner(words)}), "a.xlsx"))
    others = [each.other for table in book.tables for each in table.observations]
    assert any(SHOWN in each.message for each in book.problems) or all(others)


def test_places_below_the_name_of_their_axis_ask_nothing_of_it():
    rows: Rows = [[TITLE], [], ["District", *YEARS], ["Basildon", 34, 41], ["Harlow", 12, 13]]
    assert not any("“District”" in message for message in asked(rows))


@pytest.mark.parametrize("name", ["Quarter", "District", "Area 1", "From 2010"])
def test_a_sheet_of_that_name_is_asked_about(name):
    assert any(f"“{name}”" in message for message in asked(titled(TITLE), name))


@pytest.mark.parametrize(
    "name",
    [
        "unflagged", "investigated", "no_further_action", "NFA 2019", "summonsed offences",
        "no-crimed", "percentage figures", "Snapchat", "previous answer", "estimates", "flag N",
        "undetected", "South area figures", "crimed",
    ],
)  # fmt: skip
def test_a_file_named_for_some_or_other_counts_is_asked_about(name):
    assert file_name_may_change_counts(name)


@pytest.mark.parametrize(
    "name",
    [
        "South Wales Police FOI No 1234", "recorded crime data", "unlocked copy", "crime system",
        "West Midlands response (redacted)", "no personal data v2", "FOI 2019-00123 updated",
        "unclassified return", "FOI request completed and checked", "North Yorkshire",
    ],
)  # fmt: skip
def test_a_file_named_for_its_force_or_how_it_was_made_is_not(name):
    assert not file_name_may_change_counts(name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_star_behind_a_count_is_explained_or_asked_about(name):
    rows: Rows = [[TITLE], [], ["Offence", *YEARS], ["Rape", "34*", 41], BODY[1]]
    assert any("“34*” has a mark" in each for each in asked_in(rows, name))
    noted = [*rows, [""], ["* As recorded"]]
    assert not any("“34*” has a mark" in each for each in asked_in(noted, name))


@pytest.mark.parametrize("words", ["Under 18", "0-17", "under 18s", "Aged under 18"])
def test_every_child_beside_every_row_is_an_age_and_no_count(words):
    rows: Rows = [[TITLE], [], ["Offence", "Group", *YEARS]]
    rows += [[row[0], words, *row[1:]] for row in BODY]
    contents = FileContents([sheet_of(rows, "Data")])
    read = read_sheets("a.xlsx", contents)
    values = [each.value for table in read.tables for each in table.observations]
    assert values == [34, 41, 12, 13]
    assert [each for each in read.problems if each.stops] == []


def test_every_child_below_a_table_is_no_number_that_was_not_taken():
    contents = FileContents([sheet_of([*titled(TITLE), [], ["Under 18"]], "Data")])
    assert read_sheets("a.xlsx", contents).not_taken == ()


@pytest.mark.parametrize("layout", [beside, beside_last])
def test_a_number_before_a_dash_alone_is_no_age(layout):
    contents = FileContents([sheet_of(layout("0-"), "Data")])
    found = [o for table in read_sheets("a.xlsx", contents).tables for o in table.observations]
    assert not any(each.labels.get("age") for each in found)


@pytest.mark.parametrize(
    "note",
    ["<5: fewer than five offences, not shown to protect the identity of victims",
     "* = fewer than 5, not disclosed"],
)  # fmt: skip
def test_a_legend_may_say_that_its_numbers_are_not_shown(note):
    rows: Rows = [[TITLE], [], ["Offence", *YEARS], ["Rape", note.split()[0].strip(":"), 41]]
    found = asked([*rows, BODY[1], [], [note]])
    assert found == []


def test_where_an_offence_was_committed_is_no_time():
    assert asked(titled(f"{TITLE} - committed on the internet")) == []
    assert asked(titled(f"{TITLE} - committed on 3 May"))


def test_a_filter_of_the_year_right_above_the_headings_is_their_year():
    rows: Rows = [[TITLE], ["Year", "2018/19"], ["Offence", "Count"], ["Rape", 34], ["Incest", 12]]
    contents = FileContents([sheet_of(rows, "Data")])
    found = read_sheets("a.xlsx", contents)
    cells = [(o.cell, o.year, o.value) for table in found.tables for o in table.observations]
    assert cells == [("B4", "2018/19", 34), ("B5", "2018/19", 12)]
    assert not any(each.stops for each in found.problems)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Information Management", False),
        ("Corporate Services Directorate, Northshire Police", False),
        ("Performance and Insight Department", False),
        ("Victim Services", True),
        ("Offender Management", True),
    ],
)
def test_the_department_above_a_table_labels_none_of_its_counts(line, asks):
    contents = FileContents([sheet_of([[line], *titled(TITLE)], "Data")])
    found = read_sheets("a.xlsx", contents)
    labels = [o.other for table in found.tables for o in table.observations if o.other]
    assert bool(labels or any(line in each.message for each in found.problems)) == asks


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Offence (counting rules April 2017)", False),
        ("Offence (Home Office counting rules)", False),
        ("Offence (change of counting rules April 2017)", True),
        ("Offence (April 2017)", True),
    ],
)
def test_the_edition_of_the_counting_rules_is_no_part_of_a_year(words, asks):
    assert bool(asked(corner(words))) == asks


def test_all_ages_are_asked_about_but_where_the_title_says_that_victims_are_children():
    rows = [[TITLE], ["Victim Age: All ages"], ["Offence", *YEARS], *BODY]
    assert asked(rows) == []
    assert asked([["Online sexual offences"], *rows[1:]])


@pytest.mark.parametrize(
    ("end", "asks"),
    [("year ending March", False), ("(years ending 31 March)", False), ("year ending June", True)],
)
def test_the_end_of_the_years_of_a_title_is_that_of_its_years(end, asks):
    assert bool(asked(titled(f"{TITLE} - {end}"))) == asks


@pytest.mark.parametrize("line", ["Offences – Westborough", "Kent total", "West Mercia data"])
def test_a_place_in_a_line_is_asked_about_and_a_force_once(line):
    contents = FileContents([sheet_of([*titled(TITLE), [], [line]], "Data")])
    found = read_sheets("a.xlsx", contents)
    named = [each.message for each in (*found.problems, *found.named_forces)]
    assert len([each for each in named if line in each]) == 1


@pytest.mark.parametrize(
    ("heading", "asks"),
    [
        ("Number (calendar year)", True),
        ("Number (no crime)", True),
        ("Number (per victim)", True),
        ("Count (victims)", True),
        ("Number (offences)", False),
        ("No. of crimes (recorded)", False),
        ("Count (financial year)", False),
    ],
)
def test_what_is_in_brackets_behind_the_name_of_the_numbers_is_read_too(heading, asks):
    rows: Rows = [[f"{TITLE} 2018/19"], ["Offence", heading], ["Rape", 34], ["Incest", 12]]
    assert bool(asked(rows)) == asks


@pytest.mark.parametrize(
    ("words", "asks"), [("Quarter", True), ("Victims", True), ("Number", False)]
)
def test_a_heading_over_every_year_is_read_too(words, asks):
    rows: Rows = [[TITLE], [], ["", words, words], ["Offence", *YEARS], *BODY]
    assert any(f"“{words}”" in each for each in asked(rows)) == asks


def test_a_label_with_another_start_is_asked_about():
    rows: Rows = [[TITLE], [], ["Year", "Rape", "Grooming (since 2010)"], ["2017/18", 3, 4]]
    assert asked([*rows, ["2018/19", 5, 6]])


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Year (occurred)", True),
        ("Year - committed", True),
        ("District", True),
        ("Offence / Year", False),
        ("Year (recorded)", False),
        ("Financial year", False),
    ],
)
def test_a_corner_over_years_is_of_their_records(words, asks):
    rows: Rows = [[TITLE], [], [words, "Rape", "Grooming"], ["2017/18", 3, 4], ["2018/19", 5, 6]]
    contents = FileContents([sheet_of(rows, "Data")])
    found = read_sheets("a.xlsx", contents)
    labels = [o for table in found.tables for o in table.observations if words in o.other]
    assert bool(labels or found.problems) == asks
