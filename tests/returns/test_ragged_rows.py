"""A row of a csv file with more or fewer fields than its heading may have moved its numbers."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets

HEAD = "Offence,2017/18,2018/19,2019/20"
LIST = "Crime number,Date recorded,Offence,Age\nA1,01/05/2019,Rape,12\n"


def asked(text: str) -> dict[str | None, str]:
    found = read_sheets("a.csv", open_file(text.encode(), "a.csv"))
    assert sum(len(table.observations) for table in found.tables)
    stops = (each for each in found.problems if each.stops)
    return {each.cell: each.message for each in stops if "fields" in each.message}


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("Rape,12,17", "A3"),
        ("Rape,12,17,18,19", "A3"),
        ("Rape,1,234,17,18", "A3"),  # a thousand without its quotation marks
        ("Rape,12", "A3"),
        ("Rape, offences,12,17,18", "A3"),
        ("Rape,<5,17", "A3"),
        ("Rape,12,17,18", None),
        ("Rape,12,17,", None),
        ("Rape,12,17,18,,", None),
        ('Rape,"1,234",17,18', None),
        ("Girls", None),
        ("The figures are of the year in which the crime was recorded.", None),
    ],
)
def test_a_row_with_more_or_fewer_fields_than_its_heading_is_asked_about(row, cell):
    found = asked(f"{HEAD}\nIncest,31,34,38\n{row}\nGrooming,22,25,27\n")
    assert [*found] == ([cell] if cell else [])


@pytest.mark.parametrize("title", ["Offences with an online flag", "Offences,,,,", ",,,", "a;b"])
def test_a_title_may_have_as_many_fields_as_it_likes(title):
    assert not asked(f"{title}\n{HEAD},\nIncest,31,34,38\nRape,12,17,18\n")


def test_rows_are_compared_with_the_heading_of_their_own_table():
    second = "Offence,2020/21\nIncest,31\nRape,12\n"
    assert not asked(f"{HEAD}\nIncest,31,34,38\nRape,12,17,18\n\n{second}")
    assert [*asked(f"{HEAD}\nIncest,31,34,38\nRape,12,17,18\n\n{second}Grooming,1,2\n")] == ["A8"]


def test_all_rows_may_be_wider_than_a_heading_that_lost_a_field():
    (why,) = asked("2017/18,2018/19,2019/20\nIncest,31,34,38\nRape,12,17,18\n").values()
    assert why.startswith("Rows 2 and 3 have more or fewer fields than the headings in row 1")


def test_a_row_of_a_list_of_crimes_is_one_crime_and_has_its_columns_too():
    rows = "A2,02/05/2019,Rape,13\nA3,02/05/2019,Incest,13\n"
    assert not asked(LIST + rows)
    assert [*asked(f"{LIST}{rows}A4,Rape,13\n")] == ["A5"]
