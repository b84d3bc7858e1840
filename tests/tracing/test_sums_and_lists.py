"""Sums of years to any year, sums of parts in any order, and the lines of a list."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.lists import rows_in
from tests.tracing import test_several_together as several
from tests.tracing.test_sums_of_years import FACTS, SERIES, figure, force

ALL_FIVE = "1,288 in all from 2014/15 to 2018/19"


@pytest.mark.parametrize(
    ("text", "number", "verdict", "fact"),
    [
        ("Since 2014/15, Tarn police have recorded {} offences.", "1,288", "traced", ALL_FIVE),
        ("Since 2014/15, police have recorded exactly {} offences.", "1,288", "traced", ALL_FIVE),
        ("Since 2014/15, Tarn police have recorded {} offences.", "300", "mismatch", ALL_FIVE),
        (
            "Between 2014/15 and 2016/17 there were {} offences in Tarn.",
            "708",
            "traced",
            "708 in all from 2014/15 to 2016/17",
        ),
        (
            "In the two years to 2017/18, {} offences were recorded in Tarn.",
            "609",
            "traced",
            "609 in all from 2016/17 to 2017/18",
        ),
        (
            "From April 2016 to March 2018 there were {} offences in Tarn.",
            "609",
            "traced",
            "609 in all from 2016/17 to 2017/18",
        ),
    ],
)  # fmt: skip
def test_a_sum_is_of_the_years_that_are_said_and_shows_it(text, number, verdict, fact):
    found = figure(text.format(number), number)
    assert (found.verdict, found.fact) == (verdict, fact)


def test_a_sum_to_the_middle_of_a_year_is_none_of_whole_years():
    text = "From April 2016 to {} 2018 there were 609 offences in Tarn."
    assert figure(text.format("March"), "609").verdict == "traced"
    assert figure(text.format("June"), "609").verdict != "traced"


def test_one_year_is_no_sum():
    text = "Since 2018/19, Tarn police have recorded 262 offences."
    assert "in all" not in figure(text, "262").fact


def test_a_year_without_offences_adds_nothing_to_a_sum():
    text = "Since 2014/15, Tarn police have recorded {} offences."
    nothing = force(**{"2016/17": 0})
    assert figure(text.format("997"), "997", nothing).verdict == "traced"


@pytest.mark.parametrize("year", ["2015/16", "2018/19"])
def test_there_is_no_sum_where_any_year_is_counted_anew(year):
    breaks = [{"year": year, "why": "more kinds of offence are counted"}]
    broken = Evidence(read_facts({**FACTS, "series": SERIES, "breaks": breaks}))
    text = "Since 2014/15, Tarn police have recorded {} offences."
    assert figure(text.format("1,288"), "1,288", broken).verdict == "untraced"
    one = figure(text.format("262"), "262", broken)
    assert (one.verdict, one.fact) == ("mismatch", "262 in 2018/19")


def test_a_number_of_a_part_is_no_sum_of_years():
    shares = {"gender": {"of": 262, "known": 200, "parts": {"girls": 150, "boys": 50}}}
    facts = Evidence(read_facts({**FACTS, "series": SERIES, "shares": shares}))
    text = "Since 2014/15, Tarn police have recorded 1,288 offences against girls."
    found = figure(text, "1,288", facts)
    assert found.verdict == "untraced"
    assert found.fact


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Where the app was known, a quarter took place on Instagram.", []),
        (
            "About a quarter of those known were on Snapchat, Instagram and Kik together.",
            ["a quarter"],
        ),
        ("Of those known, 102 were on Snapchat or Instagram. Each is a crime.", []),
        ("Each month counts. Of those known, 102 were on Snapchat or Instagram.", []),
        ("Of those known, 102 of the 160 were on Snapchat or Instagram.", []),
        ("Of those known, 62 of the 160 were on Snapchat or Instagram.", ["62"]),
        ("Snapchat and Instagram together had 102 of those known.", []),
        ("Snapchat and Instagram together had 62 of those known.", ["62"]),
        ("Together Kik (20) and Snapchat (62) had 82.", []),
        ("Snapchat and Kik on 82.", ["82"]),
        ("Snapchat and Kik together: 20, then 82.", ["20", "82"]),
        ("Snapchat (62) and Instagram (40) together had 102 of those known.", []),
        ("Snapchat (62) and Instagram (41) together had 102 of those known.", ["41"]),
        ("WhatsApp and Kik together had 46, Snapchat and Instagram together 102.", []),
    ],
)
def test_parts_are_added_in_any_order_of_them_and_their_number(text, flagged):
    assert several.wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Girls: 152", []),
        ("By sex\nGirls: 152", ["Girls: 152"]),
        ("By sex\nGirls 152", []),
        ("Girls 152\nBoys 40", ["Girls 152", "Boys 40"]),
        ("Girls 152\n\nBoys 40", []),
        ("By sex\n\nGirls 152\nBoys 40\n\nBy age", ["Girls 152", "Boys 40"]),
        ("It rose. It fell.\nGirls: 152", []),
    ],
)
def test_two_lines_in_a_row_are_a_list_and_one_is_below_its_heading(text, rows):
    assert [text[each.start : each.end] for each in rows_in(text)] == rows
