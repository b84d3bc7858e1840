"""Plain sentences of newspapers and officers, each with its right number and with another's."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, PANEL, TARN, flagged, tell_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # Of the force that speaks, and not of all forces
        ("In 2018/19 our officers recorded {} online offences.", "110", "1,842"),
        ("In 2018/19 we recorded {} offences.", "110", "1,842"),
        ("We’ve logged {} offences.", "149", "2,489"),
        ("Our officers recorded {} offences against children aged 13.", "25", "413"),
        (
            "“Since 2016/17 our recorded offences have risen by {},” said Inspector Lee of Tarn"
            " Police.",
            "94%",
            "106%",
        ),
        # But where another body is named beside it, of that
        ("Across England and Wales we recorded {} offences.", "2,489", "149"),
        ("“In Holm our officers recorded {} offences,” she said.", "91", "149"),
        ("“We have recorded {},” said a spokesman for the police of Tarn.", "149", "2,489"),
        ("England and Wales recorded 2,489, and our officers recorded {}.", "149", "91"),
        # Of whom the rest of a headline speaks
        ("Up {} since 2016/17: forces in England and Wales recorded 2,489.", "1,232", "72"),
        ("Up {} since 2016/17: police in Tarn recorded 149.", "72", "1,232"),
        ("Up {} in a year: Tarn Police recorded 149 offences.", "35%", "32%"),
        # The highest of some years is none of long ago
        ("Tarn Police’s highest figure in the four years was {}, in 2019/20.", "149", "110"),
        ("The lowest figure in the four years from 2016/17 was {}, in 2016/17.", "77", "95"),
        ("The lowest number that our officers recorded was {}, in 2016/17.", "77", "95"),
        ("The fewest offences were recorded by Tarn Police in {}.", "2016/17", "2017/18"),
        ("The most offences were logged in {}.", "2019/20", "2018/19"),
        (
            "It took {} years for offences in Tarn to rise from 77 in 2016/17 to 149 in 2019/20.",
            "three",
            "two",
        ),
        # Two numbers beside each other behind two years that are compared, or two parts
        ("Nearly twice as many crimes in 2019/20 as in 2016/17 ({} against 77).", "149", "110"),
        ("Tarn had more crimes in 2019/20 than in 2018/19: 149 compared with {}.", "110", "77"),
        ("Far more girls than boys were the victims in Tarn, {} to 28.", "112", "83"),
        (
            "In 2018/19 and 2019/20 Tarn had 110 in the first of those years and {} in the second.",
            "149",
            "95",
        ),
        ("Tarn recorded {} crimes in 2019/20, and behind each one is a child.", "149", "110"),
        ("In {} of the crimes recorded in Tarn in 2019/20, the child was a girl.", "112", "149"),
        ("In {} of the crimes in 2019/20, the victim was aged 13.", "25", "149"),
        ("More crimes in Tarn in 2018/19 than the year before: {}, up from 95.", "110", "149"),
        ("{} a month: that is the Tarn average.", "12", "207"),
        ("The youngest victim in England and Wales in 2019/20 was aged {}.", "nine", "five"),
        # Of an officer's own force, though none is named, and of that of a handle or a tag
        (
            "“We have seen a rise of {} since 2016/17,” said Detective Sergeant Amy Lee.",
            "94%",
            "106%",
        ),
        ("“Our yearly total has gone from 77 to {},” the detective said.", "149", "2,489"),
        ("Crimes logged by @TarnPolice in 2019/20: {}.", "149", "2,489"),
        ("#Tarn_Police logged {} crimes in 2019/20.", "149", "2,489"),
        ("Recorded crimes went from 77 to {}.", "149", "2,489"),
        # Within the year that is asked about or pointed to
        ("By {}: this is how far recorded crimes went up in Tarn last year.", "35%", "94%"),
        ("How much did crimes go up in Tarn last year? By {}.", "35%", "94%"),
        # Of those of which nothing is known
        ("Tarn Police did not name an app in {} of the crimes.", "66", "83"),
        ("Tarn Police did not only name the app in {} crimes, but said so.", "83", "66"),
        ("Police in Tarn did not fail to record the app in {} crimes.", "83", "66"),
        ("Our overall count is {} offences from 12 forces.", "2,489", "149"),
        ("Tarn Police were unable to give a platform for {} crimes.", "66", "83"),
        ("No app was noted in 44% of Tarn’s crimes ({}).", "66 of 149", "83 of 149"),
        # Of the part that is said to be known, and not of all that are
        ("In {} of the 149 crimes officers noted that the app was Snapchat.", "40", "83"),
        ("In {} of the 149 crimes the child is known to have been a girl.", "112", "140"),
        ("Snapchat was the known app in {} of the 149 crimes.", "40", "83"),
        ("In {} of the 149 crimes the app is known, most often Snapchat.", "83", "112"),
        # Of the parts of the share that it gives again
        (
            "Two-thirds of Tarn’s crimes with a known app were on Kik or Snapchat: {}.",
            "55 of 83",
            "40 of 83",
        ),
        ("Where known, 66% were on Snapchat or Kik ({}).", "55 of 83", "15 of 83"),
        # A share of the crimes is no change, though one is as large
        ("Tarn Police knew the child’s sex in {} of its crimes last year.", "94%", "35%"),
        ("App known: 83. Not known: {}.", "66", "31"),
        ("The age group 12 to 14 made up {} of crimes in Tarn where age was known.", "61%", "40%"),
        ("Victims in Tarn were aged 12 in 20 cases and 13 in {}.", "25", "27"),
        ("Some {} crimes were logged in Tarn in 2019/20.", "149", "112"),
        # How many were asked, and how many of these replied
        ("All {} forces in England and Wales were asked.", "15", "12"),
        ("{} forces (of 15 asked) in England and Wales gave figures for 2019/20.", "12", "11"),
        ("The charity received figures from {} forces after asking 15.", "12", "11"),
        ("The charity received figures from 12 forces after asking {}.", "15", "12"),
        # Of the force named last is what an officer of none that is named says
        ("“We recorded {} crimes,” a detective said.", "149", "2,489"),
        ("Holm had 91. “We recorded {} crimes,” a detective said.", "91", "149"),
        ("The officer said that her own force had {} offences.", "149", "2,489"),
        ("Going back to 2017/18, Tarn now has {}.", "149", "95"),
        ("In 2016 Tarn had 77. The three years that followed saw 95, {} and 149.", "110", "77"),
        ("{} a month, up from nine a month the year before in Tarn.", "12", "15"),
        ("Tarn had 149 last year, and {} in the earliest year.", "77", "95"),
        # A rate of the number before it
        ("With 110 offences in 2018/19, officers recorded an average of {} a month.", "nine", "12"),
    ],
)
def test_a_number_is_of_the_one_and_the_year_that_its_sentence_speaks_of(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "The highest total, 110, was recorded in 2018/19.",
        "The highest number of offences in the four years was 110, in 2018/19.",
        "Tarn’s highest figure in the four years to 2019/20 was 95, in 2017/18.",
        "The lowest total, 95, was recorded in 2017/18.",
        "The highest total, 149, was recorded in 2018/19.",
    ],
)
def test_another_years_number_is_no_highest_or_lowest_though_it_is_right_for_its_year(text):
    assert flagged(text) in (["highest"], ["lowest"])


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("Tarn topped 900 offences for the first time in 2017/18.", "2017/18"),
        ("Tarn’s middle year had 110.", "110"),  # of four
        ("Between April 2019 and March 2017 Tarn had 149 crimes.", "149"),
        ("Tarn had 77 in 2016/17 and 149 in 2019/20. In the year in between it was 95.", "95"),
        ("In 2018 it was 95. The years on either side were 77 and 110.", "77"),
        ("In 2017/18 it was 95. The years on either side were 77, 110 and 149.", "110"),
        ("Tarn: the years on either side saw 77 and 110.", "77"),
        ("In 2019/20 Tarn was above 100 for the third year running.", "third year running"),
        ("In Tarn half of the story.", "half"),
        ("Joint highest, 149, in Tarn.", "highest"),
        ("Tarn had 95 in 2017/18, 77 in 2016/17. That is 72 more than the last of those.", "72"),
    ],
)
def test_words_that_tell_no_year_bear_out_no_number_of_one(text, false):
    assert false in flagged(text)


@pytest.mark.parametrize(
    ("text", "false"),
    [
        ("83 of 83 offences, or {}, were on Snapchat in Tarn.", "48%"),  # those are 100%
        ("None of 83 offences, 0 of 83, or {}, were on Kik in Tarn.", "18%"),
        ("149 of 149 offences, or {}, were against girls in Tarn.", "80%"),
    ],
)
def test_a_share_of_all_or_of_none_is_asked_about_beside_its_two_numbers(text, false):
    assert false in flagged(text.format(false))


def test_a_run_of_so_many_years_may_be_longer_and_is_of_who_was_named():
    assert flagged("Offences in Tarn rose for two years running.") == []
    assert flagged("We asked. It rose for the third year running.") == []


def test_an_item_of_a_list_that_opens_a_text_may_compare():
    assert flagged("- Tarn had more than Holm.") == ["more than Holm"]


def test_a_highest_with_the_numbers_of_several_years_is_that_of_the_last():
    text = "Offences in Tarn are at their highest level, with 110 in 2018/19 and 149 in 2019/20."
    assert flagged(text) == []


def test_the_highest_growth_in_three_years_is_over_these():
    text = "The highest growth in three years was {}."
    assert "94%" not in flagged(text.format("94%"))
    assert "35%" in flagged(text.format("35%"))


def test_the_lowest_number_of_more_than_is_held_is_not_told_by_the_years_that_are():
    for text in ("The lowest total ever was 77, in 2016/17.", "The lowest rise was 77."):
        assert "lowest" in flagged(text)


def test_the_highest_of_the_years_for_which_a_force_has_figures_may_be_said():
    series = {**TARN["series"], "2015/16": 60, "2016/17": {"missing": "refused"}}
    document = Evidence(read_facts({**TARN, "series": series}))
    for text in (
        "At 149, the total was the highest of the four years for which Tarn Police has figures.",
        "Tarn Police gave figures for four years, and 2019/20, with 149, was the highest of them.",
    ):
        found = [f.verdict for f in trace(text, document) if f.text == "highest"]
        assert found == ["traced"], text


# 13 forces gave a figure for 2019/20, 11 of them one for 2016/17; 16 were asked.
FELL = {"Holm": {"2018/19": 60, "2019/20": 91}, "Fell": {"2018/19": 70, "2019/20": 80}}
LATE = {**ENGLAND, "asked": 16, "panel": {**PANEL, **FELL}, "ages": {}, "shares": {}}


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} forces that gave figures for 2019/20 had none for 2016/17.", "Two", "Five"),
        ("Of the 13 forces that replied, {} had no figure for 2016/17.", "two", "five"),
        ("{} forces did not give a figure for 2016/17.", "Two", "Three"),
        ("{} forces could not supply data for 2016/17.", "Five", "Three"),
        ("{} of the 13 forces could not provide figures for 2016/17.", "Two", "Five"),
        ("{} of the 16 forces gave no figure for 2016/17.", "Five", "Two"),
    ],
)
def test_forces_without_a_figure_for_an_earlier_year_are_counted(text, right, false):
    documents = [Evidence(read_facts(each)) for each in (TARN, LATE)]
    wrong = ("mismatch", "untraced", "loose")
    found = [
        [f.text for f in trace(text.format(n), *documents) if f.verdict in wrong]
        for n in (right, false)
    ]
    assert found[0] == []
    assert any(false in each for each in found[1])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Tarn recorded 149 offences in 2019/20 and had no figures for 2016/17.", "2016/17"),
        ("Two forces replied late and Tarn gave no figures for 2016/17.", "2016/17"),
        ("The charity asked 15 forces but Tarn had no figures for 2018/19.", "2018/19"),
    ],
)
def test_a_number_of_other_things_does_not_make_it_true_that_there_is_no_figure(text, year):
    assert year in flagged(text)


def test_all_that_were_asked_did_not_all_reply():
    assert flagged("All 15 forces that were asked gave figures.") == ["15"]
    assert flagged("Eight of the nine forces asked gave figures.") == ["Eight of the nine"]


def test_forces_without_a_figure_among_those_that_replied_are_none_of_the_others():
    text = "Among the forces that answered, {} gave no figures for 2016/17."
    assert flagged(text.format("four")) == ["four"]


def test_a_change_that_opens_a_line_is_told_apart_by_its_colon_alone():
    tell_apart("", "Up {} in a year. Forces in England and Wales recorded 2,489.", "35%", "36%")


@pytest.mark.parametrize(
    "text",
    [
        "Offences rose in 12 forces in Wales.",
        "Offences on Snapchat rose in 12 forces.",
        "Offences against girls rose in 12 forces.",
    ],
)
def test_forces_of_one_nation_or_with_a_rise_of_a_part_are_not_those_with_a_rise(text):
    assert any("12" in each for each in flagged(text))
    assert flagged("Offences rose in 12 forces.") == []


@pytest.mark.parametrize(
    "question",
    [
        "How many of the forces did not reply?",
        "How many forces refused to answer?",
        "How many forces in Wales replied?",
        "How many forces gave figures for both years?",
        "How many forces saw a rise?",
    ],
)
def test_an_answer_about_other_forces_is_not_how_many_replied(question):
    assert "Twelve" in flagged(f"{question} Twelve.")


def test_an_answer_of_how_many_others_asked_is_not_how_many_the_charity_did():
    assert "Fifteen" in flagged("How many forces did the council ask? Fifteen.")
