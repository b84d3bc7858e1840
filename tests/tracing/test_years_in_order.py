"""A year told by its place among those that are held: "39 in the first year, 64 in the second"."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

FLAGGED = ("mismatch", "untraced", "loose")


def flagged(text, **changed):
    return [f.text for f in found_in(text, **changed) if f.verdict in FLAGGED]


def verdicts(text):
    return [f.verdict for f in found_in(text)]


def found_in(text, latest="2018/19", **changed):
    series = {"2015/16": 52, "2016/17": 71, "2017/18": 88, "2018/19": 107} | changed
    facts = {
        "place": "Tarn",
        "measure": "online sexual offences",
        "latest": latest,
        "series": series,
    }
    return trace(text, Evidence(read_facts(facts)))


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 52 offences in the first year, 71 in the second and {} in the third.",
        "Over four years Tarn recorded 52 offences in the first year and {} in the third.",
        "Tarn recorded 52 offences in the first year. In the third year the number was {}.",
        "In the second of the last three years Tarn recorded {} offences.",
        "Tarn recorded 71 offences in the first of the three years and {} in the middle year.",
        "Of the four years, the third saw {} offences in Tarn.",
        "In the third year the number in Tarn was {}.",
        "Tarn recorded 71 in the second year and {} in the third.",
    ],
)
def test_a_number_of_a_year_in_order_is_of_that_year(text):
    assert flagged(text.format("88")) == []
    assert flagged(text.format("107")) == ["107"]


@pytest.mark.parametrize("words", ["the latest", "the last", "the fourth"])
def test_the_last_of_the_years_is_the_latest(words):
    text = f"In {words} of the four years Tarn recorded {{}} offences."
    assert flagged(text.format("107")) == []
    assert flagged(text.format("88")) == ["88"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It rose by 37% in the first year and 24% in the second.", []),
        ("It rose by 37% in the first year, by 24% in the second and by 22% in the third.", []),
        ("The number rose by 19 in the first year and by 17 in the second.", []),
        ("It rose by 24% in the first year and 22% in the second.", ["24%", "22%"]),
        ("It rose by 37% in the first year and 22% in the second.", ["22%"]),
        ("The number rose by 17 in the first year and by 19 in the second.", ["17", "19"]),
    ],
)
def test_a_change_in_the_first_year_ends_in_the_next(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn’s totals were 52, 71, 88 and 107.", []),
        ("Tarn’s totals were 107, 88 and 71.", []),
        ("From 2015/16 to 2018/19 the totals were 52, 71, 88 and 107.", []),
        ("In 2015/16, 2016/17 and 2018/19 the totals were 52, 71 and 107.", []),
        ("In 2015/16 and 2018/19 the totals were 52 and 107.", []),
        ("Tarn recorded 71 and 107 offences in 2016/17 and 2018/19.", []),
        ("Four years\n\n52 / 71. 88. 107.\n\nThese are Tarn’s offences.", []),
        ("Four years\n\n52 / 71. 107. 88.\n\nThese are Tarn’s offences.", ["52", "71", "88"]),
        ("Tarn’s totals for the last three years were 71, 88 and 107.", []),
        ("Tarn’s totals for the last three years were 52, 71 and 88.", ["52", "71", "88"]),
        ("Tarn had 52 in 2015/16. The two years that followed brought 71 and 88.", []),
        ("Tarn had 52 in 2015/16. The two years that followed brought 88 and 107.", ["88", "107"]),
        ("Tarn had 52 in 2015/16, and in the years since 71, 88 and 107.", []),
        ("The three years before 2018/19 were 52, 71 and 88.", []),
        ("The two years before 2017/18 were 71 and 88.", ["71", "88"]),
        ("Tarn’s totals were 52, 71, 88 and 170.", ["52", "71", "88", "170"]),
        ("Tarn’s totals were 107, 71 and 88.", ["71", "88"]),
        ("From 2015/16 to 2017/18 the totals were 71, 88 and 107.", ["71", "88", "107"]),
        ("In 2015/16, 2016/17 and 2018/19 the totals were 52, 88 and 107.", ["88"]),
        ("In 2015/16 and 2018/19 the totals were 71 and 107.", ["71"]),
        ("Tarn recorded 107 and 71 offences in 2016/17 and 2018/19.", ["107", "71"]),
    ],
)
def test_numbers_in_a_row_are_of_the_years_that_are_listed_or_held_in_that_order(text, wrong):
    assert flagged(text) == wrong


def test_words_of_order_that_are_of_no_year_change_nothing():
    for text in (
        "Tarn recorded 107 offences, up for the third year running.",
        "It is the second year of the campaign, and Tarn recorded 107 offences.",
        "In the second report Tarn recorded 107 offences.",
    ):
        assert flagged(text) == []


def test_where_a_year_is_missing_no_number_is_of_a_year_in_order():
    text = "Tarn recorded 52 offences in the first year and 88 in the third."
    assert flagged(text) == []
    assert flagged(text, **{"2016/17": {"missing": "not_held"}}) == ["88"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In the intervening years the totals for Tarn were 71, 88 and 96.", []),
        ("It was 52 in 2015/16. In the years between, the totals were 71, 88 and 96.", []),
        ("In the years in between the numbers for Tarn were: 71, 88, 96.", []),
        ("In the intervening years the totals for Tarn were 88, 71 and 96.", ["88", "71"]),
        ("In the intervening years the totals for Tarn were 88, 96 and 107.", ["88", "96", "107"]),
        ("In the intervening years Tarn’s totals were 52, 71 and 88.", ["52", "71", "88"]),
    ],
)
def test_numbers_of_the_years_between_end_in_the_year_before_the_latest(text, wrong):
    assert flagged(text, **{"2018/19": 96, "2019/20": 107}, latest="2019/20") == wrong


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("under 90", False),
        ("over 85", False),
        ("well over 85", False),
        ("nearly 90", False),
        ("about 88", False),
        ("under 75", True),
        ("over 100", True),
        ("nearly 110", True),
        ("fewer than 80", True),
        ("more than 105", True),
    ],
)
def test_a_word_before_a_number_leaves_it_to_the_year_beside_it(words, is_wrong):
    facts = "Last year it was 107. Go back to 2017/18 and the figure was {}."
    found = verdicts(facts.format(words))
    assert (found[-1] == "mismatch") is is_wrong
