"""A change that is said without a number is asked about where the number went the other way."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged

# 60, 84, 91, 84, 84
HOLT = {
    **{"place": "Holt", "measure": "online sexual offences against children"},
    **{"latest": "2019/20", "scope": "force"},
    "series": {"2015/16": 60, "2016/17": 84, "2017/18": 91, "2018/19": 84, "2019/20": 84},
}

WAYS = [
    ("Offences {} last year.", "fell", "rose"),
    ("Recorded crimes in Tarn have {} since 2016/17.", "dropped", "grown"),
    ("Tarn's total {} in 2019/20.", "dipped", "climbed"),
    ("In the latest year the number of offences in Tarn {} again.", "declined", "increased"),
    ("Offences in Tarn {} sharply between 2017/18 and 2018/19.", "decreased", "jumped"),
    ("Figures show that online child sex offences are {} in Tarn.", "down", "up"),
    ("Online child sex offences {} in Tarn", "fall", "rise"),
    ("Tarn Police logged {} offences last year than the year before.", "fewer", "more"),
    ("{} offences were recorded in 2019/20 than 2016/17.", "Fewer", "More"),
    ("There were {} cases in Tarn in 2018/19 than there had been in 2017/18.", "fewer", "more"),
    ("Tarn has seen a {} in online offences over the past three years.", "drop", "rise"),
    ("A {} in the number of offences was recorded in Tarn in 2018/19.", "fall", "rise"),
    ("Offences across England and Wales {} in 2019/20.", "fell", "rose"),
    ("Offences in Tarn rose in 2018/19 and then {} in 2019/20.", "fell", "rose"),
    ("The number of offences in Tarn was {} in 2018/19 than in 2017/18.", "lower", "higher"),
    ("Tarn's number of offences {} last year.", "stayed flat", "went up"),
    ("Recorded offences in Tarn {} last year.", "barely changed", "rose"),
]


def of_holt(text: str) -> list[str]:
    found = trace(text, Evidence(read_facts(HOLT)))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(("said", "false", "true"), WAYS)
def test_the_way_is_asked_about_where_it_was_the_other(said: str, false: str, true: str) -> None:
    assert flagged(said.format(false))
    assert flagged(said.format(true)) == []


@pytest.mark.parametrize(
    ("right", "false"),
    [
        ("Offences in Holt fell in 2018/19.", "Offences in Holt fell in 2017/18."),
        ("Offences stayed level last year.", "Offences stayed level in 2016/17."),
        ("Holt saw a rise in crimes in 2016/17.", "Holt saw a rise in crimes in 2019/20."),
        ("Offences in Holt have fallen since 2017/18.", "Cases in Holt have fallen since 2015/16."),
    ],
)
def test_each_year_has_its_way(right: str, false: str) -> None:
    assert of_holt(right) == []
    assert of_holt(false)


def test_without_a_year_it_may_be_any() -> None:
    assert of_holt("Offences in Holt have fallen.") == []
    assert of_holt("Offences in Holt have risen.") == []
    assert flagged("Offences in Tarn have fallen.") == ["fallen"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Police hope that offences fall next year.",
        "There has been no fall in offences in Tarn.",
        "Offences in Tarn did not fall last year.",
        "Have offences in Tarn fallen? No.",
        "Offences fell in some districts of the county.",
        "Other forces recorded fewer offences last year than the year before.",
        "If offences fall, the charity will be glad.",
        "It is wrong to say that offences in Tarn fell last year.",
        "Burglary offences fell in Tarn last year.",
        "The number of officers in Tarn fell last year.",
        "Fewer cases reach court, the charity said.",
        "The number of offences that led to a charge fell last year.",
        "Tarn's figures dropped into our inbox last year.",
        "The figures went up on the force's website last year.",
        "The case was dropped last year.",
        "Offences fell in April 2019, when schools were shut.",
        "The figures fell short of what campaigners wanted.",
        "There were fewer offences in 2016/17.",
    ],
)
def test_what_claims_nothing_of_the_number_is_not(text: str) -> None:
    assert flagged(text) == []
