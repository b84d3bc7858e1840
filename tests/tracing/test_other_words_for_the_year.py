"""The year of the news, and the day that something was told on, are no other year."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        "The findings for Tarn show:\n- {} offences were recorded in the year\n- most were seen",
        "Two weeks ago we reported that police in Tarn had recorded {} offences in a year.",
        "A few days ago this newspaper revealed that police in Tarn had recorded {} offences.",
    ],
)
def test_a_number_of_the_year_is_of_the_latest(text):
    tell_apart("", text, "149", "110")


def test_what_was_so_weeks_ago_is_not_read():
    assert flagged("Two weeks ago police in Tarn had recorded 149 offences.") == ["149"]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Offences against children aged 13 and 14 were more than half of those in England and"
            " Wales where age was known. There were {} of them.",
            *("793", "380"),
        ),
        (
            "Snapchat was the site named most in Tarn where one was known. Tarn Police said that"
            " the app was linked to {} offences.",
            *("40", "28"),
        ),
    ],
)
def test_there_were_so_many_of_them_and_the_app_are_what_was_named_before(text, right, false):
    assert right not in flagged(text.format(right))
    assert false in flagged(text.format(false))


@pytest.mark.parametrize(
    "aside",
    [
        "and asks every parent to talk to their child each week",
        "which are looked at by a team that meets each week",
    ],
)
def test_what_is_done_each_week_makes_no_rate_of_a_number_of_the_year(aside):
    tell_apart("", f"Tarn recorded {{}} offences last year {aside}.", "149", "2")


@pytest.mark.parametrize(
    "text",
    [
        "Offences in Tarn have risen since 2016/17.\n\nThere were 149 last year, against {} in that"
        " earlier year.",
        "Offences in Tarn rose since 2016/17. Police recorded 149 in 2019/20, compared with {} in"
        " the earlier year.",
        "In 2018/19 Tarn had 110 offences, in 2016/17 fewer. In the earlier year it was {}.",
    ],
)
def test_the_earlier_year_is_the_earliest_that_was_named_near_it(text):
    tell_apart("", text, "77", "95")


@pytest.mark.parametrize(
    "text",
    [
        "Offences in Tarn are up by 72 since 2016/17, and now rising, if only by {}.",
        "Offences in Tarn rose by {}, despite 2018/19.",
    ],
)
def test_a_rise_of_now_is_that_of_the_latest_year_whatever_year_stands_beside_it(text):
    tell_apart("", text, "39", "33")


@pytest.mark.parametrize("joint", [", so", ";"])
def test_a_year_in_which_it_rose_since_the_one_named_is_the_latest(joint):
    text = f"It was 110 in 2018/19{joint} the rise in Tarn is one of {{}} in a year."
    tell_apart("", text, "35%", "16%")


@pytest.mark.parametrize(
    "text",
    [
        "A plan was made in 2016/17. From 2018/19 to 2019/20 offences in Tarn rose: there were 149,"
        " against {} in the earlier year.",
        "A plan was made in 2016/17. Tarn had 149 offences in 2019/20 and in 2018/19 fewer: {} in"
        " that earlier year.",
    ],
)
def test_the_earlier_of_two_years_of_one_sentence_is_none_of_the_sentence_before(text):
    tell_apart("", text, "110", "77")


def test_a_programme_begun_after_police_recorded_offences_is_no_time_of_theirs():
    text = "A charity has begun a drive for safer schools after Tarn police recorded {} offences."
    tell_apart("", text, "149", "110")


@pytest.mark.parametrize("lead", ["That was the month when", "A helpline opened a month after"])
def test_a_month_is_no_year_though_police_recorded_the_number(lead):
    assert flagged(f"{lead} Tarn police recorded 149 offences.") == ["149"]
