"""Sums and averages of several years, and the parts that are known of one year alone."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import TARN, flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "Of the 259 crimes recorded in 2018/19 and 2019/20 together, {} had girls as victims.",
        "Of the 431 offences that Tarn Police logged in four years, {} were against girls.",
        "Tarn Police logged 431 offences in four years: {} of them were against girls.",
        "Tarn Police logged 431 offences in four years. Of these, {} were against girls.",
        "Tarn Police logged 431 offences in four years, and girls were the victims in {} of them.",
        "In four years Tarn Police logged 431 offences. Girls were the victims in {}.",
        # Named before the sum, or behind it in any words
        "In Tarn, girls made up {} of the 431 crimes logged in four years.",
        "A girl was the victim in {} crimes out of the 354 crimes in three years.",
        "Over four years Tarn logged 431 crimes and in {} the victim was a girl.",
        "Tarn Police logged 205 crimes from 2017/18 to 2018/19, with girls the victims in {}.",
        "Tarn Police logged 354 crimes in three years ({} against girls).",
        "Tarn logged 259 crimes in two years, most of them ({}) against girls.",
    ],
)
def test_a_part_of_one_year_is_none_of_a_sum_of_several(text):
    assert flagged(text.format("112")) == ["112"]


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("Tarn noted the app in {} of the 354 crimes logged in three years.", "83"),
        ("No app was noted in {} of the 431 crimes in four years.", "66"),
        ("Boys were the victims in {} of the 259 crimes in two years.", "20%"),
        ("Tarn logged 354 crimes in three years. {} of them were against boys.", "One in five"),
        ("Tarn logged 354 crimes in three years, boys being the victims in {}.", "one in five"),
        ("Tarn logged 259 crimes in two years, on Snapchat in 40 and on Kik in {}.", "15"),
    ],
)
def test_shares_and_what_is_known_of_one_year_are_none_of_a_sum_either(text, false):
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in 112 of the 149 crimes that Tarn logged last year.",
        "Tarn logged 431 crimes in four years; in the latest year girls were victims in 112.",
        "Tarn logged 259 crimes in two years and 149 in 2019/20, when 40 were on Snapchat.",
        "Since 2016/17 Tarn has logged 431 crimes, with girls the victims in 112 of last year’s.",
        "Tarn logged 431 crimes in four years. In 80% of cases with a known sex it was a girl.",
        "Of the 354 crimes logged by Tarn in three years, 110 were in 2018/19.",
        "110 of the 354 crimes logged by Tarn in three years were in 2018/19.",
    ],
)
def test_a_part_of_one_year_beside_a_sum_is_right_where_the_year_is_named(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # A year's own number may be given beside the sum
        ("Of the 431 offences logged by Tarn in four years, {} came in 2019/20.", "149", "110"),
        ("Of the {} offences logged by Tarn in four years, 149 came in 2019/20.", "431", "354"),
        ("Tarn logged 431 offences in four years. In 2019/20 {} were against girls.", "112", "28"),
        ("Of the 149 offences logged by Tarn last year, {} were against girls.", "112", "28"),
        ("Tarn logged 149 offences. Girls were the victims in {} of them.", "112", "28"),
        # Years of figures, from one on or up to one
        ("In four years of data Tarn Police logged {} crimes.", "431", "354"),
        ("Four years of data from Tarn Police come to {} crimes.", "431", "354"),
        ("The three years from 2017/18 brought {} crimes in Tarn.", "354", "431"),
        ("The two years to 2018/19 saw {} crimes in Tarn.", "205", "259"),
        ("Logged in Tarn from 2017/18 to 2019/20 (three years): {} crimes.", "354", "259"),
        ("{} crimes in two years: figures from Tarn for 2018/19 and 2019/20.", "259", "205"),
        ("Put together, the four years for which Tarn has data make {}.", "431", "354"),
        ("The four yearly totals of Tarn Police sum to {}.", "431", "354"),
        (
            "205 crimes in Tarn over 2017/18 and 2018/19: 95 in the first and {} in the second.",
            "110",
            "149",
        ),
        (
            "Tarn had nearly twice as many crimes in 2019/20 as in 2016/17: {} compared with 77.",
            "149",
            "95",
        ),
        ("The first three years of figures from Tarn come to {} crimes.", "282", "354"),
        ("The earliest three years of figures from Tarn make {} crimes.", "282", "354"),
        ("The first three added together come to {} crimes in Tarn.", "282", "354"),
        ("The latest three years of data from Tarn make {} crimes.", "354", "282"),
        ("Four years of figures on child sex crimes in Tarn come to {}.", "431", "354"),
        # An average of them
        ("In four years Tarn Police dealt with an average of {} crimes a year.", "108", "110"),
        ("Over four years Tarn logged an average of about {} crimes a year.", "110", "160"),
        ("Over four years Tarn logged an average of more than {} crimes a year.", "100", "150"),
        ("From 2016/17 to 2018/19 Tarn logged {} crimes a year on average.", "94", "110"),
        ("The annual average over four years in Tarn was {}.", "107.75", "110.5"),
        ("Tarn’s average over the first three years was {} crimes a year.", "94", "118"),
        ("Over three years Tarn officers logged an average of {} crimes a year.", "118", "110"),
        # A rate that another gives again, or of which it is the next
        ("The 110 crimes logged in Tarn in 2018/19 amount to {} a month.", "nine", "12"),
        ("In 2018/19 Tarn logged 110 crimes, which works out at {} a month.", "nine", "12"),
        ("The 149 crimes logged in Tarn work out at {} a month.", "12", "nine"),
        ("Tarn logged six crimes a month in 2016/17; last year it was {}.", "12", "13"),
    ],
)
def test_a_sum_an_average_or_a_rate_is_that_of_the_years_named_with_it(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn logged an average of 149 crimes a year.",
        "Over four years an average of 108 crimes per force was logged in England and Wales.",
        "Each year an average of 110 crimes were logged in Tarn.",
        "The 149 offences logged that amount to 12 a month.",
    ],
)
def test_an_average_of_no_named_years_is_held_by_nobody(text):
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "sum_of_crimes"),
    [
        ("Four years of figures on searches in Tarn come to {}.", "431"),
        ("The four years for which Tarn has caution figures make {}.", "431"),
        ("In four years of raids Tarn Police logged {}.", "431"),
        ("The average cost a year in Tarn over three years was {}.", "118"),
        ("The yearly median in Tarn over three years was {}, an average of them.", "118"),
        ("The opening three years of figures from Tarn make {}.", "354"),
        ("Three years of figures from Tarn come to {}.", "354"),  # of the four: which?
        ("The middle three years of data from Tarn make {}.", "354"),
        ("The yearly average of fines in Tarn over four years was {}.", "108"),
        ("Tarn’s average annual budget over three years was {}.", "118"),
        ("The average length of a case over three years in Tarn was {} a year.", "118"),
        ("Warrants in Tarn averaged {} a year over three years.", "118"),
        ("Over three years Tarn logged an average of {} crimes a year by relatives.", "118"),
        ("Over three years an average force logged {} crimes a year.", "118"),
        ("Tarn logged {} crimes over three years; the average age a year was lower.", "118"),
        ("Over three years an average of {} pupils a year were victims in Tarn.", "118"),
    ],
)
def test_a_sum_or_an_average_of_other_things_is_not_that_of_the_crimes(text, sum_of_crimes):
    assert sum_of_crimes in flagged(text.format(sum_of_crimes))


GAP = {"2015/16": 60, "2016/17": 77, "2017/18": {"missing": "refused"}, "2018/19": 110}
WITH_GAP = {**TARN, "series": {**GAP, "2019/20": 149}}


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Tarn Police gave figures for {} years.", "four", "five"),
        ("The four years for which Tarn Police has figures add up to {} crimes.", "396", "259"),
        ("The total for the four years with figures is {} (2017/18 is not available).", "396",
         "336"),
        ("In two years Tarn Police recorded {} of these crimes.", "259", "396"),
        ("The lowest of the {} yearly figures that Tarn Police gave was 60.", "four", "five"),
        ("The lowest of the four yearly figures Tarn gave was {}, in 2015/16.", "60", "77"),
        ("Of the years with figures, the lowest for Tarn Police was {}, with 60 crimes.",
         "2015/16", "2016/17"),
    ],
)  # fmt: skip
def test_years_with_figures_are_as_many_as_have_one(text, right, false):
    document = Evidence(read_facts(WITH_GAP))
    wrong = ("mismatch", "untraced", "loose")

    def asked(text):
        return [f.text for f in trace(text, document) if f.verdict in wrong]

    assert asked(text.format(right)) == []
    assert asked(text.format(false)) != []


def test_without_such_words_a_lowest_number_is_not_known_where_a_year_is_missing():
    document = Evidence(read_facts(WITH_GAP))
    found = trace("The lowest number in Tarn was 60, in 2015/16.", document)
    assert [f.text for f in found if f.verdict == "mismatch"] == ["lowest"]
