"""A number that is so many times that of an earlier year, in the words for that year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import flagged

SERIES = {"2016/17": 118, "2017/18": 141, "2018/19": 176, "2019/20": 236}
FACTS = Evidence(
    read_facts(
        {
            **{"place": "Tarn", "measure": "online sexual offences against children"},
            **{"latest": "2019/20", "series": SERIES},
        }
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Police are dealing with twice as many crimes against children as they were in {}.",
        "The number of offences is now double what it was in {}.",
        "There were twice as many as there had been in {}.",
    ],
)
def test_a_multiple_is_of_the_year_that_it_is_measured_by(text):
    def wrong(year: str) -> list[str]:
        return [f.kind for f in trace(text.format(year), FACTS) if f.verdict == "mismatch"]

    assert wrong("2016/17") == []
    assert wrong("2017/18") == wrong("2018/19") == ["multiple"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "{}: 149 offences were recorded in Tarn in 2019/20, up from 77 in 2016/17.",
            "Almost double",
            "Almost triple",
        ),
        ("{}: 149 crimes in Tarn in 2019/20, compared with 110 in 2018/19.", "Up 35%", "Up 94%"),
        ("{} – in Tarn it was 149 in 2019/20, against 95 in 2017/18.", "Up 57%", "Up 35%"),
        ("{}: crimes in Tarn went from 95 in 2017/18 to 149 in 2019/20.", "Up 57%", "Up 94%"),
        (
            "Tarn had 149 in 2019/20, against 77 in 2016/17: it has {}.",
            "almost doubled",
            "almost tripled",
        ),
        (
            "In 2019/20 Tarn police logged {} the 77 crimes that they had logged in 2016/17.",
            "nearly twice",
            "more than twice",
        ),
        (
            "In 2019/20 Tarn police logged nearly twice the 77 crimes that they had logged in {}.",
            "2016/17",
            "2017/18",
        ),
        ("In three years we went from {} to 149 recorded offences in Tarn.", "77", "95"),
        ("“In three years we have gone from {} offences to 149,” said Tarn’s chief.", "77", "95"),
        ("In two years we saw it rise from {} to 149 offences in Tarn.", "95", "77"),
    ],
)
def test_a_change_is_one_from_the_number_and_the_year_that_stand_beside_it(text, right, wrong):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(wrong)) != []


def test_a_decimal_that_is_a_whole_number_is_the_plain_multiple():
    own = {"2016/17": 120, "2017/18": 141, "2018/19": 176, "2019/20": 238}
    nearly = tarn(own)

    def verdict(text: str) -> list[str]:
        return [f.verdict for f in trace(text, nearly) if f.kind == "multiple"]

    assert verdict("In Tarn there were 2.0 times as many as in 2016/17.") == ["mismatch"]
    assert verdict("In Tarn there were 1.7 times as many as in 2017/18.") == ["traced"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Such crimes in Tarn happen nine times as often.", ["nine times as often"]),
        ("Crimes of this kind are now nine times as common.", ["nine times as common"]),
        ("Tarn saw many offences. They occur nine times as often.", ["nine times as often"]),
    ],
)
def test_how_often_is_a_figure_where_it_is_said_of_offences(text, asked):
    assert flagged(text) == asked
