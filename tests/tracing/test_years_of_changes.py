"""The pair of years that a change is of, in the words of a text: each with a change of others."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

SERIES = {
    **{"2016/17": 184, "2017/18": 197, "2018/19": 221},
    **{"2019/20": 208, "2020/21": 233, "2021/22": 298},
}
TARN = tarn(SERIES)


def wrong(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # from what a year's number was
        ("The toll is up {} from the low point of 2018/19.", "77", "65"),
        ("The number is up {} from the low of 2016/17.", "114", "101"),
        ("It has risen by {} from the level of 2019/20.", "43%", "28%"),
        ("It has risen by {} on the figure recorded in 2019/20.", "43%", "62%"),
        ("Its total of 298 is {} higher than that recorded in 2016/17.", "62%", "51%"),
        ("Tarn's increase since 2016/17 is {} offences.", "114", "101"),
        ("Its rise since 2019/20 was {} offences, or 43%.", "90", "65"),
        ("It is still {} above the level at the start of the series.", "62%", "28%"),
        ("The number is {} higher than it was in 2016/17.", "62%", "28%"),
        ("It recorded {} more than it had recorded in 2016/17.", "114", "65"),
        ("That is {} more than police logged in 2016/17.", "114", "65"),
        ("That is {} more than the force recorded in 2016/17.", "62%", "28%"),
        ("It is {} up on what it was in 2018/19.", "77", "65"),
        ("The number is {} above where it stood in 2018/19.", "35%", "28%"),
        ("It recorded 298, {} more than the same force recorded in 2018/19.", "77", "65"),
        ("The total is higher than the 221 of 2018/19, by {}.", "35%", "28%"),
        ("The total exceeds the 221 of 2018/19 by {}.", "35%", "28%"),
        ("It was 221 in 2018/19 and has gone up by {}.", "35%", "28%"),
        ("There were 221 in 2018/19. That means a rise of {}.", "35%", "28%"),
        ("Compared with 221 in 2018/19, it is a rise of {}.", "77", "65"),
        ("The number fell to 208 in 2019/20 but has risen by {}.", "43%", "28%"),
        ("There had been 184 in 2016/17, and the total had since grown by {}.", "62%", "28%"),
        ("It compares with 233 a year ago and 184 in 2016/17, a rise of {}.", "62%", "27%"),
        ("In 2018/19 it was 221. We have seen {} added to that in three years.", "77", "65"),
        ("It is {} up on the 221 of 2018/19.", "35%", "28%"),
        ("It is {} above the 221 of 2018/19.", "35%", "28%"),
        ("The number is 62% above the 2016/17 figure and {} above that of 2018/19.", "35%", "62%"),
        ("In 2018/19 it was 221, so the three years since have brought {} more.", "77", "65"),
        (
            "There were 184 in 2016/17. Last year it was 298: {} more than in the first.",
            "114",
            "65",
        ),
        (
            "These are the totals from 2016/17 to 2021/22. The last of them is {} up on the first.",
            "114",
            "65",
        ),
        ("Between 2019/20 and 2021/22 it leapt by {}.", "90", "114"),
        ("In the three years from 2018/19 it grew by {}.", "77", "114"),
        (
            "It rose from 184 in 2016/17 to 221 in 2018/19; since then it has gone up to {}.",
            "298",
            "208",
        ),
        ("The gap between 2016/17 and 2021/22 is {} offences.", "114", "65"),
        ("The difference between the first year and the last is {}.", "114", "65"),
        ("Read the row from its start and you will see {} more.", "114", "65"),
        ("It was 184 in 2016/17 and 208 in 2019/20. A year ago it was {}.", "233", "221"),
    ],
)
def test_a_change_is_from_the_year_whose_number_it_is_measured_by(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The 28 per cent rise comes after one of {} the previous year.", "12%", "28%"),
        ("The rise follows one the year before, when the number went up by {}.", "25", "65"),
        ("It follows a rise the year before, when the number went up by 25 from {}.", "208", "233"),
        ("A rise of 28% follows an increase of {} the year before.", "12%", "35%"),
        ("It went up by 28%, compared with a rise of {} the year before.", "12%", "6%"),
        ("The number had already risen by {} the year before.", "12%", "28%"),
        ("The year before, the number had risen by {}.", "12%", "28%"),
        ("The rise of 28% was larger than the {} seen the year before.", "12%", "28%"),
        ("It fell by {} in 2019/20 before rising by 12 per cent the next year.", "13", "25"),
        ("It fell by 6% in 2019/20, then rose by {} in 2020/21 and 28% last year.", "12%", "28%"),
        ("After a dip of {} in 2019/20 the number rose again.", "6%", "12%"),
        ("It was 221 in 2018/19, after a rise of {}.", "12%", "35%"),
        ("The total for 2020/21, 233, was itself {} up on the year before.", "12%", "28%"),
        ("In 2020/21 the force saw 233, itself an increase of {}.", "25", "65"),
        (
            "In 2020/21 it had 233 in its books, which was itself {} up on the 208 of 2019/20.",
            "12%",
            "28%",
        ),
        ("In 2020/21 it had 233, which had itself been {} above the 208 of 2019/20.", "12%", "28%"),
        ("A year ago the count stood at 233, having risen by {}.", "12 per cent", "28 per cent"),
        ("In 2019/20 it stood at 208, having come down by {}.", "six per cent", "28 per cent"),
        ("The year before it was 233, having grown by {}.", "25", "65"),
        ("A year earlier the force had recorded 233, after climbing by {}.", "25", "65"),
        ("There were 208 in 2019/20, down {}.", "6%", "12%"),
        ("Two years ago it was 208, down {}.", "6%", "12%"),
        ("It recorded 221 offences in 2018/19, which was a rise of {}.", "12%", "35%"),
        ("It recorded 221 offences in 2018/19, up by {}.", "24", "77"),
        ("It recorded 298, having risen by {} in a year.", "65", "25"),
        ("The lockdown year, 2020/21, had 233, a rise of {} during the pandemic.", "12%", "28%"),
        ("It recorded 221 offences in 2018/19, a rise of {} on the year before.", "12%", "35%"),
        ("It recorded 221 in 2018/19, which was up by {} on 2017/18.", "24", "77"),
        ("There were 221 in 2018/19. The number has risen by {} in a year.", "28%", "35%"),
        ("It has risen by {} after one year of growth.", "28%", "35%"),
        ("The latest rise works out at {} offences.", "65", "77"),
    ],
)
def test_a_change_that_another_follows_is_one_of_its_own_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It was 184 in 2016/17 before climbing to {}.", "298", "221"),
        ("After dipping to 208 in 2019/20, it rose to {} and then 298.", "233", "221"),
        ("After dipping to 208 in 2019/20, it rose to 233 and then {}.", "298", "221"),
        ("The number is {} higher than in the first survey.", "62%", "51%"),
        ("The number is {} higher than when the survey began.", "62%", "28%"),
    ],
)
def test_a_number_that_comes_after_another_is_of_the_next_year_or_of_the_latest(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize("after", ["the year before", "on the year before", "on 2020/21"])
def test_a_change_that_follows_no_other_starts_from_the_year_before(after):
    assert wrong(f"The number rose by 28% {after}.") == []
    assert wrong(f"The number rose by 12% {after}.") == ["12%"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The number rose by {} in the two years to 2018/19.", "20%", "12%"),
        ("In the two years to 2018/19 it went up by {}.", "37", "24"),
        ("In the five years to March 2022 the number rose by {}.", "62%", "51%"),
        ("Over the three years to the end of March 2020 it went up by {}.", "24", "11"),
        ("In the two years up to 2018/19 it rose from {} to 221.", "184", "197"),
    ],
)
def test_so_many_years_to_a_year_begin_that_many_before_it(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


def test_years_up_to_the_middle_of_one_are_none_of_these():
    assert wrong("In the two years to July 2019 it went up by 37.") == ["37"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Since 2016/17 it has risen by 114, with {} of it in the latest year.", "65", "114"),
        ("The total is 114 higher than in 2016/17; {} of those came last year.", "65", "25"),
        ("Since 2016/17 it has risen by 114, of which {} came in the latest year.", "65", "114"),
        ("The number rose by 114 in five years, {} of them in the latest year.", "65", "114"),
        ("It has grown by 114 since 2016/17, and {} of that was added in 2020/21.", "25", "65"),
        ("It has risen by 114 since 2016/17, of which {} came in 2018/19.", "24", "37"),
        # no part of a change
        ("Offences have risen since 2016/17, with {} of them in the latest year.", "298", "65"),
        ("Since 2016/17 it has logged 1,341 offences, {} of them in the latest year.", "298", "65"),
        ("It fell by 13 in 2019/20, and {} came in the latest year.", "298", "65"),
    ],
)
def test_a_part_of_a_change_is_one_of_the_year_it_came_in(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


FIVE_YEARS = tarn({"2018/19": 80, "2019/20": 90, "2020/21": 120, "2021/22": 150, "2022/23": 144})


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The 64 extra cases represent growth of {} since 2018/19.", "80%", "60%"),
        ("It had 144, {} more than when records began.", "64", "54"),
        (
            "It had 144, up 20% on 2020/21 and {} higher than what it was at the start.",
            *("80%", "60%"),
        ),
        ("In the previous two years there were {} and 150.", "120", "90"),
        ("The totals for the three previous years were 90, 120 and {}.", "150", "144"),
        ("The numbers for 2018/19 to 2020/21 were 80, {} and 120.", "90", "150"),
        ("The numbers for 2018/19 to 2020/21: 80, 90 and {}.", "120", "150"),
        ("It is now 144, down from a high of {}.", "150", "120"),
        ("It fell from a recent high of {} to 144.", "150", "120"),
        (
            "It rose by a third between 2019/20 and 2020/21, then by {} the next year.",
            *("a quarter", "a third"),
        ),
        ("It rose by a third in 2020/21, then by {} the year after.", "a quarter", "half"),
        ("Between 2018/19 and 2020/21 it grew by half, or {}.", "40", "30"),
        ("Tarn had 120 in 2020/21, up from {}.", "90", "80"),
        ("Tarn had 150 in 2021/22, a rise from {}.", "120", "90"),
        ("Tarn had 120 in 2020/21, up from {} in 2018/19.", "80", "90"),
        ("The 150 of 2021/22 was {} up on the year before.", "25%", "20%"),
        ("The number for 2020/21 was 120, {} more than the year before.", "a third", "a fifth"),
        ("In 2020/21 there were 120 and last year 144, {} down on the year before.", "4%", "20%"),
        ("In 2020/21 it had 120; it now has {}, 6 fewer than a year before.", "144", "120"),
        ("It was 120 in 2020/21, a rise of {} to last year's 144.", "20%", "80%"),
        ("It had 120 in 2020/21. The year before, it was {}.", "90", "80"),
        ("It had 120 in 2020/21. A year earlier it had been {}.", "90", "150"),
        ("In 2021/22 it had 150 offences. In the previous year there were {}.", "120", "90"),
        ("It had 144 in 2022/23. The year before, it was {}.", "150", "120"),
        ("Tarn recorded 144 offences. A year earlier there were {}.", "150", "120"),
        ("It is up from 120 in 2020/21. A year ago it was {}.", "150", "90"),
        ("It had 80 in 2018/19 and 144 last year. The year before, it was {}.", "150", "120"),
        ("It had 150 in 2021/22. In 2019/20 it was under 100, at {}.", "90", "80"),
        ("It had 80 in 2018/19 and has risen twice since, to {} and then 120.", "90", "120"),
        # one year after the other
        ("In 2018/19 it had 80. Then 90. The next year it was {}.", "120", "90"),
        ("In 2018/19 it had 80. It was 90 the next year, then {}.", "120", "150"),
        (
            "In 2018/19 it had 80. A year later, 90. Then 120.\n\nIt was {} the year after.",
            "150",
            "120",
        ),
        (
            "In 2019/20 it had 90, 10 more than the 80 of 2018/19. The next year it was {}.",
            "120",
            "90",
        ),
        ("In 2018/19 it had 80. We hoped. It went to {} the next year.", "90", "120"),
        ("It has a number: {}. That is how many offences police had in 2019/20.", "90", "80"),
        ("If you start in 2019/20, at {}, you will see a rise of 60%.", "90", "80"),
        ("It is up since 2018/19. That was when we began, and the force had {}.", "80", "90"),
        ("For 2019/20 we have 90. The years on either side were 80 and {}.", "120", "150"),
        (
            "It had 150 in 2021/22. The year before: 120, so {} more, and in 2018/19 it was 80.",
            *("30", "70"),
        ),
        ("It rose by {}, and in 2021/22 it was 150.", "30", "70"),
    ],
)
def test_a_change_or_its_start_is_of_the_years_that_its_own_clause_names(text, right, false):
    for said, flagged in ((right, []), (false, [false])):
        found = trace(text.format(said), FIVE_YEARS)
        assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flagged
