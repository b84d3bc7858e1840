"""What the pages of nations and regions say of many forces' figures together."""

import pytest

from offences.claims.thresholds import Thresholds
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.cells import round_in_words
from offences.words.panels import (
    Compared,
    WholeYear,
    compared,
    coverage_text,
    forces,
    like_for_like,
    whole_place,
)
from offences.words.regions import in_words
from tests.words.test_page_sentences import total

NAMES = {"n": "Northshire", "s": "Southshire"}
LATE = Cell.missing("late")
UP_TO_4 = Cell.suppressed(1, 4)
DOUBTFUL = Cell.count(5, doubt="another year")
BEFORE, YEAR = Year(2017), Year(2018)


def panel(**forces: tuple) -> Panel:
    """Forces by their figures, the newest of 2018/19."""
    made = {}
    for force, figures in forces.items():
        cells = [each if isinstance(each, Cell) else Cell.count(each) for each in figures]
        years = map(Year, range(2019 - len(cells), 2019))
        made[force] = Series(dict(zip(years, cells, strict=True)))
    return Panel(made, len(made))


def test_each_year_is_compared_with_the_nearest_before_it_the_newest_first():
    assert like_for_like(panel(n=(100, 150, 200), s=(100, 120, 150))) == [
        Compared(
            Year(2017),
            "2017/18 and 2018/19",
            (
                "Police forces recorded 350 offences in 2018/19, up from 270 in 2017/18.",
                "That is 30% more.",
            ),
        ),
        Compared(
            Year(2016),
            "2016/17 and 2017/18",
            (
                "Police forces recorded 270 offences in 2017/18, up from 200 in 2016/17.",
                "That is 35% more.",
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("n", "s", "says"),
    [
        (
            (100, LATE, 200),
            (100, 120, 150),
            (
                "Police forces recorded 350 offences in 2018/19, up from 200 in 2016/17; there is "
                "no comparable figure for 2017/18.",
                "That is 75% more.",
            ),
        ),
        (
            (1000, 1001),
            (1000, 1003),
            (
                "Police forces recorded 2,004 offences in 2018/19, little changed from 2,000 in "
                "2017/18.",
            ),
        ),
        (
            (5, 5),
            (5, 5),
            ("Police forces recorded 10 offences in 2018/19, unchanged from 10 in 2017/18.",),
        ),
        (
            (0, 5),
            (0, 8),
            ("Police forces recorded 13 offences in 2018/19, compared with 0 in 2017/18.",),
        ),
        (
            (30, 38),
            (30, 24),  # by chance alone
            (
                "The two police forces with figures for both years recorded 62 offences in "
                "2018/19, compared with 60 in 2017/18.",
                "Numbers this small can move this much by chance.",
                "We give no percentage.",
            ),
        ),
        (
            (UP_TO_4, 38),
            (20, 90),
            (
                "Police forces recorded 128 offences in 2018/19, up from between 21 and 24 in "
                "2017/18.",
                "We give no percentage, because one of the two is known only as a range.",
            ),
        ),
    ],
)
def test_two_years_are_compared_in_the_words_their_claims_allow(n, s, says):
    (newest, *_) = like_for_like(panel(n=n, s=s))
    assert newest.says == says


def test_one_force_in_both_years_is_no_comparison():
    assert like_for_like(panel(n=(30, 38), s=(20, LATE))) == []


def test_how_many_forces_a_comparison_needs_is_the_callers_to_say():
    both = panel(n=(100, 150), s=(100, 120))
    assert compared("police forces", both, YEAR, Thresholds(lfl_min_forces=3)) is None
    assert (
        compared("forces in Wales", both, YEAR, Thresholds())
        .says[0]
        .startswith("Forces in Wales recorded 270")
    )


# ---- a place as a whole


def test_a_place_is_added_up_only_in_a_year_with_a_figure_of_each_of_its_forces():
    printed = total()
    place = whole_place(
        "North East",
        NAMES,
        panel(
            n=(LATE, DOUBTFUL, Cell.part_year(9, 6), 100, UP_TO_4),
            s=(LATE, Cell.part_year(8, 2), LATE, 100, 1200),
        ),
        (printed, total(claim="age_total"), total(year=Year(2020))),
    )
    assert (place.name, place.forces) == ("North East", ("Northshire", "Southshire"))
    assert place.years == (
        WholeYear(YEAR, "between 1,201 and 1,204", "", (printed,)),
        WholeYear(BEFORE, "200", "", ()),
        WholeYear(
            Year(2016),
            "",
            "Not added up: no figure from Southshire; Northshire’s figure covers part of the year",
            (),
        ),
        WholeYear(
            Year(2015),
            "",
            "Not added up: Northshire’s figure is in doubt; Southshire’s figure covers "
            "part of the year",
            (),
        ),
        WholeYear(Year(2014), "", "Not added up: no figure from Northshire or Southshire", ()),
    )
    assert place.says == (
        "Forces in the North East recorded between 1,201 and 1,204 offences in 2018/19, up from "
        "200 in 2017/18.",
        "We give no percentage, because one of the two is known only as a range.",
    )


def test_what_was_printed_of_a_year_stands_beside_it_whether_it_is_added_up_or_not():
    printed = (total(), total(800, vintage="May 2019"), total(year=BEFORE))
    place = whole_place("Wales", NAMES, panel(n=(1, LATE), s=(2, 3)), printed)
    assert [year.printed for year in place.years] == [printed[:2], printed[2:]]
    assert place.says == ()  # the only whole year has none before it


def test_a_place_changes_over_all_its_forces_or_not_at_all():
    some = whole_place("Wales", NAMES, panel(n=(LATE, 150), s=(100, 120)))
    assert (some.years[0].shown, some.says) == ("270", ())
    older = whole_place("Wales", NAMES, panel(n=(100, 150, LATE), s=(100, 120, 130)))
    assert older.says[0] == (
        "Forces in Wales recorded 270 offences in 2017/18, up from 200 in 2016/17."
    )


def test_a_place_of_one_force_or_without_a_whole_year_is_none():
    assert whole_place("Wales", {"n": "Northshire"}, panel(n=(5,))) is None
    assert whole_place("Wales", NAMES, panel(n=(LATE, 5), s=(4, LATE))) is None


# ---- words


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("South East", "the South East"),
        ("East of England", "the East of England"),
        ("West Midlands", "the West Midlands"),
        ("London", "London"),
        ("Yorkshire and the Humber", "Yorkshire and the Humber"),
    ],
)
def test_a_region_has_its_article_in_a_sentence(region, words):
    assert in_words(region) == words


@pytest.mark.parametrize(
    ("held", "asked", "said"),
    [
        (0, 46, "We have none."),
        (13, 46, "From 13 of the 46 forces asked."),
        (1, 46, "From 1 of the 46 forces asked."),
        (46, 46, "From 46 of the 46 forces asked."),
        (13, None, "From 13 forces."),
        (1, None, "From one force."),
        (13, 12, "From 13 forces."),  # more than were asked: then that is no measure
        (1300, 1460, "From 1,300 of the 1,460 forces asked."),
    ],
)
def test_how_many_forces_are_in_the_records(held, asked, said):
    assert coverage_text(held, asked) == said


def test_a_number_of_forces_in_words():
    assert [forces(n) for n in (1, 2, 23)] == ["one force", "two forces", "23 forces"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Round 2019", "2019"),
        ("Round February 2018", "February 2018"),
        ("Spring round", "the spring round"),
        ("The Round", "the the Round"),
    ],
)
def test_a_round_at_the_end_of_a_sentence(name, words):
    assert round_in_words(name) == words


def test_forces_that_are_compared_come_first_and_those_that_count_anew_are_not_among_them():
    """“Police forces recorded … among the two forces that compare” was read as all of them."""
    anew = Series(
        {BEFORE: Cell.count(90), YEAR: Cell.count(400)}, breaks=(Break(YEAR, "new", own=True),)
    )
    some = panel(n=(140, 190), s=(200, 240))
    all_three = Panel({**some.series, "w": anew}, 3)
    found = compared("forces in Wales", all_three, YEAR, Thresholds())
    assert found is not None
    assert found.says[0] == (
        "The two forces in Wales with figures for both years that compare recorded 430 offences in "
        "2018/19, up from 340 in 2017/18."
    )
