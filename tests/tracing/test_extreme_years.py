"""Highest and lowest numbers that are named with their year, and the next ones in order."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
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


YEARS = ("2015/16", "2016/17", "2017/18", "2018/19", "2019/20")


@pytest.mark.parametrize(
    ("values", "text", "asked_about"),
    [
        # "The lowest we have recorded" is of other years as well; "have figures for" is not
        ((80, 70, None, 90, 95), "The lowest number we have recorded, 70, was in 2016/17.",
         ["lowest"]),
        ((80, 70, None, 90, 95), "In the years available it was lowest in 2016/17.", []),
        ((80, 70, None, 90, 95), "It has ranged from 70 to 95.", ["70"]),
        ((80, 70, 75, 90, 82), "In Surrey it has ranged from 70 to 90.", ["70", "90"]),
        ((80, 70, 75, 90, 82), "In Surrey the highest number was 90.", ["highest", "90"]),
        # Two years alike: neither is the highest, and its number may be said.
        ((80, 90, 75, 90, 82), "The highest number was in 2018/19.", ["highest"]),
        ((95, None, 90, 86, None), "In the last two years available it was highest in 2017/18.",
         ["two"]),
        ((80, 75, 72, 70, 62), "The lowest number, 62, was in 2019/20.", []),
        ((80, 75, 72, 70, 62), "The lowest number, 70, was in 2018/19.", ["lowest"]),
        ((95, 75, 72, 80, 82), "An all-time high of 95 was reached.", ["all-time high", "95"]),
        # What the lowest number is of, its clause says, or that of the highest before it.
        ((90, 70, 75, 80, 82), "The highest number in the north was 90 and the lowest 70.",
         ["highest", "90", "70"]),
        ((90, 70, 75, 80, 82), "It was highest in spring and the lowest 70.", ["highest", "70"]),
    ],
)  # fmt: skip
def test_a_highest_or_lowest_number_is_one_of_all_years_that_its_words_speak_of(
    values, text, asked_about
):
    series = {
        y: {"missing": "not_held"} if n is None else n for y, n in zip(YEARS, values, strict=True)
    }
    found = trace(text, tarn(series))
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == asked_about


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("It was a record, 330.", ["mismatch", "traced"]),
        ("The totals available ranged from 290 to 340.", ["untraced", "mismatch"]),
    ],
)
def test_a_highest_number_is_not_looked_for_where_no_year_has_one(text, verdicts):
    total = {"claim": "total", "year": "2019/20", "value": 330, "publication": "June 2020"}
    facts = read_facts({"place": "Tarn", "latest": "2019/20", "recorded": [total]})
    assert [f.verdict for f in trace(text, facts)] == verdicts
