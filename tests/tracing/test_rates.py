"""Rates and intervals: what is told of each, on both sides of every bound."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.trace import trace
from tests.claims.worlds import facts_of
from tests.tracing.test_sentences import HIDDEN, LEAST, ONE, SNAPCHAT, by_text, told

DAILY = facts_of(8224)
WEEKLY = facts_of(640)
RARE = facts_of(20)
PARTLY = facts_of({"value": 600, "months": 6})
OFTEN = facts_of(9000)
HALF_HOURLY = facts_of(17520)
EACH_MINUTE = facts_of(525600)
PRINTED = read_facts(
    {
        "recorded": [
            {
                "claim": "total",
                "year": "2018/19",
                "value": 8224,
                "with_figures": 40,
                "asked": 44,
                "publication": "June 2019",
            },
            {"claim": "total", "year": "2015/16", "value": 4042, "publication": "June 2016"},
        ]
    }
)

# So many a day, a week or a month to the fraction, and the longest interval of all.
SEVEN = facts_of(7300)
BUSY = facts_of(9855)
SCARCELY = facts_of(9892)
WIDE = facts_of(36500)
NEARLY = facts_of(249)
UNDER = facts_of(248)
FORTY = facts_of(456)
LESS = facts_of(455)
NINE = facts_of(114)
THOUSAND = facts_of(12000)
TENTH = facts_of(52560)
BOUND = facts_of({"suppressed": [242, 250]})

RATES = [
    (WEEKLY, "She wanted a weekly average. It is 12.", "12 traced: 12 a week"),
    (
        WEEKLY,
        "We have no weekly average. 640 offences were recorded.",
        "640 traced: 640 in 2018/19",
    ),
    (
        WEEKLY,
        "Kik saw 12 offences a week, police said.",
        "12 untraced: these figures give no platforms or other parts",
    ),
    (WEEKLY, "On Kik, there were 12 offences a week.", "12 traced: 12 a week"),
    (DAILY, "That is 22 a day.", "22 traced: 22 a day"),
    (DAILY, "That is 22.5 a day.", "22.5 traced: 22 a day"),
    (DAILY, "That is 22.53 a day.", "22.53 traced: 22 a day"),
    (DAILY, "That is 22.6 a day.", "22.6 mismatch → 22: 22 a day"),
    (DAILY, "That is 23 a day.", "23 traced: 22 a day"),
    (DAILY, "That is 158 a week.", "158 traced: 157 a week"),
    (DAILY, "That is 157 a week.", "157 traced: 157 a week"),
    (DAILY, "That is 157.7 a week.", "157.7 traced: 157 a week"),
    (DAILY, "That is 685 a month.", "685 traced: 685 a month"),
    (DAILY, "That is 685.3 a month.", "685.3 traced: 685 a month"),
    (DAILY, "That is 686 a month.", "686 mismatch → 685: 685 a month"),
    (DAILY, "That is more than 22 a day.", "22 rounded: 22 a day"),
    (DAILY, "That is more than 21 a day.", "21 rounded: 22 a day"),
    (DAILY, "That is more than 20 a day.", "20 loose → 22: 22 a day"),
    (DAILY, "That is more than 23 a day.", "23 mismatch → 22: 22 a day"),
    (DAILY, "That is at least 22 a day.", "22 rounded: 22 a day"),
    (DAILY, "That is at least 20 a day.", "20 loose → 22: 22 a day"),
    (DAILY, "That is at least 23 a day.", "23 mismatch → 22: 22 a day"),
    (DAILY, "That is nearly 23 a day.", "23 loose → 22: 22 a day"),
    (DAILY, "That is nearly 24 a day.", "24 loose → 22: 22 a day"),
    (DAILY, "That is nearly 25 a day.", "25 mismatch → 22: 22 a day"),
    (DAILY, "That is nearly 30 a day.", "30 mismatch → 22: 22 a day"),
    (DAILY, "That is about 22 a day.", "22 rounded: 22 a day"),
    (DAILY, "That is about 23 a day.", "23 rounded: 22 a day"),
    (DAILY, "That is about 24 a day.", "24 loose → 22: 22 a day"),
    (DAILY, "That is about 25 a day.", "25 mismatch → 22: 22 a day"),
    (DAILY, "That is fewer than 23 a day.", "23 loose → 22: 22 a day"),
    (DAILY, "That is fewer than 22 a day.", "22 mismatch → 22: 22 a day"),
    (DAILY, "That is no more than 25 a day.", "25 loose → 22: 22 a day"),
    (DAILY, "That is no more than 30 a day.", "30 mismatch → 22: 22 a day"),
    (DAILY, "That is one an hour.", "one mismatch: no interval may be given"),
    (DAILY, "That is two an hour.", "two mismatch: no rate per hour may be given"),
    (DAILY, "That is exactly 22 a day.", "22 traced: 22 a day"),
    (DAILY, "Nearly 690 a month.", "690 rounded: 685 a month"),
    (DAILY, "Nearly 700 a month.", "700 rounded: 685 a month"),
    (DAILY, "Nearly 160 a week.", "160 rounded: 157 a week"),
    (DAILY, "Nearly 158 a week.", "158 loose → 157: 157 a week"),
    (WEEKLY, "That is 12 a week.", "12 traced: 12 a week"),
    (
        WEEKLY,
        "12 online sexual offences against children are now being recorded by the police officers"
        " there in every week.",
        "12 traced: 12 a week",
    ),
    (WEEKLY, "That is nearly 13 a week.", "13 loose → 12: 12 a week"),
    (WEEKLY, "That is nearly 20 a week.", "20 mismatch → 12: 12 a week"),
    (WEEKLY, "That is 1 a day.", "1 traced: 1 a day"),
    (WEEKLY, "That is more than one a day.", "one rounded: 1 a day"),
    (WEEKLY, "That is nearly two a day.", "two rounded: 1 a day"),
    (WEEKLY, "That is 53 a month.", "53 traced: 53 a month"),
    (WEEKLY, "That is 12.3 a week.", "12.3 traced: 12 a week"),
    (WEEKLY, "Nearly 60 a month.", "60 mismatch → 53: 53 a month"),
    (RARE, "That is 1 a day.", "1 mismatch: no rate per day may be given"),
    (RARE, "That is 1 a week.", "1 mismatch: no rate per week may be given"),
    (RARE, "That is 1 a month.", "1 traced: 1 a month"),
    (RARE, "That is 1.7 a month.", "1.7 traced: 1 a month"),
    (PARTLY, "That is 100 a month.", "100 mismatch: no rate per month may be given"),
    (PARTLY, "That is 1 a day.", "1 mismatch: no rate per day may be given"),
    (PRINTED, "That is more than 21 a day.", "21 rounded: 22 a day"),
    (PRINTED, "That is more than 20 a day.", "20 loose → 22: 22 a day"),
    (PRINTED, "That is 22.5 a day.", "22.5 traced: 22 a day"),
    (PRINTED, "That is 22 a day.", "22 traced: 22 a day"),
    (PRINTED, "That is 158 a week.", "158 mismatch: no rate per week may be given"),
    (PRINTED, "One every 63 minutes.", "One every 63 minutes untraced"),
    (HIDDEN, "That is 1 a month.", "1 traced: 1 a month"),
    (SNAPCHAT, "That is 19 a day.", "19 traced: 19 a day"),
    (OFTEN, "One every 59 minutes.", "One every 59 minutes traced: one every 59 minutes"),
    (OFTEN, "One every 58 minutes.", "One every 58 minutes mismatch → 59: one every 59 minutes"),
    (OFTEN, "One every 60 minutes.", "One every 60 minutes loose → 59: one every 59 minutes"),
    (OFTEN, "One every 64 minutes.", "One every 64 minutes loose → 59: one every 59 minutes"),
    (OFTEN, "One every 65 minutes.", "One every 65 minutes mismatch → 59: one every 59 minutes"),
    (OFTEN, "One an hour.", "One loose → 59: one every 59 minutes"),
    (OFTEN, "A crime was recorded every hour.", "hour loose → 59: one every 59 minutes"),
    (
        OFTEN,
        "A child was abused every half an hour.",
        "half an hour mismatch: offences are counted, not children",
    ),
    (OFTEN, "It happens once every minute.", "minute mismatch → 59: one every 59 minutes"),
    (
        OFTEN,
        "One every half an hour.",
        "One every half an hour mismatch → 59: one every 59 minutes",
    ),
    (OFTEN, "One every 3540 seconds.", "One every 3540 seconds traced: one every 59 minutes"),
    (OFTEN, "One every minute.", "One every minute mismatch → 59: one every 59 minutes"),
    (OFTEN, "24 crimes an hour.", "24 mismatch: no rate per hour may be given"),
    (
        HALF_HOURLY,
        "A crime was recorded every half hour.",
        "half hour traced: one every 30 minutes",
    ),
    (HALF_HOURLY, "One every half hour.", "One every half hour traced: one every 30 minutes"),
    (HALF_HOURLY, "One every 30 minutes.", "One every 30 minutes traced: one every 30 minutes"),
    (EACH_MINUTE, "A crime was recorded every minute.", "minute traced: one every 1 minute"),
    (EACH_MINUTE, "One every minute.", "One every minute traced: one every 1 minute"),
    (DAILY, "One every hour.", "One every hour mismatch: no interval may be given"),
    (DAILY, "One an hour.", "One mismatch: no interval may be given"),
    (ONE, "One every hour.", "One every hour mismatch: no interval may be given"),
    (BOUND, "20 a month.", "20 mismatch: no rate per month may be given"),
    (LEAST, "100 a month.", "100 traced: 100 a month"),
    (LEAST, "More than 99 a month.", "99 rounded: 100 a month"),
    (LEAST, "Nearly 101 a month.", "101 loose → 100: 100 a month"),
]

RATE_BOUNDS = [
    (SEVEN, "More than 20 a day.", "20 mismatch → 20"),
    (SEVEN, "At least 20 a day.", "20 rounded"),
    (SEVEN, "At least 21 a day.", "21 mismatch → 20"),
    (SEVEN, "Less than 20 a day.", "20 mismatch → 20"),
    (SEVEN, "Less than 25 a day.", "25 loose → 20"),
    (SEVEN, "Less than 26 a day.", "26 mismatch → 20"),
    (SEVEN, "No more than 25 a day.", "25 loose → 20"),
    (SEVEN, "Nearly 20 a day.", "20 mismatch → 20"),
    (SEVEN, "Nearly 22 a day.", "22 loose → 20"),
    (SEVEN, "Nearly 23 a day.", "23 mismatch → 20"),
    (SCARCELY, "More than 25 a day.", "25 loose → 27"),
    (BUSY, "More than 25 a day.", "25 rounded"),
    (BUSY, "More than 24 a day.", "24 loose → 27"),
    (WIDE, "About 103 a day.", "103 rounded"),
    (WIDE, "About 104 a day.", "104 loose → 100"),
    (WIDE, "About 110 a day.", "110 loose → 100"),
    (WIDE, "About 111 a day.", "111 mismatch → 100"),
    (WIDE, "About 90 a day.", "90 loose → 100"),
    (WIDE, "About 89 a day.", "89 mismatch → 100"),
    (NEARLY, "Nearly 21 a month.", "21 rounded"),
    (UNDER, "Nearly 21 a month.", "21 loose → 20"),
    (FORTY, "Nearly 40 a month.", "40 rounded"),
    (LESS, "Nearly 40 a month.", "40 loose → 37"),
    (NINE, "Nearly 10 a month.", "10 loose → 9"),
    (THOUSAND, "Nearly 1,030 a month.", "1,030 rounded"),
    (THOUSAND, "Nearly 1,040 a month.", "1,040 loose → 1,000"),
    (TENTH, "One every 10 minutes.", "One every 10 minutes traced"),
    (TENTH, "One every 11 minutes.", "One every 11 minutes loose → 10"),
    (TENTH, "One every 12 minutes.", "One every 12 minutes mismatch → 10"),
]


@pytest.mark.parametrize("case", RATES, ids=by_text)
def test_a_rate_is_told_for_what_it_is(case):
    known, text, *expected = case
    assert told(text, known) == expected


@pytest.mark.parametrize("case", RATE_BOUNDS, ids=by_text)
def test_a_word_of_rounding_reaches_so_far_from_a_rate_and_no_further(case):
    known, text, *expected = case
    assert [each.partition(": ")[0] for each in told(text, known)] == expected


MONTHLY = read_facts(
    {
        "place": "Tarn",
        "measure": "online sexual offences",
        "latest": "2018/19",
        "scope": "force",
        "series": {"2016/17": 204, "2017/18": 157, "2018/19": 136},
    }
)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("We record 11 a month. In 2016/17 it was 17.", []),
        ("We record 11 a month. In 2016/17 it was 14.", ["14"]),
        ("We record 11 a month. In 2017/18 it was 17.", ["17"]),
        ("We record 11 a month. Back in 2017/18 it was fewer than 14.", []),
        ("We record 11 a month. Back in 2017/18 it was fewer than 12.", ["12"]),
        ("We record 11 a month. Back in 2016/17 it was 14.", ["14"]),
        ("Go back to 2016/17, and it was 17 a month.", []),
        ("Go back to 2016/17, and it was 11 a month.", ["11"]),
        ("We record 11 a month. In 2016/17 it was 204.", []),
        ("That is 11 a month, down from 13 the year before.", []),
        ("That is 11 a month, down from 17 the year before.", ["17"]),
        ("That is 11 a month, compared with 17 in 2016/17.", []),
        ("That is 11 a month, compared with 11 in 2016/17.", ["11"]),
        ("In 2016/17 there were 204, or about 17 a month.", []),
        ("In 2016/17 there were 204, or about 11 a month.", ["11"]),
        ("There were 204 in 2016/17. That was 17 a month.", []),
        ("There were 204 in 2016/17. That was 11 a month.", ["11"]),
        ("There were 17 offences a month in 2016/17.", []),
        ("There were 11 offences a month in 2016/17.", ["11"]),
        ("It was 204 in 2016/17. By then police recorded 17 offences a month.", []),
        ("It was 204 in 2016/17. By then police recorded 11 offences a month.", ["11"]),
        ("It was 204 in 2016/17. By that time the force was recording 17 a month.", []),
        ("It was 204 in 2016/17. By that time the force was recording 11 a month.", ["11"]),
        ("It was 157 in 2017/18. By then, the force was recording 13 a month.", []),
        ("It was 157 in 2017/18. By then, the force was recording 17 a month.", ["17"]),
        ("It was 136 in 2018/19. By then the force was recording 11 a month.", []),
        ("It was 136 in 2018/19. By then the force was recording 17 a month.", ["17"]),
    ],
)
def test_a_rate_is_one_of_the_year_that_is_said_or_of_the_number_before_it(text, flagged):
    found = trace(text, MONTHLY)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flagged


def test_a_rate_is_not_one_of_a_number_that_another_is_compared_with():
    text = "There were 136 offences, compared with 204 in 2016/17. That is {} a month."
    flagged = ("mismatch", "untraced")
    assert [f.text for f in trace(text.format(11), MONTHLY) if f.verdict in flagged] == []
    assert [f.text for f in trace(text.format(17), MONTHLY) if f.verdict in flagged] == ["17"]


@pytest.mark.parametrize(
    "words",
    [
        "More than {} offences were recorded by police on an average day.",
        "More than {} online child sexual offences were recorded by police on an average day.",
        "More than {} offences of contact with a child were logged by police on an average day.",
        "More than {} offences are being recorded by police in an average day.",
        "Police logged more than {} offences in a typical day.",
        "On an ordinary day last year, police recorded more than {} offences.",
        "Every single day that is more than {} offences.",
        "Each day this means more than {} offences.",
    ],
)
def test_a_rate_may_be_that_of_an_average_day_or_of_every_day(words):
    for number, verdict in (("22", "rounded"), ("23", "mismatch")):
        found = trace(words.format(number), DAILY)
        assert [(f.text, f.kind, f.verdict) for f in found] == [(number, "rate", verdict)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Police recorded 22 or more offences a day.", ("22 or more", "rate", "rounded")),
        ("Police recorded 23 or more offences a day.", ("23 or more", "rate", "mismatch")),
        ("22+ offences a day", ("22+", "rate", "rounded")),
        ("23+ offences a day", ("23+", "rate", "mismatch")),
        ("8,224+ of them.", ("8,224", "count", "traced")),
        ("Police recorded 8,224 or more offences.", ("8,224 or more", "count", "loose")),
        ("Police recorded more than 8,224 or more offences.", ("8,224", "count", "mismatch")),
        ("Police recorded 8,224 or more than that.", ("8,224", "count", "traced")),
    ],
)
def test_so_many_or_more_are_at_least_so_many(words, found):
    assert [(f.text, f.kind, f.verdict) for f in trace(words, DAILY)] == [found]


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("Every month of 2018/19, on average, {} offences were recorded in Tarn.", "11", "17"),
        ("Each month of 2016/17, on average, {} offences were recorded in Tarn.", "17", "11"),
        ("Every month last year Tarn police recorded {} offences on average.", "11", "13"),
        ("In an average month of 2018/19, {} offences were recorded in Tarn.", "11", "17"),
        ("An average month in 2016/17 brought {} offences in Tarn.", "17", "11"),
        ("Per month, Tarn police recorded {} offences in 2018/19.", "11", "17"),
        ("The monthly average in Tarn in 2018/19 was {} offences.", "11.3", "11.4"),
        ("The weekly average in Tarn in 2018/19 was {} offences.", "2.6", "3.9"),
        ("The weekly average in 2016/17 worked out at {} offences in Tarn.", "3.9", "2.6"),
        ("The average number of offences a month in Tarn in 2018/19 was {}.", "11", "17"),
        ("Monthly average, Tarn, 2018/19: {}", "11.3", "11.4"),
        ("Tarn police recorded {} offences every month of 2018/19.", "11", "17"),
    ],
)
def test_an_average_is_one_of_the_year_named_between_it_and_its_number(words, right, wrong):
    flagged = ("mismatch", "untraced")
    assert [f.text for f in trace(words.format(right), MONTHLY) if f.verdict in flagged] == []
    found = trace(words.format(wrong), MONTHLY)
    assert [(f.text, f.verdict) for f in found if f.verdict in flagged] == [(wrong, "mismatch")]


def test_the_number_of_one_month_is_no_rate():
    found = trace("The monthly figure in Tarn for March 2019 was 17.", MONTHLY)
    assert "rate" not in [f.kind for f in found]
    text = "Tarn: 136 offences, an average of 11 a month\n- That is 21 fewer than in 2017/18"
    assert [f.kind for f in trace(text, MONTHLY) if f.text.startswith("21")] == ["difference"]


@pytest.mark.parametrize(
    "text",
    [
        "Every month of the year before, police logged {} crimes in Tarn.",
        "In an ordinary month of the previous year Tarn police logged {} crimes.",
        "In a typical month in the preceding year Tarn police logged {} crimes.",
        "Tarn police logged {} crimes a month in the year before.",
        "The year before, Tarn police logged {} crimes a month.",
    ],
)
def test_a_rate_of_the_year_before_is_not_that_of_the_latest(text):
    flagged = ("mismatch", "untraced")
    assert [f.text for f in trace(text.format(13), MONTHLY) if f.verdict in flagged] == []
    assert [f.text for f in trace(text.format(11), MONTHLY) if f.verdict in flagged] == ["11"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn police logged 11 crimes a month, fewer than in the previous year.",
        "The year before, a new team was formed, and now Tarn police log 11 crimes a month.",
        "In the year before last it was 13 a month, and in the latest year 11 a month.",
    ],
)
def test_a_rate_beside_the_year_before_is_of_the_latest_year(text):
    found = trace(text, MONTHLY)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The average age of those in Tarn's crimes each month was 11.",
        "The average wait for officers in Tarn each month was 11.",
        "Monthly average of boys in Tarn: 11",
        "Weekly average, girls, Tarn, 2018/19: 2.6",
        "Monthly average of crimes on Kik, Tarn: 11",
        "Monthly average of Kik crimes in Tarn: 11",
        "The average rise a month in Tarn was 11.",
    ],
)
def test_an_average_of_a_part_or_of_something_else_is_not_that_of_all_offences(text):
    found = trace(text, MONTHLY)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == [
        text.rstrip(".").split()[-1]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The average number of crimes logged by police in Tarn each month was 11.",
        "The average number of sexual offences a month in Tarn is 11.",
        "The average per month in Tarn was 11.",
        "Monthly average for Tarn police, 2018/19: 11",
    ],
)
def test_an_average_of_all_offences_is_one_in_other_words_too(text):
    found = trace(text, MONTHLY)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == []
