"""Words that point to a year of the series: the start, the baseline, the year of a pandemic."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

SERIES = {"2018/19": 80, "2019/20": 90, "2020/21": 120, "2021/22": 150, "2022/23": 144}
TARN = tarn(SERIES)


def wrong(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It had 144 in 2022/23, {} above where it began.", "64", "54"),
        ("It recorded 144, {} more than when the charity, Kite, first asked.", "64", "54"),
        ("It recorded 144, up from {} when we first counted.", "80", "90"),
        ("The first year brought 80; the latest, {}.", "144", "150"),
        ("It is up {} against the baseline.", "80%", "60%"),
        ("Since the pandemic began it has gone up by {}.", "60%", "80%"),
        ("It is {} higher than before the pandemic.", "60%", "80%"),
        ("It is {} above where it was going into the pandemic.", "54", "24"),
        ("There were {} more than on the eve of the pandemic.", "54", "24"),
        ("There were {} offences in the first year of the pandemic.", "120", "90"),
        ("There were {} offences in first year of Covid", "120", "90"),
        ("There were {} offences in the pandemic’s opening year.", "120", "90"),
        ("There were {} offences in the first Covid year.", "120", "90"),
        ("Police recorded {} in the year that took in most of the lockdowns.", "120", "90"),
        ("It has risen by 80% in four years, and by {} in the first of them.", "10", "30"),
        ("It recorded 144, having been {}.", "150", "145"),
        ("The fall amounts to {} offences, or 4%.", "6", "16"),
        # the start
        ("There were {} offences at the start and 144 last year.", "80", "90"),
        ("It had 144 last year, 150 the year before and {} at the start.", "80", "120"),
        ("In Tarn the starting point was {}.", "80", "90"),
        ("It has risen from a starting point of {} to 144.", "80", "150"),
        ("It began with {} offences and had 144 last year.", "80", "90"),
        ("It started at {} and stands at 144 now.", "80", "120"),
        ("The number in Tarn stood at {} when the count began.", "80", "90"),
        ("The starting point was {} in 2019/20.", "90", "80"),
        ("It started at {} in 2020/21.", "120", "80"),
        ("It is {} above the starting point.", "80%", "60%"),
        ("It has risen by {} since the figures were first collected.", "80%", "60%"),
        ("It had 144, against {} when these data were first published.", "80", "90"),
        # then, and what followed
        ("It is up 60% since 2019/20. Police recorded {} then and 144 last year.", "90", "80"),
        ("In 2020/21 it had 120. It had 144 last year; back then it was {}.", "120", "150"),
        ("Against 2019/20 it rose by 60%: to 144 last year against {} then.", "90", "120"),
        ("In 2019/20 there were 90. It is {} higher than it was then.", "60%", "80%"),
        ("It was 90 in 2019/20. It rose by {} in the years that followed.", "60%", "80%"),
        ("It was 90 in 2019/20 and has gone up by {} in the years since.", "54", "64"),
        ("The charity began asking in 2018/19. The figure then was {}.", "80", "90"),
        ("The total for 2020/21 had been {}, and for 2019/20 90.", "120", "144"),
        # now
        ("It had 150 in 2021/22, against {} now.", "144", "120"),
        ("There were 80 offences in 2018/19 and {} today.", "144", "150"),
        ("In the most recent 12-month period Tarn recorded {} offences.", "144", "150"),
        ("Tarn logged {} offences in the latest 12-month period.", "144", "90"),
        # both ends of a number, and their years after them
        ("It rose from {} to 150 between 2018/19 and 2021/22.", "80", "90"),
        ("It rose from 90 to {} between 2019/20 and 2021/22.", "150", "144"),
        ("It rose from 90 offences to {} offences from 2019/20 to 2021/22.", "150", "120"),
        ("Tarn logged {} offences in the last two years.", "294", "270"),
        (
            "It was 80 in 2018/19 and 120 in 2020/21. The figure for the year in between was {}.",
            *("90", "144"),
        ),
        (
            "It had 144 in 2022/23. In 2020/21 there had been 120. The figure in between was {}.",
            *("150", "90"),
        ),
        ("There were 80 in 2018/19 and 120 in 2020/21, with {} in between.", "90", "150"),
        ("An officer said a dip of {} offences was nothing.", "6", "24"),
        (
            "It recorded 144, up from {} in the first year for which numbers are available.",
            *("80", "90"),
        ),
        (
            "It had 144, up from {} in 2018/19, the first period for which numbers are available.",
            *("80", "90"),
        ),
        ("It had 144, up from {} at the start of the period.", "80", "120"),
        ("Tarn recorded 144, a fall of 6 on its {}.", "150", "120"),
        ("Tarn recorded 144. Its previous total was {}.", "150", "120"),
        ("Its previous figure was {}, which makes the fall 4 per cent.", "150", "120"),
        ("The charity puts the increase over the same three years at {}.", "60%", "80%"),
        (
            "In 2018/19 the total was 80. It has risen most years since and is now {} higher.",
            *("80%", "60%"),
        ),
        (
            "It stood higher in 2021/22, when there were {} more offences than in 2022/23.",
            *("six", "24"),
        ),
        ("In 2018/19 there were {} fewer than in 2022/23.", "64", "54"),
        (
            "It is below where it stood in 2021/22, when there were {} more than in 2022/23.",
            *("six", "24"),
        ),
        (
            "In 2018/19 it had 80. It is 4% down on last year. Across those years it is up {}.",
            *("80%", "60%"),
        ),
        ("In 2020/21, when the number had gone up from {}, few noticed.", "90", "120"),
        ("The fall came later: the number had risen from {} in 2020/21.", *("120", "150")),
        ("Years of promises as abuse hits {}\n\nTarn recorded 144.", "144", "150"),
        (
            "It is down by 6 in a year and up 64 in four years, but now falling, if only by {}.",
            *("4%", "60%"),
        ),
        ("The rise, from 90 in 2019/20, follows a jump in that year from {}.", "80", "120"),
        ("After a rise in 2020/21 from {} it went on growing.", "90", "80"),
        ("The figure had gone up from 80 in 2018/19 to {} last year.", "144", "150"),
        ("Going back to 2018/19, it had {}.", "80", "90"),
        ("The number was 150 a year ago. Looking back to 2019/20, there were {}.", "90", "80"),
        (
            "It had 150 a year ago. Four years ago it had 80.\n\nIt grew by {} in that time.",
            *("80%", "60%"),
        ),
        (
            "It has grown since 2019/20.\n\nThere were {} offences then and 144 last year.",
            *("90", "80"),
        ),
        # the year spoken of, beside one that its number is measured by
        (
            "The total, 144, compares with 80 in 2018/19 and is {} lower than the year before.",
            *("6", "36"),
        ),
        ("It had 144, against 90 in 2019/20, {} down on the previous year.", "4%", "60%"),
        ("It had 144, up from 80 in 2018/19 but {} fewer than the year before.", "6", "64"),
        ("The latest figure is {} above that of the opening year.", "80%", "60%"),
        ("It is {} higher than that of the first year.", "64", "54"),
        ("The latest figure is {} offences down on the last.", "6", "24"),
        ("It had 144, which is {} fewer than the last.", "6", "24"),
        ("It recorded {} in the year before the coronavirus pandemic.", "90", "120"),
        ("Police logged {} in the last full year before lockdown.", "90", "80"),
        ("It recorded {} the year before the pandemic struck.", "90", "150"),
        ("The count went from 120 in 2020/21 to 144, after {} in the previous year.", "150", "90"),
        ("It rose from 80 in 2018/19 to 144, having been {} the year before.", "150", "120"),
        ("In 2018/19 there had been 80, making the increase {}.", "80%", "60%"),
        ("In 2020/21 there were 120, which puts the rise at {}.", "20%", "80%"),
        ("It had 144 last year. In 2019/20 it had 90, meaning an increase of {}.", "54", "64"),
        # totals of several earlier years
        (
            "It had 144 in 2022/23. The yearly totals before that, from the first, were 80, 90,"
            " 120 and {}.",
            *("150", "144"),
        ),
        ("In 2020/21 it had 120, and in the two years before that 80 and {}.", "90", "150"),
        # a number whose year is told behind it, and a year left out of a row
        ("The figure for Tarn stood at {}. That was 2018/19.", "80", "90"),
        ("Tarn logged {} offences. That was four years ago, and few took note.", "80", "120"),
        ("Tarn had {}. It was the total for 2020/21.", "120", "144"),
        ("In 2018/19 the figure was 80; then it was {}; in 2022/23 it came to 144.", "90", "150"),
        # all the years of the count
        ("In the five years on file it rose by {}.", "64", "54"),
        ("Across all the years that we have counted it is up by {}.", "80%", "60%"),
        # a level of a year, and the year of the outbreak
        ("It remains {} above its 2018/19 level.", "80%", "60%"),
        ("It is {} down on its 2021/22 peak of 150.", "4%", "20%"),
        ("It is 80% above its 2018/19 level of {}.", "80", "90"),
        ("But go back to 2018/19 and it stood at {}.", "80", "144"),
        ("Lockdown year saw the figure rise by {}", "33%", "25%"),
        ("In the pandemic year Tarn recorded {} offences.", "120", "150"),
        # a change beside another
        ("It compares with 120 in 2020/21, and is {} higher than in 2018/19.", "80%", "20%"),
        ("It compares with 150 the year before, but is {} up on 2019/20.", "60%", "80%"),
        ("The fall, of {} offences, follows a rise the year before.", "6", "30"),
        ("The drop of {} reverses the rise of 2021/22 in part.", "6", "30"),
        ("The fall was 6, compared with a rise of {} the year before.", "30", "24"),
        ("It fell 4%, against a rise of {} the year before.", "25%", "33%"),
        ("It rose by 10 in 2019/20, by 30 in 2020/21 and by {} again in 2021/22.", "30", "10"),
        ("It rose by {} in 2021/22, the biggest rise since 2018/19.", "30", "64"),
        ("The 2021/22 total, 150, was {} above that for 2020/21.", "25%", "20%"),
        ("The rise since 2019/20 ({}) hides a fall in the latest year (4%).", "60%", "80%"),
        ("Tarn is dealing with {} more cases a year than it did in 2018/19.", "64", "54"),
        ("The growth in 2021/22 was 25%, against 33% in 2020/21 and {} in 2019/20.", "13%", "50%"),
        ("The fall in the latest year, {}, was the first of the series.", "six", "24"),
        ("In 2018/19 it was 80, a number that has since risen to {}.", "144", "150"),
        ("The 144 is below the previous high of {}.", "150", "120"),
        (
            "Some had called the 80 of 2018/19 a blip. Some blip. The next year it was {}.",
            "90",
            "80",
        ),
        ("That compares with {} when the Kite Trust first asked.", "80", "90"),
        # a year from another, and the whole of the time
        ("It is 144, and the year before that it was {}.", "150", "120"),
        ("It is {} above the figure of 90 recorded in 2019/20.", "54", "64"),
        ("It is up 60% on 2019/20. It was then {}.", "90", "80"),
        ("Over the whole four-year stretch it has risen by {}.", "64", "54"),
        (
            "It had 144, compared with 150 in 2021/22 and 80 in 2018/19. That is up {} over the"
            " entire period.",
            *("80%", "60%"),
        ),
        ("The growth over the two years from 2020/21 is {}.", "20%", "60%"),
        ("Over the period covered by the data it has grown by {}.", "80%", "60%"),
        ("It grew by {} between the first year and the latest.", "80%", "60%"),
        ("From 80 in 2018/19 the number crept up to 90, then leapt to {}.", "120", "150"),
        ("It fell, but was 120 in the pandemic year and rose by {} in the next.", "25%", "33%"),
        ("Records began in 2018/19, with {} offences.", "80", "90"),
        ("There were fewer offences in 2022/23 than in 2021/22 ({} against 150).", "144", "120"),
        ("Offences last year: 144. Year before: {}.", "150", "120"),
        (
            "It numbered 80 in 2018/19, rose to 90, climbed to {} and then 150, and fell to 144.",
            *("120", "144"),
        ),
        # a change from the number that the sentence before gave
        ("In 2019/20 it had 90. The rise works out at {}.", "60%", "80%"),
        ("In 2018/19 there were 80. The increase comes to {}.", "80%", "60%"),
        ("Since 2018/19 Tarn has added {} offences to its total.", "64", "54"),
    ],
)
def test_words_for_a_time_of_the_series_have_its_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (
            "Latest: 144 (2022/23)\nBaseline: 120 (2020/21)\n\nAgainst the baseline it is up 20%.",
            [],
        ),
        (
            "Latest: 144 (2022/23)\nBaseline: 120 (2020/21)\n\nAgainst the baseline it is up 80%.",
            ["80%"],
        ),
        ("These add up to 144.", []),
        ("It went up to 144.", ["144"]),
    ],
)
def test_a_baseline_is_the_one_that_the_text_gives_and_what_adds_up_does_not_rise(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It came down from 150 in 2021/22 to 90 in 2019/20, with 120 in the year between.", []),
        ("It was 90 in 2019/20 and 150 in 2021/22, with 144 in the year between.", ["144"]),
        ("It was 80 in 2018/19 and 120 in 2020/21; in the intervening year it was 90.", []),
        ("It had 150 in 2021/22 and 144 in 2022/23. The last of those is 4% below the first.", []),
        (
            "It had 150 in 2021/22 and 144 in 2022/23. The last of those is 20% below the first.",
            ["20%"],
        ),
        ("It rose from 80 in 2018/19 to 144 in 2022/23. That is 80% higher than the first.", []),
        (
            "It rose from 80 in 2018/19 to 144 in 2022/23. That is 60% higher than the first.",
            ["60%"],
        ),
        ("It was 90 in 2019/20. It then rose by 30 to 150.", ["30", "150"]),
        ("Tarn had fewer offences than a year earlier: 144, compared with 150.", []),
        ("Tarn had fewer offences than a year earlier: 150, compared with 144.", ["150", "144"]),
        ("Here is what Tarn recorded in each of the past six years.", ["six"]),
        ("The number in Tarn has risen in each of the past four years.", ["each"]),
        ("Tarn and its neighbours are small: it had 144 in the year and no more.", []),
        ("In 2021/22 it fell. Of the year's offences, 150 were online.", []),
        ("In 2021/22 it fell. Of the year's offences, 144 were online.", ["144"]),
        ("Up from 2021/22? No. All 144 of the year's offences were online.", []),
        ("The total fell by 4% after climbing 25 per cent in 2021/22.", []),
        ("The total fell by 4% after climbing 33 per cent in 2021/22.", ["33 per cent"]),
        ("From 80 to 144: the rise of a crime\n\nTarn recorded 144 offences.", []),
        ("From 80 to 150: the rise of a crime\n\nTarn recorded 144 offences.", ["150"]),
        ("Firms have spent £4m on safety since 2014. Tarn recorded 144 offences.", []),
        ("Tarn recorded 144 offences, up since 2014.", ["2014"]),
        ("Tarn, whose officers have visited schools since 2014, had 144, down from 150.", []),
        ("Tarn, which has asked for data since 2014, had 144, down from 150.", ["2014", "150"]),
        ("Tarn, whose total has grown since 2014, had 144.", ["2014"]),
        ("Police told the charity’s survey of 144 offences in Tarn.", []),
        ("In the first survey since the inquiry Tarn had 144 offences.", ["144"]),
        ("In 2020/21 it had 120. Its two earlier totals were 80 and 90.", []),
        ("In 2020/21 it had 120. Its two earlier totals were 90 and 120.", ["90", "120"]),
        ("Tarn’s earlier numbers, newest first, were 150, 120 and 90.", []),
        ("Tarn’s earlier numbers, newest first, were 144, 150 and 120.", ["150", "120"]),
        ("It had 144 in 2022/23 and 150 in 2021/22. Earlier totals were 90 and 120.", []),
        ("It had 144 in 2022/23 and 150 in 2021/22. Earlier totals were 80 and 90.", ["80", "90"]),
    ],
)
def test_a_year_is_told_by_those_named_before_it(text, flagged):
    assert wrong(text) == flagged


def test_a_rounded_headline_may_be_of_any_time_that_the_text_below_gives():
    below = "Tarn recorded 144 offences, up by 60% since 2019/20."
    assert wrong(f"Offences in Tarn up by more than 55%\n\n{below}") == []
    assert wrong(f"Offences in Tarn up by more than 90%\n\n{below}") == ["90%"]
    assert wrong(f"Tarn recorded 144.\n\nIt is up by more than 55%.\n\n{below}") == ["55%"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Offences by force in 2022/23, followed by those of 2021/22\n\nTarn: 144 (150)", []),
        ("Offences by force in 2022/23, followed by those of 2020/21\n\nTarn: 144 (150)", ["150"]),
        ("Numbers of 2022/23, then the number for the year before:\n\nTarn: 144 (150)", []),
        (
            "Numbers of 2022/23, then the number for the year before:\n\nTarn: 150 (144)",
            ["150", "144"],
        ),
        ("Numbers of 2022/23, then that of the year before. Tarn had 144 (150).", ["150"]),
        ("In 2021/22, when the number had gone down from 120, few noticed.", ["120"]),
        ("It recorded 144, 24 more than the 120 of 2020/21.", []),
        ("It recorded 144, 6 more than the 150 of 2021/22.", ["6", "150"]),
    ],
)
def test_a_second_number_is_of_the_year_that_the_line_above_says(text, flagged):
    assert wrong(text) == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It is the lowest number for five years.", []),
        ("It is the lowest number for seven years.", ["lowest"]),
        ("The number is at its lowest in eight years.", ["lowest", "eight"]),
        ("Police in Tarn recorded the fewest online offences in five years.", []),
        ("Police in Tarn recorded the fewest online offences in six years.", ["fewest", "six"]),
        ("It is the highest number for five years.", ["highest"]),
        ("It is the first fall in six years.", ["six"]),
    ],
)
def test_a_record_is_over_no_more_years_than_are_held(text, flagged):
    falling = tarn(dict(zip(SERIES, (173, 160, 152, 131, 118), strict=True)))
    found = trace(text, falling)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It is the first time that it has exceeded 110.", []),
        ("The total passed 110 for the first time.", []),
        ("It is the first time it has gone past 100.", ["the first time"]),
        ("It topped 100 for the first time since 2020/21.", []),
        ("It is the first time it has been above 130.", ["130"]),
        ("In 2019/20 it passed 50 for the first time.", []),
    ],
)
def test_a_number_is_passed_for_the_first_time_where_no_earlier_year_had_passed_it(text, flagged):
    rising = tarn(dict(zip(SERIES, (40, 52, 105, 103, 118), strict=True)))
    found = trace(text, rising)
    assert [f.text for f in found if f.verdict in ("mismatch", "untraced")] == flagged


RISING, FALLING = (40, 52, 105, 103, 118), (173, 110, 152, 131, 104)


@pytest.mark.parametrize(
    ("values", "text", "flagged"),
    [
        # In 2019/20 there were 110, which is not below it.
        (FALLING, "It fell below 110 for the first time.", []),
        (FALLING, "It fell below 111 for the first time.", ["for the first time"]),
        (FALLING, "It is the first time that it has fallen.", ["first time that it has fallen"]),
        # In 2020/21 there were 105: that was reached, and not passed.
        (RISING, "The total went above 105 for the first time.", []),
        (RISING, "The total went above 104 for the first time.", ["for the first time"]),
        (RISING, "The total reached 105 for the first time.", ["for the first time"]),
        (RISING, "The total reached 106 for the first time.", []),
        (RISING, "Cases on Snapchat passed 100 for the first time.", []),
        (RISING, "Calls to our helpline passed 100 for the first time.", []),
    ],
)
def test_words_for_the_first_time_are_wrong_where_an_earlier_year_was_as_far(values, text, flagged):
    found = trace(text, tarn(dict(zip(SERIES, values, strict=True))))
    assert [f.text for f in found if f.kind == "comparison" and f.verdict == "mismatch"] == flagged
