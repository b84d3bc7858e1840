"""Sentences where {right|false} marks a number and one that is right of something else."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import documents, flagged
from tests.tracing.test_facts_in_plain_texts import asked_about
from tests.tracing.test_right_and_false_numbers import lines, tell_apart

FORCES_COMPARED = """
About {2,500|2,400} crimes came to light in England and Wales in 2019/20.
Nearly {2,400|2,500} were recorded by the 11 forces in England and Wales with figures for both \
2016/17 and 2019/20.
Three of the forces asked in England and Wales gave nothing for 2019/20, so the sum is that of \
{12|15} forces.
No figure for 2016/17 came from {four|three} of the 15 forces in England and Wales.
In England and Wales {four|three} of the 15 local forces gave no figure for 2016/17.
All but {four|three} of the forces asked in England and Wales had figures for 2016/17.
All but {three|four} of the forces asked in England and Wales had figures for 2019/20.
England and Wales, 2016/17: {1,166|2,489} offences from the {eleven|twelve} forces with data.
The total for England and Wales in 2019/20 is made from the figures of {twelve|fifteen} forces.
"""

ROWS = """
In the table of sexes for Tarn, the girls' row says {112|28} offences and the boys' row {28|18}.
In the Tarn table the bottom row says {149|77} offences, and the Kik column says {15|28}.
"""

FOR_EVERY_ONE = """
"For every crime in 2016/17 we are seeing almost {two|three} in 2019/20," Tarn police said.
For each offence in 2018/19, Tarn now has {1.4|1.9}.
"""

TIMES_AND_YEARS = """
Between 2016/17 and 2019/20 the number for Tarn rose {three times|twice}.
In the three changes since 2016/17, Tarn's total has risen {three times|once}.
The figures for Tarn cover {four|three} financial years, from 2016/17 to 2019/20.
In {two|one} of the four years up to 2019/20 Tarn's total went past 100.
In {three|two} of the four years from 2016/17 to 2019/20, Tarn had more than 90 offences.
Fewer than 100 offences were recorded by Tarn in {two|three} of the years from 2016/17 to 2019/20.
Our data for Tarn take in {four|five} full years, 2016/17 to 2019/20.
"""

ORDERS = """
Kik was Tarn's {third|second} most common platform in 2019/20.
Tarn's {second|third} most common platform was Instagram.
2018/19 was Tarn's {second|third} highest year of the four since 2016/17.
Ranked by size, 2017/18 comes {third|second} among Tarn's four years.
2017/18 ranks {third|fourth} of the four years in Tarn.
"""

SUMS = """
In 2016/17 and 2017/18 put together Tarn had {172|95} offences, more than in 2019/20 alone.
In 2016/17 and 2017/18 combined Tarn recorded {172|95} offences, which no year since has reached.
Add up all four years from 2016/17 and Tarn reaches {431|354} offences.
Add up the last three years and you reach {354|259} offences in Tarn.
Tarn added {72|39} offences to its total between 2016/17 and 2019/20.
"""

AGES_AND_SEXES = """
The oldest group, those aged 13 to 15, was named in {72|27} of the Tarn offences.
In Tarn {eight|two} offences in every ten were against girls, of those with the sex noted.
"""

RATES = """
In 2016/17 the monthly average for Tarn was just {six|nine} offences.
By 2019/20 Tarn's weekly average was up to {2.8|2.1} offences.
Tarn's monthly average rose to {nine|12} in 2018/19.
"""

EXTREMES = """
The lowest total for Tarn in the four years to 2019/20 is {77|95}.
The highest total for Tarn in the three years to 2018/19 was {110|149}.
"""

ANSWERS = """
Q: How many offences did Tarn Police deal with in 2017/18? A: {95|149}.
How many such crimes were there in Tarn in 2018/19? {110|149}.
What was the total for Tarn in 2016/17? Only {77|149}.
"""

CHANGES = """
An extra {39|27} offences were recorded by Tarn in 2019/20, measured against 2018/19.
Up {94%|35%} in three years: offences in Tarn, 2016/17 to 2019/20
Up {35%|94%} in twelve months: offences in Tarn, 2018/19 to 2019/20
"""

BODIES = """
In Wales, the Holm force reported {91|149} offences for 2019/20.
Snapchat was behind {48%|34%} of the Tarn offences where the platform was noted.
Instagram was behind {a third|half} of the Tarn offences where the platform was noted.
"""

REPLIES = """
Of 15 forces asked in England and Wales, {three|four} did not answer for 2019/20.
Fifteen forces in England and Wales were asked. {Three|Four} never replied.
Fifteen forces in England and Wales were asked and {three|four} ignored the question.
"""

EVERY_NTH = """
Every {third|second} offence in Tarn was on Instagram, where the platform is known.
Every {fifth|third} offence in Tarn was against a boy, where the sex was noted.
"""


@pytest.mark.parametrize(
    "line",
    lines(
        FORCES_COMPARED
        + ROWS
        + FOR_EVERY_ONE
        + TIMES_AND_YEARS
        + ORDERS
        + SUMS
        + AGES_AND_SEXES
        + REPLIES
        + EVERY_NTH
        + CHANGES
        + BODIES
        + ANSWERS
        + EXTREMES
        + RATES
    ),
)
def test_only_the_right_one_of_two_numbers_passes(line):
    tell_apart(line)


def test_the_number_of_a_row_is_none_of_offences():
    assert flagged("See row 14 and column 3 of the Tarn table. Rows 8 and 9 are empty.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The number of officers in Tarn fell twice.",
        "Numbers in Tarn rose once schools had closed.",
        "Officers in Tarn read every second case file.",
        "Kik is Britain's most popular app, a teacher in Tarn said.",
        "For every child in Tarn there are two phones now.",
    ],
)
def test_what_else_rose_or_is_so_many_is_not_asked_about(text):
    assert flagged(text) == []


def test_for_every_child_there_is_no_multiple_of_offences():
    text = "For every child harmed in 2016/17 there were almost two in 2019/20 in Tarn."
    assert flagged(text) == ["two"]


def test_a_sum_of_so_many_years_from_one_that_are_not_so_many_is_not_right():
    assert flagged("Add up all three years from 2016/17 and Tarn reaches 431 offences.") == ["431"]


def test_the_youngest_group_begins_with_the_youngest():
    text = "The youngest group in Tarn, those aged {}, is small."
    assert flagged(text.format("9 to 11")) == []
    assert flagged(text.format("12 to 13")) == ["12 to 13"]


def test_a_rate_is_reached_the_way_that_the_number_went():
    assert flagged("Tarn's figure rose to 12 a month in 2019/20.") == []
    assert flagged("Tarn's figure fell to 12 a month in 2019/20.") == ["12"]
    assert flagged("In 2019/20 Tarn recorded up to three a week.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which year was the lowest in Tarn? 2016/17, with 77.", []),
        ("Which year was the lowest in Tarn? 2017/18, with 95.", ["lowest"]),
        ("Which years were lowest? In Tarn, 2016/17 with 77 and 2017/18 with 95.", []),
        ("Which years were lowest? In Tarn, 2016/17 with 77 and 2018/19 with 110.", ["lowest"]),
        ("Which year was the highest in Tarn? 2018/19, with 110.", ["highest"]),
    ],
)
def test_the_year_asked_for_is_the_one_that_the_answer_names(text, expected):
    assert flagged(text) == expected


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("The last time that Marl's number fell was in {}.", "2019/20"),
        ("Only in {} did the total for Marl go down.", "2017/18"),
        ("Only once, in {}, did the total for Marl fall.", "2019/20"),
    ],
)
def test_the_only_or_the_last_time_that_a_number_fell(text, false):
    assert asked_about(text.format("2018/19")) == []
    assert asked_about(text.format(false)) == [false]


def test_the_last_time_that_something_else_fell_is_not_asked_about():
    assert asked_about("The last time the number of officers in Marl fell was 2019/20.") == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Marl's quietest year was {}.", "2016/17", "2018/19"),
        ("The smallest total for Marl came in {}.", "2016/17", "2018/19"),
        ("Marl's number fell in {}.", "2018/19", "2019/20"),
        ("The total for Marl went up again in {}.", "2019/20", "2018/19"),
        ("Marl recorded fewer offences in {} than in 2017/18.", "2018/19", "2019/20"),
        ("The number for Marl was higher in {} than in 2018/19.", "2019/20", "2016/17"),
    ],
)
def test_the_number_went_the_way_that_is_said_in_the_year_that_is_named(text, right, false):
    assert asked_about(text.format(right)) == []
    assert asked_about(text.format(false)) == [false]


@pytest.mark.parametrize(
    "text",
    [
        "The number of officers in Marl fell in 2019/20.",
        "There were fewer officers in Marl in 2019/20 than in 2018/19.",
        "Marl's number did not fall in 2019/20.",
        "Nobody asked whether the number for Marl fell in 2019/20.",
        "The number for Marl fell in 2018/19, compared with 2017/18.",
        "The biggest donation came in 2017/18.",
        "Its largest office, in 2017/18, had 90 desks.",
        "The heaviest fine came in 2017/18.",
        "Absence among teachers was at its height in 2017/18.",
        "Spending on such offences fell in 2019/20.",
        "Teacher numbers fell in 2019/20.",
        "Drug crimes went down in 2019/20.",
        "Demand is a worry. It fell in 2019/20.",
        "Courts heard more crimes in 2016/17 than in 2019/20.",
        "Detectives solved fewer cases in 2019/20 than in 2016/17.",
    ],
)
def test_what_says_no_way_of_the_number_is_not_asked_about(text):
    assert asked_about(text) == []


@pytest.mark.parametrize(
    "behind",
    [
        ", which is the number in each year",
        " in each",
        ", not counting boys",
        ", more than a year before, without girls",
    ],
)
def test_a_sum_of_years_is_none_of_each_nor_of_a_part(behind):
    assert flagged(f"In Tarn 2016/17 and 2017/18 together gave 172{behind}.") == ["172"]


def test_a_sum_of_years_may_be_compared():
    assert flagged("In Tarn 2016/17 and 2017/18 together gave 172, more than in 2019/20.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn's total climbed in four years from 77 to 149, its highest number.",
        "In four years the number of offences in Tarn climbed to 149, the highest number.",
        "Over the past four years it went up in Tarn to its highest total, 149.",
    ],
)
def test_years_that_a_rise_took_are_not_those_of_the_highest(text):
    assert "four" in flagged(text)


def test_the_highest_of_so_many_years_is_one_of_all():
    assert flagged("Tarn's 149 is the highest number in the four years.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Which year was the lowest for raids in Tarn? 2016/17.",
        "Which year had the lowest total in Tarn? In Marsh, 2016/17.",
        "Which year was the lowest in Tarn? Among boys, 2016/17.",
    ],
)
def test_a_year_asked_for_of_something_else_is_not_that_of_all_offences(text):
    assert "lowest" in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "The monthly mean for referrals is 12.4.",
        "The weekly mean for arrests was 2.9.",
        "The weekly mean for hoax messages was 2.9.",
    ],
)
def test_a_mean_for_something_else_is_no_rate_of_offences(text):
    assert not [f for f in trace(text, *documents()) if f.verdict == "traced"]


def test_a_mean_for_a_force_or_for_offences_is_one():
    for text in ("The monthly mean for Tarn is {}.", "The monthly mean for such offences is {}."):
        assert flagged(text.format("12.4")) == []
        assert flagged(text.format("17.8")) == ["17.8"]


def test_the_largest_age_group_somewhere_else_is_not_read():
    def kinds(text: str) -> list[str]:
        return [f.kind for f in trace(text, *documents())]

    assert "band" not in kinds("The largest age group in the choir was 13 to 15.")
    assert "band" not in kinds("The biggest age group at the club is 10 to 12.")
    assert "band" in kinds("The largest age group in the table was 13 to 15.")


@pytest.mark.parametrize(
    "text",
    [
        "Compare row 8 with row 11 of the sheet.",
        "The sum is under column 12.",
        "The forces' data on girls (112 of 140) are clear.",
        "Across all forms of crime, girls were 80% of the victims with a known sex.",
        "Radios play at twice the volume.",
        "Every second crime novel is set here.",
    ],
)
def test_numbers_of_other_things_are_not_asked_about(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The girls' row 28 is long.",
        "Three forces gave nothing (six of 15).",
        "Tarn had twice the volume of offences that it had in 2018/19.",
        "Every second offence in Tarn was against a boy.",
        "In Tarn 12 was the top age.",
    ],
)
def test_such_numbers_of_offences_are(text):
    assert flagged(text) != []


def test_an_arrest_every_two_days_and_an_offence_charged_are_not_offences_recorded():
    assert flagged("Every four days an arrest for an offence was recorded.") == []
    assert flagged("For every offence charged in 2016/17 there were four in 2019/20.") == []
    assert flagged("Every four days an offence was recorded in Tarn.") != []
    assert flagged("For every offence in 2016/17 there were four in 2019/20.") != []


def test_forces_like_this_one_around_the_country_do_not_own_its_number():
    assert flagged("Tarn Police, like forces around the country, recorded 149 offences.") == []
    assert flagged("Forces around the country recorded 149 offences.") != []
