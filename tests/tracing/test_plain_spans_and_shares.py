"""Plain sentences on how long a change took, shares of those known, forces without an answer."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, documents, flagged

LATE = {f"Late {n}": {"2018/19": {"missing": "late"}, "2019/20": 100 + n} for n in (1, 2)}
WRONG = ("mismatch", "untraced", "loose")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # How far the two years are apart that are named beside it
        ("Between 2016/17 and 2019/20, a span of {} years, crimes in Tarn rose.", "three", "two"),
        ("Between 2016/17 and 2019/20 ({} years) crimes in Tarn rose.", "three", "five"),
        ("Between 2016/17 and 2019/20, {} years apart, crimes in Tarn rose.", "three", "two"),
        ("Between 2016/17 and 2019/20, a {}-year period, crimes rose in Tarn.", "three", "two"),
        ("Crimes rose in Tarn from 2016/17 to 2019/20. It is a gap of {} years.", "three", "four"),
        ("Tarn had 77 crimes in 2016/17 and 149 in 2019/20, {} years later.", "three", "two"),
        ("Tarn had 77 crimes in 2016/17. {} years later, in 2019/20, it had 149.", "Three", "Two"),
        ("Tarn had 149 crimes. {} years earlier, in 2016/17, there were 77.", "Three", "Two"),
        ("In 2018/19 Tarn had 110 crimes. {} years before, in 2016/17, it had 77.", "Two", "Three"),
        # In how many years there was a rise, and how many have figures
        ("Crimes in Tarn have now gone up {} years in a row.", "three", "four"),
        ("Crimes in Tarn have risen for {} consecutive years.", "three", "four"),
        ("Tarn Police gave figures for {} of four years.", "four", "three"),
        # Or the first month of one and the last of the latest
        ("Tarn Police recorded 354 crimes in the {} years since April 2017.", "three", "two"),
        ("In the {} years since April 2018 we have logged 259 crimes in all.", "two", "three"),
        ("In total, the three years to March 2020 brought {} crimes in Tarn.", "354", "259"),
        ("The two years from April 2018 saw {} crimes in Tarn in all.", "259", "354"),
        ("Tarn had {} crimes in the past two years: 110 in 2018/19, 149 in 2019/20.", "259", "39"),
        # What is said to be of those known is no share of all
        ("In Tarn {} of crimes were against under-11s, where the age was known.", "12%", "9%"),
        ("In Tarn {} of crimes were against under-11s – in cases with a known age.", "12%", "9%"),
        ("{} of Tarn’s crimes were against under-11s if the age was recorded.", "12%", "9%"),
        ("Of Tarn’s crimes {} were against those aged 10 and under, where noted.", "12%", "9%"),
        ("In Tarn {} of crimes were on Snapchat, leaving out those of unknown app.", "48%", "27%"),
        ("In Tarn {} of crimes were on Kik. That is where the app was known.", "18%", "10%"),
        ("{} of crimes in Tarn were on Kik. Cases with no app are not counted.", "18%", "10%"),
        ("In Tarn {} of all crimes were on Kik, whether or not the app was known.", "10%", "18%"),
        ("In Tarn {} of all crimes were on Kik. In 66 cases no app was noted.", "10%", "18%"),
        ("In Tarn {} of crimes were on Kik, once unknowns are left out.", "18%", "10%"),
        ("In Tarn {} of crimes were on Kik, unknowns aside.", "18%", "10%"),
        ("In Tarn {} of crimes were on Kik. Unknowns are removed.", "18%", "10%"),
        ("In Tarn {} of crimes were on Kik, counting only cases with an app.", "18%", "10%"),
        ("In Tarn {} of crimes were on Kik, where officers knew the app.", "18%", "10%"),
        ("In Tarn {} of crimes were on Kik. Shares are of those whose app is known.", "18%",
         "10%"),
        # What is known is said of something else
        ("In Tarn {} of all crimes were on Kik. It is not known if that is new.", "10%", "18%"),
        # Of those of which it is not known, whatever is said in between
        ("In many crimes in Tarn ({} of the 149), the app was not known.", "66", "83"),
        ("In 44% of crimes – {} out of 149 – Tarn Police do not know the app.", "66", "83"),
        ("In most crimes in Tarn ({} of the 149), the child’s sex was known.", "140", "83"),
        # Years in order, and the lowest and the highest of them
        ("At {}, the total logged by Tarn Police in 2016/17 was the lowest of the four years "
         "available.", "77", "95"),
        ("The second highest total in the published Tarn figures was {} crimes, in 2018/19.",
         "110", "95"),
        ("Tarn logged 95 crimes in 2017/18, the {} lowest of the four years.", "second", "third"),
        ("Tarn recorded its highest annual number of online crimes against children in {} years.",
         "four", "six"),
        # A force is one's own in another year
        ("That is {} more crimes than Tarn Police had recorded the year before.", "39", "72"),
        ("Tarn logged 149 crimes, {} more than Tarn had recorded in 2017/18.", "54", "39"),
        ("Tarn’s figure of 149 crimes in 2019/20 follows {} in 2018/19.", "110", "95"),
        # Ages under a limit
        ("Crimes against children under 13 in Tarn came to {}.", "46", "20"),
        # Forces beside those that replied
        ("So far 12 forces have replied, {} have not.", "three", "four"),
        ("So far 12 forces have replied to our charity, {} have not.", "three", "four"),
        ("12 forces gave figures; the other {} forces asked gave none.", "three", "two"),
        ("Answers came from 12 forces in England and Wales – {} did not reply.", "three", "two"),
        ("Answers came from {} forces in England and Wales – three did not reply.", "12", "11"),
        ("There are 12 forces with figures and {} without.", "three", "five"),
        ("12 forces have answered and {} have yet to reply.", "three", "four"),
        ("Twelve forces in England and Wales gave figures; {} did not.", "three", "two"),
        ("{} forces are missing from the figures: 12 of 15 replied.", "Three", "Four"),
    ],
)  # fmt: skip
def test_a_figure_is_right_of_what_its_sentence_says(text, right, false):
    assert flagged(text.format(right)) == []
    assert any(false in each for each in flagged(text.format(false)))


@pytest.mark.parametrize(
    "text",
    [
        # No year is apart from another by these
        "Tarn had 77 crimes in 2016/17 and 149 in 2019/20. The project took five years.",
        "Tarn had 77 crimes in 2016/17 and 149 in 2019/20; the project ran for two years.",
        # The share of those known stays right, and its whole may be named by another number
        "In Tarn, 48% of crimes were on Snapchat. In 66 crimes no app was noted.",
        "Of the 83 crimes with a known app, 40 were on Snapchat and that is 27% of all crimes.",
        # Of those with a rise, not of those that replied
        "12 forces gave figures. In most the number rose, and in three it did not.",
        "12 forces sent figures to the Gazette and three did not.",
        "12 forces answered but of the girls three did not.",
        # Of the offences, not of the share
        "In Tarn, 27% of cases were on Snapchat. It is not known why.",
        "In Tarn, 27% of cases were on Snapchat. It is known as grooming.",
        "In Tarn, 27% of cases were on Snapchat. The app was known in 83.",
        "In Tarn, 27% of cases were on Snapchat, unknowns included.",
        "Every week in England and Wales there are 47 such crimes.",
        "Of the four years on record, 2018/19 had the second highest total in Tarn.",
        "In a survey of forces in the UK, Tarn Police recorded three crimes a week.",
    ],
)
def test_words_beside_it_say_no_more_of_a_figure(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Holm had 91 crimes. That is 39 more than Tarn Police recorded the year before.",
        "Holm recorded more crimes than Tarn Police had recorded in 2018/19.",
    ],
)
def test_another_force_is_not_compared_with_a_year_of_ones_own(text):
    assert any("than Tarn" in each for each in flagged(text))


def test_the_second_of_the_years_with_figures_counts_those_alone():
    series = {**TARN["series"], "2015/16": 60, "2016/17": {"missing": "refused"}}
    document = Evidence(read_facts({**TARN, "series": series}))
    text = "Of the four years with figures, {} had the second lowest total in Tarn."
    assert _wrong(text.format("2017/18"), document) == []
    assert "lowest" in _wrong(text.format("2018/19"), document)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Of the four years with figures, 2018/19 had the second highest number of calls.",
         "highest"),
        ("Of the nine years available, 2018/19 had the second highest total.", "highest"),
        ("Of the two years on record, 2018/19 had the second highest total.", "second"),
        ("Of the four years, 2018/19 had the second highest total for Kik.", "highest"),
        ("Of the four years, 2016/17 had the lowest total for Kik, with 77.", "77"),
        # The whole country is more than the two nations of the facts.
        ("Every week in the UK there are 47 such crimes.", "47"),
        ("Every week, police in the United Kingdom record an average of 47 crimes.", "47"),
    ],
)  # fmt: skip
def test_a_number_of_all_is_none_of_something_else(text, asked):
    assert asked in flagged(text)


GAP = {**TARN["series"], "2017/18": {"missing": "refused"}}


@pytest.mark.parametrize(
    "text",
    [
        "For {} Tarn Police gave no figure.",
        "In {} the force supplied no data.",
        "Tarn Police did not give a figure for {}.",
        "Tarn Police refused to supply any data for {}.",
        "The figure for {} is missing.",
        "Tarn’s number for {} was not available.",
        "The only year without a figure in Tarn is {}.",
    ],
)
def test_a_year_said_to_be_without_a_figure_has_none(text):
    document = Evidence(read_facts({**TARN, "series": GAP}))
    assert _wrong(text.format("2017/18"), document) == []
    assert _wrong(text.format("2018/19"), document) == ["2018/19"]


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police did not give a figure for 2018/19.",
        "In 2018/19 Tarn recorded 110 offences and had no data on their costs.",
        "For 2018/19 the force gave no figure for its arrests.",
    ],
)
def test_a_year_without_a_figure_of_something_else_may_have_one(text):
    assert "2018/19" not in flagged(text)


def test_forces_that_gave_one_for_an_earlier_year_may_be_counted_of_those_that_replied():
    panel = {**ENGLAND["panel"], **LATE}
    late = {**ENGLAND, "asked": 16, "panel": panel, "ages": {}, "shares": {}}
    document = Evidence(read_facts(late))
    text = "13 of the 14 forces could give a figure for 2018/19."
    assert _wrong(text, document) == ["13 of the 14"]
    assert _wrong("Of the 14 forces, 12 also had one for 2018/19.", document) == []


BRITAIN = {**ENGLAND, "place": "Great Britain", "nations": ["England", "Scotland", "Wales"]}


def test_forces_of_three_nations_are_of_britain_and_not_of_the_whole_country():
    assert _wrong("12 of 15 forces in Great Britain replied.", Evidence(read_facts(BRITAIN))) == []
    assert flagged("12 of 15 forces in Great Britain replied.") == ["12 of 15"]
    text = "12 of 15 forces in the UK replied."
    assert _wrong(text, Evidence(read_facts(BRITAIN))) == ["12 of 15"]


def test_an_average_week_of_police_in_the_country_is_that_of_all_forces():
    text = "Every week, police in the UK record an average of {} crimes."
    nations = ["England", "Wales", "Scotland", "Northern Ireland"]
    uk = Evidence(read_facts({**ENGLAND, "place": "the UK", "nations": nations}))
    tarn = documents()[0]
    assert _wrong(text.format(47), tarn, uk) == []
    assert _wrong(text.format(2), tarn, uk) == ["2"]


@pytest.mark.parametrize(
    "text",
    [
        "Figures for both 2018/19 and 2019/20 were provided by {} forces.",
        "Data for this year and the year before came from {} forces.",
    ],
)
def test_figures_for_two_years_come_from_the_forces_that_have_both(text):
    late = {**ENGLAND, "asked": 16, "panel": {**ENGLAND["panel"], **LATE}, "ages": {}, "shares": {}}
    document = Evidence(read_facts(late))
    assert _wrong(text.format(12), document) == []
    assert _wrong(text.format(14), document) == ["14"]
    assert _wrong("Figures came from 14 forces.", document) == []


BOTH = "Figures for both years were supplied by {} forces."


def test_both_years_that_no_word_names_are_not_those_of_all_that_replied():
    gaps = {name: {**each, "2017/18": 90} for name, each in ENGLAND["panel"].items()}
    gaps = {**gaps, "Holm": {"2016/17": 50, "2018/19": {"missing": "late"}, "2019/20": 91}}
    late = {**ENGLAND, "panel": gaps, "ages": {}, "shares": {}}
    document = Evidence(read_facts(late))
    assert _wrong(BOTH.format(11), document) == []
    assert _wrong(BOTH.format(12), document) == ["12"]
    rose = "Crimes have risen since 2016/17. "
    assert _wrong(rose + BOTH.format(12), document) == []


def _wrong(text, *documents):
    return [f.text for f in trace(text, *documents) if f.verdict in WRONG]


@pytest.mark.parametrize("when", ["2016-20", "2016–30", "2016-11-05", "2016-2020"])
def test_what_looks_like_a_year_and_is_none_ends_no_check(when):
    found = flagged(f"Tarn had 149 crimes. Three years earlier, in {when}, it had 78.")
    assert "149" not in found
    assert "78" in found


@pytest.mark.parametrize(
    "did", ["recorded a rise", "named Kik", "were in the north", "could give arrests for it"]
)
def test_forces_with_a_figure_for_a_year_are_not_those_that_did_something_in_it(did):
    assert flagged(f"In 2016/17, 11 of the 12 forces {did}.") == ["11 of the 12"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 forces in England and Wales recorded a rise in 2018/19.", "12"),
        ("11 forces saw an increase between 2016/17 and 2018/19.", "11"),
        # Nor is any number of the forces of one nation, or of another place
        ("12 forces in England recorded a rise.", "12"),
        ("12 forces in Wessex recorded a rise.", "12"),
        ("12 forces across the UK recorded a rise.", "12"),
        (
            "Other forces agree. Of the 12 in Wales with figures for both years, "
            "twelve recorded more.",
            "twelve",
        ),
    ],
)
def test_a_year_that_is_no_base_and_a_place_not_asked_have_no_number_that_rose(text, number):
    assert number in flagged(text)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} forces in England and Wales recorded a rise since 2016/17.", "11", "12"),
        ("{} forces saw an increase between 2016/17 and 2019/20.", "11", "12"),
        ("{} forces recorded more than in 2018/19.", "12", "11"),
        ("{} forces across England and Wales recorded a rise.", "12", "11"),
        ("In 2019/20 {} forces recorded a rise.", "12", "11"),
    ],
)
def test_forces_that_rose_from_the_year_before_or_one_compared_with_are_counted(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) == [false]
