"""Highest and lowest numbers that are named with their year, and the next ones in order."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The number of crimes in Tarn was lowest in {}.", "2016/17", "2017/18"),
        ("In Tarn the lowest recorded total ({}) was in 2016/17.", "77", "95"),
        ("The number in Tarn was at its lowest, 77, in {}.", "2016/17", "2018/19"),
        ("The total of {} for 2016/17 is the lowest of the four totals in Tarn.", "77", "95"),
        ("At 77, the number of crimes in {} was Tarn’s lowest.", "2016/17", "2017/18"),
        ("The lowest total in Tarn in the four years was {}.", "77", "95"),
        ("The lowest total in Tarn in the last three years was {}, in 2017/18.", "95", "110"),
        ("Of the years with figures, {} was the highest for Tarn Police.", "2019/20", "2018/19"),
        ("Tarn’s highest total in the years with figures was {}.", "149", "110"),
        ("The second highest total in Tarn was {}, in 2018/19.", "110", "149"),
        ("Tarn’s second highest total was 110, in {}.", "2018/19", "2017/18"),
        ("The {} highest total in Tarn was 95, in 2017/18.", "third", "second"),
        ("The highest total was 149, in 2019/20, and the {} highest 110, in 2018/19.",
         "second", "third"),
        ("The lowest number of crimes in a year was {}, but last year there were 149.", "77", "95"),
        ("The lowest total in the last four years was {} in Tarn.", "77", "95"),
    ],
)  # fmt: skip
def test_a_highest_or_lowest_number_is_that_of_the_year_named_with_it(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    "text",
    [
        "The rise in Tarn was lowest in 2016/17.",
        "In Tarn, charges were lowest in 2016/17.",
        "The lowest daily total in Tarn was 77, in 2016/17.",
        "The lowest total in Tarn in the last three years was 77, in 2016/17.",
        "The total in 2016/17 was the lowest of all forces.",
        "2016/17 was the lowest in England and Wales.",
        "The lowest of the five annual totals in Tarn was 77, in 2016/17.",
        "The second highest total in Tarn was 149, in 2019/20.",
        "The lowest total in Tarn was 77, two years ago.",
        "The lowest annual total, 77, came twelve months earlier.",
        "Tarn’s lowest number was 77, in 2018.",
        "Tarn’s lowest number was 77, in the third year.",
        "The lowest total in the last three years was 77.",
        "The lowest total for a week was 77.",
        "It had its lowest number, 77, in the east of the county.",
        "The lowest number of crimes of every kind was 77.",
        "The highest number in the four years was 149, and the lowest last year, 77.",
        "Nearly twice as many crimes in 2019/20 as in 2016/17 (77 against 149).",
        "The lowest total in Tarn was 77, when clubs were closed.",
        "The lowest total in Tarn was 77, most recently.",
        "The lowest total in Tarn was 77, after a fall.",
    ],
)
def test_what_no_years_of_a_body_can_bear_out_is_asked_about(text):
    assert flagged(text) != []
