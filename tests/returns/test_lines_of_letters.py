"""Lines that head or answer any letter, and those of them that name other counts."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.scope_words import may_change_counts
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.grids import Rows
from tests.returns.test_pages import Words, pages_of

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


@pytest.mark.parametrize(
    "line",
    [
        "FOI 412/18 - North division",
        "FOI reference 412/18 - charges",
        "FOI 411/17, first answer",
        "Source: custody system",
        "Source: call log",
        "Created by copying last year",
        "Please find below all crime",
        "Q1: all crime",
        "How many adults were victims?",
        "Please provide the number of offences in the city.",
        "How many crimes, all ages?",
        "How many suspects were there?",
        "Please provide the number of victims",
        "How many online offences resulted in a charge?",
        "Extract of cancelled crimes",
        "Please note all crime is shown",
    ],
)
def test_a_line_that_names_other_counts_is_shown(line):
    assert may_change_counts(line)


@pytest.mark.parametrize(
    "line",
    [
        "FOI 412/18 - Northshire Police",
        "Source: Niche crime system",
        "Prepared by Performance and Insight",
        "Please provide the number of offences, with the age and sex of each victim.",
        "How many online offences against under 18s were recorded?",
        "All crime is recorded in accordance with the National Crime Recording Standard.",
        "Offences recorded each financial year",
        "Platform used in the commission of the offence",
        "J Smith, Information Rights Officer",
        "Information Governance Team",
        "Report produced by the Performance Team",
    ],
)
def test_a_line_of_any_letter_is_not(line):
    assert not may_change_counts(line)


@pytest.mark.parametrize("line", ["Information Rights Officer", "Kind regards", "Records Manager"])
def test_who_signed_labels_no_table(line):
    found = read_sheets("a.xlsx", open_file(xlsx_of({"Data": [[line], *ROWS]}), "a.xlsx"))
    assert not found.problems
    assert not any(each.other for table in found.tables for each in table.observations)


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["Page 1 of 2"], True),
        (["Page one of two"], True),
        (["Page 1/2", "Page 2/2"], False),
        (["Page 1 of 1"], False),
        (["Page 1"], False),
    ],
)
def test_a_page_that_is_not_in_the_file_is_asked_about(lines, asked):
    rows = [*ROWS, [], *([line] for line in lines)]
    found = read_sheets("a.xlsx", open_file(xlsx_of({"Data": rows}), "a.xlsx"))
    assert (
        any("another page is not in the file" in each.message for each in found.problems) is asked
    )


@pytest.mark.parametrize(
    ("pages", "asked"),
    [
        (["Page 1 of 2"], True),
        (["Page 1 of 3", "Page 2 of 3"], True),
        (["Page 1 of 2", "Page 2 of 2"], False),
        (["Page 1 of 2", "Page 2 of 2", "Annex"], False),
        (["Page 1 of 1"], False),
        (["Page 1"], False),
        (["Pages: 3"], False),
    ],
)
def test_so_is_a_page_that_is_not_in_a_pdf(pages, asked):
    words: Words = [
        (60 + 120 * c, 140 + 24 * r, str(text))
        for r, row in enumerate(ROWS)
        for c, text in enumerate(row)
    ]
    feet: list[Words] = [[(60, 800, "FOI 412/20"), (300, 800, text)] for text in pages]
    data = pages_of([([*words, *feet[0]], []), *((foot, []) for foot in feet[1:])])
    found = read_sheets("a.pdf", open_file(data, "a.pdf"))
    assert any("and the file has" in each.message for each in found.problems) is asked
