"""What stands on a page of a PDF that holds no table is asked of as beside the table."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_overleaf import ruled
from tests.returns.test_pages import Words, pages_of

TITLE = (60, 80, "Online sexual offences against children")
TABLE, GRID = ruled([["Offence", "2018/19", "2019/20"], ["Grooming", 31, 42], ["Rape", 6, 9]])
WITH_TABLE: tuple[Words, list[str]] = ([TITLE, *TABLE], GRID)


def read(*lines: str, before: bool, apart: bool = True) -> ReadFile:
    page: Words = [(60, 400 + 20 * at, line) for at, line in enumerate(lines)]
    pages: list[tuple[Words, list[str]]] = [(page, []), WITH_TABLE]
    if not apart:
        pages = [([*WITH_TABLE[0], *page], GRID)]
    data = pages_of(pages if before else pages[::-1])
    return read_sheets("a.pdf", open_file(data, "a.pdf"))


def asked(found: ReadFile) -> list[tuple[str | None, str]]:
    return sorted((each.cell, each.message) for each in (*found.problems, *found.named_forces))


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "The figures count the suspects, not the offences.",
        "These are arrests.",
        "The victims were all adults.",
        "The figures for 2019/20 run to December only.",
        "4. Each suspect is counted once.",
        "The figures for Rape should read 7.",
        "Figures are rounded to the nearest 5.",
        "We could not provide the offences by app, because of the cost limit.",
    ],
)
def test_a_line_that_changes_counts_is_asked_about_on_any_page(line, before):
    found = read("Notes", line, before=before)
    assert any(line[:60] in message for _, message in asked(found))
    assert asked(found) == asked(read("Notes", line, before=before, apart=False))


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "lines",
    [
        ["Dear Requester,", "Thank you for your request.", "Our response is overleaf."],
        ["Information Commissioner, Water Lane, Wilmslow, Cheshire SK9 5AF", "www.ico.org.uk"],
        ["Notes", "1. Figures are taken from a live system and may change."],
        ["You asked how many online sexual offences against children were recorded."],
        ["Section 17 of the Act requires us to say so if we refuse a request."],
        ["Crimes are counted, not victims.", "Yours sincerely,", "Disclosure Officer"],
    ],
)
def test_what_is_harmless_beside_the_table_is_harmless_there(lines, before):
    assert asked(read(*lines, before=True, apart=False)) == []
    assert asked(read(*lines, before=before)) == []


def test_a_sentence_over_two_lines_of_a_letter_is_one():
    first = (
        "The table that you will find overleaf, which was made by our own analysts, is not of any"
    )
    lines: Words = [(60, 400, first), (60, 412, "suspects or arrests.")]
    data = pages_of([(lines, []), WITH_TABLE])
    (sheet,) = open_file(data, "a.pdf").sheets
    assert sheet.lines_below == (f"{first} suspects or arrests.",)


@pytest.mark.parametrize(
    "line",
    [
        "These are arrests.",
        "Section 40 was applied to the offences by school.",
        "All the figures were rounded to the nearest 5.",
        "Notes: rounded to the nearest 10",
        "Counts are rounded up to a multiple of 3",
        "The counts given are estimates.",
    ],
)
def test_of_several_tables_a_page_of_notes_is_asked_about_once(line):
    assert len(asked_of_two_tables(line)) == 1


def test_which_of_two_tables_a_correction_is_of_is_asked_at_each():
    assert len(asked_of_two_tables("The figure for Rape should read 7.")) == 2


def asked_of_two_tables(line: str) -> list[str]:
    note: Words = [(60, 400, line)]
    more: Words = [(60, 80, "Other online sexual offences"), *TABLE]
    data = pages_of([WITH_TABLE, (more, GRID), (note, [])])
    found = read_sheets("a.pdf", open_file(data, "a.pdf"))
    assert len(found.tables) == 2
    return [message for _, message in asked(found) if line in message]
