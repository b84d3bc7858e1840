"""Notes that point elsewhere, name another year, an age or another unit of what is counted."""

from dataclasses import replace

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_left_over import (
    BODY,
    TITLE,
    YEARS,
    asked,
    asked_in,
    beside,
    corner,
    titled,
    within,
)


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Wrong - see email", True),
        ("See e-mail for the right number.", True),
        ("Please see our website for the corrected figures.", True),
        ("These numbers are wrong, please telephone.", True),
        ("The missing rows are given in our e-mail.", True),
        ("not online - see email", True),
        ("wrong, see website", True),
        ("halve this; see email", True),
        ("To be replaced, see email", True),
        ("incorrect, please see e-mail of 3 May", True),
        ("Counted from crime logs (see website)", True),
        ("These need to be doubled, as said by telephone", True),
        ("Our website gives 51 for 2018/19.", True),
        ("See website for 2018/19", True),
        ("Withdrawn; e-mail us", True),
        ("For any further questions please e-mail us", False),
        ("Further information may be found on our website", False),
        ("Disclosure Officer, e-mail: foi@northshire.police.uk", False),
        ("If you have any queries, please e-mail us", False),
        ("For crime figures visit our website", False),
        ("E-mail: foi@northshire.police.uk", False),
        ("See our website for more information", False),
        ("Please e-mail us with any questions.", False),
        ("You may complain by e-mail if you believe our decision is wrong.", False),
        ("Telephone 101", False),
        ("More information is on our website.", False),
    ],
)
def test_a_word_of_letters_clears_no_remark_that_the_numbers_are_elsewhere(line, asks):
    beside_count: Rows = [[TITLE], [], ["Offence", *YEARS], [*BODY[0], line], BODY[1]]
    assert bool(asked([*titled(TITLE), [], [line]])) == asks
    assert bool(asked(beside_count)) == asks


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Figures are for 2016/17", True),
        ("Figures are for 2017/18", True),
        ("The 2018/19 figures are for 2017/18", True),
        ("2018/19 = 2017/18", True),
        ("Figures for 2016/17", True),
        ("Figures for 2018", True),
        ("2018/19 is 2017/18", True),
        ("2016/17.", True),
        ("2018/19.", False),
        ("Financial year 2018/19: data for 2017/18", True),
        ("These were recorded in 2016/17", True),
        ("The 2018/19 figures, in fact, are from 2017/18", True),
        ("Table 1 is 2017/18, table 2 is 2018/19", False),
        ("2017/18 is above and 2018/19 is below", False),
        ("Data for 2017/18 and data for 2018/19", False),
        ("Figures were extracted in 2020", False),
        ("2018/19: April 2018 to March 2019", False),
        ("Figures for 2018/19", False),
        ("Online offences 2017/18 to 2018/19", False),
    ],
)
def test_a_line_that_says_that_counts_are_of_another_year_is_asked_about(line, asks):
    assert bool(asked([*titled(TITLE), [], [line]])) == asks


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "line",
    ["The 2018/19 figures are from 2016/17", "These were recorded in 2016", "2018/19 is 2017/18"],
)
def test_another_year_is_asked_about_in_every_format(name, line):
    assert asked_in([*titled(TITLE), [""], [line]], name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("line", "asks"),
    [("Counted from crime logs (see website)", True), ("See our website, or e-mail us", False)],
)
def test_what_is_left_beside_a_website_is_asked_about_in_every_format(name, line, asks):
    assert bool(asked_in([*titled(TITLE), [""], [line]], name)) == asks


@pytest.mark.parametrize("name", FORMATS)
def test_a_band_of_ages_beside_counts_is_no_year(name):
    rows: Rows = [[TITLE], [], ["Offence", *YEARS, "Remarks"], [*BODY[0], "16-17"], [*BODY[1], ""]]
    assert any("“16-17”" in each for each in asked_in(rows, name))


def test_a_number_among_remarks_has_to_be_seen_but_not_that_of_a_note():
    rows: Rows = [[TITLE], [], ["Offence", *YEARS, "Remarks"], [*BODY[0], 14], [*BODY[1], 1]]
    contents = FileContents([sheet_of(rows, "Data")])
    left = read_sheets("a.xlsx", contents).not_taken
    assert [(each.text, each.stops) for each in left] == [("14", True), ("1", False)]


@pytest.mark.parametrize("layout", [beside, within, corner])
@pytest.mark.parametrize("words", ["Offences and victims", "victims & crimes"])
def test_offences_counted_with_victims_are_asked_about(layout, words):
    assert any(words in each for each in asked(layout(words)))


@pytest.mark.parametrize(
    ("unit", "asks"),
    [
        ("offences and their victims", True),
        ("offences as well as victims", True),
        ("offences and the number of victims", True),
        ("offences and victims’ ages", False),
        ("offences and the age of victims", False),
        ("offences", False),
    ],
)
def test_a_line_that_counts_offences_with_victims_is_asked_about(unit, asks):
    assert bool(asked([*titled(TITLE), [], [f"The table gives {unit}."]])) == asks


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Figures for 2015/16 and 2016/17", True),
        ("2016/17, 2017/18", True),
        ("Online offences recorded 2017 and 2018", True),
        ("Offences recorded 2015/16 to 2016/17", True),
        ("2017/18, 2018/19", False),
        ("Figures for 2017/18 and 2018/19", False),
        ("Offences recorded 2015/16 to 2018/19", False),
        ("Year 2017/18; year 2018/19", False),
    ],
)
def test_years_in_a_list_or_a_range_that_are_not_those_of_the_counts_are_asked_about(
    name, line, asks
):
    assert bool(asked_in([*titled(TITLE), [""], [line]], name)) == asks


def test_years_in_a_list_may_be_those_of_other_sheets():
    rows: Rows = [[TITLE], [], ["Offence", "Number"], *([first, last] for first, _, last in BODY)]
    sheets = [sheet_of([*rows, [], [f"Figures for {' and '.join(YEARS)}"]], each) for each in YEARS]
    names = [each.replace("/", "-") for each in YEARS]
    sheets = [replace(each, name=name) for each, name in zip(sheets, names, strict=True)]
    assert not read_sheets("a.xlsx", FileContents(sheets)).problems


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("All sexual offences.", True),
        ("All recorded sexual offences against children", True),
        ("All offences involving minors", True),
        ("All sexual offences against children with an online flag", False),
        ("All offences by age and sex", False),
        ("All offences are recorded in accordance with the counting rules.", False),
    ],
)
def test_all_offences_below_those_that_are_online_are_asked_about(line, asks):
    assert bool(asked([*titled(TITLE), [], [line]])) == asks


SAID = "The figures are not of online offences"


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        (f"{SAID}; you may ask for an internal review.", True),
        (f"{SAID}, copyright Northshire Police.", True),
        (f"{SAID} (Freedom of Information Act 2000)", True),
        ("You may ask for an internal review; please see our website.", False),
        ("If you are unhappy with this answer, you may ask for an internal review.", False),
    ],
)
def test_the_end_of_a_letter_clears_no_sentence_before_it(line, asks):
    assert bool(asked([*titled(TITLE), [], [line]])) == asks
