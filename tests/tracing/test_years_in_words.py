"""Years told by what was then: the lockdowns, the last time that people met, each year since."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

SERIES = {
    **{"2016/17": 184, "2017/18": 197, "2018/19": 221},
    **{"2019/20": 208, "2020/21": 233, "2021/22": 298},
}
TARN = tarn(SERIES)
OTHERS = {"2016/17": 900, "2017/18": 1000, "2018/19": 900, "2019/20": 1000, "2020/21": 1100}
ALL = Evidence(
    read_facts(
        {
            "place": "Northland",
            "measure": "online sexual offences",
            "latest": "2021/22",
            "scope": "national",
            "panel": {"Tarn": SERIES, "Wharf": {**OTHERS, "2021/22": 1200}},
        }
    )
)


def wrong(text, *documents):
    found = trace(text, *(documents or [TARN]))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It recorded {} before the pandemic had begun.", "208", "298"),
        ("It had {} offences before the lockdowns began.", "208", "233"),
        ("In the last year before lockdown it had {}.", "208", "298"),
        ("By the time lockdown hit, it had {} in a year.", "208", "298"),
        ("More than {} offences were logged before lockdown had even begun.", "200", "230"),
        ("It had {} a year before the pandemic.", "208", "233"),
        ("The year 2020/21 had 233, up by {} during the lockdowns.", "25", "65"),
        # of no lockdown
        ("It had {} last year before rising again.", "298", "208"),
        ("It had {} a year before that.", "233", "208"),
    ],
)
def test_before_lockdown_is_the_last_year_without_one(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


def test_during_the_lockdowns_says_no_other_year_than_that_of_2020():
    assert wrong("The year 2019/20 had 208, down by 13 during the lockdowns.") == ["13"]
    assert wrong("The number rose by 65 during the lockdowns.") == ["65"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It was {} when we last met.", "233", "298"),
        ("When I last stood here, the number was {}.", "233", "298"),
        ("The number is 298. It was {} the last time I spoke here.", "233", "298"),
        ("The last time the charity wrote, it was {}.", "233", "298"),
        ("It has gone up by {} since we last met.", "65", "25"),
        ("It has gone up by {} since the last time we met.", "65", "25"),
        ("It is {} higher than when I last wrote.", "65", "25"),
        ("It is 65 more than the last time they counted, when it was {}.", "233", "298"),
    ],
)
def test_when_people_last_did_something_is_the_year_before(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


def test_when_a_number_last_fell_is_not_the_year_before():
    assert wrong("It was 233 when they last fell.") == ["233"]
    assert wrong("It was 233 when the count last fell.") == ["233"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "It fell to 208 in 2019/20 and has gone up every year since: to {} and 298.",
            "233",
            "221",
        ),
        ("It fell to 208 in 2019/20 and has risen each year since: to 233, then {}.", "298", "221"),
        (
            "It was 184 in 2016/17 and rose in each of the next two years: to {}, then 221.",
            "197",
            "298",
        ),
        ("It was 184 in 2016/17 and rose in both years since – to {}, then 221.", "197", "233"),
        (
            "It stood at 184 in 2016/17. It rose in each of the two years after: to 197, then {}.",
            "221",
            "298",
        ),
        ("It has gone up in every year since: to {}.", "298", "233"),
    ],
)
def test_the_first_of_each_year_since_is_the_next_one(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # the year that the change is of
        (
            "In 2020/21 it went up by 25; over the same period the national one rose by {}.",
            "10%",
            "13%",
        ),
        (
            "Our count fell by 13 in 2019/20. Over the same period the national one rose by {}.",
            "8%",
            "24%",
        ),
        # the time since a year
        (
            "It has risen 77 since 2018/19. Over the same period the national one rose by {}.",
            "34%",
            "8%",
        ),
        (
            "Our count was 221 in 2018/19. Over the same period the national one rose by {}.",
            "34%",
            "8%",
        ),
        (
            "Since 2018/19 it is up by 77, and over the same period the national one by {}.",
            "34%",
            "8%",
        ),
    ],
)
def test_the_same_period_as_a_change_within_a_year_is_that_year(text, right, false):
    assert wrong(text.format(right), TARN, ALL) == []
    assert wrong(text.format(false), TARN, ALL) == [false]
