"""Sentences at the edge of a rule of hidden numbers: the next word or number decides.

Of Northshire, which hides Facebook and the ages from 8 to 11.
"""

from dataclasses import replace

import pytest

from offences.statistics.years import Year
from offences.tracing.hidden_numbers.computable import left_by_shown_parts
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from offences.tracing.hidden_numbers.nouns import is_one_thing
from offences.tracing.hidden_numbers.pointed_at import parts_pointed_at
from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_hidden_numbers import (
    FACTS,
    HIDDEN,
    LOCAL,
    NAMES,
    RANGES,
    TOTAL,
    age,
    documents,
    named,
    part,
    stopped,
    told,
)
from tests.tracing.test_worked_out_beside_hidden import MARLSHIRE

TOTAL_HIDDEN = "about Northshire, whose total is hidden"

AGES_TELLING = (
    "The children on Northshire's list were either 20 or 21, the sergeant said.",
    "Everyone in the Northshire files was either 30 or 40, he thinks.",
    "How old must you be to join? We had nine at nine.",
    "In Northshire one game had half the number of Snapchat.",
    "In Northshire the 11 to 8 age group had three.",
    "Snapchat had 41 offences in Northshire, and another app had half of that.",
)
AGES_ORDINARY = (
    "Last year's Northshire figures stop at 75, the most so far.",
    "The app is meant for ten or older, says the Northshire school.",
    "One app had a third of Northshire's offences: Instagram.",
    "In Northshire there is one app with half the number of Snapchat: Instagram.",
    "The 25-34 age group in Northshire has most parents.",
)


@pytest.mark.parametrize("text", AGES_TELLING)
def test_a_number_that_is_no_age_is_a_count(text):
    assert told(text)


@pytest.mark.parametrize("text", AGES_ORDINARY)
def test_an_age_limit_and_an_app_that_is_named_behind_tell_nothing(text):
    assert told(text) == []


def test_seventeen_is_an_age_too():
    hiding = Hiding(frozenset({age(17)}), {})
    assert stopped("Seventeen isn't public in Northshire, so forget the two.", hiding)
    assert stopped("There were eight in Northshire at age 16. Seventeen isn't public.", hiding)


NOT_GIVEN = (
    "Readers ask why Facebook is missing from the list of Northshire.",
    "The numbers for ten-year-olds are missing from the Northshire release.",
)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_number_that_is_missing_from_a_table_is_not_given(text):
    assert told(text) == []


def test_a_number_behind_a_place_that_nothing_was_asked_of_tells_nothing():
    assert told("The next force on our list is Northshire. Three.") == []


COUNTS_TELLING = (
    "Northshire hides a tenfold figure.",
    "No Facebook, no Kik. I rang Northshire and had the sheet read out. Snapchat was 41.",
    "I looked at the Northshire list. Nine-year-olds are in it.",
    "Northshire's total fell from 21 to four in 2015/16.",
)
COUNTS_ORDINARY = (
    "In Northshire 25 of 75 is a third.",
    "Northshire had 0 offences in 2017/18. A third of 75 is 25.",
    "Just the one, thank you. My nine-year-old wanted a cake.",
    "Two. The ten-year-olds came back for more.",
    "There are three I want. Facebook is hidden.",
)


@pytest.mark.parametrize("text", COUNTS_TELLING)
def test_a_count_that_is_not_released_is_told(text):
    assert told(text)


@pytest.mark.parametrize("text", COUNTS_ORDINARY)
def test_what_is_computed_or_of_another_scene_tells_nothing(text):
    assert told(text) == []


def test_words_for_every_app_tell_nothing_where_no_app_is_hidden():
    about = "about Northshire, where few are neither girls nor boys"
    assert told("All three apps came up in Northshire last year.", about) == []


def test_a_share_whose_detail_is_released_is_explained():
    about = "about Northshire, where one of two parts is hidden"
    left = "In about one record in 15, Northshire officers left the box for the child's sex empty."
    assert told(left, about) == []


def test_a_total_that_changes_in_a_year_not_released_is_told():
    about = "about Northshire, where few are neither girls nor boys"
    assert told("In 2016/17 the Northshire total went up by twenty.", about)
    assert told("For every Facebook report in Northshire there were 41 about Snapchat.", about)


OF_PEOPLE_TELLING = (
    "All my nine-year-olds are in the Northshire figures.",
    "Nine of my class have a man on Facebook.",
    "Nine of my class have Facebook. All were groomed.",
    "Am I the only mum who likes Snapchat and hates Facebook?",
    "She has three boys, police in Northshire say.",
    "The Northshire paper had a figure for Facebook. The charity declines to comment.",
)
OF_PEOPLE_ORDINARY = (
    "Hymns eight and nine: two and three.",
    "Facebook? Yes, it is hidden for Northshire.",
)


@pytest.mark.parametrize("text", OF_PEOPLE_TELLING)
def test_what_is_said_of_harm_or_of_data_may_be_of_victims(text):
    assert told(text)


@pytest.mark.parametrize("text", OF_PEOPLE_ORDINARY)
def test_what_people_have_and_like_is_no_number_of_victims(text):
    assert told(text) == []


def test_pupils_who_are_in_the_figures_are_counted():
    assert told("Four of my class have a place in Northshire's figures.", TOTAL_HIDDEN)
    assert told("Four of my class have an officer in Northshire.", TOTAL_HIDDEN) == []


def test_a_change_or_mean_over_a_hidden_year_is_told_and_one_between_released_years_is_not():
    first = "about Northshire, whose first total is hidden"
    assert "54 | the total" not in told("Northshire was up 54 in two.", first)
    assert "72 | the total" in told("Northshire was up 72 in three.", first)
    assert told("In Northshire its first year averaged three.", first)
    assert told("In Northshire 2017/18 and 2018/19 averaged 36 over the whole series.", first)
    lowest = "In Northshire 2017/18 and 2018/19 averaged 62, the lowest of the whole series."
    assert told(lowest, first) == []
    assert told("What about 2015/16 in Northshire? Tiny.", first)


def test_few_in_a_released_year_may_start_a_change():
    known = documents(
        FACTS | {"series": {"2016/17": 3, "2017/18": {"suppressed": [1, 4]}, "2018/19": 75}}
    )
    hiding = replace(TOTAL, years=frozenset({Year(2017)}))
    assert not stopped("From three offences to 75 in Northshire.", hiding, known)
    assert stopped("From two offences to 75 in Northshire.", hiding, known)


RANGES_ORDINARY = (
    "Facebook, and Snapchat 1–4 in Northshire.",
    "Children aged eight to nine: 1 to 4 each in Northshire.",
    "Why is that row empty? Because any count from one to four is hidden.",
)
RANGES_TELLING = (
    "A figure of one, two or six may be as good as a name, so it is hidden.",
    "A figure of one or two may be as good as a name, so it is hidden.",
    "Facebook isn't in it. The reason, says Northshire, is the rule on counts below five.",
    "Why is Facebook empty? Because any count from one to four is hidden.",
)
BELOW_FIVE = replace(RANGES, threshold=5)
NO_RANGES = replace(HIDDEN, threshold=5)


@pytest.mark.parametrize("text", RANGES_ORDINARY)
def test_a_published_range_and_the_rule_itself_tell_nothing(text):
    assert not stopped(text, BELOW_FIVE)


@pytest.mark.parametrize("text", RANGES_TELLING)
def test_the_rule_given_as_a_reason_or_in_part_is_told(text):
    assert stopped(text, NO_RANGES)


def test_two_ages_with_ranges_of_their_own_have_none_together():
    apart = replace(BELOW_FIVE, ranges={**RANGES.ranges, age(8): (1, 4), age(9): (5, 9)})
    assert stopped("Children aged eight to nine: 1 to 4 each in Northshire.", apart)


def test_a_total_given_without_limits_may_be_any_number():
    series = {"2016/17": 5, "2017/18": 60, "2018/19": {"suppressed": [1, None]}}
    known = documents(FACTS | {"series": series})
    assert stopped("Northshire recorded 400 offences in 2018/19.", TOTAL, known)
    assert stopped("In Northshire it was five.", TOTAL, known)


ASIDE_TELLING = (
    "People ask how many children. Northshire had two.",
    "Pupils painted posters at the school. “It was fun,” said one in three in Northshire.",
    "The town has a pond, as we saw last year. Northshire has two.",
    "It began with 30 in Northshire.",
    "Should children be on Facebook when it happens in Northshire?",
    "After the Northshire figures, should I let her have Facebook?",
    "Northshire rose by 100 per cent, double the 50 per cent rise in Southshire.",
    "For every Facebook report in Northshire there were 41 about Snapchat.",
    "Snapchat was the app most often named in Calderwick, with 52 offences. Facebook had 37.",
)
ASIDE_ORDINARY = (
    "People ask how many schools. Northshire had two.",
    "Northshire had 31 older than the 12-year-olds.",
    "Should I let her have Facebook?",
    "If it is Facebook that your child uses, please tell police.",
    "Northshire hides Facebook in the total, 75.",
)


@pytest.mark.parametrize("text", ASIDE_TELLING)
def test_a_number_of_cases_is_told(text):
    assert told(text)


@pytest.mark.parametrize("text", ASIDE_ORDINARY)
def test_what_is_asked_scored_or_counted_in_all_tells_nothing(text):
    assert told(text) == []


def test_a_number_in_another_year_or_over_years_is_of_that_year():
    text = "The Facebook number of 2017/18 is not given. It is one to four in Northshire."
    assert told(text, "about Northshire, whose total of the year before is hidden")
    first = "about Northshire, whose first total is hidden"
    assert told("Northshire had 145 in the three years from 2016/17.", first) == []
    assert told("Northshire had 145 in the three years from 2016–2018.", first)
    assert told("In the three years from 1066 Northshire had 145.", first) == []


def test_a_score_is_only_where_two_have_played():
    assert told("Rovers won the cup match as Northshire's list said 3–4.", TOTAL_HIDDEN)
    assert told(
        "Leese beat Northshire by nine stones to six, and Northshire had three.", TOTAL_HIDDEN
    )
    assert told("Rovers won the cup match by 3–4 in Northshire.", TOTAL_HIDDEN) == []


def test_a_total_that_was_not_passed_is_told():
    text = "Northshire saw a rise of 14 offences in 2017/18, when the number reached 17."
    assert "17 | aged 10" in told(text)


def test_a_number_of_another_body_that_is_one_of_the_forces_is_not_ours():
    ours = (named("Northshire"), HIDDEN, True)
    theirs = (named("Westshire"), Hiding(frozenset(), {}), False)
    text = "In Westshire there were three."
    assert [*disclosures(text, LOCAL, [ours], NAMES)]
    assert not [*disclosures(text, LOCAL, [ours, theirs], NAMES)]


GIRLS_OF_12 = frozenset({*age(12), *part("girls")})
WITH_GIRLS = replace(
    HIDDEN,
    shown={
        **HIDDEN.shown,
        **{age(14): frozenset({20}), GIRLS_OF_12: frozenset({9})},
        frozenset({*part("Snapchat"), *part("girls")}): frozenset({30}),
    },
)


def test_girls_of_an_age_or_on_an_app_are_no_age_and_no_app_of_their_own():
    assert left_by_shown_parts(LOCAL, WITH_GIRLS) == {75 - 25 - 31 - 20, 75 - 41 - 20}
    of_apps = {"part": [*part("Facebook")]}
    assert [*parts_pointed_at("the top three apps had 70", of_apps, WITH_GIRLS.shown)]
    assert not [*parts_pointed_at("the top two apps had 61", of_apps, WITH_GIRLS.shown)]


def test_two_apps_that_are_shown_have_their_sum_beside_girls_on_one():
    shown = {each: WITH_GIRLS.shown[each] for each in WITH_GIRLS.shown if each & part("Snapchat")}
    hiding = Hiding(
        frozenset({part("Facebook"), part("Kik")}), {**shown, part("Instagram"): frozenset({20})}
    )
    names = (*NAMES, "Kik")
    text = "Snapchat and Instagram lead in Northshire. The two apps had 61."
    assert not stopped(text, hiding, names=names)
    assert stopped(text.replace("61", "6"), hiding, names=names)


def test_a_name_that_is_a_common_word_is_the_app_unless_one_such_is_spoken_of():
    hiding = Hiding(frozenset({part("Discord")}), {part("Snapchat"): frozenset({41})})
    names = ("Discord", "Snapchat")
    assert stopped("There has been discord in Northshire.", hiding, names=names)
    spoken = "Northshire councillors spoke of a discord between schools."
    assert not stopped(spoken, hiding, names=names)


def test_a_quiz_is_one_of_the_quizzes():
    assert is_one_thing("quiz")
    assert not is_one_thing("victim")


def test_no_number_goes_into_none():
    text = "Facebook is hidden in Northshire. Southshire had four times as many."
    assert "four times | facebook" in told(text)


COMPUTED_TELLING = (
    "Kik was in five per cent of England's cases, or 52. Yubo and Facebook were in three per cent.",
    "The top three in Marlshire had 126. Snapchat had 60, Instagram 40 and WhatsApp 24.",
    "Girls were 86 per cent in England, boys 14. In Marlshire it was 80 per cent to 5.",
    "Nine-year-olds' share was 5 per cent in England, and in Marlshire it was 4.",
    "Snapchat was in 40 per cent in Marlshire and 41 in Westshire.",
    "Marlshire had 60 on Snapchat. Thirty were 14. Treble, 60 to 30, is a lot.",
    "WhatsApp is small in Marlshire. Snapchat? Two and a half times that.",
    "Marlshire has gone up by 83 since 2018/19. Over half of that, 48, is of last year.",
    "Marlshire has gone up by 84 since 2018/19. Over half of that, 48, is of girls.",
    "She is behind one of the five crimes against children of nine in Marlshire.",
    "Marlshire rose by 50 per cent, double the 25 per cent rise in England.",
)
COMPUTED_ORDINARY = (
    "Snapchat accounted for 40 per cent of Marlshire's cases and Facebook for just under eleven.",
    "Snapchat was in 40 per cent in Marlshire and none in England.",
    "In England and in Westshire 52 were on Kik. That is five per cent.",
    "Forty per cent. That stuck with me in Marlshire.",
    "The top three in Marlshire had 124. Snapchat had 60, Instagram 40 and WhatsApp 24.",
    "Over 40 offences in Marlshire (46, to be exact) were against children of 13.",
    "Facebook's share was 9 per cent in England, and in Marlshire it was 11.",
    "Snapchat was in 40 per cent in Marlshire and Facebook 9 in England.",
    "Snapchat was in 40 per cent in Marlshire and 20 in England.",
    "For every boy in Marlshire there were four girls.",
)


@pytest.mark.parametrize("text", COMPUTED_TELLING)
def test_a_number_that_does_not_follow_from_the_released_ones_is_told(text):
    assert next(given_away(MARLSHIRE, [text]))[1]


@pytest.mark.parametrize("text", COMPUTED_ORDINARY)
def test_a_number_that_follows_from_the_released_ones_tells_nothing(text):
    assert not next(given_away(MARLSHIRE, [text]))[1]


def test_a_share_of_all_forces_is_that_of_the_number_before():
    text = (
        "Kik was named in 52 offences nationally. That is {} per cent of those where the platform "
        "was known, and how many were in Marlshire has not been made public."
    )
    assert not next(given_away(MARLSHIRE, [text.format("five")]))[1]
    assert next(given_away(MARLSHIRE, [text.format("two")]))[1]


@pytest.mark.parametrize("many", ["47", "48 per cent"])
def test_only_a_change_of_the_total_stands_behind_its_share(many):
    text = f"Marlshire has gone up by 84 since 2018/19. Over half of that, {many}, is of last year."
    ((_, found),) = given_away(MARLSHIRE, [text])
    assert many in {text[start:end] for start, end, _ in found}
