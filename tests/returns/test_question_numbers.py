"""The number of a question or of a part of the answer is no quarter, half or part of a year."""

import pytest

from offences.returns.labels.years import parse_year
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

YEARS = ["2020/21", "2021/22"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Question 2: April 2018 to March 2019", ""),
        ("Table Q2: 2018/19", ""),
        ("Answer to Q4, 2018/19", ""),
        ("Q3. Number of stalking offences recorded in 2018/19", ""),
        ("Q2a) Total number with a child victim in 2018/19", ""),
        ("Q3 Number of stalking offences 2018/19", "Q3 Number of stalking offences 2018/19"),
        ("Q3. Number in 2018/19", "Q3. Number in 2018/19"),
        ("Part 2: 2018/19", "Part 2: 2018/19"),
        ("Part 3: Offences 2018/19", "Part 3: Offences 2018/19"),
        ("Q3 April 2018 to March 2019", "Q3 April 2018 to March 2019"),
        ("Q4 of 1 April 2018 - 31 March 2019", "Q4 of 1 April 2018 - 31 March 2019"),
        ("Q1: Crimes, Apr 18 to Mar 19", "Q1: Crimes, Apr 18 to Mar 19"),
        ("Q2 2018/19", "Q2 2018/19"),
        ("Data for Q2 2018/19", "Data for Q2 2018/19"),
        ("Q2 July 2018 to September 2018", "Q2 July 2018 to September 2018"),
        ("2018/19 part 2", "2018/19 part 2"),
        ("Part year 2018/19", "Part year 2018/19"),
        ("April 2018 to March 2019, Q2", "April 2018 to March 2019, Q2"),
    ],
)
def test_the_number_of_a_question_or_of_a_part_of_the_answer_is_no_part_of_a_year(text, part):
    year = parse_year(text)
    assert year is not None
    assert (year.label, year.part) == ("2018/19", part)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "heading", ["Question", "Qn.", "Question no.", "Answer to", "Request", "No."]
)
def test_numbers_below_question_are_no_quarters(heading, name):
    rows: Rows = [[heading, *YEARS], ["Q1", 44, 51], ["Q2", 20, 27], ["Q3", 9, 8], ["Q4", 6, 5]]
    found = read_as(rows, [], name)
    seen = [o for table in found.tables for o in table.observations]
    assert {(o.part_words, o.months) for o in seen} == {("", None)}
    (why,) = [each.message for each in found.problems if each.stops]
    assert "was read as the number of a question" in why
    said = [["", "Recorded"], ["", "Rape"], ["", "Grooming"], ["", "Threats"]]
    rows = [
        [heading, "Offence", *YEARS],
        *([r[0], s[1], *r[1:]] for r, s in zip(rows[1:], said, strict=True)),
    ]
    found = read_as(rows, [], name)
    assert not [each for each in found.problems if "number of a question" in each.message]


@pytest.mark.parametrize("heading", ["Quarter", "Period", ""])
def test_quarters_below_another_heading_are_quarters(heading):
    rows: Rows = [[heading, *YEARS], ["Q1", 44, 51], ["Q2", 20, 27], ["Q3", 9, 8], ["Q4", 6, 5]]
    assert {o.part_words for o in observations(read_as(rows, [], "a.xlsx"))} == {
        "Q1",
        "Q2",
        "Q3",
        "Q4",
    }


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize("line", ["Q3 of April 2018 to March 2019", "Q1 April 2018 to March 2019"])
def test_a_quarter_of_a_year_in_months_is_no_whole_year(line, name):
    for rows in (
        [[line, ""], ["Offence", "Count"], ["Stalking", 31], ["Threats", 12]],
        [["Offence", line], ["Stalking", 31], ["Threats", 12]],
    ):
        found = observations(read_as(rows, [], name))
        assert {o.part_words for o in found} == {line}


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Q2. By sex of the victim.", False),
        ("Q2) By sex", False),
        ("Q3a: by age and sex of the victim", False),
        ("Q2 By sex of the victim.", True),  # it may be of a quarter
        ("Q2 by sex", True),
    ],
)
def test_the_number_of_a_question_before_by_is_no_quarter(line, asks, name):
    rows = [[line], ["Sex", "2023/24", "2024/25"], ["Girls", 97, 104], ["Boys", 18, 19]]
    assert any(line[:12] in each for each in messages_of(name, rows)) is asks
