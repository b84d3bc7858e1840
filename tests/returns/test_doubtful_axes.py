"""What looks like a year and is none of the counts: ages, another year, an edition of rules."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

YEARS = ["2018/19", "2019/20"]
SEVERAL = "Two years are named for this count"
NO_YEAR = "No year is named"


def labels_and_stops(rows: Rows, name: str) -> tuple[dict[int, tuple[str | None, str]], list[str]]:
    read = read_as(rows, [], name)
    found = {
        each.value or 0: (each.year, each.labels.get("age", "")) for each in observations(read)
    }
    return found, [each.message for each in read.problems if each.stops]


BESIDE_AGES: Rows = [["", *YEARS], ["Under 12", 31, 27], ["12/13", 8, 9], ["14/15", 12, 14]]
OF_ONE_BAND: Rows = [["Band", *YEARS], ["0-11", 31, 27], ["12/13", 8, 9], ["14+", 12, 14]]
BY_THEMSELVES: Rows = [["", *YEARS], ["10/11", 31, 27], ["12/13", 8, 9], ["14/15 years", 12, 14]]
BELOW_LINES: Rows = [["Offence", *YEARS], ["Stalking"], ["10/11", 31, 27], ["12/13", 8, 9],
                     ["Threats"], ["10/11", 12, 14], ["12/13", 6, 7]]  # fmt: skip


@pytest.mark.parametrize("rows", [BESIDE_AGES, OF_ONE_BAND, BY_THEMSELVES, BELOW_LINES])
@pytest.mark.parametrize("name", FORMATS)
def test_bands_of_ages_with_a_stroke_are_no_years(rows, name):
    found, stops = labels_and_stops(rows, name)
    assert found[8] == ("2018/19", "12/13")
    assert found[9] == ("2019/20", "12/13")
    assert not stops


@pytest.mark.parametrize("name", FORMATS)
def test_bands_of_ages_across_are_no_years(name):
    rows: Rows = [["Offence", "10/11", "12/13", "14/15"], ["Stalking", 31, 27, 6]]
    found, stops = labels_and_stops(rows, name)
    assert found[27] == (None, "12/13")
    assert [each for each in stops if each.startswith(NO_YEAR)]


@pytest.mark.parametrize("heads", [["11/12", "12/13", "13/14"], ["16/17", "17/18", "18/19"]])
@pytest.mark.parametrize("name", FORMATS)
def test_years_that_follow_each_other_are_years(heads, name):
    found, stops = labels_and_stops([["Offence", *heads], ["Stalking", 31, 27, 6]], name)
    assert found[27] == (f"20{heads[1]}", "")
    assert not stops


def test_years_under_their_name_and_beside_all_ages_are_years():
    found, _ = labels_and_stops([["Year", "Girls"], ["10/11", 31], ["12/13", 27]], "a.xlsx")
    assert found[27] == ("2012/13", "")
    found, _ = labels_and_stops([["", "Girls"], ["15/16", 31], ["All under 18", 27]], "a.xlsx")
    assert found[31] == ("2015/16", "")


@pytest.mark.parametrize(
    "rows",
    [
        [["Offence committed in", *YEARS], ["2016/17", 31, 27], ["2017/18", 8, 9]],
        [["Committed", *YEARS], ["2015", 31, 27], ["2016", 8, 9]],
        [["When", *YEARS], ["11/12", 31, 27], ["12/13", 8, 9]],
        [["Year recorded", "Year of offence", "Count"], ["2018/19", "2016/17", 31],
         ["2018/19", "2018/19", 8], ["2019/20", "2017/18", 9]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", FORMATS)
def test_two_years_of_one_count_are_asked_about_once(rows, name):
    _, stops = labels_and_stops(rows, name)
    assert len([each for each in stops if each.startswith(SEVERAL)]) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["Month", *YEARS], ["Apr-18", 31, ""], ["Jan-20", "", 9]],
        [["Offence", "2018", "2019"], ["Stalking", 31, 27], ["Threats", 8, 9]],
        [["Figures for 2019/20", "", ""], ["Offence", *YEARS], ["Threats", 8, 9]],
    ],
)
def test_a_month_of_the_year_over_it_is_no_second_year(rows):
    _, stops = labels_and_stops(rows, "a.xlsx")
    assert not [each for each in stops if each.startswith(SEVERAL)]


@pytest.mark.parametrize(
    "corner",
    [
        "Offence (HOCR 2021/22)",
        "Crime type (Home Office Counting Rules for April 2021)",
        "Offence (HO codes 2021-22)",
        "Offence (2021/22 classification)",
    ],
)
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_the_edition_of_rules_in_a_corner_is_no_year_of_the_counts(corner, name):
    found, stops = labels_and_stops([[corner, "Count"], ["Stalking", 31], ["Threats", 8]], name)
    assert found[31] == (None, "")
    assert [each for each in stops if each.startswith(NO_YEAR)]


@pytest.mark.parametrize("corner", ["Offence 2021/22", "Offence (recorded 2021/22)"])
def test_another_year_in_a_corner_is_that_of_the_counts(corner):
    rows: Rows = [[corner, "Count"], ["Stalking", 31], ["Threats", 8]]
    assert labels_and_stops(rows, "a.xlsx") == ({31: ("2021/22", ""), 8: ("2021/22", "")}, [])


LAWS = ["SOA 2003 s15", "Communications Act 2003 s127", "Sexual Offences Act (2003), section 10"]


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_the_section_of_an_act_is_an_offence_over_rows_and_beside_them(law, name):
    above: Rows = [["Sex", *YEARS], [law], ["Girls", 31, 27], ["Boys", 8, 9],
                   ["Grooming"], ["Girls", 12, 14], ["Boys", 6, 7]]  # fmt: skip
    beside: Rows = [["Offence", *YEARS], [law, 31, 27], ["Grooming", 8, 9]]
    for rows in (above, beside):
        found = {each.value: each for each in observations(read_as(rows, [], name))}
        assert (found[27].year, found[27].labels["offence"]) == (YEARS[1], law)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("text", ["FOI 2020/21", "Published 2020/21", "01/04/2020", "31/03/2021"])
def test_a_year_over_the_last_column_does_not_replace_the_one_from_its_left(text, name):
    def rows(above: str) -> Rows:
        return [
            ["Fernshire", "", "", "", "", "", above],
            ["Offence", "2018/19", "", "", "2019/20", "", ""],
            ["", "Female", "Male", "Unknown", "Female", "Male", "Unknown"],
            ["Stalking", 41, 22, 13, 46, 27, 18],
            ["Threats", 61, 33, 19, 65, 36, 12],
        ]

    assert any(
        SEVERAL in each.message and each.stops for each in read_as(rows(text), [], name).problems
    )
    assert not any(SEVERAL in each.message for each in read_as(rows(""), [], name).problems)
    assert not any(SEVERAL in each.message for each in read_as(rows("2019/20"), [], name).problems)


WITHIN = "begins within a group of columns"


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("above", "is_asked"),
    [
        (["2018/19", "2020/21", "2019/20", ""], True),
        (["2018/19", "", "2019/20", "2020/21"], True),
        (["", "2018/19", "", "2019/20"], True),  # over the last of its columns
        (["2018/19", "", "2019/20", ""], False),
        (["2018/19", "2018/19", "2019/20", "2019/20"], False),
    ],
)
def test_a_year_that_begins_within_a_group_is_asked_about(above, is_asked, name):
    rows: Rows = [["Offence", *above], ["", *["Girls", "Boys"] * 2], ["Stalking", 41, 22, 46, 27],
                  ["Threats", 61, 33, 65, 36]]  # fmt: skip
    found = read_as(rows, [], name)
    assert any(WITHIN in each.message for each in found.problems) is is_asked


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("above", "questions"),
    [
        (["", "2018/19", "", "", "2019/20", ""], 0),  # in the middle of each group
        (["", "", "2018/19", "", "", "2019/20"], 1),  # over the last of each
        (["", "2018/19", "", "2019/20", "", ""], 1),  # over the middle of the first alone
        (["2018/19", "", "", "2019/20", "", ""], 0),
    ],
)
def test_years_at_one_place_of_each_group_are_its_years_with_one_question(above, questions, name):
    rows: Rows = [
        ["", *above],
        ["Offence", *["Girls", "Boys", "Total"] * 2],
        ["Stalking", 41, 22, 63, 46, 27, 73],
        ["Threats", 61, 33, 94, 65, 36, 101],
    ]
    found = read_as(rows, [], name)
    assert len([each for each in found.problems if each.stops]) == questions
    years = [o.year for o in observations(found)]
    if above[3] != "2019/20" or above[0]:
        assert years == [*["2018/19"] * 3, *["2019/20"] * 3] * 2


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("beside", "is_asked"),
    [
        (["", "Stalking", "", "Threats"], True),  # in the middle of their two rows
        (["Stalking", "", "", "Threats"], True),
        (["Stalking", "", "Threats", ""], False),
        (["Stalking", "Stalking", "Threats", "Threats"], False),
        (["Stalking", "Threats", "Blackmail", "Grooming"], False),  # each row has its own
    ],
)
def test_a_label_that_begins_within_a_group_of_rows_is_asked_about(beside, is_asked, name):
    counts = zip(beside, ["Girls", "Boys"] * 2, [41, 22, 46, 27], [61, 33, 65, 36], strict=True)
    found = read_as([["Offence", "Sex", *YEARS], *map(list, counts)], [], name)
    assert any("within a group of rows" in each.message for each in found.problems) is is_asked


def test_years_over_columns_of_their_own_are_no_groups():
    rows: Rows = [["Offence", "2018/19", "", "2019/20", "2020/21", ""],
                  ["", "Female", "Male", "All", "Female", "Male"],
                  ["Stalking", 41, 22, 13, 46, 27], ["Threats", 61, 33, 19, 65, 36]]  # fmt: skip
    assert not [each for each in read_as(rows, [], "a.xlsx").problems if WITHIN in each.message]


AGES: Rows = [["Age", "Girls", "Boys", "Total"], ["0-11", 31, 12, 43], ["12-14", 27, 9, 36],
              ["15-17", 8, 6, 14], ["Total", 66, 27, 93]]  # fmt: skip


def with_line(line: str, *, title: str) -> Rows:
    return [[title], ["", ""], *AGES[:2], [line], *AGES[2:]]


@pytest.mark.parametrize("line", ["Male", "Females", "Male victims"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_count_of_both_sexes_by_its_row_and_its_column_is_asked_about(line, name):
    _, stops = labels_and_stops(with_line(line, title="Offences in 2018/19"), name)
    assert len([each for each in stops if each.startswith("Both sexes")]) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [["Sex", "2018/19", "2019/20 - F"], ["Girls", 31, 27], ["Boys", 8, 9]],
        [["Sex", "Age", *YEARS], ["Girls", "0-12", 31, 27], ["", "13-17", 12, 14],
         ["", "Boys", 8, 9]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_letter_and_a_label_in_another_column_name_a_sex_as_well(rows, name):
    asked = [each.message for each in read_as(rows, [], name).problems if each.stops]
    assert [each for each in asked if "oth sexes" in each]


@pytest.mark.parametrize(
    "rows",
    [
        [["Sex", *YEARS], ["Girls", 31, 27], ["Boys", 8, 9], ["Total", 39, 36]],
        [["", "Girls", "Female victims"], ["Female", 31, 27], ["Not known", 4, 3]],
        [["Offence", "Boys", "Girls"], ["Rape of a female child", 0, 27], ["Threats", 4, 3]],
        [["Sex", "Count"], ["Girls", ""], ["0-13", 27], ["Boys", ""], ["0-13", 4]],
    ],
)
def test_a_count_of_one_sex_is_not(rows):
    _, stops = labels_and_stops(rows, "a.xlsx")
    assert not [each for each in stops if "oth sexes" in each]


OTHERS = "Which year are the others of?"


@pytest.mark.parametrize("name", FORMATS)
def test_a_line_of_another_year_than_the_title_over_some_rows_is_asked_about(name):
    _, stops = labels_and_stops(with_line("2016/17", title="Offences in 2018/19"), name)
    assert len([each for each in stops if each.endswith(OTHERS)]) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("last", "is_asked"), [("15-17", False), ("16-17", True)])
def test_a_year_alone_above_the_same_labels_is_the_first_of_such_lines(last, is_asked, name):
    rows: Rows = [["2018/19", ""], ["Age", "Count"], ["0-14", 31], ["15-17", 8], ["2019/20", ""],
                  ["0-14", 27], [last, 9]]  # fmt: skip
    _, stops = labels_and_stops(rows, name)
    assert any(each.endswith(OTHERS) for each in stops) is is_asked


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("years", "is_asked"),
    [
        (["2017/18", "2018/19", "2019/20"], False),
        (["2019/20", "2018/19", "2017/18"], False),
        (["2020/21", "2018/19", "2017/18"], True),  # the year of the request
        (["2017/18", "2019/20", "2018/19"], True),
        (["2021/22", "2018/19", "2018/19"], True),
    ],
)
def test_a_year_alone_is_the_first_of_lines_only_where_it_is_the_next_to_theirs(
    years, is_asked, name
):
    first, *others = years
    rows: Rows = [[first, ""], [], ["Age", "Count"], ["0-14", 35], ["15-17", 9]]
    for year in others:
        rows += [[year, ""], ["0-14", 28], ["15-17", 6]]
    _, stops = labels_and_stops(rows, name)
    assert any(each.endswith(OTHERS) for each in stops) is is_asked


@pytest.mark.parametrize(
    ("line", "title"),
    [("2018/19", "Offences in 2018/19"), ("2016/17", "Offences"), ("Ages", "Offences in 2018/19")],
)
def test_a_line_of_the_same_year_or_under_none_is_not(line, title):
    _, stops = labels_and_stops(with_line(line, title=title), "a.xlsx")
    assert not [each for each in stops if each.endswith(OTHERS)]


AS_LABEL = "names a time and was read as a label"


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (["Offence", "Count"], "2015/16"),
        (["Offence", "2016/17"], "2015/16"),
        (["Offence", "2016/17"], "FY 15/16"),
        (["Platform", "Count"], "2016"),
        (["Offence", "Count"], "2016/17"),
        (["Offence", "Count"], "Quarter 3"),
        (["Offence", "Count"], "May 2015"),
        (["Offence", "Count"], "Total 2015/16"),
        (["Offence", "Count"], "2015/16 stalking"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("name", FORMATS)
def test_a_year_that_is_read_as_a_label_is_asked_about(first, head, label, name):
    own = [[label, 44], ["Kik" if head[0] == "Platform" else "Threats", 7]]
    body = [["Total", 51], *(own if first else own[::-1])]
    title = [["Offences in 2016/17", ""]] if head[1] == "Count" else []
    _, stops = labels_and_stops([*title, head, *body], name)
    assert len([each for each in stops if AS_LABEL in each]) == 1


@pytest.mark.parametrize(
    "rows",
    [
        BESIDE_AGES,
        OF_ONE_BAND,
        [["Offences in 2016/17"], ["Offence", "Count"], ["Threats", 7], ["Total 2016/17", 7]],
        [["Offence", "2016/17"], ["Rape (SOA 2003)", 7], ["Sexual Offences Act 1956", 9]],
        [["Offence", "2016/17"], ["First half", 7], ["Rape 2003 Act s1", 9]],
        [["Year", "Count"], ["2016/17", 7], ["2017/18", 9]],
    ],
)
def test_an_age_a_law_or_the_year_of_the_counts_in_a_label_is_not(rows):
    _, stops = labels_and_stops(rows, "a.xlsx")
    assert not [each for each in stops if AS_LABEL in each]


def test_a_line_of_another_year_below_a_total_and_rows_of_none_is_asked_about():
    rows: Rows = [["Offences in 2018/19"], ["Offence", "Count"], ["Total", 38], ["Rape", 31],
                  ["Theft", 7], ["2016/17"], ["Rape", 44]]  # fmt: skip
    _, stops = labels_and_stops(rows, "a.xlsx")
    assert [each for each in stops if each.endswith(OTHERS)]
