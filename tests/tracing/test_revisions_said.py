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
    "The force restated 2016/17. It had said there were {}.",
    "A recount changed the total for 2016/17. Originally it stood at {}.",
    "The 2016/17 total, initially reported as {}, is now 163.",
]
NOW_163 = [
    "Tarn revised its count for 2016/17, which rises to {} from 158.",
    "The 2016/17 total, initially reported as 158, is now {}.",
    "The 2016/17 total has since been corrected to {}.",
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
