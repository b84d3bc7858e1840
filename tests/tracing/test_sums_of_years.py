"""A count that has come together over years is their sum, and never one year's number."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

SERIES = {"2014/15": 173, "2015/16": 244, "2016/17": 291, "2017/18": 318, "2018/19": 262}
MEASURE = "online sexual offences against children"


FLAGGED = ("mismatch", "untraced", "loose")
FACTS = {
    **{"place": "Tarn", "measure": MEASURE, "scope": "force", "latest": "2018/19"},
    "series": SERIES,
}


def force(**changed):
    return Evidence(read_facts({**FACTS, "series": {**SERIES, **changed}}))


def figure(text, number, facts=None):
    return next(f for f in trace(text, facts or force()) if f.text == number)


OF_FIVE = [
    "Since 2014/15, Tarn police have recorded {} offences.",
    "The tally for Tarn since 2014/15 stands at {}.",
    "Tarn has logged {} offences since 2014/15.",
    "Since records began in 2014/15 there have been {} offences in Tarn.",
    "In the five years to March 2019 Tarn police recorded {} offences.",
    "Over the past five years, {} offences were recorded in Tarn.",
    "A total of {} offences in five years were recorded in Tarn.",
    "Between 2014/15 and 2018/19 there were {} offences in Tarn.",
    "Police in Tarn have recorded {} offences in five years.",
    "The five-year total for Tarn is {}.",
    "Over the whole of the five-year series Tarn has recorded {}.",
    "Across the entire period Tarn police recorded {} offences.",
]


@pytest.mark.parametrize("sentence", OF_FIVE)
def test_a_count_since_a_year_is_the_sum_of_the_years(sentence):
    assert figure(sentence.format("1,288"), "1,288").verdict == "traced"
    wrong = figure(sentence.format("262"), "262")
    assert (wrong.verdict, wrong.suggestion) == ("mismatch", "1,288")


def test_two_of_the_years_are_added_where_they_are_the_last_two():
    text = "In the two years to March 2019, 580 offences were recorded in Tarn."
    assert figure(text, "580").verdict == "traced"
    text = "In the two years to March 2018, 609 offences were recorded in Tarn."
    assert figure(text, "609").verdict == "traced"
    text = "The first two years of the count in Tarn, 2014/15 and 2015/16, come to {}."
    assert figure(text.format(417), "417").verdict == "traced"
    assert figure(text.format(244), "244").suggestion == "417"
    text = "There were 318 offences in Tarn between 2016/17 and 2018/19."
    assert figure(text, "318").suggestion == "871"


def test_years_before_others_are_not_the_last_ones():
    for words in ("There were 580 offences in the two years before that.",
                  "Tarn police recorded 580 offences in those two years before."):  # fmt: skip
        assert figure(words, "580").verdict in FLAGGED
    assert (
        figure("Tarn police recorded 580 offences in the last two years.", "580").verdict
        == "traced"
    )


def test_a_sum_is_rounded_like_any_other_number():
    text = "More than {} offences have been recorded in Tarn since 2014/15."
    rounded = figure(text.format("1,250"), "1,250")
    assert (rounded.verdict, rounded.fact) == ("rounded", "1,288 in all from 2014/15 to 2018/19")
    assert figure(text.format("250"), "250").verdict == "mismatch"


def test_there_is_no_sum_where_a_year_is_missing_or_a_part():
    text = "Since 2014/15, Tarn police have recorded {} offences."
    for cell in (
        {"value": 291, "months": 9},
        {"value": 291, "doubt": "it contradicts a later release"},
        {"suppressed": [1, 4]},
    ):
        facts = force(**{"2016/17": cell})
        wrong = figure(text.format("262"), "262", facts)
        assert (wrong.verdict, wrong.suggestion) == ("mismatch", "")
        assert figure(text.format("1,288"), "1,288", facts).verdict == "untraced"


def test_there_is_no_sum_over_a_change_in_counting():
    facts = {"place": "Tarn", "measure": MEASURE, "scope": "force", "latest": "2018/19"}
    breaks = [{"year": "2016/17", "why": "more kinds of offence are counted"}]
    broken = Evidence(read_facts({**facts, "series": SERIES, "breaks": breaks}))
    text = "Since 201{}, Tarn police have recorded {} offences."
    assert figure(text.format("4/15", "1,288"), "1,288", broken).verdict == "untraced"
    assert figure(text.format("6/17", "871"), "871", broken).verdict == "traced"


@pytest.mark.parametrize(
    "text",
    [
        "Since 2014/15 the number in Tarn has risen to 262.",
        "The number has risen over five years to 262 in Tarn.",
        "Tarn recorded 262 offences, the fewest since 2015/16.",
        "In five years, the number of offences in Tarn has gone from 173 to 262.",
        "Tarn recorded 262 offences last year, up 51% since 2014/15.",
        "Offences in Tarn have fallen for the first time since 2016/17, to 262.",
        "The force logged 262 offences in 2018/19, and the number is up since 2014/15.",
    ],
)
def test_a_change_since_a_year_is_no_sum(text):
    assert figure(text, "262").verdict == "traced"


@pytest.mark.parametrize("sentence", OF_FIVE)
def test_nothing_in_a_right_sentence_about_a_sum_is_flagged(sentence):
    flagged = [f for f in trace(sentence.format("1,288"), force()) if f.verdict in FLAGGED]
    assert [f.text for f in flagged] == []


def test_the_number_of_each_year_is_no_sum():
    text = "Over four years Tarn had 244, then 291, then 318 and then 262 offences."
    assert [f.text for f in trace(text, force()) if f.verdict in FLAGGED] == []


def test_forces_with_and_in_their_names_have_sums():
    facts = Evidence(read_facts({**FACTS, "place": "Tarn and Wear"}))
    text = "Since 2014/15 Tarn and Wear Police have recorded {} offences."
    assert figure(text.format("1,288"), "1,288", facts).verdict == "traced"
    assert figure(text.format("262"), "262", facts).verdict == "mismatch"


def test_there_is_no_sum_of_a_part():
    sexes = {"gender": {"of": 262, "known": 250, "parts": {"girls": 200, "boys": 50}}}
    facts = Evidence(read_facts({**FACTS, "shares": sexes}))
    text = "In the four years to March 2019 Tarn police recorded 200 offences against girls."
    assert figure(text, "200", facts).verdict == "untraced"


OF_TWO = [
    "Tarn police recorded {} offences from April 2017 to March 2019.",
    "Between 1 April 2017 and 31 March 2019, {} offences were recorded in Tarn.",
    "There were {} offences in Tarn between April 2017 and the end of March 2019.",
    "In the two years from April 2017 to March 2019 Tarn recorded {} offences.",
    "Since April 2017 Tarn police have recorded {} offences.",
]


@pytest.mark.parametrize("sentence", OF_TWO)
def test_dates_more_than_a_year_apart_are_those_of_a_sum(sentence):
    assert figure(sentence.format("580"), "580").verdict == "traced"
    wrong = figure(sentence.format("262"), "262")
    assert (wrong.verdict, wrong.suggestion) == ("mismatch", "580")


def test_dates_of_one_year_are_those_of_its_number():
    for dates in ("from April 2018 to March 2019", "between April 2018 and March 2019"):
        assert figure(f"Tarn police recorded 262 offences {dates}.", "262").verdict == "traced"


def test_dates_in_the_middle_of_a_year_have_no_sum():
    text = "Tarn police recorded {} offences from July 2017 to March 2019."
    assert figure(text.format("580"), "580").verdict == "untraced"
    assert figure(text.format("262"), "262").verdict in FLAGGED


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("From 2015/16 onwards the totals were 244, 291, 318 and 262, or 1,115 in total.", []),
        ("Starting with 2014/15, it had 173, 244, 291, 318 and 262 offences: 1,288 in all.", []),
        ("From 2015/16 onwards the totals were 244, 291, 318 and 262, or 1,288 in total.",
         ["1,288"]),
        ("Starting with 2014/15, the force recorded 244, 291, 318 and 262.",
         ["244", "291", "318", "262"]),
        ("Beginning with 2015/16, the force recorded 244, 291, 318 and 262.", []),
        ("From 2014/15 onwards they were 173, 244 and 291: 708 in all.", []),
        ("From 2014/15 onwards they were 173, 244 and 291: 1,288 in all.", ["1,288"]),
        ("The totals of three years were 291, 318 and 262, or 871 in total.", []),
        ("The totals of three years were 291, 318 and 262, or 580 in total.", ["580"]),
        ("The totals of two years were 318 and 262, or 580 in total.", ["318", "580"]),
        ("From 2014/15 onwards the totals were 173, 244, 291, 381 and 262, or 1,351 in all.",
         ["381", "1,351"]),
    ],
)  # fmt: skip
def test_numbers_of_years_in_turn_run_from_the_year_named_first(text, flagged):
    found = trace(text, force())
    assert [f.text for f in found if f.kind == "count" and f.verdict in FLAGGED] == flagged


@pytest.mark.parametrize(
    "text",
    [
        "Add up all five years since the start and you get {} crimes in Tarn.",
        "Across the five years for which we hold data, Tarn police logged {} such crimes.",
        "The five years together: {} offences in Tarn.",
        "Over the five years that makes {} offences in Tarn.",
        "The five years alone account for {} offences in Tarn.",
        "The last five years put together come to {} offences in Tarn.",
    ],
)
def test_the_years_of_a_sum_are_told_in_the_sentence_before_or_added_up(text):
    assert figure(text.format("1,288"), "1,288").verdict == "traced"
    assert figure(text.format("1,298"), "1,298").verdict in ("mismatch", "untraced")
    assert figure(text.format("262"), "262").verdict in ("mismatch", "untraced")


@pytest.mark.parametrize(
    "sentence",
    [
        "It brings the number in Tarn over five years to {}.",
        "This takes the tally for Tarn since 2014/15 to {}.",
        "For the period as a whole Tarn has recorded {}.",
        "In the five years for which the charity Kite has asked, Tarn has recorded {}.",
        "Across the five years which the report covers, Tarn has logged {} offences.",
        "Since the series began, Tarn has recorded {} offences.",
        "Tarn:\n• {} – the total since 2014/15",
    ],
)
def test_a_sum_is_told_as_what_a_year_brings_it_to_or_of_the_time_as_a_whole(sentence):
    assert figure(sentence.format("1,288"), "1,288").verdict == "traced"
    wrong = figure(sentence.format("262"), "262")
    assert (wrong.verdict, wrong.suggestion) == ("mismatch", "1,288")


ALL = {
    **{"place": "England", "measure": MEASURE, "scope": "national", "latest": "2018/19"},
    "panel": {"Tarn": SERIES, "Wold": dict.fromkeys(SERIES, 100)},
    "asked": 3,
}


@pytest.mark.parametrize("number", ["1,788", "362", "1,288"])
def test_the_years_of_all_forces_are_added_where_each_has_a_number_of_each(number):
    text = f"Over the past five years these forces recorded {number} offences between them."
    national = Evidence(read_facts(ALL))
    assert (figure(text, number, national).verdict == "traced") is (number == "1,788")
    missing = {**ALL["panel"], "Wold": {**ALL["panel"]["Wold"], "2016/17": {"missing": "late"}}}
    national = Evidence(read_facts({**ALL, "panel": missing}))
    assert figure(text, number, national).verdict != "traced"


ADDED_UP = [
    ("In the last two years together, the force recorded {} offences in Tarn.", "580"),
    ("The last two years together: the force dealt with {} crimes in Tarn.", "580"),
    ("Tarn total, 2014/15 to 2018/19: {} offences against children.", "1,288"),
    ("Combined total for Tarn, 2016/17–2018/19: {}", "871"),
    ("Taken together, {} crimes were logged in Tarn in 2014/15, 2015/16 and 2016/17.", "708"),
    ("The two years 2017/18 and 2018/19 brought {} recorded offences in Tarn.", "580"),
    ("In 2014/15 and 2015/16 combined, Tarn police logged {} offences.", "417"),
    ("In 2014/15 and 2015/16, Tarn police logged a total of {} offences.", "417"),
    ("In 2014/15 and 2018/19 together, Tarn police logged {} offences.", "435"),
    ("{} crimes in three years: that is what Tarn police logged.", "871"),
    ("{} crimes in four years: that is what Tarn police saw from 2015/16 to 2018/19.", "1,115"),
    ("“Add 2017/18 and 2018/19 together and Tarn has {} of these crimes,” she said.", "580"),
    ("From 2015/16 to 2017/18 inclusive, {} offences were recorded in Tarn.", "853"),
    ("In the first three years, 2014/15 to 2016/17, Tarn police recorded {} offences.", "708"),
    ("Last year and the year before together, Tarn police recorded {} offences.", "580"),
    ("Between them, 2014/15 and 2015/16 saw {} offences in Tarn.", "417"),
    ("During 2016/17 to 2018/19 there were {} offences in Tarn.", "871"),
    ("Together, the last two years brought {} offences in Tarn.", "580"),
    ("Over the past two years alone, {} offences were recorded in Tarn.", "580"),
    ("Put the last two years together and Tarn has {} such offences.", "580"),
    ("Tarn, all five years: {} offences.", "1,288"),
    ("Over the whole five years there were {} offences in Tarn.", "1,288"),
    ("Over a three-year period Tarn police logged {} offences.", "871"),
    ("The three-year total, 2014/15 to 2016/17, was {} offences in Tarn.", "708"),
    ("Counting from 2016/17, Tarn police have logged {} offences.", "871"),
    ("Adding up the figures for 2014/15, 2015/16 and 2016/17 gives {} in Tarn.", "708"),
]


@pytest.mark.parametrize(("sentence", "total"), ADDED_UP)
def test_years_added_up_in_other_words_have_their_sum(sentence, total):
    found = trace(sentence.format(total), force())
    assert [f.text for f in found if f.verdict in FLAGGED] == []
    for number in ("262", "244", "318", "1,006"):
        assert figure(sentence.format(number), number).verdict == "mismatch"
    assert figure(sentence.format("262"), "262").suggestion == total


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("Over the {} years from 2016/17 to 2018/19, Tarn police logged 871.", "three", "five"),
        ("Tarn police logged 1,115 offences in the {} years from 2015/16 to 2018/19.", "four", "2"),
        ("In the {} years between 2015/16 and 2017/18 Tarn police saw 853 crimes.", "three", "two"),
        ("The {} years 2017/18 and 2018/19 brought 580 offences in Tarn.", "two", "three"),
        ("1,115 crimes in {} years: Tarn’s total from 2015/16 to 2018/19.", "four", "three"),
        ("The {} total, 2014/15 to 2016/17, was 708 in Tarn.", "three-year", "two-year"),
        ("Across the {} years 2015/16 to 2017/18, Tarn police saw 853 crimes.", "three", "four"),
    ],
)
def test_the_years_of_a_sum_are_as_many_as_their_names_say(sentence, right, wrong):
    assert [f.text for f in trace(sentence.format(right), force()) if f.verdict in FLAGGED] == []
    flagged = [f for f in trace(sentence.format(wrong), force()) if f.verdict in FLAGGED]
    assert [(f.text, f.verdict) for f in flagged] == [(wrong.partition("-")[0], "mismatch")]


@pytest.mark.parametrize(
    "text",
    [
        "In the three years from 2015/16 to 2018/19 offences in Tarn rose by 18.",
        "The figures run from 2014/15 to 2018/19, and the total for Tarn is now 262.",
        "In the last two years the number in Tarn has come down to 262.",
        "Of all the years from 2014/15 to 2018/19, Tarn had most in 2017/18, with 318.",
        "Two years before that, Tarn police recorded 291 offences in 2016/17.",
        "In two years (291 in 2016/17 and 262 in 2018/19) it has fallen in Tarn.",
        "A table combined by the charity for 2017/18 and 2018/19 has 262 offences in Tarn.",
        "Total crimes in Tarn, 2015/16 to 2018/19: 262 in the closing year.",
        "Overall, 2014/15 to 2018/19, the number in Tarn was 262 by the end.",
    ],
)
def test_what_is_said_of_one_of_some_years_is_no_sum(text):
    assert [f.text for f in trace(text, force()) if f.verdict in FLAGGED] == []


def test_a_sum_may_be_followed_by_its_years_in_brackets():
    text = "Tarn police have logged {} offences in two years (318 in 2017/18 and 262 in 2018/19)."
    assert [f.text for f in trace(text.format("580"), force()) if f.verdict in FLAGGED] == []
    assert figure(text.format("871"), "871").suggestion == "580"


def test_the_sum_of_some_forces_is_not_that_of_all():
    text = "In England the {} forces recorded 1,788 offences between them in five years."
    national = Evidence(read_facts(ALL))
    assert figure(text.format("two"), "1,788", national).verdict == "traced"
    assert figure(text.format("three"), "1,788", national).verdict in FLAGGED


@pytest.mark.parametrize(
    "words",
    [
        "In the two years after the visit, Tarn police logged {} offences in all.",
        "In two years of the new form Tarn police logged a total of {} offences.",
    ],
)
def test_the_years_after_something_else_are_not_the_last_ones(words):
    assert figure(words.format("580"), "580").verdict in FLAGGED


@pytest.mark.parametrize("number", ["871", "553", "262"])
def test_a_year_added_to_a_later_one_may_be_all_between_and_has_no_right_sum(number):
    text = f"Adding 2016/17 to 2018/19, Tarn police logged {number} crimes."
    assert (figure(text, number).verdict, figure(text, number).suggestion) == ("untraced", "")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Adding 2017/18 to 2018/19, Tarn police logged {} crimes.", "580"),
        ("Add 2018/19 to 2016/17 and Tarn police have {} crimes.", "553"),
        ("Taken together, the reports on 2017/18 and 2018/19 have {} crimes in Tarn.", "580"),
        ("In all there were {} crimes in Tarn, the sum in the reports on 2017/18 and 2018/19.",
         "580"),
    ],
)  # fmt: skip
def test_two_years_of_which_one_is_added_to_the_other_have_their_sum(text, right):
    assert [f.text for f in trace(text.format(right), force()) if f.verdict in FLAGGED] == []
    assert figure(text.format("262"), "262").suggestion == right


SEXES = {"gender": {"of": 262, "known": 250, "parts": {"girls": 200, "boys": 50}}}


@pytest.mark.parametrize(
    "text",
    [
        "Tarn had 580 crimes in 2017/18 and 2018/19 together, of which {} were against girls.",
        "In 2017/18 and 2018/19 combined, Tarn had 580 crimes, including {} against girls.",
        "In the last two years Tarn police logged 580 crimes, with {} against girls.",
        "Since 2017/18 Tarn police have logged 580 crimes, {} of them against girls.",
    ],
)
def test_a_part_of_a_sum_is_not_that_of_one_year(text):
    facts = Evidence(read_facts({**FACTS, "shares": SEXES}))
    for number in ("200", "400"):
        found = trace(text.format(number), facts)
        assert [f.text for f in found if f.verdict in FLAGGED] == [number]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Tarn police logged 262 crimes in 2018/19, of which 200 were against girls.", []),
        ("Tarn had 580 crimes in two years, including 262 in 2018/19.", []),
        ("Tarn had 580 crimes in two years, of which 200 in 2018/19 were against girls.", []),
        ("Tarn had 318 crimes in 2017/18 and 2018/19 together, with 262 in 2018/19.", ["318"]),
        ("Over 2017/18 and 2018/19 together, with 262 crimes in Tarn.", ["262"]),
    ],
)
def test_a_part_with_its_own_year_is_of_that_year(text, flagged):
    facts = Evidence(read_facts({**FACTS, "shares": SEXES}))
    assert [f.text for f in trace(text, facts) if f.verdict in FLAGGED] == flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Adding the three years from 2014/15 you arrive at {}.", "708", "871"),
        ("Adding two years from 2015/16 you get {}.", "535", "580"),
    ],
)
def test_so_many_years_from_one_are_the_first_of_those_that_follow(text, right, false):
    assert figure(text.format(right), right).verdict == "traced"
    assert figure(text.format(false), false).verdict == "mismatch"
