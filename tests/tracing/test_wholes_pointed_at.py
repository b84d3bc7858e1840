"""What “those”, “the rest” and “it” stand for, and what is a part of them."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

ALL, OWN = "Across England and Wales police recorded 2,489 offences.", "Tarn Police logged 149."
TOTAL = "Across England and Wales the total was 2,489,"


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a paragraph that points back is of the body before it, not of the first of the text
        (f"{ALL}\n\n{OWN}\n\nOf those where the app was known, {{}} involved Snapchat.",
         "48 per cent", "45 per cent"),
        (f"{ALL}\n\n{OWN}\n\nAmong these, girls were the victims in {{}}.", "112", "1,805"),
        (f"{ALL}\n\n{OWN}\n\nIn those with a known sex, {{}} of victims were girls.", "80%", "81%"),
        (f"{OWN}\n\n{ALL}\n\nOf these, {{}} were against girls where the sex was known.",
         "81%", "80%"),
        (f"{OWN}\n\n{ALL}\n\nOf those with a known platform, {{}} were on Snapchat.", "560", "40"),
        # "those" that words behind it single out are not all that stand before
        (f"{TOTAL} and Instagram was named in {{}} of those where anybody could say.",
         "25%", "12%"),
        (f"{TOTAL} and Instagram was named in {{}} of those for which officers could tell.",
         "25%", "12%"),
        (f"{TOTAL} and Instagram was named in {{}} of those.", "12%", "25%"),
        (f"{TOTAL} and Instagram was named in {{}} of those recorded.", "12%", "25%"),
        # more than so many of one body's offences: no other body is looked at
        ("Girls were the target in more than {} of the local cases with a known sex, and 28"
         " offences were against boys.", "three in four", "nine in ten"),
        ("More than {} of the offences in Tarn with a known platform were on Snapchat.",
         "45 per cent", "half"),
    ],
)  # fmt: skip
def test_a_part_is_of_the_whole_that_its_sentence_points_at(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn has more than forty offences more than Holm.",
        "Tarn recorded more than twice as many offences as Holm.",
        "Tarn’s number is more than fifty higher than Holm’s.",
    ],
)
def test_more_than_so_many_may_still_compare_forces(text):
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat was the app named most often by police in Tarn.\n\nIt came up in {} of the"
         " cases in which a platform was recorded.", "40", "83"),
        ("Snapchat was the app named most often. It featured in {} of the offences where the app"
         " was known, and Instagram in 28.", "40", "83"),
        ("Snapchat was the app named most often. It appeared in just {} of those with a known"
         " platform.", "40", "15"),
        ("Kik is less well known. It turned up in {} of the cases where officers knew the app.",
         "15", "83"),
        ("Snapchat was named most often. It has been cited in {} offences where an app was noted.",
         "40", "83"),
        ("Boys are harmed too. They featured in {} of the cases in which the sex was recorded.",
         "28", "140"),
        ("Snapchat leads the field.\n\nAcross England and Wales it was named in {} cases.",
         "560", "310"),
        ("Snapchat leads the field in Tarn.\n\nIt appeared in {} cases and Instagram in 28.",
         "40", "149"),
        ("The firm behind Snapchat declined to comment.\n\nIt was noted in Tarn that {} offences"
         " were recorded.", "149", "40"),
        ("Snapchat leads the field in Tarn.\n\nIt dealt with {} cases in all.", "149", "40"),
    ],
)  # fmt: skip
def test_it_is_the_part_that_was_named_before_where_it_was_used(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat was used in almost half of the offences for which Tarn Police recorded a"
         " platform.\n\nIt was named in 40 of those {} offences, and Instagram in 28.", "83",
         "149"),
        ("Snapchat was used in almost half of the offences in Tarn where officers had that"
         " information. It was named in 40 of {} such crimes.", "83", "149"),
        ("Girls were the victims in 80% of Tarn’s offences where the sex was known. They were"
         " targeted in 112 of those {} cases.", "140", "149"),
        ("Snapchat was used in 48% of sex crimes in Tarn for which police noted the platform."
         " The app was named in 40 of {} such crimes.", "83", "140"),
        ("Most offences with a known sex in Tarn were against girls. Of those {}, 28 were against"
         " boys.", "140", "149"),
        # what the sentence before gave itself is that
        ("Tarn Police recorded 149 offences, 83 of which had a known platform. Girls were the"
         " victims in 112 of those {} offences.", "149", "118"),
        ("Tarn Police recorded 149 offences. Snapchat was named in 40 of these {} offences.",
         "149", "118"),
    ],
)  # fmt: skip
def test_those_so_many_are_as_many_as_the_sentence_before_speaks_of(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a pair in a clause that leaves out what it counts
        ("In Tarn 112 of 140 were against girls. Across England and Wales, 1,805 of {} were.",
         "2,238", "1,250"),
        ("Across England and Wales 81% of offences where sex was known were against girls. In Tarn"
         " {} of 140 were.", "112", "28"),
        ("In Tarn girls made up 80% of those where the sex was known.\n\nThe proportion across"
         " England and Wales was 81%: {} of 2,238 offences.", "1,805", "433"),
        ("In Tarn 46 of 118 were aged 12 and under. Police do not know more.\n\nAcross England"
         " and Wales {} of 1,316 offences fell into that group.", "523", "143"),
        ("Girls were the victims in 112 of the Tarn offences.\n\nThat is {} per cent of the 140"
         " offences in 2019/20 for which the sex of the child was known.", "80", "20"),
        # what is known, and of which part it is
        ("The platform was known in 83 of them, and in {} it was Instagram.", "28", "83"),
        ("Girls were the victims in 112 of the Tarn offences and boys in {}; the sex of the victim"
         " was unrecorded in the remaining nine.", "28", "112"),
        ("The force did not know the victim’s age in {}.", "31", "118"),
        # a part beside others that are added up
        ("Snapchat (40) and Instagram (28) came first in Tarn, with {} offences on Kik, an app"
         " that puts strangers together.", "15", "68"),
        # a list of percentages, the word for it once
        ("In Tarn Snapchat had 48 per cent, it found, with Instagram on 34 per cent and Kik on"
         " {}.", "18", "15"),
        ("In Tarn girls were 80 per cent and boys {}.", "20", "28"),
        # one among the forces, or named aside with its own number
        ("Tarn was among the forces reporting an increase, with {} offences.", "149", "2,489"),
        ("Tarn was among 12 forces to reply, which recorded {} offences.", "2,489", "149"),
    ],
)  # fmt: skip
def test_what_a_clause_leaves_out_is_that_of_the_one_before(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In {} no age had been entered by officers.", "31", "9"),
        ("The sex had been registered in {} of the Tarn offences.", "140", "118"),
        ("Police in Tarn made a note of the platform in {} offences.", "83", "118"),
        ("Snapchat was used in 40 of the {} offences where a platform had been captured.", "83",
         "149"),
        ("Officers in Tarn entered the victim’s age in {} cases.", "118", "140"),
        ("Police in Tarn made a note of the platform in {} of cases.", "56%", "79%"),
        ("In total {} offences were recorded in Tarn, including those with no platform given.",
         "149", "66"),
        # how many forces
        ("The force was among {} in England and Wales to answer the charity.", "12", "15"),
        ("The data were requested from 15 forces and were provided by {}.", "12", "15"),
        ("The trust asked every force in England and Wales for data. {} of the 15 gave it.",
         "Twelve", "Eleven"),
        ("They were an undercount because {} forces had been unable to supply data.", "three",
         "four"),
        ("The charity wrote to 15 forces, of which {} obliged.", "12", "14"),
        # the charity of the children is no child
        ("The children’s charity said the force’s total in Tarn had increased by {} in a year.",
         "39", "93"),
    ],
)  # fmt: skip
def test_what_is_known_and_who_answered_is_said_in_many_words(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a part is of the year of its whole, of which no parts are held but for the latest
        ("Of the {} offences in 2019/20, 112 were against girls and 28 against boys.", "149",
         "110"),
        ("Of the 149 offences in {}, 112 were against girls.", "2019/20", "2018/19"),
        ("Ages in 2019/20: of {}, 27 were 14.", "149", "110"),
        # a whole is of all forces where a force has a part of it
        ("Of the {} recorded in 2019/20, Tarn had 149.", "2,489", "1,842"),
        ("Of the {} recorded in 2018/19, Tarn had 110.", "1,842", "2,489"),
    ],
)  # fmt: skip
def test_a_part_is_of_the_year_of_its_whole_and_the_whole_of_all(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # who owns an app is not what a number is of
        ("Instagram, which is owned by Facebook, was named in {} of the 83 crimes in Tarn with a"
         " known platform.", "28", "40"),
        ("Instagram, part of Meta, was named in {} of the crimes in Tarn.", "28", "15"),
        # a number and the whole that it is a part of
        ("Tarn’s {} crimes in 2019/20 form part of a total of 2,489 in England and Wales.", "149",
         "110"),
        # a list of numbers, each with its words behind it
        # words that say no more, and a force that is of a city
        ("In 2018/19, {} offences came to the attention of Tarn Police.", "110", "149"),
        ("The metropolitan force recorded {} crimes in the year to March in Tarn.", "149", "110"),
        # a share of one age
        ("In Tarn {} per cent of offences where the age was known were against 14-year-olds.",
         "23", "12"),
        ("Children who were themselves 14 were the victims in 27 of the latest cases, or {} per"
         " cent of those in which the age was known.", "23", "12"),
    ],
)  # fmt: skip
def test_an_owner_a_total_and_an_age_are_read_beside_the_number(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false)) != []


SHARES = "Across England and Wales Snapchat made up 45% and Instagram 25% where it was known. "


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In Tarn it was 48% and 34%.", []),
        ("Here the gap is narrower: 48 per cent and 34 per cent.", []),
        ("In Tarn it was 34% and 48%.", ["34%", "48%"]),
        ("In Tarn it was 48% and 18%.", ["18%"]),
        # another number of shares, words between, or a part of its own
        ("In Tarn it was 48%, 34% and 18%.", ["48%", "34%", "18%"]),
        ("In Tarn it was 48% rather than 34%.", ["48%", "34%"]),
        ("In Tarn girls made up 80% and boys 20%.", []),
    ],
)
def test_shares_of_another_place_are_in_turn_those_of_the_sentence_before(text, wrong):
    assert flagged(f"{SHARES}{text}") == wrong


def test_a_part_of_the_latest_total_may_be_that_of_a_platform():
    text = "In Tarn more than {} of the latest total was on Snapchat."
    assert flagged(text.format("a quarter")) == []
    assert flagged(text.format("half")) == ["half"]
