"""Short texts in which {right|false} marks a number and another fact's in its place.

The right one passes, the false one is asked about; in some, another figure beside it is, too.
"""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, flagged
from tests.tracing.test_right_and_false_numbers import lines, tell_apart, with_numbers

UK = {**ENGLAND, "place": "the UK", "nations": ["England", "Wales", "Scotland", "Northern Ireland"]}

POLICE_OF_THE_COUNTRY = """
{2,489|149} crimes of this kind were logged by UK police in 2019/20.
British police dealt with {2,489|149} offences in 2019/20. Read that again.
Up and down the country, {2,489|149} such offences were recorded in 2019/20.
The country’s police officers counted {2,489|149} such offences in 2019/20.
A UK police chief spoke in Tarn, where {149|2,489} offences were recorded in 2019/20.
"""


def flagged_in_the_uk(text: str) -> list[str]:
    documents = (Evidence(read_facts(each)) for each in (TARN, UK))
    wrong = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, *documents) if f.verdict in wrong]


@pytest.mark.parametrize("line", lines(POLICE_OF_THE_COUNTRY))
def test_police_of_the_country_are_all_forces(line):
    right, _ = with_numbers(line)
    text, false = with_numbers(line, 0)
    assert flagged_in_the_uk(right) == []
    assert flagged_in_the_uk(text) == [false]


def test_the_forces_of_two_nations_are_not_those_of_the_uk():
    for who in ("UK forces", "British police", "UK police officers"):
        assert flagged(f"{who} recorded 2,489 offences in 2019/20.") == ["2,489"]
    assert flagged("Forces recorded 2,489 offences in 2019/20.") == []


DALE = {
    **{"place": "Dale", "measure": "online sexual offences", "latest": "2019/20"},
    "scope": "force",
    "series": {
        **{"2014/15": 88, "2015/16": 61, "2016/17": 104},
        **{"2017/18": 170, "2018/19": 132, "2019/20": 151},
    },
}

YEARS_OF_EXTREMES = """
Of the six years from 2014/15 to 2019/20, the busiest in Dale was {2017/18|2019/20}.
The quietest year of the six for Dale Police was {2015/16|2014/15}.
{2015/16|2014/15} was the quietest of Dale’s six years.
Dale’s peak in the years since 2014/15 came in {2017/18|2018/19}.
It was in {2017/18|2018/19} that Dale’s total reached its height.
Dale recorded more offences in {2017/18|2019/20} than in any other year.
Dale recorded fewer offences in {2015/16|2016/17} than in any other year.
Offences peaked in Dale in {2017/18|2016/17}.
Before the 170 of 2017/18, the earlier peak in Dale dates from {2016/17|2014/15}.
Between 2017/18 and 2019/20 the quietest year in Dale was {2018/19|2015/16}.
Dale saw its fewest offences in {2015/16|2014/15}.
Dale recorded its first fall since 2015/16 in {2018/19|2017/18}.
The number in Dale fell for the first time in {2015/16|2018/19}.
The number in Dale first rose in {2016/17|2017/18}.
No year saw more offences in Dale than {2017/18|2019/20}.
Dale’s figures bottomed out in {2015/16|2014/15}.
"""

NOT_OF_THE_NUMBER = """
The rise in Dale was steepest in 2017/18, and the calls peaked in 2018/19.
The number in Dale rose, and the peak of interest came in 2018/19.
One of Dale’s busiest years was 2019/20, with 151.
Officers in Dale had their busiest day in 2018/19.
Dale’s second busiest year was 2019/20.
Dale’s peak in the six years to 2019/20 was 170, not in 2018/19.
The quietest year since the count began in 2014/15 is known to everybody in Dale.
In Dale, most offences in 2019/20 were on a Monday.
"""


def flagged_in_dale(text: str) -> list[str]:
    wrong = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, read_facts(DALE)) if f.verdict in wrong]


@pytest.mark.parametrize("line", lines(YEARS_OF_EXTREMES))
def test_the_year_of_a_peak_a_low_or_a_first_change_is_that_of_the_numbers(line):
    right, _ = with_numbers(line)
    text, false = with_numbers(line, 0)
    assert flagged_in_dale(right) == []
    assert flagged_in_dale(text) == [false]


@pytest.mark.parametrize("line", lines(NOT_OF_THE_NUMBER))
def test_a_year_that_is_called_no_peak_of_the_numbers_is_left_alone(line):
    assert not any("/" in each for each in flagged_in_dale(line))


# A word of the words that are wrong is enough: "two years running" is marked for "two"
NUMBERS_OF_YEARS = """
For {two|three} years running, from 2016/17 to 2017/18, the number in Dale went up.
The number in Dale rose for {two|four} years in a row between 2015/16 and 2017/18.
Dale’s number rose {two|three} years running before it fell in 2018/19.
{Two|Three} rises in a row were followed by a fall in Dale in 2018/19.
Dale’s total rose in {three|two} of the four years that followed 2015/16.
In {three|one} of the four years after 2015/16, Dale’s total went up.
Dale has given us {six|four} years of figures, from 2014/15 to 2019/20.
Dale has seen {two|three} falls since 2014/15.
In Dale there were three rises and {two|three} falls between 2014/15 and 2019/20.
"""


@pytest.mark.parametrize("line", lines(NUMBERS_OF_YEARS))
def test_so_many_years_in_turn_or_of_some_are_as_many_as_changed(line):
    right, _ = with_numbers(line)
    text, false = with_numbers(line, 0)
    assert not [each for each in flagged_in_dale(right) if "20" not in each]
    assert any(each.startswith(false) for each in flagged_in_dale(text))


def test_a_number_doubles_over_as_many_years_as_its_years_are_apart():
    text = "In {} years, from 2015/16 to 2019/20, offences in Dale more than doubled."
    assert flagged_in_dale(text.format("four")) == []
    assert flagged_in_dale(text.format("three")) == ["three"]


def test_years_in_turn_of_something_else_are_not_asked_about():
    assert flagged_in_dale("We asked Dale for six years running, from 2014/15 to 2019/20.") == []


WHOLES = """
As a proportion of all 149 offences in Tarn in 2019/20, known and unknown alike, those against \
girls are {75%|80%}.
Counting all 149 offences, with or without a known platform, Snapchat’s part in Tarn is {27%|48%}.
The comparison of 2016/17 with 2019/20 rests on {eleven|twelve} forces in England and Wales.
Like for like, from 2016/17 to 2019/20, the figures cover {eleven|twelve} forces in England and \
Wales.
"""


@pytest.mark.parametrize("line", lines(WHOLES))
def test_shares_of_all_and_forces_of_a_comparison(line):
    tell_apart(line)


# A change of Tarn or of all forces is as many per cent as each of these
@pytest.mark.parametrize(
    "text",
    [
        "Of the offences recorded in England and Wales in 2019/20, {} were in Tarn.",
        "Of all offences in England and Wales in 2019/20, {} were recorded by Tarn Police.",
        "Tarn’s share of the offences in England and Wales was {} in 2019/20.",
        "Of all the crimes in Tarn, {} were dealt with by one team.",
    ],
)
def test_a_share_of_the_country_is_no_change(text):
    assert flagged(text.format("35%")) == ["35%"]
    assert flagged(f"In Tarn it rose 35%. {text.format('94%')}") == ["94%"]


def test_the_other_forces_of_the_country_have_not_the_total_of_all():
    text = "The other eleven UK forces that replied recorded 2,489 offences in 2019/20."
    assert flagged_in_the_uk(text) == ["2,489"]


@pytest.mark.parametrize(
    "text",
    [
        "Every nine days, an online crime against a child was recorded in Tarn in 2019/20.",
        "An offence was logged every nine days in Tarn.",
        "In Tarn another of these crimes is reported every two weeks.",
    ],
)
def test_so_many_days_between_two_offences_are_no_length_of_time(text):
    assert len(flagged(text)) == 1


def test_what_else_is_done_every_so_many_days_is_left_alone():
    assert flagged("Officers in Tarn meet every six weeks to look at the offences recorded.") == []
    assert flagged("Figures for Tarn are published every three months.") == []


@pytest.mark.parametrize(
    "without",
    ["Without Holm, ", "Leaving out Holm’s 91, ", "Not counting Holm, ", "Excluding Holm, "],
)
def test_the_total_of_all_is_none_without_one_of_them(without):
    text = f"{without}forces in England and Wales recorded 2,489 offences in 2019/20."
    assert flagged(text) == ["2,489"]


def test_what_a_total_would_be_without_help_is_the_total():
    text = "forces in England and Wales recorded 2,489 offences in 2019/20."
    assert flagged(f"Without Holm’s help, {text}") == []
    assert flagged(f"Including Holm, {text}") == []


@pytest.mark.parametrize("opening", ["PICTURED: ", "Photo: ", ""])
def test_its_officers_are_those_of_the_force_in_the_caption(opening):
    lead = f"{opening}The Tarn force’s headquarters in Mill Lane."
    text = f"{lead} Its officers dealt with {{}} offences."
    assert flagged(text.format("149")) == []
    assert flagged(text.format("2,489")) == ["2,489"]


# Ages of Tarn: 14 is the most common, then 13, then 12 and 15 alike
PLACES_OF_AGES = """
The age hit hardest in Tarn was {14|13}.
The worst-hit age in Tarn was {14|12}.
In Tarn, 13-year-olds were the {second|third} largest age group.
In Tarn, 13-year-olds were the {second|third} most common age.
In a list by age for Tarn, 14-year-olds come {first|second}.
"""


@pytest.mark.parametrize("line", lines(PLACES_OF_AGES))
def test_the_place_of_an_age_is_that_of_its_number(line):
    tell_apart(line)


def test_the_largest_group_is_the_one_with_most_offences():
    bands = {"0-9": 10, "10-11": 25, "12-13": 60, "14-15": 40, "16-17": 12, "unknown": 4}
    facts = read_facts({**DALE, "ages": bands})
    wrong = ("mismatch", "untraced", "loose")
    for text in (
        "The age group hit hardest in Dale was {}.",
        "The largest age group in Dale was {}.",
        "The age group with the most offences in Dale was {}.",
        "In Dale the {}s were the largest age group.",
    ):
        assert all(f.verdict not in wrong for f in trace(text.format("12 to 13"), facts))
        assert any(f.verdict in wrong for f in trace(text.format("14 to 15"), facts))
    nth = "The {} largest age group in Dale was 14 to 15."
    assert all(f.verdict not in wrong for f in trace(nth.format("second"), facts))
    assert any(f.verdict in wrong for f in trace(nth.format("third"), facts))


EXTREMES_BETWEEN = """
The smallest yearly total in Dale between 2014/15 and 2019/20 was {61|151}.
Dale’s highest number in the years 2014/15 to 2019/20 was {170|151}.
The largest annual total in Dale from 2014/15 to 2016/17 was {104|170}.
Before the 170 of 2017/18, the highest number in Dale was in {2016/17|2014/15}.
The lowest of Dale’s six yearly totals, 2014/15 to 2019/20, belongs to {2015/16|2014/15}.
It was in {2017/18|2018/19} that Dale recorded its highest total.
"""


@pytest.mark.parametrize("line", lines(EXTREMES_BETWEEN))
def test_a_number_is_the_highest_or_lowest_of_the_years_from_one_to_another(line):
    right, _ = with_numbers(line)
    text, false = with_numbers(line, 0)
    assert flagged_in_dale(right) == []
    assert false in flagged_in_dale(text)


OTHER_WORDS = """
On a like-for-like basis the count for England and Wales swelled by {647|616} offences between \
2018/19 and 2019/20.
The monthly mean for England and Wales was {207|41} offences in 2019/20.
Every week of 2019/20 saw, on average, more than {47|12} offences recorded in England and Wales.
For {66|9} Tarn offences, the box marked “platform” was left empty.
Tarn by age: under 10, {6|12}; 10, 8; 11, 12; 12, 20; 13, {25|27}; 14, 27; 15, {20|31}; \
age not recorded, {31|20}.
"""


@pytest.mark.parametrize("line", lines(OTHER_WORDS))
def test_true_numbers_in_other_words_are_told_from_false_ones(line):
    tell_apart(line)


def test_the_only_fall_is_in_its_year():
    values = {"2016/17": 90, "2017/18": 120, "2018/19": 101, "2019/20": 140}
    facts = read_facts({**DALE, "series": values})
    for text in (
        "Only in {} did Dale’s total fall.",
        "The year {} brought Dale’s only fall.",
        "{} saw Dale’s first fall.",
    ):
        right, false = (trace(text.format(year), facts) for year in ("2018/19", "2017/18"))
        assert [f.verdict for f in right] == ["traced"]
        assert [f.verdict for f in false] == ["mismatch"]


def test_a_share_beside_two_numbers_of_a_year_is_that_of_the_two():
    text = "Girls were victims in 112 of the 149 Tarn offences in 2019/20, or {}."
    assert flagged(text.format("80%")) == ["80%"]


def test_its_officers_are_those_of_the_force_that_the_sentence_before_is_about():
    text = "The Holm force is next door to Tarn. Its officers recorded {} offences in 2019/20."
    assert flagged(text.format("91")) == []
    assert flagged(text.format("149")) == ["149"]


def test_one_age_is_ahead_of_another_if_its_number_is():
    text = "In Tarn there were more offences against those aged {} than against those aged {}."
    assert flagged(text.format(14, 13)) == []
    assert flagged(text.format(12, 13)) == ["more"]


@pytest.mark.parametrize(
    "text",
    [
        "After its peak in 2017/18, Dale’s number fell in 2018/19.",
        "The number in Dale rose for two years in a row and then fell in 2018/19.",
        "The best year for the Dale football club was 2019/20.",
        "Every six weeks the Dale panel reviews a case that was recorded.",
        "In its peak year, 2017/18, Dale recorded 170 offences.",
        "Since its low point in 2015/16 the number in Dale has more than doubled.",
    ],
)
def test_what_only_sounds_like_it_is_not_asked_about(text):
    assert flagged_in_dale(text) == []
