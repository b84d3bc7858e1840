"""The cells of a table in a text: each with its row's label, its heads and what is above."""

import pytest

from offences.tracing.finding.table_cells import lines_and_cells


def read(text):
    """The lines of all tables, and of each cell its words and those that name it."""
    lines, cells = lines_and_cells(text)
    spans = [((c.start, c.end), c.label, c.head, c.label_head, c.caption) for c in cells]
    found = [" < ".join(text[slice(*each)] or "-" for each in of) for of in spans]
    return [text[each.start : each.end] for each in lines], found


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "App | 2017 | 2018\nKik | 3 | 4\nYubo | 5 | 6",
            [
                "3 < Kik < 2017 < App < -",
                "4 < Kik < 2018 < App < -",
                "5 < Yubo < 2017 < App < -",
                "6 < Yubo < 2018 < App < -",
            ],
        ),
        ("Kik | 3\nYubo | 5", ["3 < Kik < - < - < -", "5 < Yubo < - < - < -"]),
        ("Kik\t3\nYubo\t5", ["3 < Kik < - < - < -", "5 < Yubo < - < - < -"]),
        ("Kik   3\nYubo   5", ["3 < Kik < - < - < -", "5 < Yubo < - < - < -"]),
        ("Kik ... 3\nYubo … 5", ["3 < Kik < - < - < -", "5 < Yubo < - < - < -"]),
        ("A / b\nC / d", ["d < C < b < A < -"]),
        ("11: 133\n- 12-13: 1,044", ["133 < 11 < - < - < -", "1,044 < 12-13 < - < - < -"]),
        ("App | 12\nKik | 3", ["12 < App < - < - < -", "3 < Kik < - < - < -"]),
        (" App | n \n Kik | 3 ", ["3 < Kik < n < App < -"]),
        ("| App | n |\n|| 3 |", ["3 < - < n < App < -"]),
        ("| App | n |\n| Kik ||", ["- < Kik < n < App < -"]),
        (
            "2017/18 | 2018/19\n490 | 675",
            ["490 < - < 2017/18 < 2017/18 < -", "675 < - < 2018/19 < 2017/18 < -"],
        ),
    ],
)
def test_a_cell_is_named_by_its_row_and_under_a_row_of_heads_by_its_column(text, cells):
    assert read(text) == (text.split("\n"), cells)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("App | n\n\nKik | 3\nYubo | 5", ["3 < Kik < n < App < -", "5 < Yubo < n < App < -"]),
        ("App | n\n\n\nKik | 3\nYubo | 5", ["3 < Kik < n < App < -", "5 < Yubo < n < App < -"]),
        # a second head, another line, or more cells: a table of its own
        ("News | May\n\nApp | n\nKik | 3", ["3 < Kik < n < App < -"]),
        (
            "App | n\n\nNews\nKik | 3\nYubo | 5",
            ["3 < Kik < - < - < News", "5 < Yubo < - < - < News"],
        ),
        ("App | n\n\nKik | 3 | 4", []),
        ("Kik | 3\n\nYubo | 5", []),
    ],
)
def test_a_blank_line_may_stand_below_the_heads_of_a_table(text, cells):
    assert read(text)[1] == cells


@pytest.mark.parametrize("rule", ["|---|---|", "----", "--+--"])
def test_a_rule_is_a_line_of_the_table_and_has_no_cells(rule):
    text = f"App | n\n{rule}\nKik | 3"
    assert read(text) == (text.split("\n"), ["3 < Kik < n < App < -"])


@pytest.mark.parametrize(
    "text",
    [
        "One, 1, 2",
        "Boys, girls, babies\nKik, Yubo, Skype",
        "We saw 3, 4, 5\nand 6, 7, so",
        "One | row",
        "Kik | 3\nYubo | 5 | 6",
        "App | n\n\nKik | 3",
        "App | n\nKik",
        "",
        "\n\n",
    ],
)
def test_one_row_alone_or_rows_of_unlike_length_are_no_table(text):
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("In 2018\n", "In 2018"),
        ("In 2018\n\n", "In 2018"),
        ("In 2017\nIn 2018\n\n \n", "In 2018"),
        ("\n", "-"),
    ],
)
def test_the_line_above_a_table_is_the_last_that_is_not_empty(above, caption):
    assert read(f"{above}App | n\nKik | 3\nThe end")[1] == [f"3 < Kik < n < App < {caption}"]


def test_rows_of_another_length_begin_another_table_under_the_same_line():
    first, second = "Kik | 3\nYubo | 4", "A | 5 | 6\nB | 7 | 8"
    lines, cells = read(f"Here\n{first}\n{second}")
    assert lines == f"{first}\n{second}".split("\n")
    assert cells[:2] == ["3 < Kik < - < - < Here", "4 < Yubo < - < - < Here"]
    assert cells[2:] == [f"{n} < {of} < - < - < Here" for of, n in ("A5", "A6", "B7", "B8")]


def test_a_table_behind_another_has_the_line_between_them_above_it():
    cells = read("One\nKik | 3\nYubo | 4\nTwo\nA | 5\nB | 6")[1]
    assert [each.rpartition(" < ")[2] for each in cells] == ["One", "One", "Two", "Two"]
