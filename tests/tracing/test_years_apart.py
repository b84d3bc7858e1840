"""Years told from one that is named, changes of a year that no label says, sums of two years."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

TARN = tarn(
    {
        **{"2016/17": 184, "2017/18": 197, "2018/19": 221},
        **{"2019/20": 208, "2020/21": 233, "2021/22": 298},
    }
)


def wrong(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


def is_told_from(text, right, false):
    assert right not in wrong(text.format(right))
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In the year after 2018/19 it was {}.", "208", "221"),
        ("The year before 2020/21 it was {}.", "208", "233"),
        ("A year on from 2019/20, it was {}.", "233", "208"),
        ("Two years after 2018/19 the figure was {}.", "233", "221"),
        ("Three years prior to 2021/22 the figure was {}.", "221", "298"),
        ("A year on from the 208 of 2019/20, it was {}.", "233", "208"),
        ("It is {} more than in the year before 2020/21.", "90", "65"),
        ("It is now {} more than it was before the fall in 2019/20.", "77", "65"),
        ("Before its rise in 2020/21 it was {}.", "208", "233"),
        ("If you go back to 2018/19, it's up by {}.", "77", "65"),
        ("Go back to 2018/19 and it's up by {}.", "77", "24"),
        ("And if we look further back to 2016/17, the rise is {}.", "62%", "28%"),
        ("Going back to 2018/19, it was {}.", "221", "298"),
        ("It has 298 offences, up from {} when the charity began its survey.", "184", "208"),
        ("The number was {} when the charity first started counting.", "184", "298"),
        ("There were {} offences when Jane Smith began her job.", "-", "184"),
        # times, and no such year
        ("In the two years before 2020/21 much happened. Now it is {}.", "298", "208"),
        ("It took just two years for the total to go from {} to 298.", "208", "233"),
        ("It took three years for the total to climb from {} to 298.", "221", "233"),
        ("In the second year of the pandemic it was {}.", "298", "233"),
    ],
)
def test_a_year_told_from_a_named_one_is_so_many_years_from_it(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Between 2019/20 and 2020/21 it rose by {}, and then by 65.", "25", "90"),
        ("It has risen by 114 in all, {} of that since 2020/21.", "65", "90"),
        ("The largest rise was one of {} in 2021/22.", "65", "25"),
        ("Its smallest rise was of {}, in 2017/18.", "13", "24"),
        # no part of a change
        ("Of the 1,341 offences, {} came last year.", "298", "65"),
    ],
)
def test_a_change_told_without_a_label_is_of_the_year_its_words_mean(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The two most recent totals are {} and 298.", "233", "208"),
        ("The last two totals were 298 and {}.", "233", "208"),
        ("The latest three figures were 208, {} and 298.", "233", "221"),
        ("The {} offences of 2020/21 were followed by 298.", "233", "208"),
        # neither the last ones nor all offences
        ("The two highest totals are 221 and {}.", "298", "208"),
        ("The last two totals for girls were 298 and {}.", "-", "233"),
    ],
)
def test_the_last_totals_end_with_the_latest(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Across 2020/21 and 2021/22 there were {} offences.", "531", "739"),
        ("Over 2019/20 and 2020/21, {} offences were recorded.", "441", "233"),
        ("In 2020/21 and 2021/22 there were {} and 298.", "233", "531"),
        ("Across 2019/20 and 2021/22 there were {} offences.", "-", "739"),
    ],
)
def test_a_number_across_two_years_is_their_sum(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In each of the last two years it went up: by 25 and by {}.", "65", "90"),
        ("A rise of {} followed one of 25 in 2020/21.", "65", "24"),
        ("The 65 more offences follow {} more in the previous year.", "25", "65"),
    ],
)
def test_a_change_beside_another_is_of_the_years_it_is_set_against(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The previous year's rise was {}.", "25", "65"),
        ("The year before, the rise was {}.", "12%", "28%"),
        ("The year before had seen a rise of {}.", "12%", "28%"),
        ("The rise in the previous year was {}.", "12%", "28%"),
        ("The fall two years earlier was {}.", "6%", "28%"),
        # from the year before, and of the latest
        ("The rise on the previous year was {}.", "28%", "12%"),
        ("The rise from the year before was {}.", "28%", "12%"),
        ("Last year's rise was {}.", "28%", "12%"),
        ("A force that has figures for the year before saw a rise of {}.", "28%", "12%"),
        ("The year before, fewer were recorded: the rise is {}.", "28%", "12%"),
    ],
)
def test_the_rise_of_an_earlier_year_is_no_rise_since_then(text, right, false):
    is_told_from(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The total is up 28 per cent in a year and {} in two.", "43 per cent", "62 per cent"),
        ("It is up by 43 per cent in two years and {} in one.", "28 per cent", "43 per cent"),
        ("The rise is 28 per cent in a year, {} in three and 62 per cent in five.", "35%", "43%"),
        ("The number went up by 65, to 298, after going up by {} the year before.", "25", "65"),
        ("The number went up by {} after a fall of 13 in 2019/20.", "-", "13"),
        ("The number went up by 65 after a fall of {} in 2019/20.", "13", "25"),
        ("It rose to 298 after falling by {} in 2019/20.", "13", "25"),
        ("This year it is 298; last year it was {}.", "233", "298"),
        ("Last year it was {}, and we have counted 298 this year.", "233", "298"),
        # "last year" is the latest
        ("Last year it was {}.", "298", "233"),
        ("It rose by {} last year, and this year we must act.", "65", "25"),
        ("This year's total is {} up on last year's.", "65", "25"),
    ],
)
def test_times_of_several_changes_and_of_this_year_beside_last(text, right, false):
    is_told_from(text, right, false)
