"""The change on the year before, and the years that do not compare, in words."""

import pytest

from offences.claims.gate import allowed, claims_for
from offences.claims.thresholds import Thresholds
from offences.statistics.cells import Cell
from offences.statistics.series import Gap, Series, gaps_of
from offences.statistics.years import Year
from offences.words.cells import in_sentence, is_single, shown
from offences.words.change import (
    change,
    earlier_year,
    percentage,
    percentage_or_reason,
    rise_or_fall,
)
from offences.words.reasons import CHARITY, gap_reason, in_a_row
from tests.words.test_force_release import facts_of, gone

LATE, DOUBTFUL = gone("late"), Cell.count(5, doubt="a slip")
HALF, UP_TO_4 = Cell.part_year(3, 6), Cell.suppressed(1, 4)


def may(*cells, **more):
    return allowed(claims_for(facts_of(*cells, **more)))


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((1048, 2068), "up from 1,048 in 2017/18"),
        ((2068, 1048), "down from 2,068 in 2017/18"),
        ((48, LATE, 68), "up from 48 in 2016/17"),
        ((1100, 1140), "similar to the 1,100 of 2017/18"),
        ((110, 100), "similar to the 110 of 2017/18"),
        ((4000, 4010), "little changed from 4,000 in 2017/18"),
        ((200, 200), "the same as in 2017/18"),
        ((0, 30), "up from none in 2017/18"),
        ((UP_TO_4, 30), "up on 2017/18"),
        ((Cell.suppressed(40, 60), 3), "down on 2017/18"),
        ((30,), ""),
        ((30, LATE), ""),
        ((30, DOUBTFUL), ""),
    ],
)
def test_the_change_in_the_middle_of_a_sentence(figures, words):
    assert change(may(*figures)) == words


@pytest.mark.parametrize(
    ("figures", "kind", "year"),
    [
        ((48, 68), "rise", Year(2017)),
        ((68, LATE, 48), "fall", Year(2016)),
        ((200, 200), None, Year(2017)),
        ((0, 30), None, Year(2017)),
        ((30,), None, None),
    ],
)
def test_what_moved_and_since_when(figures, kind, year):
    claims = may(*figures)
    assert earlier_year(claims) == year
    found = rise_or_fall(claims)
    assert (found.id if found else None) == kind


CHANCE = "Numbers this small can move this much by chance."


@pytest.mark.parametrize(
    ("figures", "given", "said"),
    [
        ((100, 300), "That is 200% more.", ["That is 200% more."]),
        ((100, 1400), "", ["We give no percentage."]),
        ((50, 600), "", ["We give no percentage."]),
        ((100, 40), "That is 60% fewer.", ["That is 60% fewer."]),
        ((53, 68), "That is 28% more.", ["That is 28% more.", CHANCE]),
        ((290, 300), "", ["A change this size can be chance.", "We give no percentage."]),
        ((48, 68), "", [CHANCE, "We give no percentage."]),
        ((48, 300), "", ["We give no percentage, because 48 is too small to start from."]),
        (
            (UP_TO_4, 300),
            "",
            ["We give no percentage, because one of the two is known only as a range."],
        ),
        (
            (300, UP_TO_4),
            "",
            ["We give no percentage, because one of the two is known only as a range."],
        ),
        ((1000, 1040), "", ["A change this size can be chance.", "We give no percentage."]),
        ((200, 200), "", []),
        ((30,), "", []),
    ],
)
def test_a_percentage_or_why_there_is_none(figures, given, said):
    claims = may(*figures)
    assert percentage(claims) == given
    assert percentage_or_reason(claims, Thresholds()) == said


@pytest.mark.parametrize(
    ("cell", "large", "sentence"),
    [
        (Cell.count(1068), "1,068", "1,068 cases"),
        (UP_TO_4, "1 to 4", "1 to 4 cases"),
        (Cell.suppressed(1000, None), "at least 1,000", "at least 1,000 cases"),
        (Cell.suppressed(0, None), "a hidden number", "a hidden number of cases"),
        (Cell.count(9).with_flags(estimated=True), "9", "an estimated 9 cases"),
        (Cell.count(9).with_flags(provisional=True), "9", "9 (provisional) cases"),
        (
            UP_TO_4.with_flags(estimated=True, provisional=True),
            "1 to 4",
            "an estimated 1 to 4 (provisional) cases",
        ),
    ],
)
def test_a_figure_alone_and_in_a_sentence(cell, large, sentence):
    assert shown(cell) == large
    assert in_sentence(cell, "cases") == sentence
    assert in_sentence(cell) == sentence.removesuffix(" cases").removesuffix(" of")


def test_what_has_one_has_a_singular_noun():
    singles = [Cell.count(1), Cell.suppressed(1, None), Cell.part_year(1, 6)]
    assert all(is_single(cell) for cell in singles)
    others = [Cell.count(0), Cell.count(2), UP_TO_4, Cell.suppressed(2, None), LATE]
    assert not any(is_single(cell) for cell in others)


# ---- gaps


def series(*cells: Cell) -> Series:
    years = map(Year, range(2019 - len(cells), 2019))
    return Series(dict(zip(years, cells, strict=True)))


def test_the_years_of_one_reason_are_one_gap():
    cells = (LATE, LATE, DOUBTFUL, Cell.count(9), HALF, LATE, DOUBTFUL, HALF, LATE)
    y = [Year(start) for start in range(2010, 2019)]
    assert gaps_of(series(*cells), Year(2018)) == [
        Gap((y[0], y[1], y[5]), why="late"),
        Gap((y[2], y[6]), is_doubtful=True),
        Gap((y[4], y[7]), months=6),
    ]
    assert [gap_reason(gap) for gap in gaps_of(series(*cells), Year(2018))] == [
        "2010/11, 2011/12 and 2015/16 have no answer yet",
        "2012/13 and 2016/17 are in doubt",
        "2014/15 and 2017/18 cover six months only",
    ]


def test_the_year_itself_is_no_gap_before_it():
    assert gaps_of(series(Cell.count(9), LATE), Year(2018)) == []
    assert gaps_of(series(Cell.count(9), DOUBTFUL), Year(2018)) == []


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (HALF, "2017/18 covers six months only"),
        (DOUBTFUL, "2017/18 is in doubt"),
        (gone("not_in_records"), "we do not have 2017/18"),
        (gone("blank"), "2017/18 was left blank by the force"),
    ],
)
def test_one_year_has_its_verb(cell, said):
    (gap,) = gaps_of(series(cell, Cell.count(9)), Year(2018))
    assert gap_reason(gap) == said


def test_whose_records_they_are_is_the_callers_to_say():
    (gap,) = gaps_of(series(gone("not_in_records"), Cell.count(9)), Year(2018))
    assert gap_reason(gap, CHARITY) == "2017/18 is not in the charity’s records"


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        ((2017,), "2017/18"),
        ((2017, 2016), "2016/17 or 2017/18"),
        ((2017, 2015, 2016), "2015/16 to 2017/18"),
        ((2010, 2012, 2013, 2014, 2017), "2010/11, 2012/13 to 2014/15 or 2017/18"),
    ],
)
def test_years_in_a_row_are_said_as_a_run(starts, said):
    years = [Year(start) for start in starts]
    assert in_a_row(years, "or") == said
    assert in_a_row(years) == said.replace(" or ", " and ")
