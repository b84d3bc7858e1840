"""A title at the end of a page without a table is over the table of the next page of a PDF."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_overleaf import ruled
from tests.returns.test_pages import Words, pages_of

LETTER = ["Dear Ms Brown", "Thank you for your request for information."]
YEARS: list[list[object]] = [["Offence", "2020/21", "2021/22"], ["Rape", 31, 27], ["Incest", 2, 4]]
SEXES: list[list[object]] = [["Offence", "Female", "Male"], ["Rape", 31, 27], ["Incest", 2, 4]]


def read(rows: list[list[object]], *title: str, foot: tuple[str, ...] = ()) -> ReadFile:
    words: Words = [(60, 60 + 20 * at, text) for at, text in enumerate([*LETTER, *title, *foot])]
    data = pages_of([(words, []), ruled(rows)])
    return read_sheets("a.pdf", open_file(data, "a.pdf"))


def stops(found: ReadFile) -> list[str]:
    return [each.message for each in found.problems if each.stops]


TITLES = ["Table 2: 2018/19", "Offences flagged online, 2018/19", "Answer to question 2 (2018/19)",
          "Eastvale Police 2018/19", "Financial year 2018/19"]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_year_that_the_table_overleaf_contradicts_is_asked_about(title):
    (why,) = stops(read(YEARS, title))
    assert "says 2018/19, and the counts here were read as of 2020/21 to 2021/22" in why


@pytest.mark.parametrize("title", TITLES)
def test_a_year_that_the_table_overleaf_does_not_name_is_its_own(title):
    found = read(SEXES, title)
    assert {o.year for t in found.tables for o in t.observations} == {"2018/19"}
    assert not stops(found)


@pytest.mark.parametrize("foot", [(), ("Our ref: FOI 81/23",), ("Page 1 of 2",)])
def test_a_force_and_a_sex_in_a_title_are_those_of_the_table_overleaf(foot):
    found = read(YEARS, "Eastvale Police", "Male victims", foot=foot)
    labels = [o.labels for t in found.tables for o in t.observations]
    assert {each["force"] for each in labels} == {"Eastvale Police"}
    assert {each["sex"] for each in labels} == {"Male victims"}


@pytest.mark.parametrize(
    "line",
    ["We also sent figures for 2018/19 last year.", "Yours sincerely", "J Smith",
     "Disclosure Officer", "Date: 3 May 2019"],
)  # fmt: skip
def test_a_sentence_and_the_end_of_a_letter_are_no_titles(line):
    found = read(SEXES, "Offences flagged online, 2018/19", line)
    (table,) = found.tables
    is_of_head = line.startswith("Date")  # which may be below a title, at the foot of its page
    assert table.titles == (("Offences flagged online, 2018/19",) if is_of_head else ())


def test_a_title_above_other_words_of_its_page_is_over_no_table_overleaf():
    found = read(YEARS, "Answer to question 1 (2018/19)", "We do not have this information.")
    assert not any("says 2018/19" in why for why in stops(found))
