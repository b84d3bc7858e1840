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
    ],
)
def test_the_same_period_as_a_change_within_a_year_is_that_year(text, right, false):
    assert wrong(text.format(right), TARN, ALL) == []
    assert wrong(text.format(false), TARN, ALL) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It was {} and now it's 298.", "233", "208"),
        ("It was {}; now it is 298.", "233", "298"),
        ("There were {} offences; there are now 298.", "233", "221"),
        ("The count stood at {}. It now stands at 298.", "233", "208"),
        ("In 2019/20 it was {} and it is now 298.", "208", "233"),
        ("In 2019/20 it was 208 and it is now {}.", "298", "233"),
        # none that is compared with now
        ("It was {} in the latest year.", "298", "233"),
        ("It was {} and that is now history.", "298", "233"),
        ("It was {} and 50 per cent is now online.", "298", "233"),
    ],
)
def test_what_a_number_was_before_it_is_what_it_is_now_is_an_earlier_one(text, right, false):
    assert false in wrong(text.format(false))
    assert right not in wrong(text.format(right))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The force's latest total is {} higher than in 2018/19.", "77", "65"),
        ("It is still {} above 2018/19.", "77", "65"),
        ("The latest number is {} above the earliest.", "114", "65"),
        ("It is {} more than the earliest of them.", "114", "65"),
        ("That is 65 more than in the previous year ({}), a rise of 28 per cent.", "233", "298"),
        ("There were 298 offences, 77 more than in 2018/19 ({}).", "221", "298"),
        ("It had 208 in 2019/20, so we are still {} above where we stood then.", "90", "25"),
        ("In 2018/19 it was fine. Tarn had 298, and {} in that earlier year.", "221", "298"),
        (
            "It is 65 more than in the previous year, when 233 were recorded, and {} more than the"
            " 208 of 2019/20.",
            *("90", "25"),
        ),
    ],
)
def test_a_level_that_a_number_is_above_is_that_of_its_year(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("It came down, from 199 in 2018/19 to 208 in 2019/20.", ["199"]),
        ("It came down, from 208 in 2019/20 to 233 in 2020/21.", ["233"]),
        ("It came down, from 197 to 208.", ["208"]),
        ("It came down, from 221 in 2018/19 to 208 in 2019/20.", []),
    ],
)
def test_whether_a_number_fell_is_asked_of_the_year_it_is_said_to_start_from(text, flagged):
    assert [each for each in wrong(text) if each in ("199", "208", "233")] == flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 2020/21 it was 233, and in 2019/20 it was 208. So it has gone up by {}.", "90", "37"),
        (
            "In 2019/20 it was 208. In 2020/21 it was 233, and in 2021/22 it was 298. It has"
            " therefore grown by {}.",
            *("43 per cent", "35 per cent"),
        ),
        ("It was 221 in 2018/19, then 208. Much happened. The count has risen by {}.", "77", "101"),
        # not from a number of another paragraph, nor where a year is said
        ("It was 208 in 2019/20 and 221 before.\n\nThe count has risen by {}.", "65", "90"),
        ("It was 221 in 2018/19. The number has risen by {} since 2019/20.", "90", "77"),
        ("It was 221 in 2018/19 and 208 in 2019/20. The number rose by {}.", "65", "77"),
    ],
)
def test_a_change_up_to_now_is_from_a_number_that_its_paragraph_gives(text, right, false):
    assert right not in wrong(text.format(right))
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("From 2016/17 to 2021/22:\n\n184 … 197 … {} … 208 … 233 … 298", "221", "212"),
        ("Offences from 2019/20 to 2021/22:\n\n{} / 233 / 298", "208", "221"),
        ("Offences from 2018/19 to 2020/21: 221 · {} · 233", "208", "298"),
    ],
)
def test_numbers_below_a_line_with_a_range_of_years_are_of_these_in_turn(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


def test_numbers_below_a_line_that_names_a_part_are_of_no_such_row():
    assert "221" in wrong("Girls, 2018/19 to 2020/21:\n\n221 … 208 … 233")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It rose by 13, then {}, then fell by 13.", "24", "25"),
        ("It rose by 13, then 24, then fell by {}.", "13", "24"),
        ("It fell by 13, then rose by 25, then by {}.", "65", "64"),
        ("It rose by 7 per cent, then {} per cent, before falling by 6 per cent.", "12", "28"),
    ],
)
def test_changes_in_a_row_are_those_of_years_in_turn(text, right, false):
    assert wrong(text.format(right)) == []
    assert any(each.startswith(false) for each in wrong(text.format(false)))


@pytest.mark.parametrize(
    "text",
    [
        "It rose by 13, then 24.",  # two, of which no words say the years
        "It rose by 13 and 24 in the last two years.",  # they are not the last
        "It rose by 13 and 24 in the two years before.",
        "It fell by 13, then 24, then 13.",
        "In 2019/20 it rose by 13, then 24, then fell by 13.",
        "Offences against girls rose by 13, then 24, then fell by 13.",
    ],
)
def test_changes_of_other_years_or_ways_or_of_a_part_are_no_such_row(text):
    assert wrong(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 2020/21 Tarn recorded its {} highest total.", "second", "third"),
        ("The 233 of 2020/21 is the force's {} highest figure, after 2021/22.", "second", "third"),
        ("It is the force's {} highest figure, after the 298 of 2021/22.", "-", "second"),
        ("In 2019/20 it had its {} lowest total.", "third", "second"),
        ("In 2018/19 it had the {} highest number of the six years.", "third", "second"),
    ],
)
def test_a_place_among_all_years_is_right_or_wrong_by_the_numbers(text, right, false):
    assert right == "-" or wrong(text.format(right)) == []
    assert wrong(text.format(false)) != []


@pytest.mark.parametrize(
    "text",
    [
        "In 2020/21 it was the country's second highest total.",
        "In 2020/21 it had the second highest total.",  # of the forces?
        "In 2020/21 it was the second highest total of any force.",
        "In 2020/21 it was its second highest total of girls.",
    ],
)
def test_a_place_among_forces_or_of_a_part_is_none_among_the_years(text):
    assert "highest" in " ".join(wrong(text))


def test_a_place_is_not_told_where_the_years_are_not_all_held_or_counted_in_one_way():
    gap = tarn({"2018/19": 221, "2020/21": 233, "2021/22": 298})
    assert "highest" in wrong("In 2020/21 it had its second highest total.", gap)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [("It stood at {} in 2018/19 and has now passed 290 for the first time.", "221", "233")],
)
def test_what_was_added_or_has_now_been_passed(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Until 2021/22 the highest number it had recorded was {}.", "233", "298"),
        ("Before 2021/22 the highest total was {}.", "233", "221"),
        ("Until last year the most it had ever recorded was {}.", "233", "298"),
        ("Up to 2019/20 the most it had logged was {}.", "221", "208"),
        ("Before 2019/20 the lowest was {}.", "184", "208"),
        ("Prior to 2019/20, its most was {}.", "221", "208"),
    ],
)
def test_the_highest_until_a_year_is_that_of_the_years_before(text, right, false):
    assert right not in wrong(text.format(right))
    assert false in wrong(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It rose by 28% in the last year and by {} in the year before.", "12%", "28%"),
        ("It rose by 28% in the last year and by {} in the one before.", "12%", "28%"),
        ("It rose by 28% last year, and by {} the year before.", "12%", "28%"),
        ("It went up by 65 in 2021/22 and by {} in the previous year.", "25", "65"),
        # no change of the latest year before it
        ("It had 298 last year, and rose by {} on the year before.", "28%", "12%"),
        ("It rose by 62% since 2016/17 and by {} on the year before.", "28%", "12%"),
        ("It rose by {} the year before.", "28%", "12%"),
    ],
)
def test_a_change_behind_that_of_the_latest_year_may_be_of_the_year_before(text, right, false):
    assert wrong(text.format(right)) == []
    assert wrong(text.format(false)) == [false]
