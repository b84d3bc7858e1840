"""Where a rule about years turns: the text on either side, and years that have no number."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn
from tests.tracing.tarn_and_england import ask_about_the_false, flagged

LATER = {"2017/18": 117, "2018/19": 149, "2019/20": 203}
GAP = tarn({"2015/16": 81, "2016/17": {"missing": "not_held"}, **LATER})
WITHHELD = tarn({"2017/18": {"suppressed": [1, 4]}, "2018/19": 110, "2019/20": 149})
BROKEN = tarn(LATER, breaks=[{"year": "2018/19", "why": "a new code"}])
SINCE_WITHHELD = tarn({"2017/18": 110, "2018/19": {"suppressed": [1, 4]}, "2019/20": 149})
FALLING = tarn({"2016/17": 120, "2017/18": 95, "2018/19": 110, "2019/20": 100})
LEVEL = tarn({"2016/17": 120, "2017/18": 95, "2018/19": 100, "2019/20": 100})
RISING = tarn({"2015/16": 80, "2016/17": 90, "2017/18": 100, "2018/19": 100, "2019/20": 110})
FALLEN = tarn({"2015/16": 120, "2016/17": 110, "2017/18": 100, "2018/19": 100, "2019/20": 90})
MONTHLY = tarn({"2016/17": 12, "2017/18": 12, "2018/19": 24, "2019/20": 36})
FROM_ZERO = tarn({"2018/19": 0, "2019/20": 12})

TWINS = [
    # a change of the year before, and the number of that year
    (
        "Growth was slowest in 2018/19, when 15 more were added. In 2017/18 it had been {}.",
        *("18", "19"),
    ),
    (
        "Growth was slowest in 2018/19, when 15 more were added. In 2017/18 Tarn recorded {}.",
        *("95", "18"),
    ),
    ("The number in Tarn is nearly {} of 2018/19.", "1.4 times that", "1.3 times that"),
    ("It was above 100 in two of the four years, with {} in the last.", "149", "148"),
    ("Offences in Tarn were above 100 in {} of the four years.", "two", "three"),
    # as much as a limit is neither above nor below it, but at least that
    ("It was above 110 in {} of the four years.", "one", "two"),
    ("It was at least 110 in {} of the four years.", "two", "three"),
    ("It was below 95 in {} of the four years.", "one", "two"),
    # the years that a highest or lowest is one of
    ("The lowest number in Tarn in the last three years was in {}.", "2017/18", "2016/17"),
    ("The highest number in the three years to 2018/19 was in {}.", "2018/19", "2017/18"),
    ("The lowest number in the three years to 2018/19 was in {}.", "2016/17", "2017/18"),
    ("The highest number in Tarn before 2018/19 was in {}.", "2017/18", "2018/19"),
    ("The highest number in Tarn until 2018/19 was in {}.", "2017/18", "2018/19"),
    ("After 2016/17 the lowest number in Tarn was in {}.", "2017/18", "2018/19"),
    ("The lowest number in Tarn since 2016/17 was in {}.", "2016/17", "2017/18"),
    ("Offences in Tarn were at their lowest in {}.", "2016/17", "2017/18"),
    ("It was the first rise since {}.", "2018/19", "2017/18"),
    # how many years a series has
    ("2019/20 was the worst of the {} years since 2016/17.", "three", "two"),
    ("2019/20 was the worst of the {} years since 2016/17.", "four", "five"),
    ("2019/20 was the worst of the {} years in the series.", "four", "three"),
    ("Tarn has figures for 2018/19 and 2019/20, the worst of the {} years.", "two", "three"),
    ("The first {} years in the table, 2016/17 to 2018/19, are lower.", "three", "two"),
    ("The first {} years in the table, 2016/17 and 2018/19, are lower.", "two", "three"),
    ("The first {} years in the table, 2016/17–2018/19, are lower.", "three", "two"),
    ("The first {} years in the table, 2016/17, 2017/18 and 2019/20, worry.", "three", "four"),
    ("Earlier releases gave {}.", "110", "111"),
]


@pytest.mark.parametrize(("text", "right", "false"), TWINS)
def test_a_year_or_a_number_on_either_side_of_an_edge(text, right, false):
    ask_about_the_false("Tarn Police recorded 149 offences. ", text, right, false)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 2018/19 offences in Tarn rose by 39 from 110.", ["39", "110"]),
        ("In Kent the number rose from 110 to 149. That is a rise of 35%.", ["110", "149", "35%"]),
        ("Offences in Kent were above 100 in two of the four years.", ["100"]),
        ("Earlier releases gave 110 for 2017/18.", ["110"]),
        ("It was 110 and is now 149, and she was asked to explain the 39 in 2017/18.", ["39"]),
        ("The number in Tarn is more than 1.4 times that of 2018/19.", ["1.4 times that"]),
        # as many as all years of the series, and more
        ("In the four years from 2016/17 Tarn recorded 431 offences.", []),
        ("In the five years from 2016/17 Tarn recorded 431 offences.", ["431"]),
        ("After rises of 18, 15 and 39 in the three years before, all worry.", ["18", "15", "39"]),
        ("It rose by 39 last year, after rises of 18 and 15 in the previous two years.", []),
        (
            "It rose by 39 last year, after rises of 15 and 39 in the previous two years.",
            ["15", "39"],
        ),
        # a rate that no earlier year is held for
        ("In 2016/17 the weekly rate fell to 1.5 a week.", []),
        ("Offences in Tarn fell in 2016/17.", []),
        # one that is second, or of one force
        ("The second lowest number in Tarn between 2016/17 and 2019/20 was 77.", ["lowest", "77"]),
        ("The lowest number by any force between 2016/17 and 2019/20 was 77.", ["lowest", "77"]),
        ("The highest total recorded by any force came in 2018/19.", ["highest"]),
        # a year is the highest, and the other word is of none
        ("Its quietest year was 2016/17 and its highest number came later.", ["highest"]),
        (
            "In 2018/19 Tarn had its highest number, and the lowest number between 2016/17 and"
            " 2019/20 was 77.",
            ["highest"],
        ),
        # years of no number
        ("The peak between 2012/13 and 2014/15 was in 2018/19.", ["2012/13", "2014/15"]),
        ("The lowest number in Tarn in the four years to 2012/13 was 77.", ["2012/13"]),
        ("The highest number since 2024/25: 149 in 2019/20.", ["highest", "2024/25"]),
        ("The lowest figure in Tarn since 2020/21 is 77, set in 2016/17.", ["2020/21"]),
        # a year is not asked about for a number that it never had
        ("It rose from 110 to 150 in 2018/19.", ["150"]),
        ("The worst of the four years since 2019/20 was the last.", ["worst", "four"]),
        ("Offences in Tarn fell in each of the four years.", ["each"]),
        ("And which year was the lowest?", ["lowest"]),
        ("Which year was the highest? 2019/20.", []),
        ("Which year was the highest? 2016/17.", ["highest"]),
    ],
)
def test_what_is_asked_about_at_the_edge_of_a_rule(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("known", "text", "wrong"),
    [
        # a year without a number: nobody can tell
        (GAP, "It was above 100 in three of the five years from 2015/16 to 2019/20.", ["100"]),
        (GAP, "Offences in Tarn rose in every year but one.", []),
        (GAP, "There were three rises between 2015/16 and 2019/20.", []),
        (GAP, "There were three rises since 2017/18.", ["three"]),
        (GAP, "There were three rises since 2019/20.", ["three"]),
        # no number of years is named
        (GAP, "It was above 100 in two of the years.", ["100"]),
        (GAP, "Offences rose in two of the years.", []),
        (WITHHELD, "Offences in Tarn rose by 39 from 110.", []),
        (WITHHELD, "It was 110 and is now 149, and she was asked to account for the 39.", []),
        (SINCE_WITHHELD, "Offences in Tarn rose by 39 from 110.", []),
        (BROKEN, "Which year was the lowest? 2017/18.", ["lowest"]),
        (FROM_ZERO, "Offences in Tarn were up 12 from 0.", []),
        # neither more nor less than the year before, or the latest
        (LEVEL, "Only one year, 2016/17, has been higher in Tarn.", []),
        (LEVEL, "Only one year, 2018/19, has been higher in Tarn.", ["2018/19"]),
        (LEVEL, "Only one year, 2017/18, has been lower in Tarn.", []),
        (LEVEL, "Offences in Tarn rose in 2019/20.", ["2019/20"]),
        (LEVEL, "Offences in Tarn fell in 2019/20.", ["2019/20"]),
        (LEVEL, "There were more offences in 2019/20 than in 2018/19.", ["2019/20"]),
        (LEVEL, "Offences in Tarn fell in every year but two.", []),
        (LEVEL, "The last time that offences in Tarn rose was 2018/19.", []),
        (LEVEL, "The last time that offences in Tarn rose was 2019/20.", ["2019/20"]),
        (RISING, "It was the first rise since 2017/18.", []),
        (FALLEN, "It was the first fall since 2017/18.", []),
        (FALLEN, "Offences in Tarn fell in every year but 2018/19.", []),
        (FALLEN, "Offences in Tarn fell in every year but 2017/18.", ["in every year but 2017/18"]),
        (FALLEN, "There were three falls between 2015/16 and 2019/20.", []),
        (FALLEN, "There were four falls between 2015/16 and 2019/20.", ["four"]),
        (MONTHLY, "In 2017/18 Tarn recorded one a month.", []),
        # higher or lower than the latest in one year, and in two
        (FALLING, "Only one year, 2017/18, has been lower in Tarn.", []),
        (FALLING, "Only one year, 2018/19, has been lower in Tarn.", ["2018/19"]),
        (FALLING, "Only in 2018/19 has the number in Tarn been higher.", ["2018/19"]),
        (FALLING, "It was the first fall since 2017/18.", []),
        (FALLING, "It was the first fall since 2016/17.", ["2016/17"]),
        (FALLING, "The last time that offences in Tarn rose was 2018/19.", []),
        (FALLING, "The last time that offences in Tarn rose was 2017/18.", ["2017/18"]),
    ],
)
def test_a_year_without_a_number_tells_nothing(known, text, wrong):
    found = trace(text, known)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")] == wrong
