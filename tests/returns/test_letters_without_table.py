"""Each number of a letter that holds no table is named, whatever is around it."""

import io

import docx
import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.sheet import Problem
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_pages import page_of


def pdf_of(lines: list[str]) -> bytes:
    return page_of([(60, 100 + 24 * at, line) for at, line in enumerate(lines)])


def docx_of(lines: list[str]) -> bytes:
    letter = docx.Document()
    for line in lines:
        letter.add_paragraph(line)
    letter.save(out := io.BytesIO())
    return out.getvalue()


def asked(name: str, lines: list[str]) -> list[Problem]:
    data = (pdf_of if name.endswith("pdf") else docx_of)(lines)
    return list(read_sheets(name, open_file(data, name)).problems)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
@pytest.mark.parametrize(
    "lines",
    [
        ["Blackmail 2018/19 26", "Blackmail 2019/20 31"],
        ["Blackmail, 2018/19, 26", "Threats, 2018/19, 4"],
        ["2018/19 - 26", "2019/20 - fewer than 5", "2020/21 - fewer than 140"],
        ["Girls 26 (2018/19)", "Boys 4 (2018/19)"],
        ["26 Blackmail in 2018/19", "31 Blackmail in 2019/20"],
    ],
)
def test_lines_with_a_label_a_year_and_a_count_stop_the_file_and_are_each_named(name, lines):
    found = asked(name, ["Dear Ms Marsh,", *lines, "Yours sincerely,"])
    messages = " ".join(each.message for each in found)
    assert any(each.stops for each in found)
    assert all(f"“{line}”" in messages for line in lines)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_sentences_with_numbers_are_each_named_with_a_number(name):
    lines = [
        "The offences of sexual communication with a child that this force recorded in each of",
        "2018/19 - 112",
        "2019/20 - 127 (of which 14 were flagged as exploitation as well)",
        "Of the 127 in 2019/20, the victim was a girl in 101, a boy in 22 and not stated in 4.",
    ]
    messages = [each.message for each in asked(name, lines)]
    assert all(any(line[:60] in each for each in messages) for line in lines[1:])
    sentences = (each for each in messages if "within sentences" in each)
    assert all(
        any(map(str.isdigit, quoted)) for each in sentences for quoted in each.split("“")[1:]
    )


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_letter_that_refuses_has_no_number_to_name(name):
    lines = [
        "Our reference: FOI 2211/23",
        "3 March 2023",
        "Dear Mr Hill,",
        "Section 12 of the Freedom of Information Act 2000 lets us refuse what costs more than",
        "18 hours of work, or £450. You may ask for a review within 40 working days.",
        "Telephone 0303 123 1113",
        "Page 1 of 1",
    ]
    assert [each.message for each in asked(name, lines)] == [
        "No table of figures was found in this file."
    ]


LETTERS = ["a.pdf", "a.docx"]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize(
    "line",
    [
        "Blackmail: nineteen",
        "2018/19 - thirty-one",
        "Threats 2018/19 eleven",
        "Girls: a hundred and four (2018/19)",
        "Total sixty",
        "Total held 2018/19: sixty",
        "Boys two, girls one.",
        "Female one; male none",
        "Fourteen",
    ],
)
def test_a_row_with_its_number_in_words_stops_the_file(name, line):
    found = asked(name, ["Dear Ms Marsh,", line, "Yours sincerely,"])
    assert [each.message for each in found if each.stops and f"“{line}”" in each.message]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize(
    "line",
    [
        "Of those recorded, six were against girls aged 12.",
        "Nineteen were flagged as online.",
        "In the first of the years, one was against a boy.",
        "The force recorded a dozen offences of blackmail in 2018/19.",
        "There were forty-two in 2019/20.",
        "A further two offences have no age.",
        "There were two.",
        "On Kik there was just one.",
    ],
)
def test_a_sentence_with_its_number_in_words_is_named(name, line):
    found = asked(name, ["Dear Ms Marsh,", line, "Yours sincerely,"])
    assert [each.message for each in found if f"“{line}”" in each.message]
    assert not any(each.stops for each in found)


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize(
    "line",
    [
        "One of our analysts has read your letter.",
        "No one else holds these records.",
        "Ask for a review within forty working days.",
        "We cover the last twelve months and no more.",
        "Section one of the Act applies, and so does annex two.",
        "Your two questions are answered one by one.",
        "Marsh House, Two Rivers Way",
        "The two forces share one system.",
        "Please quote one or more of the references.",
        # What numbers a list, a class or a request, and ages that are all of a line.
        "1. Threats 2. Blackmail 3. Stalking",
        "4. Stalking",
        "Request 3: no information held",
        "Question 2",
        "Under 16s",
        "Children aged 12 to 15",
        "Over 18 years of age",
    ],
)
def test_an_ordinary_line_of_a_letter_is_not_asked_about(name, line):
    found = [each.message for each in asked(name, ["Dear Ms Marsh,", line, "Yours sincerely,"])]
    assert found == ["No table of figures was found in this file."]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize(
    "line",
    [
        "1. Threats 26",
        "1. Threats 26 2. Blackmail 31",
        "2. Threats 4. Blackmail",
        "Request 3: 26",
        "26. Threats",
        "Under 5",
        "Under 16s 26",
        "Level 2 26",
        # Two numbers of a class, or a verb beside one, may be a count as well.
        "Level 2 - 6",
        "We have 2,300 files to open",
        "Tier 1 - 34",
        "Blackmail recorded in 2018/19: 26",
        "Threats received 2018/19 - 31",
        "Recorded stalking offences 2018/19 - 44",
        "2018/19: there were 26",
        "26 were held 2018/19",
        "Blackmail 26 (was 31)",
    ],
)
def test_a_count_beside_such_a_number_stops_the_file(name, line):
    found = asked(name, ["Dear Ms Marsh,", line, "Yours sincerely,"])
    assert any(f"“{line}”" in each.message and each.stops for each in found)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_numbers_in_words_on_a_sheet_without_a_table_are_named(name):
    rows: Rows = [["2018/19"], ["Blackmail: nineteen"], ["Of those, six were against girls."]]
    read = read_as(rows, [], name)
    assert [(each.text, each.stops) for each in read.not_taken] == [("Blackmail: nineteen", True)]
    assert any("“Of those, six were against girls.”" in p.message for p in read.problems)
    read = read_as([["2018/19"], ["Marsh House, Two Rivers Way"], ["No one holds it."]], [], name)
    assert not read.not_taken
    assert [p.message for p in read.problems] == ["No table of figures was found in this file."]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    "cell",
    [
        "Stalking 2018/19 - 26",
        "Recorded stalking offences 2018/19 - 26",
        "2018/19: there were 26",
        "Blackmail recorded in 2018/19: nineteen",
    ],
)
def test_a_row_with_its_year_within_one_cell_of_a_sheet_without_a_table_stops_it(cell, name):
    read = read_as([["Our answer"], [cell]], [], name)
    assert [(each.text, each.stops) for each in read.not_taken] == [(cell, True)]
    read = read_as([["Our answer"], ["Financial year 2018/19"]], [], name)
    assert not read.not_taken
