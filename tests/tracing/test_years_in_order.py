"""A year told by its place among those that are held: "39 in the first year, 64 in the second"."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

FLAGGED = ("mismatch", "untraced", "loose")


def flagged(text, **changed):
    series = {"2015/16": 52, "2016/17": 71, "2017/18": 88, "2018/19": 107} | changed
    facts = {
        "place": "Tarn",
        "measure": "online sexual offences",
        "latest": "2018/19",
        "series": series,
    }
    found = trace(text, Evidence(read_facts(facts)))
    return [f.text for f in found if f.verdict in FLAGGED]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 52 offences in the first year, 71 in the second and {} in the third.",
        "Over four years Tarn recorded 52 offences in the first year and {} in the third.",
        "Tarn recorded 52 offences in the first year. In the third year the number was {}.",
        "In the second of the last three years Tarn recorded {} offences.",
        "Tarn recorded 71 offences in the first of the three years and {} in the middle year.",
        "Of the four years, the third saw {} offences in Tarn.",
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
