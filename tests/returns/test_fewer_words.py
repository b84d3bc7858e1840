"""What is said of the counts that were asked for is understood, in whichever words it is said."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.scope_words import may_change_counts, remark_may_change_counts
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

TITLE = "Online sexual offences recorded, victims under 18"
TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 40, 50], ["Grooming", 14, 15]]

SAME = [
    "Online sexual offences where the victim was under 18",
    "The table shows online-flagged sexual offences recorded where the victim was a child.",
    "The number of sexual offences against under 18s recorded with a cyber flag is shown below.",
    "Platform used in online sexual offences against under 18s",
    "All figures relate to offences with the online flag",
    "A marker put on a crime committed in full or in part on the internet",
    "Applied where the crime was committed partly or wholly through the internet",
    "An offence is flagged as online where it was committed, fully or partially, via a computer.",
    "The flag is used where the officer believes that the offence was committed in part or in full"
    " through a computer network or other computer-enabled device.",
    "Offences by year (most recent first)",
    "Years are listed in descending order",
    "Crimes are counted by date recorded.",
    "Offences are shown by the financial year in which they were recorded.",
    "Crimes can be reclassified as they are investigated, so numbers may change.",
    "Thank you for your e-mail dated 3 May 2020.",
    "For further information please contact the FOI team.",
    "Question 3 - as Q1 by platform used",
    "Response to Q1",
    "Part 1 of your request",
    "See covering letter",
    "Please refer to the attached letter for further details",
    "See notes tab",
    "Notes to accompany the figures",
    "Data caveats",
    "Notes and definitions",
    "About these figures",
    "Offences are classified using Home Office codes.",
    "Victims are aged 0 to 17.",
    "A nil return means no offences were recorded",
    "Figures are for 2018/19 to 2019/20",
    "Years run from 1 April of the year shown",
    "Force-wide figures",
    "Child or young person",
    "Open Government Licence v3.0",
    "Offences with a cyber keyword, victim aged under 18",
    "The information requested is on the next sheet.",
    "Figures fewer than 5 are suppressed under Section 40(2) (personal information).",
    "Question One",
    "Annex 1",
    "U18 = under 18",
    "CYP: child or young person",
    "The data provided relates to recorded offences.",
    "Reporting period: 2018/19 - 2019/20",
    "Financial year 1 April to 31 March",
    "A flag is added to a crime record when it was committed online.",
    "Victim age is calculated at the date of the offence.",
    "Recorded crime data are dynamic and may change as investigations progress.",
    "Figures may differ from previously published figures.",
    "Every effort has been made to ensure the accuracy of the data.",
    "NB: figures are by financial year.",
    "RESTRICTED",
    "Please do not hesitate to contact me if you have any queries.",
    "If you require any further information please contact the FOI Team on 01245 452891.",
    "Complaint rights are attached.",
    "Numbers less than five are not shown to protect the identity of individuals",
]  # fmt: skip
OTHER = [
    "Online sexual offences where the suspect was under 18",
    "The table shows sexual offences recorded with adults.",
    "The number of adults is shown below.",
    "Platform used in online sexual offences by under 18s",
    "All figures relate to offences without the online flag",
    "A marker put on a crime committed in full or in part in London",
    "Applied where the crime was reported via the internet",
    "Crimes reported wholly or partly through the internet form",
    "Offences by year (most recent years only)",
    "The first offence is shown first",
    "Crimes are counted by date committed.",
    "Offences are shown by the year in which they were charged.",
    "Crimes were reclassified, so numbers may change.",
    "Thank you for your e-mail; the figures are victims.",
    "For the right figures please contact the FOI team.",
    "Response for Q1 2019/20",
    "Part 1 of the year",
    "See covering letter for the right figures",
    "Wrong - see covering letter",
    "See notes tab for rape",
    "Notes on adult victims",
    "Additional figures",
    "About half of these figures",
    "Offences are classified using keywords.",
    "Victims are aged 0 to 15.",
    "A nil return means the district sent no data",
    "Figures are for 2019/20 to 2020/21",
    "Years run from 1 September of the year shown",
    "Figures for the whole of the North area",
    "Young persons",
    "The number is the total",
    "These are the totals.",
    "Figures as at 31 December",
    "Online sexual offences: all sexual offences",
    "Note: all offences.",
    "The figures are %.",
    "Each number is the sum of the above.",
    "Figures for all of the police forces",
    "Online sexual offences - email",
    "Online sexual offences (mean)",
    "The counts are of related crimes.",
    "Figures are from the end of May",
    "Figures: to be confirmed",
    "To be read as tens.",
    "Numbers refer to rows.",
    "Question one was answered with adults",
    "U18 = suspects under 18",
    "CYP: child or adult",
    "The data provided relates to reported incidents.",
    "Reporting period: 2019/20 - 2020/21",
    "A flag is added to a crime record when it was reported online.",
    "Victim age is calculated at the date of the report.",
    "Recorded crime data are estimated.",
    "Figures may differ from the right figures.",
    "The accuracy of the data is poor.",
    "NB: figures are by suspect.",
    "Restricted to Chelmsford",
    "Please contact me for the figures of rape.",
    "Offences found by a cyber keyword search",
    "The figures for 2019/20 requested are on the next sheet.",
    "Figures fewer than 5 are shown as 5",
    "Numbers less than five are not counted",
]


def asked(name: str, lines: Rows, below: Rows) -> list[str]:
    rows: Rows = [[TITLE], *lines, [], *TABLE, [], *below]
    return [
        each.message
        for each in read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    ]


@pytest.mark.parametrize("line", SAME)
def test_a_line_that_says_what_was_asked_for_is_not_asked_about(line):
    assert asked("a.xlsx", [[line]], []) == []
    assert asked("a.xlsx", [], [[line]]) == []


@pytest.mark.parametrize("line", OTHER)
def test_a_line_in_such_words_that_says_more_is_asked_about(line):
    assert asked("a.xlsx", [], [[line]])


@pytest.mark.parametrize("name", FORMATS)
def test_both_are_so_in_every_format(name):
    for line in SAME[:3]:
        assert not any(line[:20] in each for each in asked(name, [], [[line]]))
    for line in OTHER[:3]:
        assert any(line[:20] in each for each in asked(name, [], [[line]]))


@pytest.mark.parametrize(
    ("rows", "is_asked"),
    [
        ([["Offence", "2018/19 all crime", "2019/20 all crime"], *TABLE[1:]], True),
        ([["Offence", "2018/19 all offences", "2019/20 all offences"], *TABLE[1:]], False),
        ([*TABLE[:2], ["Total crime"], *TABLE[2:]], True),
        ([TABLE[0], ["All sexual offences"], *TABLE[1:]], True),
        ([TABLE[0], ["Online offences"], *TABLE[1:]], False),
        ([["Basis", "All offences"], [], *TABLE], True),
        ([["Basis", "month of April"], [], *TABLE], True),
        ([["Basis", "date recorded"], [], *TABLE], False),
    ],
)
def test_all_crime_in_a_heading_a_line_or_a_pair_of_cells_is_asked_about(rows, is_asked):
    data = FORMATS["a.xlsx"]([[TITLE], *rows], [])
    assert bool(read_sheets("a.xlsx", open_file(data, "a.xlsx")).problems) == is_asked


@pytest.mark.parametrize(
    ("remark", "is_asked"),
    [
        ("See other sheet", True),
        ("See letter", True),
        ("See notes sheet", False),
        ("Checked", False),
    ],
)
def test_a_remark_beside_a_count_that_points_to_another_number_is_asked_about(remark, is_asked):
    assert remark_may_change_counts(remark) == is_asked


def test_a_letter_to_be_read_is_no_question_and_beside_one_count_it_is():
    assert not may_change_counts("See covering letter")
    assert remark_may_change_counts("See covering letter")
    assert not remark_may_change_counts("See notes below")


def test_a_text_in_fewer_words_is_as_it_was():
    assert in_fewer_words("Rape of a female under 16") == "Rape of a female under 16"
