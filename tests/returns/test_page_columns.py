"""Tables of a page without rules, as a spreadsheet prints them: words left, numbers right."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from offences.returns.tables.page_columns import find_columns
from offences.returns.tables.page_lines import plain_lines
from tests.returns.test_causes import YEARS, labels_of, observations
from tests.returns.test_pages import Words, page_of

type PageRows = list[list[str | int]]
DIGIT = 5.56  # points, of a figure in the typeface of ten points


def printed(rows: PageRows, widths: list[int], step: int = 16) -> ReadFile:
    """Read a page with these rows, whose cells are so wide."""
    words = []
    for number, row in enumerate(rows):
        left = 40.0
        for cell, width in zip(row, widths, strict=False):
            text = str(cell)
            begins = left + width - 12 - DIGIT * len(text) if isinstance(cell, int) else left
            words += [(begins, 100 + step * number, text)] if text else []
            left += width
    return read_sheets("a.pdf", open_file(page_of(words), "a.pdf"))


def found(read: ReadFile) -> dict[int, set[str]]:
    return {each.value: labels_of(each) for each in observations(read) if each.value is not None}


def asks(read: ReadFile) -> list[str]:
    return [each.message for each in read.problems if each.stops]


def test_a_heading_at_the_left_is_over_the_numbers_at_the_right_of_its_own_column():
    rows = [["Offence", "Kik", "Snapchat", "Other"], ["Stalking", 31, 27, 9], ["Threats", 8, 6, 4]]
    read = printed([["Offences 2018/19"], *rows], [110, 90, 90, 90])
    labels = found(read)
    assert {"platform: Kik", "2018/19", "offence: Stalking"} <= labels[31]
    assert {"platform: Snapchat", "offence: Threats"} <= labels[6]
    assert {"platform: Other", "offence: Threats"} <= labels[4]
    assert not asks(read)


def test_words_at_the_left_among_numbers_at_the_right_are_in_the_same_column():
    rows = [["Offence", *YEARS], ["Stalking", 31, "<5"], ["Threats", "s.40", 60], ["Rape", 7, 13]]
    read = printed(rows, [110, 90, 90])
    labels = found(read)
    assert {"2018/19", "offence: Rape"} <= labels[7]
    assert {"2019/20", "offence: Threats"} <= labels[60]
    marked = {each.marker: each.year for each in observations(read) if each.marker}
    assert marked == {"suppressed": "2019/20", "refused": "2018/19"}


@pytest.mark.parametrize("width", [60, 90, 110])
@pytest.mark.parametrize("last", [("<5", "<5"), ("<5", 415), (318, "<5")])
def test_full_rows_show_which_column_numbers_beside_words_at_the_left_are_of(width, last):
    rows = [["Offence", *YEARS], ["Stalking", 824, 593], ["Threats", 867, 341], ["Rape", *last]]
    read = printed(rows, [110, width, width])
    labels = found(read)
    assert "2018/19" in labels[824] & labels[867]
    assert "2019/20" in labels[593] & labels[341]
    assert not asks(read)


def test_a_number_at_the_right_of_a_marker_is_below_the_heading_of_that():
    rows = [["Offence", "2017/18", *YEARS], ["Stalking", "", "", "<5"], ["Threats", "<5", 638, ""]]
    labels = found(printed([*rows, ["Rape", "<5", "<5", "<5"]], [110, 110, 110, 110]))
    assert {"2018/19", "offence: Threats"} <= labels[638]


def test_years_over_groups_of_columns_are_over_those_of_their_own_group():
    rows = [["", "2018/19", "", "2019/20", ""], ["Offence", "Girls", "Boys", "Girls", "Boys"],
            ["Stalking", 31, 12, 27, 14], ["Threats", 8, 6, 9, 5]]  # fmt: skip
    labels = found(printed(rows, [110, 90, 90, 90, 90]))
    assert {"2018/19", "sex: Boys", "offence: Stalking"} <= labels[12]
    assert {"2019/20", "sex: Girls", "offence: Threats"} <= labels[9]


def test_tables_beside_each_other_are_cut_where_their_first_heading_comes_again():
    rows = [["Stalking", "", "", "", "Threats", "", ""],
            ["Outcome", *YEARS, "", "Outcome", *YEARS],
            ["Charged", 31, 27, "", "Charged", 8, 9],
            ["Warning", 12, 14, "", "Warning", 5, 6]]  # fmt: skip
    read = printed(rows, [80, 70, 70, 20, 80, 70, 70])
    labels = found(read)
    assert {"2018/19", "offence: Stalking"} <= labels[31]
    assert {"2019/20", "offence: Stalking"} <= labels[14]
    assert {"2018/19", "offence: Threats"} <= labels[8]
    assert {"2019/20", "offence: Threats"} <= labels[6]
    assert not asks(read)


def test_headings_that_come_again_below_their_rows_are_of_the_same_table_and_year():
    head = ["Outcome", "Kik", "Other"]
    rows = [["Year: 2018/19"], head, ["Charged", 31, 27], head, ["Warning", 12, 14], [], [],
            ["Year: 2019/20"], head, ["Charged", 8, 9], head, ["Warning", 5, 6]]  # fmt: skip
    read = printed(rows, [110, 90, 90])
    labels = found(read)
    assert {"2018/19", "platform: Other"} <= labels[14]
    assert {"2019/20", "platform: Kik"} <= labels[5]
    assert {"2019/20", "platform: Other"} <= labels[6]


def test_calendar_years_beside_the_name_of_an_axis_begin_another_table():
    rows = [["Area", "Kik", "Other"], ["North", 31, 27], ["South", 12, 14], [],
            ["Table 2: Offences by sex and year"],
            ["Sex of victim", 2017, 2018], ["Girls", 8, 9], ["Boys", 5, 6]]  # fmt: skip
    read = printed([["Offences 2018/19"], *rows], [110, 90, 90], step=13)
    labels = found(read)
    assert 2017 not in labels
    assert {"2018", "sex: Boys"} <= labels[6]
    assert {"2018/19", "platform: Kik"} <= labels[12]


def test_codes_before_the_labels_are_of_the_table_beside_them():
    rows = [["Northshire Police", "", "", "", "Eastvale Police", "", ""],
            ["Code", "Offence", "2018/19", "", "Code", "Offence", "2018/19"],
            ["0350", "Stalking", 31, "", "0350", "Stalking", 8],
            ["0124", "Threats", 12, "", "0124", "Threats", 5]]  # fmt: skip
    labels = found(printed(rows, [50, 80, 80, 20, 50, 80, 80]))
    assert {"force: Northshire Police", "offence: Threats"} <= labels[12]
    assert {"force: Eastvale Police", "offence: Stalking"} <= labels[8]


def test_a_heading_that_may_be_over_either_of_two_columns_is_asked_about():
    rows = [["Offence", "Kik", "", "Snapchat"], ["Stalking", 31, 27, ""], ["Threats", 8, 6, ""]]
    read = printed([["Offences 2018/19"], *rows], [110, 90, 90, 90])
    assert "Over which column “Snapchat” is, is not clear: check the page." in asks(read)


def ragged(*rows: tuple[tuple[float, object], ...]) -> ReadFile:
    """Read a page with two years over these rows: where each text begins, and the text."""
    heads = row(60, (60, "App"), (200, "2018/19"), (300, "2019/20"))
    words = [*heads, *(word for n, each in enumerate(rows) for word in row(75 + 15 * n, *each))]
    return read_sheets("a.pdf", open_file(page_of(words), "a.pdf"))


FULL = ((60, "Kik"), (215, 31), (317, 44))


@pytest.mark.parametrize(("x", "year"), [(240, "2018/19"), (283, "2019/20"), (291, "2019/20")])
def test_a_lone_number_between_two_columns_is_of_the_nearer_one_and_is_asked_about(x, year):
    read = ragged(FULL, ((60, "Twitch"), (x, 8)))
    assert year in found(read)[8]
    assert asks(read) == ["“8” stands between two columns: check the page."]


def test_several_numbers_between_two_columns_are_one_question():
    read = ragged(FULL, ((60, "Twitch"), (262, 8)), ((60, "Tumblr"), (288, "*")))
    assert asks(read) == ["“8” stands between two columns: check the page. So is 1 more."]


@pytest.mark.parametrize(
    "rows",
    [
        (FULL, ((60, "Twitch"), (220, 8))),  # below other numbers, at their right
        (FULL, ((60, "Twitch"), (306, 8))),  # below its heading
        (FULL, ((60, "Twitch"), (298, 8))),
        (FULL, ((60, "Twitch"), (300, "<5")), ((60, "Tumblr"), (200, "s.40"))),
        (((60, "Kik"), (215, 31), (292, 44)), ((60, "Twitch"), (292, 8))),  # as in other rows
        (((60, "Kik"), (215, 31)), ((60, "Twitch"), (315, 8))),  # no row is full
        (((60, "Kik"), (235, 31), (335, 1044)), ((60, "Twitch"), (350, 8))),  # right of headings
    ],
)
def test_a_lone_number_below_others_or_its_heading_is_not_asked_about(rows):
    assert not asks(ragged(*rows))


@pytest.mark.parametrize(
    ("row_", "asked"),
    [
        (((60, "Threats to somebody aged 16-1731"), (317, 33)), True),  # without a space
        (((60, "Threats to somebody aged 16-17 31"), (317, 33)), True),  # with no more than one
        (((60, "Threats sent to a child of the town <5"), (317, 33)), True),
        (((60, "Twitch"), (215, "310000000000000000000133")), True),  # two numbers
        (((60, "Threats to somebody in the whole town"), (317, 33)), False),
        (((60, "Threats aged 16-17"), (317, 33)), False),
        (((60, "Twitch"), (215, 31), (317, 33)), False),
    ],
)
def test_a_text_with_a_number_in_a_column_where_its_row_has_none_is_asked_about(row_, asked):
    messages = asks(ragged(FULL, row_, ((60, "Tumblr"), (215, 41), (317, 54))))
    assert any("check the page" in each for each in messages) == asked, messages


def test_a_lone_number_takes_no_heading_at_the_left_from_the_column_beside_it():
    heads = ("2018/19", "2019/20"), ("Girls", "Boys", "Girls", "Boys")
    words = [
        *row(60, (60, "App"), *zip((190, 310), heads[0], strict=True)),
        *cells(75, (155, 215, 275, 335), *heads[1]),
        *cells(90, (60, 190, 250, 310, 370), "Kik", 31, 42, 53, 64),
        *cells(105, (60, 190, 250, 310, 370), "Tumblr", 35, 46, 57, 68),
        *row(120, (60, "Twitch"), (284, 79)),
    ]
    read = read_sheets("a.pdf", open_file(page_of(words), "a.pdf"))
    assert {"2018/19", "sex: Girls"} <= found(read)[31]
    assert {"2018/19", "sex: Boys"} <= found(read)[42]
    assert {"2019/20", "sex: Girls"} <= found(read)[57]
    assert {"2019/20", "sex: Boys"} <= found(read)[68]
    assert asks(read) == ["“79” stands between two columns: check the page."]


def labelled(words: Words) -> dict[int | None, tuple[str | None, dict[str, str]]]:
    read = read_sheets("a.pdf", open_file(page_of(words), "a.pdf"))
    assert not read.problems
    every = (each for table in read.tables for each in table.observations)
    return {each.value: (each.year, each.labels) for each in every}


def row(y: float, *places: tuple[float, object]) -> Words:
    return [(x, y, str(text)) for x, text in places]


def cells(y: float, columns: tuple[int, ...], *texts: object) -> Words:
    return row(y, *zip(columns, texts, strict=True))


COLUMNS = (60, 200, 250, 400, 450)


def test_not_known_behind_other_headings_is_a_heading():
    columns = (*COLUMNS, 510, 550)
    read = labelled(
        [
            *row(60, (225, "Girls"), (425, "Boys"), (516, "Not known")),
            *cells(75, columns, "Offence", *YEARS, *YEARS, *YEARS),
            *cells(90, columns, "Rape", 11, 12, 13, 14, 15, 16),
            *cells(105, columns, "Threats", 21, 22, 23, 24, 25, 26),
        ]
    )
    assert read[25] == ("2018/19", {"offence": "Threats", "sex": "Not known"})


def test_labels_at_the_right_and_a_total_at_the_left_are_one_column():
    columns = (95, 200, 300)
    read = labelled(
        [
            *row(60, (50, "Victim age"), (180, "2018/19"), (280, "2019/20")),
            *cells(75, columns, 12, 21, 31),
            *cells(90, columns, 13, 22, 32),
            *cells(105, columns, 14, 23, 33),
            *row(120, (50, "Total"), (200, 66), (300, 96)),
        ]
    )
    assert read[21] == ("2018/19", {"age": "12"})
    assert read[96] == ("2019/20", {})


def test_labels_of_two_lines_in_tables_beside_each_other_belong_to_their_rows():
    words: Words = []
    for left, sex, first in ((50, "Girls", 11), (320, "Boys", 51)):
        columns = (left, left + 100, left + 160)
        words += [
            *row(60, (left, sex)),
            *cells(75, columns, "Police force", *YEARS),
            *cells(90, columns, "Northshire", first, first + 1),
            *row(100, (left, "Constabulary")),
            *cells(115, columns, "Eastvale Police", first + 2, first + 3),
        ]
    read = labelled(words)
    assert read[52] == ("2019/20", {"force": "Northshire Constabulary", "sex": "Boys"})
    assert read[13] == ("2018/19", {"force": "Eastvale Police", "sex": "Girls"})


def test_calendar_years_over_groups_of_columns_are_headings():
    read = labelled(
        [
            *row(60, (228, "2017"), (428, "2018")),
            *cells(75, COLUMNS, "Offence", "Girls", "Boys", "Girls", "Boys"),
            *cells(90, COLUMNS, "Rape", 11, 12, 13, 14),
            *cells(105, COLUMNS, "Threats", 15, 16, 17, 18),
        ]
    )
    assert read[18] == ("2018", {"offence": "Threats", "sex": "Boys"})


@pytest.mark.parametrize("texts", [[], ["Offences recorded in 2018/19"], ["Area", "North"]])
def test_headings_one_to_a_line_have_no_columns(texts):
    drawn = [
        {"text": text, "x0": 40.0, "x1": 90.0, "top": 100.0 + 20 * at, "bottom": 110.0 + 20 * at}
        for at, text in enumerate(texts)
    ]
    lines = plain_lines(drawn)
    assert len(lines) == len(texts)
    assert find_columns(lines) is None
