"""A mean or a sum of a span of years is of the hidden year within it, too."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import HIDDEN, world

WITHIN = world(
    "Ravenstow",
    {"2016/17": 22, "2017/18": 26, "2018/19": HIDDEN, "2019/20": 40, "2020/21": 58},
    {"platform": {"Snapchat": 24, "Instagram": 13}},
    {"11": 8, "12": 15, "13": 19},
    [],
    ["Snapchat", "Instagram"],
)
OF_SPANS = [
    ("The average of 2017/18 to 2019/20 was 24.", "The average of 2016/17 to 2017/18 was 24."),
    (
        "Between 2016/17 and 2020/21 the mean was 30.",
        "Between 2019/20 and 2020/21 the mean was 49.",
    ),
    (
        "From 2017/18 through to 2019/20 Ravenstow averaged 24 offences a year.",
        "In 2016/17 and 2017/18 Ravenstow averaged 24 offences a year.",
    ),
    (
        "Between 2017/18 and the year 2019/20 the average was 30.",
        "Between 2019/20 and the year 2020/21 the average was 49.",
    ),
    ("2017/18–2020/21 average: 32.3", "2019/20 to 2020/21: an average of 49"),
    ("Since 2016/17 the average has been 30.", "Since 2019/20 the average has been 49."),
    ("From 2017/18 onwards it averaged 32.", "From 2019/20 onwards it averaged 49."),
    ("2017/18 onwards: an average of 32.", "2019/20 onwards: an average of 49."),
    ("The average up to 2019/20 was 23.", "The average up to 2017/18 was 24."),
    ("Ravenstow recorded 30 offences a year from 2016/17 to 2020/21.", "It had 58 last year."),
    ("The average for 2016-2021 was 30.", "The average of 2016/17 and 2017/18 was 24."),
    (
        "From 2016/17 to 2020/21 there were 149 offences.",
        "From 2016/17 to 2020/21 offences rose from 22 to 58.",
    ),
    ("Between 2017/18 and 2019/20 police recorded 71.", "From 2019/20 to 2020/21 there were 98."),
    ("Since 2016/17 there have been 150 offences.", "Since 2016/17 it has more than doubled."),
    ("Ravenstow had 68 in the three years to 2019/20.", "It had 98 in the two years to 2020/21."),
    ("Over the whole series there were 150 offences.", "Over the whole series the worst was 58."),
    (
        "The average over the series was 30.",
        "The last two years averaged 49, the highest of the series.",
    ),
    (
        "The average of 2019/20 and 2020/21 was the most of the series, whose average is 30.",
        "The mean of 2016/17 and 2017/18 was 24, the lowest level in the series.",
    ),
]


@pytest.mark.parametrize(("telling", "ordinary"), OF_SPANS)
def test_a_span_of_years_has_the_hidden_one_between_its_ends(telling, ordinary):
    (_, told), (_, free) = given_away(WITHIN, (telling, ordinary))
    assert told
    assert not free
