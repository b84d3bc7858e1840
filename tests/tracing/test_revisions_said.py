"""A number as it was first published, and as it is now: each of its own year, at its own place."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace

FACTS = read_facts(
    {
        "place": "Tarn",
        "measure": "online sexual offences against children",
        "latest": "2018/19",
        "scope": "force",
        "series": {
            **{"2014/15": 96, "2015/16": {"value": 112, "previously": 107}},
            **{"2016/17": {"value": 163, "previously": 158}, "2017/18": 201, "2018/19": 248},
        },
    }
)
FIRST_158 = [
    "Tarn has changed its figure for 2016/17. It was first published as {}.",
    "The force has corrected its total for 2016/17. It had been given as {}.",
    "The number for 2016/17, now 163, used to be {}.",
    "In 2016/17 there were 163 offences; the figure was then put at {}.",
    "The figure for 2016/17 was at first {} and is now 163.",
    "Tarn revised its count for 2016/17, which rises to 163 from {}.",
    "For 2016/17 the force first gave {}, and now gives 163.",
    "The force’s 2016/17 total has been amended. The old number was {}.",
    "Its total for 2016/17 has been updated. The earlier number was {}.",
    "After 2015/16, its total for 2016/17 has been updated. The earlier number was {}.",
    "The force restated 2016/17. It had said there were {}.",
    "A recount changed the total for 2016/17. Originally it stood at {}.",
    "The 2016/17 total, initially reported as {}, is now 163.",
]
NOW_163 = [
    "Tarn revised its count for 2016/17, which rises to {} from 158.",
    "The 2016/17 total, initially reported as 158, is now {}.",
    "The 2016/17 total has since been corrected to {}.",
    "For 2016/17 Tarn first published 158 offences, and it later restated that as {}.",
    "For 2016/17 the force first gave 158, and now gives {}.",
]
CASES = [
    *((text, 158, (107, 112, 163, 201)) for text in FIRST_158),
    *((text, 163, (107, 112, 158, 201)) for text in NOW_163),
]


def is_flagged(text: str, number: int) -> bool:
    verdicts = {f.verdict for f in trace(text, FACTS) if f.text == str(number)}
    return bool(verdicts & {"mismatch", "untraced", "loose"})


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_an_end_of_a_correction_is_that_of_the_year_named(text, right, wrong):
    assert not is_flagged(text.format(right), right)
    for number in wrong:
        assert is_flagged(text.format(number), number), number


TOGETHER = read_facts(
    {
        "place": "England",
        "measure": "online sexual offences against children",
        "latest": "2018/19",
        "scope": "national",
        "panel": {
            "Tarn": {
                "2017/18": {"value": 201, "previously": 190},
                "2018/19": {"value": 255, "previously": 250},
            },
            "Fell": {"2017/18": 80, "2018/19": {"value": 90, "previously": 70}},
            "Moor": {"2017/18": {"value": 60, "previously": 65}, "2018/19": 40},
        },
    }
)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Tarn and Fell together recorded 345, revised from 320.", ["traced", "traced"]),
        ("Tarn and Fell together recorded 345 offences in 2018/19.", ["traced"]),
        ("Tarn and Fell together were first published as 320 in 2018/19.", ["traced"]),
        ("Tarn and Moor together recorded 261, corrected from 255.", ["traced", "traced"]),
        # The earlier sum without words of revision, the sum of another year, and of no year.
        ("Tarn and Fell together recorded 320 offences in 2018/19.", ["mismatch"]),
        ("Tarn and Fell together recorded 321, revised from 330.", ["mismatch", "mismatch"]),
        ("Tarn and Moor together recorded 255 in 2017/18.", ["mismatch"]),
        ("Tarn and Moor together recorded 295 in 2018/19.", ["untraced"]),
        ("Tarn and Fell together recorded 345 offences.", ["untraced"]),
        # What is no count has no sum.
        ("Tarn and Fell together had 73% more, revised.", ["mismatch"]),
        ("Together, Tarn and Fell recorded between 340 and 350 in 2018/19.", ["untraced"]),
    ],
)
def test_forces_have_a_sum_where_they_are_those_revised_in_its_year(text, verdicts):
    found = trace(text, TOGETHER)
    assert [f.verdict for f in found if f.kind in ("count", "percent", "range")] == verdicts


@pytest.mark.parametrize(
    "text",
    [
        "The total for {}, originally published as 158, is now given as 163.",
        "The figure for {}, which was once given as 158, has become 163.",
        "Its number for {}, first put at 158, has been corrected and is now 163.",
        "The {} figure was revised. It is now 163, and no longer 158.",
        "What Tarn gave for {} was 158, since corrected to 163.",
    ],
)
def test_both_numbers_of_a_correction_are_of_the_year_that_is_named(text: str) -> None:
    def flagged(year: str) -> set[str]:
        found = trace(text.format(year), FACTS)
        return {f.text for f in found if f.verdict in ("mismatch", "untraced")}

    assert flagged("2016/17") == set()
    for year in ("2014/15", "2015/16", "2017/18"):
        assert flagged(year) == {"158", "163"}


def test_an_end_that_no_correction_had_is_answered_with_the_correction_of_the_other() -> None:
    text = "Its total was revised from {} to 163."
    facts = [[f.fact for f in trace(text.format(old), FACTS)] for old in (158, 107, 90)]
    own, other = (
        f"published as {one}" for one in ("158, now 163 in 2016/17", "107, now 112 in 2015/16")
    )
    assert facts == [[own, own], [own, other], [own, ""]]
