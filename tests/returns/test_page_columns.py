"""Tables of a page without rules, as a spreadsheet prints them: words left, numbers right."""

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_causes import YEARS, labels_of, observations
from tests.returns.test_pages import page_of

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
