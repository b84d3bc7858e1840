"""One true number in a short text, and one that is right of something else in its place."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged, tell_apart

YEARS = ("2016/17", "2017/18", "2018/19", "2019/20")
LATE = {"missing": "late"}
OWN = {
    "Marl": (120, 150, 140, 210),
    "Eskmouth": (200, 260, 300, 340),
    "Corrie": (LATE, 90, 110, 130),
    "Wend": (80, 100, 95, LATE),
    "Ansty": (60, LATE, 70, 85),
}
MARL = {
    **{"place": "Marl", "measure": "online sexual offences", "latest": "2019/20"},
    "series": dict(zip(YEARS, OWN["Marl"], strict=True)),
    "shares": {
        "platform": {
            "of": 210,
            "known": 150,
            "parts": {"Snapchat": 60, "Kik": 45, "Skype": 30, "Yubo": 15},
        },
        "gender": {"of": 210, "known": 200, "parts": {"girls": 150, "boys": 50}},
    },
    "ages": {"9": 12, "10": 18, "11": 25, "12": 40, "13": 44, "14": 31, "unknown": 40},
    "age_thresholds": [{"max": 10}],
}
UK = {
    **{"place": "the UK", "measure": "online sexual offences", "latest": "2019/20"},
    "scope": "national",
    "nations": ["England", "Wales", "Scotland", "Northern Ireland"],
    "asked": 7,
    "panel": {name: dict(zip(YEARS, own, strict=True)) for name, own in OWN.items()},
    "shares": {"gender": {"of": 765, "known": 700, "parts": {"girls": 560, "boys": 140}}},
}
FACTS = [Evidence(read_facts(each)) for each in (MARL, UK)]


def asked_about(text: str) -> list[str]:
    bad = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, *FACTS) if f.verdict in bad]


def check(text: str, right: str, false: str) -> None:
    assert asked_about(text.format(right)) == []
    assert asked_about(text.format(false)) == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 2018/19, five forces in the UK recorded {} offences.", "715", "765"),
        (
            "The four UK forces that could answer for 2017/18 counted {} offences that year.",
            "600",
            "715",
        ),
        ("In 2016/17 the four forces with figures recorded more than {} offences.", "450", "750"),
        ("Across the UK, 2016/17: the four forces holding data had {} offences.", "460", "765"),
        ("The 2018/19 figures for the UK come from {} forces.", "five", "four"),
    ],
)
def test_a_total_of_an_earlier_year_is_of_all_the_forces_with_a_figure_for_it(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Five forces recorded 715 offences in 2018/19, and four recorded 765 in 2019/20.",
        "From 715 among five forces in 2018/19 the number rose to 765.",
    ],
)
def test_totals_of_other_sets_of_forces_are_not_compared(text):
    assert "715" in asked_about(text)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # Since 2016/17 the three forces with both have gone from 380 to 635.
        (
            "Among the four forces with figures for 2018/19 and 2019/20 alike, offences rose {}.",
            "23%",
            "67%",
        ),
        (
            "The three forces that answered for both 2017/18 and 2019/20 recorded a rise of {}.",
            "36%",
            "23%",
        ),
        (
            "The four forces with figures for 2018/19 and 2019/20 had {} more in the later year.",
            "145",
            "255",
        ),
        (
            "Four forces answered for 2018/19 and 2019/20, with {} more in the second of them.",
            "145",
            "255",
        ),
        (
            "Marl police put their rise since 2016/17 at {}, to 210 offences in 2019/20.",
            "75%",
            "50%",
        ),
        ("In the space of a year, 2016/17 to 2017/18, the number in Marl rose by {}.", "30", "70"),
    ],
)
def test_a_change_is_between_the_years_that_its_sentence_names(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("UK figures for 2019/20 show that {} of offences were against boys.", "20%", "25%"),
        ("Where the sex is known, {} of offences were against girls, UK data show.", "80%", "75%"),
    ],
)
def test_a_share_in_uk_figures_is_not_that_of_the_force(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Of all 210 offences in Marl, platform known or not, Snapchat was named in {}.",
            "29%",
            "40%",
        ),
        (
            "Taking every one of the 210 in Marl, recorded sex or no, {} were against girls.",
            "71%",
            "75%",
        ),
        ("Whether or not an app was noted, Kik was named in {} of offences in Marl.", "21%", "30%"),
    ],
)
def test_a_share_of_all_known_or_not_is_none_of_those_known(text, right, false):
    check(text, right, false)


def test_another_detail_that_is_known_or_not_changes_no_whole():
    text = (
        "In Marl {} of offences where the sex was recorded, whether or not the age was known, were"
    )
    check(f"{text} against girls.", "75%", "71%")


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("By number of offences in Marl, Skype comes {} among the platforms.", "third", "second"),
        ("Kik takes {} place among the apps in Marl.", "second", "third"),
        ("The {} most common platform in Marl was Skype.", "third", "second"),
        ("Yubo was the {} most used app in Marl.", "fourth", "third"),
        ("Among the platforms named in Marl, Kik came {}.", "second", "fourth"),
        ("Kik ranks {} among the platforms in Marl.", "second", "third"),
        ("By age, 12 comes {} in the list of Marl.", "second", "third"),
    ],
)
def test_a_part_has_the_place_among_its_kind_that_is_said(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Skype came second in a poll of parents.",
        "Skype is the second most popular app in the land.",
        "The second most popular platform of all is Yubo.",
        "Skype was the second most common app on the phones.",
        "Among the apps that pupils named, Yubo came second.",
        "Yubo came second on her list of apps.",
        "Skype was second on the list.",
        "Age 13 came second on the list.",
    ],
)
def test_what_comes_second_in_something_else_is_not_judged(text):
    assert asked_about(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In Marl, Snapchat was named twice as often as Skype.", "twice as often"),
        ("In Marl, Snapchat came up four times as often as Yubo.", "four times as often"),
        (
            "Offences against girls in Marl were three times as numerous as those against boys.",
            "three times as numerous",
        ),
        ("Snapchat was recorded 1.3 times as often as Kik in Marl.", "1.3 times as often"),
    ],
)
def test_a_part_is_no_multiple_of_another_in_whatever_words(text, asked):
    assert asked_about(text) == [asked]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Marl the number fell in {} of the three years after 2016/17.", "one", "two"),
        ("The number rose in only {} of the years since 2016/17 in Marl.", "two", "three"),
        (
            "Marl passed 130 offences in {} of the four years from 2016/17 to 2019/20.",
            "three",
            "two",
        ),
        ("Marl has topped 145 offences in {} of the last four years.", "two", "three"),
    ],
)
def test_so_many_of_some_years_are_counted(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize("years", ["four", "three"])
def test_so_many_years_may_be_spoken_of_as_there_are(years):
    assert asked_about(f"The number rose in two of the last {years} years in Marl.") == []
    assert asked_about("The number rose in two of the last nine years in Marl.") == ["nine"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In the four years from 2016/17 to 2019/20, Marl notched up {} offences.", "620", "500"),
        ("Marl tots up {} offences over the four years from 2016/17 to 2019/20.", "620", "210"),
        ("Marl had racked up {} offences in 2018/19.", "140", "150"),
    ],
)
def test_what_is_counted_up_has_not_risen(text, right, false):
    check(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Two years on from 2017/18’s {} offences, the total of Marl had climbed to 210.",
            "150",
            "140",
        ),
        ("A year on from the {} of 2017/18, Marl recorded 140 offences.", "150", "120"),
        ("Our run of figures from Marl opens with 2016/17, a year of {} offences.", "120", "150"),
        ("{} online sexual offences in one year. That’s Marl in 2017/18.", "150", "140"),
        ("At {}, the 2018/19 total of Marl was 1.2 times that of 2016/17.", "140", "150"),
        ("Just over {} online sexual offences reached police in Marl in 2018/19.", "130", "150"),
        ("The lowest figure in Marl since 2016/17 is {}, set in 2016/17 itself.", "120", "140"),
        ("The lowest figure in Marl since 2017/18 is {}, set in 2018/19.", "140", "120"),
    ],
)
def test_a_number_is_of_the_year_whose_it_is_called(text, right, false):
    assert asked_about(text.format(right)) == []
    assert false in asked_about(text.format(false))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The total of Marl is {} that of 2016/17.", "1.8 times", "1.4 times"),
        ("The 2018/19 total of Marl was {} that of 2016/17.", "1.2 times", "1.8 times"),
    ],
)
def test_a_multiple_with_a_decimal_is_of_the_years_said(text, right, false):
    assert asked_about(text.format(right)) == []
    assert asked_about(text.format(false)) == [f"{false} that"]


def test_a_small_change_is_no_multiple_with_a_decimal():
    assert flagged("The total of Tarn was 1.2 times that of 2017/18 in 2018/19.") != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Month by month, the 2018/19 caseload of Marl averaged out at {}.", "11.7", "17.5"),
        ("Kik, Skype and Yubo account for {} of offences in Marl with a known app.", "60%", "10%"),
        ("Of the four years to 2019/20, 2018/19 ranks {} lowest for Marl.", "second", "third"),
        ("The 13-and-14 group suffered {} offences in Marl.", "75", "44"),
        ("The most common age of victims in the 2019/20 offences of Marl was {}.", "13", "12"),
        ("Thirteen was the age seen most in Marl in 2019/20, in {} offences.", "44", "40"),
        ("Age by age, Marl 2019/20: 11, 25 offences; 12, {}; 13, 44; 14, 31.", "40", "18"),
        ("Ages in Marl: 9-10, {}; 11-12, 65; 13-14, 75.", "30", "25"),
        (
            "{} of the offences in Marl with a known age had a 13-year-old victim.",
            "A quarter",
            "A fifth",
        ),
    ],
)
def test_parts_ages_and_averages_in_other_words(text, right, false):
    assert asked_about(text.format(right)) == []
    assert false in asked_about(text.format(false))


def test_tarn_is_read_in_the_same_words():
    tell_apart("", "Instagram comes {} among the platforms in Tarn.", "second", "third")
    tell_apart("", "Tarn has passed 100 in {} of the last four years.", "two", "three")
