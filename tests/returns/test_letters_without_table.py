"""Each number of a letter that holds no table is named, whatever is around it."""

import io

import docx
import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.sheet import Problem
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
