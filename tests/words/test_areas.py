"""What a page says of a nation or region: sums of all its forces, or why there are none."""

from offences.claims.thresholds import Thresholds
from offences.statistics.years import Year
from offences.words.areas import brief_area
from offences.words.panels import compared
from tests.words.test_panels import LATE, NAMES, UP_TO_4, panel

PHRASE = "online offences"


def test_the_newest_year_with_a_figure_of_every_force_is_the_figure():
    page = brief_area("North East", NAMES, panel(n=(100, 150, LATE), s=(100, 120, 130)), PHRASE)
    assert (page.figure, page.figure_year) == ("270", "2017/18")
    assert page.title == "North East: 270 online offences in 2017/18"
    assert page.by == "both forces in the North East together"
    assert page.says == (
        "Forces in the North East recorded 270 offences in 2017/18, up from 200 in 2016/17.",
        "That is 35% more.",
    )
    assert page.asof == "The year 2018/19 is not added up: no figure from Northshire."
    assert page.absent == ()


def test_a_sum_is_quoted_with_its_forces_and_its_caution():
    page = brief_area("Wales", NAMES, panel(n=(UP_TO_4,), s=(1200,)), PHRASE)
    assert page.quote == (
        "Both forces in Wales recorded between 1,201 and 1,204 online offences in 2018/19, "
        "according to answers to Freedom of Information requests. One offence is not one child."
    )


def test_without_a_whole_year_nothing_is_added_up_and_that_is_no_zero():
    page = brief_area("Wales", NAMES, panel(n=(LATE, 5), s=(4, LATE)), PHRASE)
    assert (page.figure, page.quote, page.says) == ("", "", ())
    assert page.absent == (
        "We cannot add up Wales for any year yet.",
        "Each year lacks the figure of at least one of its two forces. "
        "That is neither zero nor a refusal.",
    )


def test_years_are_compared_over_the_forces_that_have_both_though_no_year_is_whole():
    three = NAMES | {"e": "Eastshire"}
    some = panel(n=(100, 150), s=(100, 120), e=(LATE, LATE))
    page = brief_area("Wales", three, some, PHRASE)
    assert page.figure == ""
    assert page.compared == (compared("forces in Wales", some, Year(2018), Thresholds()),)
    assert (
        page.compared[0].says[0].startswith("The two forces in Wales with figures for both years")
    )


def test_many_forces_without_a_figure_are_counted_and_not_named():
    names = {letter: f"{letter.upper()}shire" for letter in "abcdefg"}
    lacks = panel(**{letter: (LATE,) for letter in names})
    (year,) = brief_area("England", names, lacks, PHRASE).years
    assert year.why_not == "Not added up: no figure from any of its forces"
