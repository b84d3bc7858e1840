"""An empty cell keeps its place in a row, so each number is read under its own heading."""

import pytest

from offences.tracing.hidden_numbers.text_tables import tables_in
from tests.tracing.dunmarsh import stopped
from tests.tracing.test_hidden_numbers import told


def cells(text):
    return [[text[slice(*cell)] for cell in row] for table in tables_in(text) for row in table.rows]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| Kik | 3 | 4 |", ["Kik", "3", "4"]),
        ("Kik | 3 | 4", ["Kik", "3", "4"]),
        ("  | Kik | 3 | 4 |  ", ["Kik", "3", "4"]),
        ("- Kik | 3 | 4", ["Kik", "3", "4"]),
        ("|| 3 | 4 |", ["", "3", "4"]),
        ("| | 3 | 4 |", ["", "3", "4"]),
        (" |  | 3 | 4", ["", "3", "4"]),
        ("| Kik || 4 |", ["Kik", "", "4"]),
        ("| Kik | 3 | |", ["Kik", "3", ""]),
        ("| Kik | 3 ||", ["Kik", "3", ""]),
        ("| Kik | 3 |  |  ", ["Kik", "3", ""]),
        ("| | | |", ["", "", ""]),
    ],
)
def test_one_bar_at_either_end_of_a_row_is_its_frame_and_the_others_part_cells(row, read):
    assert cells(f"App | 2017/18 | 2018/19\n{row}\nSnapchat | 41 | 42")[1] == read


def test_a_table_whose_last_row_begins_with_an_empty_cell_is_read_once():
    assert cells("App,2018\nKik,4\n,3") == [["App", "2018"], ["Kik", "4"], ["", "3"]]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| Northshire | 3 | |", ["3 | facebook"]),
        ("| Northshire | 3 ||", ["3 | facebook"]),
        ("| Northshire | 3 | 41 |", ["3 | facebook"]),
        ("|| 3 | 41 |", ["3 | facebook"]),
    ],
)
def test_a_number_is_of_the_hidden_part_over_it_whatever_cells_are_empty(row, found):
    heads = "| Northshire | Facebook | Snapchat |\n|---|---|---|"
    assert told(f"{heads}\n{row}") == found


OF_AN_AGE = "Age | Offences\n8 | {}\n12 | 25"


@pytest.mark.parametrize("cell", ["1 to 4", "1-4", "<5", "≤4", "0 to 9", "[c]", "-"])
def test_a_cell_may_have_the_published_range_or_a_wider_one_or_a_mark(cell):
    assert told(OF_AN_AGE.format(cell), "about Northshire, where the release gives ranges") == []


@pytest.mark.parametrize("cell", ["3", "1 to 3", "2 to 4", "<4", "≤3", "nil", "1 to 4 (in fact 1)"])
def test_a_cell_that_gives_more_than_the_published_range_is_found(cell):
    found = told(OF_AN_AGE.format(cell), "about Northshire, where the release gives ranges")
    assert found == [f"{cell} | aged 8"]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("Age | Offences\n12 | 25\n8 | 3", ["3 | aged 8"]),
        ("Age | Offences\n8 to 9 | 3\n12 | 25", ["3 | aged 8 to 9"]),
        ("8 | 3\n12 | 25", ["3 | aged 8"]),
        ("12 | 25\n8 | 3", ["3 | aged 8"]),
        ("Age 8 | 3\nAge 12 | 25", ["3 | aged 8"]),
        ("8 | 9 | 12\n3 | 1 | 25", ["3 | aged 8", "1 | aged 9"]),
        ("App | Offences\nNot known | 3\nSnapchat | 41", ["3 | not known"]),
        ("App | Offences\nUnknown | 3\nSnapchat | 41", ["3 | not known"]),
        ("App | Northshire | Southshire\nFacebook | 3 | 4", ["3 | facebook"]),
        ("App | Southshire | Northshire\nFacebook | 3 | [c]", []),
        ("Force | Facebook | Snapchat\nNorthshire | 3 | 41\nSouthshire | 9 | 8", ["3 | facebook"]),
        ("Southshire\nAge | Offences\n8 | 3\n12 | 25", []),
        ("Southshire\n\nAge | Offences\n8 | 3\n12 | 25", ["3 | aged 8"]),
        ("Southshire | Facebook\n2018/19 | 3", []),
        ("App | Minimum age | Offences\nFacebook | 13 | 3", ["3 | facebook"]),
        ("App | Minimum age\nFacebook | 13", []),
        ("Facebook: 3, 14, 20", ["3 | facebook", "14 | facebook", "20 | facebook"]),
        ("Facebook: 3\nSnapchat: 41", ["3 | facebook"]),
    ],
)
def test_a_cell_is_of_what_its_row_its_column_and_its_table_name(table, found):
    assert told(table) == found


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("Age | 9\nNorthshire | 3", ["3 | aged 9"]),
        ("Age of victim | 9\nNorthshire offences | 3", ["3 | aged 9"]),
        ("Northshire, by age\nAge | 8\nNumber | 3", ["3 | aged 8"]),
        ("Age | 8\n2017/18 | 0\n2018/19 | 3", ["0 | aged 8", "3 | aged 8"]),
        ("Age | Offences\n9 | 3", ["3 | aged 9"]),
        ("9 | 3\n12 | 25", ["3 | aged 9"]),
        ("Age | 12\nNorthshire | 25", []),
    ],
)
def test_one_age_in_a_row_or_a_column_is_read_as_one_where_a_cell_says_age(table, found):
    assert told(table) == found


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Kik,3", [["Kik", "3"]]),
        ("Northshire,2018/19,3", [["Northshire", "2018/19", "3"]]),
        ("Kik, seen here,3", []),
        ("Kik,seen here, 3", []),
        ("Kik, 3", []),
        ("Kik 1,204", []),
        ("Kik 3 4", []),
        ("A line of rather more than thirty letters,3", []),
    ],
)
def test_one_line_is_a_row_of_data_where_no_space_follows_its_commas(line, rows):
    assert cells(line) == rows


@pytest.mark.parametrize(
    "table",
    [
        "Northshire by platform | 2018/19\nSnapchat 41 | Instagram 20\nWhatsApp 9 | Facebook 4",
        "Northshire by platform | 2018/19\nFacebook 4 | Snapchat 41",
        "Northshire by platform | 2018/19\nSnapchat (41) | Facebook (4)",
        "Northshire\tplatforms\nFacebook: 4\tSnapchat: 41",
    ],
)
def test_a_cell_that_holds_a_name_and_its_number_is_read_as_words_are(table):
    assert any(each.startswith("4 | facebook") for each in told(table))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Age, Offences\nNote, a sentence of a good deal more than thirty letters\nKik, 4",
            [["Note", "a sentence of a good deal more than thirty letters"], ["Kik", "4"]],
        ),
        (
            "Kik, 3\nThe note said this, and went on for more than thirty letters\nYubo, 4",
            [["The note said this", "and went on for more than thirty letters"], ["Yubo", "4"]],
        ),
        ("Age, Offences\nKik, 4\nYubo, 3", [["Age", "Offences"], ["Kik", "4"], ["Yubo", "3"]]),
    ],
)
def test_a_table_begins_where_no_later_line_of_it_ends_in_a_sentence(text, rows):
    assert cells(text) == rows


@pytest.mark.parametrize("text", [
    "Girls on Facebook in Dunmarsh: 7\nBoys on Facebook in Dunmarsh: not published",
    "Aged 9 in Dunmarsh: 7\nAged 8 in Dunmarsh: not published",
])  # fmt: skip
def test_a_row_is_of_all_that_its_label_names_beside_one_that_is_not_given(text):
    assert stopped(text)


@pytest.mark.parametrize("text", [
    "Girls in Dunmarsh: 70\nBoys in Dunmarsh: 13\nGirls on Facebook: not published",
    "Aged 10 in Dunmarsh: 6\nAged 11 in Dunmarsh: 12",
])  # fmt: skip
def test_rows_of_what_is_released_are_not_stopped(text):
    assert not stopped(text)
