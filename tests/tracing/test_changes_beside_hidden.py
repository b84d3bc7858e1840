"""A change passes beside a hidden year where two released totals make it, and no other."""

import pytest

from tests.tracing.test_hidden_numbers import FACTS, FIRST, NATIONAL, documents, stopped, told


def passes(text, first, last):
    """Whether it does, of a force that hides 2015/16; 500 in the year between the two given."""
    years = {"2015/16": {"suppressed": [1, 4]}, "2016/17": first, "2017/18": 500, "2018/19": last}
    known = documents(FACTS | {"series": years}, NATIONAL)
    return stopped(text, FIRST, known) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(("Northshire trebled in two years.", 100, last) for last in (300, 285, 315)),
        ("Northshire rose threefold in two years.", 100, 300),
        ("Northshire fell to a third in two years.", 300, 100),
        *(("Northshire had 100 in 2016/17, three times as many.", 100, n) for n in (300, 285, 315)),
        ("Northshire had 300 in 2016/17, three times as many.", 300, 100),
        *(("Northshire had 100 in 2016/17, a rise of 30 per cent.", 100, n) for n in (130,)),
        ("Northshire had 100 in 2016/17, an increase of 30.", 100, 130),
    ],
)
def test_a_change_that_two_released_totals_make_passes(text, first, last):
    assert passes(text, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *(("Northshire trebled in two years.", 100, last) for last in (284, 316)),
        *(("Northshire had 100 in 2016/17, three times as many.", 100, n) for n in (284, 316)),
        *(("Northshire had 100 in 2016/17, a rise of 30 per cent.", 100, n) for n in (128, 132)),
        *(("Northshire had 100 in 2016/17, an increase of 30.", 100, n) for n in (129, 131)),
    ],
)
def test_any_other_change_may_start_from_the_hidden_total_and_stops(text, first, last):
    assert not passes(text, first, last)


IN_FOUR_YEARS = "about Northshire, whose first total is hidden"  # then 21, 49 and 75
OF_RELEASED = (
    "Northshire rose by 26 to 75.",
    "Northshire had 49 in 2017/18. That was 28 more than the year before.",
    "Northshire had 75 in 2018/19, up 54 in two years.",
    "Northshire had 75 in 2018/19, up 26 in a year.",
    "Northshire rose by 28 in 2017/18.",
    "Northshire rose by 28 year on year in 2017/18.",
    "Northshire rose each year, by 28 and 26.",
    "The bars show 21 and 49 for Northshire.",
    "Over the last three years Northshire had 145.",
)
FROM_HIDDEN = (
    "Northshire rose by 27 to 75.",
    "Northshire fell by 20 to 21.",
    "Northshire had 21 in 2016/17. That was 20 more than the year before.",
    "Northshire had 49 in 2017/18. That was 47 more than two years before.",
    "Northshire had 75 in 2018/19, up 73 in three years.",
    "Northshire rose by 18 in 2016/17.",
    "Northshire rose by 19 year on year in 2016/17.",
    "Northshire rose by 17 each year.",
    "Northshire had 18 times its first figure.",
    "There were 40 in Northshire for every one in its first year.",
    "In its first year Northshire had two.",
    "In its first two years Northshire had 23.",
    "The bars show 21 and 3 for Northshire.",
    "Over the four years Northshire had 147.",
)


@pytest.mark.parametrize("text", OF_RELEASED)
def test_a_change_between_the_years_that_are_released_passes(text):
    assert told(text, IN_FOUR_YEARS) == []


@pytest.mark.parametrize("text", FROM_HIDDEN)
def test_a_number_of_the_hidden_year_or_a_change_from_it_stops(text):
    assert told(text, IN_FOUR_YEARS)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire rose by 17 in 2016/17, by 28 in 2017/18 and by 26 in 2018/19, to 75.",
        "Northshire’s rises: 2016/17 +17, 2017/18 +28, 2018/19 +26.",
        "2016/17 brought Northshire 17 more, 2017/18 28 more.",
        "Northshire rose by 28 in 2017/18 and had risen by 17 the year before.",
        "Northshire 2018/19 75 (+26), 2017/18 49 (+28), 2016/17 21 (+17)",
        "Twenty-one was seven times what Northshire had the year before.",
        "It started with three in Northshire and it is 75 now.",
        # The same change by chance.
        "Northshire grew by 28 in 2016/17 and by 28 in 2017/18.",
        "Northshire trebled in 2016/17, rose by 28 in 2017/18 and by 26 in 2018/19.",
    ],
)
def test_the_first_of_a_row_of_rises_leads_back_to_the_hidden_year(text):
    assert told(text, IN_FOUR_YEARS)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire rose by 28 in 2017/18 and by 26 in 2018/19.",
        "Northshire rose to 21 in 2016/17, to 49 in 2017/18 and to 75 in 2018/19.",
        "From 2016/17 to 2018/19 the Northshire total rose by 54.",
        "Northshire went up by 53 per cent in a year, from a low base of 49.",
        "Forty-nine was 28 more than Northshire had the year before.",
        "Northshire’s total was up by 26 in 2018/19, after a rise of 28 in 2017/18.",
    ],
)
def test_a_row_of_released_rises_passes(text):
    assert not told(text, IN_FOUR_YEARS)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The count in Northshire opened with two after the 70.", True),
        ("The Northshire count began with 70 and now stands at 96.", False),
    ],
)
def test_a_count_begins_with_its_first_total_and_no_other_number_is_of_that_year(text, tells):
    years = {"2014/15": 70, "2015/16": {"suppressed": [1, 4]}, "2016/17": 81, "2018/19": 96}
    known = documents(FACTS | {"series": years}, NATIONAL)
    assert bool(stopped(text, FIRST, known)) == tells
